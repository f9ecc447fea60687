"""The paradigm below the board, and the comparison beside it."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from qcode.model.enums import ParadigmRole
from qcode.services import memos, paradigms, properties


def roles(space):
    """Names of the categories in each role that has any."""
    return {
        role.value: [slot.list.item(row).text() for row in range(slot.list.count())]
        for role, slot in space.paradigms.slots.items()
        if slot.list.count()
    }


def test_categories_dropped_into_a_role_stay_there_until_undo(space, made):
    project = space.session.project
    paradigms.create(project, "Night")
    slot = space.paradigms.slots[ParadigmRole.CONTEXT]
    slot.dropped.emit([made.signs, made.waiting], 0)
    assert roles(space) == {"context": ["signs", "waiting"]}
    project.undo()
    assert roles(space) == {}


def test_a_category_dragged_to_another_role_leaves_the_first(space, made):
    project = space.session.project
    paradigm = paradigms.create(project, "Night")
    paradigms.put(project, paradigm, ParadigmRole.CONTEXT, [made.signs])
    space.paradigms.slots[ParadigmRole.STRATEGY].dropped.emit([made.signs], 0)
    assert roles(space) == {"strategy": ["signs"]}
    assert project.undo_label() is not None
    project.undo()
    assert roles(space) == {"context": ["signs"]}


def test_delete_takes_a_category_out_of_its_role(space, made):
    project = space.session.project
    paradigm = paradigms.create(project, "Night")
    paradigms.put(project, paradigm, ParadigmRole.PHENOMENON, [made.signs, made.waiting])
    listed = space.paradigms.slots[ParadigmRole.PHENOMENON].list
    listed.setCurrentRow(0)
    QTest.keyClick(listed, Qt.Key.Key_Delete)
    assert roles(space) == {"phenomenon": ["waiting"]}


def test_a_role_says_what_it_rests_on(space, made):
    project = space.session.project
    paradigm = paradigms.create(project, "Night")
    paradigms.put(project, paradigm, ParadigmRole.PHENOMENON, [made.signs])
    item = space.paradigms.slots[ParadigmRole.PHENOMENON].list.item(0)
    assert item.data(Qt.ItemDataRole.AccessibleTextRole) == "signs, 3 passages"


def test_several_paradigms_are_chosen_by_name(space, made):
    project = space.session.project
    paradigms.create(project, "Night")
    second = paradigms.create(project, "Day")
    paradigms.put(project, second, ParadigmRole.CONTEXT, [made.waiting])
    assert roles(space) == {}
    choice = space.paradigms.findChild(type(space.paradigms._choice))
    choice.setCurrentIndex(1)
    choice.activated.emit(1)
    assert roles(space) == {"context": ["waiting"]}


def test_the_passages_of_a_category_are_read_against_each_other(space, made, qtbot):
    space._open(made.signs)
    assert space.comparison.passages.code_ids() == [made.signs]
    qtbot.waitUntil(lambda: space.comparison.passages.model.rowCount() == 2)
    assert space.comparison.passages.model.top is not None


def test_a_passage_is_placed_on_a_dimension(space, made, qtbot):
    project = space.session.project
    properties.create(project, made.signs, "brightness", "dim", "bright")
    space._open(made.signs)
    qtbot.waitUntil(lambda: space.comparison.passages.model.rowCount() == 2)
    space.comparison.list.setCurrentIndex(space.comparison.passages.model.index(0))
    (row,) = space.comparison.dimensions._rows.values()
    assert row.slider.isEnabled() and not row.placed_here
    QTest.keyClick(row.slider, Qt.Key.Key_Right)
    (found,) = properties.of_code(project, made.signs)
    assert [place.place for place in found.places] == [55]
    assert row.placed_here
    project.undo()
    (found,) = properties.of_code(project, made.signs)
    assert not found.places


def test_the_difference_is_written_down_as_a_theoretical_memo_on_the_category(space, made):
    space._open(made.signs)
    written = space.comparison.memos
    written.start()
    (entry,) = written.entries()
    entry.editor.setPlainText("One is seen, one is heard.")
    space.flush()
    QApplication.processEvents()
    (memo,) = memos.listed(space.session.project)
    assert (memo.kind.value, memo.code_ids) == ("theoretical", (made.signs,))
    assert memo.body == "One is seen, one is heard."
