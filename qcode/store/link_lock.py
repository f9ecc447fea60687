"""The lock of a file under whichever of its names: a hard link is one more of them.

A lock beside the project goes by its name, which works for everybody on a shared folder. Two hard
links are two names, perhaps in two folders, and SQLite would keep two logs of one file and spoil
it. So there is a second lock, named by device and inode as this computer numbers them, in the
folder for temporary files; it holds among the programs of one user on one computer.
"""

from __future__ import annotations

import json
import os
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from filelock import BaseFileLock


class HeldElsewhere(Exception):
    """The file is locked under another of its names; ``told`` is what its holder wrote."""

    def __init__(self, told: str) -> None:
        super().__init__(told)
        self.told = told


class LinkLock:
    """The right to write to a file, whatever it is called."""

    def __init__(self, project: Path) -> None:
        self._project = project
        self._lock: BaseFileLock | None = None
        self._owner: Path | None = None

    def acquire(self, told: str) -> None:
        """Take the lock and write down ``told`` for the second comer; ``told`` is a JSON object.

        Raises ``HeldElsewhere``. Where a system has no numbers of files, or no folder that is ours
        alone, nothing is locked: the lock by name is the one that counts.
        """
        from filelock import FileLock, Timeout

        file = _place(self._project)
        if file is None:
            return
        lock, owner = FileLock(file), file.with_suffix(".owner")
        try:
            lock.acquire(timeout=0)
        except Timeout:
            held = _read(owner)
            if self._is_here_too(held):
                raise HeldElsewhere(held) from None
            return
        except OSError:
            return
        self._lock, self._owner = lock, owner
        with suppress(OSError):
            named = json.loads(told) | {"file": str(self._project)}
            owner.write_text(json.dumps(named), encoding="utf-8")

    def release(self) -> None:
        """Give the lock back, if it was taken, and clear it away."""
        lock, owner, self._lock, self._owner = self._lock, self._owner, None, None
        if lock is None or owner is None:
            return
        for file in (owner, Path(lock.lock_file)):  # while still held, as the lock by name
            with suppress(OSError):
                file.unlink(missing_ok=True)
        lock.release()

    def _is_here_too(self, told: str) -> bool:
        """Whether the holder's name for the file is another than ours, and leads to it still.

        Under our own name the lock by name counts. A holder whose file was moved away notices so
        itself; and some file systems hand out a number twice.
        """
        try:
            name = Path(json.loads(told)["file"])
        except (ValueError, KeyError, TypeError):
            return True
        try:
            return name != self._project and name.samefile(self._project)
        except OSError:
            return False


def _place(project: Path) -> Path | None:
    """The file of the lock; None where there can be none."""
    try:
        found = project.stat()
        who = os.getuid() if hasattr(os, "getuid") else 0  # Windows: a folder for each user
        folder = Path(tempfile.gettempdir()) / f"qcode-{who}"
        folder.mkdir(mode=0o700, exist_ok=True)
        theirs = folder.is_symlink() or folder.stat().st_uid != who
    except OSError:
        return None
    if not found.st_ino or theirs:
        return None
    return folder / f"{found.st_dev:x}-{found.st_ino:x}.lock"


def _read(owner: Path) -> str:
    try:
        return owner.read_text(encoding="utf-8")
    except OSError:
        return ""
