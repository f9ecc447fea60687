"""Triggers, generated from the table metadata.

*Journal triggers* record every insert, update and delete on a journaled table, whoever makes it.
While no step is open the journal row names none, ``change.step_id`` is NULL, and a guard refuses
the write: a change outside a step cannot happen, not even from another program.

*Guard triggers* keep the rules that a CHECK cannot see because they look at another row, and what
the journal relies on.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from qcode.model.enums import KIND_ORDER

if TYPE_CHECKING:
    from sqlalchemy import Table


def all_triggers() -> dict[str, str]:
    """Return every trigger of the present schema as name → statement."""
    return dict(_journal_triggers()) | dict(_guards())


def _journal_triggers() -> Iterator[tuple[str, str]]:
    from qcode.model.tables import JOURNALED, table_of  # loaded only where a schema is made

    for model in JOURNALED:
        table = table_of(model)
        columns = [column.name for column in table.columns if column.name != "id"]
        changed = " OR ".join(f'old."{name}" IS NOT new."{name}"' for name in columns)
        changed_values = " UNION ALL ".join(
            f'SELECT \'{name}\' AS k, old."{name}" AS v WHERE old."{name}" IS NOT new."{name}"'
            for name in columns
        )
        whole = ", ".join(f"'{name}', old.\"{name}\"" for name in columns)
        yield _journal(table, "i", "INSERT", "new", "NULL")
        yield _journal(
            table,
            "u",
            "UPDATE",
            "old",
            f"(SELECT json_group_object(k, v) FROM ({changed_values}))",
            when=f" WHEN {changed}",
        )
        yield _journal(table, "d", "DELETE", "old", f"json_object({whole})")


def _journal(
    table: Table, op: str, event: str, row: str, image: str, when: str = ""
) -> tuple[str, str]:
    guid = f"{row}.guid" if "guid" in table.columns else "NULL"
    name = f"journal_{table.name}_{op}"
    return name, (
        f'CREATE TRIGGER "{name}" AFTER {event} ON "{table.name}"{when} BEGIN '
        "INSERT INTO change (step_id, tbl, row_id, guid, op, image) "
        f"VALUES ((SELECT step_id FROM journal WHERE id = 1), '{table.name}', {row}.id, {guid}, "
        f"'{op}', {image}); END"
    )


def rank_sql(expression: str) -> str:
    """Return SQL for the rank of the kind that ``expression`` yields (0 concept to 3 core)."""
    cases = " ".join(f"WHEN '{kind.value}' THEN {kind.rank}" for kind in KIND_ORDER)
    return f"CASE {expression} {cases} END"


def _guards() -> Iterator[tuple[str, str]]:
    from qcode.model.tables import JOURNALED, table_of

    too_low = (
        "SELECT RAISE(ABORT, 'a code is under a code of a lower kind') WHERE EXISTS "
        f"(SELECT 1 FROM code AS p WHERE p.id = new.parent_id AND {rank_sql('p.kind')} < "
        f"{rank_sql('new.kind')}) OR EXISTS (SELECT 1 FROM code AS c WHERE c.parent_id = new.id"
        f" AND {rank_sql('c.kind')} > {rank_sql('new.kind')});"
    )
    circle = (
        "SELECT RAISE(ABORT, 'a code is below itself') WHERE new.id IN (WITH RECURSIVE up(id) AS "
        "(SELECT new.parent_id UNION SELECT code.parent_id FROM code JOIN up ON code.id = up.id "
        "WHERE code.parent_id IS NOT NULL) SELECT id FROM up WHERE id IS NOT NULL);"
    )
    yield (
        "guard_code_i",
        f'CREATE TRIGGER "guard_code_i" AFTER INSERT ON "code" BEGIN {too_low} END',
    )
    yield (
        "guard_code_u",
        'CREATE TRIGGER "guard_code_u" AFTER UPDATE OF parent_id, kind ON "code" BEGIN '
        f"{too_low} {circle} END",
    )
    outside = (
        "SELECT RAISE(ABORT, 'a span ends behind its document') WHERE new.\"end\" > "
        "(SELECT characters FROM document WHERE id = new.document_id);"
    )
    yield (
        "guard_selection_i",
        f'CREATE TRIGGER "guard_selection_i" AFTER INSERT ON "selection" BEGIN {outside} END',
    )
    yield (
        "guard_selection_u",
        'CREATE TRIGGER "guard_selection_u" AFTER UPDATE OF document_id, start, "end" ON '
        f'"selection" BEGIN {outside} END',
    )
    # A text is written once: what a span points into never changes under it, and undo needs it.
    yield (
        "guard_text_u",
        'CREATE TRIGGER "guard_text_u" BEFORE UPDATE ON "document_text" BEGIN '
        "SELECT RAISE(ABORT, 'a stored text never changes'); END",
    )
    yield (
        "guard_text_d",
        'CREATE TRIGGER "guard_text_d" BEFORE DELETE ON "document_text" BEGIN '
        "SELECT RAISE(ABORT, 'a stored text is never deleted'); END",
    )
    # NOT NULL alone would not do: a statement's OR IGNORE also holds inside the triggers it fires,
    # and would skip the entry in the journal instead of the change.
    yield (
        "guard_change_i",
        'CREATE TRIGGER "guard_change_i" BEFORE INSERT ON "change" WHEN new.step_id IS NULL BEGIN '
        "SELECT RAISE(ABORT, 'a change outside a step'); END",
    )
    # The journal knows rows by their numbers.
    for model in JOURNALED:
        table = table_of(model).name
        yield (
            f"guard_{table}_id",
            f'CREATE TRIGGER "guard_{table}_id" AFTER UPDATE ON "{table}" WHEN old.id IS NOT new.id'
            " BEGIN SELECT RAISE(ABORT, 'the number of a row never changes'); END",
        )
