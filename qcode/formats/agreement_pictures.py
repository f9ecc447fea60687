"""Pictures of agreement as SVG: figures by code and document, codes confused, figures on a line.

Only shapes and words, as in ``diagram_svg``; words have a contrast of at least 4.5 to what they
stand on. Lengths are points. The same figures give the same text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from qcode.formats.contrast import contrast
from qcode.formats.diagram_svg import FONTS
from qcode.formats.printable import printable
from qcode.formats.type_metrics import width, wrapped

WIDEST = 452.0  # of a page between its margins
INK, MUTED, LINE, PAPER = "#1f2a33", "#4d5862", "#c9d1d6", "#ffffff"
LOW, HIGH = "#eef5f4", "#1d6b66"  # from nothing shared to everything
BELOW = "#f2ddc6"  # less than by chance
APART_LOW, APART_HIGH = "#fbf1e9", "#c4602f"  # what coders gave different codes
UNDEFINED = "#e4e7e9"
NAME, SMALL = 8.5, 7.5  # sizes of letters
_NAMES = 150.0  # width of the names at the left
_ROW = 11.8
_GAP = 5.0
_APART = 8.0  # wider squares have lines between them
# Not every sans-serif face has a minus sign, and the one that steps in may be a bold italic.
_MINUS, _DASH = "\u2212", "\u2013"


@dataclass(frozen=True, slots=True)
class Drawn:
    """A drawing: its SVG, width and height."""

    svg: str
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Square:
    """A cell of a grid: the colour of its ground, and what stands in it."""

    fill: str
    said: str = ""


def on(fill: str) -> str:
    """Return black or white, whichever is easier to read on a colour; it is 4.5 at least."""
    return max(("#000000", "#ffffff"), key=lambda ink: contrast(ink, fill))


def mixed(low: str, high: str, share: float) -> str:
    """Return the colour that lies a share (0 to 1) of the way from one to another."""
    share = min(1.0, max(0.0, share))
    ends = [[int(color[at : at + 2], 16) for at in (1, 3, 5)] for color in (low, high)]
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in zip(*ends, strict=True))


def shade(value: float) -> str:
    """Return the ground of a coefficient: the darker, the more is agreed on."""
    return BELOW if value < 0 else mixed(LOW, HIGH, value)


# ---------------------------------------------------------------------- grids


def grid(
    title: str,
    rows: Sequence[str],
    columns: Sequence[str],
    cells: Sequence[Sequence[Square | None]],
    *,
    cell: float,
    legend: Sequence[tuple[str, str]] = (),
    turned: bool = True,
) -> Drawn:
    """Draw names of rows and columns, and the squares; None is an empty one.

    ``cell`` is the width of a column. ``turned`` names of columns stand at a slant; an empty name
    is not written. ``legend`` are colours with their words, below the grid.
    """
    names = _names(rows)
    heads = [_fitted(name, SMALL, 84.0) for name in columns] if turned else list(columns)
    high = _head_height(heads, turned)
    left = _beside(names) + _GAP
    slant = max((width(head, SMALL) * _COS for head in heads[-3:]), default=0.0) if turned else 0.0
    edge = left + cell * len(columns) + max(0.0, slant - cell / 2) + 2
    parts: list[str] = []
    for place, head in enumerate(heads):
        x = left + cell * (place + 0.5)
        if head:
            parts.append(_head(head, x, high - 4, turned))
    for row, name in enumerate(names):
        y = high + row * _ROW
        parts.append(_text(name, left - _GAP, y + _ROW * 0.75, NAME, INK, "end"))
        for place, square in enumerate(cells[row]):
            parts += _square(square, left + cell * place, y, cell)
    bottom = high + _ROW * len(names)
    wide = max(edge, _legend_width(legend))
    if legend:
        parts += _legend(legend, min(left, wide - _legend_width(legend)), bottom + 8)
        bottom += 14
    return _whole(title, parts, wide, bottom + 10)


_COS, _SIN = 0.6428, 0.766  # of 50 degrees


def _head_height(heads: Iterable[str], turned: bool) -> float:
    longest = max((width(head, SMALL) for head in heads), default=0.0)
    return longest * _SIN + 12 if turned else SMALL * 2


def _head(head: str, x: float, y: float, turned: bool) -> str:
    if not turned:
        return _text(head, x, y, SMALL, MUTED, "middle")
    return (
        f'<text x="{_n(x)}" y="{_n(y)}" font-size="{SMALL}" fill="{MUTED}"'
        f' transform="rotate(-50 {_n(x)} {_n(y)})">{escape(printable(head))}</text>\n'
    )


def _square(square: Square | None, x: float, y: float, wide: float) -> Iterator[str]:
    # Squares that are narrow lie side by side: lines between them would be most of the picture.
    edge = f' stroke="{PAPER}" stroke-width="0.8"' if wide > _APART else ""
    if square is None:
        yield (
            f'<rect x="{_n(x)}" y="{_n(y)}" width="{_n(wide)}" height="{_n(_ROW)}"'
            f' fill="{PAPER}" stroke="{LINE}" stroke-width="{0.3 if wide > _APART else 0.1}"/>\n'
        )
        return
    yield (
        f'<rect x="{_n(x)}" y="{_n(y)}" width="{_n(wide)}" height="{_n(_ROW)}"'
        f' fill="{square.fill}"{edge}/>\n'
    )
    if square.said:
        yield _text(square.said, x + wide / 2, y + _ROW * 0.73, SMALL, on(square.fill), "middle")


def _legend(entries: Sequence[tuple[str, str]], x: float, y: float) -> Iterator[str]:
    for color, said in entries:
        yield (
            f'<rect x="{_n(x)}" y="{_n(y)}" width="12" height="9" fill="{color}"'
            f' stroke="{LINE}" stroke-width="0.5"/>\n'
        )
        yield _text(said, x + 15, y + 7.5, SMALL, MUTED, "start")
        x += 15 + width(said, SMALL) + 9


def _legend_width(entries: Sequence[tuple[str, str]]) -> float:
    return sum(15 + width(said, SMALL) + 9 for _, said in entries)


# ---------------------------------------------------------------------- figures on a line


@dataclass(frozen=True, slots=True)
class Dot:
    """A figure on a line: its name, value, and the ends of its interval if there is one."""

    name: str
    value: float
    interval: tuple[float, float] | None = None


def dots(
    title: str, listed: Sequence[Dot], lines: Sequence[tuple[float, str]], low: float
) -> Drawn:
    """Draw figures on an axis from ``low`` (at most 0) to 1, and dashed lines with their names."""
    names = _names([one.name for one in listed])
    left = _beside(names) + 2 * _GAP
    right = WIDEST - 14
    top = 18.0
    bottom = top + _ROW * len(listed) + 3

    def at(value: float) -> float:
        return left + (max(value, low) - low) / (1 - low) * (right - left)

    parts = [
        f'<line x1="{_n(at(x))}" y1="{_n(top)}" x2="{_n(at(x))}" y2="{_n(bottom)}"'
        f' stroke="{LINE}" stroke-width="{0.9 if x == 0 else 0.4}"/>\n'
        + _text(_axis(x), at(x), bottom + 10, SMALL, MUTED, "middle")
        for x in _ticks(low)
    ]
    for x, said in lines:
        parts.append(
            f'<line x1="{_n(at(x))}" y1="{_n(top - 4)}" x2="{_n(at(x))}" y2="{_n(bottom)}"'
            f' stroke="{MUTED}" stroke-width="0.9" stroke-dasharray="4 3"/>\n'
        )
        parts.append(_text(said, at(x), top - 7, SMALL, MUTED, "middle"))
    for row, (one, name) in enumerate(zip(listed, names, strict=True)):
        y = top + _ROW * (row + 0.5) + 1.5
        parts.append(_text(name, left - 2 * _GAP, y + 3, NAME, INK, "end"))
        if one.interval is not None:
            ends = [at(end) for end in one.interval]
            parts.append(
                f'<line x1="{_n(ends[0])}" y1="{_n(y)}" x2="{_n(ends[1])}" y2="{_n(y)}"'
                f' stroke="{HIGH}" stroke-width="1.4"/>\n'
            )
        parts.append(f'<circle cx="{_n(at(one.value))}" cy="{_n(y)}" r="3" fill="{HIGH}"/>\n')
    return _whole(title, parts, WIDEST, bottom + 14)


def _ticks(low: float) -> list[float]:
    step = 0.2 if low > -1 else 0.5
    first = round(low / step)
    return [round(place * step, 1) for place in range(first, round(1 / step) + 1)]


def _axis(value: float) -> str:
    return f"{value:.1f}".replace("-", "\u2212")


# ---------------------------------------------------------------------- words and frame


def _names(rows: Iterable[str]) -> list[str]:
    return [_fitted(name, NAME, _NAMES) for name in rows]


def _beside(names: Sequence[str]) -> float:
    """Return the room for names: fonts differ, and none may be cut off."""
    return 1.12 * max((width(name, NAME) for name in names), default=0.0)


def _fitted(name: str, size: float, most: float) -> str:
    return wrapped(" ".join(name.split()), size, most, 1)[0]


def _text(said: str, x: float, y: float, size: float, color: str, anchor: str) -> str:
    return (
        f'<text x="{_n(x)}" y="{_n(y)}" font-size="{size}" fill="{color}"'
        f' text-anchor="{anchor}">{escape(printable(said.replace(_MINUS, _DASH)))}</text>\n'
    )


def _whole(title: str, parts: Iterable[str], wide: float, high: float) -> Drawn:
    svg = (
        '<?xml version="1.0" encoding="UTF-8"?>\n<svg xmlns="http://www.w3.org/2000/svg"'
        f' width="{_n(wide)}pt" height="{_n(high)}pt" viewBox="0 0 {_n(wide)} {_n(high)}"'
        f" font-family={quoteattr(FONTS)}>\n<title>{escape(printable(title))}</title>\n"
        f'<rect width="{_n(wide)}" height="{_n(high)}" fill="{PAPER}"/>\n'
        f"{''.join(parts)}</svg>\n"
    )
    return Drawn(svg, wide, high)


def _n(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")
