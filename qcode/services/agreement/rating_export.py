"""The coefficients of a table of ratings as rows, for the clipboard and for files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from qcode.model.agreement import Coefficient
from qcode.model.messages import QT_TRANSLATE_NOOP, Message
from qcode.services.agreement.ratings import Reliability

ENDINGS = (".xlsx", ".csv")

_HEADS = (
    QT_TRANSLATE_NOOP("core", "Coefficient"),
    QT_TRANSLATE_NOOP("core", "Value"),
    QT_TRANSLATE_NOOP("core", "Remark"),
)
_CODERS = QT_TRANSLATE_NOOP("core", "Coders")
_UNITS = QT_TRANSLATE_NOOP("core", "Units")
_TWICE = QT_TRANSLATE_NOOP("core", "Units rated by two coders or more")
_MISSING = QT_TRANSLATE_NOOP("core", "Missing ratings")
_VALUES = QT_TRANSLATE_NOOP("core", "Values on offer")

Say = Callable[[Message], str]


def lines(found: Reliability, say: Say = str) -> list[tuple[str, float | int | None, str]]:
    """Return a row a coefficient (name, value, why it has none), and what was measured below.

    ``say`` puts messages into words.
    """
    measured = found.measured
    rows: list[tuple[str, float | int | None, str]] = [
        (
            say(name.label),
            measured.get(name),
            "" if name in measured.values else say(measured.undefined[name].label),
        )
        for name in Coefficient
    ]
    rows += [
        (say(Message(_CODERS)), len(found.coders), ", ".join(found.coders)),
        (say(Message(_UNITS)), found.units, ""),
        (say(Message(_TWICE)), found.twice, ""),
        (say(Message(_MISSING)), found.missing, ""),
        (say(Message(_VALUES)), len(found.values), ", ".join(found.values)),
    ]
    return rows


def as_text(found: Reliability, say: Say = str) -> str:
    """Return the rows with tabs between their cells, as sheets and Word take them."""
    heads = "\t".join(say(Message(head)) for head in _HEADS)
    rows = ("\t".join((name, shown(value), remark)) for name, value, remark in lines(found, say))
    return "\n".join((heads, *rows)) + "\n"


def write(found: Reliability, out: Path, say: Say = str) -> None:
    """Write the rows as ``.xlsx`` or ``.csv``, values in full.

    Raises ``QcodeError`` for another ending and for a file that cannot be written.
    """
    from qcode.formats.rows_out import write_rows
    from qcode.services.exporting import require_ending

    require_ending(out, ENDINGS)
    write_rows(out, [say(Message(head)) for head in _HEADS], lines(found, say))


def shown(value: float | int | None) -> str:
    """Return a coefficient with three decimals, a count as it is, a dash for nothing."""
    if value is None:
        return "–"
    return f"{value:.3f}" if isinstance(value, float) else str(value)
