from __future__ import annotations

import pytest
from qcode.model.enums import CodeKind, Numbering, ParadigmRole
from qcode.services import codes, coherence, paradigms, relations, stages, terms
from qcode.services.coherence import FindingKind
from qcode.services.project import Project

from tests.services.theory_project import bring, code, grow

KINDS = {
    "mobilising": "core_category",
    "pressure": "main_category",
    "inspection": "category",
    "calls": "concept",
    "Lists": "concept",
    "ranking": "category",
    "names read out": "concept",
}
UNDER = {
    "pressure": "mobilising",
    "inspection": "pressure",
    "calls": "inspection",
    "Lists": "inspection",
    "ranking": "pressure",
    "names read out": "ranking",
}
Study = tuple[Project, list[int], dict[str, int]]


@pytest.fixture
def study(project: Project) -> Study:
    """Two documents, every code used in both: nothing to cure."""
    texts = bring(project, ["one", "two"])
    made = grow(project, KINDS, UNDER)
    for text in texts:
        code(project, text, made["calls"], made["Lists"], made["names read out"])
    return project, texts, made


def found(project: Project) -> list[tuple[FindingKind, tuple[int, ...], int]]:
    return [(one.kind, one.code_ids, one.passages) for one in coherence.findings(project)]


def test_a_sound_codebook_has_no_findings(study: Study) -> None:
    assert coherence.findings(study[0]) == []


def test_an_empty_project_has_no_findings(project: Project) -> None:
    assert coherence.findings(project) == []


def test_passages_coded_by_a_category_alone_are_counted_and_can_be_opened(study: Study) -> None:
    project, texts, made = study
    code(project, texts[1], made["inspection"], start=20)
    code(project, texts[0], made["inspection"], made["pressure"], start=10)
    code(project, texts[0], made["inspection"], start=0)  # with concepts on the same passage
    assert found(project) == [
        (FindingKind.ONLY_CATEGORY, (made["pressure"],), 1),
        (FindingKind.ONLY_CATEGORY, (made["inspection"],), 2),
    ]
    passages = coherence.passages_without_concept(project, made["inspection"])
    with project.read() as connection:
        starts = [
            connection.run("SELECT start FROM selection WHERE id = ?", (one,)).value()
            for one in passages
        ]
    assert starts == [10, 20]
    assert coherence.passages_without_concept(project, made["calls"]) == []
    of_three = coherence.passages_without_concept(
        project, made["calls"], made["inspection"], made["pressure"]
    )
    assert of_three == passages, "a passage with two of them is there once"
    under_pressure = coherence.passages_without_concept(project, made["pressure"])
    assert under_pressure == passages[:1]
    assert coherence.passages_without_concept(project) == []
    one, several = (str(finding.message) for finding in coherence.findings(project))
    assert one == "1 passage is coded with “pressure” (main category) and no concept."
    assert several == ("2 passages are coded with “inspection” (initial category) and no concept.")


def test_every_kind_of_finding_names_its_codes_and_its_cure(study: Study) -> None:
    project, texts, made = study
    more = grow(
        project,
        {
            "second core": "core_category",
            "ties": "main_category",
            "list": "concept",
            "loose": "category",
            "friends": "concept",
        },
        {"friends": "ties"},
    )
    code(project, texts[0], more["friends"])
    by_kind = {one.kind: one for one in coherence.findings(project)}
    assert {kind: one.code_ids for kind, one in by_kind.items()} == {
        FindingKind.SEVERAL_CORES: (made["mobilising"], more["second core"]),
        FindingKind.LEVEL_SKIPPED: (more["ties"], more["friends"]),
        FindingKind.OUTSIDE_MAIN_CATEGORIES: (more["loose"],),
        FindingKind.WITHOUT_CONCEPTS: (more["loose"],),
        FindingKind.WITHOUT_CATEGORY: (more["list"],),
        FindingKind.NEAR_DUPLICATES: (made["Lists"], more["list"]),
        FindingKind.ONE_DOCUMENT: (more["ties"],),
        FindingKind.UNUSED: (more["loose"],),  # the last of several
    }
    unused = [c for kind, c, _ in found(project) if kind is FindingKind.UNUSED]
    assert unused == [(more["second core"],), (more["list"],), (more["loose"],)]
    for one in coherence.findings(project):
        assert "{" not in str(one.message) + str(one.cure)
        assert str(one.message).endswith(".") and str(one.cure).endswith(".")
    assert str(by_kind[FindingKind.ONE_DOCUMENT].message) == (
        "“ties” (main category) rests on one document: one."
    )


