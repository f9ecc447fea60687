"""Passages as they are read beside each other: words, labels, neighbours, the way on."""

from __future__ import annotations

import pytest
from qcode.analysis.surroundings import surroundings
from qcode.model.enums import CodeKind
from qcode.model.records import CodeDraft
from qcode.model.sources import Source
from qcode.model.span import Span
from qcode.services import codes, codings, documents, passages
from qcode.services.passages import Neighbour, Reading, Stop
from qcode.services.project import Project

from tests.services.bringing import bring_in

TALK = (
    "The lamp is lit first. Nobody asks who lit it! Then the ferry leaves. On windy days they"
    " wait.\nThe quay is swept before dawn. 天亮前打扫码头。没有人问为什么；大家都知道。"
)


@pytest.fixture
def talks(project: Project) -> list[int]:
    ferry, quay = Source("Ferry", TALK, "F"), Source("Quay", f"🏮 {TALK[::-1]}")
    return bring_in(project, ferry, quay, group="Talks")


@pytest.fixture
def lamp(project: Project) -> int:
    return codes.create(project, CodeDraft("lamp", CodeKind.CONCEPT))


@pytest.fixture
def wait(project: Project) -> int:
    return codes.create(project, CodeDraft("wait", CodeKind.CONCEPT))


def test_portions_hold_the_same_passages_as_reading_at_once(
    project: Project, talks: list[int], lamp: int, wait: int
) -> None:
    for talk in talks:
        codings.apply(project, talk, [Span(n, n + 5) for n in range(8)], [lamp, wait])
    reading = Reading(project, [lamp])
    assert (reading.total, reading.left) == (16, 16)
    read, facts = [], []
    while reading.left:
        portion = reading.portion(3)
        read += portion.passages
        facts += portion.facts
    assert reading.portion().passages == []
    whole = passages.of_codes(project, [lamp])
    assert {one.coding_id: one.quote for one in read} == {one.coding_id: one.quote for one in whole}
    assert [one.id for one in facts] == talks  # each once
    assert whole[0].label == "F-01"
    assert whole[-1].label == "01-08"  # given on import


def test_a_few_passages_are_cut_from_the_text_as_exactly_as_many(
    project: Project, talks: list[int], lamp: int
) -> None:
    spans = [Span(0, 4), Span(2, 3), Span(60, 100), Span(len(TALK) - 6, len(TALK) + 2)]
    made = codings.apply(project, talks[1], spans, [lamp])
    text = documents.text(project, talks[1])
    for coding_id, span in zip(made, spans, strict=True):
        (found,) = passages.by_id(project, [coding_id]).passages
        assert found.quote == span.of(text)
    assert [one.quote for one in passages.by_id(project, [*made, 999]).passages] == [
        span.of(text) for span in spans
    ]
    assert passages.by_id(project, [999]).passages == []


def test_facts_tell_group_position_and_values(
    project: Project, talks: list[int], lamp: int
) -> None:
    documents.edit(project, talks[0], values={"year": "2021"})
    first, second = passages.facts(project, talks)
    assert (first.name, first.label, first.values) == ("Ferry", "F", {"year": "2021"})
    assert (second.label, second.values) == ("01", {})
    assert first.group_id == second.group_id is not None
    assert first.position < second.position
    assert passages.facts(project, []) == []


def test_a_places_list_counts_each_coded_span_once(
    project: Project, talks: list[int], lamp: int, wait: int
) -> None:
    codings.apply(project, talks[0], [Span(9, 12), Span(0, 4), Span(0, 9)], [lamp, wait])
    assert passages.coded_spans(project, talks[0]) == [(0, 4), (0, 9), (9, 12)]
    assert passages.coded_spans(project, talks[1]) == []


def test_neighbours_are_whole_sentences_and_the_codes_that_share_words(
    project: Project, talks: list[int], lamp: int, wait: int
) -> None:
    asked = TALK.index("Nobody")
    span = Span(asked, asked + len("Nobody asks who lit it!"))
    (it,) = codings.apply(project, talks[0], [span], [lamp])
    codings.apply(project, talks[0], [Span(span.end - 3, span.end + 9)], [wait])
    codings.apply(project, talks[0], [Span(span.end, span.end + 4)], [lamp])  # only touches
    project.act_as("Bo", remember=False)
    codings.apply(project, talks[0], [span], [lamp])
    around = passages.neighbours(project, [it, 999])[it]
    assert around.before == "The lamp is lit first. "
    assert around.quote == span.of(TALK)
    assert around.after == TALK[span.end :].rstrip()
    assert (around.more_before, around.more_after) == (False, False)
    assert around.others == (Neighbour(lamp, "Bo", True), Neighbour(wait, "Ann", False))


@pytest.mark.parametrize(
    ("text", "quote", "reach", "found"),
    [
        ("One two. Three four. Five six. Seven.", "Three", 8, "Three four."),
        ("One two. Three four. Five six. Seven eight nine.", "Five", 14, "Three four. Five six."),
        ("没有人问。大家都知道；天亮前打扫。好", "大家", 8, "没有人问。大家都知道；"),
        ("so no end anywhere in this text", "anywhere", 8, "no end anywhere in this"),
        ("so no end anywhere in this text", "anywhere", 6, "end anywhere in"),
        ("没有任何句号的一段很长的话", "一段", 3, "句号的一段很长的"),
        ("  \n Only this \n ", "Only", 100, "Only this"),
    ],
)
def test_surroundings_end_where_sentences_do(text: str, quote: str, reach: int, found: str) -> None:
    start = text.index(quote)
    span = surroundings(text, Span(start, start + len(quote)), reach)
    assert span.of(text) == found


def test_surroundings_hold_the_passage_whatever_lies_around() -> None:
    text = "。。 \n\n.. ?! \n"
    for start in range(len(text)):
        for end in range(start + 1, len(text) + 1):
            for reach in (0, 1, 3, 50):
                around = surroundings(text, Span(start, end), reach)
                assert 0 <= around.start <= start
                assert end <= around.end <= len(text)


def test_stops_are_distinct_passages_in_text_order(
    project: Project, talks: list[int], lamp: int, wait: int
) -> None:
    second = codings.apply(project, talks[0], [Span(9, 12)], [lamp])[0]
    last = codings.apply(project, talks[1], [Span(0, 3)], [wait])[0]
    first = codings.apply(project, talks[0], [Span(0, 4)], [wait])[0]
    codings.apply(project, talks[0], [Span(0, 4)], [lamp])
    position = [one.position for one in passages.facts(project, talks)]
    assert passages.stops(project, [lamp, wait]) == [
        Stop(position[0], talks[0], 0, 4, first, wait),
        Stop(position[0], talks[0], 9, 12, second, lamp),
        Stop(position[1], talks[1], 0, 3, last, wait),
    ]
