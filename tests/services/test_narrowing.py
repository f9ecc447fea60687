"""Some of the codes of a comparison: the figures are those of comparing them alone."""

import pytest
from qcode.model.agreement import Request, Unit
from qcode.services.agreement import comparing, gathering, narrowing
from qcode.services.agreement.people import who_worked
from qcode.services.project import Project

from tests.services import compared_project


@pytest.fixture
def study(tmp_path):
    made = compared_project.make(tmp_path / "s.qcode", documents=12, people=("Ann", "Bo", "Cy"))
    with Project.open(made.path) as project:
        made.project = project
        yield made


@pytest.mark.parametrize("unit", list(Unit))
def test_narrowed_figures_are_those_of_comparing_these_codes_alone(study, unit):
    wanted = frozenset({study.rope, study.call})
    whole = gathering.gather(study.project, Request(unit=unit, overlap=60))
    narrow = narrowing.narrowed(whole, wanted)
    alone = comparing.compare(study.project, Request(unit=unit, overlap=60, code_ids=wanted))
    found = narrowing.measured(narrow, comparing.measure(whole))
    assert found.codes == alone.codes
    assert found.overall == alone.overall
    assert found.documents == alone.documents
    assert found.pairs == alone.pairs
    assert (found.lowest, found.median) == (alone.lowest, alone.median)


def test_all_codes_are_the_whole(study):
    whole = gathering.gather(study.project, Request())
    agreement = comparing.measure(whole)
    every = narrowing.narrowed(whole, {code.id for code in whole.codes})
    assert narrowing.measured(every, agreement) == agreement


def test_no_code_at_all_has_no_figures(study):
    whole = gathering.gather(study.project, Request())
    found = narrowing.measured(narrowing.narrowed(whole, ()), comparing.measure(whole))
    assert found.codes == ()
    assert found.lowest is None
    assert "krippendorff_alpha" not in found.overall.values


def test_who_worked_are_those_with_codings_or_documents(study):
    study.project.act_as("Dee", remember=False)
    assert [one.name for one in who_worked(study.project)] == ["Ann", "Bo", "Cy"]


@pytest.mark.parametrize("unit", list(Unit))
def test_two_of_the_coders_alone_have_the_figures_of_comparing_them(study, unit):
    whole = gathering.gather(study.project, Request(unit=unit, overlap=60))
    two = narrowing.of_pair(whole, (0, 2))
    found = comparing.measure(two)
    asked = Request(coders=("Ann", "Cy"), unit=unit, overlap=60)
    alone = comparing.compare(study.project, asked)
    assert (found.codes, found.overall) == (alone.codes, alone.overall)
    assert (found.documents, found.compared) == (alone.documents, alone.compared)
    if unit is not Unit.SEGMENT:
        assert found.overall.interval is not None
