"""What the tables of axial and selective coding hold: categories, properties, roles, relations."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from qcode.analysis.tree import ancestors
from qcode.model.enums import CodeKind
from qcode.model.records import Code
from qcode.model.report import PageSetup
from qcode.model.theory_records import CodeProperty
from qcode.model.thesis import (
    MainCategory,
    ParadigmTable,
    PropertyLine,
    Quote,
    RelationLine,
    RoleLine,
    SelectiveCoding,
    StageLine,
    Subcategory,
)
from qcode.services import drawing, paradigms, passages, properties, relations, stages
from qcode.services.project import Project
from qcode.store import passage_queries, queries, thesis_queries


def main_categories(tree: Sequence[Code]) -> tuple[MainCategory, ...]:
    """Return main categories with the initial categories below them; those without one last."""
    codes = {code.id: code for code in tree}
    parents = {code.id: code.parent_id for code in tree}
    below: dict[int | None, list[Subcategory]] = {
        code.id: [] for code in tree if code.kind is CodeKind.MAIN_CATEGORY
    }
    for code in tree:
        if code.kind is CodeKind.CATEGORY:
            home = next((one for one in ancestors(code.id, parents) if one in below), None)
            below.setdefault(home, []).append(Subcategory(code.title, code.definition))
    others = below.pop(None, [])
    found = [
        MainCategory(codes[key].title, codes[key].definition, tuple(listed))
        for key, listed in below.items()
        if key is not None
    ]
    return (*found, *([MainCategory("", "", tuple(others))] if others else []))


def property_lines(project: Project, tree: Sequence[Code]) -> tuple[PropertyLine, ...]:
    """Return the properties of codes in tree order, with the passages nearest to the poles.

    Where several coders placed a passage, the mean of their places counts.
    """
    having = properties.listed(project)
    found: list[tuple[Code, CodeProperty, int | None, int | None]] = [
        (code, one, *_ends(one))
        for code in tree
        if code.id in having
        for one in properties.of_code(project, code.id)
    ]
    quotes = quoted(project, {end for _, _, *ends in found for end in ends if end is not None})
    return tuple(
        PropertyLine(
            category=code.title,
            name=one.name,
            low=one.low,
            high=one.high,
            placed=len({place.selection_id for place in one.places}),
            low_quote=quotes.get(low) if low is not None else None,
            high_quote=quotes.get(high) if high is not None else None,
        )
        for code, one, low, high in found
    )


def _ends(one: CodeProperty) -> tuple[int | None, int | None]:
    """Return the passages nearest to the low and the high pole, each in its own half."""
    places: dict[int, list[int]] = {}
    for place in one.places:
        places.setdefault(place.selection_id, []).append(place.place)
    means = {key: sum(listed) / len(listed) for key, listed in places.items()}
    middle = (properties.LOW + properties.HIGH) / 2
    low = min((key for key in means if means[key] < middle), key=means.__getitem__, default=None)
    high = max((key for key in means if means[key] > middle), key=means.__getitem__, default=None)
    return low, high


def paradigm_tables(project: Project, titles: Mapping[int, str]) -> tuple[ParadigmTable, ...]:
    """Return the paradigms that hold anything. ``titles`` are those of all codes."""
    found = []
    for one in paradigms.listed(project):
        if not any(one.slots.values()):
            continue
        rests = paradigms.evidence(project, one.id)
        found.append(
            ParadigmTable(
                one.name,
                tuple(
                    RoleLine(
                        role,
                        tuple((titles[code], rests.codes[code]) for code in held),
                        rests.roles[role],
                    )
                    for role, held in one.slots.items()
                ),
            )
        )
    return tuple(found)


def selective(
    project: Project,
    tree: Sequence[Code],
    setup: PageSetup,
    *,
    passages_each: int | None = 1,
) -> SelectiveCoding:
    """Return core categories, relations with up to so many passages each, stages and diagram."""
    titles = {code.id: code.title for code in tree}
    tied = relations.listed(project)
    rests = relations.evidence(project)
    chosen = {one.id: one.passages[:passages_each] for one in tied}
    quotes = quoted(project, {key for listed in chosen.values() for key in listed})
    diagram = None
    if tied:
        model = drawing.gather(project, drawing.wording(setup))
        diagram = (model, drawing.arranged(project, model))
    return SelectiveCoding(
        cores=tuple(
            Subcategory(code.title, code.definition)
            for code in tree
            if code.kind is CodeKind.CORE_CATEGORY
        ),
        relations=tuple(
            RelationLine(
                source=titles[one.source_id],
                target=titles[one.target_id],
                form=one.form,
                type_key="" if isinstance(one.label, str) else one.key,
                type_name=one.label if isinstance(one.label, str) else "",
                meaning=one.meaning,
                quotes=tuple(quotes[key] for key in chosen[one.id] if key in quotes),
                evidence=rests[one.id],
            )
            for one in tied
        ),
        stages=tuple(
            StageLine(one.name, one.meaning, tuple(titles[code] for code in one.codes))
            for one in stages.listed(project)
        ),
        diagram=diagram,
    )


def quoted(project: Project, selection_ids: Collection[int]) -> dict[int, Quote]:
    """Return selection id → the passage as tables print it.

    A passage that carries no coding has no place among the coded ones: its label is that of its
    document alone.
    """
    if not selection_ids:
        return {}
    with project.read() as connection:
        spans = thesis_queries.passages(connection, selection_ids)
        documents = _documents(spans)
        names = queries.document_names(connection, documents)
        places = passage_queries.passage_places(connection, documents)
        texts = dict(queries.texts(connection, documents))
    found = {}
    for key, (document, start, end) in spans.items():
        name, label = names[document]
        known = label or name
        place = places.get(key)
        found[key] = Quote(
            known if place is None else passages.numbered(known, place), texts[document][start:end]
        )
    return found


def _documents(spans: Mapping[int, tuple[int, int, int]]) -> list[int]:
    return list(dict.fromkeys(document for document, _, _ in spans.values()))
