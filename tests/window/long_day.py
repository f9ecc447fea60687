"""``python -m tests.window.long_day FOLDER [STEPS]``: a day of coding by real keys and mouse.

The sample project and a generated Chinese text of 1,000,000 characters are coded step by step in
the real window. A model says after each step which codings the project has, those of all coders;
now and then, and at the end, the file itself is asked, and every quotation is compared with the
stored text. Pictures are taken on the way, for a person to look at.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections import Counter
from pathlib import Path
from typing import NamedTuple

from qcode.services import demo

from tests.window import day_model, day_texts, desk
from tests.window.day_steps import Steps
from tests.window.pictures import settings

ASK_FILE = 20  # steps after which a picture is taken and the file is asked


class Wishes(NamedTuple):
    """How the window should look, and how long the day is."""

    steps: int
    theme: str
    language: str
    width: int
    height: int
    seed: int


class Day:
    """One project, coded in two sittings: the second goes on where the first was closed."""

    def __init__(self, folder: Path, path: Path, wishes: Wishes) -> None:
        self._folder, self._path, self._wishes = folder, path, wishes
        self._home = folder / f"home-{path.stem}"
        settings(self._home, wishes.theme, wishes.language)
        self._model = day_model.Model(day_model.rows_in(path))
        self._rnd = random.Random(wishes.seed + len(path.stem))
        self._done: Counter[str] = Counter()
        self._slowest: dict[str, float] = {}

    def spend(self, environment: dict[str, str]) -> str:
        """Do all steps and compare the file with the model; return a line about it."""
        began, half = time.monotonic(), self._wishes.steps // 2
        for steps in (half, self._wishes.steps - half):
            hand = desk.Hand(environment, self._home, str(self._path))
            try:
                self._sit(hand, steps)
                assert hand.quit() == 0
            finally:
                hand.end()
            documents, codings = day_model.compare(self._path, self._model.now)
        kinds = ", ".join(f"{name} {count}" for name, count in sorted(self._done.items()))
        longest = ", ".join(f"{name} {taken:.1f}" for name, taken in sorted(self._slowest.items()))
        return (
            f"{self._path.stem}: {self._done.total()} steps ({kinds}) in"
            f" {time.monotonic() - began:.0f} s; {documents} documents with {codings} codings"
            f" agree with the file; slowest step of each kind in s: {longest}"
        )

    def _sit(self, hand: desk.Hand, steps: int) -> None:
        hand.until("window.workspace is not None and window.isActiveWindow()")
        hand.ask("window.showMaximized()")
        hand.until(f"window.width() >= {self._wishes.width - 20}")
        hand.until("window.workspace.document is not None")
        hand.until("window.workspace.document_codings.complete")
        # A click while the window is still being made larger may get lost between two programs.
        hand.until("window.isMaximized() and app.focusWidget() is window.workspace.text")
        hand.keys("Escape")
        hand.arrived()
        hands = Steps(hand, self._model, self._rnd)
        try:
            hands.agree()
            for _ in range(steps):
                began = time.monotonic()
                name = hands.take()
                taken = time.monotonic() - began
                self._done[name] += 1
                self._slowest[name] = max(self._slowest.get(name, 0.0), taken)
                if self._done.total() % ASK_FILE == 0:
                    self._picture(hand, f"{self._done.total():03}")
                    found = day_model.rows_in(self._path)
                    assert found == self._model.now, "the file has other codings"
        except BaseException as error:
            trace = "; ".join(hands.trace[-8:])
            sys.stderr.write(f"{self._path.stem}: step {self._done.total() + 1}: {trace}\n")
            if not isinstance(error, desk.ProgramEnded):
                self._picture(hand, "failed")
            raise

    def _picture(self, hand: desk.Hand, name: str) -> None:
        hand.picture(self._folder / f"{self._path.stem}-{name}.png")


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.window.long_day")
    parser.add_argument("folder", type=Path, help="for projects and pictures")
    parser.add_argument("steps", type=int, nargs="?", default=200)
    parser.add_argument("--theme", choices=("light", "dark"), default="light")
    parser.add_argument("--language", choices=("en", "zh_CN"), default="en")
    parser.add_argument("--size", default="1440x900")
    parser.add_argument("--seed", type=int, default=0)
    asked = parser.parse_args()
    width, height = map(int, asked.size.split("x"))
    wishes = Wishes(asked.steps, asked.theme, asked.language, width, height, asked.seed)
    folder: Path = asked.folder.absolute()
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.qcode"):
        old.unlink()
    demo.build_project(folder / "sample.qcode")
    day_texts.build(folder / "long.qcode")
    with desk.screen(width, height) as environment:
        for name in ("sample", "long"):
            day = Day(folder, folder / f"{name}.qcode", wishes)
            sys.stdout.write(day.spend(environment) + "\n")
            sys.stdout.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main())
