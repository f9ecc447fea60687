from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from qcode.model.messages import Message
from qcode.model.records import HistoryStep
from qcode.model.span import Span
from qcode.services import codes, codings, overview
from qcode.services.project import Project
from qcode.ui.itemmodels.history import HistoryModel, RowRole
from qcode.ui.shell.session import Session
from qcode.ui.workspaces.code.history_panel import HistoryPanel

pytestmark = pytest.mark.usefixtures("at_once")


@pytest.fixture
def panel(world, qtbot):
    widget = HistoryPanel(world.session)
    qtbot.addWidget(widget)
    widget.resize(300, 600)
    widget.show()
    return widget


def shown(panel):
    model = panel.model
    found = [model.index(row).data(RowRole) for row in range(model.rowCount())]
    return [row for row in found if row is not None]


def labels(panel):
    return [row.label for row in shown(panel)]


def row_of(panel, label):
    return next(row for row in shown(panel) if row.label == label)


def choose(panel, label):
    assert panel.choose_step(row_of(panel, label).step.id)


def test_steps_stand_newest_first_under_their_day(world, panel):
    assert labels(panel)[0] == "Apply lamp decides"
    assert labels(panel)[-1] == "Create project Harbour"
    assert panel.model.index(0).data() == "Today"
    assert not panel.model.flags(panel.model.index(0)) & Qt.ItemFlag.ItemIsSelectable
    assert shown(panel)[0].step.coder == "Bo"
    assert shown(panel)[0].now


def test_new_steps_come_on_top_without_throwing_the_reader_out(world, panel, qtbot, qtmodeltester):
    resets = []
    panel.model.modelReset.connect(lambda: resets.append(1))
    choose(panel, "Apply calling twice")
    codes.rename(world.project, world.care, "asking twice")
    qtbot.waitUntil(lambda: labels(panel)[0] == "Rename code to asking twice")
    assert panel.chosen_step().id == row_of(panel, "Apply calling twice").step.id
    assert [row.now for row in shown(panel)[:2]] == [True, False]
    assert resets == []
    qtmodeltester.check(panel.model)


def test_undo_stands_in_the_history_as_what_it_is(world, panel, qtbot):
    codes.rename(world.project, world.care, "asking twice")
    world.project.undo()
    qtbot.waitUntil(lambda: labels(panel)[0] == "Undo Rename code to asking twice")
    undo, renamed, applied = shown(panel)[:3]
    assert (undo.step.kind, undo.step.undone, undo.now) == ("undo", False, False)
    assert renamed.step.undone
    assert applied.now
    spoken = panel.model.index(2).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.endswith(": undone")


def test_the_button_says_how_many_steps_it_takes_back(world, panel):
    panel.list.setCurrentIndex(panel.model.index(1))
    assert panel.button.text() == "Undo this step"
    assert panel.button.isEnabled()
    choose(panel, "Apply calling twice")
    assert panel.button.text() == "Undo 3 steps up to here"
    choose(panel, "Create project Harbour")
    assert not panel.button.isEnabled()


def test_the_button_takes_back_everything_up_to_the_chosen_step(world, panel, qtbot):
    choose(panel, "Apply calling twice")
    with qtbot.waitSignals([panel.aboutToUndo, panel.undone]):
        qtbot.mouseClick(panel.button, Qt.MouseButton.LeftButton)
    assert [c.id for c in codings.of_document(world.project, world.pier)] == [world.one]
    qtbot.waitUntil(lambda: row_of(panel, "Apply calling twice").step.undone)
    assert not panel.button.isEnabled()
    for _ in range(3):
        world.project.redo()
    assert len(codings.of_document(world.project, world.pier)) == 3


@pytest.mark.parametrize("way", ["enter", "double click"])
def test_enter_and_a_double_click_undo_as_the_button_does(world, panel, qtbot, way):
    choose(panel, "Apply calling twice")
    with qtbot.waitSignal(panel.undone):
        if way == "enter":
            qtbot.keyClick(panel.list, Qt.Key.Key_Return)
        else:
            place = panel.list.visualRect(panel.list.currentIndex()).center()
            qtbot.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
            qtbot.mouseDClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert [c.id for c in codings.of_document(world.project, world.pier)] == [world.one]


