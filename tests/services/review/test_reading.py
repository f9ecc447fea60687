"""What the review shows beside the list: quotations, confusion, heat, and why a value is low."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from qcode.model.agreement import Coefficient, Unit
from qcode.model.agreement_enums import DisagreementKind
from qcode.model.errors import QcodeError
from qcode.model.review import Disagreement, Explanation, Sieve
from qcode.model.sources import Source
from qcode.services import codes, codings, documents
from qcode.services.agreement import comparing
from qcode.services.project import Project
from qcode.services.review import confusion, disagreements, explaining, heat, quoting

from tests.services.agreement.two_coders import LETTER, coded, finish, frame
from tests.services.bringing import bring_in
from tests.services.review.study import Study, build

Kind = DisagreementKind

# ---------------------------------------------------------------------- quotations


def test_the_words_stand_among_their_sentences(study: Study) -> None:
    row = study.row(Kind.MISSED_BY_FIRST)
    found = quoting.quotation(study.project, row, width=20)
    assert found.text == LETTER[:39]
    assert (found.start, found.cut_before, found.cut_after) == (0, False, True)
    assert [found.text[start:end] for start, end in found.second] == ["Nobody told us why."]
    assert found.first == ()
    assert found.document == "01  d0"
    assert found.first_code is None and found.second_code is not None
    assert found.second_code.name == "why"


def test_whole_sentences_are_added_as_far_as_there_is_room(study: Study) -> None:
    row = study.row(Kind.CODE)
    assert quoting.quotation(study.project, row, width=0).text == LETTER[40:50]
    near = quoting.quotation(study.project, row, width=27)
    assert near.text == LETTER[20:76]
    wide = quoting.quotation(study.project, row, width=400)
    assert (wide.text, wide.start) == (f"{LETTER}0", 0)
    assert not wide.cut_before and not wide.cut_after
    assert [wide.text[start:end] for start, end in (*wide.first, *wide.second)] == [
        LETTER[40:48],
        LETTER[40:50],
    ]


def test_a_sentence_that_is_too_long_is_cut(project: Project) -> None:
    words = "on and on " * 200
    (document,) = bring_in(project, Source("long", words.strip()))
    made = frame(project, "closed")
    coded(project, "Ann", [(document, made["closed"], 1_000, 1_006)])
    coded(project, "Bo", [(document, made["closed"], 1_002, 1_006)])
    study = Study(project, [document], made)
    found = quoting.quotation(project, study.row(Kind.BOUNDARY), width=30)
    assert (found.start, len(found.text)) == (970, 66)
    assert found.cut_before and found.cut_after


@given(st.text(alphabet="ab . \n。！”", min_size=1, max_size=120), st.data(), st.integers(0, 60))
def test_context_never_cuts_the_words_and_never_goes_too_far(
    text: str, data: st.DataObject, width: int
) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    begin, stop = quoting.context(text, start, end, width)
    assert max(start - width, 0) <= begin <= start
    assert end <= stop <= min(end + width, len(text))
    whole = quoting.context(text, start, end, 1_000)
    assert not text[: whole[0]].strip() and not text[whole[1] :].strip()


def test_characters_beyond_the_basic_plane_are_one_place_each(project: Project) -> None:
    (document,) = bring_in(project, Source("emoji", "😀😀 before. The 🚢 waits. 之后。"))
    made = frame(project, "boats")
    coded(project, "Ann", [(document, made["boats"], 15, 16)])
    found = quoting.quotation(project, study_row(project, document, made), width=3)
    assert found.text[found.first[0][0] : found.first[0][1]] == "🚢"


def study_row(project: Project, document: int, made: dict[str, int]) -> Disagreement:
    coded(project, "Bo", [(document, made["boats"], 13, 16)])
    return Study(project, [document], made).row(Kind.BOUNDARY)


def test_both_memos_and_the_definitions_of_now_are_there(study: Study) -> None:
    project, row = study.project, study.row(Kind.BOUNDARY)
    for one in codings.of_document(project, row.document_id):
        codings.set_memo(project, one.id, f"{one.coder} on {one.code_id}")
    codes.describe(project, study.codes["closed"], {"definition": "Not open."})
    found = quoting.quotation(project, row)
    closed = study.codes["closed"]
    assert found.first_memos == (f"Ann on {closed}",)
    assert found.second_memos == (f"Bo on {closed}",)
    assert found.first_code is not None and found.first_code.definition == "Not open."


def test_a_document_that_is_gone_or_hidden_is_not_quoted(study: Study) -> None:
    from qcode.services import coders

    project, row = study.project, study.row(Kind.BOUNDARY)
    coders.set_blind(project, True)
    with pytest.raises(QcodeError, match="hidden from you"):
        quoting.quotation(project, row)
    finish(project, "Ann", *study.documents)
    assert quoting.quotation(project, row).text
    coders.set_blind(project, False)
    documents.delete(project, [row.document_id])
    with pytest.raises(QcodeError, match="no longer exists"):
        quoting.quotation(project, row)


# ---------------------------------------------------------------------- confusion


def test_the_matrix_tells_which_codes_are_taken_for_each_other(study: Study) -> None:
    names = study.codes
    found = confusion.matrix(study.gathered(), (0, 1))
    assert (found.first.name, found.second.name) == ("Ann", "Bo")
    assert list(found.cells.items()) == [
        ((None, names["why"]), 19),
        ((names["closed"], names["closed"]), 14),
        ((names["waiting"], names["boats"]), 8),
        ((names["closed"], None), 5),
        ((names["pier"], names["pier"]), 4),
        ((None, names["boats"]), 2),
    ]
    assert [code.name for code in found.codes] == ["closed", "waiting", "boats", "why", "pier"]
    assert (names["closed"], names["closed"]) not in found.confused


def test_a_cell_opens_its_rows(study: Study) -> None:
    found = study.found()
    matrix = confusion.matrix(found.gathered, (0, 1))
    for first, second in matrix.confused:
        rows = [found.row(row) for row in found.sieve(Sieve(cell=(first, second))).tolist()]
        assert rows
        assert all({first, second} - {None} & {*row.code_ids} for row in rows)
    assert not len(found.sieve(Sieve(cell=(None, 999))))


def test_only_what_both_have_finished_is_confused(study: Study) -> None:
    finish(study.project, "Ann", study.documents[0])
    assert confusion.matrix(study.gathered(), (0, 1)).cells == {}


# ---------------------------------------------------------------------- heat


def test_heat_is_a_value_for_each_code_in_each_document(study: Study) -> None:
    project, second = study.project, study.documents[1]
    coded(project, "Ann", [(second, study.codes["closed"], 0, 19)])
    coded(project, "Bo", [(second, study.codes["closed"], 0, 19)])
    found = heat.table(study.gathered(), Coefficient.DICE)
    assert [code.name for code in found.codes] == ["closed", "waiting", "boats", "why", "pier"]
    assert [one.id for one in found.documents] == study.documents
    assert found.used.tolist() == [[True, True], *[[True, False]] * 4]
    assert found.values[0] == pytest.approx([28 / 33, 1])
    assert np.isnan(found.values[1:, 1]).all()
    assert found.differing[:, 0].tolist() == pytest.approx([5, 8, 10, 19, 0])
    one = comparing.compare(project, study.gathered().request)
    kappa = heat.table(
        study.gathered(document_ids=frozenset({second})), Coefficient.KRIPPENDORFF_ALPHA
    )
    assert kappa.values[0, 0] == 1 and one.compared == 2


# ---------------------------------------------------------------------- why


def why(study: Study, name: str, **asked: object) -> Explanation:
    gathered = study.gathered(**asked)
    found = disagreements.find(study.project, gathered)
    return explaining.why(gathered, comparing.measure(gathered), found, study.codes[name])


def said(told: Explanation) -> str:
    return "\n".join(str(one) for one in (*told.reasons, *told.advice))


def many(project: Project, count: int = 12) -> Study:
    """A study with as many documents as an interval asks for, and a long text in each."""
    study = build(project)
    more = bring_in(project, *(Source(f"m{n}", LETTER * 20) for n in range(count)))
    return Study(project, [*study.documents, *more], study.codes)


def test_a_code_that_nobody_used_is_said_to_be_so(study: Study) -> None:
    study.codes.update(frame(study.project, "unused"))
    told = why(study, "unused")
    assert [str(one) for one in told.reasons] == [
        "Nobody gave this code in the documents that are compared."
    ]
    assert len(told.advice) == 1


def test_a_coder_who_never_gave_the_code_is_named(study: Study) -> None:
    told = said(why(study, "why"))
    assert "Ann never gave this code; another coder did (passages: 1)." in told


def test_only_documents_that_both_have_finished_count_against_a_coder(project: Project) -> None:
    made = frame(project, "closed")
    first, second = bring_in(project, *(Source(name, LETTER + name) for name in ("one", "two")))
    span = (made["closed"], 0, 19)
    coded(project, "Bo", [(first, *span), (second, *span)])
    coded(project, "Cy", [(first, *span), (second, *span)])
    finish(project, "Ann", first)
    for name in ("Bo", "Cy"):
        finish(project, name, first, second)
    told = said(why(Study(project, [first, second], made), "closed", coders=("Ann", "Bo", "Cy")))
    assert "Ann never gave this code; another coder did (passages: 1)." in told
    assert "Ask Ann first" in told


def test_few_passages_and_few_documents_are_said(study: Study) -> None:
    told = said(why(study, "closed"))
    assert "few passages (1 by the coder" in told
    assert "The documents that are compared are few (2)" in told


def test_edges_are_said_with_what_sentences_would_change(study: Study) -> None:
    told = said(why(study, "closed"))
    assert "100 % of what differs is in the edges" in told
    assert "In 1 of 1 such places they marked the same sentences." in told
    assert "the overlap (Dice) is 1.00 instead of 0.85" in told
    assert "compare by sentences" in told
    by_sentence = said(why(study, "closed", unit=Unit.SENTENCE))
    assert "of what differs is in the edges" in by_sentence and "Dice" not in by_sentence


def test_edges_that_take_in_another_sentence_are_not_the_same(study: Study) -> None:
    project, second = study.project, study.documents[1]
    coded(project, "Ann", [(second, study.codes["closed"], 0, 26)])
    coded(project, "Bo", [(second, study.codes["closed"], 0, 19)])
    assert "In 1 of 2 such places" in said(why(study, "closed"))


def test_another_code_on_the_same_words_is_named(study: Study) -> None:
    told = said(why(study, "waiting"))
    assert "100 % of what differs carries another code" in told
    assert "on the same words (passages: 1), most often “boats” (1)" in told
    assert "beside that of “boats”" in told


def test_who_passed_passages_over_is_named(study: Study) -> None:
    assert "Ann passed over what another coder gave the code (passages: 1)" in said(
        why(study, "why")
    )


def test_a_rare_code_is_said_to_be_rare_with_its_figures(project: Project) -> None:
    study = many(project)
    coded(project, "Ann", [(study.documents[5], study.codes["closed"], 0, 18)])
    told = said(why(study, "closed"))
    assert "Only 0.2 % of the text carries the code at all." in told
    assert "percent agreement (99.9 %)" in told and "(α " in told
    assert "The code occurs in 2 of 14 documents only." in told
    assert "documents that are compared are few" not in told


def test_a_code_of_nearly_all_text_is_said_to_be_common(project: Project) -> None:
    (document,) = bring_in(project, Source("long", LETTER * 20))
    made = frame(project, "all")
    whole = len(LETTER) * 20
    coded(project, "Ann", [(document, made["all"], 0, whole)])
    coded(project, "Bo", [(document, made["all"], 0, whole - 30)])
    study = Study(project, [document], made)
    told = said(why(study, "all"))
    assert "100 % of the text carries the code. That all gave it to nearly everything" in told
    assert "compare by sentences" not in told, "the overlap would be the same"
    coded(project, "Cy", [(document, frame(project, "other")["other"], 0, 9)])
    told = said(why(study, "all", coders=("Ann", "Cy")))
    assert "nearly everything" not in told, "Cy did not give it at all"


def test_values_that_count_the_codes_below_are_told_apart_from_the_code_itself(
    project: Project,
) -> None:
    (document,) = bring_in(project, Source("one", LETTER))
    made = frame(project, "above")
    made |= frame(project, "below", under=made["above"])
    for name in ("Ann", "Bo"):
        coded(project, name, [(document, made["below"], 0, 9)])
    study = Study(project, [document], made)
    assert "its values are those of the codes below it" in said(why(study, "above", roll_up=True))
    assert "what follows is about" not in said(why(study, "below", roll_up=True))
    coded(project, "Ann", [(document, made["above"], 20, 29)])
    told = said(why(study, "above", roll_up=True))
    assert "The values count the codes below it as well" in told
    assert "Bo never gave this code" in told


def test_where_all_agree_it_is_said(study: Study) -> None:
    assert "All gave the code to exactly the same words." in said(why(study, "pier"))


def test_a_code_that_was_not_compared_is_an_error_of_the_caller(study: Study) -> None:
    gathered = study.gathered()
    found = disagreements.find(study.project, gathered)
    with pytest.raises(KeyError):
        explaining.why(gathered, comparing.measure(gathered), found, 999)


def test_lines_are_drawn_with_their_source_and_kappas_words_on_kappa_alone() -> None:
    alpha = explaining.thresholds(Coefficient.KRIPPENDORFF_ALPHA)
    assert [(one.value, one.source) for one in alpha] == [
        (0.8, "Krippendorff 2019"),
        (0.667, "Krippendorff 2019"),
    ]
    kappa = explaining.thresholds(Coefficient.COHEN_KAPPA)
    assert {one.source for one in kappa} == {"Landis & Koch 1977"}
    assert [one.value for one in kappa] == sorted((one.value for one in kappa), reverse=True)
    for other in (Coefficient.GWET_AC1, Coefficient.PERCENT, Coefficient.DICE):
        assert explaining.thresholds(other) == ()
