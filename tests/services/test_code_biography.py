"""What happened to codes is kept, with its reason, and the life of a code can be told."""

from __future__ import annotations

import pytest
from qcode.model.enums import CodeEventKind, CodeKind
from qcode.model.errors import QcodeError
from qcode.model.log_records import LifeEvent
from qcode.model.records import CodeDraft
from qcode.model.span import Span
from qcode.services import code_biography, code_events, codes, codings, favourites, overview
from qcode.services.project import Project

from tests.services.theory_project import bring, code, grow


@pytest.fixture
def study(project: Project) -> dict[str, int]:
    """Two documents; pressure above calls and lists, with passages of both."""
    first, second = bring(project, ["one", "two"])
    made = grow(
        project,
        {"pressure": "category", "calls": "concept", "lists": "concept", "shame": "category"},
        {"calls": "pressure", "lists": "pressure"},
    )
    code(project, first, made["calls"], made["lists"])
    code(project, second, made["calls"])
    code(project, second, made["lists"], start=10)
    return made


def guid_of(project: Project, code_id: int) -> str:
    return next(one.guid for one in codes.tree(project) if one.id == code_id)


def told(project: Project, which: int | str) -> list[str]:
    return [entry.what.text() for entry in code_biography.biography(project, which).entries]


# ---------------------------------------------------------------------- what happened to codes


def test_a_merge_is_kept_with_names_passages_and_reason(
    project: Project, study: dict[str, int]
) -> None:
    guid = guid_of(project, study["lists"])
    codes.merge(project, [study["lists"]], study["calls"], reason=" the same act\r\n")
    (event,) = code_events.listed(project)
    assert (event.what, event.code_guid, event.code_name) == (CodeEventKind.MERGE, guid, "lists")
    assert (event.into_guid, event.into_name) == (guid_of(project, study["calls"]), "calls")
    assert (event.passages, event.reason, event.coder) == (2, "the same act", "Ann")


def test_undo_takes_the_entry_back_with_the_step(project: Project, study: dict[str, int]) -> None:
    codes.delete(project, [study["lists"]], reason="empty words")
    project.undo()
    assert code_events.listed(project) == []
    project.redo()
    assert [event.reason for event in code_events.listed(project)] == ["empty words"]
    assert overview.findings(project) == []


def test_every_deleted_code_has_its_entry(project: Project, study: dict[str, int]) -> None:
    codes.delete(project, [study["pressure"]], with_below=True)
    found = {event.code_name: event.passages for event in code_events.listed(project)}
    assert found == {"pressure": 0, "calls": 2, "lists": 2}


def test_a_code_made_of_passages_of_two_was_split_from_both(
    project: Project, study: dict[str, int]
) -> None:
    moving = [coding.id for coding in codings.of_document(project, 1)]
    made = codes.recode_many(project, moving, CodeDraft("news", CodeKind.CONCEPT), reason="new")
    found = code_events.listed(project, guid_of(project, made))
    assert [(event.code_name, event.into_name, event.passages) for event in found] == [
        ("calls", "news", 1),
        ("lists", "news", 1),
    ]
    assert {event.what for event in found} == {CodeEventKind.SPLIT}


def test_recoding_a_passage_as_another_code_splits_nothing(
    project: Project, study: dict[str, int]
) -> None:
    one = codings.of_document(project, 1)[0]
    codes.recode_many(project, [one.id], into=study["shame"])
    assert code_events.listed(project) == []


def test_a_reason_can_be_given_afterwards_and_undone(
    project: Project, study: dict[str, int]
) -> None:
    codes.merge(project, [study["lists"]], study["calls"])
    (event,) = code_events.of_last_step(project)
    steps = len(overview.history(project))
    code_events.set_reason(project, event.id, "they say")
    code_events.set_reason(project, event.id, "they say the same")
    assert code_events.listed(project)[0].reason == "they say the same"
    assert len(overview.history(project)) == steps + 1, "typing is one step"
    project.undo()
    assert code_events.listed(project)[0].reason == ""


def test_a_reason_for_what_was_taken_back_is_refused(
    project: Project, study: dict[str, int]
) -> None:
    codes.delete(project, [study["lists"]])
    (event,) = code_events.of_last_step(project)
    project.undo()
    assert code_events.of_last_step(project) == []
    with pytest.raises(QcodeError, match="no longer exists"):
        code_events.set_reason(project, event.id, "why")


# ---------------------------------------------------------------------- the life of a code


