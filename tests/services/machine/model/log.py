"""What the log keeps of codes that were merged, split or deleted, and versions of the codebook."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from tests.services.machine.model.codes import RANK, PureCode
from tests.services.machine.model.codings import PureCodings
from tests.services.machine.model.part import Refused


@dataclass(frozen=True)
class PureEvent:
    what: str
    code: str
    into: str
    passages: int | None
    reason: str
    coder: str


@dataclass(frozen=True)
class PureVersion:
    name: str
    note: str
    coder: str
    codes: dict[int, PureCode]
    passages: int


@dataclass
class PureLog(PureCodings):
    events: list[PureEvent] = field(default_factory=list)
    versions: dict[int, PureVersion] = field(default_factory=dict)

    def passages_of(self, code: int) -> int:
        return len({key[:2] for key in self.codings if key[2] == code})

    def entries(
        self, what: str, gone: Iterable[int], into: str, reason: str, coder: str
    ) -> list[PureEvent]:
        """Entries about codes as they are called before anything happens to them."""
        return [
            PureEvent(what, self.codes[i].name, into, self.passages_of(i), reason.strip(), coder)
            for i in gone
            if i in self.codes
        ]

    def log(self, entries: list[PureEvent]) -> None:
        for entry in entries:
            self.knows(entry.coder)
            self.events.append(entry)

    def coder_renamed(self, old: str, new: str) -> None:
        super().coder_renamed(old, new)
        self.events = [replace(one, coder=new) if one.coder == old else one for one in self.events]
        self.versions = {
            i: replace(one, coder=new) if one.coder == old else one
            for i, one in self.versions.items()
        }

    def free_version(self, name: str, but: int | None = None) -> None:
        taken = {one.name.casefold() for i, one in self.versions.items() if i != but}
        if not name or name.casefold() in taken:
            raise Refused

    def differences(self, version: int) -> Counter[str]:
        """Codes that differ since a version, by the way in which they do."""
        then, now = self.versions[version].codes, self.codes
        found: Counter[str] = Counter()
        found["gone"] = len(then.keys() - now.keys())
        found["new"] = len(now.keys() - then.keys())
        for code in then.keys() & now.keys():
            old, new = then[code], now[code]
            found["renamed"] += old.name != new.name
            found["raised"] += RANK[old.kind] < RANK[new.kind]
            found["lowered"] += RANK[old.kind] > RANK[new.kind]
            found["moved"] += old.parent != new.parent
            found["redefined"] += old.texts != new.texts
        return +found

    def hides_from(self, coder: str) -> bool:
        """Whether a coder who works blind has a document that they have not finished."""
        ready = {d for (d, who), s in self.work.items() if (who, s) == (coder, "finished")}
        return self.limits(coder) and not set(self.documents) <= ready
