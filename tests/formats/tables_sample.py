"""A small study as far as the tables of a thesis, with everything that may go wrong in print."""

from __future__ import annotations

from qcode.model.diagram import Arrangement, Model, Node, Point, Rect, Route, Tie
from qcode.model.enums import CodeKind, ParadigmRole, RelationForm
from qcode.model.theory_records import NO_EVIDENCE, Evidence
from qcode.model.thesis import (
    ConceptPassages,
    Frequencies,
    FrequencyRow,
    MainCategory,
    OpenCategory,
    OpenCoding,
    ParadigmTable,
    PropertyLine,
    Quote,
    RelationLine,
    RoleLine,
    SelectiveCoding,
    StageLine,
    Subcategory,
    ThesisTables,
)

from tests.formats.saturation_sample import sample as saturation

LISTS = OpenCategory(
    "A1 清单 <lists> & tasks",
    (
        ConceptPassages(
            "a1 calls again", (Quote("01-02", "rings at four"), Quote("02-01", "再打"))
        ),
        ConceptPassages("a2 one list", (Quote("01-03", "a list\n\n\nfor all"),)),
    ),
    Evidence(7, 2),
)
UNUSED = OpenCategory("A2 nothing yet", ())
LOOSE = OpenCategory("", (ConceptPassages("a3 waits", (Quote("03-01", "x" * 400),)),))


def open_coding(*categories: OpenCategory, partial: bool = True) -> OpenCoding:
    """A table of open coding of these categories, or of the usual three."""
    return OpenCoding(categories or (LISTS, UNUSED, LOOSE), 3, Evidence(9, 3), partial)


AXIAL = (
    MainCategory(
        "AA1 Mechanism",
        "what holds it together",
        (Subcategory("A1 lists", "what is written down"), Subcategory("A2 nothing yet", "")),
    ),
    MainCategory("", "", (Subcategory("A3 alone", "belongs nowhere"),)),
)
PROPERTIES = (
    PropertyLine("A1 lists", "length", "short", "long", 2, Quote("01-02", "four lines"), None),
    PropertyLine("A1 lists", "owner", "nobody", "everybody", 0),
)
PARADIGM = ParadigmTable(
    "Acting together",
    tuple(
        RoleLine(
            role,
            (("A1 lists", Evidence(7, 2)), ("A2 nothing yet", NO_EVIDENCE))
            if role is ParadigmRole.STRATEGY
            else (),
            Evidence(7, 2) if role is ParadigmRole.STRATEGY else NO_EVIDENCE,
        )
        for role in ParadigmRole
    ),
)


def relation(form: RelationForm, key: str = "causes", name: str = "") -> RelationLine:
    """A relation between two main categories."""
    return RelationLine(
        "AA1 Mechanism",
        "AA2 Process",
        form,
        key,
        name,
        "one leads on to the other",
        (Quote("01-02", "rings at four"), Quote("02-05", "and goes")),
        Evidence(2, 2),
    )


def diagram() -> tuple[Model, Arrangement]:
    """Two boxes and an arrow."""
    nodes = (Node(1, "AA1 Mechanism", "#3e75d0"), Node(2, "AA2 过程", "#c44d00", core=True))
    line = Route((Point(100, 50), Point(130, 50), Point(150, 50), Point(180, 50)), Point(140, 50))
    return (
        Model(nodes, (Tie(7, 1, 2, RelationForm.FEEDBACK, "feeds back to"),)),
        Arrangement({1: Rect(50, 50, 100, 40), 2: Rect(230, 50, 100, 40)}, {7: line}),
    )


def frequencies(columns: int = 2) -> Frequencies:
    """Two codes in so many groups of two documents."""
    return Frequencies(
        tuple((f"Group {number}" if number else "", 2) for number in range(columns)),
        (
            FrequencyRow(
                "AA1 Mechanism",
                CodeKind.MAIN_CATEGORY,
                0,
                Evidence(9, 3),
                (Evidence(4, 2),) * columns,
            ),
            FrequencyRow(
                "a1 calls again", CodeKind.CONCEPT, 1, Evidence(2, 1), (NO_EVIDENCE,) * columns
            ),
        ),
        4,
        "groups" if columns else "none",
    )


def tables() -> ThesisTables:
    """Everything."""
    return ThesisTables(
        project="Y Street / Y 街道",
        date="2026-11-22",
        coders=("Ann", "李静"),
        open=open_coding(),
        axial=AXIAL,
        properties=PROPERTIES,
        paradigms=(PARADIGM,),
        selective=SelectiveCoding(
            (Subcategory("AAA1 Borrowed authority", "lent by the leader"),),
            tuple(relation(form) for form in RelationForm),
            (StageLine("Plan", "a verb and a date", ("A1 lists", "A2 nothing yet")),),
            diagram(),
        ),
        saturation=saturation(),
        frequencies=frequencies(),
    )
