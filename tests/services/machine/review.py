"""Disagreements are decided, noted and opened again; the consensus, rounds, amendments."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule
from qcode.model.agreement import Request
from qcode.model.agreement_enums import CoderRole, DisagreementKind, Verdict
from qcode.model.errors import QcodeError
from qcode.model.review import Disagreement
from qcode.services import coders
from qcode.services.agreement import comparing
from qcode.services.agreement.gathering import Gathered, gather
from qcode.services.review import amending, consensus, decisions, disagreements, rounds
from qcode.store import review_queries

from tests.services.machine.base import NAMES, PICK, STALE, Machine, tidy
from tests.services.machine.model.part import Refused, Span
from tests.services.machine.model.project import PureProject
from tests.services.machine.model.review import About, PureDecision, PureRound

T = TypeVar("T")
REASONS = st.sampled_from(["", "said so", "talked over\r\n"])
PLACES = st.lists(st.tuples(st.integers(0, 3), st.integers(1, 3)), min_size=1, max_size=2)
Places = list[tuple[int, int]]


class Reviews(Machine):
    """What coders differ in is settled."""

    def disagreement(self, pick: int, first: Places, second: Places, kind: int) -> Disagreement:
        """A thing that two coders could differ in; its spans may leave the document."""
        listed = [one.id for one in coders.listed(self.project)]
        one, other = listed[pick % len(listed)], listed[(pick + 1) % len(listed)]
        code = self.code(pick)
        spans = tuple((start, start + length) for start, length in first)
        others = tuple((start, start + length) for start, length in second)
        document = self.document(pick)
        if kind == 0:
            missed = DisagreementKind.MISSED_BY_SECOND
            return Disagreement(document, missed, one, other, code, None, spans, ())
        which = DisagreementKind.BOUNDARY if kind == 1 else DisagreementKind.CODE
        against = code if kind == 1 else self.code(pick // 3)
        return Disagreement(document, which, one, other, code, against, spans, others)

    def about(self, one: Disagreement) -> About:
        names = {coder.id: coder.name for coder in coders.listed(self.project)}
        return (
            one.document_id,
            names[one.first_id],
            names[one.second_id],
            one.first_code_id,
            one.second_code_id,
            tuple(sorted(one.first_spans)),
            tuple(sorted(one.second_spans)),
        )

    def readable(self, document: int, spans: list[Span]) -> bool:
        """Whether no span holds white space alone: such a one may lie there already, or not."""
        pure = self.model.documents.get(document)
        return pure is None or all(pure.text[s:e].strip() or e > len(pure.text) for s, e in spans)

    def settle(
        self,
        one: Disagreement,
        change: Callable[[], T],
        expect: Callable[[PureProject, About, str], None],
    ) -> None:
        about, coder = self.about(one), self.project.coder

        def checked(model: PureProject, _: T) -> None:
            if len(self.model.coders) < 2:
                raise Refused
            model.may_see(one.document_id, coder)
            expect(model, about, coder)

        if len(self.model.coders) > 1:
            self.do(change, checked)

    @rule(
        pick=PICK,
        first=PLACES,
        second=PLACES,
        kind=st.integers(0, 2),
        verdict=st.sampled_from([one for one in Verdict if one is not Verdict.OPEN]),
        reason=REASONS,
        spans=PLACES,
        code=PICK,
        into_use=st.booleans(),
    )
    def decide(
        self,
        pick: int,
        first: Places,
        second: Places,
        kind: int,
        verdict: Verdict,
        reason: str,
        spans: Places,
        code: int,
        into_use: bool = False,
    ) -> None:
        one = self.disagreement(pick, first, second, kind)
        given = [(start, start + length) for start, length in spans]
        other = self.code(code)
        try:
            wanted = list(decisions.outcome(one, verdict, spans=given, code_id=other))
        except QcodeError:
            wanted = None
        if wanted is not None and not self.readable(one.document_id, [s for _, s in wanted]):
            return

        def expect(model: PureProject, about: About, coder: str) -> None:
            if wanted is None:
                raise Refused
            model.decide(about, verdict.value, reason.strip(), wanted, coder)
            if into_use and reason.strip():
                given = {Verdict.SECOND: one.second_code_id, Verdict.OTHER_CODE: other}
                model.add_to_use(about, given.get(verdict) or one.code_ids[0], reason.strip())

        self.settle(
            one,
            lambda: decisions.decide(
                self.project,
                one,
                verdict,
                reason=reason,
                spans=given,
                code_id=other,
                into_use=into_use,
            ),
            expect,
        )

    @rule(pick=PICK, first=PLACES, second=PLACES, kind=st.integers(0, 2))
    def reopen(self, pick: int, first: Places, second: Places, kind: int) -> None:
        one = self.known(pick) or self.disagreement(pick, first, second, kind)
        self.settle(
            one,
            lambda: decisions.reopen(self.project, one),
            lambda model, about, coder: model.reopen(about, coder),
        )

    @rule(pick=PICK, first=PLACES, second=PLACES, kind=st.integers(0, 2), reason=REASONS)
    def note(self, pick: int, first: Places, second: Places, kind: int, reason: str) -> None:
        one = self.known(pick) or self.disagreement(pick, first, second, kind)
        self.settle(
            one,
            lambda: decisions.note(self.project, one, reason),
            lambda model, about, coder: model.note(about, reason.strip(), coder),
        )

    @rule(pick=PICK, turned=st.booleans(), verdict=st.sampled_from([Verdict.FIRST, Verdict.BOTH]))
    def decide_again(self, pick: int, turned: bool, verdict: Verdict) -> None:
        one = self.known(pick)
        if one is None:
            return
        one = one.turned() if turned else one
        wanted = list(decisions.outcome(one, verdict))
        if self.readable(one.document_id, [span for _, span in wanted]):
            self.settle(
                one,
                lambda: decisions.decide(self.project, one, verdict),
                lambda model, about, coder: model.decide(about, verdict.value, "", wanted, coder),
            )

    def known(self, pick: int) -> Disagreement | None:
        """Something that was decided or noted, two times of three."""
        with self.project.read_all() as connection:
            listed = review_queries.decisions(connection)
        return listed[pick % len(listed)].disagreement if listed and pick % 3 else None

    @rule(pick=PICK, first=PLACES, code=PICK, text=st.sampled_from(["one", "another", "third"]))
    def amend(self, pick: int, first: Places, code: int, text: str) -> None:
        one = self.known(pick) or self.disagreement(pick, first, first, 0)
        chosen, coder = self.code(code), self.project.coder
        text = f"{text} {len(self.history)} {code}"  # never back at a text of before
        self.settle(
            one,
            lambda: amending.amend(self.project, one, chosen, "definition", text),
            lambda model, about, _: model.amend(about, chosen, text, coder),
        )

    @rule()
    def take_over(self) -> None:
        gathered = gather(self.project, Request())
        coder = self.project.coder

        def expect(model: PureProject, count: int) -> None:
            if len(gathered.coders) < 2:
                raise Refused
            found = self.agreed(model, gathered)
            new = [key for key in found if (*key, model.consensus) not in model.codings]
            if new:
                who = model.needs_consensus(coder)
                model.codings.update({(*key, who): ("", False) for key in new})
            assert count == len(new)

        self.do(lambda: consensus.take_over(self.project, gathered), expect)

    @staticmethod
    def agreed(model: PureProject, gathered: Gathered) -> list[tuple[int, Span, int]]:
        """Runs of characters that all who are compared gave a code, each exactly the same."""
        compared = gathered.tally.compared.tolist()
        found = []
        for place, document in enumerate(gathered.documents):
            for code in model.codes if compared[place] else ():
                runs = []
                for who in gathered.coders:
                    coded = {
                        at
                        for d, (start, end), c, name in model.codings
                        if (d, c, name) == (document.id, code, who.name)
                        for at in range(start, end)
                    }
                    begins = sorted(at for at in coded if at - 1 not in coded)
                    ends = sorted(at + 1 for at in coded if at + 1 not in coded)
                    runs.append(set(zip(begins, ends, strict=True)))
                found += [(document.id, run, code) for run in set.intersection(*runs)]
        return found

    @rule(name=NAMES, note=st.sampled_from(["", "before the talk"]))
    def freeze(self, name: str, note: str) -> None:
        gathered, coder = gather(self.project, Request()), self.project.coder
        measured = comparing.measure(gathered)

        def expect(model: PureProject, made: int) -> None:
            taken = {one.name.casefold() for one in model.rounds.values()}
            if not tidy(name) or tidy(name).casefold() in taken:
                raise Refused
            model.knows(coder)
            model.rounds[made] = PureRound(tidy(name), note, coder)

        self.do(lambda: rounds.freeze(self.project, gathered, measured, name, note), expect)

    @rule(pick=PICK)
    def delete_round(self, pick: int) -> None:
        number = self.one(pick, list(self.model.rounds))

        def expect(model: PureProject, _: None) -> None:
            if number == STALE:
                raise Refused
            del model.rounds[number]

        self.do(lambda: rounds.delete(self.project, number), expect)

    @rule()
    def look_at_disagreements(self) -> None:
        """What is found says of each row what the model says was decided about it."""
        found = disagreements.find(self.project, gather(self.project, Request()))
        seen = self.seen
        for row in range(len(found)):
            told = found.decided(row)
            key, _ = seen.canonical(self.about(found.row(row)), "")
            kept = seen.decisions.get(key)
            assert (told is None) == (kept is None)
            if told is not None and kept is not None:
                _, verdict = seen.canonical(self.about(found.row(row)), told.verdict.value)
                assert (verdict, told.reason, told.coder) == (
                    kept.verdict,
                    kept.reason,
                    kept.coder,
                )

    @invariant()
    def decisions_are_what_the_model_says(self) -> None:
        self.model.prune()
        names = {one.id: one.name for one in coders.listed(self.project)}
        with self.project.read_all() as connection:
            listed = review_queries.decisions(connection)
            made = {
                one.id: {
                    (coding[0], (coding[1], coding[2]), coding[3], names[coding[4]])
                    for coding in connection.run(
                        'SELECT s.document_id, s.start, s."end", c.code_id, c.coder_id FROM'
                        " decision_coding AS l JOIN coding AS c ON c.id = l.coding_id JOIN"
                        " selection AS s ON s.id = c.selection_id WHERE l.decision_id = ?",
                        (one.id,),
                    )
                }
                for one in listed
            }
            amended = {one.id: review_queries.is_amended(connection, one.id) for one in listed}
        assert [
            (
                self.about(one.disagreement),
                PureDecision(
                    one.verdict.value,
                    one.reason,
                    one.coder,
                    amended[one.id],
                    frozenset(made[one.id]),
                ),
            )
            for one in listed
        ] == list(self.model.decisions.items())

    @invariant()
    def consensus_and_rounds_are_what_the_model_says(self) -> None:
        who = consensus.coder(self.project)
        assert (who.name if who else "") == self.model.consensus
        assert who is None or who.role is CoderRole.CONSENSUS
        hidden = self.model.hides_from(self.project.coder)
        assert [(one.id, one.name, one.note, one.coder) for one in rounds.listed(self.project)] == [
            (i, one.name, one.note, one.coder) for i, one in self.model.rounds.items() if not hidden
        ]
