"""A ledger of seven documents, the last two held out."""

from __future__ import annotations

from qcode.model.messages import Message
from qcode.model.saturation import (
    CodingOrder,
    DocumentNews,
    NewCode,
    Run,
    RunMeasure,
    Saturation,
    Verdict,
)

NEWS = (
    ("街道办主任 <访谈>", ("下午再打电话", "list & calls"), ("检查考核",)),
    ("Officer of the bureau", ("a $1$ fine",), ()),
    ("third", ("c3", "c4"), ("repeated contact",)),
    ("fourth", (), ()),
    ("fifth", ("c5",), ()),
    ("sixth", (), ()),
    ("seventh", ("c6",), ()),
)


def codes(names: tuple[str, ...]) -> tuple[NewCode, ...]:
    return tuple(NewCode(place, name) for place, name in enumerate(names))


def sample(count: int = len(NEWS), *, uncoded: bool = False) -> Saturation:
    """The first ``count`` documents; with ``uncoded`` nothing is coded in the last one."""
    documents, concepts, categories = [], 0, 0
    for place, (name, new, above) in enumerate(NEWS[:count], start=1):
        coded = not (uncoded and place == count)
        new, above = (new, above) if coded else ((), ())
        concepts, categories = concepts + len(new), categories + len(above)
        documents.append(
            DocumentNews(
                document_id=place,
                guid="",
                document=name,
                label=f"{place:02d}",
                held_out=place > 5,
                coded=coded,
                concepts=codes(new),
                categories=codes(above),
                higher=codes(("top",) if place in (1, 7) and coded else ()),
                cumulative_concepts=concepts,
                cumulative_categories=categories,
            )
        )
    runs = (Run(5, 6, 1, 20.0, False), Run(6, 7, 0, 0.0, True)) if count == len(NEWS) else ()
    return Saturation(
        order=CodingOrder.DOCUMENTS,
        documents=tuple(documents),
        measure=RunMeasure(4, 2, 5.0, 5 if runs else None, runs),
        verdict=Verdict.NOT_YET_CODED if uncoded else Verdict.NOT_SATURATED,
        sentence=Message("said elsewhere"),
    )
