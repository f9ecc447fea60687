"""A step is one thing to the user: what it changes is worked out once, not once for each part."""

import pytest
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QApplication, QWidget
from qcode.model.changes import ChangeSet
from qcode.services import codes, codings
from qcode.ui.shell.session import Session
from qcode.ui.widgets.inspector.words_label import WordsLabel

from tests.ui.coding_window import ids, path, select, window
from tests.ui.comparing import panel

__all__ = ["panel", "path", "window"]


@pytest.fixture
def answers(window, monkeypatch):
    """The conditions as the window works them out, one after the other."""
    found = []
    conditions = window.workspace.conditions

    def counted():
        found.append(conditions())
        return found[-1]

    monkeypatch.setattr(window.workspace, "conditions", counted)
    return found


def test_applying_a_code_works_out_once_what_can_be_done_now(window, answers):
    select(window, 0, 6)
    answers.clear()
    window.workspace.coding_commands.apply([ids(window)["tides"]])
    assert len(answers) == 1
    assert {"coding", "passage"} <= answers[0]
    assert window.actions_["edit.undo"].isEnabled()
    assert window.actions_["coding.remove"].isEnabled()


def test_undoing_works_out_what_can_be_done_after_the_step_and_at_its_place(window, answers):
    select(window, 0, 6)
    window.workspace.coding_commands.apply([ids(window)["tides"]])
    answers.clear()
    window.undo()
    assert len(answers) == 2
    assert window.actions_["edit.redo"].isEnabled()
    assert not window.actions_["coding.remove"].isEnabled()


def test_a_step_from_elsewhere_is_answered_without_waiting(window, answers):
    answers.clear()
    codes.rename(window.session.project, ids(window)["tides"], "Tides")
    assert len(answers) == 1
    assert window.actions_["edit.undo"].isEnabled()


def test_who_gathers_hears_once_and_also_when_something_fails(window, qtbot):
    session: Session = window.session
    with (
        qtbot.waitSignal(session.gathered),
        pytest.raises(ZeroDivisionError),
        session.together(),
        session.together(),
    ):
        assert session.gathering
        raise ZeroDivisionError
    assert not session.gathering


def test_gathered_comes_after_everybody_has_heard_of_the_step(window):
    heard = []
    window.session.gathered.connect(lambda: heard.append("gathered"))
    window.session.changed.connect(
        lambda changes: heard.append("changed" if isinstance(changes, ChangeSet) else "?")
    )
    codes.rename(window.session.project, ids(window)["tides"], "Tides")
    assert heard == ["changed", "gathered"]


def test_a_quotation_is_measured_once_at_each_width(qtbot, monkeypatch):
    asked = []
    measure = QFontMetrics.boundingRect
    monkeypatch.setattr(
        QFontMetrics,
        "boundingRect",
        lambda metrics, *asking: asked.append(asking[2]) or measure(metrics, *asking),
    )
    around = QWidget()
    qtbot.addWidget(around)
    words = WordsLabel(around)
    words.setText("the harbour lamps " * 12)
    narrow = [words.heightForWidth(120) for _ in range(3)]
    wide = words.heightForWidth(400)
    assert asked == [120, 400]
    assert narrow == [narrow[0]] * 3
    assert narrow[0] > wide


def test_a_quotation_is_measured_anew_with_other_words_and_in_another_font(qtbot):
    around = QWidget()
    qtbot.addWidget(around)
    words = WordsLabel(around)
    words.setText("lamps")
    one = words.heightForWidth(120)
    words.setText("the harbour lamps " * 12)
    many = words.heightForWidth(120)
    assert many > 3 * one
    font = QFont(words.font())
    font.setPointSizeF(font.pointSizeF() * 2)
    words.setFont(font)
    assert words.heightForWidth(120) > 1.5 * many


def test_passages_are_not_labelled_anew_to_be_measured(world, panel, monkeypatch):
    panel.show_codes([world.lamp])
    panel.resize(900, 700)
    QApplication.processEvents()
    labelled = []
    places = panel.model._feed.places
    label = places.labelled
    monkeypatch.setattr(places, "labelled", lambda one: labelled.append(one) or label(one))
    panel.list.remeasure()
    assert panel.list.visualRect(panel.model.index(1)).top() > 0  # all above it are measured
    assert labelled == []


def test_a_row_is_as_high_in_another_width_as_one_measured_there_first(world, panel):
    panel.show_codes([world.lamp])

    def heights(width):
        panel.resize(width, 700)
        QApplication.processEvents()
        rows = range(panel.model.rowCount())
        return [panel.list.visualRect(panel.model.index(row)).height() for row in rows]

    narrow, wide = heights(300), heights(1200)
    assert heights(300) == narrow
    panel.list.itemDelegate().refresh_fonts()  # nothing measured is kept
    panel.list.remeasure()
    assert heights(300) == narrow
    assert heights(1200) == wide
    assert sum(narrow) > sum(wide)


def test_the_bottom_line_tells_of_the_step_just_made(window):
    select(window, 0, 6)
    window.workspace.coding_commands.apply([ids(window)["tides"]])
    QApplication.processEvents()
    assert "tides" in window._line._left.text()
    assert len(codings.of_document(window.session.project, window.workspace.document.id)) == 1
