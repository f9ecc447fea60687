"""Older files are brought up to date, after a copy; all of it or nothing."""

from __future__ import annotations

import hashlib
import shutil
import sqlite3
from pathlib import Path

import pytest
from qcode.model.errors import QcodeError
from qcode.services import backups, codes, codings, documents, memos, overview
from qcode.services.project import Project
from qcode.store import schema

from tests.services import pictures
from tests.store.helpers import beside, code, raw, small_project

DATA = Path(__file__).parents[1] / "data"
PRESENT = schema.VERSION


def master(path: Path) -> dict[str, str]:
    with raw(path) as connection:
        return {
            name: schema.normalised(sql)
            for name, sql in connection.execute(
                "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL"
            )
        }


@pytest.mark.parametrize("version", range(1, schema.VERSION + 1))
def test_the_file_of_each_schema_opens_and_becomes_like_a_fresh_one(
    version: int, tmp_path: Path
) -> None:
    path = tmp_path / "old.qcode"
    shutil.copy(DATA / f"schema-{version}.qcode", path)
    with Project.open(path, read_only=True) as project:
        assert overview.info(project).schema == version
        assert overview.info(project).codings == 3
    with Project.open(path) as project:
        assert project.name == f"Schema {version}"
        assert overview.findings(project) == []
        assert [one.name for one in codes.tree(project)] == ["从上而来", "pressure", "push"]
        assert codes.tree(project)[2].subtree_passages == 2
        assert documents.values(project) == {1: {"Place": "Y Street"}}
        (memo,) = memos.listed(project)
        assert memo.body == "Why twice?"
        rows = codings.of_document(project, 1)
        text = documents.text(project, 1)
        assert [text[row.start : row.end] for row in rows] == ["calls", "calls", "again \U0001f4de"]
        if version == schema.VERSION:
            assert project.undo_label() is not None and project.redo_label() is not None
        code(project, "new in the old file")
        project.undo()
    fresh = small_project(tmp_path / "fresh.qcode")
    assert master(path) == master(fresh)


def test_the_oldest_file_is_small() -> None:
    assert (DATA / "schema-1.qcode").stat().st_size < 600_000


@pytest.fixture
def old(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file of this schema, seen by a program that knows the next one: codes get a ``weight``."""
    path = small_project(tmp_path / "old.qcode")
    monkeypatch.setattr(schema, "VERSION", schema.VERSION + 1)
    return path


def add_weight(connection: sqlite3.Connection) -> None:
    connection.execute("CREATE TABLE weight (code_id INTEGER PRIMARY KEY, weight INTEGER)")
    connection.execute("INSERT INTO weight SELECT id, 1 FROM code")
    connection.execute("UPDATE code SET definition = 'weighed'")  # outside any step


def test_an_older_file_is_copied_then_migrated_and_its_history_stays(
    old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(schema.MIGRATIONS, PRESENT, add_weight)
    with Project.open(old, read_only=True) as project:  # reading changes nothing
        guid, history = project.guid, overview.history(project)
        assert overview.info(project).schema == PRESENT
    assert backups.listed(guid) == []
    with Project.open(old) as project:
        assert overview.info(project).schema == PRESENT + 1
        assert codes.tree(project)[0].definition == "weighed"
        assert project.undo_label() is None and project.undo() is None
        told = overview.history(project)
        assert [step.label for step in told] == [step.label for step in history]
        assert not any(step.can_undo_to or step.undone for step in told)
        code(project, "goes on")
        before = pictures.rows(project)
        project.undo()
        project.redo()
        assert pictures.rows(project) == before
        with project.read() as connection:
            triggers = "SELECT name FROM sqlite_master WHERE type = 'trigger'"
            assert set(connection.run(triggers).column()) == {
                name for name in schema.statements() if name.startswith(("guard", "journal_"))
            }
            assert connection.run("PRAGMA foreign_keys").value() == 1
    (kept,) = backups.listed(guid)
    assert kept.reason == "migration"
    with raw(kept.path) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (PRESENT,)
        assert connection.execute("SELECT definition FROM code").fetchone() == ("",)


def test_a_table_can_be_rebuilt_without_losing_what_hangs_on_it(
    old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def rebuild(connection: sqlite3.Connection) -> None:
        (sql,) = connection.execute(
            "SELECT sql FROM sqlite_master WHERE name = 'document'"
        ).fetchone()
        indexes = connection.execute(
            "SELECT sql FROM sqlite_master WHERE tbl_name = 'document' AND type = 'index'"
            " AND sql IS NOT NULL"
        ).fetchall()
        connection.execute(sql.replace("CREATE TABLE document", "CREATE TABLE rebuilt"))
        connection.execute("INSERT INTO rebuilt SELECT * FROM document")
        connection.execute("DROP TABLE document")  # with foreign keys on, passages would go too
        connection.execute("ALTER TABLE rebuilt RENAME TO document")
        for (index,) in indexes:
            connection.execute(index)

    monkeypatch.setitem(schema.MIGRATIONS, PRESENT, rebuild)
    with Project.open(old) as project:
        assert overview.info(project).codings == 1
        assert overview.findings(project) == []


@pytest.mark.parametrize("kind", ["raises", "breaks a reference", "says something wrong"])
def test_a_migration_that_fails_leaves_the_file_as_it_was(
    old: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    def fail(connection: sqlite3.Connection) -> None:
        add_weight(connection)
        if kind == "raises":
            raise ZeroDivisionError
        connection.execute(
            "DELETE FROM document" if kind == "breaks a reference" else "SELECT nothing FROM code"
        )

    monkeypatch.setitem(schema.MIGRATIONS, PRESENT, fail)
    before = hashlib.sha256(old.read_bytes()).hexdigest()
    with pytest.raises((ZeroDivisionError, sqlite3.Error)):
        Project.open(old)
    assert hashlib.sha256(old.read_bytes()).hexdigest() == before
    assert beside(old) == ["old.qcode"]
    monkeypatch.setattr(schema, "VERSION", PRESENT)
    with Project.open(old) as project:
        assert overview.findings(project) == []


def test_without_room_for_the_copy_nothing_is_migrated(
    old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(schema.MIGRATIONS, PRESENT, add_weight)
    before = hashlib.sha256(old.read_bytes()).hexdigest()
    monkeypatch.setenv("QCODE_HOME", str(old.parent / "home of qcode"))
    (old.parent / "home of qcode").mkdir(exist_ok=True)
    (old.parent / "home of qcode" / "backups").write_text("in the way", encoding="utf-8")
    with pytest.raises(QcodeError):
        Project.open(old)
    assert hashlib.sha256(old.read_bytes()).hexdigest() == before
    assert beside(old) == ["old.qcode"]
