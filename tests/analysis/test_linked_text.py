"""Prose with live links: whatever is typed stays, and links show what their things are called."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from qcode.analysis import linked_text
from qcode.model.theory_records import LinkKind

GUID = "0b5e1c9e-4c1d-4a57-9a7e-0123456789ab"
OTHER = "ffffffff-4c1d-4a57-9a7e-0123456789ab"
TYPED = st.lists(
    st.sampled_from(
        [*"ab \n[]()&:-责😀", f"(code:{GUID})", "[x]", "code:", GUID, "&#91;", "&amp;"]
    ),
    max_size=20,
).map("".join)
KINDS = st.sampled_from(list(LinkKind))


def nothing(kind: LinkKind, guid: str) -> str | None:
    del kind, guid
    return None


@given(st.lists(st.one_of(TYPED, st.tuples(KINDS, st.text(max_size=20))), max_size=8))
def test_segments_follow_each_other_without_gaps_whatever_was_typed(parts: list[object]) -> None:
    body = "".join(
        linked_text.link(part[0], GUID, part[1]) if isinstance(part, tuple) else str(part)
        for part in parts
    )
    found = linked_text.segments(body)
    assert [one.start for one in found] == [0, *(one.end for one in found)][: len(found)]
    assert (found[-1].end if found else 0) == len(body)
    assert all(one.words == body[one.start : one.end] for one in found if one.kind is None)
    assert linked_text.refreshed(body, nothing) == "".join(
        body[one.start : one.end]
        if one.kind is None
        else linked_text.link(one.kind, one.guid, one.words)
        for one in found
    )
    assert [one for one in found if one.kind] == list(linked_text.links(body))


@given(TYPED, KINDS, st.text(max_size=40), TYPED)
def test_a_link_is_found_between_any_words_and_shows_its_own(
    before: str, kind: LinkKind, words: str, after: str
) -> None:
    link = linked_text.link(kind, GUID, words)
    found = [one for one in linked_text.segments(f"{before}{link}{after}") if one.kind]
    shown = " ".join(words.split())
    assert (len(before), len(before) + len(link), shown, kind, GUID) in [tuple(o) for o in found]


@given(TYPED)
def test_text_without_a_link_is_read_as_it_was_typed(body: str) -> None:
    if not list(linked_text.links(body)):
        assert linked_text.plain(body, nothing) == body == linked_text.refreshed(body, nothing)


def test_words_follow_the_thing_and_stay_when_it_is_gone() -> None:
    body = f"As [old name](code:{GUID}) shows, [gone](document:{OTHER}) is [not [a] link](code:1)."
    names = {(LinkKind.CODE, GUID): "new [name]"}

    def lookup(kind: LinkKind, guid: str) -> str | None:
        return names.get((kind, guid))

    assert linked_text.plain(body, lookup) == "As new [name] shows, gone is [not [a] link](code:1)."
    fresh = linked_text.refreshed(body, lookup)
    assert f"[new &#91;name&#93;](code:{GUID})" in fresh
    assert linked_text.plain(fresh, nothing) == linked_text.plain(body, lookup)


def test_shown_words_are_rewritten_in_place() -> None:
    body = f"😀 [one](code:{GUID}), [two](code:{OTHER})"
    (first, second) = linked_text.links(body)
    assert first.start == 2, "code points"
    assert (
        linked_text.rewritten(body, second.start, "zwei")
        == f"😀 [one](code:{GUID}), [zwei](code:{OTHER})"
    )
    assert linked_text.rewritten(body, 0, "none there") == body


def test_long_and_broken_words_are_stored_on_one_bounded_line() -> None:
    stored = linked_text.link(LinkKind.PASSAGE, GUID, "a\n [b] & c" * 1000)
    (one,) = linked_text.links(stored)
    assert len(one.words) <= linked_text.LONGEST and one.words.endswith("…")
    assert one.words.startswith("a [b] & ca [b]")
    assert "\n" not in stored


@pytest.mark.parametrize("piece", ["[", "&", "[a", "](code:", f"[a](code:{GUID[:-1]}"])
def test_a_long_text_of_broken_links_is_read_in_no_time(piece: str) -> None:
    body = piece * (200_000 // len(piece))
    begun = time.thread_time()
    assert [one.kind for one in linked_text.segments(body)] == [None]
    assert time.thread_time() - begun < 2
