"""What two of the compared coders have coded, as the analysis of pairs takes it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from qcode.analysis.tree import subtree
from qcode.services import codes
from qcode.services.agreement.gathering import Gathered, gather
from qcode.services.project import Project

if TYPE_CHECKING:
    from qcode.analysis.agreement.spans import Spans


def of_pair(gathered: Gathered, pair: tuple[int, int]) -> Spans:
    """Return the spans of two coders (places), now coders 0 and 1, where both have finished."""
    import numpy as np

    spans = gathered.spans
    finished = gathered.tally.of(pair).compared
    kept = ((spans.coder == pair[0]) | (spans.coder == pair[1])) & finished[spans.document]
    chosen = type(spans)(*(column[kept] for column in spans))
    return chosen._replace(coder=(chosen.coder == pair[1]).astype(np.int64))


def as_coded(project: Project, gathered: Gathered) -> tuple[Gathered, frozenset[int]]:
    """Return what was gathered with all codes as they were given, and the codes that are meant.

    What two coders differ in must not depend on the codes that are looked at: where one gave a code
    that is and the other one that is not, they differ in the code all the same. Where figures are
    rolled up, all codes below those that were asked for are meant.
    """
    tree = codes.tree(project, counts=False)
    meant = frozenset(code.id for code in gathered.codes)
    request = gathered.request
    if len(gathered.codes) == len(tree) and not request.roll_up:
        return gathered, meant
    if request.roll_up:
        parents = {one.id: one.parent_id for one in tree}
        meant = meant.union(*(subtree(code_id, parents) for code_id in meant))
    names = tuple(coder.name for coder in gathered.coders)
    return gather(project, replace(request, coders=names, code_ids=None, roll_up=False)), meant
