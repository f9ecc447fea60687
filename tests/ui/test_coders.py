"""Coders in the window: the dialog, the status of one's work, working blind."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QToolButton
from qcode.model.enums import MemoKind, WorkStatus
from qcode.model.span import Span
from qcode.services import coders, codings, memos
from qcode.services.project import Project
from qcode.ui.dialogs.coders import CodersDialog, manage_coders
from qcode.ui.main_window import MainWindow
from qcode.ui.shell.i18n import LanguageChoice
from qcode.ui.shell.session import Session
from qcode.ui.shell.settings import Settings
from qcode.ui.shell.theme import ThemeChoice
from qcode.ui.widgets.coder_chip import coder_chip, initials

from tests.ui.dialogs.driving import drive
from tests.ui.tree_hand import names

FINISHED, OPEN = WorkStatus.FINISHED, WorkStatus.OPEN


pytestmark = pytest.mark.usefixtures("at_once")


def open_window(qtbot, qapp, tmp_path, session):
    settings = Settings(tmp_path / "settings.ini")
    window = MainWindow(settings, ThemeChoice(qapp), LanguageChoice(qapp))
    qtbot.addWidget(window)
    window.resize(1200, 760)
    window.show_project(session)
    window.show()
    qtbot.waitExposed(window)
    return window


@pytest.fixture
def window(qtbot, qapp, tmp_path, world):
    opened = open_window(qtbot, qapp, tmp_path, world.session)
    opened.workspace.open_document(world.pier)
    yield opened
    opened.close()


# ---------------------------------------------------------------------- what is told of the view


def test_the_view_changes_when_blind_work_is_switched_also_by_undo(world, qtbot):
    session = world.session
    with qtbot.waitSignal(session.viewChanged):
        coders.set_blind(world.project, True)
    assert session.blind
    with qtbot.waitSignal(session.viewChanged):
        world.project.undo()
    assert not session.blind
    with qtbot.waitSignal(session.viewChanged):
        world.project.redo()


def test_the_view_changes_by_who_codes_and_by_finishing_only_while_blind(world, qtbot):
    session, project = world.session, world.project
    with qtbot.assertNotEmitted(session.viewChanged):
        session.act_as("Bo")
        session.act_as("Ann")
        coders.set_status(project, [world.pier], "Ann", FINISHED)
        coders.set_status(project, [world.pier], "Ann", OPEN)
    coders.set_blind(project, True)
    for change in (
        lambda: coders.set_status(project, [world.pier], "Ann", FINISHED),
        lambda: coders.set_status(project, [world.pier], "Ann", OPEN),
        lambda: session.act_as("Bo"),
    ):
        with qtbot.waitSignal(session.viewChanged):
            change()
    with qtbot.assertNotEmitted(session.viewChanged):
        coders.set_status(project, [world.pier], "Ann", FINISHED)
        coders.set_status(project, [world.quay], "Bo", OPEN)


def test_panels_have_followed_the_change_before_they_see_anew(world):
    told = []
    world.session.changed.connect(lambda _: told.append("changed"))
    world.session.viewChanged.connect(lambda: told.append("view"))
    coders.set_blind(world.project, True)
    assert told == ["changed", "view"]


# ---------------------------------------------------------------------- the whole window


def seen(window, world):
    """Everything that the window tells of codings, part by part."""
    space = window.workspace
    return {
        "text": sorted(coding.coder for coding in space.codings.values()),
        "tree": [space.codes_panel.passages(code) for code in (world.lamp, world.care)],
        "documents": [space.documents_panel._rows.passages(i) for i in (world.pier, world.quay)],
        "inspector": space.inspector.document.about.text().rsplit(" · ", 1)[-1],
        "passages": sorted(
            space.passages_panel.model.passage_at(row).coder
            for row in range(space.passages_panel.model.rowCount())
        ),
        "history": [
            row.data()
            for row in map(space.knowledge.history_panel.model.index, range(3))
            if row.isValid()
        ],
    }


def test_switching_brings_every_panel_up_to_date(window, world, qtbot):
    space = window.workspace
    world.session.act_as("Bo")
    memos.create(world.project, MemoKind.DOCUMENT, "Bo's thought", document_id=world.pier)
    codings.remove(world.project, [world.bo])
    codings.in_vivo(world.project, world.pier, Span(60, 70))
    world.session.act_as("Ann")
    space.inspector.show_document(world.pier)
    space.show_passages([world.lamp, world.care, *space.codes])
    space.knowledge.show_history(True)
    qtbot.waitUntil(lambda: seen(window, world)["passages"] == ["Ann", "Ann", "Ann", "Bo"])
    before = seen(window, world)
    assert before["text"] == ["Ann", "Ann", "Bo"] and before["documents"] == [3, 1]

    window.actions_["coder.blind"].trigger()
    qtbot.waitUntil(lambda: seen(window, world)["passages"] == ["Ann", "Ann", "Ann"])
    qtbot.waitUntil(lambda: "A step of Bo" in seen(window, world)["history"])
    blind = seen(window, world)
    assert blind["text"] == ["Ann", "Ann"]
    assert blind["documents"] == [2, 1]
    assert blind["inspector"] == "2 passages"
    assert "Bo's thought" not in str([m.body for m in memos.listed(world.project)])
    assert space.summary() == "2 passages here"
    assert window.actions_["coder.blind"].isChecked()
    assert window._coder.text() == "Ann · blind"

    coders.set_status(world.project, [world.pier], "Ann", FINISHED)
    qtbot.waitUntil(lambda: seen(window, world)["passages"] == before["passages"])
    assert seen(window, world)["text"] == before["text"]
    assert seen(window, world)["documents"] == before["documents"]

    world.session.act_as("Bo")
    qtbot.waitUntil(lambda: seen(window, world)["passages"] == ["Bo"])
    assert seen(window, world)["documents"] == [1, 0]
    world.session.act_as("Ann")
    window.undo()
    window.undo()
    assert not window.actions_["coder.blind"].isChecked()
    qtbot.waitUntil(lambda: seen(window, world)["passages"] == before["passages"])


def test_a_chosen_coding_that_goes_out_of_sight_is_no_longer_shown(window, world):
    space = window.workspace
    space.choose_coding(world.bo)
    assert not space.inspector.passage.isHidden()
    coders.set_blind(world.project, True)
    assert world.bo not in {coding.id for coding in space.inspector.passage.codings} or (
        space.inspector.passage.isHidden()
    )
    assert "coding" not in space.conditions()


def test_undoing_hidden_work_of_another_is_refused_with_a_sentence(window, world):
    coders.set_blind(world.project, True)
    world.session.act_as("Bo")
    codings.apply(world.project, world.quay, [Span(3, 7)], [world.care])
    world.session.act_as("Ann")
    assert window.actions_["edit.undo"].text().endswith("A step of Bo")
    told = []

    def read(dialog):
        told.append(" ".join(label.text() for label in dialog.findChildren(QLabel)))
        dialog.close()

    drive(window.undo, read)
    assert "hidden from you while you work blind" in told[0]
    world.session.act_as("Bo")
    assert {coding.coder for coding in codings.of_document(world.project, world.quay)} == {"Bo"}


# ---------------------------------------------------------------------- status of my work


def test_the_header_tells_the_status_and_changes_it(window, world):
    header = window.workspace.header
    assert header.status_button.text() == "not assigned"
    in_progress = next(
        entry for entry in header.status_button.menu().actions() if entry.data() == OPEN
    )
    in_progress.trigger()
    assert header.status_button.text() == "in progress"
    assert [(w.document_id, w.status) for w in coders.work(world.project)] == [(world.pier, OPEN)]
    window.actions_["document.status.finished"].trigger()
    assert header.status_button.text() == "finished"
    assert window.actions_["document.status.finished"].isChecked()
    assert not window.actions_["document.status.open"].isChecked()
    world.session.act_as("Bo")
    assert header.status_button.text() == "not assigned"
    world.session.act_as("Ann")
    window.workspace.open_document(world.quay)
    assert header.status_button.text() == "not assigned"


def test_documents_are_filtered_by_the_status_of_my_work(window, world, qtbot):
    panel = window.workspace.documents_panel
    coders.set_status(world.project, [world.pier], "Ann", FINISHED)
    choose(panel.status_filter, "To do")
    assert names(panel) == ["Talks", "Quay"]
    coders.set_status(world.project, [world.quay], "Ann", OPEN)
    assert names(panel) == []
    assert panel._empty.text() == "No document has this status of your work."
    choose(panel.status_filter, "In progress")
    assert names(panel) == ["Talks", "Quay"]
    panel.filter_field.setText("pier")
    assert names(panel) == []
    panel.filter_field.clear()
    world.session.act_as("Bo")
    assert names(panel) == []
    choose(panel.status_filter, "All documents")
    assert names(panel) == ["Talks", "Pier", "Quay"]


def test_a_document_that_is_opened_from_elsewhere_is_never_left_hidden(window, world):
    panel = window.workspace.documents_panel
    coders.set_status(world.project, [world.quay], "Ann", FINISHED)
    choose(panel.status_filter, "To do")
    window.workspace.open_document(world.quay)
    assert panel.current_document() == world.quay
    assert panel.status_filter.status is None
    assert "All documents" in panel.status_filter.accessibleName()


def choose(button, words):
    entry = next(e for e in button.menu().actions() if e.text().replace("&", "") == words)
    entry.trigger()


# ---------------------------------------------------------------------- the dialog


def row(dialog, place):
    item = dialog.view.topLevelItem(place)
    return [item.text(column) for column in range(dialog.view.columnCount())]


def test_the_dialog_tells_who_codes_and_how_far_everybody_is(window, world):
    coders.set_status(world.project, [world.pier], "Bo", FINISHED)

    def look(dialog):
        assert row(dialog, 0) == ["Ann", "codes now", "3", "0", "0 of 2"]
        assert row(dialog, 1) == ["Bo", "", "1", "0", "1 of 2"]
        assert not dialog.accept_button.isEnabled(), "Ann codes already"
        dialog.blind.click()
        assert row(dialog, 1) == ["Bo", "", "0", "0", "1 of 2"]
        assert world.session.blind
        dialog.reject()

    assert drive(lambda: manage_coders(window, world.session), look) is None


def test_another_coder_is_chosen_by_keyboard(window, world, qtbot):
    def act(dialog):
        qtbot.keyClick(dialog.view, Qt.Key.Key_Down)
        assert dialog.accept_button.isEnabled()
        qtbot.keyClick(dialog.view, Qt.Key.Key_Return)

    drive(window.actions_["coder.list"].trigger, act)
    assert world.project.coder == "Bo"
    assert window.settings.coder == "Bo"


@pytest.fixture
def dialog(qtbot, world):
    made = CodersDialog(None, world.session)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_a_coder_is_added_renamed_and_coloured_in_the_dialog(dialog, world, qtbot):
    def add(small):
        qtbot.keyClicks(QApplication.focusWidget(), "Cy Li")
        small.accept_button.click()

    drive(dialog.add_button.click, add)
    assert row(dialog, 2)[0] == "Cy Li" and dialog.chosen_name() == "Cy Li"
    dialog.rename_button.click()
    editor = dialog.view.findChild(QLineEdit)
    editor.setText("Cy")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: [one.coder.name for one in dialog._found] == ["Ann", "Bo", "Cy"])
    was = coders.listed(world.project)[2].color

    def recolour(small):
        swatches = [button for button in small.findChildren(QToolButton) if button.isCheckable()]
        next(button for button in swatches if not button.isChecked()).click()

    drive(dialog.colour_button.click, recolour)
    assert coders.listed(world.project)[2].color != was
    assert dialog.chosen_name() == "Cy", "the row stays chosen"


def test_a_name_that_is_taken_is_refused_and_the_old_one_shown(dialog, qtbot):
    told = []

    def read(message):
        told.append(" ".join(label.text() for label in message.findChildren(QLabel)))
        message.close()

    drive(lambda: dialog.view.topLevelItem(1).setText(0, "Ann"), read)
    assert "There is already a coder “Ann”." in told[0]
    qtbot.waitUntil(lambda: row(dialog, 1)[0] == "Bo")


def test_a_read_only_project_shows_the_coders_and_changes_nothing(qapp, qtbot, tmp_path, world):
    coders.set_blind(world.project, True)
    with Project.open(world.project.path, read_only=True) as project:
        session = Session(project)
        dialog = CodersDialog(None, session)
        qtbot.addWidget(dialog)
        assert row(dialog, 0)[0] == "Ann" and dialog.blind.isChecked()
        for button in (
            dialog.blind,
            dialog.add_button,
            dialog.rename_button,
            dialog.colour_button,
            dialog.accept_button,
        ):
            assert not button.isEnabled()
        assert "read-only" in dialog._complaint.text()


def test_a_chip_shows_initials_in_every_script(qapp, world):
    names = ("Ann", "Ann (2)", "Cy Li", "ann b. zoe", "陈", "陈 思", "")
    assert [initials(name) for name in names] == ["A", "A2", "CL", "AZ", "陈", "陈", ""]
    assert not coder_chip(coders.listed(world.project)[0]).isNull()
