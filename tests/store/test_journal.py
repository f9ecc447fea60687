"""The journal catches every change, whoever makes it, and undo brings back exactly what was."""

from __future__ import annotations

import sqlite3
import time
from pathlib import Path
from sqlite3 import IntegrityError

import pytest
from qcode.model.enums import CodeKind, MemoKind
from qcode.model.errors import QcodeError
from qcode.model.messages import Message
from qcode.model.span import Span
from qcode.model.tables import JOURNALED, table_of
from qcode.services import codes, codings, documents, memos, overview
from qcode.services.project import Project

from tests.services import pictures
from tests.store.helpers import bring, code, raw, small_project

LABEL = Message("Test")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return small_project(tmp_path / "small.qcode")


def change_by_sql(project: Project, *statements: str) -> None:
    with project.change(LABEL) as writer:
        for statement in statements:
            writer.connection.run(statement)


@pytest.mark.parametrize(
    "statements",
    [
        ("UPDATE code SET name = name || '!', definition = 'd'",),
        ("DELETE FROM coding",),
        ("DELETE FROM document",),  # its passages and codings go in cascades
        ("UPDATE code SET color = '#000000'", "DELETE FROM code"),
        ("INSERT OR REPLACE INTO coder (id, guid, name, color) VALUES (1, 'g', 'Other', '')",),
        ("INSERT OR REPLACE INTO setting (key, value) VALUES ('k', '1'), ('k', '2')",),
        (
            "INSERT INTO setting (key, value) VALUES ('k', '1')"
            " ON CONFLICT (key) DO UPDATE SET value = 'again'",
        ),
        ("UPDATE OR IGNORE code SET name = 'ignored or not'",),
        ("DELETE FROM document_group",),  # sets the documents' group to NULL
        ("UPDATE project SET name = 'a' || char(10) || 'b\"\\''', created = ''",),
    ],
)
def test_bulk_statements_cascades_and_replacements_can_be_undone(
    path: Path, statements: tuple[str, ...]
) -> None:
    with Project.open(path) as project:
        documents.put_in_group(project, [1], "Group")
        before = pictures.rows(project)
        change_by_sql(project, *statements)
        after = pictures.rows(project)
        assert after != before
        for _ in range(2):
            project.undo()
            assert pictures.rows(project) == before
            project.redo()
            assert pictures.rows(project) == after


OUTSIDE = [
    "INSERT INTO coder (guid, name, color) VALUES ('g', 'Eve', '')",
    "INSERT OR IGNORE INTO coder (guid, name, color) VALUES ('g', 'Eve', '')",
    "INSERT OR REPLACE INTO coder (guid, name, color) VALUES ('g', 'Eve', '')",
    "INSERT OR REPLACE INTO coder (id, guid, name, color) VALUES (1, 'g', 'Ann', '')",
    "INSERT OR FAIL INTO coder (guid, name, color) VALUES ('g', 'Eve', '')",
    "INSERT INTO coder (guid, name, color) VALUES ('g', 'Eve', '') ON CONFLICT DO NOTHING",
    "REPLACE INTO coder (id, guid, name, color) VALUES (1, 'g', 'Ann', '')",
    "UPDATE code SET name = 'other'",
    "UPDATE OR IGNORE code SET name = 'other'",
    "UPDATE OR REPLACE code SET name = 'other'",
    "UPDATE code SET id = id + 100",
    "UPDATE code SET rowid = rowid + 100",
    "UPDATE OR IGNORE code SET id = id + 100",
    "DELETE FROM coding",
    "DELETE FROM document",
    "UPDATE document_text SET body = 'other'",
    "UPDATE OR IGNORE document_text SET body = 'other'",
    "DELETE FROM document_text",
]


@pytest.mark.parametrize("recursive", [False, True])
@pytest.mark.parametrize("statement", OUTSIDE)
def test_another_program_cannot_change_anything_outside_a_step(
    path: Path, statement: str, recursive: bool
) -> None:
    with Project.open(path, read_only=True) as project:
        before = pictures.rows(project)
    with raw(path) as connection:
        connection.execute(f"PRAGMA recursive_triggers={int(recursive)}")
        with pytest.raises(sqlite3.IntegrityError):
            connection.execute(statement)
    with Project.open(path, read_only=True) as project:
        assert pictures.rows(project) == before
        assert overview.findings(project) == []


