"""The tables of a thesis in Word: what they say, how they are lined, what Word makes of them."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace

import docx
import pytest
from docx.document import Document
from docx.table import Table
from lxml import etree
from qcode.formats import tables_docx
from qcode.formats.headings import LANGUAGES, Language
from qcode.formats.tables_open import REPEAT
from qcode.formats.tables_words import OWN, TableWords
from qcode.model.enums import RelationForm
from qcode.model.report import PageSetup
from qcode.model.schools import School, Terms
from qcode.model.theory_records import Evidence
from qcode.model.thesis import (
    ConceptPassages,
    OpenCategory,
    Quote,
    SelectiveCoding,
    TableOptions,
    ThesisTables,
)

from tests.formats.docx_order import W, misplaced
from tests.formats.tables_sample import (
    LISTS,
    frequencies,
    open_coding,
    relation,
    tables,
)

EMPTY = ThesisTables("Study", "2026-11-22", ("Ann",))
ZH = PageSetup(headings="zh")
LONG = TableOptions(long=True)


def written(
    found: ThesisTables, setup: PageSetup | None = None, options: TableOptions | None = None
) -> bytes:
    out = io.BytesIO()
    tables_docx.write(found, out, setup, options)
    return out.getvalue()


def opened(
    found: ThesisTables, setup: PageSetup | None = None, options: TableOptions | None = None
) -> Document:
    return docx.Document(io.BytesIO(written(found, setup, options)))


def cells(table: Table) -> list[list[str]]:
    """Each cell as it stands in the file: one that goes on from above is empty."""
    return [
        [
            "\n".join(
                "".join(
                    "\n" if part.tag == f"{W}br" else part.text or ""
                    for part in paragraph.iter(f"{W}t", f"{W}br")
                )
                for paragraph in cell.iter(f"{W}p")
            )
            for cell in row.iter(f"{W}tc")
        ]
        for row in table._tbl.iter(f"{W}tr")
    ]


def merged(table: Table, column: int) -> list[str]:
    """What the cells of a column say about merging: restart, continue or nothing."""
    found = []
    for row in table._tbl.iter(f"{W}tr"):
        merge = list(row.iter(f"{W}tc"))[column].find(f"{W}tcPr/{W}vMerge")
        found.append("" if merge is None else merge.get(f"{W}val", "continue"))
    return found


def texts(document: Document) -> list[str]:
    return [paragraph.text for paragraph in document.paragraphs]


def captions(document: Document) -> list[str]:
    return [p.text for p in document.paragraphs if p.style and p.style.name == "Caption"]


# ---------------------------------------------------------------------- open coding


def test_open_coding_names_passage_concept_and_category_and_says_nothing_twice() -> None:
    table = opened(replace(EMPTY, open=open_coding())).tables[0]
    assert cells(table) == [
        ["Passage", "Concept", "Initial category"],
        [
            "01-02\u2002rings at four",
            "a1 calls again",
            "A1 清单 <lists> & tasks\n7 passages in 2 documents",
        ],
        ["02-01\u2002再打", "", ""],
        ["01-03\u2002a list for all", "a2 one list", ""],
        ["–", "–", "A2 nothing yet"],
        [f"03-01\u2002{'x' * 320}…", "a3 waits", "–"],
    ]
    assert merged(table, 1) == ["", "restart", "continue", "", "", ""]
    assert merged(table, 2) == ["", "restart", "continue", "continue", "", ""]


def test_the_category_can_come_first() -> None:
    found = replace(EMPTY, open=open_coding(LISTS))
    table = opened(found, options=TableOptions(category_first=True)).tables[0]
    assert cells(table)[0] == ["Initial category", "Concept", "Passage"]
    assert merged(table, 0) == ["", "restart", "continue", "continue"]


def test_the_long_form_prints_passages_whole_and_the_category_beside_each_concept() -> None:
    table = opened(replace(EMPTY, open=open_coding()), options=LONG).tables[0]
    rows = cells(table)
    assert rows[3][0] == "01-03\u2002a list\nfor all"
    assert rows[3][2] == "A1 清单 <lists> & tasks"
    assert rows[5][0].endswith("x" * 400)
    assert merged(table, 2) == ["", "restart", "continue", "", "", ""]


def test_names_stand_again_after_some_rows_so_that_no_page_is_without_them() -> None:
    many = tuple(Quote(f"01-{number:02d}", "words") for number in range(REPEAT + 2))
    category = OpenCategory("A1 lists", (ConceptPassages("a1 calls", many),), Evidence(16, 1))
    table = opened(replace(EMPTY, open=open_coding(category)), options=LONG).tables[0]
    named = [number for number, row in enumerate(cells(table)) if row[1] == "a1 calls"]
    assert named == [1, 1 + REPEAT]
    assert merged(table, 1)[REPEAT : REPEAT + 3] == ["continue", "restart", "continue"]


def test_a_short_category_stays_on_one_page_and_a_long_one_may_break() -> None:
    found = replace(EMPTY, open=open_coding(LISTS))
    kept = [
        [bool(list(row.iter(f"{W}keepNext"))) for row in table._tbl.iter(f"{W}tr")]
        for table in (opened(found).tables[0], opened(found, options=LONG).tables[0])
    ]
    assert kept[0] == [False, True, True, True]  # the last row stays with the note
    # In the appendix a name has the next row on its page, over which it may reach.
    assert kept[1] == [False, True, False, True]


def test_the_note_says_what_the_labels_mean_and_how_much_there_is() -> None:
    found = replace(EMPTY, open=open_coding())
    (note,) = [text for text in texts(opened(found)) if text.startswith("Note: ")]
    assert "label of its document" in note and note.endswith(
        "… marks where a passage was shortened."
    )
    assert "In all 3 concepts, 2 initial categories; 9 passages in 3 documents." in note
    (note,) = [text for text in texts(opened(found, ZH)) if text.startswith("注：")]
    assert "共 3 个概念、2 个初始范畴；9 条原始语句，来自 3 份文本。" in note
    (note,) = [text for text in texts(opened(found, options=LONG)) if text.startswith("Note: ")]
    assert "shortened" not in note


# ---------------------------------------------------------------------- axial coding


def test_axial_coding_tells_each_main_category_with_its_meaning() -> None:
    assert cells(opened(replace(EMPTY, axial=tables().axial)).tables[0]) == [
        ["Main category", "Initial categories", "Meaning"],
        ["AA1 Mechanism", "A1 lists\nA2 nothing yet", "what holds it together"],
        ["–", "A3 alone", "–"],
    ]


def test_the_long_form_of_axial_coding_tells_the_meaning_of_initial_categories_too() -> None:
    table = opened(replace(EMPTY, axial=tables().axial), options=LONG).tables[0]
    assert cells(table) == [
        ["Main category", "Initial category", "Meaning"],
        ["AA1 Mechanism", "", "what holds it together"],
        ["", "A1 lists", "what is written down"],
        ["", "A2 nothing yet", "–"],
        ["–", "A3 alone", "belongs nowhere"],
    ]
    assert merged(table, 0) == ["", "restart", "continue", "continue", ""]


def test_properties_stand_between_their_poles_with_a_passage_at_each() -> None:
    document = opened(replace(EMPTY, properties=tables().properties))
    assert cells(document.tables[0])[1:] == [
        ["A1 lists", "length", "short\n01-02\u2002four lines", "long"],
        ["", "owner", "nobody", "everybody"],
    ]


def test_a_paradigm_has_a_row_for_every_role_with_its_evidence() -> None:
    rows = cells(opened(replace(EMPTY, paradigms=tables().paradigms)).tables[0])
    assert [row[0] for row in rows[1:]] == [
        "Causal condition",
        "Phenomenon",
        "Context",
        "Intervening condition",
        "Action/interaction strategy",
        "Consequence",
    ]
    assert rows[1][1:] == ["–", "–", "–"]
    strategy = ["A1 lists\u20027\u00a0/\u00a02\nA2 nothing yet\u20020\u00a0/\u00a00", "7", "2"]
    assert rows[5][1:] == strategy


# ---------------------------------------------------------------------- selective coding


@pytest.mark.parametrize(
    ("form", "arrow"),
    [(RelationForm.DIRECTED, "→"), (RelationForm.MUTUAL, "↔"), (RelationForm.FEEDBACK, "⇢")],
)
def test_relations_are_told_with_arrow_type_meaning_and_passage(
    form: RelationForm, arrow: str
) -> None:
    found = replace(EMPTY, selective=SelectiveCoding((), (relation(form),), ()))
    assert cells(opened(found).tables[0])[1] == [
        f"AA1 Mechanism {arrow} AA2 Process\ncauses",
        "one leads on to the other",
        "01-02\u2002rings at four\n02-05\u2002and goes",
    ]
    own = relation(form, "", "lends to")
    found = replace(EMPTY, selective=SelectiveCoding((), (own,), ()))
    assert cells(opened(found, ZH).tables[0])[1][0].endswith("\nlends to")


def test_arrows_are_explained_where_there_is_more_than_one_kind() -> None:
    document = opened(tables())
    assert "Note: → one way, ↔ both ways, ⇢ feedback" in texts(document)
    one_way = SelectiveCoding((), (relation(RelationForm.DIRECTED),), ())
    assert "one way" not in "\n".join(texts(opened(replace(EMPTY, selective=one_way))))


def test_core_category_and_stages_are_told() -> None:
    document = opened(replace(EMPTY, selective=replace(tables().selective, relations=())))
    assert "Core category: AAA1 Borrowed authority\u2002lent by the leader" in texts(document)
    assert cells(document.tables[0])[1] == [
        "1",
        "Plan",
        "A1 lists\nA2 nothing yet",
        "a verb and a date",
    ]


def test_the_diagram_is_in_the_file_as_svg_and_as_png() -> None:
    with zipfile.ZipFile(io.BytesIO(written(tables()))) as package:
        names = package.namelist()
        (vector,) = [name for name in names if name.endswith(".svg")]
        (raster,) = [name for name in names if name.endswith(".png")]
        assert package.read(vector).lstrip().startswith(b"<?xml")
        assert package.read(raster).startswith(b"\x89PNG")
        relations = package.read("word/_rels/document.xml.rels").decode()
        body = package.read("word/document.xml").decode()
        types = package.read("[Content_Types].xml").decode()
    used = dict(re.findall(r'<(?:a:blip|asvg:svgBlip)[^>]*?(xmlns:\w+)[^>]*r:embed="(\w+)"', body))
    for target in used.values():
        assert f'Id="{target}"' in relations
    assert len(set(used.values())) == 2
    assert "image/svg+xml" in types and "image/png" in types
    assert "AA2 过程" not in body, "the picture is drawn, not written"


# ---------------------------------------------------------------------- frequencies


def test_frequencies_count_passages_documents_and_per_cent() -> None:
    document = opened(replace(EMPTY, frequencies=frequencies()))
    assert cells(document.tables[0]) == [
        ["Code", "Passages", "Documents", "%", "No group (2)", "Group 1 (2)"],
        ["AA1 Mechanism", "9", "3", "75", "4 (2)", "4 (2)"],
        ["a1 calls again", "2", "1", "25", "0", "0"],
    ]


def test_columns_that_have_no_room_go_into_further_parts() -> None:
    document = opened(replace(EMPTY, frequencies=frequencies(30)))
    assert len(document.tables) > 1
    heads = [head for table in document.tables for head in cells(table)[0]]
    assert [head for head in heads if head.startswith("Group")] == [
        f"Group {number} (2)" for number in range(1, 30)
    ]
    assert captions(document)[0].endswith(f"Frequencies of codes (1 of {len(document.tables)})")
    assert cells(document.tables[1])[1][0] == "AA1 Mechanism"


def test_without_columns_the_sums_are_there() -> None:
    rows = cells(opened(replace(EMPTY, frequencies=frequencies(0))).tables[0])
    assert rows[1] == ["AA1 Mechanism", "9", "3", "75"]


# ---------------------------------------------------------------------- the whole file


def test_the_saturation_ledger_names_a_few_in_the_short_form_and_all_in_the_long_one() -> None:
    found = replace(EMPTY, saturation=tables().saturation)
    assert "The theory is not saturated" in "\n".join(texts(opened(found)))
    assert len(opened(found).tables) == 1 and len(opened(found, options=LONG).tables) == 2


def test_captions_are_numbered_by_word_with_the_chapter_before() -> None:
    document = opened(tables(), options=TableOptions(chapter="3"))
    assert captions(document) == [
        "Table 3-1\u2002Open coding: passages, concepts and initial categories (selection)",
        "Table 3-2\u2002Axial coding: main categories and their initial categories",
        "Table 3-3\u2002Properties of categories and their dimensions",
        "Table 3-4\u2002Paradigm: Acting together",
        "Table 3-5\u2002Selective coding: relations between categories",
        "Table 3-6\u2002Stages of the process",
        "Figure 3-1\u2002Model of the categories",
        "Table 3-7\u2002Theoretical saturation by document",
        "Table 3-8\u2002Frequencies of codes",
    ]
    fields = [found.text.strip() for found in document.element.iter(f"{W}instrText")]
    assert fields.count("SEQ Table \\* ARABIC") == 8
    assert fields.count("SEQ Figure \\* ARABIC") == 1
    chinese = opened(tables(), ZH, TableOptions(chapter="3"))
    assert captions(chinese)[0] == "表 3-1\u2002开放式编码形成的概念与初始范畴（节选）"
    assert captions(opened(tables()))[1].startswith("Table 2\u2002")


def test_the_words_of_a_school_and_of_the_project_are_printed() -> None:
    terms = Terms(School.THEMATIC, (("kind.category", "thread"),))
    document = opened(tables(), PageSetup(terms=terms))
    assert cells(document.tables[0])[0] == ["Passage", "Code", "Thread"]
    assert cells(document.tables[1])[0] == ["Theme", "Thread", "Meaning"]
    assert captions(document)[1].endswith("Themes: themes and their thread")


def test_own_words_take_the_place_of_the_language_s() -> None:
    own = (
        ("passage", "原话 {x}"),
        ("open_caption", "Our table"),
        ("paradigm_caption", "On {name}"),
        ("paradigm_section", "Roles"),
        ("categories", "Belongs to it"),
    )
    document = opened(tables(), options=TableOptions(own_words=own))
    assert cells(document.tables[0])[0][0] == "原话 {x}"
    assert captions(document)[0] == "Table 1\u2002Our table"
    assert captions(document)[3] == "Table 4\u2002On Acting together"
    assert "Roles" in texts(document)
    long = opened(tables(), options=replace(LONG, own_words=own))
    assert cells(long.tables[1])[0][1] == "Belongs to it"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_that_may_be_replaced_has_a_standard(language: Language) -> None:
    from qcode.formats.headings import load

    standard = TableWords.of(load(language)).standard()
    assert list(standard) == list(OWN) and all(standard.values())
    assert standard["paradigm_caption"].endswith("{name}")


@pytest.mark.parametrize("long", [False, True])
@pytest.mark.parametrize("grid", [False, True])
@pytest.mark.parametrize("setup", [PageSetup(), PageSetup("letter", True, "zh")])
def test_the_file_keeps_to_the_schema_and_the_tables_to_the_page(
    setup: PageSetup, grid: bool, long: bool
) -> None:
    document = opened(tables(), setup, TableOptions(long=long, grid=grid))
    assert list(misplaced(etree.fromstring(etree.tostring(document.element)))) == []
    section = document.sections[0]
    assert section.page_width and section.left_margin and section.right_margin
    width = (section.page_width - section.left_margin - section.right_margin) // 635  # to twips
    for table in document.tables:
        columns = [int(column.get(f"{W}w")) for column in table._tbl.iter(f"{W}gridCol")]
        assert sum(columns) == width and min(columns) > 0
        assert table.style is not None
        assert table.style.name == ("Full Grid Table" if grid else "Three Line Table")
        rows = list(table._tbl.iter(f"{W}tr"))
        assert rows[0].find(f"{W}trPr/{W}tblHeader") is not None
        assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)


def test_the_same_tables_give_the_same_bytes() -> None:
    assert written(tables()) == written(tables())


def test_a_project_with_nothing_to_print_says_so() -> None:
    document = opened(replace(EMPTY, open=replace(open_coding(), categories=())))
    assert document.tables == []
    assert "There is nothing to print in the tables that were chosen." in texts(document)
