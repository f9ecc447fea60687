"""The command that writes what a project holds to a file: a kind, and who writes it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Literal

import typer

from qcode.cli import output, thesis
from qcode.cli.options import Headings, HeadingsOption, LookAs, ProjectPath, reading
from qcode.model.memo_records import MemoOrder
from qcode.model.report import PageSetup
from qcode.services.project import Project


class Kind(StrEnum):
    """What can be exported."""

    CODEBOOK = "codebook"
    PASSAGES = "passages"
    TABLES = "tables"
    DIAGRAM = "diagram"
    MEMOS = "memos"
    METHODS = "methods"


class Paper(StrEnum):
    """Paper of Word files."""

    A4 = "a4"
    LETTER = "letter"


class Order(StrEnum):
    """Order in which memos are exported."""

    TIME = "time"
    CODES = "codes"


@dataclass(frozen=True, slots=True)
class Wanted:
    """How a file should be; each kind looks at what concerns it."""

    setup: PageSetup
    tables: thesis.Wishes
    order: Order


def register(app: typer.Typer) -> None:
    """Add this module's command."""
    app.command()(export)


def export(
    project: ProjectPath,
    kind: Annotated[Kind, typer.Argument(metavar="KIND", help=", ".join(Kind))],
    out: Annotated[
        Path,
        typer.Argument(
            metavar="OUT",
            help="The file; its ending says the format (.docx; codebook and passages also .csv,"
            " .xlsx, .html; diagram .svg, .png).",
            readable=False,
        ),
    ],
    headings: HeadingsOption = Headings.EN,
    passages: Annotated[
        int,
        typer.Option(
            "--passages", metavar="N", min=0, help="Passages a code; in tables, a category."
        ),
    ] = 3,
    paper: Annotated[Paper, typer.Option("--paper")] = Paper.A4,
    landscape: Annotated[bool, typer.Option("--landscape")] = False,
    form: thesis.FormOption = thesis.Form.SHORT,
    lines: thesis.LinesOption = thesis.Lines.THREE,
    tables: thesis.TablesOption = thesis.ALL_TABLES,
    first: thesis.FirstOption = thesis.First.PASSAGE,
    by: thesis.ByOption = thesis.By.GROUPS,
    variable: thesis.VariableOption = [],  # noqa: B006  # typer makes a new one each time
    rows: thesis.RowsOption = "",
    columns: thesis.ColumnsOption = "",
    chapter: thesis.ChapterOption = "",
    words: thesis.WordsOption = [],  # noqa: B006  # likewise
    order: Annotated[Order, typer.Option("--order", help="memos: their order.")] = Order.TIME,
    acting: LookAs = "",
) -> None:
    """Write what the project holds to a file, in the format that the ending of OUT says."""
    language: Literal["en", "zh"] = "zh" if headings is Headings.ZH else "en"
    sheet: Literal["a4", "letter"] = "letter" if paper is Paper.LETTER else "a4"
    wanted = Wanted(
        PageSetup(paper=sheet, landscape=landscape, headings=language),
        thesis.Wishes(
            form=form,
            lines=lines,
            tables=tables,
            first=first,
            by=by,
            chapter=chapter,
            words=words,
            passages=passages,
            variables=variable,
            rows=rows,
            columns=columns,
        ),
        order,
    )
    with reading(project, acting) as opened:
        _WRITERS[kind](opened, out, wanted)
    output.say(f"Wrote {out}.")


def _codebook(opened: Project, out: Path, wanted: Wanted) -> None:
    from qcode.services import exporting

    exporting.write_codebook(opened, out, wanted.setup, passages=wanted.tables.passages)


def _passages(opened: Project, out: Path, wanted: Wanted) -> None:
    from qcode.services import exporting

    exporting.write_passages(opened, out, wanted.setup)


def _tables(opened: Project, out: Path, wanted: Wanted) -> None:
    from qcode.services import thesis_tables

    thesis_tables.write(opened, out, wanted.setup, wanted.tables.options(opened))


def _diagram(opened: Project, out: Path, wanted: Wanted) -> None:
    from qcode.services import drawing

    drawing.write(opened, out, wanted.setup)


def _memos(opened: Project, out: Path, wanted: Wanted) -> None:
    from qcode.services import memo_export

    orders = {Order.TIME: MemoOrder.CREATED, Order.CODES: MemoOrder.CODES}
    memo_export.write(opened, out, orders[wanted.order], wanted.setup)


def _methods(opened: Project, out: Path, wanted: Wanted) -> None:
    from qcode.services import methods

    methods.write(opened, out, wanted.setup)


_WRITERS: Mapping[Kind, Callable[[Project, Path, Wanted], None]] = {
    Kind.CODEBOOK: _codebook,
    Kind.PASSAGES: _passages,
    Kind.TABLES: _tables,
    Kind.DIAGRAM: _diagram,
    Kind.MEMOS: _memos,
    Kind.METHODS: _methods,
}
