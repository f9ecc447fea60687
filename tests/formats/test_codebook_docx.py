import io
import re
import shutil
import subprocess
import zipfile
from collections import Counter
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import docx
import pytest
from docx.document import Document
from lxml import etree
from qcode.formats.codebook_docx import write
from qcode.formats.contrast import READABLE, contrast
from qcode.model.enums import CodeKind
from qcode.model.errors import QcodeError
from qcode.model.report import Codebook, PageSetup

from tests.formats.codebook_sample import codebook, passage
from tests.formats.docx_order import W, misplaced

SETUPS = [
    PageSetup(),
    PageSetup(paper="letter", landscape=True),
    PageSetup(headings="zh"),
    PageSetup(headings="zh", landscape=True),
]


def _bytes(book: Codebook, setup: PageSetup | None = None) -> bytes:
    buffer = io.BytesIO()
    write(book, buffer, setup)
    return buffer.getvalue()


def _parts(book: Codebook, setup: PageSetup | None = None) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(_bytes(book, setup))) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _opened(book: Codebook, setup: PageSetup | None = None) -> Document:
    return docx.Document(io.BytesIO(_bytes(book, setup)))


def _body(book: Codebook, setup: PageSetup | None = None) -> etree._Element:
    return etree.fromstring(_parts(book, setup)["word/document.xml"])


def _text(element: etree._Element) -> str:
    signs = {f"{W}br": "\n", f"{W}tab": "\t"}
    return "".join(
        node.text or "" if node.tag == f"{W}t" else signs.get(str(node.tag), "")
        for node in element.iter()
    )


def _tables(book: Codebook) -> list[list[list[str]]]:
    return [
        [[_text(cell) for cell in row.iter(f"{W}tc")] for row in table.iter(f"{W}tr")]
        for table in _body(book).iter(f"{W}tbl")
    ]


def test_every_code_has_a_real_heading_in_tree_order() -> None:
    book = codebook()
    headings = [
        (paragraph.style.name, paragraph.text)
        for paragraph in _opened(book).paragraphs
        if paragraph.style is not None and paragraph.style.name.startswith("Heading")
    ]
    assert headings[:2] == [("Heading 1", "Overview"), ("Heading 1", "Code entries")]
    levels = {"S": 2, "AA": 3, "A": 4, "a": 5}
    expected = [
        (
            f"Heading {levels[entry.number.rstrip('0123456789')]}",
            f"{entry.number}\u2002{entry.name}",
        )
        for entry in book.entries
    ]
    assert headings[2:] == expected
    assert len(expected) == 60


def test_a_kind_has_the_same_heading_level_wherever_it_stands() -> None:
    book = codebook()
    lone = replace(book.entries[2], depth=0, number="A99", name="Category of its own")
    book = replace(book, entries=(*book.entries, lone))
    styles = {
        paragraph.text.split("\u2002")[0]: paragraph.style.name
        for paragraph in _opened(book).paragraphs
        if paragraph.style is not None
    }
    assert styles["A99"] == styles["A1"] == "Heading 4"


@pytest.mark.parametrize("setup", SETUPS)
def test_every_part_is_well_formed_and_in_the_order_that_word_insists_on(
    setup: PageSetup,
) -> None:
    for name, content in _parts(codebook(), setup).items():
        if name.endswith((".xml", ".rels")):
            assert list(misplaced(etree.fromstring(content))) == [], name


def test_the_title_says_project_date_coders_and_counts() -> None:
    title, *_ = _tables(codebook())
    assert title == [
        ["Date", "19 October 2026"],
        ["Coders", "Anna Köhler, 李静"],
        ["Material", "10 documents, 312 passages"],
        ["Codes", "1 core category, 4 main categories, 8 initial categories, 47 concepts"],
    ]


def test_the_overview_lists_the_tree_with_numbers_kinds_and_counts() -> None:
    overview = _tables(codebook())[1]
    assert overview[0] == ["No.", "Name", "Kind", "Passages", "Documents", "Page"]
    assert overview[1] == ["S", "■\tBorrowed standing", "Core category", "312", "10", ""]
    assert overview[3][2:5] == ["Initial category", "15", "6"]
    assert len(overview) == 61


