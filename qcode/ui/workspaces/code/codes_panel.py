"""The codebook beside the text: found, applied, renamed, put in order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QMimeData, QModelIndex, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QToolButton, QWidget

from qcode.model.enums import CodeKind
from qcode.model.records import Code
from qcode.services import codes, favourites
from qcode.ui.itemmodels.code_tree import CodeTreeModel, is_bold
from qcode.ui.shell import icons
from qcode.ui.shell.actions import keys_for
from qcode.ui.shell.i18n import own_term
from qcode.ui.shell.session import Session
from qcode.ui.widgets.code_badge import place_code_badge
from qcode.ui.widgets.mime import CODES_MIME, SPAN_MIME, codes_of, put_codes, span_of
from qcode.ui.widgets.tree_rows import RowLook
from qcode.ui.workspaces.code.tree_panel import TreePanel


class CodesPanel(TreePanel):
    """The code tree with its filter. Keys are code ids."""

    codeActivated = Signal(int)
    """Enter or a double click: the code is to be applied."""

    currentCodeChanged = Signal(object)
    """The current code's id, None without one."""

    spanDropped = Signal(int, object)
    """A code's id and the ``Span`` of the open document that was dropped on it."""

    only_favourites: QToolButton | None = None

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        rows = CodeTreeModel(session)
        rows.drags = CodeDrags(rows)
        super().__init__(session, rows, partial(_look, rows), [SPAN_MIME], parent)
        rows.drags.moveWanted.connect(self._move, Qt.ConnectionType.QueuedConnection)
        self.view.chosen.connect(lambda index: self.codeActivated.emit(rows.key_of(index)))
        self.view.nudged.connect(self.nudge)
        self.view.landed.connect(self._land)
        QWidget.setTabOrder(self.filter_field, self.only_favourites)
        QWidget.setTabOrder(self.only_favourites, self.view)
        self.refresh_favourites()

    def _add_tools(self) -> None:
        self.only_favourites = QToolButton(self)
        self.only_favourites.setCheckable(True)
        self.only_favourites.setIcon(icons.icon("favourite"))
        self.only_favourites.toggled.connect(lambda _: self._filter())
        self.filter_row.addWidget(self.only_favourites)

    # ------------------------------------------------------------------ for the workspace

    def current_code(self) -> int | None:
        """Return the current code, None without one."""
        return self.current_key() or None

    def selected_codes(self) -> list[int]:
        """Return the selected codes in tree order."""
        return self.selected_keys()

    def select_code(self, code_id: int, reveal: bool = True) -> None:
        """Make a code the current one; with ``reveal`` it comes into view."""
        self.select_keys([code_id], reveal=reveal)

    def current_category(self) -> int | None:
        """Return the current code or the nearest above it that is more than a concept."""
        key = self.current_key()
        if not key:
            return None
        lineage = (key, *self._rows.above(key))
        concept = CodeKind.CONCEPT
        return next((one for one in lineage if self._rows.record(one).kind is not concept), None)

    @property
    def counted(self) -> bool:
        """Whether the numbers of passages are known yet."""
        return self._rows.counted

    def favourites(self) -> frozenset[int]:
        """Return the codes that are favourites."""
        return self._rows.favourites

    def refresh_favourites(self) -> None:
        """Read again which codes are favourites."""
        self._rows.set_favourites(favourites.listed(self.session.project))
        if self.only_favourites.isChecked():
            self._filter()

    def show_keys(self, digits: Mapping[int, int]) -> None:
        """Show beside the codes which key (1 to 9) applies them."""
        self._rows.set_digits(digits)

    def passages(self, code_id: int) -> int:
        """Return the number of distinct passages of a code itself, as the tree knows it."""
        return self._rows.counts(code_id)[0]

    def rename(self, code_id: int) -> None:
        """Open the editor on a code's name."""
        self.edit_key(code_id)

    def expanded(self) -> list[int]:
        """Return the codes whose branches are open, for the settings."""
        return sorted(self.open_keys())

    def set_expanded(self, code_ids: Iterable[int]) -> None:
        """Open these branches and close all others."""
        self.set_open_keys(code_ids)

    # ------------------------------------------------------------------ what a panel says

    def retranslate(self) -> None:
        self.view.setAccessibleName(self.tr("Codes"))
        self.filter_field.setPlaceholderText(self.tr("Filter codes"))
        self.filter_field.setAccessibleName(self.tr("Filter codes"))
        self.only_favourites.setToolTip(self.tr("Only favourites"))
        self.only_favourites.setAccessibleName(self.tr("Show only favourites"))
        super().retranslate()

    def _among(self) -> frozenset[int] | None:
        return self.favourites() if self.only_favourites.isChecked() else None

    def _show_everything(self) -> None:
        self.only_favourites.setChecked(False)
        super()._show_everything()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange and self.only_favourites is not None:
            self.only_favourites.setIcon(icons.icon("favourite"))
        super().changeEvent(event)

    def _heading(self) -> tuple[str, str]:
        concepts, categories = self._rows.totals()
        parts = []
        own = own_term(CodeKind.CONCEPT.label)
        if own:  # a name of the project's own is known in one form only
            parts.append(self.tr("{kind}: {count}").format(kind=own, count=concepts))
            parts.append(self.tr("above: {count}").format(count=categories))
            return self.tr("Codes"), " · ".join(parts)
        if concepts:
            parts.append(
                self.tr("1 concept")
                if concepts == 1
                else self.tr("{count} concepts").format(count=concepts)
            )
        if categories:
            parts.append(
                self.tr("1 category")
                if categories == 1
                else self.tr("{count} categories").format(count=categories)
            )
        return self.tr("Codes"), " · ".join(parts)

    def _nothing(self) -> str:
        return self.tr("No codes yet. Select words and press Enter.")

    def _no_match(self) -> str:
        if self.only_favourites.isChecked() and not self.favourites():
            sentence = self.tr("No favourites yet. Press {keys} on a code to keep it at hand.")
            return sentence.format(keys=keys_for("code.favourite"))
        if self.only_favourites.isChecked():
            return self.tr("No favourite contains these words.")
        return self.tr("No code contains these words.")

    def _current_changed(self, key: int) -> None:
        self.currentCodeChanged.emit(key or None)

    # ------------------------------------------------------------------ changes

    def _rename(self, key: int, name: str) -> None:
        self.session.run(self, self.tr("Rename the code"), codes.rename, key, name)

    def _move(self, code_ids: Sequence[int], parent_id: int | None, position: int | None) -> None:
        self.session.run(
            self, self.tr("Move codes"), codes.move, list(code_ids), parent_id, position
        )
        self.select_keys(code_ids)

    def nudge(self, step: int) -> None:
        """Move the current code one place up (-1) or down (1) among its siblings."""
        key = self.current_key()
        if not key or not self.session.writable or self._rows.filtered:
            return
        parent_id = self._rows.record(key).parent_id
        siblings = self._rows.children_of(parent_id or 0)
        place = siblings.index(key) + step
        if 0 <= place < len(siblings):
            self._move([key], parent_id, place + (step > 0))

    def _land(self, index: QModelIndex, mime: QMimeData) -> None:
        span = span_of(mime)
        if span is not None:
            # After the drag: a dialog inside its event would hold the program that drags.
            key = self._rows.key_of(index)
            QTimer.singleShot(0, self, lambda: self.spanDropped.emit(key, span))


