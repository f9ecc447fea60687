"""How a project file comes to be open: made, recognised, brought up to date, or read from a copy.

A file that this process may have open already is never read by opening it as a plain file: closing
it again would give back the locks that SQLite has on it (POSIX locks belong to the process). SQLite
itself knows which files it has open, whatever links lead to them, so it is asked instead.
"""

from __future__ import annotations

import errno
import os
import shutil
import sqlite3
import stat
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from qcode.model.errors import DamagedProject, NewerSchema, QcodeError, WriteProtected
from qcode.model.messages import QT_TRANSLATE_NOOP
from qcode.store import schema
from qcode.store.connection import connect
from qcode.store.failures import (
    DAMAGED,
    EXISTS,
    NO_FOLDER,
    NOT_A_PROJECT,
    PROTECTED,
    explained,
)
from qcode.store.files import COPY, private_copy, roll_back, set_logs_aside, usual_mode
from qcode.store.lock import WriteLock


@contextmanager
def new_file(path: Path) -> Iterator[Path]:
    """Yield a draft with an empty schema, which stands at ``path`` when the block has ended.

    A failure inside the block leaves nothing behind. Raises ``QcodeError`` when ``path`` exists or
    cannot be made.
    """
    with explained(path):
        if os.path.lexists(path):
            raise QcodeError(EXISTS, file=str(path))
        if not path.parent.is_dir():
            raise QcodeError(NO_FOLDER, file=str(path))
        handle, name = tempfile.mkstemp(prefix=".qcode-new-", dir=path.parent)
        os.close(handle)
        draft = Path(name)
        try:
            with closing(connect(draft, "rw")) as connection:
                connection.execute("BEGIN IMMEDIATE")
                schema.create_schema(connection)
                connection.execute("COMMIT")
            yield draft
            draft.chmod(usual_mode())
            set_logs_aside(path)
            try:
                os.link(draft, path)  # unlike rename, this never replaces a file
            except FileExistsError:
                raise
            except OSError:  # file systems without hard links
                draft.rename(path)
        finally:
            draft.unlink(missing_ok=True)


def locked_for_writing(
    path: Path, program: str, since: str, before_migration: Callable[[Path], None] | None
) -> WriteLock:
    """Take the lock of a project file and bring the file up to date; return the lock.

    Raises ``ProjectLocked``, ``WriteProtected``, ``NewerSchema``, ``QcodeError``; the lock is given
    back then.
    """
    with explained(path):
        _require_project(path)
        if not os.access(path, os.W_OK):
            raise WriteProtected(PROTECTED, file=str(path))
        lock = WriteLock(path)
        lock.acquire(since, program)
        try:
            _bring_up_to_date(path, before_migration)
        except BaseException:
            lock.release()
            raise
        return lock


def readable(path: Path) -> tuple[Path, Path | None]:
    """Return the file to read for ``path``, and the folder to remove where that is a copy.

    Raises ``QcodeError``.
    """
    with explained(path):
        _require_file(path)
        try:
            _version(path)
        except sqlite3.OperationalError:
            # A file with a log in a folder that cannot be written: SQLite needs to make its
            # index file there, or to roll back. Read a private copy instead.
            scratch = private_copy(path)
            try:
                _version(scratch / COPY, path)
            except BaseException:
                shutil.rmtree(scratch, ignore_errors=True)
                raise
            return scratch / COPY, scratch
    # A newer schema is read as it is: later schemas keep the tables and columns of this one.
    return path, None


def _require_project(path: Path) -> None:
    """Raise the sentence that fits when ``path`` is another thing than a project."""
    _require_file(path)
    try:
        _version(path)
    except sqlite3.OperationalError as error:
        if "locked" in str(error):
            raise
        # What was left half written is taken back once the lock is taken.


def _require_file(path: Path) -> None:
    """Raise an error when ``path`` cannot be read, or is a pipe, which would wait for ever."""
    kind = path.stat().st_mode
    if stat.S_ISDIR(kind):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    if not stat.S_ISREG(kind):
        raise QcodeError(NOT_A_PROJECT, file=str(path))
    if not os.access(path, os.R_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))


def _version(path: Path, shown: Path | None = None) -> int:
    """Return the schema version of a qcode file; raise when it belongs to another program.

    ``shown`` is the file to name in the sentence where ``path`` is a copy of it.
    """
    with closing(connect(path, "ro")) as connection:
        (application,) = connection.execute("PRAGMA application_id").fetchone()
        (version,) = connection.execute("PRAGMA user_version").fetchone()
    if application != schema.APPLICATION_ID:
        raise QcodeError(NOT_A_PROJECT, file=str(shown or path))
    if version < 1:
        raise DamagedProject(DAMAGED, file=str(shown or path))
    return int(version)


def _bring_up_to_date(path: Path, before_migration: Callable[[Path], None] | None) -> None:
    try:
        version = _version(path)
    except sqlite3.OperationalError:
        # Killed while it was opened or closed, when there is no write-ahead log: what was begun
        # then can only be taken back by a connection that may write.
        if not roll_back(path, schema.APPLICATION_ID):
            raise
        version = _version(path)
    if version > schema.VERSION:
        raise NewerSchema(
            QT_TRANSLATE_NOOP(
                "core",
                "{file} was written by a newer qcode (schema {found}; this one knows {known})."
                " Update qcode, or open it read-only.",
            ),
            file=str(path),
            found=version,
            known=schema.VERSION,
        )
    with closing(connect(path, "rw")) as connection:
        if version < schema.VERSION:
            if before_migration is not None:
                before_migration(path)
            schema.migrate(connection, version)
        connection.execute("PRAGMA journal_mode=WAL")
