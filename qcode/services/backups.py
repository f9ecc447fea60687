"""Backups of a project: made on opening and before risky steps, listed, put back."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

from qcode.model.errors import QcodeError
from qcode.model.messages import QT_TRANSLATE_NOOP
from qcode.paths import data_dir
from qcode.services.project import Project
from qcode.store import backup
from qcode.store.backup import BackupFile
from qcode.store.store import Store

SOON = timedelta(minutes=10)

__all__ = [
    "BackupFile",
    "back_up",
    "back_up_on_opening",
    "back_up_to",
    "before_migration",
    "listed",
    "restore",
]


def folder() -> Path:
    """Where the backups of all projects are kept."""
    return data_dir() / "backups"


def back_up(project: Project, reason: str = "opened") -> BackupFile:
    """Keep a copy of the project's present state in the user's data folder.

    A state that is kept there already is not copied again; old copies go by rotation. Can run in
    a worker while the project changes: the copy is a snapshot.
    """
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
        raise QcodeError(
            QT_TRANSLATE_NOOP("core", "{file} exists already; choose another name."),
            file=str(target),
        )
    _require_sound(path)
    backup.copy_database(path, target)
    return target


def back_up_file(path: Path, reason: str) -> BackupFile:
    """Keep a copy of the closed or open project file at ``path`` in the user's data folder."""
    _require_sound(path)
    return backup.keep(path, folder(), reason, datetime.now(UTC))


def before_migration(path: Path) -> None:
    """Keep a copy before the file is brought to a newer schema."""
    backup.keep(path, folder(), "migration", datetime.now(UTC))


def listed(guid: str) -> list[BackupFile]:
    """Return the backups of the project with this GUID, newest first."""
    return backup.listed(folder(), guid)


def restore(source: Path, target: Path) -> BackupFile | None:
    """Put the backup ``source`` in the place of the project ``target``.

    What stood at ``target`` is backed up first and that backup returned (None when nothing did).
    A target too damaged to be copied as a project is set aside beside it, never thrown away. Both
    happen under the write lock; the new file appears in one piece or not at all.
    Raises ``QcodeError`` when the source is no sound project or the target is in use.
    """
    _require_sound(source)
    if source.resolve() == target.resolve():
        raise QcodeError(
            QT_TRANSLATE_NOOP("core", "{file} cannot be restored onto itself."), file=str(target)
        )
    if not target.exists():
        backup.copy_database(source, target)
        return None
    with Store.locked(target, "qcode restore", datetime.now().astimezone().strftime("%H:%M")):
        kept: BackupFile | None = None
        try:
            kept = back_up_file(target, "restore")
        except QcodeError:
            stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
            shutil.copyfile(target, target.with_name(f"{target.name}.damaged-{stamp}"))
        backup.copy_database(source, target)
        # A log of the replaced file must not be read into the restored one.
        for suffix in ("-wal", "-shm"):
            target.with_name(target.name + suffix).unlink(missing_ok=True)
    return kept


def _require_sound(path: Path) -> None:
    """Open and close ``path`` for reading, so that a wrong or damaged file is refused by name."""
    with Project.open(path, read_only=True) as project, project.read() as connection:
        for line in backup.quick_check(connection):
            raise QcodeError(
                QT_TRANSLATE_NOOP(
                    "core",
                    "{file} is damaged and cannot be read completely ({detail})."
                    " Restore a backup of it; nothing was changed.",
                ),
                file=str(path),
                detail=line,
            )
