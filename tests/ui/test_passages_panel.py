import pytest
from PySide6.QtCore import QItemSelectionModel, QPoint, Qt
from qcode.model.enums import CodeKind
from qcode.model.records import CodeDraft, Passage
from qcode.model.span import Span
from qcode.services import codes, codings, documents
from qcode.services.project import Project
from qcode.ui.itemmodels.passages import PassageRole
from qcode.ui.shell.session import Session
from qcode.ui.widgets.passages import words as passage_words
from qcode.ui.workspaces.code.passages_panel import PassagesPanel

from tests.ui.inspector_project import PIER, QUAY

pytestmark = pytest.mark.usefixtures("at_once")


@pytest.fixture
def panel(world, qtbot):
    widget = PassagesPanel(world.session)
    qtbot.addWidget(widget)
    widget.resize(760, 320)
    widget.show()
    return widget


def rows(panel):
    return [panel.model.passage_at(row) for row in range(panel.model.rowCount())]


def ids(panel):
    return [passage.coding_id for passage in rows(panel)]


def labels(panel):
    return [passage.label for passage in rows(panel)]


def test_passages_of_a_code_come_in_the_order_of_documents(world, panel):
    panel.show_codes([world.lamp])
    assert ids(panel) == [world.one, world.bo, world.late]
    assert [passage.quote for passage in rows(panel)] == [PIER[:56], PIER[:56], QUAY[:29]]
    assert labels(panel) == ["01-01", "01-01", "02-01"]
    assert panel.header.title.text() == "lamp decides"
    assert panel.header.counts.text() == "2 passages in 2 documents · 3 codings"


def test_codes_below_are_taken_in_by_the_switch(world, panel, qtbot):
    panel.show_codes([world.signs])
    assert ids(panel) == []
    assert panel.tools.below.isVisible()
    qtbot.mouseClick(panel.tools.below, Qt.MouseButton.LeftButton, pos=QPoint(10, 10))
    assert ids(panel) == [world.one, world.bo, world.late]
    panel.show_codes([world.care])
    assert not panel.tools.below.isVisible()


def test_several_codes_stand_together_and_say_which_is_which(world, panel):
    panel.show_codes([world.lamp, world.care])
    assert ids(panel) == [world.one, world.bo, world.other, world.late]
    index = panel.model.index(2)
    assert "calling twice" in index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert panel.code_ids() == [world.lamp, world.care]


def test_the_newest_can_stand_first(world, panel):
    newest = codings.apply(world.project, world.pier, [Span(60, 80)], [world.lamp])[0]
    panel.show_codes([world.lamp])
    panel.tools.order.setCurrentIndex(1)
    panel.tools.order.activated.emit(1)
    assert ids(panel) == [newest, world.bo, world.late, world.one]


def test_enter_and_a_click_go_to_the_passage(world, panel, qtbot):
    panel.show_codes([world.lamp])
    panel.list.setCurrentIndex(panel.model.index(2))
    with qtbot.waitSignal(panel.passageActivated) as gone:
        qtbot.keyClick(panel.list, Qt.Key.Key_Return)
    assert gone.args == [world.quay, 0, 29, world.late]
    place = panel.list.visualRect(panel.model.index(0)).center()
    with qtbot.waitSignal(panel.passageActivated) as gone:
        qtbot.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert gone.args == [world.pier, 0, 56, world.one]


def test_next_and_previous_walk_through_the_list_and_stop_at_its_ends(world, panel):
    panel.show_codes([world.lamp])
    seen = []
    panel.passageActivated.connect(lambda *place: seen.append(place[3]))
    while panel.next_passage(1):
        pass
    while panel.next_passage(-1):
        pass
    assert seen == [world.one, world.bo, world.late, world.bo, world.one]


