"""How far coders agree, as the JSON of the commands: undefined is null, with a list of reasons."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from qcode.model.agreement import (
    FEWEST_DOCUMENTS,
    Agreement,
    CodeAgreement,
    Coefficient,
    Measured,
)
from qcode.model.agreement_report import Continuum, Family, Figure, SetAlphas

_INTERVAL = "krippendorff_alpha_ci"
_FEW = f"fewer than {FEWEST_DOCUMENTS} documents"
_SELDOM = "not defined in most draws of documents"
NO_DOCUMENTS = "a table has no documents to draw"
OF_CODINGS = tuple(one for one in Coefficient if not one.value.startswith("alpha_"))


def compared(found: Agreement, names: Mapping[int, str]) -> dict[str, Any]:
    """Return a comparison as the document that is printed; ``names`` are those of codes by id."""
    undefined: dict[str, str] = {}
    whole = _no_interval(found.compared)
    overall = measured(found.overall, "overall", undefined, no_interval=whole)
    overall["lowest_alpha"], overall["median_alpha"] = found.lowest, found.median
    return {
        "unit": found.request.unit.value,
        "coders": [one.name for one in found.coders],
        "documents": found.compared,
        "available_documents": found.available,
        "overall": overall,
        "codes": [
            _code(one, names, f"codes[{place}]", undefined, whole)
            for place, one in enumerate(found.codes)
        ],
        "pairs": [
            {
                "coders": [one.name for one in pair.coders],
                "documents": pair.documents,
                "overall": measured(
                    pair.overall,
                    f"pairs[{place}].overall",
                    undefined,
                    no_interval=_no_interval(pair.documents),
                ),
                "codes": [
                    _code(
                        one,
                        names,
                        f"pairs[{place}].codes[{row}]",
                        undefined,
                        _no_interval(pair.documents),
                    )
                    for row, one in enumerate(pair.codes)
                ],
            }
            for place, pair in enumerate(found.pairs)
        ],
        "by_document": [
            {
                "document": one.document.name,
                "guid": one.document.guid,
                **measured(
                    one.measured, f"by_document[{place}]", undefined, no_interval=_no_interval(1)
                ),
            }
            for place, one in enumerate(found.documents)
        ],
        "undefined": undefined,
    }


def add_unitized(whole: dict[str, Any], found: Continuum, sets: SetAlphas) -> None:
    """Add the figures of units that coders cut out themselves, and those of sets of codes."""
    undefined = whole["undefined"]

    def value(figure: Figure, where: str) -> float | None:
        if figure.why is not None:
            undefined[where] = figure.why.value
        return figure.value

    whole["alpha_u"] = value(found.alpha_u, "alpha_u")
    whole["alpha_masi"] = value(sets.masi, "alpha_masi")
    whole["alpha_jaccard"] = value(sets.jaccard, "alpha_jaccard")
    for place, one in enumerate(found.by_code):
        whole["codes"][place]["alpha_u"] = value(one, f"codes[{place}].alpha_u")
    for place, pair in enumerate(found.pairs):
        where = f"pairs[{place}].unitizing"
        row = whole["pairs"][place]
        row["unitizing"] = {
            name: value(figure, f"{where}.{name}") for name, figure in _family(pair).items()
        } | {
            "codes": [
                {
                    "code": code["code"],
                    "guid": code["guid"],
                    "ku_alpha": value(figure, f"{where}.codes[{at}].ku_alpha"),
                }
                for at, (code, figure) in enumerate(zip(row["codes"], pair.of_code, strict=False))
            ]
        }


def _family(pair: Family) -> dict[str, Figure]:
    return {
        "u_alpha": pair.u,
        "binary_u_alpha": pair.binary,
        "cu_alpha": pair.cu,
        "cu_coverage": pair.coverage,
    }


def _no_interval(documents: int) -> str:
    """Say why there is no interval of an alpha that has a value."""
    return _FEW if documents < FEWEST_DOCUMENTS else _SELDOM


def _code(
    one: CodeAgreement,
    names: Mapping[int, str],
    where: str,
    undefined: dict[str, str],
    no_interval: str,
) -> dict[str, Any]:
    cells = one.cells
    return {
        "code": names[one.code.id],
        "guid": one.code.guid,
        "n11": cells and cells.n11,
        "n10": cells and cells.n10,
        "n01": cells and cells.n01,
        "n00": cells and cells.n00,
        **measured(one.measured, where, undefined, no_interval=no_interval),
    }


def measured(
    of: Measured,
    where: str,
    undefined: dict[str, str],
    names: tuple[Coefficient, ...] = OF_CODINGS,
    *,
    no_interval: str,
) -> dict[str, Any]:
    """Return the coefficients, and note under ``where`` why one has no value.

    ``no_interval`` says why alpha has a value and no interval.
    """
    start = f"{where}." if where else ""
    for name, why in of.undefined.items():
        undefined[f"{start}{name.value}"] = why.value
    found: dict[str, Any] = {name.value: of.get(name) for name in names}
    found[_INTERVAL] = of.interval and list(of.interval)
    if of.interval is None:
        alpha = of.undefined.get(Coefficient.KRIPPENDORFF_ALPHA)
        undefined[f"{start}{_INTERVAL}"] = no_interval if alpha is None else alpha.value
    return found
