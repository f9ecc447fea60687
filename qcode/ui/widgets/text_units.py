"""Units of a text that a reader selects at once: word, sentence, paragraph.

All positions are code points of the stored text. Chinese and Japanese have no spaces: there a word
is taken as the run of ideographs up to a particle or a mark, which selects a phrase to code rather
than one character or half a paragraph.
"""

from __future__ import annotations

import regex

from qcode.model.span import Span
from qcode.ui.widgets.graphemes import cluster_end, cluster_start

_REACH = 4000
_IDEOGRAPH = regex.compile(r"[\p{Han}々〆ヶ]")
_KANA = regex.compile(r"[\p{Hiragana}]|[\p{Katakana}ー]")
_LETTER = regex.compile(r"[\p{L}\p{M}\p{N}_\u200c\u200d]")
_JOINER = "'’-‑·"
# Function words that end a phrase; each is one character, so none of them hides inside a noun
# so often that the selection would suffer.
_PARTICLES = frozenset(
    "的地得了着过和与及或把被将让给对向从在是也都就才又还很不我你他她它们这那之其"
)
_SENTENCE_END = regex.compile(
    r"[。！？!?…]+[”’」』）\")\]]*\s*|\.+[”’\")\]]*(?:\s+|(?=\n)|$)|[；;]\s*|\n+"
)


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


def sentence_at(text: str, position: int) -> Span:
    """The sentence around ``position``, without the white space that follows it."""
    paragraph = paragraph_at(text, position)
    low = max(paragraph.start, position - _REACH)
    high = min(paragraph.end, position + _REACH)
    start = low
    for found in _SENTENCE_END.finditer(text, low, high):
        if found.end() > position:
            return _trimmed(text, start, found.end())
        start = found.end()
    return _trimmed(text, start, high)


def paragraph_at(text: str, position: int) -> Span:
    """The paragraph around ``position``, without its new line."""
    at = min(max(position, 0), len(text))
    start = text.rfind("\n", 0, at) + 1
    end = text.find("\n", at)
    return Span(start, len(text) if end < 0 else end)


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


def _trimmed(text: str, start: int, end: int) -> Span:
    while end > start and text[end - 1].isspace():
        end -= 1
    while start < end and text[start].isspace():
        start += 1
    return Span(start, end)
