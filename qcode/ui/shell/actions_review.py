"""Actions on disagreements of coders: going through them, settling them, keeping a round."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from qcode.ui.shell.action_spec import ActionSpec, action

_COMPARED = "project comparison"
_CHOSEN = "project disagreement"
_DECIDING = "project writable disagreement"
_BOTH = f"{_DECIDING} both_coded"
_DECIDED = f"{_DECIDING} decided"
_SCOPE = "review"

REVIEW_ACTIONS: tuple[ActionSpec, ...] = (
    action(
        "review.next",
        QT_TRANSLATE_NOOP("actions", "&Next open disagreement"),
        "review:0",
        "next",
        "N J",
        _COMPARED,
        _SCOPE,
    ),
    action(
        "review.previous",
        QT_TRANSLATE_NOOP("actions", "&Previous open disagreement"),
        "review:0",
        "previous",
        "P K",
        _COMPARED,
        _SCOPE,
    ),
    action(
        "review.text",
        QT_TRANSLATE_NOOP("actions", "Show in the te&xt"),
        "review:0",
        "passages",
        "Return Enter",
        _CHOSEN,
        _SCOPE,
    ),
    action(
        "review.verdict.first",
        QT_TRANSLATE_NOOP("actions", "As the &first coder"),
        "review:1",
        keys="1",
        needs=_DECIDING,
        scope=_SCOPE,
    ),
    action(
        "review.verdict.second",
        QT_TRANSLATE_NOOP("actions", "As the &second coder"),
        "review:1",
        keys="2",
        needs=_DECIDING,
        scope=_SCOPE,
    ),
    action(
        "review.verdict.both",
        QT_TRANSLATE_NOOP("actions", "&Both"),
        "review:1",
        keys="3",
        needs=_BOTH,
        scope=_SCOPE,
    ),
    action(
        "review.verdict.union",
        QT_TRANSLATE_NOOP("actions", "What either coded: the &union"),
        "review:1",
        keys="4",
        needs=_BOTH,
        scope=_SCOPE,
    ),
    action(
        "review.verdict.intersection",
        QT_TRANSLATE_NOOP("actions", "What both coded: the &overlap"),
        "review:1",
        keys="5",
        needs=_BOTH,
        scope=_SCOPE,
    ),
    action(
        "review.verdict.edit",
        QT_TRANSLATE_NOOP("actions", "Other &edges…"),
        "review:1",
        keys="6",
        needs=_DECIDING,
        scope=_SCOPE,
    ),
    action(
        "review.verdict.other_code",
        QT_TRANSLATE_NOOP("actions", "Another &code…"),
        "review:1",
        keys="7",
        needs=_DECIDING,
        scope=_SCOPE,
    ),
    action(
        "review.verdict.reject",
        QT_TRANSLATE_NOOP("actions", "None of t&hem"),
        "review:1",
        keys="8",
        needs=_DECIDING,
        scope=_SCOPE,
    ),
    action(
        "review.verdict.accept",
        QT_TRANSLATE_NOOP("actions", "&Let the disagreement stand"),
        "review:1",
        keys="9",
        needs=_DECIDING,
        scope=_SCOPE,
    ),
    action(
        "review.reopen",
        QT_TRANSLATE_NOOP("actions", "Open &it again"),
        "review:1",
        keys="0 Backspace",
        needs=_DECIDED,
        scope=_SCOPE,
    ),
    action(
        "review.reason",
        QT_TRANSLATE_NOOP("actions", "&Reason of the decision"),
        "review:2",
        "rename",
        "R",
        _DECIDING,
        _SCOPE,
    ),
    action(
        "review.amend",
        QT_TRANSLATE_NOOP("actions", "&Amend the code"),
        "review:2",
        keys="A",
        needs=_DECIDING,
        scope=_SCOPE,
    ),
    action(
        "review.memo",
        QT_TRANSLATE_NOOP("actions", "&Memo on the disagreement"),
        "review:2",
        "memo",
        "M",
        _DECIDING,
        _SCOPE,
    ),
    action(
        "review.trifles",
        QT_TRANSLATE_NOOP("actions", "Show &trifles"),
        "review:3",
        keys="T",
        needs=_COMPARED,
        scope=_SCOPE,
        checkable=True,
    ),
    action(
        "review.take_over",
        QT_TRANSLATE_NOOP("actions", "Take over what all a&gree on"),
        "review:4",
        needs="project writable comparison",
    ),
    action(
        "review.freeze",
        QT_TRANSLATE_NOOP("actions", "&Keep this round…"),
        "review:4",
        needs="project writable comparison",
    ),
)
