"""The list of passages used to compare: one on top, read against the others and its neighbours."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QBoxLayout
from qcode.services import codes, codings, documents
from qcode.ui.itemmodels.passages import AroundRole

from tests.ui.comparing import apply, ids, on_top, panel
from tests.ui.inspector_project import PIER

__all__ = ["panel"]

KEY = Qt.Key


# ---------------------------------------------------------------------- the newest against others


def test_the_newest_stands_above_the_earlier_ones(world, panel):
    panel.show_codes([world.lamp])
    assert on_top(panel) is None
    panel.compare()
    assert on_top(panel) == world.bo
    assert ids(panel) == [world.late]  # the same words coded by Ann are no other passage
    assert panel.top.isVisible()
    assert panel.top.words.text() == PIER[:56]
    assert panel.pages.divide.text() == "Earlier passages · 1"
    (fresh,) = apply(world, (60, 90))
    assert on_top(panel) == fresh
    assert ids(panel) == [world.bo, world.late, world.one]
    assert panel.pages.divide.text() == "Earlier passages · 2"  # Ann and Bo coded the same words
    world.project.undo()
    assert on_top(panel) == world.bo


def test_what_is_chosen_in_the_text_is_read_against_the_others(world, panel):
    (fresh,) = apply(world, (60, 90))
    panel.show_codes([world.lamp])
    panel.compare()
    panel.choose_in_text(world.late)
    assert on_top(panel) == world.late
    assert ids(panel) == [fresh, world.bo, world.one]
    assert panel.pages.divide.text() == "Other passages · 2"
    panel.choose_in_text(world.other)  # of another code
    assert on_top(panel) == fresh
    panel.choose_in_text(None)
    assert on_top(panel) == fresh


def test_going_to_a_row_does_not_put_it_on_top(world, panel, qtbot):
    apply(world, (60, 90))
    panel.show_codes([world.lamp])
    panel.compare()
    before = on_top(panel)
    panel.passageActivated.connect(lambda *place: panel.choose_in_text(place[3]))
    panel.list.setCurrentIndex(panel.model.index(1))
    qtbot.keyClick(panel.list, KEY.Key_Return)
    assert on_top(panel) == before


def test_a_row_follows_what_is_chosen_in_the_text_while_nothing_is_compared(world, panel):
    panel.show_codes([world.lamp])
    panel.choose_in_text(world.late)
    assert panel.selected_codings() == [world.late]
    assert panel.header.place.text() == "3 of 3"


def test_a_pinned_passage_stays_while_codes_change_and_goes_with_its_coding(world, panel, qtbot):
    panel.show_codes([world.lamp])
    panel.select_coding(world.late)
    qtbot.keyClick(panel.list, KEY.Key_K)
    assert on_top(panel) == world.late
    assert world.late in ids(panel)  # a list in the order of documents stays whole
    panel.show_codes([world.care])
    assert (on_top(panel), ids(panel)) == (world.late, [world.other])
    panel.compare()
    assert on_top(panel) == world.late
    codings.set_memo(world.project, world.late, "broom")
    assert panel.model.top.memo == "broom"
    documents.edit(world.project, world.quay, name="Steps")
    assert panel.model.top.document == "Steps"
    codings.remove(world.project, [world.late])
    assert on_top(panel) == world.other


def test_the_pin_is_let_go_by_the_key_and_by_its_button(world, panel, qtbot):
    panel.show_codes([world.lamp])
    panel.select_coding(world.late)
    for let_go in (
        lambda: qtbot.keyClick(panel.list, KEY.Key_K),
        lambda: qtbot.mouseClick(panel.top.pin, Qt.MouseButton.LeftButton),
    ):
        qtbot.keyClick(panel.list, KEY.Key_K)
        assert panel.model.pinned
        let_go()
        assert not panel.model.pinned
        assert not panel.top.isVisible()


def test_low_and_wide_the_compared_passages_stand_abreast(world, panel):
    panel.show_codes([world.lamp])
    panel.compare()
    assert panel._body.direction() == QBoxLayout.Direction.TopToBottom
    assert panel.top.mapTo(panel, QPoint()).y() < panel.pages.mapTo(panel, QPoint()).y()
    panel.resize(900, 240)
    QApplication.processEvents()
    assert panel.top.mapTo(panel, QPoint()).x() < panel.pages.mapTo(panel, QPoint()).x()
    assert panel.list.height() > 60


# ---------------------------------------------------------------------- neighbours


def test_space_unfolds_the_neighbours_and_folds_them_again(world, panel, qtbot):
    panel.show_codes([world.care])
    panel.select_coding(world.other)
    index = panel.model.index(0)
    folded = panel.list.visualRect(index).height()
    qtbot.keyClick(panel.list, KEY.Key_Space)
    words, others = index.data(AroundRole)
    assert words.before == PIER[:30]
    assert words.after.startswith(" Nobody asks him why;")
    assert [(one.coder, one.same, code.name) for one, code in others] == [
        ("Ann", False, "lamp decides"),
        ("Bo", False, "lamp decides"),
    ]
    assert panel.list.visualRect(index).height() > folded
    assert "also: lamp decides" in index.data(Qt.ItemDataRole.AccessibleTextRole)
    qtbot.keyClick(panel.list, KEY.Key_Space)
    assert index.data(AroundRole) is None
    assert panel.list.visualRect(index).height() == folded


def test_a_click_on_the_triangle_unfolds_without_going_there(world, panel, qtbot):
    panel.show_codes([world.lamp])
    gone = []
    panel.passageActivated.connect(lambda *place: gone.append(place))
    row = panel.list.visualRect(panel.model.index(1))
    qtbot.mouseClick(
        panel.list.viewport(), Qt.MouseButton.LeftButton, pos=row.topLeft() + QPoint(8, 12)
    )
    assert panel.model.index(1).data(AroundRole) is not None
    assert gone == []


def test_unfolded_rows_follow_what_happens_around_them(world, panel, qtbot):
    panel.show_codes([world.care])
    panel.model.unfolded.unfold([world.other])
    codes.rename(world.project, world.lamp, "the lamp")
    others = panel.model.index(0).data(AroundRole)[1]
    assert {code.name for _, code in others} == {"the lamp"}
    codings.remove(world.project, [world.one, world.bo])
    qtbot.waitUntil(lambda: panel.model.index(0).data(AroundRole)[1] == [])
    world.project.undo()
    qtbot.waitUntil(lambda: len(panel.model.index(0).data(AroundRole)[1]) == 2)
    assert not panel.grab().isNull()
