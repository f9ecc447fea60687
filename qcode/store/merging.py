"""Set-based moves of what hangs on a code: fast for thousands, journaled like all else."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from qcode.store import queries
from qcode.store.writer import Writer


def move_codings(writer: Writer, source: int, target: int) -> None:
    """Give every coding of code ``source`` the code ``target`` instead.

    Where the same coder has the same passage under both, the target's coding stays, takes the
    other's memo after its own, and is typical when either was.
    """
    run = writer.connection.run
    both = (
        " FROM coding AS s JOIN coding AS t ON t.selection_id = s.selection_id"
        " AND t.coder_id = s.coder_id AND t.code_id = ? WHERE s.code_id = ?"
    )
    for lost, kept in run(f"SELECT s.id, t.id{both}", (target, source)).all():
        join_codings(writer, lost, kept)
    run(
        "UPDATE coding SET code_id = ?, modified = ? WHERE code_id = ?",
        (target, writer.at, source),
    )


def join_codings(writer: Writer, lost: int, kept: int) -> None:
    """Let coding ``kept`` take in the memo and the mark of coding ``lost``, which goes."""
    (memo, mark), (own, was) = (
        writer.connection.run("SELECT memo, typical FROM coding WHERE id = ?", (coding,)).one()
        for coding in (lost, kept)
    )
    joined = "\n\n".join(part for part in dict.fromkeys((own, memo)) if part)
    writer.update_if_new("coding", kept, memo=joined, typical=max(mark, was))
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
    """Return the passages that carry any of the codes."""
    found: set[int] = set()
    for part in queries.slices(code_ids):
        found.update(
            writer.connection.run(
                f"SELECT selection_id FROM coding WHERE code_id IN ({queries.places(part)})", part
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
    """Delete those passages that now carry neither a coding nor a memo."""
    writer.delete("selection", queries.bare_selections(writer.connection, selection_ids))
