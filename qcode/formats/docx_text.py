"""Text as runs of WordprocessingML, written as strings because a codebook has ten thousands.

Word decides per run which of three fonts a character takes (Latin, East Asian, complex script) and
which way it runs. Two things must be said for that: a hint for punctuation that Chinese and English
share (“ ” … —), and a mark on stretches that run from right to left.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from qcode.formats.printable import printable

_SPECIAL = re.compile('[&<>"\n\t\u2028\u2029\x00-\x1f\x7f\ud800-\udfff\ufffe\uffff]')
_TEXT_OPEN = '<w:t xml:space="preserve">'
_TEXT_CLOSE = "</w:t>"
_ITALIC = "<w:i/><w:iCs/>"
_HINT = '<w:rFonts w:hint="eastAsia"/>'
_BRUSH = '<w:rFonts w:hint="eastAsia" w:eastAsia="KaiTi"/>'
_BREAK = f"{_TEXT_CLOSE}<w:br/>{_TEXT_OPEN}"
_TAB = f"{_TEXT_CLOSE}<w:tab/>{_TEXT_OPEN}"

_CJK = "\u2e80-\u30ff\u3100-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff00-\uffef"
_EAST_ASIAN = re.compile(f"[{_CJK}\U00020000-\U0003ffff]")
_KANA = re.compile("[\u3041-\u3096\u30a1-\u30fa]")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f]")
# Letters of the scripts that run from right to left: Hebrew, Arabic, Syriac, Thaana, N'Ko and
# those of the supplementary blocks up to Adlam (Unicode blocks, bidi classes R and AL).
_RTL = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001eeff"
_RIGHT = re.compile(f"[{_RTL}]")
_ARABIC = re.compile("[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc]")
# Any other letter counts as running from left to right; digits and punctuation are neutral.
_STRONG = re.compile(f"(?P<right>[{_RTL}])|[^\\W\\d_]")
_RIGHT_STRETCH = re.compile(f"[{_RTL}](?:[^\\n{_CJK}A-Za-z\u00c0-\u024f\u0370-\u058f]*[{_RTL}])?")
_LEFT_STRETCH = re.compile(f"[^\\W_{_RTL}](?:[^\\n{_RTL}]*[^\\W_{_RTL}])?")


@dataclass(frozen=True, slots=True)
class Ink:
    """How a run looks: a character style and direct formatting, already as XML.

    ``bold`` and ``rest`` hold ``w:rPr`` children in the order of the schema; what a run adds by
    itself goes before, between and after them. Made by ``ink``.
    """

    style: str = ""
    bold: str = ""
    italic: bool = False
    rest: str = ""

    def properties(self, before: str = "", after: str = "") -> str:
        """Return the ``w:rPr`` element; ``before`` are fonts, ``after`` is the direction."""
        italic = _ITALIC if self.italic else ""
        inside = f"{self.style}{before}{self.bold}{italic}{self.rest}{after}"
        return f"<w:rPr>{inside}</w:rPr>" if inside else ""


PLAIN = Ink()


@lru_cache(maxsize=1024)
def ink(
    *,
    style: str = "",
    bold: bool = False,
    italic: bool = False,
    color: str = "",
    size: float = 0,
) -> Ink:
    """Describe the look of a run: ``color`` is ``#rrggbb``, ``size`` is in points.

    Chinese has no italics: text that is mostly East Asian is set in the brush face KaiTi instead.
    """
    parts = []
    if color:
        parts.append(f'<w:color w:val="{color.lstrip("#").upper()}"/>')
    if size:
        half = round(size * 2)
        parts.append(f'<w:sz w:val="{half}"/><w:szCs w:val="{half}"/>')
    named = f'<w:rStyle w:val="{style}"/>' if style else ""
    return Ink(named, "<w:b/><w:bCs/>" if bold else "", italic, "".join(parts))


def escaped(text: str) -> str:
    """Return ``text`` for an attribute or an element, illegal characters made visible."""
    text = printable(text).replace("&", "&amp;").replace("<", "&lt;")
    return text.replace(">", "&gt;").replace('"', "&quot;")


def runs_right(text: str) -> bool:
    """Whether a paragraph of ``text`` runs from right to left: by its first strong letter."""
    if text.isascii() or _RIGHT.search(text) is None:
        return False
    first = _STRONG.search(text)
    return first is not None and first["right"] is not None


def run(text: str, look: Ink = PLAIN) -> str:
    """Return ``text`` as one run, or as several where its direction changes.

    Line ends become line breaks of the same paragraph, tabs stay tabs.
    """
    if text.isascii() or _RIGHT.search(text) is None:
        return _one(text, look, right=False)
    pieces = []
    right = runs_right(text)
    stretch = _LEFT_STRETCH if right else _RIGHT_STRETCH
    done = 0
    for found in stretch.finditer(text):
        if found.start() > done:
            pieces.append(_one(text[done : found.start()], look, right=right))
        pieces.append(_one(found.group(), look, right=not right))
        done = found.end()
    if done < len(text):
        pieces.append(_one(text[done:], look, right=right))
    return "".join(pieces)


def quoted(text: str) -> str:
    """Put ``text`` between the quotation marks of its own language.

    「 」 for Japanese, « » for Arabic, “ ” for everything else, Chinese of the mainland included.
    White space at both ends is left out: it would stand between mark and word. Marks in the text
    stay as they are. Where such a pair is around all of it, none is added; where one would meet
    another of its kind at either end, the outer ones are ‘ ’, in Japanese 『 』, in Arabic “ ”.
    """
    inner = text.strip()
    marks = _USUAL
    if not inner.isascii():
        if _KANA.search(inner):
            marks = _JAPANESE
        elif runs_right(inner) and _ARABIC.search(inner):
            marks = _ARABIAN
    if marks.around(inner):
        return inner
    before, after = marks.outer if marks.at_an_end(inner) else marks.pairs[0]
    return f"{before}{inner}{after}"


@dataclass(frozen=True, slots=True)
class _Marks:
    """Pairs of quotation marks of one kind, the usual one first, and a pair of another kind."""

    pairs: tuple[tuple[str, str], ...]
    outer: tuple[str, str]

    def at_an_end(self, text: str) -> bool:
        """Whether ``text`` begins or ends with one of them."""
        return bool(text) and any(text[0] in pair or text[-1] in pair for pair in self.pairs)

    def around(self, text: str) -> bool:
        """Whether the mark that ``text`` begins with is closed by its last character."""
        for before, after in self.pairs:
            if len(text) > 1 and text[0] == before:
                depth = 1
                for place, letter in enumerate(text[1:], 1):
                    if letter == after:
                        depth -= 1
                        if not depth:
                            return place == len(text) - 1
                    elif letter == before:
                        depth += 1
        return False


_USUAL = _Marks((("“", "”"), ('"', '"')), ("‘", "’"))
_JAPANESE = _Marks((("「", "」"),), ("『", "』"))
_ARABIAN = _Marks((("«", "»"),), ("“", "”"))


def _one(text: str, look: Ink, *, right: bool) -> str:
    after = "<w:rtl/>" if right else ""
    if text.isascii() or not _mostly_east_asian(text):
        properties = look.properties(after=after)
    elif look.italic:
        properties = replace(look, italic=False).properties(_BRUSH, after)
    else:
        properties = look.properties(_HINT, after)
    if _SPECIAL.search(text) is not None:
        text = escaped(text).replace("\n", _BREAK).replace("\t", _TAB)
        text = text.replace("\u2028", _BREAK).replace("\u2029", _BREAK)
    return f"<w:r>{properties}{_TEXT_OPEN}{text}{_TEXT_CLOSE}</w:r>"


def _mostly_east_asian(text: str) -> bool:
    """Whether shared punctuation is to be East Asian: one such sign says as much as three letters.

    An English sentence with a Chinese word in it keeps its English apostrophes.
    """
    if _EAST_ASIAN.search(text) is None:
        return False
    return 3 * len(_EAST_ASIAN.findall(text)) > len(_LATIN.findall(text))
