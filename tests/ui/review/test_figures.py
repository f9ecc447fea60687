"""The figures of the review: tables, what leads from them, and what is compared at all."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QMenu
from qcode.model.agreement import Request, Unit
from qcode.model.agreement_enums import DisagreementKind
from qcode.model.review import Sieve
from qcode.model.span import Span
from qcode.services import codings
from qcode.services.agreement import comparing, gathering
from qcode.ui.itemmodels.review_columns import COLUMNS, Column
from qcode.ui.itemmodels.review_words import figure, percent
from qcode.ui.shell import theme
from qcode.ui.shell.theme import contrast
from qcode.ui.workspaces.review.matrices import CODERS, DOCUMENTS
from qcode.ui.workspaces.review.matrix_view import WARM, ground

from tests.services import compared_project

HEARD = Qt.ItemDataRole.AccessibleTextRole
TIP = Qt.ItemDataRole.ToolTipRole


def names(page):
    rows = page.figures.codes.rows
    return [rows.row(at).code.name for at in range(rows.rowCount())]


def cell(page, code, column):
    """The index of a code's cell."""
    rows = page.figures.codes.rows
    return rows.index(rows.place_of(code), COLUMNS.index(column))


def words(page, code, column):
    return cell(page, code, column).data()


def whole(page, column):
    return page.figures.codes.all.index(0, COLUMNS.index(column)).data()


def listed(page):
    """The disagreements that the list shows."""
    talk = page.talk
    return [talk.found.row(talk.rows.number(row)) for row in range(talk.rows.rowCount())]


def press(view, index, key=Qt.Key.Key_Return):
    view.setFocus()
    view.setCurrentIndex(index)
    QTest.keyClick(view, key)


def click(view, index):
    view.scrollTo(index)
    QTest.mouseClick(
        view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(index).center()
    )


def type_filter(page, text):
    page.figures.filter.setText(text)
    page.figures._typed.timeout.emit()


def rest(page):
    """Let the time pass after which changes are read."""
    page.comparison.resting.timeout.emit()
    QApplication.processEvents()


# ---------------------------------------------------------------------- per code


def test_the_worst_code_stands_first_and_what_has_no_value_last(page):
    assert names(page) == ["call", "deck", "rope", "lamp", "signs", "never"]


def test_the_table_shows_the_figures_of_the_service(page, made):
    found = comparing.compare(page.session.project, Request(coders=("Ann", "Bo")))
    rope = next(one for one in found.codes if one.code.id == made.rope)
    assert words(page, made.rope, Column.BOTH) == str(rope.cells.n11) == str(14 * 3)
    assert words(page, made.rope, Column.FIRST) == str(rope.cells.n10) == str(4 * 3)
    assert words(page, made.rope, Column.SECOND) == "0"
    assert float(words(page, made.rope, Column.ALPHA)) == pytest.approx(
        rope.measured.values["krippendorff_alpha"], abs=0.005
    )
    assert whole(page, Column.FIRST) == str(sum(one.cells.n10 for one in found.codes))
    assert page.figures.note.text().startswith("Lowest α −")


def test_what_is_not_defined_is_a_dash_with_its_reason(page, made):
    at = cell(page, made.never, Column.ALPHA)
    assert at.data() == "–"
    assert "no variation" in at.data(TIP)
    assert "no variation" in at.data(HEARD)
    assert "nobody used the code" in cell(page, made.never, Column.DICE).data(HEARD)


def test_open_disagreements_are_counted_for_each_code_and_for_all(page, made):
    assert words(page, made.lamp, Column.OPEN) == "0"
    assert words(page, made.deck, Column.OPEN) == "3"
    assert whole(page, Column.OPEN) == str(len(page.talk.found))


def test_a_click_on_a_head_sorts_and_keeps_the_code_under_the_cursor(page, made):
    codes = page.figures.codes
    codes.select(made.rope)
    codes.view.sortByColumn(COLUMNS.index(Column.BOTH), Qt.SortOrder.DescendingOrder)
    assert names(page)[0] == "lamp"
    assert codes.code_id() == made.rope
    assert "↓" in codes.rows.headerData(COLUMNS.index(Column.BOTH), Qt.Orientation.Horizontal)
    codes.view.sortByColumn(COLUMNS.index(Column.ALPHA), Qt.SortOrder.DescendingOrder)
    assert names(page)[-2:] == ["signs", "never"]
    codes.view.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    assert names(page) == ["signs", "lamp", "rope", "deck", "call", "never"]


