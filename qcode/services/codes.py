"""The codebook's codes: made, named, coloured, defined, raised, moved, merged, deleted.

Kind is stored and never guessed from the depth in the tree; a parent is never of a lower kind than
its children. Every function is one step that can be undone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from qcode.analysis.numbering import numbers
from qcode.analysis.tree import ancestors, distinct_in_subtrees, in_tree_order, subtree
from qcode.model.colors import PALETTE, normalised
from qcode.model.enums import CodeKind, Numbering
from qcode.model.errors import QcodeError
from qcode.model.messages import QT_TRANSLATE_NOOP, Message
from qcode.model.names import tidy
from qcode.model.records import Code, CodeDraft
from qcode.services.project import Project
from qcode.store import merging, queries
from qcode.store.writer import Writer

if TYPE_CHECKING:
    from qcode.store.connection import Connection

NUMBERING = "numbering"
TEXT_FIELDS = ("definition", "use_when", "not_when", "typical", "boundary")
LONGEST_NAME = 500  # code points; a name is a name, the rest belongs into the definition


# ---------------------------------------------------------------------- reading


def tree(project: Project, *, counts: bool = True) -> list[Code]:
    """Return all codes in tree order with depth, number and, unless told not to, counts."""
    with project.read() as connection:
        return tree_of(connection, counts=counts)


def tree_of(connection: Connection, *, counts: bool = True) -> list[Code]:
    """Like ``tree``, inside a reading that is already open."""
    stored = {row[0]: row for row in queries.code_rows(connection)}
    parents: dict[int, int | None] = {code_id: row[4] for code_id, row in stored.items()}
    order = list(in_tree_order(parents.items()))
    preset = Numbering(queries.setting(connection, NUMBERING) or Numbering.NONE)
    numbered = numbers(((i, CodeKind(stored[i][3]), depth) for i, depth in order), preset)
    own: Mapping[int, int] = {}
    below: Mapping[int, int] = {}
    if counts:
        own = queries.own_passages(connection)
        below = distinct_in_subtrees(own, queries.shared_passages(connection), parents)
    return [
        queries.code_of(
            stored[code_id],
            depth,
            numbered.get(code_id, ""),
            own.get(code_id, 0),
            below.get(code_id, 0),
        )
        for code_id, depth in order
    ]


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
        own = queries.coding_counts(connection)
        pairs = queries.code_documents(connection)
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
        return Figures(*queries.code_figures(connection, code_id))


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


# ---------------------------------------------------------------------- making and editing


def create(
    project: Project,
    draft: CodeDraft,
    parent_id: int | None = None,
    *,
    initiator: object | None = None,
) -> int:
    """Make a code at the end of its siblings and return its id.

    Without a colour it takes its parent's, or the palette's least used. Raises ``QcodeError`` when
    the name is empty or taken there, or the parent is of a lower kind.
    """
    label = Message(
        QT_TRANSLATE_NOOP("core", "New {kind} {name}"),
        {"kind": draft.kind.label, "name": tidy(draft.name)},
    )
    with project.change(label, initiator=initiator) as writer:
        return insert(writer, draft, parent_id)


def insert(writer: Writer, draft: CodeDraft, parent_id: int | None) -> int:
    """Make a code inside a step that is already open; see ``create``."""
    siblings = queries.children(writer.connection, parent_id)
    name = _free_name((sibling for _, sibling, _ in siblings), draft.name)
    color = _color(draft.color) if draft.color else ""
    if parent_id is not None:
        parent = _present(queries.code(writer.connection, parent_id))
        _require_kind(parent, draft.kind, name)
        color = color or parent.color
    else:
        used = queries.top_colors(writer.connection)
        color = color or min(PALETTE, key=lambda one: used.get(one, 0))
    return writer.insert(
        "code",
        name=name,
        kind=draft.kind.value,
        parent_id=parent_id,
        position=siblings[-1][2] + 1 if siblings else 0,
        color=color,
        **{key: _clean(draft.texts[key]) for key in TEXT_FIELDS if key in draft.texts},
    )


def fill(writer: Writer, code_id: int, texts: Mapping[str, str]) -> None:
    """Set texts of a code's entry inside a step that is already open."""
    if texts:
        writer.update("code", code_id, **{key: _clean(text) for key, text in texts.items()})


