"""The diagram as a file: SVG, PNG or PDF."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QLocale, QMarginsF, QRectF, QSizeF
from PySide6.QtWidgets import QCheckBox, QComboBox, QFileDialog, QWidget

from qcode.model.report import PageSetup
from qcode.services import drawing
from qcode.ui.dialogs.exported import tell_exported
from qcode.ui.dialogs.file_field import FileField, exists, is_folder, usual_folder, with_ending
from qcode.ui.dialogs.form import FormDialog, hint
from qcode.ui.dialogs.remembered import keep, recall
from qcode.ui.dialogs.waiting import waited
from qcode.ui.shell.session import Session
from qcode.ui.shell.settings import Settings

PDF = ".pdf"
_NAME = "export_diagram"
_FORBIDDEN = str.maketrans(dict.fromkeys('\\/:*?"<>|', " "))


def export_diagram(parent: QWidget, session: Session, settings: Settings, options: Any) -> None:
    """Ask how the diagram should look on paper, write it, and offer to open it.

    ``options`` (``shaded``, ``sized``) are how boxes show in the window what rests on them.
    """
    translate = QCoreApplication.translate
    dialog = DiagramForm(parent, session, settings, shaded=options.shaded, sized=options.sized)
    if dialog.asked() and dialog.written is not None:
        tell_exported(parent, translate("export_diagram", "The diagram is written"), dialog.written)


class DiagramForm(FormDialog):
    """Format, file, language, and how boxes show what rests on them."""

    def __init__(
        self, parent: QWidget, session: Session, settings: Settings, *, shaded: bool, sized: bool
    ) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            parent,
            translate("export_diagram", "Export the diagram"),
            translate("export_diagram", "Export"),
        )
        self.setMinimumWidth(520)
        self._project = session.project
        self._settings = settings
        self.written: Path | None = None
        kept = recall(settings, _NAME)
        self.format = QComboBox()
        for suffix, words in (
            (".svg", translate("export_diagram", "SVG (can be edited)")),
            (".png", translate("export_diagram", "PNG (300 dots an inch)")),
            (PDF, "PDF"),
        ):
            self.format.addItem(words, suffix)
        self.format.setCurrentIndex(max(0, self.format.findData(kept.get("format"))))
        self.file = FileField(self._ask_file)
        folder = usual_folder(settings.folder("export") or str(session.project.path.parent))
        stem = translate("export_diagram", "diagram")
        name = " ".join(f"{session.project.name} {stem}".translate(_FORBIDDEN).split())
        self.file.set_path(folder / f"{name}{self.format.currentData()}")
        self._replaces = hint(translate("export_diagram", "This file exists and will be replaced."))
        self.words = QComboBox()
        for text, language in (("English", "en"), ("中文", "zh")):
            self.words.addItem(text, language)
        chinese = QLocale().language() == QLocale.Language.Chinese
        self.words.setCurrentIndex(
            max(0, self.words.findData(kept.get("headings", "zh" if chinese else "en")))
        )
        self.shaded = QCheckBox(translate("export_diagram", "Tint boxes by their passages"))
        self.sized = QCheckBox(translate("export_diagram", "Size boxes by their passages"))
        self.shaded.setChecked(shaded)
        self.sized.setChecked(sized)
        self.add_row(translate("export_diagram", "Format"), self.format)
        self.add_row(translate("export_diagram", "File"), self.file)
        self.form.addRow("", self._replaces)
        self.add_row(translate("export_diagram", "Words"), self.words)
        self.form.addRow("", self.shaded)
        self.form.addRow("", self.sized)
        self.format.currentIndexChanged.connect(self._follow_format)
        self.file.changed.connect(self._check)
        self._check()
        self.file.setFocus()

    def _target(self) -> Path | None:
        return with_ending(self.file.path(), self.format.currentData())

    def _follow_format(self) -> None:
        path = self.file.path()
        if path is not None and path.name:
            self.file.set_path(path.with_suffix(self.format.currentData()))

    def _ask_file(self, present: str) -> str:
        suffix = self.format.currentData()
        name, _ = QFileDialog.getSaveFileName(
            self, self.windowTitle(), present, f"{self.format.currentText()} (*{suffix})"
        )
        return name

    def _check(self) -> None:
        translate = QCoreApplication.translate
        target = self._target()
        trouble = ""
        if target is None:
            trouble = translate("export_diagram", "Name the file.")
        elif not is_folder(target.parent):
            trouble = translate("export_diagram", "The folder {folder} does not exist.").format(
                folder=target.parent
            )
        self._replaces.setVisible(not trouble and exists(target))
        self.complain(trouble)
        self.accept_button.setEnabled(not trouble)

    def accept(self) -> None:
        """Write; what is refused leaves the dialog open."""
        target = self._target()
        if target is None:
            return
        look = drawing.on_paper(shaded=self.shaded.isChecked(), sized=self.sized.isChecked())
        setup = PageSetup(headings=self.words.currentData())
        project = self._project

        def write(_: object) -> bool:
            if target.suffix.lower() == PDF:
                drawing.write_with(
                    target, write_pdf, drawing.draw(project, drawing.wording(setup), look)
                )
            else:
                drawing.write(project, target, setup, look)
            return True

        if waited(self, self.windowTitle(), write):
            self._settings.set_folder("export", str(target.parent))
            keep(
                self._settings,
                _NAME,
                {"format": self.format.currentData(), "headings": self.words.currentData()},
            )
            self.written = target
            super().accept()


def write_pdf(drawn: drawing.Drawing, out: Path) -> None:
    """Paint a drawing on the one page of a PDF that is as large as it is."""
    from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter
    from PySide6.QtSvg import QSvgRenderer

    size = QSizeF(drawn.area.width, drawn.area.height)
    writer = QPdfWriter(str(out))
    page = QPageSize(size, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch)
    writer.setPageLayout(QPageLayout(page, QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0)))
    writer.setResolution(1200)
    writer.setCreator("qcode")
    painter = QPainter(writer)
    try:
        whole = QRectF(0, 0, writer.width(), writer.height())
        QSvgRenderer(drawn.svg.encode()).render(painter, whole)
    finally:
        painter.end()
