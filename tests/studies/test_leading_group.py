"""A leading group: three levels of coding, a model of four parts with feedback, five stages."""

from __future__ import annotations

from pathlib import Path

import pytest
from qcode.model.enums import MemoKind, ParadigmRole
from qcode.model.report import PageSetup
from qcode.model.theory_records import Target, TargetKind
from qcode.services import (
    codes,
    live_links,
    memos,
    paradigms,
    relations,
    saturation,
    stages,
    storyline,
    thesis_tables,
)

from tests.studies import printed
from tests.studies.hand import CATEGORY, CORE, MAIN, Hand, Steps
from tests.studies.material import RIVER, RIVER_HELD_OUT

ONE, TWO, THREE, FOUR = [*RIVER, *RIVER_HELD_OUT]
CHINESE = PageSetup(headings="zh")


def read_and_code_openly(hand: Hand) -> None:
    hand.bring(RIVER)
    hand.call(ONE, "柳湾河臭得开不了窗", "河水发臭")
    hand.in_vivo(ONE, "居民天天打热线")
    hand.call(ONE, "当天就把各科室叫到会议室", "当天召集")
    hand.call(ONE, "谁负责哪一段河，会上当场写在名单上", "名单分段")
    hand.in_vivo(TWO, "没有人再说不归自己管")
    hand.call(TWO, "每周五报进度", "每周报进度")
    hand.call(TWO, "落后的科室要被点名", "落后点名")
    hand.call(TWO, "第二周就开始清淤", "动手清淤")
    hand.call(THREE, "河水清了", "河水变清")
    hand.in_vivo(THREE, "热线少了")
    hand.call(THREE, "把轮值巡河写进了制度", "轮值巡河入制")
    hand.call(THREE, "今年的名单照着制度重新排", "照制度排名单")
    hand.mark(THREE, "今年的名单照着制度重新排", "名单分段")


def gather_categories(hand: Hand) -> None:
    hand.gather(CATEGORY, "民意压力", "河水发臭", "居民天天打热线")
    hand.gather(CATEGORY, "高位召集", "当天召集", meaning="主要领导亲自把人叫到一起")
    hand.gather(CATEGORY, "责任上墙", "名单分段", "没有人再说不归自己管")
    hand.gather(CATEGORY, "进度点名", "每周报进度", "落后点名")
    hand.gather(CATEGORY, "行动见效", "动手清淤", "河水变清", "热线少了")
    hand.gather(CATEGORY, "写进制度", "轮值巡河入制", "照制度排名单")


def gather_main_categories(hand: Hand) -> None:
    hand.gather(MAIN, "压力触发", "民意压力", meaning="外来的压力让事情非办不可")
    hand.gather(MAIN, "组织启动", "高位召集", "责任上墙", meaning="人到齐，责任到人")
    hand.gather(MAIN, "过程督办", "进度点名", meaning="盯着进度，不让落下")
    hand.gather(MAIN, "成效沉淀", "行动见效", "写进制度", meaning="办成的事留成规矩")
    hand.gather(CORE, "压力下的临时集结", "压力触发", "组织启动", "过程督办", "成效沉淀")


def hold_a_document_out(hand: Hand) -> None:
    """The model stands before the last document is read."""
    hand.bring(RIVER_HELD_OUT, group="held out")
    saturation.set_held_out(hand.project, [hand.document(FOUR)], True)
    hand.mark(FOUR, "河边又有臭味", "河水发臭")
    hand.mark(FOUR, "镇长还是先把大家叫来排名单", "当天召集", "名单分段")
    hand.mark(FOUR, "周五照样报进度", "每周报进度")
    hand.mark(FOUR, "轮值巡河也没有停", "轮值巡河入制")


def tell_the_paradigm(hand: Hand) -> None:
    board = paradigms.create(hand.project, "治水")
    for role, name in (
        (ParadigmRole.CAUSAL_CONDITION, "压力触发"),
        (ParadigmRole.PHENOMENON, "组织启动"),
        (ParadigmRole.CONTEXT, "民意压力"),
        (ParadigmRole.STRATEGY, "过程督办"),
        (ParadigmRole.CONSEQUENCE, "成效沉淀"),
    ):
        paradigms.put(hand.project, board, role, hand.codes(name))


