"""Preferences of the program and of the open project."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QWidget

from qcode.model.enums import Numbering
from qcode.model.records import Code
from qcode.services import codes, numbering, overview
from qcode.ui.dialogs.form import FormDialog, hint
from qcode.ui.dialogs.reading_fields import ReadingFields
from qcode.ui.shell import theme as themes
from qcode.ui.shell.i18n import LANGUAGES, LanguageChoice
from qcode.ui.shell.operation import Operation
from qcode.ui.shell.session import Session
from qcode.ui.shell.settings import Settings
from qcode.ui.shell.theme import ThemeChoice

INDENT = "\u2003"
EXAMPLE_LINES = 4
EXAMPLE_WIDTH = 320  # pixels
_RIGHT = Qt.TextElideMode.ElideRight


def edit_preferences(
    parent: QWidget,
    settings: Settings,
    theme: ThemeChoice,
    language: LanguageChoice,
    session: Session | None,
) -> None:
    """Show the preferences. Language and look change at once; Cancel puts them back."""
    PreferencesDialog(parent, settings, theme, language, session).asked()


class PreferencesDialog(FormDialog):
    """Two sections: the program, and the open project where there is one."""

    def __init__(
        self,
        parent: QWidget,
        settings: Settings,
        theme: ThemeChoice,
        language: LanguageChoice,
        session: Session | None,
    ) -> None:
        super().__init__(parent, "", "")
        self.setMinimumWidth(480)
        self._settings = settings
        self._theme, self._language = theme, language
        self._session = session
        self._before = (theme.choice, language.choice)
        self._labels: dict[QWidget, QLabel] = {}
        self._branch: list[Code] = []  # codes of the example
        self.language, self.theme = QComboBox(), QComboBox()
        self.reading = ReadingFields(settings)
        self.coder = QLineEdit(settings.coder)
        self.name, self.numbering = QLineEdit(), QComboBox()
        self._example = hint("")
        self._add_program()
        self._text_head = self.add_section("")
        for field in self.reading.fields:
            self._add(field)
        self._project_head = QLabel()
        if session is not None:
            self._add_project(session)
        self._retranslate()
        self.language.setFocus()

    # ------------------------------------------------------------------ parts

    def _add(self, field: QWidget) -> None:
        self._labels[field] = self.add_row(" ", field)

    def _add_program(self) -> None:
        self.language.addItem("", "system")
        for code, name in LANGUAGES.items():
            self.language.addItem(name, code)
        self.language.setCurrentIndex(self.language.findData(self._language.choice))
        self.language.activated.connect(
            lambda _: self._language.choose(self.language.currentData())
        )
        for choice in themes.CHOICES:
            self.theme.addItem("", choice)
        self.theme.setCurrentIndex(self.theme.findData(self._theme.choice))
        self.theme.activated.connect(lambda _: self._theme.choose(self.theme.currentData()))
        for field in (self.language, self.theme, self.coder):
            self._add(field)

    def _add_project(self, session: Session) -> None:
        self._project_head = self.add_section("")
        self.name.setText(session.project.name)
        for preset in Numbering:
            self.numbering.addItem("", preset.value)
        self.numbering.setCurrentIndex(
            self.numbering.findData(codes.numbering(session.project).value)
        )
        self.numbering.currentIndexChanged.connect(self._show_example)
        self.name.textChanged.connect(self._check)
        for field in (self.name, self.numbering):
            self._add(field)
            field.setEnabled(session.writable)
        self._example.setMinimumHeight(self.fontMetrics().height() * EXAMPLE_LINES)
        self.form.addRow("", self._example)
        self._show_example()

    # ------------------------------------------------------------------ words

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Preferences"))
        self.heading.setText(self.tr("Preferences"))
        self.accept_button.setText(self.tr("Done"))
        self.cancel_button.setText(QCoreApplication.translate("FormDialog", "Cancel"))
        system = self.tr("as the system")
        self.language.setItemText(0, system)
        for place, text in enumerate((system, self.tr("light"), self.tr("dark"))):
            self.theme.setItemText(place, text)
        self._text_head.setText(self.tr("Texts"))
        self.reading.retranslate()
        self._project_head.setText(self.tr("This project"))
        presets = (self.tr("none"), "a1 · A1 · AA1", "a1 · B1 · C1", "1 · 1.1 · 1.1.1")
        for place in range(self.numbering.count()):
            self.numbering.setItemText(place, presets[place])
        for field, text in (
            (self.language, self.tr("Language")),
            (self.theme, self.tr("Look")),
            *self.reading.labels(),
            (self.coder, self.tr("Your name")),
            (self.name, self.tr("Name")),
            (self.numbering, self.tr("Code numbers")),
        ):
            if field in self._labels:
                self._labels[field].setText(text)
                field.setAccessibleName(text)
        width = max(label.sizeHint().width() for label in self._labels.values())
        for label in self._labels.values():  # of both sections, so that the fields stand in line
            label.setMinimumWidth(width)
        self.coder.setPlaceholderText(self.tr("who codes in new projects"))
        if self._session is not None and not self._branch:
            self._example.setText(
                self.tr("Numbers follow the order of the codes; they are never typed.")
            )
        self._check()

    def _show_example(self) -> None:
        self._branch = numbering.example(self._session.project, self._preset())
        metrics = self._example.fontMetrics()
        lines = [
            metrics.elidedText(f"{INDENT * depth}{code.title}", _RIGHT, EXAMPLE_WIDTH)
            for depth, code in enumerate(self._branch)
        ]
        if lines:
            self._example.setText("\n".join(lines[-EXAMPLE_LINES:]))

    def _preset(self) -> Numbering:
        return Numbering(self.numbering.currentData())  # Qt hands out a bare string

    def _check(self) -> None:
        nameless = self._session is not None and not self.name.text().strip()
        self.complain(self.tr("The project needs a name.") if nameless else "")
        self.accept_button.setEnabled(not nameless)

    # ------------------------------------------------------------------ keeping

    def accept(self) -> None:
        """Keep all of it; a step of the project is made only of what changed."""
        settings = self._settings
        settings.theme, settings.language = self._theme.choice, self._language.choice
        self.reading.keep()
        settings.coder = self.coder.text().strip()
        if self._session is not None and self._session.writable and not self._keep_project():
            return
        super().accept()

    def _keep_project(self) -> bool:
        project = self._session.project
        wanted = self.name.text().strip()
        steps = []
        if wanted != project.name:
            steps.append(Operation(project, self.windowTitle(), overview.rename, wanted))
        preset = self._preset()
        if preset != codes.numbering(project):
            steps.append(Operation(project, self.windowTitle(), codes.set_numbering, preset))
        for step in steps:
            step.run(self)
            if step.error is not None:
                return False
        return True

    def reject(self) -> None:
        look, speech = self._before
        self._theme.choose(look)
        self._language.choose(speech)
        super().reject()
