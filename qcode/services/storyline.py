"""The storyline: prose that ties the main categories to the core category.

It is stored with live links (``qcode.analysis.linked_text``): categories show the names that they
have, quotations the words that stand in the documents.
"""

from __future__ import annotations

from collections.abc import Iterator

from qcode.model.enums import CodeKind
from qcode.model.messages import QT_TRANSLATE_NOOP, Message
from qcode.model.records import Code
from qcode.model.span import Span
from qcode.model.theory_records import (
    LinkKind,
    LiveSegment,
    ModelWarning,
    Relation,
    StoryCounts,
    WarningKind,
)
from qcode.services import codes, evidence, live_links, relations
from qcode.services.project import Project
from qcode.store import theory_queries

ROW = 1  # the storyline is the one row of its table
MAIN = (CodeKind.MAIN_CATEGORY, CodeKind.CORE_CATEGORY)


def text(project: Project) -> str:
    """Return the storyline as it is stored, empty where nobody has written one."""
    with project.read() as connection:
        return theory_queries.storyline(connection)


def write(project: Project, body: str, *, initiator: object | None = None) -> None:
    """Write the storyline; typing merges into one step."""
    clean = body.replace("\r\n", "\n").replace("\r", "\n").rstrip()
    with project.change(
        Message(QT_TRANSLATE_NOOP("core", "Write the storyline")),
        merge_key="storyline",
        initiator=initiator,
    ) as writer:
        if clean != theory_queries.storyline(writer.connection):
            writer.put("storyline", {"id": ROW}, body=clean, modified=writer.at)


def segments(project: Project, body: str | None = None) -> list[LiveSegment]:
    """Return the stretches of the storyline, or of ``body``, with what its links show now."""
    return live_links.resolved(project, text(project) if body is None else body)


def counts(project: Project, body: str | None = None) -> StoryCounts:
    """Count the quotations of the storyline, or of ``body``, and what it names.

    A quotation counts as often as it stands there; codes and documents count once. Links to what
    is gone are not counted.
    """
    found = segments(project, body)
    kinds = {code.id: code.kind for code in codes.tree(project, counts=False)}
    named = {one.id for one in found if one.kind is LinkKind.CODE and one.id in kinds}
    concepts = sum(kinds[i] is CodeKind.CONCEPT for i in named if i is not None)
    return StoryCounts(
        quotations=sum(one.kind is LinkKind.PASSAGE and not one.gone for one in found),
        categories=len(named) - concepts,
        concepts=concepts,
        documents=len({one.id for one in found if one.kind is LinkKind.DOCUMENT and not one.gone}),
        characters=sum(len(one.words) for one in found),
    )


# ---------------------------------------------------------------------- what is worth a look


def warnings(project: Project) -> list[ModelWarning]:
    """Return what is worth a look: in the story, in the categories of the model, in relations.

    Main and core categories that the storyline does not name (once there is one); categories of
    the model that rest on no document or on one alone, the model being main and core categories
    and whatever relations and the storyline name; relations without a passage; links to what was
    deleted. Categories come in tree order, relations and links in their own.
    """
    found = segments(project)
    tree = [code for code in codes.tree(project, counts=False) if code.kind is not CodeKind.CONCEPT]
    tied = relations.listed(project)
    named = {one.id for one in found if one.kind is LinkKind.CODE}
    listed: list[ModelWarning] = []
    if found:
        listed += _outside(tree, named)
    ends = {end for relation in tied for end in (relation.source_id, relation.target_id)}
    listed += _thin(project, [c for c in tree if c.kind in MAIN or c.id in named | ends])
    listed += _bare(project, tied)
    listed += (
        ModelWarning(
            WarningKind.DEAD_LINK,
            Message(
                QT_TRANSLATE_NOOP("core", "The storyline refers to “{words}”, which was deleted."),
                {"words": one.words},
            ),
            span=Span(one.start, one.end),
        )
        for one in found
        if one.gone
    )
    return listed


def _outside(tree: list[Code], named: set[int | None]) -> Iterator[ModelWarning]:
    for code in tree:
        if code.kind in MAIN and code.id not in named:
            yield ModelWarning(
                WarningKind.OUTSIDE_STORY,
                Message(
                    QT_TRANSLATE_NOOP("core", "The storyline does not name the {kind} “{code}”."),
                    {"kind": code.kind.label, "code": code.title},
                ),
                code_id=code.id,
            )


def _thin(project: Project, categories: list[Code]) -> Iterator[ModelWarning]:
    rests = evidence.of_codes(project, [code.id for code in categories])
    for code in categories:
        documents = rests[code.id].documents
        if documents == 0:
            yield ModelWarning(
                WarningKind.NO_DOCUMENT,
                Message(
                    QT_TRANSLATE_NOOP("core", "“{code}” rests on no passage."),
                    {"code": code.title},
                ),
                code_id=code.id,
            )
        elif documents == 1:
            yield ModelWarning(
                WarningKind.ONE_DOCUMENT,
                Message(
                    QT_TRANSLATE_NOOP("core", "“{code}” rests on one document alone."),
                    {"code": code.title},
                ),
                code_id=code.id,
            )


def _bare(project: Project, tied: list[Relation]) -> Iterator[ModelWarning]:
    names = {code.id: code.title for code in codes.tree(project, counts=False)}
    for relation in tied:
        if not relation.passages:
            yield ModelWarning(
                WarningKind.NO_PASSAGE,
                Message(
                    QT_TRANSLATE_NOOP(
                        "core", "No passage stands for “{source}” {type} “{target}”."
                    ),
                    {
                        "source": names[relation.source_id],
                        "type": relation.label,
                        "target": names[relation.target_id],
                    },
                ),
                relation_id=relation.id,
            )
