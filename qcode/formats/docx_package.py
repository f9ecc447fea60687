"""The zip around a Word document: its main part, fetched without trusting the file."""

from __future__ import annotations

import re
import zipfile
import zlib
from typing import BinaryIO

from qcode.model.errors import QcodeError
from qcode.model.messages import QT_TRANSLATE_NOOP

MAX_UNPACKED_BYTES = 300_000_000
MAX_RATIO = 200
"""How many times larger than packed a part may be; looked at from ``RATIO_FROM_BYTES`` on."""
RATIO_FROM_BYTES = 20_000_000
MAX_PARTS = 50_000

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_OFFICE_DOCUMENT = re.compile(rb"<(?:\w+:)?Relationship\b[^>]*/officeDocument[\"'][^>]*>")
_TARGET = re.compile(rb"\bTarget\s*=\s*[\"']/?([^\"']+)[\"']")
_BROKEN = QT_TRANSLATE_NOOP("core", "It is damaged: the Word document cannot be unpacked.")
_ZIP_ERRORS = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    KeyError,
    ValueError,
    NotImplementedError,
    OverflowError,
    MemoryError,
    OSError,
)


def main_part(file: BinaryIO) -> bytes:
    """Return the XML of the document in the Word file ``file``.

    Raises:
        QcodeError: the file is protected by a password, of the old binary kind, no Word document,
            damaged, or unpacks to more than it should.
    """
    _check_first_bytes(file)
    try:
        with zipfile.ZipFile(file) as package:
            _check(package)
            return _unpacked(package, _main_part(package))
    except RuntimeError as error:  # zipfile's word for a part with a password
        if isinstance(error, NotImplementedError):
            raise QcodeError(_BROKEN) from error
        raise _protected() from error
    except _ZIP_ERRORS as error:
        raise QcodeError(_BROKEN) from error


def _check_first_bytes(file: BinaryIO) -> None:
    head = file.read(len(_OLE))
    if head == _OLE:
        if _ENCRYPTED in file.read():
            raise _protected()
        raise QcodeError(
            QT_TRANSLATE_NOOP(
                "core",
                "It is of the old Word kind (.doc). Save it as .docx in Word or LibreOffice.",
            )
        )
    if not head.startswith(b"PK"):
        raise QcodeError(QT_TRANSLATE_NOOP("core", "It is not a Word document (.docx)."))
    file.seek(0)


def _check(package: zipfile.ZipFile) -> None:
    parts = package.infolist()
    if len(parts) > MAX_PARTS or sum(part.file_size for part in parts) > MAX_UNPACKED_BYTES:
        raise _too_large()
    for part in parts:
        name = part.filename.replace("\\", "/")
        if name.startswith("/") or ".." in name.split("/") or ":" in name.split("/")[0]:
            raise QcodeError(
                QT_TRANSLATE_NOOP(
                    "core", "It is no sound Word document: a part of it points outside ({part})."
                ),
                part=part.filename.encode("utf-8", "replace").decode("utf-8")[:80],
            )


def _main_part(package: zipfile.ZipFile) -> zipfile.ZipInfo:
    """Return the main part: where the relationships say, else at its usual place."""
    names = {part.filename.lower(): part for part in package.infolist()}
    candidates = ["word/document.xml"]
    relationships = names.get("_rels/.rels")
    if relationships is not None and relationships.file_size < 1_000_000:
        for relationship in _OFFICE_DOCUMENT.findall(_unpacked(package, relationships)):
            target = _TARGET.search(relationship)
            if target:
                candidates.insert(0, target[1].decode("utf-8", "replace").lower())
    for name in candidates:
        part = names.get(name)
        if part is not None and name.startswith("word/"):
            _check_ratio(part)
            return part
    raise QcodeError(
        QT_TRANSLATE_NOOP("core", "It is a zip file, but not a Word document (.docx).")
    )


def _unpacked(package: zipfile.ZipFile, part: zipfile.ZipInfo) -> bytes:
    """Return the bytes of ``part``, never more than its size as stated (which may be a lie)."""
    if part.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise QcodeError(_BROKEN)
    with package.open(part) as stream:
        return stream.read(part.file_size + 1)


def _check_ratio(part: zipfile.ZipInfo) -> None:
    if part.file_size > RATIO_FROM_BYTES and part.file_size > MAX_RATIO * part.compress_size:
        raise _too_large()


def _too_large() -> QcodeError:
    return QcodeError(
        QT_TRANSLATE_NOOP(
            "core", "It unpacks to far more than a document of its size should and was not read."
        )
    )


def _protected() -> QcodeError:
    return QcodeError(
        QT_TRANSLATE_NOOP(
            "core", "It is protected by a password. Save it without one and try again."
        )
    )
