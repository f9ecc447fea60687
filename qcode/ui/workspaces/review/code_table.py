"""The table of codes, sorted by the worst, and below it a line for all of them together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFont,
    QFontMetrics,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QMenu,
    QVBoxLayout,
    QWidget,
)

from qcode.ui.itemmodels.review_codes import ReviewCodes
from qcode.ui.itemmodels.review_columns import COLUMNS, OF_TWO, Column, Heads, Row, about
from qcode.ui.workspaces.review.code_cells import AIR, PAD, CodeCells
from qcode.ui.workspaces.review.opened_table import OpenedTable

_LOOKED_AT = 40  # rows, for the widths of columns
_NAME, _LEAST = 130, 96  # pixels that the names of codes should have, and that they keep
_SCALE = 70


class CodeTable(QWidget):
    """``chosen`` tells of the code with the cursor; ``opened`` of one whose cell was used."""

    chosen = Signal(object)  # code id, or None for all codes
    opened = Signal(object, object)  # code id, or None for all codes; the Column
    passagesRequested = Signal(list)  # code ids

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = ReviewCodes(self)
        self.all = ReviewCodes(self)
        self.view = _Cells(self.rows, self)
        self.foot = _Cells(self.all, self)
        self.hidden: set[Column] = set()  # by who looks
        self._absent: set[Column] = set()  # because there is nothing to show
        self._wide: dict[Column, int] = {}  # pixels that the words of a column take
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.view, 1)
        below = QHBoxLayout()
        below.setContentsMargins(1, 0, 0, 0)  # the table above has a frame
        below.addWidget(self.foot)
        column.addLayout(below)
        head = self.view.horizontalHeader()
        head.setSortIndicator(COLUMNS.index(Column.ALPHA), Qt.SortOrder.AscendingOrder)
        head.setSectionsClickable(True)
        self.view.setSortingEnabled(True)
        head.setSortIndicatorShown(False)  # in words: Qt would draw its arrow over them
        head.setStyleSheet(f"QHeaderView::section {{ padding: 5px {PAD}px; }}")
        head.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        head.customContextMenuRequested.connect(self._offer_columns)
        self.foot.horizontalHeader().hide()
        self.foot.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.foot.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.foot.setProperty("bare", True)
        head.sectionResized.connect(lambda at, _, width: self.foot.setColumnWidth(at, width))
        self.view.horizontalScrollBar().valueChanged.connect(
            self.foot.horizontalScrollBar().setValue
        )
        head.sortIndicatorChanged.connect(lambda *_: self._measure())
        self.view.resized.connect(self._fit)
        self.view.asked.connect(self._offer)
        self.view.selectionModel().currentRowChanged.connect(lambda *_: self._tell())
        self.rows.modelReset.connect(self._tell)
        self.view.opened.connect(self._open)
        self.foot.opened.connect(lambda index: self.opened.emit(None, COLUMNS[index.column()]))
        self._told: int | None = None

    # ------------------------------------------------------------------ what is shown

    def show_rows(self, rows: Sequence[Row], whole: Row, heads: Heads, *, two: bool) -> None:
        """Show codes and all of them together; ``two``: of two coders, with their cells."""
        before = self.code_id()
        self._absent = set() if two else set(OF_TWO)
        if not any(row.measured.interval for row in (*rows, whole)):
            self._absent.add(Column.INTERVAL)
        self.rows.show_rows(rows, heads)
        self.all.show_rows([whole], heads)
        at = self.rows.place_of(before)
        if at is None and rows:
            at = 0
        if at is not None and self.view.currentIndex().row() != at:
            column = max(0, self.view.currentIndex().column())
            self.view.setCurrentIndex(self.rows.index(at, column))
        self._measure()
        self._tell()

    def count_open(self, open_by_code: Mapping[int, int] | None, whole: int = 0) -> None:
        """Show how many disagreements are open; None while that is not known."""
        self.rows.count_open(open_by_code)
        self.all.count_open(None if open_by_code is None else {None: whole})
        self._measure(Column.OPEN)

    def set_lines(self, values: Sequence[float]) -> None:
        """Draw lines of reference on the scale at these values of α."""
        for view in (self.view, self.foot):
            view.cells.lines = values
            view.viewport().update()

    def code_id(self) -> int | None:
        """Return the code with the cursor."""
        row = self.rows.row(self.view.currentIndex().row())
        return None if row is None or row.code is None else row.code.id

    def select(self, code_id: int) -> bool:
        """Put the cursor on a code; False where it is not among the rows."""
        at = self.rows.place_of(code_id)
        if at is not None:
            self.view.setCurrentIndex(self.rows.index(at, 0))
        return at is not None

    # ------------------------------------------------------------------ widths

    def _measure(self, *columns: Column) -> None:
        """Look how wide the words of some columns are, or of all, and divide the room again."""
        bold = self.foot.bold_metrics()
        wide = {column: self._width(column, bold) + 2 * PAD for column in columns or COLUMNS[1:]}
        if not wide.items() <= self._wide.items() or not columns:
            self._wide |= wide
            self._fit()

    def _fit(self) -> None:
        """Give numbers the room they take and the names of codes the rest.

        Where that is too little for the names, the interval is left to the picture of it.
        """
        away = self._absent | self.hidden
        widths = {column: wide for column, wide in self._wide.items() if column not in away}
        room = self.view.viewport().width()
        if room - sum(widths.values()) < _NAME and Column.SCALE in widths:
            widths.pop(Column.INTERVAL, None)
        for at, column in enumerate(COLUMNS[1:], 1):
            for view in (self.view, self.foot):
                view.setColumnHidden(at, column not in widths)
            if column in widths:
                self.view.setColumnWidth(at, widths[column])
        self.view.setColumnWidth(0, max(_LEAST, room - sum(widths.values())))
        self.foot.setFixedHeight(self.foot.verticalHeader().defaultSectionSize() + 2)

    def _width(self, column: Column, bold: QFontMetrics) -> int:
        """Return how wide the words of a column are."""
        widest = bold.horizontalAdvance(self.rows.titled(column))
        if column is Column.SCALE:
            return max(widest, _SCALE)
        metrics = self.view.fontMetrics()
        looked = (self.rows.row(at) for at in range(min(self.rows.rowCount(), _LOOKED_AT)))
        shown = [self.rows.words(row, column) for row in looked if row is not None]
        widest = max(widest, *(metrics.horizontalAdvance(one) for one in shown), 0)
        whole = self.all.row(0)
        if whole is not None:
            widest = max(widest, bold.horizontalAdvance(self.all.words(whole, column)))
        return widest

    # ------------------------------------------------------------------ what is asked

    def _tell(self) -> None:
        now = self.code_id()
        if now != self._told:
            self._told = now
            self.chosen.emit(now)

    def _open(self, index: QModelIndex) -> None:
        row = self.rows.row(index.row())
        if row is not None and row.code is not None:
            self.opened.emit(row.code.id, COLUMNS[index.column()])

    def _offer(self, index: QModelIndex, at: QPoint) -> None:
        """Offer what can be done from a cell; the only way to sort by keys."""
        row = self.rows.row(index.row())
        if row is None or row.code is None:
            return
        code_id = row.code.id
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Its disagreements")).triggered.connect(
            lambda: self.opened.emit(code_id, Column.CODE)
        )
        menu.addAction(self.tr("Its passages")).triggered.connect(
            lambda: self.passagesRequested.emit([code_id])
        )
        menu.addSeparator()
        for text, order in (
            (self.tr("Sort by this column, lowest first"), Qt.SortOrder.AscendingOrder),
            (self.tr("Sort by this column, highest first"), Qt.SortOrder.DescendingOrder),
        ):
            menu.addAction(text).triggered.connect(
                lambda _=False, order=order: self.view.sortByColumn(index.column(), order)
            )
        self._fill_columns(menu.addMenu(self.tr("Columns")))
        menu.popup(at)

    def _offer_columns(self, at: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._fill_columns(menu)
        menu.popup(self.view.horizontalHeader().mapToGlobal(at))

    def _fill_columns(self, menu: QMenu) -> None:
        for column in COLUMNS[1:]:
            if column in self._absent:
                continue
            words = about(column, self.rows.heads).split("\n")[0].split(". ")[0]
            action = menu.addAction(words.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(column not in self.hidden)
            action.toggled.connect(lambda on, column=column: self._show_column(column, on))

    def _show_column(self, column: Column, on: bool) -> None:
        if on:
            self.hidden.discard(column)
        else:
            self.hidden.add(column)
        self._fit()

    def retranslate(self) -> None:
        """Set every text again."""
        self.view.setAccessibleName(self.tr("Agreement on each code"))
        self.foot.setAccessibleName(self.tr("Agreement on all codes, pooled"))
        self.rows.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(COLUMNS) - 1)
        self._measure()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


class _Cells(OpenedTable):
    """Whole rows are marked, single cells are used: by a click or Enter."""

    asked = Signal(QModelIndex, QPoint)  # for the menu of a cell, at a place of the screen
    resized = Signal()

    def __init__(self, rows: ReviewCodes, parent: QWidget) -> None:
        super().__init__(parent)
        self.cells = CodeCells(self, rows)
        self.setModel(rows)
        self.setItemDelegate(self.cells)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().lineSpacing() + 2 * AIR)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setMinimumSectionSize(20)
        self.horizontalHeader().setTextElideMode(Qt.TextElideMode.ElideRight)

    def bold_metrics(self) -> QFontMetrics:
        """Return how wide words are in the row of all codes."""
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        return QFontMetrics(font)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index = self.indexAt(event.pos())
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            index = self.currentIndex()
        place = self.visualRect(index).bottomLeft()
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        self.asked.emit(
            index, event.globalPos() if by_mouse else self.viewport().mapToGlobal(place)
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.verticalHeader().setDefaultSectionSize(self.fontMetrics().lineSpacing() + 2 * AIR)
        super().changeEvent(event)
