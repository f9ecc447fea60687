"""States of the codebook get names, are compared, and are printed."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import docx
import pytest
from lxml import etree
from qcode.model.enums import CodeKind, WorkStatus
from qcode.model.errors import QcodeError
from qcode.model.records import CodeDraft
from qcode.model.report import PageSetup
from qcode.model.versions import Difference, DifferenceKind
from qcode.services import codebook_states, coders, codes, codings, overview, versions
from qcode.services.project import Project

from tests.formats.docx_order import W, misplaced
from tests.services.blind.study import acting
from tests.services.theory_project import bring, code, grow

K = DifferenceKind


@pytest.fixture
def study(project: Project) -> dict[str, int]:
    """Two documents, two categories with two concepts each."""
    first, second = bring(project, ["one", "two"])
    made = grow(
        project,
        {
            "pressure": "category",
            "calls": "concept",
            "lists": "concept",
            "shame": "category",
            "names": "concept",
        },
        {"calls": "pressure", "lists": "pressure", "names": "shame"},
    )
    code(project, first, made["calls"], made["lists"])
    code(project, second, made["calls"])
    code(project, second, made["lists"], start=10)
    return made


def told(found: tuple[Difference, ...]) -> list[tuple[str, str, str, str]]:
    return [(one.kind.value, one.name, one.before, one.after) for one in found]


def snapshots(project: Project) -> int:
    with project.read_all() as connection:
        return int(connection.run("SELECT count(*) FROM codebook_snapshot").value())


def test_a_version_is_one_step_that_can_be_undone(project: Project, study: dict[str, int]) -> None:
    steps = len(overview.history(project))
    made = versions.name_version(project, "  after   open coding ", "first round\r\n")
    (one,) = versions.listed(project)
    assert (one.id, one.name, one.note, one.coder) == (
        made, "after open coding", "first round", "Ann",
    )  # fmt: skip
    assert one.counts.kinds == {CodeKind.CONCEPT: 3, CodeKind.CATEGORY: 2}
    assert (one.counts.codes, one.counts.documents) == (5, 2)
    assert (one.counts.passages, one.counts.codings) == (3, 4)
    assert len(overview.history(project)) == steps + 1
    assert str(project.undo_label()) == "Name version “after open coding” of the codebook"
    project.undo()
    assert versions.listed(project) == []
    project.redo()
    assert versions.listed(project) == [one]
    assert overview.findings(project) == []


def test_the_same_codebook_is_kept_once(project: Project, study: dict[str, int]) -> None:
    versions.name_version(project, "one")
    versions.name_version(project, "the same")
    assert snapshots(project) == 1
    codes.rename(project, study["calls"], "rings")
    versions.name_version(project, "another")
    assert snapshots(project) == 2


def test_a_snapshot_taken_ahead_is_the_one_that_is_kept(
    project: Project, study: dict[str, int]
) -> None:
    taken = versions.take(project)
    codes.rename(project, study["calls"], "rings")
    made = versions.name_version(project, "before the name", snapshot=taken)
    assert [one.name for one in versions.state(project, made).codes if "s" in one.name][
        1
    ] == "calls"
    assert told(versions.compare(project, made).differences) == [
        ("renamed", "rings", "calls", "rings")
    ]


def test_a_version_holds_the_tree_with_texts_and_counts(
    project: Project, study: dict[str, int]
) -> None:
    codes.describe(project, study["calls"], {"definition": "rings “twice”"})
    made = versions.name_version(project, "v")
    kept = versions.state(project, made)
    assert kept == versions.state(project), "nothing has changed since"
    tree = codes.tree(project)
    assert [one.guid for one in kept.codes] == [one.guid for one in tree]
    pressure, calls = kept.codes[:2]
    assert calls.parent == pressure.guid and calls.definition == "rings “twice”"
    assert (pressure.own_passages, pressure.passages, pressure.documents) == (0, 3, 2)


@pytest.mark.parametrize("name", ["", "  ", "V"])
def test_an_empty_or_taken_name_is_refused(
    project: Project, study: dict[str, int], name: str
) -> None:
    made = versions.name_version(project, "v")
    other = versions.name_version(project, "w")
    with pytest.raises(QcodeError):
        versions.name_version(project, name)
    with pytest.raises(QcodeError):
        versions.describe(project, other, name, "")
    versions.describe(project, made, "V", "")
    assert [one.name for one in versions.listed(project)] == ["V", "w"]


def test_versions_are_renamed_noted_found_and_deleted(
    project: Project, study: dict[str, int]
) -> None:
    made = versions.name_version(project, "v")
    versions.describe(project, made, "round one", "after the seminar")
    assert str(project.undo_label()) == "Name and note of version “round one”"
    found = versions.find(project, "Round  one")
    assert (found.id, found.note) == (made, "after the seminar")
    assert versions.find(project, found.guid) == found
    with pytest.raises(QcodeError, match="it has: round one"):
        versions.find(project, "round two")
    versions.delete(project, [made])
    for gone in (
        lambda: versions.delete(project, [made]),
        lambda: versions.describe(project, made, "x", "x"),
        lambda: versions.compare(project, made),
        lambda: versions.state(project, made),
    ):
        with pytest.raises(QcodeError, match="no longer exists"):
            gone()


# ---------------------------------------------------------------------- comparing


def test_a_comparison_tells_every_kind_of_difference(
    project: Project, study: dict[str, int]
) -> None:
    older = versions.name_version(project, "before")
    one = codings.of_document(project, 2)[0]
    codes.split(project, one.code_id, [one.id], CodeDraft("rings", CodeKind.CONCEPT), reason="two")
    codes.merge(project, [study["lists"]], study["calls"], reason="one act")
    codes.rename(project, study["calls"], "calls again")
    codes.describe(project, study["calls"], {"definition": "by telephone"})
    codes.move(project, [study["calls"]], study["shame"])
    codes.set_kind(project, [study["shame"]], CodeKind.MAIN_CATEGORY)
    codes.set_kind(project, [study["pressure"]], CodeKind.CONCEPT)
    codes.delete(project, [study["names"]], reason="nobody")
    codes.create(project, CodeDraft("fear", CodeKind.CONCEPT), study["shame"])
    found = versions.compare(project, older)
    assert told(found.differences) == [
        ("added", "fear", "", "shame"),
        ("split", "rings", "calls", ""),
        ("merged", "lists", "", "calls again"),
        ("removed", "names", "shame", ""),
        ("renamed", "calls again", "calls", "calls again"),
        ("raised", "shame", "category", "main_category"),
        ("lowered", "pressure", "category", "concept"),
        ("moved", "calls again", "pressure", "shame"),
        ("redefined", "calls again", "", "by telephone"),
    ]
    by_kind = {one.kind: one for one in found.differences}
    assert by_kind[K.REDEFINED].field == "definition"
    assert [by_kind[kind].reason for kind in (K.SPLIT, K.MERGED, K.REMOVED)] == [
        "two", "one act", "nobody",
    ]  # fmt: skip
    assert (by_kind[K.MERGED].then, by_kind[K.MERGED].now) == (2, None)
    assert (by_kind[K.RENAMED].then, by_kind[K.RENAMED].now) == (2, 2)
    assert (by_kind[K.SPLIT].then, by_kind[K.SPLIT].now) == (None, 1)
    assert found.older is not None and found.newer is None
    assert (found.older_counts.codes, found.newer_counts.codes) == (5, 5)
    assert found.count() == dict.fromkeys(K, 1)


def test_a_chain_of_merges_leads_to_who_has_the_passages(
    project: Project, study: dict[str, int]
) -> None:
    older = versions.name_version(project, "before")
    codes.merge(project, [study["lists"]], study["calls"])
    between = versions.name_version(project, "between")
    codes.merge(project, [study["calls"]], study["names"])
    assert told(versions.compare(project, older).of(K.MERGED)) == [
        ("merged", "calls", "", "names"),
        ("merged", "lists", "", "names"),
    ]
    assert told(versions.compare(project, older, between).differences) == [
        ("merged", "lists", "", "calls")
    ]
    assert told(versions.compare(project, between, between).differences) == []


def test_what_was_merged_into_a_code_that_is_gone_is_gone(
    project: Project, study: dict[str, int]
) -> None:
    older = versions.name_version(project, "before")
    codes.merge(project, [study["lists"]], study["calls"], reason="one act")
    codes.delete(project, [study["calls"]])
    found = versions.compare(project, older).of(K.REMOVED)
    assert [(one.name, one.reason) for one in found] == [("calls", ""), ("lists", "one act")]


def test_compared_with_the_beginning_everything_is_new(
    project: Project, study: dict[str, int]
) -> None:
    found = versions.compare(project, None)
    assert found.count() == {K.ADDED: 5}
    assert found.older_counts.codes == 0
    assert versions.compare(project, None, versions.name_version(project, "v")).count() == {
        K.ADDED: 5
    }


# ---------------------------------------------------------------------- printing


def test_a_comparison_is_written_as_tables(
    project: Project, study: dict[str, int], tmp_path: Path
) -> None:
    older = versions.name_version(project, "before", "after the pilot")
    codes.merge(project, [study["lists"]], study["calls"], reason="one act")
    out = tmp_path / "diff.docx"
    versions.write_comparison(project, older, None, out, PageSetup(headings="zh"))
    document = docx.Document(str(out))
    said = [paragraph.text for paragraph in document.paragraphs]
    assert "before → 当前" in said
    assert any(line.endswith("并入其他编码的编码") for line in said)
    cells = [[cell.text for cell in row.cells] for row in document.tables[-1].rows]
    assert cells == [
        ["编码", "类型", "并入", "原始语句", "理由"],
        ["lists", "概念", "calls", "2", "one act"],
    ]


@pytest.mark.parametrize("ending", [".docx", ".csv", ".xlsx", ".html"])
def test_the_codebook_of_a_version_is_printed_as_it_was(
    project: Project, study: dict[str, int], tmp_path: Path, ending: str
) -> None:
    made = versions.name_version(project, "before")
    codes.delete(project, [study["lists"]])
    out = tmp_path / f"codebook{ending}"
    versions.write_version(project, made, out)
    assert out.stat().st_size
    if ending == ".csv":
        assert "lists" in out.read_text(encoding="utf-8-sig")


def test_a_version_of_another_ending_is_refused(project: Project, tmp_path: Path) -> None:
    made = versions.name_version(project, "nothing yet")
    with pytest.raises(QcodeError, match="ending"):
        versions.write_version(project, made, tmp_path / "codebook.txt")
    with pytest.raises(QcodeError, match="ending"):
        versions.write_comparison(project, made, None, tmp_path / "codebook.html")


def test_a_snapshot_that_was_altered_is_found(project: Project, study: dict[str, int]) -> None:
    versions.name_version(project, "v")
    project.close()
    with sqlite3.connect(project.path) as raw:
        raw.execute("UPDATE codebook_snapshot SET body = replace(body, 'calls', 'rings')")
    raw.close()
    with Project.open(project.path) as again:
        assert [one.text() for one in overview.findings(again)] == [
            "The codebook kept under number 1 was altered."
        ]


def test_coded_blind_a_version_has_no_counts(
    project: Project, study: dict[str, int], tmp_path: Path
) -> None:
    older = versions.name_version(project, "before")
    codes.rename(project, study["calls"], "rings")
    coders.set_blind(project, True)
    with acting(project, "Bo"):
        (one,) = versions.listed(project)
        assert (one.counts.codes, one.counts.passages, one.counts.codings) == (5, None, None)
        (renamed,) = versions.compare(project, older).differences
        assert (renamed.before, renamed.then, renamed.now) == ("calls", None, None)
        versions.write_comparison(project, older, None, tmp_path / "diff.docx")
        with pytest.raises(QcodeError, match="finish your documents first"):
            versions.write_version(project, older, tmp_path / "codebook.docx")
    coders.set_status(project, [1, 2], "Bo", WorkStatus.FINISHED)
    with acting(project, "Bo"):
        assert versions.listed(project)[0].counts.passages == 3


@pytest.mark.parametrize("setup", [PageSetup(), PageSetup(headings="zh", landscape=True)])
def test_the_comparison_keeps_to_the_schema_and_its_tables_to_the_page(
    project: Project, study: dict[str, int], tmp_path: Path, setup: PageSetup
) -> None:
    older = versions.name_version(project, "a <b>")
    codes.rename(project, study["calls"], "x" * 200)
    codes.set_kind(project, [study["shame"]], CodeKind.CORE_CATEGORY)
    codes.merge(project, [study["lists"]], study["calls"], reason="\u5e74" * 80)
    out = tmp_path / "diff.docx"
    versions.write_comparison(project, older, None, out, setup)
    document = docx.Document(str(out))
    assert list(misplaced(etree.fromstring(etree.tostring(document.element)))) == []
    section = document.sections[0]
    assert section.page_width and section.left_margin and section.right_margin
    width = (section.page_width - section.left_margin - section.right_margin) // 635  # to twips
    for table in document.tables:
        columns = [int(column.get(f"{W}w")) for column in table._tbl.iter(f"{W}gridCol")]
        assert sum(columns) == width and min(columns) > 400


def test_a_snapshot_is_canonical_and_known_by_its_content(
    project: Project, study: dict[str, int]
) -> None:
    first, second = codebook_states.take(project), codebook_states.take(project)
    assert first == second and len(first.sha256) == 64
    assert '"calls"' in first.body and "\n" not in first.body
