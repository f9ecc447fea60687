"""The list of disagreements: what a row says, what narrows and orders it, where the cursor goes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from qcode.model.agreement_enums import DisagreementKind, Verdict
from qcode.model.review import Sieve, Standing
from qcode.services import codings
from qcode.ui.itemmodels.disagreement_rows import Column

from tests.ui.review import talk_project
from tests.ui.review.talk.talking import opened, press, shown

pytestmark = pytest.mark.usefixtures("at_once")


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


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_the_menu_of_a_row_offers_what_the_keys_do(talk, qtbot):
    talk.view.customContextMenuRequested.emit(talk.view.viewport().rect().center())
    menu = QApplication.activePopupWidget()
    texts = [action.text().partition("\t")[0] for action in menu.actions()]
    menu.close()
    assert texts[0] == "Show in the te&xt"
    assert sum(text != "" for text in texts) == 1 + 9 + 1 + 3


def test_enter_goes_to_the_words_in_their_text(world, talk, qtbot):
    with qtbot.waitSignal(talk.passageRequested) as asked:
        press(qtbot, talk, Qt.Key.Key_Return)
    assert asked.args == [world.ferry, *talk_project.LONGER, -1]


@pytest.mark.parametrize("chosen", ["en", "zh_CN"])
def test_a_narrow_list_shows_whole_decisions_and_some_rows(talk, language, qtbot, chosen):
    language.choose(chosen)
    talk.window().resize(580, 560)  # the half of a window of 1366 by 768
    qtbot.waitUntil(lambda: talk.width() < 600)
    QApplication.processEvents()
    metrics = talk.view.fontMetrics()
    for column in (Column.KIND, Column.VERDICT):
        widest = max(map(metrics.horizontalAdvance, talk.rows.possible()[column]))
        assert talk.view.columnWidth(column) >= widest
    assert talk.view.height() >= talk.view.height_of(4)
    assert talk.view.columnWidth(Column.WORDS) > talk.view.width() // 6


def test_a_list_that_somebody_made_higher_stays_so(talk, qtbot):
    talk.split.splitterMoved.emit(300, 1)
    talk.split.setSizes([300, 100])
    before = talk.view.height()
    talk.window().resize(800, 690)
    QApplication.processEvents()
    assert abs(talk.view.height() - before) < 30
    assert talk.split.moved


def test_in_a_low_window_what_is_read_less_makes_room_for_the_words(talk, qtbot):
    talk.window().resize(500, 420)
    qtbot.waitUntil(lambda: talk.rounds.isHidden())
    assert talk.view.horizontalHeader().isHidden()
    assert talk.detail.height() >= 64
    assert talk.view.columnWidth(Column.WORDS) > talk.view.width() // 5
    talk.window().resize(700, 680)
    qtbot.waitUntil(lambda: talk.rounds.isVisible())
    assert talk.view.horizontalHeader().isVisible()
