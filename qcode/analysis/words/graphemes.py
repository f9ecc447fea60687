"""What a reader calls one character: boundaries of grapheme clusters near a position.

Clusters are those of Unicode Annex 29, found by ``\\X`` of the ``regex`` module. Only a window of
text around the position is read, so that the cost does not grow with the document.
"""

from __future__ import annotations

from qcode.analysis.words.late_pattern import LatePattern

# Two neighbours of this class never belong to one cluster (letters, digits, CJK and kana, common
# punctuation; no marks, no jamo, no emoji, no carriage return). A walk may start between them.
_PLAIN = LatePattern(
    "(?r)[\x00-\x0c\x0e-\xa8\xaa-\xad\xaf-\u02ff\u0370-\u0482\u048a-\u0590\u05d0-\u05ea\u0620-\u064a"
    "\u2010-\u2027\u2030-\u203b\u3001-\u3029\u3041-\u3096\u30a0-\u312f\u3400-\u4dbf\u4e00-\u9fff"
    "\uff01-\uff9d\U00020000-\U0003fffd]{2}"
)
_CLUSTER = LatePattern(r"\X")
_WINDOWS = (16, 256, 4096)


def cluster_start(text: str, position: int) -> int:
    """Return the boundary at or before ``position`` (code points); a boundary maps to itself."""
    if position <= 0 or position >= len(text):
        return min(max(position, 0), len(text))
    at = _safe_start(text, position)
    while True:
        found = _CLUSTER.match(text, at)
        if found is None or found.end() > position:
            return at
        at = found.end()


def cluster_end(text: str, position: int) -> int:
    """Return the boundary at or after ``position`` (code points); a boundary maps to itself."""
    if position <= 0 or position >= len(text):
        return min(max(position, 0), len(text))
    at = cluster_start(text, position)
    if at == position:
        return position
    found = _CLUSTER.match(text, at)
    return found.end() if found else position


def _safe_start(text: str, position: int) -> int:
    """A boundary at or before ``position`` from which clusters can be counted."""
    for width in _WINDOWS:
        low = position - width
        if low <= 0:
            return 0
        # One character past the position counts, so that a plain pair may straddle it.
        found = _PLAIN.search(text, low, position + 1)
        if found:
            return int(found.end()) - 1
    return position - _WINDOWS[-1]
