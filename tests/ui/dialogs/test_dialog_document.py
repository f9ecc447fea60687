"""Properties of a document are kept as one step, and only what was changed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QLineEdit
from qcode.services import documents
from qcode.services.project import Project
from qcode.ui.dialogs.document_properties import DocumentDialog, edit_document
from qcode.ui.itemmodels.variable_rows import NAME, VALUE, VariableRows
from qcode.ui.shell.session import Session

from tests.ui.dialogs.driving import drive


@pytest.fixture
def dialog(window, coded):
    documents.edit(
        coded.project, coded.document, group="Interviews", values={"Place": "Hall", "Year": "2020"}
    )
    return DocumentDialog(window, coded, found(coded))


def found(session):
    return documents.listed(session.project, [session.document])[0]


def values(session):
    return documents.values(session.project).get(session.document, {})


def editors(dialog):
    return dialog.table.viewport().findChildren(QLineEdit)


def write(rows, row, name=None, value=None):
    for column, text in ((NAME, name), (VALUE, value)):
        if text is not None:
            rows.setData(rows.index(row, column), text)


def test_everything_is_kept_as_one_step(dialog, coded):
    dialog.name.setText("Duty, first talk")
    dialog.label.setText("07")
    dialog.group.setCurrentText("Field notes")
    write(dialog.rows, 0, value="Office")
    write(dialog.rows, 2, "Role", "officer")
    dialog.accept()
    document = found(coded)
    assert (document.name, document.label) == ("Duty, first talk", "07")
    assert values(coded) == {"Place": "Office", "Year": "2020", "Role": "officer"}
    groups = {group.id: group.name for group in documents.groups(coded.project)}
    assert groups[document.group_id] == "Field notes"
    coded.project.undo()
    assert found(coded).name == "duty"
    assert values(coded) == {"Place": "Hall", "Year": "2020"}


def test_nothing_changed_is_no_step(dialog, coded):
    before = coded.project.undo_label()
    dialog.accept()
    assert coded.project.undo_label() == before


def test_a_variable_that_is_removed_loses_its_value(dialog, coded):
    dialog.table.setCurrentIndex(dialog.rows.index(0, NAME))
    dialog.table.remove_selected()
    dialog.accept()
    assert values(coded) == {"Year": "2020"}


def test_a_variable_that_is_named_anew_takes_its_value_along(dialog, coded):
    write(dialog.rows, 0, name="Site")
    dialog.accept()
    assert values(coded) == {"Site": "Hall", "Year": "2020"}


def test_a_name_twice_or_a_value_without_a_name_is_refused(dialog):
    write(dialog.rows, 2, "place", "Yard")
    assert not dialog.accept_button.isEnabled()
    write(dialog.rows, 2, "", "Yard")
    assert not dialog.accept_button.isEnabled()
    write(dialog.rows, 2, "Role", "Yard")
    assert dialog.accept_button.isEnabled()
    dialog.name.setText(" ")
    assert not dialog.accept_button.isEnabled()


def test_variables_of_the_project_that_are_missing_here_are_offered(
    dialog, window, coded, tmp_path
):
    dialog.show()
    dialog.table.write_new()
    (field,) = editors(dialog)
    offered = field.completer().model()
    assert offered.rowCount() == 0
    QTest.keyClick(field, Qt.Key.Key_Escape)
    dialog.rows.remove([1])
    dialog.table.write_new()
    offered = [field.completer().model().stringList() for field in editors(dialog)]
    assert offered[-1] == ["Year"]


def test_typing_goes_into_the_table(dialog, qapp):
    dialog.show()
    table = dialog.table
    table.setFocus()
    table.setCurrentIndex(dialog.rows.index(0, VALUE))
    QTest.keyClicks(table, "Y")
    (field,) = editors(dialog)
    QTest.keyClicks(field, "ard")
    QTest.keyClick(field, Qt.Key.Key_Return)
    qapp.processEvents()
    assert dialog.isVisible()
    assert dialog.rows.index(0, VALUE).data() == "Yard"


def test_delete_takes_the_row_away(dialog):
    dialog.table.setCurrentIndex(dialog.rows.index(1, VALUE))
    QTest.keyClick(dialog.table, Qt.Key.Key_Delete)
    assert dialog.rows.pairs() == [("Place", "Hall")]


def test_the_dialog_runs_and_keeps(window, coded):
    def act(dialog):
        dialog.name.setText("Another")
        dialog.accept()

    drive(lambda: edit_document(window, coded, coded.document), act)
    assert found(coded).name == "Another"


def test_a_project_open_for_reading_only_shows(window, coded, settings):
    reader = Session(Project.open(coded.project.path, read_only=True))
    reader.document = coded.document
    dialog = DocumentDialog(window, reader, found(reader))
    assert not dialog.name.isEnabled()
    assert dialog.accept_button.isHidden()
    assert not dialog.rows.flags(dialog.rows.index(0, NAME)) & Qt.ItemFlag.ItemIsEditable
    reader.close()


def test_rows_are_a_sound_model(qapp):
    rows = VariableRows({"Place": "Hall"})
    rows.tester = QAbstractItemModelTester(
        rows, QAbstractItemModelTester.FailureReportingMode.Fatal
    )
    assert rows.rowCount() == 2
    write(rows, 1, "Role", "officer")
    assert rows.rowCount() == 3
    rows.remove([0, 2])
    assert rows.pairs() == [("Role", "officer")]
    assert rows.unused(["role", "Year"]) == ["Year"]
