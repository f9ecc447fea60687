"""The tables for a thesis as a Word file: which of them, and how they should look."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QSpinBox,
    QWidget,
)

from qcode.model.report import PageSetup
from qcode.model.thesis import TableKind, TableOptions
from qcode.services import thesis_axes, thesis_tables
from qcode.ui.dialogs.axis_choice import AxisCombo, VariableCombo
from qcode.ui.dialogs.export_form import WORD, ExportForm
from qcode.ui.dialogs.exported import tell_exported
from qcode.ui.dialogs.own_words import ask_own_words
from qcode.ui.dialogs.remembered import keep
from qcode.ui.shell.i18n import say
from qcode.ui.shell.operation import Progress
from qcode.ui.shell.session import Session
from qcode.ui.shell.settings import Settings

MOST_PASSAGES = 20
USUAL_PASSAGES = 3
COLUMNS = 2  # of the boxes for tables
LONGEST_CHAPTER = 12


def export_tables(parent: QWidget, session: Session, settings: Settings) -> None:
    """Ask which tables are wanted and how, write them, and offer to open the file."""
    written = TablesForm(parent, session, settings).ask()
    if written is not None:
        translate = QCoreApplication.translate
        tell_exported(parent, translate("export_tables", "The tables are written"), written)


class TablesForm(ExportForm):
    """Asks for tables, form, lines, columns, chapter and words besides what all exports ask."""

    def __init__(self, parent: QWidget, session: Session, settings: Settings) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            parent,
            session,
            settings,
            translate("export_tables", "Export tables for the thesis"),
            "tables",
            translate("export_tables", "tables"),
            ((WORD, translate("export_tables", "Word")),),
        )
        self._boxes = {kind: QCheckBox(_sentence(say(kind.label))) for kind in TableKind}
        self._form_of = self._combo(
            "form",
            (
                (translate("export_tables", "Short: some passages of each category"), "short"),
                (translate("export_tables", "Long: everything, for the appendix"), "long"),
            ),
        )
        self._passages = QSpinBox()
        self._lines = self._combo(
            "lines",
            (
                (translate("export_tables", "Three-line table"), "three"),
                (translate("export_tables", "Full grid"), "grid"),
            ),
        )
        self._first = self._combo(
            "first",
            (
                (translate("export_tables", "Passage first"), "passage"),
                (translate("export_tables", "Category first"), "category"),
            ),
        )
        self._columns = self._combo(
            "columns",
            (
                (translate("export_tables", "By groups of documents"), "groups"),
                (translate("export_tables", "By documents"), "documents"),
                (translate("export_tables", "Only altogether"), "none"),
            ),
        )
        axes = thesis_axes.offered(self.project)
        usual = TableOptions()
        self._variable = VariableCombo(axes, self.kept.get("variable"))
        self._down = AxisCombo(axes, usual.down, self.kept.get("down"))
        self._across = AxisCombo(axes, usual.across, self.kept.get("across"))
        self._chapter = QLineEdit()
        self._words_button = QPushButton(translate("export_tables", "Own words…"))
        self._own: dict[str, dict[str, str]] = self._kept_words()
        self._add_rows()
        self.ask_layout()
        self.add_row(translate("export_tables", "Captions and heads"), self._words_button)
        self._words_button.setAutoDefault(False)  # Return exports
        self._words_button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._follow_form()
        for box in self._boxes.values():
            box.toggled.connect(self._check)
        self._form_of.currentIndexChanged.connect(self._follow_form)
        self._words_button.clicked.connect(self._ask_words)

    def ask(self) -> Path | None:
        """Ask and write; return the file, None when nothing was written."""
        return self.begin(self._write)

    def choices(self) -> dict[str, object]:
        return {
            **super().choices(),
            "tables": [kind.value for kind, box in self._boxes.items() if box.isChecked()],
            "form": self._form_of.currentData(),
            "passages": self._passages.value(),
            "lines": self._lines.currentData(),
            "first": self._first.currentData(),
            "columns": self._columns.currentData(),
            "variable": self._variable.currentData(),
            "down": self._down.currentData(),
            "across": self._across.currentData(),
            "chapter": self._chapter.text().strip(),
            "words": self._own,
        }

    def accept(self) -> None:
        self._wanted = self.options()
        super().accept()

    def options(self) -> TableOptions:
        """Return what is chosen."""
        own = self._own.get(self._headings.currentData(), {})
        return TableOptions(
            tables=frozenset(kind for kind, box in self._boxes.items() if box.isChecked()),
            long=self._form_of.currentData() == "long",
            passages=self._passages.value(),
            grid=self._lines.currentData() == "grid",
            category_first=self._first.currentData() == "category",
            columns=self._columns.currentData(),
            chapter=self._chapter.text().strip(),
            own_words=tuple(own.items()),
            variables=self._variable.variables(),
            down=self._down.axis(),
            across=self._across.axis(),
        )

    # ------------------------------------------------------------------ rows

    def _add_rows(self) -> None:
        translate = QCoreApplication.translate
        grid = QWidget()
        cells = QGridLayout(grid)
        cells.setContentsMargins(0, 0, 0, 0)
        kept = self.kept.get("tables")
        for place, (kind, box) in enumerate(self._boxes.items()):
            box.setChecked(not isinstance(kept, list) or not kept or kind.value in kept)
            cells.addWidget(box, place // COLUMNS, place % COLUMNS)
        self.add_row(translate("export_tables", "Tables"), grid)
        self._passages.setRange(1, MOST_PASSAGES)
        self._passages.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._passages.setMinimumWidth(90)
        number = self.kept.get("passages", USUAL_PASSAGES)
        self._passages.setValue(number if isinstance(number, int) else USUAL_PASSAGES)
        self._chapter.setMaxLength(LONGEST_CHAPTER)
        self._chapter.setPlaceholderText(translate("export_tables", "none; 3 gives Table 3-1"))
        self._chapter.setText(str(self.kept.get("chapter", "")))
        self.add_row(translate("export_tables", "Form"), self._form_of)
        self.add_row(translate("export_tables", "Passages per category"), self._passages)
        self.add_row(translate("export_tables", "Lines"), self._lines)
        self.add_row(translate("export_tables", "Open coding"), self._first)
        self.add_row(translate("export_tables", "Frequencies"), self._columns)
        self.add_row(translate("export_tables", "Frequencies by variable"), self._variable)
        self.add_row(translate("export_tables", "Typology: rows"), self._down)
        self.add_row(translate("export_tables", "Typology: columns"), self._across)
        self.add_row(translate("export_tables", "Chapter"), self._chapter)

    def _combo(self, name: str, entries: tuple[tuple[str, str], ...]) -> QComboBox:
        combo = QComboBox()
        for text, data in entries:
            combo.addItem(text, data)
        combo.setCurrentIndex(max(0, combo.findData(self.kept.get(name))))
        return combo

    def _follow_form(self) -> None:
        self._passages.setEnabled(self._form_of.currentData() == "short")

    def trouble(self) -> str:
        if any(box.isChecked() for box in self._boxes.values()):
            return ""
        return QCoreApplication.translate("export_tables", "Choose at least one table.")

    # ------------------------------------------------------------------ words

    def _kept_words(self) -> dict[str, dict[str, str]]:
        """Own words by language; what is kept may be of any shape."""
        kept = self.kept.get("words")
        known = set(thesis_tables.own_keys())
        return {
            language: {
                key: words
                for key, words in found.items()
                if key in known and isinstance(words, str) and words
            }
            for language, found in (kept.items() if isinstance(kept, dict) else ())
            if isinstance(found, dict)
        }

    def _ask_words(self) -> None:
        language = self._headings.currentData()
        standard = thesis_tables.standard_words(self.project, PageSetup(headings=language))
        found = ask_own_words(self, standard, self._own.get(language, {}))
        if found is not None:
            self._own[language] = found
            # They took time to type: they are kept even if nothing is exported now.
            keep(self._settings, self._name, {**self.kept, "words": self._own})

    def _write(self, path: Path, setup: PageSetup, progress: Progress) -> None:
        thesis_tables.write(self.project, path, setup, self._wanted, progress=progress)


def _sentence(words: str) -> str:
    return (words[:1].upper() + words[1:]).replace("&", "&&")
