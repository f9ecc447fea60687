"""Readings that are gathered into one: what they see, and that blindness is kept in them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest
from qcode.model.errors import QcodeError
from qcode.services import coders, codes, codings
from qcode.services.project import Project
from qcode.store.connection import Connection

from tests.services.blind.study import acting
from tests.store.helpers import code, small_project


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with Project.open(small_project(tmp_path / "small.qcode")) as project:
        yield project


def names(connection: Connection) -> list[str]:
    return connection.run("SELECT name FROM code ORDER BY id").column()


def test_all_readings_see_one_state_until_something_is_written(project: Project) -> None:
    with project.together():
        with project.read() as first, project.read() as inside:
            assert inside is first
        with project.read() as again:
            assert again is first
            assert names(again) == ["duty"]
        code(project, "care")
        with project.read() as connection:
            assert names(connection) == ["duty", "care"]


def test_a_reading_goes_on_as_it_began_while_another_sees_what_was_written(
    project: Project,
) -> None:
    with project.together(), project.read() as before:
        code(project, "care")
        with project.read() as after:
            assert (names(before), names(after)) == (["duty"], ["duty", "care"])


def test_what_another_thread_writes_is_seen_by_the_next_reading(project: Project) -> None:
    with project.together():
        with project.read() as connection:
            assert names(connection) == ["duty"]
        other = Thread(target=lambda: code(project, "care"))
        other.start()
        other.join()
        with project.read() as connection:
            assert names(connection) == ["duty", "care"]


def test_a_reading_that_lasts_longer_than_the_others_is_not_ended_with_them(
    project: Project,
) -> None:
    with project.together():
        longer = project.read()
        connection = longer.__enter__()
    try:
        code(project, "care")
        assert names(connection) == ["duty"]
    finally:
        longer.__exit__(None, None, None)
    with project.read() as connection:
        assert names(connection) == ["duty", "care"]


def test_an_error_of_the_database_ends_one_reading_and_no_other(project: Project) -> None:
    with project.together():
        with pytest.raises((QcodeError, sqlite3.Error)), project.read() as connection:
            connection.run("SELECT nothing FROM nowhere")
        with project.read() as connection:
            assert names(connection) == ["duty"]


def test_who_works_blind_sees_no_more_after_everything_was_read_in_between(
    project: Project,
) -> None:
    with acting(project, "Bo"):
        coders.set_blind(project, True)
        with project.together(), project.read() as seen:
            assert seen.run("SELECT count(*) FROM coding").value() == 0
            with project.read_all() as everything:
                assert everything.run("SELECT count(*) FROM coding").value() == 1
            assert seen.run("SELECT count(*) FROM coding").value() == 0
            assert codings.of_document(project, 1) == []


def test_a_project_that_is_closed_meanwhile_leaves_one_file(tmp_path: Path) -> None:
    project = Project.open(small_project(tmp_path / "small.qcode"))
    with project.together():
        assert [one.name for one in codes.tree(project)] == ["duty"]
        project.close()
        assert [file.name for file in tmp_path.glob("small*")] == ["small.qcode"]
