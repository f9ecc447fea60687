"""Opening a file that this program has open already takes nothing from whoever has it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from qcode.model.errors import QcodeError, WriteProtected
from qcode.services import codes
from qcode.services.project import Project

from tests.store.helpers import beside, code, small_project

posix = pytest.mark.skipif(os.name == "nt", reason="locks belong to a process only on POSIX")

# Asks the system whether anybody has SQLite's shared lock on the file (see the file format of
# SQLite's locks: 510 bytes from 0x40000002).
LOCKED = """
import fcntl, sys
with open(sys.argv[1], "r+b") as file:
    try:
        fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB, 510, 0x40000002)
    except OSError:
        sys.exit(3)
"""

VISIT = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1])
connection.execute("SELECT count(*) FROM code").fetchone()
connection.close()
"""


def elsewhere(program: str, path: Path) -> int:
    return subprocess.run([sys.executable, "-c", program, str(path)], check=False).returncode


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return small_project(tmp_path / "small.qcode")


def _again(path: Path, link: Path) -> None:
    """Open what is open already, in every way that the program offers or refuses."""
    with Project.open(link, read_only=True) as reader:
        assert codes.tree(reader)
    with pytest.raises(QcodeError):
        Project.open(link)


@posix
@pytest.mark.parametrize("kind", ["the same name", "a symbolic link"])
def test_a_file_that_is_opened_again_keeps_the_locks_that_it_has(path: Path, kind: str) -> None:
    link = path
    if kind != "the same name":
        link = path.with_name("link.qcode")
        link.symlink_to(path)
    assert elsewhere(LOCKED, path) == 0
    with Project.open(path) as project:
        code(project, "before")
        assert elsewhere(LOCKED, path) == 3
        _again(path, link)
        assert elsewhere(LOCKED, path) == 3
    assert elsewhere(LOCKED, path) == 0


@posix
def test_no_visitor_folds_the_log_in_after_the_file_was_opened_again(path: Path) -> None:
    with Project.open(path) as project:
        code(project, "before")
        _again(path, path)
        assert elsewhere(VISIT, path) == 0
        assert f"{path.name}-wal" in beside(path)
        code(project, "after")
    with Project.open(path, read_only=True) as project:
        assert {one.name for one in codes.tree(project)} == {"duty", "before", "after"}


def test_a_write_protected_file_says_so_by_its_own_kind_of_error(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    may = os.access
    monkeypatch.setattr(os, "access", lambda name, mode: mode != os.W_OK and may(name, mode))
    with pytest.raises(WriteProtected, match="can be opened read-only"):
        Project.open(path)
    with Project.open(path, read_only=True) as project:
        assert [one.name for one in codes.tree(project)] == ["duty"]


@posix
def test_a_pipe_is_no_project_and_nobody_waits_for_it(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.qcode"
    os.mkfifo(pipe)
    for read_only in (False, True):
        with pytest.raises(QcodeError, match="is not a qcode project"):
            Project.open(pipe, read_only=read_only)
