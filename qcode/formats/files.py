"""Bytes from the disk: what can go wrong with a file before its content is looked at."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

from qcode.formats.texts import check_size
from qcode.model.errors import Cancelled, QcodeError
from qcode.model.messages import QT_TRANSLATE_NOOP, Message

_IN_FILE = QT_TRANSLATE_NOOP("core", "{file}: {reason}")


def read_bytes(path: Path) -> bytes:
    """Return the bytes of ``path``.

    Raises:
        QcodeError: there is no such file, or it is a folder, not readable, empty, or too large
            (told before anything is read).
    """
    try:
        if path.is_dir():
            raise QcodeError(QT_TRANSLATE_NOOP("core", "It is a folder, not a file."))
        if not path.exists():
            raise QcodeError(QT_TRANSLATE_NOOP("core", "There is no such file."))
        if not path.is_file():
            raise QcodeError(QT_TRANSLATE_NOOP("core", "It is not an ordinary file."))
        check_size(path.stat().st_size)
        data = path.read_bytes()
    except ValueError as error:  # a NUL character in the name
        raise QcodeError(QT_TRANSLATE_NOOP("core", "There is no such file.")) from error
    except OSError as error:
        raise QcodeError(
            QT_TRANSLATE_NOOP("core", "It cannot be read ({reason})."),
            reason=error.strerror or type(error).__name__,
        ) from error
    if not data:
        raise QcodeError(QT_TRANSLATE_NOOP("core", "The file is empty."))
    return data


@contextlib.contextmanager
def named(path: Path) -> Iterator[None]:
    """Put the name of the file before the sentence of any expected error raised inside."""
    try:
        yield
    except Cancelled:
        raise
    except QcodeError as error:
        raise QcodeError(
            _IN_FILE, file=printable(path.name or str(path)), reason=error.message
        ) from error


def in_file(path: Path, reason: Message) -> Message:
    """Return the sentence ``reason`` with the name of the file before it."""
    return Message(_IN_FILE, {"file": printable(path.name), "reason": reason})


def printable(name: str) -> str:
    """Return ``name`` with what is not Unicode in it (as file names may have) shown as ``?``."""
    return name.encode("utf-8", "replace").decode("utf-8").replace("\0", "?")
