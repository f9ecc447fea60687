"""A window on a project that is coded, has something held out, and does not quite fit together."""

from types import SimpleNamespace

import pytest
from PySide6.QtWidgets import QApplication
from qcode.model.enums import CodeKind
from qcode.model.records import CodeDraft
from qcode.model.sources import Source
from qcode.model.span import Span
from qcode.services import codes, codings, saturation
from qcode.services.project import Project

from tests.services.bringing import bring_in

TEXT = "The ferry waits for the lamp. The deck hands call twice. The rope is loosened last of all."


@pytest.fixture(autouse=True)
def prompt(monkeypatch):
    """However slow the machine is just now, nothing is put off to a worker."""
    monkeypatch.setattr("qcode.ui.itemmodels.recount.PROMPT_SECONDS", 60.0)


def concept(project, name, parent=None):
    return codes.create(project, CodeDraft(name, CodeKind.CONCEPT), parent)


@pytest.fixture
def made(tmp_path):
    """Four documents: three build the theory, the fourth is held out and brings a new concept."""
    path = tmp_path / "harbour.qcode"
    project = Project.create(path, "Harbour", "Ann")
    documents = bring_in(
        project, *(Source(f"Talk {i}", f"{TEXT} Number {i}.", f"0{i}") for i in range(1, 5))
    )
    signs = codes.create(project, CodeDraft("signs", CodeKind.CATEGORY))
    lamp = concept(project, "waiting for the lamp", signs)
    twice = concept(project, "calling twice", signs)
    near = concept(project, "calling  twice.", signs)
    late = concept(project, "rope comes last")
    unused = concept(project, "never seen", signs)
    for document, code in ((0, lamp), (0, twice), (1, lamp), (2, near), (3, late)):
        codings.apply(project, documents[document], [Span(0, 29)], [code])
    codings.apply(project, documents[1], [Span(57, 89)], [signs])
    saturation.set_held_out(project, [documents[3]], True)
    project.close()
    return SimpleNamespace(
        path=path,
        documents=documents,
        signs=signs,
        lamp=lamp,
        twice=twice,
        near=near,
        late=late,
        unused=unused,
    )


@pytest.fixture
def window(main_window, made, at_once, qtbot):
    main_window.resize(1366, 768)
    main_window.show()
    main_window.activateWindow()
    qtbot.waitUntil(main_window.isActiveWindow)
    main_window.files.open_path(made.path)
    yield main_window
    main_window.leave_project()


@pytest.fixture
def project(window):
    return window.session.project


@pytest.fixture
def space(window):
    """The workspace Analyse, shown."""
    return window.desk.show_workspace("analyse")


@pytest.fixture
def page(space):
    """Show a page by its name."""

    def show(name):
        found = space.show_page(name)
        QApplication.processEvents()
        return found

    return show
