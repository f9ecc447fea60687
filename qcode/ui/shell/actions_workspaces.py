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
)
