"""``python -m tests.benchmarks [--json] [NAME…]``: figure, baseline of the same run, ratio.

Times of one machine say little and its speed drifts, so each benchmark measures a baseline of the
same kind in turn with its own work and the ratio of the medians is what counts. Nothing is
asserted here; ``target`` is the ratio that the project has set itself.
"""

from __future__ import annotations

import argparse
import importlib
import json
import os
import statistics
import sys
import tempfile
from typing import NamedTuple

NAMES = ("startup", "startup_project", "open_project", "import_ris", "codebook_docx")


class Result(NamedTuple):
    """Medians in milliseconds over ``n`` repetitions of the work."""

    figure_ms: float
    baseline_ms: float
    ratio: float
    target: float
    n: int


def measured(name: str) -> Result:
    module = importlib.import_module(f"tests.benchmarks.{name}")
    figures, baselines = module.run()
    figure, baseline = statistics.median(figures), statistics.median(baselines)
    return Result(
        round(figure, 2),
        round(baseline, 2),
        round(figure / baseline, 3),
        module.TARGET,
        len(figures),
    )


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("--json", action="store_true", help="one JSON document")
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(NAMES))
    wanted = parser.parse_args()
    if unknown := set(wanted.names) - set(NAMES):
        parser.error(f"no such benchmark: {', '.join(sorted(unknown))}")
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    results: dict[str, dict[str, float]] = {}
    with tempfile.TemporaryDirectory(prefix="qcode-benchmarks-") as home:
        os.environ["QCODE_HOME"] = home
        for name in wanted.names or NAMES:
            result = measured(name)
            results[name] = result._asdict()
            if not wanted.json:
                sys.stdout.write(
                    f"{name:18} {result.figure_ms:10.1f} ms   baseline {result.baseline_ms:9.1f} ms"
                    f"   ratio {result.ratio:6.3f}   target {result.target:g}   n={result.n}\n"
                )
                sys.stdout.flush()
    if wanted.json:
        sys.stdout.write(json.dumps(results, indent=2) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
