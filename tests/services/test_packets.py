"""Packets: what is in the file of one coder, what is not, and what the project keeps of it."""

from __future__ import annotations

import shutil
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from qcode.model.enums import MemoKind, WorkStatus
from qcode.model.errors import Cancelled, QcodeError, ReadOnlyProject
from qcode.model.span import Span
from qcode.services import (
    assignments,
    coders,
    codes,
    codings,
    documents,
    memos,
    overview,
    packets,
    recoding,
)
from qcode.services.project import Project
from qcode.store import passage_queries

from tests import data
from tests.services import pictures
from tests.services.bringing import bring_in
from tests.services.company import (
    LEADER,
    MINE,
    MOLE,
    OTHER,
    PIER,
    QUAY,
    build,
    by_meaning,
    guids,
)
from tests.store.small_disk import fill, small_disk

SECRETS = (LEADER, OTHER, "theirs", "merged away", "as it was", "said so")


@pytest.fixture
def study(tmp_path: Path) -> Iterator[Project]:
    """A study of three people, open in the hands of the one who leads it."""
    folder = tmp_path / "main"
    folder.mkdir()
    with Project.create(folder / "study.qcode", "Harbours", LEADER) as project:
        build(project)
        yield project


def opened(path: Path) -> Project:
    return Project.open(path)


def settings(project: Project) -> dict[str, str]:
    with project.read_all() as connection:
        return dict(connection.run("SELECT key, value FROM setting").all())


def statuses(project: Project) -> dict[tuple[str, str], str]:
    return {(one.document, one.coder): one.status.value for one in coders.work(project)}


# ---------------------------------------------------------------------- blind


def test_the_bytes_of_a_blind_packet_hold_nothing_of_the_others(
    study: Project, tmp_path: Path
) -> None:
    made = packets.make(study, tmp_path / "cy.qcode", MINE, None, blind=True)
    cy = next(one.id for one in coders.listed(study) if one.name == MINE)
    theirs = {
        *guids(study, "coding", f"coder_id <> {cy}"),
        *guids(study, "memo", f"coder_id <> {cy}"),
        *guids(study, "coder", f"id <> {cy}"),
        *guids(study, "step"),
        *guids(study, "code_event"),
        *guids(study, "decision"),
        *guids(
            study,
            "selection",
            f"id NOT IN (SELECT selection_id FROM coding WHERE coder_id = {cy} UNION SELECT"
            " l.selection_id FROM memo_link AS l JOIN memo AS m ON m.id = l.memo_id"
            f" WHERE m.coder_id = {cy} AND l.selection_id IS NOT NULL)",
        ),
    }
    with study.read_all() as connection:
        base = connection.run("SELECT guid FROM step ORDER BY id DESC LIMIT 2").column()[1]
    theirs -= {base}  # it names the state that the packet was taken from
    study.close()
    everything, packet = study.path.read_bytes(), made.path.read_bytes()
    for secret in (*SECRETS, *theirs):
        assert secret.encode() in everything, f"{secret} would be found"
        assert secret.encode() not in packet, secret
    for own in (MINE, "mine: on the coding in 1", "mine: on the passage in 2", "mine: all in all"):
        assert own.encode() in packet
    assert sorted(one.name for one in tmp_path.iterdir()) == ["cy.qcode", "main"]


def test_numbers_in_a_blind_packet_have_no_gaps_where_others_were(
    study: Project, tmp_path: Path
) -> None:
    made = packets.make(study, tmp_path / "cy", MINE, [QUAY], blind=True)
    with opened(made.path) as packet:
        for table, rows in pictures.rows(packet).items():
            assert [row[0] for row in rows] == list(range(1, len(rows) + 1)), table


