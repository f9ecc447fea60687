"""Documents: listed, named, labelled, grouped, described by variables, ordered, deleted."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise

from qcode.model.errors import QcodeError
from qcode.model.messages import QT_TRANSLATE_NOOP, Message
from qcode.model.names import tidy
from qcode.model.records import Document, Group, Variable
from qcode.services.project import Project
from qcode.store import merging, queries
from qcode.store.journal import Progress, no_progress
from qcode.store.writer import Writer

SLICE = 100  # documents deleted between two calls of ``progress``

# ---------------------------------------------------------------------- reading


def listed(
    project: Project, ids: Collection[int] | None = None, *, counts: bool = True
) -> list[Document]:
    """Return documents in their order, all or those with the given ids.

    Counting looks at every coding of a document; without ``counts`` both its counts are 0.
    """
    with project.read() as connection:
        return queries.documents(connection, ids, counts=counts)


def by_guid(project: Project, guid: str) -> int | None:
    """Return the id of the document with this GUID, None where there is none."""
    with project.read() as connection:
        return queries.document_by_guid(connection, guid)


def places(project: Project) -> dict[int, int]:
    """Return document id → its place (from 0) in the order of documents."""
    with project.read() as connection:
        listed = queries.document_order(connection)
    return {document_id: place for place, (document_id, _) in enumerate(listed)}


def groups(project: Project) -> list[Group]:
    """Return the groups of documents in their order."""
    with project.read() as connection:
        return queries.groups(connection)


def text(project: Project, document_id: int) -> str:
    """Return a document's text exactly as it is stored (LF newlines)."""
    with project.read() as connection:
        body = project.texts.read(connection, document_id)
    if body is None:
        raise _gone()
    return body


def variables(project: Project) -> list[Variable]:
    """Return the variables of the project in their order."""
    with project.read() as connection:
        return queries.variables(connection)


def values(project: Project, ids: Collection[int] | None = None) -> dict[int, dict[str, str]]:
    """Return document id → variable name → value."""
    with project.read() as connection:
        return queries.values(connection, ids)


# ---------------------------------------------------------------------- editing


def edit(
    project: Project,
    document_id: int,
    *,
    name: str | None = None,
    label: str | None = None,
    group: str | None = None,
    values: Mapping[str, str] | None = None,
    initiator: object | None = None,
) -> None:
    """Change what is given of a document, as one step.

    ``group`` is a group's name, made where it does not exist; empty takes the document out of its
    group. ``values`` maps variable names to values; an empty value removes it, an unknown variable
    is made. Raises ``QcodeError`` when the name is empty.
    """
    with project.change(
        Message(
            QT_TRANSLATE_NOOP("core", "Edit document {name}"),
            {"name": _name(project, document_id)},
        ),
        initiator=initiator,
    ) as writer:
        changed: dict[str, object] = {}
        if name is not None:
            changed["name"] = _clean_name(name)
        if label is not None:
            changed["label"] = tidy(label)
        if group is not None:
            changed["group_id"] = group_id(writer, group)
        if changed:
            writer.update("document", document_id, **changed)
        for variable, value in (values or {}).items():
            set_value(writer, document_id, variable, value)


def put_in_group(project: Project, document_ids: Collection[int], group: str) -> None:
    """Put documents into a group, made where it does not exist; empty: into none."""
    name = tidy(group)
    label = (
        Message(QT_TRANSLATE_NOOP("core", "Group documents: {group}"), {"group": name})
        if name
        else Message(QT_TRANSLATE_NOOP("core", "Take documents out of their group"))
    )
    with project.change(label) as writer:
        require(writer, document_ids)
        target = group_id(writer, group)
        for document_id in document_ids:
            writer.update("document", document_id, group_id=target)


def rename_group(project: Project, id_of_group: int, name: str) -> None:
    """Give a group another name; raises ``QcodeError`` when it is empty or taken."""
    with project.change(
        Message(QT_TRANSLATE_NOOP("core", "Rename group to {name}"), {"name": tidy(name)})
    ) as writer:
        clean = _clean_name(name)
        present = queries.groups(writer.connection)
        if all(group.id != id_of_group for group in present):
            raise QcodeError(QT_TRANSLATE_NOOP("core", "This group no longer exists."))
        for group in present:
            if group.id != id_of_group and group.name.casefold() == clean.casefold():
                raise QcodeError(
                    QT_TRANSLATE_NOOP("core", "There is already a group “{name}”."), name=clean
                )
        writer.update("document_group", id_of_group, name=clean)


