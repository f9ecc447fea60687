"""Importing shows everything before it is written, and brings in exactly what is ticked."""

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QPlainTextEdit
from qcode.services import documents, importing
from qcode.ui.dialogs.import_dialog import ImportDialog
from qcode.ui.dialogs.import_texts import import_texts
from qcode.ui.itemmodels.import_rows import Column, RowKind
from qcode.ui.shell import operation
from qcode.ui.shell.message import MessageDialog
from qcode.ui.shell.progress import ProgressDialog

RECORD = """TY  - JOUR
TI  - {title}
AU  - Pang, Ming
PY  - 2020
DO  - 10.1/{doi}
AB  - {text}
ER  -
"""


@pytest.fixture
def records(tmp_path):
    path = tmp_path / "records.ris"
    path.write_text(
        "".join(
            RECORD.format(title=f"Desk {n}", doi=n, text=f"The list of desk {n} goes round.")
            for n in (1, 2, 3, 2)
        ),
        encoding="utf-8",
    )
    return path


@pytest.fixture
def empty(tmp_path):
    path = tmp_path / "empty.txt"
    path.touch()
    return path


@pytest.fixture
def dialog_for(window, session, settings):
    def make(*paths):
        plan = importing.plan(session.project, paths)
        return ImportDialog(window, session, settings, list(paths), plan)

    return make


def names(session):
    return [document.name for document in documents.listed(session.project)]


def choose(combo, data):
    combo.setCurrentIndex(combo.findData(data))
    combo.activated.emit(combo.currentIndex())


def statuses(dialog):
    rows = dialog.rows
    return [rows.index(row, Column.STATUS).data() for row in range(rows.rowCount())]


def test_a_text_comes_in_with_the_group_that_was_named(dialog_for, session, text_file):
    dialog = dialog_for(text_file)
    dialog._group.setCurrentText("Interviews")
    dialog.accept()
    assert names(session) == ["duty"]
    assert [group.name for group in documents.groups(session.project)] == ["Interviews"]
    assert dialog.report.names == ("duty",)


def test_all_that_is_ticked_is_one_step(dialog_for, session, records):
    dialog_for(records).accept()
    assert len(names(session)) == 3
    session.project.undo()
    assert names(session) == []


def test_duplicates_are_shown_and_left_out_unless_they_are_kept(dialog_for, session, records):
    dialog = dialog_for(records)
    assert statuses(dialog) == ["new", "new", "new", "same text as “Desk 2”"]
    assert dialog.rows.ticked == {0, 1, 2}
    choose(dialog._duplicates, True)
    assert dialog.rows.ticked == {0, 1, 2, 3}
    choose(dialog._duplicates, False)
    assert dialog.rows.ticked == {0, 1, 2}
    dialog.rows.tick([3], True)
    dialog.accept()
    assert names(session) == ["Desk 1", "Desk 2", "Desk 3", "Desk 2"]