def test_the_menu_of_a_cell_sorts_by_its_column_and_leads_to_the_passages(
    page, made, qtbot, monkeypatch
):
    monkeypatch.setattr(QMenu, "popup", lambda *_: None)  # it would take the keyboard
    codes = page.figures.codes
    codes.view.setCurrentIndex(cell(page, made.rope, Column.DICE))
    where = codes.view.visualRect(codes.view.currentIndex()).center()
    reason = QContextMenuEvent.Reason.Keyboard
    event = QContextMenuEvent(reason, where, codes.view.viewport().mapToGlobal(where))
    QApplication.sendEvent(codes.view.viewport(), event)
    menu = codes.findChild(QMenu)
    entries = [one for one in menu.actions() if not one.isSeparator()]
    with qtbot.waitSignal(codes.passagesRequested) as told:
        entries[1].trigger()
    assert told.args == [[made.rope]]
    entries[3].trigger()
    assert names(page)[:2] == ["lamp", "rope"]


def test_heads_tell_what_a_coefficient_asks_and_who_drew_a_line(page):
    rows = page.figures.codes.rows
    about = rows.headerData(
        COLUMNS.index(Column.ALPHA), Qt.Orientation.Horizontal, Qt.ItemDataRole.WhatsThisRole
    )
    assert "chance" in about
    assert "Krippendorff 2019" in about
    assert "Krippendorff 2019" in page.figures.note.text()


def test_with_ten_documents_there_are_intervals_and_with_fewer_it_is_said(
    page, tmp_path, main_window, open_window
):
    assert "No intervals" in page.figures.note.text()
    assert page.figures.codes.view.isColumnHidden(COLUMNS.index(Column.INTERVAL))
    main_window.leave_project()
    many = compared_project.make(tmp_path / "many.qcode", documents=12)
    page = open_window(many.path)
    assert "No intervals" not in page.figures.note.text()
    assert "95 % interval from" in cell(page, many.rope, Column.SCALE).data(HEARD)
    type_filter(page, "rope")
    assert "95 % interval from" in cell(page, many.rope, Column.SCALE).data(HEARD)


def test_the_models_keep_the_rules_of_qt(page):
    figures = page.figures
    for place in (CODERS, DOCUMENTS, 0):
        figures.matrices.tabs.setCurrentIndex(place)
    testers = [
        QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
        for model in (
            figures.codes.rows,
            figures.codes.all,
            *(table.model() for table in figures.matrices.tables.values()),
        )
    ]
    type_filter(page, "rope")
    type_filter(page, "")
    figures.codes.view.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    assert len(testers) == 5


@pytest.mark.parametrize(
    ("value", "printed"),
    [(0.678, ".68"), (1.0, "1.00"), (0.0, ".00"), (-0.051, "−.05"), (-0.001, ".00")],
)
def test_coefficients_are_printed_with_two_places(value, printed):
    assert figure(value) == printed


@pytest.mark.parametrize(("value", "printed"), [(1.0, "100"), (0.99999, "99.9"), (0.5, "50.0")])
def test_only_whole_agreement_is_a_hundred_per_cent(value, printed):
    assert percent(value) == printed


# ---------------------------------------------------------------------- to the passages


def test_enter_on_a_code_shows_its_disagreements_and_goes_to_them(page, made):
    press(page.figures.codes.view, cell(page, made.rope, Column.ALPHA))
    assert {one.kind for one in listed(page)} == {DisagreementKind.BOUNDARY}
    assert {one.code_ids for one in listed(page)} == {(made.rope,)}
    assert QApplication.focusWidget() is page.talk.view


def test_a_click_on_what_one_coder_has_alone_leaves_out_what_the_other_has_alone(page, made):
    click(page.figures.codes.view, cell(page, made.call, Column.SECOND))
    assert len(listed(page)) == 6
    assert all(made.call in one.code_ids for one in listed(page))
    click(page.figures.codes.view, cell(page, made.call, Column.FIRST))
    assert DisagreementKind.MISSED_BY_FIRST not in {one.kind for one in listed(page)}


def test_a_cell_of_the_confusion_opens_its_passages_by_click_and_by_enter(page, made):
    table = page.figures.matrices.tables[0]
    confusion = table.rows.confusion
    places = {code.id: at for at, code in enumerate(confusion.codes)}
    index = table.rows.index(places[made.deck], places[made.call])
    assert index.data() == str(18 * 3)
    assert "Ann gave the first, Bo the second" in index.data(HEARD)
    click(table, index)
    first = listed(page)
    assert len(first) == 3
    assert {(one.first_code_id, one.second_code_id) for one in first} == {(made.deck, made.call)}
    page.talk.show(Sieve())
    press(table, index)
    assert listed(page) == first


def test_a_cell_of_the_map_opens_one_code_in_one_document(page, made):
    page.figures.matrices.tabs.setCurrentIndex(DOCUMENTS)
    table = page.figures.matrices.tables[DOCUMENTS]
    heat = table.rows.heat
    assert [one.id for one in heat.documents] == made.documents[:-1]
    row = [one.id for one in heat.codes].index(made.rope)
    press(table, table.rows.index(row, 1))
    assert [(one.document_id, one.code_ids) for one in listed(page)] == [
        (made.documents[1], (made.rope,))
    ]


