"""What a finished change tells the world."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from qcode.model.messages import Message


@dataclass(frozen=True, slots=True)
class ChangeSet:
    """Which rows a committed step touched.

    ``touched`` maps a table's name to the ids of its rows that were inserted, updated or deleted
    (an id that no longer exists was deleted). ``kind`` is ``do``, ``undo`` or ``redo``.
    ``initiator`` is the object that asked for the change and may skip its own refresh.
    """

    label: Message
    touched: Mapping[str, frozenset[int]]
    kind: str = "do"
    initiator: object | None = None

    def ids(self, table: str) -> frozenset[int]:
        """Ids touched in ``table``, empty where there are none."""
        return self.touched.get(table, frozenset())

    def touches(self, *tables: str) -> bool:
        """Whether any row of any of ``tables`` was touched."""
        return any(map(self.touched.get, tables))