def test_what_is_typed_elsewhere_is_saved_before_and_then_undone_too(world, panel):
    panel.aboutToUndo.connect(lambda: codings.set_memo(world.project, world.one, "typed"))
    choose(panel, "Apply calling twice")
    assert panel.undo_to_chosen()
    assert codings.by_id(world.project, [world.one])[0].memo == ""


def test_undone_steps_and_undos_cannot_be_undone_again(world, panel, qtbot):
    codes.rename(world.project, world.care, "asking twice")
    world.project.undo()
    qtbot.waitUntil(lambda: labels(panel)[0] == "Undo Rename code to asking twice")
    before = overview.history(world.project)
    for label in ("Undo Rename code to asking twice", "Rename code to asking twice"):
        choose(panel, label)
        assert not panel.button.isEnabled()
        qtbot.keyClick(panel.list, Qt.Key.Key_Return)
    assert overview.history(world.project) == before


def test_the_filter_finds_steps_by_words_and_coder(world, panel):
    panel.filter.setText("apply bo")
    assert [row.step.coder for row in shown(panel)] == ["Bo"]
    panel.filter.setText("nowhere")
    assert panel.model.rowCount() == 0
    assert panel._nothing.text() == "No step contains “nowhere”."
    panel.filter.clear()
    assert len(shown(panel)) == panel.model.count


def test_a_history_that_is_not_shown_is_not_read(world, panel, qtbot):
    panel.hide()
    read = []
    panel.model.refreshed.connect(lambda: read.append(1))
    codes.rename(world.project, world.care, "asking twice")
    assert not panel.model._timer.isActive()
    panel.show()
    qtbot.waitUntil(lambda: labels(panel)[0] == "Rename code to asking twice")
    assert read == [1]


def test_a_read_only_project_shows_its_history_and_undoes_nothing(world, qtbot):
    with Project.open(world.project.path, read_only=True) as project:
        widget = HistoryPanel(Session(project))
        qtbot.addWidget(widget)
        widget.show()
        widget.list.setCurrentIndex(widget.model.index(1))
        assert widget.chosen_step() is not None
        assert not widget.button.isEnabled()
        assert not widget.undo_to_chosen()
        widget.close()


def test_days_part_the_steps_also_while_new_ones_come(world, qtbot, qtmodeltester):
    model = HistoryModel(world.session)
    now = datetime.now(UTC).replace(hour=12)

    def step(number, days_ago):
        at = (now - timedelta(days=days_ago)).isoformat(timespec="milliseconds")
        label = Message("Apply {code}", {"code": f"c{number}"})
        return HistoryStep(number, at, "Ann", label, "do", False, True)

    old = [step(1, 5), step(2, 5), step(3, 1)]
    model._take(old)
    assert [model.index(row).data() for row in (0, 1)] == ["Yesterday", "Apply c3"]
    assert model.rowCount() == 5
    model._take([*old, step(4, 0)])
    assert [model.index(row).data() for row in range(4)] == [
        "Today",
        "Apply c4",
        "Yesterday",
        "Apply c3",
    ]
    model._take([*old, step(4, 0), step(5, 0)])
    assert [model.index(row).data() for row in range(4)] == [
        "Today",
        "Apply c5",
        "Apply c4",
        "Yesterday",
    ]
    assert model.current_row == 1
    qtmodeltester.check(model)
    model.deleteLater()


def test_codes_applied_by_hand_can_be_gone_back_to_after_reopening(world, panel, qtbot):
    codings.apply(world.project, world.quay, [Span(3, 9)], [world.care])
    path = world.project.path
    panel.hide()
    world.session.close()
    project = Project.open(path, coder="Ann")
    session = Session(project)
    again = HistoryPanel(session)
    qtbot.addWidget(again)
    again.show()
    choose(again, "Apply calling twice")
    assert again.undo_to_chosen()
    assert codings.of_document(project, world.quay)[0].id == world.late
    again.close()
    session.close()
