"""An open project file: readers, the one writer, steps, undo and redo."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from pathlib import Path

from qcode.model.changes import ChangeSet
from qcode.model.errors import DamagedProject, QcodeError, ReadOnlyProject
from qcode.model.messages import QT_TRANSLATE_NOOP, Message
from qcode.store import journal
from qcode.store.checkpoints import Checkpoints
from qcode.store.connection import Connection, Transaction, connect
from qcode.store.failures import explained, sentence_for
from qcode.store.files import fold_in_moved, leave_one_file
from qcode.store.journal import Progress, no_progress
from qcode.store.lock import WriteLock
from qcode.store.opening import locked_for_writing, new_file, readable
from qcode.store.pulse import beating
from qcode.store.readers import Readers, Reading
from qcode.store.standing import Standing
from qcode.store.writer import Writer

Label = Message | Callable[[Connection], Message]


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
        self._standing = Standing(file, lock) if lock is not None else None
        self._checkpoints = (
            Checkpoints(file, self._standing, self._writer)
            if self._standing is not None and self._writer is not None
            else None
        )
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
        # Nobody else knows of the draft, so its lock need not be taken.
        with new_file(path) as draft, closing(cls(path, draft, WriteLock(draft))) as store:
            begin(store)
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
        Raises ``ProjectLocked``, ``WriteProtected`` and ``NewerSchema`` (reading still works in all
        three cases), ``QcodeError``.
        """
        if read_only:
            file, scratch = readable(path)
            store = cls(path, file, None)
            store._scratch = scratch
            return store
        lock = locked_for_writing(path, program, since, before_migration)
        try:
            with explained(path):
                return cls(path, path, lock)
        except BaseException:
            lock.release()
            raise

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
            if self._writer is None or self._standing is None:
                self._readers.close()
            else:
                self._close_writer(self._writer, self._standing)
        finally:
            if self._lock is not None:
                self._lock.release()
            if self._scratch is not None:
                shutil.rmtree(self._scratch, ignore_errors=True)

    @property
    def deleted(self) -> bool:
        """Whether the file is gone from the disk, and lives only as long as it is open here."""
        return self._standing is not None and not self._closed and self._standing.deleted()

    def copy_deleted(self, target: Path) -> None:
        """Write what is in a deleted file to ``target``, a new file; raises ``QcodeError``."""
        assert self._writer is not None
        with explained(target), closing(sqlite3.connect(target, isolation_level=None)) as copy:
            self._writer.backup(copy)
            copy.execute("PRAGMA journal_mode=DELETE")

    def _close_writer(self, writer: sqlite3.Connection, standing: Standing) -> None:
        """Fold the log in, but never into a file of somebody else's."""
        if self._checkpoints is not None:
            self._checkpoints.stop()
        moved, written_over = standing.orphaned(), standing.written_over()
        self._readers.close()
        if written_over:
            standing.empty_log()
        elif moved:
            fold_in_moved(writer)
        writer.close()
        standing.close()
        if moved or written_over:
            standing.drop_log()
        else:
            leave_one_file(self._file)

    # ------------------------------------------------------------------ reading and writing

    def read(self, viewer: str | None = None) -> AbstractContextManager[Connection]:
        """Give a connection that sees one unchanging state of the project.

        In a project that is coded blind it sees what the coder ``viewer`` may see, None sees all.
        """
        return Reading(self._readers, viewer, self._require_open, self._explain)

    def _explain(self, error: BaseException) -> None:
        """Raise the sentence for what ended a reading, if there is a better one than ``error``."""
        found = sentence_for(error, self.path)
        if isinstance(found or error, DamagedProject) and self._standing is not None:
            self._standing.require()  # what looks like damage may be another file
        if found is not None:
            raise found from error

    def together(self) -> AbstractContextManager[None]:
        """Let what this thread reads inside be one reading; after a change, another one."""
        return self._readers.together()

    def _require_open(self) -> None:
        # Without the lock nothing is written.
        if self._closed:
            raise QcodeError(
                QT_TRANSLATE_NOOP("core", "{file} was closed; open it again."), file=str(self.path)
            )

    @contextmanager
    def _write(self) -> Iterator[Connection]:
        self._require_open()
        if self._writer is None or self._standing is None:
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
            with explained(self.path):
                self._standing.require()
                try:
                    with Transaction(self._writer) as connection, beating(self._writer):
                        yield connection
                finally:
                    self._readers.written()
                    self._standing.note()
            if self._checkpoints is not None:
                self._checkpoints.written()
        finally:
            self._inside = False

    @contextmanager
    def change(
        self,
        label: Label,
        coder: str,
        *,
        merge_key: str = "",
        initiator: object | None = None,
        tell: Callable[[ChangeSet], None] | None = None,
    ) -> Iterator[Writer]:
        """Open one step; a failure inside the block leaves nothing behind.

        A label that names what is in the project may be a function, which the step itself asks.
        Once something was changed and committed, ``tell`` hears what was touched. With
        ``merge_key`` the step continues the last one of the same key and coder, so that typing is
        one step. A block that changes nothing makes no step.
        """
        with self._write() as connection:
            if not isinstance(label, Message):
                label = label(connection)
            step = journal.open_step(connection, label, coder, merge_key)
            writer = Writer(connection, step, coder)
            yield writer
            touched = journal.close_step(connection, step)
            if step.goes_on:
                label = journal.label_of(connection, step.id)
            if not touched:
                connection.run("ROLLBACK")
        if touched and tell is not None:
            tell(ChangeSet(label, touched, "do", initiator))

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
