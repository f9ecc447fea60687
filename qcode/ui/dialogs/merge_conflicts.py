"""What both sides changed: chosen one by one, by keyboard alone, or for all that are left."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QSplitter,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from qcode.model.join_records import Choice, MergePlan
from qcode.ui.dialogs.merge_detail import ConflictDetail
from qcode.ui.dialogs.tables import CalmDelegate
from qcode.ui.itemmodels.conflict_rows import Column, ConflictRows
from qcode.ui.shell.i18n import say
from qcode.ui.widgets.choosing import choose_only

KEYS = {
    Qt.Key.Key_M: Choice.MINE,
    Qt.Key.Key_1: Choice.MINE,
    Qt.Key.Key_T: Choice.THEIRS,
    Qt.Key.Key_2: Choice.THEIRS,
    Qt.Key.Key_B: Choice.BOTH,
    Qt.Key.Key_3: Choice.BOTH,
}
_BACK = (Qt.Key.Key_0, Qt.Key.Key_Backspace)
_WHAT = (110, 240)  # pixels of the first column: at least, at most
_WIDTHS = {Column.FILE: 130, Column.KIND: 260, Column.CHOICE: 90}
_ROOM = 9  # pixels above and below the words of a row


class ConflictsPage(QWidget):
    """A list of conflicts, the chosen one side by side below; ``changed`` tells of any choice."""

    changed = Signal()

    def __init__(self, plan: MergePlan, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = ConflictRows()
        self.view = QTableView()
        self.view.setModel(self.rows)
        self.detail = ConflictDetail(self.rows)
        self.buttons: dict[Choice, QPushButton] = {}
        self.rest_buttons: dict[Choice, QPushButton] = {}
        self._set_up_view()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(12)
        splitter.addWidget(self.view)
        lower = QWidget()
        below = QVBoxLayout(lower)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(10)
        below.addLayout(self._make_buttons())
        below.addWidget(self.detail, 1)
        splitter.addWidget(lower)
        splitter.setSizes([180, 340])
        splitter.setStretchFactor(0, 2)
        splitter.setStretchFactor(1, 3)
        column.addWidget(splitter)
        self.setFocusProxy(self.view)
        self.view.selectionModel().currentRowChanged.connect(lambda *_: self._show())
        self.detail.fieldChosen.connect(self._choose_field)
        self.rows.dataChanged.connect(lambda *_: self._heard())
        self.retranslate()
        self.show_plan(plan)

    def show_plan(self, plan: MergePlan) -> None:
        """Show the conflicts of a plan, the first open one chosen; choices that were made stay."""
        files = [Path(path).name for path in plan.paths]
        self.rows.show_conflicts(plan.conflicts, files)
        self.view.setColumnHidden(Column.FILE, len(files) < 2)
        self.view.ensurePolished()  # the theme has a font of its own
        words = {say(one.what) for one in plan.conflicts}
        wide = max(map(self.view.fontMetrics().horizontalAdvance, words), default=0) + 3 * _ROOM
        least, most = _WHAT
        self.view.horizontalHeader().resizeSection(Column.WHAT, min(max(least, wide), most))
        if self.rows.conflicts:
            choose_only(self.view, self.rows.index(max(0, self.rows.next_open(-1)), 0))
        self._heard()

    def _set_up_view(self) -> None:
        view = self.view
        view.setItemDelegate(CalmDelegate(view))
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        view.setShowGrid(False)
        view.setWordWrap(False)
        view.setTabKeyNavigation(False)
        view.setMinimumHeight(110)
        view.verticalHeader().hide()
        view.verticalHeader().setDefaultSectionSize(view.fontMetrics().height() + _ROOM)
        view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = view.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(Column.NAME, QHeaderView.ResizeMode.Stretch)
        for column, width in _WIDTHS.items():
            header.resizeSection(column, width)
        view.installEventFilter(self)  # letters would search the list

    def _make_buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        for choice in Choice:
            button = self.buttons[choice] = QPushButton()
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, choice=choice: self.choose(choice))
            row.addWidget(button)
        row.addStretch(1)
        self._rest = QLabel()
        self._rest.setProperty("role", "muted")
        row.addWidget(self._rest)
        for choice in Choice:
            button = self.rest_buttons[choice] = QPushButton()
            button.setProperty("flat", True)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, choice=choice: self.choose_rest(choice))
            row.addWidget(button)
        return row

    # ------------------------------------------------------------------ choosing

    def choose(self, choice: Choice | None) -> None:
        """Choose for the selected conflicts (None: nothing yet), and go to the next open one."""
        # Asked for single rows, Qt takes a second for some ten thousand of them.
        ranges = self.view.selectionModel().selection()
        chosen = sorted({row for one in ranges for row in range(one.top(), one.bottom() + 1)})
        self.rows.choose(chosen, choice)
        if choice is not None and chosen:
            following = self.rows.next_open(max(chosen))
            if following >= 0:
                choose_only(self.view, self.rows.index(following, 0))
                self.view.scrollTo(self.rows.index(following, 0))

    def choose_rest(self, choice: Choice) -> None:
        """Choose for all that are open."""
        self.view.setFocus()  # the button is of no more use, and Cancel would be the next one
        self.rows.choose_rest(choice)

    def _choose_field(self, field: str, choice: Choice) -> None:
        self.rows.choose_field(self.view.currentIndex().row(), field, choice)

    def _show(self) -> None:
        row = self.view.currentIndex().row()
        file = self.rows.files[self.rows.conflicts[row].key.file] if row >= 0 else ""
        self.detail.show_row(row, file)

    def _heard(self) -> None:
        self.detail.show_choices()
        for button in self.rest_buttons.values():
            button.setEnabled(self.rows.open > 0)
        self.changed.emit()

    # ------------------------------------------------------------------ keys and words

    def eventFilter(self, watched: QWidget, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and self._used(event):
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._used(event):
            super().keyPressEvent(event)

    def _used(self, event: QKeyEvent) -> bool:
        """Take a key that chooses; return whether it was one."""
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if held != Qt.KeyboardModifier.NoModifier:
            return False
        if event.key() in KEYS:
            self.choose(KEYS[event.key()])
        elif event.key() in _BACK:
            self.choose(None)
        else:
            return False
        return True

    def retranslate(self) -> None:
        """Set every text again."""
        self.view.setAccessibleName(self.tr("What both sides changed"))
        words = (
            (Choice.MINE, self.tr("Mine"), "M", self.tr("mine for the rest")),
            (Choice.THEIRS, self.tr("Theirs"), "T", self.tr("theirs for the rest")),
            (Choice.BOTH, self.tr("Both"), "B", self.tr("both for the rest")),
        )
        self._rest.setText(self.tr("The rest:"))
        for choice, name, key, spoken in words:
            self.buttons[choice].setText(f"{name}   {key}")
            self.buttons[choice].setAccessibleName(name)
            self.rest_buttons[choice].setText(name)
            self.rest_buttons[choice].setAccessibleName(spoken)
