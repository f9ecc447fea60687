"""The types of relations that qcode brings along; a project may rename them and add its own.

The keys are stored and never change. ``A causes B`` is stored with A as source and B as target, so
in a chain problem → cause → remedy both arrows point towards the problem.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import NamedTuple

from qcode.model.enums import RelationForm
from qcode.model.messages import QT_TRANSLATE_NOOP, Message


class BuiltIn(NamedTuple):
    """Which way the type goes, and what stands between the two categories: “A … B”."""

    form: RelationForm
    label: Message


BUILT_IN = MappingProxyType(
    {
        "causes": BuiltIn(RelationForm.DIRECTED, Message(QT_TRANSLATE_NOOP("core", "causes"))),
        "conditions": BuiltIn(
            RelationForm.DIRECTED, Message(QT_TRANSLATE_NOOP("core", "is a condition of"))
        ),
        "promotes": BuiltIn(RelationForm.DIRECTED, Message(QT_TRANSLATE_NOOP("core", "promotes"))),
        "hinders": BuiltIn(RelationForm.DIRECTED, Message(QT_TRANSLATE_NOOP("core", "hinders"))),
        "leads_to": BuiltIn(RelationForm.DIRECTED, Message(QT_TRANSLATE_NOOP("core", "leads to"))),
        "part_of": BuiltIn(RelationForm.DIRECTED, Message(QT_TRANSLATE_NOOP("core", "is part of"))),
        "serves": BuiltIn(RelationForm.DIRECTED, Message(QT_TRANSLATE_NOOP("core", "serves"))),
        "interacts": BuiltIn(
            RelationForm.MUTUAL, Message(QT_TRANSLATE_NOOP("core", "interacts with"))
        ),
        "feeds_back": BuiltIn(
            RelationForm.FEEDBACK, Message(QT_TRANSLATE_NOOP("core", "feeds back to"))
        ),
        "remedies": BuiltIn(RelationForm.DIRECTED, Message(QT_TRANSLATE_NOOP("core", "remedies"))),
    }
)
"""Key → built-in type, in the order in which they are offered."""
