"""The button beside a filter that shows only documents of one status of one's work."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from qcode.model.enums import WorkStatus
from qcode.ui.shell import icons

_CHOICES = (None, WorkStatus.UNASSIGNED, WorkStatus.OPEN, WorkStatus.FINISHED)


class StatusFilter(QToolButton):
    """Opens a menu of the statuses; ``status`` is the one chosen, None for all documents."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.status: WorkStatus | None = None
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setProperty("quiet", True)
        self._menu = QMenu(self)
        group = QActionGroup(self)
        self._entries: dict[WorkStatus | None, QAction] = {}
        for status in _CHOICES:
            entry = self._entries[status] = self._menu.addAction("")
            entry.setCheckable(True)
            entry.setChecked(status is None)
            entry.triggered.connect(lambda _=False, status=status: self.choose(status))
            group.addAction(entry)
        self.setMenu(self._menu)
        self.setIcon(icons.icon("status"))
        self.retranslate()

    def choose(self, status: WorkStatus | None) -> None:
        """Show only documents of this status, None for all."""
        if status is self.status:
            return
        self.status = status
        self._entries[status].setChecked(True)
        self.setDown(False)
        self._show()
        self.changed.emit()

    def retranslate(self) -> None:
        """Set every text again."""
        texts = (
            self.tr("&All documents"),
            self.tr("&To do"),
            self.tr("&In progress"),
            self.tr("&Finished"),
        )
        for status, text in zip(_CHOICES, texts, strict=True):
            self._entries[status].setText(text)
        self._show()

    def _show(self) -> None:
        chosen = self._entries[self.status].text().replace("&", "")
        words = self.tr("Status of my work: {status}").format(status=chosen)
        self.setToolTip(words)
        self.setAccessibleName(words)
        self.setCheckable(self.status is not None)
        self.setChecked(self.status is not None)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange:
            self.setIcon(icons.icon("status"))
        super().changeEvent(event)
