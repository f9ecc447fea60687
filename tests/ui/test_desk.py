"""The workspaces of one project: which is shown, and what each needs of the others."""

import subprocess
import sys

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from qcode.services import codes
from qcode.services.demo import build_project
from qcode.ui.workspaces.analyse.workspace import PAGES
from qcode.ui.workspaces.desk import CODE, NAMES, OTHERS


@pytest.fixture
def window(main_window, tmp_path, qtbot, at_once):
    path = tmp_path / "sample.qcode"
    build_project(path)
    main_window.show()
    main_window.files.open_path(path)
    qtbot.waitUntil(lambda: main_window.desk is not None)
    yield main_window
    main_window.leave_project()


def code_called(window, name):
    return next(code.id for code in codes.tree(window.session.project) if code.name == name)


@pytest.mark.parametrize("name", NAMES)
def test_every_workspace_opens_by_its_action_and_takes_the_focus(window, name):
    window.actions_[f"workspace.{name}"].trigger()
    QApplication.processEvents()
    assert window.desk.shown == name
    assert window.desk.current.isVisible()
    checked = [one for one in NAMES if window.actions_[f"workspace.{one}"].isChecked()]
    assert checked == [name]
    focused = window.focusWidget()
    assert focused is not None and window.desk.current.isAncestorOf(focused)


def test_workspaces_are_made_when_they_are_first_shown(window):
    assert window.desk.count() == 1
    window.actions_["workspace.axial"].trigger()
    assert window.desk.count() == 2


def test_the_actions_on_codes_are_about_the_codes_of_the_page_shown(window):
    first = code_called(window, "Borrowing a name")
    other = code_called(window, "Two heads, one duty")
    window.workspace.codes_panel.select_code(first)
    space = window.desk.show_workspace("axial")
    space.cards.select_code(other)
    window.actions_["code.delete"].trigger()
    left = {code.id for code in codes.tree(window.session.project)}
    assert first in left and other not in left


def test_undo_goes_to_a_page_that_tells_of_the_step(window):
    space = window.desk.show_workspace("axial")
    code = code_called(window, "Borrowing a name")
    codes.rename(window.session.project, code, "Lending a name")
    window.undo()
    assert window.desk.shown == "axial"
    assert space.cards.current_code() == code


def test_a_passage_of_the_comparison_is_shown_in_its_text(window, qtbot):
    space = window.desk.show_workspace("axial")
    space._open(code_called(window, "Borrowing a name"))
    model = space.comparison.passages.model
    qtbot.waitUntil(lambda: model.rowCount() > 0)
    passage = model.passage_at(0)
    space.comparison.list.setCurrentIndex(model.index(0))
    QTest.keyClick(space.comparison.list, "\r")
    assert window.desk.shown == CODE
    assert window.workspace.document.id == passage.document_id
    assert window.workspace.text.chosen_coding == passage.coding_id


def test_no_part_of_a_page_is_a_window_of_its_own_while_it_is_made(window):
    flashed = []

    class Watch(QObject):
        def eventFilter(self, watched, event):
            if event.type() == QEvent.Type.Show and isinstance(watched, QWidget):
                flashed.extend([type(watched).__name__] if watched.isWindow() else [])
            return False

    watch = Watch()
    QApplication.instance().installEventFilter(watch)
    for name in OTHERS:
        window.desk.show_workspace(name)
        QApplication.processEvents()
    for name in PAGES:
        window.desk.show_workspace("analyse").show_page(name)
        QApplication.processEvents()
    QApplication.instance().removeEventFilter(watch)
    assert flashed == []


def test_the_other_workspaces_are_loaded_by_a_thread_and_not_made():
    """In a process of its own: here they are loaded already."""
    found = subprocess.run([sys.executable, "-c", LOADING], capture_output=True, text=True)
    assert found.stdout.split() == ["True"] * (len(OTHERS) + len(PAGES)), found.stderr


LOADING = """
import sys, threading
from qcode.ui.workspaces import desk
thread = threading.Thread(target=desk.load_modules)
thread.start()
thread.join()
from qcode.ui.workspaces.analyse.workspace import PAGES
for place in desk.OTHERS.values():
    print(place.module in sys.modules)
for place in PAGES.values():
    print(f"qcode.ui.workspaces.analyse.{place.module}" in sys.modules)
"""
