"""Disagreements talked about: the list, the verdicts by keys, undo, what is told."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu
from qcode.model.agreement_enums import DisagreementKind, Verdict
from qcode.model.review import Sieve, Standing
from qcode.services import codes, codings
from qcode.services.project import Project
from qcode.services.review import amending, consensus, decisions, rounds
from qcode.ui.dialogs.choose_code import Target
from qcode.ui.dialogs.version import VersionWords
from qcode.ui.itemmodels.disagreement_rows import Column
from qcode.ui.shell.actions import ActionSet
from qcode.ui.shell.session import Session
from qcode.ui.widgets.frames import frame_in
from qcode.ui.workspaces.review.talk import Talk

from tests.ui.review import talk_project

pytestmark = pytest.mark.usefixtures("at_once")

KEYS = {
    "1": Verdict.FIRST,
    "2": Verdict.SECOND,
    "3": Verdict.BOTH,
    "4": Verdict.UNION,
    "5": Verdict.INTERSECTION,
    "8": Verdict.REJECT,
    "9": Verdict.ACCEPT,
}


@pytest.fixture
def world(tmp_path):
    made = talk_project.make(tmp_path / "harbour.qcode")
    made.session = Session(made.project)
    yield made
    made.session.close()


def opened(session, qtbot, *coders):
    """The talk in a window, loaded, with its keys."""
    window = QMainWindow()
    qtbot.addWidget(window)
    frame = frame_in(window)
    made = Talk(session, frame)
    frame.layout().addWidget(made)
    window.setCentralWidget(frame)
    actions = ActionSet(window)
    made.use_actions(actions)
    made.actions_ = actions
    held = {"project", "writable"} if session.writable else {"project"}
    made.conditionsChanged.connect(lambda: actions.set_conditions(held | made.conditions()))
    window.resize(700, 680)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    made.load(*talk_project.compared(session.project, *coders))
    made.take_focus()
    return made


@pytest.fixture
def talk(world, qtbot):
    return opened(world.session, qtbot)


def shown(talk, column=Column.WORDS):
    return [talk.rows.index(row, column).data() for row in range(talk.rows.rowCount())]


def press(qtbot, talk, *keys):
    for key in keys:
        qtbot.keyClick(talk.view, key)


def agreed(world):
    """What the consensus has coded: (document, start, end, code)."""
    coder = consensus.coder(world.project)
    if coder is None:
        return set()
    return {
        (document, one.start, one.end, one.code_id)
        for document in (world.ferry, world.quay)
        for one in codings.of_document(world.project, document)
        if one.coder == coder.name
    }


# ---------------------------------------------------------------------- the list


def test_each_row_says_what_differs_where_and_in_which_words(talk):
    assert shown(talk, Column.KIND) == [
        "boundary differs",
        "missed by Bo",
        "different code",
        "missed by Ann",
    ]
    assert shown(talk)[:2] == ["The deck hands call the mainland twice.", "Nobody asks why"]
    assert shown(talk, Column.DOCUMENT) == ["01", "01", "01", "02"]
    assert shown(talk, Column.VERDICT) == ["open"] * 4
    assert shown(talk, Column.CODE)[2] == "rope comes last / calling twice"
    index = talk.rows.index(1, Column.VERDICT)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Decision: open"


def test_trifles_are_hidden_their_number_is_said_and_they_can_be_shown(talk, qtbot):
    assert talk.head.trifles.text() == "1 trifle hidden"
    press(qtbot, talk, Qt.Key.Key_T)
    assert len(shown(talk)) == 5
    assert talk.head.trifles.text() == "Hide trifles"
    assert talk.actions_["review.trifles"].isChecked()
    qtbot.mouseClick(talk.head.trifles, Qt.MouseButton.LeftButton)
    assert len(shown(talk)) == 4


def test_words_narrow_the_list_to_quotations_codes_documents_and_coders(talk):
    talk.bar.words.setText("SWEPT")
    assert shown(talk, Column.KIND) == ["missed by Ann"]
    talk.bar.words.setText("mainland calling")
    assert shown(talk, Column.KIND) == ["boundary differs"]
    talk.bar.words.setText("rope")
    assert shown(talk, Column.KIND) == ["different code", "missed by Ann"]
    talk.bar.words.setText("rope quay")
    assert shown(talk, Column.KIND) == ["missed by Ann"]
    talk.bar.words.setText("nothing like it")
    assert shown(talk) == []
    assert talk.detail.empty.isVisible()
    assert "disagreement" not in talk.conditions()
    talk.bar.clear_all()
    assert len(shown(talk)) == 4
    assert talk.detail.cards.isVisible()


def test_the_figures_can_ask_for_a_cell_and_the_chip_says_which(world, talk):
    talk.show(Sieve(cell=(world.rope, world.call)))
    assert shown(talk, Column.KIND) == ["different code"]
    (chip,) = talk.bar.chips.values()
    assert chip.words.text() == "rope comes last against calling twice"
    assert talk.view.hasFocus()
    chip.removed.emit()
    assert len(shown(talk)) == 4


def test_another_filter_begins_at_its_first_row_unless_one_is_on_a_row_that_it_shows(talk):
    talk.view.go_to(3)
    talk.show(Sieve(kinds=frozenset({DisagreementKind.BOUNDARY, DisagreementKind.CODE})))
    assert talk.view.current_row() == 0
    talk.view.go_to(1)
    talk.bar.words.setText("rope")
    assert (talk.view.current_row(), len(shown(talk))) == (0, 1)
    talk.bar.clear_all()
    assert talk.view.current_row() == 2, "the row that was shown"


def test_kinds_can_be_asked_for(talk):
    kind = DisagreementKind.MISSED_BY_SECOND
    talk.show(Sieve(kinds=frozenset({kind})))
    assert shown(talk) == ["Nobody asks why"]
    assert talk.bar.chips["kinds"].words.text() == "Kind: missed by Bo"


def test_the_largest_can_stand_first_and_those_of_a_code_together(talk):
    for order, first in (("size", "different code"), ("code", "missed by Bo")):
        talk.bar.order.setCurrentIndex(talk.bar.order.findData(order))
        talk.bar.order.activated.emit(0)
        assert shown(talk, Column.KIND)[0] == first


# ---------------------------------------------------------------------- the row in full


def test_the_words_stand_twice_each_with_what_one_coder_did(talk, qtbot):
    first, second = talk.detail.cards.first, talk.detail.cards.second
    assert (first.name.text(), second.name.text()) == ("Ann", "Bo")
    assert first.sheet.accessibleDescription() == "The deck hands call the mainland twice."
    assert second.sheet.accessibleDescription() == "The deck hands call"
    assert "Somebody calls again." in talk.detail.amending.entries[0].text.text()
    press(qtbot, talk, Qt.Key.Key_Down)
    assert second.code.text() == "not coded"
    press(qtbot, talk, Qt.Key.Key_Down)
    assert [one.isVisible() for one in talk.detail.amending.entries] == [True, True]


def test_next_and_previous_go_through_what_is_open_round_and_round(talk, qtbot):
    press(qtbot, talk, "8")
    assert talk.view.current_row() == 1
    press(qtbot, talk, "N", "N", "N")
    assert talk.view.current_row() == 1, "the first row is settled and passed over"
    press(qtbot, talk, "P")
    assert talk.view.current_row() == 3
    press(qtbot, talk, Qt.Key.Key_Home)
    assert talk.view.current_row() == 0
    press(qtbot, talk, Qt.Key.Key_End)
    assert talk.view.current_row() == 3


def test_enter_goes_to_the_words_in_their_text(world, talk, qtbot):
    with qtbot.waitSignal(talk.passageRequested) as asked:
        press(qtbot, talk, Qt.Key.Key_Return)
    assert asked.args == [world.ferry, *talk_project.LONGER, -1]


# ---------------------------------------------------------------------- verdicts


@pytest.mark.parametrize(("key", "verdict"), KEYS.items())
def test_a_digit_settles_the_row_and_goes_to_the_next(world, talk, qtbot, key, verdict):
    one = talk.disagreement
    press(qtbot, talk, key)
    decided = decisions.of(world.project, one)
    assert decided is not None
    assert decided.verdict is verdict
    assert agreed(world) == {
        (world.ferry, *span, code_id) for code_id, span in decisions.outcome(one, verdict)
    }
    assert talk.view.current_row() == 1
    assert shown(talk, Column.VERDICT)[1:] == ["open"] * 3


def test_what_says_nothing_about_a_row_cannot_be_pressed(world, talk, qtbot):
    press(qtbot, talk, Qt.Key.Key_Down, "3", "4", "5")
    assert talk.view.current_row() == 1
    assert consensus.coder(world.project) is None
    for verdict in (Verdict.BOTH, Verdict.UNION, Verdict.INTERSECTION):
        assert not talk.verdicts.buttons[verdict].isEnabled()


def test_the_words_of_a_button_fit_into_it_when_it_is_marked_too(talk, qtbot):
    def inked(button):
        """Columns in which there are words."""
        image = button.grab().toImage()
        ground = image.pixelColor(4, 4).lightness()
        rows = range(6, image.height() - 6)
        return [
            x
            for x in range(4, image.width() - 4)
            if any(abs(image.pixelColor(x, y).lightness() - ground) > 60 for y in rows)
        ]

    button = talk.verdicts.buttons[Verdict.ACCEPT]
    before = inked(button)
    press(qtbot, talk, "9")
    talk.view.go_to(0)
    assert button.isChecked()
    after = inked(button)
    assert (after[0], after[-1]) == (before[0], before[-1])


def test_buttons_do_what_their_digits_do_and_leave_the_keys_in_the_list(world, talk, qtbot):
    qtbot.mouseClick(talk.verdicts.buttons[Verdict.SECOND], Qt.MouseButton.LeftButton)
    assert agreed(world) == {(world.ferry, *talk_project.CALL, world.call)}
    assert talk.view.hasFocus()
    talk.view.go_to(0)
    assert talk.verdicts.buttons[Verdict.SECOND].isChecked()
    assert not talk.verdicts.buttons[Verdict.FIRST].isChecked()


def test_all_is_settled_in_as_many_keys_as_there_are_rows(talk, qtbot):
    told = []
    talk.progress_changed.connect(lambda *numbers: told.append(numbers))
    press(qtbot, talk, "1", "2", "8", "9")
    assert told == [(1, 5), (2, 5), (3, 5), (4, 5)]
    assert talk.consensus.note.text() == "4 of 5 settled"
    assert "open" not in shown(talk, Column.VERDICT)


def test_a_list_of_what_is_open_lets_each_settled_row_go(talk, qtbot):
    talk.show(Sieve(verdict=Standing.OPEN))
    before = shown(talk)
    press(qtbot, talk, "1")
    assert shown(talk) == before[1:]
    assert talk.view.current_row() == 0
    press(qtbot, talk, Qt.Key.Key_End, "2")
    assert shown(talk) == before[1:-1]
    assert talk.view.current_row() == 0, "from the end it goes on at the beginning"
    press(qtbot, talk, "1", "1")
    assert shown(talk) == []


def test_undo_opens_the_row_again_and_goes_back_to_it(world, talk, qtbot):
    press(qtbot, talk, "1", "1")
    for row in (1, 0):
        changes = world.project.undo()
        assert talk.tells_of(changes)
        talk.go_to_change(changes)
        assert talk.view.current_row() == row
        assert shown(talk, Column.VERDICT)[row] == "open"
    assert agreed(world) == set()
    changes = world.project.redo()
    talk.go_to_change(changes)
    assert talk.view.current_row() == 0
    assert shown(talk, Column.VERDICT)[0] == "as Ann"
    assert talk.consensus.note.text() == "1 of 5 settled"


def test_undo_brings_a_row_back_that_a_filter_had_let_go(world, talk, qtbot):
    talk.show(Sieve(verdict=Standing.OPEN))
    words = shown(talk)
    press(qtbot, talk, "1")
    talk.go_to_change(world.project.undo())
    assert shown(talk) == words
    assert talk.view.current_row() == 0


@pytest.mark.parametrize("key", ["0", Qt.Key.Key_Backspace])
def test_a_verdict_can_be_taken_back(world, talk, qtbot, key):
    press(qtbot, talk, "1")
    talk.view.go_to(0)
    assert talk.head.reopen.isVisible()
    assert talk.head.who.text() == "settled by Ann, today"
    press(qtbot, talk, key)
    assert agreed(world) == set()
    assert talk.view.current_row() == 0
    assert not talk.head.reopen.isVisible()


def test_edges_are_moved_by_keys_and_settled_with_enter(world, talk, qtbot):
    press(qtbot, talk, "6")
    sheet = talk.detail.cards.editing.sheet
    assert sheet.isVisible()
    assert sheet.hasFocus()
    qtbot.keyClick(sheet, Qt.Key.Key_Left)
    qtbot.keyClick(sheet, Qt.Key.Key_Right)
    for _ in range(2):
        qtbot.keyClick(sheet, Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(sheet, Qt.Key.Key_Down)
    qtbot.keyClick(sheet, Qt.Key.Key_Up)
    qtbot.keyClick(sheet, Qt.Key.Key_Return)
    start, end = talk_project.LONGER
    assert agreed(world) == {(world.ferry, start, end - len("twice."), world.call)}
    assert talk.view.current_row() == 1
    assert talk.view.hasFocus()
    assert not sheet.isVisible()


def test_edges_can_be_left_as_they_were(world, talk, qtbot):
    press(qtbot, talk, "6")
    sheet = talk.detail.cards.editing.sheet
    qtbot.keyClick(sheet, Qt.Key.Key_Left)
    qtbot.keyClick(sheet, Qt.Key.Key_Escape)
    assert agreed(world) == set()
    assert not sheet.isVisible()
    assert talk.view.hasFocus()


def test_edges_are_dragged_to_where_the_mouse_goes(world, talk, qtbot):
    press(qtbot, talk, "6")
    sheet = talk.detail.cards.editing.sheet
    words = sheet.words
    start, end = (sheet.edge(place).center().toPoint() for place in sheet.stretch())
    goal = sheet.edge(words.index(" mainland")).center().toPoint()
    left = Qt.MouseButton.LeftButton
    assert start != end
    qtbot.mousePress(sheet, left, pos=end)
    qtbot.mouseMove(sheet, goal)
    qtbot.mouseRelease(sheet, left, pos=goal)
    assert words[slice(*sheet.stretch())] == "The deck hands call the"


def test_another_code_is_chosen_and_taken(world, talk, qtbot, monkeypatch):
    monkeypatch.setattr("qcode.ui.dialogs.choose_code.choose_any_code", lambda *_: world.lamp)
    press(qtbot, talk, "7")
    assert agreed(world) == {(world.ferry, *talk_project.LONGER, world.lamp)}
    assert talk.view.current_row() == 1


# ---------------------------------------------------------------------- reasons, the codebook


def test_a_reason_is_kept_with_enter_and_stands_with_the_verdict(world, talk, qtbot):
    one = talk.disagreement
    press(qtbot, talk, "R")
    assert talk.reason.field.hasFocus()
    qtbot.keyClicks(talk.reason.field, "The 2nd call counts")
    qtbot.keyClick(talk.reason.field, Qt.Key.Key_Return)
    assert talk.view.hasFocus()
    assert talk.view.current_row() == 0, "digits of a reason are no verdicts"
    assert decisions.of(world.project, one).reason == "The 2nd call counts"
    assert decisions.of(world.project, one).verdict is Verdict.OPEN
    press(qtbot, talk, "1")
    assert decisions.of(world.project, one).reason == "The 2nd call counts"
    assert decisions.of(world.project, one).verdict is Verdict.FIRST


def test_a_reason_that_was_only_typed_is_not_lost(world, talk, qtbot):
    one = talk.disagreement
    qtbot.keyClicks(talk.reason.field, "Not enough")
    talk.view.go_to(2)
    assert decisions.of(world.project, one).reason == "Not enough"
    assert talk.reason.field.text() == ""


def test_escape_leaves_a_reason_as_it_was(world, talk, qtbot):
    one = talk.disagreement
    press(qtbot, talk, "R")
    qtbot.keyClicks(talk.reason.field, "No")
    qtbot.keyClick(talk.reason.field, Qt.Key.Key_Escape)
    assert talk.reason.field.text() == ""
    assert talk.view.hasFocus()
    assert decisions.of(world.project, one) is None


def test_a_reason_can_go_into_when_to_use_and_is_told_at_the_row(world, talk, qtbot):
    qtbot.keyClicks(talk.reason.field, "Also once.")
    talk.reason.also.setChecked(True)
    with qtbot.waitSignal(talk.amended):
        press(qtbot, talk, "1")
    call = next(one for one in codes.tree(world.project) if one.id == world.call)
    assert call.use_when == "Somebody calls again.\nAlso once."
    (entry,) = amending.listed(world.project)
    assert entry.field == "use_when"
    talk.view.go_to(0)
    assert "When to use of “calling twice”" in talk.detail.amending.news.text()
    assert shown(talk, Column.VERDICT)[0].endswith("✎")


def test_a_code_is_amended_where_it_stands(world, talk, qtbot):
    press(qtbot, talk, "A")
    field = talk.detail.amending.entries[0].fields["definition"].editor
    assert field.hasFocus()
    qtbot.keyClicks(field, "Calling once more.")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    press(qtbot, talk, "A")
    qtbot.keyClicks(field, " Or twice.")  # what is written comes after what was there
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    call = next(one for one in codes.tree(world.project) if one.id == world.call)
    assert call.definition == "Calling once more. Or twice."
    press(qtbot, talk, "A")
    for _ in range(len(" Or twice.")):
        qtbot.keyClick(field, Qt.Key.Key_Backspace)
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    call = next(one for one in codes.tree(world.project) if one.id == world.call)
    assert call.definition == "Calling once more."
    assert talk.view.hasFocus()
    assert talk.detail.amending.news.isVisible()
    assert "Calling once more." in talk.detail.amending.entries[0].text.text()


def test_a_memo_is_written_on_the_words_and_told_at_the_row(world, talk, qtbot, monkeypatch):
    monkeypatch.setattr("qcode.ui.dialogs.memo.ask_memo", lambda *_: "What is a call?\nMore.")
    press(qtbot, talk, "M")
    assert "Memo “What is a call?" in talk.detail.amending.news.text()


# ---------------------------------------------------------------------- consensus and rounds


def test_what_all_agree_on_is_taken_over_in_one_step(world, talk, qtbot):
    qtbot.waitUntil(lambda: talk.consensus.take_over.text() == "Take over 1 on which all agree")
    qtbot.mouseClick(talk.consensus.take_over, Qt.MouseButton.LeftButton)
    assert agreed(world) == {(world.ferry, *talk_project.LAMP, world.lamp)}
    assert world.project.undo() is not None
    assert agreed(world) == set()


def test_a_round_is_kept_and_stands_beside_today(world, talk, qtbot, monkeypatch):
    monkeypatch.setattr(
        "qcode.ui.workspaces.review.standing.ask_round", lambda *_: ("Alone", "before we talked")
    )
    talk.actions_["review.freeze"].trigger()
    qtbot.waitUntil(lambda: talk.rounds.said.text().startswith("Alone α"))
    talk.rounds.opened.setChecked(True)
    table = talk.rounds.table
    assert [table.topLevelItem(row).text(0) for row in range(2)] == ["Alone", "Today"]
    assert table.topLevelItem(0).text(3) == table.topLevelItem(1).text(3)


def test_a_round_gets_another_name_and_note_by_its_menu(world, talk, qtbot, monkeypatch):
    before = VersionWords("Alone", "before we talked")
    monkeypatch.setattr("qcode.ui.workspaces.review.standing.ask_round", lambda *_: before)
    talk.actions_["review.freeze"].trigger()
    qtbot.waitUntil(lambda: talk.rounds.said.text().startswith("Alone α"))
    table = talk.rounds.table
    talk.rounds.opened.setChecked(True)
    table.setCurrentItem(table.topLevelItem(0))

    def words(_parent, _heading, _accept, offered):
        assert offered == before
        return VersionWords("First", "each for themselves")

    monkeypatch.setattr("qcode.ui.workspaces.review.standing.ask_words", words)
    menus: list[QMenu] = []
    monkeypatch.setattr(QMenu, "popup", lambda menu, *_: menus.append(menu))
    table.customContextMenuRequested.emit(table.viewport().rect().center())
    (menu,) = menus
    next(one for one in menu.actions() if one.text() == "&Name and note…").trigger()
    (kept,) = rounds.listed(world.project)
    assert (kept.name, kept.note) == ("First", "each for themselves")
    qtbot.waitUntil(lambda: table.topLevelItem(0).text(0) == "First")
    world.project.undo()
    world.project.undo()
    (kept,) = rounds.listed(world.project)
    assert (kept.name, kept.note) == before


def test_what_one_was_talking_about_stays_when_the_codings_change(world, talk):
    talk.view.go_to(2)
    words = talk.detail.cards.first.sheet.words
    codings.apply(world.project, world.ferry, [talk_project.WHY], [world.rope])
    talk.load(*talk_project.compared(world.project))
    assert talk.detail.cards.first.sheet.words == words
    assert len(shown(talk)) == 5


def test_nothing_compared_says_what_to_do(talk):
    talk.load(None, None)
    assert shown(talk) == []
    assert talk.detail.empty.isVisible()
    assert talk.conditions() == set()
    assert not talk.head.trifles.isVisible()


def test_it_speaks_chinese_and_again_english(talk, language):
    language.choose("zh_CN")
    language.choose("en")
    assert talk.verdicts.buttons[Verdict.BOTH].text() == "both  3"


def test_every_control_has_a_name(talk):
    for button in (talk.head.trifles, talk.head.reopen, *talk.verdicts.buttons.values()):
        assert button.accessibleName() or button.text()
    for field in (talk.bar.words, talk.bar.order, talk.bar.standing, talk.reason.field, talk.view):
        assert field.accessibleName()


def test_what_was_decided_while_a_worker_looked_is_not_forgotten(world, talk, qtbot):
    compared = talk_project.compared(world.project)
    press(qtbot, talk, "1")
    talk.load(*compared)
    assert shown(talk, Column.VERDICT)[0] == "as Ann"
    assert talk.consensus.note.text() == "1 of 5 settled"


def test_edges_that_are_being_moved_stay_when_all_is_found_again(world, talk, qtbot):
    press(qtbot, talk, "6")
    sheet = talk.detail.cards.editing.sheet
    qtbot.keyClick(sheet, Qt.Key.Key_Left)
    before = sheet.stretch()
    talk.load(*talk_project.compared(world.project))
    assert sheet.isVisible()
    assert sheet.stretch() == before


def test_of_several_coders_each_row_says_which_two_and_a_pair_can_be_asked_for(world, qtbot):
    world.project.act_as("Cem", remember=False)
    codings.apply(world.project, world.ferry, [talk_project.WHY], [world.lamp])
    world.project.act_as("Ann", remember=False)
    talk = opened(world.session, qtbot, "Ann", "Bo", "Cem")
    kinds = shown(talk, Column.KIND)
    assert {words.rpartition(" · ")[2] for words in kinds} == {"Ann/Bo", "Ann/Cem", "Bo/Cem"}
    (ann, _), (bo, cem) = talk.found.pairs[0], talk.found.pairs[2]
    talk.show(Sieve(pair=(cem.id, bo.id)))
    assert talk.bar.chips["pair"].words.text() == "Coders: Bo – Cem"
    assert {words.rpartition(" · ")[2] for words in shown(talk, Column.KIND)} == {"Bo/Cem"}
    assert talk.verdicts.buttons[Verdict.FIRST].text() == "Bo  1"
    assert ann.name == "Ann"


def test_a_project_that_is_only_read_is_only_read_here(world, qtbot):
    world.session.close()
    with Project.open(world.path, read_only=True) as project:
        session = Session(project)
        talk = opened(session, qtbot)
        press(qtbot, talk, "1", "R", "A", "M")
        assert shown(talk, Column.VERDICT) == ["open"] * 4
        assert talk.view.hasFocus()
        assert not any(button.isEnabled() for button in talk.verdicts.buttons.values())
        assert not talk.reason.field.isEnabled()
        assert not talk.consensus.take_over.isEnabled()
        assert not talk.rounds.freeze.isEnabled()


def test_two_codes_are_merged_from_their_row(world, talk, qtbot, monkeypatch):
    monkeypatch.setattr(
        "qcode.ui.dialogs.choose_code.choose_code", lambda *_: Target(world.call, "the same")
    )
    talk.view.go_to(2)
    with qtbot.waitSignal(talk.amended):
        qtbot.mouseClick(talk.detail.amending.merge, Qt.MouseButton.LeftButton)
    assert world.rope not in {one.id for one in codes.tree(world.project)}
    assert [one.field for one in amending.listed(world.project)] == ["merge"]


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_the_menu_of_a_row_offers_what_the_keys_do(talk, qtbot):
    talk.view.customContextMenuRequested.emit(talk.view.viewport().rect().center())
    menu = QApplication.activePopupWidget()
    texts = [action.text().partition("\t")[0] for action in menu.actions()]
    menu.close()
    assert texts[0] == "Show in the te&xt"
    assert sum(text != "" for text in texts) == 1 + 9 + 1 + 3
