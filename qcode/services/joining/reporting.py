"""What came in, told by comparing the project before and after."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from qcode.model.join_records import MergeReport, Refused, TableCount
from qcode.model.messages import Message
from qcode.services.joining import rules, words
from qcode.services.joining.rules import PASSAGES
from qcode.services.joining.state import State
from qcode.services.joining.words import Namer
from qcode.store.join_queries import Row

# Come and go with other things, or tell of merging itself.
_UNTOLD = frozenset({PASSAGES, "merged"})
_NAMED = frozenset(
    {
        *("document", "document_group", "variable", "code", "memo", "paradigm", "stage"),
        *("code_property", "codebook_version", "agreement_round", "relation"),
    }
)


def report(
    state: State,
    before: Mapping[str, Mapping[int, Row]],
    files: Iterable[Path],
    namer: Namer,
    refused: Iterable[Refused],
    notes: Iterable[Message],
) -> MergeReport:
    """Compare ``state`` with the rows that were ``before``, by table and number."""
    counts: list[TableCount] = []
    deleted: list[tuple[Message, str]] = []
    for name, rule in rules.of_tables().items():
        old, rows = before[name], state[name].rows
        if name in _UNTOLD or rows == old:
            continue
        gone = sorted(old.keys() - rows.keys())
        count = TableCount(
            name,
            words.what(name),
            added=len(rows.keys() - old.keys()),
            changed=sum(
                1
                for one in state[name].changed
                if one in old and one in rows and rows[one] != old[one]
            ),
            deleted=len(gone),
        )
        if count.added or count.changed or count.deleted:
            counts.append(count)
        if name in _NAMED:
            deleted += [(words.what(name), namer.name(rule, old[one])) for one in gone]
    return MergeReport(
        files=tuple(files),
        counts=tuple(counts),
        documents=_names(state, before, "document"),
        codes=_names(state, before, "code"),
        deleted=tuple(deleted),
        refused=tuple(refused),
        notes=tuple(_once(notes)),
    )


def _names(state: State, before: Mapping[str, Mapping[int, Row]], name: str) -> tuple[str, ...]:
    table = state[name]
    at = table.rule.at("name")
    came = sorted(table.rows.keys() - before[name].keys())
    return tuple(table.rows[one][at] for one in came)


def _once(notes: Iterable[Message]) -> list[Message]:
    found: dict[str, Message] = {}
    for note in notes:
        found.setdefault(str(note), note)
    return list(found.values())
