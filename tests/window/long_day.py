"""``python -m tests.window.long_day FOLDER [STEPS]``: a day of coding by real keys and mouse.

The sample project and a generated Chinese text of 1,000,000 characters are coded step by step in
the real window. A simple model says after each step which codings the document has; at the end the
file itself is asked, and every quotation is compared with the stored text. Pictures are taken on
the way, for a person to look at.
"""

from __future__ import annotations

import hashlib
import json
import random
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import regex
from qcode.model.enums import CodeKind
from qcode.model.records import CodeDraft
from qcode.model.sources import Source
from qcode.services import codes, demo, documents, importing
from qcode.services.project import Project

from tests.window import desk

SIZE = (1440, 900)
CHARACTERS = 1_000_000
_PHRASES = (
    "街道办公室下午又给每个部门打了一遍电话",
    "清单上谁的名字还是红的大家都看得见",
    "检查组走了以后隐患又回到原来的位置",
    "会上没有人说话散会以后才说真话",
    "主任一来各个站所当天就到齐了",
    "这件事谁都管谁也都不用负责",
    "我们没有执法权只能先劝再报",
    "整改通知书送到老板手里他就收进抽屉",
)
_MARKS = "，，，。。！？；"
_NAMES = ("night calls", "red line", "drawer", "nobody speaks", "lent authority")

Row = tuple[int, int, str]


def chinese_text(characters: int = CHARACTERS) -> str:
    """Generate paragraphs of Chinese sentences, some of them very long, some with other scripts."""
    rnd = random.Random(6)
    parts: list[str] = []
    size = 0
    while size < characters:
        piece = rnd.choice(_PHRASES) + rnd.choice(_MARKS)
        if rnd.random() < 0.02:
            piece += rnd.choice(("👩‍👩‍👧 ", "𠮷田", "Wang 2024 ", "é́ ", "שלום "))
        if rnd.random() < 0.03:
            piece += "\n"
        parts.append(piece)
        size += len(piece)
    return "".join(parts)[:characters]


def build(path: Path) -> None:
    """Make a project of the long text and a few codes, some in Chinese."""
    with Project.create(path, "A long talk", "Ann") as project:
        text = chinese_text()
        found = importing.Candidate(
            Path("talk.txt"), Source("A long talk", text), hashlib.sha256(text.encode()).hexdigest()
        )
        importing.carry_out(project, importing.ImportPlan((found,), ()))
        for name in _NAMES:
            codes.create(project, CodeDraft(name, CodeKind.CONCEPT))


