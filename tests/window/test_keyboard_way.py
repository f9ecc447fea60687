"""From the start page to an exported codebook without a mouse, in the real window."""

from __future__ import annotations

import json
import os
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.window import desk
from tests.window.test_main_way import qcode

pytestmark = [
    pytest.mark.window,
    pytest.mark.skipif(bool(desk.missing()), reason=f"not installed: {', '.join(desk.missing())}"),
]

TEXT = (
    "The office sends the list before noon and calls every bureau again in the afternoon.\n\n"
    "Nobody wants to be the last name on it and so the line turns green.\n"
)
FIRST, SECOND = "The office sends the list", "Nobody wants"
MODAL = "app.activeModalWidget() is not None and app.activeWindow() is app.activeModalWidget()"
PALETTE = "window.workspace.coding_commands.palette.isVisible()"
SELECTED = "window.workspace.text.selected_span()"
IN_TEXT = "app.focusWidget() is window.workspace.text"


@pytest.fixture
def hand(tmp_path: Path) -> Iterator[desk.Hand]:
    with desk.screen() as environment:
        made = desk.Hand(environment, tmp_path / "home")
        try:
            made.until("window.isActiveWindow()")
            yield made
        finally:
            made.end()


def photograph(hand: desk.Hand, name: str) -> None:
    if folder := os.environ.get("QCODE_PICTURES"):
        hand.picture(Path(folder) / f"keyboard-{name}.png")


def command(hand: desk.Hand, words: str) -> None:
    """Run a command by its name from the list of all commands."""
    hand.keys("ctrl+k")
    hand.until("type(app.focusWidget().parentWidget()).__name__ == 'CommandList'")
    hand.write(words)
    hand.until(f"app.focusWidget().text() == {words!r}")
    hand.keys("Return")


def test_from_the_start_page_to_a_codebook_in_word_by_keys_alone(
    hand: desk.Hand, tmp_path: Path
) -> None:
    source, project, book = (
        tmp_path / name for name in ("Street cadre.txt", "thesis.qcode", "book.docx")
    )
    source.write_text(TEXT, encoding="utf-8")

    # A new project: the start page has the focus on it.
    hand.until("app.focusWidget() is window.start_page._new")
    hand.keys("Return")
    hand.until(MODAL)
    hand.write("thesis")
    hand.keys("Tab", "ctrl+a")
    hand.write(str(project))
    hand.keys("Return")
    hand.until("window.session is not None and window.isActiveWindow()")

    # A text comes in.
    hand.keys("ctrl+i")
    hand.until(MODAL)
    hand.write(str(source))
    hand.keys("Return")
    hand.until("type(app.activeModalWidget()).__name__ == 'ImportDialog'")
    hand.until(MODAL)
    hand.keys("Return")
    hand.until("window.workspace.document is not None and window.isActiveWindow()")
    hand.until(IN_TEXT)

    # Words are selected, coded with two codes, and further words with a third one in vivo.
    hand.keys("ctrl+Home", *["ctrl+shift+Right"] * len(FIRST.split()))
    hand.until(f"tuple({SELECTED}) == (0, {len(FIRST)})")
    hand.keys("Return")
    hand.until(PALETTE)
    hand.write("sending lists")
    hand.keys("ctrl+Return")
    hand.until("len(window.workspace.codings) == 1")
    hand.until(PALETTE)
    hand.write("before noon")
    hand.keys("Return")
    hand.until("len(window.workspace.codings) == 2")
    hand.until(IN_TEXT)
    start = TEXT.index(SECOND)
    hand.keys("ctrl+Home")
    while hand.ask("window.workspace.text.textCursor().position()") < start:
        hand.keys("Down", "Home")  # how many lines it takes is the width's to say
    hand.keys(*["ctrl+shift+Right"] * len(SECOND.split()))
    hand.until(f"tuple({SELECTED}) == ({start}, {start + len(SECOND)})")
    hand.until("window.actions_['coding.in_vivo'].isEnabled()")
    hand.keys("i")
    hand.until("len(window.workspace.codings) == 3")
    photograph(hand, "coded")

    # A category, and a concept below it.
    command(hand, "new initial category")
    hand.until(MODAL)
    hand.write("Pressure by lists")
    hand.keys("Return")
    hand.until("len(window.workspace.codes) == 4 and window.isActiveWindow()")
    hand.keys("ctrl+shift+f")
    hand.until("app.focusWidget() is window.workspace.codes_panel.filter_field")
    hand.write("sending")
    hand.keys("Return")
    hand.until("app.focusWidget() is window.workspace.codes_panel.view")
    hand.keys("ctrl+m")
    hand.until(MODAL)
    hand.write("Pressure")
    photograph(hand, "move")
    hand.keys("Return")
    hand.until("sum(one.parent_id is not None for one in window.workspace.codes.values()) == 1")

    # Back to the text and the codebook goes to Word.
    hand.until("window.isActiveWindow()")
    hand.keys("F6")
    hand.until(IN_TEXT)
    hand.keys("ctrl+e")
    hand.until(MODAL)
    hand.keys("ctrl+a")
    hand.write(str(book))
    photograph(hand, "export")
    hand.keys("Return")
    hand.until("type(app.activeModalWidget()).__name__ == 'FormDialog'")  # that it is written
    hand.until(MODAL)
    photograph(hand, "exported")
    hand.keys("Escape")
    hand.until("window.isActiveWindow()")
    assert hand.quit() == 0

    codes = {one["name"]: one for one in json.loads(qcode("codes", str(project), "--json").stdout)}
    assert set(codes) == {"sending lists", "before noon", SECOND, "Pressure by lists"}
    codings = json.loads(qcode("codings", str(project), "--json").stdout)
    assert sorted((one["code"], one["quote"]) for one in codings) == [
        (SECOND, SECOND),
        ("before noon", FIRST),
        ("sending lists", FIRST),
    ]
    with zipfile.ZipFile(book) as parts:
        words = parts.read("word/document.xml").decode("utf-8")
    for wanted in ("Pressure by lists", "sending lists", "before noon", FIRST, SECOND):
        assert wanted in words
    assert words.index("Pressure by lists") < words.index("sending lists")
