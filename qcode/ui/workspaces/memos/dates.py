"""From which day to which: a small window below the button that opened it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDateEdit, QFormLayout, QFrame, QHBoxLayout, QPushButton, QWidget


class DatesPopup(QFrame):
    """Asks for two days; Enter or the button takes them."""

    chosen = Signal(object, object)  # the first and the last day, each a ``date``

    def __init__(self, first: date, last: date, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("role", "popup")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(self.tr("Written or changed"))
        self.first, self.last = QDateEdit(), QDateEdit()
        form = QFormLayout(self)
        form.setContentsMargins(12, 12, 12, 12)
        for text, field, day in (
            (self.tr("&From"), self.first, first),
            (self.tr("&To"), self.last, last),
        ):
            field.setCalendarPopup(True)
            field.setDate(QDate(day.year, day.month, day.day))
            field.setAccessibleName(text.replace("&", ""))
            form.addRow(text, field)
        self.take = QPushButton(self.tr("Show these days"))
        self.take.setProperty("primary", True)
        self.take.clicked.connect(self._take)
        line = QHBoxLayout()
        line.addStretch(1)
        line.addWidget(self.take)
        form.addRow(line)

    def open_below(self, button: QWidget) -> None:
        """Show it below ``button``, inside the screen."""
        self.adjustSize()
        corner = button.mapToGlobal(QPoint(0, button.height() + 2))
        screen = button.screen().availableGeometry()
        corner.setX(max(screen.left(), min(corner.x(), screen.right() - self.width())))
        corner.setY(min(corner.y(), screen.bottom() - self.height()))
        self.move(corner)
        self.show()
        self.first.setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take()
        else:
            super().keyPressEvent(event)

    def _take(self) -> None:
        first, last = sorted((self.first.date().toPython(), self.last.date().toPython()))
        self.close()
        self.chosen.emit(first, last)
