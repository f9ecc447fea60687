"""A hand that writes in the inspector, and what the history says of it."""

from PySide6.QtWidgets import QApplication
from qcode.services import overview


def lay_out(widget):
    """Let Qt give every part its place, as it does before anybody can click."""
    QApplication.sendPostedEvents()
    QApplication.processEvents()
    assert widget.isVisible()


def write(qtbot, editor, text):
    editor.setFocus()
    editor.moveCursor(editor.textCursor().MoveOperation.End)
    qtbot.keyClicks(editor, text)


def steps(world):
    return [str(step.label) for step in overview.history(world.project)]
