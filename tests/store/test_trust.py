"""A file that is taken away, exchanged or locked by others while the program has it open."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest
from qcode.model.errors import QcodeError
from qcode.services import backups, codes, codings, overview
from qcode.services.project import Project
from qcode.store import standing

from tests.services import pictures
from tests.store.helpers import HOLDER, beside, bring, code, other_process, raw, says, small_project

posix = pytest.mark.skipif(os.name == "nt", reason="Windows lets nobody touch an open file")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    (tmp_path / "open").mkdir()
    return small_project(tmp_path / "open" / "small.qcode")


@pytest.fixture
def other(tmp_path: Path) -> Path:
    """Another project, longer than the first."""
    (tmp_path / "other").mkdir()
    found = small_project(tmp_path / "other" / "other.qcode")
    with Project.open(found) as project:
        bring(project, "words of the other project " * 3000)
        code(project, "of the other")
    return found


def refused(project: Project, words: str) -> None:
    """Every kind of change is refused with one sentence; nothing is written or signalled."""
    before = pictures.rows(project), pictures.steps(project)
    told: list[object] = []
    forget = project.subscribe(told.append)
    for change in (lambda: code(project, "no"), project.undo, lambda: project.act_as("Somebody")):
        with pytest.raises(QcodeError, match=words) as refusal:
            change()
        sentence = refusal.value.message.text()
        assert project.path.name in sentence and "Nothing was changed" in sentence
    forget()
    assert not told
    assert (pictures.rows(project), pictures.steps(project)) == before


def names(path: Path) -> list[str]:
    with Project.open(path) as project:
        assert overview.findings(project) == []
        return [one.name for one in codes.tree(project)]


# ---------------------------------------------------------------------- taken away, exchanged


@posix
def test_a_file_that_was_renamed_is_missed_until_it_is_back(path: Path) -> None:
    with Project.open(path) as project:
        code(project, "before")
        path.rename(path.with_name("moved"))
        refused(project, "removed, renamed or moved")
        path.with_name("moved").rename(path)
        code(project, "after")
    assert names(path) == ["duty", "before", "after"]
    assert beside(path) == ["small.qcode"]


@posix
def test_a_folder_that_was_renamed_is_missed_until_it_is_back(path: Path) -> None:
    moved = path.parent.with_name("moved")
    with Project.open(path) as project:
        path.parent.rename(moved)
        with pytest.raises(QcodeError, match="Nothing was changed"):
            code(project, "no")
        moved.rename(path.parent)
        code(project, "after")
    assert names(path) == ["duty", "after"]


@posix
def test_a_file_that_was_renamed_for_good_has_every_step_under_its_new_name(path: Path) -> None:
    moved = path.with_name("moved.qcode")
    with Project.open(path) as project:
        code(project, "only in the log")
        path.rename(moved)
        refused(project, "removed, renamed or moved")
    assert beside(path) == ["moved.qcode"]
    assert names(moved) == ["duty", "only in the log"]


@posix
def test_a_renamed_file_that_others_use_meanwhile_is_left_to_them(path: Path) -> None:
    moved = path.with_name("moved.qcode")
    project = Project.open(path)
    code(project, "before")
    path.rename(moved)
    with other_process(HOLDER, moved) as holder:
        assert says(holder) == "open"
        project.close()
    with Project.open(moved) as found:
        assert overview.findings(found) == []


@posix
def test_a_file_that_was_deleted_is_kept_among_the_backups_when_it_is_closed(
    path: Path, tmp_path: Path
) -> None:
    with Project.open(path) as project:
        code(project, "of today")
        path.unlink()
        refused(project, "was deleted")
    assert beside(path) == []
    [kept] = backups.listed(project.guid)
    assert kept.reason == "deleted"
    backups.restore(kept.path, path)
    assert names(path) == ["duty", "of today"]


@posix
def test_a_deleted_file_is_closed_also_where_no_copy_of_it_can_be_kept(
    path: Path, home: Path
) -> None:
    project = Project.open(path)
    path.unlink()
    home.mkdir(exist_ok=True)
    (home / "backups").write_bytes(b"a file where the folder of the backups would be")
    with pytest.raises(QcodeError):
        project.close()
    assert beside(path) == []
    project.close()


@posix
def test_a_project_put_in_the_place_of_an_open_one_is_neither_written_nor_spoilt(
    path: Path, other: Path
) -> None:
    with Project.open(path) as project:
        code(project, "of the first")
        other.replace(path)
        before = path.read_bytes()
        refused(project, "different file")
    assert path.read_bytes() == before
    assert beside(path) == ["small.qcode"]
    assert names(path) == ["duty", "of the other"]
    [kept] = backups.listed(project.guid)
    assert names(kept.path) == ["duty", "of the first"]


@posix
@pytest.mark.parametrize("has_read", [True, False])
def test_a_project_copied_over_an_open_one_is_neither_written_nor_spoilt(
    path: Path, other: Path, has_read: bool
) -> None:
    project = Project.open(path)
    code(project, "of the first")
    if has_read:
        codes.tree(project)
    shutil.copyfile(other, path)  # the same file for the system, with other bytes
    with pytest.raises(QcodeError, match="different file"):
        code(project, "no")
    with pytest.raises(QcodeError, match="different file"):
        project.undo()
    project.close()
    assert path.read_bytes() == other.read_bytes()
    assert beside(path) == ["small.qcode"]
    assert names(path) == ["duty", "of the other"]


@posix
def test_another_program_that_empties_the_file_is_noticed(path: Path) -> None:
    with Project.open(path) as project:
        code(project, "of the first")
        os.truncate(path, 0)
        with pytest.raises(QcodeError, match="different file"):
            code(project, "no")
    assert path.read_bytes() == b""
    with pytest.raises(QcodeError, match="is not a qcode project"):
        Project.open(path)


@posix
def test_a_log_that_was_cleared_away_is_missed_and_nothing_is_lost(path: Path) -> None:
    with Project.open(path) as project:
        code(project, "only in the log")
        path.with_name("small.qcode-wal").unlink()
        refused(project, "small.qcode-wal")
    assert names(path) == ["duty", "only in the log"]


def test_a_file_that_was_only_touched_is_still_the_same(path: Path) -> None:
    with Project.open(path) as project:
        code(project, "one")
        os.utime(path)
        code(project, "two")
    assert names(path) == ["duty", "one", "two"]


def test_readers_backups_and_long_work_do_not_look_like_somebody_else(path: Path) -> None:
    with Project.open(path) as project:
        for turn in range(6):
            with Project.open(path, read_only=True) as reader:
                code(project, f"turn {turn}")
                codes.tree(reader)
            backups.back_up(project, "asked")
            bring(project, f"{turn} " + "a long text " * 40_000)  # more than the log holds
            with raw(path) as connection:
                connection.execute("SELECT count(*) FROM code").fetchone()
            project.undo()
        assert overview.findings(project) == []
    assert len(names(path)) == 7


def test_looking_before_each_change_costs_next_to_nothing(path: Path) -> None:
    import time

    with Project.open(path) as project:
        watch = project._store._standing
        assert isinstance(watch, standing.Standing)
        begun = time.thread_time()
        for _ in range(200):
            watch.require()
            watch.note()
        assert time.thread_time() - begun < 0.2  # a millisecond each; it takes a hundredth of that


# ---------------------------------------------------------------------- a lock that is lost


@posix
def test_a_writer_whose_lock_was_removed_writes_no_more(path: Path) -> None:
    with Project.open(path) as project:
        path.with_name(".small.qcode.lock").unlink()
        refused(project, "right to write")
    with Project.open(path) as project:
        code(project, "again")
    assert beside(path) == ["small.qcode"]


@posix
def test_a_writer_whose_lock_another_took_is_told_who_and_leaves_it_to_them(path: Path) -> None:
    with Project.open(path) as project:
        code(project, "mine")
        path.with_name(".small.qcode.lock").unlink()  # what a share does that forgets its locks
        with other_process(HOLDER, path) as holder:
            assert says(holder) == "open"
            refused(project, r"meanwhile been opened for writing by .+ \(qcode window\)")
            project.close()
            assert {".small.qcode.lock", ".small.qcode.owner"} <= set(beside(path))
            with pytest.raises(QcodeError, match="is being written"):
                Project.open(path)
    assert names(path) == ["duty", "mine"]
    assert beside(path) == ["small.qcode"]


@posix
def test_an_owner_file_that_only_a_copy_touched_takes_nobody_s_lock(path: Path) -> None:
    with Project.open(path) as project:
        owner = path.with_name(".small.qcode.owner")
        owner.write_bytes(owner.read_bytes())
        code(project, "on")
    assert names(path) == ["duty", "on"]


# ---------------------------------------------------------------------- killed without a log


HALF_CLOSED = """
    import os, sqlite3, sys
    connection = sqlite3.connect(sys.argv[1], isolation_level=None)
    connection.execute("PRAGMA cache_size=2")
    connection.execute("BEGIN")
    connection.execute("UPDATE journal SET step_id = 1")
    connection.executemany("INSERT INTO coder (guid, name, color) VALUES (?, ?, '')",
                           [(f"g{i}", f"n{i}" * 300) for i in range(300)])
    os.kill(os.getpid(), 9)
