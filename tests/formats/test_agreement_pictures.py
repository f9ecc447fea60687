"""Pictures of agreement: every figure is there, can be read, and is drawn the same way again."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree
from qcode.formats import agreement_figures as figures
from qcode.formats.agreement_pictures import APART_HIGH, APART_LOW, HIGH, LOW, mixed, on, shade
from qcode.formats.contrast import READABLE, contrast
from qcode.formats.docx_pictures import HIGHEST
from qcode.formats.headings import load
from qcode.formats.pictures import png
from qcode.model.agreement import CodeAgreement
from qcode.model.agreement_report import AgreementReport, HeatMap
from qcode.model.review import Confusion

from tests.formats import agreement_sample as sample

SVG = "{http://www.w3.org/2000/svg}"
EN = load("en")


def words(svg: str) -> list[str]:
    return [node.text or "" for node in etree.fromstring(svg.encode()).iter(f"{SVG}text")]


def many(codes: int, documents: int) -> AgreementReport:
    """So many codes and documents, all of them used everywhere."""
    made = sample.report()
    listed = tuple(sample.code(n, f"code {n}") for n in range(codes))
    heat = HeatMap(
        made.heat.coefficient,  # type: ignore[union-attr]  # the sample has one
        listed,
        tuple(sample.document(n, f"text {n}") for n in range(documents)),
        ((0.5,) * documents,) * codes,
        ((True,) * documents,) * codes,
    )
    figures_of = tuple(CodeAgreement(one, sample.measured(0.5), None) for one in listed)
    cells = {(n, n + 1): 10 + n for n in range(codes - 1)} | {(n, n): 40 for n in range(codes)}
    return replace(
        made,
        agreement=replace(made.agreement, codes=figures_of),
        heat=heat,
        confusions=(Confusion(sample.ANN, sample.BO, listed, cells),),
    )


def test_each_figure_is_written_into_its_square() -> None:
    ((picture, caption),) = figures.heat_maps(sample.report(), EN)
    assert caption == "Krippendorff’s α of each code in each document"
    assert words(picture.svg)[:6] == ["01", "02", "a1 lent & kept", ".68", "–", "a2 “清单”"]
    assert words(picture.svg)[6:8] == [".00", "1.00"]


def test_what_reads_as_nothing_has_not_the_colour_of_less_than_nothing() -> None:
    ((picture, _),) = figures.heat_maps(sample.report(), EN)
    root = etree.fromstring(picture.svg.encode())
    fills = [node.get("fill") for node in root.iter(f"{SVG}rect")]
    assert fills[3] == shade(0.0) != shade(-0.01)


@pytest.mark.parametrize("step", range(101))
def test_figures_can_be_read_on_every_colour(step: int) -> None:
    share = step / 100
    for fill in (shade(share), shade(-share), mixed(LOW, HIGH, share)):
        assert contrast(on(fill), fill) >= READABLE
    apart = mixed(APART_LOW, APART_HIGH, share)
    assert contrast(on(apart), apart) >= READABLE


def test_names_and_axes_can_be_read_on_paper() -> None:
    for shown in (figures.value_lines, figures.heat_maps, figures.confusion):
        for picture, _ in shown(sample.with_interval(), EN):
            root = etree.fromstring(picture.svg.encode())
            inks = {node.get("fill") for node in root.iter(f"{SVG}text")} - {"#000000", "#ffffff"}
            assert inks
            assert all(contrast(ink, "#ffffff") >= READABLE for ink in inks)


def test_of_many_documents_squares_are_colours_and_no_document_is_lost() -> None:
    report = many(45, 130)
    assert figures.numbered(report.heat)
    shown = figures.heat_maps(report, EN)
    assert [caption.partition("(")[2] for _, caption in shown][:2] == ["1 of 6)", "2 of 6)"]
    squares = sum(
        len(list(etree.fromstring(one.svg.encode()).iter(f"{SVG}rect"))) - 9 for one, _ in shown
    )
    assert squares == 45 * 130, "each but the ground and the eight of the legend"
    heads = [word for one, _ in shown[:2] for word in words(one.svg) if word.isdecimal()]
    assert heads == ["1", "10", "20", "30", "40", "50", "60", "66", "70", "80", "90", "100",
                     "110", "120", "130"]  # fmt: skip


def test_pictures_fit_on_a_page() -> None:
    report = many(80, 12)
    for shown in (figures.value_lines(report, EN), figures.heat_maps(report, EN)):
        assert all(picture.scale(9070) > 0.9 and picture.height < HIGHEST for picture, _ in shown)


def test_lines_of_the_literature_and_intervals_are_drawn() -> None:
    ((picture, _),) = figures.value_lines(sample.with_interval(), EN)
    said = words(picture.svg)
    assert {".667", ".800", "a1 lent & kept", "a2 “清单”"} <= set(said)
    assert said.index("a2 “清单”") < said.index("a1 lent & kept"), "the lowest first"
    root = etree.fromstring(picture.svg.encode())
    dashed = [node for node in root.iter(f"{SVG}line") if node.get("stroke-dasharray")]
    assert len(dashed) == 2
    assert len([node for node in root.iter(f"{SVG}line") if node.get("stroke") == HIGH]) == 1
    assert len(list(root.iter(f"{SVG}circle"))) == 2, "what is not defined has no dot"


def test_codes_taken_for_each_other_stand_off_the_diagonal() -> None:
    ((picture, caption),) = figures.confusion(sample.report(), EN)
    assert caption == "What Ann coded, against what 薄 coded"
    names = ["a1 lent & kept", "a2 “清单”", "none"]
    assert words(picture.svg) == [
        *names,
        names[0], "30", "9", "4",
        names[1],
        names[2], "3",
    ]  # fmt: skip


def test_of_several_pairs_the_cells_are_added_up() -> None:
    ((picture, caption),) = figures.confusion(sample.three(), EN)
    assert "all pairs together" in caption
    assert {"90", "27", "12"} <= set(words(picture.svg))


def test_of_many_codes_the_most_confused_are_shown_in_the_order_of_the_codebook() -> None:
    report = many(30, 2)
    chosen = figures.most_confused(report)
    assert chosen == list(range(17, 29)), "what stands at the end meets one code alone"
    ((picture, _),) = figures.confusion(report, EN)
    assert picture.width < 480


def test_where_there_is_no_figure_there_is_no_picture() -> None:
    report = replace(sample.report(), heat=None, confusions=())
    assert figures.heat_maps(report, EN) == []
    assert figures.confusion(report, EN) == []
    nothing = replace(report.agreement, codes=report.agreement.codes[2:])
    assert figures.value_lines(replace(report, agreement=nothing), EN) == []


def test_the_same_figures_are_drawn_the_same_way(tmp_path: Path) -> None:
    for shown in (figures.value_lines, figures.heat_maps, figures.confusion):
        (one, _), *_ = shown(sample.report(), EN)
        (other, _), *_ = shown(sample.report(), EN)
        assert one.svg == other.svg
        assert png(one.svg, 100) == png(other.svg, 100)
