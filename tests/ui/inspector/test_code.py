"""A code in the inspector: its counts and its fields."""

from qcode.model.span import Span
from qcode.services import codes, codings

from tests.ui.inspector.writing import steps, write
from tests.ui.inspector_project import code


def test_a_code_is_shown_with_counts_and_the_code_above(world, inspector, qtbot):
    inspector.show_code(world.signs)
    qtbot.waitUntil(lambda: inspector.code.counts.text() != "…")
    assert inspector.code.counts.text() == "2 passages in 2 documents · 0 of its own"
    inspector.show_code(world.lamp)
    qtbot.waitUntil(lambda: inspector.code.counts.text() != "…")
    assert inspector.code.counts.text() == "2 passages in 2 documents"
    with qtbot.waitSignal(inspector.codeRequested) as asked:
        inspector.code.parent_link.click()
    assert asked.args == [world.signs]
    with qtbot.waitSignal(inspector.passagesRequested) as asked:
        inspector.code.passages_link.click()
    assert asked.args == [world.lamp]


def test_counts_follow_a_new_coding(world, inspector, qtbot):
    inspector.show_code(world.care)
    qtbot.waitUntil(lambda: inspector.code.counts.text() == "1 passage in 1 document")
    codings.apply(world.project, world.quay, [Span(0, 8)], [world.care])
    qtbot.waitUntil(lambda: inspector.code.counts.text() == "2 passages in 2 documents")


def test_each_field_of_a_code_is_a_step_of_its_own(world, inspector, qtbot):
    inspector.show_code(world.care)
    before = len(steps(world))
    for name in codes.TEXT_FIELDS:
        write(qtbot, inspector.code.fields[name].editor, f"about {name}")
    inspector.flush()
    now = code(world, world.care)
    assert [getattr(now, name) for name in codes.TEXT_FIELDS] == [
        f"about {name}" for name in codes.TEXT_FIELDS
    ]
    assert len(steps(world)) == before + len(codes.TEXT_FIELDS)


def test_a_deleted_code_leaves_the_panel_without_a_complaint(world, inspector, qtbot):
    inspector.show_code(world.care)
    write(qtbot, inspector.code.fields["definition"].editor, "too late")
    codes.delete(world.project, [world.care])
    assert inspector.hints.isVisible()
    assert not inspector.flush()


def test_a_field_is_as_high_as_its_words(inspector, world, qtbot):
    inspector.show_code(world.care)
    editor = inspector.code.fields["definition"].editor
    low = editor.height()
    editor.setFocus()
    editor.insertPlainText("one\ntwo\nthree\nfour")
    qtbot.waitUntil(lambda: editor.height() > low + 2 * editor.fontMetrics().lineSpacing())
    assert editor.verticalScrollBar().maximum() == 0
