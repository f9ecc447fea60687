from __future__ import annotations

import codecs

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from qcode.formats import texts
from qcode.model.errors import QcodeError

from tests.formats.edge_text import edge_text

CHINESE = (
    ""
    "街道办每周一开会，大家把任务分给各个部门，有的部门觉得跟自己没关系。后来领导来了，事情就好办了。\n"
)
TRADITIONAL = (
    ""
    "街道辦每週一開會，大家把任務分給各個部門，有的部門覺得跟自己沒關係。後來領導來了，事情就好辦了。\n"
)
JAPANESE = (
    "毎週月曜日に会議を開いて、仕事をそれぞれの部署に分けています。"
    "だれも引き受けないこともあります。\n"
)
KOREAN = (
    "매주 월요일에 회의를 열어 일을 부서마다 나누어 줍니다. 아무도 맡지 않을 "
    "때도 있습니다. 그러면 팀장이 나섭니다.\n"
)
RUSSIAN = (
    "Каждый понедельник мы собираемся и делим работу между отделами. Иногда её никто не берёт.\n"
)
ARABIC = "نجتمع كل يوم اثنين ونقسم العمل بين الأقسام، وأحيانا لا يتولاه أحد فيتدخل المدير.\n"
GERMAN = "Montags prüfen wir, wer für die Häuser zuständig ist – „keiner“, heißt es dann.\n"
POLISH = (
    "W każdy poniedziałek spotykamy się i dzielimy pracę; czasem nikt się "
    "nią nie zajmuje, więc wójt wkracza.\n"
)


def sentence(error: pytest.ExceptionInfo[QcodeError]) -> str:
    return str(error.value)


class TestEncodings:
    @pytest.mark.parametrize(
        ("codec", "text"),
        [
            ("gb18030", CHINESE * 4),
            ("big5", TRADITIONAL * 4),
            ("cp932", JAPANESE * 4),
            ("euc_jp", JAPANESE * 4),
            ("cp949", KOREAN * 4),
            ("cp1251", RUSSIAN * 4),
            ("koi8_r", RUSSIAN * 4),
            ("cp1256", ARABIC * 4),
            ("cp1252", GERMAN * 4),
            ("cp1250", POLISH * 4),
        ],
    )
    def test_an_older_encoding_is_recognised(self, codec: str, text: str) -> None:
        assert texts.decode(text.encode(codec)) == (text, codec)

    def test_a_short_chinese_answer_is_recognised(self) -> None:
        assert texts.decode("大家都很忙，没人管。".encode("gb18030")).text == "大家都很忙，没人管。"

    def test_english_with_curly_quotation_marks_is_western(self) -> None:
        text = "“We didn’t know,” she said – and left.\n"
        assert texts.decode(text.encode("cp1252")) == (text, "cp1252")

    def test_chinese_far_behind_an_english_beginning_is_recognised(self) -> None:
        text = "Interview one.\n" * 10_000 + CHINESE * 4
        assert texts.decode(text.encode("gb18030")) == (text, "gb18030")

    def test_the_whole_text_must_fit_not_only_its_beginning(self) -> None:
        data = (CHINESE * 2_000).encode("gb18030") + b"\x80\xff\n"
        with pytest.raises(QcodeError, match="encoding"):
            texts.decode(data)

    @pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
    @pytest.mark.parametrize("text", [CHINESE, RUSSIAN, ARABIC, GERMAN, "Yes.\n", "👍 好的\n"])
    def test_utf16_and_utf32_need_no_byte_order_mark(self, codec: str, text: str) -> None:
        assert texts.decode(text.encode(codec)) == (text, codec)

    @pytest.mark.parametrize(
        ("mark", "codec"),
        [
            (codecs.BOM_UTF8, "utf-8"),
            (codecs.BOM_UTF16_LE, "utf-16-le"),
            (codecs.BOM_UTF16_BE, "utf-16-be"),
            (codecs.BOM_UTF32_LE, "utf-32-le"),
            (codecs.BOM_UTF32_BE, "utf-32-be"),
        ],
    )
    def test_a_byte_order_mark_decides_and_goes(self, mark: bytes, codec: str) -> None:
        assert texts.decode(mark + CHINESE.encode(codec)) == (CHINESE, codec)

    def test_only_one_byte_order_mark_goes(self) -> None:
        assert texts.decode(codecs.BOM_UTF8 * 2 + b"a").text == "\ufeffa"

    def test_a_named_encoding_is_taken_at_its_word(self) -> None:
        assert texts.decode("é".encode(), "cp1252").text == "Ã©"

    def test_a_byte_order_mark_goes_with_a_named_encoding_too(self) -> None:
        assert texts.decode(codecs.BOM_UTF8 + b"a", "utf-8").text == "a"
        assert texts.decode(codecs.BOM_UTF16_LE + b"a\0", "utf-16").text == "a"

    def test_a_named_encoding_that_does_not_fit_names_byte_and_line(self) -> None:
        with pytest.raises(QcodeError) as error:
            texts.decode(b"one\r\ntwo\r\nthr\xe9e", "utf-8")
        assert error.value.message.params == {"encoding": "UTF-8", "offset": 13, "line": 3}

    def test_damaged_utf8_is_named_instead_of_guessed(self) -> None:
        data = ("Straße, Büro, Häuser – " * 40 + "\n").encode() + b"zweite \xc3 Zeile\n"
        with pytest.raises(QcodeError) as error:
            texts.decode(data)
        assert error.value.message.params["line"] == 2
        assert "UTF-8" in sentence(error)

    @pytest.mark.parametrize(
        "name", ["hex", "klingon", "", "idna", "unicode_escape", "rot13", "a\0b"]
    )
    def test_what_is_no_encoding_of_texts_is_refused(self, name: str) -> None:
        with pytest.raises(QcodeError, match="no text encoding"):
            texts.decode(b"abc", name)

    def test_every_encoding_offered_to_the_user_exists(self) -> None:
        for codec, label in texts.ENCODINGS:
            assert label
            assert (
                texts.decode("abc".encode("utf-8" if codec == "auto" else codec), codec).text
                == "abc"
            )


