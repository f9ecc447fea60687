"""Passages are quoted by what they are, and offered to relations by the codes at their ends."""

import pytest
from qcode.services import codings, quoted_passages, relations
from qcode.services.project import Project
from qcode.services.quoted_passages import offered, quoted

from tests.services.theory_project import TEXT, bring, code, grow


@pytest.fixture
def study(tmp_path):
    with Project.create(tmp_path / "study.qcode", "Study", "Ann") as project:
        yield project


def test_a_passage_is_quoted_with_its_words_and_label(study):
    (document,) = bring(study, ["One"])
    ids = grow(study, {"call": "category"}, {})
    for start in (30, 4):
        code(study, document, ids["call"], start=start)
    selections = {one.selection_id for one in codings.of_document(study, document)}
    found = sorted(quoted(study, selections | {999}).values(), key=lambda one: one.span)
    whole = f"One. {TEXT}"
    assert [one.quote for one in found] == [whole[4:9], whole[30:35]]
    assert [one.label[-3:] for one in found] == ["-01", "-02"]
    assert {one.document for one in found} == {"One"}


def test_many_passages_of_a_text_are_quoted_as_single_ones_are(study):
    (document,) = bring(study, ["One"])
    ids = grow(study, {"call": "category"}, {})
    for start in range(0, 30, 3):
        code(study, document, ids["call"], start=start)
    selections = {one.selection_id for one in codings.of_document(study, document)}
    assert len(selections) > quoted_passages.FEW
    together = quoted(study, selections)
    assert together == {one: quoted(study, [one])[one] for one in selections}


def test_passages_with_both_ends_are_offered_first_then_those_with_one(study):
    first, second = bring(study, ["One", "Two"])
    ids = grow(
        study,
        {"call": "category", "bind": "category", "phone": "concept", "else": "category"},
        {"phone": "call"},
    )
    code(study, first, ids["bind"], start=0)
    code(study, first, ids["phone"], start=10)
    code(study, first, ids["else"], start=20)
    code(study, second, ids["phone"], ids["bind"], start=5)
    found = offered(study, ids["call"], ids["bind"])
    assert [(one.passage.document, one.passage.span.start) for one in found] == [
        ("Two", 5),
        ("One", 0),
        ("One", 10),
    ]
    assert [(one.source, one.target) for one in found] == [
        (True, True),
        (False, True),
        (True, False),
    ]


def test_a_passage_that_only_a_relation_holds_is_quoted_too(study):
    from qcode.model.span import Span

    (document,) = bring(study, ["One"])
    ids = grow(study, {"call": "category", "bind": "category"}, {})
    tie = relations.create(study, ids["call"], ids["bind"], "leads_to")
    (selection,) = relations.add_passages(study, tie, [(document, Span(0, 3))])
    assert quoted(study, [selection])[selection].quote == "One"
