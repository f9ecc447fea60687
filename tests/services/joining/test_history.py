"""What happened to rows since a place in the history, with undo and redo before and behind it."""

from __future__ import annotations

from qcode.model.enums import CodeKind
from qcode.model.records import CodeDraft
from qcode.services import codes
from qcode.services.joining import history
from qcode.services.project import Project
from qcode.store import join_queries

from tests.services.joining.copies import code_id


def since(project: Project, place: tuple[int, int]) -> history.TableNews:
    with project.read_all() as connection:
        steps = join_queries.steps(connection)
        entries = join_queries.entries(connection, place[1])
        return history.net(steps, entries, *place).of("code")


def here(project: Project) -> tuple[int, int]:
    with project.read_all() as connection:
        return join_queries.newest(connection)


def test_first_values_and_whole_rows_are_kept(two: list[Project]) -> None:
    ann, _ = two
    place = here(ann)
    closed, silent = code_id(ann, "closed"), code_id(ann, "told nothing")
    for name in ("shut", "barred", "closed"):
        codes.rename(ann, closed, name)
    codes.rename(ann, silent, "silence")
    codes.delete(ann, [silent])
    made = codes.create(ann, CodeDraft("boats", CodeKind.CONCEPT))
    gone = codes.create(ann, CodeDraft("nets", CodeKind.CONCEPT))
    codes.delete(ann, [gone])
    news = since(ann, place)
    assert news.inserted == {made}
    assert news.changed[closed] == {"name": "closed"}
    assert news.deleted[silent][0]["name"] == "told nothing"
    assert gone not in news.deleted


def test_undo_and_redo_of_older_and_newer_steps_add_up(two: list[Project]) -> None:
    ann, _ = two
    closed = code_id(ann, "closed")
    codes.rename(ann, closed, "shut")
    codes.rename(ann, closed, "barred")
    place = here(ann)
    ann.undo()
    assert since(ann, place).changed == {closed: {"name": "barred"}}
    ann.undo()
    assert since(ann, place).changed == {closed: {"name": "barred"}}
    ann.redo()
    ann.redo()
    assert since(ann, place).changed == {}, "as it was"
    ann.undo()
    codes.rename(ann, closed, "locked")
    assert since(ann, place).changed == {closed: {"name": "barred"}}
    ann.undo()
    ann.redo()
    assert since(ann, place).changed == {closed: {"name": "barred"}}


def test_a_step_that_was_taken_back_then_counts_when_it_is_done_again(two: list[Project]) -> None:
    ann, _ = two
    closed = code_id(ann, "closed")
    codes.delete(ann, [closed])
    ann.undo()
    place = here(ann)
    assert since(ann, place).deleted == {}
    ann.redo()
    assert since(ann, place).deleted[closed][0]["name"] == "closed"
    ann.undo()
    assert since(ann, place).deleted == {}
    assert since(ann, place).changed == {}