def test_the_overview_is_indented_by_depth_and_its_header_repeated() -> None:
    overview = list(_body(codebook()).iter(f"{W}tbl"))[1]
    rows = list(overview.iter(f"{W}tr"))
    indents = [
        int(row.findall(f"{W}tc")[1].find(f".//{W}ind").get(f"{W}left"))  # type: ignore[union-attr, arg-type]
        for row in rows[1:5]
    ]
    assert indents == sorted(set(indents))
    assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows] == [True] + [False] * 60


def test_a_codebook_without_numbers_has_no_empty_column_for_them() -> None:
    overview = _tables(codebook(numbered=False))[1]
    assert overview[0] == ["Name", "Kind", "Passages", "Documents", "Page"]


def test_no_row_breaks_in_the_middle() -> None:
    rows = list(_body(codebook()).iter(f"{W}tr"))
    assert rows
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)


def test_the_line_below_a_heading_says_kind_parent_level_and_counts() -> None:
    texts = [paragraph.text for paragraph in _opened(codebook()).paragraphs]
    category = texts.index("A1\u2002Authority lent by the leader")
    assert texts[category + 1] == (
        "Initial category of AA1 Pressure from above · open coding · "
        "15 passages in 6 documents · 3 coded directly"
    )
    core = texts.index("S\u2002Borrowed standing")
    assert texts[core + 1] == "Core category · selective coding · 312 passages in 10 documents"
    assert "Concept of A1 Authority lent by the leader · open coding · no passages yet" in texts


def test_fields_are_printed_in_order_and_empty_ones_not_at_all() -> None:
    book = codebook()
    full, bare = book.entries[3], replace(book.entries[4], definition="", quoted=())
    book = replace(book, entries=(full, replace(bare, depth=0, passages=0, own_passages=0)))
    _, _, fields, passages = _tables(book)
    assert [row[0] for row in fields] == [
        "Definition",
        "When to use",
        "When not to use",
        "Typical example",
        "Boundary example",
    ]
    assert len(passages) == len(full.quoted) == 2


def test_no_cell_is_empty_but_those_that_word_fills() -> None:
    for number, table in enumerate(_tables(codebook())):
        for row in table:
            assert all(cell.strip() for cell in (row[:-1] if number == 1 else row)), row


def test_a_heading_stays_with_the_first_rows_of_its_entry() -> None:
    body = _body(codebook())
    styles = etree.fromstring(_parts(codebook())["word/styles.xml"])
    for style in [*(f"Heading{level}" for level in range(1, 6)), "Facts"]:
        found = styles.find(f"{W}style[@{W}styleId='{style}']")
        assert found is not None
        assert found.find(f"{W}pPr/{W}keepNext") is not None
    fields = [table for table in body.iter(f"{W}tbl") if _text(table).startswith("Definition")]
    long = [table for table in fields if len(list(table.iter(f"{W}tr"))) > 1]
    assert long
    for table in long:
        *first, last = table.iter(f"{W}tr")
        for row in first:
            kept = [cell.find(f"{W}p/{W}pPr/{W}keepNext") for cell in row.iter(f"{W}tc")]
            assert None not in kept
        assert last.find(f".//{W}keepNext") is None


def test_quotations_keep_their_line_ends_and_stand_in_the_quotes_of_their_language() -> None:
    cells = {row[1] for table in _tables(codebook()) for row in table if len(row) == 2}
    assert "“First we rang.\nNobody answered.\nThen we went there ourselves.”" in cells
    assert "“主任在会上点了名，下午名单就送到各科室，谁也不好再推。”" in cells
    assert any(cell.startswith("«قال") for cell in cells)


def test_right_to_left_passages_are_marked_as_such() -> None:
    for paragraph in _body(codebook()).iter(f"{W}p"):
        is_arabic = _text(paragraph).startswith("«قال")
        assert (paragraph.find(f"{W}pPr/{W}bidi") is not None) is is_arabic


def test_two_tables_never_touch_and_a_paragraph_comes_last() -> None:
    body = _body(codebook())[0]
    names = [etree.QName(child).localname for child in body]
    assert ("tbl", "tbl") not in list(pairwise(names))
    assert names[-2:] == ["p", "sectPr"]


