"""Running services from the window: at once, in a worker, or in slices that keep it alive.

- ``Operation``: a short change (one transaction) on the window's thread.
- ``background``: long reading in a worker, with progress and Cancel; the result comes back.
- ``sliced``: long writing on the window's thread (the writer lives there), pumping events.

All three present ``QcodeError`` and hand everything else on as the bug it is.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any, Protocol, TypeVar

from PySide6.QtCore import QCoreApplication, QEventLoop, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from qcode.model.errors import Cancelled, QcodeError
from qcode.model.messages import QT_TRANSLATE_NOOP, Message
from qcode.ui.shell.errors import present

PATIENCE = 0.25  # seconds before a progress dialog appears: shorter work should not flash
TICK = 0.03  # seconds between two reports of progress
CANCELLED = QT_TRANSLATE_NOOP("core", "Stopped. Nothing was changed.")

Result = TypeVar("Result")


class Progress(Protocol):
    """What long work calls now and then: how many of how many (0: unknown), and what it is doing.

    Raises Cancelled as soon as the user has asked to stop.
    """

    def __call__(self, done: int, total: int = 0, what: Message | None = None) -> None: ...


Work = Callable[[Progress], Any]
Executor = Callable[[Callable[[], None]], None]


class Operation:
    """One change by a service function: ``function(project, *args, **kwargs)``.

    ``label`` says what is being done, in the language of the window; it heads the message when the
    change is refused. After ``run``, ``error`` tells why nothing happened, or is None.
    """

    def __init__(
        self, project: Any, label: str, function: Callable[..., Any], /, *args: Any, **kwargs: Any
    ) -> None:
        self._label = label
        self._call = lambda: function(project, *args, **kwargs)
        self.error: QcodeError | None = None

    def run(self, parent: QWidget | None = None) -> Any:
        """Carry the change out and return its result, or None after presenting why it failed."""
        self.error = None
        try:
            return self._call()
        except QcodeError as error:
            self.error = error
        present(parent, self.error, self._label)
        return None


def in_thread(task: Callable[[], None]) -> None:
    """Run ``task`` in a thread of its own: the executor of the running program."""
    threading.Thread(target=task, name="qcode-worker", daemon=True).start()


def inline(task: Callable[[], None]) -> None:
    """Run ``task`` here and now: the executor of tests."""
    task()


_executors: list[Executor] = [in_thread]
_jobs: set[Job] = set()
_slicing = threading.Lock()


@contextmanager
def executor(choice: Executor) -> Iterator[None]:
    """Run what ``background`` and ``quietly`` start inside the with block by ``choice``."""
    _executors.append(choice)
    try:
        yield
    finally:
        _executors.pop()


class Job(QObject):
    """A piece of work in a worker. The window's thread owns it; the worker only emits."""

    progressed = Signal(int, int, object)  # done, total, Message or None
    finished = Signal(object)  # the result
    failed = Signal(object)  # the exception, Cancelled included

    # From the worker to methods of this object, which Qt therefore calls in the window's thread.
    _reported = Signal(int, int, object)
    _ended = Signal(object, object)

    def __init__(self, work: Work) -> None:
        super().__init__()
        self._work = work
        self._stop = threading.Event()
        self._over = threading.Event()
        self._last = 0.0
        self._dropped = False
        self._reported.connect(self._relay)
        self._ended.connect(self._deliver)

    def start(self) -> None:
        """Hand the work to the executor; the signals come in the window's thread."""
        _jobs.add(self)  # kept alive until the worker has delivered, whoever else forgets it
        _executors[-1](self._run)

    def cancel(self) -> None:
        """Ask the work to stop at its next report of progress."""
        self._stop.set()

    def drop(self) -> None:
        """Cancel, and let nobody hear of it any more (the asker is going away)."""
        self._dropped = True
        self.cancel()

    def wait(self, seconds: float) -> bool:
        """Wait until the worker has ended, at the latest ``seconds``; return whether it has."""
        return self._over.wait(seconds)

    def _run(self) -> None:
        result, error = None, None
        try:
            result = self._work(self._report)
        except BaseException as caught:  # everything crosses to the window's thread and is shown
            error = caught
        self._work = _nothing  # let go of what it holds, in the worker
        # A program that is closed does not wait for a worker that heeds no cancelling: then the
        # Qt half of this object is gone, and nobody is left who would want to hear.
        with suppress(RuntimeError):
            self._ended.emit(result, error)
        self._over.set()

    def _report(self, done: int, total: int = 0, what: Message | None = None) -> None:
        if self._stop.is_set():
            raise Cancelled(CANCELLED)
        moment = time.monotonic()
        if moment - self._last >= TICK or done == total:
            self._last = moment
            self._reported.emit(done, total, what)

    def _relay(self, done: int, total: int, what: Message | None) -> None:
        if not self._dropped:
            self.progressed.emit(done, total, what)

    def _deliver(self, result: object, error: BaseException | None) -> None:
        # Not at once: the object would be deleted while Qt is still calling it.
        QTimer.singleShot(0, lambda: _jobs.discard(self))
        if self._dropped:
            return
        if error is None:
            self.finished.emit(result)
        else:
            self.failed.emit(error)


