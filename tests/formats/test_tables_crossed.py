"""Chains, frequencies by variable, typology, and the page across of a wide diagram, in Word."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace

import docx
import pytest
from docx.document import Document
from docx.enum.section import WD_ORIENT
from lxml import etree
from qcode.formats import tables_docx
from qcode.formats.headings import LANGUAGES, Language
from qcode.model.diagram import Arrangement, Rect
from qcode.model.enums import CodeKind, RelationForm
from qcode.model.report import PageSetup
from qcode.model.theory_records import Evidence
from qcode.model.thesis import (
    AxisKind,
    AxisLine,
    Cell,
    Chain,
    Frequencies,
    FrequencyRow,
    Link,
    Quote,
    SelectiveCoding,
    TableOptions,
    ThesisTables,
    Typology,
)

from tests.formats.docx_order import W, misplaced
from tests.formats.tables_sample import diagram, relation, tables

EMPTY = ThesisTables("Study", "2026-11-22", ("Ann",))
LONG = TableOptions(long=True)


def written(found: ThesisTables, setup: PageSetup, options: TableOptions) -> bytes:
    out = io.BytesIO()
    tables_docx.write(found, out, setup, options)
    return out.getvalue()


def opened(
    found: ThesisTables, options: TableOptions | None = None, setup: PageSetup | None = None
) -> Document:
    return docx.Document(
        io.BytesIO(written(found, setup or PageSetup(), options or TableOptions()))
    )


def rows(document: Document, place: int = 0) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in document.tables[place].rows]


def captions(document: Document) -> list[str]:
    return [line.text for line in document.paragraphs if line.style.name == "Caption"]


# ---------------------------------------------------------------------- chains

SPLIT = Link("duties are split", Evidence(4, 2), "two houses", (Quote("01-02", "w" * 900),))
CHAINS = (
    Chain(
        Link("walking in circles", Evidence(9, 3)),
        (SPLIT,),
        Link("one counter", Evidence(1, 1), "stamp and counter"),
    ),
    Chain(
        Link("walking in circles", Evidence(9, 3)),
        (SPLIT, Link("nobody decides", Evidence(2, 2), "and so it stays")),
        Link("a chair", Evidence(1, 1)),
    ),
    Chain(Link("waiting", Evidence(1, 1)), (Link("one desk", Evidence(1, 1)),), SPLIT),
)


def test_a_chain_is_a_row_and_its_problem_stands_once() -> None:
    document = opened(replace(EMPTY, chains=CHAINS))
    head, first, second, third = rows(document)
    assert captions(document) == ["Table 1\u2002Problems, their causes and their remedies"]
    assert head == ["Problem", "Cause", "Remedy"]
    assert first[0].startswith("walking in circles\n9 passages in 3 documents")
    assert first[1].startswith("duties are split\n4 passages in 2 documents\ntwo houses\n01-02")
    assert first[1].endswith("w…") and len(first[1]) < 500
    assert first[2] == "one counter\n1 passage in 1 document\nstamp and counter"
    assert second[1].splitlines() == [
        "duties are split",  # told already
        "← nobody decides",
        "2 passages in 2 documents",
        "and so it stays",
    ]
    assert third[0] == "waiting\n1 passage in 1 document"
    merged = [
        [cell.find(f".//{W}vMerge") is not None for cell in row.iter(f"{W}tc")]
        for row in document.tables[0]._tbl.iter(f"{W}tr")
    ]
    assert [row[0] for row in merged] == [False, True, True, False]
    assert not any(row[1] or row[2] for row in merged)


def test_the_long_form_has_the_whole_passage() -> None:
    found = rows(opened(replace(EMPTY, chains=CHAINS), LONG))
    assert found[1][1].endswith("w" * 900)


# ---------------------------------------------------------------------- by variable


def by_variable(values: int) -> Frequencies:
    names = [*(f"value {number}" for number in range(1, values)), ""]
    return Frequencies(
        tuple((name, 4) for name in names),
        (
            FrequencyRow(
                "way", CodeKind.MAIN_CATEGORY, 0, Evidence(9, 6), (Evidence(4, 3),) * values
            ),
            FrequencyRow("list", CodeKind.CATEGORY, 1, Evidence(0, 0), (Evidence(0, 0),) * values),
        ),
        8,
        "groups",
        "kind of meeting",
    )


def test_a_variable_has_passages_documents_and_shares_for_each_value() -> None:
    document = opened(
        replace(EMPTY, variables=(by_variable(2), replace(by_variable(2), variable="x")))
    )
    assert captions(document) == [
        "Table 1\u2002Frequencies of codes by kind of meeting",
        "Table 2\u2002Frequencies of codes by x",
    ]
    assert rows(document) == [
        ["Code", "Together (8)", "value 1 (4)", "No value (4)"],
        ["way", "9 (6; 75%)", "4 (3; 75%)", "4 (3; 75%)"],
        ["list", "0", "0", "0"],
    ]


def test_a_variable_with_many_values_is_parted_and_no_part_is_wider_than_the_page() -> None:
    document = opened(replace(EMPTY, variables=(by_variable(11),)))
    assert [title.rpartition("(")[2] for title in captions(document)] == [
        "1 of 3)",
        "2 of 3)",
        "3 of 3)",
    ]
    section = document.sections[0]
    room = section.page_width - section.left_margin - section.right_margin
    for table in document.tables:
        assert sum(column.width for column in table.columns) <= room
    assert "Together (8)" in rows(document, 0)[0] and "Together (8)" not in rows(document, 1)[0]


# ---------------------------------------------------------------------- typology

CASES = AxisLine(AxisKind.GROUPS, "", ("County L", "City Y", ""))
FRAME = AxisLine(AxisKind.MAIN, "", ("environment", "motivation"))
SUMMED = Cell((1, 2), ("01", "02"), ("listed\nand hung up",), ())
QUOTED = Cell((3,), ("03",), (), (Quote("03-01", "word " * 100),))


def typology(
    down: AxisLine = CASES, across: AxisLine = FRAME, *cells: Cell, filled: Cell = SUMMED
) -> Typology:
    listed = [*cells, *[filled] * 99]
    width = len(across.titles)
    return Typology(
        down,
        across,
        tuple(tuple(listed[row * width : (row + 1) * width]) for row in range(len(down.titles))),
    )


def test_a_cell_has_its_summary_or_a_passage_and_how_many_there_are() -> None:
    document = opened(replace(EMPTY, typology=typology(CASES, FRAME, SUMMED, QUOTED, Cell())))
    assert captions(document) == ["Table 1\u2002Groups of documents by main categories"]
    head, first, second, third = rows(document)
    assert head == ["Groups of documents", "environment", "motivation"]
    assert first[1] == "listed and hung up\n2 passages in 2 documents"
    assert first[2].startswith("03-01\u2002word word") and "…\n1 passage in 1 document" in first[2]
    assert len(first[2]) < 220
    assert second[1] == "–" and third[0] == "No group"
    long = rows(opened(replace(EMPTY, typology=typology(CASES, FRAME, SUMMED, QUOTED)), LONG))
    assert long[1][1].startswith("listed\nand hung up") and long[1][2].count("word") == 100


def test_documents_against_documents_and_codes_against_codes_list_the_documents() -> None:
    poles = AxisLine(AxisKind.PROPERTY, "goal: nearness", ("its own", ""))
    both = rows(opened(replace(EMPTY, typology=typology(CASES, poles))))
    assert both[0] == ["Groups of documents", "its own", "No value"]
    assert both[1][1] == "01, 02"
    below = AxisLine(AxisKind.BELOW, "goal", ("shared", "own"))
    document = opened(replace(EMPTY, typology=typology(FRAME, below)))
    assert rows(document)[1][1] == "01, 02\n2 passages"
    assert any("in which both occur" in line.text for line in document.paragraphs)


def test_many_columns_are_parted_evenly() -> None:
    many = AxisLine(AxisKind.MAIN, "", tuple(f"category {number}" for number in range(7)))
    document = opened(replace(EMPTY, typology=typology(CASES, many)))
    assert [len(table.columns) - 1 for table in document.tables] == [2, 2, 3]
    lists = opened(replace(EMPTY, typology=typology(FRAME, many)))
    assert [len(table.columns) - 1 for table in lists.tables] == [3, 4], "lists need less room"


def test_an_axis_without_values_or_with_nothing_on_it_prints_nothing() -> None:
    nothing = replace(FRAME, titles=())
    for found in (typology(CASES, nothing), typology(CASES, FRAME, filled=Cell())):
        document = opened(replace(EMPTY, typology=found, chains=(), variables=()))
        assert document.tables == []


# ---------------------------------------------------------------------- the page across


def wide(width: float) -> SelectiveCoding:
    model, arrangement = diagram()
    moved = Rect(width, 50, 100, 40)
    stretched = Arrangement({**arrangement.boxes, 2: moved}, arrangement.routes)
    return SelectiveCoding((), (relation(RelationForm.DIRECTED),), (), (model, stretched))


def with_diagram(width: float) -> ThesisTables:
    return replace(tables(), selective=wide(width))


def test_a_wide_diagram_has_a_page_across_and_a_small_one_has_not() -> None:
    assert len(opened(with_diagram(300)).sections) == 1
    document = opened(with_diagram(900))
    first, across, _ = document.sections
    assert [one.orientation for one in document.sections] == [
        WD_ORIENT.PORTRAIT,
        WD_ORIENT.LANDSCAPE,
        WD_ORIENT.PORTRAIT,
    ]
    assert (across.page_width, across.page_height) == (first.page_height, first.page_width)
    assert [one.different_first_page_header_footer for one in document.sections] == [
        True,
        False,
        False,
    ]
    assert {one.header.paragraphs[0].text for one in document.sections} == {
        "Y Street / Y 街道\tCoding tables"
    }
    assert {one.footer.paragraphs[0].text for one in document.sections} == {"Page 1 of 1"}
    (picture,) = document.inline_shapes
    room = across.page_width - across.left_margin - across.right_margin
    assert first.page_width - first.left_margin - first.right_margin < picture.width <= room
    landscape = opened(with_diagram(900), setup=PageSetup(landscape=True))
    assert len(landscape.sections) == 1


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("options", [TableOptions(), replace(LONG, grid=True)])
def test_every_element_stands_where_the_schema_wants_it(
    language: Language, options: TableOptions
) -> None:
    found = replace(
        with_diagram(900), chains=CHAINS, variables=(by_variable(5),), typology=typology()
    )
    data = written(found, PageSetup(headings=language), options)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for name in package.namelist():
            if name.startswith("word/") and name.endswith(".xml"):
                assert list(misplaced(etree.fromstring(package.read(name)))) == []
