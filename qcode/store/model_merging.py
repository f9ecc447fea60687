"""What becomes of the model when codes are merged, or a passage gets other edges.

Set-based where rows are many; relations are few and are gone through one by one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from qcode.model.enums import MemoKind, RelationForm
from qcode.model.memo_records import LinkKind
from qcode.store import decision_codes, link_queries, merging, theory_queries
from qcode.store.writer import Writer


def join_model(writer: Writer, gone: Sequence[int], into: int) -> None:
    """Let code ``into`` take in what hangs on other codes, which are deleted afterwards.

    Roles and stages that ``into`` has already it has once, in its own place; properties of the same
    name become one; relations end at ``into``, and those that then say the same become one. The
    codings must have been moved before.
    """
    held = theory_queries.codes_of_model(writer.connection)
    for code_id in (code_id for code_id in gone if code_id in held):
        for table, key in (("paradigm_slot", "paradigm_id, role"), ("stage_code", "stage_id")):
            writer.connection.run(
                f"UPDATE {table} SET code_id = :into WHERE code_id = :gone AND ({key}) NOT IN"
                f" (SELECT {key} FROM {table} WHERE code_id = :into)",
                {"gone": code_id, "into": into},
            )
        writer.connection.run(
            "UPDATE diagram_place SET code_id = :into WHERE code_id = :gone AND NOT EXISTS"
            " (SELECT 1 FROM diagram_place WHERE code_id = :into)",
            {"gone": code_id, "into": into},
        )
        _join_properties(writer, code_id, into)
        _join_relations(writer, code_id, into)
    for code_id in gone:
        decision_codes.join(writer, code_id, into)
    _move_text_links(writer, LinkKind.CODE, gone, into)


# ---------------------------------------------------------------------- properties


def _join_properties(writer: Writer, gone: int, into: int) -> None:
    """Give ``into`` the properties of ``gone``; of two places of a passage its own one stays."""
    own = theory_queries.properties(writer.connection, into)
    known = {row[3].casefold(): row for row in own}
    last = own[-1][6] if own else -1
    for row in theory_queries.properties(writer.connection, gone):
        same = known.get(row[3].casefold())
        if same is None:
            last += 1
            writer.update("code_property", row[0], code_id=into, position=last)
            continue
        writer.connection.run(
            "UPDATE property_place SET property_id = :kept WHERE property_id = :lost"
            " AND (selection_id, coder_id) NOT IN (SELECT selection_id, coder_id"
            " FROM property_place WHERE property_id = :kept)",
            {"lost": row[0], "kept": same[0]},
        )
        writer.update("code_property", same[0], low=same[4] or row[4], high=same[5] or row[5])


# ---------------------------------------------------------------------- relations


def _join_relations(writer: Writer, gone: int, into: int) -> None:
    if not theory_queries.is_related(writer.connection, gone):
        return
    rows = {row[0]: row for row in theory_queries.relations(writer.connection)}
    known: dict[tuple[int, int, int], int] = {}
    for relation_id, row in rows.items():
        if gone not in row[2:4]:
            for ends in _same(row[2], row[3], row[6]):
                known[(*ends, row[4])] = relation_id
    for relation_id, row in rows.items():
        if gone not in row[2:4]:
            continue
        source, target = (into if end == gone else end for end in row[2:4])
        if source == target:
            _keep_thought(writer, relation_id, into)
            continue
        kept = known.get((source, target, row[4]))
        if kept is not None:
            _join_relation(writer, relation_id, kept)
            continue
        writer.update("relation", relation_id, source_id=source, target_id=target)
        for ends in _same(source, target, row[6]):
            known[(*ends, row[4])] = relation_id


def _same(source: int, target: int, form: str) -> list[tuple[int, int]]:
    """Return the ends that say the same for a relation of a form."""
    both = [(source, target), (target, source)]
    return both if form == RelationForm.MUTUAL else both[:1]


def _join_relation(writer: Writer, lost: int, kept: int) -> None:
    """Let relation ``kept`` take in meaning, passages and memos of ``lost``, which goes."""
    run = writer.connection.run
    meaning, own = (
        str(run("SELECT meaning FROM relation WHERE id = ?", (one,)).text()) for one in (lost, kept)
    )
    joined = "\n\n".join(part for part in dict.fromkeys((own, meaning)) if part)
    writer.update("relation", kept, meaning=joined)
    run(
        "UPDATE relation_passage SET relation_id = :kept, position = position + 1 +"
        " (SELECT coalesce(max(position), -1) FROM relation_passage WHERE relation_id = :kept)"
        " WHERE relation_id = :lost AND selection_id NOT IN"
        " (SELECT selection_id FROM relation_passage WHERE relation_id = :kept)",
        {"lost": lost, "kept": kept},
    )
    run(
        "UPDATE memo_model_link SET relation_id = :kept WHERE relation_id = :lost AND memo_id NOT"
        " IN (SELECT memo_id FROM memo_model_link WHERE relation_id = :kept)",
        {"lost": lost, "kept": kept},
    )
    writer.delete("relation", [lost])


def _keep_thought(writer: Writer, relation_id: int, into: int) -> None:
    """Drop a relation whose ends have become one code; what it meant becomes a memo on the code.

    Memos on the relation are attached to the code.
    """
    run = writer.connection.run
    meaning, source, target = run(
        "SELECT r.meaning, a.name, b.name FROM relation AS r JOIN code AS a ON a.id = r.source_id"
        " JOIN code AS b ON b.id = r.target_id WHERE r.id = ?",
        (relation_id,),
    ).one()
    memos = run(
        "SELECT memo_id FROM memo_model_link WHERE relation_id = ? AND memo_id NOT IN"
        " (SELECT memo_id FROM memo_link WHERE code_id = ?) ORDER BY id",
        (relation_id, into),
    ).column()
    if meaning:
        memos.append(
            writer.insert(
                "memo",
                kind=MemoKind.THEORETICAL.value,
                title=f"{source} → {target}",
                body=meaning,
                coder_id=writer.coder_id(),
            )
        )
    for memo_id in memos:
        writer.insert("memo_link", memo_id=memo_id, code_id=into)
    passages = [row[2] for row in theory_queries.relation_passages(writer.connection, relation_id)]
    writer.delete("relation", [relation_id])
    merging.drop_bare_selections(writer, passages)


# ---------------------------------------------------------------------- passages with other edges


def follow_edges(writer: Writer, old: int, new: int) -> None:
    """Let places, relations and live links go along when a passage gets other edges.

    That is when its last coding went from selection ``old`` to ``new``; as long as ``old`` carries
    another one, they stay there.
    """
    run = writer.connection.run
    ends = {"old": old, "new": new}
    if run("SELECT EXISTS (SELECT 1 FROM coding WHERE selection_id = :old)", ends).value():
        return
    run(
        "UPDATE property_place SET selection_id = :new WHERE selection_id = :old"
        " AND (property_id, coder_id) NOT IN"
        " (SELECT property_id, coder_id FROM property_place WHERE selection_id = :new)",
        ends,
    )
    run(
        "UPDATE relation_passage SET selection_id = :new WHERE selection_id = :old"
        " AND relation_id NOT IN"
        " (SELECT relation_id FROM relation_passage WHERE selection_id = :new)",
        ends,
    )
    run("DELETE FROM relation_passage WHERE selection_id = :old", ends)
    _move_text_links(writer, LinkKind.PASSAGE, [old], new)


def _move_text_links(writer: Writer, kind: LinkKind, gone: Sequence[int], into: int) -> None:
    """Let live links in memos and in the storyline lead elsewhere; the texts count as unchanged."""
    table = "code" if kind is LinkKind.CODE else "selection"
    goal = link_queries.guid(writer.connection, table, into)
    lost = link_queries.guids(writer.connection, table, gone)
    link = re.compile(rf"(?<=\]\({kind.value}:)[0-9a-f-]{{36}}(?=\))")

    def led(found: re.Match[str]) -> str:
        return goal if goal is not None and found[0] in lost else found[0]

    homes: tuple[Literal["memo", "storyline"], ...] = ("memo", "storyline")
    for home in homes:
        for row_id, body in link_queries.linking_texts(writer.connection, home, kind):
            moved = link.sub(led, body)
            if moved != body:
                writer.update(home, row_id, body=moved)
