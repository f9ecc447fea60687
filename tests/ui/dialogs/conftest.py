"""An open project and settings of its own for each test of a dialog."""

import pytest
from PySide6.QtWidgets import QWidget
from qcode.model.enums import CodeKind
from qcode.model.records import CodeDraft
from qcode.model.span import Span
from qcode.services import codes, codings
from qcode.services.importing import carry_out, plan
from qcode.services.project import Project
from qcode.ui.shell.session import Session

TEXT = "The duty officer walks to each desk. Nobody signs for the neighbour.\n\n值班的人去说。\n"


@pytest.fixture(autouse=True)
def workers(at_once):
    """No dialog of a test waits for a worker."""


@pytest.fixture
def session(qapp, tmp_path):
    opened = Session(Project.create(tmp_path / "study.qcode", "A study", "Ann"))
    yield opened
    opened.close()


@pytest.fixture
def window(qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    return widget


@pytest.fixture
def text_file(tmp_path):
    path = tmp_path / "duty.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture
def coded(session, text_file):
    """The session with one text, a category, two concepts below it and three codings."""
    project = session.project
    report = carry_out(project, plan(project, [text_file]))
    (document,) = report.document_ids
    above = codes.create(project, CodeDraft("Going there", CodeKind.CATEGORY))
    below = [
        codes.create(project, CodeDraft(name, CodeKind.CONCEPT), above)
        for name in ("walks to each desk", "nobody signs")
    ]
    for code, (start, end) in zip([above, *below], ((4, 16), (17, 35), (37, 67)), strict=True):
        codings.apply(project, document, [Span(start, end)], [code])
    session.document, session.codes = document, [above, *below]
    return session
