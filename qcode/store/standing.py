"""Whether an open project is still the file that was opened.

SQLite goes on writing into a file that was removed, or on top of one that another program has
written over, and notices neither. So before each change a few attributes are compared: five system
calls, some microseconds. The thread that folds the log in asks here as well, so all of it is
guarded.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from qcode.model.errors import QcodeError
from qcode.model.messages import QT_TRANSLATE_NOOP
from qcode.store.lock import WriteLock

GONE = QT_TRANSLATE_NOOP(
    "core",
    "{file} was removed, renamed or moved while it was open. Nothing was changed. Put it back in"
    " its place to go on.",
)
DELETED = QT_TRANSLATE_NOOP(
    "core",
    "{file} was deleted while it was open. Nothing was changed. Once the project is closed, a copy"
    " with every step up to here is among its backups.",
)
REPLACED = QT_TRANSLATE_NOOP(
    "core",
    "Another program has put a different file in the place of {file} while it was open. Nothing was"
    " changed. Close the project and open it again, or restore a backup.",
)
LOG_GONE = QT_TRANSLATE_NOOP(
    "core",
    "Another program has removed {log}, which belongs to {file} while it is open. Nothing was"
    " changed. Close the project and open it again.",
)
HEAD_BYTES = 100  # SQLite's header: size, counters and marks of the schema


class Standing:
    """Remembers the files of an open project as its own writer left them last."""

    def __init__(self, file: Path, lock: WriteLock) -> None:
        self._file = file.resolve()
        self._log = self._file.with_name(self._file.name + "-wal")
        self._lock = lock
        # Kept open to the end: closing it would give back the locks that SQLite has on the file.
        self._handle = os.open(self._file, os.O_RDONLY | getattr(os, "O_BINARY", 0))
        self._main: tuple[int, int] | None = None
        self._head = b""
        self._log_id: tuple[int, int] | None = None
        self._log_size = 0
        self._guard = threading.RLock()
        self._folding = False
        self.note()

    def note(self) -> None:
        """Remember how the files are now: they were just written by ourselves."""
        with self._guard:
            now = _state(os.fstat(self._handle))
            if now != self._main:
                self._main, self._head = now, self._read_head()
            try:
                log = self._log.stat()
            except FileNotFoundError:
                self._log_id, self._log_size = None, 0
            else:
                self._log_id, self._log_size = _id_of(log), log.st_size

    @contextmanager
    def folding(self) -> Iterator[None]:
        """Let the log be folded into the file inside the block: what changes there is our own.

        Whether somebody else writes over the file is asked before, and again with the next change
        after it. Raises as ``require`` does.
        """
        with self._guard:
            self.require()
            self._folding = True
        try:
            yield
        finally:
            with self._guard:
                self._folding = False
                self.note()

    def log_size(self) -> int:
        """Return the size of the log in bytes as it was noted last, 0 where there is none."""
        return self._log_size

    def require(self) -> None:
        """Raise the sentence that fits when the files are not as they were left."""
        with self._guard:
            self._require()

    def _require(self) -> None:
        self._lock.require()
        here = _identity(self._file)
        if here is None:
            raise QcodeError(DELETED if self.deleted() else GONE, file=str(self._file))
        opened = os.fstat(self._handle)
        if here != _id_of(opened) or (not self._folding and self._is_written_over(opened)):
            raise QcodeError(REPLACED, file=str(self._file))
        if self._log_id is not None and _identity(self._log) != self._log_id:
            raise QcodeError(LOG_GONE, file=str(self._file), log=self._log.name)

    def orphaned(self) -> bool:
        """Whether the file that was opened no longer stands under its name."""
        return _identity(self._file) != _id_of(os.fstat(self._handle))

    def deleted(self) -> bool:
        """Whether no name leads to the file any more."""
        return os.fstat(self._handle).st_nlink == 0

    def written_over(self) -> bool:
        """Whether somebody else has written into the file."""
        with self._guard:
            return not self._folding and self._is_written_over(os.fstat(self._handle))

    def _is_written_over(self, found: os.stat_result) -> bool:
        now = _state(found)
        if now == self._main:
            return False
        if self._main is None or now[0] != self._main[0] or self._read_head() != self._head:
            return True
        self._main = now  # a time that came late from a server, or was only touched
        return False

    def empty_log(self) -> None:
        """Leave nothing that closing could fold into the bytes that somebody else has written."""
        if self._log_id is not None and _identity(self._log) == self._log_id:
            with suppress(OSError):
                os.truncate(self._log, 0)

    def drop_log(self) -> None:
        """Remove what is left of the log: it must not be read into the file that stands there."""
        if self._log_id is not None and _identity(self._log) == self._log_id:
            for suffix in ("-wal", "-shm"):
                with suppress(OSError):
                    self._file.with_name(self._file.name + suffix).unlink(missing_ok=True)

    def close(self) -> None:
        """Let go of the file, after every connection to it was closed."""
        if self._handle >= 0:
            os.close(self._handle)
            self._handle = -1

    def _read_head(self) -> bytes:
        os.lseek(self._handle, 0, os.SEEK_SET)
        return os.read(self._handle, HEAD_BYTES)


def _state(found: os.stat_result) -> tuple[int, int]:
    return found.st_size, found.st_mtime_ns


def _id_of(found: os.stat_result) -> tuple[int, int]:
    return found.st_dev, found.st_ino


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        return _id_of(path.stat())
    except FileNotFoundError:
        return None
