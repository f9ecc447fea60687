"""Who codes which documents, how far each one is, and how much is coded by two."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from qcode.analysis import dealing
from qcode.model.enums import WorkStatus
from qcode.model.errors import QcodeError
from qcode.model.messages import QT_TRANSLATE_NOOP, Message
from qcode.model.records import Coder, WorkRecord
from qcode.services import coders as people
from qcode.services import documents
from qcode.services.project import Project, coder_name
from qcode.store import company_queries, passage_queries, queries
from qcode.store.writer import Writer


@dataclass(frozen=True, slots=True)
class Assignment:
    """The documents that one coder is to code, in their order in the project."""

    coder: str
    document_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class CoderProgress:
    """How far a coder is: documents given to them (open and finished), codings, characters.

    ``codings`` are those that who asks may see. ``characters`` (code points) are those of all
    documents given to them, ``finished_characters`` those of what they have finished.
    """

    coder: Coder
    open: int
    finished: int
    codings: int
    characters: int
    finished_characters: int

    @property
    def assigned(self) -> int:
        """How many documents were given to them."""
        return self.open + self.finished


@dataclass(frozen=True, slots=True)
class Shared:
    """By how many people each document is coded; the consensus and second times do not count.

    ``by_coders`` has number of coders → documents given to that many, from 0 on and without gaps;
    ``doubly`` of ``documents`` are given to two or more, ``doubly_finished`` finished by two or
    more.
    """

    documents: int
    by_coders: tuple[int, ...]
    doubly: int
    doubly_finished: int

    @property
    def share(self) -> float | None:
        """Share (0 to 1) of the documents given to anybody that two or more have; None: of none."""
        given = self.documents - self.by_coders[0]
        return self.doubly / given if given else None


@dataclass(frozen=True, slots=True)
class Overall:
    """Coders in the order in which they came, every status that was set, and what it comes to.

    ``progress`` has one for each of ``coders``.
    """

    coders: tuple[Coder, ...]
    work: tuple[WorkRecord, ...]
    progress: tuple[CoderProgress, ...]
    shared: Shared


# ---------------------------------------------------------------------- giving out


def plan(
    project: Project,
    coders: Sequence[str],
    document_ids: Collection[int],
    *,
    doubly: int = 0,
    seed: int = 1,
    by_group: bool = False,
) -> tuple[Assignment, ...]:
    """Deal documents among coders evenly and at random; nothing is written.

    ``doubly`` per cent of the documents (rounded) go to two coders, all others to one. No coder has
    over one document more than another; pairs take turns. ``by_group``: that holds within each
    group of documents as well. The same project, names and ``seed`` give the same plan. Assignments
    come in the order of ``coders``.

    Raises ``QcodeError`` without coders or documents, for a coder named twice, a share that is
    none, and for two coders a document when there is only one.
    """
    names = [coder_name(name) for name in coders]
    if len(set(names)) < len(names):
        raise QcodeError(QT_TRANSLATE_NOOP("core", "Each coder can be named only once."))
    require_share(doubly)
    listed = documents.listed(project, document_ids, counts=False)
    if not names or not listed:
        raise QcodeError(
            QT_TRANSLATE_NOOP("core", "Choose coders, and the documents that they are to code.")
        )
    if doubly and len(names) < 2:
        raise QcodeError(
            QT_TRANSLATE_NOOP("core", "A document is coded doubly by two coders; choose another.")
        )
    strata = dealing.strata([(one.id, one.group_id if by_group else None) for one in listed])
    dealt = dealing.deal(strata, len(names), doubly, seed)
    return tuple(
        Assignment(name, tuple(one.id for one in listed if place in dealt[one.id]))
        for place, name in enumerate(names)
    )


def require_share(share: int, least: int = 0) -> None:
    """Raise ``QcodeError`` unless ``share`` is a percentage of ``least`` or more."""
    if not least <= share <= 100:
        raise QcodeError(
            QT_TRANSLATE_NOOP("core", "A share is from {least} to 100 per cent, not {share}."),
            least=least,
            share=share,
        )


def assign(project: Project, planned: Iterable[Assignment]) -> None:
    """Give documents to coders (made where unknown) as one step.

    What somebody has begun or finished stays as it is, and nothing is taken from anybody.
    """
    dealt = [(coder_name(one.coder), one.document_ids) for one in planned if one.document_ids]
    if not dealt:
        return
    label = Message(
        QT_TRANSLATE_NOOP("core", "Assign documents to {coders}"),
        {"coders": ", ".join(name for name, _ in dealt)},
    )
    with project.change(label) as writer:
        documents.require(writer, {document for _, ids in dealt for document in ids})
        for name, ids in dealt:
            give(writer, coder_row(writer, name), ids)


def take_away(project: Project, planned: Iterable[Assignment]) -> int:
    """Take documents from coders that they have not finished, as one step; return how many times.

    What is finished stays so, and codings stay in any case. Raises ``QcodeError`` when there is no
    such coder.
    """
    wanted = [(people.require(project, one.coder), frozenset(one.document_ids)) for one in planned]
    label = Message(
        QT_TRANSLATE_NOOP("core", "Take documents from {coder}"),
        {"coder": ", ".join(who.name for who, _ in wanted)},
    )
    with project.change(label) as writer:
        found = [
            row
            for who, ids in wanted
            for row, document, status in company_queries.work_of(writer.connection, who.id)
            if document in ids and status == WorkStatus.OPEN
        ]
        writer.update_rows("work", "status", [(row, WorkStatus.UNASSIGNED.value) for row in found])
    return len(found)


def given(project: Project, coder: str) -> set[int]:
    """Return the documents that were given to a coder: what they have open, or finished."""
    return {
        one.document_id
        for one in people.work(project)
        if one.coder == coder_name(coder) and one.status is not WorkStatus.UNASSIGNED
    }


def coder_row(writer: Writer, name: str, guid: str = "") -> int:
    """Return the id of the coder of this name; where there is none they are made, as ``guid``."""
    if guid and all(one.name != name for one in queries.coders(writer.connection)):
        return writer.insert("coder", guid=guid, name=name)
    return writer.coder_id(name)


def give(writer: Writer, coder_id: int, document_ids: Iterable[int]) -> None:
    """Set documents to open where the coder has no status there, or was not assigned."""
    known = company_queries.work_of(writer.connection, coder_id)
    there = {document: row for row, document, _ in known}
    kept = {document for _, document, status in known if status != WorkStatus.UNASSIGNED}
    wanted = [one for one in dict.fromkeys(document_ids) if one not in kept]
    writer.update_rows(
        "work", "status", [(there[one], WorkStatus.OPEN.value) for one in wanted if one in there]
    )
    writer.insert_rows(
        "work",
        ("document_id", "coder_id", "status"),
        [(one, coder_id, WorkStatus.OPEN.value) for one in wanted if one not in there],
    )


# ---------------------------------------------------------------------- how far it is


def overall(project: Project) -> Overall:
    """Return who was given what, how far everybody is, and how much is coded by two."""
    coders = people.listed(project)
    with project.read() as connection:
        codings = passage_queries.coder_codings(connection)
        length = company_queries.lengths(connection)
        work = tuple(queries.work(connection))
    by_coder: dict[str, list[WorkRecord]] = {}
    for record in work:
        by_coder.setdefault(record.coder, []).append(record)
    return Overall(
        tuple(coders),
        work,
        tuple(
            _progress(one, by_coder.get(one.name, ()), codings.get(one.id, 0), length)
            for one in coders
        ),
        _shared([by_coder.get(one.name, ()) for one in coders if one.role is None], len(length)),
    )


def _progress(
    coder: Coder, work: Sequence[WorkRecord], codings: int, length: Mapping[int, int]
) -> CoderProgress:
    todo, done = (
        [length[record.document_id] for record in work if record.status is status]
        for status in (WorkStatus.OPEN, WorkStatus.FINISHED)
    )
    return CoderProgress(
        coder=coder,
        open=len(todo),
        finished=len(done),
        codings=codings,
        characters=sum(todo) + sum(done),
        finished_characters=sum(done),
    )


def _shared(works: Iterable[Iterable[WorkRecord]], count: int) -> Shared:
    """Count of ``count`` documents by how many they are coded; ``works``: those of each person."""
    mine = [one for work in works for one in work if one.status is not WorkStatus.UNASSIGNED]
    times = Counter(one.document_id for one in mine)
    done = Counter(one.document_id for one in mine if one.status is WorkStatus.FINISHED)
    by_coders = [0] * (max(times.values(), default=0) + 1)
    for number in times.values():
        by_coders[number] += 1
    by_coders[0] = count - len(times)
    return Shared(
        documents=count,
        by_coders=tuple(by_coders),
        doubly=sum(number > 1 for number in times.values()),
        doubly_finished=sum(number > 1 for number in done.values()),
    )
