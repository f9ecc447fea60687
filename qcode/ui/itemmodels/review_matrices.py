"""Tables with a tint in each cell: codes by documents, coders by coders, codes by codes."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
)

from qcode.model.agreement import Coefficient, PairAgreement, Undefined
from qcode.model.records import Coder
from qcode.model.review import Cell, Confusion
from qcode.services.review.heat import Heat
from qcode.ui.itemmodels.review_words import NONE, count, told, value_of, written
from qcode.ui.shell.i18n import joined, say

Index = QModelIndex | QPersistentModelIndex
NOTHING = "·"
"""What stands in a cell of the confusion that is empty."""
_ROOT = QModelIndex()
_CENTRE = Qt.AlignmentFlag.AlignCenter
_ROLES = frozenset(
    {
        Qt.ItemDataRole.DisplayRole,
        Qt.ItemDataRole.ToolTipRole,
        Qt.ItemDataRole.TextAlignmentRole,
        Qt.ItemDataRole.AccessibleTextRole,
    }
)


class Tint(NamedTuple):
    """How strongly a cell is tinted (0 to 1), and whether for agreement or for the lack of it."""

    share: float
    agreed: bool


class Matrix(QAbstractTableModel):
    """A table of words and tints; its heirs say what they are."""

    def size(self) -> tuple[int, int]:
        """Return the number of rows and columns."""
        raise NotImplementedError

    def head(self, orientation: Qt.Orientation, section: int) -> str:
        """Return the title of a row or a column."""
        raise NotImplementedError

    def words(self, row: int, column: int) -> str:
        """Return what stands in a cell."""
        raise NotImplementedError

    def said(self, row: int, column: int) -> str:
        """Return all that a cell says, without the titles of its row and column."""
        raise NotImplementedError

    def tint(self, row: int, column: int) -> Tint | None:
        """Return how a cell is tinted, None where it is not."""
        raise NotImplementedError

    # ------------------------------------------------------------------ what a view asks

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else self.size()[0]

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else self.size()[1]

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self.head(orientation, section)
        if role == Qt.ItemDataRole.TextAlignmentRole and orientation == Qt.Orientation.Vertical:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role not in _ROLES:
            return None
        row, column = index.row(), index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self.words(row, column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _CENTRE
        titles = self.titles(row, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{titles}\n{self.said(row, column)}"
        return joined((titles, self.said(row, column)), "heading")

    def titles(self, row: int, column: int) -> str:
        """Return the titles of a cell's row and column."""
        return " × ".join(
            (
                self.head(Qt.Orientation.Vertical, row),
                self.head(Qt.Orientation.Horizontal, column),
            )
        )


class HeatRows(Matrix):
    """A coefficient of each code in each document: the deeper the tint, the less agreement."""

    def __init__(self) -> None:
        super().__init__()
        self.heat: Heat | None = None

    def show_heat(self, heat: Heat | None) -> None:
        """Show these values."""
        self.beginResetModel()
        self.heat = heat
        self.endResetModel()

    def size(self) -> tuple[int, int]:
        return (0, 0) if self.heat is None else (len(self.heat.codes), len(self.heat.documents))

    def head(self, orientation: Qt.Orientation, section: int) -> str:
        assert self.heat is not None
        if orientation == Qt.Orientation.Vertical:
            return self.heat.codes[section].title
        return self.heat.documents[section].title

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if (
            orientation == Qt.Orientation.Horizontal
            and role == Qt.ItemDataRole.DisplayRole
            and self.heat is not None
        ):
            document = self.heat.documents[section]
            return document.label or document.name
        return super().headerData(section, orientation, role)

    def words(self, row: int, column: int) -> str:
        value = self._value(row, column)
        if value is not None:
            return written(self._heat.coefficient, value)
        return NONE if self._heat.used[row, column] else ""

    def said(self, row: int, column: int) -> str:
        heat, value = self._heat, self._value(row, column)
        if value is not None:
            words = written(heat.coefficient, value)
            if heat.coefficient is Coefficient.PERCENT:
                words = f"{words} %"
            return joined((say(heat.coefficient.label), words), "heading")
        used = bool(heat.used[row, column])
        return say((Undefined.NO_VARIATION if used else Undefined.NOT_USED).label)

    def tint(self, row: int, column: int) -> Tint | None:
        value = self._value(row, column)
        return _lacking(value)

    @property
    def _heat(self) -> Heat:
        assert self.heat is not None
        return self.heat

    def _value(self, row: int, column: int) -> float | None:
        value = float(self._heat.values[row, column])
        return value if value == value else None


