"""Whatever several people do in copies, and in whatever order the copies are merged."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from qcode.model.enums import CodeKind
from qcode.model.join_records import Choice
from qcode.model.records import CodeDraft
from qcode.services import codes
from qcode.services.joining import merging
from qcode.services.project import Project

from tests.services.joining import copies as study
from tests.services.joining.work import TASKS, Work

TURNS = st.lists(
    st.one_of(
        st.tuples(st.just("work"), st.integers(0, 2), st.sampled_from(TASKS)),
        st.tuples(
            st.just("merge"), st.integers(0, 2), st.integers(0, 2), st.sampled_from(list(Choice))
        ),
    ),
    min_size=4,
    max_size=20,
)


@settings(max_examples=15)
@given(turns=TURNS, data=st.data())
def test_merging_keeps_every_coding_that_nobody_deleted_and_can_be_undone(
    turns: list[tuple[object, ...]], data: st.DataObject
) -> None:
    with (
        tempfile.TemporaryDirectory(prefix="qcode-joining-") as folder,
        study.copies(Path(folder), 3) as projects,
    ):
        for project in projects:  # so that each can relate categories
            codes.create(project, CodeDraft(f"of {project.coder}", CodeKind.CATEGORY))

        def number(bound: int) -> int:
            return data.draw(st.integers(0, bound - 1))

        for kind, who, *what in turns:
            project = projects[int(str(who))]
            if kind == "work":
                Work(project, number).do(str(what[0]))
            elif (other := projects[int(str(what[0]))]) is not project:
                _merge(project, other, Choice(str(what[1])))


def _merge(project: Project, other: Project, prefer: Choice) -> None:
    before, theirs = study.picture(project), study.picture(other)
    had, have = study.codings_by_guid(project), study.codings_by_guid(other)
    deleted, deleted_there = study.ever_deleted(project), study.ever_deleted(other)
    study.merge(project, other, prefer=prefer)
    after = study.picture(project)
    study.sound(project)
    assert study.picture(other) == theirs, "the other file is only read"
    now = study.codings_by_guid(project)
    places = set(now.values())
    for guid, place in had.items():
        if guid not in now and place not in places and not _joined(project, guid):
            assert {guid, place[3], place[0]} & deleted_there, "only what was deleted there goes"
    for guid, place in have.items():
        if guid not in now and place not in places and not _joined(project, guid):
            assert {guid, place[3], place[0]} & deleted, "only what was deleted here stays out"
    again = merging.plan(project, [other.path])
    assert again.nothing, again.conflicts or again.report
    if after != before:
        project.undo()
        assert study.picture(project) == before
        project.redo()
        assert study.picture(project) == after


def _joined(project: Project, guid: str) -> bool:
    """Whether a coding lives on in another one on the same passage with the same code."""
    return any(guid in report["same"] for report in study.reports(project))  # type: ignore[operator]  # a dict
