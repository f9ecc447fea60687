"""The typer application, and how errors are presented on the command line.

Exit codes: 0 done, 1 an expected error in one sentence on standard error, 2 wrong usage.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from qcode import __version__
from qcode.cli import (
    agreement,
    coding,
    company,
    exports,
    log,
    material,
    output,
    packet,
    people,
    projects,
    rigour,
)
from qcode.model.errors import QcodeError

app = typer.Typer(
    name="qcode",
    help="Grounded-theory coding of texts in one local file. `qcode [PROJECT]` opens the window.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:
    if wanted:
        output.tell(f"qcode {__version__}")
        raise typer.Exit


@app.callback()
def qcode(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """Grounded-theory coding of texts in one local file."""


for room in (
    *(projects, material, coding, exports, people, rigour, agreement),
    *(packet, company, log),
):
    room.register(app)


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a command ended, and the project that the window is to open after it, if any."""

    exit_code: int
    window_for: Path | None = None


def run(arguments: Sequence[str]) -> Outcome:
    """Run one command; expected errors become one sentence and exit code 1."""
    output.speak_utf8()
    output.speak_as(str)
    projects.window_for = None
    try:
        try:
            app(list(arguments), prog_name="qcode")
        finally:
            sys.stdout.flush()  # a closed pipe shows here, and not when Python ends
    except QcodeError as error:
        output.say(f"qcode: {output.sentence(error.message)}")
        return Outcome(1)
    except BrokenPipeError:  # the reader of a pipe has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return Outcome(1)
    except SystemExit as stop:
        code = stop.code if isinstance(stop.code, int) else int(stop.code is not None)
        return Outcome(code, projects.window_for if code == 0 else None)
    return Outcome(0, projects.window_for)


def refuse(arguments: Sequence[str]) -> int:
    """Say that the words are no command and no single project; return exit code 2."""
    output.speak_utf8()
    output.say(
        f"Usage: qcode [PROJECT] or qcode COMMAND …\n\nError: no such command '{arguments[0]}';"
        " try 'qcode --help'."
    )
    return 2
