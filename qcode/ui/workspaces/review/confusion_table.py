"""Codes by codes: which of them two coders take for each other. Here a codebook is repaired."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QWidget

from qcode.model.agreement_enums import DisagreementKind
from qcode.model.review import Confusion, Sieve
from qcode.ui.itemmodels.review_matrices import ConfusionRows
from qcode.ui.workspaces.review.matrix_view import MatrixView


class ConfusionTable(MatrixView):
    """``wanted`` asks for what two coders gave differently.

    Of a code that both gave alike that is where the edges differ.
    """

    wanted = Signal(object)  # Sieve

    def __init__(self, parent: QWidget | None = None) -> None:
        self.rows = ConfusionRows()
        super().__init__(self.rows, parent)
        self.opened.connect(self._open)

    def show_confusion(self, confusion: Confusion | None) -> None:
        """Show what was confused; the cursor stays where it is, if that is there."""
        here = self.currentIndex()
        row, column = here.row(), here.column()
        self.rows.show_confusion(confusion)
        self.setCurrentIndex(self.rows.index(max(row, 0), max(column, 0)))

    def _open(self, index: QModelIndex) -> None:
        confusion = self.rows.confusion
        if confusion is None:
            return
        cell = self.rows.cell(index.row(), index.column())
        pair = (confusion.first.id, confusion.second.id)
        if not confusion.cells.get(cell):
            return  # there is nothing behind it
        if cell[0] != cell[1]:
            self.wanted.emit(Sieve(pair=pair, cell=cell))
        elif cell[0] is not None:
            edges = frozenset({DisagreementKind.BOUNDARY})
            codes = frozenset({cell[0]})
            self.wanted.emit(Sieve(code_ids=codes, below=False, kinds=edges, pair=pair))

    def retranslate(self) -> None:
        """Set every text again."""
        self.setAccessibleName(self.tr("Codes that two coders take for each other"))
        self.viewport().update()
