"""The life of a code in the inspector, read when somebody asks for it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from qcode.services import code_biography, code_events, codes
from qcode.ui.widgets.inspector.biography import BiographySection, EntryView


@pytest.fixture
def section(world, qtbot, at_once):
    made = BiographySection(world.session)
    qtbot.addWidget(made)
    made.show()
    return made


def unfold(section, code_id):
    section.show_code(code_id)
    section.button.setChecked(True)
    QApplication.processEvents()


def told(section):
    QApplication.processEvents()
    return [
        " ".join(label.text() for label in entry.findChildren(type(section._note(""))))
        for entry in section.findChildren(EntryView)
        if not entry.isHidden()
    ]


def test_nothing_is_read_while_it_is_folded(section, world, monkeypatch):
    asked = []
    monkeypatch.setattr(code_biography, "biography", lambda *_: asked.append(1))
    section.show_code(world.lamp)
    codes.rename(world.project, world.lamp, "the lamp")
    assert asked == []


def test_the_latest_stands_on_top(section, world):
    codes.rename(world.project, world.lamp, "the lamp")
    unfold(section, world.lamp)
    first, second = told(section)
    assert "Renamed from “lamp decides” to “the lamp”" in first
    assert "Made as concept" in second
    assert "Ann" in second


def test_it_follows_what_happens(section, world):
    unfold(section, world.lamp)
    before = len(told(section))
    codes.rename(world.project, world.lamp, "the lamp")
    assert len(told(section)) == before + 1
    world.project.undo()
    assert len(told(section)) == before


def test_a_reason_is_added_where_codes_were_merged(section, world):
    codes.merge(world.project, [world.care], world.lamp)
    unfold(section, world.lamp)
    entry = next(one for one in section.findChildren(EntryView) if one.add.text())
    entry.add.click()
    QTest.keyClicks(entry.field, "the same sign")
    QTest.keyClick(entry.field, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert [one.reason for one in code_events.listed(world.project)] == ["the same sign"]
    assert any("because: the same sign" in words for words in told(section))
