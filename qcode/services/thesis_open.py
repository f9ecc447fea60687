"""What the table of open coding holds: categories, their concepts, and passages chosen for them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from qcode.analysis.tree import ancestors
from qcode.model.enums import CodeKind, Level
from qcode.model.records import Code, Coding
from qcode.model.theory_records import NO_EVIDENCE
from qcode.model.thesis import ConceptPassages, OpenCategory, OpenCoding, Quote, TableOptions
from qcode.services import evidence
from qcode.services.codebook import representative
from qcode.services.passages import of_codings
from qcode.services.project import Project
from qcode.store import passage_queries

_ALL = -1  # key of everything among codes, whose ids are positive


@dataclass(slots=True)
class _Group:
    """A category and the concepts whose nearest category it is; None is for all others."""

    category: Code | None
    codes: list[Code] = field(default_factory=list)


def gather(project: Project, tree: Sequence[Code], options: TableOptions) -> OpenCoding:
    """Return the table: all passages, or some of each category, typical ones first.

    A concept that belongs to no category has one passage in the short form. A passage with two
    concepts of a category stands there once in the short form, with each in the long one.
    """
    groups = _groups(tree)
    shown = [code.id for group in groups for code in group.codes]
    with project.read() as connection:
        by_code: dict[int, list[Coding]] = {}
        order: dict[int, int] = {}
        for coding in passage_queries.codings_of_codes(connection, shown):
            by_code.setdefault(coding.code_id, []).append(coding)
            order[coding.id] = len(order)
        chosen = {
            id(group): sorted(_chosen(group, by_code, order, options), key=lambda c: order[c.id])
            for group in groups
        }
        wanted = sorted(
            (coding for listed in chosen.values() for coding in listed),
            key=lambda coding: coding.document_id,  # so that each text is read once
        )
        quotes = {
            passage.coding_id: Quote(passage.label, passage.quote)
            for passage in of_codings(connection, wanted)
        }
    rests = evidence.of_groups(
        project,
        {group.category.id: (group.category.id,) for group in groups if group.category}
        | {_ALL: shown},
    )
    printed = len({coding.selection_id for coding in wanted})
    return OpenCoding(
        categories=tuple(
            OpenCategory(
                title=group.category.title if group.category else "",
                concepts=tuple(_concepts(group, chosen[id(group)], quotes, options)),
                evidence=rests[group.category.id] if group.category else NO_EVIDENCE,
            )
            for group in groups
        ),
        concepts=sum(code.kind is CodeKind.CONCEPT for code in tree),
        evidence=rests[_ALL],
        partial=printed < rests[_ALL].passages,
    )


def _groups(tree: Sequence[Code]) -> list[_Group]:
    """Return categories in tree order with their codes in theirs; concepts without one last."""
    codes = {code.id: code for code in tree}
    parents = {code.id: code.parent_id for code in tree}
    found: dict[int | None, _Group] = {}
    for code in tree:
        if code.kind is CodeKind.CATEGORY:
            found[code.id] = _Group(code, [code])
        elif code.kind.level is Level.OPEN:
            home = next(
                (
                    one
                    for one in ancestors(code.id, parents)
                    if codes[one].kind is CodeKind.CATEGORY
                ),
                None,
            )
            found.setdefault(home, _Group(None)).codes.append(code)
    others = found.pop(None, None)
    return [*found.values(), *([others] if others else [])]


def _chosen(
    group: _Group,
    by_code: dict[int, list[Coding]],
    order: dict[int, int],
    options: TableOptions,
) -> Iterable[Coding]:
    listed = [by_code.get(code.id, []) for code in group.codes]
    if options.long:
        return [coding for one in listed for coding in _once(one)]
    if group.category is None:
        return [coding for one in listed for coding in representative(one, 1)]
    together = sorted((coding for one in listed for coding in one), key=lambda c: order[c.id])
    return representative(together, max(1, options.passages))


def _once(listed: Iterable[Coding]) -> Iterator[Coding]:
    """Yield codings of one code, a passage that several coders marked once."""
    seen: set[int] = set()
    for coding in listed:
        if coding.selection_id not in seen:
            seen.add(coding.selection_id)
            yield coding


def _concepts(
    group: _Group, chosen: Iterable[Coding], quotes: dict[int, Quote], options: TableOptions
) -> Iterator[ConceptPassages]:
    by_code: dict[int, list[Quote]] = {}
    for coding in chosen:
        by_code.setdefault(coding.code_id, []).append(quotes[coding.id])
    for code in group.codes:
        found = tuple(by_code.get(code.id, ()))
        if found or (options.long and code is not group.category):
            yield ConceptPassages("" if code is group.category else code.title, found)
