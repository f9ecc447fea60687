"""What commands print: JSON and tables on standard output, all else on standard error.

Names are printed as they are: no markup, no wrapping, no shortening.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from qcode.model.messages import Message

Progress = Callable[[int, int], None]


_said: Callable[[str], str] = str


def speak_as(translate: Callable[[str], str]) -> None:
    """Say sentences of the core through ``translate`` from now on: with a project's own names."""
    global _said
    _said = translate


def sentence(message: Message) -> str:
    """Return a sentence of the core as it is printed for people; ``--json`` keeps fixed words."""
    return message.text(_said)


def speak_utf8() -> None:
    """Let both streams carry every script, whatever the system's locale says."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:  # streams that tests put in their place have none
            reconfigure(encoding="utf-8", errors="replace")


def say(text: str) -> None:
    """Print a line for people on standard error."""
    sys.stderr.write(f"{text}\n")


def tell(text: str) -> None:
    """Print a line that is the command's result on standard output."""
    sys.stdout.write(f"{text}\n")


def as_json(value: Any) -> None:
    """Print one JSON document on standard output."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=2) + "\n")


def exactly(text: str) -> None:
    """Print a stored text byte for byte as UTF-8, without a newline of our own."""
    sys.stdout.flush()
    buffer = getattr(sys.stdout, "buffer", None)
    if buffer is None:
        sys.stdout.write(text)
    else:  # a text stream would turn LF into CRLF on Windows
        buffer.write(text.encode("utf-8"))
        buffer.flush()


def table(
    heads: Sequence[str],
    rows: Sequence[Sequence[object]],
    *,
    right: str | Collection[str] = "",
) -> None:
    """Print aligned columns, a row a line; ``right`` names the heads of columns of numbers."""
    from rich.cells import cell_len  # Chinese takes two places

    if not rows:
        return
    grid = [list(heads), *([" ".join(str(cell).split()) for cell in row] for row in rows)]
    widths = [max(map(cell_len, column)) for column in zip(*grid, strict=True)]
    numbers = right.split() if isinstance(right, str) else right
    numeric = [head in numbers for head in heads]
    for line in grid:
        cells = []
        for cell, width, aligned_right in zip(line, widths, numeric, strict=True):
            space = " " * (width - cell_len(cell))
            cells.append(f"{space}{cell}" if aligned_right else f"{cell}{space}")
        tell("  ".join(cells).rstrip())


@contextmanager
def progress(what: str) -> Iterator[Progress]:
    """Show a progress bar on standard error, on a terminal only."""
    if not sys.stderr.isatty():
        yield _unseen
        return
    from rich.console import Console
    from rich.progress import Progress as Bar

    with Bar(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(what)

        def show(done: int, total: int) -> None:
            bar.update(task, completed=done, total=max(total, 1))

        yield show


def _unseen(done: int, total: int) -> None:
    """Stand in for the bar where there is no terminal."""
    del done, total
