"""Two coders by command: handed out blind, coded apart, merged in any order, compared."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from qcode.services import demo, recoding
from qcode.services.project import Project

from tests.cli.running import done, refused

TEXTS = ("Head of the safety office", "Street cadre", "社区书记访谈")
CODERS = ("Dee", "Edo")


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample project, built once."""
    path = tmp_path_factory.mktemp("sample") / "sample.qcode"
    demo.build_project(path)
    return path


def rows_of(project: Path, coder: str, shift: int) -> list[dict[str, Any]]:
    """What a coder finds: words every forty characters, each under one of the codebook's codes."""
    codes = [one["path"] for one in done("codes", project, "--json").json][5:17]
    found = []
    for place, document in enumerate(TEXTS):
        text = done("text", project, document).out
        for number, start in enumerate(range(shift, min(len(text), 1200) - 30, 40)):
            if text[start : start + 20].strip():
                code = codes[(number + place + (number % 5 == shift % 5)) % len(codes)]
                found.append(
                    {
                        "document": document,
                        "start": start,
                        "end": start + 20,
                        "code": code,
                        "memo": f"{coder} on {number}" if number % 7 == 0 else "",
                    }
                )
    return found


def code_apart(packet: Path, coder: str, shift: int) -> int:
    """Let a coder code their packet from a table, add a code of their own, and finish."""
    rows = rows_of(packet, coder, shift)
    rows.append({"document": TEXTS[0], "start": 3, "end": 9, "code": f"only {coder} saw this"})
    table = packet.with_suffix(".jsonl")
    table.write_text("\n".join(json.dumps(row) for row in rows) + "\n", encoding="utf-8")
    ended = done("codings", packet, "--import", table, "--json")
    assert ended.json == {"added": len(rows), "present": 0}
    done("status", packet, "--set", "finished")
    return len(rows)


@pytest.fixture(scope="module")
def handed_out(sample: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[Path]]:
    """The sample from which two blind packets were taken, and both as they came back."""
    folder = tmp_path_factory.mktemp("company")
    main = folder / "main.qcode"
    shutil.copyfile(sample, main)
    packets = []
    for shift, coder in enumerate(CODERS):
        packet = folder / f"{coder}.qcode"
        done("packet", main, packet, "--coder", coder, "--blind", "--documents", *TEXTS)
        code_apart(packet, coder, shift)
        packets.append(packet)
    return main, packets


def plain(project: Path) -> tuple[Any, Any, Any, Any]:
    """Figures, codings, codes and work of a project, without the order in which they came."""
    info = done("info", project, "--json").json
    info["coders"] = sorted(info["coders"])
    codings = [
        tuple(str(value) for value in row.values())
        for row in done("codings", project, "--json").json
    ]
    codes = [
        (row["guid"], row["path"], row["codings"], row["subtree_codings"])
        for row in done("codes", project, "--json").json
    ]
    work = [tuple(row.values()) for row in done("status", project, "--json").json]
    return info, sorted(codings), sorted(codes), sorted(work)


def merged(handed: tuple[Path, list[Path]], tmp_path: Path, *orders: tuple[int, ...]) -> Path:
    """A copy of the project with these packets merged, command by command."""
    main, packets = handed
    path = tmp_path / f"merged-{'-'.join(map(str, orders))}.qcode".replace(" ", "")
    shutil.copyfile(main, path)
    for order in orders:
        done("merge", path, *(packets[one] for one in order))
    return path


def test_both_orders_and_one_command_end_in_the_same_project(
    handed_out: tuple[Path, list[Path]], tmp_path: Path
) -> None:
    main, packets = handed_out
    one = plain(merged(handed_out, tmp_path, (0,), (1,)))
    assert plain(merged(handed_out, tmp_path, (1,), (0,))) == one
    assert plain(merged(handed_out, tmp_path, (0, 1))) == one
    before, (info, codings, codes, work) = plain(main), one
    brought = [done("info", packet, "--json").json["codings"] for packet in packets]
    assert info["codings"] == before[0]["codings"] + sum(brought)
    assert min(brought) > 50
    assert set(before[1]) < set(codings) and {*CODERS} < set(info["coders"])
    assert {row[1] for row in codes} - {row[1] for row in before[2]} == {
        f"only {coder} saw this" for coder in CODERS
    }
    assert {row for row in work if row[1] in CODERS} == {
        (document, coder, "finished") for document in TEXTS for coder in CODERS
    }
    assert info["blind"] is False, "how a packet is coded is no matter of the project"


def test_each_merge_is_sound_one_step_and_can_be_undone(
    handed_out: tuple[Path, list[Path]], tmp_path: Path
) -> None:
    main, _ = handed_out
    path = merged(handed_out, tmp_path, (0, 1))
    assert done("check", path, "--json").json == {"ok": True, "problems": []}
    steps = done("history", path, "--json").json
    assert len(steps) == len(done("history", main, "--json").json) + 1
    assert "Dee" in steps[-1]["label"] and "Edo" in steps[-1]["label"]
    done("undo", path)
    assert plain(path) == plain(main)


