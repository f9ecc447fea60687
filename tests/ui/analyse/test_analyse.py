"""The workspace Analyse: its pages, its keys, and what it does while nobody looks."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from qcode.services import codes, saturation
from qcode.ui.workspaces.analyse.workspace import PAGES

from tests.ui.spoken import nameless, out_of_order, unreached, way_of_tab


def test_ctrl_5_shows_it_with_the_focus_on_its_page(window):
    window.actions_["workspace.analyse"].trigger()
    assert window.desk.shown == "analyse"
    assert window.focusWidget() is window.desk.current.pages["saturation"].view


@pytest.mark.parametrize("name", PAGES)
def test_everything_on_a_page_has_a_name_and_is_reached_by_tab(window, space, name, qtbot):
    space.show_page(name)
    QApplication.processEvents()
    assert nameless(window) == []
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    space.list.setFocus()
    qtbot.waitUntil(space.list.hasFocus)
    way = way_of_tab(window)
    assert unreached(window, way) == []
    assert out_of_order(space, way) == []


def test_down_goes_to_the_next_page(space):
    space.list.setFocus()
    QTest.keyClick(space.list, Qt.Key.Key_Down)
    assert space.current is space.pages["coherence"]


def test_the_page_comes_back_the_next_time(window, space, made):
    space.show_page("versions")
    window.leave_project()
    assert window.actions_["workspace.analyse"].text() == "Analyse"
    window.files.open_path(made.path)
    assert window.desk.show_workspace("analyse").current.name == "versions"


def test_the_number_on_the_button_follows_while_another_workspace_is_shown(
    window, space, page, project, made, qtbot
):
    count = len(page("coherence").findings)
    window.desk.show_workspace("code")
    codes.delete(project, [made.unused])
    assert space._resting.isActive()
    space._resting.timeout.emit()
    assert window.actions_["workspace.analyse"].text() == f"Analyse · {count - 1}"


def test_undo_stays_where_it_is_seen_and_goes_to_the_page_that_shows_it(
    window, space, page, project, made
):
    page("coherence")
    codes.delete(project, [made.unused])
    window.undo()
    assert (window.desk.shown, space.current.name) == ("analyse", "coherence")
    saturation.set_held_out(project, [made.documents[0]], True)
    window.desk.show_workspace("axial")
    window.undo()
    assert (window.desk.shown, space.current.name) == ("analyse", "saturation")


def test_a_page_that_is_hidden_reads_nothing(window, space, project, made, page, monkeypatch):
    page("saturation")
    read = []
    for name, one in space.pages.items():
        monkeypatch.setattr(one, "read", lambda name=name: read.append(name))
    window.desk.show_workspace("code")
    codes.delete(project, [made.unused])
    assert read == []
    window.desk.show_workspace("analyse")
    assert read == ["saturation"]
