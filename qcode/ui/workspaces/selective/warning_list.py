"""What is worth a look in the model; each row leads to its cure."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from qcode.model.theory_records import ModelWarning, WarningKind
from qcode.ui.shell import icons, theme
from qcode.ui.shell.i18n import say

WARNING = Qt.ItemDataRole.UserRole
QWIDGETSIZE_MAX = (1 << 24) - 1  # Qt's word for no limit
BESIDE, ROW_SPACE = 48, 14  # pixels beside the words of a row (its picture, margins) and above
MOST = 100  # rows: each is laid out over several lines, and nobody cures more in one go


class WarningItems(QListWidget):
    """A click or Enter uses a row."""

    used = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("bare", True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrap(True)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.itemClicked.connect(self._use)

    def measure(self) -> None:
        """Make every row as high as its words; Qt measures them too wide, and cuts the last."""
        room = self.viewport().width() - BESIDE
        words = Qt.TextFlag.TextWordWrap
        for row in range(self.count()):
            item = self.item(row)
            area = self.fontMetrics().boundingRect(0, 0, room, 10_000, words, item.text())
            item.setSizeHint(QSize(room, area.height() + ROW_SPACE))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.measure()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.currentItem()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and item is not None:
            self._use(item)
            return
        super().keyPressEvent(event)

    def _use(self, item: QListWidgetItem) -> None:
        if item.data(WARNING) is not None:
            self.used.emit(item.data(WARNING))


class WarningList(QWidget):
    """A heading that counts, and the rows; hidden where there is nothing to say."""

    cureWanted = Signal(object)  # ModelWarning

    def __init__(self) -> None:
        super().__init__()
        self._warnings: list[ModelWarning] = []
        self._heading, self._note = QLabel(), QLabel()
        self._heading.setProperty("role", "section")
        self._note.setProperty("role", "small")
        self.list = WarningItems()
        self.list.used.connect(self.cureWanted)
        top = QHBoxLayout()
        top.addWidget(self._heading)
        top.addStretch(1)
        top.addWidget(self._note)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(4)
        column.addLayout(top)
        column.addWidget(self.list, 1)
        self.retranslate()

    def show_warnings(self, warnings: Sequence[ModelWarning]) -> None:
        """Show what is worth a look now."""
        if list(warnings) != self._warnings:
            self._warnings = list(warnings)
            self.retranslate()

    def retranslate(self) -> None:
        """Set every text again."""
        cures = {
            WarningKind.OUTSIDE_STORY: self.tr("Name it in the storyline"),
            WarningKind.NO_DOCUMENT: self.tr("Show its passages"),
            WarningKind.ONE_DOCUMENT: self.tr("Show its passages"),
            WarningKind.NO_PASSAGE: self.tr("Choose passages for it"),
            WarningKind.DEAD_LINK: self.tr("Show the place"),
        }
        picture = QIcon(icons.pixmap("warning", 16, theme.current().warning))
        kept = self.list.currentRow()
        self.list.clear()
        for one in self._warnings[:MOST]:
            item = QListWidgetItem(picture, say(one.message))
            item.setData(WARNING, one)
            item.setToolTip(cures[one.kind])
            self.list.addItem(item)
        if len(self._warnings) > MOST:
            more = QListWidgetItem(
                self.tr("and {count} more").format(count=len(self._warnings) - MOST)
            )
            more.setFlags(Qt.ItemFlag.NoItemFlags)
            self.list.addItem(more)
        self.list.measure()
        if 0 <= kept < min(MOST, len(self._warnings)):
            self.list.setCurrentRow(kept)
        self._heading.setText(self.tr("Worth a look"))
        self._note.setText(str(len(self._warnings)) if self._warnings else self.tr("nothing"))
        self.list.setVisible(bool(self._warnings))
        # Where nothing is to be said, the storyline has the room.
        self.setMaximumHeight(QWIDGETSIZE_MAX if self._warnings else self.sizeHint().height())
        self.list.setAccessibleName(self.tr("Worth a look in the model"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange):
            self.retranslate()
        super().changeEvent(event)
