"""What the page reads of a project, and what it works out from memory; any thread may."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from enum import StrEnum

from qcode.model.agreement import Agreement, Coefficient, PairAgreement
from qcode.model.errors import QcodeError
from qcode.model.records import Code, Coder, Group
from qcode.model.review import Confusion, Sieve, Standing
from qcode.services import codes, documents
from qcode.services.agreement import comparing, gathering, narrowing
from qcode.services.agreement.gathering import Gathered
from qcode.services.agreement.people import who_worked
from qcode.services.project import Project
from qcode.services.review import confusion, heat
from qcode.services.review.disagreements import Disagreements
from qcode.services.review.heat import Heat
from qcode.ui.workspaces.review.choice import Choice


class Lack(StrEnum):
    """Why nothing is compared."""

    NO_DOCUMENT = "no document"
    ONE_WORKED = "one worked"
    ONE_CHOSEN = "one chosen"
    NONE_FINISHED = "none finished"
    REFUSED = "refused"


@dataclass(frozen=True)
class Reading:
    """What was compared, or why nothing is; ``error`` is what a service refused."""

    people: tuple[Coder, ...] = ()
    groups: tuple[Group, ...] = ()
    codes: tuple[Code, ...] = ()
    documents: int = 0
    lack: Lack | None = None
    error: QcodeError | None = None
    gathered: Gathered | None = None
    agreement: Agreement | None = None
    of_pairs: dict[tuple[int, int], tuple[Gathered, Agreement]] = field(default_factory=dict)
    """What was worked out of two of the coders alone, by their places."""


@dataclass(frozen=True)
class View:
    """What of the comparison is looked at: codes with these words, two of the coders (places).

    Of more than two coders ``pair`` None means all; the confusion is always one of two.
    """

    words: str = ""
    pair: tuple[int, int] | None = None
    measure: Coefficient = Coefficient.KRIPPENDORFF_ALPHA


@dataclass(frozen=True)
class Shown:
    """The figures of what is looked at; ``pairs`` are those of each two of all coders."""

    view: View
    agreement: Agreement
    pairs: tuple[PairAgreement, ...]
    heat: Heat
    confusion: Confusion


def read(project: Project, choice: Choice) -> Reading:
    """Read who can be compared, and compare them."""
    people = who_worked(project)
    groups = tuple(documents.groups(project))
    listed = documents.listed(project)
    tree = tuple(codes.tree(project, counts=False))
    found = Reading(people, groups, tree, len(listed))
    if not listed:
        return _lacking(found, Lack.NO_DOCUMENT)
    if len(people) < 2:
        return _lacking(found, Lack.ONE_WORKED)
    if len(choice.chosen(people)) < 2:
        return _lacking(found, Lack.ONE_CHOSEN)
    try:
        gathered = gathering.gather(project, choice.request(people, groups, listed, tree))
        agreement = comparing.measure(gathered)
    except QcodeError as error:  # a coder renamed while one reads, or far too many of them
        return _lacking(found, Lack.REFUSED, error)
    if not agreement.compared and not any(pair.documents for pair in agreement.pairs):
        return _lacking(found, Lack.NONE_FINISHED)
    return Reading(people, groups, tree, len(listed), None, None, gathered, agreement)


def _lacking(found: Reading, lack: Lack, error: QcodeError | None = None) -> Reading:
    return Reading(found.people, found.groups, found.codes, found.documents, lack, error)


def show(reading: Reading, view: View) -> Shown | None:
    """Work out the figures of what is looked at, from memory; None where nothing is compared."""
    gathered, agreement = reading.gathered, reading.agreement
    if gathered is None or agreement is None:
        return None
    wanted = matching(gathered.codes, view.words)
    narrow, figures = _of_codes(gathered, agreement, wanted)
    pairs = figures.pairs
    if view.pair is not None:
        narrow, figures = _of_codes(*_of_pair(reading, gathered, view.pair), wanted)
    return Shown(
        view, figures, pairs, heat.table(narrow, view.measure), confusion.matrix(narrow, (0, 1))
    )


def _of_codes(
    gathered: Gathered, agreement: Agreement, wanted: set[int]
) -> tuple[Gathered, Agreement]:
    if len(wanted) == len(gathered.codes):
        return gathered, agreement
    narrow = narrowing.narrowed(gathered, wanted)
    return narrow, narrowing.measured(narrow, agreement)


def _of_pair(
    reading: Reading, gathered: Gathered, pair: tuple[int, int]
) -> tuple[Gathered, Agreement]:
    if pair not in reading.of_pairs:
        two = narrowing.of_pair(gathered, pair)
        reading.of_pairs[pair] = two, comparing.measure(two)
    return reading.of_pairs[pair]


def matching(listed: Collection[Code], words: str) -> set[int]:
    """Return the codes with all of the words in number or name."""
    sought = words.casefold().split()
    return {code.id for code in listed if all(word in code.title.casefold() for word in sought)}


def still_open(
    found: Disagreements, code_ids: Collection[int], pair: tuple[int, int] | None
) -> tuple[dict[int, int], int]:
    """Return code id → its open disagreements, and how many are about any of these codes.

    ``pair`` are two coders (ids), None for all. One that is about two codes counts for both.
    """
    import numpy as np

    rows = found.sieve(Sieve(pair=pair, verdict=Standing.OPEN))
    codes = found.gathered.codes
    first, second = found.first_code[rows], found.second_code[rows]
    both = np.concatenate((first, second[second != first]))
    counts = np.bincount(both[both >= 0], minlength=len(codes)).tolist()
    shown = np.array([*(code.id in code_ids for code in codes), False])  # -1, no code, is the last
    about = int((shown[first] | shown[second]).sum())
    return {code.id: number for code, number in zip(codes, counts, strict=True)}, about
