"""What a step runs on the file, and what it leaves out."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from qcode.model.errors import QcodeError
from qcode.model.span import Span
from qcode.services import codes, codings, documents, overview
from qcode.services.project import Project
from qcode.store import queries

from tests.store.helpers import code as new_code
from tests.store.helpers import small_project


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with Project.open(small_project(tmp_path / "small.qcode")) as opened:
        yield opened


@contextmanager
def written(project: Project) -> Iterator[list[str]]:
    """The statements that the writer runs, those of triggers included."""
    writer = project._store._writer
    assert writer is not None
    found: list[str] = []
    writer.set_trace_callback(found.append)
    try:
        yield found
    finally:
        writer.set_trace_callback(None)


def deferred(statements: list[str]) -> bool:
    return any("defer_foreign_keys" in one for one in statements)


def test_taking_new_rows_back_has_no_statement_compiled_anew(project: Project) -> None:
    (code,) = [code.id for code in codes.tree(project)][:1]
    codings.apply(project, 1, [Span(1, 4)], [code])
    with written(project) as statements:
        project.undo()
    assert not deferred(statements)
    assert overview.findings(project) == []


def test_rows_that_went_with_others_come_back_in_any_order(project: Project) -> None:
    before = codings.of_document(project, 1)
    codes.delete(project, [codes.tree(project)[0].id])
    with written(project) as statements:
        project.undo()
    assert deferred(statements)
    assert codings.of_document(project, 1) == before
    for turn in (project.redo, project.undo, project.redo, project.undo):
        turn()
    assert codings.of_document(project, 1) == before
    assert overview.findings(project) == []


def test_new_rows_done_again_are_taken_back_whatever_their_order(project: Project) -> None:
    (code,) = [code.id for code in codes.tree(project)][:1]
    before = codings.of_document(project, 1)
    codings.apply(project, 1, [Span(1, 4)], [code])
    after = codings.of_document(project, 1)
    for turn, there in (
        (project.undo, before),
        (project.redo, after),
        (project.undo, before),
        (project.redo, after),
    ):
        turn()
        assert codings.of_document(project, 1) == there
    assert overview.findings(project) == []


def test_a_code_on_the_text_that_was_read_reads_it_no_second_time(project: Project) -> None:
    (code,) = [code.id for code in codes.tree(project)][:1]
    documents.text(project, 1)
    with written(project) as statements:
        codings.apply(project, 1, [Span(1, 4)], [code])
    assert not any("body" in one for one in statements)


def test_a_code_is_put_on_words_without_a_reading_before_the_step(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    (code,) = [code.id for code in codes.tree(project)][:1]
    documents.text(project, 1)

    def read(viewer: str | None = None) -> None:
        raise AssertionError("the step asks for itself what it needs")

    monkeypatch.setattr(project._store, "read", read)
    codings.apply(project, 1, [Span(1, 4)], [code])
    monkeypatch.undo()
    assert overview.history(project)[-1].label.text() == "Apply duty"


def test_codes_and_passages_that_are_named_twice_are_coded_once(project: Project) -> None:
    care = new_code(project, "care")
    (duty,) = [code.id for code in codes.tree(project) if code.name == "duty"]
    (old,) = [coding.id for coding in codings.of_document(project, 1)]
    spans = [Span(1, 4), Span(4, 10), Span(1, 4)]
    made = codings.apply(project, 1, spans, [duty, care, duty])
    new, newer, added = made[0], made[1], made[4]
    assert made == [new, newer, new, old, added, old, new, newer, new]
    assert len({old, new, newer, added}) == 4
    assert {coding.id for coding in codings.of_document(project, 1)} == {old, new, newer, added}


def test_without_the_text_at_hand_the_words_are_asked_for(project: Project) -> None:
    (code,) = [code.id for code in codes.tree(project)][:1]
    with written(project) as statements:
        codings.apply(project, 1, [Span(1, 4)], [code])
    assert any("body" in one for one in statements)


@pytest.mark.parametrize("read", [True, False])
def test_white_space_is_refused_with_the_text_at_hand_and_without(
    project: Project, read: bool
) -> None:
    text = documents.text(project, 1)
    blank = text.index(" ")
    if not read:
        project.texts = type(project.texts)()
    (code,) = [code.id for code in codes.tree(project)][:1]
    with pytest.raises(QcodeError):
        codings.apply(project, 1, [Span(blank, blank + 1)], [code])


def test_a_text_that_is_kept_is_told_from_that_of_another_document(project: Project) -> None:
    text = documents.text(project, 1)
    with project.read() as connection:
        number = queries.text_id(connection, 1)
        assert number is not None
        assert project.texts.at_hand(number) is text
        assert project.texts.at_hand(number + 1) is None
        assert project.texts.read(connection, 99) is None
        assert project.texts.read(connection, 1) is text
