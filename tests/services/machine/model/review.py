"""The review: what was decided about disagreements, the consensus, rounds of comparing."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from tests.services.machine.model.codings import CodingKey, PureCodings
from tests.services.machine.model.part import Refused, Span

Spans = tuple[Span, ...]
About = tuple[int, str, str, int | None, int | None, Spans, Spans]  # document, coders, codes, spans
TURNED = {"first": "second", "second": "first"}


@dataclass(frozen=True)
class PureDecision:
    verdict: str
    reason: str
    coder: str
    amended: bool = False
    made: frozenset[CodingKey] = frozenset()


@dataclass(frozen=True)
class PureRound:
    name: str
    note: str
    coder: str


@dataclass
class PureReview(PureCodings):
    """Decisions are in the order in which they were made, by what they are about.

    Of two coders the one who came first is named first, whoever was named first when it was
    decided.
    """

    decisions: dict[About, PureDecision] = field(default_factory=dict)
    rounds: dict[int, PureRound] = field(default_factory=dict)
    consensus: str = ""

    def canonical(self, about: About, verdict: str) -> tuple[About, str]:
        document, first, second, code, other, spans, others = about
        if self.coders.index(first) < self.coders.index(second):
            return about, verdict
        turned = (document, second, first, other, code, others, spans)
        return turned, TURNED.get(verdict, verdict)

    def may_see(self, document: int, coder: str) -> None:
        if self.limits(coder) and self.work.get((document, coder)) != "finished":
            raise Refused

    def exists(self, about: About) -> None:
        """Refuse what is about something that is gone, unless something was decided already."""
        if about[0] not in self.documents:
            raise Refused
        self._require(about[3], about[4])

    def needs_consensus(self, coder: str) -> str:
        if not self.consensus:
            taken = {*self.coders, coder}
            names = ["Consensus", *(f"Consensus {number}" for number in range(2, 9))]
            self.consensus = next(name for name in names if name not in taken)
            self.coders.append(self.consensus)
        return self.consensus

    def decide(
        self,
        about: About,
        verdict: str,
        reason: str,
        wanted: list[tuple[int, Span]],
        coder: str,
    ) -> None:
        """Decide, or open again (verdict ``""``)."""
        self.prune()
        self.exists(about)
        key, verdict = self.canonical(about, verdict)
        for _, span in wanted:
            self.may_code(about[0], span)
        self._require(*(code for code, _ in wanted))
        if key not in self.decisions:
            self.knows(coder)
            self.decisions[key] = PureDecision("", "", coder)
        old = self.decisions[key]
        before = {one: self.said(one) for one in old.made}
        if (old.verdict, old.reason) != (verdict, reason or old.reason):
            self.knows(coder)
            self.decisions[key] = replace(
                old, verdict=verdict, reason=reason or old.reason, coder=coder
            )
        made: set[CodingKey] = set()
        for code, span in wanted:
            coding = (about[0], span, code, self.needs_consensus(coder))
            if coding in self.codings and coding not in old.made and not self.links(coding):
                continue
            before.setdefault(coding, self.said(coding))
            self.codings.setdefault(coding, ("", False))
            made.add(coding)
        self._make(key, made)
        self._follow(before)

    def note(self, about: About, reason: str, coder: str) -> None:
        self.prune()
        key, _ = self.canonical(about, "")
        if not reason and key not in self.decisions:
            return
        self.exists(about)
        old = self.decisions.get(key)
        if old is None:
            self.knows(coder)
            old = PureDecision("", "", coder)
        before = {one: self.said(one) for one in old.made}
        if old.reason != reason:
            self.knows(coder)
            old = replace(old, reason=reason, coder=coder)
        self.decisions[key] = old
        self._follow(before)
        self._drop_empty(key)

    def reopen(self, about: About, coder: str) -> None:
        key, _ = self.canonical(about, "")
        if self.decisions.get(key, PureDecision("", "", "")).verdict:
            self.decide(about, "", "", [], coder)
            self._drop_empty(key)

    def amend(self, about: About, code: int, text: str, coder: str) -> None:
        self._require(code)
        if self.codes[code].texts["definition"] == text:
            return
        self.exists(about)
        self.describe(code, {"definition": text})
        self.knows(coder)
        key, _ = self.canonical(about, "")
        old = self.decisions.get(key, PureDecision("", "", coder))
        self.decisions[key] = replace(old, amended=True)

    def add_to_use(self, about: About, code: int, reason: str) -> None:
        said = self.codes[code].texts["use_when"]
        if reason not in said.splitlines():
            self.describe(code, {"use_when": f"{said}\n{reason}" if said.strip() else reason})
            key, _ = self.canonical(about, "")
            self.decisions[key] = replace(self.decisions[key], amended=True)

    # Codings of decisions

    def links(self, coding: CodingKey) -> int:
        return sum(coding in one.made for one in self.decisions.values())

    def said(self, coding: CodingKey) -> str:
        told = (one.reason for one in self.decisions.values() if coding in one.made)
        return "\n\n".join(dict.fromkeys(reason for reason in told if reason))

    def prune(self) -> None:
        """Forget codings that somebody has taken away."""
        self.decisions = {
            about: replace(one, made=one.made & self.codings.keys())
            for about, one in self.decisions.items()
        }

    def _make(self, key: About, made: set[CodingKey]) -> None:
        leaving = self.decisions[key].made - made
        self.decisions[key] = replace(self.decisions[key], made=frozenset(made))
        for coding in leaving:
            if not self.links(coding):
                del self.codings[coding]

    def _follow(self, before: dict[CodingKey, str]) -> None:
        for coding, said in before.items():
            if coding in self.codings and self.codings[coding][0] == said:
                self.codings[coding] = (self.said(coding), self.codings[coding][1])

    def _drop_empty(self, key: About) -> None:
        one = self.decisions[key]
        if not (one.verdict or one.reason or one.amended):
            del self.decisions[key]

    # What happens elsewhere

    def recode(self, keys: list[CodingKey], code: int) -> None:
        self.prune()
        for key in keys:
            twin = (key[0], key[1], code, key[3])
            was_there, had_links = twin in self.codings, self.links(twin) > 0
            super().recode([key], code)
            if key != twin:
                self._lead(key, twin if had_links or not was_there else None)
        super().recode([], code)

    def respan(self, key: CodingKey, span: Span) -> None:
        self.prune()
        twin = (key[0], span, *key[2:])
        was_there, had_links = twin in self.codings, self.links(twin) > 0
        super().respan(key, span)
        if key != twin:
            self._lead(key, twin if had_links or not was_there else None)

    def _lead(self, old: CodingKey, new: CodingKey | None) -> None:
        self.decisions = {
            about: replace(one, made=(one.made - {old}) | ({new} if new else set()))
            if old in one.made
            else one
            for about, one in self.decisions.items()
        }

    def codes_go(self, gone: set[int]) -> None:
        self.prune()
        lost = {*gone, None}
        for about in [one for one in self.decisions if {*one[3:5]} & gone]:
            if {*about[3:5]} <= lost:
                del self.decisions[about]
            else:
                self._leave_one(about, gone)
        for about, one in list(self.decisions.items()):
            if one.verdict == "other_code" and any(coding[2] in gone for coding in one.made):
                self.decisions[about] = replace(one, verdict="")
                self._drop_empty(about)
        super().codes_go(gone)

    def _leave_one(self, about: About, gone: set[int]) -> None:
        """Of two codes one stays: what was decided is about that one alone."""
        document, first, second, code, other, spans, others = about
        if other in gone:
            left: About = (document, first, second, code, None, spans, ())
            alone = "first"
        else:
            left, alone = (document, first, second, None, other, (), others), "second"
        said = {"both": alone, "union": "edit", "intersection": "edit"}
        old = self.decisions[about]
        changed = replace(old, verdict=said.get(old.verdict, old.verdict))
        twin = self.decisions.get(left)
        order = list(self.decisions)
        if twin is None:
            self.decisions = {
                left if key == about else key: changed if key == about else one
                for key, one in self.decisions.items()
            }
        elif order.index(left) < order.index(about):
            self.decisions[about] = changed
            self._join(about, left)
        else:
            self.decisions[about] = changed
            self._join(left, about)
            self.decisions = {
                left if key == about else key: one for key, one in self.decisions.items()
            }

    def code_merges(self, code: int, into: int) -> None:
        super().code_merges(code, into)
        for about in [about for about in self.decisions if code in about[3:5]]:
            codes = tuple(into if one == code else one for one in about[3:5])
            twin = (*about[:3], *codes, *about[5:])
            if twin in self.decisions:
                self._join(about, twin)
            else:
                self.decisions = {
                    twin if key == about else key: one for key, one in self.decisions.items()
                }

    def _join(self, lost: About, kept: About) -> None:
        gone, stays = self.decisions[lost], self.decisions[kept]
        joined = "\n\n".join(part for part in dict.fromkeys((stays.reason, gone.reason)) if part)
        same = stays.verdict in ("", gone.verdict)
        del self.decisions[lost]
        self.decisions[kept] = replace(
            stays,
            verdict=stays.verdict or gone.verdict,
            reason=joined,
            amended=stays.amended or gone.amended,
            made=stays.made | gone.made if same else stays.made,
        )
        for coding in () if same else gone.made:
            if not self.links(coding):
                del self.codings[coding]

    def documents_go(self, gone: set[int]) -> None:
        super().documents_go(gone)
        self.decisions = {k: v for k, v in self.decisions.items() if k[0] not in gone}

    def coder_renamed(self, old: str, new: str) -> None:
        super().coder_renamed(old, new)

        def called(name: str) -> str:
            return new if name == old else name

        self.consensus = called(self.consensus)
        self.rounds = {i: replace(one, coder=called(one.coder)) for i, one in self.rounds.items()}
        self.decisions = {
            (about[0], called(about[1]), called(about[2]), *about[3:]): replace(
                one,
                coder=called(one.coder),
                made=frozenset((*key[:3], called(key[3])) for key in one.made),
            )
            for about, one in self.decisions.items()
        }

    def as_seen(self, coder: str, ready: set[int]) -> dict[str, Any]:
        seen = {k: v for k, v in self.decisions.items() if k[0] in ready}
        return super().as_seen(coder, ready) | {"decisions": seen}
