"""Memos beside the text and from anywhere, and links that are chosen or pasted."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from qcode.model.enums import CodeKind, MemoKind
from qcode.model.records import CodeDraft
from qcode.model.span import Span
from qcode.services import codes, memos, paradigms, terms

from tests.ui.memos.conftest import stored

Key, Ctrl = Qt.Key, Qt.KeyboardModifier.ControlModifier


def here(window):
    """The widget with the focus; the others of the moment are settled first."""
    QApplication.processEvents()
    return window.focusWidget()


def newest(project):
    return max(memos.listed(project), key=lambda memo: memo.id)


def shown_on(listed):
    return [entry.memo_id for entry in listed.entries()]


def test_a_memo_is_written_beside_the_text_on_the_chosen_passage(window, project, made, qtbot):
    window.workspace.choose_coding(made.one)
    window.actions_["memo.beside"].trigger()
    qtbot.keyClicks(here(window), "The lamp decides for all.")
    qtbot.keyClick(here(window), Key.Key_Escape)
    found = newest(project)
    assert found.body == "The lamp decides for all."
    assert found.kind is MemoKind.THEORETICAL
    assert found.code_ids == (made.lamp,)
    assert len(found.selection_ids) == 1
    assert here(window) is window.workspace.text


def test_words_without_a_code_become_a_passage_with_a_memo(window, project, made, qtbot):
    window.workspace.text.select_span(Span(57, 70))
    window.actions_["memo.beside"].trigger()
    qtbot.keyClicks(here(window), "Nobody asks.")
    window.desk.flush()
    (found,) = memos.bare_passages(project, made.pier).values()
    assert found == Span(57, 70)


def test_without_a_passage_the_memo_is_on_the_document(window, project, made, qtbot):
    window.actions_["memo.beside"].trigger()
    qtbot.keyClicks(here(window), "A windy place.")
    window.desk.flush()
    assert newest(project).document_ids == (made.pier,)


def test_the_panel_shows_each_memo_once_and_follows_what_is_chosen(window, made):
    window.workspace.knowledge.show_notes(True)
    notes = window.workspace.knowledge.notes
    window.workspace.choose_coding(made.one)
    assert shown_on(notes.passage) == [made.signs_memo]
    assert shown_on(notes.code) == []
    assert shown_on(notes.document) == [made.pier_memo]
    window.workspace.choose_coding(made.other)
    assert shown_on(notes.passage) == []
    assert notes.passage.isVisible()
    window.actions_["memo.panel"].trigger()
    assert not notes.isVisible()
    assert window.workspace.inspector.isVisible()


def test_the_history_takes_the_place_of_the_memos(window):
    window.workspace.knowledge.show_notes(True)
    window.workspace.knowledge.show_history(True)
    assert not window.workspace.knowledge.notes.isVisible()
    assert not window.actions_["memo.panel"].isChecked()


def test_links_in_the_inspector_read_as_words(window, project, made):
    memo = stored(project, made.signs_memo)
    memos.create(project, MemoKind.PASSAGE, memo.body, passage=(made.pier, Span(0, 56)))
    window.workspace.choose_coding(made.one)
    (entry,) = window.workspace.inspector.passage.memos.entries()
    assert entry.editor.toPlainText() == "Signs stand for reasons: calling twice."
    assert entry.editor.text() == memo.body


def test_from_another_workspace_a_sheet_takes_the_memo_and_gives_the_focus_back(
    window, project, made, qtbot
):
    axial = window.desk.show_workspace("axial")
    before = here(window)
    window.actions_["memo.beside"].trigger()
    qtbot.keyClicks(here(window), "Two sorts")
    window.desk.flush()
    qtbot.keyClicks(here(window), " of waiting.")
    qtbot.keyClick(here(window), Key.Key_Escape)
    assert newest(project).body == "Two sorts of waiting."
    assert here(window) is before
    assert window.desk.current is axial


def test_the_sheet_is_saved_and_put_away_when_one_goes_elsewhere(window, project, qtbot):
    window.desk.show_workspace("axial")
    window.actions_["memo.beside"].trigger()
    qtbot.keyClicks(here(window), "In passing.")
    window.desk.show_workspace("code")
    assert newest(project).body == "In passing."
    window.desk.show_workspace("axial")
    assert not window.desk._quick.isVisible()


def test_the_sheet_calls_the_memo_what_the_project_calls_it(window, project):
    window.desk.show_workspace("axial")
    window.actions_["memo.beside"].trigger()
    sheet = window.desk._quick
    assert sheet._title.text() == "Theoretical memo on the project"
    terms.use_preset(project, terms.School.THEMATIC)
    QApplication.processEvents()  # widgets are told as of a change of language
    window.actions_["memo.beside"].trigger()
    assert sheet._title.text() == "Analytic memo on the project"
    assert sheet.accessibleName() == here(window).accessibleName() == "Analytic memo"


def test_on_the_axial_board_the_memo_is_on_the_chosen_codes(window, project, made, qtbot):
    axial = window.desk.show_workspace("axial")
    axial.cards.select_code(made.lamp)
    window.actions_["memo.beside"].trigger()
    qtbot.keyClicks(here(window), "Decided without words.")
    window.desk.flush()
    assert newest(project).code_ids == (made.lamp,)


def test_the_menu_of_a_paradigm_begins_a_memo_on_it(window, project, qtbot):
    paradigm = paradigms.create(project, "Leaving")
    axial = window.desk.show_workspace("axial")
    axial.paradigms.memoRequested.emit(paradigm)
    qtbot.keyClicks(here(window), "What is it about?")
    window.desk.flush()
    assert newest(project).paradigm_ids == (paradigm,)


# ---------------------------------------------------------------------- links


def body_of(window, memo_id):
    space = window.desk.show_workspace("memos")
    space.show_memo(memo_id)
    space.page.begin()
    return space.page.body


def test_two_brackets_and_a_few_letters_link_a_code(window, project, made, qtbot):
    body = body_of(window, made.plan)
    qtbot.keyClicks(body, " See [[")
    qtbot.keyClicks(here(window), "lamp")
    qtbot.keyClick(here(window), Key.Key_Return)
    assert here(window) is body
    qtbot.keyClicks(body, " now")
    window.desk.flush()
    assert body.toPlainText() == "Ask the deck hands next. See lamp decides now"
    codes.rename(project, made.lamp, "lamp rules")
    assert body.toPlainText() == "Ask the deck hands next. See lamp rules now"


def test_a_document_is_linked_by_its_name(window, made, qtbot):
    body = body_of(window, made.plan)
    qtbot.keyClick(body, Key.Key_L, Ctrl)
    qtbot.keyClicks(here(window), "quay")
    qtbot.keyClick(here(window), Key.Key_Return)
    assert body.toPlainText() == "Ask the deck hands next.Quay"
    assert "](document:" in body.stored()


def test_tab_shows_the_passages_of_a_code_and_escape_goes_back(window, made, qtbot):
    body = body_of(window, made.plan)
    qtbot.keyClick(body, Key.Key_L, Ctrl)
    chooser = window.desk.current.page.links.chooser
    qtbot.keyClicks(here(window), "lamp")
    qtbot.keyClick(here(window), Key.Key_Tab)
    qtbot.waitUntil(lambda: len(chooser.rows()) == 2)
    assert [row.note for row in chooser.rows()] == ["01-01", "02-01"]
    qtbot.keyClick(here(window), Key.Key_Escape)
    assert chooser.rows()[0].title == "lamp decides"
    qtbot.keyClick(here(window), Key.Key_Tab)
    qtbot.waitUntil(lambda: len(chooser.rows()) == 2)
    qtbot.keyClick(here(window), Key.Key_Down)
    qtbot.keyClick(here(window), Key.Key_Return)
    assert body.toPlainText().endswith("The quay is swept before dawn")
    assert "](passage:" in body.stored()


def test_escape_leaves_what_was_typed(window, made, qtbot):
    body = body_of(window, made.plan)
    qtbot.keyClicks(body, " [[")
    qtbot.keyClick(here(window), Key.Key_Escape)
    assert here(window) is body
    assert body.toPlainText() == "Ask the deck hands next. [["


def test_a_copied_passage_can_be_quoted_live(window, project, made, qtbot):
    window.workspace.text.select_span(Span(0, 56))
    window.workspace.text.copy()
    body = body_of(window, made.plan)
    body.paste()
    words = "The ferry leaves when the harbour master lifts the lamp."
    assert body.stored() == f"Ask the deck hands next.{words}"
    qtbot.keyClick(body, Key.Key_L, Ctrl)
    assert "](passage:" in body.stored()
    assert body.toPlainText() == f"Ask the deck hands next.{words}"


def test_copied_words_without_a_code_become_a_passage_of_the_memo(window, project, made, qtbot):
    window.workspace.text.select_span(Span(57, 73))
    window.workspace.text.copy()
    body = body_of(window, made.plan)
    body.paste()
    qtbot.keyClick(body, Key.Key_L, Ctrl)
    window.desk.flush()
    assert "](passage:" in stored(project, made.plan).body
    assert memos.bare_passages(project, made.pier)
    assert len(stored(project, made.plan).selection_ids) == 1


def test_typing_on_refuses_the_offer(window, made, qtbot):
    window.workspace.text.select_span(Span(0, 56))
    window.workspace.text.copy()
    body = body_of(window, made.plan)
    body.paste()
    qtbot.keyClicks(body, "!")
    qtbot.keyClick(body, Key.Key_L, Ctrl)
    assert window.desk.current.page.links.chooser is not None
    assert "](passage:" not in body.stored()


def test_a_link_to_what_was_deleted_keeps_its_words(window, project, made):
    body = body_of(window, made.signs_memo)
    codes.delete(project, [made.care])
    assert body.toPlainText() == "Signs stand for reasons: calling twice."
    assert codes.create(project, CodeDraft("calling twice", CodeKind.CONCEPT)) != made.care


def test_beside_a_text_no_other_memos_are_read_than_those_shown(
    window, project, made, qtbot, monkeypatch
):
    window.workspace.choose_coding(made.one)
    window.actions_["memo.beside"].trigger()

    def everything(*_, **__):
        raise AssertionError("all memos were read")

    monkeypatch.setattr(memos, "listed", everything)
    qtbot.keyClicks(here(window), "The lamp decides for all.")
    qtbot.keyClick(here(window), Key.Key_Escape)
    window.workspace.choose_coding(None)
    window.workspace.inspector.show_document(made.pier)
    window.undo()
    shown = [shown_on(listed) for listed in window.workspace.knowledge.notes.lists]
    assert made.pier_memo in [one for listed in shown for one in listed]
