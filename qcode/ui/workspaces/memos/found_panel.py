"""The left side: what is asked for, the months, and the memos that were found."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QEvent, QItemSelectionModel, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QMenu,
    QStackedLayout,
    QToolButton,
    QWidget,
)

from qcode.model.enums import MemoKind
from qcode.model.records import MemoRecord
from qcode.model.theory_records import MemoFilter
from qcode.services import memos
from qcode.services.project import Project
from qcode.ui.shell import icons
from qcode.ui.shell.actions import ActionSet
from qcode.ui.widgets.activated_list import ActivatedList
from qcode.ui.widgets.panel import Panel
from qcode.ui.workspaces.memos.filter_bar import MemoFilterBar
from qcode.ui.workspaces.memos.months import Month, counted
from qcode.ui.workspaces.memos.rows import MemoRowDelegate, MemoRows
from qcode.ui.workspaces.memos.things import Things
from qcode.ui.workspaces.memos.timeline import Timeline

Found = tuple[list[MemoRecord], list[MemoRecord], dict[Month, int]]
"""All memos, those that are wanted, and how many there are by month without the wish for days."""


class FoundPanel(Panel):
    """Asks, and lists the answer. It changes no memo: it says what is asked of the chosen ones."""

    asked = Signal()  # other memos are wanted than before
    currentChanged = Signal()  # by the user, never by an answer
    writeRequested = Signal()
    deleteRequested = Signal()

    def __init__(self, things: Things, actions: ActionSet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self._count = 0
        self._choosing = False
        self.bar = MemoFilterBar(things)
        self.timeline = Timeline()
        self.rows = MemoRows(things, self)
        self.list = ActivatedList(self)
        self.list.setUniformItemSizes(True)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.setModel(self.rows)
        self.list.setItemDelegate(MemoRowDelegate(self.list))
        self._lay_out()
        self.bar.changed.connect(self.asked)
        self.bar.entered.connect(lambda: self.list.setFocus(Qt.FocusReason.TabFocusReason))
        self.timeline.chosen.connect(self._choose_months)
        self.list.selectionModel().currentChanged.connect(self._hear_current)
        self.list.activatedRow.connect(lambda _: self.writeRequested.emit())
        self.list.removePressed.connect(self.deleteRequested)
        self.retranslate()

    def _lay_out(self) -> None:
        self.new = QToolButton()
        self.new.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.new.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._kinds = QMenu(self)
        for kind in MemoKind:
            self._kinds.addAction(self._actions[f"memo.new.{kind.value}"])
        self.new.setMenu(self._kinds)
        top = QHBoxLayout()
        top.addWidget(self.new)
        top.addStretch(1)
        self._nothing = QLabel()
        self._nothing.setProperty("role", "muted")
        self._nothing.setWordWrap(True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._nothing.setContentsMargins(12, 24, 12, 8)
        self._pages = QStackedLayout()
        self._pages.addWidget(self.list)
        self._pages.addWidget(self._nothing)
        self.column.addLayout(top)
        self.column.addWidget(self.bar)
        self.column.addWidget(self.timeline)
        self.column.addLayout(self._pages, 1)

    # ------------------------------------------------------------------ asking and showing

    def find(self, project: Project) -> Found:
        """Read the memos; it may be called away from the window's thread."""
        asked = self.bar.wanted
        everything = memos.listed(project, order=self.bar.wanted_order)
        timeless = MemoFilter(
            asked.kinds, asked.coders, "", "", asked.attached, asked.project_only, asked.words
        )
        found = [one for one in memos.chosen(project, everything, timeless) if self.bar.passes(one)]
        within = [one for one in found if memos.within(one, asked.since, asked.until)]
        return everything, within, counted(found)

    def show_found(self, found: Found, current: int | None, *, scroll: bool) -> None:
        """Show an answer with the memo ``current`` as the current one.

        The same memos are chosen as before. Where the current one is gone, its neighbour is
        current; ``scroll`` brings it into view.
        """
        everything, wanted, months = found
        self._count = len(everything)
        self.bar.show_all(everything)
        self.timeline.show_counts(months, self._months())
        chosen, row_before = set(self.chosen()), self.list.currentIndex().row()
        self._choosing = True
        self.rows.show_memos(wanted)
        self._choose(current, chosen, row_before, scroll=scroll)
        self._choosing = False
        self._say()

    def _choose(
        self, memo_id: int | None, chosen: Collection[int], row_before: int, *, scroll: bool
    ) -> None:
        row = self.rows.row_of(memo_id)
        if row < 0 and self.rows.memos:
            row = min(max(row_before, 0), len(self.rows.memos) - 1)
            chosen = ()
        selection, flags = self.list.selectionModel(), QItemSelectionModel.SelectionFlag
        there = [at for at, one in enumerate(self.rows.memos) if one.id in chosen] or [row]
        selection.clear()
        if row >= 0:
            for at in there if row in there else [row]:
                selection.select(self.rows.index(at), flags.Select)
            selection.setCurrentIndex(self.rows.index(row), flags.Select)
        if scroll and row >= 0:
            self.list.scrollTo(self.rows.index(row))

    def _hear_current(self) -> None:
        if not self._choosing:
            self.currentChanged.emit()

    def current(self) -> MemoRecord | None:
        """Return the memo that has the cursor."""
        row = self.list.currentIndex().row()
        return self.rows.memos[row] if 0 <= row < len(self.rows.memos) else None

    def chosen(self) -> list[int]:
        """Return the ids of the chosen memos in the order of the list."""
        rows = sorted(index.row() for index in self.list.selectionModel().selectedIndexes())
        return [self.rows.memos[row].id for row in rows if row < len(self.rows.memos)]

    # ------------------------------------------------------------------ months

    def _months(self) -> tuple[Month, Month] | None:
        if self.bar.days is None:
            return None
        first, last = self.bar.days
        return Month(first.year, first.month), Month(last.year, last.month)

    def _choose_months(self, chosen: tuple[Month, Month] | None) -> None:
        if chosen is None:
            self.bar.set_days(None)
        else:
            first, last = chosen
            self.bar.set_days((first.first, last.last))

    # ------------------------------------------------------------------ words

    def _say(self) -> None:
        count, shown = self._count, len(self.rows.memos)
        if shown != count:
            note = self.tr("{shown} of {count}").format(shown=shown, count=count)
        else:
            note = str(count) if count else ""
        self.set_heading(self.tr("Memos"), note)
        self._pages.setCurrentIndex(0 if shown else 1)
        if count:
            self._nothing.setText(self.tr("No memo is like that."))
        else:
            self._nothing.setText(
                self.tr(
                    "No memo yet. Write down what strikes you: with New, or with Ctrl+Shift+M"
                    " beside the text."
                )
            )

    def retranslate(self) -> None:
        """Set every text again."""
        self.list.setAccessibleName(self.tr("Memos"))
        self.new.setText(self.tr("New"))
        self.new.setToolTip(self.tr("Write a new memo"))
        self.new.setAccessibleName(self.tr("Write a new memo"))
        self.new.setIcon(icons.icon("plus"))
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.PaletteChange:
            self.new.setIcon(icons.icon("plus"))
        super().changeEvent(event)
