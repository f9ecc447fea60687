"""Rows that tie two different things together: what becomes of them when both ends are one."""

from __future__ import annotations

from uuid import NAMESPACE_OID, uuid5

from qcode.model.enums import MemoKind
from qcode.model.messages import QT_TRANSLATE_NOOP, Message
from qcode.model.stamps import now
from qcode.services.joining.rules import Rule
from qcode.services.joining.state import State
from qcode.store.join_queries import Row

_ENDS = {
    "relation": ("source_id", "target_id"),
    "decision": ("first_id", "second_id"),
    "coder_part": ("coder_id", "of_id"),
}


def part(state: State, before: State) -> list[Message]:
    """Let nothing be tied to itself; return what is to be said about it.

    What had two ends here before and can have them again keeps those. Otherwise both ends have
    become one: as when codes are merged, what the relation meant is then a memo on the code.
    """
    notes: list[Message] = []
    for name, ends in _ENDS.items():
        table = state[name]
        rule = table.rule
        first, second = map(rule.at, ends)
        for row in [one for one in table.rows.values() if one[first] == one[second]]:
            was = before[name].rows.get(row[0])
            goals = state[next(one.target for one in rule.references if one.at == first)].rows
            if was is not None and was[first] in goals and was[second] in goals:
                back = list(row)
                back[first], back[second] = was[first], was[second]
                table.update(tuple(back))
                continue
            if name == "relation":
                notes += _thought(state, before, rule, row)
            _drop(state, name, row[0])
    return notes


def _drop(state: State, name: str, row_id: int) -> None:
    for below, below_id, _ in list(state.resting(name, [row_id])):
        _drop(state, below, below_id)
    state[name].remove(row_id)


def _thought(state: State, before: State, rule: Rule, row: Row) -> list[Message]:
    """Attach to the code what the relation meant, and the memos on it."""
    code = row[rule.at("source_id")]
    codes, links = state["code"], state["memo_model_link"]
    memo_at, relation_at = links.rule.at("memo_id"), links.rule.at("relation_id")
    memos = [one[memo_at] for one in links.rows.values() if one[relation_at] == row[0]]
    name = str(codes.rows[code][codes.rule.at("name")])
    notes: list[Message] = []
    if meaning := row[rule.at("meaning")]:
        was = before["relation"].rows.get(row[0], row)
        ends = [
            str(before["code"].rows[end][codes.rule.at("name")])
            if end in before["code"].rows
            else name
            for end in (was[rule.at("source_id")], was[rule.at("target_id")])
        ]
        at = now()
        values = {
            "id": state["memo"].take_id(),
            # The same in whatever file the ends meet.
            "guid": str(uuid5(NAMESPACE_OID, str(row[rule.guid or 0]))),
            "kind": MemoKind.THEORETICAL.value,
            "title": " → ".join(ends),
            "body": meaning,
            "coder_id": 0,  # who merges; their row may have to be made first
            "created": at,
            "modified": at,
        }
        if state["memo"].by_guid(values["guid"]) is None:
            state["memo"].insert(tuple(values[one] for one in state["memo"].rule.columns))
            memos.append(values["id"])
            notes.append(
                Message(
                    QT_TRANSLATE_NOOP(
                        "core",
                        "Both ends of a relation are “{code}” now; what it meant is a memo on it.",
                    ),
                    {"code": name},
                )
            )
    table = state["memo_link"]
    for memo in memos:
        link = {"id": 0, "memo_id": memo, "document_id": None, "code_id": code}
        made = tuple((link | {"selection_id": None})[one] for one in table.rule.columns)
        if table.by_key(made) is None:
            table.insert((table.take_id(), *made[1:]))
    return notes
