"""Relations as they are read: the list, what stands for each, the chains and loops they form."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from qcode.analysis import arrows
from qcode.model.enums import RelationForm
from qcode.model.theory_records import NO_EVIDENCE, Evidence, Relation, TypeRef
from qcode.services import relation_types
from qcode.services.project import Project
from qcode.store import theory_queries

CAUSES: tuple[TypeRef, ...] = ("causes", "conditions")
REMEDIES: tuple[TypeRef, ...] = ("remedies",)


def listed(project: Project) -> list[Relation]:
    """Return all relations in their order, with the passages that stand for them.

    Who works blind does not see a passage that only others have coded in a document that they have
    not finished themselves.
    """
    with project.read() as connection:
        rows = theory_queries.relations(connection)
        held: dict[int, list[int]] = {}
        for _, relation_id, selection_id in theory_queries.relation_passages(connection):
            held.setdefault(relation_id, []).append(selection_id)
    return [
        Relation(
            id=row[0],
            guid=row[1],
            source_id=row[2],
            target_id=row[3],
            type=row[4],
            key=row[5],
            form=RelationForm(row[6]),
            label=relation_types.label(row[5], row[7]),
            meaning=row[8],
            position=row[9],
            created=row[10],
            passages=tuple(held.get(row[0], ())),
        )
        for row in rows
    ]


def evidence(project: Project) -> dict[int, Evidence]:
    """Return relation id → number of its passages, and of the documents that they are from."""
    with project.read() as connection:
        rows = theory_queries.relation_passages(connection)
        homes = theory_queries.passage_documents(connection, (row[2] for row in rows))
        found = dict.fromkeys((row[0] for row in theory_queries.relations(connection)), NO_EVIDENCE)
    held: dict[int, list[int]] = {}
    for _, relation_id, selection_id in rows:
        held.setdefault(relation_id, []).append(homes[selection_id])
    found.update((key, Evidence(len(ids), len(set(ids)))) for key, ids in held.items())
    return found


def chains(
    project: Project,
    causes: Collection[TypeRef] = CAUSES,
    remedies: Collection[TypeRef] = REMEDIES,
) -> list[tuple[int, ...]]:
    """Return the chains problem → cause → … → remedy as tuples of code ids.

    A problem is what relations of the types ``causes`` lead to and not away from. Causes follow
    against the arrows, from the nearest to deeper ones, and the remedy is the source of a relation
    of the types ``remedies`` to the last of them: a cause with two remedies gives two chains, one
    without any gives none. Where causes go round in a circle, each of them counts as a problem.
    """
    rows = listed(project)
    why = [(r.target_id, r.source_id) for r in rows if _is(r, causes)]
    cure: dict[int, set[int]] = {}
    for relation in rows:
        if _is(relation, remedies):
            cure.setdefault(relation.target_id, set()).add(relation.source_id)
    return arrows.ways(arrows.arrows(why), cure)


def loops(project: Project, types: Collection[TypeRef] | None = None) -> list[tuple[int, ...]]:
    """Return the loops that relations (of some types, or all) close, as tuples of code ids.

    Short ones first, each from its smallest id on, along the arrows. Mutual relations can be gone
    both ways, but one of them alone is no loop, and a loop that runs over mutual relations only is
    named once.
    """
    rows = [row for row in listed(project) if types is None or _is(row, types)]
    edges: set[tuple[int, int]] = set()
    one_way: set[tuple[int, int]] = set()
    for row in rows:
        edges.add((row.source_id, row.target_id))
        if row.form is RelationForm.MUTUAL:
            edges.add((row.target_id, row.source_id))
        else:
            one_way.add((row.source_id, row.target_id))
    mutual = {frozenset(edge) for edge in edges - one_way}
    found: list[tuple[int, ...]] = []
    for loop in arrows.cycles(arrows.arrows(edges)):
        if len(loop) == 2 and not _two_relations(loop, rows):
            continue
        back = (loop[0], *reversed(loop[1:]))
        both = all(
            frozenset(pair) in mutual for pair in zip(loop, (*loop[1:], loop[0]), strict=True)
        )
        if len(loop) == 2 or not both or loop < back:
            found.append(loop)
    return found


def _two_relations(loop: tuple[int, ...], rows: Iterable[Relation]) -> bool:
    """Whether there and back are two relations, so that it is a loop and not one mutual tie."""
    ends = set(loop)
    return sum({row.source_id, row.target_id} == ends for row in rows) > 1


def _is(relation: Relation, types: Collection[TypeRef]) -> bool:
    return relation.type in types or (relation.key != "" and relation.key in types)
