"""Commands that compare coders."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from qcode.cli import agreement_json, output
from qcode.cli.options import AsJson, Headings, HeadingsOption, LookAs, ProjectPath, reading
from qcode.model.agreement import (
    Agreement,
    Cells,
    Coefficient,
    Measured,
    Request,
    Unit,
)
from qcode.model.report import PageSetup
from qcode.services.project import Project


class Documents(StrEnum):
    """Which documents are compared."""

    FINISHED = "finished"
    ALL = "all"


def register(app: typer.Typer) -> None:
    """Add this module's commands."""
    app.command()(agreement)
    app.command()(reliability)


def agreement(
    project: ProjectPath,
    coder: Annotated[
        list[str] | None,
        typer.Option("--coder", metavar="NAME", help="Whose work is compared; repeat it."),
    ] = None,
    unit: Annotated[Unit, typer.Option("--unit", help="What is compared.")] = Unit.CHARACTER,
    overlap: Annotated[
        int,
        typer.Option("--overlap", metavar="%", min=1, max=100, help="What segments must share."),
    ] = 90,
    documents: Annotated[
        Documents, typer.Option("--documents", help="Those that all have finished, or all.")
    ] = Documents.FINISHED,
    code: Annotated[
        list[str] | None,
        typer.Option("--code", metavar="CODE", help="Only this code; may be repeated."),
    ] = None,
    below: Annotated[
        bool, typer.Option("--below", help="With each --code all codes below it.")
    ] = False,
    roll_up: Annotated[
        bool, typer.Option("--roll-up", help="Count a passage for the codes above, too.")
    ] = False,
    out: Annotated[
        Path | None,
        typer.Option(
            "-o",
            "--out",
            metavar="OUT",
            help="Write a report (.docx, .xlsx), or the table of units by coders (.csv).",
            readable=False,
        ),
    ] = None,
    headings: HeadingsOption = Headings.EN,
    acting: LookAs = "",
    json: AsJson = False,
) -> None:
    """Compare what coders did: coefficients for each code, each pair, and over all."""
    from qcode.services import codes
    from qcode.services.agreement import comparing, gathering, reporting, unitizing_of

    with reading(project, acting) as opened:
        request = Request(
            coders=tuple(coder or ()),
            unit=unit,
            overlap=overlap,
            all_documents=documents is Documents.ALL,
            code_ids=_chosen(opened, code or (), below=below),
            roll_up=roll_up,
        )
        if out is not None:
            setup = PageSetup(headings="zh" if headings is Headings.ZH else "en")
            reporting.write(opened, out, request, setup)
            output.say(f"Wrote {out}.")
        if out is not None and not json:
            return
        gathered = gathering.gather(opened, request)
        found = comparing.measure(gathered)
        names = codes.references(codes.tree(opened, counts=False))
    if json:
        whole = agreement_json.compared(found, names)
        sets = unitizing_of.set_alphas(gathered)
        agreement_json.add_unitized(whole, unitizing_of.continuum(gathered), sets)
        output.as_json(whole)
        return
    _tell(found, names)


def _chosen(opened: Project, names: Sequence[str], *, below: bool) -> frozenset[int] | None:
    """Return the codes that are named, with those below them if these are wanted, too."""
    from qcode.services import codes, lookup

    if not names:
        return None
    index = lookup.Codes(opened)
    named = [index.find(name).id for name in names]
    if not below:
        return frozenset(named)
    return frozenset().union(*(codes.with_below(opened, code) for code in named))


def _tell(found: Agreement, names: Mapping[int, str]) -> None:
    shown = (
        Coefficient.PERCENT,
        Coefficient.KRIPPENDORFF_ALPHA,
        Coefficient.COHEN_KAPPA if len(found.coders) == 2 else Coefficient.FLEISS_KAPPA,
        Coefficient.GWET_AC1,
    )
    two = [Coefficient.DICE] if len(found.coders) == 2 else []
    heads = ("code", "both", "first", "second", "none", *(one.value for one in (*shown, *two)))
    rows: list[tuple[object, ...]] = [
        (
            names[one.code.id],
            *_cells_shown(one.cells),
            *(_figure(one.measured, name) for name in (*shown, *two)),
        )
        for one in found.codes
    ]
    rows.append(
        ("all codes", *[""] * 4, *(_figure(found.overall, name) for name in (*shown, *two)))
    )
    output.table(heads, rows, right=heads[1:])
    who = ", ".join(one.name for one in found.coders) or "nobody"
    unit = output.sentence(found.request.unit.label)
    output.say(f"{who}: {found.compared} of {found.available} documents, compared by {unit}.")
    why = found.overall.undefined.get(Coefficient.PERCENT)
    if why is not None:
        output.say(f"All codes: {output.sentence(why.label)}.")


def _cells_shown(cells: Cells | None) -> tuple[object, ...]:
    if cells is None:
        return ("",) * 4
    return (cells.n11, cells.n10, cells.n01, "" if cells.n00 is None else cells.n00)


def _figure(measured: Measured, name: Coefficient) -> str:
    value = measured.get(name)
    return "–" if value is None else f"{value:.3f}"


def reliability(
    data: Annotated[
        Path, typer.Argument(metavar="DATA", help="A table (.csv, .xlsx).", readable=False)
    ],
    values: Annotated[
        str, typer.Option("--values", metavar="A,B,…", help="The values that were on offer.")
    ] = "",
    missing: Annotated[
        str,
        typer.Option("--missing", metavar="A,B,…", help="What stands for no rating besides empty."),
    ] = "",
    json: AsJson = False,
) -> None:
    """Measure the agreement in a table of ratings: a row a unit, a column a coder."""
    from qcode.services.agreement import ratings

    absent = [one for value in missing.split(",") if (one := value.strip())]
    found = ratings.of_file(data, values.split(","), absent)
    if json:
        undefined: dict[str, str] = {}
        output.as_json(
            {
                "coders": list(found.coders),
                "units": found.units,
                "values": list(found.values),
                **agreement_json.measured(
                    found.measured,
                    "",
                    undefined,
                    tuple(Coefficient),
                    no_interval=agreement_json.NO_DOCUMENTS,
                ),
                "undefined": undefined,
            }
        )
        return
    output.table(
        ("coefficient", "value", ""),
        [
            (
                output.sentence(name.label),
                _figure(found.measured, name),
                ""
                if name in found.measured.values
                else output.sentence(found.measured.undefined[name].label),
            )
            for name in Coefficient
        ],
        right="value",
    )
    named = f": {', '.join(found.values)}" if found.values else ""
    output.say(
        f"{', '.join(found.coders)}: {found.units} units, {len(found.values)} values{named}."
    )
