"""The command about coders: who codes, how far they are, whether they see each other's work."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from qcode.cli import output
from qcode.cli.options import ActAs, AsJson, ProjectPath, reading, writing


class Switch(StrEnum):
    """On or off."""

    ON = "on"
    OFF = "off"


def register(app: typer.Typer) -> None:
    """Add this module's command."""
    app.command()(coders)


def coders(
    project: ProjectPath,
    blind: Annotated[
        Switch | None,
        typer.Option(
            "--blind", help="Hide the codings of others in what one has not finished, or show them."
        ),
    ] = None,
    acting: ActAs = "",
    json: AsJson = False,
) -> None:
    """List the coders and their work, or let everybody work blind."""
    from qcode.services import coders as service
    from qcode.services import overview

    with (
        reading(project, acting) if blind is None else writing(project, "coders", acting)
    ) as opened:
        if blind is not None:
            service.set_blind(opened, blind is Switch.ON)
        found = service.figures(opened)
        info = overview.info(opened)
        current = opened.coder
    if json:
        output.as_json(
            {
                "blind": info.blind,
                "coders": [
                    {
                        "guid": one.coder.guid,
                        "name": one.coder.name,
                        "color": one.coder.color,
                        "role": one.coder.role and one.coder.role.value,
                        "current": one.coder.name == current,
                        "codings": one.codings,
                        "open": one.open,
                        "finished": one.finished,
                        "documents": info.documents,
                    }
                    for one in found
                ],
            }
        )
        return
    output.table(
        ("coder", "codings", "open", "finished", "current"),
        [
            (
                one.coder.name,
                one.codings,
                one.open,
                f"{one.finished} of {info.documents}",
                "current" if one.coder.name == current else "",
            )
            for one in found
        ],
        right="codings open finished",
    )
    output.say("Coders work blind." if info.blind else "Coders see each other's work.")
