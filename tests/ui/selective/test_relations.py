"""Table and diagram show the same relations; what is chosen in one is chosen in the other."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QPlainTextEdit
from qcode.model.enums import RelationForm
from qcode.services import relations
from qcode.ui.dialogs.relation_type import NEW
from qcode.ui.widgets.diagram.hits import Hit
from qcode.ui.workspaces.selective.relation_rows import Column

from tests.ui.selective.conftest import entry


def cell(work, row, column):
    return work.relations.rows.index(row, column)


def words(work, row):
    return [cell(work, row, column).data() for column in Column]


def test_a_row_reads_like_a_sentence(work, study):
    assert words(work, 0) == ["call", "→ leads to", "bind", "", 0, ""]
    assert words(work, 2)[1] == "↺ feeds back to"
    spoken = cell(work, 0, Column.SOURCE).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "call leads to bind"


def test_choosing_a_row_chooses_the_line_and_the_other_way_round(work, study):
    work.relations.table.selectRow(1)
    assert work.diagram.view.tie == study.ties[1]
    work.diagram.view.choose(Hit(None, study.ties[2]), tell=True)
    assert work.relations.table.current_id() == study.ties[2]
    work.diagram.view.choose(Hit(study.ids["act"]), tell=True)
    assert work.relations.table.current_id() is None


def test_the_meaning_is_written_in_place(work, study, qtbot):
    table = work.relations.table
    table.selectRow(0)
    table.setFocus()
    table.setCurrentIndex(cell(work, 0, Column.MEANING))
    qtbot.keyClick(table, Qt.Key.Key_F2)
    field = table.findChild(QPlainTextEdit)
    qtbot.keyClicks(field, "who is called")
    qtbot.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClicks(field, "is bound")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: study.relation(study.ties[0]).meaning == "who is called\nis bound")
    assert words(work, 0)[Column.MEANING] == "who is called is bound"
    assert table.current_id() == study.ties[0]
    study.project.undo()
    assert words(work, 0)[Column.MEANING] == ""


def test_the_type_is_chosen_in_place(work, study, qtbot):
    work.relations.rows.setData(cell(work, 1, Column.TYPE), "hinders")
    qtbot.waitUntil(lambda: study.relation(study.ties[1]).key == "hinders")
    assert words(work, 1)[Column.TYPE] == "→ hinders"
    labels = {tie.id: tie.label for tie in work.reading.drawing.model.ties}
    assert labels[study.ties[1]] == "hinders"


def test_a_type_of_ones_own_is_made_where_it_is_needed(work, study, qtbot, answers):
    def fill(dialog):
        from PySide6.QtWidgets import QLineEdit

        dialog.findChild(QLineEdit).setText("legitimises")
        combo = dialog.findChild(QComboBox)
        combo.setCurrentIndex(combo.findData(RelationForm.MUTUAL))

    answers.append(fill)
    work.relations.rows.setData(cell(work, 0, Column.TYPE), NEW)
    qtbot.waitUntil(lambda: study.relation(study.ties[0]).form is RelationForm.MUTUAL)
    assert words(work, 0)[Column.TYPE] == "↔ legitimises"
    study.project.undo()
    study.project.undo()
    assert all(one.key for one in relations.types(study.project))
    assert words(work, 0)[Column.TYPE] == "→ leads to"


def test_the_list_of_types_is_offered_in_the_cell(work, study, qtbot, monkeypatch):
    monkeypatch.setattr(QComboBox, "showPopup", lambda _: None)
    table = work.relations.table
    table.setCurrentIndex(cell(work, 0, Column.TYPE))
    table.edit(cell(work, 0, Column.TYPE))
    combo = table.findChild(QComboBox)
    assert combo.currentText() == "→ leads to"
    combo.setCurrentIndex(combo.findData("causes"))
    combo.activated.emit(combo.currentIndex())
    qtbot.waitUntil(lambda: study.relation(study.ties[0]).key == "causes")


def test_passages_of_both_ends_are_offered_those_with_both_first(work, study, qtbot, answers):
    seen = []

    def choose(dialog):
        seen.extend(
            dialog.model.data(dialog.model.index(r)) for r in range(dialog.model.rowCount())
        )
        dialog.view.selectAll()

    answers.append(choose)
    table = work.relations.table
    table.selectRow(0)
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_Return)  # there are none yet: they are asked for
    assert [line.partition("\n")[0] for line in seen] == [
        "01-01 · coded with both",
        "01-02 · call",
        "02-01 · bind",
    ]
    assert len(study.relation(study.ties[0]).passages) == 3
    assert words(work, 0)[Column.PASSAGES] == 3
    shown = work.relations.passages.list
    assert shown.item(0).text().startswith("01-01 · representative")
    study.project.undo()
    assert shown.count() == 0


def test_the_list_of_passages_is_narrowed_and_gone_through_by_keys(qtbot):
    from qcode.model.span import Span
    from qcode.services.quoted_passages import Quoted
    from qcode.ui.dialogs.choose_passages import Choice, PassagesDialog

    words = ("the lamp is lit", "nobody asks", "the lamp is out")
    choices = [
        Choice(Quoted(row, 1, "Pier", f"01-{row:02d}", Span(row, row + 1), quote))
        for row, quote in enumerate(words, 1)
    ]
    dialog = PassagesDialog(None, "Passages", "Add", choices, "", several=True)
    qtbot.addWidget(dialog)
    dialog.show()
    assert not dialog.accept_button.isEnabled()
    qtbot.keyClicks(dialog.field, "is lamp")
    assert [one.selection_id for one in dialog.chosen()] == [1]
    qtbot.keyClick(dialog.field, Qt.Key.Key_Down)
    assert [one.selection_id for one in dialog.chosen()] == [3]
    assert dialog.accept_button.isEnabled()


def with_passages(work, study):
    from qcode.services import quoted_passages

    found = quoted_passages.offered(study.project, study.ids["call"], study.ids["bind"])
    ids = [one.passage.selection_id for one in found]
    relations.add_passages(study.project, study.ties[0], ids)
    work.relations.table.selectRow(0)
    return ids


def test_the_passages_of_a_relation_are_reordered_and_removed_by_keys(work, study, qtbot):
    one, two, three = with_passages(work, study)
    shown = work.relations.passages.list
    shown.setCurrentRow(2)
    qtbot.keyClick(shown, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(shown, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert study.relation(study.ties[0]).passages == (three, one, two)
    assert shown.currentRow() == 0
    qtbot.keyClick(shown, Qt.Key.Key_Delete)
    assert study.relation(study.ties[0]).passages == (one, two)
    study.project.undo()
    assert study.relation(study.ties[0]).passages == (three, one, two)


def test_a_passage_is_gone_to_in_its_text(work, study, qtbot):
    with_passages(work, study)
    shown = work.relations.passages.list
    shown.setCurrentRow(2)
    with qtbot.waitSignal(work.passageRequested) as heard:
        qtbot.keyClick(shown, Qt.Key.Key_Return)
    assert heard.args == [study.second, 5, 10, 0]


def test_relations_are_reordered_and_deleted_by_keys(work, study, qtbot):
    table = work.relations.table
    table.selectRow(2)
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    order = [one.id for one in relations.listed(study.project)]
    assert order == [study.ties[0], study.ties[2], study.ties[1]]
    assert table.current_id() == study.ties[2]
    qtbot.keyClick(table, Qt.Key.Key_Delete)
    assert [one.id for one in relations.listed(study.project)] == [study.ties[0], study.ties[1]]


def test_the_menu_of_a_relation_reverses_it(work, study, menus):
    work.relations.table.selectRow(0)
    work.relations.table.menuWanted.emit(work.relations.table.pos())
    entry(menus[0], "Reverse the direction").trigger()
    one = study.relation(study.ties[0])
    assert (one.source_id, one.target_id) == (study.ids["bind"], study.ids["call"])


def test_nothing_can_be_changed_in_a_project_that_is_open_elsewhere(
    study, qtbot, settings, at_once
):
    from PySide6.QtWidgets import QMainWindow
    from qcode.services.project import Project
    from qcode.ui.shell.actions import ActionSet
    from qcode.ui.shell.session import Session
    from qcode.ui.workspaces.selective.workspace import SelectiveWorkspace

    session = Session(Project.open(study.project.path, read_only=True))
    window = QMainWindow()
    qtbot.addWidget(window)
    page = SelectiveWorkspace(session, ActionSet(window), settings)
    window.setCentralWidget(page)
    window.show()
    view = page.diagram.view
    view.choose(Hit(study.ids["call"]))
    for key in (Qt.Key.Key_R, Qt.Key.Key_Delete):
        qtbot.keyClick(view, key)
    qtbot.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    page.flush()
    assert page.storyline.editor.isReadOnly()
    assert not page.diagram.tools.relation.isVisible()
    assert not cell(page, 0, Column.MEANING).flags() & Qt.ItemFlag.ItemIsEditable
    assert len(relations.listed(study.project)) == 3
    session.close()
