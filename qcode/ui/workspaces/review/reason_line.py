"""The line in which one says why a disagreement was settled as it was."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QWidget

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ReasonLine(QWidget):
    """A field and a tick that takes the reason into the codebook as well.

    ``kept`` comes with Enter, ``left`` with Escape, which brings back what stood there before, in
    either of the two.
    """

    kept = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stored = ""
        self.field = _Field(self)
        self.field.setClearButtonEnabled(True)
        self.field.kept.connect(self.kept)
        self.field.left.connect(self._leave)
        self.also = QCheckBox(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.field, 1)
        row.addWidget(self.also)
        self.retranslate()

    def show_reason(self, reason: str, *, usable: bool) -> None:
        """Show the reason of a row."""
        self._stored = " ".join(reason.split())
        self.field.setText(reason)
        self.field.setEnabled(usable)
        self.also.setEnabled(usable)
        self.also.setChecked(False)

    def reason(self) -> str:
        """Return what is written, without blanks around it."""
        return " ".join(self.field.text().split())

    def settle(self) -> str:
        """Take what is written for what is stored, which it will be; return what was stored."""
        before, self._stored = self._stored, self.reason()
        return before

    def unsettle(self, stored: str) -> None:
        """What is written was not stored after all."""
        self._stored = stored

    @property
    def changed(self) -> bool:
        """Whether something else is written than what is stored."""
        return self.reason() != self._stored

    def _leave(self) -> None:
        self.field.setText(self._stored)
        self.also.setChecked(False)
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Escape on the tick do what they do in the field."""
        if event.key() in _ENTER:
            self.kept.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Set every text again."""
        self.field.setPlaceholderText(self.tr("Reason (R)"))
        self.field.setAccessibleName(self.tr("Reason of the decision"))
        self.also.setText(self.tr("also into “when to use”"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


class _Field(QLineEdit):
    """Keeps Enter and Escape to itself: around it they mean other things."""

    kept = Signal()
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self.kept.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
            event.accept()