def test_a_passage_in_a_blind_packet_is_not_older_than_its_coders_work(
    study: Project, tmp_path: Path
) -> None:
    made = packets.make(study, tmp_path / "cy", MINE, None, blind=True)
    with opened(made.path) as packet, packet.read() as connection:
        (early,) = connection.run(
            "SELECT count(*) FROM selection AS s JOIN coding AS c ON c.selection_id = s.id"
            " WHERE s.created < (SELECT min(created) FROM coding)"
        ).one()
    assert early == 0
    with study.read_all() as connection:
        (shared,) = connection.run(
            "SELECT count(*) FROM selection AS s JOIN coding AS c ON c.selection_id = s.id"
            " JOIN coder AS k ON k.id = c.coder_id AND k.name = ?"
            " WHERE s.created < c.created",
            (MINE,),
        ).one()
    assert shared, "in the project there are some"


def test_a_blind_packet_holds_the_codebook_and_just_this_coders_own_work(
    study: Project, tmp_path: Path
) -> None:
    made = packets.make(study, tmp_path / "cy", MINE, [PIER, MOLE], blind=True)
    main, packet = by_meaning(study.path), by_meaning(made.path)
    for table in ("project", "code", "code_property", "document_group", "variable"):
        assert packet[table] == main[table] != set(), table
    cy = made.coder_guid
    assert {row[0] for row in packet["coder"]} == {cy}
    for table in ("variable_value", "coding", "memo", "memo_link", "property_place", "document"):
        assert packet[table] < main[table], table
    for row in packet["coding"] | packet["memo"] | packet["property_place"]:
        assert cy in row
    for table in (
        *("relation", "relation_passage", "relation_type", "paradigm", "paradigm_slot", "stage"),
        *("stage_code", "diagram_place", "storyline", "code_event", "codebook_version", "decision"),
        *("amendment", "memo_model_link", "merged", "agreement_round", "coder_part", "held_out"),
    ):
        assert packet[table] == set(), table
        assert main[table] or table in ("merged", "agreement_round", "coder_part"), table
    with opened(made.path) as found:
        assert coders.is_blind(found)
        assert [one.name for one in documents.listed(found)] == ["Pier", "Mole"]
        assert documents.values(found) == {1: {"Year": "2020"}, 2: {"Place": "Only here"}}
        assert len(codings.of_document(found, 1)) == 4 == made.codings
        assert {one.body for one in memos.listed(found)} == {
            "mine: on document 1",
            "mine: on the passage in 1",
            "mine: all in all",
            "mine: what a sign is",
        }
        assert statuses(found) == {("Pier", MINE): "finished", ("Mole", MINE): "open"}


def test_own_work_that_who_hands_out_cannot_see_is_in_the_packet(
    study: Project, tmp_path: Path
) -> None:
    coders.set_blind(study, True)
    assert not [one for one in codings.of_document(study, QUAY) if one.coder == MINE]
    made = packets.make(study, tmp_path / "cy", MINE, [QUAY], blind=True)
    assert made.codings == 2


def test_the_second_self_gets_nothing_of_the_first_time(study: Project, tmp_path: Path) -> None:
    again = recoding.begin(study, MINE, share=100, seed=1).again.name
    made = packets.make(study, tmp_path / "again", again, [PIER], blind=True)
    assert made.codings == 0
    with opened(made.path) as packet:
        assert [(one.name, one.role) for one in coders.listed(packet)] == [
            (MINE, None),
            (again, "again"),
        ]
        assert codings.of_document(packet, 1) == []
    first = packets.make(study, tmp_path / "first", MINE, [PIER], blind=True)
    with opened(first.path) as packet:
        assert [one.name for one in coders.listed(packet)] == [MINE]


# ---------------------------------------------------------------------- with the others' work


def test_a_packet_of_everything_has_every_row_of_the_project(
    study: Project, tmp_path: Path
) -> None:
    made = packets.make(study, tmp_path / "all", OTHER, None, blind=False)
    main, packet = by_meaning(study.path), by_meaning(made.path)
    packet["setting"] = {row for row in packet["setting"] if not str(row[0]).startswith("packet")}
    assert packet == main
    assert (made.codings, made.memos) == (
        overview.info(study).codings,
        overview.info(study).memos,
    )


