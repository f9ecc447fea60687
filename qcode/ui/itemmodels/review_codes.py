"""How far coders agree about each code: a row for each, sorted by any column."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from qcode.model.agreement import Coefficient
from qcode.ui.itemmodels.review_columns import (
    CELLS,
    COLUMNS,
    Column,
    Heads,
    Row,
    about,
    cell_of,
    head,
    of_column,
    title_of,
)
from qcode.ui.itemmodels.review_words import (
    NONE,
    count,
    interval_of,
    interval_told,
    told,
    value_of,
)
from qcode.ui.shell.i18n import joined

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_ROLES = frozenset(
    {
        Qt.ItemDataRole.DisplayRole,
        Qt.ItemDataRole.ToolTipRole,
        Qt.ItemDataRole.TextAlignmentRole,
        Qt.ItemDataRole.AccessibleTextRole,
    }
)


class ReviewCodes(QAbstractTableModel):
    """Rows of codes, by default those with the lowest α first; what is not defined comes last."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []
        self._places: dict[int, int] = {}  # code id → place in the codebook
        self._heads = Heads()
        self._open: Mapping[int | None, int] | None = None  # None while it is not known yet
        self._column, self._order = Column.ALPHA, Qt.SortOrder.AscendingOrder

    def show_rows(self, rows: Sequence[Row], heads: Heads) -> None:
        """Show these rows, sorted as they were."""
        before = [row.code.id for row in self._rows if row.code is not None]
        self._places = {row.code.id: at for at, row in enumerate(rows) if row.code is not None}
        ordered = self._sorted(rows)
        same = before == [row.code.id for row in ordered if row.code is not None] and bool(before)
        if not same:
            self.beginResetModel()
        self._rows, self._heads = ordered, heads
        if not same:
            self.endResetModel()
        elif self._rows:
            self.dataChanged.emit(
                self.index(0, 0), self.index(len(self._rows) - 1, len(COLUMNS) - 1)
            )
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(COLUMNS) - 1)

    def count_open(self, open_by_code: Mapping[int | None, int] | None) -> None:
        """Show how many disagreements are still open; under None stands the number of all."""
        self._open = open_by_code
        if self._rows:
            at = COLUMNS.index(Column.OPEN)
            self.dataChanged.emit(self.index(0, at), self.index(len(self._rows) - 1, at))

    def open_of(self, row: Row) -> int | None:
        """Return how many disagreements about a row are open, None while it is not known."""
        if self._open is None:
            return None
        return self._open.get(None if row.code is None else row.code.id, 0)

    def row(self, place: int) -> Row | None:
        """Return a row, None where there is none."""
        return self._rows[place] if 0 <= place < len(self._rows) else None

    def place_of(self, code_id: int | None) -> int | None:
        """Return the row of a code."""
        return next(
            (
                at
                for at, row in enumerate(self._rows)
                if row.code is not None and row.code.id == code_id
            ),
            None,
        )

    @property
    def heads(self) -> Heads:
        """Who is compared."""
        return self._heads

    # ------------------------------------------------------------------ sorting

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._column, self._order = COLUMNS[column], order
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        codes = [self._rows[index.row()].code for index in before]
        self._rows = self._sorted(self._rows)
        at = {row.code.id: place for place, row in enumerate(self._rows) if row.code is not None}
        self.changePersistentIndexList(
            before,
            [
                self.index(at[code.id], index.column()) if code is not None else QModelIndex()
                for index, code in zip(before, codes, strict=True)
            ],
        )
        self.layoutChanged.emit()
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(COLUMNS) - 1)

    def _sorted(self, rows: Sequence[Row]) -> list[Row]:
        def place(row: Row) -> int:
            return self._places.get(row.code.id, 0) if row.code is not None else 0

        keyed = [(self._key(row), place(row), row) for row in rows]
        down = self._order == Qt.SortOrder.DescendingOrder
        known = sorted(
            (one for one in keyed if one[0] is not None),
            key=lambda one: (-one[0] if down else one[0], one[1]),
        )
        return [
            row
            for _, _, row in (*known, *sorted((one for one in keyed if one[0] is None), key=_place))
        ]

    def _key(self, row: Row) -> float | None:
        if self._column is Column.CODE:
            return float(self._places.get(row.code.id, 0)) if row.code is not None else None
        if self._column is Column.OPEN:
            return self.open_of(row)
        if self._column in CELLS:
            return cell_of(row, self._column)
        coefficient = of_column(self._column, self._heads.kappa)
        return row.measured.get(coefficient) if coefficient is not None else None

    # ------------------------------------------------------------------ what a view asks

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation != Qt.Orientation.Horizontal:
            return None
        column = COLUMNS[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return self.titled(column)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.WhatsThisRole):
            return about(column, self._heads)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _LEFT if column in (Column.CODE, Column.SCALE) else _RIGHT
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role not in _ROLES:
            return None
        row, column = self._rows[index.row()], COLUMNS[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self.words(row, column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _LEFT if column is Column.CODE else _RIGHT
        return self.said(row, column, heard=role == Qt.ItemDataRole.AccessibleTextRole)

    # ------------------------------------------------------------------ words

    def titled(self, column: Column) -> str:
        """Return the head of a column, with an arrow where the rows are sorted by it."""
        down = self._order == Qt.SortOrder.DescendingOrder
        mark = " ↓" if down else " ↑"
        return head(column, self._heads) + (mark if column is self._column else "")

    def words(self, row: Row, column: Column) -> str:
        """Return what a cell shows."""
        if column is Column.CODE:
            return title_of(row)
        if column is Column.OPEN:
            number = self.open_of(row)
            return "" if number is None else count(number)
        if column in CELLS:
            number = cell_of(row, column)
            return NONE if number is None else count(number)
        if column is Column.INTERVAL:
            return interval_of(row.measured)
        if column is Column.SCALE:
            return ""
        coefficient = of_column(column, self._heads.kappa)
        assert coefficient is not None
        return value_of(row.measured, coefficient)

    def said(self, row: Row, column: Column, *, heard: bool = False) -> str:
        """Return what a cell says in its tooltip, or to who hears it."""
        if column is Column.CODE:
            definition = row.code.definition if row.code is not None else ""
            return title_of(row) if heard else "\n".join(filter(None, (title_of(row), definition)))
        if column in (Column.INTERVAL, Column.SCALE):
            if row.measured.get(Coefficient.KRIPPENDORFF_ALPHA) is None:
                return told(row.measured, Coefficient.KRIPPENDORFF_ALPHA)
            return interval_told(row.measured)
        coefficient = of_column(column, self._heads.kappa)
        if coefficient is not None:
            return told(row.measured, coefficient)
        return joined((head(column, self._heads), self.words(row, column) or NONE), "heading")


def _place(one: tuple[float | None, int, Row]) -> int:
    return one[1]
