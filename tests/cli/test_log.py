"""Versions, the filtered history, and the exports that rest on the log."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest

from tests.cli.running import done, qcode, refused, write


@pytest.fixture
def kept(study: Path, tmp_path: Path) -> Path:
    """The study with a version of its codebook, and two codes that came later."""
    done("version", study, "first round", "--note", "after the pilot")
    frame = write(
        tmp_path / "more.csv", "name,parent,kind\nread out,shame,concept\nshame,,category\n"
    )
    done("codes", study, "--import", frame)
    return study


def said(path: Path) -> str:
    document = docx.Document(str(path))
    cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
    return "\n".join((*(paragraph.text for paragraph in document.paragraphs), *cells))


def test_versions_give_their_fields(kept: Path) -> None:
    (found,) = done("versions", kept, "--json").json
    assert len(found.pop("guid")) == 36 and found.pop("created").endswith("Z")
    assert found == {
        "name": "first round",
        "note": "after the pilot",
        "coder": "Ann",
        "codes": 4,
        "kinds": {"concept": 2, "category": 1, "main_category": 1},
        "documents": 2,
        "passages": 3,
        "codings": 5,
    }
    assert "first round" in done("versions", kept).out


def test_a_version_is_made_by_who_acts_and_can_be_undone(kept: Path) -> None:
    done("version", kept, "second round", "--as", "Ben")
    rows = done("versions", kept, "--json").json
    assert [(row["name"], row["coder"], row["codes"]) for row in rows] == [
        ("first round", "Ann", 4),
        ("second round", "Ben", 6),
    ]
    assert "second round" in done("undo", kept).out
    assert len(done("versions", kept, "--json").json) == 1


def test_what_changed_since_a_version_is_told(kept: Path, tmp_path: Path) -> None:
    found = done("versions", kept, "--compare", "first round", "--json").json
    assert (found["older"], found["newer"]) == ("first round", None)
    assert (found["older_counts"]["codes"], found["newer_counts"]["codes"]) == (4, 6)
    first = found["differences"][0]
    assert len(first.pop("guid")) == 36
    assert first == {
        "kind": "added",
        "code": "shame",
        "before": "",
        "after": "",
        "field": None,
        "passages_then": None,
        "passages_now": 0,
        "reason": "",
    }
    out = tmp_path / "diff.docx"
    done("versions", kept, "--compare", "first round", "-o", out, "--headings", "zh")
    assert "新增的编码" in said(out)
    same = done("versions", kept, "--compare", "first round", "--to", "first round", "--json").json
    assert same["differences"] == []


def test_the_codebook_of_a_version_is_written(kept: Path, tmp_path: Path) -> None:
    out = tmp_path / "then.csv"
    done("versions", kept, "--print", "first round", "-o", out)
    lines = out.read_text(encoding="utf-8-sig").splitlines()
    assert "责任" in out.read_text(encoding="utf-8-sig") and not any(
        "shame" in one for one in lines
    )


@pytest.mark.parametrize(
    "words",
    [
        ("-o", "out.docx"),
        ("--print", "first round"),
        ("--to", "first round"),
        ("--compare", "a", "--print", "b", "-o", "out.docx"),
    ],
)
def test_options_that_do_not_go_together_are_wrong_usage(kept: Path, words: tuple[str]) -> None:
    assert qcode("versions", kept, *words).code == 2


def test_an_unknown_or_taken_version_is_refused(kept: Path) -> None:
    assert "it has: first round" in refused("versions", kept, "--compare", "second")
    assert "already a version" in refused("version", kept, "First Round")


def test_the_history_is_filtered_and_written(kept: Path, tmp_path: Path) -> None:
    steps = done("history", kept, "--json").json
    for_code = done("history", kept, "--code", "shame", "--json").json
    assert [step["id"] for step in for_code] == [steps[-1]["id"]]
    guid = next(row["guid"] for row in done("codes", kept, "--json").json if row["name"] == "shame")
    assert done("history", kept, "--code", guid, "--json").json == for_code
    assert done("history", kept, "--coder", "nobody", "--json").json == []
    assert done("history", kept, "--words", "name VERSION", "--json").json == [steps[-2]]
    in_talk = done("history", kept, "--document", "talk", "--json").json
    assert 0 < len(in_talk) < len(steps)
    assert done("history", kept, "--since", "2999-01-01", "--json").json == []
    out = tmp_path / "history.csv"
    assert done("history", kept, "--words", "version", "-o", out).out == ""
    assert len(out.read_text(encoding="utf-8-sig").splitlines()) == 2
    assert "history.txt" in refused("history", kept, "-o", "history.txt")


@pytest.mark.parametrize(
    ("language", "title"), [("en", "Methods appendix"), ("zh", "研究方法附录")]
)
def test_methods_are_written(kept: Path, tmp_path: Path, language: str, title: str) -> None:
    out = tmp_path / "methods.docx"
    done("export", kept, "methods", out, "--headings", language)
    words = said(out)
    assert title in words and "first round" in words
    assert "Ann and Ben coded it in qcode" in words and "Ann 和 Ben 于" in words, "both languages"


@pytest.mark.parametrize("order", ["time", "codes"])
def test_memos_are_written_in_either_order(kept: Path, tmp_path: Path, order: str) -> None:
    out = tmp_path / "memos.docx"
    done("export", kept, "memos", out, "--order", order)
    assert "There are no memos." in said(out)
    assert "ending" in refused("export", kept, "memos", tmp_path / "memos.html")
    assert "ending" in refused("export", kept, "methods", tmp_path / "methods.csv")
