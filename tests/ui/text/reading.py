"""A text for the tests of the view, and looks at what is painted of it."""

from qcode.ui.widgets.text.coding_layer import PaintedCoding

from tests.ui.text_window import FAMILY, place_of

TEXT = (
    "The list goes from door to door.\n"
    f"A family {FAMILY} waits here, e\u0301tude.\n"
    "检查组走了以后，街道会把隐患重新排查一遍。\n"
    "قال المدير إن القائمة and then 123 كيف\n"
    "Two\u00a0words\u2028and a line, wide      spaces here.\n"
)


def coding(coding_id, span, color="#3b78d8", memo=""):
    return PaintedCoding(coding_id, *span, color, coding_id + 100, "a1 duty", "Ann", memo, True)


def where(piece, text=TEXT):
    return place_of(piece, text)


def pixel(view, point):
    return view.viewport().grab().toImage().pixelColor(point)


def middle(view, span):
    return view.span_rect(span).center()
