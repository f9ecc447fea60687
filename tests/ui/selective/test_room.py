"""What is seen in the room there is: words that can be read, cards and columns that fit."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from qcode.services import codes, diagram, relations, stages
from qcode.ui.widgets.diagram.canvas import LEGIBLE
from qcode.ui.workspaces.selective.relation_rows import Column
from qcode.ui.workspaces.selective.relation_table import WIDE


def spread(study):
    """Put the boxes so far from each other that words could not be read if all were shown."""
    ids = study.ids
    diagram.set_places(
        study.project,
        {ids["core"]: (0.0, 0.0), ids["call"]: (0.0, 2500.0), ids["act"]: (300.0, -2500.0)},
    )


def test_a_large_model_is_first_shown_so_that_words_can_be_read_around_its_core(work, study):
    spread(study)
    view = work.diagram.view
    core = work.reading.drawing.arrangement.boxes[study.ids["core"]]
    assert view.scale >= LEGIBLE
    assert view.holds(core)
    view.fit()
    assert view.scale < LEGIBLE, "all of it was asked for"
    work.resize(work.width() - 40, work.height())
    QApplication.processEvents()
    assert view.scale < LEGIBLE


def test_where_one_has_scrolled_to_stays_when_something_is_drawn_anew(work, study):
    spread(study)
    view = work.diagram.view
    bar = view.verticalScrollBar()
    bar.triggerAction(bar.SliderAction.SliderPageStepAdd)
    before = view.offset()
    relations.create(study.project, study.ids["core"], study.ids["bind"], "causes")
    assert view.offset() == before
    assert view.scale >= LEGIBLE


def test_a_narrow_table_leaves_the_representative_passage_to_the_list_beside_it(work, study):
    table = work.relations.table
    work.relations.parts.setSizes([WIDE - 200, 600])
    QApplication.processEvents()
    assert table.viewport().width() < WIDE
    assert table.isColumnHidden(Column.QUOTE)
    assert table.columnWidth(Column.MEANING) > 100
    work.window().resize(2000, 700)
    QApplication.processEvents()
    work.relations.parts.setSizes([WIDE + 200, 250])
    QApplication.processEvents()
    assert not table.isColumnHidden(Column.QUOTE)
    assert table.horizontalHeader().length() <= table.viewport().width() + 1


def test_five_stages_are_seen_without_scrolling(work, study):
    for name in ("one", "two", "three", "four", "five"):
        stages.create(study.project, name)
    QApplication.processEvents()
    strip = work.diagram.stages
    assert strip._area.horizontalScrollBar().maximum() == 0
    assert all(card.visibleRegion().boundingRect() == card.rect() for card in strip.cards.values())


def test_where_nothing_is_worth_a_look_the_storyline_has_the_room(work, study):
    shown = work.storyline.warnings
    assert shown.list.isVisible()
    high = shown.height()
    shown.show_warnings([])
    QApplication.processEvents()
    assert shown.height() < high / 2


def test_what_is_worth_a_look_is_read_to_its_end(work, study):
    codes.rename(study.project, study.ids["core"], "a name of many words " * 6)
    shown = work.storyline.warnings.list
    assert shown.count() > 0
    for row in range(shown.count()):
        area = shown.visualItemRect(shown.item(row))
        words = shown.fontMetrics().boundingRect(
            0, 0, area.width() - 40, 10_000, Qt.TextFlag.TextWordWrap, shown.item(row).text()
        )
        assert area.height() >= words.height()


def test_a_row_of_a_stage_is_chosen_only_while_one_is_there(work, study, qtbot):
    with qtbot.waitActive(work.window()):
        work.window().activateWindow()
    stages.put(study.project, stages.create(study.project, "first"), [study.ids["act"]])
    (card,) = work.diagram.stages.cards.values()
    card.list.setFocus()
    card.list.item(0).setSelected(True)
    assert card.list.selectedItems()
    work.relations.table.setFocus()
    assert not card.list.selectedItems()
