"""The line of tools over the diagram."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from qcode.model.enums import CodeKind
from qcode.ui.shell import icons
from qcode.ui.shell.i18n import own_term
from qcode.ui.shell.termed import capital
from qcode.ui.workspaces.selective.reading import Options


class DiagramTools(QWidget):
    """Buttons; what is asked for comes out as signals."""

    relationWanted = Signal()
    categoryWanted = Signal()
    stageWanted = Signal()
    layoutWanted = Signal()
    optionsChanged = Signal()
    zoomWanted = Signal(int)  # nearer (1), further (-1), all of it (0)
    exportWanted = Signal()

    def __init__(self, options: Options, *, writable: bool) -> None:
        super().__init__()
        beside = Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        text, alone = Qt.ToolButtonStyle.ToolButtonTextOnly, Qt.ToolButtonStyle.ToolButtonIconOnly
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        self._icons: list[tuple[QToolButton, str]] = []

        def button(
            icon: str, style: Qt.ToolButtonStyle, pressed: Callable[[], None]
        ) -> QToolButton:
            made = QToolButton()
            made.setToolButtonStyle(style)
            made.clicked.connect(lambda _=False: pressed())
            self._icons.append((made, icon))
            row.addWidget(made)
            return made

        self.relation = button("relation", beside, self.relationWanted.emit)
        self.category = button("plus", beside, self.categoryWanted.emit)
        self.stage = button("plus", beside, self.stageWanted.emit)
        self.layout_ = button("layout", beside, self.layoutWanted.emit)
        for one in (self.relation, self.category, self.stage, self.layout_):
            one.setVisible(writable)
        row.addSpacing(8)
        self.shaded = button("", text, self.optionsChanged.emit)
        self.sized = button("", text, self.optionsChanged.emit)
        for one, on in ((self.shaded, options.shaded), (self.sized, options.sized)):
            one.setCheckable(True)
            one.setChecked(on)
        row.addStretch(1)
        self.nearer = button("zoom-in", alone, lambda: self.zoomWanted.emit(1))
        self.further = button("zoom-out", alone, lambda: self.zoomWanted.emit(-1))
        self.fit = button("fit", alone, lambda: self.zoomWanted.emit(0))
        self.export = button("export", beside, self.exportWanted.emit)
        self.retranslate()

    def options(self) -> Options:
        """Return how boxes are to show what rests on them."""
        return Options(self.shaded.isChecked(), self.sized.isChecked())

    def retranslate(self) -> None:
        """Set every text again."""
        for button, name in self._icons:
            if name:
                button.setIcon(icons.icon(name))
        own = own_term(CodeKind.CATEGORY.label)
        for button, words, about in (
            (self.relation, self.tr("Relation"), self.tr("Relate two categories (R)")),
            (
                self.category,
                capital(own) if own else self.tr("Category"),
                self.tr("Put into the model: {category}").format(category=own)
                if own
                else self.tr("Put a category into the model"),
            ),
            (
                self.stage,
                self.tr("Stage"),
                self.tr("Make a stage of the process; categories are dragged into it"),
            ),
            (
                self.layout_,
                self.tr("Lay out anew"),
                self.tr("Forget where boxes were moved by hand, and lay all of them out"),
            ),
            (
                self.shaded,
                self.tr("Shaded"),
                self.tr("Tint boxes by how many passages rest on them"),
            ),
            (self.sized, self.tr("Sized"), self.tr("Size boxes by how many passages rest on them")),
            (self.nearer, self.tr("Nearer"), self.tr("Nearer (+, Ctrl+wheel)")),
            (self.further, self.tr("Further away"), self.tr("Further away (−, Ctrl+wheel)")),
            (self.fit, self.tr("Show all of it"), self.tr("Show all of it (0)")),
            (self.export, self.tr("Export…"), self.tr("Write the diagram as SVG, PNG or PDF")),
        ):
            button.setText(words.replace("&", "&&"))
            button.setToolTip(about)
            button.setAccessibleName(about if button in (self.shaded, self.sized) else words)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange):
            self.retranslate()
        super().changeEvent(event)