class PairRows(Matrix):
    """Coders by coders: how far each two agree over all codes."""

    def __init__(self) -> None:
        super().__init__()
        self.coders: Sequence[Coder] = ()
        self._pairs: dict[tuple[int, int], PairAgreement] = {}
        self._measure = Coefficient.KRIPPENDORFF_ALPHA

    def show_pairs(
        self, coders: Sequence[Coder], pairs: Sequence[PairAgreement], measure: Coefficient
    ) -> None:
        """Show these pairs; they come in the order of ``coders``."""
        self.beginResetModel()
        self.coders, self._measure = coders, measure
        places = {coder.id: at for at, coder in enumerate(coders)}
        self._pairs = {(places[one.coders[0].id], places[one.coders[1].id]): one for one in pairs}
        self.endResetModel()

    def pair(self, row: int, column: int) -> PairAgreement | None:
        """Return the two coders of a cell, None on the diagonal."""
        return self._pairs.get((min(row, column), max(row, column)))

    def size(self) -> tuple[int, int]:
        return len(self.coders), len(self.coders)

    def head(self, orientation: Qt.Orientation, section: int) -> str:
        return self.coders[section].name

    def words(self, row: int, column: int) -> str:
        pair = self.pair(row, column)
        return "" if pair is None else value_of(pair.overall, self._measure)

    def said(self, row: int, column: int) -> str:
        pair = self.pair(row, column)
        if pair is None:
            return QCoreApplication.translate("review", "the same coder")
        documents = QCoreApplication.translate("review", "{count} documents").format(
            count=count(pair.documents)
        )
        figures = (
            Coefficient.KRIPPENDORFF_ALPHA,
            Coefficient.COHEN_KAPPA,
            Coefficient.GWET_AC1,
            Coefficient.DICE,
            Coefficient.PERCENT,
        )
        return "\n".join((documents, *(told(pair.overall, one) for one in figures)))

    def tint(self, row: int, column: int) -> Tint | None:
        pair = self.pair(row, column)
        value = None if pair is None else pair.overall.get(self._measure)
        return _lacking(value)


class ConfusionRows(Matrix):
    """What the first coder gave (rows) where the second gave something else (columns).

    The last row and the last column stand for nothing at all.
    """

    def __init__(self) -> None:
        super().__init__()
        self.confusion: Confusion | None = None
        self._most = 0
        self._most_agreed = 0

    def show_confusion(self, confusion: Confusion | None) -> None:
        """Show this matrix."""
        self.beginResetModel()
        self.confusion = confusion
        cells = {} if confusion is None else confusion.cells
        self._most = max((size for (one, other), size in cells.items() if one != other), default=0)
        self._most_agreed = max(
            (size for (one, other), size in cells.items() if one == other), default=0
        )
        self.endResetModel()

    def cell(self, row: int, column: int) -> Cell:
        """Return the codes of a cell, None for nothing."""
        codes = self._confusion.codes
        return (
            codes[row].id if row < len(codes) else None,
            codes[column].id if column < len(codes) else None,
        )

    def size(self) -> tuple[int, int]:
        if self.confusion is None or not self.confusion.codes:
            return 0, 0
        return len(self.confusion.codes) + 1, len(self.confusion.codes) + 1

    def head(self, orientation: Qt.Orientation, section: int) -> str:
        codes = self._confusion.codes
        if section < len(codes):
            return codes[section].title
        return QCoreApplication.translate("review", "nothing")

    def words(self, row: int, column: int) -> str:
        cell = self.cell(row, column)
        if cell == (None, None):
            return ""
        size = self._confusion.cells.get(cell, 0)
        return count(size) if size else NOTHING

    def said(self, row: int, column: int) -> str:
        cell, confusion = self.cell(row, column), self._confusion
        translate = QCoreApplication.translate
        size = count(confusion.cells.get(cell, 0))
        if cell == (None, None):
            return translate("review", "what neither coded is not counted here")
        if cell[0] == cell[1]:
            return translate("review", "coded alike by both: {count} characters").format(count=size)
        return translate(
            "review", "{first} gave the first, {second} the second: {count} characters"
        ).format(first=confusion.first.name, second=confusion.second.name, count=size)

    def tint(self, row: int, column: int) -> Tint | None:
        cell = self.cell(row, column)
        size = self._confusion.cells.get(cell, 0)
        if not size:
            return None
        agreed = cell[0] == cell[1]
        most = self._most_agreed if agreed else self._most
        # By the root: lengths differ by orders of magnitude, and the small ones are to be seen.
        return Tint(math.sqrt(size / most), agreed)

    @property
    def _confusion(self) -> Confusion:
        assert self.confusion is not None
        return self.confusion


def _lacking(value: float | None) -> Tint | None:
    """Return the tint of a coefficient: the more is lacking to full agreement, the deeper."""
    if value is None or round(value, 2) >= 1:
        return None
    return Tint(min(1 - value, 1.0), False)
