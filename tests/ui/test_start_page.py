"""The first page."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAccessible, QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from qcode.ui.shell import operation, theme
from qcode.ui.shell.settings import RecentProject
from qcode.ui.widgets.start.recent import LOOK_AFTER, RecentRow, elided, folder_of
from qcode.ui.widgets.start.start_page import ActionCard, StartPage


@pytest.fixture
def page(qtbot):
    made = StartPage()
    qtbot.addWidget(made)
    made.resize(1366, 700)
    with qtbot.waitActive(made):
        made.show()
    return made


@pytest.fixture
def projects(tmp_path):
    made = []
    for name in ("thesis", "pilot", "gone"):
        path = tmp_path / f"{name}.qcode"
        made.append(RecentProject(path, name.title(), "2026-03-14T09:30:00.000Z"))
        if name != "gone":
            path.write_bytes(b"")
    return made


def rows(page):
    return [row for row in page.findChildren(RecentRow) if row.isVisible()]


def card(page, name):
    return next(card for card in page.findChildren(ActionCard) if card.accessibleName() == name)


def words(widget):
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]


def test_an_empty_page_tells_the_first_steps(page):
    assert rows(page) == []
    assert "First steps" in words(page)
    assert "Select words that matter and press Enter." in words(page)


@pytest.mark.parametrize(
    ("name", "signal", "told"),
    [
        ("New project", "newRequested", []),
        ("Open project…", "openRequested", [None]),
        ("Open the sample", "sampleRequested", []),
    ],
)
def test_each_card_asks_for_its_thing_by_mouse_and_by_key(page, qtbot, name, signal, told):
    button = card(page, name)
    with qtbot.waitSignal(getattr(page, signal)) as asked:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert asked.args == told
    button.setFocus()
    with qtbot.waitSignal(getattr(page, signal)):
        QTest.keyClick(button, Qt.Key.Key_Space)


def test_a_click_on_the_words_of_a_card_counts_as_one_on_the_card(page, qtbot):
    button = card(page, "New project")
    label = next(label for label in button.findChildren(QLabel) if label.text() == "New project")
    place = label.mapTo(page, label.rect().center())
    with qtbot.waitSignal(page.newRequested):
        QTest.mouseClick(page.window().windowHandle(), Qt.MouseButton.LeftButton, pos=place)


def test_recent_projects_are_shown_with_name_path_and_day(page, projects):
    page.set_recent(projects)
    assert [row.project.name for row in rows(page)] == ["Thesis", "Pilot", "Gone"]
    assert "Recent projects" in words(page)
    assert "First steps" not in words(page)
    assert "14 Mar 2026" in words(rows(page)[0])


def test_a_recent_project_opens_by_click_and_by_enter(page, projects, qtbot):
    page.set_recent(projects)
    with qtbot.waitSignal(page.openRequested) as asked:
        QTest.mouseClick(rows(page)[1], Qt.MouseButton.LeftButton)
    assert asked.args == [projects[1].path]
    page.take_focus()
    assert rows(page)[0].hasFocus()
    QTest.keyClick(rows(page)[0], Qt.Key.Key_Down)
    assert rows(page)[1].hasFocus()
    with qtbot.waitSignal(page.openRequested) as asked:
        QTest.keyClick(rows(page)[1], Qt.Key.Key_Return)
    assert asked.args == [projects[1].path]


def test_delete_asks_to_take_a_project_off_the_list(page, projects, qtbot):
    page.set_recent(projects)
    with qtbot.waitSignal(page.forgetRequested) as asked:
        QTest.keyClick(rows(page)[2], Qt.Key.Key_Delete)
    assert asked.args == [projects[2].path]


def test_the_cross_appears_under_the_pointer_and_does_not_open(page, projects, qtbot):
    page.set_recent(projects)
    row = rows(page)[0]
    assert row.findChildren(QPushButton) == []
    row.enterEvent(enter_event(row))
    [cross] = row.findChildren(QPushButton)
    opened = []
    page.openRequested.connect(opened.append)
    with qtbot.waitSignal(page.forgetRequested) as asked:
        QTest.mouseClick(cross, Qt.MouseButton.LeftButton)
    assert asked.args == [projects[0].path]
    assert opened == []
    assert cross.accessibleName()


def test_a_missing_project_is_found_out_after_the_page_is_shown(page, projects, qtbot):
    page.set_recent(projects)
    assert "not found" not in words(page)
    qtbot.waitUntil(lambda: "not found" in words(rows(page)[2]), timeout=LOOK_AFTER + 5_000)
    assert "not found" not in words(rows(page)[0])
    assert rows(page)[2].accessibleName().endswith("file not found")


def test_a_page_that_goes_away_while_files_are_looked_for_is_no_fault(qtbot, projects):
    page = StartPage()
    page.set_recent(projects)
    page.findChildren(RecentRow)[0]._listing._look_for_files()
    page.deleteLater()
    qtbot.waitUntil(lambda: not operation._jobs)


def test_setting_the_list_again_replaces_it(page, projects, qtbot):
    page.set_recent(projects)
    page.set_recent(projects[:1])
    qtbot.waitUntil(lambda: [row.project.name for row in rows(page)] == ["Thesis"])
    page.set_recent([])
    assert rows(page) == []
    assert "First steps" in words(page)


def mime(*paths):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def test_dropped_files_are_told(page, qtbot, tmp_path):
    data = mime(tmp_path / "访谈.txt", tmp_path / "b.docx")
    event = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    with qtbot.waitSignal(page.filesDropped) as told:
        page.dropEvent(event)
    assert told.args == [[tmp_path / "访谈.txt", tmp_path / "b.docx"]]


@pytest.mark.parametrize(("kind", "taken"), [("file", True), ("link", False), ("words", False)])
def test_only_files_are_taken(page, tmp_path, kind, taken):
    data = mime(tmp_path / "a.txt") if kind == "file" else QMimeData()
    if kind == "link":
        data.setUrls([QUrl("http://example.org/a.txt")])
    elif kind == "words":
        data.setText("words")
    event = QDragEnterEvent(
        QPoint(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    event.setAccepted(False)
    page.dragEnterEvent(event)
    assert event.isAccepted() == taken


def test_the_page_speaks_chinese_after_a_change_of_language(page, projects, language):
    page.set_recent(projects)
    language.choose("zh_CN")
    page.retranslate()
    assert "新建项目" in words(page)
    assert "最近的项目" in words(page)
    assert "2026年3月14日" in words(rows(page)[0])
    language.choose("en")
    page.retranslate()
    assert "New project" in words(page)


def test_pictures_are_drawn_again_in_the_colours_of_the_theme(page, qapp):
    button = card(page, "Open project…")
    before = button.findChild(QLabel).pixmap().toImage()
    shown = qapp.property("qcode_theme")
    qapp.setProperty("qcode_theme", theme.DARK.name)
    page.restyle()
    assert button.findChild(QLabel).pixmap().toImage() != before
    qapp.setProperty("qcode_theme", shown)


def test_everything_is_reached_by_tab_and_has_a_name(page, projects):
    page.set_recent(projects)
    page.take_focus()
    reached = []
    widget = page.focusWidget()
    while widget not in reached:
        reached.append(widget)
        QTest.keyClick(widget, Qt.Key.Key_Tab)
        widget = page.focusWidget()
    assert {type(item) for item in reached} >= {ActionCard, RecentRow}
    assert len([item for item in reached if isinstance(item, ActionCard)]) == 3
    for item in reached:
        if isinstance(item, ActionCard | RecentRow):
            interface = QAccessible.queryAccessibleInterface(item)
            assert interface.text(QAccessible.Text.Name)
            assert interface.text(QAccessible.Text.Description)


@pytest.mark.parametrize("size", [(900, 560), (1366, 768), (3840, 2160)])
def test_the_page_fits_its_window(page, projects, size, qtbot):
    page.set_recent(projects * 6)
    page.resize(*size)
    qtbot.waitUntil(lambda: page.width() == size[0])
    for button in page.findChildren(ActionCard):
        place = button.mapTo(page, QPoint(0, 0))
        assert place.x() >= 0
        assert place.x() + button.width() <= size[0]
        assert place.y() + button.height() <= size[1]


def test_a_long_path_loses_its_middle(page):
    metrics = page.fontMetrics()
    path = "/home/ann/" + "very long folder/" * 20 + "thesis.qcode"
    short = elided(path, metrics, 300)
    assert metrics.horizontalAdvance(short) <= 300
    assert short.startswith("/home")
    assert short.endswith("qcode")
    assert "…" in short
    assert elided("/a.qcode", metrics, 300) == "/a.qcode"


def test_the_folder_of_the_user_is_shown_as_a_tilde():
    assert folder_of(Path.home() / "a" / "b.qcode") == str(Path("~/a/b.qcode"))
    assert folder_of(Path("/elsewhere/b.qcode")) == str(Path("/elsewhere/b.qcode"))


def enter_event(widget):
    from PySide6.QtGui import QEnterEvent

    middle = QPointF(widget.rect().center())
    return QEnterEvent(middle, middle, widget.mapToGlobal(middle))


def test_no_word_of_the_first_steps_is_cut_in_a_low_window(qtbot, language):
    from qcode.ui.widgets.start.start_page import FirstSteps

    language.choose("zh_CN")
    parent = QWidget()
    qtbot.addWidget(parent)
    steps = FirstSteps(parent)
    steps.retranslate()
    parent.show()
    airy = steps.layout().heightForWidth(280)
    steps.resize(280, airy - 20)
    QApplication.processEvents()
    for line in steps.findChildren(QLabel):
        if line.wordWrap():
            assert line.height() >= line.heightForWidth(line.width()), line.text()
