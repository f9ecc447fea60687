"""The codes panel by mouse and by keyboard."""

import pytest
from PySide6.QtCore import QMimeData, QModelIndex, QPoint, Qt, QUrl
from PySide6.QtWidgets import QApplication, QLineEdit
from qcode.model.enums import CodeKind, Numbering
from qcode.model.messages import Message
from qcode.model.records import CodeDraft
from qcode.model.span import Span
from qcode.services import codes, codings
from qcode.ui.shell import theme
from qcode.ui.shell.message import MessageDialog
from qcode.ui.shell.session import Session
from qcode.ui.widgets.mime import codes_of, put_codes, put_span
from qcode.ui.workspaces.code.codes_panel import CodesPanel

from tests.ui.panel_project import make_project
from tests.ui.tree_hand import drag, names, show

NAMES = {
    "main": ("Harbour rules", CodeKind.MAIN_CATEGORY, None),
    "first": ("Signals", CodeKind.CATEGORY, "main"),
    "a": ("flag raised", CodeKind.CONCEPT, "first"),
    "b": ("bell rung", CodeKind.CONCEPT, "first"),
    "second": ("Waiting", CodeKind.CATEGORY, "main"),
    "c": ("排队等候", CodeKind.CONCEPT, "second"),
}


@pytest.fixture
def session(qapp, tmp_path):
    session = Session(make_project(tmp_path / "p.qcode", documents=1))
    yield session
    session.close()


@pytest.fixture
def ids(session):
    made = {}
    for key, (name, kind, parent) in NAMES.items():
        made[key] = codes.create(session.project, CodeDraft(name, kind), made.get(parent))
    return made


@pytest.fixture
def panel(session, ids, qtbot):
    return shown(session, qtbot)


def shown(session, qtbot):
    return show(CodesPanel(session), qtbot)


def spot(panel, code_id):
    return panel.view.visualRect(panel.view.model().index_of(code_id)).center()


def carrying(code_ids):
    mime = QMimeData()
    put_codes(mime, code_ids)
    return mime


def test_enter_and_double_click_apply_the_code(panel, ids, qtbot):
    panel.select_code(ids["b"])
    with qtbot.waitSignal(panel.codeActivated) as told:
        qtbot.keyClick(panel.view, Qt.Key.Key_Return)
    assert told.args == [ids["b"]]
    with qtbot.waitSignal(panel.codeActivated) as told:
        area = panel.view.viewport()
        qtbot.mouseClick(area, Qt.MouseButton.LeftButton, pos=spot(panel, ids["main"]))
        qtbot.mouseDClick(area, Qt.MouseButton.LeftButton, pos=spot(panel, ids["main"]))
    assert told.args == [ids["main"]]
    assert len(names(panel)) == 6  # the branch did not close


def test_arrows_move_through_the_tree_and_tell_it(panel, ids, qtbot):
    panel.select_code(ids["main"])
    with qtbot.waitSignal(panel.currentCodeChanged) as told:
        qtbot.keyClick(panel.view, Qt.Key.Key_Down)
    assert told.args == [ids["first"]]
    qtbot.keyClick(panel.view, Qt.Key.Key_Left)
    assert names(panel) == ["Harbour rules", "Signals", "Waiting", "排队等候"]
    assert panel.current_code() == ids["first"]


def test_selected_codes_come_in_tree_order(panel, ids, qtbot):
    panel.select_code(ids["c"])
    area = panel.view.viewport()
    for key in ("a", "main"):
        qtbot.mouseClick(
            area, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier,
            spot(panel, ids[key]),
        )  # fmt: skip
    assert panel.selected_codes() == [ids["main"], ids["a"], ids["c"]]


def test_f2_renames_in_place(panel, ids, session, qtbot):
    panel.select_code(ids["a"])
    qtbot.keyClick(panel.view, Qt.Key.Key_F2)
    editor = panel.view.findChild(QLineEdit)
    assert editor.text() == "flag raised"
    qtbot.keyClicks(editor, "flag lowered")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "flag lowered" in names(panel))
    assert panel.current_code() == ids["a"]


def test_the_editor_holds_the_name_without_its_number(panel, ids, session, qtbot):
    codes.set_numbering(session.project, Numbering.DECIMAL)
    panel.rename(ids["b"])
    assert panel.view.findChild(QLineEdit).text() == "bell rung"
    panel.rename(ids["b"])  # asked again while open: nothing happens


def test_escape_leaves_the_name_as_it_was(panel, ids, session, qtbot):
    panel.rename(ids["a"])
    editor = panel.view.findChild(QLineEdit)
    qtbot.keyClicks(editor, "something else")
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    assert "flag raised" in names(panel)
    assert codes.tree(session.project)[2].name == "flag raised"


def test_a_name_that_is_taken_is_refused_with_a_sentence(panel, ids, qtbot, monkeypatch):
    said = []
    monkeypatch.setattr(MessageDialog, "exec", lambda dialog: said.append(dialog))
    panel.rename(ids["a"])
    editor = panel.view.findChild(QLineEdit)
    qtbot.keyClicks(editor, "bell rung")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(said) == 1)
    assert "flag raised" in names(panel)


