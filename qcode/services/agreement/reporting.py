"""The report on agreement: gathered once, then written to Word, Excel or a table for statistics."""

from __future__ import annotations

from datetime import date, datetime
from itertools import combinations
from pathlib import Path

from qcode import __version__
from qcode.model.agreement import Coefficient, Request, Unit
from qcode.model.agreement_report import AgreementReport, Counted, HeatMap
from qcode.model.report import PageSetup
from qcode.services import codes, terms
from qcode.services.agreement import comparing, reviewed, table_out, unitizing_of
from qcode.services.agreement.gathering import Gathered
from qcode.services.agreement.gathering import gather as gather_codings
from qcode.services.exporting import Progress, nothing, require_ending
from qcode.services.project import Project
from qcode.services.review import confusion, heat
from qcode.store import agreement_queries

__all__ = ["ENDINGS", "gather", "write"]

ENDINGS = (".docx", ".xlsx", *table_out.ENDINGS)
_STAGES = 3


def gather(
    project: Project,
    request: Request,
    *,
    today: date | None = None,
    progress: Progress = nothing,
) -> AgreementReport:
    """Gather what a report on agreement prints; it may be done in a worker.

    Raises as ``gathering.gather`` does. ``progress`` hears of two stages and may raise
    ``Cancelled``.
    """
    from qcode.analysis.agreement import bootstrap

    progress(0, _STAGES)
    gathered = gather_codings(project, request)
    agreement = comparing.measure(gathered)
    compared = gathered.tally.compared
    sizes = [one.characters for one in gathered.documents]
    progress(1, _STAGES)
    return AgreementReport(
        project=project.name,
        program=__version__,
        date=(today or datetime.now().astimezone().date()).isoformat(),
        agreement=agreement,
        names=codes.references(codes.tree(project, counts=False)),
        chosen=request.code_ids is not None,
        used=_used(gathered),
        documents_chosen=None
        if request.document_ids is None
        else sum(one.id in request.document_ids for one in gathered.documents),
        counted=_counted(project, request),
        units=tuple(gathered.tally.units[compared].tolist()),
        characters=sum(sizes),
        compared_characters=sum(
            size for size, counts in zip(sizes, compared.tolist(), strict=True) if counts
        ),
        seed=bootstrap.SEED,
        draws=bootstrap.DRAWS,
        fewest=bootstrap.FEWEST,
        continuum=unitizing_of.continuum(gathered),
        sets=unitizing_of.set_alphas(gathered),
        heat=_heat(gathered),
        confusions=tuple(
            confusion.matrix(gathered, pair)
            for pair in combinations(range(len(gathered.coders)), 2)
        ),
        rounds=reviewed.rounds_of(project),
        settled=reviewed.settled(project, gathered),
    )


def write(
    project: Project,
    out: Path,
    request: Request,
    setup: PageSetup | None = None,
    *,
    today: date | None = None,
    progress: Progress = nothing,
) -> None:
    """Write the report as Word or Excel, or the table of units by coders as CSV, by the ending.

    ``setup`` is the page and the language of the headings; a CSV file has names of columns only.
    Raises ``QcodeError`` for another ending, as ``gather`` and ``table_out.rows`` do, and for a
    file that cannot be written.
    """
    require_ending(out, ENDINGS)
    if out.suffix.lower() in table_out.ENDINGS:
        table_out.write(project, out, request, progress=progress)
        return
    gathered = gather(project, request, today=today, progress=progress)
    progress(2, _STAGES)
    setup = terms.page_setup(project, setup)
    if out.suffix.lower() == ".docx":
        from qcode.formats import agreement_docx

        agreement_docx.write(gathered, out, setup)
    else:
        from qcode.formats import agreement_xlsx

        agreement_xlsx.write(gathered, out, setup)


def _counted(project: Project, request: Request) -> Counted:
    if request.all_documents:
        return Counted.ALL
    with project.read() as connection:
        known = agreement_queries.any_status(connection)
    return Counted.FINISHED if known else Counted.NO_STATUS


def _used(gathered: Gathered) -> frozenset[int]:
    """Return the codes that anybody used in what is compared."""
    shared = gathered.tally.shared
    places = set(shared.code[gathered.tally.compared[shared.document]].tolist())
    return frozenset(gathered.codes[place].id for place in places)


def _heat(gathered: Gathered) -> HeatMap | None:
    """Return alpha by code and document as plain numbers, for codes that anybody used."""
    import numpy as np

    if gathered.request.unit is Unit.SEGMENT or len(gathered.coders) < 2:
        return None
    found = heat.table(gathered, Coefficient.KRIPPENDORFF_ALPHA)
    rows = np.flatnonzero(found.used.any(axis=1)).tolist()
    if not rows:
        return None
    values: list[list[float]] = found.values[rows].tolist()
    return HeatMap(
        found.coefficient,
        tuple(found.codes[row] for row in rows),
        found.documents,
        tuple(tuple(one if one == one else None for one in row) for row in values),
        tuple(tuple(row) for row in found.used[rows].tolist()),
    )
