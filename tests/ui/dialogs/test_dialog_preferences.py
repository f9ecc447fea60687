"""Preferences change at once what can be seen at once, and a project only when it is kept."""

import pytest
from PySide6.QtGui import QFontDatabase
from qcode.model.enums import Numbering
from qcode.services import codes
from qcode.ui.dialogs.preferences import PreferencesDialog
from qcode.ui.shell.fonts import reading_families
from qcode.ui.shell.theme import ThemeChoice, current


@pytest.fixture
def theme(qapp):
    choice = ThemeChoice(qapp, "light")
    yield choice
    choice.choose("light")


@pytest.fixture
def preferences(window, settings, theme, language):
    return lambda session=None: PreferencesDialog(window, settings, theme, language, session)


def choose(combo, data):
    combo.setCurrentIndex(combo.findData(data))
    combo.activated.emit(combo.currentIndex())


def test_the_look_changes_at_once_and_is_kept(preferences, settings):
    dialog = preferences()
    choose(dialog.theme, "dark")
    assert current().dark
    assert settings.theme == "system"
    dialog.accept()
    assert settings.theme == "dark"


def test_cancel_puts_look_and_language_back(preferences, settings, theme, language):
    dialog = preferences()
    choose(dialog.theme, "dark")
    choose(dialog.language, "zh_CN")
    assert language.language == "zh_CN"
    dialog.reject()
    assert (theme.choice, language.choice) == ("light", "en")
    assert not current().dark
    assert (settings.theme, settings.language) == ("system", "system")


def test_the_dialog_speaks_the_language_that_was_chosen(preferences, qapp):
    dialog = preferences()
    dialog.show()
    before = dialog.language.itemText(0)
    dialog.language.setItemText(0, "old words")
    choose(dialog.language, "zh_CN")
    qapp.processEvents()
    assert dialog.language.itemText(0) not in ("old words",)
    choose(dialog.language, "en")
    qapp.processEvents()
    assert dialog.language.itemText(0) == before


def test_size_and_name_are_kept(preferences, settings):
    dialog = preferences()
    dialog.reading.zoom.setValue(130)
    dialog.coder.setText("  Bao ")
    dialog.accept()
    assert (settings.zoom, settings.coder) == (130, "Bao")


def test_nothing_changed_is_no_step_of_the_project(preferences, coded):
    before = coded.project.undo_label()
    preferences(coded).accept()
    assert coded.project.undo_label() == before


def test_name_and_numbering_of_the_project_are_kept(preferences, coded):
    dialog = preferences(coded)
    dialog.name.setText("Another name")
    dialog.numbering.setCurrentIndex(dialog.numbering.findData(Numbering.LETTERS.value))
    dialog.accept()
    assert coded.project.name == "Another name"
    assert codes.numbering(coded.project) is Numbering.LETTERS


def test_the_example_shows_the_numbers_of_this_project(preferences, coded):
    dialog = preferences(coded)
    shown = {}
    for preset in Numbering:
        dialog.numbering.setCurrentIndex(dialog.numbering.findData(preset.value))
        shown[preset] = [line.strip() for line in dialog._example.text().splitlines()]
    assert shown[Numbering.NONE] == ["Going there", "walks to each desk"]
    assert shown[Numbering.LETTERS] == ["A1 Going there", "a1 walks to each desk"]
    assert shown[Numbering.ALPHABET] == ["B1 Going there", "a1 walks to each desk"]
    assert shown[Numbering.DECIMAL] == ["1 Going there", "1.1 walks to each desk"]
    assert codes.numbering(coded.project) is Numbering.NONE


def test_without_codes_the_example_is_a_sentence(preferences, session):
    assert "never typed" in preferences(session)._example.text()


def test_a_project_needs_a_name(preferences, session):
    dialog = preferences(session)
    dialog.name.setText("  ")
    assert not dialog.accept_button.isEnabled()


def test_without_a_project_only_the_program_is_shown(preferences):
    assert not preferences().name.isVisibleTo(preferences())


def test_the_typeface_is_chosen_among_those_that_can_be_read(preferences, settings):
    settings.family = "Noto Serif"
    box = preferences().reading.family
    offered = [box.itemText(place) for place in range(box.count())]
    assert offered == ["the program’s own", *reading_families()]
    assert (box.currentText(), box.chosen()) == ("Noto Serif", "Noto Serif")


def test_a_typeface_chosen_once_stays_to_be_chosen(preferences, settings):
    others = set(QFontDatabase.families()) - set(reading_families())
    if not others:
        pytest.skip("every font of this system can be read")
    settings.family = min(others)
    box = preferences().reading.family
    assert box.chosen() == settings.family
    box.choose("")
    assert box.chosen() == ""
