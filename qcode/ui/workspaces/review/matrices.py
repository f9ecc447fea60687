"""Codes by codes, codes by documents, coders by coders: one of the three is shown."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from qcode.model.agreement import Coefficient, Unit
from qcode.model.records import Coder
from qcode.ui.itemmodels.review_words import MEASURES
from qcode.ui.shell.i18n import say
from qcode.ui.widgets.elided_label import ElidedLabel
from qcode.ui.workspaces.review.confusion_table import ConfusionTable
from qcode.ui.workspaces.review.heat_map import HeatMap
from qcode.ui.workspaces.review.pairs_table import PairsTable
from qcode.ui.workspaces.review.reading import Shown

CODES, DOCUMENTS, CODERS = range(3)
"""The tabs."""


class Matrices(QWidget):
    """Each table is made when it is first looked at."""

    sieveWanted = Signal(object)  # Sieve: what two coders gave differently
    cellWanted = Signal(object)  # Sieve: a code in a document, of whoever is looked at
    pairWanted = Signal(int, int)  # two coders (places)
    measureChanged = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._shown: Shown | None = None
        self._coders: Sequence[Coder] = ()
        self._unit = Unit.CHARACTER
        self.tabs = QTabBar(self)
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(False)
        self.tabs.setElideMode(Qt.TextElideMode.ElideRight)
        for _ in (CODES, DOCUMENTS, CODERS):
            self.tabs.addTab("")
        self.about = ElidedLabel(parent=self)
        self.about.setProperty("role", "small")
        self.about.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.measure = QComboBox(self)
        for measure in MEASURES:
            self.measure.addItem("", measure)
        self.pages = QStackedWidget(self)
        self._nothing = QLabel(self.pages)
        self._nothing.setProperty("role", "muted")
        self._nothing.setWordWrap(True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.pages.addWidget(self._nothing)
        self.tables: dict[int, ConfusionTable | HeatMap | PairsTable] = {}
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.tabs)
        row.addWidget(self.about, 1)
        row.addWidget(self.measure)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(row)
        column.addWidget(self.pages, 1)
        self.tabs.currentChanged.connect(lambda _: self._show_page())
        self.measure.activated.connect(lambda _: self.measureChanged.emit())
        self._show_measure()
        self.retranslate()

    def coefficient(self) -> Coefficient:
        """Return what the tables of documents and coders show."""
        return Coefficient(self.measure.currentData())

    def show_figures(self, coders: Sequence[Coder], unit: Unit, shown: Shown) -> None:
        """Show figures that were worked out."""
        self._coders, self._unit, self._shown = coders, unit, shown
        self._show_page()

    # ------------------------------------------------------------------ tables

    def _table(self, place: int) -> ConfusionTable | HeatMap | PairsTable:
        """Return a table, made when it is first asked for."""
        if place not in self.tables:
            made = self.tables[place] = self._made(place)
            self.pages.addWidget(made)
            made.retranslate()
        return self.tables[place]

    def _made(self, place: int) -> ConfusionTable | HeatMap | PairsTable:
        if place == CODES:
            confusion = ConfusionTable(self.pages)
            confusion.wanted.connect(self.sieveWanted)
            return confusion
        if place == DOCUMENTS:
            heat = HeatMap(self.pages)
            heat.wanted.connect(self.cellWanted)
            return heat
        pairs = PairsTable(self.pages)
        pairs.wanted.connect(self.pairWanted)
        return pairs

    def _show_page(self) -> None:
        self._show_measure()
        shown = self._shown
        if shown is None:
            return
        table = self._table(max(0, self.tabs.currentIndex()))
        if isinstance(table, ConfusionTable):
            table.show_confusion(shown.confusion)
        elif isinstance(table, HeatMap):
            table.show_heat(shown.heat)
        else:
            table.show_pairs(self._coders, shown.pairs, shown.view.measure)
        empty = 0 in (table.model().rowCount(), table.model().columnCount())
        self.pages.setCurrentWidget(self._nothing if empty else table)
        self._say(shown)

    def _show_measure(self) -> None:
        self.measure.setVisible(self.tabs.currentIndex() != CODES)

    # ------------------------------------------------------------------ words

    def retranslate(self) -> None:
        """Set every text again."""
        self.measure.setAccessibleName(self.tr("Coefficient"))
        for at, measure in enumerate(MEASURES):
            self.measure.setItemText(at, say(measure.label))
        titles = {
            CODES: self.tr("Codes by codes"),
            DOCUMENTS: self.tr("Codes by documents"),
            CODERS: self.tr("Coders by coders"),
        }
        for at, title in titles.items():
            self.tabs.setTabText(at, title)
        self.tabs.setAccessibleName(self.tr("Matrices"))
        for table in self.tables.values():
            table.retranslate()
        if self._shown is not None:
            self._say(self._shown)

    def _say(self, shown: Shown) -> None:
        place = self.tabs.currentIndex()
        if place == CODES:
            self._nothing.setText(self.tr("Neither of the two has coded anything here."))
            self.about.setText(
                self.tr("Rows: {first}.  Columns: {second}.  In characters.").format(
                    first=shown.confusion.first.name, second=shown.confusion.second.name
                )
            )
        elif place == DOCUMENTS:
            self._nothing.setText(
                self.tr("None of these codes was used in a document that is compared.")
            )
            unit = Unit.CHARACTER if self._unit is Unit.SEGMENT else self._unit
            self.about.setText(
                self.tr(
                    "The deeper the tint, the less agreement, counted in {unit}.  –: no variation."
                    "  Blank: not used."
                ).format(unit=say(unit.label))
            )
        else:
            self.about.setText(
                self.tr("All codes pooled, over what each two have finished together.")
            )

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
