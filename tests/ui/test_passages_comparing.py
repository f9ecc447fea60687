"""The list of passages used to compare: on top, filtered, together, unfolded, copied."""

import itertools

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QBoxLayout
from qcode.model.span import Span
from qcode.services import codes, codings, documents
from qcode.services.project import Project
from qcode.ui.itemmodels.passage_filters import Field, PassageFilter
from qcode.ui.itemmodels.passages import AroundRole
from qcode.ui.shell import operation
from qcode.ui.shell.operation import executor
from qcode.ui.shell.progress import ProgressDialog
from qcode.ui.shell.session import Session
from qcode.ui.widgets.choice_popup import ChoicePopup
from qcode.ui.workspaces.code import passages_copy, passages_hands
from qcode.ui.workspaces.code.passages_panel import PassagesPanel

from tests.ui.inspector_project import PIER, QUAY

KEY = Qt.Key


@pytest.fixture
def panel(world, qtbot):
    widget = PassagesPanel(world.session)
    qtbot.addWidget(widget)
    widget.resize(380, 700)
    widget.show()
    QAbstractItemModelTester(widget.model, QAbstractItemModelTester.FailureReportingMode.Warning)
    return widget


def ids(panel):
    model = panel.model
    return [model.passage_at(row).coding_id for row in range(model.rowCount())]


def on_top(panel):
    return panel.model.top.coding_id if panel.model.top is not None else None


def apply(world, *spans, code=None, document=None):
    made = [Span(*span) for span in spans]
    return codings.apply(world.project, document or world.pier, made, [code or world.lamp])


def ask(panel, **conditions):
    found = {Field(kind): frozenset(values) for kind, values in conditions.items()}
    panel.tools._ask(PassageFilter(found))


# ---------------------------------------------------------------------- the newest against others


def test_the_newest_stands_above_the_earlier_ones(world, panel):
    panel.show_codes([world.lamp])
    assert on_top(panel) is None
    panel.compare()
    assert on_top(panel) == world.bo
    assert ids(panel) == [world.late]  # the same words coded by Ann are no other passage
    assert panel.top.isVisible()
    assert panel.top.words.text() == PIER[:56]
    assert panel.pages.divide.text() == "Earlier passages · 1"
    (fresh,) = apply(world, (60, 90))
    assert on_top(panel) == fresh
    assert ids(panel) == [world.bo, world.late, world.one]
    world.project.undo()
    assert on_top(panel) == world.bo


def test_what_is_chosen_in_the_text_is_read_against_the_others(world, panel):
    (fresh,) = apply(world, (60, 90))
    panel.show_codes([world.lamp])
    panel.compare()
    panel.choose_in_text(world.late)
    assert on_top(panel) == world.late
    assert ids(panel) == [fresh, world.bo, world.one]
    assert panel.pages.divide.text() == "Other passages · 3"
    panel.choose_in_text(world.other)  # of another code
    assert on_top(panel) == fresh
    panel.choose_in_text(None)
    assert on_top(panel) == fresh


def test_going_to_a_row_does_not_put_it_on_top(world, panel, qtbot):
    apply(world, (60, 90))
    panel.show_codes([world.lamp])
    panel.compare()
    before = on_top(panel)
    panel.passageActivated.connect(lambda *place: panel.choose_in_text(place[3]))
    panel.list.setCurrentIndex(panel.model.index(1))
    qtbot.keyClick(panel.list, KEY.Key_Return)
    assert on_top(panel) == before


def test_a_row_follows_what_is_chosen_in_the_text_while_nothing_is_compared(world, panel):
    panel.show_codes([world.lamp])
    panel.choose_in_text(world.late)
    assert panel.selected_codings() == [world.late]
    assert panel.header.place.text() == "3 of 3"


def test_a_pinned_passage_stays_while_codes_change_and_goes_with_its_coding(world, panel, qtbot):
    panel.show_codes([world.lamp])
    panel.select_coding(world.late)
    qtbot.keyClick(panel.list, KEY.Key_K)
    assert on_top(panel) == world.late
    assert world.late in ids(panel)  # a list in the order of documents stays whole
    panel.show_codes([world.care])
    assert (on_top(panel), ids(panel)) == (world.late, [world.other])
    panel.compare()
    assert on_top(panel) == world.late
    codings.set_memo(world.project, world.late, "broom")
    assert panel.model.top.memo == "broom"
    documents.edit(world.project, world.quay, name="Steps")
    assert panel.model.top.document == "Steps"
    codings.remove(world.project, [world.late])
    assert on_top(panel) == world.other


