"""Nobody changes what another coder has coded by a key pressed too quickly."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from qcode.model.span import Span
from qcode.services import codings
from qcode.ui.shell.message import MessageDialog

from tests.ui.coding_window import ids, on_text, palette, path, press, typed, window

__all__ = ["path", "window"]

DELETE, R, T = Qt.Key.Key_Delete, Qt.Key.Key_R, Qt.Key.Key_T


@pytest.fixture
def said(monkeypatch):
    """What the window says, dialog by dialog."""
    heard = []

    def read(dialog):
        heard.append(dialog.findChildren(QLabel)[-1].text())

    monkeypatch.setattr(MessageDialog, "exec", read)
    return heard


@pytest.fixture
def bos(window):
    """Bo has coded the first words as tides; Ann has coded others, and acts."""
    space = window.workspace
    project, tides = space.session.project, ids(window)["tides"]
    ann = project.coder
    space.session.act_as("Bo")
    (made,) = codings.apply(project, space.document.id, [Span(0, 4)], [tides])
    space.session.act_as(ann)
    codings.apply(project, space.document.id, [Span(5, 6)], [tides])
    return made


def choose(window, coding_id):
    window.workspace.text.select_span(None)
    window.workspace.choose_coding(coding_id)


@pytest.mark.parametrize("key", [DELETE, R, T])
def test_a_key_on_another_s_coding_leaves_it_and_says_whose_it_is(window, qtbot, said, bos, key):
    before = codings.by_id(window.workspace.session.project, [bos])
    choose(window, bos)
    press(window, qtbot, key)
    assert said == ["This coding is Bo’s; work as Bo to change it."]
    assert palette(window).isHidden()
    assert codings.by_id(window.workspace.session.project, [bos]) == before
    assert not window.actions_["coding.typical"].isChecked()


def test_who_works_as_the_other_may_take_it_away(window, qtbot, said, bos):
    window.workspace.session.act_as("Bo")
    choose(window, bos)
    press(window, qtbot, DELETE)
    assert said == []
    assert len(on_text(window)) == 1


def test_of_marked_passages_only_one_s_own_are_taken_away(window, qtbot, said, bos):
    space = window.workspace
    space.show_passages([ids(window)["tides"]])
    listed = space.passages_panel.list
    qtbot.waitUntil(lambda: listed.model().rowCount() == 2)
    listed.setFocus()
    listed.selectAll()
    qtbot.keyClick(listed, DELETE)
    assert said == ["One of these codings is Bo’s and was left as it is; work as Bo to change it."]
    assert list(space.codings) == [bos]
    listed.selectAll()
    qtbot.keyClick(listed, DELETE)
    assert said[1:] == ["This coding is Bo’s; work as Bo to change it."]
    assert list(space.codings) == [bos]


def test_of_marked_passages_only_one_s_own_get_another_code(window, qtbot, said, bos):
    space = window.workspace
    space.coding_commands.recode_all(list(space.codings))
    assert palette(window)._title.text() == "Recode “tides” as…"
    assert said == []
    typed(window, qtbot, "pilots")
    assert said == ["One of these codings is Bo’s and was left as it is; work as Bo to change it."]
    assert sorted(name for name, _ in on_text(window)) == ["pilots", "tides"]
    assert space.codes[space.codings[bos].code_id].name == "tides"


def test_many_that_were_left_are_counted(window, qtbot, said, bos):
    space = window.workspace
    project, known = space.session.project, ids(window)
    ann = project.coder
    space.session.act_as("Cy")
    codings.apply(project, space.document.id, [Span(0, 4)], [known["lamps"], known["pilots"]])
    space.session.act_as(ann)
    space.coding_commands.take_away(list(space.codings))
    space.coding_commands.take_away(list(space.codings))
    assert said == [
        "3 of these codings were left as they are: Bo, Cy made them. Work as who made a coding to"
        " change it.",
        "None of these codings is yours: Bo, Cy made them. Work as who made a coding to change it.",
    ]
    assert len(on_text(window)) == 3


def test_the_inspector_offers_no_cross_and_no_star_for_another_s_coding(window, qtbot, said, bos):
    space = window.workspace
    choose(window, bos)
    passage = space.inspector.passage
    assert not passage._star.isEnabled()
    row = passage.rows.button(bos)
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton, pos=row.cross().center())
    assert said == []
    qtbot.keyClick(row, DELETE)
    assert said == ["This coding is Bo’s; work as Bo to change it."]
    assert bos in space.codings
    (mine,) = space.codings.keys() - {bos}
    choose(window, mine)
    assert passage._star.isEnabled()
    row = passage.rows.button(mine)
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton, pos=row.cross().center())
    assert list(space.codings) == [bos]
