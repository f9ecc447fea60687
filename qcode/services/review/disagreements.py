"""Where coders differ, one row for each thing to talk about."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from qcode.analysis.words.late_pattern import LatePattern
from qcode.model.agreement_enums import CoderRole
from qcode.services import codes
from qcode.services.agreement.gathering import Gathered
from qcode.services.project import Project
from qcode.services.review import pairing
from qcode.services.review.columns import Disagreements, Found
from qcode.store import queries

if TYPE_CHECKING:
    from qcode.analysis.agreement.disagreements import Rows
    from qcode.analysis.agreement.spans import Bools

__all__ = ["Disagreements", "find"]

_SAYS_SOMETHING = LatePattern(r"[^\s\p{P}\p{Cc}\p{Cf}]")


def find(project: Project, gathered: Gathered) -> Disagreements:
    """Find what each pair of the compared coders differs in, where both have finished.

    It may be done in a worker. Codes are those that were given, also where the figures are rolled
    up to the codes above; of some codes that are compared, what differs in any of them is there.
    The consensus is no party.
    """
    import numpy as np

    from qcode.analysis.agreement.disagreements import disagreements, together
    from qcode.analysis.agreement.spans import of_rows

    plain, meant = pairing.as_coded(project, gathered)
    parties = [
        place for place, coder in enumerate(plain.coders) if coder.role is not CoderRole.CONSENSUS
    ]
    pairs = list(combinations(parties, 2))
    parts = [disagreements(pairing.of_pair(plain, pair)) for pair in pairs]
    rows, pair = together(parts or [disagreements(of_rows([]))])
    if len(meant) < len(plain.codes):
        chosen = np.array([*(code.id in meant for code in plain.codes), False])
        there = np.flatnonzero(chosen[rows.first_code] | chosen[rows.second_code])
        rows, pair = rows.take(there), pair[there]
    parents = {one.id: one.parent_id for one in codes.tree(project, counts=False)}
    blank = _blank(project, plain, rows)
    found = Found(
        project, gathered, plain, tuple(pairs), rows, pair, blank, meant, parents, kept={}
    )
    return Disagreements(found).with_decisions(project)


def _blank(project: Project, gathered: Gathered, rows: Rows) -> Bools:
    """Return which rows differ in spaces and punctuation alone."""
    import numpy as np

    stretches = rows.differing
    row = np.repeat(np.arange(len(rows.kind)), stretches.counts())
    document = rows.document[row]
    edges = np.searchsorted(document, np.arange(len(gathered.documents) + 1)).tolist()
    says = np.zeros(len(row), dtype=np.bool_)
    place = {one.id: at for at, one in enumerate(gathered.documents)}
    needed = [one.id for at, one in enumerate(gathered.documents) if edges[at] < edges[at + 1]]
    search = _SAYS_SOMETHING.search
    with project.read() as connection:
        for document_id, text in queries.texts(connection, needed):
            at = place[document_id]
            part = slice(edges[at], edges[at + 1])
            says[part] = [
                search(text, start, end) is not None
                for start, end in zip(
                    stretches.start[part].tolist(), stretches.end[part].tolist(), strict=True
                )
            ]
    blank = np.ones(len(rows.kind), dtype=np.bool_)
    blank[row[says]] = False
    return blank