def test_control_and_arrows_change_the_order_of_siblings(panel, ids, qtbot):
    panel.select_code(ids["a"])
    control = Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(panel.view, Qt.Key.Key_Down, control)
    assert names(panel)[1:4] == ["Signals", "bell rung", "flag raised"]
    assert panel.selected_codes() == [ids["a"]]
    qtbot.keyClick(panel.view, Qt.Key.Key_Down, control)  # already the last
    qtbot.keyClick(panel.view, Qt.Key.Key_Up, control)
    assert names(panel)[1:4] == ["Signals", "flag raised", "bell rung"]


def test_a_code_dropped_on_another_goes_below_it(panel, ids, qtbot):
    assert drag(panel, carrying([ids["b"]]), spot(panel, ids["second"]))
    qtbot.waitUntil(lambda: names(panel)[3:] == ["Waiting", "排队等候", "bell rung"])
    assert panel.selected_codes() == [ids["b"]]


def test_a_code_dropped_between_two_goes_there(panel, ids, qtbot):
    top = panel.view.visualRect(panel.view.model().index_of(ids["c"])).topLeft()
    assert drag(panel, carrying([ids["a"]]), top + QPoint(40, 1))
    qtbot.waitUntil(lambda: names(panel)[2:] == ["bell rung", "Waiting", "flag raised", "排队等候"])


def test_a_code_dropped_beside_the_rows_goes_to_the_top_level(panel, ids, session, qtbot):
    below = panel.view.viewport().rect().bottomLeft() + QPoint(30, -3)
    assert drag(panel, carrying([ids["second"]]), below)
    qtbot.waitUntil(lambda: codes.tree(session.project)[-2].depth == 0)
    assert names(panel)[-2:] == ["Waiting", "排队等候"]


def test_a_move_that_breaks_the_levels_is_refused_with_a_sentence(
    panel, ids, session, qtbot, monkeypatch
):
    said = []
    monkeypatch.setattr(MessageDialog, "exec", lambda dialog: said.append(dialog))
    assert drag(panel, carrying([ids["main"]]), spot(panel, ids["c"]))
    qtbot.waitUntil(lambda: len(said) == 1)
    assert names(panel) == [name for name, *_ in NAMES.values()]


def test_what_is_dragged_out_carries_the_codes(panel, ids):
    model = panel.view.model()
    mime = model.mimeData([model.index_of(ids["c"]), model.index_of(ids["a"])])
    assert codes_of(mime) == [ids["a"], ids["c"]]
    assert mime.text() == "flag raised\n排队等候"


@pytest.mark.parametrize("height", [0.1, 0.5, 0.9])
def test_a_passage_falls_onto_the_row_under_the_pointer(panel, ids, qtbot, height):
    mime = QMimeData()
    put_span(mime, Span(3, 9))
    rect = panel.view.visualRect(panel.view.model().index_of(ids["b"]))
    where = QPoint(rect.center().x(), rect.top() + round(rect.height() * height))
    with qtbot.waitSignal(panel.spanDropped) as told:
        assert drag(panel, mime, where)
    assert told.args == [ids["b"], Span(3, 9)]


def test_a_passage_beside_the_rows_falls_nowhere(panel):
    mime = QMimeData()
    put_span(mime, Span(3, 9))
    assert not drag(panel, mime, panel.view.viewport().rect().bottomLeft() + QPoint(30, -3))


def test_files_are_left_to_the_window(panel, ids):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile("text.txt")])
    assert not drag(panel, mime, spot(panel, ids["a"]))
    assert not panel.filter_field.acceptDrops()


def test_the_filter_opens_what_it_finds_and_restores_what_was_closed(panel, ids, qtbot):
    model = panel.view.model()
    panel.view.collapse(model.index_of(ids["first"]))
    panel.select_code(ids["second"])
    before = names(panel)
    with qtbot.assertNotEmitted(panel.currentCodeChanged):
        panel.filter_field.setText("BELL")
    assert names(panel) == ["Harbour rules", "Signals", "bell rung"]
    assert panel.current_code() is None
    with qtbot.assertNotEmitted(panel.currentCodeChanged):
        qtbot.keyClick(panel.filter_field, Qt.Key.Key_Escape)
    assert names(panel) == before
    assert panel.current_code() == ids["second"]


def test_enter_in_the_filter_goes_to_the_first_match(panel, ids, qtbot):
    panel.focus_filter()
    qtbot.keyClicks(panel.filter_field, "bell")
    qtbot.keyClick(panel.filter_field, Qt.Key.Key_Return)
    assert panel.current_code() == ids["b"]
    assert panel.view.hasFocus()


def test_a_code_found_by_the_filter_stays_in_view_afterwards(panel, ids, qtbot):
    panel.view.collapseAll()
    panel.filter_field.setText("bell")
    panel.select_code(ids["b"])
    panel.filter_field.clear()
    assert panel.current_code() == ids["b"]
    assert "bell rung" in names(panel)