def test_delete_asks_to_take_all_marked_codings_away(world, panel, qtbot):
    panel.show_codes([world.lamp])
    choose = QItemSelectionModel.SelectionFlag.Select
    for row in (0, 2):
        panel.list.selectionModel().select(panel.model.index(row), choose)
    with qtbot.waitSignal(panel.removeRequested) as asked:
        qtbot.keyClick(panel.list, Qt.Key.Key_Delete)
    assert asked.args == [[world.one, world.late]]


def test_a_menu_is_asked_for_where_one_pointed(world, panel, qtbot):
    panel.show_codes([world.lamp])
    panel.select_coding(world.late)
    with qtbot.waitSignal(panel.menuRequested) as asked:
        panel.list.customContextMenuRequested.emit(QPoint(5, 5))
    assert asked.args[1] == [world.late]


def test_the_list_follows_every_change(world, panel, qtmodeltester):
    panel.show_codes([world.lamp])
    resets = []
    panel.model.modelReset.connect(lambda: resets.append(1))
    fresh = codings.apply(world.project, world.pier, [Span(60, 90)], [world.lamp])[0]
    assert ids(panel) == [world.one, world.bo, fresh, world.late]
    codings.set_memo(world.project, fresh, "who?")
    codings.set_typical(world.project, [fresh], True)
    assert (rows(panel)[2].memo, rows(panel)[2].typical) == ("who?", True)
    codings.recode(world.project, [fresh], world.care)
    assert ids(panel) == [world.one, world.bo, world.late]
    world.project.undo()
    assert ids(panel) == [world.one, world.bo, fresh, world.late]
    codings.remove(world.project, [world.one, world.bo])
    assert ids(panel) == [fresh, world.late]
    for _ in range(5):
        world.project.undo()
    assert ids(panel) == [world.one, world.bo, world.late]
    assert resets == []  # no change threw the reader out of the list
    qtmodeltester.check(panel.model)


def test_labels_count_anew_when_a_passage_comes_or_goes_before(world, panel, qtbot):
    panel.show_codes([world.care])
    assert labels(panel) == ["01-02"]
    early = codings.apply(world.project, world.pier, [Span(0, 3)], [world.lamp])[0]
    assert labels(panel) == ["01-03"]
    codings.apply(world.project, world.pier, [Span(4, 9)], [world.lamp])
    assert labels(panel) == ["01-04"]
    codings.remove(world.project, [early])
    qtbot.waitUntil(lambda: labels(panel) == ["01-03"])
    world.project.undo()
    qtbot.waitUntil(lambda: labels(panel) == ["01-04"])


def test_the_row_one_reads_stays_current_when_rows_come_before_it(world, panel):
    panel.show_codes([world.lamp])
    panel.select_coding(world.late)
    codings.apply(world.project, world.pier, [Span(60, 90)], [world.lamp])
    assert panel.selected_codings() == [world.late]


def test_renaming_a_code_or_a_document_shows_at_once(world, panel, qtbot):
    panel.show_codes([world.lamp])
    codes.rename(world.project, world.lamp, "the lamp")
    assert panel.header.title.text() == "the lamp"
    documents.edit(world.project, world.quay, label="Q")
    qtbot.waitUntil(lambda: labels(panel)[-1] == "Q-01")


def test_a_code_moved_below_brings_its_passages(world, panel, qtbot):
    panel.show_codes([world.signs], with_below=True)
    codes.move(world.project, [world.care], world.signs)
    qtbot.waitUntil(lambda: world.other in ids(panel))
    codes.delete(world.project, [world.lamp])
    qtbot.waitUntil(lambda: ids(panel) == [world.other])


def test_the_filter_looks_at_words_document_coder_and_memo(world, panel):
    codings.set_memo(world.project, world.late, "broom")
    panel.show_codes([world.lamp])
    for words, found in (
        ("QUAY", [world.late]),
        ("quay ann", [world.late]),
        ("broom", [world.late]),
        ("nowhere", []),
        ("  ", [world.one, world.bo, world.late]),
    ):
        panel.tools.words.setText(words)
        assert ids(panel) == found, words
    panel.tools.words.setText("nowhere")
    assert panel.pages.nothing.text() == "No passage contains “nowhere”."
    assert panel.pages.nothing.isVisible()
    panel.tools.words.setText("pier")
    assert ids(panel) == [world.one, world.bo]
    assert panel.header.counts.text() == "1 shown of 2 passages in 2 documents · 2 codings"


