"""Codebooks that come back: kinds and levels as people read them, in any language."""

from __future__ import annotations

from pathlib import Path

import pytest
from qcode.formats.headings import LANGUAGES, Language, load
from qcode.model.enums import CodeKind, Numbering
from qcode.model.errors import QcodeError
from qcode.model.records import CodeDraft
from qcode.model.report import PageSetup
from qcode.model.schools import School, Terms
from qcode.services import codes, exporting, rows_in, terms
from qcode.services.kind_words import KindWords
from qcode.services.project import Project

KINDS = {
    "mobilising": "core_category",
    "pressure": "main_category",
    "inspection": "category",
    "calls": "concept",
}
UNDER = {"pressure": "mobilising", "inspection": "pressure", "calls": "inspection"}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("said", [Terms(), Terms(School.THEMATIC, (("kind.category", "thread"),))])
def test_a_codebook_in_the_words_that_exports_print_can_be_brought_in(
    project: Project, tmp_path: Path, language: Language, said: Terms
) -> None:
    """Such a table is what a spreadsheet saves of an exported codebook."""
    terms.use_preset(project, said.school)
    terms.rename(project, dict(said.own))
    words = load(language, said)
    lines = [f"{words.name},{words.parent},{words.kind},{words.level}"]
    for name, kind in ((name, CodeKind(kind)) for name, kind in KINDS.items()):
        above = UNDER.get(name, "")
        lines.append(f"{name},{above},{words.kind_name(kind)},{words.level_name(kind.level)}")
    table = tmp_path / "codebook.csv"
    table.write_text("\n".join(lines), encoding="utf-8")
    assert rows_in.import_codebook(project, table).added == 4
    assert [(one.name, one.kind.value, one.depth) for one in codes.tree(project)] == [
        (name, kind, depth) for depth, (name, kind) in enumerate(KINDS.items())
    ]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("said", [Terms(), Terms(School.THEMATIC, (("kind.category", "thread"),))])
def test_an_exported_workbook_comes_back_whole(
    project: Project, tmp_path: Path, language: Language, said: Terms
) -> None:
    terms.use_preset(project, said.school)
    terms.rename(project, dict(said.own))
    above: dict[str, int] = {}
    for name, kind in KINDS.items():
        texts = {key: f"={name}: {key}\nsecond line, 第二行" for key in codes.TEXT_FIELDS}
        parent = above.get(UNDER.get(name, ""))
        draft = CodeDraft(name, CodeKind(kind), "#2f6b6d", texts)
        above[name] = codes.create(project, draft, parent)
    codes.create(project, CodeDraft("calls", CodeKind.CONCEPT), above["pressure"])  # a second one
    codes.set_numbering(project, Numbering.LETTERS)
    out = tmp_path / "codebook.xlsx"
    exporting.write_codebook(project, out, PageSetup(headings=language))

    def told(of: Project) -> list[tuple[object, ...]]:
        return [
            (
                one.name,
                one.kind,
                one.depth,
                one.color,
                *(getattr(one, f) for f in codes.TEXT_FIELDS),
            )
            for one in codes.tree(of)
        ]

    with Project.create(tmp_path / "other.qcode", "Other", "Bo") as other:
        terms.use_preset(other, said.school)
        terms.rename(other, dict(said.own))
        assert rows_in.import_codebook(other, out).added == 5
        assert told(other) == told(project)
        again = rows_in.import_codebook(other, out)
        assert (again.added, again.present) == (0, 5)


@pytest.mark.parametrize(
    ("kind", "level", "meant"),
    [
        ("Main category", "", CodeKind.MAIN_CATEGORY),
        ("main_category", "axial", CodeKind.MAIN_CATEGORY),
        ("初始范畴", "开放式编码", CodeKind.CATEGORY),
        ("", "选择性编码", CodeKind.CORE_CATEGORY),
        ("", "Axial coding", CodeKind.MAIN_CATEGORY),
        ("", "", CodeKind.CONCEPT),
    ],
)
def test_words_of_people_and_stored_words_mean_the_same(
    kind: str, level: str, meant: CodeKind
) -> None:
    assert KindWords.of(Terms()).kind_of({"kind": kind, "level": level}) is meant


def test_the_projects_own_words_come_first_and_stored_words_before_all() -> None:
    words = KindWords.of(
        Terms(School.GLASER, (("kind.concept", "thread"), ("kind.main_category", "category")))
    )
    assert words.kind_of({"kind": "Thread"}) is CodeKind.CONCEPT
    assert words.kind_of({"kind": "category"}) is CodeKind.CATEGORY
    # Glaser calls the second level selective coding, which is the third of Strauss and Corbin.
    assert words.kind_of({"level": "selective coding"}) is CodeKind.MAIN_CATEGORY
    assert words.kind_of({"level": "selective"}) is CodeKind.CORE_CATEGORY


def test_words_that_contradict_each_other_are_refused(project: Project, tmp_path: Path) -> None:
    table = tmp_path / "frame.csv"
    table.write_text("名称,类型,层级\n压力,主范畴,开放式编码\n", encoding="utf-8")
    with pytest.raises(QcodeError, match="line 2: a code of kind main_category is at level axial"):
        rows_in.import_codebook(project, table)
    table.write_text("名称,类型\n压力,大范畴\n", encoding="utf-8")
    with pytest.raises(QcodeError, match="line 2: “大范畴” is no kind of code"):
        rows_in.import_codebook(project, table)
    assert codes.tree(project) == []
