"""A project with memos on codes, a document, a passage and nothing, and the window on it."""

from types import SimpleNamespace

import pytest
from PySide6.QtWidgets import QApplication
from qcode.model.enums import MemoKind
from qcode.model.span import Span
from qcode.services import live_links, memos
from qcode.services.project import Project
from qcode.ui.main_window import MainWindow
from qcode.ui.shell.i18n import LanguageChoice
from qcode.ui.shell.operation import executor, inline
from qcode.ui.shell.theme import ThemeChoice

from tests.ui.inspector_project import make


@pytest.fixture(autouse=True)
def prompt(monkeypatch):
    """However slow the machine is just now, nothing is put off to a worker."""
    monkeypatch.setattr("qcode.ui.itemmodels.recount.PROMPT_SECONDS", 60.0)


@pytest.fixture
def made(tmp_path):
    """Ids by name; the project is closed again."""
    world = make(tmp_path / "harbour.qcode")
    project = world.project
    link = live_links.code_link(project, world.care)
    found = SimpleNamespace(path=tmp_path / "harbour.qcode", **vars(world))
    found.signs_memo = memos.create(
        project,
        MemoKind.THEORETICAL,
        f"Signs stand for reasons: {link}.",
        title="Signs",
        code_id=world.lamp,
        passage=(world.pier, Span(0, 56)),
    )
    found.pier_memo = memos.create(
        project, MemoKind.DOCUMENT, "Taken down on the pier.", document_id=world.pier
    )
    found.plan = memos.create(project, MemoKind.OPERATIONAL, "Ask the deck hands next.")
    world.session.close()
    return found


@pytest.fixture
def window(qapp, made, settings, qtbot):
    shown = MainWindow(settings, ThemeChoice(qapp, "light"), LanguageChoice(qapp, "en"))
    qtbot.addWidget(shown)
    shown.resize(1280, 760)
    shown.show()
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    with executor(inline):
        shown.files.open_path(made.path)
        qtbot.waitUntil(lambda: shown.focusWidget() is shown.workspace.text)
        shown.session.act_as("Ann")
        yield shown
        shown.leave_project()


@pytest.fixture
def project(window) -> Project:
    return window.session.project


@pytest.fixture
def space(window, qtbot):
    """The workspace of memos, shown."""
    page = window.desk.show_workspace("memos")
    QApplication.processEvents()
    window.activateWindow()  # making the page has had Qt let go of the window
    qtbot.waitUntil(window.isActiveWindow)
    return page


def stored(project, memo_id):
    """A memo as it is stored now, None where it is gone."""
    return next((one for one in memos.listed(project) if one.id == memo_id), None)
