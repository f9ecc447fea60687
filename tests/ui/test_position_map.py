"""Positions of the stored text and of the document on screen are never off by anything."""

import regex
from hypothesis import given, settings
from hypothesis import strategies as st
from qcode.analysis.words.graphemes import cluster_end, cluster_start
from qcode.analysis.words.units import paragraph_at, sentence_at, word_at
from qcode.model.span import Span
from qcode.ui.widgets.text.position_map import PositionMap

FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466"
FLAG = "\U0001f1e8\U0001f1f3"
RARE_HAN = "\U00020bb7"
PIECES = (
    "a", "b ", ".", "\n", "é", "e\u0301", FAMILY, FLAG, "\U0001f600", RARE_HAN, "检", "查。", "مر",
    "ש\u05b8", "\u0e01\u0e33", "ᄀ", "ᅡ", "각", "क्", "षि", "\u200d", "\ufe0f", "\u2028", "\x85",
    "\x0c", "\x0b", "\xa0", "\ufffc", "\x1c", "\ufdd0", "\u2029", "\r", "\xad", "\u0600", "ｶ\uff9e",
)  # fmt: skip
texts = st.lists(st.sampled_from(PIECES), max_size=60).map("".join)


def units(text):
    """UTF-16 units of a text, as Qt counts them."""
    return len(text.encode("utf-16-le")) // 2


def boundaries(text):
    """Every boundary of a grapheme cluster, counted from the beginning of the text."""
    return [0, *(found.end() for found in regex.finditer(r"\X", text))]


def test_a_plain_text_is_its_own_map():
    positions = PositionMap("The list goes from door to door.\n检查组")
    assert positions.display_text == positions.text
    assert [positions.to_qt(cp) for cp in (0, 9, 36)] == [0, 9, 36]
    assert [positions.from_qt(place) for place in (0, 9, 36)] == [0, 9, 36]


def test_an_emoji_takes_two_positions_on_screen():
    positions = PositionMap("a\U0001f600b")
    assert [positions.to_qt(cp) for cp in range(4)] == [0, 1, 3, 4]


def test_a_place_inside_a_surrogate_pair_rounds_as_told():
    positions = PositionMap("a\U0001f600b")
    assert positions.from_qt(2) == 1
    assert positions.from_qt(2, up=True) == 2
    assert positions.from_qt(3) == positions.from_qt(3, up=True) == 2


@given(texts)
def test_every_code_point_comes_back_from_the_screen(text):
    positions = PositionMap(text)
    for cp in range(len(text) + 1):
        assert positions.to_qt(cp) == units(text[:cp])
        assert positions.from_qt(positions.to_qt(cp)) == cp


@given(texts, st.integers(2, 12))
@settings(max_examples=300)
def test_every_code_point_comes_back_when_paragraphs_are_cut(text, limit):
    positions = PositionMap(text, block_limit=limit)
    shown = positions.display_text
    for cp in range(len(text) + 1):
        start, end = positions.to_qt(cp), positions.to_qt(cp, end=True)
        assert positions.from_qt(start) == positions.from_qt(end) == cp
        assert start - end == (cp in positions.extra_breaks)
    assert units(shown) == units(text) + len(positions.extra_breaks)
    assert max(map(len, shown.split("\n"))) <= limit


@given(texts, st.integers(2, 12))
def test_taking_the_extra_breaks_out_of_the_display_gives_the_stored_text(text, limit):
    text = text.replace("\ufdd0", "").replace("\u2029", "").replace("\r", "")
    positions = PositionMap(text, block_limit=limit)
    shown = positions.display_text
    for cp in positions.extra_breaks:
        assert shown[cp] == "\n"
        shown = shown[:cp] + shown[cp + 1 :]
    assert shown == text


def test_a_million_characters_in_one_paragraph_are_cut_after_sentences():
    sentence = "检查组走了以后，街道会把所有隐患重新排查一遍。"
    text = sentence * (1_000_000 // len(sentence))
    positions = PositionMap(text)
    assert len(positions.extra_breaks) >= len(text) // 5000
    assert all(text[cp - 1] == "。" for cp in positions.extra_breaks)
    assert max(map(len, positions.display_text.split("\n"))) <= 5000


def test_a_long_paragraph_without_any_mark_is_cut_between_clusters():
    text = FAMILY * 2000
    positions = PositionMap(text)
    assert positions.extra_breaks
    assert all(cp % len(FAMILY) == 0 for cp in positions.extra_breaks)


def test_paragraphs_up_to_the_limit_stay_whole():
    text = "\n".join("x" * 5000 for _ in range(5))
    assert PositionMap(text).extra_breaks == ()
    assert PositionMap(text + "x").extra_breaks != ()


@given(texts, st.data())
@settings(max_examples=300)
def test_a_span_snaps_outward_to_the_clusters_of_the_whole_text(text, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    edges = boundaries(text)
    low = max(edge for edge in edges if edge <= start)
    high = min(edge for edge in edges if edge >= end) if end > start else low
    assert PositionMap(text).snap(Span(start, end)) == Span(low, high)


def test_flags_far_from_the_beginning_are_counted_in_pairs():
    text = "x" + FLAG * 50
    assert cluster_start(text, 72) == 71
    assert cluster_end(text, 72) == 73


def test_a_word_is_found_in_latin_chinese_and_with_an_apostrophe():
    text = "It’s the cadre’s list 街道会把隐患重新排查。"
    assert word_at(text, 1).of(text) == "It’s"
    assert word_at(text, 11).of(text) == "cadre’s"
    assert word_at(text, text.index("患")).of(text) == "隐患重新排查"
    assert word_at(text, text.index("把")).of(text) == "把"


def test_a_sentence_ends_at_chinese_and_latin_marks():
    text = "Nobody came. The office calls “again!” Then it waits.\n他来了。你也来吗？好"
    assert sentence_at(text, 2).of(text) == "Nobody came."
    assert sentence_at(text, 20).of(text) == "The office calls “again!”"
    assert sentence_at(text, text.index("你")).of(text) == "你也来吗？"
    assert sentence_at(text, len(text) - 1).of(text) == "好"
    assert sentence_at("3.5 percent", 0).of("3.5 percent") == "3.5 percent"


def test_a_paragraph_reaches_from_new_line_to_new_line():
    text = "one\ntwo three\n\nfour"
    assert paragraph_at(text, 6).of(text) == "two three"
    assert paragraph_at(text, 14) == Span(14, 14)
    assert paragraph_at(text, len(text)).of(text) == "four"
