import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from qcode.formats.contrast import READABLE, contrast, readable
from qcode.formats.docx_text import ink, quoted, run, runs_right
from qcode.formats.printable import printable, shorten
from qcode.model.colors import PALETTE

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def _parsed(xml: str) -> etree._Element:
    return etree.fromstring(f'<x xmlns:w="{W[1:-1]}">{xml}</x>')


def _text(element: etree._Element) -> str:
    signs = {f"{W}br": "\n", f"{W}tab": "\t"}
    return "".join(
        node.text or "" if node.tag == f"{W}t" else signs.get(str(node.tag), "")
        for node in element.iter()
    )


@given(st.text())
def test_every_text_is_well_formed_and_reads_as_it_was(text: str) -> None:
    expected = printable(text).replace("\u2028", "\n").replace("\u2029", "\n")
    assert _text(_parsed(run(text))) == expected


MIXED = st.text(alphabet=st.sampled_from("aZ9 .(«שלعم主任“😀\n-"), max_size=30)


@given(MIXED)
def test_mixed_directions_keep_every_sign_in_its_order(text: str) -> None:
    assert _text(_parsed(run(text, ink(bold=True, italic=True)))) == text


@given(MIXED)
def test_right_to_left_letters_and_latin_letters_never_share_a_run(text: str) -> None:
    for found in _parsed(run(text)).iter(f"{W}r"):
        inside = _text(found)
        is_right = found.find(f"{W}rPr/{W}rtl") is not None
        assert not (is_right and any(sign in inside for sign in "aZ"))
        assert is_right or not any(sign in inside for sign in "שלعم")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("abc", False),
        ("", False),
        ("123", False),
        ("قال abc", True),
        ("(12) שלום", True),
        ("abc قال", False),
        ("主任 قال", False),
    ],
)
def test_a_paragraph_runs_as_its_first_letter_does(text: str, expected: bool) -> None:
    assert runs_right(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We go.", "“We go.”"),
        ("  We go.\n", "“We go.”"),
        ("我们去。", "“我们去。”"),
        ("行きます。", "「行きます。」"),
        ("نحن نذهب", "«نحن نذهب»"),
        ("אנחנו הולכים", "“אנחנו הולכים”"),
    ],
)
def test_quotation_marks_are_those_of_the_language(text: str, expected: str) -> None:
    assert quoted(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We go.”", "“We go.”"),
        ('"We go."', '"We go."'),
        ("“我们去。”", "“我们去。”"),
        ("「行きます。」", "「行きます。」"),
        ("«نحن نذهب»", "«نحن نذهب»"),
        ("“She said “go” twice.”", "“She said “go” twice.”"),
        ("“We go,” she said.", "‘“We go,” she said.’"),
        ('She said "go"', '‘She said "go"’'),
        ("“We go” and “we stay”", "‘“We go” and “we stay”’"),
        ("“我们去，”她说。", "‘“我们去，”她说。’"),
        ("「行く」と言った。", "『「行く」と言った。』"),
        ("She said “go” twice.", "“She said “go” twice.”"),
        ("‘We go.’", "“‘We go.’”"),
        ("", "“”"),
        ("“", "‘“’"),
    ],
)
def test_marks_of_the_words_themselves_stay_and_are_not_doubled(text: str, expected: str) -> None:
    assert quoted(text) == expected


def test_shared_punctuation_is_chinese_in_chinese_text_only() -> None:
    assert 'w:hint="eastAsia"' in run("“主任说了算。”")
    assert 'w:hint="eastAsia"' not in run("They call it 清单, and that’s that.")


def test_chinese_examples_are_set_in_the_brush_face_and_not_slanted() -> None:
    chinese, english = run("主任说了算。", ink(italic=True)), run("We go.", ink(italic=True))
    assert "KaiTi" in chinese
    assert "<w:i/>" not in chinese
    assert "<w:i/>" in english


def test_control_signs_are_shown_and_line_ends_are_one_kind() -> None:
    assert printable("a\x00b\x0bc\x7f\r\nd\re\uffff") == "a\u2400b\u240bc\u2421\nd\ne\ufffd"


def test_long_names_are_cut_by_their_width() -> None:
    assert shorten("abc def", 10) == "abc def"
    assert shorten("主任主任主任", 6) == "主任主…"
    assert shorten("a\n b", 10) == "a b"


@pytest.mark.parametrize("color", [*PALETTE, "#ffffff", "#ffff00", "#000", "fff", "nonsense"])
def test_colours_are_readable_on_light_and_on_dark_paper(color: str) -> None:
    for paper in ("#ffffff", "#16191c", "#f3f6f6"):
        assert contrast(readable(color, paper), paper) >= READABLE


def test_a_readable_colour_is_left_as_it_is() -> None:
    assert readable("#1a4d2e") == "#1a4d2e"
    assert contrast("#ffffff", "#000000") == pytest.approx(21)
