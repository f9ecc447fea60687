"""An open project: the handle that every service takes."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from qcode.model.changes import ChangeSet
from qcode.model.errors import QcodeError
from qcode.model.messages import QT_TRANSLATE_NOOP, Message
from qcode.model.names import file_name, tidy
from qcode.model.stamps import new_guid, now
from qcode.services.kept_text import KeptText
from qcode.store import journal, queries, visibility
from qcode.store.failures import EXISTS
from qcode.store.journal import Progress, no_progress
from qcode.store.pulse import kept_alive
from qcode.store.store import Label, Store
from qcode.store.writer import Writer

if TYPE_CHECKING:
    from qcode.store.connection import Connection

__all__ = [
    "Project",
    "clock",
    "coder_name",
    "default_coder",
    "hidden_label",
    "kept_alive",
    "prepare_for_changes",
]

SUFFIX = ".qcode"
CURRENT_CODER = "current_coder"

Subscriber = Callable[[ChangeSet], None]


class Project:
    """One open project file.

    Services change it through ``change`` and ask it through ``read``; everybody who shows
    something of it subscribes and hears of each committed change once.
    """

    def __init__(self, store: Store, acting: str | None) -> None:
        self._store = store
        self._subscribers: list[Subscriber] = []
        self.texts = KeptText()
        # Who keeps codes compares the number, which grows with every change of them; behind it
        # the codes that the last one touched, None where it may have been all.
        self.codes_news: tuple[int, frozenset[int] | None] = (0, None)
        self.told = 0  # how many steps have been told since it was opened
        with store.read() as connection:
            self.guid, self._name, _ = queries.project_row(connection)
            self._remembered = queries.local(connection, CURRENT_CODER)
            self._coders = _coder_names(connection)
        self._coder = acting or self._remembered or default_coder()

    # ------------------------------------------------------------------ opening and closing

    @classmethod
    def create(
        cls,
        path: Path,
        name: str = "",
        coder: str = "",
        program: str = "qcode",
        guid: str = "",
    ) -> Project:
        """Make a new project file and open it.

        ``name`` defaults to the file's name, ``coder`` to the user's name on this computer,
        ``guid`` to a new one.
        Raises ``QcodeError`` when the file exists or cannot be made.
        """
        if not path.name:
            raise QcodeError(EXISTS, file=str(path))  # "." or "/"
        if path.suffix.lower() != SUFFIX:
            path = path.with_name(path.name + SUFFIX)
        title = tidy(name) or tidy(file_name(path.with_suffix(""))) or path.suffix
        who = coder_name(coder) if coder else default_coder()

        def begin(store: Store) -> None:
            with store.change(
                Message(QT_TRANSLATE_NOOP("core", "Create project {name}"), {"name": title}), who
            ) as writer:
                writer.insert("project", id=1, guid=guid or new_guid(), name=title, created=now())
                writer.coder_id(who)
                writer.close_to_undo()  # there is nothing before the beginning
            store.set_local(CURRENT_CODER, who)

        store = Store.create(path, program=program, since=clock(), begin=begin)
        try:
            return cls(store, None)
        except BaseException:
            store.close()
            raise

    @classmethod
    def open(
        cls, path: Path, *, read_only: bool = False, coder: str = "", program: str = "qcode"
    ) -> Project:
        """Open a project file; ``coder`` acts instead of the project's current coder.

        Raises ``ProjectLocked`` (someone else writes), ``NewerSchema``, ``QcodeError``.
        """
        store = Store.open(
            path,
            read_only=read_only,
            program=program,
            since=clock(),
            before_migration=_before_migration,
        )
        try:
            return cls(store, coder_name(coder) if coder else None)
        except BaseException:
            store.close()
            raise

    def close(self) -> None:
        """Close the file; nothing needs to be saved, every step is already in it.

        Of a file that was deleted meanwhile a copy is kept among the backups.
        """
        self._subscribers.clear()
        try:
            if self._store.deleted:
                from qcode.services import backups

                backups.keep_deleted(self._store)
        finally:
            self._store.close()

    def __enter__(self) -> Project:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # ------------------------------------------------------------------ who and what

    @property
    def path(self) -> Path:
        """Where the file is."""
        return self._store.path

    @property
    def read_only(self) -> bool:
        """Whether changes are refused."""
        return self._store.read_only

    @property
    def name(self) -> str:
        """The project's name."""
        return self._name

    @property
    def coder(self) -> str:
        """Who acts: the name that every change and every coding carries."""
        return self._coder

    def act_as(self, name: str, *, remember: bool = True) -> None:
        """Change who acts; ``remember`` makes it the project's current coder.

        This is no step of the work and cannot be undone. The coder's row is made with their first
        change.
        """
        self._coder = coder_name(name)
        if remember and not self.read_only:
            self._remember(self._coder)

    def set_local(self, key: str, value: str) -> None:
        """Remember something about this copy of the project; no step, and never undone.

        Raises ``ReadOnlyProject``.
        """
        self._store.set_local(key, value)

    def _remember(self, name: str) -> None:
        self._store.set_local(CURRENT_CODER, name)
        self._remembered = name

    def _follow_names(self) -> None:
        """Go on as the same person when a step, or taking one back, gave coders other names."""
        with self.read() as connection:
            names = _coder_names(connection)
        renamed = {
            old: names[row]
            for row, old in self._coders.items()
            if row in names and names[row] != old
        }
        self._coders = names
        self._coder = renamed.get(self._coder, self._coder)
        if self._remembered in renamed:
            self._remember(renamed[self._remembered])

    # ------------------------------------------------------------------ changing and reading

    def read(self) -> AbstractContextManager[Connection]:
        """Open a read-only connection that sees one state of the project.

        In a project that is coded blind it sees what the coder who acts may see.
        """
        return self._store.read(self._coder)

    def read_all(self) -> AbstractContextManager[Connection]:
        """Like ``read``, but everything is seen: for looking the file itself over."""
        return self._store.read()

    def together(self) -> AbstractContextManager[None]:
        """Let many small readings inside see one state, after each change the newest; faster."""
        return self._store.together()

    def change(
        self, label: Label, *, merge_key: str = "", initiator: object | None = None
    ) -> AbstractContextManager[Writer]:
        """Open one step; see ``Store.change``. Subscribers are told when it is committed."""
        return self._store.change(
            label, self._coder, merge_key=merge_key, initiator=initiator, tell=self._tell
        )

    def subscribe(self, subscriber: Subscriber) -> Callable[[], None]:
        """Have ``subscriber`` called after each change; returns the way to stop that."""
        self._subscribers.append(subscriber)

        def unsubscribe() -> None:
            if subscriber in self._subscribers:
                self._subscribers.remove(subscriber)

        return unsubscribe

    def _tell(self, changes: ChangeSet) -> None:
        self.told += 1
        if changes.touches("code", "setting"):
            touched = None if changes.touches("setting") else changes.ids("code")
            self.codes_news = (self.codes_news[0] + 1, touched)
        if changes.touches("project"):
            with self.read() as connection:
                _, self._name, _ = queries.project_row(connection)
        if changes.touches("coder"):
            self._follow_names()
        for subscriber in tuple(self._subscribers):
            subscriber(changes)

    # ------------------------------------------------------------------ undo and redo

    def undo_label(self) -> Message | None:
        """Label of the step that ``undo`` would take back, None when there is none."""
        with self.read() as connection:
            return self._label(connection, journal.next_undo(connection))

    def redo_label(self) -> Message | None:
        """Label of the step that ``redo`` would do again, None when there is none."""
        with self.read() as connection:
            return self._label(connection, journal.next_redo(connection))

    def undo(self, progress: Progress = no_progress) -> ChangeSet | None:
        """Take back the latest step, also one of an earlier session; None when there is none.

        Raises ``QcodeError`` when it touched work of another coder that is hidden from who acts.
        """
        with self.read() as connection:
            self._require_seen(connection, journal.next_undo(connection))
        changes = self._store.undo(self._coder, progress)
        if changes is not None:
            self._tell(changes)
        return changes

    def redo(self, progress: Progress = no_progress) -> ChangeSet | None:
        """Do again what was undone last; None when there is nothing. Raises as ``undo`` does."""
        with self.read() as connection:
            self._require_seen(connection, journal.next_redo(connection))
        changes = self._store.redo(self._coder, progress)
        if changes is not None:
            self._tell(changes)
        return changes

    def undo_to(self, step: int, progress: Progress = no_progress) -> ChangeSet | None:
        """Take back ``step`` and everything after it, all or nothing; each can be redone singly.

        Raises as ``undo`` does when any of them is hidden.
        """
        with self.read() as connection:
            for hidden in sorted(visibility.hidden_steps(connection, self._coder)):
                if hidden >= step and journal.can_undo(connection, hidden):
                    raise _hidden(journal.coder_of(connection, hidden))
        changes = self._store.undo_to(step, self._coder, progress)
        if changes is not None:
            self._tell(changes)
        return changes

    def _label(self, connection: Connection, found: tuple[int, Message] | None) -> Message | None:
        if found is None:
            return None
        step, label = found
        if visibility.is_hidden(connection, self._coder, step):
            return hidden_label(journal.coder_of(connection, step))
        return label

    def _require_seen(self, connection: Connection, found: tuple[int, Message] | None) -> None:
        """Refuse to touch what cannot be seen: nobody could tell what was lost or came back."""
        if found is not None and visibility.is_hidden(connection, self._coder, found[0]):
            raise _hidden(journal.coder_of(connection, found[0]))


