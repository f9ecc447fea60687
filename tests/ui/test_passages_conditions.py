"""The list of passages is narrowed by conditions, and shows where several codes meet."""

import pytest
from PySide6.QtCore import Qt
from qcode.model.enums import CodeKind
from qcode.model.records import CodeDraft
from qcode.services import codes, codings, documents
from qcode.ui.itemmodels.passage_filters import Field, PassageFilter
from qcode.ui.widgets.choice_popup import ChoicePopup

from tests.ui.comparing import apply, ask, ids, on_top, panel

__all__ = ["panel"]

KEY = Qt.Key


# ---------------------------------------------------------------------- conditions


def test_conditions_narrow_the_list_and_the_figures_follow(world, panel):
    panel.show_codes([world.lamp])
    ask(panel, coder=["Ann"])
    assert ids(panel) == [world.one, world.late]
    assert panel.header.counts.text() == "2 shown of 2 passages in 2 documents"
    ask(panel, coder=["Ann"], document=[world.quay])
    assert ids(panel) == [world.late]
    assert panel.header.counts.text() == "1 shown of 2 passages in 2 documents"
    assert [chip.words.text() for chip in panel.tools.chips.values()] == [
        "Coder: Ann",
        "Document: 02  Quay",
    ]
    panel.tools.clear.click()
    assert ids(panel) == [world.one, world.bo, world.late]
    assert panel.tools.chips == {}
    assert panel.header.counts.text() == "2 passages in 2 documents · 3 codings"


def test_the_figures_agree_with_the_tree_and_say_how_many_rows_there_are(world, panel):
    panel.show_codes([world.lamp])
    counted = {code.id: code.passages for code in codes.tree(world.project)}
    assert counted[world.lamp] == 2  # Ann and Bo have coded the same words
    assert panel.header.counts.text() == "2 passages in 2 documents · 3 codings"
    panel.list.setCurrentIndex(panel.model.index(0))
    assert panel.header.place.text() == "1 of 3"
    ask(panel, document=[world.pier])
    assert panel.header.counts.text() == "1 shown of 2 passages in 2 documents · 2 codings"
    panel.compare()  # where the same words by another coder are no other passage
    assert panel.header.counts.text() == "1 shown of 2 passages in 2 documents"


def test_a_chip_goes_by_its_cross_and_by_delete(world, panel, qtbot):
    panel.show_codes([world.lamp])
    ask(panel, coder=["Ann"], document=[world.quay])
    chips = panel.tools.chips
    qtbot.mouseClick(chips[Field("coder")].cross, Qt.MouseButton.LeftButton)
    assert list(chips) == [Field("document")]
    qtbot.keyClick(chips[Field("document")].words, KEY.Key_Delete)
    assert chips == {}
    assert len(ids(panel)) == 3


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_values_are_ticked_with_the_keyboard(world, panel, qtbot):
    panel.show_codes([world.lamp])
    panel.tools.choose(Field("coder"), panel.tools.add)
    popup = next(one for one in panel.tools.findChildren(ChoicePopup) if one.isVisible())
    assert [popup.rows.index(n).data() for n in range(popup.rows.rowCount())] == [
        "Ann  ·  2",
        "Bo  ·  1",
    ]
    qtbot.keyClick(popup.list, KEY.Key_Down)
    qtbot.keyClick(popup.list, KEY.Key_Space)
    assert ids(panel) == [world.bo]
    qtbot.keyClick(popup.list, KEY.Key_Up)
    qtbot.keyClick(popup.list, KEY.Key_Space)
    assert ids(panel) == [world.one, world.bo, world.late]
    assert panel.tools.chips[Field("coder")].words.text() == "Coder: Ann, Bo"
    assert popup.isVisible()
    qtbot.keyClick(popup.list, KEY.Key_Return)
    assert not popup.isVisible()
    assert ids(panel) == [world.one, world.bo, world.late]


def test_the_menu_offers_what_there_is(world, panel):
    documents.edit(world.project, world.quay, values={"year": "2021"})
    panel.show_codes([world.lamp])
    panel.tools.menu.aboutToShow.emit()
    texts = [action.text().replace("&", "") for action in panel.tools.menu.actions()]
    assert texts == [
        "Document group…",
        "Document…",
        "Coder…",
        "Variable",
        "",
        "Typical only",
        "With memo only",
        "Without concept only",
        "",
        "Clear all",
    ]
    variables = panel.tools.menu.actions()[3].menu()
    assert [action.text() for action in variables.actions()] == ["year…"]


