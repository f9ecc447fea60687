"""Codebooks and codings that come as tables: complete, all or nothing, bad rows named by line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.running import done, refused, write


def columns(path: Path, *names: str) -> list[tuple[object, ...]]:
    return [tuple(row[name] for name in names) for row in done("codes", path, "--json").json]


def test_a_parent_may_come_later_in_the_file(empty: Path, tmp_path: Path) -> None:
    table = write(
        tmp_path / "t.csv",
        "name,parent,kind\nleaf,branch,concept\nbranch,stem,category\nstem,,main_category\n",
    )
    done("codes", empty, "--import", table)
    assert columns(empty, "path", "kind") == [
        ("stem", "main_category"),
        ("stem > branch", "category"),
        ("stem > branch > leaf", "concept"),
    ]


def test_levels_stand_for_kinds(empty: Path, tmp_path: Path) -> None:
    table = write(tmp_path / "t.csv", "name,level\na,open\nb,axial\nc,selective\nd,\n")
    done("codes", empty, "--import", table)
    assert columns(empty, "name", "kind") == [
        ("a", "concept"),
        ("b", "main_category"),
        ("c", "core_category"),
        ("d", "concept"),
    ]


def test_every_text_of_an_entry_comes_in(empty: Path, tmp_path: Path) -> None:
    table = write(
        tmp_path / "t.csv",
        "name;colour;definition;when to use;when not to use;typical example;boundary example\n"
        'a;#ABC;"two\nlines";w;n;t;b\n',
    )
    done("codes", empty, "--import", table)
    fields = ("color", "definition", "use_when", "not_when", "typical", "boundary")
    assert columns(empty, *fields) == [("#aabbcc", "two\nlines", "w", "n", "t", "b")]


def test_chinese_heads_are_understood(empty: Path, tmp_path: Path) -> None:
    table = tmp_path / "t.csv"
    table.write_bytes(
        "名称,上级,层级,定义\n动机,,axial,为何\n责任,动机,open,应当\n".encode("gb18030")
    )
    done("codes", empty, "--import", table)
    assert columns(empty, "path", "definition") == [("动机", "为何"), ("动机 > 责任", "应当")]


def test_what_is_there_is_completed_and_never_overwritten(empty: Path, tmp_path: Path) -> None:
    first = write(tmp_path / "1.csv", "name,definition,color\na,mine,#111111\n")
    second = write(tmp_path / "2.csv", "name,definition,use_when,color\na,yours,often,#222222\n")
    done("codes", empty, "--import", first)
    assert done("codes", empty, "--import", second, "--json").json == {"added": 0, "present": 1}
    assert columns(empty, "definition", "use_when", "color") == [("mine", "often", "#111111")]


def test_codes_of_one_name_are_told_apart_by_their_path(empty: Path, tmp_path: Path) -> None:
    table = write(
        tmp_path / "t.csv",
        "name,parent,kind\nA,,main_category\nB,,main_category\nwhy,A,category\nwhy,B,category\n"
        "x,A > why,concept\ny,B  >  why,concept\n",
    )
    # Written with other white space than the path has; what counts are the names.
    table.write_text(table.read_text().replace("B  >  why", "B > why"), encoding="utf-8")
    done("codes", empty, "--import", table)
    assert [row[0] for row in columns(empty, "path")] == [
        "A",
        "A > why",
        "A > why > x",
        "B",
        "B > why",
        "B > why > y",
    ]
    parents = [row[0] for row in columns(empty, "parent")]
    assert parents == [None, "A", "A > why", None, "B", "B > why"]


@pytest.mark.parametrize(
    ("rows", "line", "says"),
    [
        ("a,,concept\nb,nobody,concept\n", 3, "there is no code “nobody”"),
        ("a,b,concept\nb,a,concept\n", 2, "below this code"),
        ("a,a,concept\n", 2, "below this code"),
        ("a,,thing\n", 2, "“thing” is no kind of code"),
        ("a,,category\nb,a,core_category\n", 3, "lower kind"),
        ("a,,concept\n,,concept\n,,category\n", 3, "needs a name"),
        ("A,,concept\na,,concept\n", 3, "already a code “A”"),
        ("x,,category\nx,y,concept\ny,,category\nz,x,concept\n", 5, "names several codes"),
        ("z,x,concept\nx,,category\nx,y,concept\ny,,category\n", 2, "names several codes"),
    ],
)
def test_a_bad_row_is_named_by_its_line_and_nothing_comes_in(
    empty: Path, tmp_path: Path, rows: str, line: int, says: str
) -> None:
    table = write(tmp_path / "t.csv", f"name,parent,kind\n{rows}")
    history = done("history", empty, "--json").json
    sentence = refused("codes", empty, "--import", table)
    assert str(table) in sentence and f"line {line}:" in sentence and says in sentence
    assert done("codes", empty, "--json").json == []
    assert done("history", empty, "--json").json == history


def test_a_kind_and_a_level_must_agree(empty: Path, tmp_path: Path) -> None:
    table = write(tmp_path / "t.csv", "name,kind,level\na,concept,axial\n")
    assert "at level open, not axial" in refused("codes", empty, "--import", table)


def test_a_table_without_names_or_of_another_kind_is_refused(empty: Path, tmp_path: Path) -> None:
    assert "no column “name”" in refused(
        "codes", empty, "--import", write(tmp_path / "t.csv", "parent\na\n")
    )
    assert "t.docx" in refused("codes", empty, "--import", write(tmp_path / "t.docx", "x"))
    assert "absent.csv" in refused("codes", empty, "--import", tmp_path / "absent.csv")


@pytest.mark.parametrize("ending", [".jsonl", ".csv", ".xlsx"])
def test_codings_come_back_as_they_were(study: Path, tmp_path: Path, ending: str) -> None:
    out = tmp_path / f"out{ending}"
    done("codings", study, "-o", out)
    fresh = tmp_path / "fresh.qcode"
    done("new", fresh, "--as", "Somebody")
    done("import", fresh, tmp_path / "note.txt", tmp_path / "talk.txt")
    done("codings", fresh, "--import", out)

    def told(path: Path) -> list[dict[str, object]]:
        rows = done("codings", path, "--json").json
        for row in rows:
            del row["guid"]
        return sorted(rows, key=lambda row: json.dumps(row, sort_keys=True))

    before = told(study)
    # Kinds of codes that a level does not tell come with the table as well.
    assert told(fresh) == before
    assert done("info", fresh, "--json").json["coders"] == ["Somebody", "Ann", "Ben"]


def test_codings_of_twin_codes_come_back_too(empty: Path, tmp_path: Path) -> None:
    done("import", empty, write(tmp_path / "t.txt", "some words here"))
    frame = "name,parent,kind\nA,,category\nB,,category\nwhy,A,concept\nwhy,B,concept\n"
    done("codes", empty, "--import", write(tmp_path / "f.csv", frame))
    rows = "document,start,end,code\nt,0,4,A > why\nt,5,10,B > why\n"
    done("codings", empty, "--import", write(tmp_path / "c.csv", rows))
    out = tmp_path / "out.jsonl"
    done("codings", empty, "-o", out)
    assert done("codings", empty, "--import", out, "--json").json == {"added": 0, "present": 2}
    fresh = tmp_path / "fresh.qcode"
    done("new", fresh)
    done("import", fresh, tmp_path / "t.txt")
    done("codings", fresh, "--import", out)
    assert [row["path"] for row in done("codes", fresh, "--json").json] == [
        "A",
        "A > why",
        "B",
        "B > why",
    ]


def test_missing_codes_and_coders_are_made_by_level(study: Path, tmp_path: Path) -> None:
    rows = [
        {"document": "talk", "start": 0, "end": 3, "code": "c1"},
        {"document": "talk", "start": 0, "end": 3, "code": "c2", "level": "axial"},
        {"document": "talk", "start": 0, "end": 3, "code": "c3", "level": "selective"},
        {"document": "talk", "start": 0, "end": 3, "code": "c4", "kind": "category"},
        {"document": "talk", "start": 0, "end": 3, "code": "c5  >  c6", "coder": " Eve "},
    ]
    table = write(tmp_path / "m.jsonl", "".join(json.dumps(row) + "\n" for row in rows))
    assert done("codings", study, "--import", table, "--as", "Zoe", "--json").json["added"] == 5
    made = {row["path"]: row["kind"] for row in done("codes", study, "--json").json}
    assert made["c1"] == "concept"
    assert made["c2"] == "main_category"
    assert made["c3"] == "core_category"
    assert made["c4"] == "category"
    assert made["c5 > c6"] == "concept" and made["c5"] == "category"
    coders = {row["coder"] for row in done("codings", study, "--json").json}
    assert coders == {"Ann", "Ben", "Zoe", "Eve"}
    assert done("undo", study).out == "Import codings m.jsonl\n"
    assert len(done("codings", study, "--json").json) == 5


GOOD = {"document": "talk", "start": 0, "end": 3, "code": "fresh"}


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"document": "nobody"}, "There is no document “nobody”"),
        ({"document": None}, "“document” is missing"),
        ({"start": 3}, "does not lie in “talk”"),
        ({"start": 5}, "does not lie in “talk”"),
        ({"end": 78}, "does not lie in “talk”, which has 77"),
        ({"start": -1}, "“start” is not a position"),
        ({"start": 0.5}, "“start” is not a position"),
        ({"end": True}, "“end” is not a position"),
        ({"end": "9" * 6000}, "“end” is not a position"),
        ({"end": None}, "“end” is not a position"),
        ({"code": " "}, "“code” is missing"),
        ({"code": "a >  > b"}, "needs a name"),
        ({"code": "x" * 501}, "too long"),
        ({"code": "0f0e0d0c-0b0a-4998-8776-655443322110"}, "There is no code"),
        ({"level": "higher"}, "“higher” is no level"),
        ({"kind": "thing"}, "“thing” is no kind"),
        ({"coder": "\u3000"}, None),
        ({"quote": "Thy"}, "reads “The” at 0–3, not “Thy”"),
        ({"created": "yesterday"}, "“created” is no time"),
    ],
)
def test_one_bad_coding_is_named_and_none_comes_in(
    study: Path, tmp_path: Path, change: dict[str, object], says: str | None
) -> None:
    table = write(
        tmp_path / "b.jsonl", "".join(json.dumps(row) + "\n" for row in (GOOD, GOOD | change))
    )
    if says is None:  # white space says nothing: whoever acts is meant
        done("codings", study, "--import", table)
        return
    sentence = refused("codings", study, "--import", table)
    assert f"{table}, line 2:" in sentence
    assert says in sentence
    assert len(done("codings", study, "--json").json) == 5
    assert len(done("codes", study, "--json").json) == 4


def test_numbers_may_be_written_as_tables_write_them(study: Path, tmp_path: Path) -> None:
    rows = '{"document":"talk","start":"0","end":3.0,"code":"fresh"}\n'
    done("codings", study, "--import", write(tmp_path / "n.jsonl", rows))
    assert done("codings", study, "--json").json[0]["quote"] == "The"


def test_nul_in_a_name_cannot_stop_anything(study: Path, tmp_path: Path) -> None:
    rows = json.dumps(GOOD | {"code": "\0fresh", "memo": "a\0b", "coder": "\0Eve"})
    done("codings", study, "--import", write(tmp_path / "n.jsonl", rows))
    (row,) = [row for row in done("codings", study, "--json").json if row["coder"] == "Eve"]
    assert row["code"] == "fresh"
    done("undo", study)
    done("redo", study)
    assert done("check", study, "--json").json["problems"] == []
    (again,) = [row for row in done("codings", study, "--json").json if row["coder"] == "Eve"]
    assert again == row


@pytest.mark.parametrize("ending", [".csv", ".xlsx"])
def test_a_codebook_comes_back_from_its_own_export(
    study: Path, tmp_path: Path, ending: str
) -> None:
    out = tmp_path / f"out{ending}"
    done("export", study, "codebook", out, "--headings", "zh")
    fresh = tmp_path / "fresh.qcode"
    done("new", fresh)
    done("codes", fresh, "--import", out)
    told = ("path", "kind", "color", "parent", "definition")
    assert columns(fresh, *told) == columns(study, *told)
