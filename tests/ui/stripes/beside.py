"""A text with many paragraphs, and looks at the stripes beside it."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication
from qcode.model.span import Span
from qcode.ui.widgets.text.coding_layer import PaintedCoding

from tests.ui.text_window import send_mouse

TEXT = "\n".join(
    f"Paragraph {number}: the list goes from door to door and nobody wants to be the last on it."
    for number in range(60)
)
MADE = "2026-03-14T09:05:00+00:00"


def coding(coding_id, span, color="#3b78d8", coder="Ann", label=None, memo=""):
    label = label or f"a{coding_id} duty {coding_id}"
    mine = coder == "Ann"
    return PaintedCoding(coding_id, *span, color, 1, label, coder, memo, mine, MADE)


def paragraph(number):
    start = TEXT.index(f"Paragraph {number}:")
    return Span(start, TEXT.index(".", start))


def painted(view):
    """The view as it is on screen now."""
    QApplication.processEvents()
    return view.grab().toImage()


def middle(margin, coding_id):
    return margin.stripe_rect(coding_id).center().toPoint()


def move(margin, point):
    none = Qt.MouseButton.NoButton
    send_mouse(margin, QEvent.Type.MouseMove, point, button=none, held=none)
