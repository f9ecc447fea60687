"""Passages that came to be coded and no longer are, step by step, are those of reading anew."""

from __future__ import annotations

import tempfile
from collections import Counter
from pathlib import Path
from unittest.mock import Mock

import pytest
from hypothesis import given, settings
from qcode.model.changes import ChangeSet
from qcode.model.enums import CodeKind
from qcode.model.errors import QcodeError
from qcode.model.records import CodeDraft
from qcode.model.sources import Source
from qcode.model.span import Span
from qcode.services import (
    code_counts,
    coders,
    codes,
    codings,
    documents,
    last_step,
    passages,
)
from qcode.services.coded_passages import PassageChanges, PassageSteps, Spot
from qcode.services.project import Project
from qcode.store import coding_changes

from tests.services.bringing import bring_in
from tests.services.walks import go, walks

TEXTS = ("The ferry was late, and nobody had been told.", "The lamps on the quay were out.")
STEPS = walks(
    *("apply", "apply", "apply", "apply", "new", "remove", "recode", "respan"),
    *("respan", "memo", "merge", "delete code", "delete document", "label"),
    *("undo", "undo", "redo", "undo_to", "coder"),
    longest=30,
)


def imported(project: Project) -> list[int]:
    return bring_in(project, *(Source(text[:9], text) for text in TEXTS))


def spots(project: Project) -> set[Spot]:
    return {
        Spot(one.id, *span)
        for one in documents.listed(project, counts=False)
        for span in passages.coded_spans(project, one.id)
    }


def counted(project: Project) -> dict[int, int]:
    return {one.id: one.passages for one in documents.listed(project) if one.passages}


def do(project: Project, what: str, one: int, two: int) -> None:
    listed = [document.id for document in documents.listed(project)]
    talk = listed[two % len(listed)] if listed else 0
    known = [code.id for code in codes.tree(project, counts=False)]
    code = known[one % len(known)] if known else 0
    held = [coding.id for place in listed for coding in codings.of_document(project, place)]
    coding = held[one % len(held)] if held else 0
    span = Span(one % 4, one % 4 + 3)
    match what:
        case "apply":
            codings.apply(project, talk, [span, Span(two % 3, 9)], [code])
        case "new":
            codings.create_and_apply(project, talk, span, CodeDraft(f"new {one}", CodeKind.CONCEPT))
        case "remove":
            codings.remove(project, held[: two % 4])
        case "recode":
            codings.recode(project, [coding], code)
        case "respan":
            codings.respan(project, coding, span)
        case "memo":
            codings.set_memo(project, coding, f'"selection_id" {two}')
        case "merge":
            codes.merge(project, [code], known[two % len(known)])
        case "delete code":
            codes.delete(project, [code], with_below=False)
        case "delete document":
            documents.delete(project, [talk])
        case "label":
            documents.edit(project, talk, label=f"{two}")
        case _:
            go(project, what, one, two)


@settings(max_examples=80)
@given(STEPS)
def test_passages_that_follow_the_steps_are_those_of_reading_anew(
    steps: list[tuple[str, int, int]],
) -> None:
    with (
        tempfile.TemporaryDirectory() as folder,
        Project.create(Path(folder) / "p.qcode", "P", "Ann") as project,
    ):
        imported(project)
        for name in ("A", "B", "C"):
            codes.create(project, CodeDraft(name, CodeKind.CONCEPT))
        followed = PassageSteps(project)
        known, told = spots(project), list[ChangeSet]()
        project.subscribe(told.append)
        for what, one, two in steps:
            try:
                do(project, what, one, two)
            except QcodeError:
                continue
            for changes in told:
                news = followed.news(changes)
                if news is None:
                    known = spots(project)
                    continue
                assert not news.came & known and news.went <= known, what
                known = (known | news.came) - news.went
            told.clear()
            assert known == spots(project), what
            assert Counter(spot.document_id for spot in known) == counted(project), what


