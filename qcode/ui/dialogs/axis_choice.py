"""Choosing what the tables of the thesis cross: variables, groups, properties, codes."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QSizePolicy

from qcode.model.enums import CodeKind
from qcode.model.thesis import Axis, AxisKind
from qcode.ui.shell.i18n import say

_SIGNS = 24  # a name that is longer does not make the form wider


class AxisCombo(QComboBox):
    """The axes that a project has. A choice is kept by its words, which another project may have.

    ``axes`` are those of ``thesis_axes.offered``; ``usual`` is chosen at first.
    """

    def __init__(self, axes: Iterable[tuple[Axis, str]], usual: Axis, kept: object) -> None:
        super().__init__()
        self._axes: dict[str, Axis] = {}
        self.setMinimumContentsLength(_SIGNS)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        words = _words()
        for axis, name in axes:
            key = f"{axis.kind.value}:{name}"
            self._axes[key] = axis
            self.addItem(words[axis.kind].format(name=name), key)
        place = self.findData(kept) if isinstance(kept, str) else -1
        self.setCurrentIndex(place if place >= 0 else self.findData(f"{usual.kind.value}:"))

    def axis(self) -> Axis:
        """Return what is chosen."""
        return self._axes[self.currentData()]


class VariableCombo(QComboBox):
    """The variables of a project, above them all that have few values."""

    def __init__(self, axes: Iterable[tuple[Axis, str]], kept: object) -> None:
        super().__init__()
        self._ids: dict[str, int] = {}
        self.addItem(QCoreApplication.translate("axis_choice", "All with few values"), "")
        for axis, name in axes:
            if axis.kind is AxisKind.VARIABLE:
                self._ids[name] = axis.ref
                self.addItem(name, name)
        place = self.findData(kept) if isinstance(kept, str) else -1
        self.setCurrentIndex(max(0, place))

    def variables(self) -> tuple[int, ...]:
        """Return what is chosen, as options of the tables have it."""
        chosen = self._ids.get(self.currentData())
        return () if chosen is None else (chosen,)


def _words() -> dict[AxisKind, str]:
    translate = QCoreApplication.translate
    return {
        AxisKind.GROUPS: translate("axis_choice", "Groups of documents"),
        AxisKind.DOCUMENTS: translate("axis_choice", "Documents"),
        AxisKind.VARIABLE: translate("axis_choice", "Variable: {name}"),
        AxisKind.PROPERTY: translate("axis_choice", "Property: {name}"),
        AxisKind.MAIN: _sentence(CodeKind.MAIN_CATEGORY),
        AxisKind.CATEGORIES: _sentence(CodeKind.CATEGORY),
        AxisKind.BELOW: translate("axis_choice", "Below {name}"),
    }


def _sentence(kind: CodeKind) -> str:
    """Return the name of a kind in the project's own terms, as it begins a line."""
    words = say(kind.label)
    return (words[:1].upper() + words[1:]).replace("{", "{{").replace("}", "}}")
