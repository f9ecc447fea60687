"""A passage in the inspector: its words, its codes, its memos, its mark."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from qcode.model.enums import MemoKind
from qcode.model.span import Span
from qcode.services import codes, codings, memos
from qcode.ui.widgets.inspector.quote_label import cut, is_slanted

from tests.ui.inspector.writing import lay_out, steps, write
from tests.ui.inspector_project import PIER, coding, here


def test_a_passage_is_shown_with_its_words_its_codes_and_the_code_s_entry(world, inspector):
    codes.describe(world.project, world.lamp, {"definition": "A light settles it."})
    inspector.show_passage(world.pier, here(world, world.pier), world.one)
    assert inspector.passage.quote.text() == f"“{PIER[:56]}”"
    assert inspector.passage.about.text().startswith("01  Pier · Ann · ")
    assert set(inspector.passage.rows.coding_ids()) == {world.one, world.other, world.bo}
    assert inspector.passage.rows.button(world.one).isChecked()
    assert not inspector.passage.rows.button(world.bo).isChecked()
    assert "Bo" in inspector.passage.rows.button(world.bo).accessibleName()
    assert "Ann" not in inspector.passage.rows.button(world.one).accessibleName()
    assert inspector.code.isVisible()
    assert inspector.code.fields["definition"].editor.text() == "A light settles it."


def test_clicking_a_code_chooses_it_and_shows_its_own_words(world, inspector, qtbot):
    inspector.show_passage(world.pier, here(world, world.pier), world.one)
    lay_out(inspector)
    with qtbot.waitSignal(inspector.codingChosen) as chosen:
        qtbot.mouseClick(inspector.passage.rows.button(world.other), Qt.MouseButton.LeftButton)
    assert chosen.args == [world.other]
    assert inspector.passage.quote.text() == f"“{PIER[30:56]}”"
    assert inspector.code.code.id == world.care


def test_arrow_keys_walk_through_all_codes_of_a_passage(world, inspector, qtbot):
    inspector.show_passage(world.pier, here(world, world.pier), world.one)
    lay_out(inspector)
    rows = inspector.passage.rows
    order = rows.coding_ids()
    rows.button(order[0]).setFocus()
    rows.button(order[0]).click()
    for expected in order[1:]:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
        assert inspector.passage.chosen.id == expected
    assert rows.coding_ids() == order


def test_delete_and_the_cross_ask_to_take_a_coding_away(world, inspector, qtbot):
    inspector.show_passage(world.pier, here(world, world.pier), world.one)
    lay_out(inspector)
    row = inspector.passage.rows.button(world.other)
    with qtbot.waitSignal(inspector.removeRequested) as asked:
        qtbot.keyClick(row, Qt.Key.Key_Delete)
    assert asked.args == [[world.other]]
    with qtbot.waitSignal(inspector.removeRequested) as asked:
        qtbot.mouseClick(row, Qt.MouseButton.LeftButton, pos=row.cross().center())
    assert asked.args == [[world.other]]
    assert inspector.passage.chosen.id == world.one


def test_a_coding_that_is_undone_leaves_the_panel(world, inspector):
    fresh = codings.apply(world.project, world.quay, [Span(30, 42)], [world.care])[0]
    inspector.show_passage(world.quay, [coding(world, fresh)], fresh)
    world.project.undo()
    assert not inspector.passage.isVisible()
    assert inspector.document.isVisible()
    assert inspector.document.document.id == world.quay


def test_removing_the_chosen_coding_shows_the_other_one_on_these_words(world, inspector):
    inspector.show_passage(world.pier, here(world, world.pier), world.one)
    codings.remove(world.project, [world.one])
    assert set(inspector.passage.rows.coding_ids()) == {world.other, world.bo}
    assert inspector.passage.chosen.id == world.bo


def test_the_star_marks_a_passage_as_typical(world, inspector, qtbot):
    inspector.show_passage(world.pier, here(world, world.pier), world.one)
    star = inspector.passage._star
    qtbot.mouseClick(star, Qt.MouseButton.LeftButton)
    assert coding(world, world.one).typical
    assert star.isChecked()
    world.project.undo()
    assert not star.isChecked()


def test_a_memo_on_the_words_is_made_with_its_first_words(world, inspector, qtbot):
    inspector.show_passage(world.pier, here(world, world.pier), world.one)
    inspector.passage.memos.start()
    entry = inspector.passage.memos.entries()[-1]
    write(qtbot, entry.editor, "Nobody asks.")
    inspector.flush()
    write(qtbot, entry.editor, " Why?")
    inspector.flush()
    (memo,) = memos.listed(world.project)
    assert (memo.kind, memo.body) == (MemoKind.PASSAGE, "Nobody asks. Why?")
    assert memo.selection_ids == (coding(world, world.one).selection_id,)
    assert len(inspector.passage.memos.entries()) == 1
    world.project.undo()
    world.project.undo()
    assert inspector.passage.memos.entries() == []


def test_an_offered_memo_that_stays_empty_is_never_made(world, inspector, qtbot):
    inspector.show_passage(world.pier, here(world, world.pier), world.one)
    before = steps(world)
    inspector.passage.memos.start()
    inspector.passage.memo.editor.setFocus()
    assert inspector.passage.memos.entries() == []
    assert steps(world) == before


def test_long_quotations_are_cut_between_words_and_unfolded_on_demand(world, inspector, qtbot):
    whole = codings.apply(world.project, world.pier, [Span(0, len(PIER))], [world.care])[0]
    inspector.show_passage(world.pier, [coding(world, whole)], whole)
    quote = inspector.passage.quote
    assert quote.text() == f"“{PIER}”"
    assert cut("one two three", 9) == "one two…"
    assert cut("码头在天亮前打扫干净", 8) == "码头在天…"
    assert cut("a" * 5 + "e\u0301" * 10, 8) == "a" * 5 + "e\u0301…"
    quote.show_quote("word " * 200)
    short = quote.text()
    assert short.endswith("…”")
    quote._more.click()
    assert len(quote.text()) > len(short)


def test_only_scripts_that_have_italics_are_slanted():
    assert is_slanted("The lamp is enough")
    assert not is_slanted("码头在天亮前打扫干净")
    assert not is_slanted("المرفأ قبل الفجر")


def test_a_quotation_is_shown_without_the_white_space_around_its_lines(inspector):
    quote = inspector.passage.quote
    quote.show_quote("  One said.\n\n   \n\tTwo asked. \n")
    assert quote.text() == "“One said.\nTwo asked.”"
