"""What the project calls levels, kinds, roles and memos: as a school does, or by own names."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from qcode.model.messages import Message
from qcode.services import terms
from qcode.services.terms import TERMS, School, Terms
from qcode.ui.dialogs.form import FormDialog
from qcode.ui.shell.i18n import translated
from qcode.ui.shell.operation import Operation
from qcode.ui.shell.session import Session
from qcode.ui.shell.termed import capital


def edit_terms(parent: QWidget, session: Session) -> None:
    """Show the project's terms and let them be changed, as one step."""
    TermsDialog(parent, session).asked()


class TermsDialog(FormDialog):
    """A school above, below it a field for every term; what is left empty the school names."""

    def __init__(self, parent: QWidget | None, session: Session) -> None:
        super().__init__(
            parent,
            QCoreApplication.translate("terms", "Terms of the project"),
            QCoreApplication.translate("terms", "Use these terms"),
            QCoreApplication.translate(
                "terms",
                "The window and all tables for the thesis speak so. What is stored stays the same,"
                " and the terms can be changed at any time.",
            ),
        )
        self.setMinimumWidth(540)
        self._session = session
        self._before = terms.of(session.project)
        self.school = QComboBox()
        for school in School:
            self.school.addItem(_standard(school.label), school.value)
        self.school.setCurrentIndex(self.school.findData(self._before.school.value))
        labels = [self.add_row(QCoreApplication.translate("terms", "School"), self.school)]
        self.fields: dict[str, QLineEdit] = {}
        own, sort = dict(self._before.own), ""
        for key, template in TERMS.items():
            if key.partition(".")[0] != sort:
                sort = key.partition(".")[0]
                self.add_section(_section(sort))
            field = self.fields[key] = QLineEdit(own.get(key, ""))
            field.setReadOnly(not session.writable)
            field.textChanged.connect(self._check)
            labels.append(self.add_row(capital(_standard(Message(template))), field))
        width = max(label.sizeHint().width() for label in labels)
        for label in labels:  # of all sections, so that the fields stand in line
            label.setMinimumWidth(width)
        self.school.setEnabled(session.writable)
        self.accept_button.setVisible(session.writable)
        self.school.currentIndexChanged.connect(self._follow_school)
        self._follow_school()
        self.resize(580, 640)
        self.school.setFocus()

    def chosen(self) -> Terms:
        """Return the terms that the dialog shows now."""
        own = {key: " ".join(field.text().split()) for key, field in self.fields.items()}
        return Terms(self._school(), tuple((key, name) for key, name in own.items() if name))

    def _school(self) -> School:
        return School(self.school.currentData())

    def _follow_school(self) -> None:
        """Show in the empty fields what the school says."""
        shown = Terms(self._school())
        for key, field in self.fields.items():
            field.setPlaceholderText(_standard(Message(shown.standard(key))))
        self._check()

    def _check(self) -> None:
        """Two terms of one sort with one name could not be told apart."""
        shown, trouble = self.chosen(), ""
        seen: set[tuple[str, str]] = set()
        for key in TERMS:
            name = shown.name(key, translated)
            if (key.partition(".")[0], name.casefold()) in seen:
                sentence = QCoreApplication.translate("terms", "Two terms are called “{name}”.")
                trouble = sentence.format(name=name)
            seen.add((key.partition(".")[0], name.casefold()))
        self.complain(trouble)
        self.accept_button.setEnabled(not trouble)

    def accept(self) -> None:
        """Keep the terms, as one step where they are others than before."""
        wanted = self.chosen()
        if wanted != self._before:
            change = Operation(
                self._session.project,
                self.windowTitle(),
                terms.change,
                wanted.school,
                dict(wanted.own),
            )
            change.run(self)
            if change.error is not None:
                return
        super().accept()


def _standard(message: Message) -> str:
    """What the program calls it, whatever the project does."""
    return message.text(translated)


def _section(sort: str) -> str:
    translate = QCoreApplication.translate
    return {
        "level": translate("terms", "Levels"),
        "kind": translate("terms", "Kinds of codes"),
        "role": translate("terms", "Roles of the paradigm"),
        "memo": translate("terms", "Kinds of memos"),
    }[sort]
