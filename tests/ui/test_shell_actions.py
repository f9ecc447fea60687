"""The catalogue of actions and what is made from it."""

from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QMainWindow, QPlainTextEdit, QVBoxLayout, QWidget
from qcode.model.messages import Message
from qcode.ui.shell.action_spec import CONDITIONS
from qcode.ui.shell.actions import EXCLUSIVE, ActionSet, keys_for, plain_text
from qcode.ui.shell.catalogue import ACTIONS, MENUS


@pytest.fixture
def window(qtbot):
    made = QMainWindow()
    qtbot.addWidget(made)
    made.setCentralWidget(QWidget())
    QVBoxLayout(made.centralWidget())
    return made


@pytest.fixture
def actions(window):
    return ActionSet(window)


def place(window, widget):
    window.centralWidget().layout().addWidget(widget)
    return widget


def test_ids_are_unique_and_menus_and_conditions_exist():
    assert max(Counter(spec.id for spec in ACTIONS).values()) == 1
    paths = {spec.path for spec in MENUS}
    for spec in ACTIONS:
        assert spec.menu in paths, spec.id
        assert spec.enabled_when <= CONDITIONS, spec.id
        assert spec.scope in ("window", "text", "codes", "documents", "review"), spec.id
    for spec in MENUS:
        assert not spec.after or spec.after in {action.id for action in ACTIONS}


def test_no_two_actions_share_a_shortcut_where_both_act():
    for scope in ("text", "codes", "documents", "review"):
        keys = [
            key for spec in ACTIONS if spec.scope in ("window", scope) for key in spec.shortcuts
        ]
        assert [key for key, times in Counter(keys).items() if times > 1] == []


def test_every_shortcut_is_one_that_qt_understands():
    for spec in ACTIONS:
        for keys in spec.shortcuts:
            assert QKeySequence(keys).toString() == keys, spec.id


def test_a_plain_letter_never_acts_in_the_whole_window():
    for spec in ACTIONS:
        for keys in spec.shortcuts:
            assert len(keys) > 1 or spec.scope != "window", spec.id


@pytest.mark.parametrize("menu", ["", *(spec.path for spec in MENUS)])
def test_no_two_entries_of_a_menu_share_an_access_key(menu):
    texts = [spec.text for spec in ACTIONS if spec.menu == menu]
    texts += [spec.title for spec in MENUS if spec.path.rpartition("/")[0] == menu]
    keys = Counter(text[text.index("&") + 1].lower() for text in texts if "&" in text)
    assert [key for key, times in keys.items() if times > 1] == []


def test_the_menus_stand_in_the_order_of_the_catalogue(window, actions):
    actions.fill_menu_bar(window.menuBar())
    titles = [action.menu().objectName() for action in window.menuBar().actions()]
    assert titles == [spec.path for spec in MENUS if "/" not in spec.path]
    file = [
        action.objectName() for action in actions.menu("file").actions() if action.menu() is None
    ]
    assert [name for name in file if name] == [spec.id for spec in ACTIONS if spec.menu == "file"]


def test_a_submenu_follows_its_action_and_sections_are_parted(window, actions):
    actions.fill_menu_bar(window.menuBar())
    entries = [
        "-"
        if action.isSeparator()
        else action.menu().objectName()
        if action.menu()
        else action.objectName()
        for action in actions.menu("file").actions()
    ]
    assert entries.index("file/recent") == entries.index("file.open") + 1
    assert entries.count("-") == len({s.section for s in ACTIONS if s.menu == "file"}) - 1
    assert entries[0] != "-"
    assert entries[-1] != "-"


def test_an_action_can_be_used_when_it_is_bound_and_its_conditions_hold(actions):
    assert not actions["code.merge"].isEnabled()
    actions.set_conditions({"project", "writable", "code"})
    assert not actions["code.merge"].isEnabled()
    actions.bind("code.merge", lambda: None)
    assert actions["code.merge"].isEnabled()
    actions.set_condition("writable", False)
    assert not actions["code.merge"].isEnabled()
    actions.set_condition("writable", True)
    assert actions["code.merge"].isEnabled()
    assert actions.conditions == {"project", "writable", "code"}


def test_a_condition_that_does_not_exist_is_refused(actions):
    with pytest.raises(ValueError, match="sunshine"):
        actions.set_conditions({"project", "sunshine"})


def test_using_an_action_calls_its_handler_and_tells_its_id(actions, qtbot):
    used = []
    actions.bind("file.new", lambda: used.append("new"))
    with qtbot.waitSignal(actions.triggered) as told:
        actions["file.new"].trigger()
    assert used == ["new"]
    assert told.args == ["file.new"]


def test_a_checkable_action_says_what_it_became(actions):
    states = []
    actions.set_conditions({"project"})
    actions.bind("edit.history", states.append)
    actions["edit.history"].trigger()
    actions["edit.history"].trigger()
    assert states == [True, False]


