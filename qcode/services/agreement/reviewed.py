"""What became of a comparison: rounds that were frozen, and what was decided since."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from qcode.formats.history_out import local
from qcode.model.agreement_enums import DisagreementKind, Verdict
from qcode.model.agreement_report import RoundLine, Settled
from qcode.services.agreement.gathering import Gathered
from qcode.services.review import consensus, disagreements, rounds

if TYPE_CHECKING:
    from qcode.services.project import Project


def rounds_of(project: Project) -> tuple[RoundLine, ...]:
    """Return the frozen comparisons in order of time, with their figures as they were."""
    return tuple(
        RoundLine(one.name, local(one.created)[:10], rounds.figures(project, one.id))
        for one in rounds.listed(project)
    )


def settled(project: Project, gathered: Gathered) -> Settled | None:
    """Return what the compared coders differ in, and what was decided about it.

    None where there is no pair of them, or no document that both have finished.
    """
    if len(gathered.coders) < 2 or not gathered.tally.compared.any():
        return None
    found = disagreements.find(project, gathered)
    kinds, verdicts = list(DisagreementKind), list(Verdict)
    counts = Counter(zip(found.kind.tolist(), found.verdict.tolist(), strict=True))
    decided = any(verdicts[verdict] is not Verdict.OPEN for _, verdict in counts)
    return Settled(
        {(kinds[kind], verdicts[verdict]): n for (kind, verdict), n in sorted(counts.items())},
        consensus.coder(project) is not None,
        rounds.negotiated(project, found) if decided else None,
    )
