from __future__ import annotations

from pathlib import Path

import pytest
from qcode.model.enums import Numbering
from qcode.model.errors import QcodeError
from qcode.services import coders, codes, documents, overview, saturation
from qcode.services.project import Project
from qcode.services.saturation import CodingOrder, Verdict

from tests.services.theory_project import bring, code, grow

KINDS = {
    "core": "core_category",
    "pressure": "main_category",
    "inspection": "category",
    "calls": "concept",
    "lists": "concept",
    "ranking": "category",
    "names read out": "concept",
}
UNDER = {
    "pressure": "core",
    "inspection": "pressure",
    "calls": "inspection",
    "lists": "inspection",
    "ranking": "pressure",
    "names read out": "ranking",
}


@pytest.fixture
def study(project: Project) -> tuple[Project, list[int], dict[str, int]]:
    """Four documents; the third brings a category, the fourth nothing new."""
    texts = bring(project, ["one", "two", "three", "four"])
    made = grow(project, KINDS, UNDER)
    code(project, texts[0], made["calls"])
    code(project, texts[1], made["calls"], made["lists"])
    code(project, texts[2], made["names read out"])
    code(project, texts[3], made["lists"], made["names read out"])
    return project, texts, made


def news(project: Project) -> list[tuple[str, list[str], list[str], int]]:
    return [
        (
            one.document,
            [new.name for new in one.concepts],
            [new.name for new in one.categories],
            one.cumulative_concepts,
        )
        for one in saturation.report(project).documents
    ]


Study = tuple[Project, list[int], dict[str, int]]


def test_each_document_is_told_with_what_it_brings_that_is_new(study: Study) -> None:
    project, _, _ = study
    assert news(project) == [
        ("one", ["calls"], ["inspection"], 1),
        ("two", ["lists"], [], 2),
        ("three", ["names read out"], ["ranking"], 3),
        ("four", [], [], 3),
    ]
    first = saturation.report(project).documents[0]
    assert [new.name for new in first.higher] == ["core", "pressure"]


def test_a_category_coded_itself_is_new_there(study: Study) -> None:
    project, texts, made = study
    code(project, texts[0], made["ranking"], start=8)
    assert news(project)[0] == ("one", ["calls"], ["inspection", "ranking"], 1)
    assert news(project)[2] == ("three", ["names read out"], [], 3)


def test_without_a_held_out_document_saturation_cannot_be_tested(study: Study) -> None:
    found = saturation.report(study[0])
    assert found.verdict is Verdict.NONE_HELD_OUT
    assert found.verdict.saturated is None
    assert str(found.sentence) == "Saturation cannot be tested: no document is held out."


def test_held_out_documents_without_anything_new_show_saturation(study: Study) -> None:
    project, texts, _ = study
    saturation.set_held_out(project, [texts[3]], True)
    found = saturation.report(project)
    assert found.verdict is Verdict.SATURATED
    assert "saturated at this point" in str(found.sentence)
    assert [one.held_out for one in found.documents] == [False, False, False, True]


def test_a_held_out_document_is_compared_with_all_others_wherever_it_stands(study: Study) -> None:
    project, texts, _ = study
    saturation.set_held_out(project, texts[:1], True)
    found = saturation.report(project)
    assert [one.document for one in found.documents] == ["two", "three", "four", "one"]
    assert found.verdict is Verdict.SATURATED


def test_something_new_in_a_held_out_document_denies_saturation(study: Study) -> None:
    project, texts, made = study
    saturation.set_held_out(project, texts[2:], True)
    found = saturation.report(project)
    assert found.verdict is Verdict.NOT_SATURATED
    assert "is not saturated" in str(found.sentence)
    assert "(concept: 1; initial category: 1)" in str(found.sentence)
    main = grow(project, {"ties": "main_category"}, {})["ties"]
    code(project, texts[3], main, made["lists"], start=9)
    assert "main category or above: 1" in str(saturation.report(project).sentence)


def test_a_held_out_document_that_nobody_coded_proves_nothing(study: Study) -> None:
    project, texts, _ = study
    (fifth,) = bring(project, ["five"])
    saturation.set_held_out(project, [texts[3], fifth], True)
    found = saturation.report(project)
    assert found.verdict is Verdict.NOT_YET_CODED
    assert "1 of 2 are coded" in str(found.sentence)
    assert [one.coded for one in found.documents] == [True, True, True, True, False]
    assert [one.document for one in found.curve] == ["one", "two", "three", "four"]


