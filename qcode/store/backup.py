"""Copies of a project: consistent while it is open, rotated, and put back whole.

Backups live in the user's data folder, each as
``backups/<project guid>/<time>-<reason>-<step>-<state>.qcode``: the number of the last step it
holds, and a mark of its state. A state that is kept already is not copied again. The step's number
would not do for that: copies of a project go their own ways under the same numbers, and typing
continues a step.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import sqlite3
import stat
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from qcode.model.errors import QcodeError
from qcode.store.connection import Connection, connect
from qcode.store.failures import NO_FOLDER, explained, sentence_for
from qcode.store.files import COPY, drop_logs, private_copy, usual_mode

NEWEST_KEPT = 8
_NAME = re.compile(
    r"(?P<at>\d{8}T\d{6}\d{3}Z)-(?P<reason>[a-z]+)-(?P<step>\d+)-(?P<state>[0-9a-f]{12})\.qcode\Z"
)


@dataclass(frozen=True, slots=True)
class BackupFile:
    """One backup in the user's data folder.

    ``at`` is UTC, ``step`` the last step it holds, ``size`` in bytes; backups of the same ``state``
    hold the same work.
    """

    path: Path
    at: datetime
    reason: str
    step: int
    size: int
    state: str


def copy_database(source: Path, target: Path) -> None:
    """Write a consistent copy of a project that may be open and changing; replaces ``target``.

    The copy is one file without a write-ahead log and appears only when it is complete. A file that
    is replaced hands on its permissions, and its logs go before it does; a link is followed.
    """
    target = target.resolve()
    with explained(target):
        if not target.parent.is_dir():
            raise QcodeError(NO_FOLDER, file=str(target))
        mode = stat.S_IMODE(target.stat().st_mode) if target.exists() else usual_mode()
        handle, name = tempfile.mkstemp(prefix=".qcode-copy-", dir=target.parent)
        os.close(handle)
        draft = Path(name)
        try:
            _copy(source, draft, target)
            draft.chmod(mode)
            drop_logs(target)
            draft.replace(target)
        finally:
            draft.unlink(missing_ok=True)


def _copy(source: Path, draft: Path, target: Path) -> None:
    scratch: Path | None = None
    with explained(source):
        try:
            origin = _reader(source)
        except sqlite3.OperationalError:  # see Store.open
            scratch = private_copy(source)
            origin = _reader(scratch / COPY)
    try:
        copy = sqlite3.connect(draft, isolation_level=None)
        try:
            origin.backup(copy)  # one step: a snapshot, whatever is written meanwhile
            copy.execute("PRAGMA journal_mode=DELETE")
        except sqlite3.Error as error:
            # Only writing can fill a disk; everything else is the source's own complaint.
            about = target if "full" in str(error) else source
            raise sentence_for(error, about) or error from error
        finally:
            copy.close()
    finally:
        origin.close()
        if scratch is not None:
            shutil.rmtree(scratch, ignore_errors=True)


def _reader(path: Path) -> sqlite3.Connection:
    connection = connect(path, "ro")
    try:
        connection.execute("PRAGMA schema_version").fetchone()
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def quick_check(connection: Connection) -> list[str]:
    """Return SQLite's own findings about the file, empty when it can be read completely."""
    lines = connection.run("PRAGMA quick_check(5)").column()
    return [str(line) for line in lines if line != "ok"]


@dataclass(frozen=True, slots=True)
class Identity:
    """Which project a file holds (GUID), up to which step, and a mark of exactly this state."""

    guid: str
    step: int
    state: str


def identity(path: Path) -> Identity:
    """Return what a project file holds, in terms of its history."""
    with explained(path):
        connection = connect(path, "ro")
        try:
            connection.execute("BEGIN")
            (guid,) = connection.execute("SELECT guid FROM project").fetchone() or ("unnamed",)
            last = connection.execute(
                "SELECT id, guid, at FROM step ORDER BY id DESC LIMIT 1"
            ).fetchone() or (0, "", "")
            (schema,) = connection.execute("PRAGMA user_version").fetchone()
        finally:
            connection.close()
    state = hashlib.sha256(f"{schema} {last[1]} {last[2]}".encode()).hexdigest()[:12]
    return Identity(str(guid), int(last[0]), state)


def keep(project: Path, folder: Path, reason: str, at: datetime) -> BackupFile:
    """Back ``project`` up into ``folder`` unless this state is kept there already; then rotate.

    ``reason`` is one lower-case word. Returns the backup that holds the state.
    """
    found = identity(project)
    home = folder / found.guid
    with explained(home):
        home.mkdir(parents=True, exist_ok=True)
    for old in listed(folder, found.guid):
        if old.state == found.state:
            return old
    stamp = at.astimezone(UTC).strftime("%Y%m%dT%H%M%S%f")[:-3]
    target = home / f"{stamp}Z-{reason}-{found.step}-{found.state}.qcode"
    copy_database(project, target)
    kept = _parsed(target)
    assert kept is not None
    for spare in superfluous(listed(folder, found.guid), at):
        with suppress(OSError):  # one that cannot go now goes next time
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
    return BackupFile(path, at, found["reason"], int(found["step"]), size, found["state"])
