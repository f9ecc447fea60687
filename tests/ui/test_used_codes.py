"""The codes used last keep their keys."""

from hypothesis import given
from hypothesis import strategies as st
from qcode.ui.workspaces.code.used_codes import KEYS, RECENT, UsedCodes


def test_a_code_keeps_its_key_while_others_are_used():
    used = UsedCodes()
    used.use([11, 12, 13])
    used.use([12])
    used.use([14])
    assert used.digits() == {11: 1, 12: 2, 13: 3, 14: 4}
    assert [used.rank(code) for code in (14, 12, 13, 11, 99)] == [0, 1, 2, 3, None]


def test_the_tenth_code_takes_the_key_of_the_one_unused_for_longest():
    used = UsedCodes()
    used.use(range(1, 10))
    used.use([1])
    used.use([50])
    assert used.code_of(2) == 50
    assert used.code_of(1) == 1
    assert 2 not in used.digits()


def test_a_code_that_is_gone_gives_its_key_up_first():
    used = UsedCodes()
    used.use(range(1, 10))
    used.use([50], there=lambda code: code != 7)
    assert used.code_of(7) == 50


def test_the_settings_bring_back_what_is_still_there():
    used, again = UsedCodes(), UsedCodes()
    used.use([1, 2, 3])
    written = used.written({1: "guid-1", 2: "guid-2", 3: "guid-3"})
    again.restore(written, {"guid-1": 10, "guid-3": 30})
    assert again.digits() == {10: 1, 30: 3}
    assert again.ranks() == {30: 0, 10: 1}
    again.restore("nonsense guid-1/x guid-3/99 guid-3/1", {"guid-1": 10, "guid-3": 30})
    assert again.digits() == {}


@given(st.lists(st.integers(1, 30), max_size=80))
def test_no_key_is_given_twice_and_the_code_used_last_always_has_one(uses):
    used = UsedCodes()
    for code in uses:
        used.use([code])
        assert code in used.digits()
        assert used.rank(code) == 0
        assert len(set(used.digits().values())) == len(used.digits()) <= KEYS
        assert set(used.digits()) <= set(used.ranks())
        assert len(used.ranks()) <= RECENT
