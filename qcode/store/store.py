"""An open project file: readers, the one writer, steps, undo and redo."""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from qcode.model.changes import ChangeSet
from qcode.model.errors import DamagedProject, NewerSchema, QcodeError, ReadOnlyProject
from qcode.model.messages import QT_TRANSLATE_NOOP, Message
from qcode.store import journal, schema
from qcode.store.connection import Connection, Readers, connect, transaction
from qcode.store.failures import (
    DAMAGED,
    EXISTS,
    NO_FOLDER,
    NOT_A_PROJECT,
    PROTECTED,
    explained,
)
from qcode.store.files import COPY, leave_one_file, private_copy, usual_mode
from qcode.store.journal import Progress, no_progress
from qcode.store.lock import WriteLock
from qcode.store.writer import Writer

SQLITE_MAGIC = b"SQLite format 3\x00"


def _nothing(store: Store) -> None:
    del store


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
        self._readers = Readers(file)
        self._writer = connect(file, "rw") if lock is not None else None
        self._inside = False
        self._closed = False

    # ------------------------------------------------------------------ opening and closing

    @classmethod
    def create(
        cls, path: Path, program: str, since: str, begin: Callable[[Store], None] = _nothing
    ) -> Store:
        """Make a project file at ``path`` and open it for writing.

        ``begin`` makes the first steps. The file appears under its name only when it is complete.
        Raises ``QcodeError`` when it exists already or cannot be made.
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
                connection = connect(draft, "rw")
                try:
                    connection.execute("BEGIN IMMEDIATE")
                    schema.create_schema(connection)
                    connection.execute("COMMIT")
                finally:
                    connection.close()
                # Nobody else knows of the draft, so its lock need not be taken.
                with closing(cls(path, draft, WriteLock(draft))) as store:
                    begin(store)
                draft.chmod(usual_mode())
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
                raise QcodeError(PROTECTED, file=str(path))
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
                # A file with a log in a folder that cannot be written: SQLite needs to make its
                # index file there, or to roll back. Read a private copy instead.
                scratch = private_copy(path)
                try:
                    _version(scratch / COPY, path)
                except BaseException:
                    shutil.rmtree(scratch, ignore_errors=True)
                    raise
        # A newer schema is read as it is: later schemas keep the tables and columns of this one.
        store = cls(path, scratch / COPY if scratch else path, None)
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
        """Close every connection and leave one file behind; the lock is given back last.

        Nothing can be read or written afterwards; closing again does nothing.
        """
        if self._closed:
            return
        self._closed = True
        try:
            self._readers.close()
            if self._writer is not None:
                self._writer.close()
                leave_one_file(self._file)
        finally:
            if self._lock is not None:
                self._lock.release()
            if self._scratch is not None:
                shutil.rmtree(self._scratch, ignore_errors=True)

    # ------------------------------------------------------------------ reading and writing

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """Yield a connection that sees one unchanging state of the project."""
        self._require_open()
        with explained(self.path), self._readers.snapshot() as connection:
            yield connection

    def _require_open(self) -> None:
        # Without the lock nothing is written.
        if self._closed:
            raise QcodeError(
                QT_TRANSLATE_NOOP("core", "{file} was closed; open it again."), file=str(self.path)
            )

    @contextmanager
    def _write(self) -> Iterator[Connection]:
        self._require_open()
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
            with explained(self.path), transaction(self._writer) as connection:
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
                connection.run("ROLLBACK")
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
            connection.run(
                "INSERT INTO local_state (key, value) VALUES (?, ?)"
                " ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                (key, value),
            )


def _require_project_file(path: Path) -> None:
    """Raise the sentence that fits when ``path`` is not a SQLite file at all."""
    head = b""
    with explained(path):
        if path.is_file() or path.is_dir() or not path.exists():
            with path.open("rb") as file:
                head = file.read(100)
    if not head.startswith(SQLITE_MAGIC):  # nor is a pipe, which would wait for ever
        raise QcodeError(NOT_A_PROJECT, file=str(path))


def _version(path: Path, shown: Path | None = None) -> int:
    """Return the schema version of a qcode file; raise when it belongs to another program.

    ``shown`` is the file to name in the sentence where ``path`` is a copy of it.
    """
    connection = connect(path, "ro")
    try:
        (application,) = connection.execute("PRAGMA application_id").fetchone()
        (version,) = connection.execute("PRAGMA user_version").fetchone()
    finally:
        connection.close()
    if application != schema.APPLICATION_ID:
        raise QcodeError(NOT_A_PROJECT, file=str(shown or path))
    if version < 1:
        raise DamagedProject(DAMAGED, file=str(shown or path))
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
