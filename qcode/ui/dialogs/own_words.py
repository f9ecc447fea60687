"""Own words for the captions and heads of the tables, in the place of the language's."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialogButtonBox, QLineEdit, QWidget

from qcode.ui.dialogs.form import FormDialog


def ask_own_words(
    parent: QWidget, standard: Mapping[str, str], own: Mapping[str, str]
) -> dict[str, str] | None:
    """Ask for own words; return key → words where there are any, None when it was cancelled.

    ``standard`` has all keys in their order, with the words that are printed otherwise.
    """
    return _OwnWords(parent, standard, own).ask()


class _OwnWords(FormDialog):
    """A line for each of the words, grouped as the tables are."""

    def __init__(
        self, parent: QWidget, standard: Mapping[str, str], own: Mapping[str, str]
    ) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            parent,
            translate("own_words", "Own words for the tables"),
            translate("own_words", "Done"),
            translate(
                "own_words",
                "What you leave empty is printed as shown in grey. {name} stands for the name of"
                " a paradigm or variable, {down} and {across} for those of the axes of a"
                " typology.",
            ).format(name="{name}", down="{down}", across="{across}"),
        )
        self.setMinimumWidth(560)
        reset = self.buttons.addButton(
            translate("own_words", "Empty all"), QDialogButtonBox.ButtonRole.ResetRole
        )
        reset.setAutoDefault(False)  # Return is Done
        self.fields: dict[str, QLineEdit] = {}
        sections = _sections()
        captions = _captions()
        for key, words in standard.items():
            if key in sections:
                self.add_section(sections[key])
            field = QLineEdit(own.get(key, ""))
            field.setPlaceholderText(words)
            self.add_row(captions.get(key) or words, field)
            self.fields[key] = field
        reset.clicked.connect(self._empty)

    def ask(self) -> dict[str, str] | None:
        """Show the dialog."""
        if not self.asked():
            return None
        found = {key: " ".join(field.text().split()) for key, field in self.fields.items()}
        return {key: words for key, words in found.items() if words}

    def _empty(self) -> None:
        for field in self.fields.values():
            field.clear()


def _sections() -> dict[str, str]:
    """Key with which a group begins → the group's name."""
    translate = QCoreApplication.translate
    return {
        "open_section": translate("own_words", "Open coding"),
        "axial_section": translate("own_words", "Axial coding"),
        "properties_caption": translate("own_words", "Properties"),
        "paradigm_section": translate("own_words", "Paradigm"),
        "selective_section": translate("own_words", "Selective coding"),
        "stages_caption": translate("own_words", "Stages and diagram"),
        "chains_section": translate("own_words", "Problem, cause and remedy"),
        "saturation_section": translate("own_words", "Saturation"),
        "frequencies_section": translate("own_words", "Frequencies"),
        "variables_section": translate("own_words", "Frequencies by variable"),
        "typology_section": translate("own_words", "Typology"),
    }


def _captions() -> dict[str, str]:
    """Key → what it is, where the words themselves do not say it."""
    translate = QCoreApplication.translate
    heading = translate("own_words", "Heading")
    caption = translate("own_words", "Caption")
    found = dict.fromkeys(
        (
            "open_section",
            "axial_section",
            "paradigm_section",
            "selective_section",
            "chains_section",
            "saturation_section",
            "frequencies_section",
            "variables_section",
            "typology_section",
        ),
        heading,
    )
    found |= dict.fromkeys(
        (
            "open_caption",
            "axial_caption",
            "properties_caption",
            "paradigm_caption",
            "selective_caption",
            "stages_caption",
            "chains_caption",
            "saturation_caption",
            "frequencies_caption",
            "variables_caption",
            "typology_caption",
        ),
        caption,
    )
    found["diagram_caption"] = translate("own_words", "Caption of the diagram")
    return found
