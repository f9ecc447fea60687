"""Types of relations: chosen in place by the mouse, and changed as the project likes."""

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit
from qcode.model.enums import RelationForm
from qcode.services import codes, relations
from qcode.ui.dialogs.relation_type import TypeCombo
from qcode.ui.dialogs.relation_types import TypesDialog
from qcode.ui.widgets.diagram.hits import Hit
from qcode.ui.workspaces.selective.relation_rows import Column

from tests.ui.selective.conftest import entry

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def listed(study, qtbot):
    dialog = TypesDialog(None, study.session)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def rows(dialog):
    return [dialog.view.item(row).text() for row in range(dialog.view.count())]


def choose(dialog, words):
    row = next(row for row, text in enumerate(rows(dialog)) if words in text)
    dialog.view.setCurrentRow(row)


def test_all_types_are_listed_with_their_relations(listed):
    assert "→ leads to · 2 relations" in rows(listed)
    assert "↺ feeds back to · 1 relation" in rows(listed)
    assert "↔ interacts with" in rows(listed)


def test_a_type_that_comes_with_qcode_is_called_otherwise_and_stays(listed, study, answers, qtbot):
    def fill(dialog):
        assert not dialog.findChild(QComboBox).isEnabled()
        dialog.findChild(QLineEdit).setText("brings about")

    answers.append(fill)
    choose(listed, "leads to")
    qtbot.keyClick(listed.view, Qt.Key.Key_F2)
    assert "→ brings about · 2 relations" in rows(listed)
    assert not listed.delete_button.isEnabled()
    study.project.undo()
    assert "→ leads to · 2 relations" in rows(listed)


def test_an_own_type_is_made_turned_and_deleted_each_as_one_step(listed, study, answers, qtbot):
    def make(dialog):
        dialog.findChild(QLineEdit).setText("legitimises")

    def turn(dialog):
        assert dialog.findChild(QLineEdit).text() == "legitimises"
        dialog.findChild(QLineEdit).setText("vouches for")
        combo = dialog.findChild(QComboBox)
        combo.setCurrentIndex(combo.findData(RelationForm.FEEDBACK))

    answers.extend([make, turn])
    qtbot.mouseClick(listed.new_button, LEFT)
    assert listed.current().label == "legitimises"
    qtbot.mouseClick(listed.change_button, LEFT)
    assert rows(listed)[-1] == "↺ vouches for"
    study.project.undo()
    assert rows(listed)[-1] == "→ legitimises"
    study.project.redo()
    tie = relations.create(study.project, study.ids["core"], study.ids["act"], listed.current().id)
    qtbot.keyClick(listed.view, Qt.Key.Key_Delete)
    assert rows(listed)[-1] == "↺ vouches for · 1 relation", "it is used"
    relations.delete(study.project, [tie])
    qtbot.keyClick(listed.view, Qt.Key.Key_Delete)
    assert rows(listed)[-1] == "→ remedies"
    study.project.undo()
    assert rows(listed)[-1] == "↺ vouches for"


def test_the_types_are_reached_from_the_menu_and_from_the_panel(work, study, menus, monkeypatch):
    shown = []
    monkeypatch.setattr(TypesDialog, "asked", lambda dialog: shown.append(dialog) or False)
    work.relations.table.selectRow(0)
    work.relations.table.menuWanted.emit(work.relations.table.pos())
    entry(menus[0], "Types of relations…").trigger()
    work.relations._types.click()
    assert len(shown) == 2


def test_a_double_click_opens_the_list_of_types_when_it_is_let_go(work, qtbot, monkeypatch):
    """A list that opened at the second press would take its release for a choice, and close."""
    opened = []
    monkeypatch.setattr(QComboBox, "showPopup", lambda combo: opened.append(combo))
    table = work.relations.table
    where = table.visualRect(work.relations.rows.index(1, Column.TYPE)).center()
    qtbot.mouseClick(table.viewport(), LEFT, pos=where)
    pressed = QMouseEvent(
        QEvent.Type.MouseButtonDblClick,
        QPointF(where),
        QPointF(table.viewport().mapToGlobal(where)),
        LEFT,
        LEFT,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(table.viewport(), pressed)
    assert not opened
    qtbot.mouseRelease(table.viewport(), LEFT, pos=where)
    (combo,) = opened
    assert combo.currentText() == "→ leads to"
    assert combo.view().minimumWidth() >= combo.view().sizeHintForColumn(0), "no type is cut"


def test_keys_walk_through_the_types_and_do_not_fall_into_a_dialog(study, qtbot):
    combo = TypeCombo()
    qtbot.addWidget(combo)
    combo.show_types(relations.types(study.project))
    combo.show()
    asked = []
    combo.newWanted.connect(lambda: asked.append(True))
    for key in (Qt.Key.Key_Down, Qt.Key.Key_End, Qt.Key.Key_Down):
        qtbot.keyClick(combo, key)
        assert combo.currentData() != "causes"
        assert combo.currentText() != "New type…"
    assert not asked
    combo.activated.emit(combo.count() - 1)  # chosen in the open list
    assert asked == [True]


def test_a_category_is_found_by_any_of_its_words(study, qtbot):
    from qcode.ui.dialogs.code_choice import CodeCombo

    codes.rename(study.project, study.ids["act"], "Signals and acting")
    combo = CodeCombo()
    qtbot.addWidget(combo)
    combo.add_codes(codes.tree(study.project, counts=False))
    combo.show()
    qtbot.keyClicks(combo, "act")
    assert combo.currentData() == study.ids["act"]


# ---------------------------------------------------------------------- memos and undo


def test_a_memo_is_written_on_the_chosen_relation(work, study, qtbot, menus):
    with qtbot.waitSignal(work.memoRequested) as heard:
        work.diagram.view.choose(Hit(None, study.ties[1]), tell=True)
        assert work.write_memo()
    (targets,) = heard.args
    assert [(str(one.kind), one.id) for one in targets] == [("relation", study.ties[1])]
    work.relations.table.menuWanted.emit(work.relations.table.pos())
    with qtbot.waitSignal(work.memoRequested) as heard:
        entry(menus[0], "Write a memo").trigger()
    assert heard.args[0][0].id == study.ties[1]
    work.diagram.view.choose(Hit(study.ids["act"]), tell=True)
    assert not work.write_memo(), "memos on categories begin as they do everywhere"
    work.diagram.view.menuWanted.emit(work.diagram.view.pos())
    with qtbot.waitSignal(work.memoRequested) as heard:
        entry(menus[1], "Write a memo").trigger()
    assert [(str(one.kind), one.id) for one in heard.args[0]] == [("code", study.ids["act"])]


def test_a_core_category_taken_back_sends_nobody_elsewhere(work, study):
    heard = []
    study.session.changed.connect(heard.append)
    work.diagram.core.make_core(study.ids["act"])
    study.project.undo()
    assert work.tells_of(heard[-1])
    QApplication.processEvents()
    codes.rename(study.project, study.ids["phone"], "telephone")
    study.project.undo()
    assert not work.tells_of(heard[-1]), "a concept is not in the model"
