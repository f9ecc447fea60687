"""Memos are printed with everything they are about, and with their links as they read now."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path

import docx
import pytest
from lxml import etree
from qcode.formats import memos_docx
from qcode.model.enums import MemoKind
from qcode.model.report import PageSetup
from qcode.model.span import Span
from qcode.model.theory_records import MemoFilter, MemoOrder, Target, TargetKind
from qcode.services import codes, codings, live_links, memo_export, memos, paradigms, relations
from qcode.services.project import Project

from tests.formats.docx_order import W, misplaced
from tests.services.theory_project import bring, code, grow


@pytest.fixture
def study(project: Project) -> dict[str, int]:
    first, _ = bring(project, ["one", "two"])
    made = grow(project, {"pressure": "category", "calls": "concept", "shame": "category"}, {})
    code(project, first, made["calls"])
    return made


def printed(
    project: Project, order: MemoOrder = MemoOrder.CREATED, language: str = "en"
) -> list[str]:
    out = io.BytesIO()
    pages = memo_export.gather(project, order, today=date(2026, 11, 22))
    memos_docx.write(pages, out, PageSetup(headings="zh" if language == "zh" else "en"))
    root = etree.fromstring(etree.tostring(docx.Document(out).element))
    assert list(misplaced(root)) == []
    for line_end in root.iter(f"{W}br"):
        line_end.text = "\n"
    texts = ("".join(one.itertext(f"{W}t", f"{W}br")) for one in root.iter(f"{W}p"))
    return [line for text in texts for line in text.split("\n")]


def test_links_read_as_they_do_now(project: Project, study: dict[str, int]) -> None:
    passage = codings.of_document(project, 1)[0].selection_id
    links = (
        live_links.code_link(project, study["calls"]),
        live_links.passage_link(project, passage),
        live_links.code_link(project, study["shame"]),
    )
    memos.create(project, MemoKind.CODE, "{} is {},\n\nnot {}.".format(*links), title="Why")
    codes.rename(project, study["calls"], "calls again")
    codes.delete(project, [study["shame"]])
    said = printed(project)
    assert "calls again is “one.”," in said and "not shame." in said
    assert "" not in said[said.index("Why") : -1], "blank lines are left to the style"


def test_what_a_memo_is_about_is_named(project: Project, study: dict[str, int]) -> None:
    tie = relations.create(project, study["pressure"], study["shame"], "leads_to")
    around = paradigms.create(project, "Hurry")
    passage = codings.of_document(project, 1)[0].selection_id
    memos.create(
        project,
        MemoKind.THEORETICAL,
        "so",
        document_id=2,
        code_id=study["calls"],
        targets=[
            Target(TargetKind.RELATION, tie),
            Target(TargetKind.PARADIGM, around),
            Target(TargetKind.PASSAGE, passage),
        ],
    )
    memos.create(project, MemoKind.PASSAGE, "bare", passage=(2, Span(0, 3)))
    memos.create(project, MemoKind.PROJECT, "all of it")
    said = "\n".join(printed(project))
    on = "On: calls; pressure leads to shame; Hurry; 02  two; 01-01 “one.”"
    assert on in said, said
    assert "On: 02 “two”" in said and "On: the project" in said
    assert "关联：calls；pressure 引向 shame；Hurry" in "\n".join(printed(project, language="zh"))


def test_in_the_order_of_codes_each_stands_under_its_first(
    project: Project, study: dict[str, int]
) -> None:
    memos.create(project, MemoKind.CODE, "later in the tree", code_id=study["shame"])
    memos.create(project, MemoKind.PROJECT, "of nothing")
    both = [Target(TargetKind.CODE, study[name]) for name in ("shame", "calls")]
    memos.create(project, MemoKind.CODE, "of both", title="Both", targets=both)
    said = [line for line in printed(project, MemoOrder.CODES) if line]
    headings = [said.index(name) for name in ("calls", "Both", "shame", "Without a code")]
    assert headings == sorted(headings)
    assert any(line.endswith("On: shame") for line in said), "the code above is not said again"
    assert said.index("of both") < said.index("later in the tree") < said.index("of nothing")


def test_many_memos_have_contents_and_none_a_sentence(project: Project) -> None:
    assert "There are no memos." in printed(project)
    for number in range(9):
        memos.create(project, MemoKind.PROJECT, "text", title=f"memo {number}")
    said = printed(project)
    assert said.count("memo 3") == 2 and "Contents" in said


def test_a_memo_without_a_title_is_called_by_kind_and_day(project: Project) -> None:
    memos.create(project, MemoKind.OPERATIONAL, "text")
    assert any(line.startswith("Operational memo of ") for line in printed(project))


def test_only_the_memos_that_are_wanted_are_written(project: Project, tmp_path: Path) -> None:
    memos.create(project, MemoKind.OPERATIONAL, "text")
    memos.create(project, MemoKind.PROJECT, "text")
    wanted = MemoFilter(kinds=frozenset({MemoKind.PROJECT}))
    seen: list[tuple[int, int]] = []
    count = memo_export.write(
        project, tmp_path / "m.docx", wanted=wanted, progress=lambda *at: seen.append(at)
    )
    assert (count, seen) == (1, [(0, 2), (1, 2)])
