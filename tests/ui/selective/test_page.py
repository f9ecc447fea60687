"""The workspace as a whole: names for screen readers, colours, sizes, reading in a worker."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from qcode.services import relations, stages, storyline
from qcode.ui.itemmodels import recount
from qcode.ui.shell import theme
from qcode.ui.widgets.diagram.hits import Hit


def test_every_control_has_a_name(work, study):
    stages.create(study.project, "first")
    storyline.write(study.project, "Words.")
    work.relations.table.selectRow(0)
    nameless = [
        (type(one).__name__, one.parent())
        for one in work.findChildren(QWidget)
        if one.focusPolicy() & Qt.FocusPolicy.TabFocus
        and one.isVisible()
        and not one.accessibleName()
        and not getattr(one, "text", str)()
    ]
    assert not nameless


def test_tab_reaches_every_part(work, study, qtbot):
    stages.create(study.project, "first")
    reached = set()
    for _ in range(60):
        reached.add(QApplication.focusWidget())
        assert work.panels.tab(1)
    parts = [work.diagram.view, work.relations.table, work.storyline.editor]
    parts += [card.list for card in work.diagram.stages.cards.values()]
    parts += [work.diagram.tools.relation, work.diagram.core._choose, work.storyline._quotation]
    assert set(parts) <= reached


def test_the_drawing_follows_the_theme(work, qapp):
    light = work.reading.drawing.svg
    try:
        theme.apply(qapp, theme.DARK)
        QApplication.processEvents()
        assert theme.DARK.paper in work.reading.drawing.svg
        assert work.reading.drawing.svg != light
    finally:
        theme.apply(qapp, theme.LIGHT)


def test_what_is_made_is_chosen_when_a_worker_has_drawn_it(work, study, qtbot, monkeypatch):
    monkeypatch.setattr(recount, "PROMPT_SECONDS", -1.0)
    work.diagram.redrawWanted.emit()  # from now on a worker reads
    made = relations.create(study.project, study.ids["core"], study.ids["act"], "promotes")
    work.diagram._choose_made(made)
    assert work.diagram.view.tie is None
    qtbot.waitUntil(lambda: work.diagram.view.tie == made)
    assert work.relations.table.current_id() == made


def test_a_box_moved_again_before_the_drawing_came_is_not_thrown_back(
    work, study, qtbot, monkeypatch
):
    view, call = work.diagram.view, study.ids["call"]
    before = work.reading.drawing.arrangement.boxes[call]
    monkeypatch.setattr(recount, "PROMPT_SECONDS", -1.0)
    work.diagram.redrawWanted.emit()
    view.choose(Hit(call))
    qtbot.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    view.settle()
    qtbot.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: work.reading.drawing.arrangement.boxes[call].y == before.y + 20)
    assert view._moving.places()[call][1] == pytest.approx(before.y + 40)
    view.settle()
    qtbot.waitUntil(lambda: work.reading.drawing.arrangement.boxes[call].y == before.y + 40)


def test_taking_back_a_step_goes_to_its_place(work, study):
    relations.edit(study.project, study.ties[2], meaning="again")
    work.diagram.view.choose(Hit())
    changes = []
    stop = study.project.subscribe(changes.append)
    study.project.undo()
    stop()
    assert work.tells_of(changes[0])
    work.go_to_change(changes[0])
    assert work.diagram.view.tie == study.ties[2]
    assert work.relations.table.current_id() == study.ties[2]


def test_typing_the_storyline_draws_nothing_anew(work, study):
    before = work.reading
    storyline.write(study.project, "All of it.")
    assert work.reading is before
    assert any("does not name" in one for one in rows(work))


def rows(work):
    shown = work.storyline.warnings.list
    return [shown.item(row).text() for row in range(shown.count())]


def test_the_page_fits_on_a_small_screen(work):
    work.window().resize(1000, 560)
    QApplication.processEvents()
    assert work.minimumSizeHint().width() <= 1000
    assert work.diagram.view.viewport().height() > 60
    assert work.diagram.view.holds(work.diagram.view.area)
