"""Work in a worker whose result a dialog needs before it can go on."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QWidget

from qcode.ui.shell.operation import Progress, background

Result = TypeVar("Result")


def waited(parent: QWidget, title: str, work: Callable[[Progress], Result]) -> Result | None:
    """Run ``work(progress)`` in a worker and return its result once it is there.

    The window lives meanwhile: see ``background`` for the dialog with progress and Cancel, and
    for errors. Returns None when the work was cancelled or failed, or ``parent`` went away.
    """
    loop = QEventLoop()
    results: list[Result] = []
    over = False

    def done(result: Result) -> None:
        results.append(result)
        end()

    def end(_: object = None) -> None:
        nonlocal over
        over = True
        loop.quit()

    parent.destroyed.connect(loop.quit)
    background(parent, work, done, title=title, on_failed=end)
    if not over:
        loop.exec()
    return results[0] if results else None