def test_nothing_in_the_map_is_told_by_colour_alone(page, made):
    page.figures.matrices.tabs.setCurrentIndex(DOCUMENTS)
    rows = page.figures.matrices.tables[DOCUMENTS].rows
    heat = rows.heat
    at = {one.id: row for row, one in enumerate(heat.codes)}
    assert rows.index(at[made.lamp], 0).data() == "1.00"
    assert rows.tint(at[made.lamp], 0) is None
    assert rows.tint(at[made.deck], 0).share > rows.tint(at[made.rope], 0).share
    assert "rope × 01" in rows.index(at[made.rope], 0).data(HEARD)


@pytest.mark.parametrize("name", sorted(theme.THEMES))
def test_words_are_readable_on_every_tint(name):
    shown = theme.THEMES[name]
    for color in (shown.accent, WARM):
        for steps in range(21):
            assert contrast(ground(color, shown.paper, shown.ink, steps), shown.ink) >= 4.5


# ---------------------------------------------------------------------- what is looked at


def test_typing_works_out_the_figures_of_these_codes_without_reading_again(page, monkeypatch):
    def refuse(*_):
        raise AssertionError("read again")

    monkeypatch.setattr(gathering, "gather", refuse)
    before = whole(page, Column.FIRST)
    type_filter(page, "ROPE")
    assert names(page) == ["rope"]
    assert whole(page, Column.FIRST) == str(4 * 3) != before
    assert whole(page, Column.OPEN) == "3"
    assert page.comparison.shown.heat.values.shape == (1, 3)
    type_filter(page, "")
    assert whole(page, Column.FIRST) == before


def test_why_a_value_is_low_is_told_in_words(page, made):
    page.figures.codes.select(made.rope)
    why = page.figures.why
    assert "rope" in why.accessibleName()
    assert why.toPlainText()
    page.figures.codes.select(made.call)
    assert "call" in why.accessibleName()


@pytest.fixture
def three(tmp_path, open_window):
    made = compared_project.make(tmp_path / "three.qcode", people=("Ann", "Bo", "Cy"))
    return made, open_window(made.path)


def test_of_three_coders_two_can_be_looked_at_alone(three):
    made, page = three
    codes, both = page.figures.codes, COLUMNS.index(Column.BOTH)
    assert codes.view.isColumnHidden(both)
    page.figures.matrices.tabs.setCurrentIndex(CODERS)
    table = page.figures.matrices.tables[CODERS]
    assert table.rows.index(1, 2).data() == "1.00"
    assert table.rows.index(1, 1).data() == ""
    press(table, table.rows.index(0, 2))
    assert not codes.view.isColumnHidden(both)
    assert codes.rows.heads.second == "Cy"
    assert words(page, made.rope, Column.FIRST) == str(4 * 3)
    assert words(page, made.rope, Column.OPEN) == "3"
    assert {one.second_id for one in listed(page)} == {
        page.comparison.reading.gathered.coders[2].id
    }


# ---------------------------------------------------------------------- what is compared


def test_only_what_all_have_finished_is_compared_and_that_is_said(page):
    note = page.figures._note.text()
    assert "Ann × Bo" in note
    assert "3 of 4 documents, finished by both" in note


def test_another_unit_gives_other_figures_and_is_kept_for_the_project(
    page, made, main_window, open_window
):
    before = words(page, made.rope, Column.ALPHA)
    page.setup.unit.setCurrentIndex(page.setup.unit.findData(Unit.SENTENCE))
    page.setup.unit.activated.emit(page.setup.unit.currentIndex())
    assert words(page, made.rope, Column.ALPHA) == "1.00" != before
    assert "sentences" in page.figures._note.text()
    main_window.leave_project()
    page = open_window(made.path)
    assert page.setup.choice.unit is Unit.SENTENCE
    assert words(page, made.rope, Column.ALPHA) == "1.00"


def test_segments_have_a_share_to_be_set_and_others_have_not(page, made):
    assert not page.setup.overlap.isVisible()
    page.setup._ask(unit=Unit.SEGMENT)
    assert page.setup.overlap.isVisible()
    assert words(page, made.rope, Column.BOTH) == "0"
    page.setup.overlap.setValue(70)
    assert words(page, made.rope, Column.BOTH) == "3"
    assert words(page, made.rope, Column.NEITHER) == "–"


