"""Codes moved in the tree, and deleted: what is below them moves too, or moves up."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from qcode.analysis.tree import in_tree_order, subtree
from qcode.model.enums import CodeEventKind
from qcode.model.errors import QcodeError
from qcode.model.messages import QT_TRANSLATE_NOOP
from qcode.model.records import Code
from qcode.services import code_events
from qcode.services import code_rules as rules
from qcode.services.code_events import NOBODY, Named
from qcode.services.code_reading import about, all_by_id
from qcode.services.project import Project
from qcode.store import decision_codes, log_queries, merging
from qcode.store.writer import Writer


def move(
    project: Project, code_ids: Sequence[int], parent_id: int | None, position: int | None = None
) -> None:
    """Move codes, in the given order, under ``parent_id`` (None: to the top level).

    ``position`` is the place among the present children of the new parent before which they are
    put (None: at the end). A code whose ancestor moves too goes with it. Raises ``QcodeError`` when
    the parent is of a lower kind, lies below a moved code, or has a child of the same name.
    """
    label = about(project, QT_TRANSLATE_NOOP("core", "Move {code}"), code_ids)
    with project.change(label) as writer:
        codes = all_by_id(project)
        rules.require_all(codes, code_ids)
        moving = [
            i
            for i in dict.fromkeys(code_ids)
            if not any(above in code_ids for above in rules.above(codes, i))
        ]
        if parent_id is not None:
            parent = rules.known(codes, parent_id)
            for code_id in moving:
                if code_id == parent_id or code_id in rules.above(codes, parent_id):
                    raise QcodeError(
                        QT_TRANSLATE_NOOP("core", "“{code}” cannot be moved below itself."),
                        code=codes[code_id].name,
                    )
                rules.require_kind(parent, codes[code_id].kind, codes[code_id].name)
        siblings = [
            code.id
            for code in codes.values()
            if code.parent_id == parent_id and code.id not in moving
        ]
        rules.require_free_places(
            (codes[i].name for i in siblings), (codes[i].name for i in moving)
        )
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


def delete(
    project: Project,
    code_ids: Collection[int],
    *,
    with_below: bool = False,
    reason: str = "",
) -> None:
    """Delete codes and their codings; codes below move up, or go too with ``with_below``.

    Those that move up take the place of the code that went. The log keeps what was deleted and the
    ``reason``. Decisions about two codes go on about the one that is left (see
    ``store.decision_codes``). Raises ``QcodeError`` when two of one name would then be in the same
    place.
    """
    label = about(project, QT_TRANSLATE_NOOP("core", "Delete {code}"), code_ids)
    with project.change(label) as writer:
        codes = all_by_id(project)
        rules.require_all(codes, code_ids)
        gone = set(code_ids)
        if with_below:
            parents = {code.id: code.parent_id for code in codes.values()}
            for code_id in code_ids:
                gone |= subtree(code_id, parents)
        _lift(writer, codes, gone)
        decision_codes.release(writer, gone)
        touched = merging.passages_of_codes(writer, gone)
        passages = log_queries.passages_of(writer.connection, gone)
        delete_rows(writer, codes, gone)
        merging.drop_bare_selections(writer, touched)
        happened = [
            (Named.of(code), NOBODY, passages.get(i, 0)) for i, code in codes.items() if i in gone
        ]
        code_events.record(writer, CodeEventKind.DELETE, happened, reason)


def _lift(writer: Writer, codes: Mapping[int, Code], gone: Collection[int]) -> None:
    """Move what stays below codes that go to the nearest parent that stays, in tree order."""
    homes = {
        next((above for above in rules.above(codes, i) if above not in gone), None)
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
            and next((above for above in rules.above(codes, i) if above not in gone), None) == home
        ]
        lifted = [i for i in children if codes[i].parent_id != home]
        staying = (codes[i].name for i in children if codes[i].parent_id == home)
        rules.require_free_places(staying, (codes[i].name for i in lifted))
        for i in lifted:
            writer.update("code", i, parent_id=home)
        writer.update_rows(
            "code",
            "position",
            ((i, place) for place, i in enumerate(children) if codes[i].position != place),
        )


def delete_rows(writer: Writer, codes: Mapping[int, Code], gone: Collection[int]) -> None:
    """Delete codes from the leaves up: a code with children cannot go."""
    for code_id in sorted(gone, key=lambda i: rules.depth(codes, i), reverse=True):
        writer.delete("code", [code_id])
