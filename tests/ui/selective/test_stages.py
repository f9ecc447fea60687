"""Stages are made, ordered and filled above the diagram."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTreeWidget
from qcode.model.enums import CodeKind
from qcode.services import codes, stages
from qcode.ui.widgets.diagram.hits import Hit
from qcode.ui.widgets.mime import put_codes
from qcode.ui.workspaces.selective.stage_card import STAGE_MIME

from tests.ui.selective.conftest import entry
from tests.ui.selective.test_diagram import LEFT, middle


@pytest.fixture
def staged(work, study):
    """Three stages, the first with a category."""
    made = [stages.create(study.project, name) for name in ("first", "then", "last")]
    stages.put(study.project, made[0], [study.ids["call"]])
    return [work.diagram.stages.cards[key] for key in made]


def names(study):
    return [name for name, _ in study.stages()]


def test_a_stage_is_made_renamed_described_and_deleted(work, study, answers, menus):
    def write(words):
        return lambda dialog: dialog.findChild(QLineEdit).setText(words)

    answers.append(write("opening"))
    work.diagram.stages.ask_new()
    assert names(study) == ["opening"]
    (card,) = work.diagram.stages.cards.values()
    answers.append(write("beginning"))
    card.renameWanted.emit()
    answers.append(lambda dialog: dialog.findChild(QPlainTextEdit).setPlainText("All is open."))
    card.describeWanted.emit()
    assert stages.listed(study.project)[0].meaning == "All is open."
    assert card.toolTip() == "All is open."
    card.open_menu(QPoint())
    entry(menus[0], "Delete the stage").trigger()
    assert names(study) == []
    for _ in range(4):
        study.project.undo()
    assert names(study) == []
    assert not work.diagram.stages.cards


def test_stages_are_reordered_by_keys(staged, study, qtbot):
    qtbot.keyClick(staged[0].list, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert names(study) == ["then", "first", "last"]
    qtbot.keyClick(staged[0].list, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(staged[0].list, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert names(study) == ["then", "last", "first"], "the end is the end"
    qtbot.keyClick(staged[0].list, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert names(study) == ["then", "first", "last"]


class Drop(QDropEvent):
    """A drop that was dragged from a widget of the program."""

    came_from = None

    def source(self):
        return self.came_from


def drop(target, mime, x=0, source=None):
    event = Drop(
        QPointF(x, 5),
        Qt.DropAction.MoveAction | Qt.DropAction.CopyAction,
        mime,
        LEFT,
        Qt.KeyboardModifier.NoModifier,
    )
    event.came_from = source
    target.dropEvent(event)
    QApplication.processEvents()


@pytest.mark.parametrize(
    ("dragged", "onto", "x", "order"),
    [
        (2, 0, 5, ["last", "first", "then"]),
        (0, 2, 180, ["then", "last", "first"]),
        (0, 1, 180, ["then", "first", "last"]),
        (0, 1, 5, ["first", "then", "last"]),
    ],
)
def test_stages_are_reordered_by_dragging(staged, study, dragged, onto, x, order):
    mime = QMimeData()
    mime.setData(STAGE_MIME, str(staged[dragged].stage.id).encode())
    drop(staged[onto], mime, x)
    assert names(study) == order


def test_a_box_dragged_over_a_stage_goes_in(staged, work, study, qtbot):
    view, bind = work.diagram.view, study.ids["bind"]
    before = work.reading.drawing.arrangement.boxes[bind]
    start = middle(work, bind)
    target = view.viewport().mapFromGlobal(staged[1].mapToGlobal(staged[1].rect().center()))
    qtbot.mousePress(view.viewport(), LEFT, pos=start)
    qtbot.mouseMove(view.viewport(), start + QPoint(0, -20))
    qtbot.mouseMove(view.viewport(), target)
    qtbot.mouseRelease(view.viewport(), LEFT, pos=target)
    assert study.stages()[1] == ("then", [bind])
    assert study.places() == {}, "it is not moved away as well"
    assert before is not None
    study.project.undo()
    assert study.stages()[1] == ("then", [])


def test_categories_go_from_stage_to_stage_and_out_again(staged, work, study, qtbot):
    call, act = study.ids["call"], study.ids["act"]
    mime = QMimeData()
    put_codes(mime, [call])
    drop(staged[2].list, mime, source=staged[0].list)
    assert study.stages() == [("first", []), ("then", []), ("last", [call])]
    mime = QMimeData()
    put_codes(mime, [act])
    drop(staged[2].list, mime)
    assert study.stages()[2][1] == [act, call], "before the one on which it was dropped"
    staged[2].list.setCurrentRow(0)
    qtbot.keyClick(staged[2].list, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert study.stages()[2][1] == [call, act]
    staged[2].list.setCurrentRow(0)
    qtbot.keyClick(staged[2].list, Qt.Key.Key_Delete)
    assert study.stages()[2][1] == [act]


def test_a_category_is_put_in_by_a_dialog(staged, work, study, answers):
    def choose(dialog):
        view = dialog.findChild(QTreeWidget)
        shown = [view.topLevelItem(row).text(0) for row in range(view.topLevelItemCount())]
        assert "phone" not in shown
        view.setCurrentItem(view.topLevelItem(shown.index("spare")))

    answers.append(choose)
    staged[1].addWanted.emit()
    assert study.stages()[1] == ("then", [study.ids["spare"]])
    assert study.ids["spare"] in work.reading.drawing.arrangement.boxes


def test_the_menu_of_a_box_puts_it_into_a_stage(staged, work, study, menus):
    work.diagram.view.choose(Hit(study.ids["act"]))
    work.diagram.view.menuWanted.emit(QPoint())
    entry(menus[0], "last").trigger()
    assert study.stages()[2] == ("last", [study.ids["act"]])


def test_the_core_category_is_chosen_and_two_are_warned_about(work, study):
    core = work.diagram.core
    assert core._name.text() == "core"
    assert not core._warning.isVisible()
    core.make_core(study.ids["act"])
    assert core._warning.isVisible()
    assert "“core”" in core._warning.text()
    assert "“act”" in core._warning.text()
    core.make_main(study.ids["core"])
    assert not core._warning.isVisible()
    assert core._name.text() == "act"
    assert study.kind("act") is CodeKind.CORE_CATEGORY
    codes.set_kind(study.project, [study.ids["act"]], CodeKind.MAIN_CATEGORY)
    assert not core._name.isVisible()
    core._menu.aboutToShow.emit()
    offered = {one.text() for one in core._menu.actions()}
    assert offered == {"core", "call", "bind", "act"}
