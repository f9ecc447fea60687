"""SQLite's and the system's complaints, put into sentences that say what to do."""

from __future__ import annotations

import errno
import sqlite3
from contextlib import AbstractContextManager
from pathlib import Path

from qcode.model.errors import DamagedProject, QcodeError, WriteProtected
from qcode.model.messages import QT_TRANSLATE_NOOP

DAMAGED = QT_TRANSLATE_NOOP(
    "core",
    "{file} is damaged and cannot be read completely. Restore a backup of it; nothing was changed.",
)
NOT_A_PROJECT = QT_TRANSLATE_NOOP("core", "{file} is not a qcode project.")
EXISTS = QT_TRANSLATE_NOOP("core", "{file} exists already; choose another name.")
NO_FOLDER = QT_TRANSLATE_NOOP("core", "The folder of {file} does not exist.")
PROTECTED = QT_TRANSLATE_NOOP(
    "core",
    "{file} cannot be written: it or its folder is write-protected. It can be opened read-only.",
)
HALF_A_CHARACTER = QT_TRANSLATE_NOOP(
    "core",
    "The text “{text}” holds half of a character (a lone surrogate), which no file can store."
    " Nothing was changed.",
)

_BY_TEXT: tuple[tuple[str, str], ...] = (
    ("not a database", NOT_A_PROJECT),
    ("malformed", DAMAGED),
    ("could not decode", DAMAGED),
    (
        "disk is full",
        QT_TRANSLATE_NOOP(
            "core",
            "There is no room left on the disk of {file}. The step was not done; everything before"
            " it is saved.",
        ),
    ),
    (
        "readonly database",
        PROTECTED,
    ),
    (
        "database is locked",
        QT_TRANSLATE_NOOP(
            "core", "{file} is in use by another program. Try again when it has finished."
        ),
    ),
    (
        "unable to open",
        QT_TRANSLATE_NOOP("core", "{file} cannot be opened. Check that you may read it."),
    ),
    (
        "disk i/o error",
        QT_TRANSLATE_NOOP(
            "core",
            "{file} could not be read or written: the disk or the network reported an error. "
            "Everything before this step is saved.",
        ),
    ),
)

_KINDS: dict[str, type[QcodeError]] = {DAMAGED: DamagedProject, PROTECTED: WriteProtected}

_BY_ERRNO = {
    errno.ENOENT: QT_TRANSLATE_NOOP("core", "{file} was not found."),
    errno.EACCES: QT_TRANSLATE_NOOP("core", "You have no permission to use {file}."),
    errno.EPERM: QT_TRANSLATE_NOOP("core", "You have no permission to use {file}."),
    errno.EROFS: QT_TRANSLATE_NOOP("core", "{file} is on a disk that cannot be written."),
    errno.ENOSPC: QT_TRANSLATE_NOOP("core", "There is no room left on the disk for {file}."),
    errno.EDQUOT: QT_TRANSLATE_NOOP("core", "There is no room left on the disk for {file}."),
    errno.EISDIR: QT_TRANSLATE_NOOP("core", "{file} is a folder."),
    errno.ENOTDIR: NO_FOLDER,
    errno.EEXIST: EXISTS,
    errno.ENAMETOOLONG: QT_TRANSLATE_NOOP("core", "The name of {file} is too long."),
}


def sentence_for(error: BaseException, path: Path) -> QcodeError | None:
    """Return the sentence for an expected failure of ``path``, or None when it is a bug."""
    if isinstance(error, sqlite3.Error) and not isinstance(error, sqlite3.IntegrityError):
        text = str(error).lower()
        for part, template in _BY_TEXT:
            if part in text:
                return _KINDS.get(template, QcodeError)(template, file=str(path))
    if isinstance(error, UnicodeEncodeError):
        shown = error.object[max(error.start - 20, 0) : error.end + 20]
        return QcodeError(HALF_A_CHARACTER, text=shown.encode("utf-8", "replace").decode("utf-8"))
    if isinstance(error, OSError) and error.errno in _BY_ERRNO:
        return QcodeError(_BY_ERRNO[error.errno], file=str(path))
    return None


def explained(path: Path) -> AbstractContextManager[None]:
    """Turn expected failures of ``path`` inside the block into ``QcodeError``; others pass."""
    return _Explained(path)


class _Explained:
    __slots__ = ("_path",)

    def __init__(self, path: Path) -> None:
        self._path = path

    def __enter__(self) -> None:
        pass

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        if error is not None and (found := sentence_for(error, self._path)) is not None:
            raise found from error
