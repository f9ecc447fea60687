"""Where levels do not fit together."""

from __future__ import annotations

from qcode.analysis import coherence as rules
from qcode.model.enums import CodeKind

CONCEPT, CATEGORY, MAIN, CORE = CodeKind


def tree(*rows: tuple[int, CodeKind, int | None]) -> rules.Tree:
    """Rows of id, kind and parent in tree order."""
    return rules.Tree({i: kind for i, kind, _ in rows}, {i: above for i, _, above in rows})


SOUND = (
    (1, CORE, None),
    (2, MAIN, 1),
    (3, CATEGORY, 2),
    (4, CONCEPT, 3),
    (5, CONCEPT, 4),
    (6, CATEGORY, 3),
    (7, CONCEPT, 6),
)


def test_a_sound_tree_has_nothing_to_cure() -> None:
    sound = tree(*SOUND)
    assert rules.several_cores(sound) == []
    assert rules.levels_skipped(sound) == []
    assert rules.outside_main_categories(sound) == []
    assert rules.without_concepts(sound) == []
    assert rules.without_category(sound) == []
    assert rules.unused(sound, {5, 7}, set()) == []


def test_an_empty_codebook_has_nothing_to_cure() -> None:
    empty = tree()
    assert rules.without_category(empty) == rules.unused(empty, set(), set()) == []
    assert rules.on_one_document(empty, {1: {2}, 2: {2}}) == {}


def test_two_core_categories_are_one_finding() -> None:
    assert rules.several_cores(tree((1, CORE, None), (2, CORE, None), (3, CORE, 2))) == [(1, 2, 3)]


def test_a_main_category_with_concepts_of_its_own_skips_a_level() -> None:
    skipping = tree((1, MAIN, None), (2, CONCEPT, 1), (3, CATEGORY, 1), (4, CONCEPT, 1))
    assert rules.levels_skipped(skipping) == [(1, 2, 4)]
    assert rules.without_category(skipping) == []  # the other finding says it


def test_concepts_do_not_belong_in_the_model() -> None:
    assert rules.concepts_in_model(tree(*SOUND), {1, 2, 3, 5, 7, 99}) == [5, 7]
    assert rules.concepts_in_model(tree(*SOUND), {1, 2, 3}) == []


def test_a_category_must_be_below_a_main_category_only_once_there_is_one() -> None:
    rows = ((1, CATEGORY, None), (2, CONCEPT, 1), (3, CORE, None), (4, CATEGORY, 3))
    assert rules.outside_main_categories(tree(*rows)) == []
    later = tree(*rows, (5, MAIN, 3), (6, CATEGORY, 5), (7, CATEGORY, 6))
    assert rules.outside_main_categories(later) == [1, 4]


def test_categories_without_concepts_are_found_at_any_depth() -> None:
    rows = (
        (1, MAIN, None),
        (2, CATEGORY, 1),
        (3, CATEGORY, 2),
        (4, CATEGORY, 1),
        (5, CATEGORY, 4),
        (6, CONCEPT, 5),
        (7, MAIN, None),
    )
    assert rules.without_concepts(tree(*rows)) == [2, 3, 7]


def test_concepts_below_concepts_alone_are_in_no_category() -> None:
    rows = ((1, CONCEPT, None), (2, CONCEPT, 1), (3, CATEGORY, None), (4, CONCEPT, 3))
    assert rules.without_category(tree(*rows)) == [1, 2]


def test_a_code_is_used_when_it_is_coded_or_in_the_model() -> None:
    assert rules.unused(tree(*SOUND, (8, MAIN, 1), (9, CONCEPT, 6)), {5}, {8}) == [7, 9]


def test_a_category_rests_on_one_document_when_all_below_it_do() -> None:
    found = rules.on_one_document(tree(*SOUND), {20: {4, 5}, 21: {7, 99}, 22: {5}})
    assert found == {6: 21}
    assert rules.on_one_document(tree(*SOUND), {20: {3}, 21: {7}}) == {6: 21}
    assert rules.on_one_document(tree(*SOUND), {20: {4}, 21: set()}) == {1: 20, 2: 20, 3: 20}


def test_where_one_document_is_coded_everything_rests_on_it() -> None:
    assert rules.on_one_document(tree(*SOUND), {20: {4, 7}}) == {}
