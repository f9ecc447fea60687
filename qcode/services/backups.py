"""Backups of a project: made on opening and before risky steps, listed, put back."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from qcode.model.errors import DamagedProject, QcodeError
from qcode.model.messages import QT_TRANSLATE_NOOP
from qcode.paths import data_dir
from qcode.services.project import SUFFIX, Project, clock
from qcode.store import backup
from qcode.store.backup import BackupFile
from qcode.store.failures import EXISTS, explained
from qcode.store.files import leave_one_file
from qcode.store.store import Store

SOON = timedelta(minutes=10)

__all__ = [
    "BackupFile",
    "KeptProject",
    "Restored",
    "back_up",
    "back_up_file",
    "back_up_on_opening",
    "back_up_to",
    "before_migration",
    "keep_deleted",
    "kept_projects",
    "listed",
    "restore",
    "steps_since",
]


def folder() -> Path:
    """Where the backups of all projects are kept."""
    return data_dir() / "backups"


def back_up(project: Project, reason: str = "opened") -> BackupFile:
    """Keep a copy of the project's present state in the user's data folder.

    A state that is kept there already is not copied again; old copies go by rotation. Can run in
    a worker while the project changes: the copy is a snapshot. Raises ``DamagedProject`` rather
    than let copies of a damaged file take the place of sound ones.
    """
    _check(project)
    return backup.keep(project.path, folder(), reason, datetime.now(UTC))


def back_up_on_opening(project: Project) -> BackupFile | None:
    """Keep a copy of the state found on opening, unless one of the last ten minutes is kept."""
    newest = listed(project.guid)[:1]
    if newest and datetime.now(UTC) - newest[0].at < SOON:
        return None
    return back_up(project)


def back_up_to(path: Path, target: Path) -> Path:
    """Write a copy of the project file at ``path`` to ``target``; refuses to replace a file."""
    if target.is_dir():
        target = target / path.name
    if target.exists():
        raise QcodeError(EXISTS, file=str(target))
    _require_sound(path)
    backup.copy_database(path, target)
    return target


def back_up_file(path: Path, reason: str) -> BackupFile:
    """Keep a copy of the closed or open project file at ``path`` in the user's data folder."""
    _require_sound(path)
    return backup.keep(path, folder(), reason, datetime.now(UTC))


def keep_deleted(store: Store) -> BackupFile:
    """Keep a copy of a file that was deleted while it was open, before it is closed."""
    with tempfile.TemporaryDirectory(prefix="qcode-deleted-") as scratch:
        copy = Path(scratch) / store.path.name
        store.copy_deleted(copy)
        return backup.keep(copy, folder(), "deleted", datetime.now(UTC))


def before_migration(path: Path) -> None:
    """Keep a copy before the file is brought to a newer schema."""
    backup.keep(path, folder(), "migration", datetime.now(UTC))


def listed(guid: str) -> list[BackupFile]:
    """Return the backups of the project with this GUID, newest first."""
    return backup.listed(folder(), guid)


@dataclass(frozen=True, slots=True)
class KeptProject:
    """A project of which backups are kept: its GUID, its name in the newest, and all of them."""

    guid: str
    name: str
    backups: tuple[BackupFile, ...]


def kept_projects() -> list[KeptProject]:
    """Return all projects of which backups are kept, the latest first.

    One whose newest backup cannot be opened goes by its GUID.
    """
    try:
        homes = [home for home in folder().iterdir() if home.is_dir()]
    except OSError:
        return []
    found = [(home.name, kept) for home in homes if (kept := listed(home.name))]
    found.sort(key=lambda pair: pair[1][0].at, reverse=True)
    return [KeptProject(guid, _name_in(kept[0].path) or guid, tuple(kept)) for guid, kept in found]


def _name_in(path: Path) -> str:
    try:
        with Project.open(path, read_only=True) as project:
            return project.name
    except QcodeError:
        return ""


def steps_since(project: Project, kept: Iterable[BackupFile]) -> dict[Path, int]:
    """Return how many steps were done after each backup, where that can be told.

    It cannot for a backup of a course that was left by restoring another.
    """
    found: dict[Path, int] = {}
    with project.read() as connection:
        for one in kept:
            at = connection.run("SELECT at FROM step WHERE id = ?", (one.step,)).value()
            if at is not None and datetime.fromisoformat(at) <= one.at:
                found[one.path] = connection.run(
                    "SELECT count(*) FROM step WHERE id > ?", (one.step,)
                ).value()
    return found


@dataclass(frozen=True, slots=True)
class Restored:
    """What became of the file that stood where a backup was put: kept as a backup, set aside, or
    neither, when there was none."""

    kept: BackupFile | None = None
    set_aside: Path | None = None


def restore(source: Path, target: Path) -> Restored:
    """Put the backup ``source`` in the place of the project ``target``.

    What stood at ``target`` is backed up first. A target too damaged to be copied as a project is
    set aside beside it, never thrown away. Both happen under the write lock; the new file appears
    in one piece or not at all.
    Raises ``QcodeError`` when the source is no sound project, or the target is in use, a backup
    itself, or no project file.
    """
    _require_sound(source)
    if source.resolve() == target.resolve():
        raise QcodeError(
            QT_TRANSLATE_NOOP("core", "{file} cannot be restored onto itself."), file=str(target)
        )
    if folder().resolve() in target.resolve().parents:
        raise QcodeError(
            QT_TRANSLATE_NOOP(
                "core", "{file} is a backup itself. Name the backup first, then the project."
            ),
            file=str(target),
        )
    if not target.exists():
        backup.copy_database(source, target)
        return Restored()
    if not target.is_file() or target.suffix.lower() != SUFFIX:
        raise QcodeError(
            QT_TRANSLATE_NOOP("core", "{file} is not a qcode project and is not replaced."),
            file=str(target),
        )
    real = target.resolve()
    with (
        Store.locked(real, "qcode restore", clock()),
        explained(target),
        tempfile.TemporaryDirectory(prefix=".qcode-restore-", dir=real.parent) as scratch,
    ):
        # Copied before rotation, which might let the very backup go that is being restored.
        draft = Path(scratch) / "restored.qcode"
        backup.copy_database(source, draft)
        done = _put_away(real)
        leave_one_file(real)
        backup.copy_database(draft, real)
    return done


def _put_away(target: Path) -> Restored:
    try:
        return Restored(kept=back_up_file(target, "restore"))
    except QcodeError:
        stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S%f")
        aside = target.with_name(f"{target.name}.damaged-{stamp}")
        for suffix in ("", "-wal", "-journal"):
            part = target.with_name(target.name + suffix)
            if part.exists():
                shutil.copyfile(part, aside.with_name(aside.name + suffix))
        return Restored(set_aside=aside)


def _require_sound(path: Path) -> None:
    """Open and close ``path`` for reading, so that a wrong or damaged file is refused by name."""
    with Project.open(path, read_only=True) as project:
        _check(project)


def _check(project: Project) -> None:
    with project.read() as connection:
        for line in backup.quick_check(connection):
            raise DamagedProject(
                QT_TRANSLATE_NOOP(
                    "core",
                    "{file} is damaged and cannot be read completely ({detail})."
                    " Restore a backup of it; nothing was changed.",
                ),
                file=str(project.path),
                detail=" ".join(line.split()),
            )
