"""What differs between two versions of the codebook, put into words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from qcode.model.enums import CodeKind
from qcode.model.versions import Difference, DifferenceKind
from qcode.ui.itemmodels.grouped_rows import Lines
from qcode.ui.shell.i18n import say

_LONGEST = 90  # characters of a definition that are shown


def lines(one: Difference) -> Lines:
    """Return the code's name with its counts, and what was before and is now."""
    return Lines(f"{one.name}   {_counts(one)}".rstrip(), _with_reason(_change(one), one.reason))


def _counts(one: Difference) -> str:
    translate = QCoreApplication.translate
    if one.then is None and one.now is None:
        return ""
    if one.then is None or one.now is None or one.then == one.now:
        count = one.now if one.now is not None else one.then
        return translate("differences", "passages: {count}").format(count=count)
    return translate("differences", "passages: {then} → {now}").format(then=one.then, now=one.now)


def _change(one: Difference) -> str:
    translate = QCoreApplication.translate
    kind = one.kind
    top = translate("differences", "the top level")
    if kind in (DifferenceKind.ADDED, DifferenceKind.REMOVED):
        above = one.after if kind is DifferenceKind.ADDED else one.before
        sentence = (
            translate("differences", "{kind}, now in {code}")
            if kind is DifferenceKind.ADDED
            else translate("differences", "{kind}, was in {code}")
        )
        return sentence.format(kind=say(one.code_kind.label), code=_quoted(above) if above else top)
    if kind is DifferenceKind.SPLIT:
        return translate("differences", "took passages over from {code}").format(code=one.before)
    if kind is DifferenceKind.MERGED:
        return translate("differences", "went into {code}").format(code=_quoted(one.after))
    if kind in (DifferenceKind.RAISED, DifferenceKind.LOWERED):
        return f"{_kind(one.before)} → {_kind(one.after)}"
    if kind is DifferenceKind.REDEFINED:
        return f"{_field(one.field)}: {_text(one.before)} → {_text(one.after)}"
    if kind is DifferenceKind.MOVED:
        return f"{_quoted(one.before) if one.before else top} → " + (
            _quoted(one.after) if one.after else top
        )
    return f"{_quoted(one.before)} → {_quoted(one.after)}"


def _with_reason(words: str, reason: str) -> str:
    if not reason:
        return words
    why = QCoreApplication.translate("differences", "because: {reason}").format(reason=reason)
    return f"{words} · {why}"


def _quoted(name: str) -> str:
    return f"“{name}”"


def _kind(value: str) -> str:
    return say(CodeKind(value).label)


def _text(words: str) -> str:
    if not words:
        return QCoreApplication.translate("differences", "(empty)")
    flat = " ".join(words.split())
    return _quoted(flat if len(flat) <= _LONGEST else flat[: _LONGEST - 1].rstrip() + "…")


def _field(name: str) -> str:
    translate = QCoreApplication.translate
    return {
        "definition": translate("differences", "definition"),
        "use_when": translate("differences", "when to use"),
        "not_when": translate("differences", "when not to use"),
        "typical": translate("differences", "typical example"),
        "boundary": translate("differences", "boundary example"),
    }.get(name, name)