@pytest.mark.parametrize("family", EXCLUSIVE)
def test_of_a_family_of_choices_one_is_checked(actions, family):
    members = [actions[spec.id] for spec in ACTIONS if spec.id.rpartition(".")[0] == family]
    assert len(members) > 1
    for member in members:
        member.setChecked(True)
        assert [one for one in members if one.isChecked()] == [member]


def test_undo_says_what_it_undoes_in_either_language(actions, language):
    actions.name("edit.undo", Message("Merge {name}", {"name": "R&D"}))
    assert actions["edit.undo"].text() == "&Undo Merge R&&D"
    language.choose("zh_CN")
    actions.retranslate()
    assert actions["edit.undo"].text() == "撤销：Merge R&&D(&U)"
    actions.name("edit.undo", None)
    assert actions["edit.undo"].text() == "撤销(&U)"
    language.choose("en")
    actions.retranslate()
    assert actions["edit.undo"].text() == "&Undo"


def test_single_letters_act_in_the_text_and_are_typed_everywhere_else(window, actions, qtbot):
    text = place(window, QPlainTextEdit("words"))
    text.setReadOnly(True)
    field = place(window, QLineEdit())
    used = []
    actions.set_conditions({"project", "writable", "document", "selection"})
    actions.bind("coding.in_vivo", lambda: used.append("i"))
    actions.attach("text", text)
    with qtbot.waitActive(window):
        window.show()
    text.setFocus()
    QTest.keyClick(text, Qt.Key.Key_I)
    assert used == ["i"]
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_I)
    assert used == ["i"]
    assert field.text() == "i"


def test_the_same_key_means_what_has_the_focus(window, actions, qtbot):
    codes, documents = place(window, QPlainTextEdit()), place(window, QPlainTextEdit())
    for widget in (codes, documents):
        widget.setReadOnly(True)
    used = []
    actions.set_conditions({"project", "writable", "document", "code"})
    actions.bind("code.rename", lambda: used.append("code"))
    actions.bind("document.rename", lambda: used.append("document"))
    actions.attach("codes", codes)
    actions.attach("documents", documents)
    with qtbot.waitActive(window):
        window.show()
    documents.setFocus()
    QTest.keyClick(documents, Qt.Key.Key_F2)
    codes.setFocus()
    QTest.keyClick(codes, Qt.Key.Key_F2)
    assert used == ["document", "code"]


def test_icons_are_drawn_when_a_menu_opens(window, actions, qtbot):
    actions.fill_menu_bar(window.menuBar())
    assert actions["edit.undo"].icon().isNull()
    actions.menu("edit").aboutToShow.emit()
    assert not actions["edit.undo"].icon().isNull()
    assert actions["file.new"].icon().isNull()
    actions.dress("file.new")
    assert not actions["file.new"].icon().isNull()


def test_a_tick_is_seen_in_a_menu_in_the_place_of_the_icon(window, actions):
    actions.fill_menu_bar(window.menuBar())
    typical = actions["coding.typical"]
    actions.menu("passage").aboutToShow.emit()
    assert typical.isIconVisibleInMenu()
    typical.setChecked(True)
    actions.menu("passage").aboutToShow.emit()
    assert not typical.isIconVisibleInMenu()


def test_a_sentence_takes_the_keys_of_an_action_from_the_catalogue(actions):
    assert keys_for("code.favourite") == "Ctrl+D"


def test_a_context_menu_holds_what_is_asked_for(window, actions, qtbot):
    menu = actions.context_menu(window, ["code.rename", "-", "codes/level", "code.delete"])
    qtbot.addWidget(menu)
    kinds = [
        "-" if entry.isSeparator() else "menu" if entry.menu() else entry.objectName()
        for entry in menu.actions()
    ]
    assert kinds == ["code.rename", "-", "menu", "code.delete"]
    levels = [entry.objectName() for entry in menu.actions()[2].menu().actions()]
    assert levels == [spec.id for spec in ACTIONS if spec.menu == "codes/level"]


def test_plain_words_have_no_access_key_in_chinese_either(language):
    language.choose("zh_CN")
    assert plain_text("&Open project…") == "打开项目"
    assert plain_text("&Undo") == "撤销"


def test_a_letter_in_an_open_menu_chooses_there_and_does_not_code(window, actions, qtbot):
    done = []
    text = place(window, QPlainTextEdit("words"))
    actions.set_conditions({"project", "writable", "document", "selection", "coding"})
    actions.bind("coding.in_vivo", lambda: done.append("in vivo"))
    actions.bind("coding.memo", lambda: done.append("memo"))
    actions.attach("text", text)
    actions.fill_menu_bar(window.menuBar())
    with qtbot.waitActive(window):
        window.show()
    # With the focus in the menu bar Qt holds shortcuts of actions in its menus for meant.
    window.menuBar().setFocus()
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_M)
    assert done == []
    text.setFocus()
    QTest.keyClick(text, Qt.Key.Key_M)
    assert done == ["memo"]


def test_menus_show_the_keys_that_act_in_one_part_of_the_window(actions):
    assert actions["coding.in_vivo"].text() == "Code &in vivo\tI"
