"""The log is folded into the file by a thread of its own, never in the middle of a change."""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from qcode.model.errors import QcodeError
from qcode.services import codes, overview
from qcode.services.project import Project
from qcode.store import checkpoints

from tests.store.helpers import beside, code, raw, small_project

posix = pytest.mark.skipif(os.name == "nt", reason="Windows keeps an open file in its place")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return small_project(tmp_path / "small.qcode")


@pytest.fixture
def eager(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fold after each change, at once."""
    monkeypatch.setattr(checkpoints, "CHANGES", 1)
    monkeypatch.setattr(checkpoints, "REST", 0.0)


def folded(project: Project) -> None:
    """Wait until the thread that folds has ended."""
    thread = project._store._checkpoints._thread  # type: ignore[union-attr]  # it is open to write
    if thread is not None:
        thread.join()


def in_the_file_alone(path: Path, folder: Path) -> list[str]:
    """Names of the codes in the file as it is on the disk, without its log."""
    copy = folder / "alone.qcode"
    shutil.copyfile(path, copy)
    try:
        with raw(copy) as connection:
            return [row[0] for row in connection.execute("SELECT name FROM code ORDER BY id")]
    finally:
        copy.unlink()


def test_a_change_leaves_the_file_alone_and_a_rest_after_it_folds_the_log_in(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(checkpoints, "CHANGES", 3)
    monkeypatch.setattr(checkpoints, "REST", 0.01)
    with Project.open(path) as project:
        before = path.read_bytes()
        code(project, "one")
        code(project, "two")
        assert path.read_bytes() == before
        code(project, "three")
        folded(project)
        assert in_the_file_alone(path, tmp_path) == ["duty", "one", "two", "three"]
        project.undo()
        assert [one.name for one in codes.tree(project)] == ["duty", "one", "two"]
    assert beside(path) == [path.name]


@pytest.mark.parametrize("much", ["ROWS", "BYTES"])
def test_one_large_change_is_reason_enough(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, much: str
) -> None:
    monkeypatch.setattr(checkpoints, much, 1)
    monkeypatch.setattr(checkpoints, "REST", 0.0)
    with Project.open(path) as project:
        code(project, "one")
        folded(project)
        assert in_the_file_alone(path, tmp_path) == ["duty", "one"]


@pytest.mark.usefixtures("eager")
def test_a_log_that_is_folded_in_is_used_again_from_its_beginning(path: Path) -> None:
    log = path.with_name("small.qcode-wal")
    with Project.open(path) as project:
        for number in range(5):
            code(project, f"first {number}")
            folded(project)
        size = log.stat().st_size
        for number in range(60):
            code(project, f"later {number}")
            folded(project)
        assert log.stat().st_size < 2 * size


def test_a_change_folds_the_log_in_itself_where_the_thread_never_comes_to_it(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(checkpoints, "MOST_PAGES", 1)
    with Project.open(path) as project:
        code(project, "one")
        assert project._store._checkpoints._thread is None  # type: ignore[union-attr]
        assert in_the_file_alone(path, tmp_path) == ["duty", "one"]


@pytest.mark.usefixtures("eager")
def test_changes_go_on_while_the_log_is_folded_in(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, go_on = threading.Event(), threading.Event()
    connect = checkpoints.connect

    class Slow:
        """The connection of the thread, stopped in the middle of folding."""

        def __init__(self, file: Path, mode: str) -> None:
            self._real = connect(file, mode)

        def execute(self, statement: str) -> object:
            found = self._real.execute(statement)
            if "checkpoint" in statement:
                begun.set()
                go_on.wait()
            return found

        def close(self) -> None:
            self._real.close()

    monkeypatch.setattr(checkpoints, "connect", Slow)
    with Project.open(path) as project:
        code(project, "one")
        begun.wait()
        code(project, "while it is folded")  # the file is other than it was left, and our own
        project.undo()
        assert [one.name for one in codes.tree(project)] == ["duty", "one"]
        go_on.set()
    with Project.open(path) as project:
        assert [one.name for one in codes.tree(project)] == ["duty", "one"]
        assert overview.findings(project) == []


@posix
def test_the_log_is_not_folded_into_a_file_that_took_the_place_of_this_one(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = small_project(tmp_path / "other.qcode")
    rest = threading.Event()
    monkeypatch.setattr(checkpoints, "CHANGES", 1)
    monkeypatch.setattr(checkpoints.Checkpoints, "_rest", lambda _: rest.wait())
    with Project.open(path) as project:
        code(project, "of the first")
        other.replace(path)
        before = path.read_bytes()
        rest.set()
        folded(project)
        assert path.read_bytes() == before
        with pytest.raises(QcodeError, match="different file"):
            code(project, "no")
    assert path.read_bytes() == before


@posix
def test_another_program_that_writes_over_the_file_is_noticed_after_folding_too(
    path: Path, tmp_path: Path, eager: None
) -> None:
    del eager
    other = small_project(tmp_path / "other.qcode")
    with Project.open(path) as project:
        code(project, "of the first")
        folded(project)
        shutil.copyfile(other, path)
        with pytest.raises(QcodeError, match="different file"):
            code(project, "no")
    assert path.read_bytes() == other.read_bytes()


def test_closing_ends_a_thread_that_still_waits(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(checkpoints, "CHANGES", 1)
    monkeypatch.setattr(checkpoints, "REST", 60.0)
    ended: list[Callable[[], bool]] = []
    with Project.open(path) as project:
        code(project, "one")
        thread = project._store._checkpoints._thread  # type: ignore[union-attr]
        assert thread is not None
        assert thread.is_alive()
        ended.append(thread.is_alive)
    assert not ended[0]()
    assert beside(path) == [path.name]
    with raw(path) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)
