"""Stored words of work in company: roles of coders, kinds of disagreement, verdicts."""

from __future__ import annotations

from enum import StrEnum

from qcode.model.messages import QT_TRANSLATE_NOOP, Message


class CoderRole(StrEnum):
    """What a coder is who is no person working for the first time."""

    CONSENSUS = "consensus"
    AGAIN = "again"

    @property
    def label(self) -> Message:
        """Name of the role for people."""
        return Message(_ROLES[self])


_ROLES = {
    CoderRole.CONSENSUS: QT_TRANSLATE_NOOP("core", "consensus"),
    CoderRole.AGAIN: QT_TRANSLATE_NOOP("core", "second time"),
}


class DisagreementKind(StrEnum):
    """What two coders differ in."""

    MISSED_BY_FIRST = "missed_by_first"
    MISSED_BY_SECOND = "missed_by_second"
    BOUNDARY = "boundary"
    CODE = "code"

    @property
    def label(self) -> Message:
        """Name of the kind for people; ``{first}`` and ``{second}`` are the coders' names."""
        return Message(_KINDS[self])


_KINDS = {
    DisagreementKind.MISSED_BY_FIRST: QT_TRANSLATE_NOOP("core", "missed by {first}"),
    DisagreementKind.MISSED_BY_SECOND: QT_TRANSLATE_NOOP("core", "missed by {second}"),
    DisagreementKind.BOUNDARY: QT_TRANSLATE_NOOP("core", "boundary differs"),
    DisagreementKind.CODE: QT_TRANSLATE_NOOP("core", "different code"),
}


class Verdict(StrEnum):
    """What the consensus takes over of a disagreement; ``OPEN``: not decided yet."""

    OPEN = ""
    FIRST = "first"
    SECOND = "second"
    BOTH = "both"
    UNION = "union"
    INTERSECTION = "intersection"
    EDIT = "edit"
    OTHER_CODE = "other_code"
    REJECT = "reject"
    ACCEPT = "accept"

    @property
    def label(self) -> Message:
        """Name of the verdict for people; ``{first}`` and ``{second}`` are the coders' names."""
        return Message(_VERDICTS[self])


_VERDICTS = {
    Verdict.OPEN: QT_TRANSLATE_NOOP("core", "open"),
    Verdict.FIRST: QT_TRANSLATE_NOOP("core", "as {first}"),
    Verdict.SECOND: QT_TRANSLATE_NOOP("core", "as {second}"),
    Verdict.BOTH: QT_TRANSLATE_NOOP("core", "both"),
    Verdict.UNION: QT_TRANSLATE_NOOP("core", "union"),
    Verdict.INTERSECTION: QT_TRANSLATE_NOOP("core", "overlap"),
    Verdict.EDIT: QT_TRANSLATE_NOOP("core", "other edges"),
    Verdict.OTHER_CODE: QT_TRANSLATE_NOOP("core", "another code"),
    Verdict.REJECT: QT_TRANSLATE_NOOP("core", "none"),
    Verdict.ACCEPT: QT_TRANSLATE_NOOP("core", "disagreement stands"),
}
