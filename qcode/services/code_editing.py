"""Codes made, named, coloured, defined, raised: each function is one step that can be undone."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

from qcode.model.colors import PALETTE
from qcode.model.enums import CodeKind, Numbering
from qcode.model.messages import QT_TRANSLATE_NOOP, Message
from qcode.model.names import tidy
from qcode.model.records import CodeDraft
from qcode.services import code_rules as rules
from qcode.services.code_reading import NUMBERING, TEXT_FIELDS, about, all_by_id, titles
from qcode.services.project import Project
from qcode.store import queries
from qcode.store.writer import Writer


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
    name = rules.free_name((sibling for _, sibling, _ in siblings), draft.name)
    color = rules.valid_color(draft.color) if draft.color else ""
    if parent_id is not None:
        parent = rules.present(queries.code(writer.connection, parent_id))
        rules.require_kind(parent, draft.kind, name)
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
        **{key: rules.clean(draft.texts[key]) for key in TEXT_FIELDS if key in draft.texts},
    )


def fill(writer: Writer, code_id: int, texts: Mapping[str, str]) -> None:
    """Set texts of a code's entry inside a step that is already open."""
    if texts:
        writer.update("code", code_id, **{key: rules.clean(text) for key, text in texts.items()})


def rename(project: Project, code_id: int, name: str, *, initiator: object | None = None) -> None:
    """Give a code another name; raises ``QcodeError`` when it is empty or taken among siblings."""
    with project.change(
        Message(QT_TRANSLATE_NOOP("core", "Rename code to {name}"), {"name": tidy(name)}),
        initiator=initiator,
    ) as writer:
        code = rules.present(queries.code(writer.connection, code_id))
        siblings = queries.children(writer.connection, code.parent_id)
        others = (other for i, other, _ in siblings if i != code_id)
        writer.update("code", code_id, name=rules.free_name(others, name))


def recolor(project: Project, code_ids: Collection[int], color: str) -> None:
    """Give codes another colour (``#RGB`` or ``#RRGGBB``)."""
    wanted = rules.valid_color(color)
    with project.change(about(project, QT_TRANSLATE_NOOP("core", "Colour {code}"), code_ids)) as w:
        rules.require_all(all_by_id(project), code_ids)
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
        about(project, QT_TRANSLATE_NOOP("core", "Describe {code}"), [code_id]),
        merge_key=f"describe:{code_id}:{','.join(sorted(texts))}",
        initiator=initiator,
    ) as writer:
        rules.present(queries.code(writer.connection, code_id))
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
        codes = all_by_id(project)
        rules.require_all(codes, code_ids)
        wanted = {i: kind if i in set(code_ids) else code.kind for i, code in codes.items()}
        for code in codes.values():
            if code.parent_id is None or not {code.id, code.parent_id} & set(code_ids):
                continue
            parent = codes[code.parent_id]
            rules.require_kind(replace(parent, kind=wanted[parent.id]), wanted[code.id], code.name)
        # One row at a time passes through states that the guards refuse: go from the side that
        # keeps parents at least as high as their children.
        rising = sorted(code_ids, key=lambda i: rules.depth(codes, i))
        falling = [i for i in reversed(rising) if kind.rank < codes[i].kind.rank]
        for code_id in [*(i for i in rising if kind.rank > codes[i].kind.rank), *falling]:
            writer.update("code", code_id, kind=kind.value)


def set_numbering(project: Project, preset: Numbering) -> None:
    """Choose how codes are numbered everywhere."""
    label = (
        Message(QT_TRANSLATE_NOOP("core", "Number codes no longer"))
        if preset is Numbering.NONE
        else Message(QT_TRANSLATE_NOOP("core", "Number codes: {preset}"), {"preset": preset.value})
    )
    with project.change(label) as writer:
        writer.put("setting", {"key": NUMBERING}, value=preset.value)
