"""Reasons, and what leads from a row into the codebook; one act is one step."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from qcode.model.agreement_enums import Verdict
from qcode.model.enums import CodeKind
from qcode.model.records import CodeDraft
from qcode.services import codes
from qcode.services.review import amending, decisions
from qcode.ui.dialogs.choose_code import Target
from qcode.ui.dialogs.split_code import Split
from qcode.ui.itemmodels.disagreement_rows import Column

from tests.services import pictures
from tests.ui.review.talk.talking import press, shown

pytestmark = pytest.mark.usefixtures("at_once")


def test_the_words_stand_twice_each_with_what_one_coder_did(talk, qtbot):
    first, second = talk.detail.cards.first, talk.detail.cards.second
    assert (first.name.text(), second.name.text()) == ("Ann", "Bo")
    assert first.sheet.accessibleDescription() == "The deck hands call the mainland twice."
    assert second.sheet.accessibleDescription() == "The deck hands call"
    assert "Somebody calls again." in talk.detail.amending.entries[0].text.text()
    press(qtbot, talk, Qt.Key.Key_Down)
    assert second.code.text() == "not coded"
    press(qtbot, talk, Qt.Key.Key_Down)
    assert [one.isVisible() for one in talk.detail.amending.entries] == [True, True]


def test_a_reason_is_kept_with_enter_and_stands_with_the_verdict(world, talk, qtbot):
    one = talk.current.disagreement
    press(qtbot, talk, "R")
    assert talk.reason.field.hasFocus()
    qtbot.keyClicks(talk.reason.field, "The 2nd call counts")
    qtbot.keyClick(talk.reason.field, Qt.Key.Key_Return)
    assert talk.view.hasFocus()
    assert talk.view.current_row() == 0, "digits of a reason are no verdicts"
    assert decisions.of(world.project, one).reason == "The 2nd call counts"
    assert decisions.of(world.project, one).verdict is Verdict.OPEN
    press(qtbot, talk, "1")
    assert decisions.of(world.project, one).reason == "The 2nd call counts"
    assert decisions.of(world.project, one).verdict is Verdict.FIRST


def test_a_reason_that_was_only_typed_is_not_lost(world, talk, qtbot):
    one = talk.current.disagreement
    qtbot.keyClicks(talk.reason.field, "Not enough")
    talk.view.go_to(2)
    assert decisions.of(world.project, one).reason == "Not enough"
    assert talk.reason.field.text() == ""


def test_escape_leaves_a_reason_as_it_was(world, talk, qtbot):
    one = talk.current.disagreement
    press(qtbot, talk, "R")
    qtbot.keyClicks(talk.reason.field, "No")
    qtbot.keyClick(talk.reason.field, Qt.Key.Key_Escape)
    assert talk.reason.field.text() == ""
    assert talk.view.hasFocus()
    assert decisions.of(world.project, one) is None


def test_a_reason_can_go_into_when_to_use_and_is_told_at_the_row(world, talk, qtbot):
    before = pictures.rows(world.project)
    press(qtbot, talk, "R")
    qtbot.keyClicks(talk.reason.field, "Also once.")
    qtbot.keyClick(talk.reason.field, Qt.Key.Key_Tab)
    qtbot.keyClick(talk.reason.also, Qt.Key.Key_Space)
    qtbot.keyClick(talk.reason.also, Qt.Key.Key_Return)
    assert talk.view.hasFocus()
    press(qtbot, talk, "1")
    call = next(one for one in codes.tree(world.project) if one.id == world.call)
    assert call.use_when == "Somebody calls again.\nAlso once."
    (entry,) = amending.listed(world.project)
    assert entry.field == "use_when"
    talk.view.go_to(0)
    assert "When to use of “calling twice”" in talk.detail.amending.news.text()
    assert shown(talk, Column.VERDICT)[0].endswith("✎")
    world.project.undo()
    assert pictures.rows(world.project) == before


def test_a_code_is_amended_where_it_stands(world, talk, qtbot):
    press(qtbot, talk, "A")
    field = talk.detail.amending.entries[0].fields["definition"].editor
    assert field.hasFocus()
    qtbot.keyClicks(field, "Calling once more.")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    press(qtbot, talk, "A")
    qtbot.keyClicks(field, " Or twice.")  # what is written comes after what was there
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    call = next(one for one in codes.tree(world.project) if one.id == world.call)
    assert call.definition == "Calling once more. Or twice."
    press(qtbot, talk, "A")
    for _ in range(len(" Or twice.")):
        qtbot.keyClick(field, Qt.Key.Key_Backspace)
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    call = next(one for one in codes.tree(world.project) if one.id == world.call)
    assert call.definition == "Calling once more."
    assert talk.view.hasFocus()
    assert talk.detail.amending.news.isVisible()
    assert "Calling once more." in talk.detail.amending.entries[0].text.text()


def test_a_memo_is_written_on_the_words_and_told_at_the_row(world, talk, qtbot, monkeypatch):
    monkeypatch.setattr("qcode.ui.dialogs.memo.ask_memo", lambda *_: "What is a call?\nMore.")
    before = pictures.rows(world.project)
    press(qtbot, talk, "M")
    assert "Memo “What is a call?" in talk.detail.amending.news.text()
    world.project.undo()
    assert pictures.rows(world.project) == before


def test_a_code_is_split_from_its_row(world, talk, qtbot, monkeypatch):
    def choose(_parent, _session, _code, found):
        draft = CodeDraft("calling once", CodeKind.CONCEPT)
        return Split([found[0].coding_id], draft, None, None)

    monkeypatch.setattr("qcode.ui.dialogs.split_code.ask_split", choose)
    before = pictures.rows(world.project)
    qtbot.mouseClick(talk.detail.amending.split, Qt.MouseButton.LeftButton)
    assert "calling once" in {one.name for one in codes.tree(world.project)}
    assert [one.field for one in amending.listed(world.project)] == ["split"]
    world.project.undo()
    assert pictures.rows(world.project) == before


def test_two_codes_are_merged_from_their_row(world, talk, qtbot, monkeypatch):
    monkeypatch.setattr(
        "qcode.ui.dialogs.choose_code.choose_code", lambda *_: Target(world.call, "the same")
    )
    talk.view.go_to(2)
    before = pictures.rows(world.project)
    qtbot.mouseClick(talk.detail.amending.merge, Qt.MouseButton.LeftButton)
    assert world.rope not in {one.id for one in codes.tree(world.project)}
    assert [one.field for one in amending.listed(world.project)] == ["merge"]
    world.project.undo()
    assert pictures.rows(world.project) == before
