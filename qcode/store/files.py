"""The project as a file among files: permissions, and one file when nobody has it open."""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
from contextlib import suppress
from pathlib import Path

from qcode.store.connection import connect

COPY = "copy.qcode"
LOGS = ("-wal", "-shm", "-journal")


def usual_mode() -> int:
    """Return the permissions that new files of this user have: temporary files are private."""
    umask = os.umask(0)
    os.umask(umask)
    return 0o666 & ~umask


def leave_one_file(path: Path) -> None:
    """Fold the write-ahead log into the file, where no other reader keeps it open."""
    try:
        connection = connect(path, "rw")
    except sqlite3.Error:
        return  # the file is gone; there is nothing left to tidy
    try:
        connection.execute("PRAGMA busy_timeout=200")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.execute("PRAGMA journal_mode=DELETE")
    except sqlite3.Error:
        pass  # another reader is still there; the log stays and the next opening folds it in
    finally:
        connection.close()


def roll_back(path: Path, application_id: int) -> bool:
    """Take back what a killed process had half written; False when the file is another program's.

    To be called under the write lock, with no connection to the file open.
    """
    with path.open("rb") as file:
        head = file.read(72)
    if int.from_bytes(head[68:72], "big", signed=True) != application_id:
        return False
    connection = connect(path, "rw")
    try:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    finally:
        connection.close()
    return True


def fold_in_moved(writer: sqlite3.Connection) -> None:
    """Fold the log into a file that was renamed while it was open, unless others use it there.

    SQLite itself would leave the log behind under the old name, and the file without its last
    steps. The last step of this fails (nothing can be written beside a file that is elsewhere), and
    does not matter.
    """
    with suppress(sqlite3.Error):
        writer.execute("PRAGMA busy_timeout=200")
        writer.execute("PRAGMA journal_mode=DELETE")


def drop_logs(path: Path) -> None:
    """Remove what belongs to the file that stood at ``path``: it must not be read into another."""
    for suffix in LOGS:
        path.with_name(path.name + suffix).unlink(missing_ok=True)


def set_logs_aside(path: Path) -> None:
    """Rename logs of a file that stood at ``path`` and is gone, before another takes its name.

    SQLite would read them into the new file. They may hold the last steps of the old one, if that
    was only moved elsewhere: so they are kept, as ``NAME-wal.left``.
    """
    for suffix in LOGS:
        log = path.with_name(path.name + suffix)
        with suppress(FileNotFoundError):
            log.replace(path.with_name(f"{log.name}.left"))


def private_copy(path: Path) -> Path:
    """Copy a file with its logs into a new folder, as ``COPY``, recovered; return the folder.

    For files whose logs SQLite cannot use where they are, since the folder is write-protected.
    """
    scratch = Path(tempfile.mkdtemp(prefix="qcode-reading-"))
    real = path.resolve()  # the logs lie beside the file, not beside a link to it
    try:
        for suffix in ("", "-wal", "-journal"):
            part = real.with_name(real.name + suffix)
            if part.exists():
                shutil.copyfile(part, scratch / f"{COPY}{suffix}")
        connection = connect(scratch / COPY, "rw")  # rolls back what was never finished
        try:
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        finally:
            connection.close()
    except BaseException:
        shutil.rmtree(scratch, ignore_errors=True)
        raise
    return scratch
