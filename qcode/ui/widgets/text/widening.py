"""From a caret or a selection to the next larger unit of the text, and back to smaller ones."""

from __future__ import annotations

from qcode.analysis.words.graphemes import cluster_end, cluster_start
from qcode.analysis.words.units import clause_at, paragraph_at, sentence_at
from qcode.analysis.words.words import is_wordy, word_at
from qcode.model.span import Span

_MARKS = 40
_LONGEST_WORD = 1000
_UNITS = (word_at, clause_at, sentence_at, paragraph_at)


def wider(text: str, span: Span) -> Span:
    """The smallest whole unit that is more than ``span``; ``span`` itself when there is none.

    An empty span is a caret: it begins with the word it stands in or behind. Across several units
    all of them are taken. Paragraphs are the largest unit.
    """
    if not text:
        return span
    if span.start >= span.end:
        return _from_caret(text, span.start)
    for unit in _UNITS if _grows_by_words(text, span) else _UNITS[1:]:
        first, last = unit(text, span.start), unit(text, span.end - 1)
        found = _whole(text, Span(min(first.start, span.start), max(last.end, span.end)))
        if found != span:
            return found
    return span


def narrower(text: str, span: Span, caret: int) -> Span:
    """The largest unit around ``caret`` that is less than ``span``; ``span`` if there is none."""
    if span.start >= span.end:
        return span
    at = min(max(caret, span.start), span.end - 1)
    # Behind the last word there may be marks: the word is what is meant.
    while not is_wordy(text, at) and at > max(span.start, span.end - _MARKS):
        at -= 1
    for unit in reversed(_UNITS if is_wordy(text, at) else _UNITS[1:]):
        found = _whole(text, unit(text, at))
        inside = span.start <= found.start < found.end <= span.end
        if inside and found != span:
            return found
    return span


def _from_caret(text: str, caret: int) -> Span:
    if caret >= len(text) and text.endswith("\n"):
        return Span(caret, caret)
    at = _character_at(text, caret)
    for unit in _UNITS if is_wordy(text, at) else _UNITS[1:]:
        found = _whole(text, unit(text, at))
        if found.start < found.end:
            return found
    return Span(caret, caret)


def _character_at(text: str, caret: int) -> int:
    """The character a caret is about: of the word at it, else before it, else of its paragraph."""
    if is_wordy(text, caret):
        return caret
    if is_wordy(text, caret - 1):
        return caret - 1
    at_end = caret >= len(text) or text[caret].isspace()
    if at_end and caret > 0 and text[caret - 1] != "\n":
        return caret - 1
    return min(caret, len(text) - 1)


def _grows_by_words(text: str, span: Span) -> bool:
    """Whether both ends of ``span`` are inside words, in a text that is cut into words at all."""
    few = span.end - span.start <= _LONGEST_WORD
    return few and is_wordy(text, span.start) and is_wordy(text, span.end - 1)


def _whole(text: str, span: Span) -> Span:
    if span.start >= span.end:
        return span
    return Span(cluster_start(text, span.start), cluster_end(text, span.end))