# One row in each table of the second and third level.
ONE_ROW_EACH = (
    "INSERT INTO code (guid, name, kind, position, color, definition, use_when, not_when, typical,"
    " boundary, created) VALUES ('c', 'other', 'concept', 9, '#000000', '', '', '', '', '', '')",
    "INSERT INTO held_out (document_id) VALUES (1)",
    "INSERT INTO code_property (guid, code_id, name, low, high, position)"
    " VALUES ('p', 1, 'P', '', '', 0)",
    "INSERT INTO property_place (property_id, selection_id, coder_id, place) VALUES (1, 1, 1, 50)",
    "INSERT INTO paradigm (guid, name, position, created) VALUES ('p', 'P', 0, '')",
    "INSERT INTO paradigm_slot (paradigm_id, role, code_id, position) VALUES (1, 'context', 1, 0)",
    'INSERT INTO relation_type (guid, "key", name, form, position)'
    " VALUES ('t', '', 'T', 'directed', 0)",
    "INSERT INTO relation (guid, source_id, target_id, type_id, meaning, position, created)"
    " VALUES ('r', 1, 2, 1, '', 0, '')",
    "INSERT INTO relation_passage (relation_id, selection_id, position) VALUES (1, 1, 0)",
    "INSERT INTO memo_model_link (memo_id, relation_id) VALUES (1, 1)",
    "INSERT INTO stage (guid, name, meaning, position, created) VALUES ('s', 'S', '', 0, '')",
    "INSERT INTO stage_code (stage_id, code_id, position) VALUES (1, 1, 0)",
    "INSERT INTO diagram_place (code_id, x, y) VALUES (1, 0, 0)",
    "INSERT INTO storyline (id, body, modified) VALUES (1, '', '')",
    "INSERT INTO code_event (guid, what, code_guid, code_name, into_guid, into_name, passages,"
    " reason, coder_id, created) VALUES ('e', 'merge', '', '', '', '', 0, '', 1, '')",
    "INSERT INTO codebook_snapshot (sha256, body) VALUES ('', '')",
    "INSERT INTO codebook_version (guid, name, note, snapshot_id, coder_id, created)"
    " VALUES ('v', 'V', '', 1, 1, '')",
    "INSERT INTO coder (guid, name, color) VALUES ('second', 'Second', '')",
    "INSERT INTO coder_part (coder_id, role, due, seed, share, created)"
    " VALUES (2, 'consensus', '', 0, 0, '')",
    "INSERT INTO agreement_round (guid, name, note, request, figures, snapshot_id, coder_id,"
    " created) VALUES ('a', 'A', '', '{}', '{}', 1, 1, '')",
    "INSERT INTO decision (guid, document_id, kind, first_id, second_id, first_code_id,"
    " first_spans, second_spans, verdict, reason, coder_id, created, modified)"
    " VALUES ('d', 1, 'boundary', 1, 2, 1, '[]', '[]', '', '', 1, '', '')",
    "INSERT INTO decision_coding (decision_id, coding_id) VALUES (1, 1)",
    'INSERT INTO amendment (guid, decision_id, code_guid, code_name, field, "before", "after",'
    " coder_id, created) VALUES ('m', 1, '', '', '', '', '', 1, '')",
    "INSERT INTO merged (guid, name, step_guid, change, report, coder_id, created)"
    " VALUES ('f', '', '', 0, '', 1, '')",
)


@pytest.mark.parametrize("model", JOURNALED, ids=lambda model: table_of(model).name)
def test_no_journaled_table_can_be_written_outside_a_step(path: Path, model: type) -> None:
    table = table_of(model)
    with Project.open(path) as project, project.change(LABEL) as writer:
        writer.connection.run(
            "INSERT INTO memo (guid, kind, title, body, coder_id, created, modified)"
            " VALUES ('m', 'project', '', '', 1, '', '')"
        )
        for statement in (
            "INSERT INTO memo_link (memo_id, code_id) VALUES (1, 1)",
            "INSERT INTO document_group (guid, name, position) VALUES ('g', 'G', 0)",
            "INSERT INTO variable (guid, name, position) VALUES ('v', 'V', 0)",
            "INSERT INTO variable_value (document_id, variable_id, value) VALUES (1, 1, 'x')",
            "INSERT INTO setting (key, value) VALUES ('k', 'v')",
            "INSERT INTO work (document_id, coder_id, status) VALUES (1, 1, 'open')",
            *ONE_ROW_EACH,
        ):
            writer.connection.run(statement)
    with raw(path) as connection:
        (count,) = connection.execute(f'SELECT count(*) FROM "{table.name}"').fetchone()
        assert count > 0
        texts = [c.name for c in table.columns if c.type.python_type is str and c.name != "guid"]
        column = texts[0] if texts else next(c.name for c in table.columns if c.name != "id")
        for statement in (
            f'DELETE FROM "{table.name}"',
            f'UPDATE OR IGNORE "{table.name}" SET "{column}" = "{column}" || 1',
        ):
            with pytest.raises(sqlite3.IntegrityError, match=r"outside a step|constraint failed"):
                connection.execute(statement)


