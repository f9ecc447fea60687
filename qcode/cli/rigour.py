"""Commands that try the theory: whether it is saturated, and whether its parts fit together."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from qcode.cli import output
from qcode.cli.options import (
    ActAs,
    AsJson,
    Headings,
    HeadingsOption,
    LookAs,
    ProjectPath,
    reading,
    writing,
)
from qcode.model.report import PageSetup
from qcode.model.saturation import CodingOrder, DocumentNews, Saturation

if TYPE_CHECKING:
    from qcode.services.project import Project


class Order(StrEnum):
    """The order in which documents are taken to have been coded."""

    DOCUMENTS = "documents"
    FIRST_CODED = "first-coded"


def register(app: typer.Typer) -> None:
    """Add this module's commands."""
    app.command()(saturation)
    app.command()(coherence)


def saturation(
    project: ProjectPath,
    hold_out: Annotated[
        list[str] | None,
        typer.Option("--hold-out", metavar="DOCUMENT", help="Keep it back; may be repeated."),
    ] = None,
    build_on: Annotated[
        list[str] | None,
        typer.Option("--build-on", metavar="DOCUMENT", help="Keep it back no longer."),
    ] = None,
    order: Annotated[
        Order | None, typer.Option("--order", help="In which order documents were coded.")
    ] = None,
    base: Annotated[
        int, typer.Option("--base", metavar="N", min=1, help="Documents of the base.")
    ] = 4,
    run: Annotated[int, typer.Option("--run", metavar="N", min=1, help="Documents of a run.")] = 2,
    threshold: Annotated[
        float,
        typer.Option("--threshold", metavar="%", min=0, max=100, help="Most new information."),
    ] = 5.0,
    out: Annotated[
        Path | None,
        typer.Option(
            "-o", "--out", metavar="FILE", help="Table (.docx) or curve (.svg, .png).",
            readable=False,
        ),
    ] = None,
    headings: HeadingsOption = Headings.EN,
    acting: ActAs = "",
    json: AsJson = False,
) -> None:  # fmt: skip
    """Show what each document brings that is new, and whether those held out bring anything."""
    from qcode.services import saturation as service

    changing = bool(hold_out or build_on or order)
    with writing(project, "saturation", acting) if changing else reading(project, acting) as opened:
        if changing:
            _change(opened, hold_out or (), build_on or (), order)
        found = service.report(opened, base_size=base, run_length=run, threshold=threshold)
        if out is not None:
            service.write(opened, found, out, PageSetup(headings=headings.value))
            output.say(f"Wrote {out}.")
    if json:
        output.as_json(_json(found))
        return
    output.table(
        ("document", "used for", "new concepts", "new categories", "cumulative", "what is new"),
        [
            (
                one.document,
                "held out" if one.held_out else "building",
                len(one.concepts) if one.coded else "-",
                len(one.categories) if one.coded else "-",
                one.cumulative_concepts,
                ", ".join(one.names) if one.coded else "not coded",
            )
            for one in found.documents
        ],
        right=("new concepts", "new categories", "cumulative"),
    )
    output.tell(output.sentence(found.sentence))
    if found.measure.reached_at is not None:
        output.tell(
            f"At most {threshold:g} % new information from document {found.measure.reached_at} on"
            f" (base {base}, run {run}: {found.measure.notation})."
        )


def _change(
    opened: Project, hold_out: Sequence[str], build_on: Sequence[str], order: Order | None
) -> None:
    from qcode.services import lookup
    from qcode.services import saturation as service

    index = lookup.Documents(opened)
    # All names are looked up before anything is changed.
    back = [index.find(name).id for name in hold_out]
    again = [index.find(name).id for name in build_on]
    service.set_held_out(opened, back, True)
    service.set_held_out(opened, again, False)
    if order is not None:
        service.set_order(opened, CodingOrder[order.name])


def _json(found: Saturation) -> dict[str, Any]:
    numbers = found.measure
    return {
        "documents": [_row(one) for one in found.documents],
        "verdict": found.sentence.text(),
        "saturated": found.verdict.saturated,
        "reason": found.verdict.value,
        "order": found.order.value,
        "measure": {
            "base_size": numbers.base_size,
            "run_length": numbers.run_length,
            "threshold": numbers.threshold,
            "base": numbers.base,
            "runs": [run._asdict() for run in numbers.runs],
            "reached_at": numbers.reached_at,
            "notation": numbers.notation or None,
        },
    }


def _row(one: DocumentNews) -> dict[str, Any]:
    return {
        "document": one.document,
        "guid": one.guid,
        "label": one.label,
        "held_out": one.held_out,
        "coded": one.coded,
        "new_concepts": len(one.concepts),
        "new_categories": len(one.categories),
        "new_higher": len(one.higher),
        "cumulative_concepts": one.cumulative_concepts,
        "cumulative_categories": one.cumulative_categories,
        "concepts": [code.name for code in one.concepts],
        "categories": [code.name for code in one.categories],
        "higher": [code.name for code in one.higher],
    }


def coherence(project: ProjectPath, acting: LookAs = "", json: AsJson = False) -> None:
    """List what does not fit together in the codebook, each with its cure."""
    from qcode.services import codes
    from qcode.services import coherence as service

    with reading(project, acting) as opened:
        found = service.findings(opened)
        tree = codes.tree(opened, counts=False)
    if json:
        paths = codes.paths(tree)
        guids = {code.id: code.guid for code in tree}
        output.as_json(
            [
                {
                    "kind": one.kind.value,
                    "codes": [paths[code] for code in one.code_ids],
                    "guids": [guids[code] for code in one.code_ids],
                    "passages": one.passages,
                    "message": one.message.text(),
                    "cure": one.cure.text(),
                }
                for one in found
            ]
        )
        return
    for one in found:
        output.tell(f"{output.sentence(one.message)} {output.sentence(one.cure)}")
    output.say(f"{len(found)} found." if found else "Nothing was found.")
