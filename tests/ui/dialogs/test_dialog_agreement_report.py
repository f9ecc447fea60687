"""The report on agreement: asked for, refused where nothing can be compared, written."""

import csv

import docx
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog
from qcode.model.agreement import Request, Unit
from qcode.model.span import Span
from qcode.services import codings
from qcode.ui.dialogs import agreement_report
from qcode.ui.dialogs.agreement_report import AgreementForm, export_agreement

from tests.ui.dialogs.driving import drive


@pytest.fixture
def two(coded):
    """Ann's study, where Bo has coded as well."""
    project = coded.project
    project.act_as("Bo")
    codings.apply(project, coded.document, [Span(4, 20)], [coded.codes[0]])
    codings.apply(project, coded.document, [Span(17, 35)], [coded.codes[1]])
    project.act_as("Ann")
    return coded


def accepted(dialog):
    dialog.accept()
    if dialog.result() != QDialog.DialogCode.Accepted:
        dialog.reject()


def choose(combo, data):
    combo.setCurrentIndex(combo.findData(data))


def tick(dialog, name, on):
    (item,) = dialog._coders.findItems(name, Qt.MatchFlag.MatchExactly)
    item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)


def test_the_word_file_tells_who_was_compared(window, two, settings):
    form = AgreementForm(window, two, settings)
    path = drive(form.ask, accepted)
    assert path.name == "A study agreement.docx"
    facts = docx.Document(path).tables[0]
    assert [row.cells[1].text for row in facts.rows][1] == "Ann and Bo"


def test_the_table_of_units_is_a_csv_file_with_a_column_for_each_coder(window, two, settings):
    def act(dialog):
        choose(dialog._format, ".csv")
        choose(dialog._unit, Unit.SENTENCE.value)
        accepted(dialog)

    path = drive(AgreementForm(window, two, settings).ask, act)
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert {row["units"] for row in rows} == {"1"}
    given = {(row["code"], row["start"]): (row["Ann"], row["Bo"]) for row in rows}
    assert given["walks to each desk", "0"] == ("1", "1")
    assert given["nobody signs", "37"] == ("1", "0")


def test_fewer_than_two_coders_cannot_be_compared(window, coded, settings):
    form = AgreementForm(window, coded, settings)

    def act(dialog):
        assert not dialog.accept_button.isEnabled()
        assert "Fewer than two coders" in dialog._complaint.text()
        dialog.reject()

    assert drive(form.ask, act) is None


def test_two_coders_must_be_ticked(window, two, settings):
    form = AgreementForm(window, two, settings)

    def act(dialog):
        assert dialog.accept_button.isEnabled()
        tick(dialog, "Bo", False)
        assert dialog._complaint.text() == "Choose at least two coders."
        assert not dialog.accept_button.isEnabled()
        tick(dialog, "Bo", True)
        assert dialog.accept_button.isEnabled()
        dialog.reject()

    drive(form.ask, act)


def test_segments_ask_for_their_overlap_and_have_no_table_of_units(window, two, settings):
    form = AgreementForm(window, two, settings)

    def act(dialog):
        assert not dialog._overlap.isVisible()
        choose(dialog._unit, Unit.SEGMENT.value)
        assert dialog._overlap.isVisible()
        assert dialog.accept_button.isEnabled()
        choose(dialog._format, ".csv")
        assert "no table of units" in dialog._complaint.text()
        dialog.reject()

    drive(form.ask, act)


def test_a_code_stands_for_itself_and_all_below(window, two, settings):
    form = AgreementForm(window, two, settings)
    choose(form._scope, two.codes[0])
    assert form.request().code_ids == frozenset(two.codes)
    choose(form._scope, two.codes[2])
    assert form.request().code_ids == {two.codes[2]}


def test_the_choices_come_back_the_next_time(window, two, settings):
    def act(dialog):
        choose(dialog._unit, Unit.SEGMENT.value)
        dialog._overlap.setValue(60)
        dialog._documents.setCurrentIndex(1)
        dialog._rolled.setChecked(True)
        accepted(dialog)

    drive(AgreementForm(window, two, settings).ask, act)
    again = AgreementForm(window, two, settings).request()
    assert again == Request(("Ann", "Bo"), Unit.SEGMENT, 60, all_documents=True, roll_up=True)


def test_it_begins_with_the_comparison_that_is_shown(window, two, settings):
    shown = Request(
        ("Bo", "Ann"),
        Unit.PARAGRAPH,
        code_ids=frozenset(two.codes[1:]),
        document_ids=frozenset({two.document}),
    )
    found = AgreementForm(window, two, settings, shown).request()
    assert (found.unit, found.code_ids, found.document_ids) == (
        Unit.PARAGRAPH,
        shown.code_ids,
        shown.document_ids,
    )
    assert found.coders == ("Bo", "Ann")


def test_what_was_written_is_told(window, two, settings, monkeypatch):
    told = []
    monkeypatch.setattr(agreement_report, "tell_exported", lambda *words: told.append(words[1:]))
    path = drive(lambda: export_agreement(window, two, settings), accepted)
    assert told == [("The report is written", path)]
