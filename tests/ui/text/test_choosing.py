"""Which coding is chosen, and who is told."""

from PySide6.QtCore import Qt
from qcode.model.span import Span

from tests.ui.text.reading import coding, middle, where


def test_the_caret_chooses_the_passage_it_walks_into(view, qtbot):
    view.put_codings([coding(7, Span(2, 9))])
    qtbot.keyClick(view, Qt.Key.Key_Right)
    with qtbot.waitSignal(view.codingChosen) as chosen:
        qtbot.keyClick(view, Qt.Key.Key_Right)
    assert chosen.args == [7]
    assert view.chosen_coding == 7


def test_selecting_other_words_lets_the_chosen_coding_go(view, qtbot):
    view.put_codings([coding(7, where("door"))])
    view.set_chosen_coding(7)
    with qtbot.waitSignal(view.codingChosen) as chosen:
        view.select_span(where("family"))
    assert chosen.args == [None]


def click(view, qtbot, span):
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=middle(view, span))


def test_a_click_chooses_the_innermost_coding_and_the_next_click_the_one_around(view, qtbot):
    view.put_codings([coding(1, where("goes from door to door")), coding(2, where("from"))])
    chosen = []
    view.codingChosen.connect(chosen.append)
    click(view, qtbot, where("from"))
    assert chosen == [2]
    click(view, qtbot, where("from"))
    assert chosen == [2, 1]


def test_a_click_beside_every_coding_chooses_none(view, qtbot):
    view.put_codings([coding(1, where("from"))])
    view.set_chosen_coding(1)
    with qtbot.waitSignal(view.codingChosen) as chosen:
        click(view, qtbot, where("family"))
    assert chosen.args == [None]


def test_removing_the_chosen_coding_is_told(view, qtbot):
    view.put_codings([coding(1, where("from"))])
    view.set_chosen_coding(1)
    with qtbot.waitSignal(view.codingChosen) as chosen:
        view.remove_codings([1])
    assert chosen.args == [None]
