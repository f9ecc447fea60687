"""Backups: no state twice, none lost that rotation keeps, put back whole."""

from __future__ import annotations

import hashlib
import shutil
import stat
import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from qcode.model.errors import DamagedProject, ProjectLocked, QcodeError
from qcode.services import backups, codes, overview
from qcode.services.project import Project
from qcode.store.backup import NEWEST_KEPT, BackupFile, superfluous

from tests.services import pictures
from tests.store.helpers import beside, code, raw, small_project

NOW = datetime(2026, 3, 14, 12, tzinfo=UTC)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return small_project(tmp_path / "small.qcode")


def names(path: Path) -> list[str]:
    with Project.open(path, read_only=True) as project:
        return [one.name for one in codes.tree(project)]


def guid(path: Path) -> str:
    with Project.open(path, read_only=True) as project:
        return project.guid


# ---------------------------------------------------------------------- rotation

ages = st.lists(st.integers(0, 400 * 24 * 60), max_size=60).map(
    lambda minutes: [
        BackupFile(Path(f"{i}"), NOW - timedelta(minutes=age), "opened", i, 1, f"{i}")
        for i, age in enumerate(minutes)
    ]
)


@given(ages)
def test_rotation_keeps_the_newest_and_the_last_of_each_hour_day_and_month(
    kept: list[BackupFile],
) -> None:
    gone = superfluous(kept, NOW)
    left = [one for one in kept if one not in gone]
    newest = sorted(kept, key=lambda one: (one.at, one.step), reverse=True)
    assert set(newest[:NEWEST_KEPT]) <= set(left)
    for one in gone:  # a later one of the same hour, day or month is still there
        age = NOW - one.at
        form = "%Y%m%d%H" if age.days < 1 else "%Y%m%d" if age.days < 31 else "%Y%m"
        assert any(
            (other.at, other.step) > (one.at, one.step)
            and other.at.strftime(form) == one.at.strftime(form)
            for other in left
        )
    assert superfluous(left, NOW) == []
    old = [one for one in left if (NOW - one.at).days >= 31 and one not in newest[:NEWEST_KEPT]]
    assert len({one.at.strftime("%Y%m") for one in old}) == len(old)


@given(ages, st.integers(0, 90))
def test_rotation_every_day_never_loses_what_one_rotation_would_keep_of_the_newest(
    kept: list[BackupFile], days: int
) -> None:
    left = list(kept)
    for day in range(0, days, 30):
        later = NOW + timedelta(days=day)
        left = [one for one in left if one not in superfluous(left, later)]
    newest = sorted(kept, key=lambda one: (one.at, one.step), reverse=True)
    assert set(newest[:NEWEST_KEPT]) <= set(left)
    months = {one.at.strftime("%Y%m") for one in kept}
    assert {one.at.strftime("%Y%m") for one in left} == months


# ---------------------------------------------------------------------- keeping


def test_a_state_is_kept_once(path: Path) -> None:
    with Project.open(path) as project:
        first = backups.back_up(project)
        assert backups.back_up(project) == first
        project.act_as("Somebody")  # no work
        assert backups.back_up(project, "asked") == first
        code(project, "more")
        second = backups.back_up(project)
        assert [one.path for one in backups.listed(project.guid)] == [second.path, first.path]
        assert second.step == first.step + 1
        assert (first.reason, second.reason) == ("opened", "opened")
    assert names(first.path) == ["duty"]
    assert names(second.path) == ["duty", "more"]


def test_typing_on_is_another_state(path: Path) -> None:
    with Project.open(path) as project:
        codes.describe(project, 1, {"definition": "a"})
        first = backups.back_up(project)
        codes.describe(project, 1, {"definition": "ab"})
        second = backups.back_up(project)
    assert first.step == second.step and first.path != second.path
    with Project.open(second.path, read_only=True) as project:
        assert codes.tree(project)[0].definition == "ab"


def test_copies_of_a_project_that_went_their_own_ways_are_told_apart(
    path: Path, tmp_path: Path
) -> None:
    twin = tmp_path / "twin.qcode"
    shutil.copy(path, twin)
    kept = []
    for one, name in ((path, "mine"), (twin, "yours")):
        with Project.open(one) as project:
            code(project, name)
            kept.append(backups.back_up(project))
    assert kept[0].step == kept[1].step
    assert names(kept[0].path) == ["duty", "mine"]
    assert names(kept[1].path) == ["duty", "yours"]


