"""The table of units by coders, for R, SPSS and whoever computes otherwise.

A row is a unit and a code, and what each coder said: 1, 0, or nothing where they have not finished
the document. Sentences, paragraphs and documents have a row each. Characters would be very many
rows: a row is a stretch in which no coder's answer changes, and its column ``units`` says how many
characters it stands for (``WEIGHT BY units`` in SPSS, ``rep`` in R).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from qcode.model.agreement import Request, Unit
from qcode.model.errors import QcodeError
from qcode.model.messages import QT_TRANSLATE_NOOP
from qcode.services import codes
from qcode.services.agreement.gathering import Gathered, gather
from qcode.services.exporting import Progress, nothing, require_ending
from qcode.services.project import Project

if TYPE_CHECKING:
    from qcode.analysis.agreement.spans import Ints

ENDINGS = (".csv",)
COLUMNS = ("document", "start", "end", "code", "units", "compared")
"""Columns before those of the coders. ``compared`` is 1 where all coders have finished."""

TWICE = 2  # coders that a document was finished by at least

Row = tuple[str | int | None, ...]


def write(project: Project, out: Path, request: Request, *, progress: Progress = nothing) -> None:
    """Write the table of units by coders as CSV; ``progress`` as in ``exporting.write_codebook``.

    Raises ``QcodeError`` as ``rows`` and ``gather`` do, for another ending, and for a file that
    cannot be written.
    """
    from qcode.formats import agreement_csv

    require_ending(out, ENDINGS)
    progress(0, 2)
    gathered = gather(project, request)
    found = rows(gathered, codes.references(codes.tree(project, counts=False)))
    progress(1, 2)
    agreement_csv.write(out, COLUMNS, [one.name for one in gathered.coders], found)


def rows(gathered: Gathered, names: Mapping[int, str]) -> Iterator[Row]:
    """Return the rows: ``COLUMNS``, then a rating (1, 0, None) for each coder.

    ``names`` are the names of codes by id. Documents are those that two of the coders or more have
    finished, codes those that one of the coders used there. Positions are code points. Raises
    ``QcodeError`` for coded segments, and where there is no such document.
    """
    if gathered.request.unit is Unit.SEGMENT:
        raise QcodeError(
            QT_TRANSLATE_NOOP(
                "core",
                "Coded segments have no table of units by coders, since what nobody coded is no"
                " segment. Choose another unit.",
            )
        )
    documents = [
        place
        for place, judged in enumerate(gathered.tally.judged.sum(axis=1).tolist())
        if judged >= TWICE
    ]
    if not documents:
        raise QcodeError(
            QT_TRANSLATE_NOOP(
                "core", "No document was finished by two of the coders: there is nothing to write."
            )
        )
    return _rows(gathered, names, documents)


def _rows(gathered: Gathered, names: Mapping[int, str], documents: Sequence[int]) -> Iterator[Row]:
    times = Counter(document.name for document in gathered.documents)
    judged, compared = gathered.tally.judged, gathered.tally.compared
    used = _used(gathered)
    for place in documents:
        document = gathered.documents[place]
        name = document.name if times[document.name] == 1 else document.guid
        there, all_of_them = judged[place].tolist(), int(compared[place])
        for code, pieces in _pieces(gathered, place, used):
            called = names[gathered.codes[code].id]
            for start, end, units, row in zip(*(one.tolist() for one in pieces), strict=True):
                ratings = (
                    rating if seen else None for rating, seen in zip(row, there, strict=True)
                )
                yield name, start, end, called, units, all_of_them, *ratings


def _used(gathered: Gathered) -> list[int]:
    """Return the codes that anybody used in a document that is written."""
    import numpy as np

    twice = gathered.tally.judged.sum(axis=1) >= TWICE
    shared = gathered.tally.shared
    used: list[int] = np.unique(shared.code[twice[shared.document]]).tolist()
    return used


class _Pieces(NamedTuple):
    """Rows of one code in one document: code points, how many units, and who gave it to them."""

    start: Ints
    end: Ints
    units: Ints
    given: Ints  # (rows, coders)


def _pieces(
    gathered: Gathered, document: int, used: Sequence[int]
) -> Iterator[tuple[int, _Pieces]]:
    import numpy as np

    spans = gathered.counted
    here = np.flatnonzero(spans.document == document)
    code_of = spans.code[here]
    units = int(gathered.tally.units[document])
    length = gathered.documents[document].characters
    every = np.arange(units, dtype=np.int64)
    for code in used:
        rows = here[code_of == code]
        who, start, end = spans.coder[rows], spans.start[rows], spans.end[rows]
        if gathered.request.unit is Unit.CHARACTER:
            cuts = np.unique(np.concatenate((every[:1], start, end)))
            cuts = cuts[cuts < units]
            given = _given(cuts, who, start, end, len(gathered.coders))
            # Where a coder's passage ends and the next begins, nothing changes.
            kept = np.ones(len(cuts), dtype=np.bool_)
            kept[1:] = (given[1:] != given[:-1]).any(axis=1)
            edges = np.append(cuts[kept], units)
            yield code, _Pieces(edges[:-1], edges[1:], np.diff(edges), given[kept])
        else:
            given = _given(every, who, start, end, len(gathered.coders))
            begins = gathered.bounds[document] if gathered.bounds else every * length
            yield (
                code,
                _Pieces(begins, np.append(begins, length)[1:], np.ones_like(every), given),
            )


def _given(cuts: Ints, who: Ints, start: Ints, end: Ints, coders: int) -> Ints:
    """Return which coders (columns) gave the code to what begins at each of ``cuts`` (rows)."""
    import numpy as np

    change = np.zeros((len(cuts) + 1, coders), dtype=np.int64)
    np.add.at(change, (np.searchsorted(cuts, start), who), 1)
    np.add.at(change, (np.searchsorted(cuts, end), who), -1)
    return (np.cumsum(change[:-1], axis=0) > 0).astype(np.int64)
