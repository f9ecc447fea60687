"""The history is filtered by who, when, what, and what it was about, and exported."""

from __future__ import annotations

from pathlib import Path

import docx
import openpyxl
import pytest
from qcode.model.agreement_enums import DisagreementKind, Verdict
from qcode.model.errors import QcodeError
from qcode.model.log_records import HistoryFilter, StepSort
from qcode.model.report import PageSetup
from qcode.model.review import Disagreement
from qcode.services import coders, codes, codings, documents, history, memos, overview
from qcode.services.memos import MemoKind
from qcode.services.project import Project
from qcode.services.review import decisions

from tests.services.blind.study import acting
from tests.services.theory_project import bring, code, grow


@pytest.fixture
def study(project: Project) -> dict[str, int]:
    """Ann codes two documents, Bo writes a memo and merges two codes."""
    first, second = bring(project, ["one", "two"])
    made = grow(project, {"calls": "concept", "lists": "concept", "shame": "concept"}, {})
    code(project, first, made["calls"])
    code(project, second, made["lists"])
    with acting(project, "Bo"):
        memos.create(project, MemoKind.CODE, "why?", code_id=made["calls"])
        codes.merge(project, [made["lists"]], made["calls"])
    return made


def labels(project: Project, **wanted: object) -> list[str]:
    found = history.filtered(project, HistoryFilter(**wanted))  # type: ignore[arg-type]  # as named
    return [step.label.text() for step in found]


def test_without_a_filter_it_is_the_whole_history(project: Project, study: dict[str, int]) -> None:
    assert history.filtered(project) == overview.history(project)


def test_by_coder_with_the_names_of_former_days(project: Project, study: dict[str, int]) -> None:
    assert labels(project, coders=frozenset({"Bo"})) == [
        "Write code memo",
        "Merge lists into calls",
    ]
    assert history.coders(project) == ["Ann", "Bo"]


def test_by_code_comes_all_that_was_ever_on_it(project: Project, study: dict[str, int]) -> None:
    expected = ["New concept calls", "Apply calls", "Apply lists"]
    expected += ["Write code memo", "Merge lists into calls"]
    assert labels(project, code=study["calls"]) == expected, "a passage that came by the merge too"


def test_by_a_code_that_is_gone(project: Project, study: dict[str, int]) -> None:
    expected = ["New concept lists", "Apply lists", "Merge lists into calls"]
    assert labels(project, code=study["lists"]) == expected
    with project.read_all() as connection:
        guid = connection.run("SELECT code_guid FROM code_event").text()
    assert labels(project, code=guid) == expected
    assert labels(project, code="never") == labels(project, code=999) == []


def test_undo_belongs_to_what_it_takes_back(project: Project, study: dict[str, int]) -> None:
    codes.rename(project, study["shame"], "face")
    project.undo()
    assert labels(project, code=study["shame"]) == [
        "New concept shame",
        "Rename code to face",
        "Undo Rename code to face",
    ]
    assert labels(project, code=study["shame"], undone=True) == ["Rename code to face"]
    assert labels(project, code=study["shame"], undone=False) == ["New concept shame"]


def test_by_document_and_what_is_in_it(project: Project, study: dict[str, int]) -> None:
    coding = codings.of_document(project, 2)[0]
    codings.remove(project, [coding.id])
    brought = labels(project)[1]
    expected = [brought, "Apply lists", "Merge lists into calls", "Remove calls"]
    assert labels(project, document=2) == expected
    assert labels(project, document=1) == [brought, "Apply calls"]


def test_by_sort_of_step(project: Project, study: dict[str, int]) -> None:
    assert labels(project, sorts=frozenset({StepSort.MEMOS})) == ["Write code memo"]
    both = frozenset({StepSort.MEMOS, StepSort.CODINGS})
    assert labels(project, sorts=both) == [
        "Apply calls",
        "Apply lists",
        "Write code memo",
        "Merge lists into calls",
    ]
    assert labels(project, sorts=frozenset({StepSort.CODES}), code=study["shame"]) == [
        "New concept shame"
    ]


def test_every_table_belongs_to_a_sort() -> None:
    from qcode.model.tables import BY_NAME

    assert set(BY_NAME) - {"selection"} == set(history._SORTS)


def test_what_was_decided_about_a_disagreement_is_on_its_code_and_document(
    project: Project, study: dict[str, int]
) -> None:
    document, other = (one.id for one in documents.listed(project))
    coder = {one.name: one.id for one in coders.listed(project)}
    found = Disagreement(
        document,
        DisagreementKind.BOUNDARY,
        coder["Ann"],
        coder["Bo"],
        study["calls"],
        study["calls"],
        ((0, 2),),
        ((0, 3),),
    )
    decisions.decide(project, found, Verdict.ACCEPT)
    decided = overview.history(project)[-1].label.text()
    assert decided in labels(project, code=study["calls"])
    assert decided in labels(project, document=document)
    assert decided not in labels(project, document=other)


def test_by_words_as_they_are_read(project: Project, study: dict[str, int]) -> None:
    assert labels(project, words="CALLS merge") == ["Merge lists into calls"]
    chinese = {"Merge {codes} into {code}": "将{codes}并入{code}"}
    found = history.filtered(
        project, HistoryFilter(words="并入"), lambda template: chinese.get(template, template)
    )
    assert [step.label.text() for step in found] == ["Merge lists into calls"]


def test_by_time(project: Project, study: dict[str, int]) -> None:
    steps = overview.history(project)
    assert labels(project, since=steps[0].at[:10]) == [step.label.text() for step in steps]
    assert labels(project, until=steps[0].at[:10]) == labels(project, since="2999") == []


# ---------------------------------------------------------------------- writing


def test_steps_are_written_for_reading_and_for_working_on(
    project: Project, study: dict[str, int], tmp_path: Path
) -> None:
    wanted = HistoryFilter(coders=frozenset({"Bo"}))
    assert history.write(project, tmp_path / "h.csv", wanted) == 2
    lines = (tmp_path / "h.csv").read_text(encoding="utf-8-sig").splitlines()
    assert lines[0] == "id,at,coder,label,kind,undone"
    assert lines[2].endswith(",Bo,Merge lists into calls,do,0")
    history.write(project, tmp_path / "h.xlsx", wanted)
    sheet = openpyxl.load_workbook(tmp_path / "h.xlsx").active
    assert sheet is not None and sheet.max_row == 3
    history.write(project, tmp_path / "h.docx", wanted, PageSetup(headings="zh"))
    table = docx.Document(str(tmp_path / "h.docx")).tables[-1]
    assert [cell.text for cell in table.rows[0].cells] == ["步骤", "时间", "编码者", "内容"]
    assert len(table.rows) == 3


def test_nothing_found_is_said_in_word(
    project: Project, study: dict[str, int], tmp_path: Path
) -> None:
    assert history.write(project, tmp_path / "h.docx", HistoryFilter(words="nowhere")) == 0
    said = [one.text for one in docx.Document(str(tmp_path / "h.docx")).paragraphs]
    assert "No step of the history is like that." in said
    with pytest.raises(QcodeError, match="ending"):
        history.write(project, tmp_path / "h.html")
