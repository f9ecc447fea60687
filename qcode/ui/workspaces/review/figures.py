"""The figures of a comparison: per code, why, and codes, documents and coders as matrices."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from itertools import combinations

from PySide6.QtCore import QEvent, QLocale, Qt, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QSplitter, QVBoxLayout, QWidget

from qcode.model.agreement import FEWEST_DOCUMENTS, Agreement, Coefficient, Unit
from qcode.model.agreement_enums import DisagreementKind
from qcode.model.records import Code, Coder
from qcode.model.review import Explanation, Sieve
from qcode.services.agreement.gathering import Gathered
from qcode.services.review import explaining
from qcode.services.review.disagreements import Disagreements
from qcode.ui.itemmodels.review_columns import Column, Heads, Row, pooled
from qcode.ui.itemmodels.review_words import count, figure
from qcode.ui.shell.i18n import joined, say
from qcode.ui.widgets.elided_label import ElidedLabel
from qcode.ui.widgets.panel import MARGIN, Panel
from qcode.ui.workspaces.review.code_table import CodeTable
from qcode.ui.workspaces.review.matrices import Matrices
from qcode.ui.workspaces.review.reading import Shown, View, still_open
from qcode.ui.workspaces.review.why_strip import WhyStrip

_FILTER = 180  # pixels at most
TYPING = 120  # milliseconds of rest before what was typed is asked for


class FiguresPanel(Panel):
    """Shows what ``reading`` worked out; what is asked for is told by signals."""

    sieveWanted = Signal(object)  # Sieve: these disagreements are wanted
    viewChanged = Signal()  # other codes, coders or another measure are looked at
    codeChosen = Signal(object)  # code id or None
    passagesRequested = Signal(list)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._gathered: Gathered | None = None
        self._shown: Shown | None = None
        self._disagreements: Disagreements | None = None
        self._coders: tuple[Coder, ...] = ()
        self._pairs: list[tuple[int, int] | None] = []  # None: all of them
        self.filter = QLineEdit(self)
        self.filter.setClearButtonEnabled(True)
        self.pair = QComboBox(self)
        self.pair.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.pair.hide()
        self.filter.setMaximumWidth(_FILTER)
        self.head.setSpacing(8)
        self.head.insertWidget(1, self.filter, 1)
        self.head.insertWidget(2, self.pair)
        self.parts = QSplitter(Qt.Orientation.Vertical, self)
        self.parts.setChildrenCollapsible(False)
        self.parts.setHandleWidth(10)
        above = QWidget(self.parts)
        self.codes = CodeTable(above)
        self.note = ElidedLabel(parent=above)
        self.note.setProperty("role", "small")
        self.why = WhyStrip(above)
        upper = QVBoxLayout(above)
        upper.setContentsMargins(0, 0, 0, 0)
        upper.setSpacing(6)
        upper.addWidget(self.codes, 1)
        upper.addWidget(self.note)
        upper.addWidget(self.why)
        self.column.addWidget(self.parts, 1)
        self.column.setContentsMargins(MARGIN, MARGIN - 2, MARGIN, MARGIN - 2)
        self._typed = QTimer(self)
        self._typed.setSingleShot(True)
        self._typed.setInterval(TYPING)
        self._connect()
        self.retranslate()

    def _connect(self) -> None:
        self.filter.textChanged.connect(lambda _: self._typed.start())
        self.filter.returnPressed.connect(
            lambda: self.codes.view.setFocus(Qt.FocusReason.OtherFocusReason)
        )
        self._typed.timeout.connect(self.viewChanged)
        self.pair.activated.connect(lambda _: self.viewChanged.emit())
        self.codes.chosen.connect(self.codeChosen)
        self.codes.opened.connect(self._open)
        self.codes.passagesRequested.connect(self.passagesRequested)

    @cached_property
    def matrices(self) -> Matrices:
        """The lower half, made when it is first asked for."""
        made = Matrices(self.parts)
        made.show()
        self.parts.setStretchFactor(0, 3)
        self.parts.setStretchFactor(1, 2)
        self.parts.setSizes([390, 220])
        made.measureChanged.connect(self.viewChanged)
        made.sieveWanted.connect(self.sieveWanted)
        made.cellWanted.connect(lambda sieve: self.sieveWanted.emit(self._of_pair(sieve)))
        made.pairWanted.connect(self._choose_pair)
        return made

    # ------------------------------------------------------------------ what is looked at

    def view(self) -> View:
        """Return what of the comparison is looked at."""
        at = self.pair.currentIndex()
        pair = self._pairs[at] if 0 <= at < len(self._pairs) else None
        return View(self.filter.text(), pair, self.matrices.coefficient())

    def offer(self, coders: tuple[Coder, ...]) -> None:
        """Offer the pairs of these coders; of two there is nothing to choose."""
        if [one.id for one in coders] != [one.id for one in self._coders]:
            self._pairs = [None]
            if len(coders) > 2:
                self._pairs += combinations(range(len(coders)), 2)
            self.pair.clear()
            self.pair.addItems([""] * len(self._pairs))
        self._coders = coders
        self.pair.setVisible(len(coders) > 2)
        self._name_pairs()

    def _choose_pair(self, one: int, other: int) -> None:
        """Look at two of the coders alone, and at what they differ in."""
        if len(self._coders) > 2:
            self.pair.setCurrentIndex(self._pairs.index((one, other)))
            self.viewChanged.emit()
        self.sieveWanted.emit(Sieve(pair=(self._coders[one].id, self._coders[other].id)))

    # ------------------------------------------------------------------ what is shown

    def show_figures(self, gathered: Gathered, shown: Shown) -> None:
        """Show figures that were worked out."""
        self._gathered, self._shown = gathered, shown
        self._fill()

    def show_disagreements(self, disagreements: Disagreements | None) -> None:
        """Show how many disagreements are open; None while they are being looked for."""
        self._disagreements = disagreements
        self._count()

    def show_why(self, code: Code | None, told: Explanation | None) -> None:
        """Tell why the values of a code are what they are."""
        self.why.show_why(code, told)

    def _fill(self) -> None:
        shown, gathered = self._shown, self._gathered
        if shown is None or gathered is None:
            return
        figures = shown.agreement
        two = shown.view.pair is not None or len(self._coders) == 2
        self.codes.show_rows(
            [Row(one.code, one.measured, one.cells) for one in figures.codes],
            pooled(figures.overall, figures.codes),
            self._heads(two),
            two=two,
        )
        self.codes.set_lines(
            [one.value for one in explaining.thresholds(Coefficient.KRIPPENDORFF_ALPHA)]
        )
        QTimer.singleShot(0, self, self._fill_matrices)  # in a moment of its own
        self._count()
        self._say()

    def _fill_matrices(self) -> None:
        if self._shown is not None and self._gathered is not None:
            unit = self._gathered.request.unit
            self.matrices.show_figures(self._coders, unit, self._shown)

    def _heads(self, two: bool) -> Heads:
        assert self._gathered is not None
        unit = say(self._gathered.request.unit.label)
        if not two:
            return Heads(unit=unit, kappa=Coefficient.FLEISS_KAPPA)
        one, other = self._named_pair()
        return Heads(one.name, other.name, unit, Coefficient.COHEN_KAPPA)

    def _named_pair(self) -> tuple[Coder, Coder]:
        one, other = (self._shown.view.pair if self._shown else None) or (0, 1)
        return self._coders[one], self._coders[other]

    def _count(self) -> None:
        if self._disagreements is None or self._shown is None:
            self.codes.count_open(None)
            return
        pair = None
        if self._shown.view.pair is not None:
            one, other = self._named_pair()
            pair = (one.id, other.id)
        shown = {one.code.id for one in self._shown.agreement.codes}
        self.codes.count_open(*still_open(self._disagreements, shown, pair))

    # ------------------------------------------------------------------ opening passages

    def _of_pair(self, sieve: Sieve) -> Sieve:
        """Return a sieve for the pair that is looked at."""
        if self._shown is None or self._shown.view.pair is None:
            return sieve
        one, other = self._named_pair()
        return replace(sieve, pair=(one.id, other.id))

    def _open(self, code_id: int | None, column: Column) -> None:
        """Ask for the disagreements that stand behind a cell of the table of codes."""
        kind = DisagreementKind
        kinds = {
            Column.BOTH: frozenset({kind.BOUNDARY}),
            Column.FIRST: frozenset({kind.BOUNDARY, kind.CODE, kind.MISSED_BY_SECOND}),
            Column.SECOND: frozenset({kind.BOUNDARY, kind.CODE, kind.MISSED_BY_FIRST}),
        }.get(column)
        codes = None if code_id is None else frozenset({code_id})
        self.sieveWanted.emit(self._of_pair(Sieve(code_ids=codes, below=False, kinds=kinds)))

    # ------------------------------------------------------------------ words

    def retranslate(self) -> None:
        """Set every text again."""
        self.filter.setPlaceholderText(self.tr("Filter codes"))
        self.filter.setAccessibleName(self.tr("Filter codes"))
        self.pair.setAccessibleName(self.tr("Which coders"))
        self.codes.retranslate()
        self._name_pairs()
        self._fill()
        self._say()

    def _name_pairs(self) -> None:
        for at, pair in enumerate(self._pairs):
            names = [self._coders[one].name for one in pair or ()]
            self.pair.setItemText(at, " × ".join(names) if names else self.tr("All coders"))

    def _say(self) -> None:
        shown, gathered = self._shown, self._gathered
        if shown is None or gathered is None:
            self.set_heading(self.tr("Per code"))
            return
        self.set_heading(self.tr("Per code"), self._compared(gathered, shown))
        self.note.setText("   ·   ".join(filter(None, self._notes(shown.agreement))))

    def _compared(self, gathered: Gathered, shown: Shown) -> str:
        """Return who is compared on what, in a line."""
        figures, of = shown.agreement, gathered.request
        chosen = [gathered.coders[at] for at in shown.view.pair or range(len(gathered.coders))]
        together = [pair.documents for pair in shown.pairs]
        if of.all_documents:
            documents = self.tr("{count} of {all} documents, finished or not")
        elif len(chosen) == 2:
            documents = self.tr("{count} of {all} documents, finished by both")
        elif max(together, default=0) > figures.compared:
            documents = self.tr("{count} of {all} documents finished by all, {two} by two")
        else:
            documents = self.tr("{count} of {all} documents, finished by all")
        few, many = count(min(together, default=0)), count(max(together, default=0))
        said = documents.format(
            count=count(figures.compared),
            all=count(figures.available),
            two=few if few == many else f"{few}–{many}",
        )
        if len(chosen) != 2:
            return said
        unit = say(of.unit.label)
        if of.unit is Unit.SEGMENT:
            unit = f"{unit} ≥ {of.overlap} %"
        return "  ·  ".join((" × ".join(one.name for one in chosen), said, unit))

    def _notes(self, figures: Agreement) -> list[str]:
        notes = []
        lowest, median = figures.lowest, figures.median
        if lowest is not None and median is not None:
            notes.append(
                self.tr("Lowest α {lowest}, median {median}").format(
                    lowest=figure(lowest), median=figure(median)
                )
            )
        lines: dict[str, list[str]] = {}
        for line in explaining.thresholds(Coefficient.KRIPPENDORFF_ALPHA):
            lines.setdefault(line.source, []).append(_thousandths(line.value))
        notes += [
            self.tr("Lines at {values}: {source}").format(values=joined(values), source=source)
            for source, values in lines.items()
        ]
        if figures.request.unit is Unit.SEGMENT and len(figures.coders) > 2:
            return [self.tr("Segments are matched between two coders: choose two of them above.")]
        if not figures.compared:
            return [self.tr("No document is finished by all: choose two of the coders above.")]
        if figures.overall.interval is None and figures.compared < FEWEST_DOCUMENTS:
            notes.append(self.tr("No intervals under ten documents"))
        return notes

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def _thousandths(value: float) -> str:
    return QLocale().toString(value, "f", 3).lstrip("0")