def follow(project: Project) -> list[PassageChanges | None]:
    """Return the list to which the news of each step are added."""
    followed, found = PassageSteps(project), list[PassageChanges | None]()
    project.subscribe(lambda changes: found.append(followed.news(changes)))
    return found


@pytest.mark.parametrize("few", [last_step.FEW, 0])
def test_usual_steps_are_told_of_whatever_size(
    project: Project, monkeypatch: pytest.MonkeyPatch, few: int
) -> None:
    monkeypatch.setattr(last_step, "FEW", few)
    talk, other = imported(project)
    a = codes.create(project, CodeDraft("a", CodeKind.CONCEPT))
    b = codes.create(project, CodeDraft("b", CodeKind.CONCEPT))
    told = follow(project)
    here, there = Spot(talk, 0, 3), Spot(other, 4, 9)
    (first,) = codings.apply(project, talk, [Span(0, 3)], [a])
    codings.apply(project, other, [Span(4, 9)], [b])
    codings.apply(project, talk, [Span(0, 3)], [b])
    codings.remove(project, [first])
    codings.set_memo(project, first + 1, "a memo")
    codings.set_memo(project, first + 1, "a memo that goes on")
    codes.merge(project, [b], a)
    documents.edit(project, talk, label="T")
    codes.delete(project, [a])
    project.undo()
    came = PassageChanges(came=frozenset({here, there}))
    gone = PassageChanges(went=frozenset({here, there}))
    nothing = PassageChanges()
    assert told == [
        PassageChanges(came=frozenset({here})),
        PassageChanges(came=frozenset({there})),
        *(nothing,) * 6,
        gone,
        came,
    ]


def test_a_step_is_read_once_for_all_who_follow_it(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    talk, _ = imported(project)
    a = codes.create(project, CodeDraft("a", CodeKind.CONCEPT))
    told, also = follow(project), follow(project)
    parents = {code.id: code.parent_id for code in codes.tree(project)}
    counts = list[code_counts.Counts | None]()
    project.subscribe(
        lambda _: counts.append(
            code_counts.after_step(
                project, code_counts.newest_step(project), {a: (5, 5)}, parents, parents
            )
        )
    )
    newest, of_step = (
        Mock(side_effect=one) for one in (coding_changes.newest, coding_changes.of_step)
    )
    monkeypatch.setattr(coding_changes, "newest", newest)
    monkeypatch.setattr(coding_changes, "of_step", of_step)
    (coding,) = codings.apply(project, talk, [Span(0, 3)], [a])
    came = PassageChanges(came=frozenset({Spot(talk, 0, 3)}))
    assert (told, also, counts) == ([came], [came], [{a: (6, 6)}])
    assert (newest.call_count, of_step.call_count) == (1, 1)
    codings.remove(project, [coding])
    went = PassageChanges(went=came.came)
    assert (told[1:], also[1:], counts[1:]) == ([went], [went], [{a: (4, 4)}])
    assert (newest.call_count, of_step.call_count) == (2, 2)


def test_a_coder_who_works_blind_is_told_to_read_anew(project: Project) -> None:
    talk, _ = imported(project)
    a = codes.create(project, CodeDraft("a", CodeKind.CONCEPT))
    coders.set_blind(project, True)
    told = follow(project)
    codings.apply(project, talk, [Span(0, 3)], [a])
    documents.edit(project, talk, label="T")
    assert told == [None, PassageChanges()]


def test_documents_are_listed_without_counting_them(project: Project) -> None:
    talk, _ = imported(project)
    a = codes.create(project, CodeDraft("a", CodeKind.CONCEPT))
    codings.apply(project, talk, [Span(0, 3)], [a])
    (whole,), (bare,) = (
        documents.listed(project, [talk]),
        documents.listed(project, [talk], counts=False),
    )
    assert (whole.passages, whole.codings) == (1, 1)
    assert (bare.passages, bare.codings, bare.name) == (0, 0, whole.name)
    assert [one.passages for one in documents.listed(project, counts=False)] == [0, 0]
