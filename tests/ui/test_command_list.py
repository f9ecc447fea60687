"""The list of all commands: found by name, run where one was, grey with a reason."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QMainWindow,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)
from qcode.ui.dialogs.command_list import show_commands
from qcode.ui.shell.action_spec import CONDITIONS
from qcode.ui.shell.catalogue import ACTIONS
from qcode.ui.shell.commands import LIST_ITSELF, Command, catalogue_commands
from qcode.ui.shell.settings import RECENT_COMMANDS
from qcode.ui.widgets.command_list import CommandIndex


@pytest.fixture
def window(qtbot):
    made = QMainWindow()
    qtbot.addWidget(made)
    made.setCentralWidget(QWidget())
    made.text = QPlainTextEdit("words")
    QVBoxLayout(made.centralWidget()).addWidget(made.text)
    made.resize(900, 600)
    with qtbot.waitActive(made):
        made.show()
    made.text.setFocus()
    return made


@pytest.fixture
def actions(bound_actions):
    return bound_actions


def found(commands, words, recent=()):
    return [one.command.key for one in CommandIndex(commands, recent).search(words)]


def opened(window, actions, settings, **more):
    shown = show_commands(window, actions, settings, **more)
    field = shown.findChild(QLineEdit)
    assert QApplication.focusWidget() is field
    return shown, field


def rows(shown):
    model = shown._rows
    return [model.at(row).command.key for row in range(model.rowCount())]


def test_every_action_but_the_list_itself_is_offered_once(actions):
    keys = [command.key for command in catalogue_commands(actions)]
    assert sorted(keys) == sorted(spec.id for spec in ACTIONS if spec.id != LIST_ITSELF)


def test_every_condition_has_a_reason_in_words_and_the_first_to_mend_is_given(actions):
    for condition in CONDITIONS:
        actions.set_conditions(CONDITIONS - {condition})
        for command in catalogue_commands(actions):
            needs = actions.spec(command.key).enabled_when
            assert bool(command.missing) == (condition in needs)
            assert command.missing != "not possible now", condition
    actions.set_conditions({"project"})
    reasons = {command.key: command.missing for command in catalogue_commands(actions)}
    assert reasons["coding.in_vivo"] == "this project is read-only"
    actions.set_conditions({"project", "writable", "document"})
    reasons = {command.key: command.missing for command in catalogue_commands(actions)}
    assert reasons["coding.in_vivo"] == "needs selected words"
    actions.set_conditions(())
    reasons = {command.key: command.missing for command in catalogue_commands(actions)}
    assert reasons["coding.in_vivo"] == "needs an open project"


def test_commands_are_found_by_parts_of_words_scattered_letters_and_menus(actions):
    commands = catalogue_commands(actions)
    assert found(commands, "codebook")[:2] == ["file.import_codebook", "file.export_codebook"]
    assert found(commands, "expcod")[0] == "file.export_codebook"
    assert found(commands, "theme")[:3] == ["theme.system", "theme.light", "theme.dark"]
    assert found(commands, "zzz") == []


def test_without_words_the_recent_come_first_and_what_cannot_be_used_last(actions):
    actions.set_conditions({"project"})
    commands = catalogue_commands(actions)
    keys = found(commands, "", ["coding.in_vivo", "help.about", "file.export_codebook"])
    assert keys[:2] == ["help.about", "file.export_codebook"]  # in vivo cannot be used now
    missing = [bool(command.missing) for command in commands]
    assert len(keys) == len(commands)
    unusable = {command.key for command in commands if command.missing}
    assert set(keys[-sum(missing) :]) == unusable


def test_in_chinese_commands_are_found_by_either_name(actions, language):
    language.choose("zh_CN")
    actions.retranslate()
    commands = catalogue_commands(actions)
    chinese = {command.key: command.text for command in commands}
    assert chinese["file.export_codebook"] == "导出编码手册"
    assert found(commands, "导出编码")[0] == "file.export_codebook"
    assert found(commands, "export the code")[0] == "file.export_codebook"


def test_enter_runs_the_command_with_the_focus_back_where_it_was(window, actions, settings):
    focused = []
    actions.bind("file.export_codebook", lambda: focused.append(QApplication.focusWidget()))
    actions.set_conditions({"project"})
    shown, field = opened(window, actions, settings)
    QTest.keyClicks(field, "export the code")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert focused == [window.text]
    assert not shown.isVisible()
    assert settings.recent_commands == ["file.export_codebook"]
    opened(window, actions, settings)
    assert rows(shown)[0] == "file.export_codebook"


def test_enter_on_what_cannot_be_used_does_nothing_and_leaves_the_list_open(
    window, actions, settings
):
    used = []
    actions.bind("coding.in_vivo", lambda: used.append("in vivo"))
    actions.set_conditions({"project", "writable", "document"})
    shown, field = opened(window, actions, settings)
    QTest.keyClicks(field, "in vivo")
    assert rows(shown)[0] == "coding.in_vivo"
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert used == []
    assert shown.isVisible()
    assert settings.recent_commands == []


def test_escape_goes_back_to_where_one_was(window, actions, settings):
    shown, field = opened(window, actions, settings)
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert not shown.isVisible()
    assert QApplication.focusWidget() is window.text


def test_the_arrows_walk_through_the_rows_while_one_types(window, actions, settings):
    used = []
    actions.bind("theme.light", lambda _: used.append("light"))
    _, field = opened(window, actions, settings)
    QTest.keyClicks(field, "theme")
    QTest.keyClick(field, Qt.Key.Key_Down)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert used == ["light"]


def test_documents_can_be_gone_to(window, actions, settings):
    gone = []
    _, field = opened(
        window,
        actions,
        settings,
        documents=[(7, "02 Fire brigade"), (9, "03 Street cadre")],
        go_to=gone.append,
    )
    QTest.keyClicks(field, "street")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert gone == [9]


def test_a_row_says_in_words_what_it_shows(window, actions, settings):
    actions.set_conditions({"project", "writable", "document"})
    shown, field = opened(window, actions, settings)
    QTest.keyClicks(field, "in vivo")
    row = QAccessible.queryAccessibleInterface(shown._list).child(0)
    said = row.text(QAccessible.Text.Name)
    assert said == "Code in vivo, Passage, I, needs selected words"


def test_only_the_latest_commands_are_remembered(settings):
    for number in range(RECENT_COMMANDS + 3):
        settings.remember_command(f"command.{number}")
    settings.remember_command("command.5")
    assert len(settings.recent_commands) == RECENT_COMMANDS
    assert settings.recent_commands[:2] == ["command.5", f"command.{RECENT_COMMANDS + 2}"]


def test_of_commands_that_fit_alike_the_usable_one_comes_first():
    commands = [
        Command("one", "Mark it", print, missing="needs a passage"),
        Command("two", "Mark it", print),
    ]
    assert found(commands, "mark") == ["two", "one"]


def thousands():
    return [(number, f"Talk {number}") for number in range(1, 10_001)]


def test_among_ten_thousand_documents_each_is_found_a_moment_after_the_list_has_opened(
    window, actions, settings, qtbot
):
    gone_to = []
    shown, field = opened(window, actions, settings, documents=thousands(), go_to=gone_to.append)
    assert not any(key.startswith("document:") for key in rows(shown)), "it did not wait for them"
    QTest.keyClicks(field, "talk 9876")
    qtbot.waitUntil(lambda: rows(shown)[:1] == ["document:9876"], timeout=20_000)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert gone_to == [9876]


@pytest.mark.usefixtures("at_once")
def test_no_more_rows_are_listed_than_anybody_reads(window, actions, settings):
    shown, field = opened(window, actions, settings, documents=thousands(), go_to=lambda _: None)
    QTest.keyClicks(field, "talk")
    assert len(rows(shown)) == 200


def test_documents_that_come_after_the_list_was_closed_are_not_shown_in_the_next(
    window, actions, settings, qtbot
):
    from qcode.ui.shell import operation

    shown, field = opened(window, actions, settings, documents=thousands(), go_to=lambda _: None)
    QTest.keyClick(field, Qt.Key.Key_Escape)
    shown, field = opened(window, actions, settings)
    QTest.keyClicks(field, "talk 9876")
    qtbot.waitUntil(lambda: not operation._jobs, timeout=20_000)
    assert "document:9876" not in rows(shown)
