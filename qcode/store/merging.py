"""Set-based moves of what hangs on a code: fast for thousands, journaled like all else."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from qcode.store import passage_queries, queries
from qcode.store.journal import Progress, no_progress
from qcode.store.writer import Writer

PORTION = 500  # codings that change hands between two reports


def codings_of(writer: Writer, code_ids: Collection[int]) -> list[int]:
    """Return the codings of some codes, those of the first code first."""
    found: list[int] = []
    for code_id in code_ids:
        found += writer.connection.run(
            "SELECT id FROM coding WHERE code_id = ? ORDER BY id", (code_id,)
        ).column()
    return found


def move_codings(
    writer: Writer, codings: Sequence[int], target: int, progress: Progress = no_progress
) -> None:
    """Give codings of other codes the code ``target`` instead, a portion at a time.

    Where the same coder has the same passage under both, the target's coding stays, takes the
    other's memo after its own, and is typical when either was.
    """
    for start in range(0, len(codings), PORTION):
        part = codings[start : start + PORTION]
        staying = _join_twins(writer, part, target)
        writer.connection.run(
            f"UPDATE coding SET code_id = ?, modified = ? WHERE id IN ({queries.places(staying)})",
            (target, writer.at, *staying),
        )
        progress(start + len(part), len(codings))


def _join_twins(writer: Writer, codings: Sequence[int], target: int) -> list[int]:
    """Join those codings that have a twin of code ``target``, and return the others.

    Two codings of the portion may have the same passage and coder under different codes: the
    first becomes the twin of the others. Twins are few; finding none of them is left to SQLite.
    """
    inside = f"({queries.places(codings)})"
    kept: dict[int, int] = {
        row[0]: row[1]
        for row in writer.connection.run(
            "SELECT s.id, t.id FROM coding AS s CROSS JOIN coding AS t"
            " ON t.selection_id = s.selection_id AND t.code_id = ? AND t.coder_id = s.coder_id"
            f" WHERE s.id IN {inside}",
            (target, *codings),
        )
    }
    together = writer.connection.run(
        f"SELECT group_concat(id) FROM coding WHERE id IN {inside}"
        " GROUP BY selection_id, coder_id HAVING count(*) > 1",
        codings,
    ).column()
    place = {coding: at for at, coding in enumerate(codings)}
    for listed in together:
        first, *others = sorted(map(int, listed.split(",")), key=place.__getitem__)
        for other in others:
            kept.setdefault(other, first)
    for coding in codings:
        if coding in kept:
            join_codings(writer, coding, kept[coding])
    return [coding for coding in codings if coding not in kept]


def join_codings(writer: Writer, lost: int, kept: int) -> None:
    """Let coding ``kept`` take in the memo and the mark of coding ``lost``, which goes.

    It then follows from the same decisions, where it came from decisions alone already.
    """
    (memo, mark), (own, was) = (
        writer.connection.run("SELECT memo, typical FROM coding WHERE id = ?", (coding,)).one()
        for coding in (lost, kept)
    )
    joined = "\n\n".join(part for part in dict.fromkeys((own, memo)) if part)
    writer.update_if_new("coding", kept, memo=joined, typical=max(mark, was))
    run = writer.connection.run
    if run("SELECT 1 FROM decision_coding WHERE coding_id = ?", (kept,)).first() is not None:
        run(
            "UPDATE decision_coding SET coding_id = :kept WHERE coding_id = :lost AND decision_id"
            " NOT IN (SELECT decision_id FROM decision_coding WHERE coding_id = :kept)",
            {"lost": lost, "kept": kept},
        )
    writer.delete("coding", [lost])


def move_memo_links(writer: Writer, source: int, target: int) -> None:
    """Attach the memos of code ``source`` to code ``target``."""
    run = writer.connection.run
    run(
        "DELETE FROM memo_link WHERE code_id = ? AND memo_id IN"
        " (SELECT memo_id FROM memo_link WHERE code_id = ?)",
        (source, target),
    )
    run("UPDATE memo_link SET code_id = ? WHERE code_id = ?", (target, source))


def delete_documents(writer: Writer, document_ids: Collection[int]) -> None:
    """Delete documents, their codings and passages first.

    The tables would delete those as well, but passage by passage; table by table the journal has
    long runs, which undo puts back much faster.
    """
    for part in queries.slices(document_ids):
        inside = f"(SELECT id FROM selection WHERE document_id IN ({queries.places(part)}))"
        writer.connection.run(f"DELETE FROM coding WHERE selection_id IN {inside}", part)
        writer.connection.run(f"DELETE FROM selection WHERE id IN {inside}", part)
        writer.delete("document", part)


def passages_of_codes(writer: Writer, code_ids: Collection[int]) -> set[int]:
    """Return the passages that carry any of the codes or stand for a relation of theirs."""
    found: set[int] = set()
    for part in queries.slices(code_ids):
        inside = f"({queries.places(part)})"
        found.update(
            writer.connection.run(
                f"SELECT selection_id FROM coding WHERE code_id IN {inside}", part
            ).column()
        )
        found.update(
            writer.connection.run(
                "SELECT p.selection_id FROM relation AS r JOIN relation_passage AS p ON"
                f" p.relation_id = r.id WHERE r.source_id IN {inside} OR r.target_id IN {inside}",
                (*part, *part),
            ).column()
        )
    return found


def passages_of_memos(writer: Writer, memo_ids: Collection[int]) -> set[int]:
    """Return the passages that any of the memos is attached to."""
    found: set[int] = set()
    for part in queries.slices(memo_ids):
        found.update(
            writer.connection.run(
                "SELECT selection_id FROM memo_link WHERE selection_id IS NOT NULL AND memo_id IN"
                f" ({queries.places(part)})",
                part,
            ).column()
        )
    return found


def drop_bare_selections(writer: Writer, selection_ids: Iterable[int]) -> None:
    """Delete those passages that nothing rests on any more."""
    writer.delete("selection", passage_queries.bare_selections(writer.connection, selection_ids))
