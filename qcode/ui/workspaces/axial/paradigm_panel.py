"""The paradigm: six roles around a phenomenon, each a slot that takes categories."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QMenu,
    QToolButton,
    QWidget,
)

from qcode.model.changes import ChangeSet
from qcode.model.enums import ParadigmRole
from qcode.model.records import Code
from qcode.model.theory_records import Evidence, Paradigm
from qcode.services import codes, evidence, paradigms
from qcode.ui.itemmodels.recount import Recount
from qcode.ui.shell import icons
from qcode.ui.shell.i18n import say
from qcode.ui.shell.session import Session
from qcode.ui.widgets.panel import Panel
from qcode.ui.workspaces.axial.role_slot import RoleSlot

_ACROSS = 3  # slots in a row
LOWEST = 150  # pixels: the words and the button of a project without a paradigm


class ParadigmPanel(Panel):
    """One paradigm at a time; which one is chosen in the heading."""

    codeRequested = Signal(int)
    """A category is to be shown where it stands on the board."""

    passagesRequested = Signal(list)
    """The passages of these codes are to be shown."""

    memoRequested = Signal(int)
    """A memo is to be written on this paradigm."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self._listed: list[Paradigm] = []
        self._shown: int | None = None
        self._codes: dict[int, Code] = {}
        self._evidence: dict[int, Evidence] = {}
        self._choice = QComboBox(self)
        self._choice.setMinimumContentsLength(14)
        self._choice.activated.connect(self._choose)
        self._more = QToolButton(self)
        self._more.setIcon(icons.icon("more"))
        self._more.clicked.connect(self._open_menu)
        self._more.setVisible(session.writable)
        self._begin = QToolButton(self)
        self._begin.setProperty("pill", True)
        self._begin.clicked.connect(self._ask_new)
        tools = QHBoxLayout()
        tools.addWidget(self._choice)
        tools.addWidget(self._more)
        tools.addWidget(self._begin)
        tools.addStretch(1)
        self.column.addLayout(tools)
        self._nothing = QLabel(self)
        self._nothing.setProperty("role", "muted")
        self._nothing.setWordWrap(True)
        self.column.addWidget(self._nothing)
        self.slots: dict[ParadigmRole, RoleSlot] = {}
        grid = QGridLayout()
        grid.setSpacing(8)
        for place, role in enumerate(ParadigmRole):
            slot = self.slots[role] = RoleSlot(role, session.writable, self)
            slot.dropped.connect(lambda ids, place, role=role: self._put(role, ids, place))
            slot.addRequested.connect(lambda role=role: self._ask_code(role))
            slot.takeOutRequested.connect(lambda ids, role=role: self._take_out(role, ids))
            slot.opened.connect(lambda code_id: self.passagesRequested.emit([code_id]))
            slot.shown.connect(self.codeRequested)
            grid.addWidget(slot, place // _ACROSS, place % _ACROSS)
        for number in range(_ACROSS):
            grid.setColumnStretch(number, 1)
        self.column.addLayout(grid, 1)
        self.column.addStretch()  # has the room while there is no slot
        self.setMinimumHeight(LOWEST)
        self._counting = Recount(self, session.project.path, self._count, self._take_evidence)
        self.retranslate()

    # ------------------------------------------------------------------ reading

    def read(self) -> None:
        """Read everything anew."""
        project = self.session.project
        self._codes = {code.id: code for code in codes.tree(project, counts=False)}
        self._listed = paradigms.listed(project)
        if self._shown not in {one.id for one in self._listed}:
            self._shown = self._listed[0].id if self._listed else None
        self._choice.clear()
        for one in self._listed:
            self._choice.addItem(one.name, one.id)
        self._choice.setCurrentIndex(self._choice.findData(self._shown))
        self._show()
        self._counting.ask()

    def take_over(self, changes: ChangeSet) -> None:
        """Read again what a step touched."""
        if changes.touches("paradigm", "paradigm_slot", "code", "setting"):
            self.read()
        elif changes.touches("coding"):
            self._counting.ask()

    def go_to_change(self, changes: ChangeSet) -> None:
        """Show the paradigm that a step was about."""
        touched = changes.ids("paradigm") & {one.id for one in self._listed}
        if touched and self._shown not in touched:
            self._shown = min(touched)
            self.read()

    def _count(self) -> dict[int, Evidence]:
        """Count what each role (negative keys) and each of its codes rests on."""
        shown = self._paradigm()
        if shown is None:
            return {}
        groups = {-1 - at: shown.slots[role] for at, role in enumerate(ParadigmRole)}
        groups |= {code: (code,) for held in shown.slots.values() for code in held}
        groups[0] = tuple(code for held in shown.slots.values() for code in held)
        return evidence.of_groups(self.session.project, groups)

    def _take_evidence(self, found: dict[int, Evidence]) -> None:
        self._evidence = found
        self._show()

    def _paradigm(self) -> Paradigm | None:
        return next((one for one in self._listed if one.id == self._shown), None)

    # ------------------------------------------------------------------ showing

    def _show(self) -> None:
        shown = self._paradigm()
        self._choice.setVisible(shown is not None)
        self._more.setVisible(shown is not None and self.session.writable)
        self._begin.setVisible(shown is None and self.session.writable)
        self._nothing.setVisible(shown is None)
        held: Mapping[ParadigmRole, tuple[int, ...]] = shown.slots if shown else {}
        for at, (role, slot) in enumerate(self.slots.items()):
            slot.setVisible(shown is not None)
            there = [self._codes[code] for code in held.get(role, ()) if code in self._codes]
            counts = {code.id: self._evidence.get(code.id, Evidence()) for code in there}
            slot.show_codes(there, counts, self._evidence.get(-1 - at, Evidence()))
        total = self._evidence.get(0, Evidence())
        note = ""
        if total.passages:
            note = self.tr("evidence: {passages} passages in {documents} documents").format(
                passages=total.passages, documents=total.documents
            )
        self.set_heading(self.tr("Paradigm"), note if shown is not None else "")

    def _choose(self, row: int) -> None:
        self._shown = self._choice.itemData(row)
        self._show()
        self._counting.ask()

    # ------------------------------------------------------------------ what is done

    def _run(self, title: str, function: object, *args: object) -> object:
        return self.session.run(self, title, function, *args)  # type: ignore[arg-type]

    def _put(self, role: ParadigmRole, code_ids: list[int], place: int) -> None:
        if self._shown is None:
            return
        source = next(
            (
                one
                for one, held in self._paradigm().slots.items()
                if one is not role and set(code_ids) <= set(held)
            ),
            None,
        )
        if source is None:
            self._run(self.tr("Fill a role"), paradigms.put, self._shown, role, code_ids, place)
        else:
            self._run(
                self.tr("Fill a role"), paradigms.move, self._shown, code_ids, source, role, place
            )

    def _take_out(self, role: ParadigmRole, code_ids: list[int]) -> None:
        self._run(self.tr("Take out"), paradigms.take_out, self._shown, role, code_ids)

    def _ask_code(self, role: ParadigmRole) -> None:
        from qcode.ui.dialogs.choose_code import choose_category

        held = self._paradigm().slots[role]
        wanted = choose_category(self, self.session, say(role.label), self.tr("Add"), held)
        if wanted is not None:
            self._put(role, [wanted], len(held))

    def _ask_new(self) -> None:
        from qcode.ui.dialogs.ask_name import ask_name

        name = ask_name(
            self,
            self.tr("New paradigm"),
            self.tr("Make"),
            self.tr("Name"),
            self.tr("Which phenomenon is it about? Several paradigms can stand side by side."),
        )
        if name:
            made = self._run(self.tr("New paradigm"), paradigms.create, name)
            if made is not None:
                self._shown = int(made)  # type: ignore[call-overload]
                self.read()

    def _ask_rename(self) -> None:
        from qcode.ui.dialogs.ask_name import ask_name

        shown = self._paradigm()
        name = ask_name(
            self, self.tr("Rename the paradigm"), self.tr("Rename"), self.tr("Name"), "", shown.name
        )
        if name:
            self._run(self.tr("Rename the paradigm"), paradigms.rename, shown.id, name)

    def _open_menu(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("New paradigm…")).triggered.connect(self._ask_new)
        menu.addAction(self.tr("Rename…")).triggered.connect(self._ask_rename)
        menu.addAction(self.tr("Memo")).triggered.connect(
            lambda: self.memoRequested.emit(self._shown)
        )
        menu.addSeparator()
        menu.addAction(self.tr("Delete")).triggered.connect(
            lambda: self._run(self.tr("Delete the paradigm"), paradigms.delete, self._shown)
        )
        menu.popup(self._more.mapToGlobal(self._more.rect().bottomLeft()))

    def retranslate(self) -> None:
        """Set every text again."""
        self._choice.setAccessibleName(self.tr("Paradigm"))
        words = self.tr("New, rename, memo, delete")
        self._more.setToolTip(words)
        self._more.setAccessibleName(words)
        self._begin.setText(self.tr("Begin a paradigm…"))
        self._nothing.setText(
            self.tr(
                "A paradigm puts categories around a phenomenon: what causes it, in which context,"
                " what is done about it, and what comes of that."
            )
        )
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.PaletteChange:
            self._more.setIcon(icons.icon("more"))
        super().changeEvent(event)