class Day:
    """Does steps in the window and keeps the model beside it."""

    def __init__(self, hand: desk.Hand, pictures: Path, title: str, seed: int) -> None:
        self.hand = hand
        self._pictures = pictures
        self._title = title
        self._rnd = random.Random(seed)
        self.now: frozenset[Row] = self._seen()
        self._before: list[frozenset[Row]] = []
        self._after: list[frozenset[Row]] = []
        self._made = 0
        self._trace: list[str] = []
        self.done: dict[str, int] = {}
        self.slowest: dict[str, float] = {}

    # ------------------------------------------------------------------ model

    def _seen(self) -> frozenset[Row]:
        rows = self.hand.ask(
            "[[c.start, c.end, window.workspace.codes[c.code_id].name]"
            " for c in window.workspace.codings.values() if c.coder == 'Ann']"
        )
        return frozenset((start, end, name) for start, end, name in rows)

    def _becomes(self, wanted: frozenset[Row]) -> None:
        """One step was made: wait until the window shows what it should."""
        if wanted != self.now:
            self._before.append(self.now)
            self._after.clear()
        self._shows(wanted)

    def _shows(self, wanted: frozenset[Row]) -> None:
        began = time.monotonic()
        end = began + 10
        while (seen := self._seen()) != wanted:
            if time.monotonic() > end:
                raise AssertionError(
                    f"missing {sorted(wanted - seen)}, not wanted {sorted(seen - wanted)}"
                )
        self.now = wanted

    # ------------------------------------------------------------------ hands

    def select(self) -> tuple[int, int]:
        """Select some words near the middle of the text, by mouse or by keys."""
        hand, rnd = self.hand, self._rnd
        for _ in range(20):
            hand.keys("Escape")
            x, y = hand.ask("at(window.workspace.text.viewport())")
            x, y = x + rnd.randint(-180, 180), y + rnd.randint(-150, 150)
            way = rnd.choice(("drag", "word", "sentence", "keys", "widen"))
            if way == "drag":
                hand.drag(x, y, x + rnd.randint(30, 200), y + rnd.randint(-20, 40))
            elif way == "word":
                hand.click(x, y, times=2)
            elif way == "sentence":
                hand.click(x, y, times=3)
            else:
                hand.click(x, y)
                time.sleep(0.5)  # else the next press is the second of a double click
                if way == "keys":
                    hand.keys(*["shift+Right"] * rnd.randint(2, 12))
                else:
                    hand.keys(*["alt+Up"] * rnd.randint(1, 3))
            if span := self._at_rest("window.workspace.text.selected_span()"):
                return span[0], span[1]
        raise AssertionError("nothing could be selected")

    def _at_rest(self, question: str) -> Any:
        """Answer once it stays: the last moves of a hand may still be on their way."""
        answers = [self.hand.ask(question)]
        while len(answers) < 4 or len({str(one) for one in answers[-4:]}) > 1:
            time.sleep(0.05)
            answers.append(self.hand.ask(question))
        return answers[-1]

    def _chosen(self) -> Row | None:
        found = self._at_rest(
            "(lambda c: c and c.coder == 'Ann' and"
            " [c.start, c.end, window.workspace.codes[c.code_id].name])"
            "(window.workspace.codings.get(window.workspace.text.chosen_coding or -1))"
        )
        return tuple(found) if found else None

    def _type_into_palette(self, name: str) -> None:
        hand = self.hand
        hand.until("window.workspace.coding_commands.palette.isVisible()")
        hand.write(name)
        hand.until(
            f"window.workspace.coding_commands.palette.findChild(QLineEdit).text() == {name!r}"
        )
        hand.keys("Return")
        hand.until("not window.workspace.coding_commands.palette.isVisible()")

    # ------------------------------------------------------------------ steps

    def apply(self) -> None:
        """Select, Enter, a known code's name, Enter."""
        start, end = self.select()
        name = self._rnd.choice(self._names())
        self.hand.keys("Return")
        self._type_into_palette(name)
        self._becomes(self.now | {(start, end, name)})

    def create(self) -> None:
        """Select, Enter, a new name, Enter."""
        start, end = self.select()
        self._made += 1
        name = f"zq {self._title[:1]}{self._made} x"
        self.hand.keys("c")
        self._type_into_palette(name)
        self._becomes(self.now | {(start, end, name)})

    def remove(self) -> None:
        """Delete the chosen coding."""
        if (chosen := self._chosen()) is not None:
            self.hand.keys("Delete")
            self._becomes(self.now - {chosen})

    def recode(self) -> None:
        """R, another code's name, Enter."""
        if (chosen := self._chosen()) is None:
            return
        name = self._rnd.choice([one for one in self._names() if one != chosen[2]])
        self.hand.keys("r")
        self._type_into_palette(name)
        self._becomes((self.now - {chosen}) | {(chosen[0], chosen[1], name)})

    def again(self) -> None:
        """Select, 1: the code used last."""
        start, end = self.select()
        before = self._seen()
        self.hand.keys("1")
        self.hand.until("window.workspace.text.chosen_coding")
        new = self._seen() - before
        if new:
            ((at, to, name),) = new
            assert (at, to) == (start, end), (at, to, start, end)
            self._becomes(self.now | {(start, end, name)})

    def undo(self) -> None:
        """Ctrl+Z: the model goes back as well."""
        if self._before:
            self.hand.keys("ctrl+z")
            self._after.append(self.now)
            self._shows(self._before.pop())
            self.hand.ask("window.workspace.text.setFocus()")

    def redo(self) -> None:
        """Ctrl+Shift+Z."""
        if self._after:
            self.hand.keys("ctrl+shift+z")
            self._before.append(self.now)
            self._shows(self._after.pop())
            self.hand.ask("window.workspace.text.setFocus()")

    def edge(self) -> None:
        """Move the end of the chosen coding by some characters."""
        if (chosen := self._chosen()) is None:
            return
        count = self._rnd.randint(1, 4)
        self.hand.keys(*["e"] * count)
        start, end, name = chosen
        text = self.hand.ask(f"window.workspace.text.text[{end}:{end + 80}]")
        for _ in range(count):
            found = regex.match(r"\X", text)
            end += len(found.group()) if found else 0
            text = text[len(found.group()) :] if found else ""
        self._becomes((self.now - {chosen}) | {(start, end, name)})
        # The next move of this edge would be the same step.
        self.apply()

    def walk(self) -> None:
        """Scroll, go to the next passage, zoom; nothing is changed."""
        for keys in self._rnd.sample(
            ("Next", "Prior", "n", "p", "ctrl+plus", "ctrl+minus", "Down", "ctrl+Home"), 3
        ):
            self.hand.keys(keys)
        self.hand.ask("window.workspace.text.setFocus()")
        self._shows(self.now)

    def _names(self) -> list[str]:
        found: list[str] = self.hand.ask(
            "[c.name for c in window.workspace.codes.values() if c.name.isascii()"
            " and len(c.name) < 24]"
        )
        return sorted(name for name in found if found.count(name) == 1)

    # ------------------------------------------------------------------ the day

    def work(self, steps: int) -> None:
        """Do so many steps, most of them applying codes, and take pictures on the way."""
        ways: list[tuple[Callable[[], None], int]] = [
            (self.apply, 6),
            (self.create, 2),
            (self.again, 3),
            (self.remove, 1),
            (self.recode, 2),
            (self.edge, 2),
            (self.undo, 3),
            (self.redo, 2),
            (self.walk, 2),
        ]
        kinds = [way for way, _ in ways]
        weights = [weight for _, weight in ways]
        for number in range(steps):
            way = self._rnd.choices(kinds, weights)[0]
            began = time.monotonic()
            self._trace.append(way.__name__)
            try:
                way()
            except BaseException:
                self.hand.picture(self._pictures / f"{self._title}-failed.png")
                sys.stderr.write(f"{self._title}: step {number} {' '.join(self._trace[-6:])}\n")
                raise
            taken = time.monotonic() - began
            self.done[way.__name__] = self.done.get(way.__name__, 0) + 1
            self.slowest[way.__name__] = max(self.slowest.get(way.__name__, 0.0), taken)
            if number % 25 == 24:
                self.hand.picture(self._pictures / f"{self._title}-{number + 1:03}.png")


