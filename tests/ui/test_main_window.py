"""The window around an open project: where the keys go, and who codes."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from qcode.model.enums import WorkStatus
from qcode.services import coders

from tests.ui.inspector_project import make

pytestmark = pytest.mark.usefixtures("at_once")


@pytest.fixture
def path(tmp_path):
    world = make(tmp_path / "harbour.qcode")
    coders.set_status(world.project, [world.pier], "Ann", WorkStatus.FINISHED)
    world.session.close()
    return tmp_path / "harbour.qcode"


@pytest.fixture
def window(path, main_window, qtbot):
    main_window.show()
    main_window.activateWindow()
    qtbot.waitUntil(main_window.isActiveWindow)
    yield main_window
    main_window.leave_project()


def header(window):
    shown = window.workspace.header
    return f"{shown._facts.text()} · {shown.status_button.text()}"


@pytest.mark.parametrize("from_start_page", [True, False])
def test_the_keys_go_to_the_text_as_soon_as_a_project_is_open(window, path, from_start_page):
    if from_start_page:
        window.show_start_page()
    window.files.open_path(path)
    QApplication.processEvents()
    assert window.focusWidget() is window.workspace.text


def test_the_line_above_the_text_tells_the_status_of_who_codes_now(window, path):
    window.files.open_path(path)
    window.session.act_as("Ann")
    assert "finished" in header(window)
    window.session.act_as("Bo")
    assert "finished" not in header(window)


def test_nobody_is_asked_who_codes_where_nothing_can_be_coded(window, path):
    window.files.open_path(path)
    assert window._coder.isEnabled()
    window.leave_project()
    window.files.open_path(path, read_only=True)
    assert not window._coder.isEnabled()


def test_a_narrow_window_still_names_the_document(window, path, qtbot):
    window.files.open_path(path)
    header = window.workspace.header
    header.show_document("Street cadre of the third district", "A long name of a group · 9", 1, 2)
    header.setFixedWidth(300)
    QApplication.processEvents()
    assert header._name.width() > header.fontMetrics().horizontalAdvance("Street")


def test_a_code_clicked_in_the_tree_can_be_coloured_merged_and_deleted_at_once(window, path):
    window.files.open_path(path)
    view = window.workspace.codes_panel.view
    wanted = [window.actions_[f"code.{name}"] for name in ("colour", "merge", "delete")]
    place = view.visualRect(view.model().index(0, 0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert window.workspace.selected_codes()
    assert all(action.isEnabled() for action in wanted)
