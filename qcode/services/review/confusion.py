"""Which codes two coders take for each other: code by code and nothing at all, in characters.

A ``Sieve`` finds the disagreements that stand behind a cell.
"""

from __future__ import annotations

from qcode.model.review import Confusion
from qcode.services.agreement.gathering import Gathered
from qcode.services.review import pairing


def matrix(gathered: Gathered, pair: tuple[int, int]) -> Confusion:
    """Return the matrix of two coders (places in ``gathered.coders``), where both have finished.

    Codes that both gave the same words stand on the diagonal and nowhere else; of the rest each
    code of the one meets each of the other, or None where the other has nothing left.
    """
    from qcode.analysis.agreement import confusion

    found = confusion.matrix(confusion.meetings(pairing.of_pair(gathered, pair)))
    codes = gathered.codes
    used = sorted({code for cell in found for code in cell if code >= 0})
    return Confusion(
        gathered.coders[pair[0]],
        gathered.coders[pair[1]],
        tuple(codes[place] for place in used),
        {
            (
                codes[first].id if first >= 0 else None,
                codes[second].id if second >= 0 else None,
            ): size
            for (first, second), size in found.items()
        },
    )
