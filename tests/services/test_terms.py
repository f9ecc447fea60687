from __future__ import annotations

from pathlib import Path

import docx
import pytest
from qcode.model.enums import CodeKind, Level, MemoKind
from qcode.model.errors import QcodeError
from qcode.model.log_records import StepSort
from qcode.model.messages import Message
from qcode.model.records import CodeDraft
from qcode.model.schools import PRESETS, TERMS, Terms
from qcode.services import codes, exporting, overview, terms
from qcode.services.project import Project
from qcode.services.terms import School

CHINESE = {"concept": "概念", "initial code": "初始代码", "New {kind} {name}": "新建{kind}{name}"}


def translate(template: str) -> str:
    return CHINESE.get(template, template)


def test_a_new_project_speaks_as_strauss_and_corbin_do(project: Project) -> None:
    assert terms.preset(project) is School.STRAUSS_CORBIN
    say = terms.translator(project, translate)
    assert CodeKind.CONCEPT.label.text(say) == "概念"
    assert Level.AXIAL.label.text(say) == "axial coding"


@pytest.mark.parametrize(
    ("school", "levels", "kinds"),
    [
        (
            School.CHARMAZ,
            ["initial coding", "focused coding", "theoretical coding"],
            ["initial code", "tentative category", "focused category", "theoretical category"],
        ),
        (
            School.GLASER,
            ["open coding", "selective coding", "theoretical coding"],
            ["concept", "category", "related category", "core category"],
        ),
        (
            School.THEMATIC,
            ["codes", "themes", "overarching themes"],
            ["code", "subtheme", "theme", "overarching theme"],
        ),
    ],
)
def test_a_school_gives_levels_and_kinds_its_names(
    project: Project, school: School, levels: list[str], kinds: list[str]
) -> None:
    terms.use_preset(project, school)
    say = terms.translator(project)
    assert [level.label.text(say) for level in Level] == levels
    assert [kind.label.text(say) for kind in CodeKind] == kinds


def test_what_a_step_is_about_is_no_word_of_a_school() -> None:
    words = {*TERMS.values(), *(word for school in PRESETS.values() for word in school.values())}
    assert not words & {sort.label.template for sort in StepSort}


def test_names_of_a_school_are_translated_and_own_names_are_not(project: Project) -> None:
    terms.use_preset(project, School.CHARMAZ)
    terms.rename(project, {"kind.category": "initial code group", "memo.code": "concept"})
    say = terms.translator(project, translate)
    assert CodeKind.CONCEPT.label.text(say) == "初始代码"
    assert CodeKind.CATEGORY.label.text(say) == "initial code group"
    assert MemoKind.CODE.label.text(say) == "concept"


def test_kinds_inside_a_sentence_are_said_by_the_same_names(project: Project) -> None:
    terms.rename(project, {"kind.concept": "意义单元 {x}"})
    codes.create(project, CodeDraft("calls", CodeKind.CONCEPT))
    label = project.undo_label()
    assert label is not None
    assert label.text(terms.translator(project, translate)) == "新建意义单元 {x}calls"
    assert str(label) == "New concept calls"


def test_renaming_several_terms_is_one_step_that_can_be_undone(project: Project) -> None:
    before = terms.of(project)
    terms.rename(project, {"kind.concept": "  label ", "role.context": "setting"})
    assert dict(terms.of(project).own) == {"kind.concept": "label", "role.context": "setting"}
    assert str(project.undo_label()) == "Rename terms"
    project.undo()
    assert terms.of(project) == before
    project.redo()
    terms.rename(project, {"kind.concept": ""})
    assert dict(terms.of(project).own) == {"role.context": "setting"}
    terms.rename(project, {"role.strategy": "Strategie"})
    assert str(project.undo_label()) == "Rename a term to “Strategie”"


def test_choosing_a_school_takes_own_names_away_and_undo_brings_them_back(
    project: Project,
) -> None:
    terms.rename(project, {"kind.concept": "label"})
    terms.use_preset(project, School.GLASER)
    assert terms.of(project) == Terms(School.GLASER)
    assert str(project.undo_label()) == ("Use the terms of Glaser: open, selective, theoretical")
    project.undo()
    assert dict(terms.of(project).own) == {"kind.concept": "label"}


def test_what_changes_nothing_is_no_step(project: Project) -> None:
    steps = len(overview.history(project))
    terms.use_preset(project, School.STRAUSS_CORBIN)
    terms.rename(project, {"kind.concept": " "})
    terms.rename(project, {})
    assert len(overview.history(project)) == steps


def test_two_terms_of_one_sort_need_two_names(project: Project) -> None:
    with pytest.raises(QcodeError, match="both be called “core category”"):
        terms.rename(project, {"kind.concept": "Core Category"})
    terms.rename(project, {"kind.concept": "core category", "kind.core_category": "concept"})
    say = terms.translator(project)
    assert CodeKind.CONCEPT.label.text(say) == "core category"
    assert CodeKind.CORE_CATEGORY.label.text(say) == "concept"


def test_a_key_that_is_no_term_is_a_mistake_of_the_program(project: Project) -> None:
    with pytest.raises(ValueError, match=r"kind\.idea"):
        terms.rename(project, {"kind.idea": "idea"})


def test_every_term_is_listed_with_the_name_of_the_school(project: Project) -> None:
    terms.use_preset(project, School.THEMATIC)
    terms.rename(project, {"kind.category": "thread"})
    listed = {term.key: (str(term.standard), term.own) for term in terms.listed(project)}
    assert set(listed) == set(TERMS)
    assert listed["kind.concept"] == ("code", "")
    assert listed["kind.category"] == ("subtheme", "thread")
    assert listed["memo.project"] == ("project memo", "")


@pytest.mark.parametrize(
    "stored", ["", "nonsense", "[]", '{"school": "nobody", "own": {}}', '{"school": "glaser"}']
)
def test_a_setting_that_cannot_be_read_means_the_usual_terms(project: Project, stored: str) -> None:
    with project.change(Message("by hand")) as writer:
        writer.put("setting", {"key": terms.SETTING}, value=stored)
    assert terms.of(project) == Terms()


def test_presets_name_terms_that_exist_and_tell_kinds_apart() -> None:
    assert len(set(TERMS.values())) == len(TERMS)
    for school in School:
        assert set(PRESETS[school]) <= set(TERMS)
        found = Terms(school)
        for sort in ("kind", "level", "role", "memo"):
            names = [found.name(key) for key in TERMS if key.startswith(f"{sort}.")]
            assert len(set(names)) == len(names)


def test_exported_files_speak_in_the_terms_of_the_project(project: Project, tmp_path: Path) -> None:
    codes.create(project, CodeDraft("calls", CodeKind.CONCEPT))
    codes.create(project, CodeDraft("contact", CodeKind.MAIN_CATEGORY))
    terms.use_preset(project, School.THEMATIC)
    terms.rename(project, {"kind.main_category": "strand"})
    out = tmp_path / "codebook.docx"
    exporting.write_codebook(project, out)
    words = _words(out)
    assert "strand (1), 1 code" in words
    assert "Code · codes · no passages yet" in words
    assert "strand · themes · no passages yet" in words
    exporting.write_codebook(project, tmp_path / "codebook.csv")
    table = (tmp_path / "codebook.csv").read_text(encoding="utf-8-sig")
    assert "concept,open" in table and "main_category,axial" in table


def _words(path: Path) -> list[str]:
    document = docx.Document(str(path))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return cells + [paragraph.text for paragraph in document.paragraphs]
