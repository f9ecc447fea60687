"""The project in memory while it is merged: rows by id, found by GUID and by what they tie.

Nothing is written to the file from here; ``writing`` compares the state with what was read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from operator import itemgetter

from qcode.services.joining import rules
from qcode.services.joining.reading import Side
from qcode.services.joining.rules import PASSAGES, Rule
from qcode.store.join_queries import Row


class TableState:
    """The rows of one table as they are now, and as they were read (``old``, never changed)."""

    def __init__(self, rule: Rule, old: dict[int, Row], next_id: int) -> None:
        self.rule = rule
        self.old = old
        self.rows = dict(old)
        self.next_id = max(next_id, max(old, default=0) + 1)
        self.changed: set[int] = set()
        self._key = itemgetter(*(rule.key or (0,)))  # a row without a key is like no other
        self._guids: dict[str, int] | None = None
        self._keys: dict[object, int] | None = None
        self._gone_guids: dict[str, int] = {}  # of rows that the file still has
        self._gone_keys: dict[object, int] = {}

    def copy(self) -> TableState:
        """Return a state that can be changed without changing this one."""
        made = TableState(self.rule, self.old, self.next_id)
        made.rows = dict(self.rows)
        made.changed = set(self.changed)
        made._gone_guids = dict(self._gone_guids)
        made._gone_keys = dict(self._gone_keys)
        return made

    def by_guid(self, guid: str) -> int | None:
        """Return the id of the row with a GUID."""
        if self._guids is None:
            at = self.rule.guid
            assert at is not None
            self._guids = {row[at]: row_id for row_id, row in self.rows.items()}
        return self._guids.get(guid)

    def by_key(self, row: Row) -> int | None:
        """Return the id of the row that is known by the same things as ``row``."""
        if self._keys is None:
            self._keys = {self.key_of(one): row_id for row_id, one in self.rows.items()}
        return self._keys.get(self.key_of(row))

    def key_of(self, row: Row) -> object:
        """Return what a row is known by; where the key is empty, the row is like no other."""
        key = self._key(row)
        return key if key or self.rule.key_counts else (None, row[0])

    def take_id(self) -> int:
        """Return an id that no row has had."""
        self.next_id += 1
        return self.next_id - 1

    def id_for(self, row: Row) -> int:
        """Return the id for a row that comes in.

        What one file deleted and a later one brings back takes its own place in the project: it is
        still there when this is written.
        """
        found = None
        if self.rule.guid is not None:
            found = self._gone_guids.get(row[self.rule.guid])
            if found is None and self.rule.key:
                found = self._gone_keys.get(self.key_of(row))
        return self.take_id() if found is None else found

    def insert(self, row: Row) -> None:
        """Add a row under its id."""
        self.rows[row[0]] = row
        if row[0] in self.old:
            self.changed.add(row[0])
            self._note(self.old[row[0]], gone=False)
        if self._guids is not None and self.rule.guid is not None:
            self._guids[row[self.rule.guid]] = row[0]
        if self._keys is not None:
            self._keys[self.key_of(row)] = row[0]

    def update(self, row: Row) -> None:
        """Put a row in the place of the one with its id."""
        before = self.rows[row[0]]
        self.rows[row[0]] = row
        self.changed.add(row[0])
        if self._keys is not None and (key := self.key_of(before)) != self.key_of(row):
            if self._keys.get(key) == row[0]:
                del self._keys[key]
            self._keys.setdefault(self.key_of(row), row[0])

    def remove(self, row_id: int) -> None:
        """Take a row out."""
        row = self.rows.pop(row_id, None)
        if row is None:
            return
        if row_id in self.old:
            self._note(self.old[row_id], gone=True)
        if self._guids is not None and self.rule.guid is not None:
            self._guids.pop(row[self.rule.guid], None)
        if self._keys is not None and self._keys.get(self.key_of(row)) == row_id:
            del self._keys[self.key_of(row)]

    def _note(self, row: Row, *, gone: bool) -> None:
        """Note that a row of the file is gone, or there again."""
        if self.rule.guid is None:
            return
        if gone:
            self._gone_guids[row[self.rule.guid]] = row[0]
            self._gone_keys[self.key_of(row)] = row[0]
            return
        self._gone_guids.pop(row[self.rule.guid], None)
        self._gone_keys.pop(self.key_of(row), None)

    # ------------------------------------------------------------------ what became of it

    def inserted(self) -> list[Row]:
        """Return rows that are new, in order of their ids."""
        return [self.rows[one] for one in sorted(self.rows.keys() - self.old.keys())]

    def deleted(self) -> list[int]:
        """Return the ids of rows that are gone."""
        return sorted(self.old.keys() - self.rows.keys())

    def updated(self) -> list[Row]:
        """Return rows that were there and differ now."""
        return [
            row
            for one in sorted(self.changed)
            if one in self.old and (row := self.rows.get(one)) is not None and row != self.old[one]
        ]


class State:
    """All tables of the project in memory."""

    def __init__(self, tables: dict[str, TableState]) -> None:
        self.tables = tables

    @classmethod
    def of(cls, side: Side) -> State:
        """Begin with what was read."""
        return cls(
            {
                name: TableState(
                    rule, {row[0]: row for row in side.rows[name]}, side.next_ids.get(name, 1)
                )
                for name, rule in rules.of_tables().items()
            }
        )

    def copy(self) -> State:
        """Return a state that can be changed without changing this one."""
        return State({name: table.copy() for name, table in self.tables.items()})

    def __getitem__(self, table: str) -> TableState:
        return self.tables[table]

    def resting(self, table: str, ids: Iterable[int]) -> Iterator[tuple[str, int, int]]:
        """Yield table, id and goal of the rows that point to rows of ``table``."""
        wanted = set(ids)
        for rule, at in rules.referring(table):
            for row_id, row in self.tables[rule.table].rows.items():
                if row[at] in wanted:
                    yield rule.table, row_id, row[at]

    def bare_passages(self, among: Iterable[int]) -> list[int]:
        """Return those passages that carry no coding, no memo and no relation."""
        used: set[int] = set()
        for name in ("coding", "memo_link", "relation_passage"):
            table = self.tables[name]
            at = table.rule.at("selection_id")
            used.update(row[at] for row in table.rows.values() if row[at] is not None)
        return [one for one in among if one in self.tables[PASSAGES].rows and one not in used]
