"""Documents drawn and dealt at random: evenly, in the same way for the same seed."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence

Strata = tuple[tuple[int, ...], ...]


def strata(rows: Iterable[tuple[int, Hashable]]) -> Strata:
    """Return the ids of ``(id, group)`` rows by group, in the order in which they come."""
    found: dict[Hashable, list[int]] = {}
    for row, group in rows:
        found.setdefault(group, []).append(row)
    return tuple(map(tuple, found.values()))


def quotas(sizes: Sequence[int], share: int) -> list[int]:
    """Return how many of each stratum make ``share`` per cent of all, half of one rounded up.

    What whole numbers leave over goes to the largest remainders, of equal ones to the first.
    """
    total = (sum(sizes) * share * 2 + 100) // 200
    found = [size * share // 100 for size in sizes]
    by_remainder = sorted(range(len(sizes)), key=lambda place: -(sizes[place] * share % 100))
    for place in by_remainder[: total - sum(found)]:
        found[place] += 1
    return found


def draw(of: Strata, share: int, seed: int) -> list[int]:
    """Return ``share`` per cent of the ids, but at least one, of each stratum its part."""
    chance = _chance(seed)
    shuffled = [_shuffled(ids, chance) for ids in of]
    drawn = [
        one
        for ids, count in zip(shuffled, quotas([len(ids) for ids in of], share), strict=True)
        for one in ids[:count]
    ]
    return drawn or [chance.choice([one for ids in of for one in ids])]


def deal(of: Strata, coders: int, doubly: int, seed: int) -> dict[int, frozenset[int]]:
    """Return id → the coders (places from 0) who get it: two for ``doubly`` per cent, else one.

    The next one goes to whoever has fewest of the stratum, then fewest of all; for a second coder
    pairs that have met less often come first. So loads differ by one at most, in each stratum and
    over all. Then pairs trade partners until all have met about as often. Needs two coders where
    ``doubly`` is not 0.
    """
    chance = _chance(seed)
    order = _shuffled(range(coders), chance)
    loads = [0] * coders
    met: Counter[frozenset[int]] = Counter()
    dealt: dict[int, frozenset[int]] = {}
    for ids, twice in zip(of, quotas([len(ids) for ids in of], doubly), strict=True):
        here = [0] * coders
        for place, one in enumerate(_shuffled(ids, chance)):
            first = min(order, key=lambda who: (here[who], loads[who]))
            given = {first}
            if place < twice:
                given.add(
                    min(
                        (who for who in order if who != first),
                        key=lambda who: (here[who], loads[who], met[frozenset((first, who))]),
                    )
                )
                met[frozenset(given)] += 1
            for who in given:
                here[who] += 1
                loads[who] += 1
            dealt[one] = frozenset(given)
    for ids in of:
        _trade([one for one in ids if len(dealt[one]) == 2], dealt, met)
    return dealt


def _trade(
    doubles: Sequence[int], dealt: dict[int, frozenset[int]], met: Counter[frozenset[int]]
) -> None:
    """Let two pairs trade partners where that makes meetings more even; nobody's load changes."""
    having: dict[frozenset[int], list[int]] = {}
    for one in doubles:
        having.setdefault(dealt[one], []).append(one)
    while (better := _best_trade([pair for pair in having if having[pair]], met)) is not None:
        for old, new in better:
            one = having[old].pop()
            dealt[one] = new
            having.setdefault(new, []).append(one)
            met[old] -= 1
            met[new] += 1


def _best_trade(
    pairs: Iterable[frozenset[int]], met: Mapping[frozenset[int], int]
) -> list[tuple[frozenset[int], frozenset[int]]] | None:
    """Return (pair, pair instead of it) twice; None when no trade evens anything out."""
    often = sorted(pairs, key=lambda pair: (-met[pair], sorted(pair)))
    for first in often:
        one, two = sorted(first)
        found = None
        most = 2  # a smaller gain makes the squares of the meetings no smaller
        for second in often:
            if first & second:
                continue
            three, four = sorted(second)
            for new in (
                (frozenset((one, three)), frozenset((two, four))),
                (frozenset((one, four)), frozenset((two, three))),
            ):
                gain = met[first] + met[second] - met[new[0]] - met[new[1]]
                if gain > most:
                    most, found = gain, list(zip((first, second), new, strict=True))
        if found is not None:
            return found
    return None


def _chance(seed: int) -> random.Random:
    return random.Random(seed)  # noqa: S311 - it is to be repeated, not to be secret


def _shuffled(ids: Iterable[int], chance: random.Random) -> list[int]:
    found = list(ids)
    chance.shuffle(found)
    return found
