import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from qcode.formats.headings import LANGUAGES, Language, load
from qcode.model.enums import CodeKind, Level
from qcode.paths import resources


def _table(language: str) -> dict[str, Any]:
    path = resources() / "headings" / f"{language}.json"
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found


def _leaves(value: Any, path: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _leaves(inner, f"{path}/{key}")
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _leaves(inner, f"{path}/{index}")
    else:
        yield path, value


def test_both_languages_have_the_same_words() -> None:
    english, chinese = (dict(_leaves(_table(language))) for language in ("en", "zh"))
    assert english.keys() == chinese.keys()


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_is_empty(language: str) -> None:
    assert [path for path, word in _leaves(_table(language)) if not word.strip()] == []


def test_the_places_to_fill_are_the_same_in_both_languages() -> None:
    chinese = dict(_leaves(_table("zh")))
    for path, word in _leaves(_table("en")):
        places = sorted(re.findall(r"\{\w*\}", word))
        assert sorted(re.findall(r"\{\w*\}", chinese[path])) == places, path


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_and_level_has_a_name(language: Language) -> None:
    words = load(language)
    assert all(words.kind_name(kind) and words.count(2, kind) for kind in CodeKind)
    assert all(words.level_name(level) for level in Level)


def test_english_counts_tell_one_from_many() -> None:
    words = load("en")
    assert words.count(1, "passages") == "1 passage"
    assert words.count(0, "passages") == "0 passages"
    assert words.count(1, CodeKind.CATEGORY) == "1 initial category"
    assert words.count(14, CodeKind.CATEGORY) == "14 initial categories"


def test_days_are_written_out_in_the_language_of_the_headings() -> None:
    assert load("en").day("2026-10-09") == "9 October 2026"
    assert load("zh").day("2026-10-09") == "2026 年 10 月 9 日"


@pytest.mark.parametrize("text", ["", "last spring", "2026", "2026-13-01", "2026-00-10"])
def test_a_date_that_is_none_is_printed_as_it_is(text: str) -> None:
    assert load("en").day(text) == text