def rename(project: Project, code_id: int, name: str, *, initiator: object | None = None) -> None:
    """Give a code another name; raises ``QcodeError`` when it is empty or taken among siblings."""
    with project.change(
        Message(QT_TRANSLATE_NOOP("core", "Rename code to {name}"), {"name": tidy(name)}),
        initiator=initiator,
    ) as writer:
        code = _present(queries.code(writer.connection, code_id))
        siblings = queries.children(writer.connection, code.parent_id)
        others = (other for i, other, _ in siblings if i != code_id)
        writer.update("code", code_id, name=_free_name(others, name))


def recolor(project: Project, code_ids: Collection[int], color: str) -> None:
    """Give codes another colour (``#RGB`` or ``#RRGGBB``)."""
    wanted = _color(color)
    with project.change(_about(project, QT_TRANSLATE_NOOP("core", "Colour {code}"), code_ids)) as w:
        _existing_all(_by_id(w), code_ids)
        w.update_rows("code", "color", ((code_id, wanted) for code_id in code_ids))


def describe(
    project: Project, code_id: int, texts: Mapping[str, str], *, initiator: object | None = None
) -> None:
    """Set texts of the code's entry: definition, use_when, not_when, typical, boundary.

    Typing into one field of one code merges into one step.
    """
    unknown = set(texts) - set(TEXT_FIELDS)
    if unknown:
        raise ValueError(f"no such field of a code: {sorted(unknown)}")
    with project.change(
        _about(project, QT_TRANSLATE_NOOP("core", "Describe {code}"), [code_id]),
        merge_key=f"describe:{code_id}:{','.join(sorted(texts))}",
        initiator=initiator,
    ) as writer:
        _present(queries.code(writer.connection, code_id))
        fill(writer, code_id, texts)


def set_kind(project: Project, code_ids: Collection[int], kind: CodeKind) -> None:
    """Raise or lower codes to another kind, all together or none.

    Raises ``QcodeError`` naming the first code whose parent would be lower or whose child would be
    higher than itself.
    """
    label = Message(
        QT_TRANSLATE_NOOP("core", "Make {code} a {kind}"),
        {"code": titles(project, code_ids), "kind": kind.label},
    )
    with project.change(label) as writer:
        codes = _by_id(writer)
        _existing_all(codes, code_ids)
        wanted = {i: kind if i in set(code_ids) else code.kind for i, code in codes.items()}
        for code in codes.values():
            if code.parent_id is None or not {code.id, code.parent_id} & set(code_ids):
                continue
            parent = codes[code.parent_id]
            _require_kind(replace(parent, kind=wanted[parent.id]), wanted[code.id], code.name)
        # One row at a time passes through states that the guards refuse: go from the side that
        # keeps parents at least as high as their children.
        rising = sorted(code_ids, key=lambda i: _depth(codes, i))
        falling = [i for i in reversed(rising) if kind.rank < codes[i].kind.rank]
        for code_id in [*(i for i in rising if kind.rank > codes[i].kind.rank), *falling]:
            writer.update("code", code_id, kind=kind.value)


def move(
    project: Project, code_ids: Sequence[int], parent_id: int | None, position: int | None = None
) -> None:
    """Move codes, in the given order, under ``parent_id`` (None: to the top level).

    ``position`` is the place among the present children of the new parent before which they are
    put (None: at the end). A code whose ancestor moves too goes with it. Raises ``QcodeError`` when
    the parent is of a lower kind, lies below a moved code, or has a child of the same name.
    """
    label = _about(project, QT_TRANSLATE_NOOP("core", "Move {code}"), code_ids)
    with project.change(label) as writer:
        codes = _by_id(writer)
        _existing_all(codes, code_ids)
        moving = [
            i
            for i in dict.fromkeys(code_ids)
            if not any(above in code_ids for above in _above(codes, i))
        ]
        if parent_id is not None:
            parent = _existing(codes, parent_id)
            for code_id in moving:
                if code_id == parent_id or code_id in _above(codes, parent_id):
                    raise QcodeError(
                        QT_TRANSLATE_NOOP("core", "“{code}” cannot be moved below itself."),
                        code=codes[code_id].name,
                    )
                _require_kind(parent, codes[code_id].kind, codes[code_id].name)
        siblings = [
            code.id
            for code in codes.values()
            if code.parent_id == parent_id and code.id not in moving
        ]
        _require_places((codes[i].name for i in siblings), (codes[i].name for i in moving))
        if position is None:
            place = len(siblings)
        else:  # counted among the present children, the moved ones included
            present = [code.id for code in codes.values() if code.parent_id == parent_id]
            place = sum(1 for i in present[:position] if i not in moving)
        order = [*siblings[:place], *moving, *siblings[place:]]
        for code_id in moving:
            if codes[code_id].parent_id != parent_id:
                writer.update("code", code_id, parent_id=parent_id)
        writer.update_rows(
            "code",
            "position",
            ((i, at) for at, i in enumerate(order) if codes[i].position != at),
        )


