from __future__ import annotations

from pathlib import Path

import pytest
from qcode.formats import texts
from qcode.formats.reading import SUPPORTED_SUFFIXES, AsKind, read_file
from qcode.model.errors import QcodeError
from qcode.model.sources import ReadResult

from tests.formats.docx_files import docx_of, paragraph
from tests.formats.test_records import FULL
from tests.formats.test_thesis_page import ABSTRACT, PAGE


@pytest.fixture
def read(tmp_path: Path):
    def write_and_read(
        name: str, data: bytes | str, as_kind: AsKind = "auto", encoding: str = "auto"
    ) -> ReadResult:
        path = tmp_path / name
        path.write_bytes(data.encode() if isinstance(data, str) else data)
        return read_file(path, as_kind, encoding)

    return write_and_read


def test_a_text_is_a_document_called_like_its_file(read) -> None:
    result = read("Interview 3.final.txt", "\ufeffGood morning.\r\n你好。\r\n")
    (source,) = result.sources
    assert (source.name, source.text) == ("Interview 3.final", "Good morning.\n你好。\n")
    assert (source.is_record, source.label, dict(source.fields)) == (False, "", {})
    assert result.encoding == "utf-8"


@pytest.mark.parametrize("name", ["notes.md", "notes.markdown", "notes.log", "notes", "NOTES.TXT"])
def test_any_text_is_read_as_it_is(read, name: str) -> None:
    text = "# Heading\n\n* **bold** <b>&amp;</b>\n"
    assert read(name, text).sources[0].text == text


def test_a_chosen_encoding_is_used(read) -> None:
    result = read("a.txt", "é".encode(), encoding="cp1252")
    assert (result.sources[0].text, result.encoding) == ("Ã©", "cp1252")


def test_word_files_are_read_whatever_they_are_called(read) -> None:
    for name in ("talk.docx", "talk.txt", "talk"):
        (source,) = read(name, docx_of(paragraph("words")).getvalue()).sources
        assert (source.name, source.text, dict(source.fields)) == ("talk", "words", {})


def test_notes_left_out_of_a_word_file_are_said_in_a_variable(read) -> None:
    note = "<w:r><w:footnoteReference w:id='1'/></w:r>"
    (source,) = read("a.docx", docx_of(paragraph("words", note)).getvalue()).sources
    assert dict(source.fields) == {"Notes left out": "1"}


@pytest.mark.parametrize("name", ["export.ris", "export.txt", "export"])
def test_records_are_recognised_by_content(read, name: str) -> None:
    result = read(name, FULL * 2)
    assert [source.label for source in result.sources] == ["Lindqvist 2019"] * 2
    assert result.encoding == "utf-8"


def test_a_thesis_page_is_recognised_by_content(read) -> None:
    (source,) = read("page.txt", PAGE).sources
    assert (source.text, source.label) == (ABSTRACT, "Zhou 2022")


def test_taken_as_a_document_records_are_one_text(read) -> None:
    assert read("export.ris", FULL, "document").sources[0].text == FULL
    assert read("page.txt", PAGE, "document").sources[0].name == "page"


@pytest.mark.parametrize(
    ("name", "data"),
    [("a.txt", b"Just words."), ("a.docx", docx_of(paragraph("words")).getvalue())],
)
def test_taken_as_records_other_files_are_refused(read, name: str, data: bytes) -> None:
    with pytest.raises(QcodeError, match=f"{name}: It holds no records"):
        read(name, data, "records")


def test_problems_of_single_records_name_the_file(read) -> None:
    result = read("export.ris", FULL + "TY  - JOUR\nTI  - Bare\nER  -\n")
    assert [str(problem) for problem in result.problems] == [
        "export.ris: Record 2 (line 23) has no abstract and was left out: Bare"
    ]


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("empty.txt", b"", "empty"),
        ("blank.txt", b" \r\n\t\n", "holds no text"),
        ("bom.txt", b"\xef\xbb\xbf", "holds no text"),
        ("blank.docx", docx_of(paragraph()).getvalue(), "holds no text"),
        ("nul.txt", b"a\nb\0c\n", "line 2 holds control characters"),
        ("wrong.txt", b"\xef\xbb\xbfone\ntw\xe9\n", "line 2"),
        ("words.docx", b"only words", "not a Word document"),
        ("broken.docx", docx_of(paragraph("a")).getvalue()[:200], "damaged"),
        ("old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100), "old Word kind"),
        ("paper.pdf", b"%PDF-1.7\nwords", "Files of this kind are not read"),
        ("paper.txt", b"%PDF-1.7\nwords", "Files of this kind are not read"),
        ("rich.txt", b"{\\rtf1\\ansi words}", "Files of this kind are not read"),
        ("photo.jpg", b"\xff\xd8\xff\xe0\0\x10JFIF", ".docx"),
        ("photo", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "Files of this kind are not read"),
        ("export.ris", b"just words\n", "belongs to no record"),
        ("export.nbib", b"PMID- 1\n", "Export them as RIS"),
    ],
)
def test_bad_files_get_a_sentence_with_their_name(read, name: str, data: bytes, said: str) -> None:
    try:
        sentence = str(read(name, data).problems[0])
    except QcodeError as error:
        sentence = str(error)
    assert sentence.startswith(f"{name}: ")
    assert said in sentence


def test_a_text_that_begins_like_a_sound_file_is_a_text(read) -> None:
    assert read("a.txt", "RIFFs and licks, an interview").sources[0].name == "a"


def test_what_is_no_file_gets_a_sentence(tmp_path: Path) -> None:
    for path, said in [
        (tmp_path / "absent.txt", "no such file"),
        (tmp_path, "folder"),
        (tmp_path / "a\0b.txt", "no such file"),
    ]:
        with pytest.raises(QcodeError, match=said):
            read_file(path)


def test_a_file_that_may_not_be_read_gets_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "secret.txt"
    path.write_text("words")

    def refuse(self: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(QcodeError, match=r"secret\.txt: It cannot be read \(Permission denied\)"):
        read_file(path)


def test_a_gigabyte_is_refused_before_it_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(1_100_000_000)
    monkeypatch.setattr(Path, "read_bytes", lambda self: pytest.fail("it was read"))
    with pytest.raises(QcodeError, match=r"huge\.txt: It is 1100 MB large"):
        read_file(path)


def test_a_line_without_end_is_refused_by_its_line(read, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(texts, "MAX_LINE_CHARACTERS", 1000)
    with pytest.raises(QcodeError, match=r"long\.txt: Line 2 is longer"):
        read("long.txt", "short\n" + "a" * 2000)


def test_names_that_are_not_unicode_can_be_stored(tmp_path: Path) -> None:
    path = tmp_path / "caf\udce9.txt"
    path.write_text("words")
    assert read_file(path).sources[0].name == "caf?"


def test_the_endings_offered_are_read(read) -> None:
    contents = {".docx": docx_of(paragraph("words")).getvalue(), ".ris": FULL.encode()}
    for suffix in SUPPORTED_SUFFIXES:
        assert read(f"a{suffix}", contents.get(suffix, b"words")).sources
