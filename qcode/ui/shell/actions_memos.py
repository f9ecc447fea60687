"""Actions on memos. Kinds are named here as ``MemoKind`` names them."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from qcode.ui.shell.action_spec import ActionSpec, action

_WRITABLE = "project writable"

MEMO_ACTIONS: tuple[ActionSpec, ...] = (
    action(
        "memo.new.theoretical",
        QT_TRANSLATE_NOOP("actions", "&Theoretical memo"),
        "memos/new:0",
        needs=_WRITABLE,
    ),
    action(
        "memo.new.code",
        QT_TRANSLATE_NOOP("actions", "&Code memo"),
        "memos/new:0",
        needs=_WRITABLE,
    ),
    action(
        "memo.new.operational",
        QT_TRANSLATE_NOOP("actions", "&Operational memo"),
        "memos/new:0",
        needs=_WRITABLE,
    ),
    action(
        "memo.new.document",
        QT_TRANSLATE_NOOP("actions", "&Document memo"),
        "memos/new:0",
        needs=_WRITABLE,
    ),
    action(
        "memo.new.passage",
        QT_TRANSLATE_NOOP("actions", "&Passage memo"),
        "memos/new:0",
        needs=_WRITABLE,
    ),
    action(
        "memo.new.project",
        QT_TRANSLATE_NOOP("actions", "P&roject memo"),
        "memos/new:0",
        needs=_WRITABLE,
    ),
    action(
        "memo.beside",
        QT_TRANSLATE_NOOP("actions", "&Write a memo here"),
        "memos:0",
        "memo",
        "Ctrl+Shift+M",
        _WRITABLE,
    ),
    action(
        "memo.panel",
        QT_TRANSLATE_NOOP("actions", "Memos &beside the text"),
        "memos:1",
        needs="project",
        checkable=True,
    ),
    action(
        "memo.all",
        QT_TRANSLATE_NOOP("actions", "&All memos"),
        "memos:1",
        needs="project",
    ),
    action(
        "memo.export",
        QT_TRANSLATE_NOOP("actions", "&Export memos to Word…"),
        "memos:2",
        "export",
        needs="project",
    ),
)
