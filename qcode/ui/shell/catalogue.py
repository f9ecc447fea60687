"""Every action of the window as data.

Menus, context menus, tool bars and the shortcut page are made from this list and nothing else.
Shortcuts are written portably (``Ctrl`` is the command key of macOS).
"""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from qcode.ui.shell.action_spec import ActionSpec, MenuSpec
from qcode.ui.shell.actions_coding import CODING_ACTIONS
from qcode.ui.shell.actions_company import COMPANY_ACTIONS
from qcode.ui.shell.actions_memos import MEMO_ACTIONS
from qcode.ui.shell.actions_passages import PASSAGE_ACTIONS
from qcode.ui.shell.actions_program import PROGRAM_ACTIONS
from qcode.ui.shell.actions_reading import READING_ACTIONS
from qcode.ui.shell.actions_review import REVIEW_ACTIONS
from qcode.ui.shell.actions_workspaces import WORKSPACE_ACTIONS

MENUS: tuple[MenuSpec, ...] = (
    MenuSpec("file", QT_TRANSLATE_NOOP("actions", "&File")),
    MenuSpec(
        "file/recent",
        QT_TRANSLATE_NOOP("actions", "Open &recent"),
        icon="recent",
        after="file.open",
    ),
    MenuSpec("edit", QT_TRANSLATE_NOOP("actions", "&Edit")),
    MenuSpec("passage", QT_TRANSLATE_NOOP("actions", "&Passage")),
    MenuSpec(
        "passage/recent",
        QT_TRANSLATE_NOOP("actions", "Codes just &used"),
        icon="recent",
        after="coding.apply_chosen",
    ),
    MenuSpec(
        "passage/edges",
        QT_TRANSLATE_NOOP("actions", "Ed&ges of the passage"),
        after="passage.narrow",
    ),
    MenuSpec("codes", QT_TRANSLATE_NOOP("actions", "&Codes")),
    MenuSpec(
        "codes/level",
        QT_TRANSLATE_NOOP("actions", "Change &level"),
        icon="level",
        after="code.colour",
    ),
    MenuSpec("documents", QT_TRANSLATE_NOOP("actions", "&Documents")),
    MenuSpec(
        "documents/status",
        QT_TRANSLATE_NOOP("actions", "&Status of my work"),
        icon="status",
        after="document.properties",
    ),
    MenuSpec("memos", QT_TRANSLATE_NOOP("actions", "Memo&s")),
    MenuSpec(
        "memos/new", QT_TRANSLATE_NOOP("actions", "&New memo"), icon="new", after="memo.beside"
    ),
    MenuSpec("review", QT_TRANSLATE_NOOP("actions", "&Review")),
    MenuSpec("coder", QT_TRANSLATE_NOOP("actions", "C&oder")),
    MenuSpec("view", QT_TRANSLATE_NOOP("actions", "&View")),
    MenuSpec("view/stripes", QT_TRANSLATE_NOOP("actions", "St&ripes"), section=1),
    MenuSpec("view/theme", QT_TRANSLATE_NOOP("actions", "&Theme"), section=1, icon="theme"),
    MenuSpec(
        "view/language", QT_TRANSLATE_NOOP("actions", "&Language"), section=1, icon="language"
    ),
    MenuSpec("help", QT_TRANSLATE_NOOP("actions", "&Help")),
)

ACTIONS: tuple[ActionSpec, ...] = (
    *PROGRAM_ACTIONS,
    *PASSAGE_ACTIONS,
    *CODING_ACTIONS,
    *COMPANY_ACTIONS,
    *MEMO_ACTIONS,
    *REVIEW_ACTIONS,
    *READING_ACTIONS,
    *WORKSPACE_ACTIONS,
)
