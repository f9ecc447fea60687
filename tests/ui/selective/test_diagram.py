"""The diagram is worked with by mouse and by keys, and every step can be taken back."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QToolTip
from qcode.model.diagram import Point
from qcode.services import diagram, relations
from qcode.ui.widgets.diagram import hits
from qcode.ui.widgets.diagram.hits import Hit

LEFT = Qt.MouseButton.LeftButton


def box(work, code_id):
    return work.reading.drawing.arrangement.boxes[code_id]


def at(work, point):
    """Where a point of the plane is seen in the viewport."""
    view = work.diagram.view
    x, y = view.offset()
    return QPoint(round(point.x * view.scale - x), round(point.y * view.scale - y))


def middle(work, code_id):
    here = box(work, code_id)
    return at(work, Point(here.x, here.y))


def drag(qtbot, work, start, end):
    port = work.diagram.view.viewport()
    qtbot.mouseMove(port, start)
    qtbot.mousePress(port, LEFT, pos=start)
    qtbot.mouseMove(port, start + (end - start) / 2)
    qtbot.mouseMove(port, end)
    qtbot.mouseRelease(port, LEFT, pos=end)


def line(work, tie):
    """A place on the line of a relation, off its words."""
    way = hits.way(work.reading.drawing.arrangement.routes[tie])
    return at(work, way[2])


def test_a_box_that_is_dragged_stays_where_it_was_put(work, study, qtbot):
    call = study.ids["call"]
    before = box(work, call)
    drag(qtbot, work, middle(work, call), middle(work, call) + QPoint(0, -60))
    moved = box(work, call)
    assert moved.y - before.y == pytest.approx(-60 / work.diagram.view.scale, abs=2)
    assert moved.x == pytest.approx(before.x, abs=1)
    assert set(study.places()) == {call}
    study.project.undo()
    assert box(work, call) == before
    assert study.places() == {}


def test_lines_follow_a_box_while_it_is_dragged(work, study, qtbot):
    view, call = work.diagram.view, study.ids["call"]
    start = middle(work, call)
    qtbot.mousePress(view.viewport(), LEFT, pos=start)
    qtbot.mouseMove(view.viewport(), start + QPoint(0, 30))
    qtbot.mouseMove(view.viewport(), start + QPoint(0, 80))
    part = view._moving.drawn()
    assert {tie.id for tie in part.model.ties} == {study.ties[0], study.ties[2]}
    assert part.arrangement.boxes[call].y > box(work, call).y + 40
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    qtbot.mouseRelease(view.viewport(), LEFT, pos=start + QPoint(0, 80))
    assert study.places() == {}, "Escape leaves it where it was"


def test_several_boxes_move_together_in_one_step(work, study, qtbot):
    call, bind = study.ids["call"], study.ids["bind"]
    port = work.diagram.view.viewport()
    qtbot.mouseClick(port, LEFT, pos=middle(work, call))
    qtbot.mouseClick(port, LEFT, Qt.KeyboardModifier.ControlModifier, middle(work, bind))
    drag(qtbot, work, middle(work, bind), middle(work, bind) + QPoint(0, -50))
    assert set(study.places()) == {call, bind}
    study.project.undo()
    assert study.places() == {}


def test_arrows_go_to_the_nearest_box_and_move_with_alt_or_shift(work, study, qtbot):
    view = work.diagram.view
    view.choose(Hit(study.ids["call"]))
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert view.box == study.ids["bind"]
    before = box(work, view.box)
    for _ in range(3):
        qtbot.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert study.places() == {}, "kept when the keys come to rest"
    view.settle()
    assert box(work, study.ids["bind"]).y == pytest.approx(before.y + 64, abs=1)
    study.project.undo()
    assert study.places() == {}, "presses in a row are one step"


def test_a_relation_is_drawn_from_the_edge_of_a_box_to_another(work, study, qtbot, menus):
    core, act = study.ids["core"], study.ids["act"]
    view = work.diagram.view
    qtbot.mouseMove(view.viewport(), middle(work, core))
    edge = at(work, hits.handles(box(work, core))[2])
    drag(qtbot, work, edge, middle(work, act))
    (menu,) = menus
    next(one for one in menu.actions() if one.data() == "promotes").trigger()
    made = relations.listed(study.project)[-1]
    assert (made.source_id, made.target_id, made.key) == (core, act, "promotes")
    assert view.tie == made.id
    assert work.relations.table.current_id() == made.id
    study.project.undo()
    assert len(relations.listed(study.project)) == 3


def test_a_relation_is_made_by_keys(work, study, qtbot, answers):
    view = work.diagram.view
    view.choose(Hit(study.ids["act"]))

    def fill(dialog):
        assert dialog.source.currentData() == study.ids["act"]
        assert not dialog.accept_button.isEnabled()
        dialog.target.setCurrentIndex(dialog.target.findData(study.ids["act"]))
        assert not dialog.accept_button.isEnabled(), "no category is tied to itself"
        dialog.target.setCurrentIndex(dialog.target.findData(study.ids["spare"]))
        assert dialog.type.currentData() == "causes", "the first one is offered"
        dialog.type.setCurrentIndex(dialog.type.findData("hinders"))
        dialog.meaning.setPlainText("it takes time")
        assert dialog.accept_button.isEnabled()

    answers.append(fill)
    qtbot.keyClick(view, Qt.Key.Key_R)
    made = relations.listed(study.project)[-1]
    assert (made.target_id, made.key, made.meaning) == (
        study.ids["spare"],
        "hinders",
        "it takes time",
    )
    assert study.ids["spare"] in work.reading.drawing.arrangement.boxes


def test_a_line_is_chosen_by_a_click_and_deleted_by_a_key(work, study, qtbot):
    view = work.diagram.view
    qtbot.mouseClick(view.viewport(), LEFT, pos=line(work, study.ties[1]))
    assert view.tie == study.ties[1]
    assert work.relations.table.current_id() == study.ties[1]
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    assert [one.id for one in relations.listed(study.project)] == [study.ties[0], study.ties[2]]
    study.project.undo()
    assert len(relations.listed(study.project)) == 3


def test_relations_of_a_box_are_reached_by_keys_and_left_again(work, study, qtbot):
    view = work.diagram.view
    view.choose(Hit(study.ids["call"]))
    qtbot.keyClick(view, Qt.Key.Key_L)
    assert view.tie == study.ties[0]
    assert "call leads to bind" in view.accessibleDescription()
    qtbot.keyClick(view, Qt.Key.Key_L)
    assert view.tie == study.ties[2]
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert view.box == study.ids["call"]
    assert "2 relations" in view.accessibleDescription()


def test_a_category_without_ties_is_put_in_and_taken_out(work, study, qtbot, answers):
    spare = study.ids["spare"]

    def choose(dialog):
        from PySide6.QtWidgets import QTreeWidget

        view = dialog.findChild(QTreeWidget)
        assert view.topLevelItemCount() == 1
        view.setCurrentItem(view.topLevelItem(0))

    answers.append(choose)
    work.diagram.tools.category.click()
    assert spare in work.reading.drawing.arrangement.boxes
    diagram.set_places(study.project, {study.ids["call"]: (900, 900)})
    work.diagram.lay_out()
    assert set(study.places()) == {spare}, "laying out does not throw it out"
    work.diagram.view.choose(Hit(spare))
    qtbot.keyClick(work.diagram.view, Qt.Key.Key_Delete)
    assert spare not in work.reading.drawing.arrangement.boxes


def test_a_main_category_stays_in_the_model(work, study, qtbot, monkeypatch):
    told = []
    monkeypatch.setattr(QToolTip, "showText", lambda _, words, *__: told.append(words))
    work.diagram.view.choose(Hit(study.ids["act"]))
    qtbot.keyClick(work.diagram.view, Qt.Key.Key_Delete)
    assert study.ids["act"] in work.reading.drawing.arrangement.boxes
    assert len(relations.listed(study.project)) == 3
    assert "main category" in told[0]


def test_enter_asks_for_the_passages_of_a_box(work, study, qtbot):
    work.diagram.view.choose(Hit(study.ids["call"]))
    with qtbot.waitSignal(work.passagesRequested) as heard:
        qtbot.keyClick(work.diagram.view, Qt.Key.Key_Return)
    assert heard.args == [[study.ids["call"]]]


def test_the_point_under_the_pointer_stays_while_zooming(work, study):
    view = work.diagram.view
    place = QPointF(200, 120)
    before, scale = view.plane(place), view.scale
    event = QWheelEvent(
        place,
        QPointF(view.viewport().mapToGlobal(place.toPoint())),
        QPoint(),
        QPoint(0, 240),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # not inverted
    )
    QApplication.sendEvent(view.viewport(), event)
    assert view.scale > 1.3 * scale
    after = view.plane(place)
    assert (after.x, after.y) == pytest.approx((before.x, before.y), abs=2)


def test_keys_zoom_and_show_all_of_it(work, qtbot):
    view = work.diagram.view
    whole = view.scale
    for _ in range(12):
        qtbot.keyClick(view, Qt.Key.Key_Plus)
    assert not view.holds(view.area)
    qtbot.keyClick(view, Qt.Key.Key_0)
    assert view.scale == whole
    assert view.holds(view.area)


def test_a_drag_on_the_empty_plane_moves_it(work, qtbot):
    view = work.diagram.view
    view.zoom(4)
    before = view.offset()
    empty = next(
        QPoint(x, y)
        for x in range(10, 600, 20)
        for y in range(10, 200, 20)
        if view._under(QPoint(x, y)) == hits.NOWHERE and view._handle_under(QPointF(x, y)) is None
    )
    drag(qtbot, work, empty, empty + QPoint(30, 20))
    assert view.offset() == (before[0] - 30, before[1] - 20)


def test_shading_and_sizing_are_remembered(work, study, settings):
    from qcode.ui.workspaces.selective.diagram_panel import DiagramPanel
    from qcode.ui.workspaces.selective.reading import Options

    plain = work.reading.drawing.svg
    work.diagram.tools.shaded.click()
    assert work.reading.drawing.svg != plain
    again = DiagramPanel(study.session, settings, None)
    assert again.tools.options() == Options(shaded=True, sized=False)
    again.deleteLater()


@pytest.mark.parametrize("suffix", [".svg", ".png", ".pdf"])
def test_the_diagram_is_exported(work, study, answers, tmp_path, suffix):
    out = tmp_path / f"model{suffix}"

    def fill(dialog):
        dialog.format.setCurrentIndex(dialog.format.findData(suffix))
        dialog.file.set_path(out)
        dialog.accept()
        assert dialog.written == out

    answers += [fill, lambda dialog: False]
    work.diagram.export()
    head = {".svg": b"<?xml", ".png": b"\x89PNG", ".pdf": b"%PDF"}[suffix]
    assert out.read_bytes().startswith(head)
    assert out.stat().st_size > 1500


def test_the_ghost_of_a_box_is_the_box_itself_drawn_elsewhere(study):
    from qcode.services import drawing
    from qcode.ui.workspaces.selective.reading import wording

    whole = drawing.draw(study.project, wording(), drawing.on_paper())
    part = drawing.moved(whole, [study.ids["call"]], 40, -25)
    here, there = whole.arrangement.boxes, part.arrangement.boxes
    call = study.ids["call"]
    assert set(there) == {call}
    assert there[call] == here[call]._replace(x=here[call].x + 40, y=here[call].y - 25)
    diagram.set_places(study.project, {call: (there[call].x, there[call].y)})
    again = drawing.draw(study.project, wording(), drawing.on_paper())
    assert again.arrangement.boxes[call] == there[call]
    for tie in part.arrangement.routes:  # what is seen while dragging is what will be
        moved, kept = part.arrangement.routes[tie], again.arrangement.routes[tie]
        assert len(moved.points) == len(kept.points)
