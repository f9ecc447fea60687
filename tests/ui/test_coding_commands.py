"""Passages are coded by keys, menu and palette in the workspace as a researcher has it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QTreeWidget
from qcode.model.span import Span
from qcode.services import codes, codings, favourites, overview
from qcode.ui.widgets.palette import pinyin

from tests.ui.coding_window import (
    CONCEPT,
    field,
    ids,
    on_text,
    opened,
    palette,
    path,
    press,
    rows,
    select,
    typed,
    window,
)

__all__ = ["path", "window"]

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


def test_enter_and_a_few_letters_code_the_selection(window, qtbot):
    select(window, 0, 6)
    press(window, qtbot, Qt.Key.Key_Return)
    typed(window, qtbot, "tid")
    assert on_text(window) == [("tides", "Text 1")]
    assert window.focusWidget() is window.workspace.text


def test_enter_on_a_chosen_passage_adds_a_code_to_it(window, qtbot):
    select(window, 0, 6)
    press(window, qtbot, Qt.Key.Key_C)
    typed(window, qtbot, "tid")
    window.workspace.text.select_span(None)
    window.workspace.choose_coding(next(iter(window.workspace.codings)))
    assert window.actions_["coding.apply"].isEnabled()
    press(window, qtbot, Qt.Key.Key_Return)
    assert "tides" in palette(window)._there.text()
    typed(window, qtbot, "lamps")
    assert on_text(window) == [("tides", "Text 1"), ("lamps", "Text 1")]


def test_without_selection_and_passage_nothing_opens(window, qtbot):
    press(window, qtbot, Qt.Key.Key_Return, Qt.Key.Key_R, Qt.Key.Key_1)
    assert palette(window).isHidden()
    assert on_text(window) == []


def test_a_key_pressed_before_the_selection_is_at_rest_counts(window, qtbot):
    text = window.workspace.text
    cursor = text.textCursor()
    cursor.setPosition(0)
    cursor.setPosition(6, cursor.MoveMode.KeepAnchor)
    text.setTextCursor(cursor)
    press(window, qtbot, Qt.Key.Key_Return)
    assert palette(window).isVisible()


def test_delete_at_once_after_moving_takes_what_the_caret_is_on(window, qtbot):
    right, left = Qt.Key.Key_Right, Qt.Key.Key_Left
    for start, end, name in ((0, 4, "tides"), (6, 9, "lamps")):
        select(window, start, end)
        press(window, qtbot, Qt.Key.Key_Return)
        typed(window, qtbot, name)
    text = window.workspace.text
    window.activateWindow()
    text.setFocus()
    qtbot.waitUntil(text.hasFocus)
    select(window, 2, 3)
    text.select_span(None)
    qtbot.waitUntil(lambda: text.chosen_coding is not None)
    first = text.chosen_coding
    press(window, qtbot, right, right, Qt.Key.Key_Delete)  # off it, on no other
    assert [name for name, _ in on_text(window)] == ["tides", "lamps"]
    press(window, qtbot, left, left, left)
    qtbot.waitUntil(lambda: text.chosen_coding == first)
    press(window, qtbot, *[right] * 6, Qt.Key.Key_Delete)  # onto the other
    assert [name for name, _ in on_text(window)] == ["tides"]


def test_ctrl_enter_applies_several_codes_and_names_them(window, qtbot):
    select(window, 0, 6)
    press(window, qtbot, Qt.Key.Key_Return)
    typed(window, qtbot, "tid", modifier=CTRL)
    QApplication.processEvents()
    assert palette(window)._there.text() == "✓ on this passage: tides"
    typed(window, qtbot, "lam", modifier=CTRL)
    QApplication.processEvents()
    assert palette(window)._there.text() == "✓ on this passage: tides · lamps"
    typed(window, qtbot, "tid", modifier=CTRL)  # is there already, and stays
    qtbot.keyClick(field(window), Qt.Key.Key_Escape)
    assert on_text(window) == [("tides", "Text 1"), ("lamps", "Text 1")]


def test_a_new_concept_goes_where_its_row_says(window, qtbot):
    space = window.workspace
    space.codes_panel.select_code(ids(window)["lamps"])
    select(window, 0, 6)
    press(window, qtbot, Qt.Key.Key_Return)
    qtbot.keyClicks(field(window), "buoys")
    assert rows(window) == [
        "＋ new concept “buoys”",
        "＋ new concept “buoys” under “Harbour”",
        "＋ new initial category “buoys”",
    ]
    qtbot.keyClick(field(window), Qt.Key.Key_Down)
    qtbot.keyClick(field(window), Qt.Key.Key_Return)
    made = space.codes[ids(window)["buoys"]]
    assert (made.kind, made.parent_id) == (CONCEPT, ids(window)["Harbour"])
    assert on_text(window) == [("buoys", "Text 1")]
    assert window.actions_["edit.undo"].text() == "&Undo Apply new concept buoys"
    window.actions_["edit.undo"].trigger()
    assert "buoys" not in ids(window)


def test_category_and_name_can_be_typed_together(window, qtbot):
    select(window, 0, 6)
    press(window, qtbot, Qt.Key.Key_Return)
    qtbot.keyClicks(field(window), "harb: ")
    assert {"lamps", "tides", "pilots"} <= set(rows(window))
    qtbot.keyClicks(field(window), "buoys")
    assert rows(window) == [
        "＋ new concept “buoys” under “Harbour”",
        "＋ new concept “harb: buoys”",
    ]
    qtbot.keyClick(field(window), Qt.Key.Key_Return)
    assert window.workspace.codes[ids(window)["buoys"]].parent_id == ids(window)["Harbour"]


def test_digits_apply_the_codes_just_used_and_keep_their_keys(window, qtbot):
    commands = window.workspace.coding_commands
    for number, name in enumerate(("tides", "lamps")):
        commands.apply([ids(window)[name]], Span(10 * number, 10 * number + 5))
    select(window, 30, 34)
    press(window, qtbot, Qt.Key.Key_1)
    assert on_text(window)[-1][0] == "tides"
    select(window, 36, 40)
    press(window, qtbot, Qt.Key.Key_2)  # its key did not move because the other was used
    assert on_text(window)[-1][0] == "lamps"
    select(window, 42, 45)
    press(window, qtbot, Qt.Key.Key_9)
    assert len(on_text(window)) == 4
    assert window.actions_["coding.recent.1"].text() == "tides\t1"


def test_the_keys_are_there_again_next_time(window, path, settings, qapp, qtbot):
    window.workspace.coding_commands.apply([ids(window)["pilots"]], Span(0, 4))
    window.leave_project()
    with opened(qapp, path, settings, qtbot) as again:
        select(again, 20, 25)
        press(again, qtbot, Qt.Key.Key_1)
        assert [name for name, _ in on_text(again)] == ["pilots", "pilots"]


def test_the_empty_palette_shows_the_keys_and_alt_uses_them(window, qtbot):
    window.workspace.coding_commands.apply([ids(window)["pilots"]], Span(0, 4))
    select(window, 20, 25)
    press(window, qtbot, Qt.Key.Key_Return)
    assert rows(window)[0] == "pilots"
    qtbot.keyClick(field(window), Qt.Key.Key_1, ALT)
    assert palette(window).isHidden()
    assert len(on_text(window)) == 2


def test_r_gives_the_chosen_passage_another_code(window, qtbot):
    space = window.workspace
    space.coding_commands.apply([ids(window)["tides"]], Span(0, 6))
    space.text.select_span(None)
    space.choose_coding(next(iter(space.codings)))
    press(window, qtbot, Qt.Key.Key_R)
    assert palette(window)._title.text() == "Recode “tides” as…"
    assert "tides" not in rows(window)
    typed(window, qtbot, "pil")
    assert on_text(window) == [("pilots", "Text 1")]
    assert window.actions_["edit.undo"].text() == "&Undo Recode as pilots"


def test_recoding_can_make_the_code_it_needs_in_one_step(window, qtbot):
    space = window.workspace
    space.coding_commands.apply([ids(window)["tides"]], Span(0, 6))
    space.text.select_span(None)
    space.choose_coding(next(iter(space.codings)))
    steps = len(overview.history(space.session.project))
    press(window, qtbot, Qt.Key.Key_R)
    typed(window, qtbot, "Harbour: buoys")
    assert on_text(window) == [("buoys", "Text 1")]
    assert len(overview.history(space.session.project)) == steps + 1


def test_a_applies_all_codes_chosen_in_the_tree(window, qtbot):
    space = window.workspace
    space.codes_panel.select_keys([ids(window)["tides"], ids(window)["pilots"]])
    select(window, 0, 6)
    press(window, qtbot, Qt.Key.Key_A)
    assert [name for name, _ in on_text(window)] == ["tides", "pilots"]


def test_chinese_names_are_found_by_pinyin(window, qtbot):
    pinyin.load()
    select(window, 0, 6)
    press(window, qtbot, Qt.Key.Key_Return)
    for letters in ("cxpc", "zx", "chongxinpai", "zhxpcha"):
        field(window).clear()
        qtbot.keyClicks(field(window), letters)
        assert rows(window)[0] == "重新排查", letters


def test_favourites_are_marked_filtered_and_offered_first(window, qtbot):
    space = window.workspace
    panel = space.codes_panel
    panel.select_code(ids(window)["pilots"])
    window.actions_["code.favourite"].trigger()
    assert favourites.listed(space.session.project) == [ids(window)["pilots"]]
    assert window.actions_["code.favourite"].isChecked()
    panel.only_favourites.click()
    assert [index.data() for index in visible(panel)] == ["Harbour", "pilots"]
    panel.only_favourites.click()
    select(window, 0, 6)
    press(window, qtbot, Qt.Key.Key_Return)
    assert rows(window)[0] == "pilots"
    qtbot.keyClick(field(window), Qt.Key.Key_Escape)
    panel.select_code(ids(window)["pilots"])
    window.actions_["code.favourite"].trigger()
    assert favourites.listed(space.session.project) == []


def visible(panel):
    index = panel.view.model().index(0, 0)
    while index.isValid():
        yield index
        index = panel.view.indexBelow(index)


def test_passages_are_split_off_by_keys(window, qtbot, monkeypatch):
    from qcode.ui.dialogs.split_code import SplitDialog

    space = window.workspace
    tides = ids(window)["tides"]
    codings.apply(
        space.session.project, space.document.id, [Span(n, n + 3) for n in (0, 5, 9)], [tides]
    )
    shown_texts = []

    def by_hand(dialog):
        dialog.show()
        assert not dialog.accept_button.isEnabled()
        dialog.staying.setFocus()
        qtbot.keyClick(dialog.staying, Qt.Key.Key_Space)
        qtbot.keyClick(dialog.staying, Qt.Key.Key_Right)
        qtbot.keyClick(dialog.going, Qt.Key.Key_Down)
        qtbot.keyClick(dialog.going, Qt.Key.Key_Left)
        shown_texts.append((dialog._stay_label.text(), dialog._go_label.text()))
        qtbot.keyClicks(dialog.name, "late tides")
        dialog.accept()
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(SplitDialog, "exec", by_hand)
    space.codes_panel.select_code(tides)
    window.actions_["code.split"].trigger()
    qtbot.waitUntil(lambda: "late tides" in ids(window))
    assert shown_texts == [("tides · 2", "new code · 1")]
    assert sorted(name for name, _ in on_text(window)) == ["late tides", "tides", "tides"]
    made = space.codes[ids(window)["late tides"]]
    assert made.parent_id == ids(window)["Harbour"]
    assert window.actions_["edit.undo"].text() == "&Undo Recode as late tides"


def test_codes_are_moved_under_another_by_the_chooser(window, qtbot, monkeypatch):
    from qcode.ui.dialogs.form import FormDialog

    offered = []

    def by_hand(dialog):
        dialog.show()
        search, tree = dialog.findChild(QLineEdit), dialog.findChild(QTreeWidget)
        offered.extend(tree.topLevelItem(n).text(0) for n in range(tree.topLevelItemCount()))
        qtbot.keyClicks(search, "harb")
        dialog.accept()
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(FormDialog, "exec", by_hand)
    space = window.workspace
    space.codes_panel.select_code(ids(window)["重新排查"])
    window.actions_["code.move"].trigger()
    assert offered == ["Top level", "Harbour", "lamps", "tides", "pilots"]
    assert space.codes[ids(window)["重新排查"]].parent_id == ids(window)["Harbour"]


def test_alt_and_arrows_change_the_order_in_the_tree(window, qtbot):
    space = window.workspace
    view = space.codes_panel.view
    space.codes_panel.select_code(ids(window)["tides"])
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Up, ALT)
    assert [code.name for code in space.codes.values()][1:4] == ["tides", "lamps", "pilots"]
    window.actions_["code.move_down"].trigger()
    assert [code.name for code in space.codes.values()][1:4] == ["lamps", "tides", "pilots"]


def test_enter_in_the_tree_applies_every_chosen_code_to_the_selection(window, qtbot):
    space = window.workspace
    select(window, 0, 6)
    space.codes_panel.select_keys([ids(window)["lamps"], ids(window)["pilots"]])
    space.codes_panel.view.setFocus()
    qtbot.keyClick(space.codes_panel.view, Qt.Key.Key_Return)
    assert [name for name, _ in on_text(window)] == ["lamps", "pilots"]


def test_counts_follow_steps_without_counting_everything(window, qtbot, monkeypatch):
    space = window.workspace
    panel = space.codes_panel
    counted = []
    monkeypatch.setattr(panel._rows._recount, "ask", lambda: counted.append(1))
    made = codings.apply(
        space.session.project, space.document.id, [Span(0, 3), Span(5, 9)], [ids(window)["tides"]]
    )
    assert panel._rows.counts(ids(window)["tides"]) == (2, 2)
    assert panel._rows.counts(ids(window)["Harbour"]) == (0, 2)
    codings.remove(space.session.project, made[:1])
    space.session.project.undo()
    codes.merge(space.session.project, [ids(window)["tides"]], ids(window)["lamps"])
    assert panel._rows.counts(ids(window)["lamps"]) == (2, 2)
    assert counted == []


def test_many_passages_are_coded_at_once(window, qtbot):
    commands = window.workspace.coding_commands
    commands.open_palette_on([Span(0, 4), Span(10, 14), Span(20, 24)])
    assert palette(window)._title.text() == "Code 3 passages"
    typed(window, qtbot, "tides")
    assert [name for name, _ in on_text(window)] == ["tides"] * 3
    commands.open_palette_on([Span(0, 4), Span(10, 14)])
    typed(window, qtbot, "buoys")
    assert sorted(name for name, _ in on_text(window)) == ["buoys"] * 2 + ["tides"] * 3


def test_codings_of_the_list_are_recoded_together(window, qtbot):
    space = window.workspace
    made = codings.apply(
        space.session.project, space.document.id, [Span(0, 3), Span(5, 9)], [ids(window)["tides"]]
    )
    space.coding_commands.recode_all(made, space.mapToGlobal(space.rect().center()))
    assert palette(window)._title.text() == "Recode “tides” as…"
    typed(window, qtbot, "lamps")
    assert [name for name, _ in on_text(window)] == ["lamps", "lamps"]


def test_white_space_alone_is_not_coded(window, qtbot):
    space = window.workspace
    select(window, 4, 5)
    assert space.text.text[4:5] == " "
    press(window, qtbot, Qt.Key.Key_Return, Qt.Key.Key_I, Qt.Key.Key_1)
    assert palette(window).isHidden()
    assert not window.actions_["coding.in_vivo"].isEnabled()
    assert on_text(window) == []
    select(window, 4, 6)
    press(window, qtbot, Qt.Key.Key_Return)
    typed(window, qtbot, "tid")
    assert on_text(window) == [("tides", " 1")]


def test_the_palette_asks_for_another_code_when_one_is_replaced(window, qtbot):
    space = window.workspace
    select(window, 0, 6)
    press(window, qtbot, Qt.Key.Key_Return)
    assert field(window).placeholderText() == "Code for this passage"
    typed(window, qtbot, "tid")
    space.text.select_span(None)
    press(window, qtbot, Qt.Key.Key_R)
    assert field(window).placeholderText() == "Another code for this passage"
