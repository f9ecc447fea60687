"""A text on the screen and a hand that points: shared by the tests of text and stripes."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication
from qcode.model.span import Span
from qcode.ui.widgets.text.view import TextView

FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466"


def show_text(qtbot, text, width=760):
    """A view of ``text`` in the window that is active, with the focus."""
    view = TextView()
    qtbot.addWidget(view)
    view.resize(width, 520)
    view.set_document(text)
    view.show()
    view.activateWindow()
    qtbot.waitUntil(view.isActiveWindow)
    view.setFocus()
    return view


def place_of(piece, text):
    """Where ``piece`` stands in ``text`` for the first time."""
    at = text.index(piece)
    return Span(at, at + len(piece))


def send_mouse(widget, kind, point, *, button, held, keys=None, at=None):
    """Let a mouse event reach ``widget``; ``at`` is its time in milliseconds."""
    event = QMouseEvent(
        kind,
        QPointF(point),
        QPointF(widget.mapToGlobal(point)),
        button,
        held,
        keys or Qt.KeyboardModifier.NoModifier,
    )
    if at is not None:
        event.setTimestamp(at)
    QApplication.sendEvent(widget, event)