"""


@posix
def test_a_process_killed_while_there_is_no_log_is_rolled_back_on_opening(path: Path) -> None:
    ended = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(HALF_CLOSED), str(path)], check=False
    )
    assert ended.returncode == -signal.SIGKILL
    assert path.with_name("small.qcode-journal").stat().st_size > 512
    assert names(path) == ["duty"]
    assert beside(path) == ["small.qcode"]


@posix
def test_a_half_written_file_of_another_program_is_left_to_that_program(tmp_path: Path) -> None:
    path = tmp_path / "accounts.qcode"
    with raw(path) as connection:
        connection.execute("CREATE TABLE coder (guid, name, color)")
        connection.execute("CREATE TABLE journal (step_id)")
    subprocess.run([sys.executable, "-c", textwrap.dedent(HALF_CLOSED), str(path)], check=False)
    before = {one.name: one.read_bytes() for one in tmp_path.iterdir() if one.is_file()}
    assert "accounts.qcode-journal" in before
    with pytest.raises(QcodeError):
        Project.open(path)
    assert {one.name: one.read_bytes() for one in tmp_path.iterdir() if one.is_file()} == before


# ---------------------------------------------------------------------- files that are none


def _spoilt(path: Path, kind: str) -> str:
    """Make another file of a project; return words of the sentence that should meet it."""
    if kind == "text":
        path.write_text("no database at all", encoding="utf-8")
        return "is not a qcode project"
    if kind == "empty":
        path.write_bytes(b"")
        return "is not a qcode project"
    if kind == "another program's":
        path.unlink()
        connection = sqlite3.connect(path)
        connection.execute("CREATE TABLE moz_places (id INTEGER)")
        connection.commit()
        connection.close()
        return "is not a qcode project"
    if kind == "newer":
        with raw(path) as connection:
            connection.execute("PRAGMA user_version=99")
        return "newer qcode"
    if kind == "folder":
        path.unlink()
        path.mkdir()
        return "is a folder"
    if kind == "gone":
        path.unlink()
        return "was not found"
    os.truncate(path, {"cut in the header": 60, "cut": path.stat().st_size // 2}[kind])
    return "damaged|not a qcode project"


@pytest.mark.parametrize(
    "kind",
    ["text", "empty", "another program's", "newer", "folder", "gone", "cut in the header", "cut"],
)
def test_a_file_that_is_no_project_is_refused_with_a_sentence_and_left_as_it_was(
    path: Path, kind: str
) -> None:
    words = _spoilt(path, kind)
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(QcodeError, match=words) as refusal, Project.open(path) as project:
        codings.of_document(project, 1)
        codes.tree(project)
        code(project, "no")
    assert str(path) in refusal.value.message.text()
    assert refusal.value.message.text().count(". ") <= 1
    assert (path.read_bytes() if path.is_file() else None) == before
    assert beside(path) == ([path.name] if path.exists() else [])