def test_a_life_tells_everything_in_order(project: Project, study: dict[str, int]) -> None:
    calls = study["calls"]
    codes.rename(project, calls, "calls again")
    codes.move(project, [calls], study["shame"])
    codes.rename(project, study["shame"], "losing face")
    codes.set_kind(project, [calls], CodeKind.CATEGORY)
    codes.set_kind(project, [calls], CodeKind.CONCEPT)
    codes.recolor(project, [calls], "#123456")
    codes.describe(project, calls, {"definition": "rings twice"})
    favourites.set_favourite(project, calls, True)
    codes.move(project, [calls], None)
    codes.merge(project, [study["lists"]], calls, reason="one act")
    assert told(project, calls) == [
        "Made as concept “calls” in “pressure”",
        "Renamed from “calls” to “calls again”",
        "Moved from “pressure” to “shame”",
        "Raised: concept to initial category",
        "Lowered: initial category to concept",
        "Given another colour",
        "Written: definition",
        "Moved out of “losing face” to the top",
        "Took in “lists” (passages: 2)",
    ]
    last = code_biography.biography(project, calls).entries[-1]
    assert (last.coder, last.reason, last.kind) == ("Ann", "one act", LifeEvent.TOOK_IN)
    assert last.event_id == code_events.of_last_step(project)[0].id


def test_what_was_undone_never_happened(project: Project, study: dict[str, int]) -> None:
    calls = study["calls"]
    codes.rename(project, calls, "rings")
    codes.rename(project, calls, "bells")
    project.undo()
    project.undo()
    assert told(project, calls) == ["Made as concept “calls” in “pressure”"]
    project.redo()
    assert told(project, calls)[1:] == ["Renamed from “calls” to “rings”"]
    codes.rename(project, calls, "phones")
    assert told(project, calls)[1:] == [
        "Renamed from “calls” to “rings”",
        "Renamed from “rings” to “phones”",
    ]


def test_a_code_that_is_gone_has_a_life_under_its_last_name(
    project: Project, study: dict[str, int]
) -> None:
    guid = guid_of(project, study["lists"])
    codes.rename(project, study["lists"], "name lists")
    codes.merge(project, [study["lists"]], study["calls"], reason="same")
    life = code_biography.biography(project, guid)
    assert (life.gone, life.name, life.codings) == (True, "name lists", 0)
    assert [entry.what.text() for entry in life.entries][1:] == [
        "Renamed from “lists” to “name lists”",
        "Merged into “calls” (passages: 2)",
    ]
    assert code_biography.biography(project, study["lists"]) == life
    project.undo()
    assert not code_biography.biography(project, guid).gone


def test_both_sides_of_a_split_tell_of_it(project: Project, study: dict[str, int]) -> None:
    one = next(c for c in codings.of_document(project, 1) if c.code_id == study["calls"])
    made = codes.split(project, study["calls"], [one.id], CodeDraft("rings", CodeKind.CONCEPT))
    assert told(project, made) == [
        "Made as concept “rings”",
        "Took passages over from “calls” (passages: 1)",
    ]
    assert told(project, study["calls"])[-1] == "Split: passages went to “rings” (passages: 1)"


def test_typing_at_one_sitting_is_one_entry(project: Project, study: dict[str, int]) -> None:
    calls = study["calls"]
    for words in ("r", "ri", "rings"):
        codes.describe(project, calls, {"definition": words})
    codes.rename(project, study["lists"], "name lists")  # parts the typing into two steps
    codes.describe(project, calls, {"definition": "rings twice"})
    codes.describe(project, calls, {"use_when": "always"})
    codes.describe(project, calls, {"use_when": ""})
    assert told(project, calls)[1:] == ["Written: definition"]


def test_texts_that_a_merge_fills_follow_what_filled_them(
    project: Project, study: dict[str, int]
) -> None:
    codes.describe(project, study["lists"], {"definition": "names read out"})
    codes.merge(project, [study["lists"]], study["calls"])
    assert told(project, study["calls"])[1:] == [
        "Took in “lists” (passages: 2)",
        "Written: definition",
    ]


def test_a_life_counts_the_codings_of_today_by_month(
    project: Project, study: dict[str, int]
) -> None:
    life = code_biography.biography(project, study["calls"])
    assert life.codings == 2 and sum(count for _, count in life.months) == 2
    assert life.first <= life.last and len(life.months[0][0]) == len("2026-03")
    assert code_biography.biography(project, study["shame"]).months == ()


@pytest.mark.parametrize("which", [999, "00000000-0000-4000-8000-000000000000"])
def test_what_never_was_has_no_life(project: Project, which: int | str) -> None:
    with pytest.raises(QcodeError, match="never was"):
        code_biography.biography(project, which)


def test_a_code_whose_making_was_undone_has_no_life(project: Project) -> None:
    made = codes.create(project, CodeDraft("calls", CodeKind.CONCEPT))
    project.undo()
    with pytest.raises(QcodeError, match="never was"):
        code_biography.biography(project, made)


def test_later_steps_are_told_without_reading_the_journal_again(
    project: Project, study: dict[str, int]
) -> None:
    before = told(project, study["calls"])
    codings.apply(project, 1, [Span(20, 25)], [study["calls"]])
    assert told(project, study["calls"]) == before
    codes.rename(project, study["calls"], "rings")
    assert told(project, study["calls"]) == [*before, "Renamed from “calls” to “rings”"]
