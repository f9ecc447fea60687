"""Words of the method that are stored: kinds and levels of codes, kinds of memos, work status.

The stored values are those of the JSON contract and never change; what people see comes from the
translations (and, later, from project settings). Names after Strauss & Corbin.
"""

from __future__ import annotations

from enum import StrEnum

from qcode.model.messages import QT_TRANSLATE_NOOP, Message


class Level(StrEnum):
    """The three levels of coding."""

    OPEN = "open"
    AXIAL = "axial"
    SELECTIVE = "selective"

    @property
    def label(self) -> Message:
        """Name of the level for people."""
        return Message(_LEVEL_LABELS[self])


class CodeKind(StrEnum):
    """What a code is. Kind is stored and never guessed from the depth in the tree."""

    CONCEPT = "concept"
    CATEGORY = "category"
    MAIN_CATEGORY = "main_category"
    CORE_CATEGORY = "core_category"

    @property
    def rank(self) -> int:
        """0 for a concept up to 3 for a core category; a parent's rank is never lower."""
        return KIND_ORDER.index(self)

    @property
    def level(self) -> Level:
        """The level of coding that follows from the kind."""
        return _LEVELS[self]

    @property
    def label(self) -> Message:
        """Name of the kind for people."""
        return Message(_KIND_LABELS[self])

    @classmethod
    def of_level(cls, level: Level) -> CodeKind:
        """The kind that a code of ``level`` gets when only the level is known."""
        return {
            Level.OPEN: cls.CONCEPT,
            Level.AXIAL: cls.MAIN_CATEGORY,
            Level.SELECTIVE: cls.CORE_CATEGORY,
        }[level]


KIND_ORDER: tuple[CodeKind, ...] = tuple(CodeKind)

_LEVELS = {
    CodeKind.CONCEPT: Level.OPEN,
    CodeKind.CATEGORY: Level.OPEN,
    CodeKind.MAIN_CATEGORY: Level.AXIAL,
    CodeKind.CORE_CATEGORY: Level.SELECTIVE,
}
_LEVEL_LABELS = {
    Level.OPEN: QT_TRANSLATE_NOOP("core", "open coding"),
    Level.AXIAL: QT_TRANSLATE_NOOP("core", "axial coding"),
    Level.SELECTIVE: QT_TRANSLATE_NOOP("core", "selective coding"),
}
_KIND_LABELS = {
    CodeKind.CONCEPT: QT_TRANSLATE_NOOP("core", "concept"),
    CodeKind.CATEGORY: QT_TRANSLATE_NOOP("core", "initial category"),
    CodeKind.MAIN_CATEGORY: QT_TRANSLATE_NOOP("core", "main category"),
    CodeKind.CORE_CATEGORY: QT_TRANSLATE_NOOP("core", "core category"),
}


class MemoKind(StrEnum):
    """What a memo is about."""

    THEORETICAL = "theoretical"
    CODE = "code"
    OPERATIONAL = "operational"
    DOCUMENT = "document"
    PASSAGE = "passage"
    PROJECT = "project"

    @property
    def label(self) -> Message:
        """Name of the kind for people."""
        return Message(_MEMO_LABELS[self])


_MEMO_LABELS = {
    MemoKind.THEORETICAL: QT_TRANSLATE_NOOP("core", "theoretical memo"),
    MemoKind.CODE: QT_TRANSLATE_NOOP("core", "code memo"),
    MemoKind.OPERATIONAL: QT_TRANSLATE_NOOP("core", "operational memo"),
    MemoKind.DOCUMENT: QT_TRANSLATE_NOOP("core", "document memo"),
    MemoKind.PASSAGE: QT_TRANSLATE_NOOP("core", "passage memo"),
    MemoKind.PROJECT: QT_TRANSLATE_NOOP("core", "project memo"),
}


class WorkStatus(StrEnum):
    """How far a coder is with a document."""

    UNASSIGNED = "unassigned"
    OPEN = "open"
    FINISHED = "finished"

    @property
    def label(self) -> Message:
        """Name of the status for people."""
        return Message(_STATUS_LABELS[self])


_STATUS_LABELS = {
    WorkStatus.UNASSIGNED: QT_TRANSLATE_NOOP("core", "not assigned"),
    WorkStatus.OPEN: QT_TRANSLATE_NOOP("core", "in progress"),
    WorkStatus.FINISHED: QT_TRANSLATE_NOOP("core", "finished"),
}


class Numbering(StrEnum):
    """Presets of code numbers; numbers follow the code order and are never typed."""

    NONE = "none"
    LETTERS = "a1/A1/AA1"
    ALPHABET = "a/B/C"
    DECIMAL = "1.1.1"


class ParadigmRole(StrEnum):
    """What a category is in a paradigm; the order is the one in which a paradigm is told."""

    CAUSAL_CONDITION = "causal_condition"
    PHENOMENON = "phenomenon"
    CONTEXT = "context"
    INTERVENING_CONDITION = "intervening_condition"
    STRATEGY = "strategy"
    CONSEQUENCE = "consequence"

    @property
    def label(self) -> Message:
        """Name of the role for people."""
        return Message(_ROLE_LABELS[self])


_ROLE_LABELS = {
    ParadigmRole.CAUSAL_CONDITION: QT_TRANSLATE_NOOP("core", "causal condition"),
    ParadigmRole.PHENOMENON: QT_TRANSLATE_NOOP("core", "phenomenon"),
    ParadigmRole.CONTEXT: QT_TRANSLATE_NOOP("core", "context"),
    ParadigmRole.INTERVENING_CONDITION: QT_TRANSLATE_NOOP("core", "intervening condition"),
    ParadigmRole.STRATEGY: QT_TRANSLATE_NOOP("core", "action/interaction strategy"),
    ParadigmRole.CONSEQUENCE: QT_TRANSLATE_NOOP("core", "consequence"),
}


class RelationForm(StrEnum):
    """Which way a relation goes: from one to the other, both ways, or back to where it began."""

    DIRECTED = "directed"
    MUTUAL = "mutual"
    FEEDBACK = "feedback"

    @property
    def label(self) -> Message:
        """Name of the form for people."""
        return Message(_FORM_LABELS[self])


_FORM_LABELS = {
    RelationForm.DIRECTED: QT_TRANSLATE_NOOP("core", "one way"),
    RelationForm.MUTUAL: QT_TRANSLATE_NOOP("core", "both ways"),
    RelationForm.FEEDBACK: QT_TRANSLATE_NOOP("core", "feedback"),
}


class CodeEventKind(StrEnum):
    """What happened to a code that its own row cannot tell."""

    MERGE = "merge"
    SPLIT = "split"
    DELETE = "delete"
