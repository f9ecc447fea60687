"""How often codes occur: in all documents, and in each group or document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from qcode.model.records import Code, Document
from qcode.model.theory_records import NO_EVIDENCE, Evidence
from qcode.model.thesis import Columns, Frequencies, FrequencyRow
from qcode.services.project import Project
from qcode.store import queries, thesis_queries


def gather(project: Project, tree: Sequence[Code], columns: Columns) -> Frequencies:
    """Return distinct passages and documents of every code with all below it, in tree order.

    ``columns`` are left away where there would be fewer than two of them.
    """
    with project.read() as connection:
        documents = queries.documents(connection, counts=False)
        groups = {group.id: group.name for group in queries.groups(connection)}
        found = thesis_queries.occurrences(connection)
    names, column_of = _columns(documents, groups, columns)
    home = {selection: document for _, selection, document in found}
    held: dict[int, set[int]] = {code.id: set() for code in tree}
    for code_id, selection, _ in found:
        held[code_id].add(selection)
    rows: list[FrequencyRow] = []
    for code in reversed(tree):  # what is below comes first
        passages = held.pop(code.id)
        if code.parent_id in held:
            held[code.parent_id] |= passages
        counted = Counter(home[selection] for selection in passages)
        rows.append(
            FrequencyRow(
                title=code.title,
                kind=code.kind,
                depth=code.depth,
                evidence=Evidence(len(passages), len(counted)),
                by_column=_by_column(counted, column_of, len(names)),
            )
        )
    return Frequencies(
        columns=names,
        rows=tuple(reversed(rows)),
        documents=len(documents),
        of=columns if names else "none",
    )


def _columns(
    documents: Sequence[Document], groups: Mapping[int, str], wanted: Columns
) -> tuple[tuple[tuple[str, int], ...], dict[int, int]]:
    """Return the columns with their numbers of documents, and document id → its column."""
    homes: dict[int, int | None] = {}
    order: list[tuple[int | None, str]] = []
    if wanted == "documents":
        homes = {one.id: one.id for one in documents}
        order = [(one.id, one.label or one.name) for one in documents]
    elif wanted == "groups":
        homes = {one.id: one.group_id for one in documents}
        order = [*groups.items(), (None, "")]
    sizes = Counter(homes.values())
    order = [(key, name) for key, name in order if sizes[key]]
    if len(order) < 2:
        return (), {}
    place = {key: at for at, (key, _) in enumerate(order)}
    return (
        tuple((name, sizes[key]) for key, name in order),
        {document: place[key] for document, key in homes.items()},
    )


def _by_column(
    counted: Mapping[int, int], column_of: Mapping[int, int], columns: int
) -> tuple[Evidence, ...]:
    found = [NO_EVIDENCE] * columns
    if columns:
        for document, passages in counted.items():
            at = column_of[document]
            found[at] = Evidence(found[at].passages + passages, found[at].documents + 1)
    return tuple(found)
