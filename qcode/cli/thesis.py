"""Exports for the thesis: its tables with their options, and the diagram."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated, Literal

import typer

from qcode.model.report import PageSetup
from qcode.model.thesis import TableKind, TableOptions
from qcode.services.project import Project

ALL_TABLES = ",".join(TableKind)


class Form(StrEnum):
    """How much the tables print."""

    SHORT = "short"
    LONG = "long"


class Lines(StrEnum):
    """Lines of the tables."""

    THREE = "three"
    GRID = "grid"


class First(StrEnum):
    """First column of open coding."""

    PASSAGE = "passage"
    CATEGORY = "category"


class By(StrEnum):
    """Columns of the frequencies."""

    GROUPS = "groups"
    DOCUMENTS = "documents"
    NONE = "none"


def _tables(listed: str) -> str:
    """Refuse what is no table, as wrong usage."""
    if unknown := [name for name in _names(listed) if name not in set(TableKind)]:
        raise typer.BadParameter(
            f"{', '.join(unknown)}: choose from {', '.join(TableKind)}, parted by commas."
        )
    return listed


def _names(listed: str) -> list[str]:
    return [name.strip() for name in listed.split(",") if name.strip()]


def _words(listed: list[str]) -> list[str]:
    """Refuse words that are not KEY=WORDS with a known key, as wrong usage."""
    from qcode.services.thesis_tables import own_keys

    for one in listed:
        key, sign, _ = one.partition("=")
        if not sign or key.strip() not in own_keys():
            raise typer.BadParameter(f"{one}: KEY=WORDS with a KEY from {', '.join(own_keys())}.")
    return listed


FormOption = Annotated[
    Form, typer.Option("--form", help="tables: some passages of each category, or all.")
]
LinesOption = Annotated[Lines, typer.Option("--lines", help="tables: three lines, or a full grid.")]
TablesOption = Annotated[
    str,
    typer.Option(
        "--tables",
        metavar="A,B…",
        help=f"tables: which of {ALL_TABLES}.",
        callback=_tables,
    ),
]
FirstOption = Annotated[First, typer.Option("--first", help="tables: first column of open coding.")]
ByOption = Annotated[By, typer.Option("--by", help="tables: columns of the frequencies.")]
ChapterOption = Annotated[
    str, typer.Option("--chapter", metavar="N", help="tables: before the numbers of captions.")
]
WordsOption = Annotated[
    list[str],
    typer.Option(
        "--words",
        metavar="KEY=WORDS",
        help="tables: own words of a caption or a head; may be repeated.",
        callback=_words,
    ),
]


def options(
    *,
    form: Form,
    lines: Lines,
    tables: str,
    first: First,
    by: By,
    chapter: str,
    words: list[str],
    passages: int,
) -> TableOptions:
    """Return what the options of the command say together."""
    columns: Literal["groups", "documents", "none"] = (
        "groups" if by is By.GROUPS else "documents" if by is By.DOCUMENTS else "none"
    )
    own = [one.partition("=") for one in words]
    return TableOptions(
        tables=frozenset(map(TableKind, _names(tables))) or frozenset(TableKind),
        long=form is Form.LONG,
        passages=passages,
        grid=lines is Lines.GRID,
        category_first=first is First.CATEGORY,
        columns=columns,
        chapter=chapter,
        own_words=tuple((key.strip(), said.strip()) for key, _, said in own),
    )


def write(opened: Project, out: Path, setup: PageSetup, wanted: TableOptions) -> None:
    """Write the tables."""
    from qcode.services import thesis_tables

    thesis_tables.write(opened, out, setup, wanted)


def write_diagram(opened: Project, out: Path, setup: PageSetup) -> None:
    """Write the diagram of the model."""
    from qcode.services import drawing

    drawing.write(opened, out, setup)
