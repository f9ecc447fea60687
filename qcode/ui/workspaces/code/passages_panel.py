"""The passages of codes beside the text: read, compared, jumped to."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QLocale, QPoint, Qt, Signal
from PySide6.QtGui import QIcon, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QStackedLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from qcode.model.records import Passage
from qcode.ui.itemmodels.passage_rows import DOCUMENT_ORDER, NEWEST_FIRST
from qcode.ui.itemmodels.passages import PassagesModel
from qcode.ui.shell import icons, theme
from qcode.ui.shell.session import Session
from qcode.ui.widgets.activated_list import ActivatedList
from qcode.ui.widgets.elided_label import ElidedLabel
from qcode.ui.widgets.passage_delegate import PassageDelegate

SMALLEST = 240
"""Pixels that the panel needs at least."""

WIDE = 720
"""Pixels from which everything of the header fits into one line."""

UNIFORM = 500
"""Rows from which all are equally high."""


class PassagesPanel(QWidget):
    """A list of passages under a line that says of which codes, how many, and filters them.

    Enter or a click goes to a passage in its document; Delete takes codings away.
    """

    passageActivated = Signal(int, int, int, int)  # document id, start, end, coding id
    removeRequested = Signal(list)  # coding ids
    menuRequested = Signal(QPoint, list)  # place on the screen, coding ids
    closeRequested = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.model = PassagesModel(session, self)
        self._title = ElidedLabel()
        self._title.setStyleSheet("font-weight: 600;")
        self._counts = QLabel()
        self._counts.setProperty("role", "small")
        self.below = QCheckBox()
        self.filter = QLineEdit()
        self.filter.setClearButtonEnabled(True)
        self.filter.setMinimumWidth(90)
        self.filter.setMaximumWidth(320)
        self.order = QComboBox()
        self.order.addItem("", DOCUMENT_ORDER)
        self.order.addItem("", NEWEST_FIRST)
        self._close = QToolButton()
        self._close.clicked.connect(self.closeRequested)
        self.list = ActivatedList()
        self.list.set_clicks(True)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.setModel(self.model)
        self._delegate = PassageDelegate(self.list)
        self.list.setItemDelegate(self._delegate)
        self._nothing = QLabel()
        self._nothing.setProperty("role", "muted")
        self._nothing.setWordWrap(True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._nothing.setContentsMargins(20, 24, 20, 12)
        self.setMinimumWidth(SMALLEST)
        self.setFocusProxy(self.list)
        self._lay_out()
        self._connect()
        self.retranslate()
        self._draw()

    # ------------------------------------------------------------------ what others ask

    def show_codes(self, code_ids: Iterable[int], *, with_below: bool | None = None) -> None:
        """Show the passages of some codes; ``with_below`` sets the switch, None leaves it."""
        if with_below is not None:
            self._check(with_below)
        self.model.show_codes(code_ids, with_below=self.below.isChecked())

    def code_ids(self) -> list[int]:
        """Return the codes whose passages are shown."""
        return [code.id for code in self.model.asked_codes]

    def next_passage(self, step: int) -> bool:
        """Go to the next (1) or previous (-1) passage; False where there is none any more."""
        here = self.list.currentIndex().row()
        wanted = here + step if here >= 0 else (0 if step > 0 else self.model.rowCount() - 1)
        if self.model.passage_at(wanted) is None:
            return False
        self.list.setCurrentIndex(self.model.index(wanted))
        self._activate(wanted)
        return True

    def select_coding(self, coding_id: int) -> bool:
        """Mark the row of a coding without going anywhere; False when it is not shown."""
        row = self.model.row_of(coding_id)
        if row < 0:
            return False
        self.list.setCurrentIndex(self.model.index(row))
        return True

    def selected_codings(self) -> list[int]:
        """Return the codings marked, from top to bottom."""
        rows = sorted(index.row() for index in self.list.selectionModel().selectedIndexes())
        found = (self.model.passage_at(row) for row in rows)
        return [passage.coding_id for passage in found if passage is not None]

    def focus_filter(self) -> None:
        """Put the caret into the filter."""
        self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter.selectAll()

    # ------------------------------------------------------------------ parts

    def _lay_out(self) -> None:
        self._tools = QWidget()
        tools = QHBoxLayout(self._tools)
        tools.setContentsMargins(0, 0, 0, 0)
        tools.setSpacing(8)
        tools.addWidget(self.filter, 1)
        tools.addWidget(self.order)
        self._top = QHBoxLayout()
        self._top.setSpacing(10)
        self._top.addWidget(self._title, 2)
        self._top.addWidget(self._close)
        self._below_top = QVBoxLayout()
        self._below_top.setSpacing(4)
        self._is_wide: bool | None = None
        pages = QWidget()
        self._pages = QStackedLayout(pages)
        self._pages.addWidget(self.list)
        self._pages.addWidget(self._nothing)
        header = QVBoxLayout()
        header.setContentsMargins(14, 8, 8, 0)
        header.setSpacing(4)
        header.addLayout(self._top)
        header.addLayout(self._below_top)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 6)
        column.setSpacing(4)
        column.addLayout(header)
        column.addWidget(pages, 1)
        self._arrange(False)

    def _arrange(self, wide: bool) -> None:
        """Set the header in one line, or below each other where there is no room."""
        if wide == self._is_wide:
            return
        for part in (self._counts, self.below, self._tools):
            (self._top if self._is_wide else self._below_top).removeWidget(part)
        if wide:
            self._top.insertWidget(1, self._counts)
            self._top.insertWidget(2, self.below)
            self._top.insertWidget(3, self._tools, 3)
        else:
            for part in (self._counts, self.below, self._tools):
                self._below_top.addWidget(part)
        self._is_wide = wide

    def _connect(self) -> None:
        self.below.clicked.connect(lambda on: self.model.show_codes(self.code_ids(), with_below=on))
        self.filter.textChanged.connect(self.model.set_filter)
        self.filter.textChanged.connect(lambda _: self._show_figures())
        self.filter.returnPressed.connect(self._enter_list)
        self.order.activated.connect(lambda _: self.model.set_order(self.order.currentData()))
        self.model.figuresChanged.connect(self._show_figures)
        self.model.modelAboutToBeReset.connect(self._before_reset)
        self.model.modelReset.connect(self._after_reset)
        for signal in (self.model.rowsInserted, self.model.rowsRemoved, self.model.modelReset):
            signal.connect(self._after_rows)
        self.list.activatedRow.connect(self._activate)
        self.list.removePressed.connect(self._remove)
        self.list.customContextMenuRequested.connect(self._ask_menu)

    # ------------------------------------------------------------------ rows

    def _activate(self, row: int) -> None:
        passage = self.model.passage_at(row)
        if passage is not None:
            self.passageActivated.emit(
                passage.document_id, passage.start, passage.end, passage.coding_id
            )

    def _remove(self) -> None:
        marked = self.selected_codings()
        if marked and self._session.writable:
            self.removeRequested.emit(marked)

    def _ask_menu(self, place: QPoint) -> None:
        marked = self.selected_codings()
        if marked:
            self.menuRequested.emit(self.list.viewport().mapToGlobal(place), marked)

    def _enter_list(self) -> None:
        if self.model.rowCount():
            if not self.list.currentIndex().isValid():
                self.list.setCurrentIndex(self.model.index(0))
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _before_reset(self) -> None:
        passage: Passage | None = self.model.passage_at(self.list.currentIndex().row())
        self._kept = (
            passage.coding_id if passage is not None else None,
            self.list.verticalScrollBar().value(),
        )

    def _after_reset(self) -> None:
        self._delegate.uniform = self.model.rowCount() > UNIFORM
        self.list.setUniformItemSizes(self._delegate.uniform)
        coding_id, place = self._kept
        if coding_id is not None and self.select_coding(coding_id):
            self.list.verticalScrollBar().setValue(place)

    def _after_rows(self) -> None:
        empty = self.model.rowCount() == 0
        self._pages.setCurrentIndex(1 if empty else 0)

    def _check(self, on: bool) -> None:
        self.below.setChecked(on)

    # ------------------------------------------------------------------ words

    def _show_figures(self) -> None:
        asked = self.model.asked_codes
        if len(asked) == 1:
            self._title.setText(asked[0].title)
        else:
            self._title.setText(", ".join(code.title for code in asked))
        passages, documents, rows = self.model.totals()
        counted = self.tr("{passages} in {documents}").format(
            passages=self._passages(passages), documents=self._documents(documents)
        )
        if self.model.filter.strip():
            counted = self.tr("{count} shown of {passages}").format(
                count=QLocale().toString(rows), passages=self._passages(passages)
            )
        self._counts.setText(counted if self.model.ready and passages else "")
        self.below.setVisible(self.model.has_below)
        if not self.model.ready:
            self._nothing.setText(self.tr("Reading passages…"))
        elif passages:
            self._nothing.setText(
                self.tr("No passage contains “{words}”.").format(words=self.model.filter.strip())
            )
        else:
            self._nothing.setText(
                self.tr("No passages yet. Select words in a text and press Enter to code them.")
            )
        self._after_rows()

    def _passages(self, count: int) -> str:
        if count == 1:
            return self.tr("1 passage")
        return self.tr("{count} passages").format(count=QLocale().toString(count))

    def _documents(self, count: int) -> str:
        if count == 1:
            return self.tr("1 document")
        return self.tr("{count} documents").format(count=QLocale().toString(count))

    def retranslate(self) -> None:
        """Set every text again."""
        self.setAccessibleName(self.tr("Passages"))
        self.list.setAccessibleName(self.tr("Passages"))
        self.below.setText(self.tr("With codes below"))
        self.filter.setPlaceholderText(self.tr("Filter passages"))
        self.filter.setAccessibleName(self.tr("Filter passages"))
        self.order.setItemText(0, self.tr("By document"))
        self.order.setItemText(1, self.tr("Newest first"))
        self.order.setAccessibleName(self.tr("Order of the passages"))
        self._close.setToolTip(self.tr("Close the passages"))
        self._close.setAccessibleName(self.tr("Close the passages"))
        self._show_figures()

    # ------------------------------------------------------------------ events

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange(event.size().width() >= WIDE)
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.PaletteChange:
            self._draw()
        elif event.type() == QEvent.Type.FontChange:
            self._delegate.refresh_fonts()
        super().changeEvent(event)

    def _draw(self) -> None:
        self._close.setIcon(QIcon(icons.pixmap("close", 16, theme.current().muted)))
