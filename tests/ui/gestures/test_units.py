"""Sentences, clauses and words, in any script."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from qcode.analysis.words.units import clause_at, paragraph_at, sentence_at
from qcode.analysis.words.words import word_ahead, word_behind

from tests.ui.gestures.hands import texts


def sentences(text):
    found, at = [], 0
    while at < len(text):
        span = sentence_at(text, at)
        found.append(span.of(text))
        at = max(span.end, at + 1)
        at += len(text) - at - len(text[at:].lstrip())
    return found


def clauses(text):
    found, at = [], 0
    while at < len(text):
        span = clause_at(text, at)
        if not found or found[-1] != span.of(text):
            found.append(span.of(text))
        at = max(span.end, at + 1)
    return found


@pytest.mark.parametrize(
    "expected",
    [
        ["Dr. Li came at 3.5 km, e.g. by bus.", "He left (quickly).", "Then “we wait!” she said."],
        ["Mr. J. R. Smith et al. wrote No. 5.", "Approx. ten of them stayed."],
        ["1. The list came.", "2. Nobody asked... not then."],
        ["He said no.", "Well...", "Then he left in 1999.", "She did not."],
        ["See a.b/c?d=e for it.", "Done!"],
        ["He came at 5 p.m. sharp.", "We closed at 6 p.m.", "Nobody asked."],
        ["You and I.", "So did I.", "Then J. I. Smith came.", "I. Newton too."],
        ["Our Ph.D. student cites Vol. II and Chap. 3.", "See pp. 3–5 (esp. Tab. 2).", "No."],
        ["It fell from 3.5 to .5 in Dec. 2019.", "Was it No. 5?", "No.", "Six, etc.", "All."],
        ["It was ... strange.", "Well …", "He left.", "“Wait…” she said.", "“Go.”", "He went."],
    ],
)
def test_points_that_end_nothing_do_not_end_a_sentence(expected):
    assert sentences(" ".join(expected)) == expected


@pytest.mark.parametrize(
    "expected",
    [
        ["他说：“我们去，他们不去。”", "然后呢？……", "没人知道……他就走了——真的走了！"],
        ["在 Windows 10 上，用 v2.5 版。", "好的.", "“你也来吗？！”", "来；", "（不来。）"],
        ["“走吧！”", "他转身。", "谁知道呢……"],
        ["“走吧！”他小声地说。", "「不去。」她答道：“再等等。”", "“好。”", "没人说话。"],
        ["他说：“走吧。”", "她说，“不去。”", "增长3.5%。", "（见第2.1节。）", "完。"],
    ],
)
def test_chinese_sentences_end_at_their_own_marks_and_keep_what_closes(expected):
    assert sentences("".join(expected)) == expected


def test_straight_quotes_close_only_what_they_opened():
    assert sentences('他说。"我去。"好') == ["他说。", '"我去。"', "好"]
    assert sentences('He said "go." She went.') == ['He said "go."', "She went."]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "检查组走了以后，街道会来：隐患、通道。",
            ["检查组走了以后", "街道会来", "隐患", "通道。"],
        ),
        ("他就走了——真的走了……没人知道。", ["他就走了", "真的走了……", "没人知道。"]),
        ("He waits, she said; at 12:30, 3,500 came.", None),
        ("word—another – third - pre-war", ["word", "another", "third", "pre-war"]),
        ("— Come in, he said.", ["— Come in", "he said."]),
        ("“走吧，”他说。", ["“走吧，”", "他说。"]),
    ],
)
def test_clauses_end_at_commas_colons_and_dashes(text, expected):
    assert clauses(text) == (expected or ["He waits", "she said", "at 12:30", "3,500 came."])


@given(texts, st.data())
@settings(max_examples=400)
def test_each_unit_lies_within_the_next_larger_one(text, data):
    at = data.draw(st.integers(0, len(text)))
    clause, sentence, paragraph = (
        unit(text, at) for unit in (clause_at, sentence_at, paragraph_at)
    )
    assert paragraph.start <= sentence.start <= clause.start
    assert clause.end <= sentence.end <= paragraph.end
    if at < len(text) and text[at].isalnum():
        assert clause.start <= at < clause.end


@given(texts)
def test_steps_by_word_always_come_to_the_other_end(text):
    at, steps = 0, 0
    while at < len(text):
        after = word_ahead(text, at).end
        assert after > at
        at, steps = after, steps + 1
    back = len(text)
    while back > 0:
        before = word_behind(text, back).start
        assert before < back
        back = before
