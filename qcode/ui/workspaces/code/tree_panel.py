"""A panel with a filter field and a tree: what the codes and the documents have in common."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPoint,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QStackedLayout, QWidget

from qcode.ui.itemmodels.keyed_tree import KeyedTreeModel
from qcode.ui.shell.session import Session
from qcode.ui.widgets.frames import begin_large
from qcode.ui.widgets.panel import Panel
from qcode.ui.widgets.tree_rows import RowLook, TreeRows
from qcode.ui.widgets.tree_view import TreeView

OPEN_AT_FIRST = 200  # a tree of so many rows is shown with all branches open
FILTER_MS = 120  # rest after a key before a tree of more rows than FILTER_ROWS is filtered
FILTER_ROWS = 3_000


class TreePanel(Panel):
    """Heading, filter, tree, and a sentence where there is nothing to show.

    Rows are known by the keys of the model. Subclasses give them their meaning, and every sentence
    in ``retranslate``.
    """

    contextMenuRequested = Signal(QPoint)
    """A menu is wanted for the selected rows, at a global position."""

    def __init__(
        self,
        session: Session,
        rows: KeyedTreeModel,
        look: Callable[[int], RowLook],
        landing: Iterable[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.session = session
        self._rows = rows
        rows.setParent(self)
        self._kept: tuple[set[int], set[int]] | None = None  # open rows before filter or reset
        self._told = 0  # key of the row that was last reported as the current one
        self._quiet = False
        self._filtering = False
        self._above = 0  # key of the row above those that go with the current one, else 0

        self.filter_field = QLineEdit(self)
        self.filter_field.setClearButtonEnabled(True)
        self.filter_field.setAcceptDrops(False)  # files dropped here are the window's
        self.filter_field.installEventFilter(self)
        self.view = TreeView(landing, self)
        begin_large(self.view)
        self.view.setItemDelegate(TreeRows(look, self.view))
        rows.rowsAboutToBeRemoved.connect(self._before_removal)  # before the view lets go of them
        self.view.setModel(rows)
        self._empty = QLabel(self)
        self._empty.setProperty("role", "muted")
        self._empty.setWordWrap(True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._empty.setContentsMargins(8, 24, 8, 8)
        self._pages = QStackedLayout()
        self._pages.addWidget(self.view)
        self._pages.addWidget(self._empty)
        self.filter_row = QHBoxLayout()
        self.filter_row.setSpacing(4)
        self.filter_row.addWidget(self.filter_field, 1)
        self._add_tools()
        self.column.addLayout(self.filter_row)
        self.column.addLayout(self._pages, 1)
        QWidget.setTabOrder(self.filter_field, self.view)

        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self._filter)
        self.filter_field.textChanged.connect(self._filter_soon)
        self.view.menuWanted.connect(self._menu_wanted)
        self.view.selectionModel().currentChanged.connect(self._moved)
        rows.modelAboutToBeReset.connect(self._before_reset)
        rows.modelReset.connect(self._after_reset)
        rows.rowsRemoved.connect(self._after_removal)
        rows.rowsInserted.connect(self._open_new)
        rows.rowsMoved.connect(self._open_moved)
        rows.renameWanted.connect(self._rename, Qt.ConnectionType.QueuedConnection)
        rows.refreshed.connect(self._refresh)
        if len(rows) <= OPEN_AT_FIRST:
            self.view.expandAll()
        else:
            self._open_top()
        self.retranslate()

    # ------------------------------------------------------------------ for subclasses

    def _add_tools(self) -> None:
        """Put buttons beside the filter, before anything is shown."""

    def retranslate(self) -> None:
        """Set every text again."""
        self._refresh()

    def _heading(self) -> tuple[str, str]:
        """Return the title of the panel and its note."""
        raise NotImplementedError

    def _nothing(self) -> str:
        """Return the sentence for a tree without any row."""
        raise NotImplementedError

    def _no_match(self) -> str:
        """Return the sentence for a filter that nothing passes."""
        raise NotImplementedError

    def _among(self) -> frozenset[int] | None:
        """Return the only rows that may match the filter, None where all may."""
        return None

    def _rename(self, key: int, name: str) -> None:
        """Give the row ``key`` another name."""
        raise NotImplementedError

    def _current_changed(self, key: int) -> None:
        """Tell that another row (0: none) is the current one."""
        raise NotImplementedError

    # ------------------------------------------------------------------ rows by key

    def current_key(self) -> int:
        """Return the key of the current row, 0 without one."""
        return self._rows.key_of(self.view.currentIndex())

    def selected_keys(self) -> list[int]:
        """Return the keys of the selected rows in tree order."""
        chosen = {
            self._rows.key_of(index) for index in self.view.selectionModel().selectedIndexes()
        }
        if len(chosen) < 2:
            return list(chosen)
        return [key for key in self._rows.in_order() if key in chosen]

    def select_keys(self, keys: Iterable[int], *, reveal: bool = True) -> None:
        """Select rows; the first becomes the current one and comes into view with ``reveal``.

        A filter that hides it is cleared. Keys that are not there are passed over.
        """
        there = [key for key in keys if key in self._rows]
        if not there:
            return
        if reveal and not self._rows.index_of(there[0]).isValid():
            self._show_everything()
        current = self._rows.index_of(there[0])
        flags = QItemSelectionModel.SelectionFlag
        selection = self.view.selectionModel()
        selection.setCurrentIndex(current, flags.NoUpdate)
        if len(there) == 1:
            selection.select(current, flags.ClearAndSelect)
        else:
            picked = QItemSelection()
            for key in there:
                index = self._rows.index_of(key)
                picked.select(index, index)
            selection.select(picked, flags.ClearAndSelect)
        if reveal and current.isValid() and not self._is_in_view(current):
            self._open_above(current)
            self.view.scrollTo(current)

    def _is_in_view(self, index: QModelIndex) -> bool:
        """Whether all of a row is seen: a new current row mostly, for the view goes to it."""
        return self.view.viewport().rect().contains(self.view.visualRect(index))

    def _show_everything(self) -> None:
        self.filter_field.clear()
        self._filter()

    def open_keys(self) -> set[int]:
        """Return the keys of the rows whose branches are open (without a filter)."""
        if self._kept is not None:
            return set(self._kept[0])
        return self._branches()[0]

    def set_open_keys(self, keys: Iterable[int]) -> None:
        """Open these branches and close all others."""
        wanted = set(keys)
        if self._rows.filtered:
            shut = self._kept[1] if self._kept else set()
            self._kept = (wanted, shut - wanted)
            return
        self.view.collapseAll()
        self._open(wanted)

    def edit_key(self, key: int) -> None:
        """Open the editor on a row's name."""
        self.select_keys([key])
        self.view.edit_name(self._rows.index_of(key))

    def focus_filter(self) -> None:
        """Put the caret into the filter field, with what stands there selected."""
        self.filter_field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter_field.selectAll()

    # ------------------------------------------------------------------ filter

    def _filter_soon(self) -> None:
        if len(self._rows) > FILTER_ROWS and self.filter_field.text():
            self._pause.start(FILTER_MS)
        else:
            self._filter()

    def _filter(self) -> None:
        self._pause.stop()
        words, among = self.filter_field.text(), self._among()
        if (words.strip() or among is not None) and not self._rows.filtered:
            self._kept = self._branches()
        current = self._told
        with self._silence():
            self._filtering = True  # after a reset, all branches are opened here and only once
            self._rows.look_for(words, among)
            self._filtering = False
            if self._rows.filtered:
                self.view.expandAll()
            elif self._kept is not None:
                opened, shut = self._kept
                self._kept = None
                self._open(opened, shut)
            self._go_back_to(current)
        self._refresh()

    def _go_back_to(self, key: int) -> None:
        """Make ``key`` the current row again, or none where it is hidden."""
        index = self._rows.index_of(key)
        flags = QItemSelectionModel.SelectionFlag
        selection = self.view.selectionModel()
        if not index.isValid():
            selection.clear()
            return
        kept = selection.isSelected(index)
        selection.setCurrentIndex(index, flags.NoUpdate if kept else flags.ClearAndSelect)
        self._open_above(index)
        self.view.scrollTo(index)

    def _branches(self) -> tuple[set[int], set[int]]:
        """Return the keys of open and of closed rows that have rows below."""
        opened, shut = set[int](), set[int]()
        for key in self._rows.in_order():
            if self._rows.children_of(key):
                expanded = self.view.isExpanded(self._rows.index_of(key))
                (opened if expanded else shut).add(key)
        return opened, shut

    def _open(self, keys: Iterable[int], shut: Iterable[int] = ()) -> None:
        for key in keys:
            self.view.expand(self._rows.index_of(key))
        for key in shut:
            self.view.collapse(self._rows.index_of(key))

    def _open_top(self) -> None:
        """Open the topmost branches."""
        self.view.scheduleDelayedItemsLayout()  # laid out when shown, not for each branch
        for row in range(self._rows.rowCount()):
            self.view.expand(self._rows.index(row, 0))

    def _open_above(self, index: QModelIndex) -> None:
        above = index.parent()
        while above.isValid():
            if not self.view.isExpanded(above):  # to be asked costs less than to be told
                self.view.expand(above)
            above = above.parent()

    # ------------------------------------------------------------------ following the model

    @contextmanager
    def _silence(self) -> Iterator[None]:
        self._quiet = True
        try:
            yield
        finally:
            self._quiet = False

    def _open_new(self, parent: QModelIndex, first: int, last: int) -> None:
        """Open a row when the first rows come below it: what was just made is to be seen."""
        if parent.isValid() and self._rows.rowCount(parent) == last - first + 1:
            self.view.expand(parent)

    def _open_moved(
        self, _source: QModelIndex, first: int, last: int, parent: QModelIndex, _at: int
    ) -> None:
        self._open_new(parent, first, last)

    def _before_removal(self, parent: QModelIndex, first: int, last: int) -> None:
        going = self.view.currentIndex()
        while going.isValid() and going.parent() != parent:
            going = going.parent()
        goes = going.isValid() and first <= going.row() <= last
        self._above = self._rows.key_of(parent) if goes else 0

    def _after_removal(self) -> None:
        """Stay near what went: where it had no sibling, the row above it becomes the current one.

        It is not selected, no more than a sibling is: another Delete must not take it.
        """
        above = self._rows.index_of(self._above) if self._above else QModelIndex()
        self._above = 0
        if above.isValid() and not self.view.currentIndex().isValid():
            flags = QItemSelectionModel.SelectionFlag
            self.view.selectionModel().setCurrentIndex(above, flags.NoUpdate)

    def _before_reset(self) -> None:
        self._quiet = True
        if self._kept is None:
            self._kept = self._branches()
        self._chosen_before = self.selected_keys()

    def _after_reset(self) -> None:
        if not self._rows.filtered:
            opened, shut = self._kept or (set(), set())
            self._kept = None
            self._open_top()
            self._open(opened, shut)
        elif not self._filtering:
            self.view.expandAll()
        self.select_keys([self._told, *self._chosen_before], reveal=False)
        self._quiet = False
        self._moved()

    def _moved(self) -> None:
        key = self.current_key()
        if not self._quiet and key != self._told:
            self._told = key
            self._current_changed(key)

    def _refresh(self) -> None:
        self.set_heading(*self._heading())
        none = not len(self._rows)
        nothing_found = not none and not self._rows.rowCount()
        self._empty.setText(self._no_match() if nothing_found else self._nothing())
        self._pages.setCurrentIndex(1 if none or nothing_found else 0)
        for row in range(self.filter_row.count()):
            self.filter_row.itemAt(row).widget().setVisible(not none)

    # ------------------------------------------------------------------ events

    def _menu_wanted(self, where: QPoint) -> None:
        self.contextMenuRequested.emit(where)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.filter_field and event.type() == QEvent.Type.KeyPress:
            return self._key_in_filter(event)
        return super().eventFilter(watched, event)

    def _key_in_filter(self, event: QKeyEvent) -> bool:
        """Down and Enter go to the tree, Escape shows everything again."""
        key = event.key()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._pause.isActive():
                self._filter()
            if self._rows.rowCount():
                current = self.current_key()
                if not (current and self._rows.is_match(current)):
                    self.select_keys([self._first_match()])
                self.view.setFocus(Qt.FocusReason.TabFocusReason)
            return True
        if key == Qt.Key.Key_Escape and self.filter_field.text():
            self.filter_field.clear()
            return True
        return False

    def _first_match(self) -> int:
        """Return the key of the first row that matches itself, else of the first row."""
        matches = (key for key in self._rows.in_order() if self._rows.is_match(key))
        return next(matches, self._rows.key_of(self._rows.index(0, 0)))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
