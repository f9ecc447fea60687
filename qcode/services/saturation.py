"""Saturation: documents held out, the order of coding, and the ledger of what is new in each."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from pathlib import Path

from qcode.analysis import saturation as ledger
from qcode.analysis.saturation import BASE_SIZE, RUN_LENGTH, THRESHOLD
from qcode.model.enums import CodeKind
from qcode.model.errors import QcodeError
from qcode.model.messages import QT_TRANSLATE_NOOP, Message
from qcode.model.records import Document
from qcode.model.report import PageSetup
from qcode.model.saturation import (
    CodingOrder,
    DocumentNews,
    NewCode,
    Run,
    RunMeasure,
    Saturation,
    Verdict,
)
from qcode.services import codes, documents, terms
from qcode.services.exporting import require_ending
from qcode.services.project import Project
from qcode.store import queries, saturation_queries

__all__ = [
    "BASE_SIZE",
    "ENDINGS",
    "RUN_LENGTH",
    "THRESHOLD",
    "CodingOrder",
    "DocumentNews",
    "NewCode",
    "Run",
    "RunMeasure",
    "Saturation",
    "Verdict",
    "held_out",
    "order",
    "report",
    "set_held_out",
    "set_order",
    "write",
]

ORDER = "saturation_order"  # key of the setting
ENDINGS = (".docx", ".svg", ".png")


# ---------------------------------------------------------------------- changing


def set_held_out(project: Project, document_ids: Collection[int], held_out: bool) -> None:
    """Keep documents back to test saturation on, or build the theory from them again; one step.

    Raises ``QcodeError`` when a document no longer exists.
    """
    wanted = set(document_ids)
    if not wanted:
        return
    found = documents.listed(project, wanted, counts=False)
    with project.change(_label(found, len(wanted), held_out)) as writer:
        documents.require(writer, wanted)
        there = saturation_queries.held_out(writer.connection)
        for one in found:
            if held_out and one.id not in there:
                writer.insert("held_out", document_id=one.id)
            elif not held_out and one.id in there:
                writer.delete_where("held_out", {"document_id": one.id})


def _label(found: list[Document], count: int, held_out: bool) -> Message:
    if len(found) == 1:
        template = (
            QT_TRANSLATE_NOOP("core", "Hold out {document}")
            if held_out
            else QT_TRANSLATE_NOOP("core", "No longer hold out {document}")
        )
        return Message(template, {"document": found[0].name})
    template = (
        QT_TRANSLATE_NOOP("core", "Hold out {count} documents")
        if held_out
        else QT_TRANSLATE_NOOP("core", "No longer hold out {count} documents")
    )
    return Message(template, {"count": count})


def set_order(project: Project, order: CodingOrder) -> None:
    """Choose in which order documents are taken to have been coded, as one step."""
    label = Message(QT_TRANSLATE_NOOP("core", "Saturation in the {order}"), {"order": order.label})
    with project.change(label) as writer:
        if _order(queries.setting(writer.connection, ORDER)) is not order:
            writer.put("setting", {"key": ORDER}, value=order.value)


# ---------------------------------------------------------------------- reading


def held_out(project: Project) -> set[int]:
    """Return the documents (ids) that are kept back."""
    with project.read() as connection:
        return saturation_queries.held_out(connection)


def order(project: Project) -> CodingOrder:
    """Return the order in which documents are taken to have been coded."""
    with project.read() as connection:
        return _order(queries.setting(connection, ORDER))


def _order(stored: str | None) -> CodingOrder:
    return CodingOrder(stored) if stored in set(CodingOrder) else CodingOrder.DOCUMENTS


def report(
    project: Project,
    *,
    base_size: int = BASE_SIZE,
    run_length: int = RUN_LENGTH,
    threshold: float = THRESHOLD,
) -> Saturation:
    """Return the ledger of all documents: what is new in each, the measure, the verdict.

    A concept is new in the document where it is first coded; a category where it, or anything
    below it, is. ``threshold`` is per cent. Raises ``QcodeError`` for numbers that make no measure.
    """
    _require_numbers(base_size, run_length, threshold)
    with project.read() as connection:
        chosen = _order(queries.setting(connection, ORDER))
        kept_back = saturation_queries.held_out(connection)
        listed = {one.id: one for one in queries.documents(connection, counts=False)}
        tree = {code.id: code for code in codes.tree_of(connection, counts=False)}
        occurrences, first = saturation_queries.occurrences(connection)
    places = ledger.in_order(
        (ledger.Place(one, one in kept_back, first.get(one)) for one in listed),
        by_first_coding=chosen is CodingOrder.FIRST_CODED,
    )
    parents = {code.id: code.parent_id for code in tree.values()}
    found: list[DocumentNews] = []
    concepts = categories = 0
    for place, new in zip(
        places,
        ledger.first_seen((place.document for place in places), occurrences, parents),
        strict=True,
    ):
        kinds: dict[CodeKind, list[NewCode]] = {kind: [] for kind in CodeKind}
        for code_id in new:
            kinds[tree[code_id].kind].append(NewCode(code_id, tree[code_id].title))
        concepts += len(kinds[CodeKind.CONCEPT])
        categories += len(kinds[CodeKind.CATEGORY])
        document = listed[place.document]
        found.append(
            DocumentNews(
                document_id=document.id,
                guid=document.guid,
                document=document.name,
                label=document.label,
                held_out=place.held_out,
                coded=place.first is not None,
                concepts=tuple(kinds[CodeKind.CONCEPT]),
                categories=tuple(kinds[CodeKind.CATEGORY]),
                higher=tuple(kinds[CodeKind.CORE_CATEGORY] + kinds[CodeKind.MAIN_CATEGORY]),
                cumulative_concepts=concepts,
                cumulative_categories=categories,
            )
        )
    verdict = ledger.verdict((one.coded, len(one.names)) for one in found if one.held_out)
    return Saturation(
        order=chosen,
        documents=tuple(found),
        measure=ledger.runs(
            [len(one.concepts) for one in found if one.coded], base_size, run_length, threshold
        ),
        verdict=verdict,
        sentence=_sentence(verdict, [one for one in found if one.held_out]),
    )


def _require_numbers(base_size: int, run_length: int, threshold: float) -> None:
    if base_size < 1 or run_length < 1 or not 0 <= threshold <= 100:
        raise QcodeError(
            QT_TRANSLATE_NOOP(
                "core",
                "The base and a run have at least one document, and the threshold is between 0"
                " and 100 per cent.",
            )
        )


def _sentence(verdict: Verdict, held_out: list[DocumentNews]) -> Message:
    """Say the verdict; kinds are parameters, so that the project's own names are said."""
    if verdict is Verdict.NONE_HELD_OUT:
        return Message(
            QT_TRANSLATE_NOOP("core", "Saturation cannot be tested: no document is held out.")
        )
    if verdict is Verdict.NOT_YET_CODED:
        return Message(
            QT_TRANSLATE_NOOP(
                "core",
                "Saturation cannot be tested yet: of the documents held out, {coded} of {count}"
                " are coded.",
            ),
            {"coded": sum(one.coded for one in held_out), "count": len(held_out)},
        )
    kinds = {
        "concept": CodeKind.CONCEPT.label,
        "category": CodeKind.CATEGORY.label,
        "main_category": CodeKind.MAIN_CATEGORY.label,
    }
    if verdict is Verdict.SATURATED:
        del kinds["main_category"]
        return Message(
            QT_TRANSLATE_NOOP(
                "core",
                "The theory is saturated at this point: the documents held out bring no new"
                " {concept} and no new {category}.",
            ),
            kinds,
        )
    counts = {
        "concepts": sum(len(one.concepts) for one in held_out),
        "categories": sum(len(one.categories) for one in held_out),
        "higher": sum(len(one.higher) for one in held_out),
    }
    if counts["higher"]:
        template = QT_TRANSLATE_NOOP(
            "core",
            "The theory is not saturated: the documents held out bring something new ({concept}:"
            " {concepts}; {category}: {categories}; {main_category} or above: {higher}).",
        )
        return Message(template, {**kinds, **counts})
    del kinds["main_category"], counts["higher"]
    template = QT_TRANSLATE_NOOP(
        "core",
        "The theory is not saturated: the documents held out bring something new ({concept}:"
        " {concepts}; {category}: {categories}).",
    )
    return Message(template, {**kinds, **counts})


# ---------------------------------------------------------------------- writing


def write(project: Project, found: Saturation, out: Path, setup: PageSetup | None = None) -> None:
    """Write a ledger: its table as Word, or its curve as SVG or PNG, by the ending of ``out``.

    Raises ``QcodeError`` for another ending and for a file that cannot be written.
    """
    require_ending(out, ENDINGS)
    setup = terms.page_setup(project, setup)
    if out.suffix.lower() == ".docx":
        from qcode.formats import saturation_docx

        with project.read() as connection:
            coders = [coder.name for coder in queries.coders(connection)]
        saturation_docx.write(
            found,
            out,
            project=project.name,
            coders=coders,
            date=datetime.now().astimezone().date().isoformat(),
            setup=setup,
        )
    else:
        from qcode.formats import curve

        curve.write(found, out, setup)
