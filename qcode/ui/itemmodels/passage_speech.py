"""What a screen reader says of a passage in a list."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from qcode.model.records import Code, Passage
from qcode.ui.itemmodels.neighbours import Around
from qcode.ui.shell.i18n import day, joined

LONGEST = 300
"""Code points of a quotation that are read out."""


def spoken(passage: Passage, code: Code | None, around: Around | None) -> str:
    """Return a row as one sentence: label, document, quotation, coder, day, code, marks."""
    words = QCoreApplication.translate(
        "PassagesModel", "{label}, {document}: “{quote}”, coded by {coder}, {day}"
    ).format(
        label=passage.label,
        document=passage.document,
        quote=" ".join(passage.quote[:LONGEST].split()),
        coder=passage.coder,
        day=day(passage.created),
    )
    parts = [words]
    if code is not None:
        parts.append(code.title)
    if passage.typical:
        parts.append(QCoreApplication.translate("PassagesModel", "typical"))
    if passage.memo:
        parts.append(
            QCoreApplication.translate("PassagesModel", "memo: {memo}").format(memo=passage.memo)
        )
    if around is not None:
        parts.append(
            QCoreApplication.translate("PassagesModel", "before: {words}").format(
                words=" ".join(around[0].before.split())
            )
        )
        parts.append(
            QCoreApplication.translate("PassagesModel", "after: {words}").format(
                words=" ".join(around[0].after.split())
            )
        )
        if around[1]:
            others = joined(code.title for _, code in around[1])
            parts.append(
                QCoreApplication.translate("PassagesModel", "also: {codes}").format(codes=others)
            )
    return joined(parts, "facts")
