"""A study of two coders who differ a hundred times, for hands that settle it."""

from __future__ import annotations

from pathlib import Path

from qcode.model.enums import CodeKind
from qcode.model.records import CodeDraft
from qcode.model.sources import Source
from qcode.model.span import Span
from qcode.services import codes, codings
from qcode.services.project import Project

from tests.services.bringing import bring_in

DOCUMENTS, SENTENCES = 10, 12
DISAGREEMENTS = 100
AGREED = 20

_WHO = ("The office", "The bureau", "A director", "Her neighbour", "The whole street")
_DOES = ("hands the list on", "calls again", "keeps a name back", "signs first", "asks why")
_WHEN = ("before noon", "the same afternoon", "on Friday", "after the meeting", "twice a week")
_NAMES = (
    "list handed on",
    "calling again",
    "name kept back",
    "signing first",
    "asking for reasons",
    "order of signing",
)
_COLORS = ("#3b78d8", "#c8702a", "#4f8a3c", "#8a4fb0", "#b0484f", "#3c8a86")


def build(path: Path) -> None:
    """Make the project: ten texts of twelve sentences, ten of them coded differently."""
    with Project.create(path, "Y Street leading group", "Ann") as project:
        texts = [_text(number) for number in range(DOCUMENTS)]
        documents = bring_in(
            project,
            *(
                Source(f"Street {number + 1:02}", " ".join(text), f"{number + 1:02}")
                for number, text in enumerate(texts)
            ),
        )
        made = [
            codes.create(project, CodeDraft(name, CodeKind.CONCEPT, color))
            for name, color in zip(_NAMES, _COLORS, strict=True)
        ]
        for code, use in zip(made, ("Somebody passes a list on.", "A second call."), strict=False):
            codes.describe(project, code, {"use_when": use, "not_when": "The leader acts alone."})
        for coder, which in (("Ann", 0), ("Bo", 1)):
            project.act_as(coder, remember=False)
            for number, (document, text) in enumerate(zip(documents, texts, strict=True)):
                start = 0
                for place, sentence in enumerate(text):
                    span = Span(start, start + len(sentence))
                    given = _given(place, span, made, number + place)[which]
                    if given is not None:
                        codings.apply(project, document, [given[0]], [given[1]])
                    start = span.end + 1


def _text(number: int) -> list[str]:
    return [
        f"{_WHO[(number + place) % 5]} {_DOES[(number * 2 + place) % 5]}"
        f" {_WHEN[(number + 2 * place) % 5]}, and nobody says so."
        for place in range(SENTENCES)
    ]


def _given(
    place: int, span: Span, made: list[int], turn: int
) -> tuple[tuple[Span, int] | None, tuple[Span, int] | None]:
    """Return what Ann and Bo coded in a sentence; in the first two they agree."""
    code, other = made[turn % len(made)], made[(turn + 2) % len(made)]
    if place < 2:
        return (span, code), (span, code)
    match place % 4:
        case 0:
            return (span, code), (Span(span.start, span.end - 20), code)
        case 1:
            return (span, code), (span, other)
        case 2:
            return (span, code), None
        case _:
            return None, (span, code)
