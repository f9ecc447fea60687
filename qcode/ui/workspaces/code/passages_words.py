"""What the panel of passages says: titles, figures, places, and why there is nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject

from qcode.ui.itemmodels.passage_rows import COMPARING
from qcode.ui.shell.i18n import joined

if TYPE_CHECKING:
    from qcode.ui.workspaces.code.passages_panel import PassagesPanel


class PassagesWords(QObject):
    """Writes the words of a panel into its labels."""

    def __init__(self, panel: PassagesPanel) -> None:
        super().__init__(panel)
        self._panel = panel

    def show_figures(self) -> None:
        """Say of which codes, how many, and what to do where there is nothing."""
        panel, model = self._panel, self._panel.model
        panel.header.title.setText(joined(code.title for code in model.asked_codes))
        totals = model.totals()
        counted = self.tr("{passages} in {documents}").format(
            passages=self._passages(totals.passages), documents=self._documents(totals.documents)
        )
        narrowed = model.filter.active or (model.together and len(model.asked_codes) > 1)
        if narrowed:
            counted = self.tr("{count} shown of {passages} in {documents}").format(
                count=QLocale().toString(totals.shown),
                passages=self._passages(totals.passages),
                documents=self._documents(totals.documents),
            )
        # The tree counts words once, however many coders coded them; a row is one coding.
        if model.order != COMPARING and model.rowCount() > totals.shown:
            codings = self.tr("{count} codings").format(count=QLocale().toString(model.rowCount()))
            counted = f"{counted} · {codings}"
        panel.header.counts.setText(counted if model.ready and totals.passages else "")
        panel.header.counts.setVisible(model.ready and totals.passages > 0)
        panel.pages.nothing.setText(self._why_nothing(totals.passages, totals.shown))
        self.show_place()
        self.show_divide()

    def _why_nothing(self, passages: int, shown: int) -> str:
        model = self._panel.model
        words = model.filter.words.strip()
        if not model.asked_codes:
            return self.tr("Choose a code to read its passages here.")
        if not model.ready:
            return self.tr("Reading passages…")
        if shown:
            return self.tr("There is no other passage to read this one against.")
        if not passages:
            return self.tr("No passages yet. Select words in a text and press Enter to code them.")
        if model.filter.conditional:
            return self.tr("No passage fulfils all conditions.")
        if words:
            return self.tr("No passage contains “{words}”.").format(words=words)
        return self.tr("These codes never meet on the same words.")

    def show_progress(self, done: int, total: int) -> None:
        """Say how far reading is."""
        if not self._panel.model.ready:
            locale = QLocale()
            self._panel.pages.nothing.setText(
                self.tr("Reading passages… {done} of {total}").format(
                    done=locale.toString(done), total=locale.toString(total)
                )
            )

    def show_place(self) -> None:
        """Say which row of how many is the current one."""
        panel = self._panel
        row, rows = panel.list.currentIndex().row(), panel.model.rowCount()
        panel.pages.show_list(rows > 0)
        words = ""
        if 0 <= row < rows:
            locale = QLocale()
            words = self.tr("{place} of {count}").format(
                place=locale.toString(row + 1), count=locale.toString(rows)
            )
        panel.header.place.setText(words)

    def show_divide(self) -> None:
        """Head the rows that a passage is read against."""
        panel, model = self._panel, self._panel.model
        top = model.top
        if top is None:
            panel.pages.set_divide("")
            return
        count = QLocale().toString(model.below_top())
        if model.order != COMPARING:
            panel.pages.set_divide(self.tr("Passages · {count}").format(count=count))
        elif model.newest_on_top():
            panel.pages.set_divide(self.tr("Earlier passages · {count}").format(count=count))
        else:
            panel.pages.set_divide(self.tr("Other passages · {count}").format(count=count))

    def _passages(self, count: int) -> str:
        if count == 1:
            return self.tr("1 passage")
        return self.tr("{count} passages").format(count=QLocale().toString(count))

    def _documents(self, count: int) -> str:
        if count == 1:
            return self.tr("1 document")
        return self.tr("{count} documents").format(count=QLocale().toString(count))
