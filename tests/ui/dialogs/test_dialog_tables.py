"""The tables for a thesis are asked for in one form, and own words in another."""

import docx
import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from qcode.model.thesis import Axis, AxisKind, TableKind, TableOptions
from qcode.services import documents, thesis_tables
from qcode.ui.dialogs.export_tables import TablesForm, export_tables

from tests.ui.dialogs.driving import drive


def accepted(dialog):
    dialog.accept()
    if dialog.result() != QDialog.DialogCode.Accepted:
        dialog.reject()


def choose(combo, data):
    combo.setCurrentIndex(combo.findData(data))
    assert combo.currentData() == data


@pytest.fixture
def form(window, coded, settings):
    return TablesForm(window, coded, settings)


def ask_words(form):
    """Return an act that opens the form of own words; the system makes ``form`` active again."""

    def act(dialog):
        button = dialog._words_button

        def click():
            button.click()
            form.activateWindow()  # there is no window manager to do it

        QTimer.singleShot(0, click)

    return act


def captions(path):
    return [p.text for p in docx.Document(path).paragraphs if p.style.name == "Caption"]


def heads(path, place=0):
    return [cell.text for cell in docx.Document(path).tables[place].rows[0].cells]


def test_all_tables_are_written_beside_the_project_unless_told_otherwise(form):
    path = drive(form.ask, accepted)
    assert path.name == "A study tables.docx"
    assert path.parent == form.project.path.parent
    titles = [line.partition("\u2002")[2].partition(":")[0] for line in captions(path)]
    assert titles == [
        "Open coding",
        "Axial coding",
        "Theoretical saturation by document",
        "Frequencies of codes",
    ]


def test_what_is_crossed_is_chosen_from_what_the_project_has(window, coded, settings):
    (document, *others) = documents.listed(coded.project)
    documents.edit(coded.project, document.id, values={"Role": "clerk"})
    for other in others:
        documents.edit(coded.project, other.id, values={"Role": "mayor"})
    form = TablesForm(window, coded, settings)
    assert form.options() == TableOptions()
    role = form._down.findText("Variable: Role")
    form._down.setCurrentIndex(role)
    choose(form._across, "categories:")
    choose(form._variable, "Role")
    for kind, box in form._boxes.items():
        box.setChecked(kind in (TableKind.VARIABLES, TableKind.TYPOLOGY))
    path = drive(form.ask, accepted)
    assert [line.partition("\u2002")[2] for line in captions(path)] == [
        "Frequencies of codes by Role",
        "Role by initial categories",
    ]
    again = TablesForm(window, coded, settings).options()
    assert (again.down, again.across) == (Axis(AxisKind.VARIABLE, 1), Axis(AxisKind.CATEGORIES))
    assert again.variables == (1,)


def test_what_another_project_does_not_have_is_not_chosen(window, coded, settings):
    from qcode.ui.dialogs.remembered import keep

    keep(settings, "tables", {"variable": "Gone", "down": "variable:Gone", "across": 5})
    assert TablesForm(window, coded, settings).options() == TableOptions()


def test_return_exports_and_in_the_words_it_is_done(form):
    def type_a_word(words):
        QTest.keyClicks(words.fields["passage"], "Said")
        QTest.keyClick(words.fields["passage"], Qt.Key.Key_Return)

    path = drive(
        form.ask,
        ask_words(form),
        type_a_word,
        lambda dialog: QTest.keyClick(dialog._chapter, Qt.Key.Key_Return),
    )
    assert heads(path)[0] == "Said"


def test_what_is_chosen_is_written_and_offered_again(window, coded, settings, form):
    def act(dialog):
        for kind, box in dialog._boxes.items():
            box.setChecked(kind is TableKind.OPEN)
        choose(dialog._form_of, "long")
        choose(dialog._lines, "grid")
        choose(dialog._first, "category")
        choose(dialog._headings, "zh")
        dialog._chapter.setText(" 3 ")
        accepted(dialog)

    path = drive(form.ask, act)
    assert captions(path) == ["表 3-1\u2002开放式编码形成的概念与初始范畴"]
    assert heads(path) == ["初始范畴", "概念", "原始语句"]
    again = TablesForm(window, coded, settings)
    assert again.options() == form.options()
    assert again._headings.currentData() == "zh"
    assert not again._passages.isEnabled()


def test_passages_per_category_are_asked_for_in_the_short_form_only(form):
    assert form._passages.isEnabled() and form.options().passages == 3
    choose(form._form_of, "long")
    assert not form._passages.isEnabled()


def test_without_a_table_nothing_can_be_exported(form):
    def act(dialog):
        for box in dialog._boxes.values():
            box.setChecked(False)
        assert not dialog.accept_button.isEnabled()
        assert dialog._complaint.isVisible()
        dialog._boxes[TableKind.AXIAL].setChecked(True)
        assert dialog.accept_button.isEnabled()
        dialog.reject()

    assert drive(form.ask, act) is None


def test_own_words_are_printed_and_kept_for_the_language_they_were_typed_in(
    window, coded, settings, form
):
    def type_words(words):
        assert words.fields["passage"].placeholderText() == "Passage"
        words.fields["passage"].setText("  What was  said ")
        words.fields["open_caption"].setText("Our first table")
        words.accept()

    path = drive(
        form.ask,
        ask_words(form),
        type_words,
        accepted,
    )
    assert heads(path)[0] == "What was said"
    assert captions(path)[0] == "Table 1\u2002Our first table"
    again = TablesForm(window, coded, settings)
    assert dict(again.options().own_words) == {
        "passage": "What was said",
        "open_caption": "Our first table",
    }
    choose(again._headings, "zh")
    assert again.options().own_words == ()


def test_own_words_can_be_left_as_they_were_or_emptied(form):
    form._own = {"en": {"passage": "Said"}}

    def give_up(words):
        assert words.fields["passage"].text() == "Said"
        words.fields["passage"].setText("Other")
        words.reject()

    def empty(words):
        words._empty()
        words.accept()

    def first(dialog):
        ask_words(form)(dialog)

    def second(dialog):
        assert dialog._own == {"en": {"passage": "Said"}}
        ask_words(form)(dialog)

    def third(dialog):
        assert dialog._own == {"en": {}}
        dialog.reject()

    drive(form.ask, first, give_up, second, empty, third)


def test_words_that_cannot_be_used_any_more_are_passed_over(window, coded, settings):
    from qcode.ui.dialogs.remembered import keep

    keep(settings, "tables", {"words": {"en": {"gone": "x", "passage": 3}, "zh": []}, "tables": 5})
    form = TablesForm(window, coded, settings)
    assert form.options().own_words == ()
    assert form.options().tables == frozenset(TableKind)


def test_every_word_has_a_field_with_a_name(form):
    def act(words):
        assert list(words.fields) == list(thesis_tables.own_keys())
        assert all(field.accessibleName() for field in words.fields.values())
        words.reject()

    drive(
        form.ask,
        ask_words(form),
        act,
        lambda d: d.reject(),
    )


def test_afterwards_the_file_can_be_opened(window, coded, settings):
    drive(
        lambda: export_tables(window, coded, settings),
        accepted,
        lambda told: (
            pytest.fail("the heading is another")
            if "tables are written" not in told.windowTitle() + told.heading.text()
            else told.reject()
        ),
    )
