"""The command that hands out a project file for one coder."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from qcode.cli import output
from qcode.cli.options import ActAs, AsJson, ProjectPath, writing


def register(app: typer.Typer) -> None:
    """Add this module's command."""
    app.command()(packet)


def packet(
    project: ProjectPath,
    out: Annotated[
        Path, typer.Argument(metavar="OUT", help="The new project file.", readable=False)
    ],
    more: Annotated[
        list[str] | None,
        typer.Argument(metavar="[DOCUMENT]…", help="Only these (default: all documents)."),
    ] = None,
    coder: Annotated[
        str, typer.Option("--coder", metavar="NAME", help="Who is to code; made where unknown.")
    ] = ...,  # type: ignore[assignment]  # typer's way of saying that it must be given
    documents: Annotated[
        list[str] | None,
        typer.Option("--documents", metavar="DOCUMENT…", help="The same; may be repeated."),
    ] = None,
    assigned: Annotated[
        bool, typer.Option("--assigned", help="Only documents that were given to the coder.")
    ] = False,
    blind: Annotated[
        bool, typer.Option("--blind", help="Without the work of others, wherever they left it.")
    ] = False,
    acting: ActAs = "",
    json: AsJson = False,
) -> None:
    """Write a project file for one coder, to be merged again; refuses to overwrite."""
    from qcode.services import assignments, lookup, packets

    named = [*(documents or ()), *(more or ())]
    with writing(project, "packet", acting) as opened:
        chosen = None
        if named:
            index = lookup.Documents(opened)
            chosen = {index.find(name).id for name in named}
        if assigned:
            given = assignments.given(opened, coder)
            chosen = given if chosen is None else chosen & given
        with output.progress("writing") as progress:
            made = packets.make(opened, out, coder, chosen, blind=blind, progress=progress)
    if json:
        output.as_json(
            {
                "path": str(made.path),
                "coder": made.coder,
                "blind": made.blind,
                "documents": len(made.document_ids),
                "characters": made.characters,
                "codes": made.codes,
                "codings": made.codings,
                "memos": made.memos,
            }
        )
    output.say(
        f"Made {made.path} for {made.coder}: {len(made.document_ids)} documents,"
        f" {made.codes} codes, {made.codings} codings."
    )
    if made.limited:
        output.say("What is hidden from you while you work blind is not in it.")