def test_a_packet_of_some_documents_has_what_belongs_to_them_and_the_model(
    study: Project, tmp_path: Path
) -> None:
    memos.create(study, MemoKind.DOCUMENT, "cell of the mole", document_id=MOLE, code_id=1)
    both = memos.create(study, MemoKind.DOCUMENT, "of two", document_id=PIER)
    study_memo = memos.by_id(study, [both])[0]
    with study.change(overview.history(study)[-1].label) as writer:
        writer.insert("memo_link", memo_id=both, document_id=MOLE)
    made = packets.make(study, tmp_path / "some", MINE, [PIER], blind=False)
    main, packet = by_meaning(study.path), by_meaning(made.path)
    for table in ("code", "relation", "paradigm", "stage", "storyline", "codebook_version"):
        assert packet[table] == main[table] != set(), table
    pier = {one.guid for one in documents.listed(study, [PIER])}
    assert {row[0] for row in packet["document"]} == pier
    with opened(made.path) as found:
        bodies = [one.body for one in memos.listed(found)]
        assert "cell of the mole" not in bodies and "theirs: on document 3" not in bodies
        assert {"of two", "theirs: on document 1", "theirs: on the model"} <= set(bodies)
        (kept,) = [one for one in memos.listed(found) if one.guid == study_memo.guid]
        assert kept.document_ids == (1,)
        assert {one.coder for one in codings.of_document(found, 1)} == {LEADER, OTHER, MINE}
        assert overview.findings(found) == []
    assert b"Mole, unseen" not in made.path.read_bytes()
    assert len(packet["relation_passage"]) == 1 < len(main["relation_passage"])


def test_who_works_blind_hands_out_no_more_than_they_see_and_the_coders_own_work(
    study: Project, tmp_path: Path
) -> None:
    coders.set_blind(study, True)
    assert {one.coder for one in codings.of_document(study, PIER)} == {LEADER}
    made = packets.make(study, tmp_path / "all", MINE, None, blind=False)
    assert made.limited
    kept = made.path.read_bytes()
    assert OTHER.encode() in kept, "who else works on it is no secret"
    assert b"theirs: on document" not in kept and b"theirs: on passage" not in kept
    with opened(made.path) as packet:
        assert coders.is_blind(packet)
        with packet.read_all() as everything:
            found = everything.run(
                "SELECT DISTINCT c.name FROM coding AS g JOIN coder AS c ON c.id = g.coder_id"
            ).column()
            assert set(found) == {LEADER, MINE}
            assert not passage_queries.bare_selections(
                everything, everything.run("SELECT id FROM selection").column()
            ), "a passage that carries nothing would tell that somebody was there"
        assert overview.findings(packet) == []


def test_a_finished_document_is_handed_out_with_all_that_is_seen_there(
    study: Project, tmp_path: Path
) -> None:
    coders.set_blind(study, True)
    coders.set_status(study, [PIER, QUAY, MOLE], LEADER, WorkStatus.FINISHED)
    made = packets.make(study, tmp_path / "all", OTHER, None, blind=False)
    assert not made.limited
    main, packet = by_meaning(study.path), by_meaning(made.path)
    for table in ("coding", "memo", "memo_link", "selection", "decision", "property_place"):
        assert packet[table] == main[table], table


# ---------------------------------------------------------------------- as a project


@pytest.mark.parametrize("blind", [True, False])
def test_a_packet_opens_like_any_project(study: Project, tmp_path: Path, blind: bool) -> None:
    made = packets.make(study, tmp_path / "dee", "Dee", [QUAY, PIER], blind=blind)
    assert made.path == tmp_path / "dee.qcode" and made.document_ids == (PIER, QUAY)
    assert made.characters == sum(
        one.characters for one in documents.listed(study, [PIER, QUAY], counts=False)
    )
    with opened(made.path) as packet:
        assert (packet.coder, packet.name, packet.guid) == ("Dee", study.name, study.guid)
        assert overview.findings(packet) == []
        (step,) = overview.history(packet)
        assert str(step.label) == "Packet for Dee from Harbours"
        assert packet.undo() is None and not step.can_undo_to
        codings.apply(packet, 1, [Span(0, 4)], [1])
        codes.rename(packet, 1, "lamps decide")
        assert packet.undo() is not None and overview.findings(packet) == []
    with Project.open(made.path, read_only=True) as packet:
        assert len(overview.history(packet)) == 4


