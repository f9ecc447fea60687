"""Schema of a project file: its mark, its version, making it, and bringing an older one up to date.

``application_id`` says that a SQLite file is a qcode project, ``user_version`` which schema it has.
Each migration is a function from one version to the next; those that a file needs run in one
transaction after the file was copied. A migration closes the undo stack but keeps the history.
"""

from __future__ import annotations

import re
import sqlite3
import threading
from collections.abc import Callable

from qcode.store import migrations
from qcode.store.triggers import all_triggers

APPLICATION_ID = 0x71634F44  # "qcOD"
VERSION = 3

_LOADING = threading.Lock()

Migration = Callable[[sqlite3.Connection], None]
MIGRATIONS: dict[int, Migration] = {1: migrations.to_2, 2: migrations.to_3}  # from that version on


def create_schema(connection: sqlite3.Connection) -> None:
    """Make every table, index and trigger in an empty database; the caller owns the transaction."""
    for statement in statements().values():
        connection.execute(statement)
    connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version={VERSION}")
    connection.execute("INSERT INTO journal (id, step_id) VALUES (1, NULL)")


def load_tables() -> None:
    """Load the tables and the libraries under them, once, in whichever thread comes first.

    Two workers that load parts of them at the same time find the libraries half loaded: the order
    of what they hold is not the same.
    """
    with _LOADING:
        import qcode.model.tables  # noqa: F401 - loading it is the point


def statements() -> dict[str, str]:
    """Return name → CREATE statement of everything in the present schema, in order of making."""
    load_tables()
    import sqlalchemy
    from sqlalchemy.dialects import sqlite

    from qcode.model.tables import METADATA

    dialect = sqlite.dialect()
    made: dict[str, str] = {}
    for table in METADATA.sorted_tables:
        whole = sqlalchemy.schema.CreateTable(table)
        made[table.name] = str(whole.compile(dialect=dialect)).strip()
        for index in sorted(table.indexes, key=lambda index: str(index.name)):
            part = sqlalchemy.schema.CreateIndex(index)
            made[str(index.name)] = str(part.compile(dialect=dialect)).strip()
    return made | all_triggers()


def normalised(statement: str) -> str:
    """Return a CREATE statement without the differences that mean nothing (white space, quotes)."""
    bare = re.sub(r"\s+", " ", statement.replace('"', ""))
    return bare.replace("( ", "(").replace(" )", ")").strip()


def differences(connection: sqlite3.Connection) -> list[tuple[str, str]]:
    """Compare the file's schema with the present one.

    Returns ``(name, what)`` pairs, ``what`` being ``missing``, ``changed`` or ``unknown``.
    """
    expected = {name: normalised(sql) for name, sql in statements().items()}
    found = {
        name: normalised(sql)
        for name, sql in connection.execute(
            "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'"
        )
    }
    wrong = [(name, "missing") for name in expected if name not in found]
    wrong += [(name, "changed") for name, sql in expected.items() if found.get(name, sql) != sql]
    wrong += [(name, "unknown") for name in found if name not in expected]
    return wrong


def migrate(connection: sqlite3.Connection, version: int) -> None:
    """Bring a file of ``version`` up to ``VERSION`` in one transaction: all of it or nothing.

    Migrations may rebuild tables and rewrite rows: foreign keys are looked at when all is done, and
    the triggers of the old schema are away meanwhile. Undo ends at a migration: older row images
    may no longer fit the tables. Raises ``sqlite3.IntegrityError`` when a row is left without the
    one it points to.
    """
    connection.execute("PRAGMA foreign_keys=OFF")  # has no effect inside a transaction
    connection.execute("BEGIN IMMEDIATE")
    try:
        for (name,) in connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        ).fetchall():
            connection.execute(f'DROP TRIGGER "{name}"')
        for old in range(version, VERSION):
            MIGRATIONS[old](connection)
        connection.execute("UPDATE step SET state = 'closed' WHERE state IN ('done', 'undone')")
        for statement in all_triggers().values():
            connection.execute(statement)
        if connection.execute("PRAGMA foreign_key_check").fetchone() is not None:
            raise sqlite3.IntegrityError("the migration left a row without the one it points to")
        connection.execute(f"PRAGMA user_version={VERSION}")
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    finally:
        connection.execute("PRAGMA foreign_keys=ON")
