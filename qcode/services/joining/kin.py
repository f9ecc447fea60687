"""Which files belong together: copies, packets, and what began apart but is wanted all the same."""

from __future__ import annotations

from qcode.model.errors import QcodeError
from qcode.model.join_records import OtherProject
from qcode.model.messages import QT_TRANSLATE_NOOP
from qcode.services.joining import rules
from qcode.services.joining.reading import Side


def require_kin(mine: Side, side: Side, apart: bool) -> bool:
    """Say whether a file began apart; raises ``QcodeError`` where it may not be merged.

    ``apart``: whether files that did are wanted.
    """
    if mine.packet_of and not side.packet_of and side.guid in (mine.packet_of, mine.guid):
        raise QcodeError(
            QT_TRANSLATE_NOOP(
                "core",
                "{file} is the project that this packet was taken from. Merge the packet into it,"
                " and ask for a new packet where you need what is new there.",
            ),
            file=str(side.path),
        )
    family = {mine.guid, mine.packet_of} - {""}
    if family & {side.guid, side.packet_of}:
        return False
    return require_wish(side, apart)


def share_anything(mine: Side, side: Side) -> bool:
    """Whether any person, text or code of two files is the very same."""

    def guids(one: Side) -> set[object]:
        return {
            row[rule.guid]
            for rule in map(rules.of_tables().__getitem__, ("coder", "document", "code"))
            if rule.guid is not None
            for row in one.rows[rule.table]
        }

    return not guids(mine).isdisjoint(guids(side))


def require_wish(side: Side, apart: bool) -> bool:
    """Say that a file began apart; raises ``OtherProject`` where such files are not wanted."""
    if apart:
        return True
    raise OtherProject(
        QT_TRANSLATE_NOOP(
            "core",
            "{file} belongs to another project; nothing was changed. Projects that began apart can"
            " be matched by the names of what is in them: look at the preview first.",
        ),
        file=str(side.path),
    )
