"""Commands about codes and codings: listed, brought in, exported."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated, Literal

import typer

from qcode.cli import log, output, thesis
from qcode.cli.options import ActAs, AsJson, LookAs, ProjectPath, reading, writing
from qcode.model.enums import CodeKind
from qcode.model.report import PageSetup

ImportFile = Annotated[
    Path | None,
    typer.Option("--import", metavar="FILE", help="Bring a table in instead.", readable=False),
]


class Kind(StrEnum):
    """What can be exported."""

    CODEBOOK = "codebook"
    PASSAGES = "passages"
    TABLES = "tables"
    DIAGRAM = "diagram"
    MEMOS = "memos"
    METHODS = "methods"


class Headings(StrEnum):
    """Language of headings."""

    EN = "en"
    ZH = "zh"


class Paper(StrEnum):
    """Paper of Word files."""

    A4 = "a4"
    LETTER = "letter"


def register(app: typer.Typer) -> None:
    """Add this module's commands."""
    app.command()(codes)
    app.command()(codings)
    app.command()(export)


def codes(
    project: ProjectPath, file: ImportFile = None, acting: ActAs = "", json: AsJson = False
) -> None:
    """List the codes in tree order, or bring a codebook in from a CSV file."""
    from qcode.services import codes as service
    from qcode.services import rows_in

    if file is not None:
        with writing(project, "codes", acting) as opened:
            report = rows_in.import_codebook(opened, file)
        output.say(f"{report.added} codes made, {report.present} were there already.")
        if json:
            output.as_json({"added": report.added, "present": report.present})
        return
    with reading(project, acting) as opened:
        rows = service.rows(opened)
    if json:
        output.as_json(rows)
        return
    output.table(
        ("number", "code", "kind", "codings", "subtree", "guid"),
        [
            (
                row["number"] or "",
                row["path"],
                output.sentence(CodeKind(str(row["kind"])).label),
                row["codings"],
                row["subtree_codings"],
                row["guid"],
            )
            for row in rows
        ],
        right="codings subtree",
    )


def codings(
    project: ProjectPath,
    out: Annotated[
        Path | None,
        typer.Option("-o", "--out", metavar="FILE", help=".csv, .xlsx or .jsonl", readable=False),
    ] = None,
    file: ImportFile = None,
    acting: ActAs = "",
    json: AsJson = False,
) -> None:
    """List or export the codings, or bring codings in from .csv or .jsonl, all or nothing."""
    from qcode.services import exporting, rows_in

    if file is not None:
        with writing(project, "codings", acting) as opened:
            report = rows_in.import_codings(opened, file)
        output.say(f"{report.added} codings made, {report.present} were there already.")
        if json:
            output.as_json({"added": report.added, "present": report.present})
        return
    with reading(project, acting) as opened:
        if out is not None:
            count = exporting.write_codings(opened, out)
            output.say(f"Wrote {count} codings to {out}.")
        rows = exporting.coding_rows(opened) if json or out is None else []
    if json:
        output.as_json(rows)
    elif out is None:
        output.table(
            ("document", "start", "end", "code", "coder", "quote"),
            [
                (
                    row["document"],
                    row["start"],
                    row["end"],
                    row["code"],
                    row["coder"],
                    row["quote"],
                )
                for row in rows
            ],
            right="start end",
        )


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
    headings: Annotated[Headings, typer.Option("--headings")] = Headings.EN,
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
    chapter: thesis.ChapterOption = "",
    words: thesis.WordsOption = [],  # noqa: B006  # typer makes a new one each time
    order: log.OrderOption = log.Order.TIME,
    acting: LookAs = "",
) -> None:
    """Write what the project holds to a file, in the format that the ending of OUT says."""
    from qcode.services import exporting

    language: Literal["en", "zh"] = "zh" if headings is Headings.ZH else "en"
    sheet: Literal["a4", "letter"] = "letter" if paper is Paper.LETTER else "a4"
    setup = PageSetup(paper=sheet, landscape=landscape, headings=language)
    with reading(project, acting) as opened:
        if kind is Kind.CODEBOOK:
            exporting.write_codebook(opened, out, setup, passages=passages)
        elif kind is Kind.PASSAGES:
            exporting.write_passages(opened, out, setup)
        elif kind is Kind.TABLES:
            wanted = thesis.options(
                form=form,
                lines=lines,
                tables=tables,
                first=first,
                by=by,
                chapter=chapter,
                words=words,
                passages=passages,
            )
            thesis.write(opened, out, setup, wanted)
        elif kind is Kind.DIAGRAM:
            thesis.write_diagram(opened, out, setup)
        elif kind is Kind.MEMOS:
            log.write_memos(opened, out, setup, order)
        elif kind is Kind.METHODS:
            log.write_methods(opened, out, setup)
    output.say(f"Wrote {out}.")
