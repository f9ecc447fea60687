"""Child process of the start-up benchmarks: writes ``painted`` when there is something to see.

``probe bare``, ``probe start`` or ``probe project FILE``. The parent measures from the moment it
starts the process.
"""

from __future__ import annotations

import os
import sys

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget


def failed(kind: type, error: BaseException, trace: object) -> None:
    os.write(1, b"failed\n")
    sys.__excepthook__(kind, error, trace)
    sys.stderr.flush()
    os._exit(1)  # instead of a report that waits for a person


def catch() -> None:
    """Let nothing unexpected wait for a person: the program's own reporter shows a dialog."""
    from qcode.ui.shell import errors

    errors.Reporter.install = lambda self: None
    sys.excepthook = failed


def painted() -> None:
    os.write(1, b"painted\n")
    os._exit(0)  # leaving is not what is measured


class FirstPaint(QObject):
    """Calls ``then`` once the paint event of a widget is over."""

    def __init__(self, widget: QWidget, then: object) -> None:
        super().__init__(widget)
        self._then = then
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self._then)
        return False


def bare() -> None:
    application = QApplication(["bare"])
    window = QMainWindow()
    window.setCentralWidget(QWidget())
    window.resize(1360, 820)
    FirstPaint(window.centralWidget(), painted)
    window.show()
    application.exec()


def start() -> None:
    from qcode.ui import app, main_window

    show = main_window.MainWindow.show

    def watched(window: main_window.MainWindow) -> None:
        window.watch = FirstPaint(window.start_page, painted)
        show(window)

    main_window.MainWindow.show = watched
    app.open_window()


def project(path: str) -> None:
    from PySide6.QtTest import QTest
    from qcode.model.span import Span
    from qcode.ui import app, main_window

    def click(window: main_window.MainWindow) -> None:
        text = window.workspace.text
        coding = next(iter(window.workspace.codings.values()))
        rect = text.span_rect(Span(coding.start, coding.start + 3))
        QTest.mouseClick(
            text.viewport(), Qt.MouseButton.LeftButton, pos=rect.center() + QPoint(0, 0)
        )
        QApplication.processEvents()
        if text.chosen_coding is None:
            os.write(1, b"deaf\n")
        painted()

    shown = main_window.MainWindow.show_project

    def watched(window: main_window.MainWindow, session: object) -> None:
        shown(window, session)
        window.watch = FirstPaint(window.workspace.text.viewport(), lambda: click(window))

    main_window.MainWindow.show_project = watched
    app.open_window(path)


if __name__ == "__main__":
    if sys.argv[1] != "bare":
        catch()
    {"bare": bare, "start": start, "project": project}[sys.argv[1]](*sys.argv[2:])
