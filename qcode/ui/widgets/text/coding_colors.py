"""The colours that one theme gives to codings, each mixed once."""

from __future__ import annotations

from PySide6.QtGui import QColor, QPen

from qcode.ui.shell.theme import Theme
from qcode.ui.widgets.text.coding_layer import PaintedCoding
from qcode.ui.widgets.tints import faint_color, hit_colors, line_color, tint

_DEEPEST = 4
_LEADER = 0.55


class CodingColors:
    """Tints and lines on the paper of ``theme``."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self._tints: dict[tuple[object, ...], QColor] = {}
        self._lines: dict[tuple[str, bool], QColor] = {}
        self._leaders: dict[tuple[str, bool, bool], QPen] = {}
        self.paper, self.ink = theme.color("paper"), theme.color("ink")
        self.muted = theme.color("muted")
        hit, current, outline = hit_colors(theme.paper, theme.ink)
        self.hit, self.current_hit, self.hit_outline = QColor(hit), QColor(current), QColor(outline)

    def tint(self, over: list[PaintedCoding], strong: str | None, *, selected: bool) -> QColor:
        """Background under these codings, of which the innermost prevails.

        ``strong`` is the colour of the chosen one.
        """
        if len(over) > 1:
            over = sorted(over, key=_size)
        mine = tuple(dict.fromkeys([coding.color for coding in over if coding.mine]))
        others = tuple(dict.fromkeys([coding.color for coding in over if not coding.mine]))
        count = min(len(over), _DEEPEST)
        key = (mine, others, count, strong, selected)
        found = self._tints.get(key)
        if found is None:
            theme = self.theme
            # Two passages of one code on top of each other are deeper than one.
            more = max(0, count - len(mine) - len(others))
            shades, faint = mine + mine[:1] * more, others
            if not mine:
                faint += others[:1] * more
            found = QColor(
                tint(
                    theme.paper,
                    theme.ink,
                    shades,
                    faint=faint,
                    strong=strong,
                    over=theme.selection if selected else None,
                )
            )
            self._tints[key] = found
        return found

    def line(self, color: str, *, mine: bool = True) -> QColor:
        """Underline and stripe of a code; those of other coders are fainter."""
        found = self._lines.get((color, mine))
        if found is None:
            paper, ink = self.theme.paper, self.theme.ink
            mix = line_color if mine else faint_color
            found = self._lines[color, mine] = QColor(mix(paper, ink, color))
        return found

    def leader(self, color: str, *, mine: bool, raised: bool) -> QPen:
        """The thin line from a stripe to its name; those of raised codings are as strong."""
        found = self._leaders.get((color, mine, raised))
        if found is None:
            faded = QColor(self.line(color, mine=mine))
            faded.setAlphaF(1.0 if raised else _LEADER)
            found = self._leaders[color, mine, raised] = QPen(faded, 1.0)
        return found


def _size(coding: PaintedCoding) -> tuple[int, int]:
    return (coding.end - coding.start, coding.coding_id)
