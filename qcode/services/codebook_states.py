"""The codebook at one time: taken from the project, kept as JSON, read again, made printable.

The JSON is canonical (sorted keys, no white space), so that the same codebook with the same counts
is the same text and is kept once, known by its SHA-256.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from dataclasses import asdict, replace
from typing import Any, NamedTuple

from qcode.model.enums import KIND_ORDER, CodeKind
from qcode.model.report import Codebook, CodeEntry
from qcode.model.versions import CodebookState, StateCounts, VersionCode
from qcode.services import code_reading
from qcode.services.project import Project
from qcode.store import passage_queries, queries, visibility
from qcode.store.connection import Connection

FORMAT = 1  # of the JSON; a later program reads the earlier ones
EMPTY = CodebookState((), (), StateCounts({}, 0, 0, 0))


class Snapshot(NamedTuple):
    """A state of the codebook as it is kept."""

    sha256: str
    body: str


def take(project: Project) -> Snapshot:
    """Take the codebook as it is now; it may be done in a worker and kept afterwards.

    Counts are those of all coders, also in a project that is coded blind: who may not see them is
    not shown them later.
    """
    with project.read_all() as connection:
        return taken(connection)


def taken(connection: Connection) -> Snapshot:
    """Like ``take``, inside a reading or a step that is already open."""
    state = of(connection)
    body = json.dumps(
        {
            "format": FORMAT,
            "counts": _counts_json(state.counts),
            "coders": state.coders,
            "codes": [asdict(code) for code in state.codes],
        },
        ensure_ascii=False,
        sort_keys=True,
        separators=(",", ":"),
    )
    return Snapshot(hashlib.sha256(body.encode("utf-8", "surrogatepass")).hexdigest(), body)


def of(connection: Connection) -> CodebookState:
    """Return the codebook as it is now, counted as far as the connection sees."""
    tree = code_reading.tree_of(connection)
    documents = code_reading.documents_below(tree, passage_queries.code_documents(connection))
    guids = {code.id: code.guid for code in tree}
    totals = queries.totals(connection)
    codes = tuple(
        VersionCode(
            guid=code.guid,
            name=code.name,
            kind=code.kind,
            parent="" if code.parent_id is None else guids[code.parent_id],
            position=code.position,
            number=code.number,
            color=code.color,
            **{key: getattr(code, key) for key in code_reading.TEXT_FIELDS},
            own_passages=code.passages,
            passages=code.subtree_passages,
            documents=documents[code.id],
        )
        for code in tree
    )
    counts = StateCounts(
        Counter(code.kind for code in tree),
        totals["documents"],
        passage_queries.coded_passages(connection),
        totals["codings"],
    )
    return CodebookState(codes, tuple(one.name for one in queries.coders(connection)), counts)


def read(connection: Connection, body: str) -> CodebookState:
    """Return a state that was kept, without counts where work is hidden from who looks."""
    kept = json.loads(body)
    codes = tuple(VersionCode(**{**one, "kind": CodeKind(one["kind"])}) for one in kept["codes"])
    if visibility.hides(connection):
        codes = tuple(
            replace(code, own_passages=None, passages=None, documents=None) for code in codes
        )
    return CodebookState(codes, tuple(kept["coders"]), counts_of(connection, kept["counts"]))


def shown(connection: Connection, state: CodebookState) -> CodebookState:
    """Return the present state as it stands beside a kept one, which may have no counts."""
    if not visibility.hides(connection):
        return state
    return CodebookState(
        tuple(
            replace(code, own_passages=None, passages=None, documents=None) for code in state.codes
        ),
        state.coders,
        replace(state.counts, passages=None, codings=None),
    )


def counts_of(connection: Connection, kept: dict[str, Any]) -> StateCounts:
    """Return counts that were kept, without those that tell of hidden work."""
    hidden = visibility.hides(connection)
    return StateCounts(
        {kind: kept["kinds"][kind.value] for kind in KIND_ORDER if kind.value in kept["kinds"]},
        kept["documents"],
        None if hidden else kept["passages"],
        None if hidden else kept["codings"],
    )


def _counts_json(counts: StateCounts) -> dict[str, Any]:
    return {
        "kinds": {kind.value: count for kind, count in counts.kinds.items()},
        "documents": counts.documents,
        "passages": counts.passages,
        "codings": counts.codings,
    }


def printable(state: CodebookState, *, project: str, date: str) -> Codebook:
    """Return a state as exports print it; ``date`` is an ISO 8601 day.

    Counts must be known.
    """
    by_guid = {code.guid: code for code in state.codes}
    depths: dict[str, int] = {}
    paths: dict[str, str] = {}
    entries = []
    for code in state.codes:
        above = by_guid.get(code.parent)
        depths[code.guid] = depths[above.guid] + 1 if above else 0
        paths[code.guid] = f"{paths[above.guid]} > {code.name}" if above else code.name
        entries.append(
            CodeEntry(
                guid=code.guid,
                name=code.name,
                path=paths[code.guid],
                number=code.number,
                kind=code.kind,
                depth=depths[code.guid],
                parent=above.title if above else "",
                color=code.color,
                definition=code.definition,
                use_when=code.use_when,
                not_when=code.not_when,
                typical=code.typical,
                boundary=code.boundary,
                own_passages=code.own_passages or 0,
                passages=code.passages or 0,
                documents=code.documents or 0,
                quoted=(),
            )
        )
    return Codebook(
        project=project,
        date=date,
        coders=state.coders,
        documents=state.counts.documents,
        passages=state.counts.passages or 0,
        entries=tuple(entries),
    )
