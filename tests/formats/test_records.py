from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from qcode.formats import records, tagged
from qcode.formats.dialects import RIS
from qcode.formats.labels import short_label, surname, year_of
from qcode.formats.texts import decode
from qcode.model.errors import Cancelled, QcodeError
from qcode.model.sources import ReadResult

FULL = """\
TY  - JOUR
AU  - Lindqvist, Maja
AU  - Okoro, Chidi B.
TI  - Who calls the meeting:
      offices and their errands
AB  - Twelve offices were visited. None of them called the meeting.
PY  - 2019/03//
JF  - Notes on Local Work
VL  - 7
IS  - 2
SP  - 31
EP  - 48
DO  - https://doi.org/10.5555/NLW.7.31
KW  - meetings
KW  - errands; offices
SN  - 1234-5678
UR  - https://example.org/7/31
LA  - en
DB  - Example Base
XX  - something of its own
ER  -\x20

"""


def read(text: str, stem: str = "export") -> ReadResult:
    return records.read_records(decode(text.encode()).text, RIS, stem)


def said(result: ReadResult) -> list[str]:
    return [str(problem) for problem in result.problems]


class TestOneRecord:
    def test_the_abstract_is_the_text_and_nothing_else(self) -> None:
        (source,) = read(FULL).sources
        assert source.text == "Twelve offices were visited. None of them called the meeting."

    def test_the_title_is_the_name_and_author_and_year_the_label(self) -> None:
        (source,) = read(FULL).sources
        assert source.name == "Who calls the meeting: offices and their errands"
        assert source.title == source.name
        assert source.label == "Lindqvist 2019"
        assert (source.year, source.doi, source.is_record) == ("2019", "10.5555/nlw.7.31", True)
        assert str(source.place) == "record 1"

    def test_the_fields_become_variables_with_readable_names_in_order(self) -> None:
        (source,) = read(FULL).sources
        assert list(source.fields.items()) == [
            ("Type", "JOUR"),
            ("Authors", "Lindqvist, Maja; Okoro, Chidi B."),
            ("Year", "2019"),
            ("Date", "2019/03"),
            ("Journal", "Notes on Local Work"),
            ("Volume", "7"),
            ("Issue", "2"),
            ("Pages", "31-48"),
            ("DOI", "10.5555/NLW.7.31"),
            ("Keywords", "meetings; errands; offices"),
            ("ISSN or ISBN", "1234-5678"),
            ("Language", "en"),
            ("Database", "Example Base"),
            ("URL", "https://example.org/7/31"),
            ("XX", "something of its own"),
        ]

    @pytest.mark.parametrize(
        ("lines", "name"),
        [
            ("T1  - First", "First"),
            ("CT  - First", "First"),
            ("BT  - Book", "Book"),
            ("TI  -\nT1  - First", "First"),
            ("BT  - Book\nTI  - Chapter", "Chapter"),
            ("AU  - Ruiz, Ana\nPY  - 2001", "Ruiz 2001"),
            ("LA  - en", "export 1"),
        ],
    )
    def test_the_name_comes_from_the_first_title_there_is(self, lines: str, name: str) -> None:
        (source,) = read(f"TY  - BOOK\n{lines}\nAB  - Text.\nER  -\n").sources
        assert source.name == name

    @pytest.mark.parametrize(
        ("lines", "doi"),
        [
            ("DO  - 10.5555/ab(1)c", "10.5555/ab(1)c"),
            ("DO  - doi:10.5555/ABC.", "10.5555/abc"),
            ("UR  - https://doi.org/10.5555%2Fabc", "10.5555/abc"),
            ("UR  - http://dx.doi.org/10.5555/abc", "10.5555/abc"),
            ("M3  - doi: 10.5555/abc", "10.5555/abc"),
            ("UR  - https://example.org/10.5555/abc", ""),
            ("DO  - none", ""),
        ],
    )
    def test_the_doi_is_found_where_programs_put_it(self, lines: str, doi: str) -> None:
        (source,) = read(f"TY  - JOUR\nTI  - A\n{lines}\nAB  - Text.\nER  -\n").sources
        assert source.doi == doi

    def test_n2_is_the_abstract_where_ab_is_missing(self) -> None:
        (source,) = read("TY  - JOUR\nN2  - Text.\nER  -\n").sources
        assert source.text == "Text."
        assert "N2" not in source.fields

    def test_a_second_abstract_that_differs_is_kept_as_a_variable(self) -> None:
        (source,) = read("TY  - JOUR\nN2  - Short.\nAB  - Text.\nER  -\n").sources
        assert (source.text, source.fields["N2"]) == ("Text.", "Short.")

    def test_an_abstract_of_several_lines_keeps_them(self) -> None:
        abstract = "Aim\n\nTo see.\n   Method\nER - positive\nAn - other"
        text = f"TY  - JOUR\nAB  - {abstract}\nTI  - A\nER  -\n"
        (source,) = read(text).sources
        assert source.text == "Aim\n\nTo see.\nMethod\nER - positive\nAn - other"

    def test_two_tags_of_one_variable_are_both_kept(self) -> None:
        (source,) = read("TY  - JOUR\nJF  - Long\nJO  - Sh.\nT2  - Long\nAB  - a\nER  -\n").sources
        assert (source.fields["Journal"], source.fields["JO"]) == ("Long", "Sh.")
        assert "T2" not in source.fields

    def test_a_full_date_is_kept_beside_the_year(self) -> None:
        (source,) = read("TY  - JOUR\nPY  - 2019\nDA  - 2018/12/30/\nAB  - a\nER  -\n").sources
        assert (source.fields["Year"], source.fields["Date"]) == ("2019", "2018/12/30")

    def test_a_year_that_is_none_is_kept_as_a_variable_only(self) -> None:
        (source,) = read("TY  - JOUR\nPY  - in press\nAU  - Ruiz, Ana\nAB  - a\nER  -\n").sources
        assert (source.fields["Year"], source.year, source.label) == (
            "in press",
            "",
            "Ruiz in press",
        )

    def test_chinese_authors_are_parted_and_named_in_full(self) -> None:
        people, words = "AU  - 陈明;李小红；", "KW  - 会议;;街道"
        text = f"TY  - JOUR\n{people}\nT1  - 会议\nY1  - 2020\n{words}\nN2  - 摘要。\nER  -\n"
        (source,) = read(text).sources
        assert source.label == "陈明 2020"
        assert source.fields["Authors"] == "陈明; 李小红"
        assert source.fields["Keywords"] == "会议; 街道"


