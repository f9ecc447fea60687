"""The list of disagreements under the hands: one row is current, letters mean something."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from qcode.ui.dialogs.tables import CalmDelegate
from qcode.ui.itemmodels.disagreement_rows import Column, DisagreementRows, heads

_MOST = {Column.KIND: 28, Column.DOCUMENT: 10, Column.VERDICT: 38}
"""Columns that are as wide as their words, up to so many per cent of the width."""

_SCANT = 170  # pixels; with less for both, the code is left to the row in full
_CODE = 36  # per cent of what is left for the code, the rest is for the words
FEWEST = 2
"""Rows that are always shown."""

_PAD = 8  # pixels above and below the words of a row, together
_AIR = 26  # pixels beside them, together
_STAYS = (
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
)


class DisagreementView(QTableView):
    """Whole rows are chosen, one at a time; ``opened`` comes with a double click."""

    wentTo = Signal(int)  # row, -1 for none
    opened = Signal()

    def __init__(self, rows: DisagreementRows, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = rows
        self._widths = dict.fromkeys(_MOST, 0)
        self.setItemDelegate(CalmDelegate(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionsClickable(False)
        head.setMinimumSectionSize(30)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setModel(rows)
        rows.wordsChanged.connect(self._measure)
        self.doubleClicked.connect(lambda _: self.opened.emit())
        self._fit_rows()

    # ------------------------------------------------------------------ the current row

    def current_row(self) -> int:
        """Return the row that has the cursor, -1 for none."""
        return self.currentIndex().row()

    def go_to(self, row: int) -> None:
        """Put the cursor on a row and bring it into view; outside: on the nearest one."""
        row = min(row, self.rows.rowCount() - 1)
        if row < 0:
            self.wentTo.emit(-1)
            return
        if row == self.current_row():
            self.wentTo.emit(row)
        else:
            self.setCurrentIndex(self.rows.index(row, Column.KIND))
        if row + 1 < self.rows.rowCount():  # with the one to which a verdict goes
            self.scrollTo(self.rows.index(row + 1, Column.KIND))
        self.scrollTo(self.rows.index(row, Column.KIND))

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:
        super().currentChanged(current, previous)
        if current.row() != previous.row() or not previous.isValid():
            self.wentTo.emit(current.row())

    # ------------------------------------------------------------------ keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _STAYS:
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Home:  # Qt would go to the first column
            self.go_to(0)
        elif event.key() == Qt.Key.Key_End:
            self.go_to(self.rows.rowCount() - 1)
        else:
            event.ignore()  # letters are commands here; there are no names to be found by typing

    # ------------------------------------------------------------------ look

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit_columns()

    def fit_columns(self) -> None:
        """Share the width out among the columns."""
        width, head = self.viewport().width(), self.horizontalHeader()
        left = width
        for column, most in _MOST.items():
            part = min(self._widths[column], width * most // 100)
            left -= part
            head.resizeSection(column, part)
        code = left * _CODE // 100 if left > _SCANT else 0
        head.setSectionHidden(Column.CODE, not code)
        head.resizeSection(Column.CODE, code)
        head.resizeSection(Column.WORDS, left - code)

    def _measure(self) -> None:
        """Take the widths of the words that may stand in a column, and of its heading."""
        possible, named = self.rows.possible(), heads()
        for column in _MOST:
            rows, head = self.fontMetrics(), self.horizontalHeader().fontMetrics()
            widths = [rows.horizontalAdvance(words) for words in possible.get(column, ())]
            widest = max((head.horizontalAdvance(named[column]), *widths))
            self._widths[column] = widest + _AIR
        self.fit_columns()

    def show_heading(self, shown: bool) -> None:
        """Show what the columns are called, or do without."""
        if self.horizontalHeader().isHidden() is shown:
            self.horizontalHeader().setHidden(not shown)
            self.setMinimumHeight(self.height_of(FEWEST))

    def row_height(self) -> int:
        """Return the height of a row in pixels."""
        return self.verticalHeader().defaultSectionSize()

    def height_of(self, rows: int) -> int:
        """Return the height of the list with its heading and so many rows, in pixels."""
        heading = self.horizontalHeader()
        head = 0 if heading.isHidden() else heading.sizeHint().height()
        return head + rows * self.row_height() + 2 * self.frameWidth()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit_rows()
            self._measure()
        elif event.type() == QEvent.Type.LanguageChange:
            self._measure()

    def _fit_rows(self) -> None:
        head = self.verticalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        height = self.fontMetrics().height() + _PAD
        head.setMinimumSectionSize(height)
        head.setDefaultSectionSize(height)
