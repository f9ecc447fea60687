"""The options of ``qcode export PROJECT tables``."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Literal

import typer

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
        help=f"tables: which of {', '.join(TableKind)} (default: all).",
        show_default=False,
        callback=_tables,
    ),
]
FirstOption = Annotated[First, typer.Option("--first", help="tables: first column of open coding.")]
ByOption = Annotated[By, typer.Option("--by", help="tables: columns of the frequencies.")]
ChapterOption = Annotated[
    str, typer.Option("--chapter", metavar="N", help="tables: before the numbers of captions.")
]
VariableOption = Annotated[
    list[str],
    typer.Option(
        "--variable",
        metavar="NAME",
        help="tables: the variable of the frequencies by variable; may be repeated"
        " (default: all with few values).",
    ),
]
_AXIS = "groups, documents, main, categories, variable:NAME, property:NAME or below:CODE"
RowsOption = Annotated[
    str, typer.Option("--rows", metavar="AXIS", help=f"tables: rows of the typology: {_AXIS}.")
]
ColumnsOption = Annotated[
    str, typer.Option("--columns", metavar="AXIS", help="tables: its columns, likewise.")
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


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the options of the command say about tables, in the words of the command."""

    form: Form
    lines: Lines
    tables: str
    first: First
    by: By
    chapter: str
    words: list[str]
    passages: int
    variables: list[str]
    rows: str
    columns: str

    def options(self, opened: Project) -> TableOptions:
        """Return them as options; raises ``QcodeError`` for a variable or axis that is not there.

        Only what is asked for is looked up: a project without groups has its other tables.
        """
        from qcode.services import thesis_axes

        asked = TableOptions()
        columns: Literal["groups", "documents", "none"] = (
            "groups" if self.by is By.GROUPS else "documents" if self.by is By.DOCUMENTS else "none"
        )
        own = [one.partition("=") for one in self.words]
        variables = [thesis_axes.find(opened, f"variable:{name}").ref for name in self.variables]
        return TableOptions(
            tables=frozenset(map(TableKind, _names(self.tables))) or frozenset(TableKind),
            long=self.form is Form.LONG,
            passages=self.passages,
            grid=self.lines is Lines.GRID,
            category_first=self.first is First.CATEGORY,
            columns=columns,
            chapter=self.chapter,
            own_words=tuple((key.strip(), said.strip()) for key, _, said in own),
            variables=tuple(variables),
            down=thesis_axes.find(opened, self.rows) if self.rows else asked.down,
            across=thesis_axes.find(opened, self.columns) if self.columns else asked.across,
        )