class TestTolerance:
    @pytest.mark.parametrize(
        "change",
        [
            lambda text: text.replace("  - ", " - "),
            lambda text: text.replace("  - ", "  -"),
            lambda text: text.replace("  - ", "- "),
            lambda text: text.replace("  - ", "  – "),
            lambda text: text.replace("  - ", "\t- "),
            lambda text: "".join(f" {line}\n" for line in text.splitlines()),
            lambda text: text.replace("\n", "\r\n"),
            lambda text: "\ufeff" + text,
            lambda text: "\n\n" + text.replace("\n", "\n\n"),
            lambda text: "1.\n" + text,
            lambda text: 'Provider: Somebody\nContent: text/plain; charset="UTF-8"\n' + text,
            lambda text: "\n".join(line[:2].lower() + line[2:] for line in text.split("\n")),
            lambda text: text.replace("ER  - ", "ER  -"),
        ],
    )
    def test_unusual_spacing_and_case_say_the_same(self, change) -> None:
        text = FULL.replace("XX  - something of its own\n", "").replace(
            "\n      offices", " offices"
        )
        assert read(change(text)) == read(text)
        assert len(read(text).sources) == 1

    def test_a_forgotten_end_is_where_the_next_record_starts(self) -> None:
        result = read(FULL.replace("ER  - \n", "") + FULL)
        assert [str(source.place) for source in result.sources] == ["record 1", "record 2"]
        assert result.problems == ()

    def test_a_file_that_knows_no_ends_is_read_to_its_end(self) -> None:
        result = read(FULL.replace("ER  - \n", "") * 3)
        assert len(result.sources) == 3
        assert result.problems == ()

    def test_it_is_recognised_by_its_first_lines(self) -> None:
        assert tagged.looks_like(FULL, RIS)
        assert tagged.looks_like("\n12.\nty - JOUR\nab - a\n", RIS)
        assert not tagged.looks_like("TY for coming.\n\nAB - so it began.", RIS)
        assert not tagged.looks_like("Notes\n" + FULL, RIS)
        assert not tagged.looks_like("", RIS)


