"""The published and independently computed cases, and the names that they go by here."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from qcode.analysis.agreement.spans import Ints, Spans, of_rows

_FILE = Path(__file__).parents[2] / "data" / "agreement" / "reference_cases.json"

NAMES = {
    "pa": "percent",
    "percent": "percent",
    "dice": "dice",
    "jaccard": "jaccard",
    "cohen": "cohen_kappa",
    "scott": "scott_pi",
    "fleiss": "fleiss_kappa",
    "fleiss_missing": "fleiss_kappa",
    "conger": "conger_kappa",
    "bp": "brennan_prediger",
    "ac1": "gwet_ac1",
    "alpha": "krippendorff_alpha",
    "alpha_nominal": "krippendorff_alpha",
}


def cases(*kinds: str) -> list[dict[str, Any]]:
    """Return the cases whose data are of these kinds."""
    listed = json.loads(_FILE.read_text("utf-8"))["cases"]
    return [case for case in listed if case["data"]["kind"] in kinds]


def values(expected: dict[str, Any]) -> Iterator[tuple[str, float | None]]:
    """Yield the coefficient and its value (None: undefined) of all that are ours."""
    for key, value in expected.items():
        if key in NAMES:
            yield NAMES[key], value["value"] if isinstance(value, dict) else value


def ratings(case: dict[str, Any]) -> tuple[Ints, int]:
    """Return a table of ratings (units, coders) and the number of values on offer."""
    data = case["data"]
    offered = data["categories"]
    if data["kind"] == "contingency_table":
        rows = [
            (one, other)
            for one, row in enumerate(data["table"])
            for other, times in enumerate(row)
            for _ in range(times)
        ]
    else:
        rows = [
            [-1 if value is None else offered.index(value) for value in row]
            for row in data["ratings"]
        ]
    return np.array(rows, dtype=np.int64), len(offered)


class Coded(NamedTuple):
    """A case of spans: everything as places from 0."""

    spans: Spans
    lengths: Ints
    coders: list[str]
    codes: list[str]
    documents: list[str]
    assigned: list[set[int]]  # the coders of each document


def coded(case: dict[str, Any]) -> Coded:
    """Return a case of spans."""
    data = case["data"]
    documents, coders, codes = list(data["documents"]), data["coders"], data["codes"]
    spans = of_rows(
        [
            (
                documents.index(one["document"]),
                codes.index(one["code"]),
                coders.index(one["coder"]),
                one["start"],
                one["end"],
            )
            for one in data["codings"]
        ]
    )
    lengths = np.array([data["documents"][name]["length"] for name in documents], dtype=np.int64)
    assigned = [
        {place for place, coder in enumerate(coders) if name in data["coder_documents"][coder]}
        for name in documents
    ]
    return Coded(spans, lengths, coders, codes, documents, assigned)
