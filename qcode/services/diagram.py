"""Where the boxes of the diagram stand that somebody moved by hand. Laying out is not done here."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from qcode.model.errors import QcodeError
from qcode.model.messages import QT_TRANSLATE_NOOP, Message
from qcode.model.theory_records import Point
from qcode.services import codes
from qcode.services.project import Project
from qcode.store import theory_queries

FARTHEST = 1_000_000  # points from the origin, some 350 m: what lies beyond is a mistake


def places(project: Project) -> dict[int, Point]:
    """Return code id → middle of its box, for boxes that were put somewhere by hand."""
    with project.read() as connection:
        found = theory_queries.diagram_places(connection)
    return {code_id: Point(*place) for code_id, place in found.items()}


def set_places(project: Project, places: Mapping[int, tuple[float, float]]) -> None:
    """Keep where boxes were put (points, rounded), all in one step.

    Raises ``QcodeError`` when a code is gone or a place is absurdly far away.
    """
    label = Message(
        QT_TRANSLATE_NOOP("core", "Move {code} in the diagram"),
        {"code": codes.titles(project, list(places))},
    )
    with project.change(label) as writer:
        codes.require(writer, list(places))
        known = theory_queries.diagram_places(writer.connection)
        for code_id, (x, y) in places.items():
            if not (abs(x) <= FARTHEST and abs(y) <= FARTHEST):  # also what is no number
                raise QcodeError(
                    QT_TRANSLATE_NOOP("core", "This place is too far outside of the diagram.")
                )
            place = Point(round(x), round(y))
            if known.get(code_id) != place:
                writer.put("diagram_place", {"code_id": code_id}, x=place.x, y=place.y)


def reset(project: Project, code_ids: Collection[int] | None = None) -> None:
    """Forget places kept by hand, those of some codes or all, so that layout decides again."""
    with project.change(Message(QT_TRANSLATE_NOOP("core", "Lay out the diagram anew"))) as writer:
        known = theory_queries.diagram_places(writer.connection)
        for code_id in known if code_ids is None else known.keys() & set(code_ids):
            writer.delete_where("diagram_place", {"code_id": code_id})
