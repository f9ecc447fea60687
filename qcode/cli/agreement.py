"""Commands that compare coders."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from qcode.cli import output
from qcode.cli.options import AsJson, LookAs, ProjectPath, reading
from qcode.model.agreement import (
    Agreement,
    Cells,
    CodeAgreement,
    Coefficient,
    Measured,
    Request,
    Unit,
)

OF_CODINGS = tuple(one for one in Coefficient if not one.value.startswith("alpha_"))


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
    roll_up: Annotated[
        bool, typer.Option("--roll-up", help="Count a passage for the codes above, too.")
    ] = False,
    acting: LookAs = "",
    json: AsJson = False,
) -> None:
    """Compare what coders did: coefficients for each code, each pair, and over all."""
    from qcode.services import codes, lookup
    from qcode.services.agreement import comparing

    with reading(project, acting) as opened:
        chosen = None
        if code:
            index = lookup.Codes(opened)
            chosen = frozenset(index.find(name).id for name in code)
        found = comparing.compare(
            opened,
            Request(
                coders=tuple(coder or ()),
                unit=unit,
                overlap=overlap,
                all_documents=documents is Documents.ALL,
                code_ids=chosen,
                roll_up=roll_up,
            ),
        )
        names = codes.references(codes.tree(opened, counts=False))
    if json:
        output.as_json(_json(found, names))
        return
    _tell(found, names)


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
    who = ", ".join(one.name for one in found.coders)
    unit = output.sentence(found.request.unit.label)
    output.say(f"{who}: {found.compared} of {found.available} documents, compared by {unit}.")


def _cells_shown(cells: Cells | None) -> tuple[object, ...]:
    if cells is None:
        return ("",) * 4
    return (cells.n11, cells.n10, cells.n01, "" if cells.n00 is None else cells.n00)


def _figure(measured: Measured, name: Coefficient) -> str:
    value = measured.get(name)
    return "–" if value is None else f"{value:.3f}"


def _json(found: Agreement, names: Mapping[int, str]) -> dict[str, Any]:
    undefined: dict[str, str] = {}
    overall = _measured(found.overall, "overall", undefined)
    overall["lowest_alpha"], overall["median_alpha"] = found.lowest, found.median
    return {
        "unit": found.request.unit.value,
        "coders": [one.name for one in found.coders],
        "documents": found.compared,
        "available_documents": found.available,
        "overall": overall,
        "codes": [
            _code(one, names, f"codes[{place}]", undefined) for place, one in enumerate(found.codes)
        ],
        "pairs": [
            {
                "coders": [one.name for one in pair.coders],
                "documents": pair.documents,
                "overall": _measured(pair.overall, f"pairs[{place}].overall", undefined),
                "codes": [
                    _code(one, names, f"pairs[{place}].codes[{row}]", undefined)
                    for row, one in enumerate(pair.codes)
                ],
            }
            for place, pair in enumerate(found.pairs)
        ],
        "by_document": [
            {
                "document": one.document.name,
                "guid": one.document.guid,
                **_measured(one.measured, f"by_document[{place}]", undefined),
            }
            for place, one in enumerate(found.documents)
        ],
        "undefined": undefined,
    }


def _code(
    one: CodeAgreement, names: Mapping[int, str], where: str, undefined: dict[str, str]
) -> dict[str, Any]:
    cells = one.cells
    return {
        "code": names[one.code.id],
        "guid": one.code.guid,
        "n11": cells and cells.n11,
        "n10": cells and cells.n10,
        "n01": cells and cells.n01,
        "n00": cells and cells.n00,
        **_measured(one.measured, where, undefined),
    }


def _measured(
    measured: Measured,
    where: str,
    undefined: dict[str, str],
    names: tuple[Coefficient, ...] = OF_CODINGS,
) -> dict[str, Any]:
    """Return the coefficients, and note under ``where`` why one has no value."""
    start = f"{where}." if where else ""
    for name, why in measured.undefined.items():
        undefined[f"{start}{name.value}"] = why.value
    found: dict[str, Any] = {name.value: measured.get(name) for name in names}
    found["krippendorff_alpha_ci"] = measured.interval and list(measured.interval)
    return found


def reliability(
    data: Annotated[
        Path, typer.Argument(metavar="DATA", help="A table (.csv, .xlsx).", readable=False)
    ],
    values: Annotated[
        str, typer.Option("--values", metavar="A,B,…", help="The values that were on offer.")
    ] = "",
    json: AsJson = False,
) -> None:
    """Measure the agreement in a table of ratings: a row a unit, a column a coder."""
    from qcode.services.agreement import ratings

    found = ratings.of_file(data, values.split(","))
    if json:
        undefined: dict[str, str] = {}
        output.as_json(
            {
                "coders": list(found.coders),
                "units": found.units,
                "values": list(found.values),
                **_measured(found.measured, "", undefined, tuple(Coefficient)),
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
    output.say(
        f"{', '.join(found.coders)}: {found.units} units, {len(found.values)} values:"
        f" {', '.join(found.values)}."
    )
