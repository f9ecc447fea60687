"""What is done to many codes or documents at once lets the window live, and can be stopped."""

from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from qcode.model.enums import CodeKind, WorkStatus
from qcode.model.errors import Cancelled
from qcode.services import codes, codings, documents, overview
from qcode.store import pulse
from qcode.ui.shell import operation
from qcode.ui.shell.progress import ProgressDialog

from tests.ui.inspector_project import make


@pytest.fixture
def window(at_once, main_window, tmp_path):
    make(tmp_path / "harbour.qcode").session.close()
    main_window.show()
    main_window.files.open_path(tmp_path / "harbour.qcode")
    yield main_window
    main_window.leave_project()


def state(window):
    project = window.session.project
    listed = documents.listed(project)
    return (
        codes.tree(project),
        [codings.of_document(project, document.id) for document in listed],
        len(overview.history(project)),
    )


def press(window, verb, monkeypatch):
    space = window.workspace
    by_name = {code.name: code.id for code in space.codes.values()}
    chosen = [by_name["lamp decides"], by_name["calling twice"]]
    space.codes_panel.select_keys(chosen)
    commands = space.code_commands
    if verb == "delete":
        commands.delete()
    elif verb == "colour":
        monkeypatch.setattr("qcode.ui.dialogs.colour.choose_colour", lambda *_: "#123456")
        commands.recolor()
    elif verb == "level":
        space.codes_panel.select_keys(chosen[1:])
        commands.set_kind(CodeKind.CATEGORY)
    elif verb == "move":
        place = SimpleNamespace(parent_id=by_name["signs"])
        monkeypatch.setattr("qcode.ui.dialogs.choose_code.choose_parent", lambda *_: place)
        commands.move()
    else:
        space.document_commands.set_status(WorkStatus.FINISHED)


VERBS = ["delete", "colour", "level", "move", "status"]


@pytest.mark.parametrize("verb", VERBS)
def test_a_verb_on_many_is_one_step(window, verb, monkeypatch):
    before = state(window)
    press(window, verb, monkeypatch)
    assert state(window)[2] == before[2] + 1
    window.undo()
    assert state(window)[:2] == before[:2]


@pytest.mark.parametrize("verb", VERBS)
def test_a_verb_on_many_can_be_stopped_and_leaves_all_as_it_was(window, verb, monkeypatch):
    monkeypatch.setattr(operation, "TICK", 0)
    monkeypatch.setattr(operation, "PATIENCE", 0)
    monkeypatch.setattr(pulse, "STEPS", 10)  # as if each statement were a long one
    shown = []
    monkeypatch.setattr(operation, "present", lambda parent, error, heading="": shown.append(error))
    before = state(window)

    def stop():
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, ProgressDialog):
            QTest.keyClick(dialog, Qt.Key.Key_Escape)

    timer = QTimer()
    timer.timeout.connect(stop)
    timer.start(0)
    press(window, verb, monkeypatch)
    timer.stop()
    assert [type(error) for error in shown] == [Cancelled]
    assert state(window) == before


def test_two_chosen_codes_are_merged_into_one_of_them(window, monkeypatch):
    space = window.workspace
    by_name = {code.name: code.id for code in space.codes.values()}
    chosen = [by_name["lamp decides"], by_name["calling twice"]]
    space.codes_panel.select_keys(chosen)
    into = SimpleNamespace(code_id=chosen[1], reason="one gesture")
    monkeypatch.setattr("qcode.ui.dialogs.choose_code.choose_code", lambda *_: into)
    space.code_commands.merge()
    left = {code.id for code in codes.tree(window.session.project)}
    assert chosen[1] in left and chosen[0] not in left
    assert space.codes_panel.current_code() == chosen[1]
    window.undo()
    assert set(chosen) <= {code.id for code in codes.tree(window.session.project)}
