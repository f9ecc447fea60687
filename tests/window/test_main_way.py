"""The main way of a researcher, with real keys and a real mouse in the real window."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.window import desk

pytestmark = [
    pytest.mark.window,
    pytest.mark.skipif(bool(desk.missing()), reason=f"not installed: {', '.join(desk.missing())}"),
]

TEXT = (
    "The office sends the list before noon and calls every bureau again in the afternoon.\n\n"
    "Nobody wants to be the last name on it 街道办下午又打一遍电话 and so the line turns green.\n"
)
WORDS = "calls every bureau again"


@pytest.fixture(scope="module")
def environment() -> Iterator[dict[str, str]]:
    with desk.screen() as found:
        yield found


@pytest.fixture
def start(environment: dict[str, str], tmp_path: Path) -> Iterator[object]:
    """Start the program, possibly with a project; every one is ended at the end."""
    hands: list[desk.Hand] = []

    def started(*arguments: str) -> desk.Hand:
        hand = desk.Hand(environment, tmp_path / "home", *arguments)
        hands.append(hand)
        hand.until("window.isActiveWindow()")
        return hand

    yield started
    for hand in hands:
        hand.end()


def qcode(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "qcode", *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )


def test_from_the_start_page_to_a_coded_passage_undone_closed_reopened_and_redone(
    start: object, tmp_path: Path
) -> None:
    source = tmp_path / "Street cadre.txt"
    source.write_text(TEXT, encoding="utf-8")
    project = tmp_path / "thesis.qcode"

    hand = start()
    hand.click(*hand.until("at(window.start_page._new)"))
    hand.until(
        "app.activeModalWidget() is not None and app.activeWindow() is app.activeModalWidget()"
    )
    hand.write("thesis")
    hand.keys("Tab", "ctrl+a")
    hand.write(str(project))
    hand.keys("Return")
    hand.until("window.session is not None and window.isActiveWindow()")

    hand.click(*hand.ask("at(window.workspace.text)"))
    hand.keys("ctrl+i")
    hand.until(
        "app.activeModalWidget() is not None and app.activeWindow() is app.activeModalWidget()"
    )
    hand.write(str(source))
    hand.keys("Return")
    hand.until("type(app.activeModalWidget()).__name__ == 'ImportDialog'")
    hand.until("app.activeWindow() is app.activeModalWidget()")
    hand.keys("Return")
    hand.until(
        "window.workspace.document is not None and window.workspace.document.name == 'Street cadre'"
    )
    hand.until("window.isActiveWindow()")

    begin = TEXT.index(WORDS)
    place = hand.until(f"span_at(window, {begin}, {begin + len(WORDS)})")
    hand.drag(*place)
    hand.until(f"window.workspace.text.selected_span() == ({begin}, {begin + len(WORDS)})")
    hand.keys("ctrl+c")
    hand.until(f"app.clipboard().text() == {WORDS!r}")
    hand.keys("Return")
    hand.until("window.workspace.coding_commands.palette.isVisible()")
    hand.write("repeated contact")
    hand.keys("Return")
    hand.until("len(window.workspace.codings) == 1")
    if folder := os.environ.get("QCODE_PICTURES"):
        hand.picture(Path(folder) / "first-passage.png")

    hand.keys("ctrl+z")
    hand.until("len(window.workspace.codings) == 0")
    hand.keys("ctrl+shift+z")
    hand.until("len(window.workspace.codings) == 1")
    hand.keys("ctrl+z")
    hand.until("len(window.workspace.codings) == 0")
    assert hand.quit() == 0
    assert json.loads(qcode("codings", str(project), "--json").stdout) == []

    again = start(str(project))
    again.until("window.workspace is not None and window.workspace.document is not None")
    again.until("app.focusWidget() is window.workspace.text")
    again.keys("ctrl+shift+z")
    again.until("len(window.workspace.codings) == 1")
    assert again.quit() == 0

    (coding,) = json.loads(qcode("codings", str(project), "--json").stdout)
    assert (coding["start"], coding["end"]) == (begin, begin + len(WORDS))
    assert coding["quote"] == WORDS
    assert coding["code"] == "repeated contact"
    assert sorted(path.name for path in tmp_path.glob("*thesis*")) == ["thesis.qcode"]
