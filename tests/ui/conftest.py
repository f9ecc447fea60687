"""Windows of the tests are drawn in memory unless a screen is asked for."""

import os
from collections.abc import Iterator

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def pytest_configure(config):
    # Said by the plugin that draws in memory for every window; it means nothing.
    config.addinivalue_line("qt_log_ignore", "This plugin does not support propagateSizeHints")


@pytest.fixture(autouse=True)
def clipboard() -> Iterator[None]:
    """Leave nothing on the clipboard.

    The plugin that draws in memory keeps it in a static of C++, which outlives Python: what Python
    made would be deleted after Python is gone, and the test run would end in a crash.
    """
    yield
    from PySide6.QtWidgets import QApplication

    if QApplication.instance() is not None:
        QApplication.clipboard().clear()


@pytest.fixture(autouse=True)
def buttons_let_go() -> Iterator[None]:
    """Let go of the mouse after each test.

    QTest ends a double click with the button down, and Qt remembers it: a later test's keys would
    be pressed amid a drag.
    """
    yield
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication, QWidget

    left = Qt.MouseButton.LeftButton
    if QApplication.instance() is not None and QApplication.mouseButtons() & left:
        somewhere = QWidget()
        somewhere.show()
        QTest.mouseRelease(somewhere, left)
        somewhere.close()
        assert QApplication.mouseButtons() == Qt.MouseButton.NoButton


@pytest.fixture
def at_once():
    """What the window asks of workers is done when the call returns."""
    from qcode.ui.shell.operation import executor, inline

    with executor(inline):
        yield


@pytest.fixture
def world(tmp_path):
    """Two documents, three codes and four codings by Ann and Bo; Ann looks."""
    from tests.ui.inspector_project import make

    made = make(tmp_path / "harbour.qcode")
    yield made
    made.session.close()


@pytest.fixture
def settings(tmp_path):
    """Settings of a user who has set nothing yet."""
    from qcode.ui.shell.settings import Settings

    return Settings(tmp_path / "settings.ini")


@pytest.fixture
def language(qapp):
    """The language of the window: English, and English again when the test is over."""
    from qcode.ui.shell.i18n import LanguageChoice

    choice = LanguageChoice(qapp, "en")
    yield choice
    choice.choose("en")


@pytest.fixture
def main_window(qapp, qtbot, settings):
    """The main window as it starts: no project, not shown yet, light and in English."""
    from qcode.ui.main_window import MainWindow
    from qcode.ui.shell.i18n import LanguageChoice
    from qcode.ui.shell.theme import ThemeChoice

    made = MainWindow(settings, ThemeChoice(qapp, "light"), LanguageChoice(qapp, "en"))
    qtbot.addWidget(made)
    return made


@pytest.fixture
def reporter(qapp):
    """What reports unexpected errors to the user."""
    from qcode.ui.shell.errors import Reporter

    made = Reporter()
    made.install()
    yield made
    made.remove()


@pytest.fixture
def bound_actions(window):
    """Every action of the catalogue in the test's own ``window``, bound to nothing."""
    from qcode.ui.shell.actions import ActionSet
    from qcode.ui.shell.catalogue import ACTIONS

    made = ActionSet(window)
    for spec in ACTIONS:
        made.bind(spec.id, lambda *_: None)
    return made
