"""Commands about codes and codings: listed, brought in, written as tables."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from qcode.cli import output
from qcode.cli.options import ActAs, AsJson, ProjectPath, reading, writing
from qcode.model.enums import CodeKind

ImportFile = Annotated[
    Path | None,
    typer.Option("--import", metavar="FILE", help="Bring a table in instead.", readable=False),
]


def register(app: typer.Typer) -> None:
    """Add this module's commands."""
    app.command()(codes)
    app.command()(codings)


def codes(
    project: ProjectPath, file: ImportFile = None, acting: ActAs = "", json: AsJson = False
) -> None:
    """List the codes in tree order, or bring a codebook in from a table (.csv, .xlsx)."""
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
    """List or export the codings, or bring them in from .csv, .xlsx or .jsonl, all or nothing."""
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
