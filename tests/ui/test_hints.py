"""Hints for the first steps come where they are of use and go away for good."""

import pytest
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget
from qcode.model.changes import ChangeSet
from qcode.model.messages import Message
from qcode.ui.shell.action_spec import CONDITIONS
from qcode.ui.shell.catalogue import ACTIONS
from qcode.ui.shell.hints import HINTS, HintBook, words
from qcode.ui.shell.i18n import LanguageChoice
from qcode.ui.shell.settings import Settings
from qcode.ui.widgets.hint_strip import HintStrip

TEXT = {"project", "writable", "document"}


@pytest.fixture
def book(settings):
    return HintBook(settings)


@pytest.fixture
def window(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    QVBoxLayout(made)
    made.resize(900, 600)
    made.show()
    return made


@pytest.fixture
def actions(bound_actions):
    return bound_actions


def shown(book, place="text", conditions=TEXT):
    hint = book.shown(place, conditions)
    return hint.name if hint else None


def step(template, kind="do"):
    return ChangeSet(Message(template, {"code": "a1"}), {"coding": frozenset({1})}, kind)


def test_every_hint_names_actions_and_conditions_that_exist():
    known = {spec.id for spec in ACTIONS}
    assert len({hint.name for hint in HINTS}) == len(HINTS)
    for hint in HINTS:
        assert hint.actions <= known, hint.name
        assert hint.when <= CONDITIONS, hint.name


def test_every_hint_names_keys_that_do_what_it_says():
    written = {keys for spec in ACTIONS for keys in spec.shortcuts}
    for hint in HINTS:
        assert {keys for _, keys in hint.keys} <= written, hint.name
        assert words(hint).count("{") == 0


def test_no_hint_comes_and_goes_with_the_selection():
    for hint in HINTS:
        assert not hint.when & {"selection", "coding", "passage"}, hint.name


def test_the_first_hint_is_how_to_code_and_waits_for_a_text(book):
    assert shown(book) == "select"
    assert shown(book, conditions={"project", "writable"}) is None


@pytest.mark.parametrize("template", ["Apply {code}", "Code in vivo “{name}”"])
def test_a_hint_goes_when_the_thing_was_done_however_it_was_done(book, template):
    book.take_step(step(template, "undo"))
    assert shown(book) == "select"
    book.take_step(step(template))
    assert shown(book) == "commands"


def test_a_hint_goes_when_its_action_was_used(book):
    book.take_action("coding.apply")
    book.take_action("help.shortcuts")
    assert shown(book) is None
    assert shown(book, conditions={*TEXT, "undo"}) == "recent"
    book.take_action("coding.recent.3")
    assert shown(book, conditions={*TEXT, "undo"}) == "undo"
    book.take_action("edit.undo")
    assert shown(book, conditions={*TEXT, "undo"}) is None


def test_other_steps_leave_the_hints_alone(book):
    book.take_step(step("Memo on a passage"))
    book.take_action("file.back_up")
    assert shown(book) == "select"


def test_what_was_put_away_stays_away_the_next_time(book, settings, tmp_path):
    book.dismiss("select")
    settings.sync()
    assert shown(HintBook(Settings(tmp_path / "settings.ini"))) == "commands"


def test_all_hints_can_be_shown_again(book):
    for hint in HINTS:
        book.dismiss(hint.name)
    assert shown(book, conditions=CONDITIONS) is None
    book.show_again()
    assert shown(book) == "select"


def test_the_line_shows_a_hint_while_it_is_of_use_and_can_be_put_away(window, actions, book):
    strip = HintStrip(book, "text", actions, window)
    window.layout().addWidget(strip)
    assert not strip.isVisible()
    actions.set_conditions(TEXT)
    assert strip.isVisible()
    assert "press" in strip._text.text()
    strip.findChild(QToolButton).click()
    assert "Ctrl+K" in strip._text.text()
    strip.findChild(QToolButton).click()
    assert not strip.isVisible()
    book.show_again()
    assert strip.isVisible()


def test_the_line_speaks_the_language_of_the_window(window, actions, book, qapp):
    language = LanguageChoice(qapp, "en")
    strip = HintStrip(book, "text", actions, window)
    actions.set_conditions(TEXT)
    strip._text.setText("old words")
    language.choose("zh_CN")
    qapp.processEvents()
    try:
        assert strip._text.text() == words(HINTS[0])
    finally:
        language.choose("en")
