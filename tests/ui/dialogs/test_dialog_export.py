"""Exports write what was asked for, say what they replace, and never leave half a file."""

import csv

import pytest
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QFileDialog, QPushButton
from qcode.model.errors import Cancelled, QcodeError
from qcode.model.messages import QT_TRANSLATE_NOOP
from qcode.services import exporting
from qcode.ui.dialogs import exported
from qcode.ui.dialogs.export_codebook import CodebookForm, export_codebook
from qcode.ui.dialogs.export_passages import ALONE, BELOW, PassagesForm
from qcode.ui.shell.message import MessageDialog

from tests.ui.dialogs.driving import drive


def accepted(dialog):
    dialog.accept()
    if dialog.result() != QDialog.DialogCode.Accepted:
        dialog.reject()


def rows(path):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def choose(combo, data):
    combo.setCurrentIndex(combo.findData(data))


def codebook(window, coded, settings, *acts):
    form = CodebookForm(window, coded, settings)
    return drive(form.ask, lambda dialog: [*(act(dialog) for act in acts), accepted(dialog)])


def test_the_file_is_named_after_the_project_and_its_format(window, coded, settings):
    form = CodebookForm(window, coded, settings)
    assert form._file.path().name == "A study codebook.docx"
    assert form._file.path().parent == coded.project.path.parent
    path = drive(form.ask, lambda dialog: (choose(dialog._format, ".xlsx"), accepted(dialog)))
    assert path.name == "A study codebook.xlsx"
    assert path.read_bytes().startswith(b"PK")


def test_the_name_that_is_typed_chooses_the_format(window, coded, settings, tmp_path):
    def act(dialog):
        dialog._file.set_path(tmp_path / "book.html")
        dialog._file.edited.emit()

    path = codebook(window, coded, settings, act)
    assert path == tmp_path / "book.html"
    assert "<html" in path.read_text(encoding="utf-8").lower()


def test_a_name_without_a_known_ending_gets_that_of_the_format(window, coded, settings, tmp_path):
    def act(dialog):
        dialog._file.set_path(tmp_path / "version 1.2")
        dialog._file.edited.emit()

    assert codebook(window, coded, settings, act).name == "version 1.2.docx"


def test_only_the_chosen_code_and_those_below_are_written(window, coded, settings):
    def act(dialog):
        choose(dialog._format, ".csv")
        choose(dialog._scope, coded.codes[1])

    path = codebook(window, coded, settings, act)
    assert [row["name"] for row in rows(path)] == ["walks to each desk"]


def test_what_a_format_has_no_use_for_is_not_asked(window, coded, settings):
    form = CodebookForm(window, coded, settings)

    def act(dialog):
        assert dialog._paper.isEnabled()
        choose(dialog._format, ".csv")
        assert not dialog._paper.isEnabled()
        assert not dialog._headings.isEnabled()
        dialog.reject()

    assert drive(form.ask, act) is None


def test_choices_come_back_the_next_time(window, coded, settings, tmp_path):
    def act(dialog):
        choose(dialog._format, ".html")
        choose(dialog._headings, "zh")
        choose(dialog._paper, "letter")
        dialog._turned.setCurrentIndex(1)
        dialog._passages.setValue(7)
        dialog._file.set_path(tmp_path / "home" / "book.html")

    (tmp_path / "home").mkdir(exist_ok=True)
    codebook(window, coded, settings, act)
    again = CodebookForm(window, coded, settings)
    assert again._format.currentData() == ".html"
    assert again._file.path().parent == tmp_path / "home"
    again.ask_layout()
    assert again.choices() == {
        "format": ".html",
        "headings": "zh",
        "paper": "letter",
        "landscape": True,
        "passages": 7,
    }


def test_a_file_that_is_there_is_said_to_be_replaced(window, coded, settings, tmp_path):
    (tmp_path / "A study codebook.docx").write_text("older")
    form = CodebookForm(window, coded, settings)

    def act(dialog):
        assert dialog._replaces.isVisible()
        dialog._file.set_path(tmp_path / "another.docx")
        assert not dialog._replaces.isVisible()
        dialog.reject()

    drive(form.ask, act)


