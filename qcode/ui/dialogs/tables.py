"""What the tables of dialogs have in common."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QSize
from PySide6.QtWidgets import (
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QTreeWidget,
    QWidget,
)

_LEAST = 2  # rows that are seen however low the screen is


def make_table(view: QTreeView, name: str) -> None:
    """Turn a tree view into a calm table of rows, called ``name`` by screen readers."""
    view.setRootIsDecorated(False)
    view.setUniformRowHeights(True)
    view.setItemDelegate(CalmDelegate(view))
    view.setAccessibleName(name)
    view.header().setStretchLastSection(False)
    view.header().setMinimumSectionSize(50)
    view.header().setHighlightSections(False)


class CalmDelegate(QStyledItemDelegate):
    """Leaves the frame around the current cell out: the selected row shows where one is."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        super().initStyleOption(option, index)
        option.state &= ~QStyle.StateFlag.State_HasFocus


class FittedRows(QTreeWidget):
    """As high as its rows, ``usual`` to ``most`` of them; lower where others need the room.

    Who fills it calls ``updateGeometry``.
    """

    def __init__(self, most: int, usual: int = 1, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._most, self._usual = most, usual
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._height(self._usual, self._most))

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self._height(1, _LEAST))

    def _height(self, least: int, most: int) -> int:
        self.ensurePolished()
        rows = max(least, min(self.topLevelItemCount(), most))
        high = max(self.sizeHintForRow(0), 1)
        return self.header().sizeHint().height() + rows * high + 2 * self.frameWidth() + 2