def test_what_is_not_ticked_does_not_come_in(dialog_for, session, records):
    dialog = dialog_for(records)
    index = dialog.rows.index(0, Column.NAME)
    dialog.rows.setData(index, Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
    dialog.accept()
    assert names(session) == ["Desk 2", "Desk 3"]


def test_space_ticks_every_selected_row(dialog_for, records, qtbot):
    dialog = dialog_for(records)
    dialog.show()
    dialog.table.selectAll()
    QTest.keyClick(dialog.table, Qt.Key.Key_Space)
    assert dialog.rows.ticked == frozenset()
    QTest.keyClick(dialog.table, Qt.Key.Key_Space)
    assert dialog.rows.ticked == {0, 1, 2, 3}


def test_only_what_is_shown_is_ticked_at_once(dialog_for, records, empty):
    dialog = dialog_for(records, empty)
    dialog._pills[RowKind.DUPLICATE].click()
    assert dialog.rows.rowCount() == 1
    dialog.rows.tick_shown(True)
    assert dialog.rows.ticked == {0, 1, 2, 3}
    dialog._pills[None].click()
    dialog.rows.tick_shown(False)
    assert dialog.rows.ticked == frozenset()


def test_the_button_counts_and_nothing_can_be_imported_without_a_tick(dialog_for, records):
    dialog = dialog_for(records)
    assert dialog.accept_button.isEnabled()
    assert "3" in dialog.accept_button.text()
    dialog.rows.tick_shown(False)
    assert not dialog.accept_button.isEnabled()
    assert dialog.accept_button.text() == "Nothing to import"


def test_good_files_come_in_and_bad_ones_are_told(
    window, session, settings, text_file, empty, records, monkeypatch
):
    told = []
    monkeypatch.setattr(MessageDialog, "exec", lambda box: told.append(box))
    monkeypatch.setattr(ImportDialog, "exec", lambda dialog: dialog.accept() or dialog.result())
    report = import_texts(window, session, settings, [empty, text_file, records])
    assert names(session) == ["duty", "Desk 1", "Desk 2", "Desk 3"]
    assert len(report.document_ids) == 4
    (box,) = told
    listing = box.findChild(QPlainTextEdit).toPlainText()
    assert "empty.txt: The file is empty." in listing
    assert "Desk 2: same text as “Desk 2”" in listing


def test_all_being_well_needs_no_words(window, session, settings, text_file, monkeypatch):
    monkeypatch.setattr(MessageDialog, "exec", lambda _: pytest.fail("something was said"))
    monkeypatch.setattr(ImportDialog, "exec", lambda dialog: dialog.accept() or dialog.result())
    assert import_texts(window, session, settings, [text_file]).names == ("duty",)


def test_a_row_shows_its_text_and_its_variables(dialog_for, records):
    preview = dialog_for(records).preview
    assert preview._text.toPlainText() == "The list of desk 1 goes round."
    shown = [
        (item.text(0), item.text(1))
        for item in map(
            preview._variables.topLevelItem, range(preview._variables.topLevelItemCount())
        )
    ]
    assert ("Year", "2020") in shown
    assert preview._encoding.currentText() == "Recognised: Unicode (UTF-8)"


def test_long_texts_show_their_beginning_only(dialog_for, tmp_path):
    path = tmp_path / "long.txt"
    path.write_text("desk " * 100_000, encoding="utf-8")
    assert len(dialog_for(path).preview._text.toPlainText()) < 2_010


def test_a_file_read_in_another_encoding_leaves_the_other_ticks_alone(
    dialog_for, session, records, tmp_path
):
    wrong = tmp_path / "wrong.txt"
    wrong.write_bytes("Café à côté, déjà vu. ".encode("cp1252") * 3)
    dialog = dialog_for(records, wrong)
    dialog.rows.tick([0], False)
    dialog.preview.encodingChosen.emit(wrong, "cp1251")
    assert dialog.rows.ticked == {1, 2, 4}
    dialog.preview.encodingChosen.emit(wrong, "cp1252")
    dialog.accept()
    found = documents.listed(session.project)
    assert [document.name for document in found] == ["Desk 2", "Desk 3", "wrong"]
    assert documents.text(session.project, found[-1].id).startswith("Café à côté")


def test_choosing_the_encoding_rescues_a_file_that_was_not_recognised(
    dialog_for, session, tmp_path
):
    broken = tmp_path / "broken.txt"
    broken.write_bytes("Nobody signs. Café ".encode() * 40 + b"\xff\x80" + "好".encode() * 20)
    dialog = dialog_for(broken)
    assert dialog.rows.count(RowKind.FAILURE) == 1
    assert "Nobody signs." in dialog.preview._text.toPlainText()
    assert dialog.preview._encoding.isEnabled()
    choose(dialog.preview._encoding, "cp1252")
    assert dialog.rows.count(RowKind.FAILURE) == 0
    assert dialog.preview._encoding.currentData() == "cp1252"
    dialog.accept()
    assert names(session) == ["broken"]


def test_records_can_be_taken_as_one_document(dialog_for, session, records):
    dialog = dialog_for(records)
    choose(dialog._as_kind, "document")
    dialog.accept()
    assert names(session) == ["records"]


def test_a_word_file_has_no_encoding_to_choose(dialog_for, tmp_path):
    path = tmp_path / "no.docx"
    path.write_bytes(b"no zip at all")
    assert not dialog_for(path).preview._encoding.isEnabled()


def test_cancel_while_writing_leaves_nothing_behind(
    dialog_for, session, records, monkeypatch, qtbot
):
    monkeypatch.setattr(operation, "PATIENCE", 0)
    monkeypatch.setattr(operation, "TICK", 0)
    monkeypatch.setattr(importing, "SLICE", 1)
    stopped = []

    def stop():
        shown = QApplication.activeModalWidget()
        if isinstance(shown, ProgressDialog):
            stopped.append(shown)
            shown.reject()

    timer = QTimer()
    timer.timeout.connect(stop)
    timer.start(0)
    dialog = dialog_for(records)
    dialog.show()
    dialog.accept()
    timer.stop()
    assert stopped
    assert dialog.report is None
    assert dialog.isVisible()
    assert names(session) == []
    assert session.project.undo_label() is None


def test_without_files_a_dialog_asks_and_its_folder_is_remembered(
    window, session, settings, text_file, monkeypatch
):
    asked = []

    def answer(_parent, _title, folder, patterns):
        asked.append((folder, patterns))
        return [str(text_file)], ""

    monkeypatch.setattr(QFileDialog, "getOpenFileNames", answer)
    monkeypatch.setattr(ImportDialog, "exec", lambda dialog: dialog.result())
    assert import_texts(window, session, settings, []) is None
    assert names(session) == []
    assert settings.folder("import") == str(text_file.parent)
    assert "*.docx" in asked[0][1]


def test_an_empty_folder_is_told(window, session, settings, tmp_path, monkeypatch):
    told = []
    monkeypatch.setattr(MessageDialog, "exec", lambda box: told.append(box))
    (tmp_path / "folder").mkdir()
    assert import_texts(window, session, settings, [tmp_path / "folder"]) is None
    assert len(told) == 1


def test_the_column_of_files_is_there_for_several_files_only(dialog_for, records, text_file):
    assert dialog_for(records).table.isColumnHidden(Column.FILE)
    assert not dialog_for(records, text_file).table.isColumnHidden(Column.FILE)


def test_a_file_that_fails_in_another_encoding_stays_the_one_in_hand(dialog_for, tmp_path, empty):
    chinese = tmp_path / "talk.txt"
    chinese.write_bytes("街道办下午又打一遍电话，谁也不想排在最后。".encode("gb18030"))
    later = tmp_path / "words.txt"
    later.write_text("The list goes round.", encoding="utf-8")
    dialog = dialog_for(chinese, later, empty)
    dialog._go_to(0)
    for encoding, readable in (("utf-8", False), ("gb18030", True)):
        dialog.preview.encodingChosen.emit(chinese, encoding)
        row = dialog.rows.row(dialog.table.currentIndex())
        assert (row.candidate or row.failure).path == chinese
        assert (row.candidate is not None) is readable