def test_typical_and_memo_are_conditions_that_follow_changes(world, panel):
    panel.show_codes([world.lamp])
    panel.tools._set_mark("typical", True)
    assert ids(panel) == []
    assert panel.pages.nothing.text() == "No passage fulfils all conditions."
    codings.set_typical(world.project, [world.late], True)
    assert ids(panel) == [world.late]
    panel.tools._set_mark("memo", True)
    assert ids(panel) == []
    codings.set_memo(world.project, world.late, "broom")
    assert ids(panel) == [world.late]
    codings.set_typical(world.project, [world.late], False)
    assert ids(panel) == []


def test_passages_without_a_concept_come_from_a_worker_where_the_file_is_large(
    world, panel, qtbot, monkeypatch
):
    monkeypatch.setattr("qcode.ui.itemmodels.recount.PROMPT_BYTES", 0)
    above = codes.create(world.project, CodeDraft("waiting", CodeKind.CATEGORY))
    (bare,) = apply(world, (40, 45), code=above)
    (both,) = apply(world, (50, 55), code=above)
    apply(world, (50, 55))
    panel.show_codes([above])
    panel.tools._set_mark("without_concept", True)
    assert panel.pages.nothing.text() == "Reading passages…"
    qtbot.waitUntil(lambda: ids(panel) == [bare])
    panel.show_codes([world.lamp])
    qtbot.waitUntil(lambda: panel.model.ready)
    assert panel.pages.nothing.text() == "No passage fulfils all conditions."
    panel.show_codes([above, world.lamp])
    qtbot.waitUntil(lambda: ids(panel) == [bare])
    panel.tools._set_mark("without_concept", False)
    assert both in ids(panel)


def test_what_changed_while_the_panel_was_hidden_is_seen_when_it_comes_back(world, panel, qtbot):
    above = codes.create(world.project, CodeDraft("waiting", CodeKind.CATEGORY))
    (bare,) = apply(world, (40, 45), code=above)
    panel.show_codes([above])
    panel.tools._set_mark("without_concept", True)
    assert ids(panel) == [bare]
    panel.hide()
    apply(world, (40, 45))
    panel.show()
    qtbot.waitUntil(lambda: ids(panel) == [])


def test_variables_and_groups_of_documents_follow_changes(world, panel, qtbot):
    panel.show_codes([world.lamp])
    year = Field("variable", "year")
    panel.tools._ask(PassageFilter({year: frozenset(["2021"])}))
    assert ids(panel) == []
    documents.edit(world.project, world.quay, values={"year": "2021"})
    qtbot.waitUntil(lambda: ids(panel) == [world.late])
    group = next(key for key, name in panel.model.groups.items() if name == "Talks")
    ask(panel, group=[group])
    assert len(ids(panel)) == 3
    documents.edit(world.project, world.pier, group="Notes")
    qtbot.waitUntil(lambda: ids(panel) == [world.late])
    world.project.undo()
    qtbot.waitUntil(lambda: len(ids(panel)) == 3)


def test_conditions_hold_in_every_order_and_for_what_comes_new(world, panel):
    panel.show_codes([world.lamp])
    ask(panel, coder=["Bo"])
    apply(world, (60, 90))
    assert ids(panel) == [world.bo]
    panel.compare()
    assert (on_top(panel), ids(panel)) == (world.bo, [])
    assert panel.pages.nothing.text().startswith("There is no other passage")
    world.project.act_as("Bo", remember=False)
    (fresh,) = apply(world, (60, 95))
    assert (on_top(panel), ids(panel)) == (fresh, [world.bo])


def test_the_place_of_a_passage_in_its_document_can_be_typed(world, panel):
    panel.show_codes([world.lamp])
    panel.tools.words.setText("02-01")
    assert ids(panel) == [world.late]
    panel.tools.words.setText("02-02")
    assert ids(panel) == []


# ---------------------------------------------------------------------- several codes


def test_all_codes_together_are_passages_on_which_they_meet(world, panel):
    (apart,) = apply(world, (60, 70))
    (near,) = apply(world, (50, 65), code=world.care)
    panel.show_codes([world.lamp, world.care])
    assert panel.tools.together.isVisible()
    panel.tools.together.setCurrentIndex(1)
    panel.tools.together.activated.emit(1)
    assert set(ids(panel)) == {world.one, world.bo, world.other, apart, near}
    codings.remove(world.project, [near])
    assert set(ids(panel)) == {world.one, world.bo, world.other}
    assert panel.header.counts.text().startswith("2 shown of ")
    ask(panel, coder=["Bo"])
    assert ids(panel) == []
    panel.tools.clear_all()
    panel.show_codes([world.lamp])
    assert not panel.tools.together.isVisible()
    assert world.late in ids(panel)
