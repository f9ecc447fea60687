"""The talk in a window of its own, and what tests do and see there."""

from __future__ import annotations

from PySide6.QtWidgets import QMainWindow
from qcode.services import codings
from qcode.services.review import consensus
from qcode.ui.itemmodels.disagreement_rows import Column
from qcode.ui.shell.actions import ActionSet
from qcode.ui.widgets.frames import frame_in
from qcode.ui.workspaces.review.talk import Talk

from tests.ui.review import talk_project


def opened(session, qtbot, *coders):
    """The talk in a window, loaded, with its keys."""
    window = QMainWindow()
    qtbot.addWidget(window)
    frame = frame_in(window)
    made = Talk(session, frame)
    frame.layout().addWidget(made)
    window.setCentralWidget(frame)
    actions = ActionSet(window)
    made.use_actions(actions)
    made.actions_ = actions
    held = {"project", "writable"} if session.writable else {"project"}
    made.conditionsChanged.connect(lambda: actions.set_conditions(held | made.conditions()))
    window.resize(700, 680)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    made.load(*talk_project.compared(session.project, *coders))
    made.take_focus()
    return made


def shown(talk, column=Column.WORDS):
    return [talk.rows.index(row, column).data() for row in range(talk.rows.rowCount())]


def press(qtbot, talk, *keys):
    for key in keys:
        qtbot.keyClick(talk.view, key)


def agreed(world):
    """What the consensus has coded: (document, start, end, code)."""
    coder = consensus.coder(world.project)
    if coder is None:
        return set()
    return {
        (document, one.start, one.end, one.code_id)
        for document in (world.ferry, world.quay)
        for one in codings.of_document(world.project, document)
        if one.coder == coder.name
    }
