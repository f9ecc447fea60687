"""What schools call levels, kinds, roles and memos, and what a project calls them.

A term is named by a key that never changes (``kind.concept``); the names of Strauss & Corbin, which
the program speaks everywhere, give way to those of another school and to a project's own. Types of
relations are no terms: a project renames them in their own table.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from qcode.model.enums import CodeKind, Level, MemoKind, ParadigmRole
from qcode.model.messages import QT_TRANSLATE_NOOP, Message


class School(StrEnum):
    """Presets of names."""

    STRAUSS_CORBIN = "strauss_corbin"
    CHARMAZ = "charmaz"
    GLASER = "glaser"
    THEMATIC = "thematic"

    @property
    def label(self) -> Message:
        """Name of the school for people."""
        return Message(_SCHOOL_LABELS[self])


_SCHOOL_LABELS = {
    School.STRAUSS_CORBIN: QT_TRANSLATE_NOOP("core", "Strauss & Corbin: open, axial, selective"),
    School.CHARMAZ: QT_TRANSLATE_NOOP("core", "Charmaz: initial, focused, theoretical"),
    School.GLASER: QT_TRANSLATE_NOOP("core", "Glaser: open, selective, theoretical"),
    School.THEMATIC: QT_TRANSLATE_NOOP("core", "Thematic analysis: code, theme, overarching theme"),
}

TERMS: Mapping[str, str] = MappingProxyType(
    {f"level.{level.value}": level.label.template for level in Level}
    | {f"kind.{kind.value}": kind.label.template for kind in CodeKind}
    | {f"role.{role.value}": role.label.template for role in ParadigmRole}
    | {f"memo.{kind.value}": kind.label.template for kind in MemoKind}
)
"""Key of every term → the English word of Strauss & Corbin, which messages carry."""

PRESETS: Mapping[School, Mapping[str, str]] = MappingProxyType(
    {
        School.STRAUSS_CORBIN: {},
        # After Charmaz, Constructing Grounded Theory: codes stay close to the data, are focused,
        # and are raised to conceptual categories.
        School.CHARMAZ: {
            "level.open": QT_TRANSLATE_NOOP("core", "initial coding"),
            "level.axial": QT_TRANSLATE_NOOP("core", "focused coding"),
            "level.selective": QT_TRANSLATE_NOOP("core", "theoretical coding"),
            "kind.concept": QT_TRANSLATE_NOOP("core", "initial code"),
            "kind.category": QT_TRANSLATE_NOOP("core", "tentative category"),
            "kind.main_category": QT_TRANSLATE_NOOP("core", "focused category"),
            "kind.core_category": QT_TRANSLATE_NOOP("core", "theoretical category"),
            "memo.theoretical": QT_TRANSLATE_NOOP("core", "advanced memo"),
            "memo.code": QT_TRANSLATE_NOOP("core", "early memo"),
        },
        # After Glaser, Theoretical Sensitivity: selective coding is delimited to the core, and the
        # roles are those of his coding families that have a counterpart in the paradigm.
        School.GLASER: {
            "level.axial": QT_TRANSLATE_NOOP("core", "selective coding"),
            "level.selective": QT_TRANSLATE_NOOP("core", "theoretical coding"),
            "kind.category": QT_TRANSLATE_NOOP("core", "category"),
            "kind.main_category": QT_TRANSLATE_NOOP("core", "related category"),
            "role.causal_condition": QT_TRANSLATE_NOOP("core", "cause"),
            "role.intervening_condition": QT_TRANSLATE_NOOP("core", "contingency"),
        },
        # After Braun & Clarke, Thematic Analysis.
        School.THEMATIC: {
            "level.open": QT_TRANSLATE_NOOP("core", "codes"),
            "level.axial": QT_TRANSLATE_NOOP("core", "themes"),
            "level.selective": QT_TRANSLATE_NOOP("core", "overarching themes"),
            "kind.concept": QT_TRANSLATE_NOOP("core", "code"),
            "kind.category": QT_TRANSLATE_NOOP("core", "subtheme"),
            "kind.main_category": QT_TRANSLATE_NOOP("core", "theme"),
            "kind.core_category": QT_TRANSLATE_NOOP("core", "overarching theme"),
            "memo.theoretical": QT_TRANSLATE_NOOP("core", "analytic memo"),
        },
    }
)
"""School → key → its English word, where it is another than that of Strauss & Corbin."""

Translate = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Terms:
    """What one project calls things: a school's names, and above them names of its own.

    ``own`` are pairs of key and name. Names of a school are translated, own ones are said as they
    were typed. Equal terms are equal and can be keys.
    """

    school: School = School.STRAUSS_CORBIN
    own: tuple[tuple[str, str], ...] = ()

    def standard(self, key: str) -> str:
        """Return the English word that the school has for a term; ``KeyError`` for no term."""
        return PRESETS[self.school].get(key, TERMS[key])

    def name(self, key: str, translate: Translate = str) -> str:
        """Return what the project calls a term; ``KeyError`` for no term."""
        return dict(self.own).get(key) or translate(self.standard(key))

    def translator(self, translate: Translate = str) -> Translate:
        """Return ``translate`` with the project's names in the place of the program's.

        It is what ``Message.text`` takes: braces in own names are doubled, as in a template.
        """
        if not self.own and not PRESETS[self.school]:
            return translate
        words = {TERMS[key]: word for key, word in PRESETS[self.school].items()}
        own = {
            TERMS[key]: name.replace("{", "{{").replace("}", "}}")
            for key, name in self.own
            if key in TERMS
        }

        def say(template: str) -> str:
            if template in own:
                return own[template]
            return translate(words.get(template, template))

        return say


STANDARD = Terms()
"""The names of Strauss & Corbin."""