def test_a_code_in_a_relation_a_paradigm_or_a_stage_is_used(study: Study) -> None:
    project, _, _ = study
    more = grow(project, {f"k{n}": "main_category" for n in range(4)}, {})
    assert len([1 for kind, _, _ in found(project) if kind is FindingKind.UNUSED]) == 4
    one, two, three, four = more.values()
    with project.change(terms.School.GLASER.label) as writer:
        kind = writer.insert("relation_type", key="causes", form="directed", position=0)
        writer.insert("relation", source_id=one, target_id=two, type_id=kind, position=0)
        paradigm = writer.insert("paradigm", name="P", position=0)
        writer.insert(
            "paradigm_slot", paradigm_id=paradigm, role="context", code_id=three, position=0
        )
        stage = writer.insert("stage", name="S", position=0)
        writer.insert("stage_code", stage_id=stage, code_id=four, position=0)
    assert not [1 for kind, _, _ in found(project) if kind is FindingKind.UNUSED]


def low_in_model(project: Project) -> list[tuple[int, str]]:
    return [
        (one.code_ids[0], str(one.message))
        for one in coherence.findings(project)
        if one.kind is FindingKind.CONCEPT_IN_MODEL
    ]


def test_a_category_of_the_model_that_is_lowered_to_a_concept_is_found_with_its_cure(
    study: Study,
) -> None:
    project, texts, made = study
    more = grow(project, {"summons": "category"}, {})
    code(project, texts[0], more["summons"])
    board = paradigms.create(project, "push")
    for role in (ParadigmRole.CONTEXT, ParadigmRole.STRATEGY):
        paradigms.put(project, board, role, [more["summons"]])
    stage = stages.create(project, "first")
    stages.put(project, stage, [more["summons"]])
    relations.create(project, more["summons"], made["ranking"], "causes")
    relations.create(project, made["pressure"], more["summons"], "interacts")
    assert low_in_model(project) == []
    codes.set_kind(project, [more["summons"]], CodeKind.CONCEPT)
    codes.set_numbering(project, Numbering.LETTERS)
    assert low_in_model(project) == [
        (
            more["summons"],
            "“a4 summons” (concept) stands in the model, which is made of higher levels: “push”,"
            " “first”, “a4 summons → A2 ranking”, “AA1 pressure ↔ a4 summons”.",
        )
    ]
    (finding,) = (
        one for one in coherence.findings(project) if one.kind is FindingKind.CONCEPT_IN_MODEL
    )
    assert str(finding.cure).startswith("Make it a code of the level above (initial category)")
    codes.set_kind(project, [more["summons"]], CodeKind.CATEGORY)
    assert low_in_model(project) == []
    project.undo()
    assert len(low_in_model(project)) == 1


def test_a_category_of_the_model_that_is_merged_into_a_concept_leaves_it_there(
    study: Study,
) -> None:
    project, _, made = study
    more = grow(project, {"summons": "category"}, {})
    relations.create(project, more["summons"], made["ranking"], "causes")
    codes.merge(project, [more["summons"]], made["calls"])
    assert low_in_model(project) == [
        (
            made["calls"],
            "“calls” (concept) stands in the model, which is made of higher levels:"
            " “calls → ranking”.",
        )
    ]
    codes.delete(project, [made["calls"]])
    assert low_in_model(project) == []


def test_many_names_in_one_finding_are_cut_short(project: Project) -> None:
    cores = {f"core {letter * 9}": "core_category" for letter in "abcdefgh"}
    grow(project, cores, {})
    (finding, *_) = coherence.findings(project)
    assert len(finding.code_ids) == 8
    assert str(finding.message).count("“") == 6 and "…" in str(finding.message)


def test_findings_are_said_in_the_terms_of_the_project(study: Study) -> None:
    project, _, _ = study
    grow(project, {"loose": "concept"}, {})
    terms.use_preset(project, terms.School.THEMATIC)
    say = terms.translator(project)
    first = coherence.findings(project)[0]
    assert first.message.text(say) == "“loose” (code) is below no subtheme."
    assert first.cure.text(say).startswith("Move it below one")
