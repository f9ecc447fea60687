"""Writing what merging made of the project: the rows that differ from those that were read.

Rows that hang on others go first, so that what takes their place finds it free; then rows are
changed and come in, table by table; what others rested on goes last, when nothing points to it any
more. Codes are put down in an order in which the tree is sound after each of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from qcode.model.enums import CodeKind
from qcode.services.joining import rules
from qcode.services.joining.state import TableState
from qcode.services.joining.turns import Aside, Changes
from qcode.store import version_queries
from qcode.store.join_queries import Row
from qcode.store.journal import Progress
from qcode.store.storing import store_texts
from qcode.store.writer import Writer

SLICE = 500  # rows between two calls of ``progress``, so that a window stays alive


class Writing:
    """One state on its way into the file. ``bodies`` are new texts by table and number."""

    def __init__(
        self,
        writer: Writer,
        changed: Mapping[str, Changes],
        bodies: Mapping[str, Mapping[int, tuple[str, str]]],
        progress: Progress,
    ) -> None:
        self._writer = writer
        self._changes = changed
        self._bodies = bodies
        self._progress = progress
        self._done = 0
        self._total = sum(
            len(one.inserted) + len(one.updated) + len(one.deleted) for one in changed.values()
        )

    def write(self) -> None:
        """Write everything; runs inside the caller's step."""
        names = list(rules.of_tables())
        goals = {
            one.target
            for rule in rules.of_tables().values()
            if rule.guid is not None
            for one in rule.references
        }
        for name in reversed(names):
            if name not in goals:
                self._delete(name)
        texts = self._texts()
        for name in names:
            if name in goals:
                self._make_room(self._changes[name])
            if name == "code":
                self._codes()
            else:
                self._put_down(self._changes[name], texts)
        for name in reversed(names):
            if name in goals:
                self._delete(name)

    def _texts(self) -> dict[str, dict[int, int]]:
        """Keep new texts and codebooks; return their numbers for those that stood for them."""
        used: dict[str, set[Any]] = defaultdict(set)
        for rule in rules.of_tables().values():
            for one in rule.references:
                if one.target in rules.TEXTS:
                    known = self._changes[rule.table]
                    rows = (*known.inserted, *known.updated)
                    used[one.target].update(row[one.at] for row in rows)
        numbers: dict[str, dict[int, int]] = {name: {} for name in rules.TEXTS}
        wanted = {
            number: text
            for number, text in self._bodies["document_text"].items()
            if number in used["document_text"]
        }
        ids = store_texts(self._writer, dict(wanted.values())) if wanted else {}
        numbers["document_text"] = {number: ids[sha256] for number, (sha256, _) in wanted.items()}
        for number, (sha256, body) in self._bodies["codebook_snapshot"].items():
            if number in used["codebook_snapshot"]:
                kept = version_queries.keep(self._writer, sha256, body)
                numbers["codebook_snapshot"][number] = kept
        return numbers

    # ------------------------------------------------------------------ tables

    def _put_down(self, known: Changes, texts: Mapping[str, Mapping[int, int]]) -> None:
        rule = known.table.rule
        numbered = [(one.at, texts[one.target]) for one in rule.references if one.target in texts]

        def ready(row: Row) -> Row:
            for at, numbers in numbered:
                row = (*row[:at], numbers.get(row[at], row[at]), *row[at + 1 :])
            return row

        for one in known.turns:
            if isinstance(one, Aside):
                self._writer.update(rule.table, one.row, **one.values)
            else:
                self._update(known.table, ready(one))
        rows = known.inserted
        at = rule.at("coder_id") if rule.table in ("merged", "memo") else -1
        who = self._writer.coder_id() if rows and at >= 0 else 0
        for start in range(0, len(rows), SLICE):
            part = [ready(row) for row in rows[start : start + SLICE]]
            if at >= 0:  # 0 stands for who merges
                part = [(*row[:at], row[at] or who, *row[at + 1 :]) for row in part]
            self._writer.insert_rows(rule.table, rule.columns, part)
            self._report(len(part))

    def _make_room(self, known: Changes) -> None:
        """Let rows that go later give their names to those that take them now."""
        table, rule = known.table, known.table.rule
        if rule.guid is None or [rule.columns[at] for at in rule.key] != ["name"]:
            return
        taken = {table.key_of(row) for row in (*known.updated, *known.inserted)}
        for row_id in known.deleted:
            if table.key_of(table.old[row_id]) in taken:
                self._writer.update(rule.table, row_id, name=str(table.old[row_id][rule.guid]))

    def _update(self, table: TableState, row: Row) -> None:
        rule, old = table.rule, table.old[row[0]]
        self._writer.update(
            rule.table,
            row[0],
            **{
                name: row[at]
                for at, name in enumerate(rule.columns)
                if row[at] != old[at] or (at in rule.key and name != "id")
            },
        )
        self._report(1)

    def _delete(self, name: str) -> None:
        known = self._changes[name]
        ids = known.deleted
        portions = [ids[start : start + SLICE] for start in range(0, len(ids), SLICE)]
        for part in _from_below(known.table, ids) if name == "code" else portions:
            self._writer.delete(known.table.rule.table, part)
            self._report(len(part))

    def _report(self, rows: int) -> None:
        if rows:
            self._done += rows
            self._progress(self._done, self._total)

    # ------------------------------------------------------------------ codes

    def _codes(self) -> None:
        """Put codes down so that each is under one that is there and of no lower kind."""
        known = self._changes["code"]
        table, rule = known.table, known.table.rule
        tree = _Tree(table)
        todo = {row[0]: row for row in (*known.updated, *known.inserted)}
        while todo:
            ready = [row for row in todo.values() if tree.takes(row)]
            if not ready:  # codes that change places: one stands free for a while
                loose = next(row for row in todo.values() if row[0] in table.old)
                self._writer.update("code", loose[0], parent_id=None)
                tree.free(loose[0])
                continue
            for row in ready:
                if not tree.takes(row):
                    continue  # one of this round came before it
                tree.put(row)
                del todo[row[0]]
                if row[0] in table.old:
                    self._update(table, row)
                else:
                    self._writer.insert_rows("code", rule.columns, [row])
                    self._report(1)


