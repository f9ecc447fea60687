"""What becomes of decisions when the codes that they are about, or that they made, go.

A decision was taken by people: it stays as long as anything is left of what it is about.
"""

from __future__ import annotations

from collections.abc import Collection

from qcode.model.agreement_enums import DisagreementKind, Verdict
from qcode.store import merging, review_queries
from qcode.store.writer import Writer

# ---------------------------------------------------------------------- codes that are merged


def join(writer: Writer, gone: int, into: int) -> None:
    """Let decisions about ``gone`` be about ``into``; of two about the same the older stays."""
    for row in review_queries.about_code(writer.connection, gone):
        decision_id, kind, first, second = row
        codes = [into if code == gone else code for code in (first, second)]
        if codes[0] == codes[1]:
            kind = DisagreementKind.BOUNDARY.value  # of one code now, whatever the edges are
        twin = review_queries.twin(writer.connection, decision_id, codes[0], codes[1])
        if twin is None:
            writer.update(
                "decision",
                decision_id,
                kind=kind,
                first_code_id=codes[0],
                second_code_id=codes[1],
            )
        else:
            _take_in(writer, decision_id, twin)


def _take_in(writer: Writer, lost: int, kept: int) -> None:
    """Let decision ``kept`` take in what ``lost`` said, made and led to; ``lost`` goes."""
    run = writer.connection.run
    (verdict, reason), (own, said) = (
        run("SELECT verdict, reason FROM decision WHERE id = ?", (one,)).one()
        for one in (lost, kept)
    )
    joined = "\n\n".join(part for part in dict.fromkeys((said, reason)) if part)
    writer.update_if_new("decision", kept, verdict=own or verdict, reason=joined)
    ends = {"lost": lost, "kept": kept}
    if own in ("", verdict):
        run(
            "UPDATE decision_coding SET decision_id = :kept WHERE decision_id = :lost AND coding_id"
            " NOT IN (SELECT coding_id FROM decision_coding WHERE decision_id = :kept)",
            ends,
        )
    else:  # what follows from the other verdict goes with it
        made = review_queries.linked_codings(writer.connection, lost)
        single = [coding for coding, (_, links) in made.items() if links == 1]
        writer.delete("coding", single)
        merging.drop_bare_selections(writer, {made[coding][0] for coding in single})
    run("UPDATE amendment SET decision_id = :kept WHERE decision_id = :lost", ends)
    writer.delete("decision", [lost])


# ---------------------------------------------------------------------- codes that are deleted


def release(writer: Writer, gone: Collection[int]) -> None:
    """Let decisions outlive codes that are about to be deleted, where something is left of them.

    Of two codes that stood against each other the other one is left: the decision is then about
    what one coder alone has given, and says of it what it said before. What was decided for
    another code that goes is open again, and its reason stays as a note. A decision about no other
    code goes with it, as the codings do.
    """
    lost = {*gone, None}
    for code_id in gone:
        for decision_id, _, first, second in review_queries.about_code(writer.connection, code_id):
            if first not in lost or second not in lost:
                _leave_one(writer, decision_id, first not in lost)
    for decision_id, reason in review_queries.for_other_codes(writer.connection, gone):
        writer.update("decision", decision_id, verdict=Verdict.OPEN.value)
        if not reason and not review_queries.is_amended(writer.connection, decision_id):
            writer.delete("decision", [decision_id])


# What a verdict on two codes says of the one that is left, given by the first coder (True) or by
# the second: on the words that were settled then.
_OF_ONE = {
    True: {"both": "first", "union": "edit", "intersection": "edit"},
    False: {"both": "second", "union": "edit", "intersection": "edit"},
}


def _leave_one(writer: Writer, decision_id: int, is_first: bool) -> None:
    """Let a decision about two codes be about that of its first coder, or of its second, alone."""
    run = writer.connection.run
    gone = "second" if is_first else "first"
    kind = DisagreementKind.MISSED_BY_SECOND if is_first else DisagreementKind.MISSED_BY_FIRST
    first, second, verdict = run(
        "SELECT first_code_id, second_code_id, verdict FROM decision WHERE id = ?", (decision_id,)
    ).one()
    writer.update(
        "decision",
        decision_id,
        kind=kind.value,
        verdict=_OF_ONE[is_first].get(verdict, verdict),
        **{f"{gone}_code_id": None, f"{gone}_spans": review_queries.spans_json(())},
    )
    left = (first, None) if is_first else (None, second)
    twin = review_queries.twin(writer.connection, decision_id, *left)
    if twin is not None:
        _take_in(writer, max(decision_id, twin), min(decision_id, twin))
