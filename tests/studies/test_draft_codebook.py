"""The first draft of a codebook: what does not fit in it is found and cured, one by one."""

from __future__ import annotations

from collections.abc import Callable

from qcode.model.enums import CodeKind, ParadigmRole
from qcode.services import codes, coherence, paradigms
from qcode.services.coherence import FindingKind

from tests.studies.hand import CATEGORY, CORE, Hand, Steps
from tests.studies.test_leading_group import (
    TWO,
    gather_categories,
    gather_main_categories,
    hold_a_document_out,
    read_and_code_openly,
)


def draft(hand: Hand) -> None:
    """A first try at the codebook, with everything that goes wrong in one."""
    read_and_code_openly(hand)
    gather_categories(hand)
    gather_main_categories(hand)
    hold_a_document_out(hand)
    hand.gather(CORE, "运动式治理")  # a second core, and nothing coded with it
    hand.gather(CATEGORY, "资金保障")  # empty, below no main category
    hand.gather(CATEGORY, "群众参与")  # a category at first, of the model
    hand.call(TWO, "点名以后", "点名落后")  # said before, the other way round
    hand.mark(TWO, "名单一贴", "责任上墙")  # a category, but which concept?
    codes.move(hand.project, hand.codes("动手清淤"), hand.code("成效沉淀"))  # a level skipped
    board = paradigms.create(hand.project, "治水")
    paradigms.put(hand.project, board, ParadigmRole.CONTEXT, hand.codes("民意压力", "群众参与"))
    codes.set_kind(hand.project, hand.codes("群众参与"), CodeKind.CONCEPT)


def kinds(hand: Hand) -> list[tuple[str, list[str]]]:
    return [
        (one.kind.value, [hand.name(code) for code in one.code_ids])
        for one in coherence.findings(hand.project)
    ]


def test_what_does_not_fit_in_the_draft_is_cured_one_by_one(hand: Hand, steps: Steps) -> None:
    draft(hand)
    project = hand.project
    found = kinds(hand)
    assert found == [
        ("several_cores", ["压力下的临时集结", "运动式治理"]),
        ("level_skipped", ["成效沉淀", "动手清淤"]),
        ("concept_in_model", ["群众参与"]),
        ("outside_main_categories", ["资金保障"]),
        ("without_concepts", ["资金保障"]),
        ("without_category", ["群众参与"]),
        ("without_category", ["点名落后"]),
        ("only_category", ["责任上墙"]),
        ("near_duplicates", ["落后点名", "点名落后"]),
        ("one_document", ["行动见效"]),
        ("unused", ["运动式治理"]),
        ("unused", ["资金保障"]),
    ]
    assert {kind for kind, _ in found} == set(FindingKind)

    def delete_the_second_core() -> None:
        codes.delete(project, hand.codes("运动式治理"), reason="只是一个说法")

    def put_the_concept_into_a_category() -> None:
        codes.move(project, hand.codes("动手清淤"), hand.code("行动见效"))

    def take_the_concept_out_of_the_model() -> None:
        (board,) = paradigms.listed(project)
        paradigms.take_out(project, board.id, ParadigmRole.CONTEXT, hand.codes("群众参与"))

    def delete_what_nobody_says() -> None:
        codes.delete(project, hand.codes("群众参与"))

    def bring_the_category_in() -> None:
        codes.move(project, hand.codes("资金保障"), hand.code("组织启动"))

    def let_the_category_go() -> None:
        codes.delete(project, hand.codes("资金保障"), reason="没有语句支持")

    def merge_what_means_the_same() -> None:
        codes.merge(project, hand.codes("点名落后"), hand.code("落后点名"), reason="同一件事")

    def say_what_the_passage_shows() -> None:
        (selection,) = coherence.passages_without_concept(project, hand.code("责任上墙"))
        assert selection == hand.passage(TWO, "名单一贴", "责任上墙")
        hand.mark(TWO, "名单一贴", "名单分段")

    cures: list[tuple[Callable[[], None], int]] = [
        (delete_the_second_core, 10),  # it was never used either
        (put_the_concept_into_a_category, 8),  # and now two documents stand for it
        (take_the_concept_out_of_the_model, 8),  # but then it is not used
        (delete_what_nobody_says, 6),
        (bring_the_category_in, 5),
        (let_the_category_go, 3),
        (merge_what_means_the_same, 1),
        (say_what_the_passage_shows, 0),
    ]
    for cure, left in cures:
        before = kinds(hand)
        cure()
        after = kinds(hand)
        assert len(after) == left
        project.undo()
        assert kinds(hand) == before
        project.redo()
        assert kinds(hand) == after
    steps.all_can_be_taken_back_and_done_again()
