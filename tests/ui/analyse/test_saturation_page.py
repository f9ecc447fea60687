"""What is new in each document, and whether the theory is saturated."""

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialogButtonBox
from qcode.model.saturation import CodingOrder
from qcode.services import codings, saturation, terms
from qcode.ui.itemmodels.saturation_rows import Column

from tests.ui.dialogs.driving import drive


@pytest.fixture
def shown(page):
    return page("saturation")


def row(shown, place):
    return [shown.rows.index(place, column).data(Qt.ItemDataRole.DisplayRole) for column in Column]


def ticked(shown):
    return [
        shown.rows.index(place, Column.HELD_OUT).data(Qt.ItemDataRole.CheckStateRole)
        is Qt.CheckState.Checked
        for place in range(shown.rows.rowCount())
    ]


def go_to(shown, place):
    shown.view.setCurrentIndex(shown.rows.index(place, 0))


def test_each_document_says_what_it_brings(shown):
    assert row(shown, 0) == [
        "01 Talk 1",
        "",
        "2",
        "1",
        "2 / 1",
        "signs, waiting for the lamp, calling twice",
    ]
    assert row(shown, 1)[2:5] == ["0", "0", "2 / 1"]
    assert ticked(shown) == [False, False, False, True]


def test_the_verdict_follows_every_step(shown, project, window, made):
    assert "not saturated" in shown.heading.text()
    saturation.set_held_out(project, [made.documents[3]], False)
    QApplication.processEvents()
    assert "no document is held out" in shown.heading.text()
    window.undo()
    assert "not saturated" in shown.heading.text()


def test_space_holds_a_document_out_as_a_step_that_undo_takes_back(shown, project, window, made):
    go_to(shown, 0)
    shown.view.setFocus()
    QTest.keyClick(shown.view, Qt.Key.Key_Space)
    assert saturation.held_out(project) == {made.documents[0], made.documents[3]}
    window.undo()
    assert saturation.held_out(project) == {made.documents[3]}
    assert ticked(shown) == [False, False, False, True]


def test_a_click_on_the_box_holds_all_chosen_documents_out(shown, project, made, qtbot):
    shown.view.selectAll()
    box = shown.view.visualRect(shown.rows.index(1, Column.HELD_OUT))
    # Ctrl keeps what is chosen, as in every list.
    shown.rows.heldOutWanted.emit(made.documents[1], True)
    assert box.isValid()
    qtbot.waitUntil(lambda: saturation.held_out(project) == set(made.documents))


def test_the_order_is_a_setting_of_the_project(shown, project, window):
    shown.order.setCurrentIndex(shown.order.findData(CodingOrder.FIRST_CODED.value))
    shown.order.activated.emit(shown.order.currentIndex())
    assert saturation.order(project) is CodingOrder.FIRST_CODED
    window.undo()
    assert shown.order.currentData() == CodingOrder.DOCUMENTS.value


def test_base_run_and_threshold_measure_anew(shown, qtbot):
    assert "cannot be measured" in shown.about.text()
    shown.base_size.setValue(1)
    shown.run_length.setValue(1)
    qtbot.waitUntil(lambda: "after 1 documents" in shown.about.text())
    assert "base: 2 in the first 1" in shown.about.text()


def test_enter_on_a_document_opens_the_passages_of_what_is_new_there(shown, window, made):
    go_to(shown, 0)
    shown.view.setFocus()
    QTest.keyClick(shown.view, Qt.Key.Key_Return)
    assert window.desk.shown == "code"
    panel = window.workspace.passages_panel
    assert panel.isVisible()
    shown_codes = {panel.model.passage_at(i).code_id for i in range(panel.model.rowCount())}
    assert shown_codes == {made.lamp, made.twice, made.signs}


def test_a_point_of_the_curve_leads_to_what_is_new_there(shown, window, made):
    asked = []
    shown.passagesRequested.connect(asked.append)
    curve = shown.curve
    field = curve._field()
    last = QPointF(curve._x(field, 3), field.center().y()).toPoint()
    QTest.mouseClick(curve, Qt.MouseButton.LeftButton, pos=last)
    assert asked == [[made.late]]


def test_the_curve_is_told_in_the_terms_of_the_project(shown, project):
    assert shown.curve.accessibleDescription() == "4 documents: concepts 4, categories 1"
    terms.use_preset(project, terms.School.THEMATIC)
    QApplication.processEvents()  # widgets are told as of a change of language
    assert shown.curve.accessibleDescription() == "4 documents: code 4, subtheme 1"


def test_the_page_is_written_as_word_and_as_a_picture(shown, tmp_path):
    for name, begin in (("table.docx", b"PK"), ("curve.svg", b"<?xml"), ("curve.png", b"\x89PNG")):
        out = tmp_path / name

        def write(dialog, out=out):
            dialog._file.set_path(out)
            dialog._file.edited.emit()
            dialog.accept()

        def close(dialog):
            dialog.findChild(QDialogButtonBox).rejected.emit()

        drive(shown.export.click, write, close)
        assert out.read_bytes().startswith(begin)


def test_a_coding_by_hand_counts_at_once(shown, project, made):
    from qcode.model.span import Span

    codings.apply(project, made.documents[1], [Span(31, 40)], [made.late])
    assert row(shown, 1)[2] == "1"
    assert row(shown, 3)[2] == "0"
    assert "saturated at this point" in shown.heading.text()
