"""The core category at the top of the model, and the way to choose it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QToolButton, QVBoxLayout, QWidget

from qcode.model.enums import CodeKind
from qcode.model.records import Code
from qcode.services import codes
from qcode.ui.dialogs.code_choice import badge
from qcode.ui.shell.i18n import joined, say
from qcode.ui.shell.session import Session
from qcode.ui.shell.termed import capital
from qcode.ui.widgets.inspector.parts import link
from qcode.ui.workspaces.selective.reading import Reading, evidence_words


def become(kind: CodeKind) -> str:
    """Return what an entry says that makes a category one of this kind."""
    if kind is CodeKind.CORE_CATEGORY:
        words = QCoreApplication.translate("core_line", "Make it the {kind}")
    else:
        words = QCoreApplication.translate("core_line", "Make it a {kind}")
    return words.format(kind=say(kind.label))


class CoreLine(QWidget):
    """What is the core category and what it rests on; a warning where there are two."""

    opened = Signal(int)  # its passages are wanted

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self._reading = Reading()
        self._heading = QLabel()
        self._heading.setProperty("role", "section")
        self._name = link()
        self._name.clicked.connect(self._open)
        self._note = QLabel()
        self._note.setProperty("role", "small")
        self._choose = QToolButton(self)
        self._choose.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._choose.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._fill_menu)
        self._choose.setMenu(self._menu)
        self._choose.setVisible(session.writable)
        self._warning = QLabel()
        self._warning.setProperty("role", "warning")
        self._warning.setWordWrap(True)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._heading)
        row.addWidget(self._name)
        row.addWidget(self._note)
        row.addStretch(1)
        row.addWidget(self._choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(row)
        column.addWidget(self._warning)
        self.retranslate()

    def show_reading(self, reading: Reading) -> None:
        """Show the core category of a reading."""
        self._reading = reading
        self.retranslate()

    def cores(self) -> list[Code]:
        """Return the core categories; a finished model has one."""
        return [one for one in self._reading.mains() if one.kind is CodeKind.CORE_CATEGORY]

    def make_core(self, code_id: int) -> None:
        """Make a category the core category; another one stays until it is made a main category."""
        self.session.run(
            self,
            become(CodeKind.CORE_CATEGORY),
            codes.set_kind,
            [code_id],
            CodeKind.CORE_CATEGORY,
        )

    def make_main(self, code_id: int) -> None:
        """Make a core category a main category again."""
        self.session.run(
            self,
            become(CodeKind.MAIN_CATEGORY),
            codes.set_kind,
            [code_id],
            CodeKind.MAIN_CATEGORY,
        )

    def _open(self) -> None:
        cores = self.cores()
        if cores:
            self.opened.emit(cores[0].id)

    def _fill_menu(self) -> None:
        self._menu.clear()
        cores = self.cores()
        for code in self._reading.mains():
            if code not in cores:
                entry = self._menu.addAction(
                    badge(code.kind, code.color), code.title.replace("&", "&&")
                )
                entry.triggered.connect(lambda _=False, key=code.id: self.make_core(key))
        if self._menu.isEmpty():
            words = self.tr("There is no {kind} yet.")
            self._menu.addAction(words.format(kind=say(CodeKind.MAIN_CATEGORY.label))).setEnabled(
                False
            )
        if cores:
            self._menu.addSeparator()
        for code in cores:
            entry = self._menu.addAction(
                self.tr("Make “{code}” a {kind}")
                .format(code=code.title, kind=say(CodeKind.MAIN_CATEGORY.label))
                .replace("&", "&&")
            )
            entry.triggered.connect(lambda _=False, key=code.id: self.make_main(key))

    def retranslate(self) -> None:
        """Set every text again."""
        cores = self.cores()
        name = capital(say(CodeKind.CORE_CATEGORY.label))
        self._heading.setText(name)
        self._name.setVisible(bool(cores))
        self._warning.setVisible(len(cores) > 1)
        self._choose.setText(self.tr("Change") if cores else self.tr("Choose…"))
        self._choose.setAccessibleName(joined((name, self._choose.text()), "heading"))
        if not cores:
            self._note.setText(
                self.tr("none yet: to which category is everything else tied?")
                if self._reading.drawing is not None
                else ""
            )
            return
        first = cores[0]
        self._name.setIcon(badge(first.kind, first.color))
        self._name.setText(first.title.replace("&", "&&"))
        self._name.setToolTip(first.definition or self.tr("Show its passages"))
        self._name.setAccessibleName(joined((name, first.title), "heading"))
        found = self._reading.evidence.get(first.id)
        self._note.setText(evidence_words(found) if found is not None else "")
        names = joined(f"“{code.title}”" for code in cores)
        self._warning.setText(
            self.tr("{kind}: {names}. A model has one.").format(kind=name, names=names)
        )

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange):
            self.retranslate()
        super().changeEvent(event)
