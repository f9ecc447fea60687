"""Words that tell passages under one code apart, where several of them overlap."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable

from qcode.model.records import Coding
from qcode.ui.widgets.inspector.quote_label import cut

WIDTH = 40
"""Width of such words in halves of a Chinese character; the row cuts what it has no room for."""

_READ = 200  # code points that certainly hold so many


def telling_words(codings: Iterable[Coding], quote: Callable[[int, int], str]) -> dict[int, str]:
    """Return coding id → words, for codings whose code is on another of the passages as well.

    They are the first words of the passage, or the last ones where two passages begin together.
    ``quote`` gives the words from one code point to another.
    """
    by_code: dict[int, list[Coding]] = defaultdict(list)
    for coding in codings:
        by_code[coding.code_id].append(coding)
    found = {}
    for listed in by_code.values():
        spans = {(coding.start, coding.end) for coding in listed}
        starts = [start for start, _ in spans]
        for coding in listed if len(spans) > 1 else ():
            if starts.count(coding.start) == 1:
                first = quote(coding.start, min(coding.end, coding.start + _READ))
                found[coding.id] = cut(" ".join(first.split()), WIDTH)
            else:
                last = quote(max(coding.start, coding.end - _READ), coding.end)
                found[coding.id] = _cut_before(" ".join(last.split()))
    return found


def _cut_before(text: str) -> str:
    """The end of ``text``, beginning with a word where it has blanks."""
    end = text[-WIDTH // 2 :]
    blank = end.find(" ") if len(end) < len(text) else -1
    return "…" + (end[blank + 1 :] if 0 <= blank < len(end) - 1 else end)
