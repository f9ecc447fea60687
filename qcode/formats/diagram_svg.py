"""The diagram of a model as SVG: the one picture that the window shows and files hold.

No scripts, styles or markers, only shapes and words, so that Qt, browsers, Word and drawing
programs show the same. Arrow heads are drawn as what they are.
"""

from __future__ import annotations

import itertools
import math
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from qcode.formats.type_metrics import width, wrapped
from qcode.model.diagram import Arrangement, Model, Node, Point, Rect, Route
from qcode.model.enums import RelationForm

LATIN = "Segoe UI, Helvetica Neue, Noto Sans, DejaVu Sans"
EAST_ASIAN = "Microsoft YaHei, PingFang SC, Noto Sans CJK SC, Noto Sans SC, Source Han Sans SC"
FONTS = f"{LATIN}, {EAST_ASIAN}, sans-serif"
TITLE = 12.0
NOTE = 9.5
LABEL = 10.0
STAGE = 11.0
PADDING = 11.0
WIDEST = 150.0  # of a title line
BOLD = 1.08  # how much wider bold type is
LINE = 1.28  # distance of lines, in font sizes
MARGIN = 28.0
HEAD = 8.0  # length of an arrow head
_DASHES = {RelationForm.FEEDBACK: "6 4"}


@dataclass(frozen=True, slots=True)
class Look:
    """The colours of a drawing (``#rrggbb``); those here are for paper.

    ``ground`` is None for a drawing that lies on what is there. ``shaded`` tints boxes by their
    weight, ``sized`` draws them larger.
    """

    ground: str | None = "#ffffff"
    ink: str = "#23252b"
    muted: str = "#5f6470"
    line: str = "#5f6470"
    edge: str = "#c9c5bd"
    paper: str = "#ffffff"
    band: str = "#f4f2ee"
    accent: str = "#2f6f6a"
    shaded: bool = False
    sized: bool = False


PAPER = Look()


def box_sizes(model: Model, look: Look = PAPER) -> dict[int, tuple[float, float]]:
    """Return node id → width and height of its box in points."""
    return {node.id: _size(node, look) for node in model.nodes}


def label_sizes(model: Model) -> dict[int, tuple[float, float]]:
    """Return tie id → width and height of its words in points, without those that have none."""
    return {
        tie.id: (width(tie.label, LABEL) + 8, LABEL * LINE + 4) for tie in model.ties if tie.label
    }


def extent(arrangement: Arrangement, model: Model) -> Rect:
    """Return the part of the plane that the drawing takes, margins and stage names included."""
    xs = [x for box in arrangement.boxes.values() for x in (box.left, box.right)]
    ys = [y for box in arrangement.boxes.values() for y in (box.top, box.bottom)]
    for route in arrangement.routes.values():
        for point in _along(route):
            xs.append(point.x)
            ys.append(point.y)
    sizes = label_sizes(model)
    for tie_id, route in arrangement.routes.items():
        wide = sizes.get(tie_id, (0.0, 0.0))[0] / 2
        xs += [route.label.x - wide, route.label.x + wide]
    if not xs:
        return Rect(0, 0, 2 * MARGIN, 2 * MARGIN)
    top = min(ys) - MARGIN - (STAGE * 2 if model.stages else 0)
    left, right, bottom = min(xs) - MARGIN, max(xs) + MARGIN, max(ys) + MARGIN
    return Rect((left + right) / 2, (top + bottom) / 2, right - left, bottom - top)


def _along(route: Route) -> Iterator[Point]:
    """Yield points of the curves themselves: their handles may lie far outside."""
    points = route.points
    for first in range(0, len(points) - 1, 3):
        a, b, c, d = points[first : first + 4]
        for step in range(9):
            t = step / 8
            u = 1 - t
            yield Point(
                *(
                    u**3 * a[i] + 3 * u * u * t * b[i] + 3 * u * t * t * c[i] + t**3 * d[i]
                    for i in (0, 1)
                )
            )


