"""Arguments and options that several commands share."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from qcode.cli import output
from qcode.model.errors import DamagedProject, QcodeError
from qcode.services import backups, coders, terms
from qcode.services.project import Project

# Whether a file may be read is found out on opening it: an expected error, not wrong usage.
ProjectPath = Annotated[
    Path, typer.Argument(metavar="PROJECT", help="The project file (.qcode).", readable=False)
]
AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON document.")]
ActAs = Annotated[
    str, typer.Option("--as", metavar="NAME", help="Who acts (default: the current coder).")
]
LookAs = Annotated[
    str,
    typer.Option("--as", metavar="NAME", help="Who looks (default: the current coder)."),
]


class Headings(StrEnum):
    """Language of the headings of a file."""

    EN = "en"
    ZH = "zh"


HeadingsOption = Annotated[Headings, typer.Option("--headings", help="Language of its headings.")]


@contextmanager
def reading(path: Path, acting: str = "") -> Iterator[Project]:
    """Open a project for a command that only reads; works while someone else writes.

    ``acting`` is who looks, which matters where coders work blind; an unknown name is refused.
    """
    with Project.open(path, read_only=True) as project:
        if acting:
            project.act_as(coders.require(project, acting).name, remember=False)
        _speak_as(project)
        yield project


@contextmanager
def writing(path: Path, command: str, acting: str = "") -> Iterator[Project]:
    """Open a project for a command that changes it, keeping a backup of what it finds."""
    with Project.open(path, coder=acting, program=f"qcode {command}") as project:
        try:
            backups.back_up_on_opening(project)
        except DamagedProject:
            raise
        except QcodeError as error:  # no reason not to work
            output.say(f"qcode: no backup was made: {error.message.text()}")
        _speak_as(project)
        yield project


def _speak_as(project: Project) -> None:
    """Let what is printed for people carry the project's own names of kinds and levels."""
    with suppress(QcodeError):  # a damaged file says so where it matters
        output.speak_as(terms.translator(project))
