"""The axes of a typology: which there are, how commands name them, and what lies along them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from qcode.analysis.tree import subtree
from qcode.model.enums import CodeKind
from qcode.model.errors import QcodeError
from qcode.model.messages import QT_TRANSLATE_NOOP
from qcode.model.records import Code, Document
from qcode.model.thesis import Axis, AxisKind, AxisLine
from qcode.services import codes, documents, lookup, properties
from qcode.services.project import Project
from qcode.store import theory_queries

__all__ = ["Along", "along", "find", "offered"]

_PLAIN = (AxisKind.GROUPS, AxisKind.DOCUMENTS, AxisKind.MAIN, AxisKind.CATEGORIES)


@dataclass(frozen=True, slots=True)
class Along:
    """What lies along an axis.

    ``sets`` has for each title of ``line`` the ids of its documents, or of its code and all codes
    below. ``codes`` are those codes themselves; it is empty where documents are parted.
    """

    line: AxisLine
    sets: tuple[frozenset[int], ...]
    codes: tuple[int, ...] = ()


# ---------------------------------------------------------------------- choosing


def offered(project: Project) -> list[tuple[Axis, str]]:
    """Return the axes that a project has, each with the name of what it is about.

    The name is that of a variable, of a property behind its category, or of a code that has
    categories below it; it is empty where the kind says enough.
    """
    tree = codes.tree(project, counts=False)
    names = {code.id: code.name for code in tree}
    having = {code.parent_id for code in tree if code.kind is not CodeKind.CONCEPT}
    return [
        (Axis(AxisKind.GROUPS), ""),
        (Axis(AxisKind.DOCUMENTS), ""),
        *((Axis(AxisKind.VARIABLE, one.id), one.name) for one in documents.variables(project)),
        *(
            (Axis(AxisKind.PROPERTY, one.id), f"{names[code_id]}: {one.name}")
            for code_id, listed in properties.listed(project).items()
            for one in listed
        ),
        (Axis(AxisKind.MAIN), ""),
        (Axis(AxisKind.CATEGORIES), ""),
        *((Axis(AxisKind.BELOW, code.id), code.title) for code in tree if code.id in having),
    ]


def find(project: Project, reference: str) -> Axis:
    """Return the axis that a command names.

    ``groups``, ``documents``, ``main`` and ``categories`` stand for themselves; ``variable:NAME``,
    ``property:NAME`` or ``property:CODE: NAME``, and ``below:CODE`` name what they are about.
    Raises ``QcodeError`` when there is no such thing, or several.
    """
    kind, _, name = reference.partition(":")
    if reference in set(_PLAIN):
        return Axis(AxisKind(reference))
    if kind == AxisKind.BELOW:
        return Axis(AxisKind.BELOW, lookup.code(project, name.strip()).id)
    if kind in (AxisKind.VARIABLE, AxisKind.PROPERTY):
        return _named(project, AxisKind(kind), name.strip())
    raise QcodeError(
        QT_TRANSLATE_NOOP(
            "core",
            "“{axis}” is no axis: use groups, documents, main, categories, variable:NAME,"
            " property:NAME or below:CODE.",
        ),
        axis=reference,
    )


def _named(project: Project, kind: AxisKind, name: str) -> Axis:
    known = {axis: said for axis, said in offered(project) if axis.kind is kind}
    found = [axis for axis, said in known.items() if said == name]
    if not found:  # a property may go without its category
        found = [axis for axis, said in known.items() if said.endswith(f": {name}")]
    if len(found) != 1:
        raise QcodeError(
            QT_TRANSLATE_NOOP(
                "core", "“{name}” names no single {kind} in {file}; it has: {known}."
            ),
            name=name,
            kind=kind.value,
            file=str(project.path),
            known="; ".join(known.values()) or "–",
        )
    return found[0]


# ---------------------------------------------------------------------- reading


def along(project: Project, axis: Axis, tree: Sequence[Code]) -> Along:
    """Return what lies along an axis; raises ``QcodeError`` when it is about something gone."""
    if axis.kind.of_codes:
        return _codes(axis, tree)
    listed = documents.listed(project, counts=False)
    if axis.kind is AxisKind.DOCUMENTS:
        line = AxisLine(axis.kind, "", tuple(one.label or one.name for one in listed))
        return Along(line, tuple(frozenset({one.id}) for one in listed))
    if axis.kind is AxisKind.GROUPS:
        groups = {one.id: one.name for one in documents.groups(project)}
        return _parted(axis, "", listed, groups.values(), lambda one: groups.get(one.group_id or 0))
    if axis.kind is AxisKind.VARIABLE:
        return _by_variable(project, axis, listed)
    return _by_property(project, axis, listed, tree)


def _codes(axis: Axis, tree: Sequence[Code]) -> Along:
    kinds = {
        AxisKind.MAIN: CodeKind.MAIN_CATEGORY,
        AxisKind.CATEGORIES: CodeKind.CATEGORY,
    }
    name = ""
    if axis.kind is AxisKind.BELOW:
        name = next((code.title for code in tree if code.id == axis.ref), "") or _gone()
        chosen = [code for code in tree if code.parent_id == axis.ref]
    else:
        chosen = [code for code in tree if code.kind is kinds[axis.kind]]
    parents = {code.id: code.parent_id for code in tree}
    return Along(
        AxisLine(axis.kind, name, tuple(code.title for code in chosen)),
        tuple(frozenset(subtree(code.id, parents)) for code in chosen),
        tuple(code.id for code in chosen),
    )


def _by_variable(project: Project, axis: Axis, listed: Sequence[Document]) -> Along:
    names = {one.id: one.name for one in documents.variables(project)}
    name = names.get(axis.ref) or _gone()
    values = documents.values(project)
    of = {one.id: values.get(one.id, {}).get(name, "") for one in listed}
    return _parted(axis, name, listed, sorted(set(of.values())), lambda one: of[one.id])


def _by_property(
    project: Project, axis: Axis, listed: Sequence[Document], tree: Sequence[Code]
) -> Along:
    """Part documents by the mean place of their passages; one in the very middle has no side."""
    having = properties.listed(project)
    code = next((key for key, held in having.items() if axis.ref in {p.id for p in held}), 0)
    if not code:
        _gone()
    (found,) = (one for one in properties.of_code(project, code) if one.id == axis.ref)
    homes = _homes(project, {place.selection_id for place in found.places})
    places: dict[int, list[int]] = {}
    for place in found.places:
        places.setdefault(homes[place.selection_id], []).append(place.place)
    low = found.low or str(properties.LOW)
    high = found.high or str(properties.HIGH)
    middle = (properties.LOW + properties.HIGH) / 2

    def side(one: Document) -> str:
        held = places.get(one.id, [middle])
        mean = sum(held) / len(held)
        return "" if mean == middle else low if mean < middle else high

    title = next(one.title for one in tree if one.id == code)
    return _parted(axis, f"{title}: {found.name}", listed, (low, high), side)


def _homes(project: Project, selection_ids: set[int]) -> Mapping[int, int]:
    with project.read() as connection:
        return theory_queries.passage_documents(connection, selection_ids)


def _parted(
    axis: Axis,
    name: str,
    listed: Sequence[Document],
    titles: Iterable[str],
    title_of: Callable[[Document], str | None],
) -> Along:
    """Put documents into sets by their titles; those without a title come last."""
    sets: dict[str, set[int]] = {title: set() for title in titles if title}
    for one in listed:
        sets.setdefault(title_of(one) or "", set()).add(one.id)
    if "" in sets:
        sets[""] = sets.pop("")
    return Along(
        AxisLine(axis.kind, name, tuple(sets)), tuple(frozenset(held) for held in sets.values())
    )


def _gone() -> str:
    raise QcodeError(
        QT_TRANSLATE_NOOP("core", "What an axis of the typology was about no longer exists.")
    )
