"""How colours look to readers with other colour vision, and how far apart two colours are.

Protanopia and deuteranopia: matrices for severity 1.0 of Machado, Oliveira & Fernandes (2009), "A
physiologically-based model for simulation of color vision deficiency". Tritanopia: theirs, which
the authors call a rough estimate, and that of Brettel, Viénot & Mollon (1997) in the form for
linear sRGB with two half-planes.

Difference: CIEDE2000 (Sharma, Wu & Dalal 2005), not CIE76: tints are pale and some colours are
strong blues and purples, where the plain distance in CIELAB is wrong by a factor of two and more.
About 1 is just seen side by side.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

Triple = tuple[float, float, float]

_PROTAN = (
    (0.152286, 1.052583, -0.204868),
    (0.114503, 0.786281, 0.099216),
    (-0.003882, -0.048116, 1.051998),
)
_DEUTAN = (
    (0.367322, 0.860646, -0.227968),
    (0.280085, 0.672501, 0.047413),
    (-0.011820, 0.042940, 0.968881),
)
_TRITAN = (
    (1.255528, -0.076749, -0.178779),
    (-0.078411, 0.930809, 0.147602),
    (0.004733, 0.691367, 0.303900),
)
_BRETTEL_TRITAN = (
    (
        (1.01277, 0.13548, -0.14826),
        (-0.01243, 0.86812, 0.14431),
        (0.07589, 0.80500, 0.11911),
    ),
    (
        (0.93678, 0.18979, -0.12657),
        (0.06154, 0.81526, 0.12320),
        (-0.37562, 1.12767, 0.24796),
    ),
)
_BRETTEL_PLANE = (0.03901, -0.02788, -0.01113)
_XYZ = (
    (0.4124564, 0.3575761, 0.1804375),
    (0.2126729, 0.7151522, 0.0721750),
    (0.0193339, 0.1191920, 0.9503041),
)


def _times(matrix: Sequence[Sequence[float]], values: Triple) -> Triple:
    one, two, three = (sum(a * b for a, b in zip(row, values, strict=True)) for row in matrix)
    return (one, two, three)


def _brettel(values: Triple) -> Triple:
    side = sum(a * b for a, b in zip(_BRETTEL_PLANE, values, strict=True))
    return _times(_BRETTEL_TRITAN[0 if side >= 0 else 1], values)


SIGHTS: dict[str, Callable[[Triple], Triple]] = {
    "usual": lambda values: values,
    "protanopia": lambda values: _times(_PROTAN, values),
    "deuteranopia": lambda values: _times(_DEUTAN, values),
    "tritanopia": lambda values: _times(_TRITAN, values),
    "tritanopia of Brettel": _brettel,
}


def _linear(color: str) -> Triple:
    one, two, three = (int(color[at : at + 2], 16) / 255 for at in (1, 3, 5))

    def straight(value: float) -> float:
        return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4

    return (straight(one), straight(two), straight(three))


def lab(color: str, sight: str = "usual") -> Triple:
    """CIELAB (D65) of ``#rrggbb`` as a reader with ``sight`` sees it."""
    seen = SIGHTS[sight](_linear(color))
    one, two, three = (min(max(value, 0.0), 1.0) for value in seen)
    white = _times(_XYZ, (1.0, 1.0, 1.0))

    def root(value: float) -> float:
        return value ** (1 / 3) if value > 216 / 24389 else (24389 / 27 * value + 16) / 116

    x, y, z = (
        root(value / most)
        for value, most in zip(_times(_XYZ, (one, two, three)), white, strict=True)
    )
    return (116 * y - 16, 500 * (x - y), 200 * (y - z))


def difference(one: Triple, other: Triple) -> float:
    """CIEDE2000 of two colours in CIELAB."""
    light_1, a_1, b_1 = one
    light_2, a_2, b_2 = other
    mean = (math.hypot(a_1, b_1) + math.hypot(a_2, b_2)) / 2
    stretch = 1.5 - 0.5 * math.sqrt(mean**7 / (mean**7 + 25**7))
    a_1, a_2 = a_1 * stretch, a_2 * stretch
    chroma_1, chroma_2 = math.hypot(a_1, b_1), math.hypot(a_2, b_2)
    hue_1 = math.degrees(math.atan2(b_1, a_1)) % 360
    hue_2 = math.degrees(math.atan2(b_2, a_2)) % 360
    turn = hue_2 - hue_1
    if chroma_1 * chroma_2 == 0:
        turn = 0.0
    elif abs(turn) > 180:
        turn -= math.copysign(360, turn)
    light, chroma = light_2 - light_1, chroma_2 - chroma_1
    hue = 2 * math.sqrt(chroma_1 * chroma_2) * math.sin(math.radians(turn / 2))
    mean_light, mean_chroma = (light_1 + light_2) / 2, (chroma_1 + chroma_2) / 2
    if chroma_1 * chroma_2 == 0:
        mean_hue = hue_1 + hue_2
    elif abs(hue_1 - hue_2) <= 180:
        mean_hue = (hue_1 + hue_2) / 2
    else:
        mean_hue = (hue_1 + hue_2 + (360 if hue_1 + hue_2 < 360 else -360)) / 2

    def cosine(factor: float, shift: float) -> float:
        return math.cos(math.radians(factor * mean_hue + shift))

    t = 1 - 0.17 * cosine(1, -30) + 0.24 * cosine(2, 0) + 0.32 * cosine(3, 6)
    t -= 0.20 * cosine(4, -63)
    by_light = 1 + 0.015 * (mean_light - 50) ** 2 / math.sqrt(20 + (mean_light - 50) ** 2)
    by_chroma = 1 + 0.045 * mean_chroma
    by_hue = 1 + 0.015 * mean_chroma * t
    rotation = -math.sin(math.radians(60 * math.exp(-(((mean_hue - 275) / 25) ** 2))))
    rotation *= 2 * math.sqrt(mean_chroma**7 / (mean_chroma**7 + 25**7))
    return math.sqrt(
        (light / by_light) ** 2
        + (chroma / by_chroma) ** 2
        + (hue / by_hue) ** 2
        + rotation * (chroma / by_chroma) * (hue / by_hue)
    )
