"""``python -m tests.window.pictures FOLDER``: the pictures of README, from the real window.

The sample project is built, the window is started on a screen of its own in each theme and
language, driven with keys and mouse, and photographed.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from tests.window import desk

SIZE = (1440, 900)
# The workspaces that follow the first one, and what says that they show what they have.
WORKSPACES = {
    "axial": "window.desk.current.comparison.passages.model.rowCount() > 3",
    "selective": "window.desk.current.reading.drawing is not None",
    "memos": "window.desk.shown == 'memos'",
    "analyse": "window.desk.shown == 'analyse'",
}


def settings(home: Path, theme: str, language: str) -> None:
    """Write the choices that the program would have made in its preferences."""
    home.mkdir(parents=True, exist_ok=True)
    (home / "qcode.ini").write_text(f"[General]\ntheme={theme}\nlanguage={language}\n")


def photograph(hand: desk.Hand, path: Path) -> None:
    """Take the window without its frame."""
    hand.ask("app.processEvents()")
    saved = hand.ask(f"window.screen().grabWindow(window.winId()).save({str(path)!r})")
    if saved is not True:
        raise SystemExit(f"{path}: {saved}")


def enlarge(hand: desk.Hand) -> None:
    """Fill the screen, so that pictures are alike."""
    hand.ask("window.showMaximized()")
    hand.until(f"window.width() >= {SIZE[0] - 20}")


def take(folder: Path) -> None:
    """Write every picture into ``folder``."""
    with tempfile.TemporaryDirectory() as name, desk.screen(*SIZE) as environment:
        place = Path(name)
        sample = place / "sample.qcode"
        from qcode.services import demo

        demo.build_project(sample)
        for theme, language in (("light", "en"), ("dark", "en"), ("light", "zh_CN")):
            home = place / f"{theme}-{language}"
            settings(home, theme, language)
            start = desk.Hand(environment, home)
            try:
                start.until("window.isActiveWindow()")
                enlarge(start)
                photograph(start, folder / f"start-{theme}-{language}.png")
            finally:
                start.end()
            hand = desk.Hand(environment, home, str(sample))
            try:
                hand.until("window.workspace is not None and window.isActiveWindow()")
                enlarge(hand)
                document = 2 if language == "en" else 3
                hand.ask(
                    "window.workspace.open_document("
                    f"window.workspace.documents_panel.order()[{document}])"
                )
                chosen = hand.ask("sorted(window.workspace.codings)[6]")
                hand.ask(f"window.workspace.choose_coding({chosen})")
                hand.ask(
                    "window.workspace.navigation.go_to_passage(window.workspace.document.id,"
                    f" window.workspace.codings[{chosen}].start,"
                    f" window.workspace.codings[{chosen}].end, {chosen})"
                )
                hand.until("window.workspace.inspector.isVisible()")
                photograph(hand, folder / f"code-{theme}-{language}.png")
                coding = f"window.workspace.codings[{chosen}]"
                begin, end = hand.ask(f"[{coding}.start, {coding}.end]")
                x, y, _, _ = hand.ask(f"span_at(window, {begin}, {end})")
                hand.click(x + 30, y, times=3)
                hand.until("window.workspace.text.selected_span() is not None")
                hand.keys("Return")
                hand.until("window.workspace.coding_commands.palette.isVisible()")
                hand.write("list")
                hand.until(
                    "window.workspace.coding_commands.palette.findChild(QLineEdit).text() == 'list'"
                )
                photograph(hand, folder / f"palette-{theme}-{language}.png")
                hand.keys("Escape", "Escape")
                for number, (name, ready) in enumerate(WORKSPACES.items(), 2):
                    hand.keys(f"ctrl+{number}")
                    hand.until(f"window.desk.shown == {name!r}")
                    if name == "axial":
                        hand.until("len(window.desk.current.board.rows)")
                        hand.ask("window.desk.current.cards.select_code(20)")  # one with much in it
                    hand.until(ready)
                    hand.until("heard.idle() > 1500")
                    photograph(hand, folder / f"{name}-{theme}-{language}.png")
            finally:
                hand.end()


if __name__ == "__main__":
    target = Path(sys.argv[1])
    target.mkdir(parents=True, exist_ok=True)
    take(target)
