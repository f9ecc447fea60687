"""Coding a share of one's own documents again, blind, after some time: agreement with oneself.

Who does so codes as another coder, the second self, who sees nothing of the first time in what is
not finished yet (``store.visibility`` keeps that everywhere) and is compared like anybody else.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from qcode.analysis import dealing
from qcode.model.agreement_enums import CoderRole
from qcode.model.enums import WorkStatus
from qcode.model.errors import QcodeError
from qcode.model.messages import QT_TRANSLATE_NOOP, Message
from qcode.model.records import Coder, WorkRecord
from qcode.services import assignments, documents
from qcode.services import coders as people
from qcode.services.project import Project
from qcode.store import company_queries, queries

MOST_DAYS = 3_650


@dataclass(frozen=True, slots=True)
class Recoding:
    """A second time: ``again`` codes what ``first`` has coded, from the day ``due`` on.

    ``document_ids`` were drawn (``share`` per cent by ``seed``) and not taken away again, in their
    order; ``finished`` of them are done for the second time. ``created`` is ISO 8601 in UTC.
    """

    again: Coder
    first: Coder
    document_ids: tuple[int, ...]
    finished: int
    due: date
    share: int
    seed: int
    created: str

    @property
    def over(self) -> bool:
        """Whether nothing is left to do."""
        return self.finished == len(self.document_ids)

    def can_start(self, today: date) -> bool:
        """Whether its day has come, or work was done already."""
        return self.due <= today or self.finished > 0


def begin(
    project: Project,
    coder: str,
    *,
    share: int,
    seed: int,
    by_group: bool = False,
    days: int = 0,
    document_ids: Collection[int] | None = None,
    today: date | None = None,
) -> Recoding:
    """Draw documents that ``coder`` will code again, and make their second self, as one step.

    Drawn are ``share`` per cent (1 to 100, rounded, at least one) of what the coder has finished,
    or of those of ``document_ids``; ``by_group``: of each group of documents its part. The same
    project and ``seed`` give the same documents. The second self is called like the coder with
    “ (2)”, or the next number that is free, and can start ``days`` after ``today`` (default: the
    present day).

    Raises ``QcodeError`` when there is no such coder, they are no person working for the first
    time, they have finished none of the documents, or a number is out of bounds.
    """
    who = people.require(project, coder)
    if who.role is not None:
        raise QcodeError(
            QT_TRANSLATE_NOOP("core", "“{name}” is not a person who codes for the first time."),
            name=who.name,
        )
    assignments.require_share(share, 1)
    if not 0 <= days <= MOST_DAYS:
        raise QcodeError(QT_TRANSLATE_NOOP("core", "Choose from 0 to {most} days."), most=MOST_DAYS)
    done = {
        one.document_id
        for one in people.work(project)
        if one.coder == who.name and one.status is WorkStatus.FINISHED
    }
    offered = [
        one
        for one in documents.listed(project, done, counts=False)
        if document_ids is None or one.id in document_ids
    ]
    if not offered:
        raise QcodeError(
            QT_TRANSLATE_NOOP(
                "core",
                "{coder} has finished none of these documents; only what is finished can be coded"
                " again.",
            ),
            coder=who.name,
        )
    strata = dealing.strata([(one.id, one.group_id if by_group else None) for one in offered])
    taken = set(dealing.draw(strata, share, seed))
    name = _free_name(project, who.name)
    due = (today or datetime.now().astimezone().date()) + timedelta(days=days)
    label = Message(
        QT_TRANSLATE_NOOP("core", "Draw one document that {coder} codes again")
        if len(taken) == 1
        else QT_TRANSLATE_NOOP("core", "Draw {count} documents that {coder} codes again"),
        {"count": len(taken), "coder": who.name},
    )
    with project.change(label) as writer:
        again_id = writer.insert("coder", name=name)
        writer.insert(
            "coder_part",
            coder_id=again_id,
            role=CoderRole.AGAIN.value,
            of_id=who.id,
            due=due.isoformat(),
            seed=seed,
            share=share,
        )
        assignments.give(writer, again_id, [one.id for one in offered if one.id in taken])
    return next(one for one in listed(project) if one.again.id == again_id)


def drawn(finished: int, share: int) -> int:
    """Return how many of ``finished`` documents a share in per cent draws, in groups or not."""
    return max(*dealing.quotas([finished], share), min(finished, 1))


def listed(project: Project) -> tuple[Recoding, ...]:
    """Return every second time, in the order in which they were begun."""
    by_id = {one.id: one for one in people.listed(project)}
    with project.read() as connection:
        rows = company_queries.agains(connection)
        work = queries.work(connection) if rows else []
    given: dict[str, list[WorkRecord]] = {}
    for record in work:
        if record.status is not WorkStatus.UNASSIGNED:
            given.setdefault(record.coder, []).append(record)
    found = []
    for row in rows:
        again = by_id[row.again_id]
        mine = given.get(again.name, [])
        found.append(
            Recoding(
                again=again,
                first=by_id[row.of_id],
                document_ids=tuple(record.document_id for record in mine),
                finished=sum(record.status is WorkStatus.FINISHED for record in mine),
                due=_day(row.due),
                share=row.share,
                seed=row.seed,
                created=row.created,
            )
        )
    return tuple(found)


def due(project: Project, today: date) -> tuple[Recoding, ...]:
    """Return those that can be worked on today, the one whose day came first before the others."""
    ready = [one for one in listed(project) if one.can_start(today) and not one.over]
    return tuple(sorted(ready, key=lambda one: one.due))


def _day(stored: str) -> date:
    """Return the day that is stored; one that cannot be read has come long ago."""
    try:
        return date.fromisoformat(stored)
    except ValueError:
        return date.min


def _free_name(project: Project, name: str) -> str:
    taken = {one.name for one in people.listed(project)}
    number = 2
    while f"{name} ({number})" in taken:
        number += 1
    return f"{name} ({number})"