def test_the_contents_are_there_before_word_has_updated_them() -> None:
    parts = _parts(codebook())
    body = etree.fromstring(parts["word/document.xml"])
    contents = body.find(f".//{W}sdtContent")
    assert contents is not None
    lines = [_text(line) for line in contents.iter(f"{W}p")]
    assert lines[:5] == [
        "Contents",
        "Overview",
        "Code entries",
        "S\u2002Borrowed standing",
        "AA1\u2002Pressure from above",
    ]
    assert len(lines) == 1 + 2 + 1 + 4 + 8
    assert ' TOC \\o "1-4" \\h \\z \\u ' in [node.text for node in contents.iter(f"{W}instrText")]
    assert b'<w:updateFields w:val="true"/>' in parts["word/settings.xml"]


def test_every_link_and_page_reference_leads_to_a_bookmark_that_exists_once() -> None:
    body = _body(codebook())
    names = Counter(mark.get(f"{W}name") for mark in body.iter(f"{W}bookmarkStart"))
    starts = [str(mark.get(f"{W}id")) for mark in body.iter(f"{W}bookmarkStart")]
    ends = [str(mark.get(f"{W}id")) for mark in body.iter(f"{W}bookmarkEnd")]
    assert set(names.values()) == {1}
    assert len(set(starts)) == len(starts)
    assert sorted(starts) == sorted(ends)
    links = [link.get(f"{W}anchor") for link in body.iter(f"{W}hyperlink")]
    assert len(links) == 60 + 15
    references = [
        found.group(1)
        for node in body.iter(f"{W}instrText")
        if (found := re.search(r"PAGEREF (\S+)", node.text or ""))
    ]
    assert len(references) == 60
    assert {*links, *references} <= names.keys()


def test_every_field_is_begun_separated_and_ended() -> None:
    for name, content in _parts(codebook()).items():
        if name.startswith("word/") and name.endswith(".xml"):
            kinds = [
                mark.get(f"{W}fldCharType")
                for mark in etree.fromstring(content).iter(f"{W}fldChar")
            ]
            assert kinds.count("begin") == kinds.count("separate") == kinds.count("end"), name


def test_pages_are_numbered_on_every_page() -> None:
    parts = _parts(codebook(), PageSetup(headings="zh"))
    footers = [content for name, content in parts.items() if "footer" in name]
    assert len(footers) == 2
    for content in footers:
        root = etree.fromstring(content)
        fields = [(node.text or "").strip() for node in root.iter(f"{W}instrText")]
        assert fields == ["PAGE", "NUMPAGES"]
        assert _text(root) == "第 1 页，共 1 页"


def test_every_latin_font_has_an_east_asian_one_beside_it() -> None:
    styles = etree.fromstring(_parts(codebook())["word/styles.xml"])
    fonts = [dict(found.attrib) for found in styles.iter(f"{W}rFonts")]
    assert {(found[f"{W}ascii"], found[f"{W}eastAsia"]) for found in fonts} == {
        ("Times New Roman", "SimSun"),
        ("Arial", "SimHei"),
    }
    language = styles.find(f".//{W}lang")
    assert language is not None
    assert language.get(f"{W}eastAsia") == "zh-CN"


@pytest.mark.parametrize(
    ("setup", "size"),
    [
        (PageSetup(), (11906, 16838)),
        (PageSetup(landscape=True), (16838, 11906)),
        (PageSetup(paper="letter"), (12240, 15840)),
        (PageSetup(paper="letter", landscape=True), (15840, 12240)),
    ],
)
def test_paper_and_orientation_are_as_asked_and_tables_fit(
    setup: PageSetup, size: tuple[int, int]
) -> None:
    document = _opened(codebook(), setup)
    section = document.sections[0]
    assert section.page_width is not None
    assert section.page_height is not None
    assert (section.page_width.twips, section.page_height.twips) == size
    assert (section.orientation == 1) is setup.landscape
    text_width = size[0] - 2 * 1418
    for table in _body(codebook(), setup).iter(f"{W}tbl"):
        columns = sum(int(str(column.get(f"{W}w"))) for column in table.iter(f"{W}gridCol"))
        assert text_width - 400 <= columns <= text_width


def test_chinese_headings_are_chinese_throughout() -> None:
    document = _opened(codebook(), PageSetup(headings="zh"))
    texts = [paragraph.text for paragraph in document.paragraphs]
    assert {"编码手册", "编码总览", "编码条目"} <= set(texts)
    assert "概念，属于 A2 任务清单 · 开放式编码 · 7 条原始语句（4 份文本）" in texts
    whole = "\n".join(texts)
    assert "passages" not in whole
    assert "coding" not in whole