def test_the_pin_is_let_go_by_the_key_and_by_its_button(world, panel, qtbot):
    panel.show_codes([world.lamp])
    panel.select_coding(world.late)
    for let_go in (
        lambda: qtbot.keyClick(panel.list, KEY.Key_K),
        lambda: qtbot.mouseClick(panel.top.pin, Qt.MouseButton.LeftButton),
    ):
        qtbot.keyClick(panel.list, KEY.Key_K)
        assert panel.model.pinned
        let_go()
        assert not panel.model.pinned
        assert not panel.top.isVisible()


def test_low_and_wide_the_compared_passages_stand_abreast(world, panel):
    panel.show_codes([world.lamp])
    panel.compare()
    assert panel._body.direction() == QBoxLayout.Direction.TopToBottom
    assert panel.top.mapTo(panel, QPoint()).y() < panel.pages.mapTo(panel, QPoint()).y()
    panel.resize(900, 240)
    QApplication.processEvents()
    assert panel.top.mapTo(panel, QPoint()).x() < panel.pages.mapTo(panel, QPoint()).x()
    assert panel.list.height() > 60


# ---------------------------------------------------------------------- conditions


def test_conditions_narrow_the_list_and_the_figures_follow(world, panel):
    panel.show_codes([world.lamp])
    ask(panel, coder=["Ann"])
    assert ids(panel) == [world.one, world.late]
    assert panel.header.counts.text() == "2 shown of 2 passages in 2 documents"
    ask(panel, coder=["Ann"], document=[world.quay])
    assert ids(panel) == [world.late]
    assert panel.header.counts.text() == "1 shown of 2 passages in 2 documents"
    assert [chip.words.text() for chip in panel.tools.chips.values()] == [
        "Coder: Ann",
        "Document: 02  Quay",
    ]
    panel.tools.clear.click()
    assert ids(panel) == [world.one, world.bo, world.late]
    assert panel.tools.chips == {}
    assert panel.header.counts.text() == "2 passages in 2 documents · 3 codings"


def test_the_figures_agree_with_the_tree_and_say_how_many_rows_there_are(world, panel):
    panel.show_codes([world.lamp])
    counted = {code.id: code.passages for code in codes.tree(world.project)}
    assert counted[world.lamp] == 2  # Ann and Bo have coded the same words
    assert panel.header.counts.text() == "2 passages in 2 documents · 3 codings"
    panel.list.setCurrentIndex(panel.model.index(0))
    assert panel.header.place.text() == "1 of 3"
    ask(panel, document=[world.pier])
    assert panel.header.counts.text() == "1 shown of 2 passages in 2 documents · 2 codings"
    panel.compare()  # where the same words by another coder are no other passage
    assert panel.header.counts.text() == "1 shown of 2 passages in 2 documents"


def test_a_chip_goes_by_its_cross_and_by_delete(world, panel, qtbot):
    panel.show_codes([world.lamp])
    ask(panel, coder=["Ann"], document=[world.quay])
    chips = panel.tools.chips
    qtbot.mouseClick(chips[Field("coder")].cross, Qt.MouseButton.LeftButton)
    assert list(chips) == [Field("document")]
    qtbot.keyClick(chips[Field("document")].words, KEY.Key_Delete)
    assert chips == {}
    assert len(ids(panel)) == 3


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_values_are_ticked_with_the_keyboard(world, panel, qtbot):
    panel.show_codes([world.lamp])
    panel.tools.choose(Field("coder"), panel.tools.add)
    popup = next(one for one in panel.tools.findChildren(ChoicePopup) if one.isVisible())
    assert [popup.rows.index(n).data() for n in range(popup.rows.rowCount())] == [
        "Ann  ·  2",
        "Bo  ·  1",
    ]
    qtbot.keyClick(popup.list, KEY.Key_Down)
    qtbot.keyClick(popup.list, KEY.Key_Space)
    assert ids(panel) == [world.bo]
    qtbot.keyClick(popup.list, KEY.Key_Up)
    qtbot.keyClick(popup.list, KEY.Key_Space)
    assert ids(panel) == [world.one, world.bo, world.late]
    assert panel.tools.chips[Field("coder")].words.text() == "Coder: Ann, Bo"
    assert popup.isVisible()
    qtbot.keyClick(popup.list, KEY.Key_Return)
    assert not popup.isVisible()
    assert ids(panel) == [world.one, world.bo, world.late]


