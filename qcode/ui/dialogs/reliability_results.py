"""The side of the reliability window that shows coefficients and says what the chosen one asks."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHeaderView, QLabel, QTreeView, QVBoxLayout, QWidget

from qcode.model.agreement import Coefficient
from qcode.model.coefficient_words import asks
from qcode.services.agreement import rating_export
from qcode.services.agreement.ratings import Reliability
from qcode.ui.dialogs.form import note
from qcode.ui.dialogs.tables import make_table
from qcode.ui.itemmodels.record_table import Field, RecordTable
from qcode.ui.shell.i18n import joined, say

MOST_VALUES = 12
"""Values that are named; the others are counted."""
MOST_ALIKE = 4
"""Groups of values that look alike that are named."""
_LINES = 6  # of the longest explanation, so that the table keeps its height


class ReliabilityResults(QWidget):
    """A row a coefficient; ``found`` is what is shown, None before anything was measured."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.found: Reliability | None = None
        self.summary = note("")
        self.summary.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.doubts = QLabel()
        self.doubts.setTextFormat(Qt.TextFormat.PlainText)
        self.doubts.setWordWrap(True)
        self.rows = RecordTable(self, quiet=self._is_undefined)
        self.view = QTreeView()
        self.view.setModel(self.rows)
        make_table(self.view, self.tr("Coefficients"))
        self.asks = QLabel()
        self.asks.setTextFormat(Qt.TextFormat.PlainText)
        self.asks.setWordWrap(True)
        self.asks.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.asks.setMinimumHeight(_LINES * self.asks.fontMetrics().lineSpacing())
        self.asks.setAccessibleName(self.tr("What the coefficient asks"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.summary)
        column.addWidget(self.doubts)
        column.addWidget(self.view, 1)
        column.addWidget(self.asks)
        column.addStretch(0)
        self.view.selectionModel().currentChanged.connect(lambda *_: self._explain())

    def show_found(self, found: Reliability | None) -> None:
        """Show what was measured; the chosen coefficient stays."""
        self.found = found
        fields = [
            Field(self.tr("Coefficient"), lambda name: say(name.label)),
            Field(self.tr("Value"), self._value, number=True),
        ]
        self.rows.show_records(fields, tuple(Coefficient) if found else ())
        header = self.view.header()
        if found is not None:
            header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
            header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
            if not self.view.currentIndex().isValid():
                alpha = list(Coefficient).index(Coefficient.KRIPPENDORFF_ALPHA)
                self.view.setCurrentIndex(self.rows.index(alpha, 0))
        self.summary.setText(self._summed_up() if found else "")
        doubts = self._doubts() if found else ""
        self.doubts.setText(doubts)
        self.doubts.setVisible(bool(doubts))
        self.view.setVisible(found is not None)
        self._explain()

    def copy(self) -> None:
        """Put all rows on the clipboard, with tabs between the cells."""
        if self.found is not None:
            QGuiApplication.clipboard().setText(rating_export.as_text(self.found, say))

    # ------------------------------------------------------------------ words

    def _is_undefined(self, name: Coefficient) -> bool:
        return self.found is None or name not in self.found.measured.values

    def _value(self, name: Coefficient) -> str:
        measured = self.found.measured
        value = measured.get(name)
        return say(measured.undefined[name].label) if value is None else f"{value:.3f}"

    def _summed_up(self) -> str:
        found = self.found
        facts = [
            self.tr("%Ln coders", "", len(found.coders)),
            self.tr("%Ln units", "", found.units),
            self.tr("%Ln rated by two or more", "", found.twice),
        ]
        if found.missing:
            facts.append(self.tr("%Ln ratings missing", "", found.missing))
        named = joined(found.values[:MOST_VALUES])
        if len(found.values) > MOST_VALUES:
            named = self.tr("{values} and {count} more").format(
                values=named, count=self.locale().toString(len(found.values) - MOST_VALUES)
            )
        offered = self.tr("Codes in the sets") if found.sets else self.tr("Values on offer")
        return f"{joined(facts, 'facts')}\n{joined((offered, named), 'heading')}"

    def _doubts(self) -> str:
        """Say what makes the table look as if it were not what it should be."""
        found, doubts = self.found, []
        if found.alike:
            named = joined(" / ".join(values) for values in found.alike[:MOST_ALIKE])
            words = self.tr("Counted as different values, though they look alike: {values}")
            doubts.append(words.format(values=named))
        if found.strangers is not None:
            first, second = found.strangers
            words = self.tr(
                "{first} and {second} have no value in common. Is each of them a coder of the same"
                " units?"
            )
            doubts.append(words.format(first=first, second=second))
        return "\n".join(doubts)

    def _explain(self) -> None:
        name = self.rows.at(self.view.currentIndex().row())
        if name is None:
            self.asks.setText("")
            return
        words = say(asks(name))
        if self._is_undefined(name):
            words = f"{words}\n{joined((say(name.label), self._value(name)), 'heading')}"
        self.asks.setText(words)

    def retranslate(self) -> None:
        """Say everything again."""
        self.view.setAccessibleName(self.tr("Coefficients"))
        self.asks.setAccessibleName(self.tr("What the coefficient asks"))
        self.show_found(self.found)
