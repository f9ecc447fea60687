"""What a tooltip says about codings, over the text as over the stripes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from html import escape

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

from qcode.ui.shell.theme import Theme
from qcode.ui.widgets.text.coding_layer import PaintedCoding
from qcode.ui.widgets.tints import line_color

_MOST = 6
_MEMO_LINES, _MEMO_SIZE = 4, 240


def coding_tip(codings: Sequence[PaintedCoding], theme: Theme) -> str:
    """Rich text that names codings: code, coder, date, memo; some of them where there are many."""
    parts = [_one(coding, theme) for coding in codings[:_MOST]]
    left = len(codings) - _MOST
    if left > 0:
        more = QCoreApplication.translate("CodingTip", "and {count} more").format(count=left)
        parts.append(f'<p style="margin:3px 0; color:{theme.muted}">{escape(more)}</p>')
    return "".join(parts)


def _one(coding: PaintedCoding, theme: Theme) -> str:
    color = line_color(theme.paper, theme.ink, coding.color)
    facts = " · ".join(filter(None, (coding.coder, moment(coding.created))))
    memo = escape(_shortened(coding.memo)).replace("\n", "<br>")
    return (
        f'<p style="margin:3px 0"><span style="color:{color}">■</span> '
        f"<b>{escape(coding.label)}</b>"
        f'<br><span style="color:{theme.muted}">{escape(facts)}</span>'
        + (f"<br>{memo}" if memo else "")
        + "</p>"
    )


def moment(created: str) -> str:
    """An ISO 8601 time in the local zone and in the form of the locale; empty if it is none."""
    try:
        when = datetime.fromisoformat(created)
    except ValueError:
        return ""
    local = QDateTime.fromSecsSinceEpoch(round(when.timestamp()))
    return QLocale().toString(local, QLocale.FormatType.ShortFormat)


def _shortened(memo: str) -> str:
    lines = memo.strip().splitlines()
    kept = "\n".join(lines[:_MEMO_LINES])
    if len(kept) > _MEMO_SIZE:
        return kept[:_MEMO_SIZE].rstrip() + "…"
    return kept + ("\n…" if len(lines) > _MEMO_LINES else "")
