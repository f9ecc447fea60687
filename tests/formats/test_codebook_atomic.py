import errno
import os
import stat
import sys
from pathlib import Path

import pytest
from qcode.formats.atomic import replacing
from qcode.model.errors import QcodeError


def test_the_new_file_takes_the_place_of_the_old_one_and_nothing_else_is_left(
    tmp_path: Path,
) -> None:
    target = tmp_path / "out.txt"
    target.write_text("old")
    with replacing(target) as temporary:
        temporary.write_text("new")
        assert target.read_text() == "old"
    assert target.read_text() == "new"
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize("failure", [ValueError, KeyboardInterrupt])
def test_a_failure_leaves_the_old_file_and_no_other(
    tmp_path: Path, failure: type[BaseException]
) -> None:
    target = tmp_path / "out.txt"
    target.write_text("old")
    with pytest.raises(failure), replacing(target) as temporary:
        temporary.write_text("half of the new")
        raise failure
    assert target.read_text() == "old"
    assert list(tmp_path.iterdir()) == [target]


def test_a_full_disk_is_said_with_the_name_of_the_file(tmp_path: Path) -> None:
    target = tmp_path / "out.txt"
    target.write_text("old")
    with pytest.raises(QcodeError, match=r"out\.txt: the disk is full"), replacing(target):
        raise OSError(errno.ENOSPC, "No space left on device")
    assert target.read_text() == "old"


@pytest.mark.skipif(sys.platform == "win32", reason="no limit of this kind there")
def test_a_file_that_may_grow_no_further_leaves_the_old_one(tmp_path: Path) -> None:
    import resource
    import signal

    target = tmp_path / "out.txt"
    target.write_text("old")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, before[1]))
    try:
        with pytest.raises(QcodeError, match="disk is full"), replacing(target) as temporary:
            temporary.write_bytes(b"x" * 100_000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, handler)
    assert target.read_text() == "old"
    assert list(tmp_path.iterdir()) == [target]


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    target = tmp_path / "nowhere" / "out.txt"
    with pytest.raises(QcodeError, match="nowhere does not exist"), replacing(target):
        pytest.fail("nothing can be written there")


def test_a_folder_is_not_overwritten(tmp_path: Path) -> None:
    with pytest.raises(QcodeError, match="it is a folder"), replacing(tmp_path):
        pytest.fail("nothing can be written there")


@pytest.mark.skipif(not Path("/dev/null").exists(), reason="no such device")
def test_a_device_is_not_replaced_by_a_file() -> None:
    with pytest.raises(QcodeError, match="not an ordinary file"), replacing("/dev/null"):
        pytest.fail("nothing can be written there")


def test_a_name_that_is_too_long_is_said(tmp_path: Path) -> None:
    with pytest.raises(QcodeError, match="too long"), replacing(tmp_path / ("x" * 300)):
        pytest.fail("nothing can be written there")


def test_a_file_held_by_another_program_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "out.docx"
    target.write_text("old")

    def refuse(self: Path, other: Path) -> None:
        raise PermissionError(errno.EACCES, "The process cannot access the file")

    monkeypatch.setattr(Path, "replace", refuse)
    with (
        pytest.raises(QcodeError, match=r"out\.docx: .* another program holds it"),
        replacing(target) as temporary,
    ):
        temporary.write_text("new")
    assert target.read_text() == "old"
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.skipif(sys.platform == "win32", reason="permissions of POSIX")
def test_permissions_of_the_old_file_are_kept_and_a_link_is_followed(tmp_path: Path) -> None:
    real, link = tmp_path / "real.txt", tmp_path / "link.txt"
    real.write_text("old")
    real.chmod(0o640)
    link.symlink_to(real)
    with replacing(link) as temporary:
        temporary.write_text("new")
    assert link.is_symlink()
    assert real.read_text() == "new"
    assert stat.S_IMODE(real.stat().st_mode) == 0o640


@pytest.mark.skipif(sys.platform == "win32", reason="permissions of POSIX")
def test_a_new_file_has_the_permissions_of_any_new_file(tmp_path: Path) -> None:
    usual = tmp_path / "usual.txt"
    usual.touch()
    with replacing(tmp_path / "out.txt") as temporary:
        temporary.write_text("new")
    assert (tmp_path / "out.txt").stat().st_mode == usual.stat().st_mode


@pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() == 0, reason="an administrator may write everywhere"
)
def test_a_read_only_file_stays(tmp_path: Path) -> None:
    target = tmp_path / "out.txt"
    target.write_text("old")
    target.chmod(0o444)
    with pytest.raises(QcodeError, match="read-only"), replacing(target):
        pytest.fail("nothing can be written there")
    assert target.read_text() == "old"
