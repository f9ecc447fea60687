"""The real program with an ear: it answers questions about itself on standard input and output.

Keys and clicks come from outside, from the X server; only where things are and what came of it is
asked here. A question is a line with a Python expression over ``window`` (the main window), its
answer a line of JSON.
"""

from __future__ import annotations

import json
import sys
import threading
import time
from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QWindow
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QLineEdit,
    QScrollBar,
    QStyle,
    QStyleOptionSlider,
    QWidget,
)
from qcode.ui import app, main_window

_MODIFIERS = (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta)


class Heard(QObject):
    """Counts what came from the hand: releases of keys (modifiers aside) and of buttons.

    A release comes after its press, and what a press does is done before the next event: once a
    release is counted, its key or click has had its effect.
    """

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self.keys = self.buttons = 0
        self.at: list[int] = []
        self._released = time.monotonic()
        self._watched: set[QWindow] = set()
        app.focusWindowChanged.connect(self.watch)

    def __iter__(self) -> Iterator[int]:
        return iter((self.keys, self.buttons))

    def idle(self) -> float:
        """Milliseconds since a button was released."""
        return 1000 * (time.monotonic() - self._released)

    def watch(self, window: QWindow | None) -> None:
        """Count what comes to this window as well."""
        if window is not None and window not in self._watched:
            self._watched.add(window)
            window.destroyed.connect(lambda: self._watched.discard(window))
            window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.KeyRelease:
            self.keys += event.key() not in _MODIFIERS
        elif kind == QEvent.Type.MouseButtonRelease:
            self.buttons += 1
            self._released = time.monotonic()
        elif kind == QEvent.Type.MouseMove:
            self.at = list(event.globalPosition().toPoint().toTuple())
        return False


class Ear(QObject):
    """Hears questions in a thread and answers them in the window's thread."""

    heard = Signal(str)

    def __init__(self, window: main_window.MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._counted = Heard(QApplication.instance())
        self.heard.connect(self._answer, Qt.ConnectionType.QueuedConnection)
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        for line in sys.stdin:
            self.heard.emit(line.strip())

    def _answer(self, question: str) -> None:
        names = {
            "window": self._window,
            "app": QApplication.instance(),
            "heard": self._counted,
            "at": at,
            "area": area,
            "grip": grip,
            "dropped_on": dropped_on,
            "row_at": row_at,
            "slider_at": slider_at,
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


def area(widget: QWidget) -> list[int]:
    """Left, top, width and height of a widget on the screen."""
    corner = widget.mapToGlobal(QPoint(0, 0))
    return [corner.x(), corner.y(), widget.width(), widget.height()]


def grip(window: main_window.MainWindow, x: int, y: int) -> str | None:
    """Which handle of the chosen coding lies under a place on the screen."""
    text = window.workspace.text
    return text.grip_at(text.viewport().mapFromGlobal(QPoint(x, y)))


def dropped_on(window: main_window.MainWindow, x: int, y: int) -> list[int]:
    """Code points that a code dropped at a place on the screen is put on; [] beside the text."""
    text = window.workspace.text
    return list(text.drop_target(text.viewport().mapFromGlobal(QPoint(x, y))) or ())


def row_at(view: QAbstractItemView) -> list[int]:
    """Middle of the current row, where it is on screen."""
    rect = view.visualRect(view.currentIndex())
    return at(view.viewport(), rect) if view.viewport().rect().contains(rect.center()) else []


def slider_at(bar: QScrollBar) -> list[int]:
    """Middle of the slider of a scroll bar."""
    option = QStyleOptionSlider()
    bar.initStyleOption(option)
    part = QStyle.SubControl.SC_ScrollBarSlider
    kind = QStyle.ComplexControl.CC_ScrollBar
    return at(bar, bar.style().subControlRect(kind, option, part, bar))


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
