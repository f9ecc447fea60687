"""The codebook and the passages as they are printed: gathered here, laid out by ``formats``."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING

from qcode.model.records import Code, Coding, Passage
from qcode.model.report import Codebook, CodeEntry, QuotedPassage
from qcode.services import codes
from qcode.services.passages import of_codings
from qcode.services.project import Project
from qcode.store import passage_queries, queries

if TYPE_CHECKING:
    from qcode.store.connection import Connection


def gather(
    project: Project,
    *,
    passages: int = 3,
    chosen: Collection[int] | None = None,
    today: date | None = None,
) -> Codebook:
    """Gather the codebook: every code in tree order with up to ``passages`` of its own passages.

    Passages marked typical come first, then those of different documents in turn, so that a few
    show the breadth. ``chosen`` limits the codes (ids) that are printed.
    """
    with project.read() as connection:
        tree = codes.tree_of(connection)
        coders = tuple(coder.name for coder in queries.coders(connection))
        totals = queries.totals(connection)
        marked = passage_queries.coded_passages(connection)
        documents = codes.documents_below(tree, passage_queries.code_documents(connection))
        shown = [code for code in tree if chosen is None or code.id in chosen]
        quoted = _quoted(connection, shown, passages)
    names = {code.id: code.title for code in tree}
    paths = codes.paths(tree)
    entries = tuple(
        CodeEntry(
            guid=code.guid,
            name=code.name,
            path=paths[code.id],
            number=code.number,
            kind=code.kind,
            depth=code.depth,
            parent=names.get(code.parent_id, "") if code.parent_id is not None else "",
            color=code.color,
            definition=code.definition,
            use_when=code.use_when,
            not_when=code.not_when,
            typical=code.typical,
            boundary=code.boundary,
            own_passages=code.passages,
            passages=code.subtree_passages,
            documents=documents.get(code.id, 0),
            quoted=quoted.get(code.id, ()),
        )
        for code in shown
    )
    return Codebook(
        project=project.name,
        date=(today or datetime.now().astimezone().date()).isoformat(),
        coders=coders,
        documents=totals["documents"],
        passages=marked,
        entries=entries,
    )


def _quoted(
    connection: Connection, shown: Sequence[Code], most: int
) -> dict[int, tuple[QuotedPassage, ...]]:
    """Code id → its passages to print, typical ones first, then in the order of documents."""
    if most <= 0:
        return {}
    by_code: dict[int, list[Coding]] = {}
    for coding in passage_queries.codings_of_codes(connection, [code.id for code in shown]):
        by_code.setdefault(coding.code_id, []).append(coding)
    wanted = [one for listed in by_code.values() for one in representative(listed, most)]
    wanted.sort(key=lambda coding: coding.document_id)  # so that each text is read once
    names = {code.id: code.title for code in shown}
    place = {coding.id: (not coding.typical, order) for order, coding in enumerate(wanted)}
    found: dict[int, list[Passage]] = {}
    for passage in of_codings(connection, wanted):
        found.setdefault(passage.code_id, []).append(passage)
    return {
        code_id: tuple(
            printed(passage, names[code_id])
            for passage in sorted(listed, key=lambda passage: place[passage.coding_id])
        )
        for code_id, listed in found.items()
    }


def representative(listed: Sequence[Coding], most: int) -> list[Coding]:
    """Choose up to ``most`` codings of one code: typical ones, then one document after another.

    A passage that several coders marked is chosen once.
    """
    once: dict[int, Coding] = {}
    for coding in sorted(listed, key=lambda coding: not coding.typical):
        once.setdefault(coding.selection_id, coding)
    turn: dict[int, int] = {}  # how many of this document came before
    ranked: list[tuple[bool, int, int, Coding]] = []
    for order, coding in enumerate(once.values()):
        nth = turn.get(coding.document_id, 0)
        turn[coding.document_id] = nth + 1
        ranked.append((not coding.typical, 0 if coding.typical else nth, order, coding))
    ranked.sort(key=lambda item: item[:3])
    return [item[3] for item in ranked[:most]]


def printed(passage: Passage, code: str) -> QuotedPassage:
    """Return a passage in the form in which exports print it; ``code`` is its code's title."""
    return QuotedPassage(
        label=passage.label,
        quote=passage.quote,
        document=passage.document,
        start=passage.start,
        end=passage.end,
        code=code,
        coder=passage.coder,
        memo=passage.memo,
        created=passage.created,
        typical=passage.typical,
    )


def all_passages(project: Project, code_ids: Collection[int] | None = None) -> list[QuotedPassage]:
    """Return the passages of all or some codes, code after code in tree order."""
    with project.read() as connection:
        tree = codes.tree_of(connection, counts=False)
        shown = [code for code in tree if code_ids is None or code.id in code_ids]
        listed = passage_queries.codings_of_codes(connection, [code.id for code in shown])
        passages = of_codings(connection, listed)
    order = {code.id: place for place, code in enumerate(shown)}
    names = {code.id: code.title for code in shown}
    passages.sort(key=lambda passage: order[passage.code_id])
    return [printed(passage, names[passage.code_id]) for passage in passages]
