"""What a merge brings, or has brought, in words that can be read, selected and copied."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QLocale, QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialogButtonBox, QTextEdit, QWidget

from qcode.model.join_records import MergeReport, Pair
from qcode.ui.dialogs.form import FormDialog
from qcode.ui.shell.i18n import joined, say

MOST = 200
"""Names that are listed under a heading; the others are counted."""

_FEW = 3  # files that a heading names
_MARGIN = 12  # pixels around the words


class Section(NamedTuple):
    """A heading and its lines; a line of several cells is a row of a table."""

    heading: str
    lines: Sequence[Sequence[str]]


class _Counted(QObject):
    """Sentences with a number. Qt finds plural forms only in calls of ``self.tr``."""

    def files(self, number: int) -> str:
        return self.tr("%Ln files", "", number)

    def rows_on_it(self, number: int) -> str:
        return self.tr("%Ln rows on it stay out, too", "", number)

    def more(self, number: int) -> str:
        return self.tr("… and %Ln more", "", number)


def named(files: Sequence[Path]) -> str:
    """Return the names of files for a heading; more than a few are counted."""
    if len(files) > _FEW:
        return _Counted().files(len(files))
    return joined(path.name for path in files)


def sections(report: MergeReport, pairs: Sequence[Pair] = ()) -> list[Section]:
    """Return what there is to say about a merge, leaving out what did not happen.

    What is taken to be the same stands first: all the rest rests on it.
    """
    translate = QCoreApplication.translate
    number = QLocale().toString
    found: list[Section] = []
    if pairs:
        same = [
            (
                say(pair.what),
                pair.theirs if pair.theirs == pair.mine else f"{pair.theirs} → {pair.mine}",
            )
            for pair in pairs
        ]
        found.append(Section(translate("merge", "Taken to be the same"), _bounded(same)))
    if report.counts:
        heads = (
            "",
            translate("merge", "new"),
            translate("merge", "changed"),
            translate("merge", "deleted"),
        )
        rows = [
            (
                say(one.what),
                *(number(n) if n else "" for n in (one.added, one.changed, one.deleted)),
            )
            for one in report.counts
        ]
        found.append(Section(translate("merge", "In all"), [heads, *rows]))
    names = [path.name for path in report.files]
    several = len(names) > 1
    out = []
    for refused in report.refused:
        where = refused.document
        if several:
            where = f"{where} ({names[refused.file]})"
        words = translate("merge", "its text differs from the one here")
        if refused.resting:
            rows_on_it = _Counted().rows_on_it(refused.resting)
            words = joined((words, rows_on_it), "facts")
        out.append((joined((where, words), "heading"),))
    lists = (
        (translate("merge", "Documents that stay out"), out),
        (translate("merge", "To be noted"), [(say(one),) for one in report.notes]),
        (translate("merge", "New documents"), [(one,) for one in report.documents]),
        (translate("merge", "New codes"), [(one,) for one in report.codes]),
        (
            translate("merge", "Deleted"),
            [(joined((say(what), name), "heading"),) for what, name in report.deleted],
        ),
    )
    found += [Section(heading, _bounded(lines)) for heading, lines in lists if lines]
    return found


def _bounded(lines: Sequence[tuple[str, ...]]) -> Sequence[tuple[str, ...]]:
    if len(lines) <= MOST:
        return lines
    return [*lines[:MOST], (_Counted().more(len(lines) - MOST),)]


def as_text(report: MergeReport, pairs: Sequence[Pair] = ()) -> str:
    """Return the sections as plain text, tabs between the cells of a table."""
    translate = QCoreApplication.translate
    blocks = [joined((translate("merge", "Files"), joined(map(str, report.files))), "heading")]
    for section in sections(report, pairs):
        lines = ["\t".join(line) for line in section.lines]
        blocks.append("\n".join((section.heading, *lines)))
    return "\n\n".join(blocks) + "\n"


class ReportView(QTextEdit):
    """The sections of a report on paper."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(_MARGIN)
        self.setAccessibleName(self.tr("What comes in"))

    def show_report(self, report: MergeReport, pairs: Sequence[Pair] = ()) -> None:
        """Show what a merge brings."""
        parts = []
        for section in sections(report, pairs):
            parts.append(f"<h4 style='margin: 14px 0 4px 0'>{escape(section.heading)}</h4>")
            if len(section.lines[0]) > 2:
                parts.append(_table(section.lines))
            else:
                parts += [
                    f"<p style='margin: 2px 0'>{escape(joined(line, 'heading'))}</p>"
                    for line in section.lines
                ]
        if not parts:
            nothing = self.tr("Everything in these files is here already.")
            parts.append(f"<p>{escape(nothing)}</p>")
        self.setHtml("".join(parts))


def _table(lines: Sequence[Sequence[str]]) -> str:
    rows = "".join(
        "<tr>"
        + "".join(
            f"<td align='{'right' if place else 'left'}' style='padding: 1px 22px 1px 0'>"
            f"{escape(cell)}</td>"
            for place, cell in enumerate(line)
        )
        + "</tr>"
        for line in lines
    )
    return f"<table cellspacing='0' style='margin-bottom: 14px'>{rows}</table>"


def tell_merged(parent: QWidget, report: MergeReport) -> None:
    """Say after merging what came in; it can be copied."""
    translate = QCoreApplication.translate
    dialog = FormDialog(
        parent,
        translate("merge", "{names}: merged").format(names=named(report.files)),
        translate("merge", "Close"),
        translate("merge", "It is one step: Ctrl+Z takes it back as a whole."),
    )
    dialog.cancel_button.hide()
    view = ReportView()
    view.setAccessibleName(translate("merge", "What came in"))
    view.show_report(report)
    view.setMinimumHeight(260)
    dialog.setMinimumWidth(560)
    dialog.body.addWidget(view, 1)
    copy = dialog.buttons.addButton(
        translate("merge", "Copy the report"), QDialogButtonBox.ButtonRole.ActionRole
    )
    copy.setAutoDefault(False)

    def put_on_clipboard() -> None:
        QGuiApplication.clipboard().setText(as_text(report))
        copy.setText(translate("merge", "Copied"))

    copy.clicked.connect(put_on_clipboard)
    dialog.accept_button.setFocus()
    dialog.asked()
