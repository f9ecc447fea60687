"""Names that are nearly the same, and names that only look like it."""

from __future__ import annotations

import random
import string
import time

import pytest
from qcode.analysis.similar_names import near


def alike(*names: str) -> bool:
    return near(dict(enumerate(names))) == [tuple(range(len(names)))]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Trust in the group", "trust in the group"),
        ("face-saving", "face saving"),
        ("ＡＢＣ 压力", "abc压力"),
        ("leading group", "leading groups"),
        ("duty", "duties"),
        ("accountability", "acountability"),
        ("accountability", "accuontability"),
        ("pressure", "presure"),
        ("pressure", "pressyre"),
        ("责任落实", "落实责任"),
        ("信任建设", "信任建立"),
        ("安全生产检查", "安全生产的检查"),
        ("same", "same"),
    ],
)
def test_names_that_differ_by_accident_are_found(one: str, other: str) -> None:
    assert alike(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("phase 1", "phase 2"),
        ("Interview 2021", "Interview 2022"),
        ("rest", "test"),
        ("会议", "议会"),
        ("责任", "责备"),
        ("上级压力", "下级压力"),
        ("正式的协调", "非正式的协调"),
        ("formal control", "informal control"),
        ("process", "progress"),
        ("…", "!"),
        ("", " "),
    ],
)
def test_names_that_mean_to_differ_are_left_alone(one: str, other: str) -> None:
    assert near({1: one, 2: other}) == []


def test_a_group_is_named_whole_and_in_the_order_of_the_names() -> None:
    names = {7: "Trust", 3: "control", 9: "trust", 5: "trusts", 1: "controls"}
    assert near(names) == [(7, 9, 5), (3, 1)]


def test_a_row_of_names_made_after_one_pattern_is_no_mistake() -> None:
    assert near({place: f"group {sign} in town" for place, sign in enumerate("abcdefgh")}) == []


def test_two_thousand_names_are_compared_without_comparing_all_pairs() -> None:
    letters = random.Random(3)
    words = ["".join(letters.choices(string.ascii_lowercase, k=7)) for _ in range(300)]
    names = {place: " ".join(letters.sample(words, 3)) for place in range(2_000)}
    names[2_000] = f"{names[0][:-1]}{'x' if names[0][-1] != 'x' else 'y'}"

    def all_pairs() -> int:
        listed = list(names.values())
        return sum(one == other for one in listed for other in listed)

    begun = time.thread_time()
    assert near(names) == [(0, 2_000)]
    taken = time.thread_time() - begun
    begun = time.thread_time()
    assert all_pairs() == len(names)
    assert taken < 4 * (time.thread_time() - begun)