def commanded(*arguments: str) -> str:
    """Run a command of the program and return what it prints."""
    return subprocess.run(
        [sys.executable, "-m", "qcode", *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    ).stdout


def compare(path: Path, document: int, expected: frozenset[Row]) -> int:
    """Compare the closed file with the model; return the number of codings."""
    commanded("check", str(path))
    with Project.open(path, read_only=True) as project:
        (record,) = documents.listed(project, [document])
        text = documents.text(project, document)
    rows = [
        row
        for row in json.loads(commanded("codings", str(path), "--json"))
        if row["document"] == record.name and row["coder"] == "Ann"
    ]
    for row in rows:
        assert row["quote"] == text[row["start"] : row["end"]], row
    assert frozenset((row["start"], row["end"], row["code"]) for row in rows) == expected
    return len(rows)


def spend(environment: dict[str, str], folder: Path, path: Path, title: str, steps: int) -> str:
    """Code one project for some steps; return a line about it."""
    hand = desk.Hand(environment, folder / "home", str(path))
    try:
        hand.until("window.workspace is not None and window.isActiveWindow()")
        hand.ask("window.showMaximized()")
        hand.until(f"window.width() >= {SIZE[0] - 20}")
        hand.until("window.workspace.document is not None")
        document = hand.ask("window.workspace.document.id")
        hand.click(*hand.ask("at(window.workspace.text.viewport())"))
        day = Day(hand, folder, title, seed=len(title))
        day.work(steps)
        assert hand.quit() == 0
    finally:
        hand.end()
    count = compare(path, document, day.now)
    slowest = ", ".join(f"{name} {seconds:.1f} s" for name, seconds in sorted(day.slowest.items()))
    return f"{title}: {steps} steps {day.done}, {count} codings agree; slowest: {slowest}"


def main() -> int:
    folder = Path(sys.argv[1])
    steps = int(sys.argv[2]) if len(sys.argv) > 2 else 200
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.qcode"):
        old.unlink()
    demo.build_project(folder / "sample.qcode")
    build(folder / "long.qcode")
    with desk.screen(*SIZE) as environment:
        for name in ("sample", "long"):
            sys.stdout.write(
                spend(environment, folder, folder / f"{name}.qcode", name, steps) + "\n"
            )
            sys.stdout.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main())
