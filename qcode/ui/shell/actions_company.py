"""Actions of work in company: who codes what, packets out and in, agreement of any ratings."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from qcode.ui.shell.action_spec import ActionSpec, action

_WRITABLE = "project writable"

COMPANY_ACTIONS: tuple[ActionSpec, ...] = (
    action(
        "company.assignments",
        QT_TRANSLATE_NOOP("actions", "&Who codes what…"),
        "coder:2",
        "status",
        needs="project",
    ),
    action(
        "company.packet",
        QT_TRANSLATE_NOOP("actions", "&Hand out a packet…"),
        "coder:2",
        "export",
        needs=_WRITABLE,
    ),
    action(
        "company.merge",
        QT_TRANSLATE_NOOP("actions", "&Merge files…"),
        "coder:2",
        "merge",
        needs=_WRITABLE,
    ),
    action(
        "company.recode",
        QT_TRANSLATE_NOOP("actions", "Code a &share again…"),
        "coder:3",
        "recode",
        needs="project",
    ),
    action(
        "company.reliability",
        QT_TRANSLATE_NOOP("actions", "A&greement in a table of ratings…"),
        "coder:3",
        "properties",
    ),
)
