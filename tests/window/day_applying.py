"""Steps of the long walk that put codes on words: by palette, digit, in vivo, tree and dragging.

A step returns False where it cannot be done now, and has changed nothing then.
"""

from __future__ import annotations

import itertools

import regex

from tests.window.day_eyes import TEXT, Eyes

_PALETTE = "window.workspace.coding_commands.palette"
_QUOTE = 120  # code points of a passage that may be coded in vivo


class Applying(Eyes):
    """Puts codes on words and tells the model."""

    _names = itertools.count(1)

    # ------------------------------------------------------------------ applying

    def _choose_in_palette(self, words: str) -> None:
        hand = self.hand
        hand.until(f"{_PALETTE}.isVisible()")
        hand.write(words)
        hand.until(f"{_PALETTE}.findChild(QLineEdit).text() == {words!r}")
        hand.keys("Return")
        hand.until(f"not {_PALETTE}.isVisible()")

    def apply(self) -> bool:
        """Select, Enter, a known code's name or number, Enter."""
        start, end = self.select()
        code, words = self.rnd.choice(self.codes())
        self.say(words=words)
        self.hand.keys(self.rnd.choice(("Return", "c")))
        self._choose_in_palette(words)
        self.model.step(self.model.now | {self.row(start, end, code)})
        return True

    def apply_rushing(self) -> bool:
        """Select by keys, open the palette, type and confirm without a pause."""
        start, end = self.select()
        size = self.hand.ask(f"len({TEXT}.text)")
        code, words = self.rnd.choice(self.codes())
        more = self.rnd.randint(0, 5)
        ahead = self.hand.ask(f"{TEXT}.text[{end}:{end + 200}]")
        caret, right_to_left = self.hand.ask(
            f"[{TEXT}.caret(), {TEXT}.textCursor().block().textDirection().value]"
        )
        if caret != end or right_to_left or end >= size or "\n" in ahead[:60]:
            more = 0
        for _ in range(more):
            found = regex.match(r"\X", ahead)
            end += len(found.group()) if found else 0
            ahead = ahead[len(found.group()) :] if found else ""
        self.say(words=words, more=more)
        self.hand.rush((*["shift+Right"] * more, "Return"), words, ("Return",))
        self.rest()
        self.model.step(self.model.now | {self.row(start, end, code)})
        return True

    def create(self) -> bool:
        """Select, C, a new name, Enter; every other time without a pause."""
        start, end = self.select()
        number = next(self._names)
        name = f"zq {number}x made today"
        if number % 2:
            self.hand.keys("c")
            self._choose_in_palette(name)
        else:
            self.hand.rush(("c",), name, ("Return",))
        self.rest()
        self.say(name=name)
        code = self._code_named(name)
        self.model.step(self.model.now | {self.row(start, end, code)})
        return True

    def _code_named(self, name: str) -> int:
        return int(
            self.hand.until(
                f"[c.id for c in window.workspace.codes.values() if c.name == {name!r}]"
            )[0]
        )

    def apply_by_digit(self) -> bool:
        """Select, and the key of a code used before."""
        digits = self.hand.ask(
            "{str(key): code for code, key in window.workspace.coding_commands.used.digits()"
            ".items() if code in window.workspace.codes}"
        )
        if not digits:
            return False
        start, end = self.select()
        key = self.rnd.choice(sorted(digits))
        self.say(key=key)
        self.hand.keys(key)
        self.model.step(self.model.now | {self.row(start, end, digits[key])})
        return True

    def in_vivo(self) -> bool:
        """Select, I: the words become the code."""
        start, end = self.select()
        words = " ".join(self.hand.ask(f"{TEXT}.text[{start}:{end}]").split())
        if not words or len(words) > _QUOTE:
            return False
        name = words if len(words) <= 80 else f"{words[:80].rstrip()}…"
        self.hand.keys("i")
        self.rest()
        code = self.hand.until(
            "[c.id for c in window.workspace.codes.values()"
            f" if c.name.casefold() == {name.casefold()!r} and c.kind.value == 'concept']"
        )[0]
        self.model.step(self.model.now | {self.row(start, end, code)})
        return True

    def _code_in_tree(self) -> tuple[int, list[int]] | None:
        """The tree's current code and where it is on the screen, if it is in sight."""
        panel = "window.workspace.codes_panel"
        code, place = self.ask_after(f"[{panel}.current_code(), row_at({panel}.view)]")
        return (code, place) if code is not None and place else None

    def apply_from_tree(self) -> bool:
        """Select; double-click a code in the tree."""
        start, end = self.select()
        if (found := self._code_in_tree()) is None:
            return False
        code, place = found
        self.say(code=code)
        self.hand.click(*place, times=2)
        self.rest()
        self.model.step(self.model.now | {self.row(start, end, code)})
        return True

    def drop_code(self) -> bool:
        """Drag a code out of the tree onto words: selected ones, or others."""
        self.select()
        found = self._code_in_tree()
        left, top, width, height = self.hand.ask(f"area({TEXT}.viewport())")
        x, y = left + self.rnd.randint(10, width // 2), top + self.rnd.randint(10, height - 10)
        target = self.hand.ask(f"dropped_on(window, {x}, {y})")
        if found is None or not target:
            return False
        code, place = found
        self.say(code=code, target=target)
        self.hand.carry(*place, x, y)
        self.model.step(self.model.now | {self.row(*target, code)})
        self.agree()
        self.hand.forgive()
        return True

    def drop_words(self) -> bool:
        """Drag selected words onto a code in the tree."""
        start, end = self.select()
        found = self._code_in_tree()
        x, y, _, _ = self.hand.ask(f"span_at(window, {start}, {start + 1})")
        x, y = x + 3, y + 1
        left, top, width, height = self.hand.ask(f"area({TEXT}.viewport())")
        inside = left < x < left + width and top < y < top + height
        held = inside and not self.hand.ask(f"grip(window, {x}, {y})")
        if found is None or not held:
            return False
        if self.hand.ask(f"dropped_on(window, {x}, {y})") != [start, end]:
            return False
        code, place = found
        self.say(code=code)
        self.hand.carry(x, y, *place)
        self.model.step(self.model.now | {self.row(start, end, code)})
        self.agree()
        self.hand.forgive()
        return True
