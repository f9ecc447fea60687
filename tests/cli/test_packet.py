"""The command that hands out a project file for one coder."""

from __future__ import annotations

from pathlib import Path

from tests.cli.running import done, qcode, refused


def names(project: Path) -> list[str]:
    return [one["name"] for one in done("documents", project, "--json").json]


def status(project: Path) -> list[tuple[str, str, str]]:
    rows = done("status", project, "--json").json
    return [(one["document"], one["coder"], one["status"]) for one in rows]


def test_a_blind_packet_is_a_sound_project_with_this_coders_work_alone(
    study: Path, tmp_path: Path
) -> None:
    out = tmp_path / "ben.qcode"
    made = done("packet", study, out, "--coder", "Ben", "--blind", "--json")
    assert made.json == {
        "path": str(out),
        "coder": "Ben",
        "blind": True,
        "documents": 2,
        "characters": sum(one["characters"] for one in done("documents", study, "--json").json),
        "codes": 4,
        "codings": 2,
        "memos": 0,
    }
    assert str(out) in made.err
    assert done("check", out, "--json").json["ok"] is True
    info = done("info", out, "--json").json
    assert (info["name"], info["coders"], info["codings"]) == ("Study", ["Ben"], 2)
    assert info["blind"] is True and info["codes"] == done("info", study, "--json").json["codes"]
    (current,) = done("coders", out, "--json").json["coders"]
    assert (current["name"], current["current"], current["role"]) == ("Ben", True, None)
    assert b"Ann" not in out.read_bytes() and b"two words, one memo" not in out.read_bytes()
    assert [one["label"] for one in done("history", out, "--json").json] == [
        "Packet for Ben from Study"
    ]
    assert status(study) == [("talk", "Ben", "open"), ("note", "Ben", "open")] == status(out)
    assert done("undo", study).out == "Hand out documents to Ben\n"
    assert status(study) == []


def test_without_blind_the_others_work_is_in_it(study: Path, tmp_path: Path) -> None:
    out = tmp_path / "cleo"  # the ending is added
    ended = done("packet", study, out, "--coder", "Cleo", "--as", "Ben")
    assert ended.out == "" and "cleo.qcode for Cleo: 2 documents" in ended.err
    out = tmp_path / "cleo.qcode"
    for command in ("codings", "codes", "documents"):
        assert done(command, out, "--json").json == done(command, study, "--json").json
    assert done("info", out, "--json").json["blind"] is False
    assert done("info", study, "--json").json["coders"] == ["Ann", "Ben", "Cleo"]
    assert done("history", study, "--json").json[-1]["coder"] == "Ben"


def test_who_works_blind_hands_out_what_they_see(study: Path, tmp_path: Path) -> None:
    done("coders", study, "--blind", "on")
    out = tmp_path / "cleo.qcode"
    ended = done("packet", study, out, "--coder", "Cleo", "--as", "Ben")
    assert "What is hidden from you while you work blind is not in it." in ended.err
    done("status", out, "--coder", "Cleo", "--set", "finished")
    coders = {one["coder"] for one in done("codings", out, "--as", "Cleo", "--json").json}
    assert coders == {"Ben"}


def test_documents_are_chosen_by_name_in_either_way(study: Path, tmp_path: Path) -> None:
    one, two = tmp_path / "one.qcode", tmp_path / "two.qcode"
    done("packet", study, one, "--coder", "Cleo", "--documents", "note")
    assert names(one) == ["note"]
    done("packet", study, two, "--coder", "Cleo", "--blind", "--documents", "note", "talk")
    assert names(two) == ["talk", "note"]
    sentence = refused("packet", study, tmp_path / "no", "--coder", "Cleo", "--documents", "nil")
    assert sentence == f"There is no document “nil” in {study}."


def test_what_was_given_to_a_coder_can_be_handed_out(study: Path, tmp_path: Path) -> None:
    out = tmp_path / "cleo.qcode"
    words = ("packet", study, out, "--coder", "Cleo", "--assigned")
    assert refused(*words) == "There is no document to hand out to Cleo."
    done("status", study, "note", "--coder", "Cleo", "--set", "open")
    done(*words)
    assert names(out) == ["note"]


def test_nothing_is_written_over_and_nothing_left_of_a_refusal(study: Path, tmp_path: Path) -> None:
    done("status", study, "talk", "--set", "open")  # the first change makes a backup
    before = sorted(one.name for one in tmp_path.iterdir())
    history = done("history", study, "--json").out

    def no(out: Path, sentence: str) -> None:
        assert refused("packet", study, out, "--coder", "Cleo", "--blind") == sentence
        assert sorted(one.name for one in tmp_path.iterdir()) == before
        assert done("history", study, "--json").out == history

    no(study, f"{study} exists already; choose another name.")
    no(
        tmp_path / "talk.txt.qcode" / "x",
        f"The folder of {tmp_path}/talk.txt.qcode/x.qcode does not exist.",
    )
    missing = tmp_path / "nowhere.qcode"
    assert refused("packet", missing, tmp_path / "x", "--coder", "A") == f"{missing} was not found."
    assert refused("packet", study, tmp_path / "x", "--coder", " ") == "A coder needs a name."
    assert qcode("packet", study, tmp_path / "x").code == 2
    assert qcode("packet", study, "--coder", "Cleo").code == 2
    assert sorted(one.name for one in tmp_path.iterdir()) == before
