"""How often codes occur: in all documents, in each group or document, by values of variables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from qcode.model.enums import CodeKind
from qcode.model.errors import QcodeError
from qcode.model.messages import QT_TRANSLATE_NOOP
from qcode.model.records import Code, Document
from qcode.model.theory_records import NO_EVIDENCE, Evidence
from qcode.model.thesis import Columns, Frequencies, FrequencyRow
from qcode.services.project import Project
from qcode.store import queries, thesis_queries

MOST_VALUES = 8
"""Values up to which a variable has a table of its own when none is chosen."""

_Columns = tuple[tuple[tuple[str, int], ...], dict[int, int]]


def gather(project: Project, tree: Sequence[Code], columns: Columns) -> Frequencies:
    """Return distinct passages and documents of every code with all below it, in tree order.

    ``columns`` are left away where there would be fewer than two of them.
    """
    with project.read() as connection:
        documents = queries.documents(connection, counts=False)
        groups = {group.id: group.name for group in queries.groups(connection)}
        found = thesis_queries.occurrences(connection)
    return _counted(tree, found, documents, _columns(documents, groups, columns), columns)


def by_variables(
    project: Project, tree: Sequence[Code], chosen: Collection[int] = (), *, concepts: bool = True
) -> tuple[Frequencies, ...]:
    """Return the frequencies by the values of variables (ids), a table each, in their order.

    Without ``concepts`` rows begin with categories, unless there are none.

    Without a choice these are the variables that part documents: two to ``MOST_VALUES`` values, of
    which one is that of several documents. Values come sorted, the documents without one last.
    Raises ``QcodeError`` when a chosen variable no longer exists.
    """
    with project.read() as connection:
        documents = queries.documents(connection, counts=False)
        variables = {one.id: one.name for one in queries.variables(connection)}
        values = queries.values(connection)
        found = thesis_queries.occurrences(connection)
    if not set(chosen) <= set(variables):
        raise QcodeError(QT_TRANSLATE_NOOP("core", "This variable no longer exists."))
    tables = []
    for key, name in variables.items():
        of = {one.id: values.get(one.id, {}).get(name, "") for one in documents}
        if key in chosen or (not chosen and _parts(of.values())):
            columns = _of_values(of)
            tables.append(_counted(tree, found, documents, columns, "groups", name))
    if concepts or all(code.kind is CodeKind.CONCEPT for code in tree):
        return tuple(tables)
    return tuple(
        replace(one, rows=tuple(row for row in one.rows if row.kind is not CodeKind.CONCEPT))
        for one in tables
    )


def _parts(values: Collection[str]) -> bool:
    """Whether these values of documents (empty for none) part them into few kinds."""
    counted = Counter(value for value in values if value)
    return 2 <= len(counted) <= MOST_VALUES and max(counted.values()) > 1


def _of_values(of: Mapping[int, str]) -> _Columns:
    sizes = Counter(of.values())
    order = sorted(sizes, key=lambda value: (not value, value))
    place = {value: at for at, value in enumerate(order)}
    return (
        tuple((value, sizes[value]) for value in order),
        {document: place[value] for document, value in of.items()},
    )


def _counted(
    tree: Sequence[Code],
    found: Sequence[tuple[int, int, int]],
    documents: Sequence[Document],
    columns: _Columns,
    of: Columns,
    variable: str = "",
) -> Frequencies:
    names, column_of = columns
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
        of=of if names else "none",
        variable=variable,
    )


def _columns(documents: Sequence[Document], groups: Mapping[int, str], wanted: Columns) -> _Columns:
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
