"""Everything can be used by ear and by keyboard: names, roles, and the way of the Tab key."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFrame, QPushButton, QVBoxLayout, QWidget
from qcode.services import demo

from tests.ui.spoken import (
    described,
    name_of,
    nameless,
    out_of_order,
    tree_of,
    unreached,
    way_of_tab,
)

SIZE = (1366, 768)


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    path = tmp_path_factory.mktemp("sample") / "sample.qcode"
    demo.build_project(path)
    return path


@pytest.fixture
def window(at_once, main_window, qtbot):
    main_window.resize(*SIZE)
    main_window.show()
    main_window.activateWindow()
    qtbot.waitUntil(main_window.isActiveWindow)
    yield main_window
    main_window.leave_project()


@pytest.fixture
def work(window, sample, qtbot):
    """The workspace with the sample, a coded passage chosen and its code's passages shown."""
    window.files.open_path(sample)
    space = window.workspace
    space.open_document(space.documents_panel.order()[2])
    chosen = sorted(space.codings)[6]
    coding = space.codings[chosen]
    space.navigation.go_to_passage(space.document.id, coding.start, coding.end, chosen)
    space.show_passages([coding.code_id])
    window.activateWindow()
    space.text.setFocus()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is space.text)
    way_of_tab(window)  # a list that one comes by chooses a row, and buttons for it are enabled
    return space


def panels(space):
    return {
        "documents": space.documents_panel,
        "codes": space.codes_panel,
        "paper": space.text.parentWidget(),
        "passages": space.passages_panel,
        "inspector": space.inspector,
        "history": space.knowledge.history_panel,
    }


def test_the_search_finds_what_has_no_name_no_role_and_no_place(window, qtbot):
    part = QWidget()
    column = QVBoxLayout(part)
    below, above, stranger = QPushButton(), QPushButton("Above"), QFrame()
    stranger.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    stranger.setMinimumSize(20, 20)
    for one in (above, below, stranger):
        column.addWidget(one)
    window.setCentralWidget(part)
    QApplication.processEvents()
    faults = nameless(part)
    assert len(faults) == 3
    assert sum("no name" in fault for fault in faults) == 2
    assert sum("takes the focus as" in fault for fault in faults) == 1
    QWidget.setTabOrder(stranger, above)
    above.setFocus()
    way = [above, below, stranger]
    assert out_of_order(part, way) == []
    assert len(out_of_order(part, [above, stranger, below])) == 1
    assert len(unreached(window, way[:2])) == 1


def test_everything_in_the_workspace_has_a_name_and_a_role(window, work):
    assert nameless(window) == []
    window.actions_["edit.history"].trigger()
    QApplication.processEvents()
    assert nameless(window) == []


def test_everything_on_the_start_page_has_a_name_and_a_role(window, sample):
    window.settings.remember(sample, "Sample")
    window.show_start_page()
    QApplication.processEvents()
    assert nameless(window) == []


def test_every_entry_of_the_menus_has_a_name(window, work):
    for top in window.menuBar().actions():
        names = [name_of(entry) for entry in tree_of(top.menu())]
        assert all(names[1:]) or not names[1:], top.text()


def test_tab_goes_round_the_workspace_and_reaches_everything(window, work):
    way = way_of_tab(window)
    assert unreached(window, way) == []
    for name, panel in panels(work).items():
        assert out_of_order(panel, way) == [], name


def test_shift_tab_goes_the_same_way_back(window, work):
    way = way_of_tab(window)
    back = way_of_tab(window, back=True)
    assert [described(one) for one in back] == [described(way[0])] + [
        described(one) for one in reversed(way[1:])
    ]


def test_tab_stays_in_a_panel_until_it_has_been_gone_through(window, work):
    way = way_of_tab(window)
    owners = []
    for widget in way:
        owner = next(
            (name for name, panel in panels(work).items() if panel.isAncestorOf(widget)), None
        )
        if owner is not None and (not owners or owners[-1] != owner):
            owners.append(owner)
    if owners[0] == owners[-1]:
        owners.pop()
    assert len(owners) == len(set(owners)), owners


def test_tab_goes_round_the_start_page(window, sample):
    window.settings.remember(sample, "Sample")
    window.show_start_page()
    QApplication.processEvents()
    way = way_of_tab(window)
    assert unreached(window, way) == []


def test_tab_leaves_the_text_and_comes_back(window, work):
    work.text.setFocus()
    QTest.keyClick(work.text, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is not work.text
    QTest.keyClick(
        QApplication.focusWidget(), Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier
    )
    assert QApplication.focusWidget() is work.text


def test_f6_goes_from_panel_to_panel_and_back_to_where_one_was(window, work):
    work.text.setFocus()
    owners = []
    shown = {name: panel for name, panel in panels(work).items() if panel.isVisible()}
    for _ in shown:
        window.actions_["view.next_panel"].trigger()
        now = QApplication.focusWidget()
        owners.append(
            next(name for name, panel in shown.items() if panel.isAncestorOf(now) or panel is now)
        )
    assert owners == ["passages", "inspector", "documents", "codes", "paper"]
    assert QApplication.focusWidget() is work.text
    work.codes_panel.filter_field.setFocus()
    window.actions_["view.previous_panel"].trigger()
    window.actions_["view.next_panel"].trigger()
    assert QApplication.focusWidget() is work.codes_panel.filter_field


def test_the_panel_with_the_focus_is_marked_and_no_other(window, work):
    def lit():
        found = {"documents": work.documents_panel, "codes": work.codes_panel, "text": work.text}
        return [name for name, one in found.items() if one.parentWidget().property("active")]

    work.text.setFocus()
    assert lit() == ["text"]
    work.codes_panel.view.setFocus()
    assert lit() == ["codes"]


def said(view):
    """The names of the rows of a list or tree."""
    interface = QAccessible.queryAccessibleInterface(view)
    rows = [interface.child(place) for place in range(min(interface.childCount(), 40))]
    return [name_of(row) for row in rows if row is not None]


def test_rows_say_in_words_what_they_show(window, work):
    code = next(one for one in work.codes.values() if one.name == "Calling the same day")
    index = work.codes_panel._rows.index_of(code.id)
    row = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Calling the same day" in row
    assert "concept" in row.lower()
    assert "passages" in row
    for view in (work.codes_panel.view, work.documents_panel.view, work.passages_panel.list):
        assert said(view)
        assert all(said(view)), described(view)
    window.actions_["edit.history"].trigger()
    assert all(said(work.knowledge.history_panel.list))
