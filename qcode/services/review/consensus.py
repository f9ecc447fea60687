"""The consensus: a coder of its own, which takes over what all agree on and what was decided."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import count, groupby
from operator import attrgetter
from typing import TYPE_CHECKING

from qcode.model.agreement_enums import CoderRole, Verdict
from qcode.model.errors import QcodeError
from qcode.model.messages import QT_TRANSLATE_NOOP, Message
from qcode.model.records import Coder
from qcode.model.review import Coverage
from qcode.model.span import Span
from qcode.services import coders, codings
from qcode.services.agreement.gathering import Gathered
from qcode.services.codings import NewCoding
from qcode.services.project import Project
from qcode.services.review import pairing
from qcode.store import queries, review_queries
from qcode.store.journal import Progress, no_progress
from qcode.store.merging import PORTION
from qcode.store.writer import Writer

if TYPE_CHECKING:
    from qcode.services.review.columns import Disagreements

NAME = QT_TRANSLATE_NOOP("core", "Consensus")  # as it is stored when the coder is made

_Place = tuple[int, int, int, int]  # document, code (ids), start, end


def coder(project: Project) -> Coder | None:
    """Return the coder who is the consensus, None before anything was decided or taken over."""
    found = (one for one in coders.listed(project) if one.role is CoderRole.CONSENSUS)
    return next(found, None)


def require(writer: Writer) -> int:
    """Return the id of the consensus inside a step; the coder is made on first need.

    Where a person has the name already, it gets a number.
    """
    found = review_queries.consensus(writer.connection)
    if found is not None:
        return found.id
    taken = {one.name for one in queries.coders(writer.connection)} | {writer.coder}
    names = (NAME if number == 1 else f"{NAME} {number}" for number in count(1))
    made = writer.coder_id(next(name for name in names if name not in taken))
    writer.insert("coder_part", coder_id=made, role=CoderRole.CONSENSUS.value)
    return made


def take_over(project: Project, gathered: Gathered, *, progress: Progress = no_progress) -> int:
    """Give the consensus every coding on which all compared coders agree wholly, as one step.

    That is: the same code on the same words by each of them, in documents that all have finished,
    of the codes that were compared. Returns how many were new; where none is, there is no step.
    ``progress`` hears of each portion. Raises ``QcodeError`` when fewer than two coders were
    compared.
    """
    if _persons(gathered) < 2:
        raise QcodeError(
            QT_TRANSLATE_NOOP("core", "It takes two coders to agree; choose whom to compare.")
        )
    wanted = _agreed(project, gathered)
    missing = wanted - _held(project)
    if not missing:
        return 0
    label = Message(
        QT_TRANSLATE_NOOP("core", "Take over what all agree on (codings: {count})"),
        {"count": len(missing)},
    )
    with project.change(label) as writer:
        there = queries.existing(writer.connection, "document", {place[0] for place in missing})
        known = queries.existing(writer.connection, "code", {place[1] for place in missing})
        who = require(writer)
        coming = [
            NewCoding(document, Span(start, end), code, who)
            for document, code, start, end in sorted(missing)
            if document in there and code in known
        ]
        made = done = 0
        for part in _portions(coming):
            made += codings.add_many(writer, part)
            done += len(part)
            progress(done, len(coming))
        return made


def _portions(coming: Iterable[NewCoding]) -> Iterator[list[NewCoding]]:
    """Yield whole documents together, so that what lies in each is read once."""
    part: list[NewCoding] = []
    for _, run in groupby(coming, key=attrgetter("document_id")):
        part += run
        if len(part) >= PORTION:
            yield part
            part = []
    if part:
        yield part


def coverage(project: Project, gathered: Gathered, disagreements: Disagreements) -> Coverage:
    """Return how far the consensus has come in what was compared."""
    import numpy as np

    wanted = _agreed(project, gathered) if _persons(gathered) > 1 else set()
    held = _held(project)
    judged = disagreements.gathered.tally.judged
    pairs = [sorted(pair) for pair in disagreements.places_of_pairs]
    compared = np.zeros(len(judged), dtype=np.bool_)
    for pair in pairs:
        compared |= judged[:, pair].all(axis=1)
    documents = {
        one.id
        for one, counts in zip(disagreements.gathered.documents, compared.tolist(), strict=True)
        if counts
    }
    waiting = disagreements.open_by_document().keys() | {place[0] for place in wanted - held}
    verdicts = disagreements.verdict
    return Coverage(
        rows=len(disagreements),
        settled=int((verdicts > 0).sum()),
        accepted=int((verdicts == tuple(Verdict).index(Verdict.ACCEPT)).sum()),
        agreed=len(wanted),
        taken=len(wanted & held),
        documents=len(documents),
        settled_documents=len(documents - waiting),
        stale=disagreements.stale,
    )


def _persons(gathered: Gathered) -> int:
    return sum(one.role is not CoderRole.CONSENSUS for one in gathered.coders)


def _held(project: Project) -> set[_Place]:
    """Return what the consensus has."""
    with project.read() as connection:
        found = review_queries.consensus(connection)
        return set() if found is None else review_queries.codings_of_coder(connection, found.id)


def _agreed(project: Project, gathered: Gathered) -> set[_Place]:
    """Return what all compared coders agree on wholly, in the codes that are meant."""
    import numpy as np

    from qcode.analysis.agreement.disagreements import agreed

    plain, meant = pairing.as_coded(project, gathered)
    persons = [
        place for place, one in enumerate(plain.coders) if one.role is not CoderRole.CONSENSUS
    ]
    finished = plain.tally.judged[:, persons].all(axis=1)
    chosen = np.array([code.id in meant for code in plain.codes], dtype=np.bool_)
    spans = plain.spans
    kept = np.isin(spans.coder, persons) & np.asarray(finished)[spans.document] & chosen[spans.code]
    found = agreed(type(spans)(*(column[kept] for column in spans)), len(persons))
    documents, codes = plain.documents, plain.codes
    return {
        (documents[document].id, codes[code].id, start, end)
        for document, code, start, end in zip(
            found.document.tolist(),
            found.code.tolist(),
            found.start.tolist(),
            found.end.tolist(),
            strict=True,
        )
    }
