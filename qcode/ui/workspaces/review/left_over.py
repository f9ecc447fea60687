"""Decisions about codings that have changed since: no rows any more, and not forgotten either."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qcode.ui.shell.i18n import joined, translated

if TYPE_CHECKING:
    from qcode.services.review.disagreements import Disagreements


def left_over(found: Disagreements) -> list[str]:
    """Return a line for each: document, codes, what was decided, and why."""
    if not found.stale:
        return []
    gathered = found.gathered
    documents = {one.id: one.title for one in gathered.documents}
    codes = {one.id: one.title for one in gathered.codes}
    coders = {one.id: one.name for one in gathered.coders}
    lines = []
    for about, decided in found.left_over():
        verdict = translated(decided.verdict.label.template).format(
            first=coders.get(about.first_id, ""), second=coders.get(about.second_id, "")
        )
        named = " / ".join(codes.get(one, "") for one in about.code_ids)
        facts = (documents.get(about.document_id, ""), named, verdict, decided.reason)
        lines.append(joined(facts, "facts"))
    return lines
