"""From concepts to a model with the real mouse: each step is taken back and done again.

What a step did is compared in the file, read beside the window, row by row.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from qcode.services import paradigms, relations, stages
from qcode.services.project import Project

from tests.services.theory_project import bring, code, grow
from tests.window import desk

pytestmark = [
    pytest.mark.window,
    pytest.mark.skipif(bool(desk.missing()), reason=f"not installed: {', '.join(desk.missing())}"),
]

PAGE = "window.desk.current"
DIALOG = "app.activeModalWidget()"
VIEW, READING = f"{PAGE}.diagram.view", f"{PAGE}.reading"
TABLE, EDITOR = f"{PAGE}.relations.table", f"{PAGE}.storyline.editor"
SLOT = f"list({PAGE}.paradigms.slots.values())[0]"
STAGE = f"next(iter({PAGE}.diagram.stages.cards.values()))"

KINDS = {
    "core": "core_category",
    "calling": "main_category",
    "acting": "main_category",
    "ringing": "category",
    "waiting": "category",
    "bell": "concept",
    "lamp": "concept",
    "rope": "concept",
}
UNDER = {"calling": "core", "acting": "core", "ringing": "calling", "waiting": "calling"}
UNDER |= {"bell": "ringing", "lamp": "waiting"}
KEPT_APART = {"change", "journal", "step", "local_state", "sqlite_sequence", "work", "code_event"}
"""Tables that tell of steps, places and times: undo adds to them and takes nothing away."""


def rows(path: Path) -> dict[str, list[str]]:
    """Everything in a project file that a step may touch."""
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as file:
        names = file.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        return {
            name: sorted(map(repr, file.execute(f'SELECT * FROM "{name}"')))
            for (name,) in names
            if name not in KEPT_APART
        }


class Walk:
    """A hand at the window, and an eye on the file."""

    def __init__(self, hand: desk.Hand, path: Path, ids: dict[str, int]) -> None:
        self.hand, self.path, self.ids = hand, path, ids

    def step(self, do: Callable[[], None], done: str) -> None:
        """Do something, take it back, do it again; ``done`` says what the window shows then."""
        assert not self.hand.ask(done)
        before = rows(self.path)
        do()
        self.hand.until(done)
        after = rows(self.path)
        assert after != before
        shown = self.hand.ask("window.desk.shown")
        self.hand.keys("ctrl+z")
        self.hand.until(f"not ({done})")
        assert rows(self.path) == before
        self.hand.keys("ctrl+shift+z")
        self.hand.until(done)
        assert rows(self.path) == after
        assert self.hand.ask("window.desk.shown") == shown, "nobody is sent to another workspace"

    def place(self, question: str) -> tuple[int, int]:
        """Where something is on the screen."""
        x, y = self.hand.until(question, lambda found: isinstance(found, list) and found)
        return x, y

    def card(self, name: str, panel: str = "board") -> tuple[int, int]:
        """Where a code stands in one of the two panels of cards."""
        one = f"{PAGE}.{panel}"
        index = f"{one}.rows.index_of({self.ids[name]})"
        return self.place(f"at({one}.view.viewport(), {one}.view.visualRect({index}))")

    def box(self, name: str, part: str = "center") -> tuple[int, int]:
        """Where a category stands in the diagram."""
        area = f"{VIEW}.seen({READING}.drawing.arrangement.boxes[{self.ids[name]}])"
        return self.place(f"list({VIEW}.viewport().mapToGlobal({area}.{part}()).toTuple())")

    def choose(self, name: str, entry: str) -> None:
        """Choose an entry of a card's menu by its letter, and wait for its dialog."""
        self.hand.click(*self.card(name), button=3)
        self.hand.until("app.activePopupWidget() is not None")
        self.hand.keys(entry)
        self.hand.until(f"{DIALOG} is not None and {DIALOG}.isActiveWindow()")

    def column(self, name: str) -> str:
        """Asks for the names of the cards in a column."""
        key = self.ids[name]
        return (
            f"[k.code.name for c in {PAGE}.board.rows.columns if c.head.code.id == {key}"
            " for k in c.cards]"
        )


