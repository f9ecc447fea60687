"""Plans of merging, made up: what the window shows of them needs no files."""

from dataclasses import replace
from pathlib import Path

from qcode.model.join_records import (
    Conflict,
    ConflictField,
    ConflictKey,
    ConflictKind,
    MergePlan,
    MergeReport,
    Pair,
    Refused,
    TableCount,
)
from qcode.model.messages import Message

CODE, MEMO = Message("code"), Message("memo")

NAME = ConflictField("name", Message("name"), "lamp", "the lamp", "a lamp", joinable=True)
KIND = ConflictField("kind", Message("kind"), Message("concept"), Message("category"), None)
TEXT = ConflictField(
    "text", Message("text"), None, "Mine.\n\nMore.", "Theirs.", long=True, joinable=True
)


def conflict(row, kind=ConflictKind.CHANGED, fields=(NAME,), what=CODE, resting=0):
    return Conflict(ConflictKey(0, "code", row), kind, what, f"{row}’s name", fields, resting)


CHANGED = conflict("a", fields=(NAME, KIND))
PROSE = conflict("b", fields=(TEXT,), what=MEMO)
DELETED_HERE = conflict("c", ConflictKind.DELETED_HERE, fields=(), resting=12)
DELETED_THERE = replace(conflict("d", ConflictKind.DELETED_THERE, fields=()), into="Lamp")
ALL = (CHANGED, PROSE, DELETED_HERE, DELETED_THERE)

REPORT = MergeReport(
    files=(Path("bo.qcode"),),
    counts=(TableCount("coding", Message("codings"), 12, 0, 3),),
    documents=("Interview 12",),
    codes=("calling twice",),
    deleted=((CODE, "old words"),),
    refused=(Refused(0, "Field notes", 44),),
    notes=(Message("The parent of a12 stays."),),
)
PAIR = Pair(0, "code", CODE, "lamp", "Lamp")


def plan(conflicts=ALL, report=REPORT, pairs=()):
    return MergePlan((Path("bo.qcode"),), conflicts, conflicts, report, pairs)
