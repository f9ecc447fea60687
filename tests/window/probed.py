"""The real program with an ear: it answers questions about itself on standard input and output.

Keys and clicks come from outside, from the X server; only where things are and what came of it is
asked here. A question is a line with a Python expression over ``window`` (the main window), its
answer a line of JSON.
"""

from __future__ import annotations

import json
import sys
import threading
from typing import Any

from PySide6.QtCore import QObject, QPoint, QRect, Qt, Signal
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from qcode.ui import app, main_window


class Ear(QObject):
    """Hears questions in a thread and answers them in the window's thread."""

    heard = Signal(str)

    def __init__(self, window: main_window.MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.heard.connect(self._answer, Qt.ConnectionType.QueuedConnection)
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        for line in sys.stdin:
            self.heard.emit(line.strip())

    def _answer(self, question: str) -> None:
        names = {
            "window": self._window,
            "app": QApplication.instance(),
            "at": at,
            "span_at": span_at,
            "QLineEdit": QLineEdit,
        }
        try:
            answer: Any = eval(question, names)
        except Exception as error:
            answer = {"error": f"{type(error).__name__}: {error}"}
        sys.stdout.write(json.dumps(answer, ensure_ascii=False, default=str) + "\n")
        sys.stdout.flush()


def at(widget: QWidget, rect: QRect | None = None) -> list[int]:
    """Middle of a widget, or of a rectangle in it, on the screen."""
    middle = (rect or widget.rect()).center()
    point = widget.mapToGlobal(middle)
    return [point.x(), point.y()]


def span_at(window: main_window.MainWindow, start: int, end: int) -> list[int]:
    """Left end of the character at ``start``, right end of the one before ``end`` (x, y, x, y)."""
    from qcode.model.span import Span

    text = window.workspace.text
    first = text.span_rect(Span(start, start + 1))
    last = text.span_rect(Span(end - 1, end))
    one = text.viewport().mapToGlobal(QPoint(first.left() + 1, first.center().y()))
    two = text.viewport().mapToGlobal(QPoint(last.right(), last.center().y()))
    return [one.x(), one.y(), two.x(), two.y()]


def main() -> int:
    show = main_window.MainWindow.show

    def shown(window: main_window.MainWindow) -> None:
        window.ear = Ear(window)
        show(window)

    main_window.MainWindow.show = shown
    return app.open_window(sys.argv[1] if len(sys.argv) > 1 else None)


if __name__ == "__main__":
    sys.exit(main())
