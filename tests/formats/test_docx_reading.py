from __future__ import annotations

import io
import zipfile
from xml.sax.saxutils import escape

import docx as python_docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from qcode.formats import docx_package
from qcode.formats.docx_reading import read_docx
from qcode.model.errors import QcodeError

from tests.formats.docx_files import SPACES, W, document_xml, docx, docx_of, paragraph, run
from tests.formats.edge_text import edge_text


def text_of(*blocks: str) -> str:
    return read_docx(docx_of(*blocks)).text


def cell(*blocks: str) -> str:
    return f"<w:tc><w:tcPr/>{''.join(blocks)}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    return f"<w:tr>{properties}{''.join(cells)}</w:tr>"


def table(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def box(*blocks: str) -> str:
    return f"<w:txbxContent>{''.join(blocks)}</w:txbxContent>"


class TestParagraphs:
    def test_each_paragraph_is_a_line(self) -> None:
        assert (
            text_of(paragraph("one"), paragraph(), paragraph("two ", "three")) == "one\n\ntwo three"
        )

    def test_tabs_and_breaks_and_hyphens_are_characters(self) -> None:
        inside = (
            "<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:br w:type='page'/>"
            "<w:t>d</w:t><w:cr/><w:t>e</w:t><w:noBreakHyphen/><w:t>f</w:t><w:softHyphen/>"
            "<w:t>g</w:t></w:r>"
        )
        assert text_of(paragraph(inside)) == "a\tb\nc\nd\ne\u2011f\u00adg"

    def test_tab_stops_of_a_style_are_no_tabs(self) -> None:
        stops = "<w:pPr><w:tabs><w:tab w:val='left' w:pos='720'/></w:tabs></w:pPr>"
        assert text_of(paragraph(stops, "a")) == "a"

    def test_symbols_become_characters(self) -> None:
        inside = (
            "<w:r><w:sym w:font='Symbol' w:char='F061'/><w:sym w:font='Symbol' w:char='F0B7'/>"
            "<w:sym w:font='Wingdings' w:char='F0E0'/><w:sym w:font='Arial' w:char='00E9'/>"
            "<w:sym w:font='Arial' w:char='D800'/><w:sym w:font='Arial' w:char='zzzz'/></w:r>"
        )
        assert text_of(paragraph(inside)) == "α•\uf0e0é"

    def test_the_29_cases_come_through(self) -> None:
        text, _ = edge_text()
        # XML has no form feed.
        text = text.replace("\x0c", " ")
        blocks = [
            paragraph("<w:r><w:tab/></w:r>".join(run(escape(part)) for part in line.split("\t")))
            for line in text.rstrip("\n").split("\n")
        ]
        assert text_of(*blocks) == text.rstrip("\n")

    def test_newlines_inside_the_xml_are_spaces(self) -> None:
        assert text_of(paragraph("one\ntwo\r\nthree")) == "one two three"

    def test_formulas_and_links_and_fields_keep_their_text(self) -> None:
        assert (
            text_of(
                paragraph(
                    f"<w:hyperlink>{run('link ')}</w:hyperlink>",
                    f"<w:smartTag>{run('tag ')}</w:smartTag>",
                    f"<w:fldSimple w:instr='DATE'>{run('date ')}</w:fldSimple>",
                    "<w:r><w:fldChar w:fldCharType='begin'/><w:instrText>PAGE</w:instrText></w:r>",
                    "<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>",
                )
            )
            == "link tag date x=1"
        )

    def test_content_controls_are_read_wherever_they_stand(self) -> None:
        control = (
            "<w:sdt><w:sdtPr><w:alias w:val='no'/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
        )
        assert (
            text_of(
                control.format(paragraph("block")),
                paragraph("in ", control.format(run("line"))),
                table(control.format(row(control.format(cell(paragraph("cell")))))),
            )
            == "block\nin line\ncell"
        )

    def test_of_characters_with_pronunciation_the_characters_are_read(self) -> None:
        ruby = "<w:r><w:ruby><w:rt>{}</w:rt><w:rubyBase>{}</w:rubyBase></w:ruby></w:r>"
        assert text_of(paragraph(ruby.format(run("xiétóng"), run("协同")))) == "协同"


class TestTrackedChanges:
    def test_insertions_are_text_and_deletions_are_not(self) -> None:
        assert (
            text_of(
                paragraph(
                    "we ",
                    f"<w:ins>{run('always ')}</w:ins>",
                    "<w:del><w:r><w:delText>never </w:delText></w:r></w:del>",
                    f"<w:moveFrom>{run('here ')}</w:moveFrom>",
                    "meet",
                    f"<w:moveTo>{run(' here')}</w:moveTo>",
                )
            )
            == "we always meet here"
        )

    def test_a_deleted_end_of_paragraph_joins_it_with_the_next(self) -> None:
        mark = "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>"
        gone = "<w:del><w:r><w:delText>gone</w:delText></w:r></w:del>"
        assert text_of(
            paragraph(mark, "a"), paragraph("b"), paragraph(mark, gone), paragraph("c")
        ) == ("ab\nc")

    def test_deleted_rows_are_left_out(self) -> None:
        deleted = "<w:trPr><w:del/></w:trPr>"
        rows = row(cell(paragraph("a"))), row(cell(paragraph("b")), properties=deleted)
        assert text_of(table(*rows)) == "a"


class TestTablesAndBoxes:
    def test_cells_are_parted_by_tabs_and_rows_are_lines(self) -> None:
        first = row(cell(paragraph("a")), cell(paragraph("b")))
        second = row(cell(paragraph("c")), cell(paragraph()))
        assert text_of(paragraph("x"), table(first, second), paragraph("y")) == "x\na\tb\nc\t\ny"

    def test_paragraphs_of_a_cell_keep_their_newlines(self) -> None:
        assert text_of(table(row(cell(paragraph("A:")), cell(paragraph("b"), paragraph("c"))))) == (
            "A:\tb\nc"
        )

    def test_a_table_within_a_table_is_read(self) -> None:
        inner = table(row(cell(paragraph("b")), cell(paragraph("c"))))
        assert text_of(table(row(cell(paragraph("a")), cell(inner, paragraph())))) == "a\tb\tc"

    def test_text_boxes_follow_their_paragraph(self) -> None:
        boxed = box(paragraph("b"), paragraph("c"))
        shape = f"<w:r><w:pict><v:textbox>{boxed}</v:textbox></w:pict></w:r>"
        assert text_of(paragraph("a", shape, "d"), paragraph("e")) == "ad\nb\nc\ne"

    def test_of_two_forms_of_the_same_thing_one_is_read(self) -> None:
        both = (
            f"<w:r><mc:AlternateContent><mc:Choice Requires='wps'>{box(paragraph('b'))}</mc:Choice>"
            f"<mc:Fallback><w:pict>{box(paragraph('b'))}</w:pict></mc:Fallback>"
            "</mc:AlternateContent></w:r>"
        )
        assert text_of(paragraph("a", both, "c")) == "ac\nb"

    def test_the_fallback_is_read_where_the_choice_says_nothing(self) -> None:
        alternatives = (
            "<mc:AlternateContent><mc:Choice>{}</mc:Choice>"
            "<mc:Fallback>{}</mc:Fallback></mc:AlternateContent>"
        )
        assert text_of(paragraph(alternatives.format("<w:r/>", run("b")))) == "b"
        assert text_of(
            alternatives.format("", paragraph("x")), alternatives.format(paragraph("y"), "")
        ) == ("x\ny")

    def test_notes_and_comments_are_counted(self) -> None:
        word = read_docx(
            docx_of(
                paragraph(
                    "a",
                    "<w:r><w:footnoteReference w:id='2'/></w:r>",
                    "<w:r><w:endnoteReference w:id='2'/><w:commentReference w:id='1'/></w:r>",
                )
            )
        )
        assert (word.text, word.notes, word.comments) == ("a", 2, 1)


class TestFiles:
    def test_what_python_docx_writes_is_read(self) -> None:
        written = python_docx.Document()
        for number in range(50):
            written.add_paragraph(f"第 {number} 段: a paragraph\twith a tab")
        file = io.BytesIO()
        written.save(file)
        file.seek(0)
        expected = "\n".join(part.text for part in written.paragraphs)
        assert read_docx(file).text == expected

    def test_the_main_part_is_where_the_relationships_say(self) -> None:
        assert read_docx(docx(document_xml(paragraph("a")), "word/document2.xml")).text == "a"

    def test_strict_files_are_read(self) -> None:
        spaces = SPACES.replace(W, "http://purl.oclc.org/ooxml/wordprocessingml/main")
        assert read_docx(docx(document_xml(paragraph("a"), spaces))).text == "a"

    def test_files_in_utf16_are_read(self) -> None:
        xml = '<?xml version="1.0" encoding="UTF-16"?>' + document_xml(paragraph("好")).decode()
        assert read_docx(docx(xml.encode("utf-16"))).text == "好"


class TestWhatIsRefused:
    @pytest.mark.parametrize(
        ("data", "said"),
        [
            (b"just words", "not a Word document"),
            (b"", "not a Word document"),
            (b"PK\x03\x04 and nothing more", "damaged"),
            (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "old Word kind"),
            (
                b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
                "password",
            ),
        ],
    )
    def test_other_files_are_named_for_what_they_are(self, data: bytes, said: str) -> None:
        with pytest.raises(QcodeError, match=said):
            read_docx(io.BytesIO(data))

    def test_another_zip_is_no_word_document(self) -> None:
        file = io.BytesIO()
        with zipfile.ZipFile(file, "w") as package:
            package.writestr("content.txt", "a")
        file.seek(0)
        with pytest.raises(QcodeError, match="not a Word document"):
            read_docx(file)

    def test_entities_are_refused_and_not_resolved(self, tmp_path) -> None:
        secret = tmp_path / "secret.txt"
        secret.write_text("secret")
        for entity in (f'SYSTEM "{secret.as_uri()}"', '"inside"'):
            dtd = f"<!DOCTYPE w:document [<!ENTITY e {entity}>]>".encode()
            with pytest.raises(QcodeError, match="entities"):
                read_docx(docx(dtd + document_xml(paragraph("&e;"))))

    def test_entities_that_grow_without_end_are_refused(self) -> None:
        dtd = "<!DOCTYPE w:document [<!ENTITY a0 'ha'>"
        dtd += "".join(f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 12)) + "]>"
        with pytest.raises(QcodeError):
            read_docx(docx(dtd.encode() + document_xml(paragraph("&a11;"))))

    def test_a_document_type_is_refused_even_without_paragraphs(self) -> None:
        with pytest.raises(QcodeError, match="entities"):
            read_docx(docx(b"<!DOCTYPE w:document [<!ENTITY a 'b'>]>" + document_xml("")))

    def test_xml_that_breaks_off_names_its_place(self) -> None:
        xml = document_xml(paragraph("one")).replace(b"<w:sectPr/>", b"\n<w:sectPr>")
        with pytest.raises(QcodeError) as error:
            read_docx(docx(xml))
        assert error.value.message.params["line"] == 2

    def test_a_main_part_of_another_kind_is_refused(self) -> None:
        with pytest.raises(QcodeError, match="no sound Word document"):
            read_docx(docx(b"<html><p>words</p></html>"))

    def test_nesting_without_end_is_refused(self) -> None:
        deep = "<w:smartTag>" * 5_000 + run("a") + "</w:smartTag>" * 5_000
        with pytest.raises(QcodeError):
            read_docx(docx_of(paragraph(deep)))

    def test_a_zip_bomb_is_refused_by_its_ratio(self) -> None:
        xml = document_xml(paragraph("a" * 25_000_000))
        with pytest.raises(QcodeError, match="unpacks to far more"):
            read_docx(docx(xml))

    def test_the_whole_package_is_bounded(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(docx_package, "MAX_UNPACKED_BYTES", 5_000)
        with pytest.raises(QcodeError, match="unpacks to far more"):
            read_docx(docx(document_xml(paragraph("a")), media=b"\0" * 5_000))

    def test_a_size_that_is_a_lie_unpacks_no_further(self) -> None:
        xml = document_xml(paragraph("a" * 3_000_000))
        data = docx(xml).getvalue()
        lied = data.replace(len(xml).to_bytes(4, "little"), (1000).to_bytes(4, "little"))
        assert lied != data
        with pytest.raises(QcodeError, match="damaged"):
            read_docx(io.BytesIO(lied))

    @pytest.mark.parametrize("name", ["../outside.xml", "/etc/outside.xml", "C:\\outside.xml"])
    def test_parts_that_point_outside_are_refused(self, name: str) -> None:
        with pytest.raises(QcodeError, match="points outside"):
            read_docx(docx(document_xml(paragraph("a")), **{name: b"x"}))

    @settings(max_examples=200, deadline=None)
    @given(st.data())
    def test_a_damaged_file_gives_a_text_or_a_sentence(self, data: st.DataObject) -> None:
        file = bytearray(
            docx_of(paragraph("some words"), table(row(cell(paragraph("a"))))).getvalue()
        )
        for _ in range(data.draw(st.integers(1, 6))):
            place = data.draw(st.integers(0, len(file) - 1))
            file[place] = data.draw(st.integers(0, 255))
        end = data.draw(st.integers(4, len(file)))
        try:
            word = read_docx(io.BytesIO(bytes(file[:end])))
        except QcodeError as error:
            assert str(error)
        else:
            assert isinstance(word.text, str)
