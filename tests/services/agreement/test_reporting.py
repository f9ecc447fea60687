"""The report on agreement, from a project: what is in it, and the same bytes each time."""

from __future__ import annotations

from datetime import date
from itertools import combinations
from pathlib import Path

import docx
import pytest
from openpyxl import load_workbook
from qcode.model.agreement import Coefficient, Request, Unit
from qcode.model.agreement_enums import DisagreementKind, Verdict
from qcode.model.agreement_report import Counted
from qcode.model.enums import WorkStatus
from qcode.model.errors import QcodeError
from qcode.model.report import PageSetup
from qcode.services import coders
from qcode.services.agreement import comparing, reporting
from qcode.services.agreement.gathering import gather
from qcode.services.project import Project
from qcode.services.review import decisions, disagreements, rounds

from tests.services.agreement.two_coders import LETTER, coded, finish, frame, texts

DAY = date(2026, 11, 22)


@pytest.fixture
def study(project: Project) -> dict[str, int]:
    """Ann and Bo have coded and finished the first two of three documents."""
    first, second, _ = documents = texts(project, 3)
    made = frame(project, "closed", "waiting", "unused")
    coded(project, "Ann", [(first, made["closed"], 0, 18), (first, made["waiting"], 40, 50)])
    coded(project, "Bo", [(first, made["closed"], 4, 18), (second, made["waiting"], 56, 70)])
    for name in ("Ann", "Bo"):
        finish(project, name, *documents[:2])
    return made


def test_what_is_compared_is_told_with_its_share(project: Project, study: dict[str, int]) -> None:
    found = reporting.gather(project, Request(), today=DAY)
    assert (found.date, found.project) == ("2026-11-22", project.name)
    assert (found.agreement.compared, found.agreement.available) == (2, 3)
    assert found.compared_characters / found.characters == pytest.approx(2 / 3)
    assert found.units == (len(LETTER) + 1,) * 2
    assert found.counted is Counted.FINISHED
    assert not found.chosen
    assert found.rounds == ()


def test_the_figures_are_those_of_the_comparison(project: Project, study: dict[str, int]) -> None:
    request = Request(unit=Unit.SENTENCE)
    found = reporting.gather(project, request)
    assert found.agreement == comparing.compare(project, request)
    assert found.heat is not None
    assert [code.name for code in found.heat.codes] == ["closed", "waiting"]
    assert found.heat.used == ((True, False), (True, True))
    alphas = [one.measured.get(Coefficient.KRIPPENDORFF_ALPHA) for one in found.agreement.codes]
    assert len(found.continuum.by_code) == len(alphas)


def test_which_documents_count(project: Project) -> None:
    (document,) = texts(project, 1)
    made = frame(project, "closed")
    for name in ("Ann", "Bo"):
        coded(project, name, [(document, made["closed"], 0, 5)])
    assert reporting.gather(project, Request()).counted is Counted.NO_STATUS
    assert reporting.gather(project, Request(all_documents=True)).counted is Counted.ALL


def test_a_code_that_three_coders_gave_to_everything_was_used(
    project: Project, study: dict[str, int], tmp_path: Path
) -> None:
    coded(project, "Ann", [(2, study["closed"], 0, 5)])
    coded(project, "Bo", [(2, study["closed"], 3, 9)])
    coded(project, "Cy", [(one, study["closed"], 0, 5) for one in (1, 2)])
    finish(project, "Cy", 1, 2)
    request = Request(unit=Unit.DOCUMENT)
    found = reporting.gather(project, request)
    (closed,) = (one for one in found.agreement.codes if one.code.id == study["closed"])
    assert closed.measured.get(Coefficient.KRIPPENDORFF_ALPHA) is None
    assert found.used == {study["closed"], study["waiting"]}


def test_documents_that_were_chosen_are_counted(project: Project, study: dict[str, int]) -> None:
    found = reporting.gather(project, Request(document_ids=frozenset({1, 3})))
    assert (found.documents_chosen, found.agreement.compared) == (2, 1)
    assert reporting.gather(project, Request()).documents_chosen is None


