"""Actions on how the text is read: found again, walked through, shown."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from qcode.ui.shell.action_spec import ActionSpec, action

_DOCUMENT = "project document"

READING_ACTIONS: tuple[ActionSpec, ...] = (
    action(
        "view.find_next",
        QT_TRANSLATE_NOOP("actions", "Find &next"),
        "edit:1",
        keys="F3",
        needs=_DOCUMENT,
    ),
    action(
        "view.find_previous",
        QT_TRANSLATE_NOOP("actions", "Find pre&vious"),
        "edit:1",
        keys="Shift+F3",
        needs=_DOCUMENT,
    ),
    action(
        "view.stripes.full",
        QT_TRANSLATE_NOOP("actions", "Stripes with &names"),
        "view/stripes:0",
        needs="project",
        checkable=True,
    ),
    action(
        "view.stripes.lanes",
        QT_TRANSLATE_NOOP("actions", "Stripes &only"),
        "view/stripes:0",
        needs="project",
        checkable=True,
    ),
    action(
        "view.stripes.off",
        QT_TRANSLATE_NOOP("actions", "No &stripes"),
        "view/stripes:0",
        needs="project",
        checkable=True,
    ),
    action(
        "view.only_mine",
        QT_TRANSLATE_NOOP("actions", "Only &my codings in the text"),
        "view:1",
        needs="project",
        checkable=True,
    ),
    action(
        "coding.cycle",
        QT_TRANSLATE_NOOP("actions", "Next coding at this p&lace"),
        "passage:3",
        keys="O",
        needs=_DOCUMENT,
        scope="text",
    ),
    action(
        "coding.cycle_back",
        QT_TRANSLATE_NOOP("actions", "Previous coding at this plac&e"),
        "passage:3",
        keys="Shift+O",
        needs=_DOCUMENT,
        scope="text",
    ),
)