class TestWhatIsNamed:
    def test_a_record_without_abstract_is_named_and_the_others_come_in(self) -> None:
        result = read(FULL + "TY  - JOUR\nTI  - Bare title\nER  - \n" + FULL)
        assert len(result.sources) == 2
        assert said(result) == ["Record 2 (line 23) has no abstract and was left out: Bare title"]

    def test_a_last_record_without_end_is_named_and_left_out(self) -> None:
        result = read(FULL + FULL.replace("ER  - \n", ""))
        assert len(result.sources) == 1
        assert said(result)[0].startswith("Record 2 (line 23) has no end; the file may be cut off")

    def test_a_single_record_without_end_is_left_out(self) -> None:
        result = read("TY  - JOUR\nAB  - It stops in the mid")
        assert result.sources == ()
        assert len(result.problems) == 1

    def test_lines_that_belong_to_no_record_are_named(self) -> None:
        result = read("Hello there\n" + FULL + "and goodbye {x}\n" + FULL)
        assert len(result.sources) == 2
        assert said(result) == [
            "Line 1 belongs to no record and was left out: Hello there",
            "Line 24 belongs to no record and was left out: and goodbye {x}",
        ]

    @pytest.mark.parametrize("line", ["KW  - again", "a line of its abstract"])
    def test_a_record_that_never_ends_is_refused(self, line: str) -> None:
        with pytest.raises(QcodeError) as error:
            read(FULL + "TY  - JOUR\nAB  - a\n" + f"{line}\n" * (tagged.MAX_RECORD_LINES + 1))
        assert error.value.message.params["line"] == 23

    def test_too_many_records_are_refused(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(tagged, "MAX_RECORDS", 2)
        with pytest.raises(QcodeError, match="more than 2 records"):
            read(FULL * 3)

    def test_an_abstract_as_long_as_a_book_is_left_out(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(records, "MAX_ABSTRACT_CHARACTERS", 10)
        assert "too long" in said(read(FULL))[0]


class TestManyRecords:
    def test_progress_is_told_and_may_cancel(self) -> None:
        told: list[tuple[int, int]] = []
        records.read_records(FULL * 1200, RIS, "x", lambda done, total: told.append((done, total)))
        assert told == [(500, 1200), (1000, 1200), (1200, 1200)]

        def cancel(done: int, total: int) -> None:
            raise Cancelled("Stopped.")

        with pytest.raises(Cancelled):
            records.read_records(FULL * 1200, RIS, "x", cancel)

    def test_records_with_different_tags_do_not_mix(self) -> None:
        other = "TY  - RPRT\nT1  - Other\nA1  - Wu, Li\nYR  - 1999\nAB  - Other text.\nER  -\n"
        first, second, third = read(FULL + other + FULL).sources
        assert first.fields == third.fields
        assert dict(second.fields) == {"Type": "RPRT", "Authors": "Wu, Li", "Year": "1999"}

    @settings(max_examples=200)
    @given(
        st.lists(
            st.one_of(
                st.sampled_from(
                    ["TY  - JOUR", "ER  - ", "AB  - a", "ER - x", "", "KW -b", "ab - c"]
                ),
                st.text(max_size=20),
            )
        )
    )
    def test_arbitrary_lines_give_records_or_a_sentence(self, lines: list[str]) -> None:
        try:
            text = decode("\n".join(lines).encode("utf-8", "replace")).text
            result = records.read_records(text, RIS, "x")
        except QcodeError as error:
            assert str(error)
        else:
            assert all(source.text and source.name for source in result.sources)
            assert all(said(result))

    @given(
        st.lists(
            st.text(
                st.characters(codec="utf-8", exclude_categories=["Cc", "Zl", "Zp"]), min_size=1
            ),
            min_size=1,
        )
    )
    def test_every_abstract_comes_back_exactly(self, abstracts: list[str]) -> None:
        abstracts = [abstract.strip() for abstract in abstracts if abstract.strip()]
        text = "".join(f"TY  - JOUR\nAB  - {abstract}\nER  - \n" for abstract in abstracts)
        assert [source.text for source in read(text).sources] == abstracts


class TestLabels:
    @pytest.mark.parametrize(
        ("author", "expected"),
        [
            ("Lindqvist, Maja", "Lindqvist"),
            ("van den Berg, J.", "van den Berg"),
            ("Maja Lindqvist", "Lindqvist"),
            ("M K Lindqvist", "Lindqvist"),
            ("Lindqvist MK", "Lindqvist"),
            ("Lindqvist M. K.", "Lindqvist"),
            ("Østby", "Østby"),
            ("Office of Errands,", "Office of Errands"),
            ("王 小明", "王小明"),
            ("王, 小明", "王小明"),
            ("欧阳，锋", "欧阳锋"),
            ("김민수", "김민수"),
            ("Li Na", "Na"),
            ("A B", "B"),
            ("  ", ""),
            ("", ""),
        ],
    )
    def test_the_surname_is_found(self, author: str, expected: str) -> None:
        assert surname(author) == expected

    def test_what_is_unknown_is_left_out_of_the_label(self) -> None:
        assert short_label("Ruiz, Ana", "") == "Ruiz"
        assert short_label("", "2001") == "2001"
        assert short_label("", "") == ""

    @pytest.mark.parametrize(
        ("date", "year"),
        [("2024-01-24", "2024"), ("Jan 1999", "1999"), ("12345", ""), ("0001", ""), ("n.d.", "")],
    )
    def test_the_year_is_found_in_a_date(self, date: str, year: str) -> None:
        assert year_of(date) == year
