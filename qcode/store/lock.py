"""One writer at a time, on this computer and on a shared folder.

The lock is an advisory file lock beside the project (``.NAME.lock``), held by the operating
system, so it goes with a killed process. A second file (``.NAME.owner``) says who holds it, for
the sentence that the second comer reads. Both are removed when the project is closed. A share may
lose a lock without telling; whoever takes it then writes another owner, so both files are looked
at before each change. A hard link is one more name of a file: see ``link_lock``.
"""

from __future__ import annotations

import getpass
import json
import os
from contextlib import suppress
from pathlib import Path

from qcode.model.errors import ProjectLocked, QcodeError, WriteProtected
from qcode.model.messages import QT_TRANSLATE_NOOP
from qcode.store.failures import PROTECTED, explained
from qcode.store.link_lock import HeldElsewhere, LinkLock

LOST = QT_TRANSLATE_NOOP(
    "core",
    "The right to write {file} was lost: its lock was removed, or the folder was away. Nothing was"
    " changed. Close the project and open it again.",
)
TAKEN = QT_TRANSLATE_NOOP(
    "core",
    "{file} has meanwhile been opened for writing by {user} on {host} ({program}). Nothing was"
    " changed. Close the project here; open it again when it is closed there.",
)


class WriteLock:
    """The right to write to one project file."""

    def __init__(self, project: Path) -> None:
        from filelock import FileLock

        self.project = project.resolve()  # one file has one lock, whatever links lead to it
        self._file = self.project.with_name(f".{self.project.name}.lock")
        self._owner = self.project.with_name(f".{self.project.name}.owner")
        self._lock = FileLock(self._file)
        self._links = LinkLock(self.project)
        self._marks: tuple[object, ...] | None = None  # both files as they were when it was taken
        self._told = ""

    def acquire(self, since: str, program: str) -> None:
        """Take the lock or raise ``ProjectLocked`` naming its holder.

        ``since`` is the time as the second comer will read it, ``program`` the holder's own name.
        """
        from filelock import Timeout

        with explained(self.project):
            try:
                self._lock.acquire(timeout=0)
            except Timeout:
                raise self._held(self._owner_told()) from None
            except PermissionError as error:
                raise WriteProtected(PROTECTED, file=str(self.project)) from error
        try:
            with explained(self.project):
                self._told = _told(since, program)
                self._links.acquire(self._told)
                self._owner.write_text(self._told, encoding="utf-8")
                self._marks = self._look()
        except HeldElsewhere as holder:
            self.release()
            raise self._held(holder.told) from None
        except BaseException:
            self.release()
            raise

    def require(self) -> None:
        """Raise ``QcodeError`` when the lock that was taken is no longer ours."""
        if self._marks is None or self._look() == self._marks:
            return
        told = self._owner_told()
        if told == self._told and self._look()[0] == self._marks[0]:
            self._marks = self._look()  # written again as it was: a server, or a copy of the folder
            return
        try:
            owner = json.loads(told)
            user, host, program = owner["user"], owner["host"], owner["program"]
        except (ValueError, KeyError, TypeError):
            raise QcodeError(LOST, file=str(self.project)) from None
        if told == self._told:
            raise QcodeError(LOST, file=str(self.project))
        raise QcodeError(
            TAKEN, file=str(self.project), user=str(user), host=str(host), program=str(program)
        )

    def _look(self) -> tuple[object, object]:
        return _mark(self._file, content=False), _mark(self._owner, content=True)

    def _owner_told(self) -> str:
        """What the holder wrote of itself; empty where that cannot be read."""
        try:
            return self._owner.read_text(encoding="utf-8")
        except (OSError, ValueError):
            return ""

    def release(self) -> None:
        """Give the lock back and clear both files away."""
        if not self._lock.is_locked:
            return
        # Removed while still held; a waiter notices that its file is gone and starts anew.
        # Windows keeps an open file; it is empty, and used again next time.
        # What now belongs to somebody else stays.
        taken, self._marks = self._marks, None
        self._links.release()
        for file, place in ((self._owner, 1), (self._file, 0)):
            with suppress(OSError):
                if taken is None or self._look()[place] == taken[place]:
                    file.unlink(missing_ok=True)
        self._lock.release()

    def _held(self, told: str) -> ProjectLocked:
        """The sentence for the second comer; ``told`` is what the holder wrote."""
        try:
            owner = json.loads(told)
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
        except (ValueError, KeyError, TypeError):
            return ProjectLocked(
                QT_TRANSLATE_NOOP(
                    "core",
                    "{file} is being written by another window or command. Close it there, or open"
                    " it read-only.",
                ),
                file=str(self.project),
            )


def _told(since: str, program: str) -> str:
    """What this holder says of itself, as JSON."""
    try:
        user = getpass.getuser()
    except (OSError, KeyError, ImportError):  # no entry in the user database
        user = "?"
    owner = {
        "user": user,
        "host": _host(),
        "pid": os.getpid(),
        "since": since,
        "program": program,
    }
    return json.dumps(owner)


def _host() -> str:
    """The name of this computer: what sockets call it, asked for without loading them."""
    if hasattr(os, "uname"):
        return os.uname().nodename
    import socket  # Windows

    return socket.gethostname()


def _mark(path: Path, *, content: bool) -> tuple[int, ...] | None:
    """Which file stands at ``path``, with ``content`` also how it was last written; None: none."""
    try:
        found = path.stat()
    except OSError:
        return None
    which = (found.st_dev, found.st_ino)
    return (*which, found.st_size, found.st_mtime_ns) if content else which
