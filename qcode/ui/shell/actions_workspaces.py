"""Actions that show a workspace. A workspace is named here as the desk names it."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from qcode.ui.shell.action_spec import ActionSpec, action

WORKSPACE_ACTIONS: tuple[ActionSpec, ...] = (
    action(
        "workspace.code",
        QT_TRANSLATE_NOOP("actions", "Code"),
        "view:3",
        keys="Ctrl+1",
        needs="project",
        checkable=True,
    ),
    action(
        "workspace.axial",
        QT_TRANSLATE_NOOP("actions", "Axial"),
        "view:3",
        keys="Ctrl+2",
        needs="project",
        checkable=True,
    ),
    action(
        "workspace.selective",
        QT_TRANSLATE_NOOP("actions", "Selective"),
        "view:3",
        keys="Ctrl+3",
        needs="project",
        checkable=True,
    ),
    action(
        "workspace.memos",
        QT_TRANSLATE_NOOP("actions", "Memos"),
        "view:3",
        keys="Ctrl+4",
        needs="project",
        checkable=True,
    ),
    action(
        "workspace.analyse",
        QT_TRANSLATE_NOOP("actions", "Analyse"),
        "view:3",
        keys="Ctrl+5",
        needs="project",
        checkable=True,
        text_with=QT_TRANSLATE_NOOP("actions", "Analyse · {step}"),
    ),
    action(
        "workspace.review",
        QT_TRANSLATE_NOOP("actions", "Review"),
        "view:3",
        keys="Ctrl+6",
        needs="project",
        checkable=True,
    ),
)
