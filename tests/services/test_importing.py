"""Texts coming in: labels, duplicates, Cancel, and fields that become variables."""

from __future__ import annotations

from pathlib import Path

import pytest
from qcode.model.errors import Cancelled
from qcode.model.sources import Source
from qcode.services import documents, importing, overview
from qcode.services.project import Project

from tests.services import pictures
from tests.services.bringing import plan_of


def record(title: str, text: str, doi: str = "", year: str = "", label: str = "") -> Source:
    fields = {"DOI": doi, "Year": year}
    return Source(title, text, label, fields, True, doi, title, year)


def ris(path: Path, *records: tuple[str, str, str, str]) -> Path:
    path.write_text(
        "".join(
            f"TY  - JOUR\nTI  - {title}\nPY  - {year}\nDO  - {doi}\nAB  - {text}\nER  - \n"
            for title, year, doi, text in records
        ),
        encoding="utf-8",
    )
    return path


def test_documents_are_numbered_on_and_records_keep_author_and_year(project: Project) -> None:
    importing.carry_out(project, plan_of(Source("a", "1"), Source("b", "2")))
    importing.carry_out(
        project,
        plan_of(
            *(record(f"t{i}", f"text {i}", label="Pang 2021") for i in range(3)),
            Source("c", "3"),
        ),
    )
    assert [one.label for one in documents.listed(project)] == [
        "01",
        "02",
        "Pang 2021",
        "Pang 2021b",
        "Pang 2021c",
        "03",
    ]


def test_duplicates_are_found_among_the_coming_and_the_present(
    project: Project, tmp_path: Path
) -> None:
    first = ris(
        tmp_path / "1.ris",
        ("Calls", "2021", "10.1234/A", "One text."),
        ("Lists", "2020", "", "Another text."),
    )
    again = ris(
        tmp_path / "2.ris",
        ("Other title", "1999", "https://doi.org/10.1234/a", "Third text."),
        ("  LISTS! ", "2020", "", "Fourth text."),
        ("Lists", "2019", "", "Fifth text."),
        ("New", "2022", "", "One text."),
        ("Newer", "2022", "10.2345/b", "Sixth text."),
        ("Newest", "2022", "doi:10.2345/B", "Seventh text."),
    )
    importing.carry_out(project, importing.plan(project, [first]))
    planned = importing.plan(project, [again])
    reasons = [one.duplicate_of.text() if one.duplicate_of else "" for one in planned.candidates]
    assert reasons == [
        "same DOI as “Calls”",
        "same title and year as “Lists”",
        "",
        "same text as “Calls”",
        "",
        "same DOI as “Newer”",
    ]
    assert planned.duplicates == [0, 1, 3, 5]
    report = importing.carry_out(project, planned, keep=[3])
    assert report.names == ("Lists", "New", "Newer")
    assert [one.source.name for one in report.skipped] == ["Other title", "LISTS!", "Newest"]


def test_planning_writes_nothing(project: Project, tmp_path: Path) -> None:
    before = pictures.rows(project), pictures.steps(project)
    importing.plan(project, [ris(tmp_path / "1.ris", ("A", "2021", "", "Text."))])
    assert (pictures.rows(project), pictures.steps(project)) == before


def test_cancel_leaves_nothing_behind(project: Project) -> None:
    before = pictures.rows(project), pictures.steps(project)
    told: list[int] = []

    def stop(done: int, total: int) -> None:
        told.append(done)
        if done >= importing.SLICE:
            raise Cancelled("stopped")

    many = plan_of(*(Source(f"d{i}", f"text {i}") for i in range(importing.SLICE * 2)))
    with pytest.raises(Cancelled):
        importing.carry_out(project, many, progress=stop)
    assert told == [0, importing.SLICE]
    assert (pictures.rows(project), pictures.steps(project)) == before
    assert overview.findings(project) == []


def test_thousands_of_records_are_one_step_and_one_change(project: Project) -> None:
    told: list[object] = []
    project.subscribe(told.append)
    count = importing.SLICE * 2 + 7
    many = plan_of(*(record(f"d{i}", f"text {i}", year="2020") for i in range(count)))
    report = importing.carry_out(project, many)
    assert len(told) == 1
    assert overview.history(project)[-1].label.text() == f"Import {count} documents"
    assert [one.id for one in documents.listed(project)] == list(report.document_ids)
    assert [one.name for one in documents.listed(project)] == list(report.names)
    assert len(documents.variables(project)) == 1
    project.undo()
    assert documents.listed(project) == [] and documents.variables(project) == []


def test_odd_names_and_fields_are_set_right(project: Project) -> None:
    odd = Source(
        "  two\n lines ",
        "text",
        fields={"Year": "1", "YEAR": "2", " ": "x", "Empty": "", "A  b": "c"},
    )
    nameless = Source(" \n ", "other text")
    report = importing.carry_out(project, plan_of(odd, nameless))
    assert report.names == ("two lines", "file.txt")
    assert documents.values(project) == {report.document_ids[0]: {"Year": "1", "A b": "c"}}
    assert overview.findings(project) == []


def test_one_text_of_two_documents_is_stored_once(project: Project) -> None:
    importing.carry_out(project, plan_of(Source("a", "same"), Source("b", "same")))
    with project.read() as connection:
        count = connection.run("SELECT count(*) FROM document_text").value()
    assert count == 1
    first, second = documents.listed(project)
    documents.delete(project, [first.id])
    assert documents.text(project, second.id) == "same"


def test_a_folder_stands_for_its_files_and_bad_ones_do_not_stop_good_ones(
    project: Project, tmp_path: Path
) -> None:
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "b.txt").write_text("second", encoding="utf-8")
    (folder / "a.txt").write_text("first", encoding="utf-8")
    (folder / ".hidden.txt").write_text("hidden", encoding="utf-8")
    (folder / "bad.docx").write_bytes(b"PK\x03\x04 no archive")
    (folder / "empty.txt").write_bytes(b"")
    too_long = folder / ("x" * 300)
    planned = importing.plan(project, [folder, too_long])
    assert [one.source.name for one in planned.candidates] == ["a", "b"]
    named = sorted(one.path.name for one in planned.failures)
    assert named == sorted(["bad.docx", "empty.txt", too_long.name])
    for failure in planned.failures:
        assert failure.path.name[:50] in failure.reason.text()
