"""The workspace Review: at the top what is compared, at the left the figures, at the right the
disagreements and the talk about them.

What is compared is read once, in a worker, and kept; what is typed or looked at afterwards is
worked out from memory.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cached_property

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from qcode.model.agreement import Coefficient
from qcode.model.changes import ChangeSet
from qcode.model.records import Coding
from qcode.model.review import Sieve
from qcode.services.review.disagreements import Disagreements
from qcode.ui.dialogs.remembered import keep, recall
from qcode.ui.itemmodels.review_columns import Column
from qcode.ui.itemmodels.review_words import figure
from qcode.ui.shell.actions import ActionSet
from qcode.ui.shell.session import Session
from qcode.ui.shell.settings import Settings
from qcode.ui.widgets.frames import frame_in
from qcode.ui.widgets.panel import MARGIN
from qcode.ui.widgets.panel_round import PanelRound
from qcode.ui.workspaces.review.choice import Choice
from qcode.ui.workspaces.review.comparison import Comparison
from qcode.ui.workspaces.review.empty_page import EmptyPage
from qcode.ui.workspaces.review.figures import FiguresPanel
from qcode.ui.workspaces.review.following import OWN
from qcode.ui.workspaces.review.reading import Lack
from qcode.ui.workspaces.review.setup_bar import SetupBar
from qcode.ui.workspaces.review.talk import Talk
from qcode.ui.workspaces.workspace import Workspace

_COMPARED = ("coding", "selection", "document", "document_group", "work", "coder", "coder_part")
_WIDE = 1200  # pixels of a window
_NAMED = ("code", "setting")  # names and definitions; nothing else of it counts


class ReviewWorkspace(Workspace):
    """Compares coders, and settles what they differ in."""

    name = "review"

    def __init__(
        self,
        session: Session,
        actions: ActionSet,
        settings: Settings,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(session, parent)
        self._actions = actions
        self._settings = settings
        self._kept = f"review/{session.project.guid}"
        self._focus_due = False
        self._talk: Talk | None = None
        choice = Choice.of(recall(settings, self._kept))
        self.comparison = Comparison(session, choice, self)
        self.comparison.compared.connect(self._show_comparison)
        self.comparison.looked.connect(self._show_figures)
        self.comparison.listed.connect(self._show_disagreements)
        self.comparison.explained.connect(lambda *told: self.figures.show_why(*told))
        self._lay_out(choice)
        self._steps = deque[Callable[[], object]](
            (lambda: self.figures, lambda: self.figures.matrices, lambda: self.talk)
        )
        QTimer.singleShot(0, self, self._make_next)

    def _lay_out(self, choice: Choice) -> None:
        """Make the frames, each in its place; what stands in them comes one after the other."""
        outer = QVBoxLayout(self)
        outer.setContentsMargins(12, 4, 12, 0)
        outer.setSpacing(10)
        above = frame_in(self)
        above.layout().setContentsMargins(MARGIN, 7, MARGIN, 7)
        self.setup = SetupBar(self.session, choice, above)
        self.setup.changed.connect(self._choose)
        above.layout().addWidget(self.setup)
        outer.addWidget(above)
        self._pages = QStackedWidget(self)
        outer.addWidget(self._pages, 1)
        parts = self._parts = QSplitter(Qt.Orientation.Horizontal, self._pages)
        self._left, self._right = frame_in(parts), frame_in(parts)
        parts.setChildrenCollapsible(False)
        parts.setHandleWidth(10)
        parts.setStretchFactor(0, 1)
        parts.setStretchFactor(1, 1)
        room = self.window().width()
        left = 54 if room > _WIDE else 48  # per cent: of a narrow window the talk needs more
        parts.setSizes([room * left // 100, room * (100 - left) // 100])
        self._restore("review", parts)
        self._nothing = frame_in(self._pages)
        self._pages.addWidget(parts)
        self._pages.addWidget(self._nothing)
        self.panels = PanelRound([self.setup, self._left, self._right, self._nothing], self)

    def _make_next(self) -> None:
        """Make one more part: all at once would hold the window."""
        if self._steps:
            self._steps.popleft()()
            QTimer.singleShot(0, self, self._make_next)

    def _restore(self, name: str, splitter: QSplitter) -> None:
        splitter.restoreState(self._settings.state(f"splitter/{name}"))

    @cached_property
    def figures(self) -> FiguresPanel:
        """The figures, at the left."""
        made = FiguresPanel(self._left)
        self._left.layout().addWidget(made)
        made.show()  # at once: a layout does so later, and what is hidden takes no focus
        self.panels.begin_at(self._left, made.codes.view)
        kept = recall(self._settings, "review-columns").get("hidden")
        known = {column.value: column for column in Column}
        names = kept if isinstance(kept, list) else []
        made.codes.hidden = {known[name] for name in names if name in known}
        self._restore("review-figures", made.parts)
        made.viewChanged.connect(lambda: self.comparison.look(made.view()))
        made.codeChosen.connect(self.comparison.explain)
        made.sieveWanted.connect(self._open)
        made.passagesRequested.connect(self.passagesRequested)
        return made

    @property
    def talk(self) -> Talk:
        """The disagreements, at the right."""
        if self._talk is None:
            made = self._talk = Talk(self.session, self._right)
            self._right.layout().addWidget(made)
            QWidget.show(made)
            self.panels.begin_at(self._right, made.view)
            made.split.restore(self._settings.state("splitter/review-list"))
            made.use_actions(self._actions)
            made.conditionsChanged.connect(self.conditionsChanged)
            made.passageRequested.connect(self.passageRequested)
            made.progressChanged.connect(lambda *_: self._count())
            if self.comparison.reading.gathered is not None:
                made.load(self.comparison.reading.gathered, None)
        return self._talk

    @cached_property
    def empty(self) -> EmptyPage:
        """What is shown while nothing can be compared."""
        made = EmptyPage(self._actions, self._nothing)
        self._nothing.layout().addWidget(made)
        made.show()
        made.everything.connect(self._compare_all)
        return made

    # ------------------------------------------------------------------ what is compared

    def read(self) -> None:
        self.comparison.compare()

    def _choose(self) -> None:
        keep(self._settings, self._kept, self.setup.choice.kept())
        self.comparison.choose(self.setup.choice)

    def _compare_all(self) -> None:
        self.setup.show_choice(replace(self.setup.choice, all_documents=True))
        self._choose()
        self.take_focus()

    def _show_comparison(self) -> None:
        reading = self.comparison.reading
        self.setup.show_people(reading.people, reading.groups, reading.codes)
        begun = self._focus_due and self.setup.documents.hasFocus()
        focused = QApplication.focusWidget()
        inside = focused is not None and self._pages.isAncestorOf(focused)
        self._pages.setCurrentIndex(0 if self.comparison.shown is not None else 1)
        if reading.gathered is None:
            names = tuple(one.name for one in self.setup.choice.chosen(reading.people))
            self.empty.show_reading(reading, names, blind=self.session.blind)
            self.talk.load(None, None)
        else:
            self.figures.offer(reading.gathered.coders)
            self.comparison.view = self.figures.view()
            self.figures.show_disagreements(None)
            self._show_figures()
            if self._talk is not None and self._talk.found is None:
                self._talk.load(reading.gathered, None)
        if begun or (inside and not self._pages.currentWidget().isAncestorOf(focused)):
            self.take_focus()
        self.conditionsChanged.emit()

    def _show_figures(self) -> None:
        gathered, shown = self.comparison.reading.gathered, self.comparison.shown
        if gathered is not None and shown is not None:
            self.figures.show_figures(gathered, shown)
            self.conditionsChanged.emit()

    def _show_disagreements(self, found: Disagreements) -> None:
        self.talk.load(self.comparison.reading.gathered, found)

    def _count(self) -> None:
        """Take what is open by now from the side where it is settled."""
        found = self.talk.found
        if found is not None and self.comparison.shown is not None:
            self.comparison.settle(found)
            self.figures.show_disagreements(found)
            self.conditionsChanged.emit()

    def _open(self, sieve: Sieve) -> None:
        if self.comparison.found is not None:
            self.talk.show(sieve)

    # ------------------------------------------------------------------ following

    def take_over(self, changes: ChangeSet) -> None:
        if not changes.touches(*_COMPARED, *_NAMED) or self._only_decided(changes):
            return
        self.comparison.rest()

    def _only_decided(self, changes: ChangeSet) -> bool:
        """Whether a step only settled something: codings of the consensus, who is not compared."""
        if not changes.touches(*OWN) or changes.touches(*_NAMED, "document", "work"):
            return False
        chosen = self.setup.choice.chosen(self.comparison.reading.people)
        return all(one.role is None for one in chosen) or not changes.touches("coding")

    def tells_of(self, changes: ChangeSet) -> bool:
        # What a merge brought is compared here again, whoever took it back or did it again.
        merged = changes.touches("merged")
        return merged or (self._talk is not None and self._talk.following.tells_of(changes))

    def go_to_change(self, changes: ChangeSet, before: Sequence[Coding] = ()) -> None:
        del before
        if self._talk is not None:
            self._talk.following.go_to_change(changes)

    # ------------------------------------------------------------------ what the window asks

    def conditions(self) -> set[str]:
        return self.talk.conditions() if self.comparison.shown is not None else set()

    def summary(self) -> str:
        shown, found = self.comparison.shown, self.comparison.found
        if shown is None:
            return ""
        alpha = shown.agreement.overall.get(Coefficient.KRIPPENDORFF_ALPHA)
        parts = [f"α {figure(alpha)}"] if alpha is not None else []
        if found is not None:
            number = int((found.verdict == 0).sum())
            parts.append(self.tr("%Ln disagreements open", "", number))
        return "   ·   ".join(parts)

    def take_focus(self) -> None:
        lack = self.comparison.reading.lack
        if self.comparison.shown is not None:
            target: QWidget | None = self.figures.codes.view
        elif lack is Lack.ONE_CHOSEN:
            target = next(chip for chip in self.setup.chips.values() if not chip.isChecked())
        elif lack is not None:
            target = self.empty.first()
        else:
            target = None
        self._focus_due = target is None  # until there is something to be used
        if target is None:
            target = self.setup.documents
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def flush(self) -> None:
        if self._talk is not None:
            self._talk.flush()

    def leave(self) -> None:
        self.comparison.stop()
        self._steps.clear()
        super().leave()
        made = {"review": self._parts}
        if self._talk is not None:
            self._talk.leave()
            if self._talk.split.moved:
                made["review-list"] = self._talk.split
        if "figures" in self.__dict__:
            made["review-figures"] = self.figures.parts
            hidden = sorted(column.value for column in self.figures.codes.hidden)
            keep(self._settings, "review-columns", {"hidden": hidden})
        for name, splitter in made.items():
            self._settings.set_state(f"splitter/{name}", splitter.saveState())
