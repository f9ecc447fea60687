"""What the long walk asks of the window, and how it selects words there.

Nothing is asked before every key and click has arrived, and the text has come to rest; so a
difference between window and model is one of the program, not of the walk.
"""

from __future__ import annotations

import random
import time
from typing import Any

from tests.window import desk
from tests.window.day_model import Model, Row, Rows

TEXT = "window.workspace.text"
_PATIENCE = 30.0


class Eyes:
    """Sees one window, with the model beside it."""

    def __init__(self, hand: desk.Hand, model: Model, rnd: random.Random) -> None:
        self.hand = hand
        self.model = model
        self.rnd = rnd
        self.trace: list[str] = []
        self.coder: str = hand.ask("window.session.project.coder")

    # ------------------------------------------------------------------ asking

    def say(self, **facts: object) -> None:
        """Write into the trace what this step is about."""
        self.trace[-1] += "".join(f" {name}={value}" for name, value in facts.items())

    def rest(self) -> None:
        """Wait until the hand's work has arrived and the text has told of its selection."""
        self.hand.arrived()
        self.hand.until(f"not {TEXT}._rest.isActive()")

    def agree(self) -> None:
        """Wait until the window shows for its document what the model has."""
        end = time.monotonic() + _PATIENCE
        while True:
            document, seen = self.seen()
            wanted = frozenset(row for row in self.model.now if row.document == document)
            if seen == wanted:
                return
            if time.monotonic() > end:
                raise AssertionError(
                    f"missing {sorted(wanted - seen)}, not wanted {sorted(seen - wanted)}"
                )

    def seen(self) -> tuple[int, Rows]:
        """The document on screen, and its codings."""
        document, rows = self.hand.ask(
            "[window.workspace.document.id, [[c.document_id, c.coder, c.start, c.end, c.code_id]"
            " for c in window.workspace.codings.values()]]"
        )
        return document, frozenset(Row(*row) for row in rows)

    def ask_after(self, question: str) -> Any:
        """Ask once everything is at rest."""
        self.rest()
        return self.hand.ask(question)

    def chosen(self) -> tuple[int, Row] | None:
        """Id and row of the chosen coding, if it is one's own."""
        found = self.ask_after(
            "(lambda c: c and [c.id, c.document_id, c.coder, c.start, c.end, c.code_id])"
            f"(window.workspace.codings.get({TEXT}.chosen_coding or -1))"
        )
        if not found or found[2] != self.coder or not self.in_text():
            return None
        return found[0], Row(*found[1:])

    def in_text(self) -> bool:
        """Whether keys go to the text."""
        return bool(self.hand.ask(f"app.focusWidget() is {TEXT}"))

    def document(self) -> int:
        """Id of the document on screen."""
        return int(self.hand.ask("window.workspace.document.id"))

    def row(self, start: int, end: int, code: int) -> Row:
        """A coding of one's own in the document on screen."""
        return Row(self.document(), self.coder, start, end, code)

    def codes(self) -> list[tuple[int, str]]:
        """Codes with the words that find them: an ASCII name that is the only one, or a number."""
        listed: list[tuple[int, str, str]] = self.hand.ask(
            "[[c.id, c.name, c.number] for c in window.workspace.codes.values()]"
        )
        names = [name.casefold() for _, name, _ in listed]
        found = [
            (code, name)
            for code, name, _ in listed
            if name.isascii() and len(name) < 30 and names.count(name.casefold()) == 1
        ]
        return found + [(code, number) for code, _, number in listed if number]

    # ------------------------------------------------------------------ selecting

    def select(self) -> tuple[int, int]:
        """Select words on screen, by mouse or by keys."""
        hand, rnd = self.hand, self.rnd
        for _ in range(30):
            left, top, width, height = self.clear()
            x = left + rnd.randint(width // 10, width * 8 // 10)
            y = top + rnd.randint(height // 12, height * 11 // 12)
            if hand.ask(f"grip(window, {x}, {y})"):
                continue  # would move an edge
            way = rnd.choice(("drag", "word", "sentence", "paragraph", "keys", "widen"))
            if way == "drag":
                to_x = min(x + rnd.randint(30, 260), left + width - 4)
                to_y = min(max(y + rnd.randint(-20, 50), top + 2), top + height - 2)
                hand.drag(x, y, to_x, to_y)
            elif way in ("word", "sentence", "paragraph"):
                hand.click(x, y, times=("word", "sentence", "paragraph").index(way) + 2)
            else:
                hand.click(x, y)
                if way == "keys":
                    way = rnd.choice(("shift+Right", "shift+Left", "ctrl+shift+Right"))
                    hand.keys(*[way] * rnd.randint(2, 12))
                else:
                    hand.keys(*["alt+Up"] * rnd.randint(1, 3))
            span = self.ask_after(f"{TEXT}.selected_span()")
            # White space alone is no passage: the program refuses it.
            if span and hand.ask(f"bool({TEXT}.text[{span[0]}:{span[1]}].strip())"):
                self.say(select=way, span=tuple(span))
                return span[0], span[1]
        raise AssertionError("nothing could be selected")

    def clear(self) -> list[int]:
        """Select nothing; return where the text is on the screen."""
        hand = self.hand
        for _ in range(20):
            if self.ask_after(f"{TEXT}.selected_span()") is None and self.in_text():
                break
            if self.in_text():
                hand.keys("Escape")
            else:
                x, y, _, _ = hand.ask(f"area({TEXT}.viewport())")
                hand.click(x + 4, y + 60)  # the blank at the left of the lines
        found: list[int] = hand.ask(f"area({TEXT}.viewport())")
        return found
