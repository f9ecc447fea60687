"""Units of a text that a reader selects at once: word, clause, sentence, paragraph.

All positions are code points of the stored text. Marks are read as a person reads them: a point
in 3.5, in Dr. Li or in e.g. ends nothing; what closes a quotation or a bracket belongs to what it
closes, and so does who said it; an ellipsis ends a sentence only where another one visibly begins.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum

from qcode.analysis.words.late_pattern import LatePattern
from qcode.analysis.words.words import word_at
from qcode.model.span import Span

__all__ = ["clause_at", "paragraph_at", "sentence_at", "word_at"]

_REACH = 4000
_NEAR = 40
_HARD = "。．｡！？；؟۔।॥"
_SOFT = "，、：､,:;،؛—―–-"
_CLOSERS = frozenset("”’」』）】》〉)]}»›〕］｝〗〙")
_OPENERS = "“‘「『（【《〈([{«‹〔［｛〖〘\"'¿¡"
_MARK = LatePattern(r"[。．｡！？；؟۔।॥!?….]+|[，、：､,:;،؛]|[—―]+|(?<=\s)(?:–|--?)(?=\s)")
_WORDY = LatePattern(r"[\p{L}\p{N}\p{So}]")
_CJK = LatePattern(r"[\p{Han}\p{Hiragana}\p{Katakana}]")
# What may stand right behind a Latin mark that ends something: Chinese puts no space there.
_UNSPACED = LatePattern(r"[\p{Han}\p{Hiragana}\p{Katakana}“‘「『（【《〈]")
_NEXT = LatePattern(rf"(?s)\s*[{re.escape(_OPENERS)}]*(.)")
_BEFORE_POINT = LatePattern(r"(?r)(?:\p{L}\.)*[\p{L}\p{N}’']+")
_INITIALS = LatePattern(r"(?:\p{L}\.)*\p{L}")
_HOURS = frozenset({"a.m", "p.m", "A.M", "P.M"})
# What stands before a point that ends no sentence: always, or only before a number.
_TITLES = LatePattern(
    r"(?i)dr|mr|mrs|ms|mx|prof|st|jr|sr|rev|hon|gen|col|maj|capt|lt|sgt|gov|sen|rep|pres|messrs|mme"
    r"|mlle|mt|ft|ph\.d|cf|cp|vs|al|viz|resp|approx|ca|esp|incl|ibid|tel|ext"
)
_BEFORE_NUMBERS = LatePattern(
    r"(?i)nos?|nr|figs?|vols?|chs?|chap|sect?|arts?|pp?|par|para|eq|tab|app|eds?|pt"
    r"|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec"
)
_NUMBER = LatePattern(r"\s*[\p{Ps}\p{Pi}]*(?:\p{Nd}|[IVXLC]+\b)")
# “走吧！”他小声地说： the quotation is not the whole sentence.
_SAYS = LatePattern(r"\p{Han}{0,8}[说道问喊叫答讲骂嚷念](?:着|了)?[，。：；！？]")
_QUOTES = frozenset('“「『"')


class _Ends(Enum):
    SENTENCE = "sentence"
    CLAUSE = "clause"


def clause_at(text: str, position: int) -> Span:
    """The clause around ``position``: between commas, colons, semicolons, dashes.

    The mark after it stays outside, unless a quotation or bracket closes behind it or the sentence
    ends there. Never reaches beyond ``sentence_at``.
    """
    start, end = _sentence(text, position)
    first = start
    for place, _ in _ends(text, start, end):
        if not _WORDY.search(text, first, place):
            continue
        after = _skip_space(text, place, end)
        if after >= end:
            break
        if position < after:
            return _without_mark(text, first, place)
        first = after
    return _trimmed(text, first, end)


def sentence_at(text: str, position: int) -> Span:
    """The sentence around ``position``, without the white space that follows it."""
    return _trimmed(text, *_sentence(text, position))


def paragraph_at(text: str, position: int) -> Span:
    """The paragraph around ``position``, without its new line."""
    at = min(max(position, 0), len(text))
    start = text.rfind("\n", 0, at) + 1
    end = text.find("\n", at)
    return Span(start, len(text) if end < 0 else end)


def _sentence(text: str, position: int) -> tuple[int, int]:
    """Where the sentence around ``position`` begins and ends; spaces around it may be inside.

    Where no mark is within some thousand characters, it reaches to the end of the paragraph.
    """
    paragraph = paragraph_at(text, position)
    low = max(paragraph.start, position - _REACH)
    high = min(paragraph.end, position + _REACH)
    start = paragraph.start
    for place, kind in _ends(text, low, high):
        if kind is _Ends.SENTENCE:
            after = _skip_space(text, place, high)
            if position < after:
                return start, place
            start = after
    return start, paragraph.end


def _ends(text: str, low: int, high: int) -> Iterator[tuple[int, _Ends]]:
    """Places in ``[low, high)`` after which a sentence or a clause is over, in order."""
    start = low
    for found in _MARK.finditer(text, low, high):
        place = _closed(text, start, found.end(), high)
        kind = _kind(text, start, found.span(), place, high)
        if kind is not None:
            yield place, kind
        if kind is _Ends.SENTENCE:
            start = _skip_space(text, place, high)


def _kind(text: str, start: int, mark: tuple[int, int], place: int, high: int) -> _Ends | None:
    """What ends at ``place``, behind the mark and what it closes; None when nothing does."""
    marks = text[mark[0] : mark[1]]
    if any(character in _HARD for character in marks):
        quoted = place > mark[1] and text[start] in _QUOTES
        return _Ends.CLAUSE if quoted and _SAYS.match(text, place, high) else _Ends.SENTENCE
    following = text[place] if place < high else ""
    parted = not following or following.isspace()
    if "!" in marks or "?" in marks:
        if not (parted or place > mark[1] or _UNSPACED.match(following)):
            return None
        return _Ends.CLAUSE if _goes_on(text, place, high) else _Ends.SENTENCE
    if marks == ".":
        return _at_point(text, start, mark[0], place, high)
    if marks[0] in "….":
        begins = parted and not _goes_on(text, place, high)
        return _Ends.SENTENCE if begins else _Ends.CLAUSE
    if marks in (",", ":", ";"):
        free = parted or place > mark[1] or _UNSPACED.match(following)
        return _Ends.CLAUSE if free else None
    return _Ends.CLAUSE


def _at_point(text: str, start: int, point: int, place: int, high: int) -> _Ends | None:
    """What a single point at ``point`` ends, given that its sentence began at ``start``."""
    following = text[place] if place < high else ""
    if following and not following.isspace():
        between = point > start and _CJK.match(text[point - 1]) and _UNSPACED.match(following)
        return _Ends.SENTENCE if between else None
    if place > point + 1 or not following:
        return None if _goes_on(text, place, high) else _Ends.SENTENCE
    found = _BEFORE_POINT.match(text, start, point)
    before = found.group() if found else ""
    numbered = before.isdigit() and found.start() == start
    if numbered or _goes_on(text, place, high) or _TITLES.fullmatch(before):
        return None
    if _BEFORE_NUMBERS.fullmatch(before):
        return None if _NUMBER.match(text, place, high) else _Ends.SENTENCE
    if found and _is_initial(text, start, found.start(), before):
        return None
    return _Ends.SENTENCE


def _is_initial(text: str, start: int, place: int, letters: str) -> bool:
    """Whether ``letters`` at ``place`` are those of a name (J. R. Smith) or an abbreviation (e.g.).

    ``start`` is where the sentence began. In “So did I.” it is a word.
    """
    if not _INITIALS.fullmatch(letters) or letters in _HOURS or _CJK.match(letters):
        return False
    if letters == "I" and place > start:
        words = text[max(start, place - _NEAR) : place].split()
        return not words or words[-1].endswith(".") or words[-1][0].isupper()
    return _begins(text, place)


def _begins(text: str, place: int) -> bool:
    """Whether a word that starts at ``place`` has nothing but a space or an opener before it."""
    return place == 0 or text[place - 1].isspace() or text[place - 1] in _OPENERS


def _goes_on(text: str, place: int, high: int) -> bool:
    """Whether what follows begins with a small letter, as no sentence does."""
    found = _NEXT.match(text, place, high)
    return bool(found) and found[1].islower()


def _closed(text: str, start: int, place: int, high: int) -> int:
    """The end of the closing quotes and brackets that follow ``place``."""
    while place < high:
        character = text[place]
        if character in "\"'":
            # Straight quotes open as well: one that closes has a partner or nothing after it.
            ahead = text[place + 1] if place + 1 < high else " "
            alone = ahead.isspace() or ahead in _CLOSERS
            if not alone and not (character == '"' and text.count('"', start, place) % 2):
                break
        elif character not in _CLOSERS:
            break
        place += 1
    return place


def _skip_space(text: str, place: int, high: int) -> int:
    while place < high and text[place].isspace():
        place += 1
    return place


def _without_mark(text: str, start: int, end: int) -> Span:
    while end > start and (text[end - 1] in _SOFT or text[end - 1].isspace()):
        end -= 1
    return _trimmed(text, start, end)


def _trimmed(text: str, start: int, end: int) -> Span:
    while end > start and text[end - 1].isspace():
        end -= 1
    while start < end and text[start].isspace():
        start += 1
    return Span(start, end)


def sentence_ends(text: str) -> Iterator[int]:
    """Yield where the sentences of a text end, in order: each goes up to the next, spaces and all.

    A paragraph always ends one. One pass over the text.
    """
    start = 0
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        for place, kind in _ends(text, start, end):
            if kind is _Ends.SENTENCE:
                yield _skip_space(text, place, end)
        yield end + 1
        start = end + 1
