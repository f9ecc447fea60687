"""After codes were merged, split or deleted the window offers to keep why."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from qcode.model.enums import CodeKind
from qcode.model.records import CodeDraft
from qcode.services import code_events, codes
from qcode.services.project import Project
from qcode.ui.main_window import MainWindow
from qcode.ui.shell.i18n import LanguageChoice
from qcode.ui.shell.operation import executor, inline
from qcode.ui.shell.theme import ThemeChoice

from tests.ui.dialogs.driving import drive


@pytest.fixture
def window(qapp, tmp_path, settings, qtbot):
    path = tmp_path / "harbour.qcode"
    with Project.create(path, "Harbour", "Ann") as made:
        for name in ("lamp", "rope", "bell"):
            codes.create(made, CodeDraft(name, CodeKind.CONCEPT))
    shown = MainWindow(settings, ThemeChoice(qapp, "light"), LanguageChoice(qapp, "en"))
    qtbot.addWidget(shown)
    shown.show()
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    with executor(inline):
        shown.files.open_path(path)
        yield shown
        shown.leave_project()


@pytest.fixture
def project(window):
    return window.session.project


def ids(project):
    return {code.name: code.id for code in codes.tree(project)}


def test_why_a_code_was_deleted_can_be_said_at_once_and_undo_takes_the_words_back(window, project):
    assert not window._why.isVisible()
    codes.delete(project, [ids(project)["rope"]])
    assert window._why.isVisible()

    def act(dialog):
        assert dialog.windowTitle() == "Why was “rope” deleted?"
        QTest.keyClicks(dialog.findChild(QLineEdit), "nobody means it")
        QTest.keyClick(dialog.findChild(QLineEdit), Qt.Key.Key_Return)

    drive(window._why.click, act)
    assert [one.reason for one in code_events.listed(project)] == ["nobody means it"]
    assert not window._why.isVisible()
    window.undo()
    assert [one.reason for one in code_events.listed(project)] == [""]


def test_nobody_is_asked_who_has_said_why_or_took_the_step_back_or_went_on(window, project):
    there = ids(project)
    codes.merge(project, [there["rope"]], there["lamp"], reason="the same")
    assert not window._why.isVisible()
    window.undo()
    codes.merge(project, [there["rope"]], there["lamp"])
    assert window._why.isVisible()
    window.undo()
    assert not window._why.isVisible()
    codes.delete(project, [there["bell"]])
    assert window._why.isVisible()
    codes.rename(project, there["lamp"], "light")
    assert not window._why.isVisible()


def test_the_offer_moves_nothing_in_the_window(window, project):
    before = window._line.height()
    codes.delete(project, [ids(project)["rope"]])
    assert window._why.isVisible()
    window._line.layout().activate()
    assert window._line.sizeHint().height() <= before
