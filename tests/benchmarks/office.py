"""The real window on the thesis, a bare widget beside it, and waiting until nothing is pending."""

from __future__ import annotations

import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QPlainTextEdit, QWidget

from tests.benchmarks import thesis

if TYPE_CHECKING:
    from qcode.ui.main_window import MainWindow
    from qcode.ui.workspaces.code.workspace import CodeWorkspace

SIZE = (1600, 1000)
QUIET_ROUNDS = 3  # rounds of the event loop without work after which nothing is pending
QUIET_MS = 0.25  # an idle round takes a tenth of this
PAUSES_MS = 450  # longer than any pause that a panel makes before it reads again


def application() -> QApplication:
    """The one application, with the style of the program."""
    from qcode.ui.shell.theme import new_application

    return QApplication.instance() or new_application(["benchmark"])


def settle() -> float:
    """Let the window live until all workers have ended and nothing waits to be painted.

    Returns the moment (``perf_counter``) at which the last work ended.
    """
    from qcode.ui.shell import operation

    loop = QEventLoop()
    beat = QTimer()  # wakes the loop where a worker ends without an event
    beat.start(2)
    quiet, last = 0, time.perf_counter()
    while quiet < QUIET_ROUNDS:
        working = bool(operation._jobs)
        flags = QEventLoop.ProcessEventsFlag.AllEvents
        if working:
            flags |= QEventLoop.ProcessEventsFlag.WaitForMoreEvents
        begun = time.perf_counter()
        loop.processEvents(flags)
        ended = time.perf_counter()
        if working or (ended - begun) * 1000 > QUIET_MS:
            quiet, last = 0, ended
        else:
            quiet += 1
    return last


def wait(milliseconds: int = PAUSES_MS) -> None:
    """Let the window live for a while, and then until it has come to rest."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()
    settle()


def until(holds: Callable[[], bool], seconds: float = 60.0) -> None:
    """Let the window live until something holds; raises TimeoutError."""
    late = time.perf_counter() + seconds
    while not holds():
        if time.perf_counter() > late:
            raise TimeoutError("the window never came so far")
        wait(20)


def settled(work: Callable[[], object]) -> float:
    """Milliseconds from calling ``work`` until everything that it caused is on the screen."""
    begun = time.perf_counter()
    work()
    return (settle() - begun) * 1000


class FirstPaint(QObject):
    """Notes the moment at which the next paint event of a widget is over."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__()
        self._widget = widget
        self.at = 0.0
        self._painted = False
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self._painted = True
        return False

    def wait(self) -> float:
        """Return the moment (``perf_counter``) after the round in which it was painted."""
        while not self._painted:
            QApplication.processEvents()
        self._widget.removeEventFilter(self)
        return time.perf_counter()


def painted(widget: QWidget, work: Callable[[], object]) -> float:
    """Milliseconds from calling ``work`` until ``widget`` has been painted anew."""
    paint = FirstPaint(widget)
    begun = time.perf_counter()
    work()
    return (paint.wait() - begun) * 1000


class Desk:
    """The window on a copy of the thesis, every panel open."""

    def __init__(self, window: MainWindow, path: Path) -> None:
        self.window = window
        self.path = path

    @property
    def space(self) -> CodeWorkspace:
        assert self.window.workspace is not None
        return self.window.workspace

    def code_ids(self) -> list[int]:
        """Concepts with some passages each, never the heavy ones."""
        return [
            code.id
            for code in self.space.codes.values()
            if code.kind.rank == 0 and code.name not in thesis.HEAVY_NAMES
        ]

    def heavy(self) -> tuple[int, int]:
        """The two codes of 5,000 passages."""
        by_name = {code.name: code.id for code in self.space.codes.values()}
        return by_name[thesis.HEAVY_NAMES[0]], by_name[thesis.HEAVY_NAMES[1]]


@contextmanager
def desk(document: int = thesis.LONG) -> Iterator[Desk]:
    """Open the window on a copy of the thesis, with ``document`` and the passages of a code."""
    from qcode.ui.main_window import MainWindow
    from qcode.ui.shell.i18n import LanguageChoice
    from qcode.ui.shell.settings import Settings
    from qcode.ui.shell.theme import ThemeChoice

    app = application()
    with tempfile.TemporaryDirectory(prefix="qcode-desk-") as folder:
        path = Path(folder) / "thesis.qcode"
        shutil.copyfile(thesis.project_file(), path)
        settings = Settings(Path(folder) / "settings.ini")
        window = MainWindow(settings, ThemeChoice(app, "light"), LanguageChoice(app, "en"))
        window.resize(*SIZE)
        window.show()
        window.files.open_path(path)
        made = Desk(window, path)
        made.space.open_document(document)
        made.space.show_passages([made.code_ids()[0]])
        settle()
        window.activateWindow()
        made.space.text.setFocus()
        # The copy that is made on opening, and what the first change needs, come in a moment.
        wait(2_000)
        assert made.space.text.hasFocus(), "keys would go nowhere"
        yield made
        window.close()
        window.deleteLater()
        settle()


@contextmanager
def bare(size_of: QWidget, text: str = "") -> Iterator[QPlainTextEdit]:
    """A window with nothing but a read-only text widget of the size of another."""
    window = QMainWindow()
    edit = QPlainTextEdit()
    edit.setReadOnly(True)
    edit.setFont(size_of.font())
    window.setCentralWidget(edit)
    window.resize(size_of.size())
    window.show()
    edit.setPlainText(text)
    settle()
    yield edit
    window.close()
    window.deleteLater()
    settle()


def frame(edit: QPlainTextEdit) -> float:
    """Milliseconds of painting the bare widget once."""
    return painted(edit.viewport(), edit.viewport().update)
