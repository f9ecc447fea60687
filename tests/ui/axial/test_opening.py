"""The board opens first; what stands around it is made a moment later."""

from PySide6.QtWidgets import QMainWindow
from qcode.ui.shell.actions import ActionSet
from qcode.ui.shell.session import Session
from qcode.ui.workspaces.axial.workspace import AxialWorkspace

PARTS = ("paradigms", "comparison")


def test_the_board_is_there_first_and_the_other_parts_come_a_moment_later(
    project, made, settings, qtbot, at_once
):
    window = QMainWindow()
    session = Session(project)
    page = AxialWorkspace(session, ActionSet(window), settings)
    window.setCentralWidget(page)
    qtbot.addWidget(window)
    assert not set(PARTS) & vars(page).keys()
    window.show()
    assert page.board.rows.place(made.signs) is not None
    qtbot.waitUntil(lambda: set(PARTS) <= vars(page).keys())
    page.leave()
    session.close()


def test_what_is_asked_of_a_part_that_is_not_made_yet_has_it_made(
    project, made, settings, qtbot, at_once
):
    window = QMainWindow()
    session = Session(project)
    page = AxialWorkspace(session, ActionSet(window), settings)
    window.setCentralWidget(page)
    qtbot.addWidget(window)
    window.show()
    page.cards.select_code(made.signs)
    assert page.write_memo()
    assert page.comparison.isVisible()
    assert "paradigms" not in vars(page)
    page.leave()
    session.close()
