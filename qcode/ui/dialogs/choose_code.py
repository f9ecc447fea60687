"""Chooses one code out of all: the one into which others are merged, or under which they go."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QObject, Qt
from PySide6.QtWidgets import QHeaderView, QLineEdit, QTreeWidget, QTreeWidgetItem, QWidget

from qcode.model.enums import CodeKind
from qcode.model.records import Code
from qcode.services import codes
from qcode.ui.dialogs.code_choice import DEPTH, TreeRowDelegate, badge
from qcode.ui.dialogs.form import FormDialog
from qcode.ui.dialogs.reason import reason_field
from qcode.ui.dialogs.tables import make_table
from qcode.ui.shell.session import Session
from qcode.ui.shell.theme import current

ID = Qt.ItemDataRole.UserRole
TOP = 0  # no code has this id
NAMED = 4  # codes that are named; the others are counted


class Target(NamedTuple):
    """Into which code others are merged, and why; the reason may be empty."""

    code_id: int
    reason: str = ""


def choose_code(
    parent: QWidget, session: Session, heading: str, without: Collection[int]
) -> Target | None:
    """Ask into which code those ``without`` are merged, and why; None when it was cancelled.

    Codes below them are not offered. Of several one may be chosen to take the others; one alone
    is not offered itself.
    """
    translate = QCoreApplication.translate
    tree = codes.tree(session.project)
    merged = [code.title for code in tree if code.id in without]
    gone, below = set(without), set()
    for code in tree:  # parents come before their children
        if code.parent_id in gone:
            gone.add(code.id)
            below.add(code.id)
    left_out = below if len(merged) > 1 else gone
    listed = [code for code in tree if code.id not in left_out]
    dialog = FormDialog(
        parent,
        heading,
        translate("choose_code", "Merge"),
        translate(
            "choose_code",
            "{names} — passages, memos and codes below go over to the chosen code. Undo brings all"
            " of it back.",
        ).format(names=_listed(merged)),
    )
    why = reason_field()
    chosen = _chosen(dialog, [_row(code) for code in listed], why)
    return None if chosen is None else Target(chosen, why.text())


class Place(NamedTuple):
    """Where codes are to go: under a code, or (None) to the top level."""

    parent_id: int | None


def choose_parent(parent: QWidget, session: Session, moving: Collection[int]) -> Place | None:
    """Ask under which code others are moved; None when it was cancelled.

    Offered are the top level and every code that may be above all of them.
    """
    translate = QCoreApplication.translate
    tree = codes.tree(session.project)
    moved = [code for code in tree if code.id in moving]
    below = set(moving)
    for code in tree:
        if code.parent_id in below:
            below.add(code.id)
    rank = max((code.kind.rank for code in moved), default=0)
    dialog = FormDialog(
        parent,
        translate("choose_code", "Move under"),
        translate("choose_code", "Move"),
        translate("choose_code", "{names} — with the codes below.").format(
            names=_listed([code.title for code in moved])
        ),
    )
    top = QTreeWidgetItem([translate("choose_code", "Top level"), ""])
    top.setData(0, ID, TOP)
    rows = [_row(code) for code in tree if code.id not in below and code.kind.rank >= rank]
    chosen = _chosen(dialog, [top, *rows])
    return None if chosen is None else Place(None if chosen == TOP else chosen)


def choose_category(
    parent: QWidget, session: Session, heading: str, accept: str, without: Collection[int] = ()
) -> int | None:
    """Ask for a category of any kind that is not among ``without``; None when it was cancelled."""
    tree = codes.tree(session.project)
    dialog = FormDialog(parent, heading, accept)
    rows = [
        _row(code) for code in tree if code.kind is not CodeKind.CONCEPT and code.id not in without
    ]
    return _chosen(dialog, rows)


def choose_any_code(parent: QWidget, session: Session, heading: str, accept: str) -> int | None:
    """Ask for any code; None when it was cancelled."""
    dialog = FormDialog(parent, heading, accept)
    return _chosen(dialog, [_row(code) for code in codes.tree(session.project)])


def _chosen(
    dialog: FormDialog, rows: list[QTreeWidgetItem], why: QLineEdit | None = None
) -> int | None:
    """Let the user choose one of the rows and return its id; ``why`` is a field below them."""
    translate = QCoreApplication.translate
    field = QLineEdit()
    field.setPlaceholderText(translate("choose_code", "Filter codes"))
    field.setAccessibleName(translate("choose_code", "Filter codes"))
    field.setClearButtonEnabled(True)
    view = QTreeWidget()
    make_table(view, translate("choose_code", "Codes"))
    view.setItemDelegate(TreeRowDelegate(view))
    view.setHeaderHidden(True)
    view.setColumnCount(2)
    view.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    view.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
    view.setMinimumHeight(340)
    view.addTopLevelItems(rows)
    field.textChanged.connect(lambda text: _narrow(view, text))
    field.installEventFilter(_Steps(field, view))
    view.itemActivated.connect(lambda _: dialog.accept())
    view.currentItemChanged.connect(
        lambda item, _: dialog.accept_button.setEnabled(item is not None)
    )
    dialog.body.addWidget(field)
    dialog.body.addWidget(view, 1)
    if why is not None:
        dialog.add_row(translate("choose_code", "Reason"), why)
    dialog.accept_button.setEnabled(False)
    dialog.setMinimumWidth(480)
    field.setFocus()
    if not dialog.asked() or view.currentItem() is None:
        return None
    chosen: int = view.currentItem().data(0, ID)
    return chosen


def _listed(names: list[str]) -> str:
    """The names as one enumeration, the first few of many."""
    translate = QCoreApplication.translate
    text = translate("choose_code", ", ").join(f"“{name}”" for name in names[:NAMED])
    if len(names) <= NAMED:
        return text
    return translate("choose_code", "{names} and {count} more").format(
        names=text, count=len(names) - NAMED
    )


def _row(code: Code) -> QTreeWidgetItem:
    item = QTreeWidgetItem([code.title, QLocale().toString(code.subtree_passages)])
    item.setIcon(0, badge(code.kind, code.color))
    item.setData(0, ID, code.id)
    item.setData(0, DEPTH, code.depth)
    item.setToolTip(0, code.definition)
    item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    item.setForeground(1, current().color("muted"))
    return item


def _narrow(view: QTreeWidget, text: str) -> None:
    """Show the codes whose titles have ``text`` in them and go to the first."""
    wanted = text.casefold().strip()
    first = None
    for row in range(view.topLevelItemCount()):
        item = view.topLevelItem(row)
        shown = wanted in item.text(0).casefold()
        item.setHidden(not shown)
        if shown and first is None:
            first = item
    view.setCurrentItem(first if wanted else None)


class _Steps(QObject):
    """Hands the keys that move in a list from a filter field to the list below it."""

    def __init__(self, field: QLineEdit, view: QTreeWidget) -> None:
        super().__init__(field)
        self._view = view

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and event.key() in _STEPS:
            QCoreApplication.sendEvent(self._view, event)
            return True
        return super().eventFilter(watched, event)


_STEPS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