class TestWhatIsKept:
    def test_newlines_become_line_feeds_and_nothing_else_changes(self) -> None:
        text = "a\r\nb\rc\u2029d\u2028e\u0085f\x0cg\x0bh\u00a0i\r\r\nj"
        assert texts.decode(text.encode()).text == "a\nb\nc\nd\u2028e\u0085f\x0cg\x0bh\u00a0i\n\nj"

    @pytest.mark.parametrize("newline", ["\n", "\r\n", "\r", "\u2029"])
    @pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "gb18030"])
    def test_the_29_cases_stand_where_they_should(self, newline: str, codec: str) -> None:
        text, cases = edge_text()
        assert len(cases) == 29
        name = "auto" if codec.startswith("utf") else codec
        decoded = texts.decode(text.replace("\n", newline).encode(codec), name).text
        assert decoded == text
        assert [decoded[case.start : case.end] for case in cases] == [case.text for case in cases]

    @given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), min_size=1))
    def test_any_text_in_utf8_comes_back(self, text: str) -> None:
        assume(not text.startswith("\ufeff"))
        assert texts.decode(text.encode()).text == text.replace("\u2029", "\n")

    @pytest.mark.parametrize("codec", ["gb18030", "utf-16", "utf-32", "utf-16-le", "utf-8"])
    @given(text=st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"])))
    def test_any_text_in_a_named_unicode_encoding_comes_back(self, codec: str, text: str) -> None:
        assume(not text.startswith("\ufeff"))
        assert texts.decode(text.encode(codec), codec).text == text.replace("\u2029", "\n")

    @settings(max_examples=300)
    @given(st.binary(max_size=400))
    def test_arbitrary_bytes_give_a_text_or_a_sentence(self, data: bytes) -> None:
        try:
            text = texts.decode(data).text
        except QcodeError as error:
            assert str(error)
        else:
            assert "\0" not in text
            assert "\r" not in text
            text.encode("utf-8")


class TestWhatIsRefused:
    def test_a_stray_nul_character_is_named_by_its_line(self) -> None:
        with pytest.raises(QcodeError) as error:
            texts.decode(b"first line\nsecond line\nthird \0 line\n")
        assert error.value.message.params["line"] == 3

    def test_nul_behind_a_byte_order_mark_is_refused(self) -> None:
        with pytest.raises(QcodeError, match="not a text"):
            texts.decode("a\0b".encode("utf-16"))

    def test_many_control_characters_are_no_text(self) -> None:
        with pytest.raises(QcodeError) as error:
            texts.decode(b"fine\n" + b"\x01\x02\x03" * 20)
        assert error.value.message.params["line"] == 2

    def test_a_rare_control_character_is_kept(self) -> None:
        text = "word " * 50 + "\x1b" + " word" * 50
        assert texts.decode(text.encode()).text == text

    def test_a_picture_is_no_text(self) -> None:
        with pytest.raises(QcodeError):
            texts.decode(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x01\0\0\0\x01\0\x08\x06\0\0\0")

    def test_a_file_above_the_bound_is_refused(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(texts, "MAX_FILE_BYTES", 3_000_000)
        with pytest.raises(QcodeError, match="4 MB large"):
            texts.decode(b"a" * 4_000_000)

    def test_a_line_without_end_is_named(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(texts, "MAX_LINE_CHARACTERS", 1000)
        with pytest.raises(QcodeError) as error:
            texts.decode(b"short\n" + b"a" * 1000 + b"\n" + b"b" * 1001 + b"\nshort")
        assert error.value.message.params["line"] == 3

    def test_lines_as_long_as_the_bound_are_read(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(texts, "MAX_LINE_CHARACTERS", 1000)
        text = ("a" * 1000 + "\n") * 5 + "b" * 1000
        assert texts.decode(text.encode()).text == text


class TestPreview:
    def test_it_shows_the_beginning_and_the_codec(self) -> None:
        shown = texts.preview((CHINESE * 100).encode("gb18030"), characters=20)
        assert shown == (CHINESE[:20], "gb18030")

    def test_a_wrong_choice_is_seen_and_not_refused(self) -> None:
        assert "\ufffd" in texts.preview(CHINESE.encode("gb18030"), "utf-8").text

    @pytest.mark.parametrize("codec", ["utf-8", "utf-16", "utf-16-be", "gb18030"])
    @pytest.mark.parametrize("cut", [0, 1, 2, 3])
    def test_a_beginning_cut_inside_a_character_is_no_trouble(self, codec: str, cut: int) -> None:
        data = b"" if codec != "utf-8" else b"x" * cut
        shown = texts.preview(data + (CHINESE * 8_000).encode(codec), characters=40)
        assert CHINESE[:30] in shown.text

    def test_utf8_without_any_newline_is_recognised(self) -> None:
        text = "好" * 100_000
        assert texts.preview(text.encode()) == ("好" * 2000, "utf-8")

    def test_what_is_no_text_is_refused(self) -> None:
        with pytest.raises(QcodeError):
            texts.preview(b"abc\0def\0ghi\n")
