"""The only place of the window that presents errors.

A ``QcodeError`` is a sentence and a next step. Everything else is a bug: it is logged, shown once
with a report to copy, and the program goes on. The report names types and lines of the program
and leaves out the words of the exception, because those may quote the user's texts; the log on
the user's own disk has them.
"""

from __future__ import annotations

import contextlib
import logging
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, TextIO

from PySide6.QtCore import (
    QCoreApplication,
    QObject,
    QTimer,
    Signal,
    qInstallMessageHandler,
)
from PySide6.QtWidgets import QApplication, QWidget

from qcode.paths import data_dir

if TYPE_CHECKING:  # the core is loaded when it is first needed, after the first paint
    from PySide6.QtCore import QMessageLogContext, QtMsgType

    from qcode.model.errors import QcodeError

LOG_BYTES = 500_000
LOG_FILES = 3
_log = logging.getLogger("qcode")


def present(parent: QWidget | None, error: QcodeError, heading: str = "") -> None:
    """Show an expected error and wait until it was read; a ``Cancelled`` needs no words.

    ``heading`` says what was being done, in the language of the window.
    """
    from qcode.model.errors import Cancelled
    from qcode.ui.shell.i18n import say
    from qcode.ui.shell.message import MessageDialog

    if isinstance(error, Cancelled):
        return

    _log.info("%s", error)
    title = heading or QCoreApplication.translate("errors", "This did not work")
    MessageDialog(parent or QApplication.activeWindow(), title, say(error.message)).exec()


def log_folder() -> Path:
    """Return the folder of the log files; made when first asked for."""
    folder = data_dir() / "logs"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def report(error: BaseException) -> str:
    """Return what may be sent to the makers: versions, types, lines; nothing of the user's."""
    import platform
    import traceback

    from PySide6.QtCore import qVersion

    from qcode import __version__

    lines = [
        f"qcode {__version__}",
        f"Python {platform.python_version()}, Qt {qVersion()}",
        f"{platform.system()} {platform.release()} {platform.machine()}",
    ]
    for title, link in _chain(error):
        lines += ["", f"{title}{type(link).__module__}.{type(link).__qualname__}"]
        lines += [
            f"  {_short(frame.filename)}:{frame.lineno} {frame.name}"
            for frame in traceback.extract_tb(link.__traceback__)
        ]
    return "\n".join(lines) + "\n"


def _chain(error: BaseException) -> list[tuple[str, BaseException]]:
    """Return the exception and what led to it, the first cause last."""
    result, title, seen = [], "", set()
    link: BaseException | None = error
    while link is not None and id(link) not in seen:
        seen.add(id(link))
        result.append((title, link))
        title = "caused by " if link.__cause__ else "while handling "
        link = link.__cause__ or (None if link.__suppress_context__ else link.__context__)
    return result


def _short(path: str) -> str:
    """Return the last parts of a module's path: enough to find it, without the user's folders."""
    parts = Path(path).parts
    for anchor in ("qcode", "site-packages"):
        if anchor in parts[:-1]:
            last = len(parts) - 1 - parts[::-1].index(anchor, 1)
            return "/".join(parts[last:])
    return parts[-1] if parts else path


class Reporter(QObject):
    """Catches what nobody expected, in any thread, and shows it in the window's thread.

    ``install`` puts it in place and ``remove`` gives the former hooks back.
    """

    _caught = Signal(object)  # an exception, from any thread

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._showing = False
        self._caught.connect(self._show_later)
        self._former = (sys.excepthook, threading.excepthook)
        self._former_qt: Callable[..., None] | None = None
        self._handler: logging.Handler | None = None

    def install(self) -> None:
        """Take over unexpected exceptions of all threads and the warnings of Qt."""
        self._former = (sys.excepthook, threading.excepthook)
        sys.excepthook = self._main_hook
        threading.excepthook = self._thread_hook
        self._former_qt = qInstallMessageHandler(_log_qt)
        self._handler = LogFile()
        logging.getLogger().addHandler(self._handler)
        _log.setLevel(logging.INFO)

    def remove(self) -> None:
        """Give the hooks back."""
        sys.excepthook, threading.excepthook = self._former
        qInstallMessageHandler(self._former_qt)
        if self._handler is not None:
            logging.getLogger().removeHandler(self._handler)
            self._handler.close()
            self._handler = None

    def handle(self, error: BaseException) -> None:
        """Log ``error`` and show it as soon as the window is idle; callable from any thread."""
        from qcode.model.errors import QcodeError

        if not isinstance(error, QcodeError):
            _log.error("unexpected", exc_info=error)
        self._caught.emit(error)

    def _main_hook(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            QCoreApplication.exit(130)
            return
        self.handle(error)

    def _thread_hook(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None and not issubclass(args.exc_type, SystemExit):
            self.handle(args.exc_value)

    def _show_later(self, error: BaseException) -> None:
        # No dialog may open in the middle of painting, where many a fault comes from.
        QTimer.singleShot(0, lambda: self._show(error))

    def _show(self, error: BaseException) -> None:
        from qcode.model.errors import QcodeError
        from qcode.ui.shell.message import ReportDialog

        if self._showing:  # the same fault often comes back with every repaint: one dialog will do
            return
        self._showing = True
        try:
            if isinstance(error, QcodeError):
                present(None, error)
                return
            ReportDialog(QApplication.activeWindow(), report(error), log_folder()).exec()
        finally:
            self._showing = False


class LogFile(logging.Handler):
    """Log file that is opened at the first record and changed for a new one when it is full.

    Does what ``logging.handlers`` does, whose import would delay the first paint.
    """

    def __init__(self) -> None:
        super().__init__(logging.INFO)
        layout = "%(asctime)s %(levelname)s %(name)s %(threadName)s %(message)s"
        self.setFormatter(logging.Formatter(layout))
        self._file: TextIO | None = None

    def emit(self, record: logging.LogRecord) -> None:
        try:
            if self._file is None or self._file.tell() > LOG_BYTES:
                self._open()
            self._file.write(self.format(record) + "\n")
            self._file.flush()
        except OSError:
            self._close_file()  # a full or read-only disk must not turn one fault into two

    def close(self) -> None:
        self._close_file()
        super().close()

    def _open(self) -> None:
        self._close_file()
        path = log_folder() / "qcode.log"
        if path.exists() and path.stat().st_size > LOG_BYTES:
            for number in range(LOG_FILES - 1, 0, -1):
                older = path.with_suffix(f".{number - 1}.log") if number > 1 else path
                if older.exists():
                    older.replace(path.with_suffix(f".{number}.log"))
        self._file = path.open("a", encoding="utf-8", errors="backslashreplace")

    def _close_file(self) -> None:
        if self._file is not None:
            file, self._file = self._file, None
            with contextlib.suppress(OSError):
                file.close()


def _log_qt(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
    level = {
        "QtDebugMsg": logging.DEBUG,
        "QtInfoMsg": logging.INFO,
        "QtCriticalMsg": logging.ERROR,
        "QtFatalMsg": logging.CRITICAL,
    }.get(kind.name, logging.WARNING)
    logging.getLogger("qt").log(level, "%s: %s", context.category or "default", text)
