"""What merging knows of each table: how a row is known, what it points to, what never conflicts.

Columns, references and keys come from the table classes. What they cannot say stands here, by
table; a table that is missing makes ``of_tables`` fail, so that no later table is forgotten.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from graphlib import TopologicalSorter
from typing import cast

from qcode.model.table_names import TableName

# By what a row is known beside or instead of its GUID. () means: by its GUID alone.
KNOWN_BY: Mapping[str, tuple[str, ...]] = {
    "project": ("id",),
    "setting": ("key",),
    "coder": ("name",),
    "document_group": ("name",),
    "document": (),
    "variable": ("name",),
    "variable_value": ("document_id", "variable_id"),
    "code": (),
    "selection": ("document_id", "start", "end"),
    "coding": ("selection_id", "code_id", "coder_id"),
    "memo": (),
    "memo_link": ("memo_id", "document_id", "code_id", "selection_id"),
    "work": ("document_id", "coder_id"),
    "held_out": ("document_id",),
    "code_property": (),
    "property_place": ("property_id", "selection_id", "coder_id"),
    "paradigm": (),
    "paradigm_slot": ("paradigm_id", "role", "code_id"),
    "relation_type": ("key",),  # empty for own types, which are known by their GUID alone
    "relation": ("source_id", "target_id", "type_id"),
    "relation_passage": ("relation_id", "selection_id"),
    "memo_model_link": ("memo_id", "relation_id", "paradigm_id"),
    "stage": (),
    "stage_code": ("stage_id", "code_id"),
    "diagram_place": ("code_id",),
    "storyline": ("id",),
    "code_event": (),
    "codebook_version": (),
    "coder_part": ("coder_id",),
    "agreement_round": (),
    "decision": (
        *("document_id", "first_id", "second_id", "first_code_id", "second_code_id"),
        *("first_spans", "second_spans"),
    ),
    "decision_coding": ("decision_id", "coding_id"),
    "amendment": (),
    "merged": (),
}

# Never taken over where the row is there already.
FIXED = frozenset({"id", "guid", "created"})
# Taken from the other side only where it alone set them on purpose.
SOFT: Mapping[str, frozenset[str]] = {
    "code": frozenset({"color"}),
    "coder": frozenset({"color"}),
    "diagram_place": frozenset({"x", "y"}),
}
ALWAYS_SOFT = frozenset({"position", "modified"})
# Among what a position counts; elsewhere among all rows of the table.
SCOPES: Mapping[str, tuple[str, ...]] = {
    "code": ("parent_id",),
    "code_property": ("code_id",),
    "paradigm_slot": ("paradigm_id", "role"),
    "relation_passage": ("relation_id",),
    "stage_code": ("stage_id",),
}
LONG = frozenset(
    {"body", "memo", "definition", "use_when", "not_when", "boundary", "note", "meaning", "reason"}
)
LINES = frozenset({"name", "label", "title", "low", "high"})
# Prose with live links, and columns that hold the GUID of a code.
LINKED: Mapping[str, str] = {"memo": "body", "storyline": "body"}
CODE_GUIDS: Mapping[str, tuple[str, ...]] = {
    "code_event": ("code_guid", "into_guid"),
    "amendment": ("code_guid",),
}
# A passage is there as long as something is on it; who works here is never taken away.
PASSAGES = "selection"
NEVER_GONE = frozenset({"coder", PASSAGES, "project", "merged"})
TEXTS = frozenset({"document_text", "codebook_snapshot"})  # known by their SHA-256


@dataclass(frozen=True, slots=True)
class Reference:
    """A column that points to a row of ``target``; ``bound``: without it the row has no meaning."""

    at: int
    target: str
    bound: bool


@dataclass(frozen=True, slots=True)
class Rule:
    """One table. Columns are named and numbered as in the rows that are read, ``id`` first.

    ``key`` are the columns by which a row is known where no GUID tells (empty: none), ``soft`` and
    ``fixed`` those that never conflict, ``scope`` those among which a ``position`` counts (None: no
    position), ``links`` the column of prose with live links, ``code_guids`` those with GUIDs.
    """

    table: TableName
    columns: tuple[str, ...]
    optional: frozenset[int]
    guid: int | None
    references: tuple[Reference, ...]
    key: tuple[int, ...]
    soft: frozenset[int]
    fixed: frozenset[int]
    position: int | None
    scope: tuple[int, ...]
    links: int | None
    code_guids: tuple[int, ...]

    def at(self, column: str) -> int:
        """Return the place of a column."""
        return self.columns.index(column)

    def reference_at(self, at: int) -> Reference | None:
        """Return the reference that a column is, None where it is a plain value."""
        return next((one for one in self.references if one.at == at), None)

    @property
    def key_counts(self) -> bool:
        """Whether every key names one row: not so where it may be empty."""
        return self.table != "relation_type"


@cache
def of_tables() -> dict[str, Rule]:
    """Return the rules of all journaled tables, those that others point to first.

    Raises KeyError for a table that is not described above.
    """

    from qcode.model.tables import JOURNALED, table_of

    made: dict[str, Rule] = {}
    before: dict[str, set[str]] = {}
    for model in JOURNALED:
        table = table_of(model)
        columns = ("id", *(column.name for column in table.columns if column.name != "id"))
        references = tuple(
            Reference(
                columns.index(column.name),
                key.column.table.name,
                key.ondelete != "SET NULL" and key.column.table.name != table.name,
            )
            for column in table.columns
            for key in column.foreign_keys
        )
        soft = (SOFT.get(table.name, frozenset()) | ALWAYS_SOFT) & set(columns)
        linked = LINKED.get(table.name)
        made[table.name] = Rule(
            table=cast("TableName", table.name),
            columns=columns,
            optional=frozenset(at for at, name in enumerate(columns) if table.c[name].nullable),
            guid=columns.index("guid") if "guid" in columns else None,
            references=references,
            key=tuple(columns.index(name) for name in KNOWN_BY[table.name]),
            soft=frozenset(columns.index(name) for name in soft),
            fixed=frozenset(columns.index(name) for name in FIXED & set(columns)),
            position=columns.index("position") if "position" in columns else None,
            scope=tuple(columns.index(name) for name in SCOPES.get(table.name, ())),
            links=None if linked is None else columns.index(linked),
            code_guids=tuple(map(columns.index, CODE_GUIDS.get(table.name, ()))),
        )
        before[table.name] = {
            one.target for one in references if one.target not in TEXTS | {table.name}
        }
    for table_name in (*LINKED, *CODE_GUIDS):  # GUIDs in a text are known after their rows
        before[table_name] |= {"document", "code", PASSAGES}
    graph = {name: sorted(first) for name, first in before.items()}  # the same order every time
    return {name: made[name] for name in TopologicalSorter(graph).static_order()}


@cache
def referring(target: str) -> tuple[tuple[Rule, int], ...]:
    """Return the tables and columns that point to a table."""
    return tuple(
        (rule, one.at)
        for rule in of_tables().values()
        for one in rule.references
        if one.target == target
    )
