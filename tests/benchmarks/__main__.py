"""``python -m tests.benchmarks [--json] [NAME…]``: figure, baseline of the same run, ratio.

Times of one machine say little and its speed drifts, so each benchmark measures a baseline of the
same kind in turn with its own work and the ratio of the medians is what counts. Nothing is
asserted here; ``target`` is the ratio that the project has set itself. ``longest_gap`` has no
baseline: its target is the time for which a step may hold the window.
"""

from __future__ import annotations

import argparse
import importlib
import json
import os
import statistics
import sys
import tempfile
from collections.abc import Iterator
from typing import Any

from tests.benchmarks.row import Gap, Row

NAMES = (
    "startup",
    "startup_project",
    "open_project",
    "import_ris",
    "codebook_docx",
    "tables_docx",
    "open_document",
    "scroll_frame",
    "apply_code",
    "undo_step",
    "merge_codes",
    "saturation",
    "agreement",
    "merge",
    "review_list",
    "palette_key",
    "board",
    "diagram",
    "long_paragraph",
    "memory",
    "longest_gap",
)


def measured(name: str) -> Iterator[tuple[str, dict[str, Any], str]]:
    """Run a benchmark; yield name, figures and line of each of its rows."""
    module = importlib.import_module(f"tests.benchmarks.{name}")
    found = module.run()
    rows = found if isinstance(found, list) else [Row("", *found)]
    for row in rows:
        whole = f"{name}.{row.name.replace(' ', '_')}" if row.name else name
        if isinstance(row, Gap):
            yield whole, *_gap(whole, row, module.TARGET)
        else:
            yield whole, *_ratio(whole, row, module.TARGET)
    if gaps := [gap for row in rows if isinstance(row, Gap) for gap in row.gaps]:
        yield name, *_gap(name, Gap("", gaps), module.TARGET)


def _ratio(name: str, row: Row, target: float) -> tuple[dict[str, Any], str]:
    figure, baseline = statistics.median(row.figures), statistics.median(row.baselines)
    ratio, n = figure / baseline, len(row.figures)
    unit = row.unit.lower()
    figures = {
        f"figure_{unit}": round(figure, 2),
        f"baseline_{unit}": round(baseline, 2),
        "ratio": round(ratio, 3),
        "target": target,
        "n": n,
    }
    return figures, (
        f"{name:22} {figure:9.1f} {row.unit}   baseline {baseline:8.1f} {row.unit}"
        f"   ratio {ratio:6.3f}   target {target:g}   n={n}"
    )


def _gap(name: str, gap: Gap, target: float) -> tuple[dict[str, Any], str]:
    longest = max(passed for passed, _ in gap.gaps)
    worked = max(worked for _, worked in gap.gaps)
    usual = statistics.median(passed for passed, _ in gap.gaps)
    usual_work, n = statistics.median(worked for _, worked in gap.gaps), len(gap.gaps)
    figures = {
        "longest_ms": round(longest, 2),
        "worked_ms": round(worked, 2),
        "median_ms": round(usual, 2),
        "median_worked_ms": round(usual_work, 2),
        "target_ms": target,
        "n": n,
    }
    return figures, (
        f"{name:38} longest {longest:7.1f} ms (worked {worked:6.1f})"
        f"   median {usual:6.1f} ms (worked {usual_work:6.1f})   target {target:g} ms   n={n}"
    )


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("--json", action="store_true", help="one JSON document")
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(NAMES))
    wanted = parser.parse_args()
    if unknown := set(wanted.names) - set(NAMES):
        parser.error(f"no such benchmark: {', '.join(sorted(unknown))}")
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    results: dict[str, dict[str, Any]] = {}
    with tempfile.TemporaryDirectory(prefix="qcode-benchmarks-") as home:
        os.environ["QCODE_HOME"] = home
        for name in wanted.names or NAMES:
            for row, figures, line in measured(name):
                results[row] = figures
                if not wanted.json:
                    sys.stdout.write(f"{line}\n")
                    sys.stdout.flush()
    if wanted.json:
        sys.stdout.write(json.dumps(results, indent=2) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