def test_the_menu_offers_what_there_is(world, panel):
    documents.edit(world.project, world.quay, values={"year": "2021"})
    panel.show_codes([world.lamp])
    panel.tools._fill_menu()
    texts = [action.text().replace("&", "") for action in panel.tools.menu.actions()]
    assert texts == [
        "Document group…",
        "Document…",
        "Coder…",
        "Variable",
        "",
        "Typical only",
        "With memo only",
        "",
        "Clear all",
    ]
    variables = panel.tools.menu.actions()[3].menu()
    assert [action.text() for action in variables.actions()] == ["year…"]


def test_typical_and_memo_are_conditions_that_follow_changes(world, panel):
    panel.show_codes([world.lamp])
    panel.tools._set_mark("typical", True)
    assert ids(panel) == []
    assert panel.pages.nothing.text() == "No passage fulfils all conditions."
    codings.set_typical(world.project, [world.late], True)
    assert ids(panel) == [world.late]
    panel.tools._set_mark("memo", True)
    assert ids(panel) == []
    codings.set_memo(world.project, world.late, "broom")
    assert ids(panel) == [world.late]
    codings.set_typical(world.project, [world.late], False)
    assert ids(panel) == []


def test_variables_and_groups_of_documents_follow_changes(world, panel, qtbot):
    panel.show_codes([world.lamp])
    year = Field("variable", "year")
    panel.tools._ask(PassageFilter({year: frozenset(["2021"])}))
    assert ids(panel) == []
    documents.edit(world.project, world.quay, values={"year": "2021"})
    qtbot.waitUntil(lambda: ids(panel) == [world.late])
    group = next(key for key, name in panel.model.groups.items() if name == "Talks")
    ask(panel, group=[group])
    assert len(ids(panel)) == 3
    documents.edit(world.project, world.pier, group="Notes")
    qtbot.waitUntil(lambda: ids(panel) == [world.late])
    world.project.undo()
    qtbot.waitUntil(lambda: len(ids(panel)) == 3)


def test_conditions_hold_in_every_order_and_for_what_comes_new(world, panel):
    panel.show_codes([world.lamp])
    ask(panel, coder=["Bo"])
    apply(world, (60, 90))
    assert ids(panel) == [world.bo]
    panel.compare()
    assert (on_top(panel), ids(panel)) == (world.bo, [])
    assert panel.pages.nothing.text().startswith("There is no other passage")
    world.project.act_as("Bo", remember=False)
    (fresh,) = apply(world, (60, 95))
    assert (on_top(panel), ids(panel)) == (fresh, [world.bo])


def test_the_place_of_a_passage_in_its_document_can_be_typed(world, panel):
    panel.show_codes([world.lamp])
    panel.tools.words.setText("02-01")
    assert ids(panel) == [world.late]
    panel.tools.words.setText("02-02")
    assert ids(panel) == []


# ---------------------------------------------------------------------- several codes


def test_all_codes_together_are_passages_on_which_they_meet(world, panel):
    (apart,) = apply(world, (60, 70))
    (near,) = apply(world, (50, 65), code=world.care)
    panel.show_codes([world.lamp, world.care])
    assert panel.tools.together.isVisible()
    panel.tools.together.setCurrentIndex(1)
    panel.tools.together.activated.emit(1)
    assert set(ids(panel)) == {world.one, world.bo, world.other, apart, near}
    codings.remove(world.project, [near])
    assert set(ids(panel)) == {world.one, world.bo, world.other}
    assert panel.header.counts.text().startswith("2 shown of ")
    ask(panel, coder=["Bo"])
    assert ids(panel) == []
    panel.tools.clear_all()
    panel.show_codes([world.lamp])
    assert not panel.tools.together.isVisible()
    assert world.late in ids(panel)


# ---------------------------------------------------------------------- neighbours


def test_space_unfolds_the_neighbours_and_folds_them_again(world, panel, qtbot):
    panel.show_codes([world.care])
    panel.select_coding(world.other)
    index = panel.model.index(0)
    folded = panel.list.visualRect(index).height()
    qtbot.keyClick(panel.list, KEY.Key_Space)
    words, others = index.data(AroundRole)
    assert words.before == PIER[:30]
    assert words.after.startswith(" Nobody asks him why;")
    assert [(one.coder, one.same, code.name) for one, code in others] == [
        ("Ann", False, "lamp decides"),
        ("Bo", False, "lamp decides"),
    ]
    assert panel.list.visualRect(index).height() > folded
    assert "also: lamp decides" in index.data(Qt.ItemDataRole.AccessibleTextRole)
    qtbot.keyClick(panel.list, KEY.Key_Space)
    assert index.data(AroundRole) is None
    assert panel.list.visualRect(index).height() == folded