@pytest.fixture
def walk(tmp_path: Path) -> Iterator[Walk]:
    """The program in the workspace Axial: two categories, a loose concept, an empty paradigm."""
    path = tmp_path / "theory.qcode"
    with Project.create(path, "Theory", "Ann") as project:
        (document,) = bring(project, ["One"])
        ids = grow(project, KINDS, UNDER)
        for start, name in enumerate(("bell", "bell", "lamp", "rope", "calling", "acting")):
            code(project, document, ids[name], start=6 * start)
        paradigms.create(project, "Night")
        relations.create(project, ids["calling"], ids["core"], "leads_to")
        stages.create(project, "first")
    with desk.screen(1366, 768) as environment:
        hand = desk.Hand(environment, tmp_path / "home", str(path))
        try:
            hand.until("window.isActiveWindow()")
            hand.keys("ctrl+2")
            hand.until(f"window.desk.shown == 'axial' and len({PAGE}.board.rows) > 0")
            yield Walk(hand, path, ids)
        finally:
            hand.end()


def test_concepts_become_a_model_and_each_step_can_be_taken_back(walk: Walk) -> None:
    gather(walk)
    relate(walk)
    assert walk.hand.quit() == 0
    with Project.open(walk.path) as project:
        assert len(relations.listed(project)) == 2
        assert stages.listed(project)[0].codes == (walk.ids["calling"],)
        while project.undo() is not None:
            pass
        while project.redo() is not None:
            pass
        assert len(relations.listed(project)) == 2, "the history holds all of it"


def gather(walk: Walk) -> None:
    """Axial: drag, split, merge, a role of the paradigm."""
    hand = walk.hand
    walk.step(
        lambda: hand.carry(*walk.card("rope", "loose"), *walk.card("bell")),
        f"'rope' in {walk.column('ringing')}",
    )
    walk.step(
        lambda: hand.carry(*walk.card("rope"), *walk.card("lamp")),
        f"'rope' in {walk.column('waiting')}",
    )

    def split() -> None:
        walk.choose("bell", "s")
        hand.keys("space")  # the first passage goes
        name = f"[f for f in {DIALOG}.findChildren(QLineEdit) if f.accessibleName() == 'Name'][0]"
        hand.click(*walk.place(f"at({name})"))
        hand.until(f"{name}.hasFocus()")
        hand.write("alarm")
        hand.keys("Return")

    walk.step(split, f"'alarm' in {walk.column('ringing')}")

    def merge() -> None:
        walk.choose("rope", "g")
        hand.write("lamp")
        hand.keys("Return")

    walk.step(merge, f"{walk.column('waiting')} == ['lamp']")

    # A category goes into the first role of the paradigm.
    walk.step(
        lambda: hand.carry(*walk.card("ringing"), *walk.place(f"at({SLOT}.list)")),
        f"[c.name for c in {SLOT}._codes] == ['ringing']",
    )


def relate(walk: Walk) -> None:
    """Selective: a relation and its type, a stage, the storyline."""
    hand = walk.hand
    hand.keys("ctrl+3")
    hand.until(f"window.desk.shown == 'selective' and {READING}.drawing is not None")
    hand.until(f"{VIEW}.hasFocus() and len({READING}.drawing.model.nodes) == 3")

    def draw() -> None:
        hand.click(*walk.box("calling"))
        hand.until(f"{VIEW}.box == {walk.ids['calling']}")
        x, _ = walk.box("calling")
        _, edge = walk.box("calling", "bottomLeft")
        hand.drag(x, edge, *walk.box("acting"))
        hand.until("app.activePopupWidget() is not None")
        hand.keys("Down", "Down", "Return")

    walk.step(draw, f"[r.key for r in {READING}.relations] == ['leads_to', 'conditions']")

    def retype() -> None:
        """By a double click on the cell, in the list that opens there."""
        hand.until("heard.idle() > app.doubleClickInterval()")
        cell = f"{TABLE}.visualRect({TABLE}.model().index(0, 1))"
        hand.click(*walk.place(f"at({TABLE}.viewport(), {cell})"), times=2)
        hand.until("app.activePopupWidget() is not None")
        hand.keys("Home", "Return")

    walk.step(retype, f"{READING}.relations[0].key == 'causes'")

    walk.step(
        lambda: hand.drag(*walk.box("calling"), *walk.place(f"at({STAGE})")),
        f"{READING}.stages[0].codes == ({walk.ids['calling']},)",
    )

    def tell() -> None:
        hand.click(*walk.place(f"at({EDITOR}.viewport())"))
        hand.until(f"{EDITOR}.hasFocus()")
        hand.write("All is @")
        hand.until(f"{PAGE}.storyline.links.chooser is not None")
        hand.write("call")
        hand.keys("Return")
        hand.write(" now.")
        hand.until(f"{EDITOR}.toPlainText() == 'All is calling now.' and not {EDITOR}.dirty")
        hand.click(*walk.box("acting"))
        hand.until(f"{VIEW}.hasFocus()")

    walk.step(tell, f"{EDITOR}.toPlainText() == 'All is calling now.'")
