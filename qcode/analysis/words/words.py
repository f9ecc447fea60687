"""Words of a text: the one at a place, and the steps of a caret that walks by words.

All positions are code points of the stored text. Chinese and Japanese have no spaces: there a word
is taken as the run of ideographs up to a particle or a mark, which selects a phrase to code rather
than one character or half a paragraph.
"""

from __future__ import annotations

from qcode.analysis.words.graphemes import cluster_end, cluster_start
from qcode.analysis.words.late_pattern import LatePattern
from qcode.model.span import Span

_REACH = 4000
_IDEOGRAPH = LatePattern(r"[\p{Han}々〆ヶ]")
_KANA = LatePattern(r"[\p{Hiragana}]|[\p{Katakana}ー]")
_LETTER = LatePattern(r"[\p{L}\p{M}\p{N}_\u200c\u200d]")
_JOINER = "'’-‑·"
# Function words that end a phrase; each is one character, so none of them hides inside a noun
# so often that the selection would suffer.
_PARTICLES = frozenset(
    "的地得了着过和与及或把被将让给对向从在是也都就才又还很不我你他她它们这那之其"
)
_SPACE = LatePattern(r"\s*")
_SPACE_BEFORE = LatePattern(r"(?r)\s*")


def word_at(text: str, position: int) -> Span:
    """The word that contains ``position``; at a mark or space, that one character."""
    if not text:
        return Span(0, 0)
    at = min(max(position, 0), len(text) - 1)
    same = _class_of(text[at])
    if same is None:
        return Span(cluster_start(text, at), cluster_end(text, at + 1))
    start, end = at, at + 1
    low, high = max(0, at - _REACH), min(len(text), at + _REACH)
    while start > low and _continues(text, start - 1, same):
        start -= 1
    while end < high and _continues(text, end, same):
        end += 1
    return Span(cluster_start(text, start), cluster_end(text, end))


def is_wordy(text: str, position: int) -> bool:
    """Whether the character at ``position`` is part of a word rather than a mark or a space."""
    return 0 <= position < len(text) and _class_of(text[position]) is not None


def word_ahead(text: str, position: int) -> Span:
    """The first word, or run of marks, that ends after ``position``; empty at the end."""
    start = _SPACE.match(text, min(max(position, 0), len(text))).end()
    if start >= len(text):
        return Span(len(text), len(text))
    return _run_at(text, start)


def word_behind(text: str, position: int) -> Span:
    """The last word, or run of marks, that begins before ``position``; empty at the beginning."""
    end = _SPACE_BEFORE.match(text, 0, min(max(position, 0), len(text))).start()
    if end <= 0:
        return Span(0, 0)
    return _run_at(text, end - 1)


def _run_at(text: str, at: int) -> Span:
    """The word at ``at``, or all the marks that stand there side by side."""
    if _class_of(text[at]) is not None:
        return word_at(text, at)
    start, end = at, at + 1
    low, high = max(0, at - _REACH), min(len(text), at + _REACH)
    while start > low and _is_mark(text[start - 1]):
        start -= 1
    while end < high and _is_mark(text[end]):
        end += 1
    return Span(cluster_start(text, start), cluster_end(text, end))


def _is_mark(character: str) -> bool:
    return not character.isspace() and _class_of(character) is None


def _class_of(character: str) -> str | None:
    if _IDEOGRAPH.match(character):
        return "particle" if character in _PARTICLES else "han"
    if _KANA.match(character):
        return "hiragana" if "\u3041" <= character <= "\u309f" else "katakana"
    return "letter" if _LETTER.match(character) else None


def _continues(text: str, at: int, same: str) -> bool:
    """Whether ``text[at]`` belongs to the word of class ``same`` next to it."""
    if same == "particle":
        return False
    if _class_of(text[at]) == same:
        return True
    return (
        same == "letter"
        and text[at] in _JOINER
        and 0 < at < len(text) - 1
        and _class_of(text[at - 1]) == "letter"
        and _class_of(text[at + 1]) == "letter"
    )