def svg(model: Model, arrangement: Arrangement, look: Look = PAPER, title: str = "") -> str:
    """Return the drawing as the text of an SVG file; ``title`` is what screen readers say."""
    area = extent(arrangement, model)
    parts = [
        '<?xml version="1.0" encoding="UTF-8"?>\n',
        '<svg xmlns="http://www.w3.org/2000/svg"'
        f' width="{_n(area.width)}pt" height="{_n(area.height)}pt"'
        f' viewBox="{_n(area.left)} {_n(area.top)} {_n(area.width)} {_n(area.height)}"'
        f" font-family={quoteattr(FONTS)}>\n",
    ]
    if title:
        parts.append(f"<title>{escape(title)}</title>\n")
    if look.ground is not None:
        parts.append(
            f'<rect x="{_n(area.left)}" y="{_n(area.top)}" width="{_n(area.width)}"'
            f' height="{_n(area.height)}" fill="{look.ground}"/>\n'
        )
    parts += _stages(model, arrangement.boxes, look)
    for tie in model.ties:
        parts += _route(arrangement.routes[tie.id], tie.form, look)
    for node in model.nodes:
        parts += _box(node, arrangement.boxes[node.id], look)
    for tie in model.ties:  # words last: nothing may hide them
        if tie.label:
            parts.append(_words(arrangement.routes[tie.id].label, tie.label, look))
    parts.append("</svg>\n")
    return "".join(parts)


# ---------------------------------------------------------------------- boxes


def _scale(node: Node, look: Look) -> float:
    return 1.0 + 0.35 * node.weight if look.sized else 1.0


def _lines(node: Node, look: Look) -> list[str]:
    scale = _scale(node, look)
    return wrapped(node.title, TITLE * scale * BOLD, WIDEST * scale)


def _size(node: Node, look: Look) -> tuple[float, float]:
    scale = _scale(node, look)
    lines = _lines(node, look)
    widths = [width(line, TITLE * scale) * BOLD for line in lines]
    if node.note:
        widths.append(width(node.note, NOTE * scale))
    high = len(lines) * TITLE * LINE + (NOTE * LINE + 2 if node.note else 0)
    return round(max(64.0, max(widths) + 2 * PADDING + 4)), round(high * scale + 2 * PADDING)


def _box(node: Node, box: Rect, look: Look) -> Iterator[str]:
    fill = look.paper
    if look.shaded:
        fill = mixed(node.color, look.paper, 0.06 + 0.34 * node.weight)
    elif node.core:
        fill = mixed(look.accent, look.paper, 0.10)
    edge, thick = (look.accent, 2.0) if node.core else (look.edge, 1.0)
    yield (
        f'<rect x="{_n(box.left)}" y="{_n(box.top)}" width="{_n(box.width)}"'
        f' height="{_n(box.height)}" rx="7" fill="{fill}" stroke="{edge}"'
        f' stroke-width="{_n(thick)}"/>\n'
    )
    yield (
        f'<rect x="{_n(box.left + 4)}" y="{_n(box.top + 6)}" width="3.5"'
        f' height="{_n(box.height - 12)}" rx="1.7" fill="{node.color}"/>\n'
    )
    scale = _scale(node, look)
    size, x = TITLE * scale, box.x + 2
    y = box.top + PADDING + size * 0.98
    for line in _lines(node, look):
        yield _text(x, y, line, size, look.ink, 700 if node.core else 600)
        y += size * LINE
    if node.note:
        # Grey on a tint would be hard to read.
        yield _text(x, y, node.note, NOTE * scale, look.ink if look.shaded else look.muted)


# ---------------------------------------------------------------------- lines


def _route(route: Route, form: RelationForm, look: Look) -> Iterator[str]:
    points = list(route.points)
    heads = [(points[-1], points[-2])]
    points[-1] = _shortened(points[-1], points[-2])
    if form is RelationForm.MUTUAL:
        heads.append((points[0], points[1]))
        points[0] = _shortened(points[0], points[1])
    way = f"M{_p(points[0])}" + "".join(
        f" C{_p(points[i])} {_p(points[i + 1])} {_p(points[i + 2])}"
        for i in range(1, len(points) - 1, 3)
    )
    dash = f' stroke-dasharray="{_DASHES[form]}"' if form in _DASHES else ""
    yield f'<path d="{way}" fill="none" stroke="{look.line}" stroke-width="1.4"{dash}/>\n'
    for tip, back in heads:
        yield f'<path d="{_head(tip, back)}" fill="{look.line}"/>\n'