def test_opening_twice_in_ten_minutes_keeps_one_copy(path: Path) -> None:
    with Project.open(path) as project:
        assert backups.back_up_on_opening(project) is not None
        code(project, "more")
        assert backups.back_up_on_opening(project) is None


def test_a_damaged_file_is_not_kept_beside_sound_ones(path: Path) -> None:
    with raw(path) as connection:
        (size,) = connection.execute("PRAGMA page_size").fetchone()
        (page,) = connection.execute(
            "SELECT rootpage FROM sqlite_master WHERE name = 'coding_by_coder'"
        ).fetchone()
    with path.open("r+b") as file:
        file.seek((page - 1) * size)
        file.write(b"\xa5" * size)
    with Project.open(path) as project, pytest.raises(DamagedProject, match="damaged"):
        backups.back_up(project)
    assert backups.listed(guid(path)) == []


def test_a_backup_of_a_project_that_changes_meanwhile_is_sound(path: Path, tmp_path: Path) -> None:
    stop = threading.Event()
    copies: list[Path] = []

    def copy() -> None:
        while not stop.is_set() and len(copies) < 20:
            copies.append(backups.back_up_to(path, tmp_path / f"copy {len(copies)}.qcode"))

    worker = threading.Thread(target=copy)
    with Project.open(path) as project:
        worker.start()
        for number in range(60):
            code(project, f"c{number}")
        stop.set()
        worker.join()
    assert copies
    for one in copies:
        with Project.open(one, read_only=True) as project:
            assert overview.findings(project) == []
            listed = [c.name for c in codes.tree(project)]
            assert listed == ["duty", *(f"c{number}" for number in range(len(listed) - 1))]
            assert len(overview.history(project)) == len(listed) + 3


def test_a_copy_is_one_file_and_replaces_nothing(path: Path, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    with Project.open(path):
        made = backups.back_up_to(path, tmp_path / "folder")
    assert made == tmp_path / "folder" / "small.qcode"
    assert beside(made) == ["small.qcode"]
    assert stat.S_IMODE(made.stat().st_mode) == stat.S_IMODE(path.stat().st_mode)
    before = made.read_bytes()
    with pytest.raises(QcodeError, match="exists already"):
        backups.back_up_to(path, made)
    with pytest.raises(QcodeError, match="exists already"):
        backups.back_up_to(path, path)
    assert made.read_bytes() == before
    with pytest.raises(QcodeError, match="does not exist"):
        backups.back_up_to(path, tmp_path / "nowhere" / "b.qcode")


# ---------------------------------------------------------------------- putting back


@pytest.fixture
def kept(path: Path) -> BackupFile:
    """A backup of the small project, which has gone on since."""
    with Project.open(path) as project:
        made = backups.back_up(project)
        code(project, "since")
    return made


def test_restoring_keeps_what_stood_there(path: Path, kept: BackupFile) -> None:
    path.chmod(0o640)
    done = backups.restore(kept.path, path)
    assert names(path) == ["duty"]
    assert done.kept is not None and done.kept.reason == "restore" and done.set_aside is None
    assert names(done.kept.path) == ["duty", "since"]
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert beside(path) == ["small.qcode"]
    with Project.open(path) as project:
        assert overview.findings(project) == []
        assert project.undo_label() is not None


def test_restoring_where_nothing_stands_is_a_plain_copy(kept: BackupFile, tmp_path: Path) -> None:
    target = tmp_path / "again.qcode"
    done = backups.restore(kept.path, target)
    assert (done.kept, done.set_aside) == (None, None)
    assert names(target) == ["duty"]


def test_a_log_of_the_replaced_file_is_kept_and_not_read_into_the_restored_one(
    path: Path, kept: BackupFile
) -> None:
    with Project.open(path) as project:
        code(project, "in the log")
        copies = {part.name: part.read_bytes() for part in path.parent.glob("small.qcode*")}
    for name, data in copies.items():
        path.with_name(name).write_bytes(data)
    done = backups.restore(kept.path, path)
    assert names(path) == ["duty"]
    assert done.kept is not None and names(done.kept.path) == ["duty", "since", "in the log"]
    assert beside(path) == ["small.qcode"]


@pytest.mark.parametrize("damage", ["no words of ours", "", "half"])
def test_a_damaged_project_is_set_aside(path: Path, kept: BackupFile, damage: str) -> None:
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2] if damage == "half" else damage.encode())
    broken = path.read_bytes()
    done = backups.restore(kept.path, path)
    assert names(path) == ["duty"]
    assert done.kept is None and done.set_aside is not None
    assert done.set_aside.read_bytes() == broken
    assert beside(path) == sorted(["small.qcode", done.set_aside.name])


