"""The report on agreement in Word: every table, its notes, the prose, and the same bytes."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace

import docx
import pytest
from docx.document import Document
from lxml import etree
from qcode.formats import agreement_docx
from qcode.formats.agreement_prose import prose
from qcode.formats.agreement_words import decimal
from qcode.formats.headings import Language, load
from qcode.model.agreement import Measured, Request, Undefined, Unit
from qcode.model.agreement_report import AgreementReport, Counted
from qcode.model.report import PageSetup

from tests.formats import agreement_sample as sample
from tests.formats.docx_order import W, misplaced

EN, ZH = load("en"), load("zh")
SAMPLES = [
    sample.report,
    sample.three,
    sample.with_interval,
    sample.reviewed,
    sample.segments,
    sample.segments_of_three,
]


def written(report: AgreementReport, language: Language = "en") -> io.BytesIO:
    out = io.BytesIO()
    agreement_docx.write(report, out, PageSetup(headings=language))
    out.seek(0)
    return out


def opened(report: AgreementReport, language: Language = "en") -> Document:
    return docx.Document(written(report, language))


def table(document: Document, head: str) -> list[list[str]]:
    """The table whose first head is given."""
    for found in document.tables:
        rows = [[cell.text for cell in row.cells] for row in found.rows]
        if rows[0][0] == head:
            return rows
    raise AssertionError(f"no table begins with {head}")


def texts(document: Document) -> str:
    return "\n".join(paragraph.text for paragraph in document.paragraphs)


def test_the_counts_and_coefficients_of_each_code_stand_in_a_row() -> None:
    document = opened(sample.report())
    rows = table(document, "Code")
    assert rows[0] == [
        "Code", "Both", "Only Ann", "Only 薄", "Neither", "%", "α", "κ", "AC1", "Dice",
    ]  # fmt: skip
    assert rows[1] == [
        "a1 lent & kept", "30", "5", "7", "1958", "98.5", ".683", ".683", ".970", ".712",
    ]  # fmt: skip
    assert rows[2][6:8] == ["−.004", "−.004"]
    assert rows[3] == [
        "All codes, pooled", "30", "17", "7", "5946", "98.5", ".600", ".600", ".970", ".712",
    ]  # fmt: skip
    assert "None of them used in these documents: unused." in texts(document)


def test_the_interval_stands_behind_alpha_where_there_is_one() -> None:
    rows = table(opened(sample.with_interval()), "Code")
    assert rows[0][6:8] == ["α", "95 %"]
    assert [row[7] for row in rows[1:]] == ["−.01, .90", "", ".51, .69"]


def test_lowest_and_median_stand_beside_the_pooled_figure() -> None:
    rows = {row[0]: row[1:] for row in table(opened(sample.report()), "Coefficient")}
    assert rows["Krippendorff’s α"] == [".600", ""]
    assert rows["Krippendorff’s α · Lowest of a code"][0] == "−.004"
    assert rows["Krippendorff’s α · Median of the codes"] == [
        ".340",
        "defined in 2 codes",
    ]
    assert rows["α over sets of codes (MASI)"][0] == ".610"
    assert rows["αU over units on a continuum"][0] == ".550"


def test_what_is_not_defined_is_a_dash_with_its_reason_below() -> None:
    document = opened(sample.report())
    rows = table(document, "Document")
    assert rows[1][:4] == ["01  Interview <one>", "1200", "98.5", ".500"]
    assert rows[2][1:] == ["800", "100.0", "–¹", "–¹", "1.000", "–²"]
    said = texts(document)
    assert "¹ not defined: every unit was given the same value" in said
    assert "² not defined: nobody used it." in said
    assert "not defined: passages that one coder gave different codes overlap" in said


def test_three_coders_have_no_cells_but_pairs_and_a_matrix() -> None:
    document = opened(sample.three())
    assert table(document, "Code")[0] == ["Code", "%", "α", "κ", "AC1"]
    pairs = table(document, "Coders")
    assert [row[0] for row in pairs[1:]] == ["Ann × 薄", "Ann × Cy <&>", "薄 × Cy <&>"]
    matrix = table(document, "")
    assert matrix[0] == ["", "Ann", "薄", "Cy <&>"]
    assert matrix[1] == ["Ann", "", ".600", ".600"]


def test_rounds_and_decisions_are_told_apart() -> None:
    document = opened(sample.reviewed())
    rounds = table(document, "Round")
    assert [(row[0], row[5]) for row in rounds[1:]] == [
        ("pilot", ".600"),
        ("main", ".900"),
        ("now, as coded", ".600"),
        ("now, with what was decided", ".950"),
    ]
    decisions = table(document, "Kind")
    assert decisions[0] == ["Kind", "Open", "As the second", "Union", "Together"]
    assert decisions[-1] == ["Together", "1", "4", "2", "7"]


def test_segments_have_neither_alpha_nor_uncoded_ones() -> None:
    rows = table(opened(sample.segments()), "Code")
    assert rows[0] == ["Code", "Both", "Only Ann", "Only 薄", "%", "Dice"]
    assert [row[0] for row in rows[1:]] == ["a1 lent & kept", "All codes, pooled"]


def test_segments_of_three_coders_have_figures_of_pairs_alone() -> None:
    document = opened(sample.segments_of_three())
    said = texts(document)
    assert "Code by code" not in said
    assert "None of them used" not in said
    assert "for each pair of coders. Character by character, α was also computed" in said
    assert table(document, "Coders")[1][0] == "Ann × 薄"


def test_a_code_that_all_gave_to_everything_stands_in_the_table() -> None:
    report = replace(sample.three(), used=frozenset({1, 2, 3}))
    document = opened(report)
    assert [row[0] for row in table(document, "Code")][3] == "a3 unused"
    assert "None of them used" not in texts(document)


def test_the_table_over_all_codes_says_between_how_many_values_was_chosen() -> None:
    assert "Brennan–Prediger with q = 2: a unit has the code or not." in texts(
        opened(sample.report())
    )


def test_a_round_of_another_unit_and_other_coders_says_so() -> None:
    made = sample.reviewed()
    pilot, main = made.rounds
    other = sample.agreement(Request(unit=Unit.SENTENCE), (sample.ANN, sample.CY))
    later = replace(main, figures=replace(other, codes=other.codes[:2]))
    report = replace(made, rounds=(pilot, later))
    assert "“main”, 2 November 2026, Ann and Cy <&>, sentences, 2 codes: α .600)" in prose(
        report, EN
    )
    names = [row[0] for row in table(opened(report), "Round")]
    assert names[1:3] == ["pilot", "main · sentences · 2 codes"]


def test_a_note_stays_on_the_page_of_its_table_and_a_figure_lets_go_of_the_next() -> None:
    body = zipfile.ZipFile(written(sample.report())).read("word/document.xml").decode()
    before_note = body[: body.index("Brennan–Prediger with q = 2")]
    gap = before_note.rindex('<w:pStyle w:val="Gap"/>')
    assert before_note[gap:].startswith('<w:pStyle w:val="Gap"/><w:keepNext/>')
    assert '<w:pStyle w:val="Caption"/><w:keepNext/>' in body
    many = replace(
        sample.report(),
        heat=replace(
            sample.report().heat,
            codes=(sample.LENT,) * 30,
            values=((0.5, 0.5),) * 30,
            used=((True, True),) * 30,
        ),
    )
    body = zipfile.ZipFile(written(many)).read("word/document.xml").decode()
    assert '<w:pStyle w:val="Caption"/><w:keepNext w:val="0"/>' in body


def test_lines_of_authors_are_named_for_their_coefficient_and_never_for_ac1() -> None:
    rows = table(opened(sample.report()), "For")
    assert {row[0] for row in rows[1:]} == {"Krippendorff’s α", "Cohen’s κ"}
    assert ["Krippendorff’s α", ".667"] in [row[:2] for row in rows]
    assert {row[3] for row in rows[1:]} == {"Krippendorff (2019)", "Landis & Koch (1977)"}


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("made", SAMPLES)
def test_the_paragraph_has_no_gap_left_open(made: type, language: Language) -> None:
    said = prose(made(), load(language))
    assert not set("{}") & set(said)
    assert "  " not in said
    assert " ," not in said
    assert said.endswith("." if language == "en" else "。")


def test_the_paragraph_says_unit_coefficients_and_what_counts() -> None:
    said = prose(sample.report(), EN)
    for part in (
        "rests on what Ann and 薄 coded in 2 of 4 documents, 50.0 % of all characters.",
        "A document counts when all of them have finished it",
        "character by character",
        "all 3 codes of the codebook",
        "Cohen’s κ (Cohen, 1960)",
        "fewer than 10 documents",
        "percent agreement was 98.5 % and α was .600; code by code, α is defined in 2 codes",
        "differ in 3 places; nothing has been decided about this yet.",
    ):
        assert part in said
    said = prose(sample.report(), ZH)
    for part in (
        "本报告比较 Ann 和薄的编码，涉及 4 份文本中的 2 份，占全部字符的 50.0%。",
        "全部 3 个编码",
        "百分比一致率为 98.5%，α 为 0.600；",
        "编码者之间共有 3 处分歧，尚未裁定。",
    ):
        assert part in said


def test_the_paragraph_tells_rounds_and_the_rule_of_resolution() -> None:
    said = prose(sample.reviewed(), EN)
    assert "in 2 rounds" in said
    assert "“pilot”, 1 October 2026: α .600; “main”, 2 November 2026: α .900" in said
    assert ("differ in 7 places: 6 decided (as the second: 4, union: 2), 1 still open.") in said
    assert "α is .950; this is negotiated agreement and no reliability" in said


@pytest.mark.parametrize(
    ("report", "part"),
    [
        (sample.three(), "Fleiss’ κ (Fleiss, 1971)"),
        (sample.segments(), "at least 80 % of the longer one"),
        (sample.with_interval(), "α was .600 [.512, .688]"),
        (replace(sample.report(), documents_chosen=3), "It was restricted to 3 documents chosen"),
        (sample.three(), "yet. Places are counted for each pair of coders."),
        (
            replace(sample.reviewed(), agreement=sample.three().agreement),
            "Places are counted for each pair of coders.",
        ),
        (replace(sample.report(), counted=Counted.ALL), "whether they were finished or not"),
        (replace(sample.report(), counted=Counted.NO_STATUS), "It was not recorded"),
        (replace(sample.report(), chosen=True), "3 codes (lent & kept, “清单”, unused)"),
        (sample.report(sample.agreement(Request(roll_up=True))), "the codes above its own"),
    ],
)
def test_the_paragraph_follows_what_was_asked_for(report: AgreementReport, part: str) -> None:
    assert part in prose(report, EN)


def test_where_nothing_can_be_compared_the_report_says_only_that() -> None:
    nothing = Measured({}, dict.fromkeys(sample.C, Undefined.NO_DOCUMENT))
    found = replace(sample.agreement(compared=0), overall=nothing, documents=())
    document = opened(sample.report(found))
    said = texts(document)
    assert "There is nothing to compare: no document was finished by all of them." in said
    assert "没有可以比较的内容：没有各编码者均已完成的文本。" in said
    assert len(document.tables) == 1


def test_no_draws_are_told_of_where_there_was_nothing_to_draw() -> None:
    alone = Measured({}, dict.fromkeys(sample.C, Undefined.ONE_CODER))
    found = replace(sample.agreement(compared=12), overall=alone, coders=(sample.ANN,), pairs=())
    facts = {row[0]: row[1] for row in table(opened(sample.report(found)), "Date")}
    assert "Interval" not in facts
    drawn = {row[0]: row[1] for row in table(opened(sample.with_interval()), "Date")}
    assert "1,000 draws of documents" in drawn["Interval"]


def test_figures_are_written_as_each_language_does() -> None:
    assert [decimal(value, EN) for value in (0.6832, 1.0, -0.004, -0.0001)] == [
        ".683", "1.000", "−.004", ".000",
    ]  # fmt: skip
    assert [decimal(value, ZH) for value in (0.6832, -0.25)] == ["0.683", "−0.250"]


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("made", SAMPLES)
def test_word_finds_every_element_in_its_place(made: type, language: Language) -> None:
    with zipfile.ZipFile(written(made(), language)) as package:
        root = etree.fromstring(package.read("word/document.xml"))
        assert root.tag == f"{W}document"
        assert list(misplaced(root)) == []
        pictures = [name for name in package.namelist() if name.endswith(".svg")]
        assert pictures
        for name in pictures:
            etree.fromstring(package.read(name))


def test_the_same_report_gives_the_same_bytes() -> None:
    assert written(sample.reviewed()).read() == written(sample.reviewed()).read()
