"""What rows alone cannot see: the order of codes, keys that meet, passages that carry nothing.

``before`` is the project as it was before the file came in; it was sound, so that going back to it
in a few columns always mends. What goes back is said in the report.
"""

from __future__ import annotations

from collections import defaultdict

from qcode.model.enums import CodeKind
from qcode.model.messages import QT_TRANSLATE_NOOP, Message
from qcode.services.joining import selves
from qcode.services.joining.matching import Match
from qcode.services.joining.rules import PASSAGES, Rule
from qcode.services.joining.state import State
from qcode.services.joining.uniting import unite
from qcode.store.join_queries import Row


def mend(state: State, before: State, match: Match) -> list[Message]:
    """Make the project sound again after a file came in; return what could not be taken over."""
    notes = [
        Message(
            QT_TRANSLATE_NOOP(
                "core", "“{code}” came in without the code above it, which was deleted here."
            ),
            {"code": name},
        )
        for name in match.lifted
    ]
    notes += [
        Message(
            QT_TRANSLATE_NOOP(
                "core",
                "“{code}” was merged into “{into}” on one side; what the other side did with it"
                " since is at “{into}”, too.",
            ),
            {"code": code, "into": into},
        )
        for code, into in match.followed
    ]
    notes += _kinds(state, before)
    notes += _circles(state, before)
    notes += selves.part(state, before)
    for name, table in state.tables.items():
        if table.rule.guid is not None and table.rule.key and name != PASSAGES:
            notes += _keys(state, before, name, match)
    _passages(state, before, match)
    notes += _doubles(state, match)
    notes += _namesakes(state, match)
    return notes


def _with(rule: Rule, row: Row, column: str, value: object) -> Row:
    at = rule.at(column)
    return (*row[:at], value, *row[at + 1 :])


# ---------------------------------------------------------------------- codes


def _kinds(state: State, before: State) -> list[Message]:
    """Let no code be under one of a lower kind."""
    table, old = state["code"], before["code"].rows
    rule = table.rule
    parent_at, kind_at, name_at = rule.at("parent_id"), rule.at("kind"), rule.at("name")
    notes: list[Message] = []

    def wrong() -> tuple[Row, Row] | None:
        for row in table.rows.values():
            if row[parent_at] is not None:
                parent = table.rows[row[parent_at]]
                if CodeKind(parent[kind_at]).rank < CodeKind(row[kind_at]).rank:
                    return row, parent
        return None

    while (found := wrong()) is not None:
        row, parent = found
        was, parent_was = old.get(row[0]), old.get(parent[0])
        if was is not None and (was[parent_at], was[kind_at]) != (row[parent_at], row[kind_at]):
            above = was[parent_at] if was[parent_at] in table.rows else None
            back = _with(rule, _with(rule, row, "kind", was[kind_at]), "parent_id", above)
            if back == row:
                back = _with(rule, row, "parent_id", None)
        elif parent_was is not None and parent_was[kind_at] != parent[kind_at]:
            row = parent
            back = _with(rule, row, "kind", parent_was[kind_at])
        else:
            back = _with(rule, row, "parent_id", None)
        table.update(back)
        notes.append(
            Message(
                QT_TRANSLATE_NOOP(
                    "core",
                    "Kind and place of “{code}” do not fit those of other codes here; they are not"
                    " taken over.",
                ),
                {"code": row[name_at]},
            )
        )
    return notes


def _circles(state: State, before: State) -> list[Message]:
    """Let no code be below itself."""
    table, old = state["code"], before["code"].rows
    rule = table.rule
    parent_at = rule.at("parent_id")
    notes: list[Message] = []
    sound: set[int] = set()
    for row_id in list(table.rows):
        way: list[int] = []
        at: int | None = row_id
        while at is not None and at not in sound:
            if at in way:
                ring = way[way.index(at) :]
                moved = [
                    one
                    for one in ring
                    if one in old and old[one][parent_at] != table.rows[one][parent_at]
                ]
                one = moved[0] if moved else ring[0]
                above = old[one][parent_at] if one in old else None
                if above not in table.rows or above in ring:
                    above = None
                table.update(_with(rule, table.rows[one], "parent_id", above))
                notes.append(
                    Message(
                        QT_TRANSLATE_NOOP(
                            "core",
                            "“{code}” was moved below itself by both sides together; it stays"
                            " where it was here.",
                        ),
                        {"code": table.rows[one][rule.at("name")]},
                    )
                )
                way, at = [], row_id
                continue
            way.append(at)
            at = table.rows[at][parent_at]
        sound.update(way)
    return notes


