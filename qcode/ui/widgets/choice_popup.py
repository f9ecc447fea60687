"""A small window to tick some of many values: typed words narrow the list."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, cast

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPoint,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QListView, QVBoxLayout, QWidget

SEARCHED = 8
"""Values from which a field to narrow them is shown."""


class Choice(NamedTuple):
    """A value that can be ticked, and how many passages have it."""

    value: object
    title: str
    count: int


class ChoiceRows(QAbstractListModel):
    """Rows are choices that contain the words asked for, each with a tick."""

    ticked = Signal()

    def __init__(self, choices: Sequence[Choice], chosen: frozenset, parent: QObject) -> None:
        super().__init__(parent)
        self._all = list(choices)
        self._rows = list(choices)
        self.chosen = set(chosen)

    def narrow(self, words: str) -> None:
        """Show the choices in which every word occurs."""
        wanted = words.casefold().split()
        self.beginResetModel()
        self._rows = [
            one for one in self._all if all(word in one.title.casefold() for word in wanted)
        ]
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def flags(self, index: QModelIndex) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsUserCheckable

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        choice = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{choice.title}  ·  {choice.count}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return choice.title
        if role == Qt.ItemDataRole.CheckStateRole:
            on = choice.value in self.chosen
            return Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
        return None

    def setData(self, index: QModelIndex, value: object, role: int = 0) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole:
            return False
        self.toggle(index)
        return True

    def is_ticked(self, index: QModelIndex) -> bool:
        """Whether a row is ticked; one that is not there is not."""
        return index.isValid() and self._rows[index.row()].value in self.chosen

    def toggle(self, index: QModelIndex) -> None:
        """Tick a row, or take its tick away."""
        if index.isValid():
            self.chosen ^= {self._rows[index.row()].value}
            self.dataChanged.emit(index, index)
            self.ticked.emit()


class ChoicePopup(QFrame):
    """Shown below a button until one clicks elsewhere or presses Enter or Escape.

    Ticks count at once, so that closing only closes. Space ticks the current row, in the field
    too as long as nothing is typed there. Enter on typed words means the row they found.
    """

    chosen = Signal(object)  # frozenset of values

    def __init__(
        self, title: str, choices: Sequence[Choice], chosen: frozenset, parent: QWidget
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("role", "popup")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(title)
        self.rows = ChoiceRows(choices, chosen, self)
        self.rows.ticked.connect(lambda: self.chosen.emit(frozenset(self.rows.chosen)))
        self._heading = QLabel(title)
        self._heading.setProperty("role", "section")
        self.field = QLineEdit()
        self.field.setClearButtonEnabled(True)
        self.field.setPlaceholderText(self.tr("Find"))
        self.field.setAccessibleName(self.tr("Find"))
        self.field.setVisible(len(choices) > SEARCHED)
        self.field.textChanged.connect(self._narrow)
        self.field.installEventFilter(self)
        self.list = QListView()
        self.list.setProperty("bare", True)
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setModel(self.rows)
        self.list.setAccessibleName(title)
        self.list.installEventFilter(self)
        self.list.clicked.connect(self._clicked)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(6)
        for part in (self._heading, self.field, self.list):
            column.addWidget(part)
        self._box_clicked = False
        self.rows.dataChanged.connect(lambda: setattr(self, "_box_clicked", True))

    def open_below(self, button: QWidget) -> None:
        """Show it below ``button``, as high as its rows need, inside the screen."""
        self.list.ensurePolished()  # rows are as high as the style says
        self.list.doItemsLayout()
        self.list.setCurrentIndex(self.rows.index(0))
        rows = min(max(self.rows.rowCount(), 1), 12)
        height = rows * self.list.sizeHintForRow(0) + 4
        self.list.setFixedHeight(height)
        widest = self.list.sizeHintForColumn(0) if self.rows.rowCount() <= 200 else 320
        self.list.setFixedWidth(min(max(200, widest + 40), 340))
        self.adjustSize()
        corner = button.mapToGlobal(QPoint(0, button.height() + 2))
        screen = button.screen().availableGeometry()
        corner.setX(max(screen.left(), min(corner.x(), screen.right() - self.width())))
        if corner.y() + self.height() > screen.bottom():
            corner.setY(max(screen.top(), button.mapToGlobal(QPoint()).y() - self.height() - 2))
        self.move(corner)
        self.show()
        (self.list if self.field.isHidden() else self.field).setFocus(
            Qt.FocusReason.PopupFocusReason
        )

    def sizeHint(self) -> QSize:
        return self.layout().sizeHint()

    def _narrow(self, words: str) -> None:
        self.rows.narrow(words)
        self.list.setCurrentIndex(self.rows.index(0))

    def _clicked(self, index: QModelIndex) -> None:
        # A click on the box has toggled already; one on the words means the same.
        if not self._box_clicked:
            self.rows.toggle(index)
        self._box_clicked = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.MouseButtonPress:
            self._box_clicked = False
        if event.type() != QEvent.Type.KeyPress:
            return False
        pressed = cast("QKeyEvent", event)
        key = pressed.key()
        here = self.list.currentIndex()
        in_field = watched is self.field
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if in_field and self.field.text().strip() and not self.rows.is_ticked(here):
                self.rows.toggle(here)
            self.close()
            return True
        if key == Qt.Key.Key_Space and not (in_field and self.field.text()):
            self.rows.toggle(here)
            return True
        if in_field and key == Qt.Key.Key_Down:
            self.list.setFocus(Qt.FocusReason.TabFocusReason)
            return True
        if not in_field and key == Qt.Key.Key_Up and here.row() <= 0 and self.field.isVisible():
            self.field.setFocus(Qt.FocusReason.BacktabFocusReason)
            return True
        return False
