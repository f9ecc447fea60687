"""Any file that can become documents: the reader is chosen by content, then by ending."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Literal, TypeAlias

from qcode.formats import dialects, docx_reading, records, tagged, texts, thesis_page
from qcode.formats.files import in_file, named, printable, read_bytes
from qcode.model.errors import QcodeError
from qcode.model.messages import QT_TRANSLATE_NOOP
from qcode.model.sources import ReadResult, Source

Progress: TypeAlias = Callable[[int, int], None]
"""Told how much of how much is done; may raise ``Cancelled``."""

AsKind: TypeAlias = Literal["auto", "document", "records"]

SUPPORTED_SUFFIXES: tuple[str, ...] = (".txt", ".md", ".markdown", ".docx", ".ris")
"""Endings for file dialogs. A file with another ending that is a text is read as one."""

# First bytes of kinds that are often dropped on the window by mistake. Those of pictures, sounds
# and archives could begin a text as well, but no text has NUL bytes among its letters.
_OTHER_KINDS = (b"%PDF-", b"{\\rtf")
_OTHER_BINARIES = (
    *(b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"RIFF", b"ID3", b"OggS", b"fLaC"),
    *(b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b", b"SQLite format 3"),
)
_OTHER_SUFFIXES = frozenset(
    [
        *(".pdf", ".rtf", ".odt", ".epub", ".html", ".htm", ".xls", ".xlsx", ".ppt", ".pptx"),
        *(".png", ".jpg", ".jpeg", ".gif", ".tif", ".tiff", ".bmp", ".webp", ".heic", ".svg"),
        *(".mp3", ".mp4", ".m4a", ".wav", ".ogg", ".mov", ".avi", ".mkv", ".flac"),
        *(".zip", ".gz", ".7z", ".rar", ".tar", ".exe", ".qcode", ".qdpx"),
    ]
)
_OTHER_RECORDS = frozenset([".bib", ".nbib", ".enw", ".ciw", ".net"])
_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0"


def read_file(
    path: Path,
    as_kind: AsKind = "auto",
    encoding: str = "auto",
    progress: Progress | None = None,
) -> ReadResult:
    """Return the documents that the file ``path`` holds.

    ``as_kind`` ``document`` takes even a list of records as one text; ``records`` refuses what is
    none. ``encoding`` concerns texts only. A document is called like its file without the ending.

    Raises:
        QcodeError: always with the name of the file, and the place where there is one.
    """
    with named(path):
        data = read_bytes(path)
        stem = printable(path.stem)
        if data.startswith((_ZIP, _OLE)) or path.suffix.lower() == ".docx":
            return _word(data, stem, as_kind)
        _refuse_other_kinds(data, path.suffix.lower(), as_kind)
        decoded = texts.decode(data, encoding)
        result = _text(decoded.text, path.suffix.lower(), stem, as_kind, progress)
        problems = tuple(in_file(path, problem) for problem in result.problems)
        return replace(result, problems=problems, encoding=decoded.codec)


def _text(
    text: str, suffix: str, stem: str, as_kind: AsKind, progress: Progress | None
) -> ReadResult:
    if not text.strip():
        raise _no_text()
    if as_kind == "document":
        return ReadResult((Source(name=stem, text=text),))
    if suffix in dialects.RIS.suffixes or tagged.looks_like(text, dialects.RIS):
        result = records.read_records(text, dialects.RIS, stem, progress)
        if not result.sources and not result.problems:
            raise _no_records()
        return result
    if thesis_page.looks_like(text):
        return ReadResult((thesis_page.read_page(text),))
    if as_kind == "records":
        raise _no_records()
    return ReadResult((Source(name=stem, text=text),))


def _word(data: bytes, stem: str, as_kind: AsKind) -> ReadResult:
    if as_kind == "records":
        raise _no_records()
    word = docx_reading.read_docx(io.BytesIO(data))
    if not word.text.strip():
        raise _no_text()
    left_out = {"Notes left out": word.notes, "Comments left out": word.comments}
    fields = {name: str(count) for name, count in left_out.items() if count}
    return ReadResult((Source(name=stem, text=word.text, fields=fields),))


def _refuse_other_kinds(data: bytes, suffix: str, as_kind: AsKind) -> None:
    binary = data.startswith(_OTHER_BINARIES) and b"\0" in data[:4096]
    if binary or data.startswith(_OTHER_KINDS) or suffix in _OTHER_SUFFIXES:
        raise QcodeError(
            QT_TRANSLATE_NOOP(
                "core", "Files of this kind are not read. qcode reads {kinds} and other plain text."
            ),
            kinds=", ".join(SUPPORTED_SUFFIXES),
        )
    if suffix in _OTHER_RECORDS and as_kind != "document":
        raise QcodeError(
            QT_TRANSLATE_NOOP(
                "core", "Records of this kind are not read. Export them as RIS and try again."
            )
        )


def _no_text() -> QcodeError:
    return QcodeError(QT_TRANSLATE_NOOP("core", "The file holds no text."))


def _no_records() -> QcodeError:
    return QcodeError(
        QT_TRANSLATE_NOOP(
            "core", "It holds no records: neither RIS nor the page of a thesis database."
        )
    )
