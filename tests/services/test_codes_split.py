"""Codes are split by their passages, merged again, and kept at hand."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from qcode.model.enums import CodeKind
from qcode.model.errors import QcodeError, ReadOnlyProject
from qcode.model.records import CodeDraft, Coding
from qcode.model.sources import Source
from qcode.model.span import Span
from qcode.services import codes, codings, favourites, overview
from qcode.services.project import Project

from tests.services.bringing import bring_in

CONCEPT, CATEGORY = CodeKind.CONCEPT, CodeKind.CATEGORY
TEXT = "A long letter about the harbour, the pilots, and who pays for the lamps on the quay." * 9


@pytest.fixture
def letter(project: Project) -> int:
    return bring_in(project, Source("letter", TEXT))[0]


@pytest.fixture
def lamps(project: Project, letter: int) -> int:
    code = codes.create(project, CodeDraft("lamps", CONCEPT))
    codings.apply(project, letter, [Span(n, n + 5) for n in range(0, 60, 10)], [code])
    return code


def held(project: Project, document: int) -> dict[int, Coding]:
    return {coding.id: coding for coding in codings.of_document(project, document)}


def by_code(project: Project) -> dict[str, int]:
    return {code.name: code.passages for code in codes.tree(project)}


def test_the_chosen_passages_go_to_a_new_code_in_one_step(
    project: Project, letter: int, lamps: int
) -> None:
    above = codes.create(project, CodeDraft("money", CATEGORY))
    before = held(project, letter)
    going = list(before)[:2]
    codings.set_memo(project, going[0], "who pays")
    steps = len(overview.history(project))
    made = codes.split(project, lamps, going, CodeDraft("paying", CONCEPT), above)
    assert by_code(project) == {"lamps": 4, "money": 0, "paying": 2}
    assert [code.parent_id for code in codes.tree(project) if code.id == made] == [above]
    assert held(project, letter)[going[0]].memo == "who pays"
    assert len(overview.history(project)) == steps + 1
    assert overview.history(project)[-1].label.text() == "Move 2 passages to paying"
    project.undo()
    assert by_code(project) == {"lamps": 6, "money": 0}
    assert overview.findings(project) == []


def test_passages_may_go_to_a_code_that_is_there_and_join_theirs(
    project: Project, letter: int, lamps: int
) -> None:
    other = codes.create(project, CodeDraft("light", CONCEPT))
    (twin,) = codings.apply(project, letter, [Span(0, 5)], [other])
    codings.set_memo(project, twin, "kept")
    first = next(iter(held(project, letter).values()))
    lost = first.id if first.code_id == lamps else list(held(project, letter))[1]
    codings.set_memo(project, lost, "added")
    assert codes.split(project, lamps, [lost], into=other) == other
    assert held(project, letter)[twin].memo == "kept\n\nadded"
    assert by_code(project) == {"lamps": 5, "light": 1}


def test_what_cannot_be_split_is_refused_and_nothing_changes(
    project: Project, letter: int, lamps: int
) -> None:
    other = codes.create(project, CodeDraft("light", CONCEPT))
    (foreign,) = codings.apply(project, letter, [Span(1, 4)], [other])
    mine = next(i for i, coding in held(project, letter).items() if coding.code_id == lamps)
    draft = CodeDraft("new", CONCEPT)
    before = len(overview.history(project))
    for attempt in (
        lambda: codes.split(project, lamps, [], draft),
        lambda: codes.split(project, lamps, [mine, foreign], draft),
        lambda: codes.split(project, lamps, [999], draft),
        lambda: codes.split(project, lamps, [mine], CodeDraft("lamps", CONCEPT)),
        lambda: codes.split(project, lamps, [mine], CodeDraft(" ", CONCEPT)),
        lambda: codes.split(project, lamps, [mine], into=999),
    ):
        with pytest.raises(QcodeError):
            attempt()
    for wrong in ({}, {"draft": draft, "into": other}, {"into": lamps}):
        with pytest.raises(ValueError, match="either"):
            codes.split(project, lamps, [mine], **wrong)
    assert len(overview.history(project)) == before


def test_passages_of_several_codes_are_recoded_together(
    project: Project, letter: int, lamps: int
) -> None:
    other = codes.create(project, CodeDraft("light", CONCEPT))
    codings.apply(project, letter, [Span(0, 5), Span(2, 9)], [other])
    codes.recode_many(project, list(held(project, letter)), CodeDraft("all", CONCEPT))
    # The passage that had both codes carries the new one once.
    assert by_code(project) == {"lamps": 0, "light": 0, "all": 7}
    project.undo()
    assert by_code(project) == {"lamps": 6, "light": 2}


def test_one_passage_given_a_new_code_reads_as_recoding(
    project: Project, letter: int, lamps: int
) -> None:
    codes.recode_many(project, [next(iter(held(project, letter)))], CodeDraft("quay", CONCEPT))
    assert overview.history(project)[-1].label.text() == "Recode as quay"


@settings(max_examples=25)
@given(st.sets(st.integers(0, 5), min_size=1), st.booleans())
def test_splitting_and_merging_again_gives_back_what_was(
    tmp_path_factory: pytest.TempPathFactory, picks: set[int], ben: bool
) -> None:
    path = tmp_path_factory.mktemp("split") / "p.qcode"
    with Project.create(path, "P", "Ann") as project:
        (letter,) = bring_in(project, Source("letter", TEXT))
        lamps = codes.create(project, CodeDraft("lamps", CONCEPT))
        spans = [Span(n, n + 5) for n in range(0, 60, 10)]
        codings.apply(project, letter, spans, [lamps])
        if ben:
            project.act_as("Ben")
            codings.apply(project, letter, spans[:2], [lamps])
        before = held(project, letter)
        going = [list(before)[pick] for pick in picks]
        made = codes.split(project, lamps, going, CodeDraft("part", CONCEPT))
        now = held(project, letter)
        assert {i for i, coding in now.items() if coding.code_id == made} == set(going)
        codes.merge(project, [made], lamps)
        after = held(project, letter)
        assert {i: (one.code_id, one.coder, one.selection_id) for i, one in after.items()} == {
            i: (one.code_id, one.coder, one.selection_id) for i, one in before.items()
        }
        project.undo_to(overview.history(project)[-2].id)
        assert held(project, letter) == before
        assert overview.findings(project) == []


def test_merging_reports_its_progress_and_can_be_stopped(
    project: Project, letter: int, lamps: int
) -> None:
    into = codes.create(project, CodeDraft("light", CONCEPT))
    told: list[tuple[int, int]] = []
    codes.merge(project, [lamps], into, progress=lambda done, total: told.append((done, total)))
    assert told == [(6, 6)]
    project.undo()

    def stop(_done: int, _total: int) -> None:
        raise QcodeError("stopped")

    with pytest.raises(QcodeError, match="stopped"):
        codes.merge(project, [lamps], into, progress=stop)
    assert by_code(project) == {"lamps": 6, "light": 0}


def test_codes_read_twice_are_the_same_until_one_changes(project: Project, lamps: int) -> None:
    other = codes.create(project, CodeDraft("other", CONCEPT))
    first = {code.id: code for code in codes.tree(project, counts=False)}
    codes.rename(project, other, "another")
    second = {code.id: code for code in codes.tree(project, counts=False)}
    assert second[lamps] is first[lamps]
    assert (first[other].name, second[other].name) == ("other", "another")
    project.undo()
    assert [code.name for code in codes.tree(project, counts=False)] == ["lamps", "other"]


def test_who_only_reads_sees_what_another_program_changes(project: Project, lamps: int) -> None:
    with Project.open(project.path, read_only=True) as reader:
        assert [code.name for code in codes.tree(reader, counts=False)] == ["lamps"]
        codes.create(project, CodeDraft("more", CONCEPT))
        assert [code.name for code in codes.tree(reader, counts=False)] == ["lamps", "more"]


def test_favourites_stay_with_the_file_and_are_no_step(project: Project, lamps: int) -> None:
    other = codes.create(project, CodeDraft("other", CONCEPT))
    steps = len(overview.history(project))
    favourites.set_favourite(project, other, True)
    favourites.set_favourite(project, lamps, True)
    favourites.set_favourite(project, other, True)
    assert favourites.listed(project) == [other, lamps]
    assert len(overview.history(project)) == steps
    codes.delete(project, [other])
    assert favourites.listed(project) == [lamps]
    project.undo()
    assert favourites.listed(project) == [other, lamps]
    path = project.path
    project.close()
    with Project.open(path, read_only=True) as again:
        assert favourites.listed(again) == [other, lamps]
        with pytest.raises(ReadOnlyProject):
            favourites.set_favourite(again, other, False)
    with Project.open(path) as again:
        favourites.set_favourite(again, other, False)
        assert favourites.listed(again) == [lamps]


def test_favourites_that_cannot_be_read_count_as_none(project: Project, lamps: int) -> None:
    for stored in ("", "nonsense", "{}", '["x", null]'):
        project.set_local(favourites.FAVOURITES, stored)
        assert favourites.listed(project) == []
    favourites.set_favourite(project, lamps, True)
    assert favourites.listed(project) == [lamps]
