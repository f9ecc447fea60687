"""Verdicts by keys and buttons: the next row follows, and undo leads back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from qcode.model.agreement_enums import Verdict
from qcode.model.review import Sieve, Standing
from qcode.services.project import Project
from qcode.services.review import consensus, decisions
from qcode.ui.itemmodels.disagreement_rows import Column
from qcode.ui.shell.session import Session

from tests.ui.review import talk_project
from tests.ui.review.talk.talking import agreed, opened, press, shown

pytestmark = pytest.mark.usefixtures("at_once")

KEYS = {
    "1": Verdict.FIRST,
    "2": Verdict.SECOND,
    "3": Verdict.BOTH,
    "4": Verdict.UNION,
    "5": Verdict.INTERSECTION,
    "8": Verdict.REJECT,
    "9": Verdict.ACCEPT,
}


@pytest.mark.parametrize(("key", "verdict"), KEYS.items())
def test_a_digit_settles_the_row_and_goes_to_the_next(world, talk, qtbot, key, verdict):
    one = talk.current.disagreement
    press(qtbot, talk, key)
    decided = decisions.of(world.project, one)
    assert decided is not None
    assert decided.verdict is verdict
    assert agreed(world) == {
        (world.ferry, *span, code_id) for code_id, span in decisions.outcome(one, verdict)
    }
    assert talk.view.current_row() == 1
    assert shown(talk, Column.VERDICT)[1:] == ["open"] * 3


def test_what_says_nothing_about_a_row_cannot_be_pressed(world, talk, qtbot):
    press(qtbot, talk, Qt.Key.Key_Down, "3", "4", "5")
    assert talk.view.current_row() == 1
    assert consensus.coder(world.project) is None
    for verdict in (Verdict.BOTH, Verdict.UNION, Verdict.INTERSECTION):
        assert not talk.verdicts.buttons[verdict].isEnabled()


def test_the_words_of_a_button_fit_into_it_when_it_is_marked_too(talk, qtbot):
    def inked(button):
        """Columns in which there are words."""
        image = button.grab().toImage()
        ground = image.pixelColor(4, 4).lightness()
        rows = range(6, image.height() - 6)
        return [
            x
            for x in range(4, image.width() - 4)
            if any(abs(image.pixelColor(x, y).lightness() - ground) > 60 for y in rows)
        ]

    button = talk.verdicts.buttons[Verdict.ACCEPT]
    before = inked(button)
    press(qtbot, talk, "9")
    talk.view.go_to(0)
    assert button.isChecked()
    after = inked(button)
    assert (after[0], after[-1]) == (before[0], before[-1])


def test_buttons_do_what_their_digits_do_and_leave_the_keys_in_the_list(world, talk, qtbot):
    qtbot.mouseClick(talk.verdicts.buttons[Verdict.SECOND], Qt.MouseButton.LeftButton)
    assert agreed(world) == {(world.ferry, *talk_project.CALL, world.call)}
    assert talk.view.hasFocus()
    talk.view.go_to(0)
    assert talk.verdicts.buttons[Verdict.SECOND].isChecked()
    assert not talk.verdicts.buttons[Verdict.FIRST].isChecked()


def test_all_is_settled_in_as_many_keys_as_there_are_rows(talk, qtbot):
    told = []
    talk.progressChanged.connect(lambda *numbers: told.append(numbers))
    press(qtbot, talk, "1", "2", "8", "9")
    assert told == [(1, 5), (2, 5), (3, 5), (4, 5)]
    assert talk.consensus.note.text() == "4 of 5 settled"
    assert "open" not in shown(talk, Column.VERDICT)


def test_undo_opens_the_row_again_and_goes_back_to_it(world, talk, qtbot):
    press(qtbot, talk, "1", "1")
    for row in (1, 0):
        changes = world.project.undo()
        assert talk.following.tells_of(changes)
        talk.following.go_to_change(changes)
        assert talk.view.current_row() == row
        assert shown(talk, Column.VERDICT)[row] == "open"
    assert agreed(world) == set()
    changes = world.project.redo()
    talk.following.go_to_change(changes)
    assert talk.view.current_row() == 0
    assert shown(talk, Column.VERDICT)[0] == "as Ann"
    assert talk.consensus.note.text() == "1 of 5 settled"


def test_undo_brings_a_row_back_that_a_filter_had_let_go(world, talk, qtbot):
    talk.show(Sieve(verdict=Standing.OPEN))
    words = shown(talk)
    press(qtbot, talk, "1")
    talk.following.go_to_change(world.project.undo())
    assert shown(talk) == words
    assert talk.view.current_row() == 0


@pytest.mark.parametrize("key", ["0", Qt.Key.Key_Backspace])
def test_a_verdict_can_be_taken_back(world, talk, qtbot, key):
    press(qtbot, talk, "1")
    talk.view.go_to(0)
    assert talk.head.reopen.isVisible()
    assert talk.head.who.text() == "settled by Ann, today"
    press(qtbot, talk, key)
    assert agreed(world) == set()
    assert talk.view.current_row() == 0
    assert not talk.head.reopen.isVisible()


def test_another_code_is_chosen_and_taken(world, talk, qtbot, monkeypatch):
    monkeypatch.setattr("qcode.ui.dialogs.choose_code.choose_any_code", lambda *_: world.lamp)
    press(qtbot, talk, "7")
    assert agreed(world) == {(world.ferry, *talk_project.LONGER, world.lamp)}
    assert talk.view.current_row() == 1


def test_what_was_decided_while_a_worker_looked_is_not_forgotten(world, talk, qtbot):
    compared = talk_project.compared(world.project)
    press(qtbot, talk, "1")
    talk.load(*compared)
    assert shown(talk, Column.VERDICT)[0] == "as Ann"
    assert talk.consensus.note.text() == "1 of 5 settled"


def test_a_project_that_is_only_read_is_only_read_here(world, qtbot):
    world.session.close()
    with Project.open(world.path, read_only=True) as project:
        session = Session(project)
        talk = opened(session, qtbot)
        press(qtbot, talk, "1", "R", "A", "M")
        assert shown(talk, Column.VERDICT) == ["open"] * 4
        assert talk.view.hasFocus()
        assert not any(button.isEnabled() for button in talk.verdicts.buttons.values())
        assert not talk.reason.field.isEnabled()
        assert not talk.consensus.take_over.isEnabled()
        assert not talk.rounds.freeze.isEnabled()


def test_the_menu_offers_only_what_says_something_about_the_row(talk, qtbot):
    rows = shown(talk, Column.KIND)
    talk.view.go_to(rows.index("missed by Ann"))
    both, again = talk.actions_["review.verdict.both"], talk.actions_["review.reopen"]
    assert not both.isEnabled()
    talk.view.go_to(rows.index("boundary differs"))
    assert both.isEnabled()
    assert not again.isEnabled()
    press(qtbot, talk, "1")
    talk.view.go_to(rows.index("boundary differs"))
    assert again.isEnabled()
    press(qtbot, talk, "0")
    assert not again.isEnabled()