def test_a_click_on_the_triangle_unfolds_without_going_there(world, panel, qtbot):
    panel.show_codes([world.lamp])
    gone = []
    panel.passageActivated.connect(lambda *place: gone.append(place))
    row = panel.list.visualRect(panel.model.index(1))
    qtbot.mouseClick(
        panel.list.viewport(), Qt.MouseButton.LeftButton, pos=row.topLeft() + QPoint(8, 12)
    )
    assert panel.model.index(1).data(AroundRole) is not None
    assert gone == []


def test_unfolded_rows_follow_what_happens_around_them(world, panel, qtbot):
    panel.show_codes([world.care])
    panel.model.unfolded.unfold([world.other])
    codes.rename(world.project, world.lamp, "the lamp")
    others = panel.model.index(0).data(AroundRole)[1]
    assert {code.name for _, code in others} == {"the lamp"}
    codings.remove(world.project, [world.one, world.bo])
    qtbot.waitUntil(lambda: panel.model.index(0).data(AroundRole)[1] == [])
    world.project.undo()
    qtbot.waitUntil(lambda: len(panel.model.index(0).data(AroundRole)[1]) == 2)
    assert not panel.grab().isNull()


# ---------------------------------------------------------------------- several rows at once


@pytest.mark.parametrize(
    ("key", "signal"),
    [
        (KEY.Key_R, "recodeRequested"),
        (KEY.Key_T, "typicalRequested"),
        (KEY.Key_M, "memoRequested"),
        (KEY.Key_Delete, "removeRequested"),
    ],
)
def test_keys_ask_for_all_marked_rows(world, panel, qtbot, key, signal):
    panel.show_codes([world.lamp])
    panel.list.selectAll()
    with qtbot.waitSignal(getattr(panel, signal)) as asked:
        qtbot.keyClick(panel.list, key)
    assert asked.args == [[world.one, world.bo, world.late]]


