"""One writer at a time, on this computer and on a shared folder.

The lock is an advisory file lock beside the project (``.NAME.lock``), held by the operating
system, so it goes with a killed process. A second file (``.NAME.owner``) says who holds it, for
the sentence that the second comer reads. Both are removed when the project is closed.
"""

from __future__ import annotations

import getpass
import json
import os
import socket
from contextlib import suppress
from pathlib import Path

from qcode.model.errors import ProjectLocked, QcodeError
from qcode.model.messages import QT_TRANSLATE_NOOP
from qcode.store.failures import PROTECTED, explained


class WriteLock:
    """The right to write to one project file."""

    def __init__(self, project: Path) -> None:
        from filelock import FileLock

        self.project = project.resolve()  # one file has one lock, whatever links lead to it
        self._file = self.project.with_name(f".{self.project.name}.lock")
        self._owner = self.project.with_name(f".{self.project.name}.owner")
        self._lock = FileLock(self._file)

    def acquire(self, since: str, program: str) -> None:
        """Take the lock or raise ``ProjectLocked`` naming its holder.

        ``since`` is the time as the second comer will read it, ``program`` the holder's own name.
        """
        from filelock import Timeout

        with explained(self.project):
            try:
                self._lock.acquire(timeout=0)
            except Timeout:
                raise self._held() from None
            except PermissionError as error:
                raise QcodeError(PROTECTED, file=str(self.project)) from error
        try:
            with explained(self.project):
                self._tell_who(since, program)
        except BaseException:
            self.release()
            raise

    def _tell_who(self, since: str, program: str) -> None:
        try:
            user = getpass.getuser()
        except (OSError, KeyError, ImportError):  # no entry in the user database
            user = "?"
        owner = {
            "user": user,
            "host": socket.gethostname(),
            "pid": os.getpid(),
            "since": since,
            "program": program,
        }
        self._owner.write_text(json.dumps(owner), encoding="utf-8")

    def release(self) -> None:
        """Give the lock back and clear both files away."""
        if not self._lock.is_locked:
            return
        # Removed while still held; a waiter notices that its file is gone and starts anew.
        # Windows keeps an open file; it is empty, and used again next time.
        for file in (self._owner, self._file):
            with suppress(OSError):
                file.unlink(missing_ok=True)
        self._lock.release()

    def _held(self) -> ProjectLocked:
        try:
            owner = json.loads(self._owner.read_text(encoding="utf-8"))
            return ProjectLocked(
                QT_TRANSLATE_NOOP(
                    "core",
                    "{file} is being written by {user} on {host} ({program}, process {pid}, since"
                    " {since}). Close it there, or open it read-only.",
                ),
                file=str(self.project),
                user=str(owner["user"]),
                host=str(owner["host"]),
                program=str(owner["program"]),
                pid=str(owner["pid"]),
                since=str(owner["since"]),
            )
        except (OSError, ValueError, KeyError, TypeError):
            return ProjectLocked(
                QT_TRANSLATE_NOOP(
                    "core",
                    "{file} is being written by another window or command. Close it there, or open"
                    " it read-only.",
                ),
                file=str(self.project),
            )
