"""What can be imported and how files look, asked before anything is read in: for dialogs."""

from __future__ import annotations

from pathlib import Path

from qcode.formats import reading, texts
from qcode.formats.files import named
from qcode.formats.reading import AsKind
from qcode.model.errors import QcodeError
from qcode.model.messages import QT_TRANSLATE_NOOP, Message

__all__ = ["AsKind", "encoding_name", "encodings", "has_encoding", "preview", "supported_suffixes"]

HEAD = 262_144  # bytes of a file that a preview looks at
_WORD = ".docx"


def supported_suffixes() -> tuple[str, ...]:
    """Return the endings of the files that are offered, in lower case with their dot."""
    return reading.SUPPORTED_SUFFIXES


def encodings() -> tuple[tuple[str, Message], ...]:
    """Return what can be chosen as encoding: codec and name; the first, ``auto``, recognises."""
    return tuple((codec, Message(label)) for codec, label in texts.ENCODINGS)


def encoding_name(codec: str) -> Message:
    """Return what people call ``codec``."""
    for known, name in encodings():
        if known == codec:
            return name
    return Message("{codec}", {"codec": codec.upper()})


def has_encoding(path: Path) -> bool:
    """Whether the encoding of the file can be chosen: of Word files it cannot."""
    return path.suffix.lower() != _WORD


def preview(path: Path, encoding: str = "auto", characters: int = 2000) -> str:
    """Return how the beginning of a file looks in an encoding, for files that cannot be read.

    Bytes that do not fit show as U+FFFD. Raises ``QcodeError`` when the file cannot be opened,
    or when ``auto`` recognises no encoding.
    """
    with named(path):
        try:
            with path.open("rb") as file:
                head = file.read(HEAD)
        except OSError as error:
            raise QcodeError(
                QT_TRANSLATE_NOOP("core", "It cannot be read ({reason})."),
                reason=error.strerror or type(error).__name__,
            ) from error
        return texts.preview(head, encoding, characters).text
