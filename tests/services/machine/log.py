"""Versions of the codebook are named and compared, and reasons are given."""

from __future__ import annotations

import copy
from collections import Counter
from dataclasses import replace

from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule
from qcode.model.log_records import LifeEvent
from qcode.model.versions import DifferenceKind
from qcode.services import code_biography, code_events, codes, versions

from tests.services.machine.base import NAMES, PICK, STALE, Machine, tidy
from tests.services.machine.model.log import PureVersion
from tests.services.machine.model.part import Refused
from tests.services.machine.model.project import PureProject

_NEW = {DifferenceKind.ADDED, DifferenceKind.SPLIT}
_GONE = {DifferenceKind.REMOVED, DifferenceKind.MERGED}


class Log(Machine):
    """The log tells what happened to codes, and the codebook has versions."""

    @rule(pick=PICK, reason=st.sampled_from(["", "same", "same act\r\n"]))
    def give_a_reason(self, pick: int, reason: str) -> None:
        there = [event.id for event in code_events.listed(self.project)]
        event = self.one(pick, there)

        def expect(model: PureProject, _: None) -> None:
            if event == STALE:
                raise Refused
            place = there.index(event)
            model.events[place] = replace(model.events[place], reason=reason.strip())

        self.do(lambda: code_events.set_reason(self.project, event, reason), expect)

    @rule(name=NAMES, note=st.sampled_from(["", "first round"]), ahead=st.booleans())
    def name_version(self, name: str, note: str, ahead: bool) -> None:
        coder = self.project.coder
        taken = versions.take(self.project) if ahead else None

        def expect(model: PureProject, made: int) -> None:
            model.free_version(tidy(name))
            model.knows(coder)
            kept = copy.deepcopy(model.codes)
            passages = len({key[:2] for key in model.codings})
            model.versions[made] = PureVersion(tidy(name), note, coder, kept, passages)

        self.do(lambda: versions.name_version(self.project, name, note, snapshot=taken), expect)

    @rule(pick=PICK, name=NAMES, note=st.sampled_from(["", "second\r\nround"]))
    def change_version(self, pick: int, name: str, note: str) -> None:
        one = self.one(pick, list(self.model.versions))

        def expect(model: PureProject, _: None) -> None:
            if one not in model.versions:
                raise Refused
            model.free_version(tidy(name), but=one)
            said = note.replace("\r\n", "\n")
            model.versions[one] = replace(model.versions[one], name=tidy(name), note=said)

        self.do(lambda: versions.describe(self.project, one, name, note), expect)

    @rule(pick=PICK)
    def delete_version(self, pick: int) -> None:
        one = self.one(pick, list(self.model.versions))

        def expect(model: PureProject, _: None) -> None:
            if model.versions.pop(one, None) is None:
                raise Refused

        self.do(lambda: versions.delete(self.project, [one]), expect)

    @invariant()
    def log_is_what_the_model_says(self) -> None:
        hidden = self.model.hides_from(self.project.coder)
        told = [
            (one.what.value, one.code_name, one.into_name, one.passages, one.reason, one.coder)
            for one in code_events.listed(self.project)
        ]
        assert told == [
            (one.what, one.code, one.into, None if hidden else one.passages, one.reason, one.coder)
            for one in self.model.events
        ]

    @invariant()
    def versions_are_what_the_model_says(self) -> None:
        model, hidden = self.model, self.model.hides_from(self.project.coder)
        listed = versions.listed(self.project)
        assert {
            one.id: (one.name, one.note, one.coder, one.counts.codes, one.counts.passages)
            for one in listed
        } == {
            i: (one.name, one.note, one.coder, len(one.codes), None if hidden else one.passages)
            for i, one in model.versions.items()
        }
        for one in listed[:1]:
            found: Counter[str] = Counter()
            for kind, count in versions.compare(self.project, one.id).count().items():
                found["new" if kind in _NEW else "gone" if kind in _GONE else kind.value] += count
            assert found == model.differences(one.id)

    @invariant()
    def every_code_has_a_life(self) -> None:
        for code in codes.tree(self.project, counts=False)[-1:]:
            life = code_biography.biography(self.project, code.id)
            assert (life.name, life.gone) == (code.name, False)
            assert life.entries[0].kind is LifeEvent.CREATED
            assert [one.kind for one in life.entries].count(LifeEvent.CREATED) == 1
            assert life.codings == sum(key[2] == code.id for key in self.seen.codings)
