"""Codes to choose from: their badges and their places in the tree, in combo boxes and lists."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from PySide6.QtCore import QElapsedTimer, QModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QComboBox, QListView, QStyleOptionViewItem, QWidget

from qcode.model.enums import CodeKind
from qcode.model.records import Code
from qcode.ui.dialogs.tables import CalmDelegate
from qcode.ui.shell import theme
from qcode.ui.widgets.code_badge import paint_code_badge

DEPTH = Qt.ItemDataRole.UserRole + 1
SIDE = 16  # logical pixels of an icon
INDENT = 14  # for each level
MOST_SHOWN = 18  # rows of an open combo box


class CodeCombo(QComboBox):
    """Opens as a tree and shows the chosen code alone when closed.

    Data are the codes' ids; other entries come by ``addItem`` with what data they like.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setView(CodeRows())
        self.setItemDelegate(TreeRowDelegate(self))
        self.setMaxVisibleItems(MOST_SHOWN)
        self._codes: list[tuple[int, Code]] = []  # with their rows

    def clear(self) -> None:
        """Take all entries away."""
        super().clear()
        self._codes.clear()

    def add_codes(self, codes: Iterable[Code]) -> None:
        """Append codes in tree order."""
        for code in codes:
            row = self.count()
            self.addItem(badge(code.kind, code.color), code.title, code.id)
            self._describe(row, code)
            self._codes.append((row, code))

    def update_codes(self, codes: Iterable[Code]) -> bool:
        """Show what is different about the codes added before; False where others came or went.

        Two thousand entries are not made anew for the name of one.
        """
        now = list(codes)
        if [code.id for code in now] != [code.id for _, code in self._codes]:
            return False
        for place, (code, (row, before)) in enumerate(zip(now, self._codes, strict=True)):
            if code != before:
                self.setItemText(row, code.title)
                self.setItemIcon(row, badge(code.kind, code.color))
                self._describe(row, code, before)
                self._codes[place] = row, code
        return True

    def _describe(self, row: int, code: Code, before: Code | None = None) -> None:
        self.setItemData(row, code.depth, DEPTH)
        if code.definition or (before is not None and before.definition):
            self.setItemData(row, code.definition or None, Qt.ItemDataRole.ToolTipRole)


class CodeRows(QListView):
    """Typing goes to the next code with a word that begins so; numbers stand before the names."""

    def __init__(self) -> None:
        super().__init__()
        self._typed = ""
        self._since = QElapsedTimer()

    def keyboardSearch(self, search: str) -> None:
        fresh = not self._since.isValid() or self._since.hasExpired(
            QGuiApplication.styleHints().keyboardInputInterval()
        )
        self._since.start()
        self._typed = search.casefold() if fresh else self._typed + search.casefold()
        model, here = self.model(), max(0, self.currentIndex().row())
        for step in range(model.rowCount()):
            row = (here + step + fresh) % model.rowCount()
            index = model.index(row, self.modelColumn(), self.rootIndex())
            name = str(index.data() or "").casefold()
            if name.startswith(self._typed) or f" {self._typed}" in name:
                self.setCurrentIndex(index)
                return


class TreeRowDelegate(CalmDelegate):
    """Moves the icon and the words of a row in by its ``DEPTH``."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        super().initStyleOption(option, index)
        depth = index.data(DEPTH)
        if depth is not None:
            option.decorationSize = QSize(SIDE + depth * INDENT, SIDE)
            option.decorationAlignment = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def badge(kind: CodeKind, color: str) -> QIcon:
    """Return the badge of a code of ``kind`` as an icon, as codes carry it everywhere."""
    application = QGuiApplication.instance()
    return _badge(kind, color, application.devicePixelRatio(), theme.current().name)


@lru_cache(maxsize=512)
def _badge(kind: CodeKind, color: str, ratio: float, _theme: str) -> QIcon:
    picture = QPixmap(round(SIDE * ratio), round(SIDE * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    paint_code_badge(painter, QRectF(0, 0, SIDE, SIDE), kind, color)
    painter.end()
    icon = QIcon(picture)
    icon.addPixmap(picture, QIcon.Mode.Selected)
    return icon
