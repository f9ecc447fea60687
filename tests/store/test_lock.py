"""One writer at a time: who comes second is told who holds the project; readers go on reading."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from qcode.model.errors import ProjectLocked, QcodeError
from qcode.services import codes, overview
from qcode.services.project import Project
from qcode.store import link_lock
from qcode.store.lock import WriteLock

from tests.store.helpers import HOLDER, beside, code, other_process, says, small_project


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return small_project(tmp_path / "small.qcode")


def run(*words: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "qcode", *map(str, words)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_a_second_writer_is_told_who_holds_the_project(path: Path) -> None:
    with other_process(HOLDER, path) as holder:
        assert says(holder) == "open"
        with pytest.raises(ProjectLocked) as refusal:
            Project.open(path)
        sentence = refusal.value.message.text()
        assert str(path) in sentence
        assert "qcode window" in sentence and f"process {holder.pid}" in sentence
        assert re.search(r"since \d{4}-\d\d-\d\d \d\d:\d\d", sentence)
        ended = run("undo", path)
        assert (ended.returncode, ended.stdout) == (1, "")
        assert ended.stderr == f"qcode: {sentence}\n"


def test_reading_commands_work_while_somebody_writes(path: Path) -> None:
    with Project.open(path) as writer:
        code(writer, "made just now")
        for words in (["codes", path], ["codings", path], ["check", path], ["backup", path]):
            ended = run(*words)
            assert ended.returncode == 0, ended.stderr
        assert "made just now" in run("codes", path).stdout
        code(writer, "and another")
    assert beside(path) == ["small.qcode"]


def test_a_killed_holder_does_not_keep_the_project(path: Path) -> None:
    with other_process(HOLDER, path) as holder:
        assert says(holder) == "open"
        os.kill(holder.pid, signal.SIGKILL)
        holder.wait()
        with Project.open(path) as project:
            code(project, "after the crash")
    assert beside(path) == ["small.qcode"]


def test_no_file_is_left_beside_a_closed_project(path: Path) -> None:
    with Project.open(path):
        assert {".small.qcode.lock", ".small.qcode.owner"} <= set(beside(path))
    assert beside(path) == ["small.qcode"]


def test_a_link_leads_to_the_same_lock(path: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    link = tmp_path / "elsewhere" / "link.qcode"
    link.symlink_to(path)
    with Project.open(link) as project:
        code(project, "through the link")
        with pytest.raises(ProjectLocked):
            Project.open(path)
        with Project.open(path, read_only=True) as reader:
            assert len(codes.tree(reader)) == 2
    assert beside(link) == ["link.qcode"] and link.is_symlink()
    with Project.open(path), pytest.raises(ProjectLocked):
        Project.open(link)


def test_a_hard_link_leads_to_the_same_lock_and_the_same_sentence(
    path: Path, tmp_path: Path
) -> None:
    with other_process(HOLDER, path) as holder:
        assert says(holder) == "open"
        with pytest.raises(ProjectLocked) as by_name:
            Project.open(path)
        (tmp_path / "elsewhere").mkdir()
        link = tmp_path / "elsewhere" / "another name.qcode"
        link.hardlink_to(path)
        with pytest.raises(ProjectLocked) as by_link:
            Project.open(link)
        same = by_name.value.message.text().replace(str(path), str(link))
        assert by_link.value.message.text() == same
        assert f"process {holder.pid}" in same
        assert not [name for name in beside(link) if name.startswith(".")]
    with Project.open(path):
        pass
    with Project.open(link) as project:
        code(project, "through the link")
        with pytest.raises(ProjectLocked):
            Project.open(path)
    with Project.open(path) as project:
        assert [one.name for one in codes.tree(project)] == ["duty", "through the link"]
        assert overview.findings(project) == []


def test_a_killed_holder_does_not_keep_a_hard_link_either(path: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.qcode"
    link.hardlink_to(path)
    with other_process(HOLDER, path) as holder:
        assert says(holder) == "open"
        os.kill(holder.pid, signal.SIGKILL)
        holder.wait()
    with Project.open(path) as project:  # under its own name: there is the log of the killed one
        code(project, "after the crash")
    with Project.open(link) as project:
        assert len(codes.tree(project)) == 2


def test_two_files_of_one_number_are_two_projects(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = small_project(tmp_path / "other.qcode")
    monkeypatch.setattr(link_lock, "_place", lambda _: tmp_path / "1-1.lock")
    with Project.open(path), Project.open(other) as second:
        code(second, "no hard link of the first")


def test_without_a_folder_for_locks_of_links_a_project_is_opened_as_ever(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "file"))
    with Project.open(path) as project:
        code(project, "as ever")
        with pytest.raises(ProjectLocked):
            Project.open(path)


def test_the_same_program_cannot_open_it_for_writing_twice(path: Path) -> None:
    with Project.open(path), pytest.raises(ProjectLocked):
        Project.open(path)


def test_a_holder_that_left_no_name_is_still_a_holder(path: Path) -> None:
    with Project.open(path):
        path.with_name(".small.qcode.owner").write_text("{", encoding="utf-8")
        with pytest.raises(ProjectLocked, match="another window or command"):
            Project.open(path)


def test_closing_twice_does_nothing_and_a_closed_project_does_nothing(path: Path) -> None:
    project = Project.open(path)
    project.close()
    with Project.open(path) as other:
        project.close()
        with pytest.raises(QcodeError, match="was closed"):
            codes.tree(project)
        with pytest.raises(QcodeError, match="was closed"):
            code(project, "without the lock")
        code(other, "with the lock")
        assert overview.findings(other) == []


def test_a_lock_that_cannot_name_its_holder_is_given_back(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(Path, "write_text", full)
        with pytest.raises(QcodeError, match="no room left"):
            WriteLock(path).acquire("now", "qcode")
    WriteLock(path).acquire("now", "qcode")
