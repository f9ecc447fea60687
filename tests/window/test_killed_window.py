"""The real window killed while somebody codes with the keys: all that it showed is there again."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from qcode.services import codings, overview
from qcode.services.project import Project

from tests.store.helpers import bring, code
from tests.window import desk

pytestmark = [
    pytest.mark.window,
    pytest.mark.skipif(bool(desk.missing()), reason=f"not installed: {', '.join(desk.missing())}"),
]

LIVES = 3
WORDS = 12


@pytest.fixture(scope="module")
def environment() -> Iterator[dict[str, str]]:
    with desk.screen() as found:
        yield found


def coded(path: Path) -> int:
    """How many codings a sound file has after taking a step back and doing it again."""
    with Project.open(path) as project:
        assert overview.findings(project) == []
        if project.undo() is not None:
            assert project.redo() is not None
        return len(codings.of_document(project, 1))


def test_what_a_killed_window_had_shown_is_there_when_it_is_opened_again(
    environment: dict[str, str], tmp_path: Path
) -> None:
    path = tmp_path / "day.qcode"
    with Project.create(path, "Day", "Ann") as project:
        bring(project, "calls every bureau again in the afternoon " * 40)
        code(project, "duty")
    dice = random.Random(3)
    there = 0
    for _ in range(LIVES):
        hand = desk.Hand(environment, tmp_path / "home", str(path))
        try:
            hand.until("window.session is not None and window.isActiveWindow()")
            hand.until("window.workspace.text.hasFocus()")
            assert hand.ask("len(window.workspace.codings)") == there
            # A place of its own for each coding: the same code on the same words is no step.
            hand.keys("ctrl+Home", *["ctrl+Right"] * there)
            for _ in range(dice.randint(1, WORDS // LIVES)):
                _code_a_word(hand)
                there += 1
                hand.until(f"len(window.workspace.codings) == {there}")
            _code_a_word(hand)  # and killed before anybody sees it
        finally:
            hand.end()
        found = coded(path)
        assert found in (there, there + 1)
        there = found
    assert [one.name for one in tmp_path.iterdir() if "day" in one.name] == ["day.qcode"]


def _code_a_word(hand: desk.Hand) -> None:
    hand.keys("ctrl+shift+Right", "Return")
    hand.until("window.workspace.coding_commands.palette.isVisible()")
    hand.write("duty")
    hand.keys("Return")