def test_a_second_writer_beside_the_open_window_is_refused_the_same(path: Path) -> None:
    with Project.open(path) as project:
        with raw(path) as connection, pytest.raises(sqlite3.IntegrityError):
            connection.execute("UPDATE code SET name = 'slipped'")
        codes.rename(project, 1, "renamed")
        with raw(path) as connection, pytest.raises(sqlite3.IntegrityError):
            connection.execute("UPDATE code SET name = 'slipped'")


def test_undo_and_redo_survive_closing(path: Path) -> None:
    with Project.open(path) as project:
        full = pictures.rows(project)
    labels = []
    while True:
        with Project.open(path) as project:
            changes = project.undo()
            if changes is None:
                break
            labels.append(changes.label.text())
    assert labels == ["Apply duty", "New concept duty", "Import text 0"]
    with Project.open(path) as project:
        assert documents.listed(project) == []
    for label in reversed(labels):
        with Project.open(path) as project:
            changes = project.redo()
            assert changes is not None and changes.label.text() == label
    with Project.open(path) as project:
        assert pictures.rows(project) == full
        assert project.redo() is None


def test_a_new_step_drops_what_was_undone_for_good(path: Path) -> None:
    with Project.open(path) as project:
        project.undo()
        project.undo()
        code(project, "another way")
        assert project.redo_label() is None and project.redo() is None
        dropped = [step for step in overview.history(project) if step.undone]
        assert [step.label.text() for step in dropped] == ["New concept duty", "Apply duty"]
        project.undo()
        assert project.redo_label() is not None
        assert project.redo_label().text() == "New concept another way"


def test_a_number_taken_back_is_never_given_out_again(path: Path) -> None:
    with Project.open(path) as project:
        first = code(project, "first")
        project.undo()
        second = code(project, "second")
        assert second > first
        bring(project, "a text")
        (one,) = [d.id for d in documents.listed(project)][-1:]
        project.undo()
        assert bring(project, "another")[0] > one


def test_typing_is_one_step_and_keeps_one_image(path: Path) -> None:
    with Project.open(path) as project:
        before = pictures.rows(project)
        steps = len(overview.history(project))
        text = ""
        for letter in "a long memo about duty":
            text += letter
            codes.describe(project, 1, {"definition": text})
            codings.set_memo(project, 1, text) if letter == "!" else None
        assert len(overview.history(project)) == steps + 1
        with project.read() as connection:
            images = connection.run(
                "SELECT image FROM change WHERE step_id = (SELECT max(id) FROM step)"
            ).column()
            assert list(images) == ['{"definition":""}']
        project.undo()
        assert pictures.rows(project) == before
        project.redo()
        assert codes.tree(project)[0].definition == text


def test_a_step_that_goes_on_keeps_its_label_and_tells_it(path: Path) -> None:
    told = []
    with Project.open(path) as project:
        project.subscribe(lambda changes: told.append(changes.label.text()))
        for name in ("first", "second"):
            with project.change(Message(name), merge_key="typing") as writer:
                writer.update("code", 1, definition=name)
        assert told == ["first", "first"]
        assert overview.history(project)[-1].label.text() == "first"


