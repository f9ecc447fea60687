"""The project as a file among files: permissions, and one file when nobody has it open."""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
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


def drop_logs(path: Path) -> None:
    """Remove what belongs to the file that stood at ``path``: it must not be read into another."""
    for suffix in LOGS:
        path.with_name(path.name + suffix).unlink(missing_ok=True)


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
