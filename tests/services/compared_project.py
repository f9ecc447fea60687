"""Coders whose agreement is known by hand, for the tests of the figures."""

from pathlib import Path
from types import SimpleNamespace

from qcode.model.enums import CodeKind, WorkStatus
from qcode.model.records import CodeDraft
from qcode.model.sources import Source
from qcode.model.span import Span
from qcode.services import coders, codes, codings
from qcode.services.project import Project

from tests.services.bringing import bring_in

TEXT = "The lamp is lit. The rope is loose. The deck is swept. Nobody calls the harbour twice. "
LAMP, ROPE, DECK = Span(0, 16), Span(17, 35), Span(36, 54)
CALL = Span(55, 86)


def make(
    path: Path, documents: int = 4, people: tuple[str, ...] = ("Ann", "Bo")
) -> SimpleNamespace:
    """A project of short documents, the last of which only Ann has finished.

    ``lamp``: all alike. ``rope``: the others begin later. ``deck``: Ann says deck where the others
    say call. ``call``: the others alone have it. ``never``: nobody has it.
    """
    project = Project.create(path, "Harbour", people[0])
    made = bring_in(
        project,
        *(Source(f"Log {n}", f"{TEXT}Page {n}.", f"{n:02}") for n in range(1, documents + 1)),
    )
    signs = codes.create(project, CodeDraft("signs", CodeKind.CATEGORY))
    lamp, rope, deck, call, never = (
        codes.create(project, CodeDraft(name, CodeKind.CONCEPT), signs)
        for name in ("lamp", "rope", "deck", "call", "never")
    )
    for who in people:
        project.act_as(who, remember=False)
        first = who == people[0]
        for document in made:
            codings.apply(project, document, [LAMP], [lamp])
            codings.apply(project, document, [ROPE if first else Span(21, 35)], [rope])
            codings.apply(project, document, [DECK], [deck if first else call])
            if not first:
                codings.apply(project, document, [CALL], [call])
        coders.set_status(project, made if first else made[:-1], who, WorkStatus.FINISHED)
    project.act_as(people[0], remember=False)
    project.close()
    return SimpleNamespace(
        path=path,
        documents=made,
        signs=signs,
        lamp=lamp,
        rope=rope,
        deck=deck,
        call=call,
        never=never,
    )
