"""Frames that workspaces are made of: panels on the desk, sheets of paper, columns of them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QSplitter, QVBoxLayout, QWidget


def framed(widget: QWidget) -> QFrame:
    """Return a panel with ``widget`` in it."""
    frame = QFrame()
    frame.setProperty("role", "panel")
    column = QVBoxLayout(frame)
    column.setContentsMargins(1, 1, 1, 1)
    column.addWidget(widget)
    return frame


def paper(*parts: QWidget, text: QWidget) -> QFrame:
    """Return the sheet on which ``text`` stands among other parts, one below the other."""
    sheet = QFrame()
    sheet.setProperty("role", "paper")
    column = QVBoxLayout(sheet)
    column.setContentsMargins(1, 1, 1, 1)
    column.setSpacing(0)
    for part in parts:
        column.addWidget(part, 1 if part is text else 0)
    return sheet


def column_of(*parts: QWidget) -> QSplitter:
    """Return parts one below the other, with handles between them."""
    column = QSplitter(Qt.Orientation.Vertical)
    for part in parts:
        column.addWidget(part)
    return column
