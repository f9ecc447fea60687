"""The faces of the interface and of the texts."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFont, QFontDatabase, QRawFont, QTextLayout
from qcode.ui.shell.fonts import interface_font, reading_families, reading_font

WORDS = "04 社区书记访谈 Street cadre"


def faces(font: QFont) -> list[QRawFont]:
    """The faces in which ``WORDS`` are set."""
    layout = QTextLayout(WORDS, font)
    layout.beginLayout()
    layout.createLine().setLineWidth(1000)
    layout.endLayout()
    return [run.rawFont() for run in layout.glyphRuns()]


@pytest.fixture
def chinese(qapp):
    """A family that the interface would take; this machine may have none of them."""
    added = interface_font(QFont("no such family")).families()[1:]
    if not added:
        pytest.skip("no Chinese sans is installed")
    return added[0]


def test_chinese_beside_regular_latin_is_regular_and_simplified(qapp, chinese):
    found = faces(interface_font(qapp.font()))
    assert chinese in {face.familyName() for face in found}
    assert {face.weight() for face in found} == {QFont.Weight.Normal}
    assert not {face.styleName() for face in found} & {"Bold", "Medium", "Black"}


def test_a_bold_heading_does_not_make_the_chinese_after_it_bold(qapp, chinese):
    heading = interface_font(qapp.font())
    heading.setBold(True)
    assert {face.weight() for face in faces(heading)} == {QFont.Weight.Bold}
    assert {face.weight() for face in faces(interface_font(qapp.font()))} == {QFont.Weight.Normal}


def test_the_interface_keeps_size_and_weight_of_the_system(qapp):
    system = QFont(qapp.font())
    system.setPointSizeF(13.5)
    system.setWeight(QFont.Weight.Light)
    font = interface_font(system)
    assert (font.pointSizeF(), font.weight()) == (13.5, QFont.Weight.Light)


def test_only_installed_families_are_asked_for_texts(qapp):
    asked = reading_font(12).families()
    assert asked
    assert all(QFontDatabase.hasFamily(name) for name in asked)


def test_the_typefaces_offered_have_letters_to_read(qapp):
    offered = reading_families()
    system = QFontDatabase.WritingSystem
    assert offered
    for family in offered:
        scripts = set(QFontDatabase.writingSystems(family))
        assert scripts & {
            system.Latin,
            system.SimplifiedChinese,
            system.TraditionalChinese,
            system.Japanese,
            system.Korean,
        }, family
        assert system.Symbol not in scripts, family


def test_the_faces_of_the_program_itself_are_among_them(qapp):
    assert set(reading_font(12).families()) <= set(reading_families())