class _Tree:
    """The codes as they are in the file while they are put down one after the other."""

    def __init__(self, table: TableState) -> None:
        self._parent_at, self._kind_at = table.rule.at("parent_id"), table.rule.at("kind")
        self._parents: dict[int, int | None] = {}
        self._ranks: dict[int, int] = {}
        self._below: dict[int | None, set[int]] = defaultdict(set)
        for row in table.old.values():
            self.put(row)

    def put(self, row: Row) -> None:
        """Note a code as it is in the file now."""
        if row[0] in self._parents:
            self._below[self._parents[row[0]]].discard(row[0])
        self._parents[row[0]] = row[self._parent_at]
        self._ranks[row[0]] = CodeKind(row[self._kind_at]).rank
        self._below[row[self._parent_at]].add(row[0])

    def free(self, code: int) -> None:
        """Note that a code is under none."""
        self._below[self._parents[code]].discard(code)
        self._parents[code] = None
        self._below[None].add(code)

    def takes(self, row: Row) -> bool:
        """Whether the file takes the code as it is to be."""
        code, parent, rank = row[0], row[self._parent_at], CodeKind(row[self._kind_at]).rank
        if any(self._ranks[one] > rank for one in self._below.get(code, ())):
            return False
        if parent is None:
            return True
        if parent not in self._ranks or self._ranks[parent] < rank:
            return False
        above: int | None = parent
        while above is not None:
            if above == code:
                return False
            above = self._parents[above]
        return True


def _from_below(table: TableState, ids: Sequence[int]) -> list[list[int]]:
    """Return codes that go, those at the bottom first."""
    at = table.rule.at("parent_id")
    depths: dict[int, list[int]] = defaultdict(list)
    for code in ids:
        depth, above = 0, table.old[code][at]
        while above is not None:
            depth, above = depth + 1, table.old[above][at]
        depths[depth].append(code)
    return [depths[depth] for depth in sorted(depths, reverse=True)]
