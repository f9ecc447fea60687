"""The storyline is written with live links, counted, and warned about."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QTreeWidget
from qcode.model.theory_records import WarningKind
from qcode.services import codes, live_links, storyline, terms
from qcode.services.terms import School
from qcode.ui.shell.i18n import retranslate_all, speak_as
from qcode.ui.widgets.story.editor import StoryEditor


def text(work):
    return work.storyline.editor.toPlainText()


def rows(work):
    shown = work.storyline.warnings.list
    return [shown.item(row).text() for row in range(shown.count())]


def write(qtbot, work, words):
    work.storyline.editor.setFocus()
    qtbot.keyClicks(work.storyline.editor, words)


def test_what_is_typed_is_saved_in_one_step(work, study, qtbot):
    write(qtbot, work, "It begins with a ")
    work.storyline.flush()
    write(qtbot, work, "call.")
    work.storyline.flush()
    assert study.story() == "It begins with a call."
    study.project.undo()
    assert study.story() == ""
    assert text(work) == ""
    study.project.redo()
    assert text(work) == "It begins with a call."


def test_typing_is_saved_a_moment_after_the_last_key(work, study, qtbot):
    write(qtbot, work, "At the heart")
    assert study.story() == ""
    qtbot.waitUntil(lambda: study.story() == "At the heart", timeout=3000)


def test_at_names_a_category_that_keeps_its_name_of_the_day(work, study, qtbot):
    write(qtbot, work, "It begins with @")
    chooser = work.storyline.links.chooser
    assert chooser.isVisible()
    qtbot.keyClicks(chooser._edit, "cal")
    qtbot.keyClick(chooser._edit, Qt.Key.Key_Return)
    write(qtbot, work, " and ends.")
    assert text(work) == "It begins with call and ends."
    work.storyline.flush()
    link = live_links.code_link(study.project, study.ids["call"])
    assert study.story() == f"It begins with {link} and ends."
    codes.rename(study.project, study.ids["call"], "being called")
    assert text(work) == "It begins with being called and ends."


def test_what_the_keys_do_is_said_of_the_row_that_is_current(work, study, qtbot):
    write(qtbot, work, "@")
    chooser = work.storyline.links.chooser
    assert chooser._keys.text() == "Enter links it · Tab shows the passages of the code"
    qtbot.keyClicks(chooser._edit, "Two")
    assert [row.code for row in chooser.rows()] == [None]
    assert chooser._keys.text() == "Enter links the document"
    chooser._edit.setText("a")  # a code and no document
    assert chooser.rows()[0].code is not None
    assert chooser._keys.text() == "Enter links it · Tab shows the passages of the code"
    qtbot.keyClick(chooser._edit, Qt.Key.Key_Tab)
    assert chooser._keys.text() == "Enter links it · Esc goes back to the codes"
    qtbot.keyClick(chooser._edit, Qt.Key.Key_Escape)
    assert chooser._keys.text() == "Enter links it · Tab shows the passages of the code"


def test_an_address_is_no_category(work, study, qtbot):
    write(qtbot, work, "ann@")
    assert work.storyline.links.chooser is None


def test_ctrl_l_opens_the_chooser_and_escape_leaves_the_text_alone(work, study, qtbot):
    editor = work.storyline.editor
    write(qtbot, work, "so ")
    qtbot.keyClick(editor, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    chooser = work.storyline.links.chooser
    assert {row.title for row in chooser.rows()} == set(study.ids)
    qtbot.keyClick(chooser._edit, Qt.Key.Key_Escape)
    assert work.storyline.links.chooser is None
    assert text(work) == "so "


def test_a_passage_is_quoted_with_its_words(work, study, qtbot, answers):
    def code(dialog):
        view = dialog.findChild(QTreeWidget)
        shown = [view.topLevelItem(row).text(0) for row in range(view.topLevelItemCount())]
        view.setCurrentItem(view.topLevelItem(shown.index("phone")))

    def passage(dialog):
        assert dialog.model.rowCount() == 1
        dialog.view.setCurrentIndex(dialog.model.index(0))

    answers += [code, passage]
    write(qtbot, work, "They say ")
    work.storyline.choose_quotation()
    write(qtbot, work, ".")
    work.storyline.flush()
    found = storyline.counts(study.project)
    assert found.quotations == 1
    words = next(s.words for s in storyline.segments(study.project) if s.kind)
    assert text(work) == f"They say “{' '.join(words.split())}”."
    assert "1 quotation" in work.storyline._counts.text()


def tell(study, work, *names):
    body = "; ".join(live_links.code_link(study.project, study.ids[name]) for name in names)
    storyline.write(study.project, f"Of {body}.")
    assert text(work) == f"Of {'; '.join(names)}."


def test_counts_and_tools_say_categories_and_concepts_as_the_project_does(work, study):
    tell(study, work, "call", "bind", "phone")
    counts, tool = work.storyline._counts, work.diagram.tools.category
    assert counts.text().startswith("2 categories, 1 concept, ")
    assert (tool.text(), tool.toolTip()) == ("Category", "Put a category into the model")
    terms.use_preset(study.project, School.CHARMAZ)
    try:
        speak_as(terms.of(study.project))
        retranslate_all()
        QApplication.processEvents()
        assert counts.text().startswith("tentative category: 2, initial code: 1, ")
        assert tool.text() == "Tentative category"
        assert tool.toolTip() == "Put into the model: tentative category"
    finally:
        speak_as(None)


def test_a_link_goes_as_a_whole(work, study, qtbot):
    tell(study, work, "call", "bind")
    editor = work.storyline.editor
    editor.setFocus()
    editor.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClick(editor, Qt.Key.Key_Backspace)
    qtbot.keyClick(editor, Qt.Key.Key_Backspace)
    assert text(work) == "Of call; "
    qtbot.keyClick(editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert text(work).startswith("Of call; bind")
    work.storyline.flush()
    assert storyline.counts(study.project).categories == 2


def test_a_link_is_followed(work, study, qtbot):
    tell(study, work, "act")
    editor = work.storyline.editor
    editor.setFocus()
    editor.moveCursor(QTextCursor.MoveOperation.End)
    editor.moveCursor(QTextCursor.MoveOperation.Left)
    qtbot.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert work.diagram.view.box == study.ids["act"]


def test_warnings_are_current_and_lead_to_their_cure(work, study, qtbot, monkeypatch):
    tell(study, work, "core", "call", "bind")
    outside = next(r for r in rows(work) if "does not name" in r)
    assert "“act”" in outside
    shown = work.storyline.warnings.list
    shown.setFocus()
    shown.setCurrentRow(rows(work).index(outside))
    work.storyline.editor.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClick(shown, Qt.Key.Key_Return)
    qtbot.keyClick(work.storyline.links.chooser._edit, Qt.Key.Key_Return)
    work.storyline.flush()
    assert text(work) == "Of core; call; bind.act"
    assert not any("does not name" in row for row in rows(work))


def test_a_relation_without_a_passage_leads_to_the_choice_of_passages(work, study, qtbot, answers):
    tell(study, work, "core")
    warning = next(
        one
        for one in storyline.warnings(study.project)
        if one.kind is WarningKind.NO_PASSAGE and one.relation_id == study.ties[0]
    )
    answers.append(lambda dialog: dialog.view.selectAll())
    work.storyline.warnings.cureWanted.emit(warning)
    assert len(study.relation(study.ties[0]).passages) == 3
    assert work.diagram.view.tie == study.ties[0]


def test_a_link_to_what_was_deleted_is_shown_in_its_place(work, study, qtbot):
    tell(study, work, "call", "spare")
    codes.delete(study.project, [study.ids["spare"]])
    row = next(i for i, words in enumerate(rows(work)) if "was deleted" in words)
    shown = work.storyline.warnings.list
    shown.setCurrentRow(row)
    qtbot.keyClick(shown, Qt.Key.Key_Return)
    assert work.storyline.editor.textCursor().selectedText() == "spare"


def test_what_is_being_typed_is_not_overwritten_by_another_change(work, study, qtbot):
    tell(study, work, "call")
    editor = work.storyline.editor
    editor.moveCursor(QTextCursor.MoveOperation.End)
    write(qtbot, work, " And then")
    codes.rename(study.project, study.ids["call"], "calling")
    assert text(work) == "Of call. And then"
    work.storyline.flush()
    assert storyline.text(study.project).endswith(". And then")
    assert text(work) == "Of calling. And then"


def test_the_editor_keeps_what_could_not_be_stored(qapp, qtbot):
    kept = []
    editor = StoryEditor(lambda body: kept.append(body) or len(kept) > 1)
    qtbot.addWidget(editor)
    editor.show()
    qtbot.keyClicks(editor, "words")
    editor.flush()
    assert editor.dirty
    editor.flush()
    assert not editor.dirty
    assert kept == ["words", "words"]