def tie_the_four_parts(hand: Hand) -> None:
    def tie(source: str, kind: str, target: str, meaning: str, *passages: tuple[str, str]) -> None:
        made = relations.create(hand.project, *hand.codes(source, target), kind, meaning)
        relations.add_passages(hand.project, made, [hand.words(*one) for one in passages])

    tie(
        "压力触发",
        "causes",
        "组织启动",
        "压力越急，集结越快",
        (ONE, "当天就把各科室叫到会议室"),
    )
    tie(
        "组织启动",
        "leads_to",
        "过程督办",
        "有了名单才好盯人",
        (TWO, "落后的科室要被点名"),
    )
    tie(
        "过程督办",
        "leads_to",
        "成效沉淀",
        "盯出来的成效",
        (TWO, "点名以后，第二周就开始清淤"),
    )
    tie(
        "成效沉淀",
        "feeds_back",
        "组织启动",
        "规矩让下一次集结更省事",
        (THREE, "今年的名单照着制度重新排"),
        (THREE, "科室不等开会就动起来"),
    )
    tie("成效沉淀", "feeds_back", "压力触发", "见效以后压力回落", (THREE, "热线少了"))


def order_the_five_stages(hand: Hand) -> None:
    for name, meaning, held in (
        ("触发", "河臭了，电话来了", "民意压力"),
        ("分工", "名单写到每一段河", "责任上墙"),
        ("督办", "每周看进度", "进度点名"),
        ("见效", "水清了", "行动见效"),
        ("定型", "留成制度", "写进制度"),
    ):
        made = stages.create(hand.project, name, meaning)
        stages.put(hand.project, made, hand.codes(held))
    called = stages.create(hand.project, "召集", "领导把人叫齐", position=1)
    stages.put(hand.project, called, hand.codes("高位召集"))
    third = stages.listed(hand.project)[2]  # calling and dividing turned out to be one meeting
    stages.put(hand.project, called, third.codes, out_of=third.id)
    stages.delete(hand.project, third.id)
    stages.rename(hand.project, called, "召集分工")


def tell_the_story(hand: Hand) -> None:
    def link(name: str) -> str:
        return live_links.code_link(hand.project, hand.code(name))

    quotation = live_links.passage_link(
        hand.project, hand.passage(ONE, "居民天天打热线", "居民天天打热线")
    )
    body = (
        f"{link('压力下的临时集结')}从一句“{quotation}”开始：{link('压力触发')}催出{link('组织启动')}，"
        f"{link('过程督办')}把名单变成行动"
    )
    storyline.write(hand.project, body)
    storyline.write(hand.project, f"{body}，{link('成效沉淀')}又让下一次更省事。")


@pytest.fixture
def study(hand: Hand, steps: Steps) -> Hand:
    """The whole way from texts to the model."""
    del steps  # watches from the beginning
    read_and_code_openly(hand)
    gather_categories(hand)
    gather_main_categories(hand)
    hold_a_document_out(hand)
    tell_the_paradigm(hand)
    tie_the_four_parts(hand)
    order_the_five_stages(hand)
    tell_the_story(hand)
    return hand


PARADIGM = [
    "causal_condition | 压力触发 3/2",
    "phenomenon | 组织启动 5/4",
    "context | 民意压力 3/2",
    "strategy | 过程督办 3/2",
    "consequence | 成效沉淀 6/3",
]
RELATIONS = [
    "压力触发 causes 组织启动 | 压力越急，集结越快 | 01-03 当天就把各科室叫到会议室",
    "组织启动 leads_to 过程督办 | 有了名单才好盯人 | 02-03 落后的科室要被点名",
    "过程督办 leads_to 成效沉淀 | 盯出来的成效 | 02 点名以后，第二周就开始清淤",
    "成效沉淀 feeds_back 组织启动 | 规矩让下一次集结更省事 | 03-04 今年的名单照着制度重新排",
    "成效沉淀 feeds_back 压力触发 | 见效以后压力回落 | 03-02 热线少了",
]
STAGES = [
    "1 触发 | 民意压力 | 河臭了，电话来了",
    "2 召集分工 | 高位召集, 责任上墙 | 领导把人叫齐",
    "3 督办 | 进度点名 | 每周看进度",
    "4 见效 | 行动见效 | 水清了",
    "5 定型 | 写进制度 | 留成制度",
]
SATURATION = [
    "1 镇长访谈 | building | 4 | 3 | 3",
    "2 科员访谈 | building | 4 | 2 | 2",
    "3 工作简报 | building | 4 | 1 | 0",
    "4 副镇长访谈 | held out | 0 | 0 | 0",
    "The theory is saturated at this point: the documents held out bring no new concept and no new"
    " initial category.",
]


