"""The line that narrows and orders the list of memos: words, conditions as chips, order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QLocale, QTimer, Signal
from PySide6.QtWidgets import QMenu, QWidget

from qcode.model.records import MemoRecord
from qcode.model.stamps import now
from qcode.model.theory_records import MemoFilter, MemoOrder, Target, TargetKind
from qcode.services import memos
from qcode.ui.shell.i18n import say
from qcode.ui.widgets.chip import Chip
from qcode.ui.widgets.choice_popup import Choice, ChoicePopup
from qcode.ui.widgets.filter_line import FilterLine
from qcode.ui.workspaces.memos.dates import DatesPopup
from qcode.ui.workspaces.memos.months import bounds, local
from qcode.ui.workspaces.memos.things import Things

_PAUSE = 120  # milliseconds without a key before the words are looked for
KIND, CODER, CODE, DOCUMENT, DAYS, ANYTHING, NOTHING = (
    "kind",
    "coder",
    "code",
    "document",
    "days",
    "anything",
    "nothing",
)


class MemoFilterBar(FilterLine):
    """Holds what is asked for; the chips say what that is."""

    changed = Signal()

    def __init__(self, things: Things, parent: QWidget | None = None) -> None:
        super().__init__((MemoOrder.MODIFIED, MemoOrder.CREATED, MemoOrder.CODES), parent=parent)
        self._things = things
        self._all: Sequence[MemoRecord] = ()
        self.wanted = MemoFilter()
        self.anything = False
        """Whether only memos that are attached to something are wanted."""
        self.days: tuple[date, date] | None = None
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_PAUSE)
        self._typing.timeout.connect(self._take_words)
        self.words.textChanged.connect(lambda _: self._typing.start())
        self.words.returnPressed.connect(self._enter)
        self.order.activated.connect(lambda _: self.changed.emit())
        self.retranslate()

    # ------------------------------------------------------------------ what is asked

    def show_all(self, listed: Sequence[MemoRecord]) -> None:
        """Take all memos of the project: what can be chosen is found in them."""
        self._all = listed
        self.refresh()

    @property
    def wanted_order(self) -> MemoOrder:
        """The order that is chosen."""
        return MemoOrder(self.order.currentData())  # Qt keeps the bare text

    def active(self) -> bool:
        """Whether some memos may be left out."""
        return self.wanted != MemoFilter() or self.anything

    def passes(self, memo: MemoRecord) -> bool:
        """Whether a memo fits what the filter of the services cannot say."""
        return not self.anything or bool(memos.targets_of(memo))

    def set_days(self, days: tuple[date, date] | None) -> None:
        """Ask for the memos of some days, from the first to the last; None: of all."""
        self.days = days
        since, until = bounds(*days) if days is not None else ("", "")
        self._ask(replace(self.wanted, since=since, until=until))

    def set_values(self, of: str, values: frozenset[object]) -> None:
        """Ask for some kinds, coders, codes or documents; none of them: for all."""
        match of:
            case "kind":
                self._ask(replace(self.wanted, kinds=values))
            case "coder":
                self._ask(replace(self.wanted, coders=values))
            case _:
                others = {one for one in self.wanted.attached if one.kind.value != of}
                self._ask(
                    replace(self.wanted, attached=frozenset(others | values), project_only=False)
                )

    def set_mark(self, mark: str, on: bool) -> None:
        """Ask for memos attached to ``anything``, or to ``nothing``."""
        self.anything = on and mark == ANYTHING
        nothing = on and mark == NOTHING
        attached = self.wanted.attached if not nothing else frozenset()
        self._ask(replace(self.wanted, project_only=nothing, attached=attached))

    def reset(self) -> None:
        self.words.clear()
        self._typing.stop()
        self.anything, self.days = False, None
        self._ask(MemoFilter())

    def _ask(self, wanted: MemoFilter) -> None:
        self.wanted = wanted
        self.refresh()
        self.changed.emit()

    def _take_words(self) -> None:
        words = self.words.text()
        if words.split() != self.wanted.words.split():
            self._ask(replace(self.wanted, words=words))

    def _enter(self) -> None:
        self._typing.stop()
        self._take_words()
        self.entered.emit()

    # ------------------------------------------------------------------ chips

    def refresh(self) -> None:
        self.show_chips(self._conditions())

    def _conditions(self) -> dict[str, str]:
        asked = self.wanted
        found = {}
        for of, values in (
            (KIND, asked.kinds),
            (CODER, asked.coders),
            (CODE, self._attached(CODE)),
            (DOCUMENT, self._attached(DOCUMENT)),
        ):
            if values:
                names = (self._name(of, value) for value in values)
                found[of] = self.say_values(self._title(of), names)
        if self.days is not None:
            show = QLocale().toString
            days = [show(day, QLocale.FormatType.ShortFormat) for day in self.days]
            found[DAYS] = "–".join(dict.fromkeys(days))
        if self.anything:
            found[ANYTHING] = self.tr("Attached to something")
        if asked.project_only:
            found[NOTHING] = self.tr("On the project only")
        return found

    def _attached(self, of: str) -> frozenset[Target]:
        return frozenset(one for one in self.wanted.attached if one.kind.value == of)

    def press(self, key: str, chip: Chip) -> None:
        if key in (ANYTHING, NOTHING):
            self.remove(key)
        else:
            self.choose(key, chip)

    def remove(self, key: str) -> None:
        if key == DAYS:
            self.set_days(None)
        elif key in (ANYTHING, NOTHING):
            self.set_mark(key, False)
        else:
            self.set_values(key, frozenset())

    def _title(self, of: str) -> str:
        return {
            KIND: self.tr("Kind"),
            CODER: self.tr("Coder"),
            CODE: self.tr("Code"),
            DOCUMENT: self.tr("Document"),
        }[of]

    def _name(self, of: str, value: object) -> str:
        if of == KIND:
            return say(value.label)
        if of == CODER:
            return str(value)
        return self._things.name(value) or self.tr("(gone)")

    # ------------------------------------------------------------------ choosing

    def fill_menu(self, menu: QMenu) -> None:
        for of, title in (
            (KIND, self.tr("&Kind…")),
            (CODER, self.tr("&Coder…")),
            (DAYS, self.tr("D&ates…")),
            (CODE, self.tr("Attached to a co&de…")),
            (DOCUMENT, self.tr("Attached to a d&ocument…")),
        ):
            action = menu.addAction(title)
            action.triggered.connect(lambda _=False, of=of: self.choose(of, self.add))
        for mark, title, on in (
            (ANYTHING, self.tr("Attached to &something"), self.anything),
            (NOTHING, self.tr("On the &project only"), self.wanted.project_only),
        ):
            self.add_mark(menu, title, on, lambda on, mark=mark: self.set_mark(mark, on))

    def choose(self, of: str, at: QWidget) -> None:
        """Let the user choose values of one sort, below the widget ``at``."""
        if of == DAYS:
            self._choose_days(at)
            return
        counts, chosen = self._counts(of), self._chosen(of)
        values = dict.fromkeys(chosen, 0) | counts
        choices = [Choice(one, self._name(of, one), count) for one, count in values.items()]
        choices.sort(key=lambda one: one.title.casefold())
        popup = ChoicePopup(self._title(of), choices, chosen, self)
        popup.chosen.connect(lambda now: self.set_values(of, now))
        popup.open_below(at)

    def _chosen(self, of: str) -> frozenset[object]:
        if of == KIND:
            return self.wanted.kinds
        return self.wanted.coders if of == CODER else self._attached(of)

    def _counts(self, of: str) -> Counter[object]:
        if of == KIND:
            return Counter(memo.kind for memo in self._all)
        if of == CODER:
            return Counter(memo.coder for memo in self._all)
        kind = TargetKind(of)
        ids = "code_ids" if of == CODE else "document_ids"
        return Counter(Target(kind, one) for memo in self._all for one in getattr(memo, ids))

    def _choose_days(self, at: QWidget) -> None:
        days = self.days
        if days is None:
            stamps = [stamp for memo in self._all for stamp in (memo.created, memo.modified)]
            stamps = stamps or [now()]
            days = local(min(stamps)).date(), local(max(stamps)).date()
        popup = DatesPopup(*days, self)
        popup.chosen.connect(lambda first, last: self.set_days((first, last)))
        popup.open_below(at)

    # ------------------------------------------------------------------ words

    def retranslate(self) -> None:
        """Set every text again."""
        self.say(
            self.tr("Find in memos"),
            self.tr("Show only some kinds, coders, days, or what is attached"),
            self.tr("Order of the memos"),
            (self.tr("Last changed first"), self.tr("As written"), self.tr("By code")),
        )
        self.refresh()
