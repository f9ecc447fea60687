"""Where live links and attachments lead."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QToolTip, QWidget

from qcode.model.theory_records import LinkKind
from qcode.services import live_links
from qcode.services.project import Project


class Ways(NamedTuple):
    """How one goes to a code, to a document, and to a passage (document, start, end)."""

    code: Callable[[int], object]
    document: Callable[[int], object]
    passage: Callable[[int, int, int], object]


def follow(project: Project, widget: QWidget, ways: Ways, kind: str, guid: str) -> None:
    """Go where a live link leads; say so where that is gone."""
    markup = live_links.markup(LinkKind(kind), guid, "")
    goal = live_links.resolved(project, markup)[0]
    if goal.id is None or goal.kind is None:
        words = QCoreApplication.translate("memos", "What this leads to was deleted.")
        QToolTip.showText(QCursor.pos(), words, widget)
    elif goal.kind is LinkKind.CODE:
        ways.code(goal.id)
    elif goal.kind is LinkKind.DOCUMENT or goal.span is None or goal.document_id is None:
        ways.document(goal.id)
    else:
        ways.passage(goal.document_id, *goal.span)