def test_selecting_a_hidden_code_clears_the_filter(panel, ids):
    panel.filter_field.setText("bell")
    panel.select_code(ids["c"])
    assert panel.filter_field.text() == ""
    assert panel.current_code() == ids["c"]


def test_a_filter_without_a_match_says_so(panel):
    panel.filter_field.setText("zeppelin")
    assert not panel.view.isVisible()
    assert panel._empty.isVisible()
    panel.filter_field.clear()
    assert panel.view.isVisible()


def test_open_branches_can_be_kept_and_set_again(panel, ids):
    panel.set_expanded([ids["main"]])
    assert names(panel) == ["Harbour rules", "Signals", "Waiting"]
    assert panel.expanded() == [ids["main"]]
    panel.filter_field.setText("bell")
    assert panel.expanded() == [ids["main"]]


def test_a_reset_keeps_selection_and_open_branches(panel, ids, session, qtbot):
    panel.view.collapse(panel.view.model().index_of(ids["second"]))
    panel.select_code(ids["b"])
    with (
        qtbot.assertNotEmitted(panel.currentCodeChanged),
        qtbot.waitSignal(panel.view.model().modelReset),
        session.project.change(Message("Many codes")) as writer,
    ):
        for n in range(250):
            above = codes.insert(writer, CodeDraft(f"k{n}", CodeKind.CATEGORY), None)
            codes.insert(writer, CodeDraft(f"n{n}", CodeKind.CONCEPT), above)
    assert panel.selected_codes() == [ids["b"]]
    assert not panel.view.isExpanded(panel.view.model().index_of(ids["second"]))


def test_deleting_the_current_code_makes_a_neighbour_current(panel, ids, session, qtbot):
    panel.select_code(ids["b"])
    with qtbot.waitSignal(panel.currentCodeChanged):
        codes.delete(session.project, [ids["b"]])
    assert panel.current_code() in ids.values()
    assert panel.current_code() != ids["b"]


def test_deleting_the_only_code_below_a_category_makes_the_category_current(
    panel, ids, session, qtbot
):
    panel.select_code(ids["c"])
    with qtbot.waitSignal(panel.currentCodeChanged):
        codes.delete(session.project, [ids["c"]])
    assert panel.current_code() == ids["second"]
    assert panel.selected_codes() == [], "another Delete takes nothing"
    panel.select_code(ids["a"])
    codes.delete(session.project, [ids["a"], ids["b"]])
    assert panel.current_code() == ids["first"]


def test_a_filter_that_hides_the_current_code_makes_no_other_one_current(panel, ids):
    panel.select_code(ids["c"])
    panel.filter_field.setText("bell")
    assert panel.current_code() is None


def test_an_empty_codebook_says_how_to_begin(session, qtbot):
    panel = shown(session, qtbot)
    assert panel._empty.text() == "No codes yet. Select words and press Enter."
    assert panel._empty.isVisible()
    assert not panel.filter_field.isVisible()
    codes.create(session.project, CodeDraft("tide", CodeKind.CONCEPT))
    assert panel.view.isVisible()
    assert panel._note.text() == "1 concept"


def test_the_heading_counts_concepts_and_categories(panel):
    assert panel._note.text() == "3 concepts · 3 categories"


def test_a_menu_is_wanted_where_the_pointer_is(panel, ids, qtbot):
    from PySide6.QtGui import QContextMenuEvent

    where = spot(panel, ids["c"])
    mouse = QContextMenuEvent.Reason.Mouse
    area = panel.view.viewport()
    with qtbot.waitSignal(panel.contextMenuRequested) as told:
        event = QContextMenuEvent(mouse, where, area.mapToGlobal(where))
        QApplication.sendEvent(area, event)
    assert told.args == [area.mapToGlobal(where)]


def test_every_part_has_a_name_for_screen_readers(panel):
    assert panel.view.accessibleName() == "Codes"
    assert panel.filter_field.accessibleName() == "Filter codes"


@pytest.mark.parametrize("name", ["light", "dark"])
def test_the_badges_differ_by_shape_alone(panel, ids, session, name, request):
    """In one and the same colour, each kind covers other pixels."""
    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QImage, QPainter
    from qcode.ui.widgets.code_badge import paint_code_badge

    request.addfinalizer(lambda: theme.apply(QApplication.instance(), theme.LIGHT))
    theme.apply(QApplication.instance(), theme.THEMES[name])
    pictures = set()
    for kind in CodeKind:
        image = QImage(20, 20, QImage.Format.Format_ARGB32)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        paint_code_badge(painter, QRectF(0, 0, 20, 20), kind, "#3b78d8")
        painter.end()
        pictures.add(bytes(image.constBits()))
    assert len(pictures) == len(CodeKind)


def test_counts_and_long_names_are_painted_without_warnings(panel, ids, session):
    codes.rename(session.project, ids["a"], "a very long name " * 20)
    codes.rename(session.project, ids["b"], "محطة الإطفاء")
    codings.apply(session.project, 1, [Span(0, 5)], [ids["a"]])
    assert not panel.grab().isNull()
    assert panel.view.visualRect(QModelIndex()).isNull()
