"""After a packet was written: what is in it, where it is, and what to do with it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QLabel, QWidget

from qcode.services.packets import PacketReport
from qcode.ui.dialogs.form import FormDialog, note
from qcode.ui.shell.i18n import joined


def tell_written(parent: QWidget, report: PacketReport) -> None:
    """Say what was written; offer to show its folder."""
    translate = QCoreApplication.translate
    dialog = FormDialog(
        parent,
        translate("packet", "The packet for {coder} is written").format(coder=report.coder),
        translate("packet", "Show the folder"),
    )
    where = QLabel(str(report.path))
    where.setTextFormat(Qt.TextFormat.PlainText)
    where.setWordWrap(True)
    where.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse
        | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    where.setAccessibleName(translate("packet", "File"))
    dialog.body.addWidget(where)
    dialog.body.addWidget(note(_contents(report)))
    dialog.body.addWidget(
        note(
            translate(
                "packet",
                "Give it to {coder}. When it comes back, merge it here: menu Coder, Merge files.",
            ).format(coder=report.coder)
        )
    )
    dialog.cancel_button.setText(translate("packet", "Close"))
    if dialog.asked():
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(report.path.parent)))


class _Counted(QObject):
    """Sentences with a number. Qt finds plural forms only in calls of ``self.tr``."""

    def documents(self, number: int) -> str:
        return self.tr("%Ln documents", "", number)

    def codes(self, number: int) -> str:
        return self.tr("%Ln codes", "", number)

    def codings(self, number: int) -> str:
        return self.tr("%Ln codings", "", number)

    def memos(self, number: int) -> str:
        return self.tr("%Ln memos", "", number)


def _contents(report: PacketReport) -> str:
    translate, counted = QCoreApplication.translate, _Counted()
    facts = joined(
        (
            counted.documents(len(report.document_ids)),
            counted.codes(report.codes),
            counted.codings(report.codings),
            counted.memos(report.memos),
        ),
        "facts",
    )
    contents = joined((translate("packet", "In it"), facts), "heading")
    if report.blind:
        blind = translate("packet", "Nothing in it tells of the work of others.")
        return f"{contents}\n{blind}"
    if report.limited:
        limited = translate("packet", "What is hidden from you while you work blind is not in it.")
        return f"{contents}\n{limited}"
    return contents