def test_merging_twice_changes_nothing(handed_out: tuple[Path, list[Path]], tmp_path: Path) -> None:
    _, packets = handed_out
    path = merged(handed_out, tmp_path, (0, 1))
    once, steps = plain(path), done("history", path, "--json").out
    for again in (packets, packets[::-1], packets[:1], [path]):
        done("merge", path, *again)
        assert plain(path) == once
        assert done("history", path, "--json").out == steps


def test_a_packet_that_was_worked_on_further_is_merged_again(
    handed_out: tuple[Path, list[Path]], tmp_path: Path
) -> None:
    _, packets = handed_out
    path = merged(handed_out, tmp_path, (0, 1))
    further = tmp_path / "further.qcode"
    shutil.copyfile(packets[0], further)
    more = tmp_path / "more.jsonl"
    row = {"document": TEXTS[1], "start": 5, "end": 15, "code": "only Dee saw this"}
    more.write_text(json.dumps(row), encoding="utf-8")
    done("codings", further, "--import", more)
    before = done("info", path, "--json").json["codings"]
    done("merge", path, further)
    assert done("info", path, "--json").json["codings"] == before + 1


def test_what_two_coders_did_apart_is_compared(
    handed_out: tuple[Path, list[Path]], tmp_path: Path
) -> None:
    path = merged(handed_out, tmp_path, (1,), (0,))
    words = ("agreement", path, "--coder", "Dee", "--coder", "Edo", "--json")
    found = done(*words).json
    assert found["coders"] == ["Dee", "Edo"] and found["documents"] == len(TEXTS)
    used = {row["code"]: row for row in found["codes"] if row["n11"] or row["n10"] or row["n01"]}
    assert used["only Dee saw this"]["n10"] == 6 and used["only Dee saw this"]["n01"] == 0
    assert sum(row["n11"] for row in used.values()) > 0
    alpha = found["overall"]["krippendorff_alpha"]
    assert alpha is not None and -1 < alpha < 1
    other = merged(handed_out, tmp_path, (0,), (1,))
    assert done("agreement", other, *words[2:]).json["overall"] == found["overall"]


def test_while_they_code_neither_can_see_the_other(
    handed_out: tuple[Path, list[Path]],
) -> None:
    _, packets = handed_out
    for packet, coder in zip(packets, CODERS, strict=True):
        assert done("info", packet, "--json").json["coders"] == [coder]
        sentence = refused("agreement", packet, "--coder", "Dee", "--coder", "Edo")
        assert "There is no coder" in sentence


@pytest.mark.parametrize("how", [(), ("--blind",), ("--documents", TEXTS[0]), ("--as", "Bo")])
@pytest.mark.parametrize("coder", ["Ann", "Cy"])
def test_a_packet_that_nobody_touched_changes_nothing(
    sample: Path, tmp_path: Path, coder: str, how: tuple[str, ...]
) -> None:
    path, packet = tmp_path / "main.qcode", tmp_path / "packet.qcode"
    shutil.copyfile(sample, path)
    done("packet", path, packet, "--coder", coder, *how)
    before, steps = plain(path), done("history", path, "--json").out
    done("merge", path, packet)
    assert plain(path) == before and done("history", path, "--json").out == steps
    done("codings", packet, "--import", coded_once(tmp_path))
    done("undo", packet)
    done("merge", path, packet)
    assert plain(path) == before


def coded_once(folder: Path) -> Path:
    table = folder / "one.jsonl"
    row = {"document": TEXTS[0], "start": 3, "end": 9, "code": "seen once"}
    table.write_text(json.dumps(row), encoding="utf-8")
    return table


def test_a_second_time_goes_out_and_comes_back_and_is_compared(
    sample: Path, tmp_path: Path
) -> None:
    path, packet = tmp_path / "main.qcode", tmp_path / "again.qcode"
    shutil.copyfile(sample, path)
    with Project.open(path) as project:
        again = recoding.begin(project, "Ann", share=40, seed=3).again.name
    done("packet", path, packet, "--coder", again, "--assigned", "--blind")
    names = [one["name"] for one in done("documents", packet, "--json").json]
    assert done("info", packet, "--json").json["codings"] == 0
    table = packet.with_suffix(".jsonl")
    rows = [
        json.dumps({"document": one, "start": start, "end": start + 30, "code": "gone"})
        for one in names
        for start in (0, 60)
    ]
    table.write_text("\n".join(rows), encoding="utf-8")
    done("codings", packet, "--import", table)
    done("status", packet, "--coder", again, "--set", "finished")
    done("merge", path, packet)
    found = done("agreement", path, "--coder", "Ann", "--coder", again, "--json").json
    assert (found["coders"], found["documents"]) == (["Ann", "Ann (2)"], len(names))
    both = done("agreement", path, "--json").json["coders"]
    assert again not in both, "unless it is named"
    assert done("check", path, "--json").json["ok"] is True
    with Project.open(path) as project:
        (found_again,) = recoding.listed(project)
        assert found_again.over and found_again.finished == len(names)
