"""Text in any script: imported, stored, coded, exported and read again without a sign lost."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.running import done, process
from tests.formats.edge_text import edge_text

TEXT, CASES = edge_text()

VARIANTS = {
    "lf": TEXT.encode(),
    "crlf": TEXT.replace("\n", "\r\n").encode(),
    "lf_bom": b"\xef\xbb\xbf" + TEXT.encode(),
    "crlf_bom": b"\xef\xbb\xbf" + TEXT.replace("\n", "\r\n").encode(),
    "utf16": b"\xff\xfe" + TEXT.replace("\n", "\r\n").encode("utf-16-le"),
}


def test_there_are_29_cases() -> None:
    assert len(CASES) == 29
    assert all(TEXT[case.start : case.end] == case.text for case in CASES)


@pytest.mark.parametrize("variant", VARIANTS)
def test_every_case_holds_from_import_to_export_and_back(variant: str, tmp_path: Path) -> None:
    project = tmp_path / "p.qcode"
    source = tmp_path / "edge.txt"
    source.write_bytes(VARIANTS[variant])
    done("new", project, "--as", "Ann")
    done("import", project, source)
    assert done("documents", project, "--json").json[0]["characters"] == len(TEXT)

    rows = tmp_path / "in.jsonl"
    rows.write_text(
        "".join(
            json.dumps(
                {
                    "document": "edge",
                    "start": case.start,
                    "end": case.end,
                    "quote": case.text,
                    "code": case.name,
                    "memo": f"memo {case.text}",
                },
                ensure_ascii=False,
            )
            + "\n"
            for case in CASES
        ),
        encoding="utf-8",
    )
    done("codings", project, "--import", rows)
    assert done("text", project, "edge").out == TEXT

    told = done("codings", project, "--json").json
    assert [(row["start"], row["end"], row["quote"], row["code"]) for row in told] == [
        (case.start, case.end, case.text, case.name) for case in CASES
    ]
    for ending in (".jsonl", ".csv"):
        out = tmp_path / f"out{ending}"
        done("codings", project, "-o", out)
        fresh = tmp_path / f"fresh{ending}.qcode"
        done("new", fresh, "--as", "Ann")
        done("import", fresh, source)
        done("codings", fresh, "--import", out)
        again = done("codings", fresh, "--json").json
        for one, other in zip(again, told, strict=True):
            if ending == ".csv":  # a table's cells end where white space begins
                one["memo"], other["memo"] = one["memo"].rstrip(), other["memo"].rstrip()
            assert one | {"guid": ""} == other | {"guid": ""}
    assert done("check", project, "--json").json["problems"] == []


def test_the_text_is_printed_byte_for_byte_by_a_process_of_its_own(tmp_path: Path) -> None:
    project = tmp_path / "p.qcode"
    (tmp_path / "edge.txt").write_bytes(VARIANTS["crlf_bom"])
    done("new", project)
    done("import", project, tmp_path / "edge.txt")
    assert process("text", project, "edge", env={"LC_ALL": "C"}).stdout == TEXT.encode()
