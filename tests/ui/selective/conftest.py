"""A small model on the workspace in which it is made: one core, three main categories, one more."""

from types import SimpleNamespace

import pytest
from qcode.services import codes, diagram, relations, stages, storyline
from qcode.services.project import Project

from tests.services.theory_project import bring, code, grow

KINDS = {
    "core": "core_category",
    "call": "main_category",
    "bind": "main_category",
    "act": "main_category",
    "spare": "category",
    "phone": "concept",
}


@pytest.fixture
def study(tmp_path):
    """A project: “call” leads to “bind”, “bind” leads to “act”, “act” feeds back to “call”."""
    from qcode.ui.shell.session import Session

    project = Project.create(tmp_path / "study.qcode", "Study", "Ann")
    first, second = bring(project, ["One", "Two"])
    ids = grow(project, KINDS, {"phone": "call"})
    code(project, first, ids["call"], ids["bind"], start=5)
    code(project, first, ids["phone"], start=20)
    code(project, second, ids["bind"], start=5)
    ties = [
        relations.create(project, ids[one], ids[other], kind)
        for one, other, kind in (
            ("call", "bind", "leads_to"),
            ("bind", "act", "leads_to"),
            ("act", "call", "feeds_back"),
        )
    ]
    session = Session(project)
    made = SimpleNamespace(
        project=project, session=session, ids=ids, ties=ties, first=first, second=second
    )
    made.relation = lambda tie: next(r for r in relations.listed(project) if r.id == tie)
    made.places = lambda: diagram.places(project)
    made.kind = lambda name: next(c.kind for c in codes.tree(project) if c.id == ids[name])
    made.stages = lambda: [(s.name, list(s.codes)) for s in stages.listed(project)]
    made.story = lambda: storyline.text(project)
    yield made
    session.close()


@pytest.fixture
def work(study, qtbot, settings, at_once, monkeypatch):
    """The workspace on the screen, 1366 pixels wide; what it reads it has read at once."""
    from PySide6.QtWidgets import QApplication, QMainWindow
    from qcode.ui.itemmodels import recount
    from qcode.ui.shell.actions import ActionSet
    from qcode.ui.workspaces.selective.workspace import SelectiveWorkspace

    monkeypatch.setattr(recount, "PROMPT_SECONDS", 60.0)
    window = QMainWindow()
    qtbot.addWidget(window)
    page = SelectiveWorkspace(study.session, ActionSet(window), settings)
    window.setCentralWidget(page)
    window.resize(1366, 700)
    with qtbot.waitExposed(window):
        window.show()
    QApplication.processEvents()  # panels take their sizes, and the drawing is fitted to them
    page.take_focus()
    yield page
    page.flush()


@pytest.fixture
def menus(monkeypatch):
    """Menus that were opened; the plugin that draws in memory cannot show them above a window."""
    from PySide6.QtWidgets import QMenu

    opened = []
    monkeypatch.setattr(QMenu, "popup", lambda menu, *_: opened.append(menu))
    return opened


def entry(menu, words):
    """The entry of a menu, or of a menu in it, that says ``words``."""
    for one in menu.actions():
        if one.text().partition("\t")[0] == words:
            return one
        found = entry(one.menu(), words) if one.menu() is not None else None
        if found is not None:
            return found
    return None


@pytest.fixture
def answers(monkeypatch):
    """Answer the next dialogs: each function gets the dialog and says whether it was accepted."""
    from qcode.ui.dialogs.form import FormDialog

    waiting = []

    def asked(dialog):
        answer = waiting.pop(0)
        return answer(dialog) is not False

    monkeypatch.setattr(FormDialog, "asked", asked)
    yield waiting
    assert not waiting, "a dialog that was expected did not come"
