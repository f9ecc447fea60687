from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from qcode.formats import thesis_page
from qcode.formats.texts import decode
from qcode.model.errors import QcodeError
from qcode.model.sources import Source

ABSTRACT = (
    "The street keeps nine offices,and each has its own seal.This thesis asks who may call them "
    'together,and shows that "calling" is work of its own:letters,lists and tea.'
)
PAGE = f"""Font Size: a A A

Seals And Tea: How Nine Offices Of A Street Come Together

Posted on:2022-06-11Degree:DoctorType:Dissertation
Country:ChinaCandidate:M Q ZhouFull Text:PDF
GTID:1234567890123456Subject:Public management
Abstract/Summary:PDF Full Text Request
{ABSTRACT}
Keywords/Search Tags:Street office, Coordination, Seals
PDF Full Text Request
Related items
"""


def page(text: str) -> Source:
    clean = decode(text.encode()).text
    assert thesis_page.looks_like(clean)
    return thesis_page.read_page(clean)


def test_the_abstract_is_the_text_and_nothing_else() -> None:
    assert page(PAGE).text == ABSTRACT


def test_title_and_label_name_the_document() -> None:
    source = page(PAGE)
    assert (
        source.name == source.title == "Seals And Tea: How Nine Offices Of A Street Come Together"
    )
    assert (source.label, source.year, source.is_record) == ("Zhou 2022", "2022", True)


def test_the_labelled_values_become_variables() -> None:
    assert list(page(PAGE).fields.items()) == [
        ("Posted date", "2022-06-11"),
        ("Degree", "Doctor"),
        ("Type", "Dissertation"),
        ("Country", "China"),
        ("Candidate", "M Q Zhou"),
        ("Full-text id", "1234567890123456"),
        ("Subject", "Public management"),
        ("Keywords", "Street office; Coordination; Seals"),
    ]


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace("\n", "\r\n"),
        lambda text: "\ufeff" + text,
        lambda text: text.replace("\n", "\n\n"),
        lambda text: text.replace("Degree:", "\nDegree:").replace("Type:", "\nType:\n"),
        lambda text: text.replace("Candidate:", "\n  Candidate: ").replace(
            "Full Text:", "\nFull Text:"
        ),
        lambda text: text.replace("Summary:PDF", "Summary:\nPDF"),
        lambda text: text.replace("Request\nThe", "RequestThe"),
        lambda text: text.replace("PDF Full Text Request\n", ""),
        lambda text: text.replace("Font Size: a A A\n", ""),
        lambda text: text.replace(
            "Related items\n", "Related items\n1 Another Thesis\n2 And More\n"
        ),
        lambda text: text.replace(
            "Street office, Coordination, Seals", "Street office;Coordination；Seals"
        ),
        lambda text: text.replace("office, Coordination, Seals", "office,Coordination,Seals"),
        lambda text: text.replace("Posted on:", "Posted on：").replace("Subject:", "Subject："),
        lambda text: text.replace("\nAbstract/Summary", "Abstract/Summary"),
        lambda text: text.rstrip("\n"),
    ],
)
def test_other_layouts_of_the_same_page_say_the_same(change) -> None:
    assert page(change(PAGE)) == page(PAGE)


def test_missing_values_are_simply_absent() -> None:
    text = PAGE.replace("GTID:1234567890123456Subject:Public management\n", "")
    text = text.replace("Candidate:M Q Zhou", "").replace("Keywords/Search Tags:", "")
    text = text.replace("Street office, Coordination, Seals\n", "")
    source = page(text)
    assert source.text == ABSTRACT
    assert list(source.fields) == ["Posted date", "Degree", "Type", "Country"]
    assert source.label == "2022"


def test_a_comma_without_space_may_belong_to_a_keyword() -> None:
    text = PAGE.replace("Coordination, Seals", "offices call,streets answer, Seals")
    assert page(text).fields["Keywords"] == "Street office; offices call,streets answer; Seals"


def test_an_abstract_of_several_paragraphs_keeps_them() -> None:
    text = PAGE.replace(
        ABSTRACT, f"{ABSTRACT}\n\nSubject: of a second part\nKeywords are not yet here."
    )
    assert page(text).text == f"{ABSTRACT}\n\nSubject: of a second part\nKeywords are not yet here."


def test_a_title_on_two_lines_with_a_label_inside_is_one_title() -> None:
    text = PAGE.replace("Seals And Tea: How Nine", "Seals,  Tea And Type: How\nNine")
    assert page(text).name == "Seals, Tea And Type: How Nine Offices Of A Street Come Together"


def test_labels_on_the_line_of_the_title_end_it() -> None:
    source = thesis_page.read_page("Seals And Tea Degree:Master Type:Thesis\nAbstract/Summary:Tea.")
    assert (source.name, source.text) == ("Seals And Tea", "Tea.")
    assert dict(source.fields) == {"Degree": "Master", "Type": "Thesis"}


def test_a_page_without_any_label_above_its_abstract_is_still_read() -> None:
    source = thesis_page.read_page("Seals And Tea\nAbstract/Summary:Tea.")
    assert (source.name, source.text, dict(source.fields)) == ("Seals And Tea", "Tea.", {})


def test_a_chinese_candidate_is_named_in_full() -> None:
    assert page(PAGE.replace("M Q Zhou", "周明清")).label == "周明清 2022"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Abstract: we met twice.",
        "Interviewer: What is the subject?\nAbstract/Summary: none",
        "Degree:Master\nType:Thesis\nNo summary follows.",
    ],
)
def test_other_texts_do_not_look_like_a_page(text: str) -> None:
    assert not thesis_page.looks_like(text)


def test_a_page_without_abstract_is_refused_by_its_line() -> None:
    with pytest.raises(QcodeError, match="no abstract below line 8"):
        thesis_page.read_page(PAGE.replace(ABSTRACT, ""))


def test_a_page_without_title_is_refused() -> None:
    with pytest.raises(QcodeError, match="no title"):
        thesis_page.read_page(PAGE[PAGE.index("Posted on") :])


def test_what_is_no_page_is_refused() -> None:
    with pytest.raises(QcodeError, match="no page of a thesis database"):
        thesis_page.read_page("Some words.")


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Zl", "Zp"]), min_size=1))
def test_any_abstract_comes_back_exactly(abstract: str) -> None:
    abstract = f"It begins.{abstract}It ends."
    assert page(PAGE.replace(ABSTRACT, abstract)).text == abstract


@given(st.lists(st.sampled_from(PAGE.split("\n")), max_size=15), st.integers(0, 400))
def test_a_damaged_page_gives_a_thesis_or_a_sentence(lines: list[str], start: int) -> None:
    text = "\n".join(lines)[start:]
    try:
        source = thesis_page.read_page(text)
    except QcodeError as error:
        assert str(error)
    else:
        assert source.name
        assert source.text
