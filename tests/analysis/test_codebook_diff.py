"""Differences between two states of a codebook."""

from __future__ import annotations

from dataclasses import replace

from qcode.analysis.codebook_diff import differences
from qcode.model.enums import CodeEventKind, CodeKind
from qcode.model.log_records import CodeEventRecord
from qcode.model.versions import VersionCode

CALLS = VersionCode(
    "g-calls", "calls", CodeKind.CONCEPT, "", 0, "", "#000000", "", "", "", "", "", 1, 1, 1
)  # fmt: skip
LISTS = replace(CALLS, guid="g-lists", name="lists")
RINGS = replace(CALLS, guid="g-rings", name="rings", number="a2")


def event(what: CodeEventKind, code: VersionCode, into: VersionCode | None) -> CodeEventRecord:
    return CodeEventRecord(
        1, "", what, code.guid, code.name, into.guid if into else "", into.name if into else "",
        1, "why", "Ann", "",
    )  # fmt: skip


def told(*args: object) -> list[tuple[str, str, str, str]]:
    found = differences(*args)  # type: ignore[arg-type]  # as the tests give them
    return [(one.kind.value, one.name, one.before, one.after) for one in found]


def test_equal_states_do_not_differ() -> None:
    assert told([CALLS, LISTS], [LISTS, CALLS], []) == []
    assert told([CALLS], [replace(CALLS, position=4, color="#ffffff", passages=9)], []) == []


def test_merges_that_go_in_a_circle_end() -> None:
    round_trip = [
        event(CodeEventKind.MERGE, CALLS, LISTS),
        event(CodeEventKind.MERGE, LISTS, CALLS),
    ]
    assert told([CALLS, LISTS], [], round_trip) == [
        ("removed", "calls", "", ""),
        ("removed", "lists", "", ""),
    ]


def test_a_code_made_from_two_names_both() -> None:
    splits = [
        event(CodeEventKind.SPLIT, CALLS, RINGS),
        event(CodeEventKind.SPLIT, LISTS, RINGS),
        event(CodeEventKind.SPLIT, CALLS, RINGS),
    ]
    assert told([CALLS, LISTS], [CALLS, LISTS, RINGS], splits) == [
        ("split", "a2 rings", "calls; lists", "")
    ]


def test_a_split_into_a_code_that_was_there_adds_nothing() -> None:
    splits = [event(CodeEventKind.SPLIT, CALLS, RINGS)]
    assert told([CALLS, RINGS], [CALLS, RINGS], splits) == []


def test_each_text_that_was_rewritten_is_told() -> None:
    after = replace(CALLS, definition="new", boundary="edge")
    found = differences([CALLS], [after], [])
    assert [(one.field, one.before, one.after) for one in found] == [
        ("definition", "", "new"),
        ("boundary", "", "edge"),
    ]
