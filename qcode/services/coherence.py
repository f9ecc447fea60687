"""What does not fit together in the codebook, in sentences, each with its cure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from qcode.analysis import coherence as rules
from qcode.analysis import similar_names
from qcode.model.coherence import Finding, FindingKind
from qcode.model.enums import CodeKind, RelationForm
from qcode.model.messages import QT_TRANSLATE_NOOP, Message, Param
from qcode.model.records import Code
from qcode.services import codes
from qcode.services.project import Project
from qcode.store import coherence_queries, queries, saturation_queries, theory_queries

if TYPE_CHECKING:
    from qcode.store.connection import Connection

__all__ = ["Finding", "FindingKind", "findings", "passages_without_concept"]

_CONCEPT = CodeKind.CONCEPT.label
_CATEGORY = CodeKind.CATEGORY.label
_MAIN = CodeKind.MAIN_CATEGORY.label
_CORE = CodeKind.CORE_CATEGORY.label


def findings(project: Project) -> list[Finding]:
    """Return everything that does not fit, kind after kind, each in the order of the codes."""
    with project.read() as connection:
        listed = codes.tree_of(connection, counts=False)
        occurrences, _ = saturation_queries.occurrences(connection)
        skipping = coherence_queries.passages_without_concept(connection)
        in_model = coherence_queries.codes_in_model(connection)
        by_id = {code.id: code for code in listed}
        tree = rules.Tree(
            {code.id: code.kind for code in listed}, {code.id: code.parent_id for code in listed}
        )
        resting = rules.on_one_document(tree, occurrences)
        names = queries.document_names(connection, resting.values())
        low = rules.concepts_in_model(tree, in_model)
        standing = _places(connection, by_id) if low else {}
    coded: set[int] = set().union(*occurrences.values())
    return [
        *_cores(tree, by_id),
        *_levels_skipped(tree, by_id),
        *_concepts_in_model(low, standing, by_id),
        *_shape(tree, by_id),
        *_only_category(skipping, by_id),
        *_near_duplicates(by_id),
        *_one_document(resting, by_id, names),
        *_unused(rules.unused(tree, coded, in_model), by_id),
    ]


def passages_without_concept(project: Project, *code_ids: int) -> list[int]:
    """Return the passages (selection ids) that a category is on and no concept is, in text order.

    They are those that a finding of ``ONLY_CATEGORY`` counts. Of several codes, those of each one;
    a concept has none.
    """
    with project.read() as connection:
        return coherence_queries.selections_without_concept(connection, code_ids)


def _said(code: Code, template: str, **params: Param) -> Message:
    """A sentence about one code: its name, its kind, and what else."""
    return Message(template, {"code": code.title, "kind": code.kind.label, **params})


def _cores(tree: rules.Tree, by_id: dict[int, Code]) -> Iterator[Finding]:
    for group in rules.several_cores(tree):
        yield Finding(
            FindingKind.SEVERAL_CORES,
            group,
            Message(
                QT_TRANSLATE_NOOP("core", "There is more than one {core}: {codes}."),
                {"core": _CORE, "codes": _listed(group, by_id)},
            ),
            Message(
                QT_TRANSLATE_NOOP(
                    "core", "Keep the one that organises the rest, and lower the others ({main})."
                ),
                {"main": _MAIN},
            ),
        )


def _levels_skipped(tree: rules.Tree, by_id: dict[int, Code]) -> Iterator[Finding]:
    for code_id, *bare in rules.levels_skipped(tree):
        yield Finding(
            FindingKind.LEVEL_SKIPPED,
            (code_id, *bare),
            _said(
                by_id[code_id],
                QT_TRANSLATE_NOOP(
                    "core",
                    "“{code}” ({kind}) holds codes directly that are on the lowest level"
                    " ({concept}): {codes}.",
                ),
                concept=_CONCEPT,
                codes=_listed(tuple(bare), by_id),
            ),
            Message(
                QT_TRANSLATE_NOOP(
                    "core", "Put a code of the level between ({category}) above them."
                ),
                {"category": _CATEGORY},
            ),
        )


def _concepts_in_model(
    low: list[int], standing: Mapping[int, list[str]], by_id: dict[int, Code]
) -> Iterator[Finding]:
    for code_id in low:
        yield Finding(
            FindingKind.CONCEPT_IN_MODEL,
            (code_id,),
            _said(
                by_id[code_id],
                QT_TRANSLATE_NOOP(
                    "core",
                    "“{code}” ({kind}) stands in the model, which is made of higher levels:"
                    " {places}.",
                ),
                places=_quoted(standing[code_id]),
            ),
            Message(
                QT_TRANSLATE_NOOP(
                    "core",
                    "Make it a code of the level above ({category}), or put the one that it belongs"
                    " to in its place.",
                ),
                {"category": _CATEGORY},
            ),
        )


def _shape(tree: rules.Tree, by_id: dict[int, Code]) -> Iterator[Finding]:
    for code_id in rules.outside_main_categories(tree):
        yield Finding(
            FindingKind.OUTSIDE_MAIN_CATEGORIES,
            (code_id,),
            _said(
                by_id[code_id],
                QT_TRANSLATE_NOOP("core", "“{code}” ({kind}) is below no {main}."),
                main=_MAIN,
            ),
            Message(
                QT_TRANSLATE_NOOP(
                    "core", "Move it below one, or make it one if it stands by itself."
                )
            ),
        )
    for code_id in rules.without_concepts(tree):
        yield Finding(
            FindingKind.WITHOUT_CONCEPTS,
            (code_id,),
            _said(
                by_id[code_id],
                QT_TRANSLATE_NOOP("core", "“{code}” ({kind}) has no {concept} below it."),
                concept=_CONCEPT,
            ),
            Message(
                QT_TRANSLATE_NOOP("core", "Move codes below it, merge it, or delete it."),
            ),
        )
    for code_id in rules.without_category(tree):
        yield Finding(
            FindingKind.WITHOUT_CATEGORY,
            (code_id,),
            _said(
                by_id[code_id],
                QT_TRANSLATE_NOOP("core", "“{code}” ({kind}) is below no {category}."),
                category=_CATEGORY,
            ),
            Message(
                QT_TRANSLATE_NOOP(
                    "core", "Move it below one, or merge it with a code that says the same."
                )
            ),
        )


def _only_category(skipping: dict[int, int], by_id: dict[int, Code]) -> Iterator[Finding]:
    for code_id, code in by_id.items():
        count = skipping.get(code_id, 0)
        if not count:
            continue
        template = (
            QT_TRANSLATE_NOOP("core", "1 passage is coded with “{code}” ({kind}) and no {concept}.")
            if count == 1
            else QT_TRANSLATE_NOOP(
                "core", "{count} passages are coded with “{code}” ({kind}) and no {concept}."
            )
        )
        params: dict[str, Param] = {"concept": _CONCEPT}
        if count > 1:
            params["count"] = count
        yield Finding(
            FindingKind.ONLY_CATEGORY,
            (code_id,),
            _said(code, template, **params),
            Message(
                QT_TRANSLATE_NOOP(
                    "core", "Say on the lowest level ({concept}) what each passage shows."
                ),
                {"concept": _CONCEPT},
            ),
            passages=count,
        )


def _near_duplicates(by_id: dict[int, Code]) -> Iterator[Finding]:
    for group in similar_names.near({code.id: code.name for code in by_id.values()}):
        yield Finding(
            FindingKind.NEAR_DUPLICATES,
            group,
            Message(
                QT_TRANSLATE_NOOP("core", "These names are nearly the same: {codes}."),
                {"codes": _listed(group, by_id)},
            ),
            Message(
                QT_TRANSLATE_NOOP(
                    "core", "Merge them if they mean the same, else give them names that differ."
                )
            ),
        )


def _one_document(
    resting: dict[int, int], by_id: dict[int, Code], names: dict[int, tuple[str, str]]
) -> Iterator[Finding]:
    for code_id, document in resting.items():
        yield Finding(
            FindingKind.ONE_DOCUMENT,
            (code_id,),
            _said(
                by_id[code_id],
                QT_TRANSLATE_NOOP("core", "“{code}” ({kind}) rests on one document: {document}."),
                document=names[document][0],
            ),
            Message(
                QT_TRANSLATE_NOOP(
                    "core", "Look for it in other documents, or say why one is enough."
                )
            ),
        )


def _unused(unused: list[int], by_id: dict[int, Code]) -> Iterator[Finding]:
    for code_id in unused:
        yield Finding(
            FindingKind.UNUSED,
            (code_id,),
            _said(by_id[code_id], QT_TRANSLATE_NOOP("core", "“{code}” ({kind}) is on no passage.")),
            Message(QT_TRANSLATE_NOOP("core", "Code passages with it, or delete it.")),
        )


def _places(connection: Connection, by_id: dict[int, Code]) -> dict[int, list[str]]:
    """Return code id → what of the model it stands in: paradigms, stages, then relations."""
    found: dict[int, dict[str, None]] = {}
    paradigms = {row[0]: row[2] for row in theory_queries.paradigms(connection)}
    for _, paradigm_id, _, code_id, _ in theory_queries.slots(connection):
        found.setdefault(code_id, {})[paradigms[paradigm_id]] = None
    stages = {row[0]: row[2] for row in theory_queries.stages(connection)}
    for _, stage_id, code_id in theory_queries.stage_codes(connection):
        found.setdefault(code_id, {})[stages[stage_id]] = None
    for row in theory_queries.relations(connection):
        ends = row[2:4]
        arrow = "↔" if row[6] == RelationForm.MUTUAL.value else "→"
        for code_id in ends:
            tied = f" {arrow} ".join(by_id[end].title for end in ends)
            found.setdefault(code_id, {})[tied] = None
    return {code_id: list(names) for code_id, names in found.items()}


_MOST_NAMED = 6


def _listed(code_ids: tuple[int, ...], by_id: dict[int, Code]) -> str:
    """Names in a row; of many the first ones."""
    return _quoted([by_id[one].title for one in code_ids])


def _quoted(names: list[str]) -> str:
    named = ", ".join(f"“{name}”" for name in names[:_MOST_NAMED])
    return f"{named} …" if len(names) > _MOST_NAMED else named
