"""Words of a text that another text does not have, marked for reading side by side."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from html import escape

from qcode.ui.shell import theme

# A word with the blanks behind it; a Chinese sign is a word of its own.
_WORDS = re.compile(r"\s+|(?:[\u3400-\u9fff]|[^\W\u3400-\u9fff]+|[^\w\s])\s*")
_MOST = 200_000
"""Product of the words that differ in both texts up to which they are compared: 40 ms at worst."""
_LEAST = 1 / 3
"""Share of the words that must be the same: another text is not to be one great mark."""

Run = tuple[bool, str]
"""Whether the other text has these words too, and the words."""


def marked(text: str, other: str) -> str:
    """Return ``text`` as rich text, underlined and tinted where ``other`` has other words.

    Where both are too long to be compared, or have little in common, nothing is marked.
    """
    words, others = _WORDS.findall(text), _WORDS.findall(other)
    runs = _runs(words, others)
    same = sum(len(_WORDS.findall(run)) for common, run in runs if common)
    if same < _LEAST * len(words):
        runs = [(True, text)]
    shown = "".join(_plain(run) if common else _tinted(run) for common, run in runs)
    return f"<span style='white-space: pre-wrap'>{shown}</span>"


def _runs(words: Sequence[str], others: Sequence[str]) -> list[Run]:
    """Part the words by whether the others have them; equal beginnings and ends cost nothing."""
    bare = [word.rstrip() for word in words]
    other_bare = [word.rstrip() for word in others]
    most = min(len(bare), len(other_bare))
    head = next((n for n in range(most) if bare[n] != other_bare[n]), most)
    most -= head
    tail = next((n for n in range(most) if bare[-1 - n] != other_bare[-1 - n]), most)
    end, other_end = len(words) - tail, len(others) - tail
    middle: list[Run]
    if (end - head) * (other_end - head) > _MOST:
        middle = [(True, "".join(words[head:end]))]
    else:
        compared = SequenceMatcher(None, other_bare[head:other_end], bare[head:end], autojunk=False)
        middle = [
            (kind == "equal", "".join(words[head + begin : head + stop]))
            for kind, _, _, begin, stop in compared.get_opcodes()
        ]
    runs = [(True, "".join(words[:head])), *middle, (True, "".join(words[end:]))]
    return [run for run in runs if run[1]]


def _plain(words: str) -> str:
    return escape(words).replace("\n", "<br>")


def _tinted(words: str) -> str:
    tint = theme.current().accent_soft
    bare = words.rstrip()
    mark = f"background-color: {tint}; text-decoration: underline"
    return f"<span style='{mark}'>{_plain(bare)}</span>{_plain(words[len(bare) :])}"
