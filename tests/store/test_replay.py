"""Taking back a large step: in portions, each reported, all in the right order."""

from __future__ import annotations

from pathlib import Path

import pytest
from qcode.model.errors import Cancelled
from qcode.model.messages import QT_TRANSLATE_NOOP
from qcode.services import codes, codings
from qcode.services.project import Project
from qcode.store import journal

from tests.store.helpers import small_project

STOPPED = QT_TRANSLATE_NOOP("core", "Stopped. Nothing was changed.")


@pytest.fixture
def deleted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project in which a code went with its coding; its entries take several portions."""
    path = small_project(tmp_path / "small.qcode")
    with Project.open(path) as project:
        codes.delete(project, [codes.tree(project)[0].id])
    monkeypatch.setattr(journal, "SLICE", 2)
    return path


def test_a_step_is_taken_back_and_done_again_in_portions(deleted: Path) -> None:
    with Project.open(deleted) as project:
        for turn in (project.undo, project.redo, project.undo):
            heard: list[tuple[int, int]] = []
            turn(lambda done, total, heard=heard: heard.append((done, total)))
            total = heard[0][1]
            assert total > 2
            assert heard == [(min(at + 2, total), total) for at in range(0, total, 2)]
        assert [code.name for code in codes.tree(project)] == ["duty"]
        assert len(codings.of_document(project, 1)) == 1


def test_progress_is_heard_before_all_entries_are_decoded(
    deleted: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    decoded: list[str] = []
    loads = journal.json.loads
    monkeypatch.setattr(journal.json, "loads", lambda image: decoded.append(image) or loads(image))
    at: list[int] = []
    with Project.open(deleted) as project:
        decoded.clear()
        project.undo(lambda *_: at.append(len(decoded)))
    assert at[0] < at[-1]


def test_a_stopped_undo_leaves_the_step_done(deleted: Path) -> None:
    def stop(done: int, total: int) -> None:
        if done < total:
            raise Cancelled(STOPPED)

    with Project.open(deleted) as project:
        with pytest.raises(Cancelled):
            project.undo(stop)
        assert codes.tree(project) == []
        assert project.undo() is not None
        assert [code.name for code in codes.tree(project)] == ["duty"]