def test_a_project_in_use_is_not_replaced(path: Path, kept: BackupFile) -> None:
    with Project.open(path), pytest.raises(ProjectLocked):
        backups.restore(kept.path, path)
    assert names(path) == ["duty", "since"]


def test_what_is_no_sound_backup_is_not_put_anywhere(
    path: Path, kept: BackupFile, tmp_path: Path
) -> None:
    before = hashlib.sha256(path.read_bytes()).hexdigest()
    text = tmp_path / "text.qcode"
    text.write_text("words", encoding="utf-8")
    half = tmp_path / "half.qcode"
    half.write_bytes(kept.path.read_bytes()[: kept.size // 2])
    for source in (text, half, tmp_path / "absent.qcode", tmp_path):
        with pytest.raises(QcodeError) as refusal:
            backups.restore(source, path)
        assert str(source) in refusal.value.message.text()
    with pytest.raises(QcodeError, match="onto itself"):
        backups.restore(path, path)
    assert hashlib.sha256(path.read_bytes()).hexdigest() == before


def test_the_two_names_cannot_be_taken_for_each_other(path: Path, kept: BackupFile) -> None:
    before = kept.path.read_bytes()
    with pytest.raises(QcodeError, match="is a backup itself"):
        backups.restore(path, kept.path)
    assert kept.path.read_bytes() == before


def test_files_of_other_kinds_are_not_replaced(kept: BackupFile, tmp_path: Path) -> None:
    thesis = tmp_path / "thesis.docx"
    thesis.write_bytes(b"PK words")
    for target in (thesis, tmp_path):
        with pytest.raises(QcodeError, match="not a qcode project"):
            backups.restore(kept.path, target)
    assert thesis.read_bytes() == b"PK words"


def test_a_link_is_followed_and_stays_one(path: Path, kept: BackupFile, tmp_path: Path) -> None:
    link = tmp_path / "link.qcode"
    link.symlink_to(path)
    backups.restore(kept.path, link)
    assert link.is_symlink() and names(path) == ["duty"]


def test_the_backup_being_restored_survives_the_rotation_it_causes(path: Path) -> None:
    """Many backups of one hour: the oldest would go when what stands there is kept."""
    with Project.open(path) as project:
        made = []
        for number in range(NEWEST_KEPT + 1):
            code(project, f"c{number}")
            made.append(backups.back_up(project))
        code(project, "last")
        there = {one.path for one in backups.listed(project.guid)}
    oldest = next(one for one in made if one.path in there)
    expected = names(oldest.path)
    backups.restore(oldest.path, path)
    assert names(path) == expected


def test_restored_work_can_be_taken_up_and_restored_away_again(
    path: Path, kept: BackupFile
) -> None:
    with Project.open(path) as project:
        late = pictures.rows(project)
    done = backups.restore(kept.path, path)
    assert done.kept is not None
    with Project.open(path) as project:
        code(project, "another way")
    backups.restore(done.kept.path, path)
    with Project.open(path) as project:
        assert pictures.rows(project) == late
    ways = [names(one.path) for one in backups.listed(guid(path))]
    assert ["duty", "another way"] in ways and ["duty", "since"] in ways and ["duty"] in ways


def test_a_backup_folder_that_cannot_be_made_does_not_stop_work(path: Path, home: Path) -> None:
    from tests.cli.running import qcode

    home.mkdir(exist_ok=True)
    (home / "backups").write_text("in the way", encoding="utf-8")
    ended = qcode("undo", path)
    assert ended.code == 0 and ended.out == "Apply duty\n"
    assert "no backup was made" in ended.err
    with raw(path) as connection:
        assert connection.execute("SELECT count(*) FROM coding").fetchone() == (0,)