def test_the_three_levels_are_printed_as_tables(study: Hand) -> None:
    found = thesis_tables.gather(study.project)
    assert printed.open_coding(found.open)[:4] == [
        "01-01 柳湾河臭得开不了窗; 04-01 河边又有臭味 | 河水发臭 | 民意压力",
        "01-02 居民天天打热线 | 居民天天打热线 | 民意压力",
        "01-03 当天就把各科室叫到会议室; 04-02 镇长还是先把大家叫来排名单 | 当天召集 | 高位召集",
        "01-04 谁负责哪一段河，会上当场写在名单上; 03-04 今年的名单照着制度重新排"
        " | 名单分段 | 责任上墙",
    ]
    assert printed.axial(found.axial) == [
        "压力触发 | 民意压力 | 外来的压力让事情非办不可",
        "组织启动 | 高位召集, 责任上墙 | 人到齐，责任到人",
        "过程督办 | 进度点名 | 盯着进度，不让落下",
        "成效沉淀 | 行动见效, 写进制度 | 办成的事留成规矩",
    ]
    assert found.selective is not None
    assert [core.title for core in found.selective.cores] == ["压力下的临时集结"]


def test_the_model_of_four_parts_is_printed_with_its_feedback_and_its_five_stages(
    study: Hand, tmp_path: Path
) -> None:
    found = thesis_tables.gather(study.project, setup=CHINESE)
    assert found.paradigms is not None
    assert [printed.paradigm(one) for one in found.paradigms] == [PARADIGM]
    assert printed.relations(found.selective) == RELATIONS
    assert printed.stages(found.selective) == STAGES
    assert printed.saturation(found.saturation) == SATURATION

    out = tmp_path / "编码表.docx"
    thesis_tables.write(study.project, out, CHINESE)
    words = printed.words_of(out)
    for expected in (
        "编码范式：治水",
        "压力触发 → 组织启动",
        "成效沉淀 ⇢ 组织启动",
        "规矩让下一次集结更省事",
        "今年的名单照着制度重新排",
        "召集分工",
        "留作检验的文本未出现新的内容，理论在此时达到饱和。",
    ):
        assert expected in words


def test_the_feedback_closes_the_loops_of_the_model(study: Hand) -> None:
    loops = [[study.name(code) for code in loop] for loop in relations.loops(study.project)]
    assert loops == [
        ["组织启动", "过程督办", "成效沉淀"],
        ["压力触发", "组织启动", "过程督办", "成效沉淀"],
    ]
    forward = relations.loops(study.project, types=("causes", "leads_to"))
    assert forward == []


def test_the_storyline_names_the_whole_model_and_follows_its_names(study: Hand) -> None:
    def read() -> str:
        return "".join(one.words for one in storyline.segments(study.project))

    assert read() == (
        "压力下的临时集结从一句“居民天天打热线”开始：压力触发催出组织启动，"
        "过程督办把名单变成行动，成效沉淀又让下一次更省事。"
    )
    counts = storyline.counts(study.project)
    assert (counts.quotations, counts.categories) == (1, 5)
    assert storyline.warnings(study.project) == []
    codes.rename(study.project, study.code("过程督办"), "过程盯办")
    assert "过程盯办把名单变成行动" in read()


def test_a_memo_on_a_relation_is_found_again(study: Hand) -> None:
    loop = relations.listed(study.project)[3]
    memos.create(
        study.project,
        MemoKind.THEORETICAL,
        "反馈是不是只在见效以后才有？",
        title="反馈",
        targets=[Target(TargetKind.RELATION, loop.id)],
    )
    assert [one.relation_ids for one in memos.listed(study.project)] == [(loop.id,)]


def test_every_step_of_the_study_can_be_taken_back(study: Hand, steps: Steps) -> None:
    steps.all_can_be_taken_back_and_done_again()
    assert printed.relations(thesis_tables.gather(study.project).selective) == RELATIONS
