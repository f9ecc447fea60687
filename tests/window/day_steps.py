"""All steps of the long walk: done by hand in the window, foretold by the model."""

from __future__ import annotations

import random
from collections.abc import Callable

import regex

from tests.window import desk
from tests.window.day_applying import Applying
from tests.window.day_eyes import TEXT
from tests.window.day_model import Model

_CARET_KEYS = (
    *("Up", "Down", "Home", "End", "Right", "Left", "ctrl+Left", "ctrl+Right", "Prior", "Next"),
    *("shift+Up", "shift+Down", "shift+End", "shift+Home", "ctrl+shift+Left", "shift+Next"),
    *("alt+Up", "alt+Down", "ctrl+plus", "ctrl+minus", "Escape", "j", "k", "o"),
)


class Steps(Applying):
    """Hands on one window."""

    def __init__(self, hand: desk.Hand, model: Model, rnd: random.Random) -> None:
        super().__init__(hand, model, rnd)
        self._ways: list[tuple[Callable[[], bool], int]] = [
            (self.apply, 5),
            (self.apply_rushing, 3),
            (self.create, 3),
            (self.apply_by_digit, 3),
            (self.in_vivo, 1),
            (self.apply_from_tree, 2),
            (self.drop_code, 1),
            (self.drop_words, 1),
            (self.remove, 2),
            (self.remove_rushing, 1),
            (self.recode, 2),
            (self.move_edge_by_keys, 2),
            (self.drag_edge, 2),
            (self.write_memo, 1),
            (self.undo, 3),
            (self.redo, 6),  # where there is something to redo
            (self.undo_and_redo_rushing, 1),
            (self.read_on, 2),
            (self.go_far, 2),
            (self.find, 1),
        ]

    def take(self) -> str:
        """Do one step; return its name."""
        kinds, weights = zip(*self._ways, strict=True)
        while True:
            way = self.rnd.choices(kinds, weights)[0]
            self.trace.append(way.__name__)
            if way():
                self.agree()
                return str(way.__name__)

    # ------------------------------------------------------------------ changing

    def remove(self) -> bool:
        """Delete the chosen coding."""
        if (chosen := self.chosen()) is None:
            return False
        self.say(row=tuple(chosen[1]))
        self.hand.keys("Delete")
        self.model.step(self.model.now - {chosen[1]})
        return True

    def remove_rushing(self) -> bool:
        """Walk some characters on and delete without a pause: what the caret is on goes."""
        self.clear()
        caret = self.hand.ask(f"{TEXT}.caret()")
        ahead = self.hand.ask(f"{TEXT}.text[{caret}:{caret + 400}]")
        if self.hand.ask(f"{TEXT}.textCursor().block().textDirection().value"):
            return False
        count = self.rnd.randint(1, 9)
        if len(ahead) < 400 or "\n" in ahead[:80]:
            return False
        for _ in range(count):
            found = regex.match(r"\X", ahead)
            caret += len(found.group()) if found else 0
            ahead = ahead[len(found.group()) :] if found else ""
        document, before = self.document(), self.model.now
        here = [row for row in before if row.document == document]
        over = {row for row in here if row.start <= caret < row.end}
        over = over or {row for row in here if row.start <= caret - 1 < row.end}
        shortest = min((row.end - row.start for row in over), default=0)
        innermost = {row.coder for row in over if row.end - row.start == shortest}
        chosen = self.hand.ask(
            f"(lambda c: c and c.coder)(window.workspace.codings.get({TEXT}.chosen_coding or -1))"
        )
        if chosen not in (None, self.coder) or (innermost and self.coder not in innermost):
            return False  # what is another's the program refuses to delete
        self.say(caret=caret, count=count)
        self.hand.rush((*["Right"] * count, "Delete"))
        self.rest()
        gone = frozenset(here) - self.seen()[1]
        assert gone <= over and len(gone) == bool(over), (sorted(gone), sorted(over))
        self.model.step(before - gone)
        return True

    def recode(self) -> bool:
        """R, another code's name, Enter; every other time without a pause."""
        if (chosen := self.chosen()) is None:
            return False
        row = chosen[1]
        code, words = self.rnd.choice([one for one in self.codes() if one[0] != row.code])
        self.say(row=tuple(row), words=words)
        if self.rnd.random() < 0.5:
            self.hand.keys("r")
            self._choose_in_palette(words)
        else:
            self.hand.rush(("r",), words, ("Return",))
            self.rest()
        self.model.step((self.model.now - {row}) | {row._replace(code=code)})
        return True

    def move_edge_by_keys(self) -> bool:
        """Move the end of the chosen coding some characters on: all of it one step."""
        if (chosen := self.chosen()) is None or self.model.merging == chosen[0]:
            return False
        key, row = chosen
        end, count = row.end, 0
        ahead = self.hand.ask(f"{TEXT}.text[{end}:{end + 200}]")
        for _ in range(self.rnd.randint(1, 4)):
            found = regex.match(r"\X", ahead)
            if found is None or row._replace(end=end + found.end()) in self.model.now:
                break  # the two would become one
            end += found.end()
            ahead = ahead[found.end() :]
            count += 1
        if not count:
            return False
        self.say(row=tuple(row), count=count)
        self.hand.rush(("e",) * count)
        self.rest()
        self.model.step((self.model.now - {row}) | {row._replace(end=end)}, merging=key)
        return True

    def drag_edge(self) -> bool:
        """Drag a handle of the chosen coding; what the outline shows is what it becomes."""
        if (chosen := self.chosen()) is None or self.model.merging == chosen[0]:
            return False
        key, row = chosen
        self.clear()
        side = self.rnd.choice((0, 1))
        place = self.hand.ask(f"at({TEXT}.viewport(), {TEXT}.grip_rects()[{side}])")
        edge = self.hand.ask(f"grip(window, {place[0]}, {place[1]})")
        if edge is None or self.chosen() != chosen:
            return False
        left, top, width, height = self.hand.ask(f"area({TEXT}.viewport())")
        to_x = min(max(place[0] + self.rnd.randint(-120, 160), left + 4), left + width - 4)
        to_y = min(max(place[1] + self.rnd.randint(-30, 60), top + 4), top + height - 4)
        self.hand.hold(*place, to_x, to_y)
        target = self.hand.ask(f"{TEXT}._target")
        self.hand.let_go()
        self.rest()
        self.say(row=tuple(row), edge=edge, to=target)
        if target is not None:
            moved = row._replace(start=target[0], end=target[1])
            self.model.step((self.model.now - {row}) | {moved}, merging=key)
        return True

    def write_memo(self) -> bool:
        """M, some words, Escape: on the chosen coding."""
        if (chosen := self.chosen()) is None or self.model.merging == ("memo", chosen[0]):
            return False
        self.clear()
        if self.chosen() != chosen:
            return False
        words = f"note {self.rnd.randint(100, 999)}. "
        self.say(row=tuple(chosen[1]), words=words)
        self.hand.keys("m")
        self.hand.until(f"app.focusWidget() is not {TEXT}")
        self.hand.write(words)
        self.hand.keys("Escape")
        self.rest()
        memo = f"window.workspace.codings[{chosen[0]}].memo"
        self.hand.until(memo, lambda memo: memo.endswith(words.rstrip()))
        self.hand.until(f"app.focusWidget() is {TEXT}")
        self.model.step(self.model.now, always=True, merging=("memo", chosen[0]))
        return True

    # ------------------------------------------------------------------ taking back

    def undo(self) -> bool:
        """Ctrl+Z: back one step, and to its place."""
        return self._reverse("ctrl+z", self.model.undo)

    def redo(self) -> bool:
        """Ctrl+Shift+Z: on again, and to its place."""
        return self._reverse("ctrl+shift+z", self.model.redo)

    def _reverse(self, keys: str, go: Callable[[], bool]) -> bool:
        before = self.model.now
        if not go():
            return False
        self.hand.keys(keys)
        self.rest()
        touched = sorted(before ^ self.model.now)
        if touched:
            self.say(touched=[tuple(row) for row in touched])
            self.agree()
            assert self.document() == touched[0].document, "not where the step was"
            row = next((row for row in touched if row in self.model.now), touched[0])
            words = self.hand.ask(f"{TEXT}.text[{row.start}:{row.end}]")
            first = row.start + len(words) - len(words.lstrip())
            if first < row.end:  # a line break alone is nowhere on screen
                self.hand.until(
                    f"[span_at(window, {first}, {first + 1})[1], area({TEXT}.viewport())]",
                    lambda seen: 0 < seen[0] - seen[1][1] < seen[1][3],
                )
        return True

    def undo_and_redo_rushing(self) -> bool:
        """Undo several steps, redo some of them, without a pause."""
        back = sum(self.model.undo() for _ in range(self.rnd.randint(2, 4)))
        if not back:
            return False
        on = sum(self.model.redo() for _ in range(self.rnd.randint(0, back)))
        self.say(back=back, on=on)
        self.hand.rush((*["ctrl+z"] * back, *["ctrl+shift+z"] * on))
        self.rest()
        return True

    # ------------------------------------------------------------------ reading

    def read_on(self) -> bool:
        """Scroll, go to the next passage, zoom: nothing is changed."""
        self.clear()
        keys = self.rnd.sample(
            ("Next", "Prior", "n", "p", "j", "k", "ctrl+plus", "ctrl+minus", "Down", "End", "Home"),
            3,
        )
        self.say(keys=keys)
        self.hand.rush(tuple(keys))
        self.rest()
        return True

    def go_far(self) -> bool:
        """To the end, the beginning, another document, or anywhere by the scroll bar."""
        left, top, width, height = self.clear()
        way = self.rnd.choice(("ctrl+End", "ctrl+Home", "ctrl+Tab", "slider", "slider", "wheel"))
        self.say(way=way)
        if way == "slider":
            bar = f"{TEXT}.verticalScrollBar()"
            x, y = self.hand.ask(f"slider_at({bar})")
            self.hand.drag(x, y, x, top + self.rnd.randint(20, height - 20))
        elif way == "wheel":
            self.hand.turn(left + width // 2, top + height // 2, self.rnd.randint(-9, 9) or 3)
        else:
            self.hand.keys(way)
        self.rest()
        # The caret may have stayed behind, on lines that are not laid out.
        keys = self.rnd.choices(_CARET_KEYS, k=self.rnd.randint(0, 4))
        if keys:
            self.say(keys=keys)
            self.hand.rush(tuple(keys))
            self.rest()
        return True

    def find(self) -> bool:
        """Ctrl+F, words of the text, Enter, Escape: the hit is selected."""
        self.clear()
        self.hand.keys("ctrl+f")
        self.hand.until(f"app.focusWidget() is not {TEXT}")
        self.hand.keys("ctrl+a")
        self.hand.write(self.rnd.choice(("2024", "the list", "Wang")))
        self.hand.keys("Return", "Escape")
        self.rest()
        self.hand.until(f"app.focusWidget() is {TEXT}")
        return True
