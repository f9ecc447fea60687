"""A project in which two coders of 50,000 codings each differ 50,000 times."""

from __future__ import annotations

from pathlib import Path

from qcode.model.enums import CodeKind
from qcode.model.messages import Message
from qcode.model.records import CodeDraft
from qcode.model.sources import Source
from qcode.services import codes
from qcode.services.project import Project

from tests.services.bringing import bring_in

DOCUMENTS, CHARACTERS, CODES, EACH = 200, 50_000, 50, 250
DISAGREEMENTS = DOCUMENTS * EACH

_AT = "2026-01-01T00:00:00Z"
_SENTENCE = "The tide comes in and goes out, and every boat is counted twice. "


def build(path: Path) -> None:
    """Make the project; in each text there is a disagreement every 200 characters.

    By turns: other edges, another code, missed by the one, missed by the other with the two
    agreeing just before (so that both have coded as often).
    """
    text = (_SENTENCE * 800)[:CHARACTERS]
    with Project.create(path, "Two", "Ann") as project:
        documents = bring_in(
            project, *(Source(f"d{n}", f"{n:06}{text[6:]}", f"{n:03}") for n in range(DOCUMENTS))
        )
        made = [
            codes.create(project, CodeDraft(f"tide-{n} counted", CodeKind.CONCEPT))
            for n in range(CODES)
        ]
        with project.change(Message("Code")) as writer:
            coders = [writer.coder_id("Ann"), writer.coder_id("Bo")]
            given = [
                one
                for document in documents
                for place in range(EACH)
                for one in _given(document, place, made, coders)
            ]
            spans = {one[:3] for one in given}
            selections = {span: number for number, span in enumerate(sorted(spans), 1)}
            raw = writer.connection.raw
            raw.executemany(
                "INSERT INTO selection (id, guid, document_id, start, end, created)"
                " VALUES (?, ?, ?, ?, ?, ?)",
                [(number, f"s{number}", *span, _AT) for span, number in selections.items()],
            )
            raw.executemany(
                "INSERT INTO coding (guid, selection_id, code_id, coder_id, memo, typical,"
                " created, modified) VALUES (?, ?, ?, ?, '', 0, ?, ?)",
                [
                    (f"k{number}", selections[one[:3]], one[3], one[4], _AT, _AT)
                    for number, one in enumerate(given)
                ],
            )


def _given(
    document: int, place: int, made: list[int], coders: list[int]
) -> list[tuple[int, int, int, int, int]]:
    """Return what is coded around a place: (document, start, end, code, coder)."""
    ann, bo = coders
    start = place * 200
    code, other = made[place % CODES], made[(place + 7) % CODES]
    match place % 4:
        case 0:
            return [
                (document, start, start + 120, code, ann),
                (document, start, start + 90, code, bo),
            ]
        case 1:
            return [
                (document, start, start + 120, code, ann),
                (document, start, start + 120, other, bo),
            ]
        case 2:
            agreed = [(document, start, start + 60, code, who) for who in coders]
            return [(document, start + 70, start + 150, other, ann), *agreed]
        case _:
            return [(document, start, start + 120, code, bo)]
