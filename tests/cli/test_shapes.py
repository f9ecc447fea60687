"""The JSON of every command, field by field: other programs rely on it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.cli.running import done, qcode, write

GUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z")


def test_info_gives_every_figure(study: Path) -> None:
    assert done("info", study, "--json").json == {
        "name": "Study",
        "schema": 3,
        "documents": 2,
        "characters": 94,
        "codes": {"open": 3, "axial": 1, "selective": 0},
        "kinds": {"concept": 2, "category": 1, "main_category": 1, "core_category": 0},
        "codings": 5,
        "coders": ["Ann", "Ben"],
        "memos": 0,
        "blind": False,
    }


def test_info_of_an_empty_project_is_all_zero(empty: Path) -> None:
    found = done("info", empty, "--json").json
    assert found["codes"] == {"open": 0, "axial": 0, "selective": 0}
    assert found["documents"] == found["characters"] == found["codings"] == found["memos"] == 0
    assert found["coders"] == ["Ann"]


def test_documents_give_their_fields(study: Path) -> None:
    talk, note = done("documents", study, "--json").json
    assert GUID.fullmatch(talk.pop("guid")) and GUID.fullmatch(note.pop("guid"))
    assert talk == {
        "name": "talk",
        "label": "01",
        "characters": 77,
        "codings": 4,
        "attributes": {},
        "group": None,
    }
    assert (note["name"], note["label"], note["characters"], note["codings"]) == (
        "note",
        "02",
        17,
        1,
    )


def test_a_record_brings_its_fields_as_attributes(empty: Path, tmp_path: Path) -> None:
    ris = "TY  - JOUR\nTI  - Calls\nPY  - 2021\nDO  - 10.1/x\nAB  - They call twice.\nER  - \n"
    report = done("import", empty, write(tmp_path / "a.ris", ris), "--json").json
    assert report == {"imported": 1, "skipped": [], "failed": [], "documents": ["Calls"]}
    (row,) = done("documents", empty, "--json").json
    assert row["attributes"]["DOI"] == "10.1/x"
    assert row["attributes"]["Year"] == "2021"
    assert done("text", empty, "Calls").out == "They call twice."


def test_codes_give_their_fields_in_tree_order(study: Path) -> None:
    rows = done("codes", study, "--json").json
    assert [row["path"] for row in rows] == [
        "push from above",
        "push from above > pressure",
        "push from above > pressure > repeated contact",
        "责任",
    ]
    assert all(GUID.fullmatch(row.pop("guid")) for row in rows)
    top, middle, low, _ = rows
    assert low == {
        "name": "repeated contact",
        "path": "push from above > pressure > repeated contact",
        "kind": "concept",
        "level": "open",
        "number": None,
        "parent": "pressure",
        "color": "#3b78d8",
        "definition": "calls again",
        "use_when": "",
        "not_when": "",
        "typical": "",
        "boundary": "",
        "codings": 3,
        "subtree_codings": 2,
        "documents": 1,
    }
    assert (middle["codings"], middle["subtree_codings"]) == (1, 2)
    assert (top["kind"], top["level"], top["parent"]) == ("main_category", "axial", None)
    assert (top["codings"], top["subtree_codings"], top["documents"]) == (0, 2, 1)
    assert top["definition"] == "what comes from above,\nand is felt"


def test_codings_give_their_fields_in_the_order_of_the_texts(study: Path) -> None:
    rows = done("codings", study, "--json").json
    assert [(row["document"], row["start"], row["end"], row["coder"]) for row in rows] == [
        ("talk", 4, 10, "Ann"),
        ("talk", 4, 10, "Ann"),
        ("talk", 4, 10, "Ben"),
        ("talk", 20, 24, "Ann"),
        ("note", 0, 4, "Ben"),
    ]
    last = rows[-1]
    assert GUID.fullmatch(last.pop("guid")) and TIME.fullmatch(last.pop("created"))
    assert last == {
        "document": "note",
        "start": 0,
        "end": 4,
        "quote": "同一张清",
        "code": "责任",
        "level": "open",
        "kind": "concept",
        "coder": "Ben",
        "memo": "为何",
    }
    assert rows[0]["quote"] == "office"
    assert rows[1]["memo"] == "two words, one memo"


def test_status_is_set_and_listed(study: Path) -> None:
    assert done("status", study, "--json").json == []
    set_now = done("status", study, "--coder", " Ann ", "--set", "finished", "--json").json
    assert set_now == [
        {"document": "talk", "coder": "Ann", "status": "finished"},
        {"document": "note", "coder": "Ann", "status": "finished"},
    ]
    done("status", study, "--coder", "Cleo", "--set", "open", "talk")
    assert done("status", study, "--json").json == [
        {"document": "talk", "coder": "Ann", "status": "finished"},
        {"document": "talk", "coder": "Cleo", "status": "open"},
        {"document": "note", "coder": "Ann", "status": "finished"},
    ]
    assert done("status", study, "note", "--json").json == [set_now[1]]
    assert done("status", study, "--coder", "Cleo", "--json").json == [
        {"document": "talk", "coder": "Cleo", "status": "open"}
    ]
    assert done("info", study, "--json").json["coders"] == ["Ann", "Ben", "Cleo"]


def test_status_without_a_name_is_that_of_who_acts(study: Path) -> None:
    rows = done("status", study, "--set", "open", "talk", "--as", "Dee", "--json").json
    assert rows == [{"document": "talk", "coder": "Dee", "status": "open"}]


def test_history_gives_every_step_with_who_and_when(study: Path) -> None:
    assert done("undo", study, "--as", "Ben").out == "Import codings codings.csv\n"
    rows = done("history", study, "--json").json
    assert [sorted(row) for row in rows] == [["at", "coder", "id", "kind", "label", "undone"]] * 5
    assert [row["label"] for row in rows] == [
        "Create project Study",
        "Import 2 documents",
        "Import codebook frame.csv",
        "Import codings codings.csv",
        "Undo Import codings codings.csv",
    ]
    assert [row["undone"] for row in rows] == [False, False, False, True, False]
    assert [row["coder"] for row in rows] == ["Ann", "Ann", "Ann", "Ann", "Ben"]
    assert [row["kind"] for row in rows] == ["do", "do", "do", "do", "undo"]
    assert all(isinstance(row["id"], int) and TIME.fullmatch(row["at"]) for row in rows)


def test_undo_and_redo_print_the_label_and_change_what_is_there(study: Path) -> None:
    before = done("codings", study, "--json").json
    assert done("undo", study).out == "Import codings codings.csv\n"
    assert done("codings", study, "--json").json == []
    assert done("redo", study).out == "Import codings codings.csv\n"
    assert done("codings", study, "--json").json == before
    assert done("history", study, "--json").json[3]["undone"] is False


def test_check_of_a_sound_project(study: Path) -> None:
    assert done("check", study, "--json").json == {"ok": True, "problems": []}
    assert done("check", study).out == ""


def test_imports_of_tables_report_in_json(study: Path, tmp_path: Path) -> None:
    table = write(tmp_path / "more.csv", "name\nnew one\n责任\n")
    assert done("codes", study, "--import", table, "--json").json == {"added": 1, "present": 1}
    rows = write(
        tmp_path / "more.jsonl", '{"document":"talk","start":0,"end":3,"code":"new one"}\n'
    )
    assert done("codings", study, "--import", rows, "--json").json == {"added": 1, "present": 0}
    assert done("codings", study, "--import", rows, "--json").json == {"added": 0, "present": 1}


def test_import_reports_what_was_skipped_and_what_failed(study: Path, tmp_path: Path) -> None:
    same = write(tmp_path / "talk again.txt", (tmp_path / "talk.txt").read_text())
    bad = tmp_path / "absent.txt"
    good = write(tmp_path / "third.txt", "A third text.")
    ended = qcode("import", study, same, bad, good, "--json")
    assert ended.code == 1
    assert ended.json["imported"] == 1
    assert ended.json["documents"] == ["third"]
    (skipped,) = ended.json["skipped"]
    assert skipped["path"] == str(same) and skipped["reason"] == "same text as “talk”"
    (failed,) = ended.json["failed"]
    assert failed["path"] == str(bad) and "absent.txt" in failed["reason"]
    assert failed["reason"] in ended.err


def test_duplicates_alone_are_no_error_and_can_be_kept(study: Path, tmp_path: Path) -> None:
    talk = tmp_path / "talk.txt"
    assert done("import", study, talk, "--json").json["imported"] == 0
    kept = done("import", study, talk, "--duplicates", "keep", "--json").json
    assert kept == {"imported": 1, "skipped": [], "failed": [], "documents": ["talk"]}


@pytest.mark.parametrize("number", ["a1/A1/AA1", "1.1.1"])
def test_numbers_are_text_in_json(study: Path, number: str) -> None:
    from qcode.model.enums import Numbering
    from qcode.services import codes
    from qcode.services.project import Project

    with Project.open(study) as project:
        codes.set_numbering(project, Numbering(number))
    numbers = [row["number"] for row in done("codes", study, "--json").json]
    assert (
        numbers
        == {
            "a1/A1/AA1": ["AA1", "A1", "a1", "a2"],
            "1.1.1": ["1", "1.1", "1.1.1", "2"],
        }[number]
    )
