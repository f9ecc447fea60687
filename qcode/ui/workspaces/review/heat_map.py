"""Codes by documents: where in the material coders part ways."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QWidget

from qcode.model.review import Sieve
from qcode.services.review.heat import Heat
from qcode.ui.itemmodels.review_matrices import HeatRows
from qcode.ui.workspaces.review.matrix_view import MatrixView


class HeatMap(MatrixView):
    """``wanted`` asks for the disagreements of one code in one document."""

    wanted = Signal(object)  # Sieve

    def __init__(self, parent: QWidget | None = None) -> None:
        self.rows = HeatRows()
        super().__init__(self.rows, parent)
        self.opened.connect(self._open)

    def show_heat(self, heat: Heat | None) -> None:
        """Show the values of a coefficient; the cursor stays where it is, if that is there."""
        here = self.currentIndex()
        row, column = here.row(), here.column()
        self.rows.show_heat(heat)
        self.setCurrentIndex(self.rows.index(max(row, 0), max(column, 0)))

    def lines(self) -> int:
        return 1

    def widest(self) -> int:
        return 58

    def _open(self, index: QModelIndex) -> None:
        heat = self.rows.heat
        if heat is not None and heat.used[index.row(), index.column()]:
            self.wanted.emit(
                Sieve(
                    code_ids=frozenset({heat.codes[index.row()].id}),
                    below=False,
                    document_ids=frozenset({heat.documents[index.column()].id}),
                )
            )

    def retranslate(self) -> None:
        """Set every text again."""
        self.setAccessibleName(self.tr("Agreement on each code in each document"))
        self.viewport().update()