def test_codes_confused_of_each_pair(project: Project, study: dict[str, int]) -> None:
    coded(project, "Cy", [(1, study["unused"], 0, 18)])
    found = reporting.gather(project, Request(all_documents=True))
    names = [(one.first.name, one.second.name) for one in found.confusions]
    assert names == list(combinations(("Ann", "Bo", "Cy"), 2))
    assert found.confusions[1].cells[study["closed"], study["unused"]] == 18


def test_decisions_and_rounds_are_in_it(project: Project, study: dict[str, int]) -> None:
    gathered = gather(project, Request())
    rounds.freeze(project, gathered, comparing.measure(gathered), "pilot")
    differing = disagreements.find(project, gathered)
    rows = [differing.row(row) for row in range(len(differing))]
    (edges,) = (one for one in rows if one.kind is DisagreementKind.BOUNDARY)
    decisions.decide(project, edges, Verdict.UNION, reason="the whole sentence")
    found = reporting.gather(project, Request())
    assert [one.name for one in found.rounds] == ["pilot"]
    assert found.rounds[0].figures.overall == found.agreement.overall
    assert found.settled is not None
    assert found.settled.counts[DisagreementKind.BOUNDARY, Verdict.UNION] == 1
    assert (found.settled.disagreements, found.settled.open) == (3, 2)
    assert found.settled.negotiated is not None
    before, after = found.agreement.overall, found.settled.negotiated.overall
    assert after.values[Coefficient.PERCENT] > before.values[Coefficient.PERCENT]


def test_who_works_blind_reads_only_of_documents_that_they_have_finished(
    project: Project, study: dict[str, int], tmp_path: Path
) -> None:
    coders.set_status(project, [2], "Ann", WorkStatus.OPEN)
    project.act_as("Ann")
    coders.set_blind(project, True)
    found = reporting.gather(project, Request(all_documents=True))
    assert [one.document.id for one in found.agreement.documents] == [1]
    waiting = study["waiting"]
    assert found.confusions[0].cells[waiting, None] == 10
    assert (None, waiting) not in found.confusions[0].cells, "that is Bo's in the second one"
    assert found.settled is not None
    assert found.settled.disagreements == 2
    out = tmp_path / "units.csv"
    reporting.write(project, out, Request(all_documents=True))
    assert {line.split(",")[0] for line in out.read_text().splitlines()[1:]} == {"d0"}


def test_one_coder_alone_gets_a_report_that_says_so(project: Project, tmp_path: Path) -> None:
    texts(project, 1)
    out = tmp_path / "alone.docx"
    reporting.write(project, out, Request())
    said = "\n".join(one.text for one in docx.Document(str(out)).paragraphs)
    assert "There is nothing to compare: there are fewer than two coders." in said
    reporting.write(project, out.with_suffix(".xlsx"), Request())
    assert "Setup" in load_workbook(out.with_suffix(".xlsx")).sheetnames


@pytest.mark.parametrize("ending", [".docx", ".xlsx", ".csv"])
@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_same_project_gives_the_same_bytes(
    project: Project, study: dict[str, int], tmp_path: Path, ending: str, language: str
) -> None:
    written = []
    for name in ("one", "other"):
        path = tmp_path / f"{name}{ending}"
        setup = PageSetup(headings="zh" if language == "zh" else "en")
        reporting.write(project, path, Request(), setup, today=DAY)
        written.append(path.read_bytes())
    assert written[0] == written[1]


def test_another_ending_is_refused(project: Project, tmp_path: Path) -> None:
    with pytest.raises(QcodeError, match=r"the ending must be one of \.docx, \.xlsx, \.csv"):
        reporting.write(project, tmp_path / "a.pdf", Request())


def test_it_can_be_stopped_before_it_writes(
    project: Project, study: dict[str, int], tmp_path: Path
) -> None:
    class StoppedError(Exception):
        pass

    def stop(done: int, total: int) -> None:
        if done == total - 1:
            raise StoppedError

    with pytest.raises(StoppedError):
        reporting.write(project, tmp_path / "a.docx", Request(), progress=stop)
    assert list(tmp_path.glob("*.docx")) == []