def test_a_group_and_a_part_of_the_codebook_can_be_compared_alone(page, made):
    guid = next(one.guid for one in page.comparison.reading.codes if one.id == made.rope)
    page.setup._ask(code=guid)
    assert names(page) == ["rope"]
    assert "rope" in page.setup.codes.text()
    page.setup._ask(code="", roll_up=True)
    assert words(page, made.signs, Column.BOTH) != "0"


def test_a_coder_is_taken_out_and_added_by_a_chip(page):
    QTest.mouseClick(page.setup.chips["Bo"], Qt.MouseButton.LeftButton)
    assert page.empty.isVisible()
    assert "two coders" in page.empty.heading.text()
    assert page.conditions() == set()
    QTest.mouseClick(page.setup.chips["Bo"], Qt.MouseButton.LeftButton)
    assert page.figures.isVisible()


def test_the_consensus_is_compared_only_when_it_is_asked_for(page, made):
    from qcode.services.review import consensus

    consensus.take_over(page.session.project, page.comparison.reading.gathered)
    rest(page)
    name = consensus.coder(page.session.project).name
    assert not page.setup.chips[name].isChecked()
    assert [one.name for one in page.comparison.reading.gathered.coders] == ["Ann", "Bo"]
    page.setup.chips[name].click()
    assert len(page.comparison.reading.gathered.coders) == 3


def test_where_one_has_coded_the_page_says_what_to_do(tmp_path, open_window):
    made = compared_project.make(tmp_path / "alone.qcode", people=("Ann",))
    page = open_window(made.path)
    assert page.empty.isVisible()
    assert "Ann" in page.empty.words.text()
    assert page.empty.first() is not None
    assert page.summary() == ""


def test_where_nothing_is_finished_by_all_everything_can_be_compared(page, made):
    from qcode.model.enums import WorkStatus
    from qcode.services import coders

    coders.set_status(page.session.project, made.documents, "Bo", WorkStatus.OPEN)
    rest(page)
    assert "finished by Ann, Bo" in page.empty.words.text()
    QTest.mouseClick(page.empty.all, Qt.MouseButton.LeftButton)
    assert page.figures.isVisible()
    assert "4 of 4 documents, finished or not" in page.figures._note.text()


# ---------------------------------------------------------------------- following


def test_what_comes_late_about_an_earlier_comparison_is_dropped(page, made):
    comparison = page.comparison
    late_look, late_why = comparison._look(), comparison._why()
    page.setup._ask(unit=Unit.SENTENCE)
    now, told = comparison.shown, page.figures.why.toPlainText()
    comparison._take_look(late_look)
    comparison._take_why(late_why)
    assert comparison.shown is now
    assert words(page, made.rope, Column.ALPHA) == "1.00"
    assert page.figures.why.toPlainText() == told


def test_a_change_is_compared_when_one_rests(page, made):
    before = words(page, made.lamp, Column.FIRST)
    codings.apply(page.session.project, made.documents[0], [Span(60, 70)], [made.lamp])
    assert page.comparison.resting.isActive()
    assert words(page, made.lamp, Column.FIRST) == before == "0"
    rest(page)
    assert words(page, made.lamp, Column.FIRST) == "10"


def test_what_is_settled_is_counted_at_once_and_nothing_is_compared_again(page, made):
    from qcode.model.agreement_enums import Verdict

    press(page.figures.codes.view, cell(page, made.rope, Column.OPEN))
    page.talk.deciding.decide(Verdict.FIRST)
    assert words(page, made.rope, Column.OPEN) == "2"
    assert not page.comparison.resting.isActive()
    assert f"{len(page.talk.found) - 1} disagreements open" in page.summary()


def test_the_page_follows_the_language(page, main_window):
    main_window.language.choose("zh_CN")
    QApplication.processEvents()
    try:
        assert "字符" in page.figures._note.text()
        assert "字符" in page.setup.unit.currentText()
    finally:
        main_window.language.choose("en")


def test_columns_can_be_hidden_and_stay_so(page, made, main_window, open_window):
    page.figures.codes._show_column(Column.AC1, False)
    assert page.figures.codes.view.isColumnHidden(COLUMNS.index(Column.AC1))
    main_window.leave_project()
    page = open_window(made.path)
    assert page.figures.codes.view.isColumnHidden(COLUMNS.index(Column.AC1))


def test_the_line_of_all_codes_stands_under_its_columns(page):
    codes = page.figures.codes
    for at, _ in enumerate(COLUMNS):
        assert codes.view.isColumnHidden(at) == codes.foot.isColumnHidden(at)
        if not codes.view.isColumnHidden(at):
            above = codes.view.viewport().mapToGlobal(
                QPoint(codes.view.columnViewportPosition(at), 0)
            )
            below = codes.foot.viewport().mapToGlobal(
                QPoint(codes.foot.columnViewportPosition(at), 0)
            )
            assert above.x() == below.x()
