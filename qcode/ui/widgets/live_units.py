"""Links are units: where a caret may stand beside them, and what a key deletes of them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QTextCursor

from qcode.ui.widgets.live_places import inside, links_hit
from qcode.ui.widgets.live_runs import Run

_Move = QTextCursor.MoveOperation
_Keep = QTextCursor.MoveMode.KeepAnchor
_DELETIONS = (
    (QKeySequence.StandardKey.DeleteStartOfWord, _Move.PreviousWord),
    (QKeySequence.StandardKey.DeleteEndOfWord, _Move.NextWord),
    (QKeySequence.StandardKey.DeleteEndOfLine, _Move.EndOfLine),
    (QKeySequence.StandardKey.Delete, _Move.NextCharacter),
    (QKeySequence.StandardKey.Backspace, _Move.PreviousCharacter),
)


def out_of_links(cursor: QTextCursor, before: int) -> QTextCursor | None:
    """Return where a cursor belongs that stands inside a link; None where it is well placed.

    ``before`` is the place from which it came: by a step into a link it gets to the other end.
    """
    document, place, anchor = cursor.document(), cursor.position(), cursor.anchor()
    here, there = inside(document, place), inside(document, anchor)
    if here is None and there is None:
        return None
    if here is not None:
        place = _edge(here, place, anchor, before)
    if cursor.position() == cursor.anchor():
        anchor = place
    elif there is not None:
        anchor = there.start if cursor.anchor() < cursor.position() else there.end
    moved = QTextCursor(cursor)
    moved.setPosition(anchor)
    moved.setPosition(place, _Keep)
    return moved


def _edge(here: Run, place: int, anchor: int, before: int) -> int:
    """Return the end of a link at which a caret stands that came into it from ``before``."""
    dragged = QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton
    if anchor != place and (dragged or here.start < anchor < here.end):
        return here.end if anchor < place else here.start
    if before == here.start:
        return here.end
    if before == here.end or place - here.start < here.end - place:
        return here.start
    return here.end


def deleted_by(event: QKeyEvent, caret: QTextCursor) -> QTextCursor | None:
    """Return what a key deletes at a caret with the links it hits whole; None where it hits none.

    What is selected is none of its business: no selection holds a part of a link.
    """
    cursor = QTextCursor(caret)
    for keys, move in _DELETIONS:
        if event.matches(keys):
            cursor.movePosition(move, _Keep)
            break
    else:
        if event.key() != Qt.Key.Key_Backspace:  # no standard key of every system
            return None
        cursor.movePosition(_Move.PreviousCharacter, _Keep)
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    hit = links_hit(cursor.document(), start, end)
    if not hit:
        return None
    cursor.setPosition(min(start, *(run.start for run in hit)))
    cursor.setPosition(max(end, *(run.end for run in hit)), _Keep)
    return cursor
