"""How texts are to be shown: the fields of the preferences about reading."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QComboBox, QFontComboBox, QSizePolicy, QSpinBox, QWidget

from qcode.ui.shell.fonts import reading_families
from qcode.ui.shell.settings import MEASURE_RANGE, SPACINGS, ZOOM_RANGE, Settings

ZOOM_STEP = 10  # per cent, as one step of the text view
MEASURE_STEP = 2


class ReadingFields(QObject):
    """Size, line width, distance of lines and typeface; kept when the dialog is left with Done."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self.zoom, self.measure = QSpinBox(), QSpinBox()
        self.spacing, self.family = QComboBox(), FamilyBox()
        self.zoom.setRange(*ZOOM_RANGE)
        self.zoom.setSingleStep(ZOOM_STEP)
        self.zoom.setSuffix(" %")
        self.zoom.setValue(settings.zoom)
        self.measure.setRange(*MEASURE_RANGE)
        self.measure.setSingleStep(MEASURE_STEP)
        self.measure.setValue(settings.measure)
        for choice in SPACINGS:
            self.spacing.addItem("", choice)
        self.spacing.setCurrentIndex(self.spacing.findData(settings.spacing))
        self.family.choose(settings.family)
        for number in (self.zoom, self.measure):
            number.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            number.setMinimumWidth(100)

    @property
    def fields(self) -> tuple[QWidget, ...]:
        """The fields in their order."""
        return (self.zoom, self.measure, self.spacing, self.family)

    def labels(self) -> list[tuple[QWidget, str]]:
        """Return each field with the words before it."""
        return [
            (self.zoom, self.tr("Size of texts")),
            (self.measure, self.tr("Longest line")),
            (self.spacing, self.tr("Distance of lines")),
            (self.family, self.tr("Typeface")),
        ]

    def retranslate(self) -> None:
        """Set every text again."""
        self.measure.setSuffix(self.tr(" ideographs"))
        for place, text in enumerate((self.tr("normal"), self.tr("tight"), self.tr("wide"))):
            self.spacing.setItemText(place, text)
        self.family.retranslate()

    def keep(self) -> None:
        """Write the choices down."""
        settings = self._settings
        settings.zoom = self.zoom.value()
        settings.measure = self.measure.value()
        settings.spacing = self.spacing.currentData()
        settings.family = self.family.chosen()


class FamilyBox(QFontComboBox):
    """The typefaces of the system in which a text can be read, before them the program's own."""

    def __init__(self) -> None:
        super().__init__()
        self.setEditable(False)
        self.model().setStringList(["", *reading_families()])

    def choose(self, family: str) -> None:
        """Make a typeface the current one; the program's own when it is empty or not there.

        What was chosen once stays to be chosen, whatever its letters.
        """
        if family and self.findText(family) < 0 and QFontDatabase.hasFamily(family):
            self.addItem(family)
        # Not setCurrentFont: it would list all fonts again, without the first entry.
        self.setCurrentIndex(max(self.findText(family), 0) if family else 0)

    def chosen(self) -> str:
        """Return the current typeface, empty for the program's own."""
        return self.currentText() if self.currentIndex() > 0 else ""

    def retranslate(self) -> None:
        """Name the first entry."""
        self.setItemText(0, self.tr("the program’s own"))
