"""Steps of the longest gap beyond open coding: every workspace and page, and many memos."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from qcode.model.enums import MemoKind
from qcode.model.messages import Message
from qcode.services import codes
from qcode.ui.workspaces.desk import OTHERS

from tests.benchmarks import office
from tests.benchmarks.heart import Heart, type_into

MEMOS = 2_000
PAGES = ("saturation", "coherence", "frequencies", "versions", "history")


def write_memos(desk: office.Desk) -> None:
    """Give the project as many memos as a long study has."""
    project, concepts = desk.space.session.project, desk.code_ids()
    with project.change(Message("memos")) as writer:
        coder = writer.coder_id()
        for number in range(MEMOS):
            memo = writer.insert(
                "memo",
                kind=MemoKind.THEORETICAL.value,
                title=f"What the list does {number}",
                body="Nobody wants to be the last name on the list. " * 6,
                coder_id=coder,
            )
            code = concepts[number % len(concepts)]
            writer.insert("memo_link", memo_id=memo, code_id=code)
    office.wait()


def workspaces(desk: office.Desk, heart: Heart) -> None:
    """Go to every workspace and page for the first time, rename a code there, and come back."""
    board = desk.window.desk
    project, code = desk.space.session.project, desk.code_ids()[3]
    names = (f"renamed {number}" for number in range(1_000))

    def rename(where: str) -> None:
        for _ in range(2):
            heart.step(
                f"rename a code beside {where}", lambda: codes.rename(project, code, next(names))
            )
            office.wait()

    for name in OTHERS:
        heart.step(f"first opening: {name}", lambda name=name: board.show_workspace(name))
        office.wait(1_000)
        if name != "analyse":
            rename(name)
        heart.step("back to the text", lambda: board.show_workspace("code"))
        heart.step(f"opening: {name}", lambda name=name: board.show_workspace(name))
    board.show_workspace("analyse")
    for page in PAGES:
        heart.step(f"first opening: {page}", lambda page=page: board.current.show_page(page))
        office.wait(1_000)
        rename(page)
    board.show_workspace("code")
    office.wait()


def memos(desk: office.Desk, heart: Heart) -> None:
    """Read, write, find and delete among many memos; then write beside the text."""
    board, window = desk.window.desk, desk.window
    space = board.show_workspace("memos")
    office.wait(1_000)
    space.list.setFocus()
    heart.step("memos: next", lambda: QTest.keyClick(space.list, Qt.Key.Key_Down))
    heart.step("memos: new", lambda: space.new_memo(MemoKind.THEORETICAL))
    office.wait()
    for letter in ("w", "h", "y"):
        heart.step("memos: type", lambda letter=letter: QTest.keyClick(space.page.body, letter))
    heart.step("memos: save", space.flush)
    heart.step("memos: undo", window.undo)
    heart.step("memos: redo", window.redo)
    heart.step("memos: delete", space.delete_chosen)
    heart.step("memos: undo the deletion", window.undo)
    window.activateWindow()
    space.bar.words.setFocus()
    office.wait()
    type_into(heart, "memos: find", "li")
    heart.step("back to the text", lambda: board.show_workspace("code"))
    desk.space.choose_coding(sorted(desk.space.codings)[5])
    heart.step("memos: beside the text", board.write_memo)
    window.activateWindow()
    office.wait()
    field = QApplication.focusWidget()
    assert field is not None and desk.space.isAncestorOf(field), field
    for letter in ("w", "h", "y"):
        heart.step(
            "memos: type beside the text", lambda letter=letter: QTest.keyClick(field, letter)
        )
    heart.step("memos: save beside the text", board.flush)
    heart.step("memos: undo beside the text", window.undo)
    desk.space.text.setFocus()
    office.wait()