def test_a_folder_that_is_missing_keeps_the_button_off(window, coded, settings, tmp_path):
    form = CodebookForm(window, coded, settings)

    def act(dialog):
        dialog._file.set_path(tmp_path / "nowhere" / "book.docx")
        assert not dialog.accept_button.isEnabled()
        assert "nowhere" in dialog._complaint.text()
        dialog.reject()

    drive(form.ask, act)


@pytest.mark.parametrize(
    "trouble", [Cancelled("stopped"), QcodeError(QT_TRANSLATE_NOOP("core", "The disk is full."))]
)
def test_what_is_stopped_or_refused_leaves_the_dialog_open(
    window, coded, settings, tmp_path, monkeypatch, trouble
):
    told = []
    monkeypatch.setattr(MessageDialog, "exec", lambda box: told.append(box))

    def refuse(*_args, **_kwargs):
        raise trouble

    monkeypatch.setattr(exporting, "write_codebook", refuse)
    form = CodebookForm(window, coded, settings)

    def act(dialog):
        dialog.accept()
        assert dialog.isVisible()
        dialog.reject()

    assert drive(form.ask, act) is None
    assert len(told) == (0 if isinstance(trouble, Cancelled) else 1)
    assert not list(tmp_path.glob("*.docx"))


def test_the_file_dialog_fills_the_field(window, coded, settings, tmp_path, monkeypatch):
    monkeypatch.setattr(
        QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "by hand.csv"), "")
    )
    form = CodebookForm(window, coded, settings)

    def act(dialog):
        dialog._file.findChild(QPushButton).click()
        assert dialog._format.currentData() == ".csv"
        accepted(dialog)

    assert drive(form.ask, act) == tmp_path / "by hand.csv"


@pytest.mark.parametrize(
    ("scope", "quotes"),
    [
        (ALONE, ["duty officer"]),
        (BELOW, ["duty officer", "walks to each desk", "Nobody signs for the neighbour"]),
        (None, ["duty officer", "walks to each desk", "Nobody signs for the neighbour"]),
    ],
)
def test_passages_of_the_chosen_codes(window, coded, settings, scope, quotes):
    form = PassagesForm(window, coded, settings, coded.codes[:1])

    def act(dialog):
        choose(dialog._format, ".csv")
        dialog._scope.setCurrentIndex([BELOW, ALONE, None].index(scope))
        accepted(dialog)

    assert [row["quote"] for row in rows(drive(form.ask, act))] == quotes


def test_without_chosen_codes_all_passages_are_proposed(window, coded, settings):
    form = PassagesForm(window, coded, settings, [])
    assert form.chosen() is None


@pytest.mark.parametrize("button", [0, 1])
def test_afterwards_the_file_or_its_folder_can_be_opened(
    window, coded, settings, tmp_path, monkeypatch, button
):
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    target = tmp_path / "A study codebook.docx"

    def act(dialog):
        names = ("Open", "Show the folder")
        (found,) = [b for b in dialog.findChildren(QPushButton) if b.text() == names[button]]
        found.click()

    drive(lambda: export_codebook(window, coded, settings), accepted, act)
    assert opened == [str((target, tmp_path)[button])]


def test_closing_the_last_message_opens_nothing(window, monkeypatch, tmp_path):
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _: pytest.fail("something was opened"))
    drive(lambda: exported.tell_exported(window, "Written", tmp_path / "x.docx"), QDialog.reject)


def test_a_whole_path_can_be_typed_although_it_begins_as_a_folder(
    window, coded, settings, qtbot, tmp_path
):
    def act(dialog):
        dialog._file.field.clear()
        qtbot.keyClicks(dialog._file.field, "/")
        assert not dialog.accept_button.isEnabled()
        assert dialog._complaint.text()
        dialog._file.field.clear()
        qtbot.keyClicks(dialog._file.field, str(tmp_path / "book.html"))

    assert codebook(window, coded, settings, act) == tmp_path / "book.html"
