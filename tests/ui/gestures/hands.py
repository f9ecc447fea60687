"""A text for the tests of gestures, and the keys and the mouse that work in it."""

import regex
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, Qt
from qcode.ui.widgets.text.coding_layer import PaintedCoding

from tests.ui.text_window import FAMILY, place_of, send_mouse

FLAG = "\U0001f1e8\U0001f1f3"
SMILE = "\u263a\ufe0f"
CLUSTERS = f"a{FAMILY}{FLAG}{FLAG}e\u0301{SMILE}\U00020bb7检ש\u05b8b"
TEXT = (
    "检查组走了以后，街道会把隐患重新排查一遍。谁也没说……\n"
    f"Dr. Li waits, he said; a family {FAMILY} waits too. Then “nobody” came.\n"
    "قال المدير إن القائمة and then 123 كيف\n"
    "The last line.\n"
)
SENTENCE = "检查组走了以后，街道会把所有隐患重新排查一遍。"
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
Key = Qt.Key
PIECES = (
    "a", "Li", "Dr.", "3.5", "e.g.", "b ", ". ", "…", "……", "——", "\n", "e\u0301", FAMILY, FLAG,
    "检", "查。", "，", "；", "？", "”", "“", '"', "）", "(", "!", "? ", ", ", ": ", " - ", "مر",
    "ש\u05b8", "\u200d", "\ufe0f", "\u0301", "\u2028", "\xa0", "\r", " ", "1", "的",
)  # fmt: skip
texts = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)


def coding(coding_id, span, code_id=3):
    return PaintedCoding(coding_id, *span, "#3b78d8", code_id, "a1 duty", "Ann", "", True)


def where(piece, text=TEXT):
    return place_of(piece, text)


def boundaries(text):
    return [0, *(found.end() for found in regex.finditer(r"\X", text))]


def selected(view):
    span = view.selected_span()
    return None if span is None else span.of(view.text)


def press(view, qtbot, key, *modifiers, times=1):
    held = Qt.KeyboardModifier.NoModifier
    for modifier in modifiers:
        held |= modifier
    for _ in range(times):
        qtbot.keyClick(view, key, held)


def send(view, kind, point, *, held=Qt.MouseButton.LeftButton, keys=None, button=None):
    button = Qt.MouseButton.LeftButton if button is None else button
    send_mouse(view.viewport(), kind, point, button=button, held=held, keys=keys)


def press_at(view, point):
    send(view, QEvent.Type.MouseButtonPress, point)


def move_to(view, point, keys=None):
    send(view, QEvent.Type.MouseMove, point, keys=keys, button=Qt.MouseButton.NoButton)


def let_go(view, point):
    send(view, QEvent.Type.MouseButtonRelease, point, held=Qt.MouseButton.NoButton)
