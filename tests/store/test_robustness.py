"""Killed processes, logs left behind, write-protected folders, full disks, newer files."""

from __future__ import annotations

import hashlib
import os
import shutil
import signal
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path

import pytest
from qcode.model.enums import CodeKind
from qcode.model.errors import NewerSchema, QcodeError, ReadOnlyProject
from qcode.model.records import CodeDraft
from qcode.services import codes, documents, overview
from qcode.services.project import Project
from qcode.store import schema

from tests.services import pictures
from tests.store.helpers import (
    beside,
    bring,
    code,
    other_process,
    raw,
    says,
    small_project,
)

NOBODY = 65534


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return small_project(tmp_path / "small.qcode")


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def names(path: Path) -> list[str]:
    with Project.open(path, read_only=True) as project:
        return [one.name for one in codes.tree(project)]


# ---------------------------------------------------------------------- killed


IN_THE_MIDDLE = """
    import sys
    from pathlib import Path
    from qcode.services import codes
    from qcode.services.project import Project
    from qcode.model.enums import CodeKind
    from qcode.model.messages import Message
    from qcode.model.records import CodeDraft

    project = Project.open(Path(sys.argv[1]))
    codes.create(project, CodeDraft("finished", CodeKind.CONCEPT))
    long = {"definition": "x" * 100_000}
    with project.change(Message("Half")) as writer:
        for number in range(400):  # more than the cache holds, so that some of it is in the log
            codes.insert(writer, CodeDraft(f"half {number}", CodeKind.CONCEPT, texts=long), 1)
        print("in the middle", flush=True)
        sys.stdin.read()
"""


def test_a_process_killed_in_the_middle_of_a_step_leaves_the_step_before(path: Path) -> None:
    with other_process(IN_THE_MIDDLE, path) as running:
        assert says(running) == "in the middle"
        os.kill(running.pid, signal.SIGKILL)
        running.wait()
    assert path.with_name("small.qcode-wal").stat().st_size > 0
    assert names(path) == ["duty", "finished"]
    with Project.open(path) as project:
        assert overview.findings(project) == []
        assert project.undo_label() is not None
        assert project.undo_label().text() == "New concept finished"
        code(project, "and on")
    assert beside(path) == ["small.qcode"]


def with_log(path: Path) -> None:
    """Leave the project as a power cut would: the last step in the log only."""
    keep = path.with_name("kept")
    keep.mkdir()
    with Project.open(path) as project:
        code(project, "only in the log")
        for part in path.parent.glob("small.qcode*"):
            shutil.copy(part, keep / part.name)
    for part in keep.iterdir():
        shutil.copy(part, path.with_name(part.name))
    shutil.rmtree(keep)
    assert path.with_name("small.qcode-wal").exists()


def test_a_log_left_behind_is_read_and_folded_in(path: Path) -> None:
    with_log(path)
    assert names(path) == ["duty", "only in the log"]
    with Project.open(path) as project:
        assert overview.findings(project) == []
    assert beside(path) == ["small.qcode"]
    assert names(path) == ["duty", "only in the log"]


def test_a_reader_that_closes_last_disturbs_nobody(path: Path) -> None:
    writer = Project.open(path)
    reader = Project.open(path, read_only=True)
    with reader.read() as connection:
        assert len(connection.run("SELECT id FROM code").all()) == 1
        code(writer, "meanwhile")
        writer.close()
        rows = connection.run("SELECT id FROM code").all()
        assert len(rows) == 1, "a reader sees one state"
    assert len(codes.tree(reader)) == 2
    reader.close()
    assert names(path) == ["duty", "meanwhile"]
    with Project.open(path) as project:
        assert overview.findings(project) == []
    assert beside(path) == ["small.qcode"]


# ---------------------------------------------------------------------- write-protected


@pytest.fixture
def protected(tmp_path: Path) -> Iterator[Path]:
    """A folder in a place that everybody may enter; made write-protected by the test."""
    if os.geteuid() != 0:
        pytest.skip("only root can act as somebody with fewer rights")
    import tempfile

    folder = Path(tempfile.mkdtemp(prefix="qcode-protected-"))
    folder.chmod(0o755)
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(folder)