class CodeDrags(QObject):
    """Codes dragged out of the tree (to the text, to another place) and back into it."""

    mime_type = CODES_MIME

    moveWanted = Signal(object, object, object)
    """Code ids, the new parent's id or None, the place among its children or None for the end."""

    def __init__(self, tree: CodeTreeModel) -> None:
        super().__init__(tree)
        self._tree = tree

    def packed(self, keys: list[int]) -> QMimeData:
        """Return codes as a drag carries them; other programs get their names."""
        mime = QMimeData()
        put_codes(mime, keys)
        mime.setText("\n".join(self._tree.record(key).title for key in keys))
        return mime

    def dropped(self, mime: QMimeData, parent: int, place: int | None) -> bool:
        """Ask for codes to be moved, after the drag is over."""
        dragged = [code_id for code_id in codes_of(mime) if code_id in self._tree]
        if dragged:
            self.moveWanted.emit(dragged, parent or None, place)
        return bool(dragged)


def _look(tree: CodeTreeModel, key: int) -> RowLook:
    # Asked of the model itself: each question by way of Qt costs as much as drawing a word.
    code: Code = tree.record(key)
    count, digit = tree.counts(key)[1], tree.digit(key)
    return RowLook(
        name=code.name,
        lead=code.number,
        count=str(count) if count else "",
        bold=is_bold(code.kind),
        badge=partial(place_code_badge, kind=code.kind, color=code.color),
        key=str(digit) if digit else "",
        favourite=key in tree.favourites,
    )
