"""Headings of exported files in the words of other schools, and in a project's own."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from qcode.formats.headings import LANGUAGES, Language, load
from qcode.model.enums import CodeKind, Level, MemoKind, ParadigmRole
from qcode.model.relation_types import BUILT_IN
from qcode.model.schools import PRESETS, TERMS, School, Terms, Translate


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("school", School)
def test_every_term_has_a_heading_in_every_school(language: Language, school: School) -> None:
    words = load(language, Terms(school))
    assert all(words.level_name(level) for level in Level)
    assert all(words.role_name(role) for role in ParadigmRole)
    assert all(words.memo_name(kind) for kind in MemoKind)
    assert all(words.relation_name(key) for key in BUILT_IN)
    for kind in CodeKind:
        assert words.kind_name(kind).casefold() in words.count(1, kind).casefold()


def in_the_window(language: Language) -> Translate:
    """Words of the core as the window shows them."""
    if language == "en":
        return str
    source = Path(__file__).parents[2] / "resources" / "translations" / "qcode_zh_CN.ts"
    (core,) = (one for one in ET.parse(source).iter("context") if one[0].text == "core")
    shown = {one.findtext("source"): one.findtext("translation") for one in core.iter("message")}
    return lambda word: shown[word] or ""


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("school", School)
def test_headings_say_what_the_window_says(school: School, language: Language) -> None:
    words, terms, say = load(language, Terms(school)), Terms(school), in_the_window(language)
    for kind in CodeKind:
        assert words.kind_name(kind).casefold() == terms.name(f"kind.{kind.value}", say)
    for level in Level:
        assert words.level_name(level).casefold() == terms.name(f"level.{level.value}", say)
    for role in ParadigmRole:
        assert words.role_name(role).casefold() == terms.name(f"role.{role.value}", say)
    for memo in MemoKind:
        assert words.memo_name(memo).casefold() == terms.name(f"memo.{memo.value}", say)
    for key, type_ in BUILT_IN.items():
        assert words.relation_name(key) == say(str(type_.label))


@pytest.mark.parametrize("school", [one for one in School if PRESETS[one]])
def test_chinese_headings_follow_the_school_wherever_it_has_a_word(school: School) -> None:
    usual, theirs = load("zh"), load("zh", Terms(school))
    for key in PRESETS[school]:
        sort, _, name = key.partition(".")
        part = {"kind": "kinds", "level": "levels", "role": "roles", "memo": "memo_kinds"}[sort]
        assert getattr(theirs, part)[name] != getattr(usual, part)[name], key


def test_own_names_are_printed_and_counted_as_they_were_typed() -> None:
    own = tuple((key, f"my {key} {{x}}") for key in TERMS)
    words = load("en", Terms(School.CHARMAZ, own))
    assert words.kind_name(CodeKind.CONCEPT) == "my kind.concept {x}"
    assert words.count(3, CodeKind.CONCEPT) == "my kind.concept {x} (3)"
    assert words.level_name(Level.OPEN) == "my level.open {x}"
    assert words.role_name(ParadigmRole.CONTEXT) == "my role.context {x}"
    assert words.memo_name(MemoKind.CODE) == "my memo.code {x}"
    chinese = load("zh", Terms(own=(("kind.concept", "意义单元"),)))
    assert chinese.count(3, CodeKind.CONCEPT) == "3 个意义单元"


def test_own_names_of_one_project_do_not_reach_another() -> None:
    load("en", Terms(own=(("kind.concept", "label"),)))
    assert load("en").kind_name(CodeKind.CONCEPT) == "Concept"
