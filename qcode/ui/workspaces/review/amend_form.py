"""What the codebook says about the codes of a disagreement, amended where it stands."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from qcode.model.records import Code
from qcode.model.review import Amended, Amendment
from qcode.ui.shell import theme
from qcode.ui.shell.i18n import day, joined
from qcode.ui.widgets.inspector.labelled_field import LabelledField
from qcode.ui.widgets.inspector.parts import Badge

FIELDS = ("definition", "use_when", "not_when")
"""What of a code is shown, by the names of its columns."""

Save = Callable[[int, str, str], bool]
"""Stores the text of a field of a code (its id), and tells whether that went well."""


def titles() -> dict[str, str]:
    """Return what the fields are called."""
    translate = QCoreApplication.translate
    return {
        "definition": translate("amend_form", "Definition"),
        "use_when": translate("amend_form", "When to use"),
        "not_when": translate("amend_form", "When not to use"),
        "typical": translate("amend_form", "Typical example"),
        "boundary": translate("amend_form", "Boundary example"),
    }


class Entry(QWidget):
    """One code: read as a short text, or written in fields, which are made when they are needed."""

    left = Signal()  # Escape in a field

    def __init__(self, save: Save, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._save = save
        self.code: Code | None = None
        self._badge = Badge(self)
        self._name = QLabel(self)
        self._name.setTextFormat(Qt.TextFormat.PlainText)
        self._name.setWordWrap(True)
        self._name.setStyleSheet("font-weight: 600;")
        self.text = QLabel(self)
        self.text.setTextFormat(Qt.TextFormat.RichText)
        self.text.setWordWrap(True)
        self.text.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._form: QWidget | None = None
        self.fields: dict[str, LabelledField] = {}
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(self._badge, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._name, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(head)
        column.addWidget(self.text)
        column.addStretch(1)

    def show_code(self, code: Code) -> None:
        """Show a code as it is stored now."""
        anew = self.code is None or self.code.id != code.id
        if anew:
            self.flush()
        self.code = code
        self._badge.show_code(code)
        self._name.setText(code.title)
        for name, field in self.fields.items():
            field.show_text(getattr(code, name), anew=anew)
        self.retranslate()

    def write(self, writing: bool) -> None:
        """Show fields to write in, or the text to be read."""
        if writing and self._form is None:
            self._form = self._make_form()
        self.text.setVisible(not writing)
        if self._form is not None:
            self._form.setVisible(writing)

    def _make_form(self) -> QWidget:
        """Make the fields, hidden as a whole: they show themselves when they are filled."""
        made = QWidget(self)
        made.hide()
        self.layout().insertWidget(self.layout().indexOf(self.text) + 1, made)
        form = QVBoxLayout(made)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(2)
        for name in FIELDS:
            field = self.fields[name] = LabelledField(self._saver(name), made)
            form.addWidget(field)
            field.editor.escaped.connect(self.left)
            if self.code is not None:
                field.show_text(getattr(self.code, name), anew=True)
        self._name_fields()
        return made

    def flush(self) -> None:
        """Save what is still to be saved."""
        for field in self.fields.values():
            field.editor.flush()

    def _saver(self, name: str) -> Callable[[str], bool]:
        def save(text: str) -> bool:
            return self.code is not None and self._save(self.code.id, name, text)

        return save

    def retranslate(self) -> None:
        """Set every text again."""
        named = titles()
        self._name_fields()
        code = self.code
        if code is None:
            return
        muted = theme.current().muted
        said = [(named[name], getattr(code, name).strip()) for name in FIELDS]
        written = [(title, words) for title, words in said if words]
        lines = [
            f'<span style="color: {muted}">{escape(title)}</span> {_lines(words)}'
            for title, words in written
        ]
        empty = QCoreApplication.translate("amend_form", "Nothing is written about this code yet.")
        self.text.setText("<br>".join(lines) or f'<span style="color: {muted}">{empty}</span>')
        told = "; ".join(joined(part, "heading") for part in written)
        self.text.setAccessibleName(joined((code.title, told or empty), "heading"))

    def _name_fields(self) -> None:
        named = titles()
        for name, field in self.fields.items():
            field.say(named[name], named[name])

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange):
            self.retranslate()
        super().changeEvent(event)


class AmendForm(QWidget):
    """One or two codes side by side, what can be done to them, and what has been done."""

    left = Signal()
    amendWanted = Signal()
    mergeWanted = Signal()
    splitWanted = Signal(int)  # code id
    memoWanted = Signal()

    def __init__(self, save: Save, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._codes: Sequence[Code] = ()
        self._amendments: Sequence[Amendment] = ()
        self._writable = True
        self._writing = False
        self.entries = (Entry(save, self), Entry(save, self))
        row = QHBoxLayout()
        row.setSpacing(18)
        for entry in self.entries:
            row.addWidget(entry, 1)
            entry.left.connect(self._leave)
            entry.write(False)
        self.amend, self.merge, self.split, self.memo = (QToolButton(self) for _ in range(4))
        self.amend.setCheckable(True)
        tools = QHBoxLayout()
        tools.setSpacing(2)
        for button in (self.amend, self.merge, self.split, self.memo):
            button.setProperty("role", "small")
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            tools.addWidget(button)
        tools.addStretch(1)
        self.amend.clicked.connect(self._press_amend)
        self.merge.clicked.connect(self.mergeWanted)
        self.split.clicked.connect(self._press_split)
        self.memo.clicked.connect(self.memoWanted)
        self.news = QLabel(self)
        self.news.setProperty("role", "small")
        self.news.setTextFormat(Qt.TextFormat.PlainText)
        self.news.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 0)
        column.setSpacing(3)
        column.addLayout(row)
        column.addLayout(tools)
        column.addWidget(self.news)
        self.retranslate()

    # ------------------------------------------------------------------ showing

    def show_codes(self, codes: Sequence[Code], *, writable: bool) -> None:
        """Show one or two codes as they are stored now."""
        if [one.id for one in codes] != [one.id for one in self._codes]:
            self.write(False)
        self._codes, self._writable = codes, writable
        for place, entry in enumerate(self.entries):
            entry.setVisible(place < len(codes))
            if place < len(codes):
                entry.show_code(codes[place])
        for button in (self.amend, self.merge, self.split, self.memo):
            button.setEnabled(writable and bool(codes))

    def show_amendments(self, amendments: Sequence[Amendment]) -> None:
        """Tell what this disagreement has led to."""
        self._amendments = amendments
        self.news.setText("\n".join(map(_told, amendments)))
        self.news.setVisible(bool(amendments))

    @property
    def writing(self) -> bool:
        """Whether there are fields to write in."""
        return self._writing

    def write(self, writing: bool) -> None:
        """Show fields to write in (of the first code, the first has the focus), or the text."""
        if self._writing and not writing:
            self.flush()
        self._writing = writing
        self.amend.setChecked(writing)
        for entry in self.entries:
            entry.write(writing)
        if writing:
            editor = self.entries[0].fields[FIELDS[0]].editor
            editor.moveCursor(QTextCursor.MoveOperation.End)  # what is added comes after
            editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def flush(self) -> None:
        """Save what is still to be saved."""
        for entry in self.entries:
            entry.flush()

    def drop(self) -> None:
        """Forget what is still to be saved: its code is gone."""
        for entry in self.entries:
            for field in entry.fields.values():
                field.editor.drop()

    def _leave(self) -> None:
        self.write(False)
        self.left.emit()

    def _press_amend(self) -> None:
        writing = not self._writing
        self.amend.setChecked(self._writing)
        if writing:
            self.amendWanted.emit()
        else:
            self._leave()

    def _press_split(self) -> None:
        if self._codes:
            self.splitWanted.emit(self._codes[0].id)

    # ------------------------------------------------------------------ words

    def retranslate(self) -> None:
        """Set every text again."""
        self.amend.setText(self.tr("Amend"))
        self.amend.setToolTip(self.tr("Write into the entry of the code (A)"))
        self.merge.setText(self.tr("Merge…"))
        self.split.setText(self.tr("Split…"))
        self.memo.setText(self.tr("Memo…"))
        self.memo.setToolTip(self.tr("Write a memo on these words and codes (M)"))
        self.show_amendments(self._amendments)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def _lines(words: str) -> str:
    return escape(words).replace("\n", "<br>")


def _told(one: Amendment) -> str:
    """Return in a sentence what was changed because of a disagreement."""
    translate = QCoreApplication.translate
    who = {"coder": one.coder, "day": day(one.created)}
    if one.field == Amended.MERGE:
        said = translate("amend_form", "✎ “{before}” merged into “{after}” · {coder}, {day}")
    elif one.field == Amended.SPLIT:
        said = translate("amend_form", "✎ “{after}” split off from “{before}” · {coder}, {day}")
    elif one.field == Amended.MEMO:
        said = translate("amend_form", "✎ Memo “{after}” · {coder}, {day}")
    else:
        field = titles().get(one.field, one.field)
        said = translate("amend_form", "✎ {field} of “{code}”: “{after}” · {coder}, {day}")
        return said.format(field=field, code=one.code_name, after=_short(one.after), **who)
    return said.format(before=one.before, after=_short(one.after), **who)


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= 120 else f"{line[:119]}…"
