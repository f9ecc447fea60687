"""Random walks through a project: steps by name, with two numbers that choose what each meets."""

from __future__ import annotations

from hypothesis import strategies as st
from qcode.services import code_counts
from qcode.services.project import Project

PICK = st.integers(0, 50)


def walks(*names: str, longest: int) -> st.SearchStrategy[list[tuple[str, int, int]]]:
    """Lists of steps; a name that is given twice is taken twice as often."""
    return st.lists(st.tuples(st.sampled_from(names), PICK, PICK), max_size=longest)


def go(project: Project, what: str, one: int, two: int) -> None:
    """Go back, go on, or let the other coder act."""
    match what:
        case "undo":
            project.undo()
        case "redo":
            project.redo()
        case "undo_to":
            project.undo_to(code_counts.newest_step(project) - two % 4)
        case "coder":
            project.act_as(("Ann", "Ben")[one % 2])
        case _:
            raise ValueError(what)