def merge(project: Project, code_ids: Collection[int], into: int) -> None:
    """Merge codes into the code ``into``: its passages, children and memos take theirs in.

    A passage that the same coder gave both codes keeps one coding; a memo on the lost one is
    added to the kept one. Empty texts of the entry are filled from the merged codes. Raises
    ``QcodeError`` when a child would be higher than its new parent or ``into`` lies below.
    """
    gone = [code_id for code_id in dict.fromkeys(code_ids) if code_id != into]
    label = Message(
        QT_TRANSLATE_NOOP("core", "Merge {codes} into {code}"),
        {"codes": titles(project, gone), "code": titles(project, [into])},
    )
    with project.change(label) as writer:
        codes = _by_id(writer)
        target = _existing(codes, into)
        _existing_all(codes, gone)
        for code_id in gone:
            if code_id in _above(codes, into):
                raise QcodeError(
                    QT_TRANSLATE_NOOP(
                        "core",
                        "“{code}” contains “{into}”; move “{into}” out of it before merging.",
                    ),
                    code=codes[code_id].name,
                    into=target.name,
                )
        present = [c for c in codes.values() if c.parent_id == into and c.id not in gone]
        coming = [c for i in gone for c in codes.values() if c.parent_id == i and c.id not in gone]
        _require_places((c.name for c in present), (c.name for c in coming))
        last = max((c.position for c in codes.values() if c.parent_id == into), default=-1)
        for place, child in enumerate(coming, last + 1):
            _require_kind(target, child.kind, child.name)
            writer.update("code", child.id, parent_id=into, position=place)
        texts = {key: getattr(target, key) for key in TEXT_FIELDS}
        for code_id in gone:
            merging.move_codings(writer, code_id, into)
            merging.move_memo_links(writer, code_id, into)
            for key in TEXT_FIELDS:
                texts[key] = texts[key] or getattr(codes[code_id], key)
        writer.update("code", into, **texts)
        _delete_rows(writer, codes, gone)


def delete(project: Project, code_ids: Collection[int], *, with_below: bool = False) -> None:
    """Delete codes and their codings; codes below move up, or go too with ``with_below``.

    Those that move up take the place of the code that went. Raises ``QcodeError`` when two of one
    name would then be in the same place.
    """
    label = _about(project, QT_TRANSLATE_NOOP("core", "Delete {code}"), code_ids)
    with project.change(label) as writer:
        codes = _by_id(writer)
        _existing_all(codes, code_ids)
        gone = set(code_ids)
        if with_below:
            parents = {code.id: code.parent_id for code in codes.values()}
            for code_id in code_ids:
                gone |= subtree(code_id, parents)
        _lift(writer, codes, gone)
        touched = merging.passages_of_codes(writer, gone)
        _delete_rows(writer, codes, gone)
        merging.drop_bare_selections(writer, touched)


def _lift(writer: Writer, codes: Mapping[int, Code], gone: Collection[int]) -> None:
    """Move what stays below codes that go to the nearest parent that stays, in tree order."""
    homes = {
        next((above for above in _above(codes, i) if above not in gone), None)
        for i, code in codes.items()
        if i not in gone and code.parent_id in gone
    }
    if not homes:
        return
    order = [i for i, _ in in_tree_order((code.id, code.parent_id) for code in codes.values())]
    for home in homes:
        children = [
            i
            for i in order
            if i not in gone
            and next((above for above in _above(codes, i) if above not in gone), None) == home
        ]
        lifted = [i for i in children if codes[i].parent_id != home]
        staying = (codes[i].name for i in children if codes[i].parent_id == home)
        _require_places(staying, (codes[i].name for i in lifted))
        for i in lifted:
            writer.update("code", i, parent_id=home)
        writer.update_rows(
            "code",
            "position",
            ((i, place) for place, i in enumerate(children) if codes[i].position != place),
        )


