"""The history of a blind project tells nothing of what is hidden, and undoes nothing of it."""

from __future__ import annotations

import pytest
from qcode.model.errors import QcodeError
from qcode.model.span import Span
from qcode.services import (
    code_biography,
    code_events,
    coders,
    codes,
    codings,
    history,
    overview,
)
from qcode.services.project import Project

from tests.services.blind.study import FINISHED, acting, labels


def test_hidden_steps_of_others_have_no_telling_name(study: Project) -> None:
    coders.set_blind(study, True)
    assert "A step of Bo" in labels(study)
    assert "Apply nobody asks" not in labels(study)
    assert "Apply lamp decides" in labels(study)
    with acting(study, "Bo"):
        assert "Apply nobody asks" in labels(study)
    coders.set_status(study, [1, 2], "Ann", FINISHED)
    assert "Apply nobody asks" in labels(study)


def test_taking_back_a_hidden_step_is_not_told_either(study: Project) -> None:
    with acting(study, "Bo"):
        study.undo()
        study.redo()
    coders.set_blind(study, True)
    assert not any("nobody asks" in label for label in labels(study) if "New" not in label)
    assert labels(study).count("A step of Bo") == 3


def test_a_former_name_is_still_mine(study: Project) -> None:
    coders.rename(study, 1, "Anna")
    codings.remove(study, [1])
    study.act_as("Anna")
    coders.set_blind(study, True)
    assert "Apply lamp decides" in labels(study) and "A step of Ann" not in labels(study)


def test_hidden_work_of_another_is_not_undone(study: Project) -> None:
    coders.set_blind(study, True)
    with acting(study, "Bo"):
        codings.apply(study, 1, [Span(4, 9)], [2])
    steps = len(labels(study))
    assert str(study.undo_label()) == "A step of Bo"
    with pytest.raises(QcodeError, match="Bo that is hidden from you while you work blind"):
        study.undo()
    assert len(labels(study)) == steps
    with acting(study, "Bo"):
        assert study.undo() is not None
    assert str(study.redo_label()) == "A step of Bo"
    with pytest.raises(QcodeError, match="hidden from you"):
        study.redo()


def test_nothing_is_undone_through_a_hidden_step(study: Project) -> None:
    coders.set_blind(study, True)
    mine = next(s.id for s in overview.history(study) if s.label.text() == "Apply lamp decides")
    with acting(study, "Bo"):
        codings.apply(study, 1, [Span(4, 9)], [2])
    codings.apply(study, 2, [Span(0, 4)], [1])
    reachable = [step.label.text() for step in overview.history(study) if step.can_undo_to]
    assert reachable == ["Apply lamp decides"]
    with pytest.raises(QcodeError, match="hidden from you"):
        study.undo_to(mine)
    assert study.undo() is not None, "what came after is mine"
    coders.set_status(study, [1, 2], "Ann", FINISHED)
    assert study.undo_to(mine) is not None


def test_a_filter_tells_nothing_of_hidden_steps(study: Project) -> None:
    coders.set_blind(study, True)
    by_code = history.filtered(study, history.HistoryFilter(code=2))
    assert [step.label.text() for step in by_code] == ["New concept nobody asks"]
    codings_of_all = history.HistoryFilter(sorts=frozenset({history.StepSort.CODINGS}))
    assert [step.label.text() for step in history.filtered(study, codings_of_all)] == [
        "Apply lamp decides"
    ]
    assert history.filtered(study, history.HistoryFilter(words="asks apply")) == []
    of_bo = history.filtered(study, history.HistoryFilter(coders=frozenset({"Bo"})))
    assert {step.label.text() for step in of_bo} == {"A step of Bo"}
    with acting(study, "Bo"):
        assert len(history.filtered(study, history.HistoryFilter(code=2))) == 2


def test_a_code_event_has_no_count_of_hidden_passages(study: Project) -> None:
    codes.merge(study, [2], 1)
    coders.set_blind(study, True)
    assert [event.passages for event in code_events.listed(study)] == [None]
    life = code_biography.biography(study, 1)
    assert life.entries[-1].what.text() == "Took in “nobody asks”" and life.codings == 1
    coders.set_status(study, [1, 2], "Ann", FINISHED)
    assert [event.passages for event in code_events.listed(study)] == [1]
