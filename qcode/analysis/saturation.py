"""Theoretical saturation: what each document brings that none before it has brought."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from qcode.analysis.tree import ancestors
from qcode.model.saturation import Run, RunMeasure, Verdict

BASE_SIZE = 4
RUN_LENGTH = 2
THRESHOLD = 5.0


class Place(NamedTuple):
    """A document to be put in order; ``first`` is the time of its first coding, None for none."""

    document: int
    held_out: bool
    first: str | None


def in_order(documents: Iterable[Place], *, by_first_coding: bool) -> list[Place]:
    """Return documents in the order of coding.

    Those held out come last, because they are compared with all that the theory was built from;
    in each half those without any coding come last. Otherwise the order is the given one, or that
    of the first codings.
    """
    return sorted(
        documents,
        key=lambda one: (
            one.held_out,
            one.first is None,
            (one.first or "") if by_first_coding else "",
        ),
    )


def first_seen(
    order: Iterable[int],
    occurrences: Mapping[int, Collection[int]],
    parents: Mapping[int, int | None],
) -> list[list[int]]:
    """Return, for each document in ``order``, the codes that no document before it has.

    ``occurrences`` gives the codes coded in a document. A code occurs where it is coded itself or
    a code below it is; ``parents`` has every code, and gives the order in which new ones are named.
    """
    places = {code: place for place, code in enumerate(parents)}
    seen: set[int] = set()
    found = []
    for document in order:
        new: set[int] = set()
        for code in set(occurrences.get(document, ())) - seen:
            new.add(code)
            for above in ancestors(code, parents):
                if above in seen or above in new:
                    break  # and with it everything above
                new.add(above)
        seen |= new
        found.append(sorted(new, key=places.__getitem__))
    return found


def runs(
    new: Sequence[int],
    base_size: int = BASE_SIZE,
    run_length: int = RUN_LENGTH,
    threshold: float = THRESHOLD,
) -> RunMeasure:
    """Measure saturation by base size, run length and new-information threshold.

    ``new`` gives the concepts that each coded document brings for the first time, in order. The
    base is the number of distinct concepts in the first ``base_size`` documents::

        base = new[0] + … + new[base_size - 1]
        percent(run) = 100 · (concepts first seen in the documents of the run) / base

    Runs overlap: the first holds the ``run_length`` documents that follow the base, each further
    one begins a document later. The base stays what it was; what earlier runs brought is known by
    then, and so is not new in a later one, but does not enlarge the base. Saturation is reached
    with the first run of at most ``threshold`` per cent, and the authors write it as the documents
    before that run, a plus, and the length of the run (``6+2``).

    After Guest, Namey & Chen 2020, PLoS ONE 15(5): e0232076, who compare bases of 4, 5 and 6, runs
    of 2 and 3, and thresholds of 5 % and 0 %. They do not write the overlap as a formula; it
    follows from their example. There the base of 4 has 37 themes and a run is 2 long; a quotient
    of 11 % is "still" too high, so it is not that of the first run, the next is 1/37 = 3 %, and the
    result is 6+2. These are the runs 5-6, 6-7 and 7-8; without overlap there would be two of them.

    Raises ``ValueError`` for a base or a run below 1, or a threshold below 0.
    """
    if base_size < 1 or run_length < 1 or not threshold >= 0:
        raise ValueError("base and run are at least 1, the threshold is not negative")
    base = sum(new[:base_size]) if len(new) >= base_size else 0
    if not base:
        return RunMeasure(base_size, run_length, threshold, None, ())
    found = []
    for start in range(base_size, len(new) - run_length + 1):
        fresh = sum(new[start : start + run_length])
        percent = 100 * fresh / base
        found.append(Run(start + 1, start + run_length, fresh, percent, percent <= threshold))
    return RunMeasure(base_size, run_length, threshold, base, tuple(found))


def verdict(held_out: Iterable[tuple[bool, int]]) -> Verdict:
    """Judge by the held-out documents: whether anything is coded in each, and what it brings new.

    A document in which nothing is coded cannot show that it brings nothing new.
    """
    listed = list(held_out)
    if not listed:
        return Verdict.NONE_HELD_OUT
    if any(new for _, new in listed):
        return Verdict.NOT_SATURATED
    return Verdict.SATURATED if all(coded for coded, _ in listed) else Verdict.NOT_YET_CODED
