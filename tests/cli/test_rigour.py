"""Saturation and coherence as other programs read them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.running import done, qcode, refused, write


@pytest.fixture
def grown(study: Path, tmp_path: Path) -> Path:
    """The study with a third document in which a new concept and category are coded."""
    third = write(tmp_path / "third.txt", "Names are read out at every meeting.")
    done("import", study, third)
    frame = write(
        tmp_path / "more.csv", "name,parent,kind\nread out,shame,concept\nshame,,category\n"
    )
    done("codes", study, "--import", frame)
    rows = write(tmp_path / "more codings.csv", "document,start,end,code\nthird,0,5,read out\n")
    done("codings", study, "--import", rows)
    return study


def test_saturation_gives_its_fields(grown: Path) -> None:
    found = done("saturation", grown, "--json").json
    first = found["documents"][0]
    assert len(first.pop("guid")) == 36
    assert first == {
        "document": "talk",
        "label": "01",
        "held_out": False,
        "coded": True,
        "new_concepts": 1,
        "new_categories": 1,
        "new_higher": 1,
        "cumulative_concepts": 1,
        "cumulative_categories": 1,
        "concepts": ["repeated contact"],
        "categories": ["pressure"],
        "higher": ["push from above"],
    }
    assert [
        (row["document"], row["new_concepts"], row["new_categories"], row["cumulative_concepts"])
        for row in found["documents"]
    ] == [("talk", 1, 1, 1), ("note", 1, 0, 2), ("third", 1, 1, 3)]
    assert found["verdict"] == "Saturation cannot be tested: no document is held out."
    assert (found["saturated"], found["reason"]) == (None, "none_held_out")
    assert found["order"] == "documents"
    assert found["measure"] == {
        "base_size": 4,
        "run_length": 2,
        "threshold": 5.0,
        "base": None,
        "runs": [],
        "reached_at": None,
        "notation": None,
    }


def test_the_measure_follows_what_is_asked(grown: Path) -> None:
    words = ("--base", 1, "--run", 1, "--threshold", 100, "--json")
    assert done("saturation", grown, *words).json["measure"] == {
        "base_size": 1,
        "run_length": 1,
        "threshold": 100.0,
        "base": 1,
        "runs": [
            {"first": 2, "last": 2, "new": 1, "percent": 100.0, "reached": True},
            {"first": 3, "last": 3, "new": 1, "percent": 100.0, "reached": True},
        ],
        "reached_at": 1,
        "notation": "1+1",
    }
    assert qcode("saturation", grown, "--base", 0).code == 2


def test_documents_are_held_out_by_name_and_the_verdict_follows(grown: Path) -> None:
    found = done("saturation", grown, "--hold-out", "third", "--json").json
    assert [row["held_out"] for row in found["documents"]] == [False, False, True]
    assert found["saturated"] is False and "not saturated" in found["verdict"]
    assert done("saturation", grown, "--json").json == found
    both = done("saturation", grown, "--build-on", "third", "--hold-out", "note", "--json").json
    assert [row["document"] for row in both["documents"]] == ["talk", "third", "note"]
    assert done("undo", grown).out == "No longer hold out third\n"
    assert done("undo", grown).out == "Hold out note\n"


def test_a_name_that_is_wrong_holds_nothing_out(grown: Path) -> None:
    assert "nowhere" in refused("saturation", grown, "--hold-out", "third", "--hold-out", "nowhere")
    found = done("saturation", grown, "--json").json
    assert not any(row["held_out"] for row in found["documents"])


def test_the_order_of_coding_is_kept(grown: Path) -> None:
    assert done("saturation", grown, "--order", "first-coded", "--json").json["order"] == (
        "first_coded"
    )
    assert done("saturation", grown, "--json").json["order"] == "first_coded"


def test_without_json_a_table_and_the_verdict_are_printed(grown: Path) -> None:
    lines = done("saturation", grown).out.splitlines()
    assert lines[0].split("  ")[0] == "document"
    assert lines[1].startswith("talk") and "repeated contact" in lines[1]
    assert lines[-1] == "Saturation cannot be tested: no document is held out."


@pytest.mark.parametrize("ending", [".docx", ".svg", ".png"])
def test_table_and_curve_are_written(grown: Path, tmp_path: Path, ending: str) -> None:
    out = tmp_path / f"out{ending}"
    ended = done("saturation", grown, "-o", out, "--headings", "zh", "--json")
    assert out.stat().st_size > 4_000
    assert ended.json["documents"] and f"Wrote {out}." in ended.err


def test_another_ending_is_refused_in_one_sentence(grown: Path, tmp_path: Path) -> None:
    assert "out.txt" in refused("saturation", grown, "-o", tmp_path / "out.txt")


def test_coherence_gives_its_fields(grown: Path) -> None:
    rows = done("coherence", grown, "--json").json
    assert [row["kind"] for row in rows] == [
        "outside_main_categories",
        "without_category",
        "one_document",
        "one_document",
        "one_document",
    ]
    assert len(rows[1]["guids"][0]) == 36
    assert {key: rows[1][key] for key in rows[1] if key != "guids"} == {
        "kind": "without_category",
        "codes": ["责任"],
        "passages": 0,
        "message": "“责任” (concept) is below no initial category.",
        "cure": "Move it below one, or merge it with a code that says the same.",
    }


def test_coherence_prints_a_line_for_each_finding(grown: Path, empty: Path) -> None:
    ended = done("coherence", grown)
    assert len(ended.out.splitlines()) == 5
    assert ended.out.splitlines()[0].startswith("“shame” (initial category) is below no main")
    assert done("coherence", empty).out == ""
    assert done("coherence", empty, "--json").json == []


def test_people_read_the_terms_of_the_project_and_json_keeps_the_fixed_words(grown: Path) -> None:
    from qcode.services import terms
    from qcode.services.project import Project

    before = {name: done(name, grown, "--json").json for name in ("info", "codes", "coherence")}
    with Project.open(grown) as project:
        terms.use_preset(project, terms.School.THEMATIC)
        terms.rename(project, {"kind.category": "thread"})
    for name, fixed in before.items():
        assert done(name, grown, "--json").json == fixed
    assert "overarching theme" in done("info", grown).out
    assert "thread" in done("codes", grown).out
    assert "“shame” (thread) is below no theme." in done("coherence", grown).out
    assert "(concept)" not in done("coherence", grown).out
    with Project.open(grown) as project:
        terms.use_preset(project, terms.School.STRAUSS_CORBIN)
    assert "thread" not in done("codes", grown).out
