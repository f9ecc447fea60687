"""The dialog of long work: what, how far, and a Cancel that works."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from qcode.model.messages import Message
from qcode.ui.shell.i18n import say

_INPUT = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.KeyRelease,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonRelease,
        QEvent.Type.MouseButtonDblClick,
        QEvent.Type.Shortcut,
        QEvent.Type.ShortcutOverride,
        QEvent.Type.Drop,
        QEvent.Type.ContextMenu,
    }
)


class ProgressDialog(QDialog):
    """Blocks its parent's window; ``cancelled`` is emitted once, by button, Escape or closing."""

    cancelled = Signal()

    def __init__(self, parent: QWidget | None, title: str) -> None:
        super().__init__(parent)
        self.setWindowModality(Qt.WindowModality.ApplicationModal)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 18, 22, 16)
        layout.setSpacing(12)
        heading = QLabel(title)
        heading.setProperty("role", "heading")
        layout.addWidget(heading)
        self._bar = QProgressBar()
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Progress"))
        layout.addWidget(self._bar)
        row = QHBoxLayout()
        self._what = QLabel(" ")
        self._what.setProperty("role", "small")
        self._count = QLabel()
        self._count.setProperty("role", "small")
        row.addWidget(self._what, 1)
        row.addWidget(self._count)
        layout.addLayout(row)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        self._cancel = QPushButton(self.tr("Cancel"))
        self._cancel.clicked.connect(self.reject)
        buttons.addWidget(self._cancel)
        layout.addLayout(buttons)
        self.setFixedWidth(460)
        self._asked = False
        self._waiting = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.appear)

    def appear_after(self, seconds: float) -> None:
        """Swallow clicks and keys from now on, and show the dialog after ``seconds``."""
        self._waiting = True
        QApplication.instance().installEventFilter(self)
        self._timer.start(round(seconds * 1000))

    def appear(self) -> None:
        """Show the dialog now."""
        self._stop_waiting()
        self.show()
        self._cancel.setFocus()

    def finish(self) -> None:
        """Close for good: the work has ended."""
        self._timer.stop()
        self._stop_waiting()
        self._asked = True
        self.hide()
        self.deleteLater()

    def show_progress(self, done: int, total: int, what: Message | None) -> None:
        """Show ``done`` of ``total`` (0: unknown) and what is being done."""
        if self._asked:
            return
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        locale = self.locale()
        if total:
            count = self.tr("{done} of {total}")
            self._count.setText(
                count.format(done=locale.toString(done), total=locale.toString(total))
            )
        if what is not None:
            width = self._what.width()
            words = self._what.fontMetrics().elidedText(
                say(what), Qt.TextElideMode.ElideMiddle, width
            )
            self._what.setText(words)

    def reject(self) -> None:
        if self._asked:
            return
        self._asked = True
        self._cancel.setEnabled(False)
        self._what.setText(self.tr("Stopping…"))
        self.cancelled.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()
        self.reject()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        del watched
        return self._waiting and event.type() in _INPUT

    def _stop_waiting(self) -> None:
        if self._waiting:
            self._waiting = False
            QApplication.instance().removeEventFilter(self)
