"""Commands of a project whose coders work blind, and who looks."""

from __future__ import annotations

from pathlib import Path

from tests.cli.running import done, refused


def test_coders_are_listed_with_their_work(study: Path) -> None:
    done("status", study, "talk", "--coder", "Ben", "--set", "finished")
    found = done("coders", study, "--json").json
    assert found["blind"] is False
    ann, ben = found["coders"]
    assert (ann["name"], ann["codings"], ann["finished"], ann["current"]) == ("Ann", 3, 0, True)
    assert (ben["name"], ben["codings"], ben["finished"], ben["current"]) == ("Ben", 2, 1, False)
    assert ann["documents"] == ben["documents"] == 2 and ann["color"] != ben["color"]
    assert "Ben" in done("coders", study).out


def test_every_reading_command_shows_only_what_its_coder_may_see(
    study: Path, tmp_path: Path
) -> None:
    assert done("coders", study, "--blind", "on", "--json").json["blind"] is True
    assert done("info", study, "--json").json["blind"] is True
    done("status", study, "talk", "--coder", "Ben", "--set", "finished")

    def seen(*who: str) -> tuple[int, list[int], int, int, int, int]:
        codes = done("codes", study, *who, "--json").json
        codings = done("codings", study, *who, "--json").json
        out = tmp_path / "passages.csv"
        done("export", study, "passages", out, *who)
        return (
            done("info", study, *who, "--json").json["codings"],
            [one["codings"] for one in done("documents", study, *who, "--json").json],
            sum(code["codings"] for code in codes),
            len(codings),
            len(out.read_text(encoding="utf-8-sig").splitlines()) - 1,
            sum(one["codings"] for one in done("coders", study, *who, "--json").json["coders"]),
        )

    assert seen() == (3, [3, 0], 3, 3, 3, 3)
    assert seen("--as", "Ann") == seen()
    assert seen("--as", "Ben") == (5, [4, 1], 5, 5, 5, 5)
    done("coders", study, "--blind", "off")
    assert seen()[0] == 5


def test_who_looks_must_be_known(study: Path) -> None:
    for command in ("info", "documents", "codes", "codings", "status", "history", "coders"):
        sentence = refused(command, study, "--as", "Nobody")
        assert "Nobody" in sentence and "Ann, Ben" in sentence


def test_looking_as_another_does_not_change_who_codes(study: Path) -> None:
    done("info", study, "--as", "Ben")
    current = [one for one in done("coders", study, "--json").json["coders"] if one["current"]]
    assert [one["name"] for one in current] == ["Ann"]


def test_history_and_undo_keep_the_secret(study: Path, tmp_path: Path) -> None:
    done("coders", study, "--blind", "on")
    table = tmp_path / "more.csv"
    table.write_text("document,start,end,code\nnote,0,2,pressure\n", encoding="utf-8")
    done("codings", study, "--import", table, "--as", "Ben")
    last = done("history", study, "--json").json[-1]
    assert (last["label"], last["coder"]) == ("A step of Ben", "Ben")
    assert "Ben" in done("history", study, "--as", "Ben", "--json").json[-1]["coder"]
    assert done("history", study, "--as", "Ben", "--json").json[-1]["label"] != last["label"]
    assert "hidden from you while you work blind" in refused("undo", study)
    assert done("undo", study, "--as", "Ben").code == 0