def _shortened(tip: Point, back: Point) -> Point:
    """Return the end of a line under its arrow head, so that its square end does not show."""
    x, y = _toward(back, tip)
    return Point(tip.x - x * HEAD * 0.7, tip.y - y * HEAD * 0.7)


def _head(tip: Point, back: Point) -> str:
    x, y = _toward(back, tip)
    base = Point(tip.x - x * HEAD, tip.y - y * HEAD)
    half = HEAD * 0.42
    one = Point(base.x - y * half, base.y + x * half)
    other = Point(base.x + y * half, base.y - x * half)
    return f"M{_p(tip)} L{_p(one)} L{_p(other)} Z"


def _toward(start: Point, end: Point) -> tuple[float, float]:
    length = math.hypot(end.x - start.x, end.y - start.y) or 1.0
    return (end.x - start.x) / length, (end.y - start.y) / length


def _words(place: Point, text: str, look: Look) -> str:
    wide, high = width(text, LABEL) + 8, LABEL * LINE + 4
    ground = look.ground or look.paper
    return (
        f'<rect x="{_n(place.x - wide / 2)}" y="{_n(place.y - high / 2)}" width="{_n(wide)}"'
        f' height="{_n(high)}" rx="3" fill="{ground}" fill-opacity="0.9"/>\n'
    ) + _text(place.x, place.y + LABEL * 0.36, text, LABEL, look.muted)


# ---------------------------------------------------------------------- stages


def _stages(model: Model, boxes: Mapping[int, Rect], look: Look) -> Iterator[str]:
    """Draw a band behind the boxes of each stage, as long as no two of them overlap."""
    members: dict[int, list[Rect]] = {}
    for node in model.nodes:
        if node.stage is not None:
            members.setdefault(node.stage, []).append(boxes[node.id])
    spans = {
        stage: (min(box.left for box in found) - 14, max(box.right for box in found) + 14)
        for stage, found in sorted(members.items())
    }
    ordered = sorted(spans.values())
    apart = all(one[1] <= other[0] for one, other in itertools.pairwise(ordered))
    inside = [box for found in members.values() for box in found]
    top = min((box.top for box in inside), default=0.0) - STAGE * 3
    bottom = max((box.bottom for box in inside), default=0.0) + STAGE * 1.3
    for stage, (left, right) in spans.items():
        if apart:
            yield (
                f'<rect x="{_n(left)}" y="{_n(top)}" width="{_n(right - left)}"'
                f' height="{_n(bottom - top)}" rx="10" fill="{look.band}"/>\n'
            )
            high = top + STAGE * 1.7
        else:
            high = min(box.top for box in members[stage]) - 8
        name = wrapped(f"{stage + 1}  {model.stages[stage]}", STAGE, max(90.0, right - left), 1)[0]
        yield _text((left + right) / 2, high, name, STAGE, look.muted, 600)


# ---------------------------------------------------------------------- writing


def mixed(color: str, ground: str, share: float) -> str:
    """Return ``share`` of one colour over another, both ``#rrggbb``."""
    both = zip(*(bytes.fromhex(one[1:]) for one in (color, ground)), strict=True)
    return "#" + "".join(f"{round(one * share + other * (1 - share)):02x}" for one, other in both)


def _text(x: float, y: float, words: str, size: float, color: str, weight: int = 400) -> str:
    """Return one centred line. Not every program looks for missing signs in the next family."""
    family = ""
    if any(unicodedata.east_asian_width(sign) in "WF" for sign in words):
        family = f" font-family={quoteattr(f'{EAST_ASIAN}, {LATIN}, sans-serif')}"
    bold = f' font-weight="{weight}"' if weight != 400 else ""
    return (
        f'<text x="{_n(x)}" y="{_n(y)}" text-anchor="middle" font-size="{_n(size)}"{bold}'
        f' fill="{color}"{family}>{escape(words)}</text>\n'
    )


def _n(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _p(point: Point) -> str:
    return f"{_n(point.x)} {_n(point.y)}"
