"""Kinds and levels of codes as tables name them: by the stored words, or by those people read.

A frame that somebody types, and a codebook that was exported for people, say “initial category” or
“初始范畴” or what the project calls it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from qcode.model.enums import CodeKind, Level
from qcode.model.errors import QcodeError
from qcode.model.messages import QT_TRANSLATE_NOOP
from qcode.model.names import tidy
from qcode.model.schools import STANDARD, Terms


@dataclass(frozen=True, slots=True)
class KindWords:
    """Word in lower case → what it means; a project's own words come before the general ones."""

    kinds: Mapping[str, CodeKind]
    levels: Mapping[str, Level]

    @classmethod
    def of(cls, terms: Terms) -> KindWords:
        """Return the words of every language, those of ``terms`` and the stored ones."""
        kinds: dict[str, CodeKind] = {}
        levels: dict[str, Level] = {}
        for names_of_kinds, names_of_levels in _spoken(terms):
            kinds |= {_plain(name): CodeKind(key) for key, name in names_of_kinds.items()}
            levels |= {_plain(name): Level(key) for key, name in names_of_levels.items()}
        kinds |= {_plain(kind.value): kind for kind in CodeKind}
        levels |= {_plain(level.value): level for level in Level}
        return cls(kinds, levels)

    def kind_of(self, row: Mapping[str, str]) -> CodeKind:
        """Return the kind that a row gives by ``kind`` or ``level``; concept when by neither.

        Raises ``QcodeError`` for a word that is not known, and for two that contradict each other.
        """
        kind, level = _plain(row.get("kind", "")), _plain(row.get("level", ""))
        if kind:
            if kind not in self.kinds:
                raise QcodeError(
                    QT_TRANSLATE_NOOP("core", "“{value}” is no kind of code; there are: {known}"),
                    value=tidy(row["kind"]),
                    known=", ".join(CodeKind),
                )
            found = self.kinds[kind]
            if self.levels.get(level, found.level) is not found.level:
                raise QcodeError(
                    QT_TRANSLATE_NOOP(
                        "core", "a code of kind {kind} is at level {real}, not {level}"
                    ),
                    kind=found.value,
                    real=found.level.value,
                    level=self.levels[level].value,
                )
            return found
        if level:
            if level not in self.levels:
                raise QcodeError(
                    QT_TRANSLATE_NOOP("core", "“{value}” is no level; there are: {known}"),
                    value=tidy(row["level"]),
                    known=", ".join(Level),
                )
            return CodeKind.of_level(self.levels[level])
        return CodeKind.CONCEPT


def _spoken(terms: Terms) -> Iterator[tuple[Mapping[str, str], Mapping[str, str]]]:
    from qcode.formats.headings import LANGUAGES, load

    for said in (STANDARD, terms):
        for language in LANGUAGES:
            words = load(language, said)
            yield words.kinds, words.levels


def _plain(word: str) -> str:
    return tidy(word.replace("_", " ")).lower()
