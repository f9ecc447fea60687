"""What the window remembers."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray
from qcode.ui.shell import settings as module
from qcode.ui.shell.settings import Place, Settings


@pytest.fixture
def file(tmp_path):
    return tmp_path / "settings.ini"


def written(file, text):
    file.write_text(text, encoding="utf-8")
    return Settings(file)


def test_settings_lie_in_the_folder_of_the_user(home):
    settings = Settings()
    settings.theme = "dark"
    settings.sync()
    assert (home / "qcode.ini").is_file()
    assert Settings().theme == "dark"


def test_what_is_set_comes_back_in_the_next_run(file):
    first = Settings(file)
    first.theme, first.language, first.zoom, first.coder = "dark", "zh_CN", 130, "安, Ann"
    first.set_state("splitter/code", QByteArray(b"\x00\x01\xff"))
    first.set_folder("import", "/texts/访谈")
    first.sync()
    then = Settings(file)
    assert (then.theme, then.language, then.zoom, then.coder) == ("dark", "zh_CN", 130, "安, Ann")
    assert then.state("splitter/code") == QByteArray(b"\x00\x01\xff")
    assert then.folder("import") == "/texts/访谈"


def test_nothing_set_means_the_defaults(file):
    settings = Settings(file)
    assert (settings.theme, settings.language, settings.zoom) == ("system", "system", 100)
    assert settings.coder == ""
    assert settings.state("window").isEmpty()
    assert settings.recent() == []
    assert settings.place("guid") is None


@pytest.mark.parametrize(
    ("zoom", "kept"), [("9000", 300), ("1", 50), ("wide", 100), ("1, 2", 100), ("", 100)]
)
def test_a_zoom_that_cannot_be_is_brought_within_its_range(file, zoom, kept):
    assert written(file, f"[General]\nzoom={zoom}\n").zoom == kept


def test_a_damaged_file_counts_as_nothing_set(file):
    file.write_bytes(b"\x00\xff[[[=\nrecent\\size=no\n[recent]\nsize=99\n1\\path=/a.qcode\n")
    settings = Settings(file)
    assert settings.theme == "system"
    assert all(project.path for project in settings.recent())


def test_recent_projects_come_latest_first_and_once(file):
    settings = Settings(file)
    for name in ("a", "b", "a"):
        settings.remember(Path(f"/texts/{name}.qcode"), name.upper())
    settings.sync()
    found = Settings(file).recent()
    assert [(project.path.stem, project.name) for project in found] == [("a", "A"), ("b", "B")]
    assert found[0].opened >= found[1].opened


def test_only_so_many_projects_are_remembered(file):
    settings = Settings(file)
    for number in range(module.RECENT_PROJECTS + 5):
        settings.remember(Path(f"/texts/{number}.qcode"), str(number))
    names = [project.name for project in settings.recent()]
    assert names[0] == str(module.RECENT_PROJECTS + 4)
    assert len(names) == module.RECENT_PROJECTS


def test_a_forgotten_project_leaves_the_list_and_keeps_its_file(file, tmp_path):
    project = tmp_path / "mine.qcode"
    project.write_bytes(b"")
    settings = Settings(file)
    settings.remember(project, "Mine")
    settings.remember(tmp_path / "other.qcode", "Other")
    settings.forget(project)
    assert [recent.name for recent in settings.recent()] == ["Other"]
    assert project.exists()


def test_a_project_whose_file_is_gone_is_missing(file, tmp_path):
    project = tmp_path / "mine.qcode"
    project.write_bytes(b"")
    settings = Settings(file)
    settings.remember(project, "Mine")
    assert not settings.recent()[0].missing
    project.unlink()
    assert settings.recent()[0].missing


def test_the_place_in_each_project_comes_back(file):
    settings = Settings(file)
    settings.set_place("p1", Place("d1", 1200, "c1"))
    settings.set_place("p2", Place("d2"))
    settings.set_place("p1", Place("d3", 7))
    settings.sync()
    then = Settings(file)
    assert then.place("p1") == Place("d3", 7, "")
    assert then.place("p2") == Place("d2", 0, "")


def test_the_oldest_places_are_given_up(file, monkeypatch):
    monkeypatch.setattr(module, "PLACES", 2)
    moments = iter(f"2026-01-0{day}" for day in range(1, 9))
    monkeypatch.setattr("qcode.model.stamps.now", lambda: next(moments))
    settings = Settings(file)
    for project in ("p1", "p2", "p3"):
        settings.set_place(project, Place("d"))
    assert settings.place("p1") is None
    assert settings.place("p2") and settings.place("p3")
