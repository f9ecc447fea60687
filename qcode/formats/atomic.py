"""Write a file as a whole or not at all.

An export that fails half-way (disk full, cancelled, a bug) leaves the older file as it was: the new
one is written under another name in the same folder and takes the old one's place in one step.
"""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
import shutil
from collections.abc import Iterator
from pathlib import Path

from qcode.model.errors import QcodeError
from qcode.model.messages import QT_TRANSLATE_NOOP

# Not every system has a number for "quota exceeded".
_FULL = {errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)}
_REFUSED = QT_TRANSLATE_NOOP(
    "core",
    "Cannot write {path}: it is read-only, or another program holds it. "
    "Close it there, or choose another name.",
)


@contextlib.contextmanager
def replacing(path: str | os.PathLike[str]) -> Iterator[Path]:
    """Give a temporary file beside ``path``; when the block ends well it becomes ``path``.

    The temporary file exists and is empty. It is removed when the block raises, whatever it
    raises. A link is followed, so that the file it points to is replaced. Permissions of an
    existing file are kept.

    Raises ``QcodeError`` that names ``path`` when its folder is missing, it is a folder or
    something else that cannot be replaced, it is read-only or held by another program, the disk is
    full, or the system reports another error while the block writes.
    """
    target = Path(os.path.realpath(path))
    shown = os.fspath(path)
    # A short name of its own, since the target's may already be as long as a name can be.
    temporary = target.parent / f".qcode-{secrets.token_hex(8)}.tmp"
    try:
        _check_target(target, shown)
        temporary.touch(exist_ok=False)
        yield temporary
        if target.exists():
            shutil.copymode(target, temporary)
        _flush(temporary)
        temporary.replace(target)
    except OSError as error:
        raise _explained(error, shown) from error
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)


def _check_target(target: Path, shown: str) -> None:
    if not target.parent.is_dir():
        raise QcodeError(
            QT_TRANSLATE_NOOP("core", "Cannot write {path}: the folder {folder} does not exist."),
            path=shown,
            folder=str(target.parent),
        )
    if target.is_dir():
        raise QcodeError(
            QT_TRANSLATE_NOOP("core", "Cannot write {path}: it is a folder."), path=shown
        )
    if target.exists() and not target.is_file():
        raise QcodeError(
            QT_TRANSLATE_NOOP("core", "Cannot write {path}: it is not an ordinary file."),
            path=shown,
        )
    # Replacing needs no right to write the old file, but a file that was made read-only is meant
    # to stay as it is.
    if target.exists() and not os.access(target, os.W_OK):
        raise QcodeError(_REFUSED, path=shown)


def _flush(path: Path) -> None:
    """Bring the bytes to the disk before the old file goes; a full disk may only show here."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _explained(error: OSError, shown: str) -> QcodeError:
    if error.errno in _FULL:
        return QcodeError(
            QT_TRANSLATE_NOOP("core", "Cannot write {path}: the disk is full."), path=shown
        )
    if isinstance(error, PermissionError):
        return QcodeError(_REFUSED, path=shown)
    if error.errno == errno.ENAMETOOLONG:
        return QcodeError(
            QT_TRANSLATE_NOOP("core", "Cannot write {path}: the name is too long."), path=shown
        )
    return QcodeError(
        QT_TRANSLATE_NOOP("core", "Cannot write {path}: {reason}."),
        path=shown,
        reason=error.strerror or type(error).__name__,
    )
