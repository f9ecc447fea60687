"""What a window that opens a project does without until somebody asks for it."""

import json
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
from qcode.services.demo import build_project
from qcode.ui.shell.idle import Idle
from qcode.ui.workspaces.code import at_rest

ROOT = Path(__file__).parents[2]
LOADED_LATER = (
    "html",
    "pydantic",
    "qcode.formats",
    "qcode.model.log_records",
    "qcode.model.report",
    "qcode.model.tables",
    "qcode.model.theory_records",
    "qcode.services.backups",
    "qcode.services.code_biography",
    "qcode.services.code_merging",
    "qcode.services.passages",
    "qcode.ui.dialogs",
    "qcode.ui.itemmodels.history",
    "qcode.ui.itemmodels.passage_walk",
    "qcode.ui.itemmodels.passages",
    "qcode.ui.shell.message",
    "qcode.ui.widgets.find_bar",
    "qcode.ui.widgets.link_chooser",
    "qcode.ui.widgets.palette",
    "qcode.ui.widgets.passages",
    "qcode.ui.widgets.start",
    "qcode.ui.workspaces.analyse",
    "qcode.ui.workspaces.axial",
    "qcode.ui.workspaces.code.history_panel",
    "qcode.ui.workspaces.code.palette_control",
    "qcode.ui.workspaces.code.passages_panel",
    "qcode.ui.workspaces.memos",
    "qcode.ui.workspaces.selective",
    "regex",
    "socket",
    "sqlalchemy",
    "sqlmodel",
)
OPEN_AND_TELL = """
import json, os, sys
from tests.benchmarks import probe
from qcode.ui import project_files
from qcode.ui.workspaces.code import at_rest
probe.catch()
at_rest.BEGIN_MS = project_files.PREPARE_AFTER_MS = 1_000_000  # however busy the computer is
probe.painted = lambda: (print(json.dumps(sorted(sys.modules)), flush=True), os._exit(0))
probe.project(sys.argv[1])
"""


@pytest.fixture
def sample(tmp_path):
    path = tmp_path / "sample.qcode"
    build_project(path)
    return path


@pytest.fixture
def window(main_window, sample, qtbot, at_once):
    main_window.show()
    main_window.files.open_path(sample)
    yield main_window
    main_window.leave_project()


def test_a_project_is_shown_and_answers_a_click_with_nothing_loaded_that_it_does_not_show(sample):
    told = subprocess.run(
        [sys.executable, "-c", OPEN_AND_TELL, sample],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    loaded = json.loads(told.stdout)
    assert "qcode.ui.workspaces.code.inspector" in loaded
    assert [
        name
        for name in loaded
        if any(name == later or name.startswith(f"{later}.") for later in LOADED_LATER)
    ] == []


def test_what_nobody_sees_at_first_is_made_when_it_is_first_asked_for(window):
    space = window.workspace
    assert "passages_panel" not in space.__dict__
    assert "history_panel" not in space.knowledge.__dict__
    assert "find_bar" not in space.text_commands.__dict__
    window.actions_["edit.history"].trigger()
    window.actions_["view.find"].trigger()
    space.show_passages(list(space.codes)[:1])
    for part in (space.knowledge.history_panel, space.passages_panel, space.text_commands.find_bar):
        assert part.isVisible()
        assert part.window() is window


def test_widgets_are_styled_where_they_stay_and_not_wherever_they_were_put_together(
    main_window, sample, at_once, qapp
):
    class Styled(QObject):
        def eventFilter(self, watched, event):
            if event.type() == QEvent.Type.StyleChange:
                counted[type(watched).__name__] += 1
            return False

    counted: Counter[str] = Counter()
    listening = Styled()
    main_window.show()
    qapp.installEventFilter(listening)
    main_window.files.open_path(sample)
    qapp.removeEventFilter(listening)
    made = len(main_window.desk.findChildren(QWidget))
    assert counted.total() < 2 * made, counted.most_common(9)  # eight times each, once
    main_window.leave_project()


def test_what_is_made_ready_at_rest_is_made_in_small_steps_and_all_of_it(qtbot):
    done, parent = [], QObject()
    Idle([lambda: done.append(1), lambda: done.append(2)], 0, parent)
    assert done == []
    qtbot.waitUntil(lambda: done == [1])
    qtbot.waitUntil(lambda: done == [1, 2])


def test_a_project_that_is_left_makes_nothing_ready_any_more(window, qtbot):
    resting = window.workspace._at_rest
    window.leave_project()
    QApplication.processEvents()
    assert not resting._steps


def test_all_that_is_made_ready_at_rest_can_be(window):
    for step in at_rest.prepare(window.workspace)._steps:
        step()
    assert "_control" in window.workspace.coding_commands.__dict__