def as_nobody(program: str, *arguments: object) -> subprocess.CompletedProcess[str]:
    """Run Python lines as a user who owns nothing.

    Everything is done once before the change, so that all modules are loaded: Python itself may
    stand where only root can read.
    """
    lines = textwrap.dedent(program)
    start = textwrap.dedent(
        f"""
        import contextlib, io, os, sys, tempfile
        from pathlib import Path
        from qcode.__main__ import main
        with tempfile.TemporaryDirectory() as folder, contextlib.redirect_stdout(io.StringIO()):
            with contextlib.redirect_stderr(io.StringIO()):
                sample, text = folder + "/p.qcode", folder + "/t.txt"
                Path(text).write_text("words")
                for words in (["new", sample], ["import", sample, text], ["undo", sample],
                              ["codes", sample], ["backup", sample, folder + "/b.qcode"]):
                    assert main(words) == 0, words
        os.setgroups([]); os.setgid({NOBODY}); os.setuid({NOBODY})
        path = Path(sys.argv[1])
        """
    )
    return subprocess.run(
        [sys.executable, "-c", start + lines, *map(str, arguments)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


READ = "sys.exit(main(['codes', str(path)]))"
WRITE = "sys.exit(main(['undo', str(path)]))"


def test_a_write_protected_file_is_read_and_not_written(protected: Path) -> None:
    path = small_project(protected / "p.qcode")
    path.chmod(0o444)
    protected.chmod(0o777)
    before = digest(path)
    read = as_nobody(READ, path)
    assert read.returncode == 0 and "duty" in read.stdout, read.stderr
    written = as_nobody(WRITE, path)
    assert written.returncode == 1
    assert str(path) in written.stderr and "write-protected" in written.stderr
    assert len(written.stderr.splitlines()) == 1
    assert digest(path) == before


def test_a_write_protected_folder_is_read_and_not_written(protected: Path) -> None:
    path = small_project(protected / "p.qcode")
    path.chmod(0o666)
    protected.chmod(0o555)
    before = digest(path)
    read = as_nobody(READ, path)
    assert read.returncode == 0 and "duty" in read.stdout, read.stderr
    written = as_nobody(WRITE, path)
    assert written.returncode == 1
    assert str(path) in written.stderr and "write-protected" in written.stderr
    assert len(written.stderr.splitlines()) == 1
    assert digest(path) == before and beside(path) == ["p.qcode"]


def test_a_log_in_a_write_protected_folder_is_read_through_a_copy(protected: Path) -> None:
    path = small_project(protected / "small.qcode")
    with_log(path)
    path.with_name("small.qcode-shm").unlink()
    (protected / "link.qcode").symlink_to(path)
    protected.chmod(0o555)
    for name in ("small.qcode", "link.qcode"):
        read = as_nobody(READ, protected / name)
        assert read.returncode == 0 and "only in the log" in read.stdout, read.stderr
    backup = as_nobody(
        "target = tempfile.mkdtemp() + '/b.qcode'\n"
        "sys.exit(main(['backup', str(path), target]) or main(['codes', target]))",
        path,
    )
    assert backup.returncode == 0 and "only in the log" in backup.stdout, backup.stderr
    assert beside(path) == ["link.qcode", "small.qcode", "small.qcode-wal"]


def test_a_rollback_journal_in_a_write_protected_folder_is_not_overlooked(protected: Path) -> None:
    path = small_project(protected / "small.qcode")
    half = """
        import os, sqlite3, sys
        connection = sqlite3.connect(sys.argv[1], isolation_level=None)
        connection.execute("PRAGMA cache_size=2")
        connection.execute("BEGIN")
        connection.execute("UPDATE journal SET step_id = 1")
        connection.execute("UPDATE code SET name = 'never finished'")
        connection.executemany("INSERT INTO coder (guid, name, color) VALUES (?, ?, '')",
                               [(f"g{i}", f"n{i}" * 300) for i in range(300)])
        os.kill(os.getpid(), 9)
    """
    subprocess.run([sys.executable, "-c", textwrap.dedent(half), str(path)], check=False)
    assert path.with_name("small.qcode-journal").stat().st_size > 512
    protected.chmod(0o555)
    for part in protected.iterdir():
        part.chmod(0o444)
    read = as_nobody(READ, path)
    assert read.returncode == 0 and "duty" in read.stdout, (read.stdout, read.stderr)
    assert "never finished" not in read.stdout


def test_a_file_that_may_not_be_read_is_an_expected_error(protected: Path) -> None:
    path = small_project(protected / "p.qcode")
    path.chmod(0o000)
    for program in (READ, WRITE):
        ended = as_nobody(program, path)
        assert ended.returncode == 1
        assert ended.stderr == f"qcode: You have no permission to use {path}.\n"


def test_opened_for_reading_nothing_can_be_changed(path: Path) -> None:
    before = digest(path)
    with Project.open(path, read_only=True) as project:
        with pytest.raises(ReadOnlyProject, match="read-only"):
            code(project, "no")
        with pytest.raises(ReadOnlyProject):
            project.undo()
        project.act_as("Guest")
        assert project.coder == "Guest"
    assert digest(path) == before and beside(path) == ["small.qcode"]
    with Project.open(path) as project:
        assert project.coder == "Ann"


# ---------------------------------------------------------------------- full disks


def fill(project: Project) -> QcodeError:
    """Write until there is no room; return the refusal."""
    with pytest.raises(QcodeError) as refusal:
        for number in range(200):
            bring(project, f"{number} " + "words and more words " * 5000)
    return refusal.value


@pytest.fixture
def tiny(tmp_path: Path) -> Iterator[Path]:
    """A disk of three megabytes."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = (
        os.geteuid() == 0
        and not subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", str(disk)],
            capture_output=True,
            check=False,
        ).returncode
    )
    if not mounted:
        pytest.skip("a small disk cannot be mounted here")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


def test_a_full_disk_refuses_the_step_and_keeps_all_before_it(tiny: Path, tmp_path: Path) -> None:
    path = small_project(tiny / "small.qcode")
    with Project.open(path) as project:
        refusal = fill(project)
        assert "no room left" in refusal.message.text() and str(path) in refusal.message.text()
        rows = pictures.rows(project)
        assert len(rows["document"]) > 3
        assert overview.findings(project) == []
    # What is left is moved to a disk with room, by hand, log and all.
    (tmp_path / "rescued").mkdir()
    rescued = tmp_path / "rescued" / path.name
    for part in tiny.glob("small.qcode*"):
        shutil.copy(part, rescued.with_name(part.name))
    with Project.open(rescued) as project:
        assert pictures.rows(project) == rows
        assert overview.findings(project) == []
        code(project, "and on")
    assert beside(rescued) == ["small.qcode"]


def test_nothing_is_left_of_a_project_for_which_there_is_no_room(tiny: Path) -> None:
    (tiny / "filler").write_bytes(b"x" * (3 * 1024 * 1024 - 64 * 1024))
    with pytest.raises(QcodeError, match="no room left") as refusal:
        Project.create(tiny / "new.qcode")
    assert str(tiny / "new.qcode") in refusal.value.message.text()
    assert [one.name for one in tiny.iterdir()] == ["filler"]


def test_a_limit_on_file_sizes_refuses_the_step_and_keeps_all_before_it(path: Path) -> None:
    program = """
        import resource, signal, sys
        from pathlib import Path
        from qcode.model.errors import QcodeError
        from qcode.services import documents, overview
        from qcode.services.project import Project
        from tests.store.helpers import bring

        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        project = Project.open(Path(sys.argv[1]))
        resource.setrlimit(resource.RLIMIT_FSIZE, (1_000_000, 1_000_000))
        try:
            for number in range(200):
                bring(project, f"{number} " + "words and more words " * 5000)
        except QcodeError as error:
            print(error)
        resource.setrlimit(resource.RLIMIT_FSIZE, (1_000_000, 1_000_000))
        print(len(documents.listed(project)), overview.findings(project))
        project.close()
    """
    ended = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(program), str(path)],
        capture_output=True,
        text=True,
        cwd=Path(__file__).parents[2],
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    sentence, count = ended.stdout.splitlines()
    assert str(path) in sentence and "before" in sentence
    with Project.open(path) as project:
        assert f"{len(documents.listed(project))} []" == count
        assert len(documents.listed(project)) > 3
        assert overview.findings(project) == []


# ---------------------------------------------------------------------- newer and odd files


def test_a_newer_file_is_refused_for_writing_and_can_be_read(path: Path) -> None:
    with raw(path) as connection:
        connection.execute("PRAGMA user_version=99")
        connection.execute("ALTER TABLE code ADD COLUMN later TEXT")
        connection.execute("CREATE TABLE later (id INTEGER)")
    before = digest(path)
    with pytest.raises(NewerSchema) as refusal:
        Project.open(path)
    assert (
        f"newer qcode (schema 99; this one knows {schema.VERSION})" in refusal.value.message.text()
    )
    assert "read-only" in refusal.value.message.text()
    assert names(path) == ["duty"]
    with Project.open(path, read_only=True) as project:
        assert overview.info(project).schema == 99
        assert overview.findings(project) == []
    assert digest(path) == before and beside(path) == ["small.qcode"]


def test_a_file_without_its_project_is_damaged(path: Path) -> None:
    with raw(path) as connection:
        connection.execute("UPDATE journal SET step_id = 1")
        connection.execute("DELETE FROM project")
        connection.execute("UPDATE journal SET step_id = NULL")
    for read_only in (False, True):
        with pytest.raises(QcodeError, match="is damaged"):
            Project.open(path, read_only=read_only)
    assert beside(path) == ["small.qcode"]


def test_letters_that_are_no_letters_are_damage(path: Path) -> None:
    data = path.read_bytes()
    assert data.count(b"the office") == 1
    path.write_bytes(data.replace(b"the office", b"\xff\xfe\xfd\xfcoffice"))
    with Project.open(path, read_only=True) as project:
        with pytest.raises(QcodeError, match="is damaged"):
            documents.text(project, 1)
        with pytest.raises(QcodeError, match="is damaged"):
            overview.findings(project)


def test_check_sees_what_another_program_did(path: Path) -> None:
    with raw(path) as connection:
        connection.execute("DROP TRIGGER journal_code_u")
        connection.execute("UPDATE code SET name = 'slipped'")
        connection.execute("DROP TRIGGER guard_text_u")
        connection.execute("UPDATE document_text SET body = 'another text'")
        connection.execute("DROP INDEX coding_by_code")
        connection.execute("CREATE TABLE mine (id INTEGER)")
        connection.execute("DELETE FROM change WHERE step_id = 2")
        connection.execute("UPDATE journal SET step_id = 1")
        connection.execute("DELETE FROM coding")
    with Project.open(path, read_only=True) as project:
        found = "\n".join(str(finding) for finding in overview.findings(project))
    for part in (
        "lacks journal_code_u",
        "lacks guard_text_u",
        "lacks coding_by_code",
        "has mine, which qcode did not make",
        "text with number 1 was altered",
        "should have 40 characters but has 12",
        "has neither code nor memo",
        "Step 1 of the history was never finished",
        "Step 2 of the history has lost what it changed",
    ):
        assert part in found, part


def test_a_name_of_the_disk_that_means_something_to_sqlite_is_only_a_name(tmp_path: Path) -> None:
    for name in (
        "a?mode=memory.qcode",
        "a#b.qcode",
        "100%25.qcode",
        "a b;c'd\".qcode",
        "研究.qcode",
    ):
        path = small_project(tmp_path / name)
        assert names(path) == ["duty"]
        assert path.exists()
    assert len(beside(path)) == 5


def test_half_a_character_is_refused_with_a_sentence(path: Path) -> None:
    with Project.open(path) as project:
        before = pictures.rows(project), pictures.steps(project)
        with pytest.raises(QcodeError, match="half of a character"):
            code(project, "half \ud83d")
        with pytest.raises(QcodeError, match="half of a character"):
            codes.describe(project, 1, {"definition": "\udc00"})
        assert (pictures.rows(project), pictures.steps(project)) == before


def test_a_new_project_is_not_spoilt_by_the_log_of_a_file_that_is_gone(tmp_path: Path) -> None:
    path = tmp_path / "p.qcode"
    old = Project.create(path, "Old", "Ann")
    codes.create(old, CodeDraft("left in the log", CodeKind.CONCEPT))
    # What a killed process leaves, after somebody has moved the file itself away.
    log = path.with_name("p.qcode-wal")
    left = log.read_bytes()
    old.close()
    path.unlink()
    log.write_bytes(left)
    with Project.create(path, "New", "Bo") as new:
        assert (new.name, codes.tree(new), overview.findings(new)) == ("New", [], [])
    assert path.with_name("p.qcode-wal.left").read_bytes() == left