def set_numbering(project: Project, preset: Numbering) -> None:
    """Choose how codes are numbered everywhere."""
    label = (
        Message(QT_TRANSLATE_NOOP("core", "Number codes no longer"))
        if preset is Numbering.NONE
        else Message(QT_TRANSLATE_NOOP("core", "Number codes: {preset}"), {"preset": preset.value})
    )
    with project.change(label) as writer:
        writer.put("setting", {"key": NUMBERING}, value=preset.value)


# ---------------------------------------------------------------------- rules


def _by_id(writer: Writer) -> dict[int, Code]:
    return {code.id: code for code in queries.codes(writer.connection)}


def require(writer: Writer, code_ids: Collection[int]) -> None:
    """Refuse codes that no longer exist."""
    if set(code_ids) - queries.existing(writer.connection, "code", code_ids):
        _present(None)


def _existing(codes: Mapping[int, Code], code_id: int) -> Code:
    return _present(codes.get(code_id))


def _present(code: Code | None) -> Code:
    if code is None:
        raise QcodeError(QT_TRANSLATE_NOOP("core", "This code no longer exists."))
    return code


def _existing_all(codes: Mapping[int, Code], code_ids: Iterable[int]) -> None:
    for code_id in code_ids:
        _existing(codes, code_id)


def _require_kind(parent: Code, kind: CodeKind, name: str) -> None:
    if parent.kind.rank < kind.rank:
        raise QcodeError(
            QT_TRANSLATE_NOOP(
                "core",
                "“{code}” ({kind}) cannot be under “{parent}” ({parent_kind}): a code is never"
                " under a code of a lower kind.",
            ),
            code=name,
            kind=kind.label,
            parent=parent.name,
            parent_kind=parent.kind.label,
        )


def _free_name(siblings: Iterable[str], name: str) -> str:
    clean = tidy(name)
    if not clean:
        raise QcodeError(QT_TRANSLATE_NOOP("core", "A code needs a name."))
    if len(clean) > LONGEST_NAME:
        raise QcodeError(
            QT_TRANSLATE_NOOP("core", "The name “{start}…” is too long ({count} characters)."),
            start=clean[:40],
            count=len(clean),
        )
    for sibling in siblings:
        if sibling.casefold() == clean.casefold():
            raise QcodeError(
                QT_TRANSLATE_NOOP("core", "There is already a code “{name}” in this place."),
                name=sibling,
            )
    return clean


def _require_places(staying: Iterable[str], coming: Iterable[str]) -> None:
    """Refuse that codes of one name come to stand under the same parent."""
    taken = {name.casefold() for name in staying}
    for name in coming:
        if name.casefold() in taken:
            raise QcodeError(
                QT_TRANSLATE_NOOP(
                    "core",
                    "Two codes “{name}” would come to stand in the same place; rename one of them"
                    " first.",
                ),
                name=name,
            )
        taken.add(name.casefold())


def _clean(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()


def _color(color: str) -> str:
    found = normalised(color)
    if found is None:
        raise QcodeError(
            QT_TRANSLATE_NOOP("core", "“{color}” is not a colour; write it as #RRGGBB."),
            color=color,
        )
    return found


def _above(codes: Mapping[int, Code], code_id: int) -> list[int]:
    found: list[int] = []
    parent = codes[code_id].parent_id
    while parent is not None:
        found.append(parent)
        parent = codes[parent].parent_id
    return found


def _depth(codes: Mapping[int, Code], code_id: int) -> int:
    return len(_above(codes, code_id))


def _delete_rows(writer: Writer, codes: Mapping[int, Code], gone: Collection[int]) -> None:
    """Delete codes from the leaves up: a code with children cannot go."""
    for code_id in sorted(gone, key=lambda i: _depth(codes, i), reverse=True):
        writer.delete("code", [code_id])


def titles(project: Project, code_ids: Collection[int]) -> Message | str:
    """Return what a step's label calls some codes: one is named, several are counted."""
    wanted = set(code_ids)
    if len(wanted) == 1:
        (code_id,) = wanted
        with project.read() as connection:
            if queries.setting(connection, NUMBERING) in (None, Numbering.NONE.value):
                found = queries.code(connection, code_id)
            else:  # the number depends on all codes
                tree = tree_of(connection, counts=False)
                found = next((code for code in tree if code.id == code_id), None)
        if found is not None:
            return found.title
    return Message(QT_TRANSLATE_NOOP("core", "{count} codes"), {"count": len(wanted)})


def _about(project: Project, template: str, code_ids: Collection[int]) -> Message:
    return Message(template, {"code": titles(project, code_ids)})
