"""``qcode merge``: packets and copies come together, from a shell."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests import data
from tests.cli.running import done, qcode, refused, write

MORE = "document,start,end,code,coder\ntalk,{start},24,repeated contact,{coder}\n"


def copy(study: Path, name: str, start: int) -> Path:
    """A copy of the study in which somebody codes one passage more."""
    path = study.with_name(f"{name}.qcode")
    shutil.copyfile(study, path)
    done(
        "codings",
        path,
        "--import",
        write(path.with_suffix(".csv"), MORE.format(start=start, coder=name)),
    )
    return path


def rename(path: Path, code: str) -> None:
    """Give the code “责任” a definition by importing a codebook."""
    done(
        "codes",
        path,
        "--import",
        write(path.with_suffix(".csv"), f"name,definition\n责任,{code}\n"),
    )


def codings(path: Path) -> list[tuple[object, ...]]:
    return sorted(
        (one["guid"], one["document"], one["start"], one["end"], one["code"], one["coder"])
        for one in done("codings", path, "--json").json
    )


def test_files_merged_in_either_order_say_the_same(study: Path) -> None:
    cat, dan = copy(study, "Cat", 3), copy(study, "Dan", 5)
    other = study.with_name("other.qcode")
    shutil.copyfile(study, other)
    told = done("merge", study, cat, dan, "--json").json
    assert told["merged"] is True
    assert told["counts"]["coding"] == {"added": 2, "changed": 0, "deleted": 0}
    assert told["conflicts"] == []
    done("merge", other, dan)
    done("merge", other, cat)
    assert codings(study) == codings(other)
    one, two = (done("info", path, "--json").json for path in (study, other))
    assert one | {"coders": sorted(one["coders"])} == two | {"coders": sorted(two["coders"])}
    done("check", study)
    assert [row["label"] for row in done("history", study, "--json").json][-1] == "Merge Cat, Dan"


def test_merging_again_or_with_itself_makes_no_step(study: Path) -> None:
    cat = copy(study, "Cat", 3)
    done("merge", study, cat)
    before = study.read_bytes()
    for files in ((cat,), (study,), (cat, study)):
        ended = done("merge", study, *files)
        assert ended.err == "Nothing new; nothing was changed.\n"
        assert done("merge", study, *files, "--json").json["merged"] is False
    history = done("history", study, "--json").json
    assert [one["label"] for one in history].count("Merge Cat") == 1
    assert len(before) == study.stat().st_size


def test_a_dry_run_tells_and_writes_nothing(study: Path) -> None:
    cat = copy(study, "Cat", 3)
    before = study.read_bytes()
    ended = done("merge", study, cat, "--dry-run")
    assert ended.out.splitlines()[-1].split() == ["coding", "1", "0", "0"]
    assert ended.err == "Only looked at; nothing was changed.\n"
    told = done("merge", study, cat, "--dry-run", "--json").json
    assert (told["merged"], told["counts"]["coding"]["added"]) == (False, 1)
    assert study.read_bytes() == before


def test_a_conflict_stops_the_merge_and_is_listed(study: Path) -> None:
    cat = copy(study, "Cat", 3)
    rename(cat, "who answers")
    rename(study, "who is asked")
    steps = done("history", study, "--json").json
    ended = qcode("merge", study, cat)
    assert ended.code == 1
    assert "“who is asked”" not in ended.err
    line = ended.out.splitlines()[-1]
    assert all(word in line for word in ("责任", "definition", "who is asked", "who answers"))
    assert ended.err.splitlines()[-1].startswith("qcode: Nothing was merged: both sides")
    told = qcode("merge", study, cat, "--json")
    assert told.code == 1
    (conflict,) = told.json["conflicts"]
    assert conflict["fields"] == [
        {"field": "definition", "base": "", "mine": "who is asked", "theirs": "who answers"}
    ]
    assert (conflict["kind"], conflict["name"]) == ("changed", "责任")
    assert told.json["merged"] is False
    assert done("history", study, "--json").json == steps
    looked = done("merge", study, cat, "--dry-run", "--json").json
    assert looked["open"] == 1


def test_a_preference_settles_conflicts(study: Path) -> None:
    cat = copy(study, "Cat", 3)
    rename(cat, "who answers")
    rename(study, "who is asked")
    for prefer, found in (
        ("mine", "who is asked"),
        ("theirs", "who answers"),
        ("both", "who is asked\n\nwho answers"),
    ):
        done("merge", study, cat, "--prefer", prefer)
        codes = {one["name"]: one["definition"] for one in done("codes", study, "--json").json}
        assert codes["责任"] == found
        done("undo", study)
    assert qcode("merge", study, cat, "--prefer", "hers").code == 2


@pytest.mark.parametrize("version", [1, 2, 3])
def test_a_project_of_an_older_schema_takes_in_what_is_new(tmp_path: Path, version: int) -> None:
    mine, theirs = tmp_path / "mine.qcode", tmp_path / "theirs.qcode"
    for path in (mine, theirs):
        shutil.copyfile(Path(data.__file__).with_name(f"schema-{version}.qcode"), path)
    before = done("codes", mine, "--json").json
    done("codes", theirs, "--import", write(tmp_path / "new.csv", "name\nnew one\n"))
    told = done("merge", mine, theirs, "--json").json
    assert told["counts"] == {"code": {"added": 1, "changed": 0, "deleted": 0}}
    assert told["notes"] == []
    after = done("codes", mine, "--json").json
    assert [one["name"] for one in after] == [*(one["name"] for one in before), "new one"]
    done("check", mine)


def test_undo_and_redo_of_a_merge(study: Path) -> None:
    cat = copy(study, "Cat", 3)
    before = codings(study)
    done("merge", study, cat)
    merged = codings(study)
    assert done("undo", study).out == "Merge Cat\n"
    assert codings(study) == before
    done("redo", study)
    assert codings(study) == merged


def test_files_that_have_no_place_here_get_one_sentence(study: Path, empty: Path) -> None:
    cat = copy(study, "Cat", 3)
    before = study.read_bytes()
    assert f"{empty} belongs to another project" in refused("merge", study, empty)
    missing = study.with_name("nowhere.qcode")
    assert refused("merge", study, cat, missing) == f"{missing} was not found."
    cat.write_bytes(cat.read_bytes()[:20000])
    assert str(cat) in refused("merge", study, cat)
    assert str(study.parent) in refused("merge", study, study.parent)
    assert codings(study)
    assert study.read_bytes() == before
    assert qcode("merge", study).code == 2


def test_projects_that_began_apart_are_matched_when_asked(study: Path) -> None:
    talk = study.with_name("talk.txt")
    other = study.with_name("apart.qcode")
    done("new", other, "--name", "Apart", "--as", "Eve")
    done("import", other, talk)
    rows = MORE.format(start=3, coder="Eve")
    done("codings", other, "--import", write(study.with_name("eve.csv"), rows))
    told = done("merge", study, other, "--apart", "--dry-run", "--json").json
    assert {"table": "document", "theirs": "talk", "mine": "talk"} in told["pairs"]
    done("merge", study, other, "--apart")
    assert ("talk", 3, 24, "Eve") in {(one[1], one[2], one[3], one[5]) for one in codings(study)}
    assert done("info", study, "--json").json["documents"] == 2
