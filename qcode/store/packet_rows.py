"""The rows of a packet: chosen of one project, put under new numbers into a file of their own.

A row goes in when its table is among those chosen, its condition holds, and everything that it
points to went in. GUIDs stay, so that the work finds its way back. Numbers do not: gaps between
them would tell how much was left out. The file is written afresh, so neither its journal nor its
free pages hold anything else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any, cast

from qcode.model.enums import WorkStatus
from qcode.model.table_names import TableName
from qcode.store import queries, visibility
from qcode.store.connection import Connection
from qcode.store.failures import explained
from qcode.store.journal import Progress
from qcode.store.lock import WriteLock
from qcode.store.opening import new_file
from qcode.store.store import Store
from qcode.store.writer import Writer

PACKET_OF = "packet_of"  # key of the setting: GUID of the project that the packet was taken from
PACKET_BASE = "packet_base"  # GUID of the newest step that this project had then

SLICE = 1_000  # rows that are read at once

_DOCUMENTS = "(SELECT value FROM json_each(:documents))"
_TEXT_DOCUMENTS = (  # of each memo's links to documents and passages: (memo, document)
    "SELECT l.memo_id, coalesce(l.document_id, s.document_id) AS document_id"
    " FROM main.memo_link AS l LEFT JOIN main.selection AS s ON s.id = l.selection_id"
    " WHERE coalesce(l.document_id, s.document_id) IS NOT NULL"
)
_MEMO = (  # on nothing of a text, or on a document that goes in
    f"(id NOT IN (SELECT memo_id FROM ({_TEXT_DOCUMENTS})) OR id IN"
    f" (SELECT memo_id FROM ({_TEXT_DOCUMENTS}) WHERE document_id IN {_DOCUMENTS}))"
)
_NO_SETTINGS = f"key NOT IN ('{PACKET_OF}', '{PACKET_BASE}'"
_CODINGS = "SELECT selection_id FROM main.coding"
_NOTED = (
    "SELECT l.selection_id FROM main.memo_link AS l JOIN main.memo AS m ON m.id = l.memo_id"
    " WHERE l.selection_id IS NOT NULL"
)

# Conditions by table, in the order of the tables; a table that is not named stays out.
_WHOLE: Mapping[str, str] = {
    "setting": f"{_NO_SETTINGS})",
    "document": f"id IN {_DOCUMENTS}",
    "selection": f"id IN ({_CODINGS} UNION {_NOTED} UNION"
    " SELECT selection_id FROM main.relation_passage)",
    "memo": _MEMO,
    "work": f"NOT (coder_id = :me AND status = '{WorkStatus.UNASSIGNED.value}')",
} | dict.fromkeys(
    (
        *("project", "coder", "document_group", "variable", "variable_value", "code", "coding"),
        *("memo_link", "held_out", "code_property", "property_place", "paradigm"),
        *("paradigm_slot", "relation_type", "relation", "relation_passage", "memo_model_link"),
        *("stage", "stage_code", "diagram_place", "storyline", "code_event"),
        *("codebook_version", "coder_part", "decision", "decision_coding", "amendment"),
    ),
    "1",
)
_BLIND: Mapping[str, str] = {
    "project": "1",
    "setting": f"{_NO_SETTINGS}, '{visibility.BLIND}')",
    # Who codes a second time is known as that person's second self, also in the packet.
    "coder": "id = :me OR id IN (SELECT of_id FROM main.coder_part WHERE coder_id = :me)",
    "document_group": "1",
    "document": f"id IN {_DOCUMENTS}",
    "variable": "1",
    "variable_value": "1",
    "code": "1",
    "selection": f"id IN ({_CODINGS} WHERE coder_id = :me UNION {_NOTED} AND m.coder_id = :me)",
    "coding": "coder_id = :me",
    # A memo that is on parts of the model alone would be one on nothing.
    "memo": f"coder_id = :me AND {_MEMO} AND (id IN (SELECT memo_id FROM main.memo_link)"
    " OR id NOT IN (SELECT memo_id FROM main.memo_model_link))",
    "memo_link": "1",
    "work": f"coder_id = :me AND status <> '{WorkStatus.UNASSIGNED.value}'",
    "code_property": "1",
    "property_place": "coder_id = :me",
    "coder_part": "coder_id = :me",
}
# What goes in when who hands out works blind: what they see themselves, and this coder's
# own work. Nobody gets at what is hidden from them by asking for a packet.
_OWN = "coder_id = :me"
_OWN_MEMO = f"memo_id IN (SELECT id FROM main.memo WHERE {_OWN})"
_OWN_TOO = dict.fromkeys(("coding", "memo", "property_place"), _OWN) | dict.fromkeys(
    ("memo_link", "memo_model_link"), _OWN_MEMO
)
_SEEN: Mapping[str, str] = {
    table: f"id IN (SELECT id FROM temp.{table}) OR {_OWN_TOO.get(table, 0)}"
    for table in visibility.HIDING
} | {
    "selection": "id IN (SELECT selection_id FROM temp.coding UNION SELECT selection_id FROM"
    " temp.memo_link WHERE selection_id IS NOT NULL UNION SELECT selection_id FROM"
    f" temp.relation_passage UNION {_CODINGS} WHERE {_OWN} UNION {_NOTED} AND m.{_OWN})",
}
# A passage may be older than what this coder did with it: then somebody else was there before. The
# plus keeps SQLite from going through all that a coder did, for each passage anew.
_FIRST_CODED = (
    "(SELECT min(c.created) FROM main.coding AS c"
    " WHERE c.selection_id = selection.id AND +c.coder_id = :me)"
)
_FIRST_NOTED = (
    "(SELECT min(m.created) FROM main.memo_link AS l CROSS JOIN main.memo AS m"
    " ON m.id = l.memo_id WHERE l.selection_id = selection.id AND +m.coder_id = :me)"
)
_BLIND_VALUES: Mapping[tuple[str, str], str] = {
    ("selection", "created"): f"min(coalesce({_FIRST_CODED}, {_FIRST_NOTED}),"
    f" coalesce({_FIRST_NOTED}, {_FIRST_CODED}))"
}


@dataclass(frozen=True, slots=True)
class Choice:
    """What goes into a packet.

    ``file`` is the project that it is taken from, ``documents`` are ids there; ``coder`` and
    ``guid`` name whose packet it is, ``coder_id`` is their number, 0 where they have none yet.
    """

    file: Path
    documents: tuple[int, ...]
    coder: str
    guid: str
    coder_id: int
    blind: bool


def written(path: Path, begin: Callable[[Store], None]) -> None:
    """Make a project file at ``path`` by ``begin`` without opening it.

    Raises ``QcodeError`` when it exists or cannot be made; then nothing is left behind.
    """
    # Nobody else knows of the draft, so its lock need not be taken.
    with new_file(path) as draft, closing(Store(path, draft, WriteLock(draft))) as store:
        begin(store)


def fill(source: Connection, writer: Writer, choice: Choice, progress: Progress) -> dict[str, int]:
    """Copy what was chosen into an empty file; return how many rows each table got.

    Of what is hidden on ``source`` only the coder's own work goes in.
    """
    from qcode.model.tables import JOURNALED, table_of

    writer.connection.run("PRAGMA defer_foreign_keys=ON")  # a code may be older than its parent
    chosen = _BLIND if choice.blind else _WHOLE
    values = {"documents": queries.ids_json(choice.documents)[0], "me": choice.coder_id}
    copy = _Copy(source, writer, choice, values)
    copy.texts()
    if "codebook_version" in chosen:
        copy.snapshots()
    tables = [table for model in JOURNALED if (table := table_of(model)).name in chosen]
    for done, table in enumerate(tables, 1):
        columns = [column.name for column in table.columns if column.name != "id"]
        targets = [
            next((key.column.table.name for key in table.columns[name].foreign_keys), None)
            for name in columns
        ]
        copy.rows(table.name, columns, targets, chosen[table.name])
        progress(done, len(tables))
    copy.hand_over()
    return {name: len(found) for name, found in copy.numbers.items()}


class _Copy:
    """One packet on its way: ``numbers`` has table → number of a row there → its number here."""

    def __init__(
        self, source: Connection, writer: Writer, choice: Choice, values: dict[str, Any]
    ) -> None:
        self._source = source
        self._writer = writer
        self._choice = choice
        self._values = values
        self.numbers: dict[str, dict[int, int]] = {}

    def texts(self) -> None:
        """Copy the texts, one at a time."""
        found = self._read(
            "SELECT id, sha256, body FROM main.document_text WHERE id IN"
            f" (SELECT text_id FROM main.document WHERE id IN {_DOCUMENTS}) ORDER BY id",
            slice_=1,
        )
        self._unjournaled("document_text", found)

    def snapshots(self) -> None:
        """Copy the codebooks that named versions keep."""
        found = self._read(
            "SELECT id, sha256, body FROM main.codebook_snapshot WHERE id IN"
            " (SELECT snapshot_id FROM main.codebook_version) ORDER BY id"
        )
        self._unjournaled("codebook_snapshot", found)

    def _unjournaled(self, table: str, found: Iterator[tuple[Any, ...]]) -> None:
        numbers = self.numbers[table] = {}
        for old, sha256, body in found:
            numbers[old] = len(numbers) + 1
            self._writer.connection.run(
                f'INSERT INTO "{table}" (id, sha256, body) VALUES (?, ?, ?)',
                (numbers[old], sha256, body),
            )

    def rows(
        self, table: str, columns: list[str], targets: list[str | None], condition: str
    ) -> None:
        """Copy the rows of a table that meet ``condition`` and point to nothing that stayed out.

        ``targets`` has the table that each column points to, None for a plain value.
        """
        special = _BLIND_VALUES if self._choice.blind else {}
        if not self._choice.blind and self._source.limit is not None:
            condition = f"({condition}) AND ({_SEEN.get(table, '1')})"
        wanted = ", ".join(special.get((table, name), f'"{name}"') for name in columns)
        kept = list(
            self._read(f'SELECT id, {wanted} FROM main."{table}" WHERE {condition} ORDER BY id')
        )
        links = [(place, target) for place, target in enumerate(targets, 1) if target is not None]
        for place, target in links:
            if target != table:
                there = self.numbers[target]
                kept = [row for row in kept if row[place] is None or row[place] in there]
        self.numbers[table] = {row[0]: new for new, row in enumerate(kept, 1)}
        if not kept:
            return
        # By columns: nearly all of them are taken over as they are.
        values: list[Any] = list(zip(*kept, strict=True))
        values[0] = range(1, len(kept) + 1)
        for place, target in links:
            known = self.numbers[target]
            values[place] = [None if old is None else known[old] for old in values[place]]
        rows = list(zip(*values, strict=True))
        self._writer.insert_rows(cast("TableName", table), ["id", *columns], rows)

    def hand_over(self) -> None:
        """Let the packet be its coder's, with every document given to them, and know its origin."""
        choice, writer, numbers = self._choice, self._writer, self.numbers
        me = numbers["coder"].get(choice.coder_id)
        if me is None:
            me = writer.insert("coder", guid=choice.guid, name=choice.coder)
        given = set(
            writer.connection.run("SELECT document_id FROM work WHERE coder_id = ?", (me,)).column()
        )
        writer.insert_rows(
            "work",
            ("document_id", "coder_id", "status"),
            [
                (document, me, WorkStatus.OPEN.value)
                for document in numbers["document"].values()
                if document not in given
            ],
        )
        (origin,) = self._read("SELECT guid FROM main.project")
        (base,) = self._read("SELECT guid FROM main.step ORDER BY id DESC LIMIT 1")
        settings = {PACKET_OF: origin[0], PACKET_BASE: base[0]}
        if choice.blind:
            settings[visibility.BLIND] = visibility.ON
        for key, value in settings.items():
            writer.insert("setting", key=key, value=value)

    def _read(self, statement: str, slice_: int = SLICE) -> Iterator[tuple[Any, ...]]:
        """Ask the project; what is wrong with it is not said of the packet's file."""
        with explained(self._choice.file):
            rows = iter(self._source.run(statement, self._values))
        while True:
            with explained(self._choice.file):
                some = list(islice(rows, slice_))
            if not some:
                return
            yield from some
