"""Copies of a project: consistent while it is open, rotated, and put back whole.

Backups live in the user's data folder, ``backups/<project guid>/<time>-<reason>.qcode``, each with
the number of the last step it holds. A copy of a state that is already kept is not made twice.
"""

from __future__ import annotations

import os
import re
import sqlite3
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Connection

from qcode.store.engine import connect
from qcode.store.failures import explained

NEWEST_KEPT = 8
_NAME = re.compile(r"(?P<at>\d{8}T\d{6}\d{3}Z)-(?P<reason>[a-z]+)-(?P<step>\d+)\.qcode\Z")


@dataclass(frozen=True, slots=True)
class BackupFile:
    """One backup in the user's data folder. ``at`` is UTC; ``step`` the last step it holds."""

    path: Path
    at: datetime
    reason: str
    step: int
    size: int


def copy_database(source: Path, target: Path) -> None:
    """Write a consistent copy of a project that may be open and changing; replaces ``target``.

    The copy is one file without a write-ahead log and appears only when it is complete.
    """
    with explained(target):
        handle, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
        os.close(handle)
        draft = Path(name)
        try:
            with explained(source):
                origin = connect(source, "ro")
            try:
                copy = sqlite3.connect(draft, isolation_level=None)
                try:
                    with explained(source):
                        origin.backup(copy)  # one step: a snapshot, whatever is written meanwhile
                    copy.execute("PRAGMA journal_mode=DELETE")
                finally:
                    copy.close()
            finally:
                origin.close()
            draft.replace(target)
        finally:
            draft.unlink(missing_ok=True)


def quick_check(connection: Connection) -> list[str]:
    """Return SQLite's own findings about the file, empty when it can be read completely."""
    lines = connection.exec_driver_sql("PRAGMA quick_check(5)").scalars()
    return [str(line) for line in lines if line != "ok"]


def identity(path: Path) -> tuple[str, int]:
    """Return the project's GUID and the number of its last step."""
    with explained(path):
        connection = connect(path, "ro")
        try:
            (guid,) = connection.execute("SELECT guid FROM project").fetchone() or ("unnamed",)
            (step,) = connection.execute("SELECT coalesce(max(id), 0) FROM step").fetchone()
        finally:
            connection.close()
    return str(guid), int(step)


def keep(project: Path, folder: Path, reason: str, at: datetime) -> BackupFile:
    """Back ``project`` up into ``folder`` unless this state is kept there already; then rotate.

    ``reason`` is one lower-case word. Returns the backup that holds the state.
    """
    guid, step = identity(project)
    home = folder / guid
    with explained(home):
        home.mkdir(parents=True, exist_ok=True)
    for old in listed(folder, guid):
        if old.step == step:
            return old
    stamp = at.astimezone(UTC).strftime("%Y%m%dT%H%M%S%f")[:-3]
    target = home / f"{stamp}Z-{reason}-{step}.qcode"
    copy_database(project, target)
    kept = _parsed(target)
    assert kept is not None
    for spare in superfluous(listed(folder, guid), at):
        spare.path.unlink(missing_ok=True)
    return kept


def listed(folder: Path, guid: str) -> list[BackupFile]:
    """Return the backups of a project, newest first."""
    home = folder / guid
    if not home.is_dir():
        return []
    found = [backup for path in home.iterdir() if (backup := _parsed(path)) is not None]
    return sorted(found, key=lambda backup: (backup.at, backup.step), reverse=True)


def superfluous(backups: Iterable[BackupFile], now: datetime) -> list[BackupFile]:
    """Return which backups rotation lets go.

    Kept are the newest eight, then the last of each hour for a day, of each day for a month, and
    of each month for good.
    """
    spare: list[BackupFile] = []
    seen: set[str] = set()
    newest_first = sorted(backups, key=lambda backup: (backup.at, backup.step), reverse=True)
    for place, backup in enumerate(newest_first):
        age = now - backup.at
        if age.days < 1:
            slot = backup.at.strftime("hour %Y%m%d%H")
        elif age.days < 31:
            slot = backup.at.strftime("day %Y%m%d")
        else:
            slot = backup.at.strftime("month %Y%m")
        if place >= NEWEST_KEPT and slot in seen:
            spare.append(backup)
        seen.add(slot)
    return spare


def _parsed(path: Path) -> BackupFile | None:
    found = _NAME.match(path.name)
    if found is None:
        return None
    try:
        at = datetime.strptime(found["at"], "%Y%m%dT%H%M%S%fZ").replace(tzinfo=UTC)
        size = path.stat().st_size
    except (ValueError, OSError):
        return None
    return BackupFile(path, at, found["reason"], int(found["step"]), size)