def _nothing(progress: Progress) -> None:
    del progress


def background(
    parent: QWidget,
    work: Callable[[Progress], Result],
    on_done: Callable[[Result], None],
    on_progress: Progress | None = None,
    title: str = "",
    on_failed: Callable[[BaseException], None] | None = None,
) -> Job:
    """Run ``work(progress)`` in a worker and call ``on_done(result)`` on the window's thread.

    A dialog with ``title``, progress and Cancel blocks ``parent`` once the work takes longer than
    ``PATIENCE``; with ``on_progress`` there is no dialog and that function is told instead. A
    ``QcodeError`` is presented, any other exception is raised on the window's thread, a
    cancellation is silent; ``on_failed`` hears of all three before. ``work`` must touch no widget
    and not the project's writer. When ``parent`` goes away, the work is cancelled and nothing is
    called any more.
    """
    job = Job(work)
    dialog = None
    if on_progress is None:
        from qcode.ui.shell.progress import ProgressDialog

        dialog = ProgressDialog(parent, title)
        dialog.cancelled.connect(job.cancel)
        job.progressed.connect(dialog.show_progress)
        dialog.appear_after(PATIENCE)
    else:
        job.progressed.connect(on_progress)

    def done(result: Result) -> None:
        _close(dialog)
        on_done(result)

    def failed(error: BaseException) -> None:
        _close(dialog)
        if on_failed is not None:
            on_failed(error)
        if isinstance(error, QcodeError):
            present(parent, error, title)
        else:
            raise error

    job.finished.connect(done)
    job.failed.connect(failed)
    parent.destroyed.connect(job.drop)
    job.start()
    return job


def quietly(
    owner: QObject, work: Callable[[Progress], Result], on_done: Callable[[Result], None]
) -> Job:
    """Run ``work(progress)`` in a worker without a dialog; its errors are bugs."""
    job = Job(work)
    job.finished.connect(on_done)
    job.failed.connect(_raise)
    owner.destroyed.connect(job.drop)
    job.start()
    return job


def _raise(error: BaseException) -> None:
    if not isinstance(error, Cancelled):
        raise error


def _close(dialog: QWidget | None) -> None:
    if dialog is not None:
        dialog.finish()


def sliced(parent: QWidget, title: str, work: Callable[[Progress], Result]) -> Result | None:
    """Run ``work(progress)`` on the window's thread and return its result.

    Each call of ``progress`` lets the window live for a moment: it repaints, and Cancel makes the
    call raise ``Cancelled``, so that ``work`` rolls back. So does SQLite in the middle of a long
    statement. Nothing else can be clicked or typed meanwhile. Returns None after a cancellation or
    a presented ``QcodeError``. Timers do run: those that write ask ``busy()`` first. Raises
    RuntimeError when called inside another one.
    """
    from qcode.services.project import kept_alive
    from qcode.ui.shell.progress import ProgressDialog

    if not _slicing.acquire(blocking=False):
        raise RuntimeError("sliced work inside sliced work")
    dialog = ProgressDialog(parent, title)
    stop = threading.Event()
    dialog.cancelled.connect(stop.set)
    begun = last = time.monotonic()

    def live() -> None:
        nonlocal last
        moment = time.monotonic()
        if moment - last >= TICK:
            if not dialog.isVisible() and moment - begun >= PATIENCE:
                dialog.appear()
            # Until the dialog blocks the window, keys and clicks stay in the queue.
            flags = (
                QEventLoop.ProcessEventsFlag.AllEvents
                if dialog.isVisible()
                else QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents
            )
            QCoreApplication.processEvents(flags)
            last = time.monotonic()  # a slow repaint is no reason to repaint again at once
        if stop.is_set():
            raise Cancelled(CANCELLED)

    def progress(done: int, total: int = 0, what: Message | None = None) -> None:
        if time.monotonic() - last >= TICK:
            dialog.show_progress(done, total, what)
        live()

    error: QcodeError
    try:
        with kept_alive(live):
            return work(progress)
    except QcodeError as caught:
        error = caught
    finally:
        dialog.finish()
        _slicing.release()
    present(parent, error, title)
    return None


def busy() -> bool:
    """Whether sliced work is going on: a timer must not write now."""
    return _slicing.locked()


def stop_all(seconds: float = 3.0) -> None:
    """Cancel every worker and wait for their ends, at the latest ``seconds``: for closing time."""
    for job in list(_jobs):
        job.drop()
    until = time.monotonic() + seconds
    for job in list(_jobs):
        job.wait(max(0.0, until - time.monotonic()))
