"""Words that exported files print, from ``resources/headings/{en,zh}.json``.

The language of a thesis is not the language of the window: a Chinese researcher may hand in an
English codebook. So these words are chosen per export and do not go through the translations. A
school's or the project's own names of kinds, levels, roles and memos take their place.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal, TypeAlias

from qcode.model.enums import CodeKind, Level, MemoKind, ParadigmRole
from qcode.model.schools import STANDARD, School, Terms
from qcode.model.versions import DifferenceKind
from qcode.paths import resources

Language: TypeAlias = "Literal['en', 'zh']"
LANGUAGES: tuple[Language, ...] = ("en", "zh")
Counted: TypeAlias = (
    "Literal['passages', 'documents', 'codes', 'codings', 'places', 'steps', 'versions', 'merges',"
    " 'splits', 'deletions']"
)


@dataclass(frozen=True, slots=True)
class Headings:
    """The words of one language. Fields are named after what they head; the rest has methods."""

    language: Language
    codebook: str
    passage_list: str
    contents: str
    overview: str
    code_entries: str
    project: str
    date: str
    coders: str
    material: str
    codes: str
    number: str
    name: str
    parent: str
    level: str
    kind: str
    color: str
    page: str
    passages: str
    own_passages: str
    documents: str
    definition: str
    use_when: str
    not_when: str
    typical: str
    boundary: str
    label: str
    passage: str
    code: str
    coder: str
    memo: str
    document: str
    start: str
    end: str
    created: str
    no_codes: str
    no_passages: str
    page_of: str
    kind_of: str
    in_documents: str
    own_count: str
    list_separator: str
    date_format: str
    months: tuple[str, ...]
    counts: Mapping[str, Mapping[str, str]]
    kinds: Mapping[str, str]
    levels: Mapping[str, str]
    roles: Mapping[str, str]
    relations: Mapping[str, str]
    memo_kinds: Mapping[str, str]
    own_term_count: str
    saturation: Mapping[str, str]
    tables: Mapping[str, str]
    versions: Mapping[str, str]
    methods: Mapping[str, str]
    agreement: Mapping[str, str]
    memo_pages: Mapping[str, str]
    history: Mapping[str, str]

    def count(self, n: int, what: Counted | CodeKind) -> str:
        """Say a number of things: ``1 passage``, ``3 initial categories``, ``3 个初始范畴``."""
        forms = self.counts[str(what)]
        return forms["one" if n == 1 else "many"].format(n=n)

    def differences(self, counts: Mapping[DifferenceKind, int]) -> str:
        """Say in one line how many codes differ, and how: ``3 added, 1 merged``."""
        forms = (self.counts[f"diff_{kind.value}"]["many"] for kind in counts)
        return self.join(form.format(n=n) for form, n in zip(forms, counts.values(), strict=True))

    def kind_name(self, kind: CodeKind) -> str:
        """Name of a kind of code, as a heading or at the start of a line."""
        return self.kinds[kind.value]

    def level_name(self, level: Level) -> str:
        """Name of a level of coding."""
        return self.levels[level.value]

    def role_name(self, role: ParadigmRole) -> str:
        """Name of a role in the paradigm."""
        return self.roles[role.value]

    def relation_name(self, key: str) -> str:
        """What stands between two categories: the built-in type of relations with this key.

        Where the project calls the type otherwise, that name is printed instead.
        """
        return self.relations[key]

    def memo_name(self, kind: MemoKind) -> str:
        """Name of a kind of memo."""
        return self.memo_kinds[kind.value]

    def join(self, parts: Iterable[str]) -> str:
        """Join names or counts to one list."""
        return self.list_separator.join(part for part in parts if part)

    def day(self, iso: str) -> str:
        """Say an ISO 8601 day in words; anything else is returned as it is."""
        year, _, rest = iso[:10].partition("-")
        month, _, day = rest.partition("-")
        if not (year.isdecimal() and month.isdecimal() and day.isdecimal()):
            return iso
        if not 1 <= int(month) <= len(self.months):
            return iso
        return self.date_format.format(
            day=int(day), month=self.months[int(month) - 1], year=int(year)
        )


# Sort of term, as in its key → the part of the table that has its names.
_PARTS = {
    "kind": "kinds",
    "level": "levels",
    "role": "roles",
    "memo": "memo_kinds",
}


@cache
def load(language: Language, terms: Terms = STANDARD) -> Headings:
    """Return the words of ``language``, with the names of ``terms``; read once for each.

    Raises ``TypeError`` for a table with a missing or unknown key: the tables belong to the
    program, so that is a bug and not something a user can meet.
    """
    path = resources() / "headings" / f"{language}.json"
    table = json.loads(path.read_text(encoding="utf-8"))
    table["months"] = tuple(table["months"])
    schools = table.pop("schools")
    if terms.school is not School.STRAUSS_CORBIN:
        for part, names in schools[terms.school.value].items():
            table[part] = table[part] | names
    for key, name in terms.own:
        sort, _, rest = key.partition(".")
        table[_PARTS[sort]][rest] = name
        if sort == "kind":  # nobody but its author knows the plural
            word = name.replace("{", "{{").replace("}", "}}")
            counted = table["own_term_count"].replace("{word}", word)
            table["counts"][rest] = {"one": counted, "many": counted}
    return Headings(language=language, **table)
