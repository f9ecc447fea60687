"""Long statements give signs of life, and can be stopped in the middle."""

from __future__ import annotations

from pathlib import Path

import pytest
from qcode.model.errors import Cancelled
from qcode.model.messages import Message
from qcode.model.span import Span
from qcode.services import codes, codings, overview
from qcode.services.project import Project, kept_alive

from tests.services import pictures
from tests.store.helpers import bring, code

PASSAGES = 3_000


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A code with thousands of passages."""
    with Project.create(tmp_path / "many.qcode", "Many", "Ann") as made:
        (document,) = bring(made, "x" * (PASSAGES + 1))
        heavy = code(made, "heavy")
        with made.change(Message("codings")) as writer:
            coder = writer.coder_id()
            codings.add_many(
                writer,
                [
                    codings.NewCoding(document, Span(at, at + 1), heavy, coder)
                    for at in range(PASSAGES)
                ],
            )
        yield made


def test_a_long_statement_gives_signs_of_life_and_reading_goes_on_meanwhile(
    project: Project,
) -> None:
    seen = []
    with kept_alive(lambda: seen.append(len(codes.tree(project, counts=False)))):
        codes.delete(project, [1])
    assert len(seen) > 3
    assert set(seen) == {1}, "what is not committed is not seen"
    assert codes.tree(project) == []
    beats = len(seen)
    project.undo()
    assert len(seen) == beats, "nothing beats outside the block"
    assert len(codings.of_document(project, 1)) == PASSAGES


@pytest.mark.parametrize("verb", ["delete", "undo"])
def test_what_a_sign_of_life_raises_ends_the_statement_and_nothing_was_changed(
    project: Project, verb: str
) -> None:
    before = pictures.rows(project), pictures.steps(project)
    told: list[object] = []
    project.subscribe(told.append)
    left = 2

    def stop() -> None:
        nonlocal left
        left -= 1
        if left == 0:
            raise Cancelled("stopped")

    with pytest.raises(Cancelled), kept_alive(stop):
        if verb == "delete":
            codes.delete(project, [1])
        else:
            project.undo()
    assert (pictures.rows(project), pictures.steps(project)) == before
    assert not told
    assert overview.findings(project) == []
    codes.delete(project, [1])
    assert codes.tree(project) == []


def test_a_sign_of_life_cannot_change_the_project_in_the_middle_of_a_change(
    project: Project,
) -> None:
    before = pictures.rows(project)
    with pytest.raises(RuntimeError, match="inside"), kept_alive(lambda: code(project, "no")):
        codes.delete(project, [1])
    assert pictures.rows(project) == before
