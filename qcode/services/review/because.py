"""What a disagreement leads to in the codebook, inside a step that is already open.

Each change is kept as an amendment of the decision that it hangs on (its id).
"""

from __future__ import annotations

from qcode.model.records import Code
from qcode.services import code_editing, code_rules
from qcode.store import queries, review_queries
from qcode.store.writer import Writer


def rewritten(writer: Writer, decision_id: int, code_id: int, field: str, text: str) -> bool:
    """Write a text of a code's entry; tell whether the step has written anything on the whole.

    Going on with the same field in the same step is one amendment; back at the text of the
    beginning it is none. Raises ``QcodeError`` when the code is gone.
    """
    code = code_rules.present(queries.code(writer.connection, code_id))
    before, after = str(getattr(code, field)), code_rules.clean(text)
    if before == after:
        return False
    code_editing.fill(writer, code_id, {field: text})
    going_on = review_queries.amendment_of_step(writer.connection, decision_id, code.guid, field)
    if going_on is None:
        note(writer, decision_id, code, field, before, after)
    elif going_on[1] == after:
        writer.delete("amendment", [going_on[0]])
        return False
    else:
        writer.update("amendment", going_on[0], after=after)
    return True


def added_to_use(writer: Writer, decision_id: int, code_id: int, reason: str) -> None:
    """Write a reason below what is said of when to use a code; not twice."""
    said = code_rules.present(queries.code(writer.connection, code_id)).use_when
    if reason not in said.splitlines():
        text = f"{said}\n{reason}" if said.strip() else reason
        rewritten(writer, decision_id, code_id, "use_when", text)


def note(writer: Writer, decision_id: int, code: Code, field: str, before: str, after: str) -> None:
    """Keep that something was changed; ``field`` and the texts as in ``review.Amendment``."""
    writer.insert(
        "amendment",
        decision_id=decision_id,
        code_guid=code.guid,
        code_name=code.name,
        field=str(field),
        before=before,
        after=after,
        coder_id=writer.coder_id(),
    )