def test_headings_of_codes_can_be_read_whatever_their_colour() -> None:
    book = codebook()
    book = replace(book, entries=tuple(replace(e, color="#ffff80") for e in book.entries))
    colors = {
        str(color.get(f"{W}val"))
        for paragraph in _body(book).iter(f"{W}p")
        for color in paragraph.iter(f"{W}color")
        if paragraph.find(f"{W}pPr/{W}keepNext") is not None
    }
    assert colors
    assert all(contrast(f"#{color}", "#ffffff") >= READABLE for color in colors)


def test_signs_that_xml_cannot_hold_are_shown_and_the_file_opens() -> None:
    book = codebook(2)
    entry = replace(
        book.entries[3], name="a\x00b & <c>", definition="x\x0by\ud800z", quoted=(passage(6),)
    )
    book = replace(book, project="P \x01 & Q", entries=(*book.entries[:3], entry))
    texts = "\n".join(paragraph.text for paragraph in _opened(book).paragraphs)
    assert "P \u2401 & Q" in texts
    assert "a\u2400b & <c>" in texts
    assert ["Definition", "x\u240by\ufffdz"] in _tables(book)[-2]


def test_the_same_content_gives_the_same_bytes() -> None:
    assert _bytes(codebook()) == _bytes(codebook())


def test_nothing_of_the_template_is_left() -> None:
    content = _bytes(codebook())
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert {info.date_time for info in archive.infolist()} == {(2026, 10, 19, 0, 0, 0)}
        assert not any("thumbnail" in name or "customXml" in name for name in archive.namelist())
        assert b"python-docx" not in b"".join(map(archive.read, archive.namelist()))
    properties = docx.Document(io.BytesIO(content)).core_properties
    assert properties.title == "Codebook · Leading groups of Y Street / Y 街道领导小组"
    assert properties.author == "Anna Köhler, 李静"
    assert properties.comments == ""
    assert properties.created is not None
    assert properties.created.date().isoformat() == "2026-10-19"


@pytest.mark.parametrize("date", ["", "soon", "1066-10-14"])
def test_an_odd_date_does_not_stop_the_export(date: str) -> None:
    assert _opened(replace(codebook(2), date=date)).paragraphs


def test_very_long_names_do_not_stop_the_export() -> None:
    book = replace(codebook(2), project="名" * 3000, coders=("x" * 200,) * 5)
    assert len(_opened(book).core_properties.title) == 255


def test_a_project_without_codes_says_so() -> None:
    texts = [paragraph.text for paragraph in _opened(replace(codebook(), entries=())).paragraphs]
    assert "This project has no codes yet." in texts
    assert "Overview" not in texts


def test_many_concepts_alone_do_not_fill_the_contents() -> None:
    book = codebook()
    concepts = [replace(e, depth=0) for e in book.entries if e.kind is CodeKind.CONCEPT]
    few, many = (replace(book, entries=tuple(concepts[:count])) for count in (10, 40))
    lines = [
        len(list(_body(found).find(f".//{W}sdtContent").iter(f"{W}p")))  # type: ignore[union-attr]
        for found in (few, many)
    ]
    assert lines == [1 + 2 + 10, 1 + 2]


def test_a_file_that_cannot_be_written_is_named_and_the_old_one_kept(tmp_path: Path) -> None:
    with pytest.raises(QcodeError, match=r"nowhere"):
        write(codebook(2), tmp_path / "nowhere" / "codebook.docx", PageSetup())
    target = tmp_path / "codebook.docx"
    write(codebook(2), target, PageSetup())
    assert target.read_bytes() == _bytes(codebook(2))


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("setup", SETUPS[1:3])
def test_libreoffice_opens_it_and_prints_every_code(tmp_path: Path, setup: PageSetup) -> None:
    book = codebook(16)
    write(book, tmp_path / "codebook.docx", setup)
    subprocess.run(
        [
            "soffice",
            f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}",
            "--headless",
            "--convert-to",
            "txt:Text (encoded):UTF8",
            "--outdir",
            str(tmp_path),
            str(tmp_path / "codebook.docx"),
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
    text = (tmp_path / "codebook.txt").read_text(encoding="utf-8")
    assert all(entry.name in text for entry in book.entries)
