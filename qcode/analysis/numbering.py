"""Code numbers: they follow the order of the codes and are never typed.

Presets after the usage of Chinese theses: a1, A1, AA1 for concepts, initial categories and main
categories, counted through the whole codebook; a, B, C likewise with one letter a kind; 1.1.1 by
place in the tree.
"""

from __future__ import annotations

from collections.abc import Iterable

from qcode.model.enums import CodeKind, Numbering

_PREFIXES = {
    Numbering.LETTERS: {
        CodeKind.CONCEPT: "a",
        CodeKind.CATEGORY: "A",
        CodeKind.MAIN_CATEGORY: "AA",
        CodeKind.CORE_CATEGORY: "AAA",
    },
    Numbering.ALPHABET: {
        CodeKind.CONCEPT: "a",
        CodeKind.CATEGORY: "B",
        CodeKind.MAIN_CATEGORY: "C",
        CodeKind.CORE_CATEGORY: "D",
    },
}


def numbers(codes: Iterable[tuple[int, CodeKind, int]], preset: Numbering) -> dict[int, str]:
    """Return code id → number for ``(id, kind, depth)`` triples in tree order."""
    if preset is Numbering.NONE:
        return {}
    if preset is Numbering.DECIMAL:
        return _decimal(codes)
    prefixes = _PREFIXES[preset]
    seen = dict.fromkeys(CodeKind, 0)
    numbered: dict[int, str] = {}
    for code_id, kind, _ in codes:
        seen[kind] += 1
        numbered[code_id] = f"{prefixes[kind]}{seen[kind]}"
    return numbered


def _decimal(codes: Iterable[tuple[int, CodeKind, int]]) -> dict[int, str]:
    places: list[int] = []
    numbered: dict[int, str] = {}
    for code_id, _, depth in codes:
        del places[depth + 1 :]
        if len(places) == depth:
            places.append(0)
        places[depth] += 1
        numbered[code_id] = ".".join(map(str, places))
    return numbered