def _doubles(state: State, match: Match) -> list[Message]:
    """Say which codes that came in have a namesake at the same place."""
    table = state["code"]
    parent_at, name_at = table.rule.at("parent_id"), table.rule.at("name")
    came = {mine for mine, _ in match.came["code"]}
    if not came:
        return []
    places: dict[tuple[object, object], list[int]] = defaultdict(list)
    for row in table.rows.values():
        places[row[parent_at], row[name_at]].append(row[0])
    return [
        Message(
            QT_TRANSLATE_NOOP(
                "core", "There are now {count} codes “{code}” in the same place; merge them."
            ),
            {"count": len(ids), "code": str(name)},
        )
        for (_, name), ids in places.items()
        if len(ids) > 1 and came.intersection(ids)
    ]


def _namesakes(state: State, match: Match) -> list[Message]:
    """Say which documents that came in are called like others: they look like the same one."""
    table = state["document"]
    name_at = table.rule.at("name")
    called: dict[object, list[int]] = defaultdict(list)
    for row in table.rows.values():
        called[row[name_at]].append(row[0])
    came = {mine for mine, _ in match.came["document"]}
    return [
        Message(
            QT_TRANSLATE_NOOP(
                "core",
                "There are now {count} documents “{document}”. A document comes in beside the one"
                " that is here where text or origin differ.",
            ),
            {"count": len(ids), "document": str(name)},
        )
        for name, ids in called.items()
        if len(ids) > 1 and came.intersection(ids)
    ]


# ---------------------------------------------------------------------- keys


def _keys(state: State, before: State, name: str, match: Match) -> list[Message]:
    """Let no two rows be known by the same things."""
    table, old = state[name], before[name].rows
    rule = table.rule
    moved = name in match.crowded or any(
        one in old and one in table.rows and table.key_of(old[one]) != table.key_of(table.rows[one])
        for one in table.changed
    )
    if not moved:
        return []
    known: dict[object, list[int]] = defaultdict(list)
    for row_id, row in table.rows.items():
        known[table.key_of(row)].append(row_id)
    notes: list[Message] = []
    for ids in known.values():
        if len(ids) < 2:
            continue
        same = {
            one
            for one in ids
            if one in old and table.key_of(old[one]) == table.key_of(table.rows[one])
        }
        kept = min(same or ids)
        for one in ids:
            if one == kept:
                continue
            if name == "coding" or one not in old:
                unite(state, name, one, kept, match)
                continue
            row = table.rows[one]
            for at in rule.key:
                row = (*row[:at], old[one][at], *row[at + 1 :])
            table.update(row)
            notes.append(
                Message(
                    QT_TRANSLATE_NOOP(
                        "core",
                        "“{name}” stays as it was: the name or place they gave it is in use here.",
                    ),
                    {"name": str(row[rule.at("name")]) if "name" in rule.columns else name},
                )
            )
    return notes


# ---------------------------------------------------------------------- passages


def _passages(state: State, before: State, match: Match) -> None:
    """Take out passages that carried something before and carry nothing now.

    Places on dimensions follow a coding that got other edges, as they do within one project.
    """
    left: set[int] = set()
    for name in ("coding", "memo_link", "relation_passage"):
        table, old = state[name], before[name].rows
        at = table.rule.at("selection_id")
        touched = (old.keys() - table.rows.keys()) | (table.changed & old.keys())
        left.update(old[one][at] for one in touched if old[one][at] is not None)
    passages = state[PASSAGES]
    left.update(passages.rows.keys() - before[PASSAGES].rows.keys())
    bare = state.bare_passages(left)
    if bare:
        edges = _edges(state, before, match)
        for name, row_id, passage in list(state.resting(PASSAGES, bare)):
            table = state[name]
            row = _with(table.rule, table.rows[row_id], "selection_id", edges.get(passage))
            if passage in edges and table.by_key(row) is None:
                table.update(row)
            else:
                table.remove(row_id)
    for passage in bare:
        passages.remove(passage)


def _edges(state: State, before: State, match: Match) -> dict[int, int]:
    """Return passage → passage that a coding went to from it, on either side."""
    table, old = state["coding"], before["coding"].rows
    at = table.rule.at("selection_id")
    found: dict[int, int] = {}
    for pair in match.pairs:
        if pair.rule.table == "coding" and (now := table.rows.get(pair.mine)) is not None:
            for was in (pair.theirs[at], old[pair.mine][at] if pair.mine in old else now[at]):
                if was != now[at]:
                    found[was] = now[at]
    return found
