"""What the exports ask in common: format, file, codes, language and page."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QComboBox, QFileDialog, QWidget

from qcode.model.report import PageSetup
from qcode.services import codes
from qcode.ui.dialogs.code_choice import CodeCombo
from qcode.ui.dialogs.file_field import FileField, exists, is_folder, usual_folder, with_ending
from qcode.ui.dialogs.form import FormDialog, hint
from qcode.ui.dialogs.remembered import keep, recall
from qcode.ui.dialogs.waiting import waited
from qcode.ui.shell.operation import Progress
from qcode.ui.shell.session import Session
from qcode.ui.shell.settings import Settings

WORD = ".docx"
CSV = ".csv"
_FORBIDDEN = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')


class ExportForm(FormDialog):
    """Asks, then writes in a worker; it stays open when that is stopped or refused.

    ``name`` is under which the choices are kept, ``stem`` what the file is called at first,
    ``formats`` are endings with their names, where they are others than those of tables. Makers add
    rows of their own between ``ask_codes`` and ``ask_layout``, then call ``begin``.
    """

    def __init__(
        self,
        parent: QWidget,
        session: Session,
        settings: Settings,
        heading: str,
        name: str,
        stem: str,
        formats: Sequence[tuple[str, str]] = (),
    ) -> None:
        super().__init__(parent, heading, "")
        self.accept_button.setText(self.tr("Export"))
        self.setMinimumWidth(520)
        self.project = session.project
        self._settings = settings
        self._name = name
        self.kept = recall(settings, name)
        self._format = QComboBox()
        for suffix, text in formats or (
            (WORD, self.tr("Word")),
            (".xlsx", self.tr("Excel")),
            (CSV, self.tr("CSV (a plain table)")),
            (".html", self.tr("Web page")),
        ):
            self._format.addItem(text, suffix)
        self._file = FileField(self._ask_file)
        self._replaces = hint("")
        self._scope = CodeCombo()
        self._headings, self._paper, self._turned = QComboBox(), QComboBox(), QComboBox()
        self._words: list[QWidget] = []
        self.written: Path | None = None
        self._work: Callable[[Path, PageSetup, Progress], None] | None = None

        if self._format.count() > 1:
            self.add_row(self.tr("Format"), self._format)
        self.add_row(self.tr("File"), self._file)
        self.form.addRow("", self._replaces)
        self._replaces.hide()
        suffix = self.kept.get("format", WORD)
        self._format.setCurrentIndex(max(0, self._format.findData(suffix)))
        folder = usual_folder(settings.folder("export") or str(self.project.path.parent))
        clean = file_stem(f"{self.project.name} {stem}")
        self._file.set_path(folder / f"{clean}{self._format.currentData()}")

    # ------------------------------------------------------------------ rows

    def ask_codes(self, first: Sequence[tuple[str, Any]]) -> None:
        """Add the row of codes: ``first`` are entries above the tree (text, data)."""
        for text, data in first:
            self._scope.addItem(text, data)
        listed = codes.tree(self.project, counts=False)
        if listed:
            self._scope.insertSeparator(self._scope.count())
        self._scope.add_codes(listed)
        self._scope.setCurrentIndex(0)
        self.add_row(self.tr("Codes"), self._scope)
        self.form.addRow(
            "", hint(self.tr("A code that is chosen stands for itself and all codes below it."))
        )

    def ask_layout(self) -> None:
        """Add language of the headings, paper and orientation."""
        for text, language in (("English", "en"), ("中文", "zh")):
            self._headings.addItem(text, language)
        chinese = QLocale().language() == QLocale.Language.Chinese
        wanted = self.kept.get("headings", "zh" if chinese else "en")
        self._headings.setCurrentIndex(max(0, self._headings.findData(wanted)))
        for text, paper in (("A4", "a4"), (self.tr("Letter"), "letter")):
            self._paper.addItem(text, paper)
        self._paper.setCurrentIndex(max(0, self._paper.findData(self.kept.get("paper", "a4"))))
        for text, turned in ((self.tr("Portrait"), False), (self.tr("Landscape"), True)):
            self._turned.addItem(text, turned)
        self._turned.setCurrentIndex(int(bool(self.kept.get("landscape"))))
        self.add_row(self.tr("Headings"), self._headings)
        self.add_row(self.tr("Paper"), self._paper)
        self.add_row(self.tr("Orientation"), self._turned)

    def begin(self, work: Callable[[Path, PageSetup, Progress], None]) -> Path | None:
        """Ask, have ``work`` write the file, and return it; None when nothing was written."""
        self._work = work
        self._format.currentIndexChanged.connect(self._follow_format)
        self._file.edited.connect(self._follow_file)
        self._file.changed.connect(self._check)
        self._follow_format()
        self._check()
        self._file.setFocus()
        return self.written if self.asked() else None

    def chosen(self) -> Any:
        """Data of the row of codes: None for all, an id, or what the maker gave."""
        return self._scope.currentData()

    def choices(self) -> dict[str, Any]:
        """What is kept for the next time; makers add theirs."""
        return {
            "format": self._format.currentData(),
            "headings": self._headings.currentData(),
            "paper": self._paper.currentData(),
            "landscape": bool(self._turned.currentData()),
        }

    # ------------------------------------------------------------------ file and format

    def _follow_format(self) -> None:
        suffix = self._format.currentData()
        path = self._file.path()
        if path is not None and path.name and path.suffix.lower() != suffix:
            known = path.suffix.lower() in self._suffixes()
            self._file.set_path(
                path.with_suffix(suffix) if known else path.with_name(path.name + suffix)
            )
        self._headings.setEnabled(suffix != CSV)
        self._paper.setEnabled(suffix == WORD)
        self._turned.setEnabled(suffix == WORD)

    def _follow_file(self) -> None:
        path = self._file.path()
        place = self._format.findData(path.suffix.lower()) if path is not None else -1
        if place >= 0:
            self._format.setCurrentIndex(place)

    def _suffixes(self) -> list[str]:
        return [self._format.itemData(place) for place in range(self._format.count())]

    def _target(self) -> Path | None:
        return with_ending(self._file.path(), self._format.currentData())

    def _ask_file(self, present: str) -> str:
        suffix = self._format.currentData()
        name, _ = QFileDialog.getSaveFileName(
            self, self.windowTitle(), present, f"{self._format.currentText()} (*{suffix})"
        )
        return name

    def trouble(self) -> str:
        """Say what else stands in the way; makers do."""
        return ""

    def _check(self) -> None:
        """Say what stands in the way of the file, or that it will be replaced."""
        target = self._target()
        trouble = ""
        if target is None:
            trouble = self.tr("Name the file.")
        elif not is_folder(target.parent):
            trouble = self.tr("The folder {folder} does not exist.").format(folder=target.parent)
        trouble = trouble or self.trouble()
        replaced = not trouble and exists(target)
        self._replaces.setText(self.tr("This file exists and will be replaced."))
        self._replaces.setVisible(replaced)
        self.complain(trouble)
        self.accept_button.setEnabled(not trouble)

    # ------------------------------------------------------------------ writing

    def accept(self) -> None:
        """Write; what is stopped or refused leaves the dialog open."""
        target, work = self._target(), self._work
        if target is None or work is None:
            return
        setup = PageSetup(
            paper=self._paper.currentData(),
            landscape=self._turned.currentData(),
            headings=self._headings.currentData(),
        )

        def write(progress: Progress) -> bool:
            work(target, setup, progress)
            return True

        if waited(self, self.windowTitle(), write):
            self._settings.set_folder("export", str(target.parent))
            keep(self._settings, self._name, self.choices())
            self.written = target
            super().accept()


def file_stem(words: str) -> str:
    """Return words as the name of a file, without its ending, that every system can have."""
    return " ".join(_FORBIDDEN.sub(" ", words).split()).strip(" .")
