"""Files that have no place here: one sentence with their name, and nothing was changed."""

from __future__ import annotations

import hashlib
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from qcode.model.enums import CodeKind
from qcode.model.errors import QcodeError
from qcode.model.join_records import Choice
from qcode.model.records import CodeDraft
from qcode.model.span import Span
from qcode.services import codes, codings, documents
from qcode.services.joining import merging
from qcode.services.project import Project
from qcode.store import schema

from tests.data import make_schema_files
from tests.services.joining import copies as study
from tests.services.joining.copies import code_id, merge
from tests.services.pictures import steps


def spoil(path: Path, *statements: str) -> Path:
    """Change a file behind qcode's back and return its path."""
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        raw.execute("PRAGMA writable_schema=ON")
        raw.execute("PRAGMA ignore_check_constraints=ON")
        triggers = raw.execute(
            "SELECT name, sql FROM sqlite_master WHERE type='trigger'"
        ).fetchall()
        for name, _ in triggers:
            raw.execute(f'DROP TRIGGER "{name}"')
        for statement in statements:
            raw.execute(statement)
        for _, sql in triggers:
            raw.execute(sql)
    return path


def halved(path: Path) -> Path:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    return path


def torn(path: Path) -> Path:
    data = bytearray(path.read_bytes())
    data[8192:16384] = b"\x7f" * 8192
    path.write_bytes(data)
    return path


def emptied(path: Path) -> Path:
    path.write_bytes(b"")
    return path


SPOILT: dict[str, Callable[[Path], Path]] = {
    "is not a qcode project": lambda path: (path.write_text("name,age\n"), path)[1],
    "not a qcode project": emptied,
    "was not found": lambda path: (path.unlink(), path)[1],
    "damaged": halved,
    "is damaged|cannot be merged": torn,
    "newer qcode": lambda path: spoil(path, f"PRAGMA user_version={schema.VERSION + 1}"),
    "below itself": lambda path: spoil(
        path,
        "INSERT INTO code SELECT 90, 'g90', 'a', 'category', 91, 5, '#000000', '', '', '', '', '',"
        " '2026' UNION SELECT 91, 'g91', 'b', 'category', 90, 6, '#000000', '', '', '', '', '', ''",
    ),
    "under a code of a lower kind": lambda path: spoil(
        path, "UPDATE code SET kind = 'core_category' WHERE parent_id IS NOT NULL"
    ),
    "The table code holds what qcode did not write": lambda path: spoil(
        path, "UPDATE code SET kind = 'king'"
    ),
    "missing row of code": lambda path: spoil(path, "UPDATE coding SET code_id = 999"),
    "lies outside its document": lambda path: spoil(
        path, 'UPDATE selection SET "end" = 100000 WHERE id = 1'
    ),
    "was altered": lambda path: spoil(path, "UPDATE document_text SET body = body || '!'"),
    "The table document holds what qcode did not write": lambda path: spoil(
        path, "UPDATE document SET position = 'far' WHERE id = 1"
    ),
    "has sneak, which qcode did not make": lambda path: spoil(path, "CREATE TABLE sneak (id)"),
    "The project has no name": lambda path: spoil(path, "DELETE FROM project"),
    "cannot be read": lambda path: spoil(path, "UPDATE change SET image = '[' WHERE id = 1"),
}


@pytest.mark.parametrize("sentence", SPOILT)
def test_a_file_that_cannot_be_trusted_gets_a_sentence(two: list[Project], sentence: str) -> None:
    ann, bo = two
    codes.describe(bo, code_id(bo, "closed"), {"definition": "no way through"})
    bo.close()
    path = SPOILT[sentence](bo.path)
    rows, made = study.picture(ann), steps(ann)
    with pytest.raises(QcodeError, match=sentence) as caught:
        merge(ann, path)
    assert str(path) in str(caught.value)
    assert (study.picture(ann), steps(ann)) == (rows, made)


@pytest.mark.parametrize(
    "spoiling",
    [
        ("UPDATE change SET image = '[1]' WHERE op = 'u'",),
        ("UPDATE change SET image = '{\"parent_id\": [1]}' WHERE op = 'u'",),
        ("DELETE FROM change", "DELETE FROM step"),
    ],
)
def test_history_that_holds_no_rows_is_refused(
    two: list[Project], spoiling: tuple[str, ...]
) -> None:
    ann, bo = two
    codes.rename(bo, code_id(bo, "closed"), "shut")
    bo.close()
    spoil(bo.path, *spoiling)
    with pytest.raises(QcodeError, match="Its history cannot be read"):
        merge(ann, bo.path)


def test_one_bad_file_among_good_ones_stops_all(three: list[Project]) -> None:
    ann, bo, cy = three
    codes.create(bo, CodeDraft("boats", CodeKind.CONCEPT))
    cy.close()
    halved(cy.path)
    rows = study.picture(ann)
    with pytest.raises(QcodeError, match=r"Cy\.qcode"):
        merge(ann, bo, cy.path)
    assert study.picture(ann) == rows


def test_another_project_is_refused(two: list[Project], tmp_path: Path) -> None:
    ann, _ = two
    study.begin(tmp_path / "other.qcode")
    with pytest.raises(QcodeError, match=r"other\.qcode belongs to another project"):
        merge(ann, tmp_path / "other.qcode")


def test_a_document_whose_text_differs_stays_out_with_all_that_is_on_it(
    two: list[Project],
) -> None:
    ann, bo = two
    first, second = (one.id for one in documents.listed(bo))
    codings.apply(bo, first, [Span(3, 9)], [code_id(bo, "waiting")])
    codings.apply(bo, second, [Span(3, 9)], [code_id(bo, "waiting")])
    codings.set_memo(bo, 1, "about another text")
    codings.remove(bo, [2])
    had = study.coded(ann)
    bo.close()
    body = "x" * documents.listed(ann)[0].characters
    sha256 = hashlib.sha256(body.encode()).hexdigest()
    spoil(
        bo.path,
        f"INSERT INTO document_text (id, sha256, body) VALUES (77, '{sha256}', '{body}')",
        f"UPDATE document SET text_id = 77 WHERE id = {first}",
    )
    report = merge(ann, bo.path)
    (refused,) = report.refused
    assert (refused.document, refused.resting) == ("d0", 1)
    assert study.coded(ann) == had | {("d1", 3, 9, "waiting", "Bo", "")}
    assert merging.plan(ann, [bo.path]).nothing
    study.sound(ann)


@pytest.mark.parametrize("version", [1, 2])
def test_files_of_older_schemas_are_read_as_they_are(tmp_path: Path, version: int) -> None:
    old = Path(make_schema_files.__file__).with_name(f"schema-{version}.qcode")
    theirs, mine = tmp_path / "theirs.qcode", tmp_path / "mine.qcode"
    shutil.copyfile(old, theirs)
    shutil.copyfile(old, mine)
    theirs.chmod(0o444)
    data = theirs.read_bytes()
    with Project.open(mine) as project:
        assert merging.plan(project, [theirs]).nothing
        tree = codes.tree(project)
        codes.rename(project, tree[0].id, "renamed here")
        assert merging.plan(project, [theirs]).nothing
        codings.remove(project, [row[0] for row in study.picture(project)["coding"]])
        merge(project, theirs, prefer=Choice.MINE)
        assert study.coded(project) == set()
        study.sound(project)
    assert theirs.read_bytes() == data
    assert [path.name for path in tmp_path.glob("theirs*")] == ["theirs.qcode"]