def test_shift_and_arrows_mark_neighbouring_rows(world, panel, qtbot):
    panel.show_codes([world.lamp])
    panel.list.setCurrentIndex(panel.model.index(0))
    qtbot.keyClick(panel.list, KEY.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert panel.selected_codings() == [world.one, world.bo]
    qtbot.keyClick(panel.list, KEY.Key_End)
    assert panel.selected_codings() == [world.late]
    qtbot.keyClick(panel.list, KEY.Key_Home)
    assert panel.selected_codings() == [world.one]


def test_n_and_p_go_on_from_the_list_too(world, panel, qtbot):
    panel.show_codes([world.lamp])
    seen = []
    panel.passageActivated.connect(lambda *place: seen.append(place[3]))
    for key in (KEY.Key_N, KEY.Key_N, KEY.Key_P):
        qtbot.keyClick(panel.list, key)
    assert seen == [world.one, world.bo, world.one]
    assert panel.header.place.text() == "1 of 3"


def test_a_read_only_project_is_asked_for_nothing(world, qtbot):
    with Project.open(world.project.path, read_only=True) as project:
        widget = PassagesPanel(Session(project))
        qtbot.addWidget(widget)
        widget.show_codes([world.lamp])
        widget.list.selectAll()
        asked = []
        for signal in (widget.recodeRequested, widget.typicalRequested, widget.memoRequested):
            signal.connect(asked.append)
        for key in (KEY.Key_R, KEY.Key_T, KEY.Key_M):
            qtbot.keyClick(widget.list, key)
        assert asked == []


def test_marked_passages_are_copied_as_quotations_with_their_labels(world, panel, qtbot):
    codes.rename(world.project, world.lamp, "lamp & <rope>")
    panel.show_codes([world.lamp])
    for row in (0, 2):
        index = panel.model.index(row)
        panel.list.selectionModel().select(index, panel.list.selectionModel().SelectionFlag.Select)
    qtbot.keyClick(panel.list, KEY.Key_C, Qt.KeyboardModifier.ControlModifier)
    data = QGuiApplication.clipboard().mimeData()
    assert data.text() == (
        f"“{PIER[:56]}” (01-01, Pier, lamp & <rope>)\n\n"
        f"“{QUAY[:29].strip()}” (02-01, Quay, lamp & <rope>)"
    )
    assert "lamp &amp; &lt;rope&gt;" in data.html()
    assert data.html().count("<blockquote>") == 2


def copied(panel, qtbot):
    panel.list.selectAll()
    qtbot.keyClick(panel.list, KEY.Key_C, Qt.KeyboardModifier.ControlModifier)
    data = QGuiApplication.clipboard().mimeData()
    return data.text(), data.html()


def test_many_passages_are_copied_by_a_worker_as_a_few_are(world, panel, qtbot, monkeypatch):
    panel.show_codes([world.lamp, world.care])
    few = copied(panel, qtbot)
    assert few[1].count("<blockquote>") == panel.model.rowCount() == 4
    QGuiApplication.clipboard().setText("what was there")
    jobs = []
    monkeypatch.setattr(passages_hands, "PROMPT", 1)
    monkeypatch.setattr(passages_copy, "PORTION", 2)
    with executor(jobs.append):
        assert copied(panel, qtbot)[0] == "what was there"
        (job,) = jobs
        job()
    qtbot.waitUntil(lambda: QGuiApplication.clipboard().text() != "what was there")
    data = QGuiApplication.clipboard().mimeData()
    assert (data.text(), data.html()) == few


def test_copying_that_is_stopped_leaves_the_clipboard_alone(world, panel, qtbot, monkeypatch):
    panel.show_codes([world.lamp, world.care])
    QGuiApplication.clipboard().setText("what was there")
    jobs = []
    monkeypatch.setattr(passages_hands, "PROMPT", 1)
    with executor(jobs.append):
        copied(panel, qtbot)
        panel.findChild(ProgressDialog).cancelled.emit()
        jobs[0]()
    qtbot.waitUntil(lambda: not operation._jobs)
    assert QGuiApplication.clipboard().text() == "what was there"


def test_the_list_takes_the_copy_key_before_the_window_does(panel):
    pressed = QKeyEvent(
        QEvent.Type.ShortcutOverride, KEY.Key_C, Qt.KeyboardModifier.ControlModifier, "c"
    )
    pressed.ignore()
    QApplication.sendEvent(panel.list, pressed)
    assert pressed.isAccepted()


# ---------------------------------------------------------------------- size and sleep


def test_a_list_of_thousands_keeps_its_rows_apart(world, panel, qtbot):
    spans = [(n % 150, n % 150 + 1 + n // 150) for n in range(400)]
    made = apply(world, *spans)
    panel.show_codes([world.lamp])
    qtbot.waitUntil(lambda: panel.model.ready)
    listed = panel.list
    tops = [listed.visualRect(panel.model.index(row)) for row in range(panel.model.rowCount())]
    assert all(a.bottom() + 1 == b.top() for a, b in itertools.pairwise(tops))
    assert len({area.height() for area in tops}) == 1
    panel.model.unfolded.unfold([made[10]])
    row = panel.model.row_of(made[10])
    after = listed.visualRect(panel.model.index(row))
    assert after.height() > tops[row].height()
    assert listed.visualRect(panel.model.index(row + 1)).top() == after.bottom() + 1
    listed.setCurrentIndex(panel.model.index(panel.model.rowCount() - 1))
    assert listed.viewport().rect().intersects(listed.visualRect(listed.currentIndex()))
    place = listed.visualRect(listed.currentIndex()).center()
    assert listed.indexAt(place).row() == panel.model.rowCount() - 1


def test_rows_that_come_above_leave_the_reader_where_he_is(world, panel):
    apply(world, *[(n, n + 40) for n in range(60, 100)])
    panel.show_codes([world.lamp])
    listed = panel.list
    listed.verticalScrollBar().setValue(listed.verticalScrollBar().maximum())
    row = listed.indexAt(QPoint(50, 5)).row()
    reading = panel.model.passage_at(row).coding_id
    top = listed.visualRect(panel.model.index(row)).top()
    apply(world, (1, 9), (2, 9))
    now = panel.model.row_of(reading)
    assert now == row + 2
    assert listed.visualRect(panel.model.index(now)).top() == top


def test_a_hidden_list_sleeps_and_catches_up_when_it_is_shown(world, panel, qtbot):
    panel.show_codes([world.lamp])
    panel.hide()
    (fresh,) = apply(world, (60, 90))
    assert fresh not in ids(panel)
    panel.show()
    qtbot.waitUntil(lambda: fresh in ids(panel))


def test_everything_is_read_again_when_other_codings_are_to_be_seen(world, panel, qtbot):
    panel.show_codes([world.lamp])
    panel.model._feed.passages.clear()
    world.session.viewChanged.emit()
    qtbot.waitUntil(lambda: ids(panel) == [world.one, world.bo, world.late])


def test_merged_codes_and_deleted_documents_leave_the_list_true(world, panel, qtbot):
    panel.show_codes([world.lamp])
    codes.merge(world.project, [world.care], world.lamp)
    qtbot.waitUntil(lambda: world.other in ids(panel))
    documents.delete(world.project, [world.quay])
    qtbot.waitUntil(lambda: world.late not in ids(panel))
    assert panel.header.counts.text() == "2 passages in 1 document · 3 codings"
    world.project.undo()
    qtbot.waitUntil(lambda: world.late in ids(panel))