def test_holding_out_many_is_one_step_and_twice_is_none(study: Study) -> None:
    project, texts, _ = study
    before = len(overview.history(project))
    saturation.set_held_out(project, texts[1:3], True)
    saturation.set_held_out(project, texts[1:3], True)
    saturation.set_held_out(project, [], True)
    assert len(overview.history(project)) == before + 1
    assert saturation.held_out(project) == set(texts[1:3])
    saturation.set_held_out(project, texts[1:2], False)
    assert saturation.held_out(project) == {texts[2]}
    assert str(project.undo_label()) == "No longer hold out two"
    project.undo_to(before + 1)
    assert saturation.held_out(project) == set()


def test_a_deleted_document_is_held_out_no_more_until_it_comes_back(study: Study) -> None:
    project, texts, _ = study
    saturation.set_held_out(project, texts[3:], True)
    documents.delete(project, texts[3:])
    assert saturation.held_out(project) == set()
    assert saturation.report(project).verdict is Verdict.NONE_HELD_OUT
    project.undo()
    assert saturation.held_out(project) == {texts[3]}
    with pytest.raises(QcodeError, match="no longer exists"):
        saturation.set_held_out(project, [999], True)


def test_the_order_of_the_first_codings_is_kept_with_the_project(tmp_path: Path) -> None:
    path = tmp_path / "late.qcode"
    with Project.create(path, "Late", "Ann") as project:
        texts = bring(project, ["one", "two", "three"])
        made = grow(project, {"calls": "concept", "lists": "concept"}, {})
        times = iter(("2026-01-03", "2026-01-01", "2026-01-02"))
        for text, codes_of in zip(texts, (["calls"], ["lists", "calls"], ["lists"]), strict=True):
            code(project, text, *(made[name] for name in codes_of))
            at = next(times)
            with project.change(saturation.CodingOrder.DOCUMENTS.label) as writer:
                writer.connection.run(
                    "UPDATE coding SET created = ? WHERE selection_id IN"
                    " (SELECT id FROM selection WHERE document_id = ?)",
                    (at, text),
                )
        assert saturation.order(project) is CodingOrder.DOCUMENTS
        saturation.set_order(project, CodingOrder.FIRST_CODED)
        assert str(project.undo_label()) == "Saturation in the order of their first coding"
    with Project.open(path) as project:
        assert [one.document for one in saturation.report(project).documents] == [
            "two",
            "three",
            "one",
        ]
        assert [one.cumulative_concepts for one in saturation.report(project).documents] == [
            2,
            2,
            2,
        ]
        project.undo()
        assert saturation.order(project) is CodingOrder.DOCUMENTS


def test_who_works_blind_sees_the_news_of_what_they_may_see(study: Study) -> None:
    project, texts, made = study
    coders.set_blind(project, True)
    project.act_as("Ben")
    assert [one.coded for one in saturation.report(project).documents] == [False] * 4
    code(project, texts[3], made["calls"])
    assert news(project)[0] == ("four", ["calls"], ["inspection"], 1)


def test_numbers_stand_before_the_names(study: Study) -> None:
    project, _, _ = study
    codes.set_numbering(project, Numbering.LETTERS)
    assert saturation.report(project).documents[0].names == [
        "AAA1 core",
        "AA1 pressure",
        "A1 inspection",
        "a1 calls",
    ]


@pytest.mark.parametrize("numbers", [(0, 2, 5), (4, 0, 5), (4, 2, 101), (4, 2, float("nan"))])
def test_numbers_that_make_no_measure_are_refused(
    project: Project, numbers: tuple[int, int, float]
) -> None:
    base, run, threshold = numbers
    with pytest.raises(QcodeError, match="at least one document"):
        saturation.report(project, base_size=base, run_length=run, threshold=threshold)


def test_an_empty_project_has_an_empty_ledger(project: Project) -> None:
    found = saturation.report(project)
    assert found.documents == found.curve == found.measure.runs == ()


@pytest.mark.parametrize("ending", saturation.ENDINGS)
def test_the_ledger_is_written_in_the_format_of_the_ending(
    study: Study, tmp_path: Path, ending: str
) -> None:
    project, _, _ = study
    out = tmp_path / f"out{ending}"
    saturation.write(project, saturation.report(project), out)
    starts = {".docx": b"PK", ".svg": b"<?xml", ".png": b"\x89PNG"}
    assert out.read_bytes().startswith(starts[ending])


def test_another_ending_is_refused(project: Project, tmp_path: Path) -> None:
    with pytest.raises(QcodeError, match="ending"):
        saturation.write(project, saturation.report(project), tmp_path / "out.txt")