def delete_group(project: Project, id_of_group: int) -> None:
    """Dissolve a group; its documents stay."""
    found = [group.name for group in groups(project) if group.id == id_of_group]
    with project.change(
        Message(QT_TRANSLATE_NOOP("core", "Dissolve group {name}"), {"name": "".join(found)})
    ) as writer:
        writer.delete("document_group", [id_of_group])


def move(project: Project, document_ids: Sequence[int], before: int | None) -> None:
    """Put documents, in the given order, before document ``before`` (None: at the end)."""
    with project.change(Message(QT_TRANSLATE_NOOP("core", "Order documents"))) as writer:
        was = dict(queries.document_order(writer.connection))
        moving = [i for i in dict.fromkeys(document_ids) if i in was]
        chosen = set(moving)
        rest = [i for i in was if i not in chosen]
        place = rest.index(before) if before in was and before not in chosen else len(rest)
        order = [*rest[:place], *moving, *rest[place:]]
        slots = list(was.values())
        if any(one >= other for one, other in pairwise(slots)):
            slots = list(range(len(order)))
        changed = [(i, at) for i, at in zip(order, slots, strict=True) if was[i] != at]
        if len(changed) > len(moving) and place in (0, len(rest)):  # beyond either end is room
            first = was[rest[-1]] + 1 if place else was[rest[0]] - len(moving)
            changed = [(i, at) for at, i in enumerate(moving, first)]
        writer.update_rows("document", "position", changed)


def delete(
    project: Project, document_ids: Collection[int], *, progress: Progress = no_progress
) -> None:
    """Delete documents with all their codings; the step can be undone.

    ``progress`` hears how many are gone and may raise ``Cancelled``, which leaves all of them.
    """
    found = listed(project, document_ids)
    label = (
        Message(QT_TRANSLATE_NOOP("core", "Delete document {name}"), {"name": found[0].name})
        if len(found) == 1
        else Message(QT_TRANSLATE_NOOP("core", "Delete {count} documents"), {"count": len(found)})
    )
    with project.change(label) as writer:
        wanted = list(dict.fromkeys(document_ids))
        for start in range(0, len(wanted), SLICE):
            progress(start, len(wanted))
            merging.delete_documents(writer, wanted[start : start + SLICE])
        progress(len(wanted), len(wanted))


# ---------------------------------------------------------------------- inside a step


def group_id(writer: Writer, name: str) -> int | None:
    """Return the group of this name, made at the end where there is none; None for no name."""
    clean = tidy(name)
    if not clean:
        return None
    present = queries.groups(writer.connection)
    for group in present:
        if group.name.casefold() == clean.casefold():
            return group.id
    last = max((group.position for group in present), default=-1)
    return writer.insert("document_group", name=clean, position=last + 1)


def set_value(writer: Writer, document_id: int, variable: str, value: str) -> None:
    """Set one value of one document; empty removes it, an unknown variable is made."""
    name = _clean_name(variable)
    known = {v.name.casefold(): v.id for v in queries.variables(writer.connection)}
    variable_id = known.get(name.casefold())
    if not value.strip():
        if variable_id is not None:
            writer.delete_where(
                "variable_value", {"document_id": document_id, "variable_id": variable_id}
            )
        return
    if variable_id is None:
        variable_id = writer.insert("variable", name=name, position=len(known))
    writer.put(
        "variable_value",
        {"document_id": document_id, "variable_id": variable_id},
        value=value.strip(),
    )


def require(writer: Writer, document_ids: Collection[int]) -> None:
    """Refuse documents that no longer exist."""
    if set(document_ids) - queries.existing(writer.connection, "document", document_ids):
        raise _gone()


def _clean_name(name: str) -> str:
    clean = tidy(name)
    if not clean:
        raise QcodeError(QT_TRANSLATE_NOOP("core", "A name cannot be empty."))
    return clean


def _name(project: Project, document_id: int) -> str:
    with project.read() as connection:
        found = queries.document_size(connection, document_id)
    if found is None:
        raise _gone()
    return found[0]


def _gone() -> QcodeError:
    return QcodeError(QT_TRANSLATE_NOOP("core", "This document no longer exists."))
