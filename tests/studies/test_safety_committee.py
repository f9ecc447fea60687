"""A safety committee: actors × attitudes, and goals × capability as two dimensions that cross."""

from __future__ import annotations

from pathlib import Path

import pytest
from qcode.model.report import PageSetup
from qcode.model.theory_records import WarningKind
from qcode.model.thesis import TableKind, TableOptions
from qcode.services import (
    documents,
    live_links,
    properties,
    relations,
    storyline,
    thesis_axes,
    thesis_tables,
)

from tests.studies import printed
from tests.studies.hand import CATEGORY, CORE, MAIN, Hand, Steps
from tests.studies.material import BUREAUS, DISTRICTS

FIRE, TRANSPORT = BUREAUS
HARBOUR, NORTH = DISTRICTS


def read_and_code_openly(hand: Hand) -> None:
    hand.bring(BUREAUS, group="bureaus")
    hand.bring(DISTRICTS, group="districts")
    hand.call(FIRE, "Nobody wants a fire on their watch", "it is our watch")
    hand.mark(NORTH, "Safety is what we are measured by", "it is our watch")
    hand.in_vivo(TRANSPORT, "we have roads to open")
    hand.call(HARBOUR, "we do not want to lose one", "firms come first")
    hand.call(FIRE, "we bring our own engineers along", "has experts")
    hand.mark(HARBOUR, "Our people know every crane", "has experts")
    hand.call(TRANSPORT, "Two inspectors for four hundred depots", "too few people")
    hand.mark(NORTH, "We have no engineers", "too few people")
    hand.call(FIRE, "We check every boiler twice", "does more than asked")
    hand.call(NORTH, "we do the same week", "does it at once")
    hand.call(TRANSPORT, "wait what comes out", "waits")
    hand.mark(HARBOUR, "put it on the pile and waited", "waits")


def gather_categories(hand: Hand) -> None:
    hand.gather(CATEGORY, "shared goal", "it is our watch")
    hand.gather(CATEGORY, "goal of its own", "we have roads to open", "firms come first")
    hand.gather(CATEGORY, "means", "has experts", "too few people")
    hand.gather(CATEGORY, "joining in", "does more than asked", "does it at once")
    hand.gather(CATEGORY, "holding back", "waits")
    hand.gather(MAIN, "goal", "shared goal", "goal of its own", meaning="what the actor is after")
    hand.gather(MAIN, "capability", "means", meaning="what the actor is able to do")
    hand.gather(MAIN, "attitude", "joining in", "holding back", meaning="what the actor then does")
    hand.gather(CORE, "taking part by halves", "goal", "capability", "attitude")


def place_passages_on_two_dimensions(hand: Hand) -> None:
    """Each actor says where it stands, from the low pole (0) to the high one (100)."""
    nearness = properties.create(
        hand.project, hand.code("goal"), "nearness", "its own", "the committee's"
    )
    strength = properties.create(
        hand.project, hand.code("capability"), "strength", "weak", "strong"
    )
    for document, words, concept, place in (
        (FIRE, "Nobody wants a fire on their watch", "it is our watch", 80),
        (NORTH, "Safety is what we are measured by", "it is our watch", 95),
        (TRANSPORT, "we have roads to open", "we have roads to open", 10),
        (HARBOUR, "we do not want to lose one", "firms come first", 20),
    ):
        properties.place(hand.project, nearness, hand.passage(document, words, concept), place)
    for document, words, concept, place in (
        (FIRE, "we bring our own engineers along", "has experts", 90),
        (HARBOUR, "Our people know every crane", "has experts", 85),
        (TRANSPORT, "Two inspectors for four hundred depots", "too few people", 15),
        (NORTH, "We have no engineers", "too few people", 5),
    ):
        properties.place(hand.project, strength, hand.passage(document, words, concept), place)


@pytest.fixture
def study(hand: Hand, steps: Steps) -> Hand:
    del steps  # watches from the beginning
    read_and_code_openly(hand)
    gather_categories(hand)
    place_passages_on_two_dimensions(hand)
    return hand


def crossing(hand: Hand, down: str, across: str) -> TableOptions:
    """The typology alone, of two axes by the names that commands have for them."""
    return TableOptions(
        tables=frozenset({TableKind.TYPOLOGY}),
        down=thesis_axes.find(hand.project, down),
        across=thesis_axes.find(hand.project, across),
    )


def test_goals_and_capability_cross_in_four_types_of_actors(study: Hand, tmp_path: Path) -> None:
    axes = crossing(study, "property:goal: nearness", "property:strength")
    found = thesis_tables.gather(study.project, axes).typology
    assert printed.typology(found) == [
        "goal: nearness | weak | strong",
        "its own | 02 | 03",
        "the committee's | 04 | 01",
    ]
    out = tmp_path / "types.docx"
    thesis_tables.write(study.project, out, options=axes)
    words = printed.words_of(out)
    for expected in ("Goal: nearness by capability: strength", "weak", "the committee's", "04"):
        assert expected in words


def test_each_dimension_is_printed_with_the_words_at_its_poles(study: Hand, tmp_path: Path) -> None:
    found = thesis_tables.gather(study.project)
    assert [
        f"{one.category}: {one.name} | {one.low} … {one.high} | {one.placed}"
        f" | {printed.said([one.low_quote] if one.low_quote else [])}"
        f" | {printed.said([one.high_quote] if one.high_quote else [])}"
        for one in found.properties
    ] == [
        "goal: nearness | its own … the committee's | 4 | 02-01 we have roads to open"
        " | 04-01 Safety is what we are measured by",
        "capability: strength | weak … strong | 4 | 04-02 We have no engineers"
        " | 01-02 we bring our own engineers along",
    ]
    out = tmp_path / "tables.docx"
    thesis_tables.write(study.project, out)
    words = printed.words_of(out)
    for expected in ("nearness", "its own", "the committee's", "We have no engineers"):
        assert expected in words