def test_a_new_passage_that_the_filter_hides_stays_hidden(world, panel):
    panel.show_codes([world.lamp])
    panel.tools.words.setText("quay")
    codings.apply(world.project, world.pier, [Span(60, 90)], [world.lamp])
    assert ids(panel) == [world.late]


def test_a_code_without_passages_says_how_to_get_some(world, panel):
    unused = codes.create(world.project, CodeDraft("rope", CodeKind.CONCEPT))
    panel.show_codes([unused])
    assert panel.pages.nothing.text().startswith("No passages yet.")
    codings.apply(world.project, world.pier, [Span(0, 3)], [unused])
    assert panel.list.isVisible()


def test_nothing_is_taken_away_from_a_read_only_project(world, qtbot):
    with Project.open(world.project.path, read_only=True) as project:
        widget = PassagesPanel(Session(project))
        qtbot.addWidget(widget)
        widget.show_codes([world.lamp])
        widget.select_coding(world.one)
        asked = []
        widget.removeRequested.connect(asked.append)
        qtbot.keyClick(widget.list, Qt.Key.Key_Delete)
        assert asked == []
        assert widget.next_passage(1)


def test_many_passages_come_in_portions_and_changes_meanwhile_are_not_lost(world, panel, qtbot):
    spans = [Span(n, n + 9) for n in range(150)]
    many = codings.apply(world.project, world.pier, spans, [world.care])
    panel.show_codes([world.care])
    assert not panel.model.ready
    assert panel.pages.nothing.text().startswith("Reading passages…")
    codings.remove(world.project, many[:3])
    fresh = codings.apply(world.project, world.quay, [Span(3, 9)], [world.care])
    codings.set_memo(world.project, many[9], "while reading")
    with qtbot.waitSignal(panel.model.loaded):
        pass
    qtbot.waitUntil(lambda: set(ids(panel)) == {world.other, *many[3:], *fresh})
    row = panel.model.row_of(many[9])
    assert panel.model.passage_at(row).memo == "while reading"


def test_a_row_shows_three_lines_at_most_and_is_no_higher_than_its_words(world, panel):
    whole = codings.apply(world.project, world.pier, [Span(0, len(PIER))], [world.care])[0]
    panel.resize(300, 500)
    panel.show_codes([world.care])
    heights = {
        passage.coding_id: panel.list.sizeHintForIndex(panel.model.index(row)).height()
        for row, passage in enumerate(rows(panel))
    }
    assert heights[whole] > heights[world.other]
    highest = panel._delegate.height(panel.model.index(0), panel.list.viewport().width(), True)
    assert highest >= heights[whole]


def test_a_cut_quotation_with_emoji_is_painted_from_the_right_place(panel, world):
    assert passage_words.from_unit("🏮🏮 lamp", 5) == "lamp"
    panel.show_codes([world.lamp])
    assert not panel.grab().isNull()
    assert isinstance(panel.model.index(0).data(PassageRole), Passage)


def test_the_header_fits_wide_and_narrow(world, panel, qtbot):
    panel.show_codes([world.signs], with_below=True)
    for width in (240, 300, 420, 760, 1000):
        panel.resize(width, 320)
        qtbot.waitUntil(lambda width=width: panel.width() == width)
        for part in (
            panel.tools.words,
            panel.tools.order,
            panel.tools.below,
            panel.header.counts,
            panel.header.close_,
        ):
            assert part.isVisible()
            right = part.mapTo(panel, part.rect().topRight()).x()
            assert right <= panel.width()
