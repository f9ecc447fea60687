"""The table of chains: problem, cause, remedy, each with what it rests on and what ties it."""

from __future__ import annotations

from collections.abc import Sequence

from qcode.formats.docx_text import ink
from qcode.formats.docx_writing import Row, Rules, text, together
from qcode.formats.tables_words import TableWords, counted, noted, passage
from qcode.model.thesis import Chain, Link

_HEADS = ("problem", "cause", "remedy")
_BOLD = ink(bold=True)
_TOGETHER = 8  # rows up to which the table stays on one page


def blocks(
    found: Sequence[Chain], words: TableWords, width: int, rules: Rules, *, long: bool
) -> list[str]:
    """Return the table; ``width`` is that of the text, in twips.

    A problem, and a way of causes, stand once for all rows that follow each other with them. The
    long form prints all passages of a relation, the short one cuts the one it prints.
    """
    first = width * 26 // 100
    second = (width - first) // 2
    rows = [Row([text("TableHead", words.say(key)) for key in _HEADS])]
    told: set[tuple[str, str]] = set()  # what is told of a part is not told again
    for place, chain in enumerate(found):
        before = found[place - 1] if place else None
        after = found[place + 1] if place + 1 < len(found) else None
        again = [_same(chain, before, depth) for depth in (0, 1)]
        goes_on = [_same(chain, after, depth) for depth in (0, 1)]
        if not again[0]:
            told.clear()
        cells = [
            _EMPTY if again[0] else _cell([chain.problem], words, told, long=long),
            _EMPTY if again[1] else _cell(chain.causes, words, told, long=long),
            _cell([chain.remedy], words, told, long=long),
        ]
        rows.append(
            Row(
                cells,
                begins=frozenset(at for at in (0, 1) if goes_on[at] and not again[at]),
                continues=frozenset(at for at in (0, 1) if again[at]),
            )
        )
    widths = [first, second, width - first - second]
    return noted(together(rows, _TOGETHER), widths, rules, words, [words.say("chain_note")])


def _same(chain: Chain, other: Chain | None, depth: int) -> bool:
    """Whether the neighbour has the same problem, and (from depth 1) the same causes."""
    if other is None or chain.problem.title != other.problem.title:
        return False
    return depth == 0 or _titles(chain) == _titles(other)


def _titles(chain: Chain) -> list[str]:
    return [one.title for one in chain.causes]


_EMPTY = text("TableText", "")


def _cell(
    links: Sequence[Link], words: TableWords, told: set[tuple[str, str]], *, long: bool
) -> str:
    parts: list[str] = []
    for place, one in enumerate(links):
        title = words.say("behind", title=one.title) if place else one.title
        parts.append(text("TableText", title, _BOLD))
        if (one.title, one.meaning) in told:
            continue
        told.add((one.title, one.meaning))
        parts.append(text("TableCount", counted(one.evidence, words.headings)))
        parts += [text("TableText", line) for line in one.meaning.splitlines() if line.strip()]
        parts += [passage(quote, cut=not long) for quote in one.quotes]
    return "".join(parts)
