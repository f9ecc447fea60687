"""Drawings as files: SVG as it is, PNG rendered from it."""

from __future__ import annotations

from pathlib import Path

from qcode.formats.atomic import replacing

PRINT_DPI = 300
_POINTS = 72  # an inch
_PAPER = "#ffffff"


def write(svg: str, out: Path) -> None:
    """Write a drawing as ``.svg`` or ``.png``; raises ``QcodeError`` where that is not possible."""
    body = png(svg) if out.suffix.lower() == ".png" else svg.encode()
    with replacing(out) as temporary:
        temporary.write_bytes(body)


def png(svg: str, dpi: int = PRINT_DPI) -> bytes:
    """Render a drawing whose lengths are points, for printing."""
    import resvg_py

    scale = dpi / _POINTS
    # A drawing is rarely a whole number of pixels wide: what is left over is paper.
    drawn = resvg_py.svg_to_bytes(svg_string=svg, dpi=_POINTS, zoom=scale, background=_PAPER)
    return bytes(drawn)