def test_typing_elsewhere_or_by_somebody_else_or_after_undo_is_another_step(path: Path) -> None:
    with Project.open(path) as project:
        count = len(overview.history(project))
        codes.describe(project, 1, {"definition": "a"})
        codes.describe(project, 1, {"use_when": "a"})
        codes.describe(project, 1, {"definition": "ab"})
        project.act_as("Ben")
        codes.describe(project, 1, {"definition": "abc"})
        assert len(overview.history(project)) == count + 4
        project.undo()
        project.redo()
        codes.describe(project, 1, {"definition": "abcd"})
        project.undo()
        assert codes.tree(project)[0].definition == "abc"


def test_title_and_body_of_a_memo_merge_and_come_back_together(path: Path) -> None:
    with Project.open(path) as project:
        memo = memos.create(project, MemoKind.PROJECT, "first", title="T")
        before = pictures.rows(project)
        for title, body in (("U", None), (None, "second"), ("V", "third"), (None, "fourth")):
            memos.edit(project, memo, title=title, body=body)
        after = pictures.rows(project)
        project.undo()
        assert pictures.rows(project) == before
        project.redo()
        assert pictures.rows(project) == after


def test_undo_to_takes_back_all_or_nothing(path: Path) -> None:
    with Project.open(path) as project:
        ids = [step.id for step in overview.history(project) if step.can_undo_to]
        before = pictures.rows(project)

        def stop(done: int, total: int) -> None:
            raise QcodeError("stopped")

        with pytest.raises(QcodeError, match="stopped"):
            project.undo_to(ids[0], stop)
        assert pictures.rows(project) == before
        changes = project.undo_to(ids[0])
        assert changes is not None and changes.touches("document") and changes.touches("coding")
        assert documents.listed(project) == []
        for _ in ids:
            project.redo()
        assert pictures.rows(project) == before


def test_a_step_that_fails_leaves_nothing(path: Path) -> None:
    with Project.open(path) as project:
        before = pictures.rows(project), pictures.steps(project)
        with pytest.raises(ZeroDivisionError), project.change(LABEL) as writer:
            writer.insert("code", name="half", kind="concept", position=9, color="#000000")
            raise ZeroDivisionError
        assert (pictures.rows(project), pictures.steps(project)) == before
        code(project, "whole")  # and the next one works


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE code SET parent_id = id",
        "UPDATE code SET kind = 'nothing'",
        "UPDATE code SET kind = 'core_category' WHERE name = 'low'",
        "UPDATE code SET parent_id = (SELECT id FROM code WHERE name = 'low') WHERE name = 'high'",
        "UPDATE code SET parent_id = 999",
        "UPDATE code SET name = ' '",
        "UPDATE code SET color = '#12345G'",
        'UPDATE selection SET "end" = start',
        "UPDATE selection SET start = -1",
        'UPDATE selection SET "end" = 1000',
        "INSERT INTO coding (guid, selection_id, code_id, coder_id, memo, typical, created,"
        " modified) SELECT 'g', selection_id, code_id, coder_id, '', 0, '', '' FROM coding",
        "UPDATE coding SET typical = 2",
        "DELETE FROM coder",
        "INSERT INTO project (id, guid, name, created) VALUES (2, 'g', 'n', '')",
        "UPDATE code SET id = id + 1000",
    ],
)
def test_what_would_break_the_data_is_refused_by_the_file_itself(
    path: Path, statement: str
) -> None:
    with Project.open(path) as project:
        codes.rename(project, 1, "low")
        from qcode.model.records import CodeDraft

        high = codes.create(project, CodeDraft("high", CodeKind.CATEGORY))
        codes.move(project, [1], high)
        before = pictures.rows(project)
        with pytest.raises(IntegrityError):
            change_by_sql(project, statement)
        assert pictures.rows(project) == before


def test_a_large_step_is_undone_and_redone_in_seconds(path: Path) -> None:
    count = 40_000
    with Project.open(path) as project:
        (document,) = bring(project, "x" * (count + 10))
        with project.change(LABEL) as writer:
            from qcode.services.codings import NewCoding, add_many

            coder = writer.coder_id()
            add_many(
                writer, [NewCoding(document, Span(at, at + 2), 1, coder) for at in range(count)]
            )
        began = time.thread_time()
        project.undo()
        undone = time.thread_time() - began
        assert overview.info(project).codings == 1
        began = time.thread_time()
        project.redo()
        redone = time.thread_time() - began
        assert overview.info(project).codings == count + 1
    # Eighty thousand rows, in seconds of work: how long it takes depends on who else works here.
    assert undone < 10 and redone < 10
