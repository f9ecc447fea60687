"""A project calls levels, kinds, roles and memos by names of its own, and the window follows."""

import pytest
from PySide6.QtWidgets import QApplication
from qcode.model.enums import CodeKind, Level, MemoKind, ParadigmRole
from qcode.services import terms
from qcode.services.project import Project
from qcode.services.terms import TERMS, School
from qcode.ui.dialogs.terms import TermsDialog, edit_terms
from qcode.ui.shell import hints, termed
from qcode.ui.shell.catalogue import ACTIONS
from qcode.ui.shell.i18n import LanguageChoice, own_term, say, speak_as
from qcode.ui.shell.shortcut_page import shortcut_page

from tests.ui.dialogs.driving import drive
from tests.ui.inspector_project import make


@pytest.fixture
def path(tmp_path):
    made = make(tmp_path / "harbour.qcode")
    made.session.close()
    return tmp_path / "harbour.qcode"


@pytest.fixture
def window(main_window, path, at_once, qtbot):
    main_window.resize(1366, 768)
    main_window.show()
    main_window.files.open_path(path)
    yield main_window
    main_window.leave_project()


@pytest.fixture
def project(window):
    return window.session.project


@pytest.fixture(autouse=True)
def silent():
    """What a project called things is forgotten after each test."""
    yield
    speak_as(None)


def action(window, name):
    return window.actions_[name].text()


def test_the_words_that_name_terms_are_those_of_the_catalogue():
    texts = {spec.text for spec in ACTIONS}
    named = termed.NEW | termed.NAMED
    assert set(named) <= texts
    assert set(named.values()) <= set(TERMS)


def test_without_names_of_its_own_everything_is_as_always(window):
    assert action(window, "code.new_concept").startswith("New &concept…")
    assert own_term(CodeKind.CONCEPT.label) is None
    assert window.workspace.codes_panel._heading()[1] == "2 concepts · 1 category"


def test_a_school_changes_the_whole_window_at_once_and_undo_changes_it_back(window, project):
    window.desk.show_workspace("axial")
    board = window.desk.current.board
    terms.use_preset(project, School.CHARMAZ)
    QApplication.processEvents()  # widgets are told as of a change of language
    assert action(window, "code.new_concept").startswith("New initial code…")
    assert action(window, "code.level.main_category") == "Focused category"
    assert action(window, "workspace.axial") == "Focused coding"
    assert board.view.accessibleName() == "Tentative category"
    assert window.desk.current.loose.view.accessibleName() == "No tentative category yet"
    assert window.workspace.codes_panel._heading()[1] == "initial code: 2 · above: 1"
    move = next(hint for hint in hints.HINTS if hint.name == "move")
    assert "tentative category" in hints.words(move)
    assert any(text == "New initial code" for _, rows in shortcut_page() for text, _ in rows)
    window.undo()
    QApplication.processEvents()
    assert action(window, "code.new_concept").startswith("New &concept…")
    assert action(window, "workspace.axial") == "Axial"
    assert board.view.accessibleName() == "Categories"


def test_roles_and_kinds_of_memos_follow_too(window, project):
    window.desk.show_workspace("axial")
    slots = window.desk.current.paradigms.slots
    terms.rename(project, {"role.context": "setting", "memo.theoretical": "idea"})
    QApplication.processEvents()  # widgets are told as of a change of language
    assert slots[ParadigmRole.CONTEXT].list.accessibleName() == "setting"
    assert say(MemoKind.THEORETICAL.label) == "idea"


def test_names_of_ones_own_are_said_as_they_were_typed(window, project):
    terms.rename(project, {"kind.concept": "label & {sign}"})
    assert say(CodeKind.CONCEPT.label) == "label & {sign}"
    assert "label && {sign}" in action(window, "code.new_concept")


def test_the_terms_go_with_the_project(window, project, tmp_path):
    other = tmp_path / "other.qcode"
    Project.create(other, "Other", "Ann").close()
    terms.use_preset(project, School.THEMATIC)
    assert say(Level.AXIAL.label) == "themes"
    window.files.open_path(other)
    assert say(Level.AXIAL.label) == "axial coding"
    assert action(window, "code.new_concept").startswith("New &concept…")


def test_a_school_speaks_the_language_of_the_window(window, project, qapp):
    terms.use_preset(project, School.GLASER)
    choice = LanguageChoice(qapp, "zh_CN")
    try:
        english = terms.of(project).standard("kind.main_category")
        assert say(CodeKind.MAIN_CATEGORY.label) == QApplication.translate("core", english)
    finally:
        choice.choose("en")


def test_a_school_and_own_names_are_one_step(window, project):
    def act(dialog):
        assert isinstance(dialog, TermsDialog)
        dialog.school.setCurrentIndex(dialog.school.findData(School.CHARMAZ.value))
        assert dialog.fields["kind.concept"].placeholderText() == "initial code"
        dialog.fields["kind.category"].setText("  loose   category ")
        dialog.accept()

    drive(lambda: edit_terms(window, window.session), act)
    assert terms.of(project).school is School.CHARMAZ
    assert say(CodeKind.CATEGORY.label) == "loose category"
    assert say(CodeKind.CONCEPT.label) == "initial code"
    window.undo()
    assert terms.of(project) == terms.Terms()
    assert say(CodeKind.CONCEPT.label) == "concept"


def test_going_through_the_schools_leaves_the_dialog_as_large_as_it_was(window, project):
    def act(dialog):
        before = dialog.size()
        for row in range(dialog.school.count()):
            dialog.school.setCurrentIndex(row)
        assert dialog.size() == before
        dialog.reject()

    drive(lambda: edit_terms(window, window.session), act)


def test_two_terms_of_one_sort_cannot_have_one_name(window, project):
    def act(dialog):
        dialog.fields["kind.concept"].setText("initial category")
        assert not dialog.accept_button.isEnabled()
        dialog.fields["kind.concept"].setText("label")
        assert dialog.accept_button.isEnabled()
        dialog.reject()

    drive(lambda: edit_terms(window, window.session), act)
    assert terms.of(project) == terms.Terms()


def test_terms_left_as_they_are_make_no_step(window, project):
    before = project.undo_label()
    drive(lambda: edit_terms(window, window.session), lambda dialog: dialog.accept())
    assert project.undo_label() == before
