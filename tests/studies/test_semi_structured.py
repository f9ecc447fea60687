"""Interviews and cases: a problem, its causes, their remedies, compared across kinds of source."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest
from qcode.model.enums import MemoKind, Numbering, RelationForm
from qcode.model.report import PageSetup
from qcode.model.theory_records import Target, TargetKind
from qcode.model.thesis import TableKind, TableOptions
from qcode.services import (
    codes,
    codings,
    evidence,
    memos,
    passages,
    quoted_passages,
    relations,
    thesis_axes,
    thesis_tables,
)

from tests.studies import printed
from tests.studies.hand import CATEGORY, MAIN, Hand, Steps
from tests.studies.material import CASES, INTERVIEWS

CLERK, HEAD, RESIDENT = INTERVIEWS
PENSION, PERMIT = CASES


def read_and_code_openly(hand: Hand) -> None:
    hand.bring(INTERVIEWS, group="interviews")
    hand.bring(CASES, group="cases")
    hand.call(CLERK, "people walk to us three times", "three walks")
    hand.mark(PENSION, "called on the office three times", "three walks")
    hand.in_vivo(RESIDENT, "came back with nothing")
    hand.call(RESIDENT, "they could not see what the other office had", "no sight of the other")
    hand.mark(PENSION, "had no copy of the first desk's note", "no sight of the other")
    hand.call(CLERK, "a stamp that the next office keeps", "stamp elsewhere")
    hand.call(CLERK, "Nobody told us that the rule had changed", "rule not told")
    hand.mark(PERMIT, "The old rule was applied for six weeks", "rule not told")
    hand.in_vivo(PENSION, "nobody stood in")
    hand.call(PERMIT, "A shared file was opened for both desks", "file for both")
    hand.call(HEAD, "We put the stamp and the counter into one room", "one room")
    hand.call(HEAD, "a sheet with the rules of the month", "monthly sheet")
    hand.call(PERMIT, "A list of deputies now hangs at the door", "deputies by name")
    hand.call(HEAD, "A young colleague walks the papers over", "walks for people")


def gather_the_problem_four_causes_and_four_remedies(hand: Hand) -> None:
    hand.gather(MAIN, "walking in circles", meaning="people come again for one thing")
    hand.gather(CATEGORY, "repeated visits", "three walks", "came back with nothing")
    codes.move(hand.project, hand.codes("repeated visits"), hand.code("walking in circles"))
    for cause, concept in (
        ("desks do not share", "no sight of the other"),
        ("duties are split", "stamp elsewhere"),
        ("rules do not arrive", "rule not told"),
        ("absence stops all", "nobody stood in"),
    ):
        hand.gather(CATEGORY, cause, concept)
    for remedy, concept in (
        ("common file", "file for both"),
        ("one counter", "one room"),
        ("news of rules", "monthly sheet"),
        ("named deputies", "deputies by name"),
        ("errands", "walks for people"),
    ):
        hand.gather(CATEGORY, remedy, concept)


def tie_them(hand: Hand) -> None:
    def tie(source: str, kind: str, target: str, meaning: str = "", *said: tuple[str, str]) -> None:
        made = relations.create(hand.project, *hand.codes(source, target), kind, meaning)
        relations.add_passages(hand.project, made, [hand.words(*one) for one in said])

    tie(
        "desks do not share",
        "causes",
        "walking in circles",
        "what one desk knows the other asks again",
        (RESIDENT, "they could not see what the other office had"),
    )
    tie(
        "duties are split",
        "causes",
        "walking in circles",
        "one paper needs two houses",
        (CLERK, "people walk to us three times"),
    )
    tie("rules do not arrive", "causes", "walking in circles", "the wrong paper is asked for")
    tie("absence stops all", "causes", "walking in circles", "the paper waits, the person returns")
    tie("duties are split", "conditions", "desks do not share", "who keeps apart does not show")
    tie("common file", "remedies", "desks do not share", "both see one note")
    tie("one counter", "remedies", "duties are split", "stamp and counter together")
    tie("news of rules", "remedies", "rules do not arrive", "what changed is read by all")
    tie("named deputies", "remedies", "absence stops all", "somebody always stands in")
    tie("errands", "remedies", "walking in circles", "eases it, and leaves the causes")


@pytest.fixture
def study(hand: Hand, steps: Steps) -> Hand:
    del steps  # watches from the beginning
    read_and_code_openly(hand)
    gather_the_problem_four_causes_and_four_remedies(hand)
    tie_them(hand)
    return hand


def told(hand: Hand, chains: Iterable[tuple[int, ...]]) -> list[str]:
    """Each chain from the problem on, every part with its passages and documents."""
    rests = evidence.of_codes(hand.project, [code.id for code in codes.tree(hand.project)])
    return [
        " ← ".join(f"{hand.name(code)} {printed.rests(rests[code])}" for code in chain)
        for chain in chains
    ]


CHAINS = [
    "walking in circles 3/3 ← desks do not share 2/2 ← common file 1/1",
    "walking in circles 3/3 ← desks do not share 2/2 ← duties are split 1/1 ← one counter 1/1",
    "walking in circles 3/3 ← duties are split 1/1 ← one counter 1/1",
    "walking in circles 3/3 ← rules do not arrive 2/2 ← news of rules 1/1",
    "walking in circles 3/3 ← absence stops all 1/1 ← named deputies 1/1",
]


def test_chains_lead_from_the_problem_over_its_causes_to_their_remedies(study: Hand) -> None:
    assert told(study, relations.chains(study.project)) == CHAINS


def test_a_cause_that_nothing_remedies_has_no_chain_until_there_is_one(study: Hand) -> None:
    project = study.project
    (cure,) = (
        one.id for one in relations.listed(project) if study.name(one.source_id) == "named deputies"
    )
    relations.delete(project, [cure])
    assert told(study, relations.chains(project)) == CHAINS[:-1]
    project.undo()
    assert told(study, relations.chains(project)) == CHAINS


def test_remedies_may_be_of_an_own_type(study: Hand) -> None:
    project = study.project
    own = relations.add_type(project, "makes up for", RelationForm.DIRECTED)
    relations.create(project, *study.codes("errands", "absence stops all"), own)
    assert told(study, relations.chains(project)) == CHAINS
    assert told(study, relations.chains(project, remedies=[own])) == [
        "walking in circles 3/3 ← absence stops all 1/1 ← errands 1/1"
    ]


def test_chains_are_printed_with_what_ties_them(study: Hand, tmp_path: Path) -> None:
    only = TableOptions(tables=frozenset({TableKind.CHAINS}))
    found = thesis_tables.gather(study.project, only).chains
    assert printed.chains(found) == CHAINS
    assert found is not None
    first = found[0]
    (cause,) = first.causes
    assert (cause.meaning, printed.said(cause.quotes)) == (
        "what one desk knows the other asks again",
        "03-02 they could not see what the other office had",
    )
    assert first.remedy.meaning == "both see one note"
    assert found[1].causes[1].meaning == "who keeps apart does not show"
    for language, heads in (
        ("en", "Problem Cause Remedy"),
        ("zh", "问题 成因 对策"),
    ):
        out = tmp_path / f"{language}.docx"
        setup = PageSetup(headings="zh" if language == "zh" else "en")
        thesis_tables.write(study.project, out, setup, only)
        words = printed.words_of(out)
        for expected in (*heads.split(), "← duties are split", "both see one note", "03-02"):
            assert expected in words


RELATIONS = [
    "desks do not share causes walking in circles | what one desk knows the other asks again"
    " | 03-02 they could not see what the other office had",
    "duties are split causes walking in circles | one paper needs two houses"
    " | 01-02 people walk to us three times",
    "rules do not arrive causes walking in circles | the wrong paper is asked for | ",
    "absence stops all causes walking in circles | the paper waits, the person returns | ",
    "duties are split conditions desks do not share | who keeps apart does not show | ",
    "common file remedies desks do not share | both see one note | ",
    "one counter remedies duties are split | stamp and counter together | ",
    "news of rules remedies rules do not arrive | what changed is read by all | ",
    "named deputies remedies absence stops all | somebody always stands in | ",
    "errands remedies walking in circles | eases it, and leaves the causes | ",
]


def test_causes_and_remedies_are_printed(study: Hand, tmp_path: Path) -> None:
    only = TableOptions(tables=frozenset({TableKind.SELECTIVE}))
    found = thesis_tables.gather(study.project, only)
    assert printed.relations(found.selective) == RELATIONS
    out = tmp_path / "relations.docx"
    thesis_tables.write(study.project, out, options=only)
    words = printed.words_of(out)
    for expected in (
        "common file → desks do not share",
        "remedies",
        "one paper needs two houses",
        "people walk to us three times",
    ):
        assert expected in words


def test_passages_are_offered_for_a_relation_by_its_two_ends(study: Hand) -> None:
    project = study.project
    (tied,) = (
        one for one in relations.listed(project) if study.name(one.source_id) == "news of rules"
    )
    offered = quoted_passages.offered(project, tied.source_id, tied.target_id)
    assert [(one.passage.label, one.passage.quote, one.source, one.target) for one in offered] == [
        ("01-03", "Nobody told us that the rule had changed", False, True),
        ("02-02", "a sheet with the rules of the month", True, False),
        ("05-01", "The old rule was applied for six weeks", False, True),
    ]
    relations.add_passages(project, tied.id, [offered[1].passage.selection_id])
    (line,) = (
        row for row in printed.relations(thesis_tables.gather(project).selective) if "news" in row
    )
    assert line.endswith("| 02-02 a sheet with the rules of the month")


def test_the_same_category_is_compared_across_kinds_of_source(study: Hand) -> None:
    causes = TableOptions(
        tables=frozenset({TableKind.TYPOLOGY}),
        long=True,
        down=thesis_axes.find(study.project, "categories"),
        across=thesis_axes.find(study.project, "groups"),
    )

    def row(category: str) -> str:
        rows = printed.typology(thesis_tables.gather(study.project, causes).typology)
        return next(one for one in rows if one.startswith(category))

    assert row("desks do not share") == (
        "desks do not share | 03-02 they could not see what the other office had"
        " | 04-02 had no copy of the first desk's note"
    )
    assert row("duties are split") == (
        "duties are split | 01-01 a stamp that the next office keeps | "
    )
    memos.create(
        study.project,
        MemoKind.THEORETICAL,
        "Those who come see the missing note as blindness.",
        title="as the interviews say",
        targets=[
            Target(TargetKind.CODE, study.code("desks do not share")),
            *(Target(TargetKind.DOCUMENT, study.document(name)) for name in INTERVIEWS),
        ],
    )
    assert row("desks do not share") == (
        "desks do not share | Those who come see the missing note as blindness."
        " | 04-02 had no copy of the first desk's note"
    )
    only = TableOptions(tables=frozenset({TableKind.FREQUENCIES}))
    rows = printed.frequencies(thesis_tables.gather(study.project, only).frequencies)
    assert rows[0] == "|  | interviews (3) | cases (2)"
    assert "rules do not arrive | 2/2 | 1/1 | 1/1" in rows
    assert "duties are split | 1/1 | 1/1 | 0/0" in rows


def test_numbers_stand_before_the_names_and_follow_a_merge(study: Hand) -> None:
    project = study.project
    codes.set_numbering(project, Numbering.LETTERS)
    only = TableOptions(tables=frozenset({TableKind.OPEN}), passages=1)

    def titles() -> list[str]:
        found = thesis_tables.gather(project, only).open
        assert found is not None
        return [one.title for one in found.categories]

    assert titles()[:3] == ["A1 repeated visits", "A2 desks do not share", "A3 duties are split"]
    codes.merge(project, study.codes("duties are split"), study.code("desks do not share"))
    assert titles()[:3] == [
        "A1 repeated visits",
        "A2 desks do not share",
        "A3 rules do not arrive",
    ]
    assert told(study, relations.chains(project))[:2] == [
        "walking in circles 3/3 ← desks do not share 3/3 ← common file 1/1",
        "walking in circles 3/3 ← desks do not share 3/3 ← one counter 1/1",
    ]
    project.undo()
    assert titles()[2] == "A3 duties are split"
    assert told(study, relations.chains(project)) == CHAINS


def test_a_typical_passage_is_printed_first(study: Hand) -> None:
    project = study.project
    only = TableOptions(tables=frozenset({TableKind.OPEN}), passages=1)
    first = printed.open_coding(thesis_tables.gather(project, only).open)[0]
    assert first == "01-02 people walk to us three times | three walks | repeated visits"
    (typical,) = (
        one.coding_id for one in passages.of_codes(project, study.codes("came back with nothing"))
    )
    codings.set_typical(project, [typical], True)
    first = printed.open_coding(thesis_tables.gather(project, only).open)[0]
    assert first == "03-01 came back with nothing | came back with nothing | repeated visits"


def test_every_step_of_the_study_can_be_taken_back(study: Hand, steps: Steps) -> None:
    del study
    steps.all_can_be_taken_back_and_done_again()
