"""Coders by coders: who agrees with whom."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QWidget

from qcode.model.agreement import Coefficient, PairAgreement
from qcode.model.records import Coder
from qcode.ui.itemmodels.review_matrices import PairRows
from qcode.ui.workspaces.review.matrix_view import MatrixView


class PairsTable(MatrixView):
    """``wanted`` asks for two coders (places) alone."""

    wanted = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        self.rows = PairRows()
        super().__init__(self.rows, parent)
        self.opened.connect(self._open)

    def show_pairs(
        self, coders: Sequence[Coder], pairs: Sequence[PairAgreement], measure: Coefficient
    ) -> None:
        """Show how far each two agree."""
        here = self.currentIndex()
        row, column = here.row(), here.column()
        self.rows.show_pairs(coders, pairs, measure)
        self.setCurrentIndex(self.rows.index(max(row, 0), 1 if column < 0 else column))

    def narrowest(self) -> int:
        return 64

    def lines(self) -> int:
        return 1

    def widest(self) -> int:
        return 120

    def _open(self, index: QModelIndex) -> None:
        if index.row() != index.column():
            self.wanted.emit(*sorted((index.row(), index.column())))

    def retranslate(self) -> None:
        """Set every text again."""
        self.setAccessibleName(self.tr("Agreement of each two coders"))
        self.viewport().update()
