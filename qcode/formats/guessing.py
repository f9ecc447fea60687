"""Which encoding a text without a mark is in: guesses for bytes that are not UTF-8.

The user sees the result in a preview and can override it, so a guess only has to be right for
ordinary texts: Chinese, Japanese, Korean, Arabic and Cyrillic of a few sentences, and Western
European. Between Western, Central European, Turkish and Baltic code pages short texts are often
undecidable; Western European wins unless the text speaks against it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

SAMPLE_BYTES = 65_536
_LEGACY = (
    "gb18030",
    "big5",
    "cp932",
    "euc_jp",
    "cp949",
    "cp1252",
    "cp1250",
    "cp1251",
    "cp1253",
    "cp1254",
    "cp1255",
    "cp1256",
    "cp1257",
    "koi8_r",
    "cp874",
)
_LATIN = ("cp1252", "cp1250", "cp1254", "cp1257")
# Files called Big5 are often in Microsoft's or Hong Kong's larger form of it.
_LARGER = {"big5": ("cp950", "big5hkscs")}
# Signs that a Latin text read as cp1252 is not Western: a symbol between two letters (Polish), õ
# outside Portuguese õe (Hungarian ő), ì and ø in one word (Czech ě and ř) …
_CENTRAL = re.compile(
    r"(?<=[^\W\d_])[¡-¶¸-¿×÷](?=[^\W\d_])|õ(?!e)|ì[^\W\d_]*ø|ø[^\W\d_]*ì", re.IGNORECASE
)
# … and ð, þ: Icelandic, but far more often Turkish ğ, ş or Baltic š, ž.
_TURKISH = re.compile("[ðþ]", re.IGNORECASE)
# Two or three of every ten characters of any Chinese text are among these; of another language's
# bytes read as Chinese hardly any.
_COMMON_CHINESE = (
    (
        "gb18030",
        frozenset(
            "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之"
            "年过发后作里用道行所然家事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理"
            "心本前开但因只从想实日者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间"
            "由问很最重并物手应向头文体政相见被利什二等或新己制身果加月话合回特代内信表化老给"
        ),
    ),
    (
        "big5",
        frozenset(
            "的一是不了在人有我他這個們中來上大為和國地到以說時要就出會可也你對生能而子那得於著下自之"
            "年過發後作裡用道行所然家事成方多經麼去法學如都同現當沒動面起看定天分還進好小部其些主樣理"
            "心本前開但因只從想實日者意無力它與長把機十民第公此已工使情明性知全三又關點正業外將兩高間"
            "由問很最重並物手應向頭文體政相見被利什二等或新己制身果加月話合回特代內信表化老給"
        ),
    ),
)
_HIRAGANA = re.compile("[\u3041-\u3096]")
_ASCII = bytes(range(128))
_NOT_ASCII = re.compile(rb"[\x80-\xff]")


def legacy_candidates(data: bytes) -> Iterator[str]:
    """Yield codecs in which ``data``, which is not UTF-8, may be written, the likeliest first.

    A sample around the first byte above 127 is looked at; the caller must still decode the whole
    strictly.
    """
    sample = _sample(data)
    certain = _japanese(sample) or _chinese(sample)
    if certain:
        yield certain
        yield from _LARGER.get(certain, ())
    from charset_normalizer import from_bytes

    matches = list(from_bytes(sample, cp_isolation=list(_LEGACY)))
    if not matches:
        return
    guesses = [match.encoding for match in matches]
    if guesses[0] in _LATIN:
        scores = {match.encoding: match.coherence - match.chaos for match in matches}
        guesses = _latin_order(sample, scores) + [name for name in guesses if name not in _LATIN]
    for name in guesses:
        yield name
        yield from _LARGER.get(name, ())


def utf16_without_mark(data: bytes) -> str | None:
    """Return ``utf-16-le`` or ``utf-16-be`` if ``data``, which has NUL bytes, is such a text.

    Pairs of ASCII letters are Chinese characters in UTF-16. So bytes that are also valid UTF-8
    count as UTF-16 only if few such characters appear: a text with a stray NUL character is a
    damaged text, not a Chinese one.
    """
    if len(data) % 2:
        return None
    may_be_chinese = not _is_utf8(data)
    sample = data[:SAMPLE_BYTES]
    best: tuple[int, str] | None = None
    for codec in ("utf-16-le", "utf-16-be"):
        try:
            text = sample.decode(codec)
        except UnicodeDecodeError as error:
            if len(sample) == len(data) or error.start < len(sample) - 2:
                continue
            # The sample ends between two surrogates.
            text = sample[: error.start].decode(codec)
        strange = sum(unicodedata.category(char) in {"Cn", "Co", "Cc"} for char in text)
        strange -= sum(text.count(char) for char in "\t\n\r\f\v")
        if "\0" in text or strange * 50 > len(text):
            continue
        if not may_be_chinese and sum(char >= "\u2e80" for char in text) * 4 > len(text):
            continue
        # The wrong order of bytes scatters the characters over all of Unicode.
        spread = len({ord(char) >> 8 for char in text})
        if best is None or spread < best[0]:
            best = (spread, codec)
    return best[1] if best else None


def nearly_utf8(data: bytes) -> bool:
    """Whether ``data`` is UTF-8 but for a few broken places, and so nothing else."""
    text = data.decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    ascii_length = len(data) - len(data.translate(None, _ASCII))
    sound = len(text) - broken - ascii_length
    return broken * 20 <= sound


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _sample(data: bytes) -> bytes:
    """Return the part of ``data`` to judge by, cut where no multi-byte character is cut."""
    found = _NOT_ASCII.search(data)
    start = max(0, found.start() - 1024) if found else 0
    end = start + SAMPLE_BYTES
    # Bytes below 0x30 are never the second half of a character in the codecs at hand.
    while start < end < len(data) and data[end - 1] >= 0x30:
        end -= 1
    return data[start:end] if end > start else data[start:]


def _japanese(sample: bytes) -> str | None:
    """Return the Japanese codec under which hiragana is frequent, which no other script shows."""
    for codec in ("cp932", "euc_jp"):
        try:
            text = sample.decode(codec)
        except UnicodeDecodeError:
            continue
        foreign = sum(not char.isascii() for char in text)
        if len(_HIRAGANA.findall(text)) * 5 > foreign:
            return codec
    return None


def _chinese(sample: bytes) -> str | None:
    """Return the Chinese codec under which common characters are frequent."""
    best: tuple[float, str | None] = (0.2, None)
    for codec, common in _COMMON_CHINESE:
        try:
            text = sample.decode(codec)
        except UnicodeDecodeError:
            continue
        foreign = sum(not char.isascii() for char in text)
        best = max(best, (sum(char in common for char in text) / foreign, codec), key=_share)
    return best[1]


def _share(found: tuple[float, str | None]) -> float:
    return found[0]


def _latin_order(sample: bytes, scores: dict[str, float]) -> list[str]:
    try:
        text = sample.decode("cp1252")
    except UnicodeDecodeError:
        text = "ð"
    if _TURKISH.search(text):
        ties = ("cp1254", "cp1257", "cp1250", "cp1252")
    elif _CENTRAL.search(text):
        ties = ("cp1250", "cp1257", "cp1254", "cp1252")
    else:
        return list(_LATIN)
    return sorted(ties, key=lambda name: -scores.get(name, -1.0))
