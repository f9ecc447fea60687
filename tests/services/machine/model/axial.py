"""Roles, stages, properties, boxes and the storyline: what is made of categories."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from tests.services.machine.model.codes import PureCodes
from tests.services.machine.model.part import Refused, Span

PlaceKey = tuple[int, int, Span, str]  # property, document, span, coder


@dataclass
class PureParadigm:
    name: str
    roles: dict[str, list[int]] = field(default_factory=dict)


@dataclass
class PureStage:
    name: str
    meaning: str = ""
    codes: list[int] = field(default_factory=list)


@dataclass
class PureProperty:
    code: int
    name: str
    low: str
    high: str


def put_in(present: list[int], coming: list[int], position: int | None) -> list[int]:
    """What a list is after things were dropped into it; each of them is in it once."""
    marks: list[int | None] = [one if one not in coming else None for one in present]
    cut = len(present) if position is None else position
    whole = marks[:cut] + list(dict.fromkeys(coming)) + marks[cut:]
    return [one for one in whole if one is not None]


def joined(lists: list[int], code: int, into: int) -> list[int]:
    """A list in which one code has become another; where both were, the other keeps its place."""
    if into in lists:
        return [one for one in lists if one != code]
    return [into if one == code else one for one in lists]


@dataclass
class PureAxial(PureCodes):
    paradigms: dict[int, PureParadigm] = field(default_factory=dict)
    stages: dict[int, PureStage] = field(default_factory=dict)
    stage_order: list[int] = field(default_factory=list)
    properties: dict[int, PureProperty] = field(default_factory=dict)
    places: dict[PlaceKey, int] = field(default_factory=dict)
    boxes: dict[int, tuple[int, int]] = field(default_factory=dict)
    story: list[int | None] = field(default_factory=list)  # codes that it names

    def require_categories(self, codes: list[int]) -> None:
        self._require(*codes)
        if any(self.codes[code].kind == "concept" for code in codes):
            raise Refused

    def require_name(self, name: str, others: list[str]) -> None:
        if not name or name.casefold() in [other.casefold() for other in others]:
            raise Refused

    def of_code(self, code: int) -> list[int]:
        return [i for i, one in self.properties.items() if one.code == code]

    def drop_property(self, gone: int) -> None:
        del self.properties[gone]
        self.places = {key: at for key, at in self.places.items() if key[0] != gone}

    # What happens elsewhere

    def lists(self) -> list[list[int]]:
        return [
            *(held for one in self.paradigms.values() for held in one.roles.values()),
            *(stage.codes for stage in self.stages.values()),
        ]

    def codes_go(self, gone: set[int]) -> None:
        super().codes_go(gone)
        for held in self.lists():
            held[:] = [code for code in held if code not in gone]
        for one in [i for i, one in self.properties.items() if one.code in gone]:
            self.drop_property(one)
        self.boxes = {code: at for code, at in self.boxes.items() if code not in gone}
        self.story = [None if code in gone else code for code in self.story]

    def code_merges(self, code: int, into: int) -> None:
        super().code_merges(code, into)
        for held in self.lists():
            held[:] = joined(held, code, into)
        self.story = [into if one == code else one for one in self.story]
        box = self.boxes.pop(code, None)
        if box is not None:
            self.boxes.setdefault(into, box)
        own = {self.properties[i].name.casefold(): i for i in self.of_code(into)}
        for lost in self.of_code(code):
            one = self.properties[lost]
            kept = own.get(one.name.casefold())
            if kept is None:
                del self.properties[lost]
                self.properties[lost] = one  # after those of the other
                one.code = into
                continue
            other = self.properties[kept]
            other.low, other.high = other.low or one.low, other.high or one.high
            for key, at in list(self.places.items()):
                if key[0] == lost:
                    self.places.setdefault((kept, *key[1:]), at)
            self.drop_property(lost)

    def documents_go(self, gone: set[int]) -> None:
        super().documents_go(gone)
        self.places = {key: at for key, at in self.places.items() if key[1] not in gone}

    def coder_renamed(self, old: str, new: str) -> None:
        super().coder_renamed(old, new)
        self.places = {
            (p, d, s, new if who == old else who): at for (p, d, s, who), at in self.places.items()
        }

    def passage_moves(self, document: int, old: Span, new: Span) -> None:
        super().passage_moves(document, old, new)
        for key, at in list(self.places.items()):
            if key[1:3] == (document, old):
                del self.places[key]
                self.places.setdefault((key[0], document, new, key[3]), at)

    def as_seen(self, coder: str, ready: set[int]) -> dict[str, Any]:
        seen = {k: at for k, at in self.places.items() if k[3] == coder or k[1] in ready}
        return super().as_seen(coder, ready) | {"places": seen}
