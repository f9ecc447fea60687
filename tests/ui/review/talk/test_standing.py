"""What stands below the list: the consensus, and the rounds that are kept."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu
from qcode.services import codings
from qcode.services.review import rounds
from qcode.ui.dialogs.version import VersionWords

from tests.ui.review import talk_project
from tests.ui.review.talk.talking import agreed

pytestmark = pytest.mark.usefixtures("at_once")


def test_what_all_agree_on_is_taken_over_in_one_step(world, talk, qtbot):
    qtbot.waitUntil(lambda: talk.consensus.take_over.text() == "Take over 1 on which all agree")
    qtbot.mouseClick(talk.consensus.take_over, Qt.MouseButton.LeftButton)
    assert agreed(world) == {(world.ferry, *talk_project.LAMP, world.lamp)}
    assert world.project.undo() is not None
    assert agreed(world) == set()


def test_a_round_is_kept_and_stands_beside_today(world, talk, qtbot, monkeypatch):
    monkeypatch.setattr(
        "qcode.ui.workspaces.review.standing.ask_round", lambda *_: ("Alone", "before we talked")
    )
    talk.actions_["review.freeze"].trigger()
    qtbot.waitUntil(lambda: talk.rounds.said.text().startswith("Alone α"))
    talk.rounds.opened.setChecked(True)
    table = talk.rounds.table
    assert [table.topLevelItem(row).text(0) for row in range(2)] == ["Alone", "Today"]
    assert table.topLevelItem(0).text(3) == table.topLevelItem(1).text(3)


def test_a_round_gets_another_name_and_note_by_its_menu(world, talk, qtbot, monkeypatch):
    before = VersionWords("Alone", "before we talked")
    monkeypatch.setattr("qcode.ui.workspaces.review.standing.ask_round", lambda *_: before)
    talk.actions_["review.freeze"].trigger()
    qtbot.waitUntil(lambda: talk.rounds.said.text().startswith("Alone α"))
    table = talk.rounds.table
    talk.rounds.opened.setChecked(True)
    table.setCurrentItem(table.topLevelItem(0))

    def words(_parent, _heading, _accept, offered):
        assert offered == before
        return VersionWords("First", "each for themselves")

    monkeypatch.setattr("qcode.ui.workspaces.review.standing.ask_words", words)
    menus: list[QMenu] = []
    monkeypatch.setattr(QMenu, "popup", lambda menu, *_: menus.append(menu))
    table.customContextMenuRequested.emit(table.viewport().rect().center())
    (menu,) = menus
    next(one for one in menu.actions() if one.text() == "&Name and note…").trigger()
    (kept,) = rounds.listed(world.project)
    assert (kept.name, kept.note) == ("First", "each for themselves")
    qtbot.waitUntil(lambda: table.topLevelItem(0).text(0) == "First")
    world.project.undo()
    (kept,) = rounds.listed(world.project)
    assert (kept.name, kept.note) == before


def test_a_decision_about_codings_that_changed_is_told_below_the_list(world, talk, qtbot):
    qtbot.keyClick(talk.view, "1")
    world.project.act_as("Bo", remember=False)
    codings.apply(world.project, world.ferry, [talk_project.LONGER], [world.call])
    world.project.act_as("Ann", remember=False)
    talk.load(*talk_project.compared(world.project))
    assert talk.consensus.note.text() == "0 of 4 settled, 1 about other codings"
    assert talk.consensus.note.toolTip().endswith("calling twice, as Ann")
