"""Frames that workspaces are made of: panels on the desk, sheets of paper, columns of them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QSplitter, QVBoxLayout, QWidget


def framed(widget: QWidget) -> QFrame:
    """Return a panel with ``widget`` in it."""
    frame = frame_in(None)
    frame.layout().addWidget(widget)
    return frame


def frame_in(parent: QWidget | None, role: str = "panel") -> QFrame:
    """Return an empty panel, or sheet of ``paper``, in ``parent``.

    What stands in it is made with the frame as its parent and added to its layout. A widget that
    is given another parent is styled anew, with all that is in it: large ones are better made
    from the outside to the inside than put into one another.
    """
    frame = QFrame(parent)
    frame.setProperty("role", role)
    column = QVBoxLayout(frame)
    column.setContentsMargins(1, 1, 1, 1)
    return frame


def paper(*parts: QWidget, text: QWidget) -> QFrame:
    """Return the sheet on which ``text`` stands among other parts, one below the other."""
    sheet = frame_in(None, "paper")
    fill(sheet, *parts, text=text)
    return sheet


def begin_large(widget: QWidget) -> None:
    """Give a text or a list the size of a window of its own until it is laid out.

    Made inside another widget it has 100 by 30 pixels: a text would be broken into lines for
    those, a list would be scrolled to a row that is in sight later.
    """
    widget.resize(640, 480)


def fill(sheet: QFrame, *parts: QWidget, text: QWidget) -> None:
    """Put ``text`` and its companions on a sheet, one below the other."""
    column = sheet.layout()
    column.setSpacing(0)
    for part in parts:
        column.addWidget(part, 1 if part is text else 0)


def column_of(*parts: QWidget) -> QSplitter:
    """Return parts one below the other, with handles between them."""
    column = QSplitter(Qt.Orientation.Vertical)
    for part in parts:
        column.addWidget(part)
    return column
