"""The sample project: built, built again, and nothing of anybody else's replaced."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest

from tests.cli.running import done, process, refused, write

FILES = [
    "agreement.docx",
    "codebook.docx",
    "coding-tables.docx",
    "diagram.svg",
    "methods.docx",
    "passages.docx",
    "sample.qcode",
]


@pytest.fixture
def built(tmp_path: Path) -> Path:
    folder = tmp_path / "demo"
    done("demo", folder, "--no-window")
    return folder


def test_it_says_where_its_files_are(tmp_path: Path) -> None:
    folder = tmp_path / "demo"
    ended = done("demo", folder, "--no-window")
    assert ended.out.splitlines() == [str(folder / name) for name in ("sample.qcode", *FILES[:-1])]
    assert sorted(path.name for path in folder.iterdir()) == FILES
    assert done("check", folder / "sample.qcode", "--json").json["ok"]


def test_its_two_coders_can_be_compared_with_an_interval(built: Path) -> None:
    found = done("agreement", built / "sample.qcode", "--json").json
    assert (found["coders"], found["documents"]) == (["Ann", "Bo"], 10)
    low, high = found["overall"]["krippendorff_alpha_ci"]
    assert 0.5 < low < found["overall"]["krippendorff_alpha"] < high < 0.9
    told = docx.Document(str(built / "agreement.docx")).tables[0]
    assert told.rows[1].cells[1].text == "Ann and Bo"


def test_a_second_demo_replaces_the_first_and_keeps_what_was_done_in_it(built: Path) -> None:
    project = built / "sample.qcode"
    before = done("info", project, "--json").json
    write(built / "mine.txt", "my own notes")
    done("import", project, built / "mine.txt")
    done("demo", built, "--no-window")
    assert done("info", project, "--json").json == before
    assert sorted(path.name for path in built.iterdir()) == sorted([*FILES, "mine.txt"])
    from qcode.services import backups
    from qcode.services.project import Project

    with Project.open(project, read_only=True) as opened:
        kept = backups.listed(opened.guid)
    names = [done("documents", one.path, "--json").json[-1]["name"] for one in kept]
    assert "mine" in names, "what was done in the earlier demo is in a backup"


def test_files_of_others_are_left_alone(tmp_path: Path) -> None:
    folder = tmp_path / "demo"
    folder.mkdir()
    thesis = write(folder / "codebook.docx", "my thesis")
    assert "codebook.docx" in refused("demo", folder, "--no-window")
    thesis.unlink()
    done("new", folder / "sample.qcode", "--name", "Mine")
    assert "sample.qcode" in refused("demo", folder, "--no-window")
    assert done("info", folder / "sample.qcode", "--json").json["name"] == "Mine"
    (folder / "sample.qcode").write_text("no project", encoding="utf-8")
    assert "not a qcode project" in refused("demo", folder, "--no-window")
    assert [path.name for path in folder.iterdir()] == ["sample.qcode"]


def test_a_file_in_the_place_of_the_folder_is_an_expected_error(tmp_path: Path) -> None:
    path = write(tmp_path / "demo", "a file")
    assert str(path) in refused("demo", path, "--no-window")


def test_it_builds_in_the_folder_qcode_demo_where_none_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    done("demo", "--no-window")
    assert sorted(path.name for path in (tmp_path / "qcode-demo").iterdir()) == FILES


def test_without_a_display_no_window_is_asked_for(tmp_path: Path) -> None:
    env = {"DISPLAY": "", "WAYLAND_DISPLAY": "", "QT_QPA_PLATFORM": ""}
    ended = process("demo", tmp_path / "demo", env=env)
    assert ended.returncode == 0, ended.stderr
    assert len(ended.stdout.splitlines()) == len(FILES)
