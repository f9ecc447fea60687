"""A text of 29 lines, each with a case that programs count differently, and where each stands."""

from __future__ import annotations

from dataclasses import dataclass

CASES: tuple[tuple[str, str], ...] = (
    ("ascii", "simple words"),
    ("emoji", "\U0001f680"),
    ("zwj family", "\U0001f469\u200d\U0001f469\u200d\U0001f466"),
    ("flag", "\U0001f1eb\U0001f1ee"),
    ("skin tone", "\U0001f44b\U0001f3fe"),
    ("nfd o-umlaut", "o\u0308"),
    ("nfc o-umlaut", "\u00f6"),
    ("stacked marks", "o\u0323\u0302"),
    ("hangul jamo", "\u1100\u1173\u11af"),
    ("hangul syllable", "\uae00"),
    ("CJK ext B", "\U00020b9f\u308b"),
    ("arabic", "\u0645\u062f\u064a\u0646\u0629"),
    ("hebrew niqqud", "\u05d9\u05b6\u05dc\u05b6\u05d3"),
    ("devanagari", "\u0924\u094d\u0930\u093f"),
    ("thai", "\u0e17\u0e35\u0e48"),
    ("math bold", "\U0001d402\U0001d403"),
    ("variation selector", "\u2600\ufe0f"),
    ("nbsp", "c\u00a0d"),
    ("zero width space", "c\u200bd"),
    ("soft hyphen", "re\u00addo"),
    ("ideographic space", "左\u3000右"),
    ("fullwidth", "ＸＹ"),
    ("ligature", "\ufb02ow"),
    ("bidi marks", "\u200eleft\u200fright"),
    ("bidi isolate", "\u2067\u05d0\u05d1\u2069 xyz"),
    ("tab", "c\td"),
    ("u2028", "c\u2028d"),
    ("u0085", "c\u0085d"),
    ("form feed", "c\x0cd"),
)


@dataclass(frozen=True)
class EdgeCase:
    name: str
    text: str
    start: int
    end: int


def edge_text() -> tuple[str, tuple[EdgeCase, ...]]:
    """Return the text with LF newlines and its cases with code point positions, half-open."""
    text = ""
    cases = []
    for name, part in CASES:
        text += f"<{name}> "
        cases.append(EdgeCase(name, part, len(text), len(text) + len(part)))
        text += f"{part} stop\n"
    return text, tuple(cases)
