"""What a merge does not tell who works blind.

Conflicts about the work of others in documents that one has not finished can be settled like any
other, but what they are about is not shown, neither are the names of what was deleted there.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from qcode.model.join_records import Conflict, MergeReport, Shown
from qcode.model.messages import QT_TRANSLATE_NOOP, Message
from qcode.services.joining import rules, words
from qcode.services.joining.reading import Side
from qcode.store import join_queries, visibility

if TYPE_CHECKING:
    from qcode.store.connection import Connection

HIDDEN = Message(QT_TRANSLATE_NOOP("core", "hidden while you work blind"))
NAMELESS = "…"


class Sight:
    """What who acts may see of a project: everything, or their own work and finished documents."""

    def __init__(self, connection: Connection, name: str, files: Iterable[Side]) -> None:
        """Ask a connection that is limited to the view of the coder called ``name``."""
        self.limited = visibility.hides(connection)
        self._seen: set[str] = set()
        if self.limited:
            self._seen = join_queries.seen(connection)
            me = join_queries.coder_guid(connection, name)
            for side in files:
                self._seen |= _own(side, me)

    def conflict(self, found: Conflict) -> Conflict:
        """Return a conflict as it may be shown."""
        table, row = found.key.table, found.key.row
        if not self.limited or table not in visibility.HIDING or row in self._seen:
            return found
        fields = tuple(
            replace(one, base=_hide(one.base), mine=_hide(one.mine), theirs=_hide(one.theirs))
            for one in found.fields
        )
        return replace(found, name=NAMELESS, fields=fields)

    def report(self, found: MergeReport) -> MergeReport:
        """Return a report as it may be shown."""
        if not self.limited:
            return found
        secret = {words.what(table).template for table in visibility.HIDING}
        named = tuple(
            (what, NAMELESS if what.template in secret else name) for what, name in found.deleted
        )
        return replace(found, deleted=named)


def _hide(value: Shown) -> Shown:
    return None if value is None else HIDDEN


def _own(side: Side, me: str | None) -> set[str]:
    """Return the GUIDs of one's own codings and memos in another file."""
    coder = rules.of_tables()["coder"]
    assert coder.guid is not None
    numbers = {row[0] for row in side.rows["coder"] if row[coder.guid] == me}
    found: set[str] = set()
    for table in ("coding", "memo"):
        rule = rules.of_tables()[table]
        assert rule.guid is not None
        by = rule.at("coder_id")
        found.update(row[rule.guid] for row in side.rows[table] if row[by] in numbers)
    return found
