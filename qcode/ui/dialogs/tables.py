"""What the tables of dialogs have in common."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView


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