def hidden_label(coder: str) -> Message:
    """Return what the history calls a step that is hidden from who looks at it."""
    return Message(QT_TRANSLATE_NOOP("core", "A step of {coder}"), {"coder": coder})


def _hidden(coder: str) -> QcodeError:
    return QcodeError(
        QT_TRANSLATE_NOOP(
            "core",
            "This would change work of {coder} that is hidden from you while you work blind."
            " {coder} can do it, or you once you have finished the document.",
        ),
        coder=coder,
    )


def prepare_for_changes() -> None:
    """Load what the first change needs, ahead of it: a window calls this when it is idle."""
    from qcode.store import schema

    schema.load_tables()
    import qcode.services.code_merging  # noqa: F401 - loading it is the point


def _before_migration(path: Path) -> None:
    from qcode.services import backups  # most files that are opened are of the newest schema

    backups.before_migration(path)


def default_coder() -> str:
    """Return the user's name on this computer, for projects that name nobody."""
    import getpass

    try:
        return getpass.getuser().strip() or "coder"
    except (OSError, KeyError, ImportError):  # no entry in the user database, or no database
        return "coder"


def coder_name(coder: str) -> str:
    """Return a coder's name as it is stored; raises ``QcodeError`` when nothing is left of it."""
    name = tidy(coder)
    if not name:
        raise QcodeError(QT_TRANSLATE_NOOP("core", "A coder needs a name."))
    return name


def _coder_names(connection: Connection) -> dict[int, str]:
    return {coder.id: coder.name for coder in queries.coders(connection)}


def clock() -> str:
    """Return the present time as a person reads it, for the sentence that says who holds a file."""
    return datetime.now().astimezone().strftime("%Y-%m-%d %H:%M")