def test_a_packet_knows_where_it_came_from(study: Project, tmp_path: Path) -> None:
    with study.read() as connection:
        last = connection.run("SELECT guid FROM step ORDER BY id DESC").value()
    made = packets.make(study, tmp_path / "dee", "Dee", None, blind=True)
    with opened(made.path) as packet:
        found = settings(packet)
        assert (found["packet_of"], found["packet_base"]) == (study.guid, last)
        onward = packets.make(packet, tmp_path / "onward", "Dee", None, blind=True)
        (first,) = guids(packet, "step")
    with opened(onward.path) as packet:
        assert settings(packet)["packet_base"] == first
    assert "packet_of" not in settings(study)


def test_a_code_may_stand_before_its_parent(study: Project, tmp_path: Path) -> None:
    made = packets.make(study, tmp_path / "dee", "Dee", None, blind=True)
    with opened(made.path) as packet:
        assert [(one.name, one.depth) for one in codes.tree(packet)] == [
            ("signs", 0),
            ("lamp decides", 1),
            ("ferries", 0),
        ]


# ---------------------------------------------------------------------- in the project


def test_an_unknown_coder_is_made_and_given_the_documents_in_one_step(
    study: Project, tmp_path: Path
) -> None:
    before = statuses(study)
    made = packets.make(study, tmp_path / "dee", "  Dee  Two ", [PIER, MOLE], blind=True)
    (dee,) = [one for one in coders.listed(study) if one.name == "Dee Two"]
    assert dee.guid == made.coder_guid
    with opened(made.path) as packet:
        assert [one.guid for one in coders.listed(packet)] == [dee.guid]
    given = {("Pier", "Dee Two"): "open", ("Mole", "Dee Two"): "open"}
    assert statuses(study) == before | given
    assert str(study.undo_label()) == "Hand out documents to Dee Two"
    study.undo()
    assert statuses(study) == before and len(coders.listed(study)) == 3
    study.redo()
    assert statuses(study) == before | given


def test_what_a_coder_has_begun_or_finished_stays_so(study: Project, tmp_path: Path) -> None:
    made = packets.make(study, tmp_path / "cy", MINE, None, blind=True)
    expected = {("Pier", MINE): "finished", ("Quay", MINE): "open", ("Mole", MINE): "open"}
    found = statuses(study)
    assert {key: found[key] for key in expected} == expected
    with opened(made.path) as packet:
        assert statuses(packet) == expected
    steps = len(overview.history(study))
    packets.make(study, tmp_path / "cy again", MINE, None, blind=True)
    assert len(overview.history(study)) == steps, "nothing was left to note"


def test_a_worker_writes_the_file_while_the_window_goes_on(study: Project, tmp_path: Path) -> None:
    found: list[packets.PacketReport] = []
    thread = threading.Thread(
        target=lambda: found.append(packets.write(study, tmp_path / "dee", "Dee", None, blind=True))
    )
    steps = len(overview.history(study))
    thread.start()
    coders.add(study, "Dee")
    thread.join()
    packets.hand_out(study, found[0])
    assert len(overview.history(study)) == steps + 2
    assert len([one for one in coders.listed(study) if one.name == "Dee"]) == 1
    assert assignments.given(study, "Dee") == {PIER, QUAY, MOLE}


def test_a_project_of_an_older_schema_is_handed_out_once_it_is_open_for_writing(
    tmp_path: Path,
) -> None:
    old = tmp_path / "old.qcode"
    shutil.copyfile(Path(data.__path__[0]) / "schema-1.qcode", old)
    with Project.open(old, read_only=True) as project, pytest.raises(ReadOnlyProject):
        packets.make(project, tmp_path / "dee", "Dee", None, blind=True)
    with Project.open(old) as project:
        made = packets.make(project, tmp_path / "dee", "Dee", None, blind=False)
        everything = overview.info(project)
    with opened(made.path) as packet:
        assert overview.findings(packet) == []
        assert overview.info(packet).codings == everything.codings > 0


