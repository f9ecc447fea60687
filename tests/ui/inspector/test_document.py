"""A document in the inspector: its group, variables, status and memos."""

from PySide6.QtWidgets import QLabel
from qcode.model.enums import MemoKind, WorkStatus
from qcode.model.span import Span
from qcode.services import coders, codings, documents, memos

from tests.ui.inspector.writing import write
from tests.ui.inspector_project import PIER


def test_a_document_is_shown_with_group_variables_and_my_status(world, inspector, qtbot):
    documents.edit(world.project, world.pier, values={"Place": "north pier"})
    inspector.show_document(world.pier)
    assert inspector.document.name.text() == "01  Pier"
    assert "Talks" in inspector.document.about.text()
    assert "2 passages" in inspector.document.about.text()
    words = [label.text() for label in inspector.document.findChildren(QLabel)]
    assert "north pier" in words
    with qtbot.waitSignal(inspector.documentPropertiesRequested) as asked:
        inspector.document._edit.click()
    assert asked.args == [world.pier]


def test_my_status_is_set_for_the_one_who_codes(world, inspector):
    inspector.show_document(world.pier)
    box = inspector.document.status
    box.setCurrentIndex(2)
    box.activated.emit(2)
    (record,) = coders.work(world.project)
    assert (record.coder, record.status) == ("Ann", WorkStatus.FINISHED)
    world.session.act_as("Bo")
    assert box.currentIndex() == 0
    world.session.act_as("Ann")
    world.project.undo()
    assert box.currentIndex() == 0


def test_document_memos_are_written_edited_and_deleted_here(world, inspector, qtbot):
    inspector.show_document(world.pier)
    inspector.document.memos.start()
    write(qtbot, inspector.document.memos.entries()[-1].editor, "A calm talk.")
    inspector.flush()
    (memo,) = memos.listed(world.project)
    assert (memo.kind, memo.document_ids) == (MemoKind.DOCUMENT, (world.pier,))
    (entry,) = inspector.document.memos.entries()
    assert "Ann" in entry._note.text()
    entry.deleteRequested.emit()
    assert memos.listed(world.project) == []
    assert inspector.document.memos.entries() == []


def test_a_memo_on_uncoded_words_is_found_again_with_its_document(world, inspector):
    memos.create(
        world.project, MemoKind.PASSAGE, "Who is asked?", passage=(world.pier, Span(57, 74))
    )
    memos.create(
        world.project, MemoKind.PASSAGE, "Seen with its code.", passage=(world.pier, Span(0, 56))
    )
    inspector.show_document(world.pier)
    (entry,) = inspector.document.memos.entries()
    assert entry.editor.text() == "Who is asked?"
    assert PIER[57:74] in entry._note.text()
    codings.apply(world.project, world.pier, [Span(57, 74)], [world.care])
    inspector._facts.forget_all()
    inspector.show_document(world.pier)
    assert inspector.document.memos.entries() == []
