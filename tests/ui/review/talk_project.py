"""Two coders who differ in every way, for the tests of the talk about it."""

from pathlib import Path
from types import SimpleNamespace

from qcode.model.agreement import Request
from qcode.model.enums import CodeKind
from qcode.model.records import CodeDraft
from qcode.model.sources import Source
from qcode.model.span import Span
from qcode.services import codes, codings
from qcode.services.agreement import gathering
from qcode.services.project import Project
from qcode.services.review import disagreements

from tests.services.bringing import bring_in

FERRY = (
    "The ferry waits for the lamp. The deck hands call the mainland twice. Nobody asks why, and"
    " the rope is loosened last of all."
)
QUAY = "The quay is swept before dawn. 码头在天亮前打扫干净。 Whoever comes late sweeps alone."


def of(text: str, words: str) -> Span:
    """Where some words stand in a text."""
    start = text.index(words)
    return Span(start, start + len(words))


LAMP, CALL = of(FERRY, "The ferry waits for the lamp."), of(FERRY, "The deck hands call")
LONGER = Span(CALL.start, of(FERRY, "twice.").end)
ROPE, WHY = of(FERRY, "the rope is loosened last of all."), of(FERRY, "Nobody asks why")
DAWN, LATE = (
    of(QUAY, "The quay is swept before dawn."),
    of(QUAY, "Whoever comes late sweeps alone."),
)


def make(path: Path) -> SimpleNamespace:
    """A project in which Ann and Bo agree on one passage and differ on five.

    On the ferry: the same words (lamp); Ann takes more of the call; another code on the rope; Bo
    misses the question. On the quay: Ann misses the sweeping; one full stop more or less.
    """
    project = Project.create(path, "Harbour", "Ann")
    ferry, quay = bring_in(project, Source("Ferry", FERRY, "01"), Source("Quay", QUAY, "02"))
    lamp, call, rope = (
        codes.create(project, CodeDraft(name, CodeKind.CONCEPT, color))
        for name, color in (
            ("lamp decides", "#3b78d8"),
            ("calling twice", "#c8702a"),
            ("rope comes last", "#4f8a3c"),
        )
    )
    codes.describe(project, call, {"use_when": "Somebody calls again."})
    ann = (
        (ferry, LAMP, lamp),
        (ferry, LONGER, call),
        (ferry, ROPE, rope),
        (ferry, WHY, lamp),
        (quay, LATE, rope),
    )
    bo = (
        (ferry, LAMP, lamp),
        (ferry, CALL, call),
        (ferry, ROPE, call),
        (quay, DAWN, rope),
        (quay, Span(LATE.start, LATE.end - 1), rope),
    )
    for coder, given in (("Ann", ann), ("Bo", bo)):
        project.act_as(coder, remember=False)
        for document, span, code in given:
            codings.apply(project, document, [span], [code])
    project.act_as("Ann", remember=False)
    return SimpleNamespace(
        project=project, ferry=ferry, quay=quay, lamp=lamp, call=call, rope=rope, path=path
    )


def compared(project: Project, *coders: str):
    """What is compared, and what the coders (Ann and Bo unless named) differ in."""
    gathered = gathering.gather(project, Request(coders=coders or ("Ann", "Bo")))
    return gathered, disagreements.find(project, gathered)
