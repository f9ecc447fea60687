"""Plain text: bytes to characters, and nothing about the characters altered but their newlines.

Order of the guess (``encoding="auto"``): byte order mark; NUL bytes (UTF-16 or UTF-32 without
mark); strict UTF-8; a guess among the older encodings. The whole text must decode strictly.
CRLF, CR and U+2029 become LF and a leading byte order mark goes. Everything else stays, U+0085,
U+2028, form feeds and no-break spaces among it, so that positions agree with other programs.
"""

from __future__ import annotations

import codecs
from typing import NamedTuple

from qcode.formats import guessing
from qcode.model.errors import QcodeError
from qcode.model.messages import QT_TRANSLATE_NOOP

MAX_FILE_BYTES = 200_000_000
MAX_LINE_CHARACTERS = 50_000_000
MAX_CONTROL_SHARE = 0.02
_PREVIEW_BYTES = 262_144

ENCODINGS: tuple[tuple[str, str], ...] = (
    ("auto", QT_TRANSLATE_NOOP("core", "Recognise by itself")),
    ("utf-8", QT_TRANSLATE_NOOP("core", "Unicode (UTF-8)")),
    ("utf-16", QT_TRANSLATE_NOOP("core", "Unicode (UTF-16)")),
    ("utf-16-le", QT_TRANSLATE_NOOP("core", "Unicode (UTF-16, little-endian)")),
    ("utf-16-be", QT_TRANSLATE_NOOP("core", "Unicode (UTF-16, big-endian)")),
    ("gb18030", QT_TRANSLATE_NOOP("core", "Chinese, simplified (GB18030, GBK, GB2312)")),
    ("big5", QT_TRANSLATE_NOOP("core", "Chinese, traditional (Big5)")),
    ("big5hkscs", QT_TRANSLATE_NOOP("core", "Chinese, traditional (Big5, Hong Kong)")),
    ("cp932", QT_TRANSLATE_NOOP("core", "Japanese (Shift JIS)")),
    ("euc_jp", QT_TRANSLATE_NOOP("core", "Japanese (EUC)")),
    ("cp949", QT_TRANSLATE_NOOP("core", "Korean (EUC, Windows 949)")),
    ("cp1252", QT_TRANSLATE_NOOP("core", "Western European (Windows 1252, Latin 1)")),
    ("cp1250", QT_TRANSLATE_NOOP("core", "Central European (Windows 1250)")),
    ("cp1251", QT_TRANSLATE_NOOP("core", "Cyrillic (Windows 1251)")),
    ("koi8_r", QT_TRANSLATE_NOOP("core", "Cyrillic (KOI8-R)")),
    ("cp1253", QT_TRANSLATE_NOOP("core", "Greek (Windows 1253)")),
    ("cp1254", QT_TRANSLATE_NOOP("core", "Turkish (Windows 1254)")),
    ("cp1255", QT_TRANSLATE_NOOP("core", "Hebrew (Windows 1255)")),
    ("cp1256", QT_TRANSLATE_NOOP("core", "Arabic (Windows 1256)")),
    ("cp1257", QT_TRANSLATE_NOOP("core", "Baltic (Windows 1257)")),
    ("cp874", QT_TRANSLATE_NOOP("core", "Thai (Windows 874)")),
    ("mac_roman", QT_TRANSLATE_NOOP("core", "Western European (Macintosh)")),
)
"""What the user can choose from: codec name and label; the first lets the program decide."""

# The four-byte marks come first: that of UTF-32 (little-endian) begins like that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
# Python calls these text encodings, but no text is written in them.
_NO_TEXT_CODECS = {"idna", "punycode", "undefined", "unicode-escape", "raw-unicode-escape", "utf-7"}
_LAYOUT = "\t\n\v\f\r"
_CONTROLS = bytes(byte for byte in range(32) if chr(byte) not in _LAYOUT)


class Decoded(NamedTuple):
    """A text with LF newlines and the codec by which it was read."""

    text: str
    codec: str


def decode(data: bytes, encoding: str = "auto") -> Decoded:
    """Return the text of ``data`` and its codec; see the module's description for the order.

    An ``encoding`` other than ``auto`` is taken at its word and strictly.

    Raises:
        QcodeError: more than ``MAX_FILE_BYTES`` bytes; an unknown encoding; bytes that the
            encoding does not allow (with byte offset from 0, and line); NUL or too many other
            control characters; a line of more than ``MAX_LINE_CHARACTERS`` characters.
    """
    check_size(len(data))
    decoded = _automatic(data) if encoding == "auto" else _strict(data, _codec(encoding))
    text = normalised_newlines(decoded.text.removeprefix("\ufeff"))
    _check_is_text(text)
    return Decoded(text, decoded.codec)


def preview(data: bytes, encoding: str = "auto", characters: int = 2000) -> Decoded:
    """Return the first ``characters`` code points as ``encoding`` shows them, for a dialog.

    ``data`` may be the beginning of a file. Bytes that the encoding does not allow show as
    U+FFFD, so that a wrong choice is seen.

    Raises:
        QcodeError: as ``decode`` does for ``auto``; for a named encoding only if it is unknown.
    """
    head = data[:_PREVIEW_BYTES]
    codec = _codec_of_beginning(head) if encoding == "auto" else _codec(encoding)
    decoder = codecs.getincrementaldecoder(codec)("replace")
    text = normalised_newlines(decoder.decode(head, final=False).removeprefix("\ufeff"))
    return Decoded(text[:characters], codec)


