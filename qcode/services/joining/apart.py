"""Projects that began apart: things of the same name are taken to be the same, after a preview.

Documents by their name and text, or by their text alone where no other one has it; codes by their
path, the rest by name. What coders, groups and variables are called tells anyway which they are.
Each thing is used once; what is known already by its GUID, or from an earlier merging, is left
alone.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping
from functools import partial

from qcode.model.join_records import Pair
from qcode.services.joining import rules, words
from qcode.services.joining.reading import Side
from qcode.services.joining.state import State
from qcode.store.join_queries import Row

_BY_NAME = ("paradigm", "stage", "relation_type")


def pairs(
    file: int, state: State, other: Side, texts: Mapping[str, int], known: Mapping[str, str]
) -> tuple[dict[str, str], list[Pair]]:
    """Return GUID there → GUID here of what is taken to be the same, and the preview.

    ``texts`` has SHA-256 → number of a text here, ``known`` what is the same from earlier.
    """
    same: dict[str, str] = {}
    shown: list[Pair] = []

    def match(
        table: str,
        key_here: Callable[[Row], object],
        key_there: Callable[[Row], object],
        *,
        lone: bool = False,  # only what is there once on either side
    ) -> None:
        rule = rules.of_tables()[table]
        assert rule.guid is not None
        guid, name = rule.guid, rule.at("name")
        theirs = {row[guid] for row in other.rows[table]}
        taken = theirs | {known[one] for one in theirs if one in known} | set(same.values())
        free: dict[object, list[Row]] = defaultdict(list)
        for row in state[table].rows.values():
            if row[guid] not in taken:
                free[key_here(row)].append(row)
        done = known.keys() | same.keys()
        wanted = [
            row
            for row in other.rows[table]
            if row[guid] not in done and state[table].by_guid(row[guid]) is None
        ]
        times = Counter(map(key_there, wanted))
        for row in wanted:
            here = free.get(key := key_there(row))
            if here and not (lone and (len(here) > 1 or times[key] > 1)):
                mine = here.pop(0)
                same[row[guid]] = mine[guid]
                shown.append(Pair(file, table, words.what(table), row[name], mine[name]))

    document = rules.of_tables()["document"]
    name, text = document.at("name"), document.at("text_id")
    there = other.texts["document_text"]
    match(
        "document",
        lambda row: (row[name], row[text]),
        lambda row: (row[name], texts.get(there[row[text]])),
    )
    match(
        "document",
        lambda row: row[text],
        lambda row: texts.get(there[row[text]]),
        lone=True,
    )
    codes = {row[0]: row for row in other.rows["code"]}
    match("code", lambda row: _path(row, state["code"].rows), lambda row: _path(row, codes))
    for table in _BY_NAME:
        at = rules.of_tables()[table].at("name")
        match(table, partial(_named, at, True), partial(_named, at, False))
    return same, shown


def _named(at: int, here: bool, row: Row) -> object:
    """Return a name; rows without one are like no other."""
    return row[at] or (here, row[0])


def _path(row: Row, codes: Mapping[int, Row]) -> tuple[str, ...]:
    rule = rules.of_tables()["code"]
    parent, name = rule.at("parent_id"), rule.at("name")
    path = [row[name]]
    while row[parent] is not None:
        row = codes[row[parent]]
        path.append(row[name])
    return tuple(reversed(path))
