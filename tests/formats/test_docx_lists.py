"""Tables of plain cells keep to the page, however many columns and however long their words."""

from __future__ import annotations

import io

import docx
import pytest
from docx.document import Document
from hypothesis import given
from hypothesis import strategies as st
from qcode.formats import type_metrics
from qcode.formats.docx_frame import WordFile
from qcode.formats.docx_lists import ListColumn, Lists, marked
from qcode.formats.headings import load
from qcode.model.report import PageSetup

from tests.formats.docx_order import W


def written(
    columns: list[ListColumn], rows: list[list[str]], *, together: bool = False
) -> tuple[Document, int]:
    setup = PageSetup()
    file = WordFile(
        title="t", author="", date="2026-11-22", setup=setup, header=("", ""), footer=""
    )
    Lists(file, load("en")).add("A caption", columns, rows, together=together)
    out = io.BytesIO()
    file.write(out)
    return docx.Document(out), file.text_width


@given(
    st.lists(
        st.tuples(st.text("ab \u5e74", max_size=30), st.integers(0, 3)), min_size=1, max_size=7
    )
)
def test_columns_fill_the_page_and_none_is_lost(heads: list[tuple[str, int]]) -> None:
    document, width = written(
        [ListColumn(head, share) for head, share in heads], [[head * 3 for head, _ in heads]]
    )
    table = document.tables[0]
    columns = [int(column.get(f"{W}w") or 0) for column in table._tbl.iter(f"{W}gridCol")]
    assert sum(columns) == width and len(columns) == len(heads)
    assert min(columns) >= 200


def test_a_caption_is_numbered_by_word_and_stays_with_its_table() -> None:
    document, _ = written([ListColumn("One", 1)], [["a"]])
    caption = document.paragraphs[0]
    assert caption.text.replace("\u2002", " ") == "Table 1 A caption"
    assert "SEQ Table" in caption._p.xml and caption.paragraph_format.keep_with_next
    head = document.tables[0].rows[0].cells[0].paragraphs[0]
    assert head.paragraph_format.keep_with_next, "heads do not end a page alone"


def test_equal_first_cells_become_one() -> None:
    rows = [["a", "1"], ["a", "2"], ["b", "3"], ["a", "4"]]
    columns = [ListColumn("One", 1), ListColumn("Two", number=True)]
    document, _ = written(columns, rows, together=True)
    merges = [
        [one.get(f"{W}val") for one in row._tr.iter(f"{W}vMerge")]
        for row in document.tables[0].rows[1:]
    ]
    assert merges == [["restart"], [None], [], []]


@pytest.mark.parametrize(
    ("name", "shown"), [("push", "“push”"), ("“kick it”", "“kick it”"), ("责任", "“责任”")]
)
def test_a_name_has_its_marks_once(name: str, shown: str) -> None:
    assert marked(name) == shown


def test_columns_of_short_figures_may_be_narrow_and_break_no_long_number() -> None:
    columns = [ListColumn("Code", 1), *(ListColumn("n", number=True, least=400) for _ in range(2))]
    document, _ = written(columns, [["a", "7", "\u22123531059"]])
    grid = document.tables[0]._tbl.iter(f"{W}gridCol")
    _, short, long = (int(column.get(f"{W}w") or 0) for column in grid)
    assert short < 700
    assert long - 2 * 85 >= 8 * 100, "a digit of 10 points is half as wide"


def test_nine_columns_break_no_word_of_their_heads_and_no_date() -> None:
    heads = ["Day", "Documents", "Concepts", "Initial categories", "Main categories"]
    heads += ["Core categories", "Codings made", "Codings", "Memos"]
    columns = [ListColumn(head, number=head != "Day") for head in heads]
    document, _ = written(columns, [["2026-11-22", "10", *["431"] * 7]])
    table = document.tables[0]._tbl
    widths = [int(column.get(f"{W}w") or 0) for column in table.iter(f"{W}gridCol")]
    (margins,) = table.iter(f"{W}tblCellMar")
    beside = sum(int(side.get(f"{W}w") or 0) for side in margins)
    words = [max(head.split(), key=len) for head in heads]
    for word, column in zip(words, widths, strict=True):
        assert column - beside >= 20 * type_metrics.width(word, 9), word
    assert widths[0] - beside >= 20 * len("2026-11-22") * 4.7
