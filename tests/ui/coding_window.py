"""The window of one who codes, and hands in it: select words, press keys, type into the palette."""

from contextlib import contextmanager

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QListView
from qcode.model.enums import CodeKind
from qcode.model.records import CodeDraft
from qcode.model.span import Span
from qcode.services import codes
from qcode.ui.main_window import MainWindow
from qcode.ui.shell.i18n import LanguageChoice
from qcode.ui.shell.operation import executor, inline
from qcode.ui.shell.theme import ThemeChoice

from tests.ui.panel_project import make_project

CONCEPT, CATEGORY = CodeKind.CONCEPT, CodeKind.CATEGORY


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "p.qcode"
    with make_project(path, documents=2) as project:
        harbour = codes.create(project, CodeDraft("Harbour", CATEGORY))
        for name in ("lamps", "tides", "pilots"):
            codes.create(project, CodeDraft(name, CONCEPT), harbour)
        codes.create(project, CodeDraft("重新排查", CONCEPT))
    return path


@pytest.fixture
def window(qapp, path, settings, qtbot):
    with executor(inline), opened(qapp, path, settings, qtbot) as made:
        yield made


@contextmanager
def opened(qapp, path, settings, qtbot):
    """The window with the project open and the focus in the text."""
    made = MainWindow(settings, ThemeChoice(qapp, "light"), LanguageChoice(qapp, "en"))
    qtbot.addWidget(made)
    made.resize(1100, 700)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.files.open_path(path)
    qtbot.waitUntil(lambda: made.focusWidget() is made.workspace.text)
    yield made
    made.leave_project()


def ids(window):
    return {code.name: code.id for code in window.workspace.codes.values()}


def on_text(window):
    """Names of the codes with the words that they are on, in text order."""
    space = window.workspace
    return [
        (space.codes[one.code_id].name, space.text.text[one.start : one.end])
        for one in sorted(space.codings.values(), key=lambda one: (one.start, one.id))
    ]


def select(window, start, end):
    window.workspace.text.select_span(Span(start, end))


def press(window, qtbot, *keys):
    for key in keys:
        qtbot.keyClick(window.workspace.text, key)


def palette(window):
    return window.workspace.coding_commands.palette


def field(window):
    return palette(window).findChild(QLineEdit)


def rows(window):
    model = palette(window).findChild(QListView).model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def typed(window, qtbot, words, key=Qt.Key.Key_Return, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClicks(field(window), words)
    qtbot.keyClick(field(window), key, modifier)
