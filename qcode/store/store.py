"""An open project file: readers, the one writer, steps, undo and redo."""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection

from qcode.model.changes import ChangeSet
from qcode.model.errors import NewerSchema, QcodeError, ReadOnlyProject
from qcode.model.messages import QT_TRANSLATE_NOOP, Message
from qcode.store import journal, schema
from qcode.store.engine import connect, reader_engine, writer_engine
from qcode.store.failures import NOT_A_PROJECT, explained
from qcode.store.journal import Progress, no_progress
from qcode.store.lock import WriteLock
from qcode.store.writer import Writer

SQLITE_MAGIC = b"SQLite format 3\x00"


class Store:
    """One project file, open for reading or for reading and writing.

    Use ``Store.create`` or ``Store.open``. ``path`` is where the user's file is, even when a
    read-only opening reads a private copy of it.
    """

    def __init__(self, path: Path, file: Path, lock: WriteLock | None) -> None:
        self.path = path
        self._file = file
        self._lock = lock
        self._scratch: Path | None = None
        self._readers = reader_engine(file)
        self._writer = writer_engine(file) if lock is not None else None
        self._inside = False

    # ------------------------------------------------------------------ opening and closing

    @classmethod
    def create(cls, path: Path, program: str, since: str) -> Store:
        """Make an empty project file at ``path`` and open it for writing.

        The file appears under its name only when it is complete. Raises ``QcodeError`` when it
        exists already or cannot be made.
        """
        if path.exists():
            raise QcodeError(
                QT_TRANSLATE_NOOP("core", "{file} exists already; choose another name."),
                file=str(path),
            )
        if not path.parent.is_dir():
            raise QcodeError(
                QT_TRANSLATE_NOOP("core", "The folder of {file} does not exist."), file=str(path)
            )
        with explained(path):
            handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
            os.close(handle)
            draft = Path(name)
            try:
                connection = connect(draft, "rw")
                try:
                    connection.execute("PRAGMA page_size=8192")
                    connection.execute("BEGIN IMMEDIATE")
                    schema.create_schema(connection)
                    connection.execute("COMMIT")
                finally:
                    connection.close()
                # mkstemp makes a private file; a project follows the user's usual permissions.
                umask = os.umask(0)
                os.umask(umask)
                draft.chmod(0o666 & ~umask)
                try:
                    os.link(draft, path)  # unlike rename, this never replaces a file
                except FileExistsError:
                    raise
                except OSError:  # file systems without hard links
                    draft.rename(path)
            finally:
                draft.unlink(missing_ok=True)
        return cls.open(path, program=program, since=since)

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        read_only: bool = False,
        program: str = "qcode",
        since: str = "",
        before_migration: Callable[[Path], None] | None = None,
    ) -> Store:
        """Open a project file.

        For writing, the lock is taken first; ``program`` and ``since`` are told to whoever comes
        second. ``before_migration`` is called with the path before an older file is changed.
        Raises ``ProjectLocked``, ``NewerSchema`` (read-only still works), ``QcodeError``.
        """
        _require_project_file(path)
        if read_only:
            return cls._open_for_reading(path)
        with explained(path):
            if not os.access(path, os.W_OK):
                raise QcodeError(
                    QT_TRANSLATE_NOOP(
                        "core", "{file} is write-protected. It can be opened read-only."
                    ),
                    file=str(path),
                )
            lock = WriteLock(path)
            lock.acquire(since, program)
            try:
                _bring_up_to_date(path, before_migration)
                return cls(path, path, lock)
            except BaseException:
                lock.release()
                raise

    @classmethod
    def _open_for_reading(cls, path: Path) -> Store:
        scratch: Path | None = None
        with explained(path):
            try:
                _version(path)
            except sqlite3.OperationalError:
                # A file with a write-ahead log in a folder that cannot be written: SQLite needs
                # to make its index file there. Read a private copy instead.
                scratch = Path(tempfile.mkdtemp(prefix="qcode-reading-"))
                for suffix in ("", "-wal"):
                    part = path.with_name(path.name + suffix)
                    if part.exists():
                        shutil.copyfile(part, scratch / part.name)
                try:
                    _version(scratch / path.name)
                except BaseException:
                    shutil.rmtree(scratch, ignore_errors=True)
                    raise
        # A newer schema is read as it is: later schemas keep the tables and columns of this one.
        store = cls(path, scratch / path.name if scratch else path, None)
        store._scratch = scratch
        return store

    @staticmethod
    @contextmanager
    def locked(path: Path, program: str, since: str) -> Iterator[None]:
        """Hold the right to write ``path`` while the file itself is exchanged."""
        lock = WriteLock(path)
        lock.acquire(since, program)
        try:
            yield
        finally:
            lock.release()

    @property
    def read_only(self) -> bool:
        """Whether changes are refused."""
        return self._writer is None

    def close(self) -> None:
        """Close every connection and leave one file behind; the lock is given back last."""
        self._readers.dispose()
        if self._writer is not None:
            self._writer.dispose()
            self._leave_one_file()
        if self._lock is not None:
            self._lock.release()
        if self._scratch is not None:
            shutil.rmtree(self._scratch, ignore_errors=True)
            self._scratch = None

    def _leave_one_file(self) -> None:
        """Fold the write-ahead log into the file, where no other reader keeps it open."""
        try:
            connection = connect(self._file, "rw")
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

    # ------------------------------------------------------------------ reading and writing

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """Yield a connection that sees one unchanging state of the project."""
        with explained(self.path), self._readers.connect() as connection:
            yield connection

    @contextmanager
    def _write(self) -> Iterator[Connection]:
        if self._writer is None:
            raise ReadOnlyProject(
                QT_TRANSLATE_NOOP(
                    "core", "{file} is open read-only; open it for writing to change it."
                ),
                file=str(self.path),
            )
        if self._inside:
            raise RuntimeError("a change inside a change")
        self._inside = True
        try:
            with explained(self.path), self._writer.begin() as connection:
                yield connection
        finally:
            self._inside = False

    @contextmanager
    def change(
        self,
        label: Message,
        coder: str,
        *,
        merge_key: str = "",
        initiator: object | None = None,
    ) -> Iterator[Writer]:
        """Open one step; a failure inside the block leaves nothing behind.

        After the block ``writer.changes`` says what was touched. With ``merge_key`` the step
        continues the last one of the same key and coder, so that typing is one step. A block that
        changes nothing makes no step.
        """
        with self._write() as connection:
            since = journal.last_change(connection)
            step = journal.open_step(connection, label, coder, merge_key)
            writer = Writer(connection, step, coder)
            yield writer
            touched = journal.close_step(connection, step, since)
            label = journal.label_of(connection, step)
            if not touched:
                connection.rollback()
        writer.changes = ChangeSet(label, touched, "do", initiator)

    def undo(self, coder: str, progress: Progress = no_progress) -> ChangeSet | None:
        """Take back the latest step; None when there is none."""
        with self._write() as connection:
            found = journal.next_undo(connection)
            if found is None:
                return None
            target, label = found
            touched = journal.reverse(connection, target, label, "undo", coder, progress)
        return ChangeSet(label, touched, "undo")

    def redo(self, coder: str, progress: Progress = no_progress) -> ChangeSet | None:
        """Do the step again that was taken back last; None when there is none."""
        with self._write() as connection:
            found = journal.next_redo(connection)
            if found is None:
                return None
            target, label = found
            touched = journal.reverse(connection, target, label, "redo", coder, progress)
        return ChangeSet(label, touched, "redo")

    def undo_to(self, step: int, coder: str, progress: Progress = no_progress) -> ChangeSet | None:
        """Take back ``step`` and every later one in one transaction; None when it is not done."""
        touched: dict[str, frozenset[int]] = {}
        label: Message | None = None
        with self._write() as connection:
            if not journal.can_undo(connection, step):
                return None
            while (found := journal.next_undo(connection)) is not None and found[0] >= step:
                target, label = found
                rows = journal.reverse(connection, target, label, "undo", coder, progress)
                for table, ids in rows.items():
                    touched[table] = touched.get(table, frozenset()) | ids
        return None if label is None else ChangeSet(label, touched, "undo")

    def set_local(self, key: str, value: str) -> None:
        """Remember something about this copy of the project; it is no step and cannot be undone."""
        with self._write() as connection:
            connection.exec_driver_sql(
                "INSERT INTO local_state (key, value) VALUES (?, ?)"
                " ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                (key, value),
            )


def _require_project_file(path: Path) -> None:
    """Raise the sentence that fits when ``path`` is not a SQLite file at all."""
    with explained(path), path.open("rb") as file:
        head = file.read(100)
    if not head.startswith(SQLITE_MAGIC):
        raise QcodeError(NOT_A_PROJECT, file=str(path))


def _version(path: Path) -> int:
    """Return the schema version of a qcode file; raise when it belongs to another program."""
    connection = connect(path, "ro")
    try:
        (application,) = connection.execute("PRAGMA application_id").fetchone()
        (version,) = connection.execute("PRAGMA user_version").fetchone()
    finally:
        connection.close()
    if application != schema.APPLICATION_ID:
        raise QcodeError(NOT_A_PROJECT, file=str(path))
    return int(version)


def _bring_up_to_date(path: Path, before_migration: Callable[[Path], None] | None) -> None:
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
    connection = connect(path, "rw")
    try:
        if version < schema.VERSION:
            if before_migration is not None:
                before_migration(path)
            schema.migrate(connection, version)
        connection.execute("PRAGMA journal_mode=WAL")
    finally:
        connection.close()
