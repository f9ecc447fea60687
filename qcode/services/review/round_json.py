"""What was compared and what came out, as the JSON that a round keeps, and back."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from qcode.model.agreement import (
    Agreement,
    Cells,
    CodeAgreement,
    Coefficient,
    DocumentAgreement,
    Measured,
    PairAgreement,
    Request,
    Undefined,
    Unit,
)
from qcode.model.enums import CodeKind
from qcode.model.records import Code, Coder, Document
from qcode.services.agreement.gathering import Gathered

FORMAT = 1  # of the JSON; a later program reads the earlier ones

Ids = Mapping[str, Mapping[str, int]]  # table → GUID → id of now


def request_json(gathered: Gathered) -> str:
    """Return what was compared: coders and documents with their names, and how."""
    request = gathered.request
    codes = {one.id: one.guid for one in gathered.codes}
    documents = {one.id: one.guid for one in gathered.documents}
    two = gathered.tally.judged.sum(axis=1) > 1
    compared = (one for one, is_it in zip(gathered.documents, two.tolist(), strict=True) if is_it)
    return _dumped(
        {
            "format": FORMAT,
            "coders": [_coder(one) for one in gathered.coders],
            "documents": [_document(one) for one in compared],
            "unit": request.unit.value,
            "overlap": request.overlap,
            "all_documents": request.all_documents,
            "roll_up": request.roll_up,
            "code_ids": _known(codes, request.code_ids),
            "document_ids": _known(documents, request.document_ids),
        }
    )


def figures_json(agreement: Agreement) -> str:
    """Return the figures; codes are told once, and each list of theirs is in that order.

    Codes that none of a pair used are left out of the figures of the pair.
    """
    place = {one.code.id: at for at, one in enumerate(agreement.codes)}
    return _dumped(
        {
            "format": FORMAT,
            "coders": [_coder(one) for one in agreement.coders],
            "compared": agreement.compared,
            "available": agreement.available,
            "overall": _measured(agreement.overall),
            "lowest": agreement.lowest,
            "median": agreement.median,
            "codes": [_of_code(one) | {"code": _code(one.code)} for one in agreement.codes],
            "documents": [
                {"document": _document(one.document), **_measured(one.measured)}
                for one in agreement.documents
            ],
            "pairs": [
                {
                    "coders": [_coder(one) for one in pair.coders],
                    "documents": pair.documents,
                    "overall": _measured(pair.overall),
                    "codes": [
                        _of_code(one) | {"place": place[one.code.id]}
                        for one in pair.codes
                        if one.cells is None or one.cells.n11 or one.cells.n10 or one.cells.n01
                    ],
                }
                for pair in agreement.pairs
            ],
        }
    )


def agreement_of(request: str, figures: str, ids: Ids) -> Agreement:
    """Return figures as they were kept; ids are those of now, 0 for what is gone."""
    asked, kept = json.loads(request), json.loads(figures)
    codes = [_code_of(one["code"], ids) for one in kept["codes"]]
    return Agreement(
        request=Request(
            coders=tuple(one["name"] for one in asked["coders"]),
            unit=Unit(asked["unit"]),
            overlap=asked["overlap"],
            all_documents=asked["all_documents"],
            code_ids=_ids_of(asked["code_ids"], ids["code"]),
            document_ids=_ids_of(asked["document_ids"], ids["document"]),
            roll_up=asked["roll_up"],
        ),
        coders=tuple(_coder_of(one, ids) for one in kept["coders"]),
        documents=tuple(
            DocumentAgreement(_document_of(one["document"], ids), _measured_of(one))
            for one in kept["documents"]
        ),
        compared=kept["compared"],
        available=kept["available"],
        overall=_measured_of(kept["overall"]),
        lowest=kept["lowest"],
        median=kept["median"],
        codes=tuple(
            CodeAgreement(code, _measured_of(one), _cells_of(one))
            for code, one in zip(codes, kept["codes"], strict=True)
        ),
        pairs=tuple(
            PairAgreement(
                (_coder_of(pair["coders"][0], ids), _coder_of(pair["coders"][1], ids)),
                pair["documents"],
                _measured_of(pair["overall"]),
                tuple(
                    CodeAgreement(codes[one["place"]], _measured_of(one), _cells_of(one))
                    for one in pair["codes"]
                ),
            )
            for pair in kept["pairs"]
        ),
    )


def _dumped(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


# ---------------------------------------------------------------------- who and what


def _coder(one: Coder) -> dict[str, Any]:
    return {"guid": one.guid, "name": one.name, "color": one.color}


def _coder_of(kept: dict[str, Any], ids: Ids) -> Coder:
    return Coder(ids["coder"].get(kept["guid"], 0), kept["guid"], kept["name"], kept["color"])


def _document(one: Document) -> dict[str, Any]:
    return {
        "guid": one.guid,
        "name": one.name,
        "label": one.label,
        "characters": one.characters,
        "position": one.position,
    }


def _document_of(kept: dict[str, Any], ids: Ids) -> Document:
    return Document(
        id=ids["document"].get(kept["guid"], 0),
        guid=kept["guid"],
        name=kept["name"],
        label=kept["label"],
        group_id=None,
        characters=kept["characters"],
        position=kept["position"],
        source="",
        passages=0,
        codings=0,
    )


def _code(one: Code) -> dict[str, Any]:
    return {
        "guid": one.guid,
        "name": one.name,
        "kind": one.kind.value,
        "number": one.number,
        "color": one.color,
        "depth": one.depth,
        "position": one.position,
    }


def _code_of(kept: dict[str, Any], ids: Ids) -> Code:
    return Code(
        id=ids["code"].get(kept["guid"], 0),
        guid=kept["guid"],
        name=kept["name"],
        kind=CodeKind(kept["kind"]),
        parent_id=None,
        position=kept["position"],
        color=kept["color"],
        definition="",
        use_when="",
        not_when="",
        typical="",
        boundary="",
        depth=kept["depth"],
        number=kept["number"],
    )


def _known(guids: Mapping[int, str], wanted: Iterable[int] | None) -> list[str] | None:
    return None if wanted is None else sorted(guids[one] for one in wanted if one in guids)


def _ids_of(guids: list[str] | None, ids: Mapping[str, int]) -> frozenset[int] | None:
    return None if guids is None else frozenset(ids[guid] for guid in guids if guid in ids)


# ---------------------------------------------------------------------- figures


def _measured(one: Measured) -> dict[str, Any]:
    return {
        "values": {name.value: value for name, value in one.values.items()},
        "undefined": {name.value: why.value for name, why in one.undefined.items()},
        "interval": one.interval,
    }


def _measured_of(kept: dict[str, Any]) -> Measured:
    ends = kept["interval"]
    return Measured(
        {Coefficient(name): value for name, value in kept["values"].items()},
        {Coefficient(name): Undefined(why) for name, why in kept["undefined"].items()},
        None if ends is None else (ends[0], ends[1]),
    )


def _of_code(one: CodeAgreement) -> dict[str, Any]:
    cells = one.cells
    return {
        **_measured(one.measured),
        "cells": None if cells is None else [cells.n11, cells.n10, cells.n01, cells.n00],
    }


def _cells_of(kept: dict[str, Any]) -> Cells | None:
    return None if kept["cells"] is None else Cells(*kept["cells"])
