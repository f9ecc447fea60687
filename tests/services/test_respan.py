"""Moving the edges of a coding: it keeps everything but its place, and harms no other."""

from __future__ import annotations

import pytest
from qcode.model.enums import CodeKind
from qcode.model.errors import QcodeError
from qcode.model.records import CodeDraft, Coding
from qcode.model.span import Span
from qcode.services import codes, codings, overview
from qcode.services.project import Project

from tests.services.test_rules import talk

__all__ = ["talk"]


def make(project: Project, name: str) -> int:
    return codes.create(project, CodeDraft(name, CodeKind.CONCEPT))


def spans(project: Project, document: int) -> list[tuple[int, int, int]]:
    found = codings.of_document(project, document)
    return [(coding.start, coding.end, coding.code_id) for coding in found]


def only(project: Project, coding_id: int) -> Coding:
    (coding,) = codings.by_id(project, [coding_id])
    return coding


def test_a_coding_keeps_everything_but_its_place(project: Project, talk: int) -> None:
    code = make(project, "call")
    (coding,) = codings.apply(project, talk, [Span(0, 4)], [code])
    codings.set_memo(project, coding, "why not later?")
    codings.set_typical(project, [coding], True)
    before = only(project, coding)
    assert codings.respan(project, coding, Span(5, 9)) == coding
    after = only(project, coding)
    assert (after.start, after.end) == (5, 9)
    kept = ("guid", "code_id", "coder", "memo", "typical", "created")
    assert [getattr(after, key) for key in kept] == [getattr(before, key) for key in kept]
    assert overview.findings(project) == []


def test_other_codings_of_the_passage_stay_where_they_are(project: Project, talk: int) -> None:
    one, two = make(project, "one"), make(project, "two")
    moved, _ = codings.apply(project, talk, [Span(0, 9)], [one, two])
    codings.respan(project, moved, Span(0, 4))
    assert spans(project, talk) == [(0, 9, two), (0, 4, one)]


def test_many_small_moves_are_one_step(project: Project, talk: int) -> None:
    code = make(project, "call")
    (coding,) = codings.apply(project, talk, [Span(0, 4)], [code])
    for end in range(5, 12):
        codings.respan(project, coding, Span(0, end))
    project.undo()
    assert spans(project, talk) == [(0, 4, code)]
    project.redo()
    assert spans(project, talk) == [(0, 11, code)]
    assert overview.findings(project) == []


def test_the_same_place_is_no_step(project: Project, talk: int) -> None:
    (coding,) = codings.apply(project, talk, [Span(0, 4)], [make(project, "call")])
    before = overview.history(project)
    codings.respan(project, coding, Span(0, 4))
    assert overview.history(project) == before


def test_a_coding_moved_onto_its_twin_becomes_one_with_it(project: Project, talk: int) -> None:
    code = make(project, "call")
    first, second = codings.apply(project, talk, [Span(0, 4), Span(0, 9)], [code])
    codings.set_memo(project, first, "short")
    codings.set_memo(project, second, "long")
    assert codings.respan(project, first, Span(0, 9)) == second
    assert only(project, second).memo == "long\n\nshort"
    assert spans(project, talk) == [(0, 9, code)]
    project.undo()
    assert spans(project, talk) == [(0, 9, code), (0, 4, code)]


@pytest.mark.parametrize("span", [Span(0, 0), Span(50, 999), Span(9, 5)])
def test_a_span_outside_the_text_is_refused(project: Project, talk: int, span: Span) -> None:
    (coding,) = codings.apply(project, talk, [Span(0, 4)], [make(project, "call")])
    with pytest.raises(QcodeError, match="does not lie in"):
        codings.respan(project, coding, span)
    assert only(project, coding).end == 4


def test_a_coding_that_is_gone_is_refused(project: Project) -> None:
    with pytest.raises(QcodeError, match="no longer exists"):
        codings.respan(project, 999, Span(0, 4))