def normalised_newlines(text: str) -> str:
    """Return ``text`` with CRLF, CR and U+2029 as LF."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text.replace("\u2029", "\n")


def check_size(size: int) -> None:
    """Raise QcodeError if a file of ``size`` bytes is too large to be read as a text."""
    if size > MAX_FILE_BYTES:
        raise QcodeError(
            QT_TRANSLATE_NOOP(
                "core",
                "It is {size} MB large, and at most {limit} MB are read. Split it and try again.",
            ),
            size=size // 1_000_000,
            limit=MAX_FILE_BYTES // 1_000_000,
        )


def _automatic(data: bytes) -> Decoded:
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return _strict(data, codec)
    if b"\0" in data:
        return _with_nul(data)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        failure = error
    if guessing.nearly_utf8(data):
        raise _undecodable(data, "utf-8", failure)
    for codec in guessing.legacy_candidates(data):
        try:
            return Decoded(data.decode(codec), codec)
        except UnicodeDecodeError:
            continue
    raise QcodeError(
        QT_TRANSLATE_NOOP(
            "core",
            "Its encoding was not recognised: it is not UTF-8 from byte {offset} (line {line}) on. "
            "Choose the encoding, or check that it is a text.",
        ),
        offset=failure.start,
        line=_line_of_byte(data, "utf-8", failure.start),
    )


def _with_nul(data: bytes) -> Decoded:
    for codec in ("utf-32-le", "utf-32-be"):
        if len(data) % 4 == 0:
            try:
                return Decoded(data.decode(codec), codec)
            except UnicodeDecodeError:
                continue
    found = guessing.utf16_without_mark(data)
    if found:
        return _strict(data, found)
    raise _no_text(data.count(b"\n", 0, data.index(0)) + 1)


def _strict(data: bytes, codec: str) -> Decoded:
    try:
        return Decoded(data.decode(codec), codec)
    except UnicodeDecodeError as error:
        raise _undecodable(data, codec, error) from error
    except UnicodeError as error:
        raise QcodeError(
            QT_TRANSLATE_NOOP("core", "It is not a text in the encoding {encoding}."),
            encoding=codec,
        ) from error


def _codec(encoding: str) -> str:
    try:
        name = codecs.lookup(encoding.strip()).name
        "a".encode(name)
    except (LookupError, ValueError):
        name = ""
    if not name or name.replace("_", "-") in _NO_TEXT_CODECS:
        raise QcodeError(
            QT_TRANSLATE_NOOP("core", "There is no text encoding called {encoding}."),
            encoding=encoding,
        )
    return "utf-8" if name == "utf-8-sig" else name


def _undecodable(data: bytes, codec: str, error: UnicodeDecodeError) -> QcodeError:
    return QcodeError(
        QT_TRANSLATE_NOOP(
            "core",
            "It is not sound {encoding}: byte {offset} (line {line}) does not fit. "
            "Choose another encoding, or repair the text.",
        ),
        encoding=codec.upper(),
        offset=error.start,
        line=_line_of_byte(data, codec, error.start),
    )


def _line_of_byte(data: bytes, codec: str, offset: int) -> int:
    before = data[:offset].decode(codec, errors="ignore")
    return normalised_newlines(before).count("\n") + 1


def _codec_of_beginning(head: bytes) -> str:
    """Return the codec of a text that begins with ``head``, which may end inside a character."""
    if b"\0" not in head:
        try:
            codecs.getincrementaldecoder("utf-8")().decode(head, final=False)
        except UnicodeDecodeError:
            pass
        else:
            return "utf-8"
    whole = head
    if len(head) == _PREVIEW_BYTES:
        end = head.rfind(b"\n") + 1
        # In UTF-16 and UTF-32 a newline has up to three more bytes around it.
        whole = head[: end - end % 4] if b"\0" in head else head[:end]
    return _automatic(whole or head).codec


def _check_is_text(text: str) -> None:
    _check_lines(text)
    try:
        # Much faster than searching the characters, and lone surrogates show at once.
        encoded = text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise _no_text(_line_of(text, error.start)) from error
    controls = len(encoded) - len(encoded.translate(None, _CONTROLS))
    if not controls:
        return
    first = text.find("\0")
    if first < 0 and controls > MAX_CONTROL_SHARE * len(text):
        first = next(at for at, char in enumerate(text) if char < " " and char not in _LAYOUT)
    if first >= 0:
        raise _no_text(_line_of(text, first))


def _check_lines(text: str) -> None:
    start = 0
    while len(text) - start > MAX_LINE_CHARACTERS:
        newline = text.rfind("\n", start, start + MAX_LINE_CHARACTERS + 1)
        if newline < 0:
            raise QcodeError(
                QT_TRANSLATE_NOOP(
                    "core",
                    "Line {line} is longer than {limit} million characters and cannot be shown.",
                ),
                line=_line_of(text, start),
                limit=MAX_LINE_CHARACTERS // 1_000_000,
            )
        start = newline + 1


def _line_of(text: str, position: int) -> int:
    return text.count("\n", 0, position) + 1


def _no_text(line: int) -> QcodeError:
    return QcodeError(
        QT_TRANSLATE_NOOP("core", "It is not a text: line {line} holds control characters."),
        line=line,
    )
