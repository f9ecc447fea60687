"""The model made with a real mouse and real keys: boxes, relations, stages, storyline, undo."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from qcode.services import relations, stages, storyline
from qcode.services.project import Project

from tests.services.theory_project import bring, code, grow
from tests.window import desk

pytestmark = [
    pytest.mark.window,
    pytest.mark.skipif(bool(desk.missing()), reason=f"not installed: {', '.join(desk.missing())}"),
]

PAGE = "window.desk.current"
VIEW = f"{PAGE}.diagram.view"
READING = f"{PAGE}.reading"


def box(name: str) -> str:
    """The box of a category in the viewport, as the program is asked for it."""
    key = f"next(c.id for c in {READING}.codes.values() if c.name == {name!r})"
    return f"{VIEW}.seen({READING}.drawing.arrangement.boxes[{key}])"


def on_screen(hand: desk.Hand, point: str, widget: str = f"{VIEW}.viewport()") -> tuple[int, int]:
    x, y = hand.ask(f"(lambda p: [p.x(), p.y()])({widget}.mapToGlobal({point}))")
    return x, y


@pytest.fixture
def hand(tmp_path: Path) -> Iterator[desk.Hand]:
    """The program with a small model, in the workspace Selective."""
    path = tmp_path / "model.qcode"
    with Project.create(path, "Model", "Ann") as project:
        (document,) = bring(project, ["One"])
        kinds = dict.fromkeys(("calling", "binding", "acting"), "main_category")
        ids = grow(project, {"core": "core_category", **kinds}, {})
        relations.create(project, ids["calling"], ids["binding"], "leads_to")
        stages.create(project, "first")
        code(project, document, ids["calling"], ids["binding"])
    with desk.screen() as environment:
        found = desk.Hand(environment, tmp_path / "home", str(path))
        try:
            found.until("window.isActiveWindow()")
            found.keys("ctrl+3")
            found.until(f"window.desk.shown == 'selective' and {READING}.drawing is not None")
            found.until(f"{VIEW}.hasFocus() and len({READING}.drawing.model.nodes) == 4")
            yield found
        finally:
            found.end()


def test_a_model_is_made_and_taken_back(hand: desk.Hand, tmp_path: Path) -> None:
    def undone(what: str) -> None:
        hand.keys("ctrl+z")
        hand.until(what)

    places = "__import__('qcode.services.diagram').services.diagram.places(window.session.project)"

    # A box is dragged, and stays there.
    x, y = on_screen(hand, f"{box('acting')}.center()")
    hand.drag(x, y, x + 90, y - 30)
    hand.until(f"len({places}) == 1")
    hand.until(f"{VIEW}._moving is None")
    assert on_screen(hand, f"{box('acting')}.center()") == pytest.approx((x + 90, y - 30), abs=3)

    # A relation is drawn from the lower edge of a box to another one; its type is the third.
    start = on_screen(hand, f"{box('binding')}.center()")
    edge = on_screen(hand, f"{box('binding')}.bottomLeft()")[1]
    hand.click(*start)
    hand.arrived()
    hand.drag(start[0], edge, *on_screen(hand, f"{box('acting')}.center()"))
    hand.until("app.activePopupWidget() is not None")
    hand.keys("Down", "Down", "Down", "Return")
    hand.until(f"[r.key for r in {READING}.relations] == ['leads_to', 'promotes']")
    hand.until(f"{VIEW}.tie == {READING}.relations[1].id")
    assert hand.ask(f"{PAGE}.relations.table.current_id() == {READING}.relations[1].id")

    # A box that is let go over a stage goes into it.
    card = f"next(iter({PAGE}.diagram.stages.cards.values()))"
    target = on_screen(hand, f"{card}.rect().center()", card)
    hand.drag(*on_screen(hand, f"{box('calling')}.center()"), *target)
    hand.until(f"len({READING}.stages[0].codes) == 1")

    # By keys: the nearest box, its relation, gone and back.
    hand.until(f"{VIEW}.hasFocus()")
    hand.keys("l", "Delete")
    hand.until(f"len({READING}.relations) == 1")
    undone(f"len({READING}.relations) == 2")

    # The storyline names a category; the name is one thing.
    editor = f"{PAGE}.storyline.editor"
    hand.click(*on_screen(hand, f"{editor}.viewport().rect().center()", f"{editor}.viewport()"))
    hand.write("All is @")
    hand.until(f"{PAGE}.storyline.links.chooser is not None")
    hand.write("call")
    hand.keys("Return")
    hand.write(" now.")
    hand.until(f"{editor}.toPlainText() == 'All is calling now.' and not {editor}.dirty")
    hand.picture(tmp_path / "model.png")

    # Everything goes back by the window's own Undo.
    hand.click(*on_screen(hand, f"{box('core')}.center()"))
    hand.until(f"{VIEW}.hasFocus()")
    undone(f"{editor}.toPlainText() == ''")
    undone(f"len({READING}.stages[0].codes) == 0")
    undone(f"len({READING}.relations) == 1")
    undone(f"len({places}) == 0")
    assert hand.quit() == 0
    with Project.open(tmp_path / "model.qcode") as project:
        assert len(relations.listed(project)) == 1
        assert storyline.text(project) == ""
