"""Counts that follow a step are those that counting everything gives."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable
from pathlib import Path

from hypothesis import given, settings
from qcode.model.enums import CodeKind
from qcode.model.errors import QcodeError
from qcode.model.records import CodeDraft
from qcode.model.sources import Source
from qcode.model.span import Span
from qcode.services import code_counts, codes, codings
from qcode.services.project import Project

from tests.services.bringing import bring_in
from tests.services.walks import go, walks

CONCEPT, CATEGORY = CodeKind.CONCEPT, CodeKind.CATEGORY
TEXT = "The ferry was late, and nobody on the quay had been told."
STEPS = walks(
    *("apply", "apply", "apply", "new", "remove", "recode", "split"),
    *("merge", "delete", "move", "undo", "redo", "undo_to", "coder", "rename"),
    longest=25,
)


def counted(project: Project) -> dict[int, tuple[int, int]]:
    return {code.id: (code.passages, code.subtree_passages) for code in codes.tree(project)}


def parents(project: Project) -> dict[int, int | None]:
    return {code.id: code.parent_id for code in codes.tree(project, counts=False)}


def document(project: Project) -> int:
    return bring_in(project, Source("talk", TEXT))[0]


def do(project: Project, talk: int, what: str, one: int, two: int) -> None:
    listed = list(parents(project))
    held = [coding.id for coding in codings.of_document(project, talk)]
    code, other = (listed[n % len(listed)] if listed else 0 for n in (one, two))
    coding = held[one % len(held)] if held else 0
    span = Span(one % 4, one % 4 + 3)
    match what:
        case "apply":
            codings.apply(project, talk, [span], list({code, other}))
        case "new":
            draft = CodeDraft(f"new {one}", CONCEPT)
            codings.create_and_apply(project, talk, span, draft, other or None)
        case "remove":
            codings.remove(project, held[: two % 3])
        case "recode":
            codings.recode(project, [coding], other)
        case "split":
            codes.recode_many(project, held[one % 3 :], into=other)
        case "merge":
            codes.merge(project, [code], other)
        case "delete":
            codes.delete(project, [code], with_below=bool(two % 2))
        case "move":
            codes.move(project, [code], other)
        case "rename":
            codes.rename(project, code, f"name {two}")
        case _:
            go(project, what, one, two)


def with_news(
    known: dict[int, tuple[int, int]], news: dict[int, tuple[int, int]], after: Iterable[int]
) -> dict[int, tuple[int, int]]:
    """What is known of all codes after a step."""
    return {code: news.get(code, known.get(code, (0, 0))) for code in after}


@settings(max_examples=60)
@given(STEPS)
def test_counts_that_follow_a_step_are_those_of_counting_everything(
    steps: list[tuple[str, int, int]],
) -> None:
    with (
        tempfile.TemporaryDirectory() as folder,
        Project.create(Path(folder) / "p.qcode", "P", "Ann") as project,
    ):
        talk = document(project)
        for name in ("A", "B"):
            above = codes.create(project, CodeDraft(name, CATEGORY))
            for number in range(3):
                codes.create(project, CodeDraft(f"{name}{number}", CONCEPT), above)
        known, before = counted(project), parents(project)
        seen = code_counts.newest_step(project)
        followed = 0
        for what, one, two in steps:
            try:
                do(project, talk, what, one, two)
            except QcodeError:
                continue
            step, after = code_counts.newest_step(project), parents(project)
            if step == seen + 1:
                news = code_counts.after_step(project, step, known, before, after)
                if news is not None:
                    assert with_news(known, news, after) == counted(project), what
                    assert all(known.get(code) != pair for code, pair in news.items()), what
                    followed += 1
            known, before, seen = counted(project), after, step


def test_usual_steps_are_followed_and_moved_codes_are_not(project: Project) -> None:
    talk = document(project)
    above = codes.create(project, CodeDraft("above", CATEGORY))
    a = codes.create(project, CodeDraft("a", CONCEPT), above)
    b = codes.create(project, CodeDraft("b", CONCEPT))

    def follow() -> dict[int, tuple[int, int]] | None:
        step, after = code_counts.newest_step(project), parents(project)
        news = code_counts.after_step(project, step, known, before, after)
        return None if news is None else with_news(known, news, after)

    known, before = counted(project), parents(project)
    first, _ = codings.apply(project, talk, [Span(0, 3), Span(4, 9)], [a])
    known = follow() or {}
    assert known == {above: (0, 2), a: (2, 2), b: (0, 0)}
    codings.recode(project, [first], b)
    known = follow() or {}
    assert known == {above: (0, 1), a: (1, 1), b: (1, 1)}
    project.undo()
    known = follow() or {}
    assert known == {above: (0, 2), a: (2, 2), b: (0, 0)}
    codes.merge(project, [a], b)
    known = follow() or {}
    assert known == {above: (0, 0), b: (2, 2)}
    before = parents(project)
    codes.move(project, [b], above)
    assert follow() is None


def test_a_step_that_went_on_is_counted_anew(project: Project) -> None:
    """Of an edge that was moved twice the journal keeps where it was before the first time."""
    talk = document(project)
    a = codes.create(project, CodeDraft("a", CONCEPT))
    (coding,) = codings.apply(project, talk, [Span(0, 3)], [a])
    known, same = counted(project), parents(project)
    codings.respan(project, coding, Span(0, 5))
    codings.respan(project, coding, Span(0, 7))
    step = code_counts.newest_step(project)
    assert code_counts.after_step(project, step, known, same, same) is None
    codings.set_memo(project, coding, "a memo")
    codings.set_memo(project, coding, "a memo on it")
    step = code_counts.newest_step(project)
    assert code_counts.after_step(project, step, known, same, same) == {}


def test_an_older_step_is_not_taken_for_the_newest(project: Project) -> None:
    talk = document(project)
    a = codes.create(project, CodeDraft("a", CONCEPT))
    known, same = counted(project), parents(project)
    codings.apply(project, talk, [Span(0, 3)], [a])
    step = code_counts.newest_step(project)
    codes.rename(project, a, "b")
    assert code_counts.after_step(project, step, known, same, same) is None
