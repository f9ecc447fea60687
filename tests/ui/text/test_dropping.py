"""Codes dropped on the text."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from qcode.ui.widgets.mime import put_codes

from tests.ui.text.reading import coding, middle, where


def codes_mime(*code_ids):
    mime = QMimeData()
    put_codes(mime, list(code_ids))
    return mime


def drop(view, mime, point):
    event = QDropEvent(
        QPointF(point),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    view.dropEvent(event)
    return event


def test_a_code_dropped_inside_the_selection_goes_to_the_selection(view, qtbot):
    view.put_codings([coding(1, where("from"))])
    view.select_span(where("goes from door"))
    with qtbot.waitSignal(view.codeDropped) as dropped:
        drop(view, codes_mime(42), middle(view, where("from")))
    assert dropped.args == [42, where("goes from door")]


def test_a_code_dropped_elsewhere_goes_to_the_passage_or_the_word_there(view, qtbot):
    view.put_codings([coding(1, where("from door"))])
    view.select_span(where("The list"))
    dropped = []
    view.codeDropped.connect(lambda code_id, span: dropped.append((code_id, span)))
    drop(view, codes_mime(1, 2), middle(view, where("from")))
    drop(view, codes_mime(3), middle(view, where("family")))
    assert dropped == [(1, where("from door")), (2, where("from door")), (3, where("family"))]


def test_a_code_dropped_beside_the_text_is_refused(view):
    told = []
    view.codeDropped.connect(lambda *args: told.append(args))
    assert not drop(view, codes_mime(1), QPoint(3, 100)).isAccepted()
    assert told == []


@pytest.mark.parametrize("data", [b"not json", b'{"a": 1}', b'["x", true, null]', b"\xff"])
def test_a_drop_that_makes_no_sense_is_refused(view, data):
    mime = QMimeData()
    mime.setData("application/x-qcode-codes", data)
    assert not drop(view, mime, middle(view, where("from"))).isAccepted()


def test_files_are_left_to_the_window_around(view):
    mime = QMimeData()
    mime.setUrls(["file:///interview.docx"])
    event = QDragEnterEvent(
        QPoint(100, 100),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    view.dragEnterEvent(event)
    assert not event.isAccepted()
