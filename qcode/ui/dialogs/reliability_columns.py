"""Which columns of a table are coders: a tick for each."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QScrollArea, QWidget

from qcode.services.agreement.rating_tables import RatingTable
from qcode.ui.shell.i18n import joined
from qcode.ui.widgets.flow_layout import FlowLayout

_GAP = 12
_LINES = 3  # of ticks; more of them scroll


class CoderTicks(QScrollArea):
    """``changed`` tells that a person ticked another column, or one less."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ticks: dict[str, QCheckBox] = {}
        self._flow = FlowLayout(None, gap=_GAP)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_table(self, table: RatingTable | None, before: QWidget) -> None:
        """Offer the columns of a table, those ticked that look like coders.

        Tab comes to them from ``before``.
        """
        inside = QWidget()
        self._flow = FlowLayout(inside, gap=_GAP)
        self.ticks = {}
        for name in table.columns if table else ():
            tick = self.ticks[name] = QCheckBox(name.replace("&", "&&"))
            tick.setAccessibleName(joined((self.tr("Coder"), name), "heading"))
            tick.setChecked(name in table.coders)
            tick.clicked.connect(lambda _: self.changed.emit())
            self._flow.addWidget(tick)
        self.setWidget(inside)  # arranged once, when all are in it; it takes the others away
        for tick in self.ticks.values():
            QWidget.setTabOrder(before, tick)
            before = tick
        self._fit()

    def chosen(self) -> list[str]:
        """Return the columns that are ticked, in their order."""
        return [name for name, tick in self.ticks.items() if tick.isChecked()]

    def last(self) -> QWidget | None:
        """Return the last tick, None without a table."""
        return next(reversed(self.ticks.values()), None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Take the height that the ticks need, up to some lines of them."""
        line = max((tick.sizeHint().height() for tick in self.ticks.values()), default=0)
        most = _LINES * (line + _GAP) - _GAP
        needed = self._flow.heightForWidth(self.viewport().width())
        self.setFixedHeight(max(1, min(needed, most)))
