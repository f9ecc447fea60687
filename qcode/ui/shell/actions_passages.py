"""Actions on passages: coded, coded otherwise, commented, marked, widened, walked through."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from qcode.ui.shell.action_spec import ActionSpec, action

_DOCUMENT = "project document"
_WRITABLE = "project writable document"
_SELECTION = "project writable document selection"
_CODING = "project writable document coding"
_PASSAGE = "project writable document passage"

# One entry a key, so that the page of shortcuts and the list of commands have them all.
_RECENT = (
    QT_TRANSLATE_NOOP("actions", "Apply recent code &1"),
    QT_TRANSLATE_NOOP("actions", "Apply recent code &2"),
    QT_TRANSLATE_NOOP("actions", "Apply recent code &3"),
    QT_TRANSLATE_NOOP("actions", "Apply recent code &4"),
    QT_TRANSLATE_NOOP("actions", "Apply recent code &5"),
    QT_TRANSLATE_NOOP("actions", "Apply recent code &6"),
    QT_TRANSLATE_NOOP("actions", "Apply recent code &7"),
    QT_TRANSLATE_NOOP("actions", "Apply recent code &8"),
    QT_TRANSLATE_NOOP("actions", "Apply recent code &9"),
)

PASSAGE_ACTIONS: tuple[ActionSpec, ...] = (
    action(
        "coding.apply",
        QT_TRANSLATE_NOOP("actions", "&Apply a code…"),
        "passage:0",
        "apply",
        "C Return Enter",
        _PASSAGE,
        "text",
    ),
    action(
        "coding.in_vivo",
        QT_TRANSLATE_NOOP("actions", "Code &in vivo"),
        "passage:0",
        "in-vivo",
        "I",
        _SELECTION,
        "text",
    ),
    action(
        "coding.apply_chosen",
        QT_TRANSLATE_NOOP("actions", "Apply the codes chosen in the &tree"),
        "passage:0",
        keys="A",
        needs=f"{_PASSAGE} code",
        scope="text",
    ),
    *(
        action(
            f"coding.recent.{digit}",
            text,
            "passage/recent:0",
            keys=str(digit),
            needs=_PASSAGE,
            scope="text",
            text_with="{step}",  # the code's own title
        )
        for digit, text in enumerate(_RECENT, 1)
    ),
    action(
        "coding.recode",
        QT_TRANSLATE_NOOP("actions", "Reco&de…"),
        "passage:0",
        "recode",
        "R",
        _CODING,
        "text",
    ),
    action(
        "coding.memo",
        QT_TRANSLATE_NOOP("actions", "&Memo on the passage…"),
        "passage:0",
        "memo",
        "M",
        _WRITABLE,
        "text",
    ),
    action(
        "coding.remove",
        QT_TRANSLATE_NOOP("actions", "&Remove the coding"),
        "passage:0",
        "remove",
        "Del",
        _CODING,
        "text",
    ),
    action(
        "coding.typical",
        QT_TRANSLATE_NOOP("actions", "Mark as t&ypical"),
        "passage:1",
        "typical",
        "T",
        _CODING,
        "text",
        checkable=True,
    ),
    action(
        "coding.typical_example",
        QT_TRANSLATE_NOOP("actions", "Use as the &code’s typical example"),
        "passage:1",
        "typical",
        needs=_CODING,
    ),
    action(
        "coding.boundary_example",
        QT_TRANSLATE_NOOP("actions", "Use as the code’s &boundary example"),
        "passage:1",
        "boundary",
        needs=_CODING,
    ),
    action(
        "passage.widen",
        QT_TRANSLATE_NOOP("actions", "&Widen the selection"),
        "passage:2",
        keys="Alt+Up",
        needs=_DOCUMENT,
        scope="text",
    ),
    action(
        "passage.narrow",
        QT_TRANSLATE_NOOP("actions", "&Narrow the selection"),
        "passage:2",
        keys="Alt+Down",
        needs=_DOCUMENT,
        scope="text",
    ),
    # Some window managers keep Alt with Shift and arrows to themselves: hence the letters.
    action(
        "passage.end_out",
        QT_TRANSLATE_NOOP("actions", "&End further on"),
        "passage/edges:0",
        keys="Alt+Shift+Right E",
        needs=_CODING,
        scope="text",
    ),
    action(
        "passage.end_in",
        QT_TRANSLATE_NOOP("actions", "E&nd earlier"),
        "passage/edges:0",
        keys="Alt+Shift+Left Shift+E",
        needs=_CODING,
        scope="text",
    ),
    action(
        "passage.start_out",
        QT_TRANSLATE_NOOP("actions", "&Start earlier"),
        "passage/edges:0",
        keys="Alt+Shift+Up S",
        needs=_CODING,
        scope="text",
    ),
    action(
        "passage.start_in",
        QT_TRANSLATE_NOOP("actions", "S&tart further on"),
        "passage/edges:0",
        keys="Alt+Shift+Down Shift+S",
        needs=_CODING,
        scope="text",
    ),
    action(
        "passage.end_out_word",
        QT_TRANSLATE_NOOP("actions", "End further on by a &word"),
        "passage/edges:1",
        keys="Ctrl+Alt+Shift+Right",
        needs=_CODING,
        scope="text",
    ),
    action(
        "passage.end_in_word",
        QT_TRANSLATE_NOOP("actions", "End earlier by a w&ord"),
        "passage/edges:1",
        keys="Ctrl+Alt+Shift+Left",
        needs=_CODING,
        scope="text",
    ),
    action(
        "passage.start_out_word",
        QT_TRANSLATE_NOOP("actions", "Start earlier by a wo&rd"),
        "passage/edges:1",
        keys="Ctrl+Alt+Shift+Up",
        needs=_CODING,
        scope="text",
    ),
    action(
        "passage.start_in_word",
        QT_TRANSLATE_NOOP("actions", "Start further on &by a word"),
        "passage/edges:1",
        keys="Ctrl+Alt+Shift+Down",
        needs=_CODING,
        scope="text",
    ),
    action(
        "coding.next",
        QT_TRANSLATE_NOOP("actions", "Ne&xt coded passage"),
        "passage:3",
        keys="J",
        needs=_DOCUMENT,
        scope="text",
    ),
    action(
        "coding.previous",
        QT_TRANSLATE_NOOP("actions", "&Previous coded passage"),
        "passage:3",
        keys="K",
        needs=_DOCUMENT,
        scope="text",
    ),
    action(
        "passage.next",
        QT_TRANSLATE_NOOP("actions", "Next passage of the li&st"),
        "passage:3",
        keys="N",
        needs=_DOCUMENT,
        scope="text",
    ),
    action(
        "passage.previous",
        QT_TRANSLATE_NOOP("actions", "Pre&vious passage of the list"),
        "passage:3",
        keys="P",
        needs=_DOCUMENT,
        scope="text",
    ),
)
