"""The codebook as it is read: the tree, its counts, paths, numbers and names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple
from weakref import WeakKeyDictionary

from qcode.analysis.numbering import numbers
from qcode.analysis.tree import ancestors, distinct_in_subtrees, in_tree_order, subtree
from qcode.model.enums import CodeKind, Numbering
from qcode.model.messages import QT_TRANSLATE_NOOP, Message
from qcode.model.records import Code
from qcode.services.project import Project
from qcode.store import journal, passage_queries, queries

if TYPE_CHECKING:
    from qcode.store.connection import Connection

NUMBERING = "numbering"
TEXT_FIELDS = ("definition", "use_when", "not_when", "typical", "boundary")


class _Kept(NamedTuple):
    """The codes as they were read last, without counts; ``rows`` are what they were made of."""

    state: tuple[int, int]
    rows: dict[int, tuple[Any, ...]]
    codes: dict[int, Code]


_FEW = 200  # codes that are read by themselves; more are read with all others

_kept: WeakKeyDictionary[Project, _Kept] = WeakKeyDictionary()


def tree(project: Project, *, counts: bool = True) -> list[Code]:
    """Return all codes in tree order with depth, number and, unless told not to, counts.

    Without counts they are kept until a code changes, and a code that did not change is the same
    object again: with 2,000 codes every panel asks for them after each step.
    """
    if counts:
        with project.read() as connection:
            return tree_of(connection)
    # Before the reading: what is committed meanwhile may be in it or not.
    mine, touched = project.codes_news
    with project.read() as connection:
        # While this program may not write another one may, and nobody is told of its steps.
        state = (mine, journal.last_step(connection) if project.read_only else 0)
        known = _kept.get(project)
        if known is None or known.state != state:
            follows = known is not None and state == (known.state[0] + 1, 0)
            few = touched if follows and touched is not None and len(touched) <= _FEW else None
            known = _kept[project] = _read(connection, state, known, few)
    return list(known.codes.values())


def all_by_id(project: Project) -> dict[int, Code]:
    """Return id → code in tree order: what a step that has just begun finds."""
    return {code.id: code for code in tree(project, counts=False)}


def _read(
    connection: Connection,
    state: tuple[int, int],
    known: _Kept | None,
    touched: frozenset[int] | None,
) -> _Kept:
    """Read all codes, or only those ``touched`` since what is ``known`` was read."""
    stored: dict[int, tuple[Any, ...]] | None = None
    if known is not None and touched is not None:
        stored = {row[0]: row[:-2] for row in known.rows.values() if row[0] not in touched}
        stored.update((row[0], row) for row in queries.code_rows(connection, touched))
        in_place = sorted(stored.values(), key=lambda row: (row[5], row[0]))
        stored = {row[0]: row for row in in_place}
    rows: dict[int, tuple[Any, ...]] = {}
    codes: dict[int, Code] = {}
    for row, depth, number in _in_order(connection, stored):
        whole = (*row, depth, number)
        same = known is not None and known.rows.get(row[0]) == whole
        rows[row[0]] = whole
        codes[row[0]] = (
            known.codes[row[0]] if known and same else queries.code_of(row, depth, number)
        )
    return _Kept(state, rows, codes)


def tree_of(connection: Connection, *, counts: bool = True) -> list[Code]:
    """Like ``tree``, inside a reading that is already open."""
    listed = list(_in_order(connection))
    own: Mapping[int, int] = {}
    below: Mapping[int, int] = {}
    if counts:
        parents: dict[int, int | None] = {row[0]: row[4] for row, _, _ in listed}
        own = passage_queries.own_passages(connection)
        below = distinct_in_subtrees(own, passage_queries.shared_passages(connection), parents)
    return [
        queries.code_of(row, depth, number, own.get(row[0], 0), below.get(row[0], 0))
        for row, depth, number in listed
    ]


def _in_order(
    connection: Connection, stored: dict[int, tuple[Any, ...]] | None = None
) -> Iterator[tuple[tuple[Any, ...], int, str]]:
    """Yield the stored row of each code in tree order, its depth and its number.

    ``stored`` are the rows by id, ordered among siblings, where they are known already.
    """
    if stored is None:
        stored = {row[0]: row for row in queries.code_rows(connection)}
    order = list(in_tree_order((code_id, row[4]) for code_id, row in stored.items()))
    preset = Numbering(queries.setting(connection, NUMBERING) or Numbering.NONE)
    numbered = numbers(((i, CodeKind(stored[i][3]), depth) for i, depth in order), preset)
    for code_id, depth in order:
        yield stored[code_id], depth, numbered.get(code_id, "")


def paths(codes: Iterable[Code]) -> dict[int, str]:
    """Return code id → its path (``Parent > Child``) for codes in tree order."""
    found: dict[int, str] = {}
    for code in codes:
        above = found.get(code.parent_id) if code.parent_id is not None else None
        found[code.id] = f"{above} > {code.name}" if above else code.name
    return found


def numbering(project: Project) -> Numbering:
    """Return the preset of code numbers."""
    with project.read() as connection:
        return Numbering(queries.setting(connection, NUMBERING) or Numbering.NONE)


def with_below(project: Project, code_id: int) -> set[int]:
    """Return ``code_id`` and all codes below it."""
    with project.read() as connection:
        parents = {code.id: code.parent_id for code in queries.codes(connection)}
    return subtree(code_id, parents)


def rows(project: Project) -> list[dict[str, object]]:
    """Return every code in tree order as commands and scripts see it.

    ``codings`` counts a code's own codings, ``subtree_codings`` the distinct passages of itself
    and all below, ``documents`` those of the subtree. ``parent`` is the parent's name, or its path
    where the name is not unique; it and ``number`` are None where there is none.
    """
    with project.read() as connection:
        codes = tree_of(connection)
        own = passage_queries.coding_counts(connection)
        pairs = passage_queries.code_documents(connection)
    documents = documents_below(codes, pairs)
    path_of = paths(codes)
    safe = references(codes)
    return [
        {
            "guid": code.guid,
            "name": code.name,
            "path": path_of[code.id],
            "kind": code.kind.value,
            "level": code.kind.level.value,
            "number": code.number or None,
            "parent": safe[code.parent_id] if code.parent_id is not None else None,
            "color": code.color,
            **{key: getattr(code, key) for key in TEXT_FIELDS},
            "codings": own.get(code.id, 0),
            "subtree_codings": code.subtree_passages,
            "documents": documents[code.id],
        }
        for code in codes
    ]


class Figures(NamedTuple):
    """Distinct passages of a code and all below, documents with them, passages of its own."""

    passages: int
    documents: int
    own: int


def figures(project: Project, code_id: int) -> Figures | None:
    """Count the passages of one code; None when it is gone."""
    with project.read() as connection:
        if not queries.existing(connection, "code", [code_id]):
            return None
        return Figures(*passage_queries.code_figures(connection, code_id))


def references(codes: Collection[Code]) -> dict[int, str]:
    """Return code id → what names it in a table: its name where unique, else its path.

    Where names that contain `` > `` make the path doubtful as well, it is the GUID.
    """
    path_of = paths(codes)
    times = Counter(key for code in codes for key in {code.name, path_of[code.id]})
    return {
        code.id: next((key for key in (code.name, path_of[code.id]) if times[key] == 1), code.guid)
        for code in codes
    }


def documents_below(codes: Iterable[Code], pairs: Iterable[tuple[int, int]]) -> dict[int, int]:
    """Return code id → number of documents in which it or a code below it occurs.

    ``pairs`` are the distinct ``(code id, document id)`` in which a code occurs itself.
    """
    parents = {code.id: code.parent_id for code in codes}
    found: dict[int, set[int]] = {code_id: set() for code_id in parents}
    for code_id, document_id in pairs:
        found[code_id].add(document_id)
        for above in ancestors(code_id, parents):
            found[above].add(document_id)
    return {code_id: len(documents) for code_id, documents in found.items()}


def titles(project: Project, code_ids: Collection[int]) -> Message | str:
    """Return what a step's label calls some codes: one is named, several are counted."""
    with project.read() as connection:
        return titles_in(connection, code_ids)


def titles_in(connection: Connection, code_ids: Collection[int]) -> Message | str:
    """Like ``titles``, inside a reading or a step that is already open."""
    wanted = set(code_ids)
    if len(wanted) == 1:
        (code_id,) = wanted
        if queries.setting(connection, NUMBERING) in (None, Numbering.NONE.value):
            found = queries.code_name(connection, code_id)
        else:  # the number depends on all codes
            tree = tree_of(connection, counts=False)
            found = next((code.title for code in tree if code.id == code_id), None)
        if found is not None:
            return found
    return Message(QT_TRANSLATE_NOOP("core", "{count} codes"), {"count": len(wanted)})


def naming(template: str, code_ids: Collection[int]) -> Callable[[Connection], Message]:
    """Return the label of a step on some codes, for the step itself to ask.

    ``template`` names them as ``{code}``. What ``about`` gives is read before the step, which is
    one reading more.
    """
    return lambda connection: Message(template, {"code": titles_in(connection, code_ids)})


def about(project: Project, template: str, code_ids: Collection[int]) -> Message:
    """Return the label of a step on some codes; ``template`` names them as ``{code}``."""
    return Message(template, {"code": titles(project, code_ids)})
