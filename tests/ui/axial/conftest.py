"""A project with concepts, categories and a main category, and its axial workspace."""

from types import SimpleNamespace

import pytest
from PySide6.QtWidgets import QApplication, QMainWindow
from qcode.model.enums import CodeKind
from qcode.model.records import CodeDraft
from qcode.model.span import Span
from qcode.services import codes, codings
from qcode.ui.shell.actions import ActionSet
from qcode.ui.shell.session import Session

from tests.ui.panel_project import add_documents, make_project


@pytest.fixture
def project(tmp_path):
    with make_project(tmp_path / "axial.qcode") as made:
        yield made


@pytest.fixture
def made(project):
    """Ids by name: two categories with concepts, one loose concept, one main category."""
    (document,) = add_documents(project, ["Harbour"])
    found = SimpleNamespace(document=document)

    def code(name, kind, parent=None):
        setattr(found, name, codes.create(project, CodeDraft(name, kind), parent))

    code("order", CodeKind.MAIN_CATEGORY)
    code("signs", CodeKind.CATEGORY, found.order)
    code("waiting", CodeKind.CATEGORY)
    code("lamp", CodeKind.CONCEPT, found.signs)
    code("bell", CodeKind.CONCEPT, found.signs)
    code("tide", CodeKind.CONCEPT, found.waiting)
    code("rope", CodeKind.CONCEPT)
    for place, name in enumerate(("lamp", "lamp", "bell", "tide", "rope")):
        codings.apply(project, document, [Span(3 * place, 3 * place + 2)], [getattr(found, name)])
    return found


@pytest.fixture
def space(project, made, settings, qtbot, at_once):
    from qcode.ui.workspaces.axial.workspace import AxialWorkspace

    window = QMainWindow()
    session = Session(project)
    workspace = AxialWorkspace(session, ActionSet(window), settings)
    window.setCentralWidget(workspace)
    qtbot.addWidget(window)
    window.resize(1200, 760)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    workspace.board.view.setFocus()
    QApplication.processEvents()
    yield workspace
    workspace.leave()
    session.close()
