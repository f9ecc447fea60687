"""What codes rest on: distinct passages and documents, counted as the code tree counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping

from qcode.analysis.tree import subtree
from qcode.model.theory_records import Evidence
from qcode.services import code_reading
from qcode.services.project import Project
from qcode.store import passage_queries, theory_queries

FEW = 0.3  # share of all codings below which those of single codes are looked up one by one


def of_codes(project: Project, code_ids: Collection[int]) -> dict[int, Evidence]:
    """Return code id → distinct passages and documents of the code and all below it."""
    return of_groups(project, {code_id: (code_id,) for code_id in code_ids})


def of_groups(project: Project, groups: Mapping[int, Iterable[int]]) -> dict[int, Evidence]:
    """Return key → distinct passages and documents of all codes of its group and all below them.

    A code that no longer exists rests on nothing. With a hundred thousand codings most of the time
    goes into the documents; a window asks for them in a worker.
    """
    parents = {code.id: code.parent_id for code in code_reading.tree(project, counts=False)}
    whole = {
        key: set[int]().union(*(subtree(code_id, parents) for code_id in codes))
        for key, codes in groups.items()
    }
    wanted = set[int]().union(*whole.values())
    with project.read() as connection:
        own = passage_queries.own_passages(connection)
        few = sum(own.get(code, 0) for code in wanted) < FEW * sum(own.values())
        shared = passage_queries.shared_passages(connection)
        documents = (
            theory_queries.documents_by_code(connection, wanted)
            if few
            else theory_queries.all_documents_by_code(connection)
        )
    too_often = _too_often(whole, shared)
    return {
        key: Evidence(
            sum(own.get(code, 0) for code in codes) - too_often[key],
            len(set[int]().union(*(documents.get(code, ()) for code in codes))),
        )
        for key, codes in whole.items()
    }


def _too_often(groups: Mapping[int, set[int]], shared: Iterable[Iterable[int]]) -> Counter[int]:
    """Return key → how often passages with several codes of its group count beyond once.

    ``shared`` gives the codes of each passage that has several, each code once.
    """
    keys: dict[int, list[int]] = {}
    for key, codes in groups.items():
        for code in codes:
            keys.setdefault(code, []).append(key)
    found: Counter[int] = Counter()
    ways = Counter(tuple(code for code in codes if code in keys) for codes in shared)
    for together, times in ways.items():
        if len(together) > 1:
            for key, often in Counter(key for code in together for key in keys[code]).items():
                found[key] += (often - 1) * times
    return found
