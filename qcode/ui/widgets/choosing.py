"""Choosing a row of a list by the program, whatever keys are held."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex
from PySide6.QtWidgets import QAbstractItemView

_Flag = QItemSelectionModel.SelectionFlag


def choose_only(view: QAbstractItemView, index: QModelIndex) -> None:
    """Make ``index`` current and what it stands for (its row, or itself) the only one chosen.

    Qt's ``setCurrentIndex`` and ``selectRow`` ask the keyboard where several rows can be chosen:
    with Shift held, as after a shortcut, they choose nothing, and with Ctrl one row more.
    """
    flags = _Flag.ClearAndSelect
    if view.selectionBehavior() == QAbstractItemView.SelectionBehavior.SelectRows:
        flags |= _Flag.Rows
    view.selectionModel().setCurrentIndex(index, flags)