ACTORS_BY_ATTITUDES = [
    "|  | bureaus (2) | districts (2)",
    "taking part by halves | 12/4 | 6/2 | 6/2",
    "  goal | 4/4 | 2/2 | 2/2",
    "    shared goal | 2/2 | 1/1 | 1/1",
    "      it is our watch | 2/2 | 1/1 | 1/1",
    "    goal of its own | 2/2 | 1/1 | 1/1",
    "      we have roads to open | 1/1 | 1/1 | 0/0",
    "      firms come first | 1/1 | 0/0 | 1/1",
    "  capability | 4/4 | 2/2 | 2/2",
    "    means | 4/4 | 2/2 | 2/2",
    "      has experts | 2/2 | 1/1 | 1/1",
    "      too few people | 2/2 | 1/1 | 1/1",
    "  attitude | 4/4 | 2/2 | 2/2",
    "    joining in | 2/2 | 1/1 | 1/1",
    "      does more than asked | 1/1 | 1/1 | 0/0",
    "      does it at once | 1/1 | 0/0 | 1/1",
    "    holding back | 2/2 | 1/1 | 1/1",
    "      waits | 2/2 | 1/1 | 1/1",
]


def test_types_of_actors_by_attitudes_are_printed(study: Hand, tmp_path: Path) -> None:
    only = TableOptions(tables=frozenset({TableKind.FREQUENCIES}))
    found = thesis_tables.gather(study.project, only)
    assert printed.frequencies(found.frequencies) == ACTORS_BY_ATTITUDES
    assert (found.open, found.axial, found.selective, found.saturation) == (None,) * 4
    out = tmp_path / "matrix.docx"
    thesis_tables.write(study.project, out, options=only)
    words = printed.words_of(out)
    for expected in ("bureaus", "districts", "holding back", "joining in"):
        assert expected in words


def test_types_of_actors_cross_attitudes_and_every_cell_opens_its_passages(
    study: Hand, tmp_path: Path
) -> None:
    axes = crossing(study, "groups", "below:attitude")
    found = thesis_tables.gather(study.project, axes).typology
    assert printed.typology(found) == [
        "| joining in | holding back",
        "bureaus | 01-03 We check every boiler twice | 02-02 wait what comes out",
        "districts | 04-03 we do the same week | 03-03 put it on the pile and waited",
    ]
    assert found is not None
    assert [[cell.passages for cell in row] for row in found.cells] == [
        [
            (study.passage(FIRE, "We check every boiler twice", "does more than asked"),),
            (study.passage(TRANSPORT, "wait what comes out", "waits"),),
        ],
        [
            (study.passage(NORTH, "we do the same week", "does it at once"),),
            (study.passage(HARBOUR, "put it on the pile and waited", "waits"),),
        ],
    ]
    out = tmp_path / "matrix.docx"
    thesis_tables.write(study.project, out, PageSetup(headings="zh"), axes)
    words = printed.words_of(out)
    for expected in ("类型矩阵：文本组×attitude", "bureaus", "joining in", "put it on the pile"):
        assert expected in words


def test_two_sets_of_codes_cross_in_the_documents_in_which_both_occur(study: Hand) -> None:
    axes = crossing(study, "below:goal", "below:attitude")
    assert printed.typology(thesis_tables.gather(study.project, axes).typology) == [
        "goal | joining in | holding back",
        "shared goal | 01, 04 | ",
        "goal of its own |  | 02, 03",
    ]


def test_the_model_warns_until_it_stands_on_passages(study: Hand, steps: Steps) -> None:
    project = study.project

    def warned() -> list[tuple[WarningKind, str]]:
        return [(one.kind, str(one.message)) for one in storyline.warnings(project)]

    tied = relations.create(project, *study.codes("capability", "attitude"), "conditions")
    assert warned() == [
        (
            WarningKind.NO_PASSAGE,
            "No passage stands for “capability” is a condition of “attitude”.",
        )
    ]
    weak = study.passage(NORTH, "We have no engineers", "too few people")
    at_once = study.passage(NORTH, "we do the same week", "does it at once")
    relations.add_passages(project, tied, [weak, at_once])
    assert warned() == []

    first = f"The core is {live_links.code_link(project, study.code('taking part by halves'))}: "
    storyline.write(project, first)
    assert [kind for kind, _ in warned()] == [WarningKind.OUTSIDE_STORY] * 3
    rest = ", ".join(
        live_links.code_link(project, study.code(name))
        for name in ("goal", "capability", "attitude")
    )
    storyline.write(project, first + rest)
    assert warned() == []

    relations.reorder_passages(project, tied, [at_once])
    found = thesis_tables.gather(project)
    assert printed.relations(found.selective) == [
        "capability conditions attitude |  | 04-03 we do the same week"
    ]
    documents.delete(project, [study.document(NORTH)])
    assert [kind for kind, _ in warned()] == [WarningKind.NO_PASSAGE]
    project.undo()
    assert warned() == []
    steps.all_can_be_taken_back_and_done_again()