# ---------------------------------------------------------------------- what cannot be done


def unchanged(study: Project, out: Path, match: str) -> None:
    """Making this packet is refused, and nothing is different from before."""
    before = pictures.rows(study), pictures.steps(study)
    there = sorted(out.parent.iterdir()) if out.parent.is_dir() else None
    with pytest.raises(QcodeError, match=match):
        packets.make(study, out, "Dee", None, blind=True)
    assert (pictures.rows(study), pictures.steps(study)) == before
    assert there is None or sorted(out.parent.iterdir()) == there


def test_no_file_is_written_over_and_least_of_all_the_project(
    study: Project, tmp_path: Path
) -> None:
    unchanged(study, study.path, "exists already")
    unchanged(study, study.path.with_suffix(""), "exists already")
    other = tmp_path / "notes.qcode"
    other.write_text("mine", encoding="utf-8")
    unchanged(study, other, "exists already")
    link = tmp_path / "link.qcode"
    link.symlink_to(tmp_path / "nowhere")
    unchanged(study, link, "exists already")
    assert other.read_text(encoding="utf-8") == "mine"
    unchanged(study, tmp_path / "no" / "folder.qcode", "folder of .* does not exist")
    unchanged(study, Path("/"), "exists already")


def test_documents_and_coder_must_be_there(study: Project, tmp_path: Path) -> None:
    for ids, name, match in (
        ([PIER, 99], "Dee", "no longer exists"),
        ([], "Dee", "no document to hand out to Dee"),
        ([PIER], "  ", "needs a name"),
    ):
        with pytest.raises(QcodeError, match=match):
            packets.make(study, tmp_path / "dee", name, ids, blind=True)
    with Project.create(tmp_path / "empty") as empty, pytest.raises(QcodeError, match="no docu"):
        packets.make(empty, tmp_path / "dee", "Dee", None, blind=True)
    assert not (tmp_path / "dee.qcode").exists()


def test_a_full_disk_leaves_no_half_a_packet(study: Project, tmp_path: Path) -> None:
    with small_disk(tmp_path / "small") as disk:
        fill(disk)
        unchanged(study, disk / "dee.qcode", "no room left")


def test_a_disk_that_cannot_be_written_is_named(study: Project, tmp_path: Path) -> None:
    with small_disk(tmp_path / "small") as disk:
        subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
        unchanged(study, disk / "dee.qcode", "cannot be written")


def test_who_stops_it_finds_nothing_left(study: Project, tmp_path: Path) -> None:
    def stop(done: int, total: int) -> None:
        if done > total // 2:
            raise Cancelled("stopped")

    before = pictures.rows(study)
    with pytest.raises(Cancelled):
        packets.make(study, tmp_path / "dee", "Dee", None, blind=True, progress=stop)
    assert pictures.rows(study) == before
    assert [one.name for one in tmp_path.iterdir()] == ["main"]


def test_when_the_project_cannot_note_it_there_is_no_packet(
    study: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise QcodeError("no room")

    monkeypatch.setattr(assignments, "give", refuse)
    unchanged(study, tmp_path / "dee.qcode", "no room")


def test_a_document_deleted_meanwhile_is_not_handed_out(study: Project, tmp_path: Path) -> None:
    report = packets.write(study, tmp_path / "dee", "Dee", None, blind=True)
    documents.delete(study, [MOLE])
    packets.hand_out(study, report)
    assert assignments.given(study, "Dee") == {PIER, QUAY}


def test_texts_of_all_sorts_arrive_as_they_are(study: Project, tmp_path: Path) -> None:
    from qcode.model.sources import Source

    odd = "a\u00a0b\u2028c\t𝔡e\u0301 نص \ufeff end"
    (added,) = bring_in(study, Source("odd", odd))
    made = packets.make(study, tmp_path / "dee", "Dee", [added], blind=True)
    with opened(made.path) as packet:
        assert documents.text(packet, 1) == odd
    coders.set_status(study, [added], "Dee", WorkStatus.FINISHED)
