"""Finding, walking, going back, moving edges: the text in the workspace of a researcher."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from qcode.model.records import CodeDraft
from qcode.model.span import Span
from qcode.services import codes, codings
from qcode.ui.shell.operation import executor, inline
from qcode.ui.workspaces.code import document_codings

from tests.ui.coding_window import CONCEPT, field, ids, on_text, opened, press, select, typed
from tests.ui.panel_project import make_project

NONE, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def path(tmp_path):
    """Two texts; on the first the code pier twice, on the second once; quay on the second."""
    path = tmp_path / "p.qcode"
    with make_project(path, documents=2) as project:
        pier = codes.create(project, CodeDraft("pier", CONCEPT))
        quay = codes.create(project, CodeDraft("quay", CONCEPT))
        codings.apply(project, 1, [Span(0, 6), Span(12, 17)], [pier])
        codings.apply(project, 2, [Span(8, 17)], [quay])
        codings.apply(project, 2, [Span(18, 23)], [pier])
    return path


@pytest.fixture
def window(qapp, path, settings, qtbot):
    with executor(inline), opened(qapp, path, settings, qtbot) as made:
        yield made


def chosen(window):
    space = window.workspace
    found = space.codings.get(space.text.chosen_coding or -1)
    return (
        (space.document.name, space.codes[found.code_id].name, found.start, found.end)
        if found
        else None
    )


def choose(window, number):
    space = window.workspace
    space.choose_coding(sorted(space.codings)[number])


# ---------------------------------------------------------------------- going back


def test_undo_goes_back_to_the_document_and_the_words(window, qtbot):
    space = window.workspace
    select(window, 20, 24)
    press(window, qtbot, Qt.Key.Key_Return)
    typed(window, qtbot, "quay")
    space.navigation.step_document(1)
    assert space.document.name == "Text 2"
    window.undo()
    assert (space.document.name, space.text.caret()) == ("Text 1", 20)
    window.redo()
    assert chosen(window) == ("Text 1", "quay", 20, 24)


def test_undo_of_a_step_on_a_code_shows_the_code(window):
    space = window.workspace
    codes.rename(space.session.project, ids(window)["quay"], "wharf")
    space.codes_panel.select_code(ids(window)["pier"])
    window.undo()
    assert space.codes[space.codes_panel.current_code()].name == "quay"


# ---------------------------------------------------------------------- walking


def test_n_and_p_walk_through_the_passages_of_the_chosen_code_without_a_list(window, qtbot):
    choose(window, 0)
    assert not window.workspace.arrangement.passages_shown()
    press(window, qtbot, Qt.Key.Key_N)
    assert chosen(window) == ("Text 1", "pier", 12, 17)
    assert window.workspace.summary() == "passage 2 of 3"
    press(window, qtbot, Qt.Key.Key_N)
    assert chosen(window) == ("Text 2", "pier", 18, 23)
    press(window, qtbot, Qt.Key.Key_P, Qt.Key.Key_P)
    assert chosen(window) == ("Text 1", "pier", 0, 6)
    window.workspace.text.set_chosen_coding(None)
    assert window.workspace.summary() == "2 passages here"


def test_with_the_list_open_they_follow_the_list(window, qtbot):
    space = window.workspace
    space.show_passages([ids(window)["quay"]])
    press(window, qtbot, Qt.Key.Key_N)
    assert chosen(window) == ("Text 2", "quay", 8, 17)


def test_j_goes_to_the_next_passage_whatever_its_code(window, qtbot):
    window.workspace.open_document(2)
    press(window, qtbot, Qt.Key.Key_J)
    assert chosen(window)[1] == "quay"
    press(window, qtbot, Qt.Key.Key_J)
    assert chosen(window)[1] == "pier"


# ---------------------------------------------------------------------- edges


def test_e_and_s_move_the_edges_of_the_chosen_coding_in_one_step(window, qtbot):
    choose(window, 1)
    press(window, qtbot, Qt.Key.Key_E, Qt.Key.Key_E, Qt.Key.Key_E)
    qtbot.keyClick(window.workspace.text, Qt.Key.Key_S, SHIFT)
    assert chosen(window) == ("Text 1", "pier", 13, 20)
    window.undo()
    assert chosen(window) == ("Text 1", "pier", 12, 17)


def test_edges_of_others_stay_where_they_are(window, qtbot):
    window.session.act_as("Bo")
    choose(window, 1)
    press(window, qtbot, Qt.Key.Key_E)
    assert chosen(window) == ("Text 1", "pier", 12, 17)


# ---------------------------------------------------------------------- finding


def test_every_hit_of_a_word_can_be_coded_at_once(window, qtbot):
    window.actions_["view.find"].trigger()
    bar = window.workspace.text_commands.find_bar
    words = bar.findChild(QLineEdit)
    qtbot.keyClicks(words, "the")
    bar.codeAllRequested.emit(bar.hits())
    qtbot.keyClicks(field(window), "article")
    qtbot.keyClick(field(window), Qt.Key.Key_Return)
    found = [words for name, words in on_text(window) if name == "article"]
    assert found == ["the"] * 4
    window.undo()
    assert "article" not in ids(window)


# ---------------------------------------------------------------------- how it is shown


def test_only_my_codings_can_be_shown_and_all_of_them_again(window):
    window.session.act_as("Bo")
    window.workspace.coding_commands.apply([ids(window)["quay"]], Span(20, 24))
    shown = window.workspace.text.codings_within
    only_mine = window.actions_["view.only_mine"]
    only_mine.trigger()
    assert [one.coder for one in shown(Span(0, 60))] == ["Bo"]
    only_mine.trigger()
    assert [one.coder for one in shown(Span(0, 60))] == ["Ann", "Ann", "Bo"]


def test_stripes_width_and_distance_come_back_next_time(qapp, path, settings, qtbot):
    settings.measure, settings.spacing, settings.stripes = 28, "wide", "lanes"
    with executor(inline), opened(qapp, path, settings, qtbot) as window:
        text = window.workspace.text
        assert (text.measure, text.spacing, text.stripes) == (28, "wide", "lanes")
        assert window.actions_["view.stripes.lanes"].isChecked()
        window.actions_["view.stripes.off"].trigger()
    assert settings.stripes == "off"


def test_passages_stay_beside_the_text_until_next_time(window, path, qtbot):
    window.workspace.show_passages([ids(window)["pier"]])
    window.workspace.passages_panel.sideRequested.emit(True)
    panel, text = window.workspace.passages_panel, window.workspace.text
    qtbot.waitUntil(lambda: panel.mapToGlobal(panel.rect().topLeft()).x() > text.width())
    window.leave_project()
    window.files.open_path(path)
    assert window.workspace.arrangement.beside


# ---------------------------------------------------------------------- long texts


def test_of_a_long_text_codings_in_view_come_first_and_the_others_follow(
    qapp, path, settings, qtbot, monkeypatch
):
    monkeypatch.setattr(document_codings, "NEAR", 8)
    with opened(qapp, path, settings, qtbot) as window:
        space = window.workspace
        space.open_document(2)
        assert space.document.name == "Text 2"
        qtbot.waitUntil(lambda: space.document_codings.complete)
        assert [name for name, _ in on_text(window)] == ["quay", "pier"]
        space.open_document(1)
        assert [words for _, words in on_text(window)] == ["Text 1"]
        # A step taken before the rest has come is not lost when it comes.
        space.coding_commands.apply([ids(window)["quay"]], Span(20, 24))
        qtbot.waitUntil(lambda: space.document_codings.complete)
        assert [name for name, _ in on_text(window)] == ["pier", "pier", "quay"]
        assert space.summary() == "3 passages here"


# ---------------------------------------------------------------------- the list of passages


def test_the_list_marks_recodes_and_removes_passages_of_any_document(window, qtbot):
    space = window.workspace
    panel = space.passages_panel
    space.show_passages([ids(window)["pier"]])
    every = [coding.id for coding in codings.by_id(space.session.project, range(1, 9))]
    pier = [one for one in every if one != 3]
    panel.typicalRequested.emit(pier)
    assert all(one.typical for one in codings.by_id(space.session.project, pier))
    panel.typicalRequested.emit(pier)
    assert not any(one.typical for one in codings.by_id(space.session.project, pier))
    panel.recodeRequested.emit(pier)
    typed(window, qtbot, "quay")
    listed = codings.by_id(space.session.project, pier)
    assert {one.code_id for one in listed} == {ids(window)["quay"]}
    panel.removeRequested.emit(pier)
    assert codings.by_id(space.session.project, pier) == []


def test_m_in_the_list_goes_to_the_passage_and_writes_on_it(window):
    space = window.workspace
    (coding,) = (one for one in space.codings.values() if one.start == 12)
    space.passages_panel.memoRequested.emit([coding.id])
    assert chosen(window) == ("Text 1", "pier", 12, 17)
    assert window.focusWidget() is space.inspector.passage.memo.editor


def test_the_tree_follows_a_chosen_passage_that_gets_another_code(window, qtbot):
    choose(window, 0)
    press(window, qtbot, Qt.Key.Key_R)
    typed(window, qtbot, "quay")
    assert window.workspace.codes_panel.current_code() == ids(window)["quay"]


# ---------------------------------------------------------------------- the inspector follows


def click_row(panel, key, qtbot):
    index = panel.view.model().index_of(key)
    panel.view.scrollTo(index)
    where = panel.view.visualRect(index).center()
    qtbot.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=where)


def test_the_current_code_is_shown_by_a_click_after_one_was_elsewhere(window, qtbot):
    space, quay = window.workspace, ids(window)["quay"]
    click_row(space.codes_panel, quay, qtbot)
    assert space.inspector.code.isVisible()
    window.desk.show_workspace("axial")
    window.desk.show_workspace("code")
    space.knowledge.inspect()
    assert space.inspector.document.isVisible()
    assert space.codes_panel.current_code() == quay
    click_row(space.codes_panel, quay, qtbot)
    assert space.inspector.code.isVisible()
    assert space.inspector.code.code.id == quay
    assert not space.inspector.document.isVisible()


def test_the_open_document_is_shown_by_a_click_after_a_code_was(window, qtbot):
    space = window.workspace
    click_row(space.codes_panel, ids(window)["quay"], qtbot)
    assert space.inspector.code.isVisible()
    key = space.documents_panel.current_key()
    click_row(space.documents_panel, key, qtbot)
    assert space.inspector.document.isVisible()
    assert not space.inspector.code.isVisible()


def test_a_click_on_another_code_asks_about_it_once(window, qtbot, monkeypatch):
    space, asked = window.workspace, []
    click_row(space.codes_panel, ids(window)["quay"], qtbot)
    monkeypatch.setattr(space.inspector, "show_code", asked.append)
    click_row(space.codes_panel, ids(window)["pier"], qtbot)
    assert asked == [ids(window)["pier"]]
