"""The keyboard in the text."""

from PySide6.QtCore import Qt
from qcode.model.span import Span

from tests.ui.text.reading import TEXT, where
from tests.ui.text_window import FAMILY


def test_shift_and_arrows_select_by_whole_characters(view, qtbot):
    view.select_span(Span(where(FAMILY).start, where(FAMILY).start))
    with qtbot.waitSignal(view.spanSelected) as selected:
        qtbot.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert selected.args == [where(FAMILY)]


def test_shift_ctrl_and_arrows_select_by_word(view, qtbot):
    keys = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier
    with qtbot.waitSignal(view.spanSelected) as selected:
        qtbot.keyClick(view, Qt.Key.Key_Right, keys)
    assert selected.args[0].of(TEXT).strip() == "The"


def test_the_selection_is_told_once_after_it_has_come_to_rest(view, qtbot):
    told = []
    view.spanSelected.connect(told.append)
    for _ in range(5):
        qtbot.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: bool(told))
    assert told == [Span(0, 5)]


def test_escape_lets_the_selection_go(view, qtbot):
    view.select_span(where("door"))
    with qtbot.waitSignal(view.spanSelected) as selected:
        qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert selected.args == [None]


def test_the_view_has_a_name_for_screen_readers(view):
    assert view.accessibleName() == "Text"
