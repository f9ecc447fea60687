from __future__ import annotations

import struct
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree
from qcode.formats import curve
from qcode.formats.headings import LANGUAGES, Language
from qcode.model.errors import QcodeError
from qcode.model.report import PageSetup
from qcode.model.schools import School, Terms

from tests.formats.saturation_sample import sample

TEXT = "{http://www.w3.org/2000/svg}text"


def svg_texts(path: Path) -> list[str]:
    return ["".join(one.itertext()) for one in etree.parse(path).iter(TEXT)]


def test_text_of_the_svg_is_text(tmp_path: Path) -> None:
    out = tmp_path / "curve.svg"
    curve.write(sample(), out, PageSetup(headings="zh"))
    words = svg_texts(out)
    assert {"概念（累计）", "初始范畴（累计）", "留作检验", "文本（按编码顺序）"} <= set(words)
    assert [word for word in words if word.startswith("0") and len(word) == 2] == [
        f"0{place}" for place in range(1, 8)
    ]
    assert "SimSun" in out.read_text(encoding="utf-8"), "fonts of other systems are named too"


def test_kinds_have_the_names_of_the_project(tmp_path: Path) -> None:
    out = tmp_path / "curve.svg"
    curve.write(
        sample(), out, PageSetup(terms=Terms(School.THEMATIC, (("kind.category", "a $x$ & b"),)))
    )
    assert {"Code, cumulative", "a $x$ & b, cumulative"} <= set(svg_texts(out))


def test_png_is_large_enough_to_print(tmp_path: Path) -> None:
    out = tmp_path / "curve.png"
    curve.write(sample(), out)
    width, height = struct.unpack(">II", out.read_bytes()[16:24])
    assert (width, height) == (1889, 1062)  # 16 × 9 cm at 300 dots an inch


@pytest.mark.parametrize("ending", curve.FORMATS)
def test_the_same_curve_gives_the_same_bytes(tmp_path: Path, ending: str) -> None:
    one, other = tmp_path / f"one{ending}", tmp_path / f"other{ending}"
    curve.write(sample(), one)
    curve.write(sample(), other)
    assert one.read_bytes() == other.read_bytes()


@pytest.mark.parametrize("count", [0, 1, 80])
def test_any_number_of_documents_can_be_drawn(tmp_path: Path, count: int) -> None:
    documents = tuple(sample().documents[place % 7] for place in range(count))
    out = tmp_path / "curve.svg"
    curve.write(replace(sample(), documents=documents), out)
    assert "Documents in the order of coding" in svg_texts(out)


def test_documents_without_codings_are_no_points(tmp_path: Path) -> None:
    out = tmp_path / "curve.svg"
    curve.write(sample(uncoded=True), out)
    assert "06" in svg_texts(out) and "07" not in svg_texts(out)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_letter_of_the_figure_has_an_installed_font(language: Language) -> None:
    from matplotlib import font_manager

    there = {font.name for font in font_manager.fontManager.ttflist}
    found = curve.fonts(language)
    assert set(found) <= there
    if any(name in there for name in curve.CHINESE):
        letters: set[int] = set()
        for name in found:
            path = font_manager.findfont(name, fallback_to_default=False)
            letters |= set(font_manager.get_font(path).get_charmap())
        assert {ord(sign) for sign in "概念范畴（累计）Concept0"} <= letters


def test_another_ending_and_a_missing_folder_are_refused(tmp_path: Path) -> None:
    with pytest.raises(QcodeError, match=r"curve\.pdf"):
        curve.write(sample(), tmp_path / "curve.pdf")
    with pytest.raises(QcodeError, match="does not exist"):
        curve.write(sample(), tmp_path / "nowhere" / "curve.svg")
