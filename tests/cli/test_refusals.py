"""What cannot be done: one sentence that names the file, exit 1, and nothing changed."""

from __future__ import annotations

import hashlib
import os
import sqlite3
from pathlib import Path

import pytest

from tests.cli.running import done, qcode, refused, write

READING = [
    ("info",),
    ("documents",),
    ("codes",),
    ("codings",),
    ("status",),
    ("history",),
    ("check",),
    ("text", "talk"),
    ("export", "codebook", "out.csv"),
    ("backup",),
]
WRITING = [("import", "text.txt"), ("undo",), ("redo",), ("status", "--set", "open")]


def of(words: tuple[str, ...], project: Path) -> list[str]:
    return [words[0], str(project), *words[1:]]


def stranger(kind: str, path: Path) -> Path:
    """A file that is no project, or none that can be read."""
    if kind == "text":
        path.write_text("just some words\n" * 50, encoding="utf-8")
    elif kind == "empty":
        path.write_bytes(b"")
    elif kind == "another program's":
        with sqlite3.connect(path) as connection:
            connection.execute("CREATE TABLE project (id)")
        connection.close()
    elif kind == "only a beginning":
        path.write_bytes(b"SQLite format 3\0" + b"\0" * 84)
    else:
        done("new", path)
        data = path.read_bytes()
        if kind == "truncated":
            path.write_bytes(data[: len(data) // 2])
        elif kind == "garbage in the middle":
            page = int.from_bytes(data[16:18], "big")
            path.write_bytes(data[:page] + b"\xa5" * (len(data) - 2 * page) + data[-page:])
    return path


STRANGERS = [
    "text",
    "empty",
    "another program's",
    "only a beginning",
    "truncated",
    "garbage in the middle",
]


@pytest.mark.parametrize("words", READING + WRITING, ids=lambda words: words[0])
def test_a_missing_project_is_named(words: tuple[str, ...], tmp_path: Path) -> None:
    path = tmp_path / "nowhere.qcode"
    assert refused(*of(words, path)) == f"{path} was not found."
    assert not path.exists()


@pytest.mark.parametrize("words", READING + WRITING, ids=lambda words: words[0])
def test_a_folder_is_no_project(words: tuple[str, ...], tmp_path: Path) -> None:
    assert refused(*of(words, tmp_path)) == f"{tmp_path} is a folder."


@pytest.mark.parametrize("kind", STRANGERS)
@pytest.mark.parametrize("words", READING + WRITING, ids=lambda words: words[0])
def test_a_file_that_is_no_sound_project_is_named_and_left_alone(
    words: tuple[str, ...], kind: str, tmp_path: Path
) -> None:
    path = stranger(kind, tmp_path / "strange.qcode")
    write(tmp_path / "text.txt", "words")
    before = hashlib.sha256(path.read_bytes()).hexdigest()
    ended = qcode(*of(words, path))
    assert ended.code == 1
    assert str(path) in ended.err and "Traceback" not in ended.err
    assert len(ended.err.splitlines()) == 1
    assert ended.out == ""
    assert hashlib.sha256(path.read_bytes()).hexdigest() == before
    assert not [p for p in tmp_path.iterdir() if p.name.startswith((".strange", "strange.qcode-"))]


def test_check_says_what_is_damaged_also_in_json(tmp_path: Path) -> None:
    path = stranger("garbage in the middle", tmp_path / "strange.qcode")
    ended = qcode("check", path, "--json")
    assert ended.code == 1
    assert ended.json["ok"] is False
    assert ended.json["problems"]


def test_a_pipe_is_no_project_and_nobody_waits_for_it(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.qcode"
    os.mkfifo(pipe)
    assert refused("info", pipe) == f"{pipe} is not a qcode project."


def test_new_refuses_to_overwrite(study: Path, tmp_path: Path) -> None:
    before = study.read_bytes()
    assert refused("new", study) == f"{study} exists already; choose another name."
    assert study.read_bytes() == before
    link = tmp_path / "link.qcode"
    link.symlink_to(tmp_path / "nowhere")
    assert "exists already" in refused("new", link)
    assert "exists already" in refused("new", Path("/"))


def test_new_adds_the_ending_and_names_the_project_after_the_file(tmp_path: Path) -> None:
    done("new", tmp_path / "my study")
    path = tmp_path / "my study.qcode"
    assert done("info", path, "--json").json["name"] == "my study"


def test_new_needs_a_folder_that_is_there_and_a_name_that_fits(tmp_path: Path) -> None:
    assert "does not exist" in refused("new", tmp_path / "no" / "p.qcode")
    assert "too long" in refused("new", tmp_path / ("x" * 300 + ".qcode"))
    assert list(tmp_path.iterdir()) == []


def test_names_that_are_not_unicode_are_refused_or_shown(tmp_path: Path) -> None:
    odd = os.fsencode(tmp_path) + b"/caf\xe9.qcode"
    done("new", odd)
    done("info", odd)
    text = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    Path(os.fsdecode(text)).write_text("words", encoding="utf-8")
    done("import", odd, text)
    assert done("documents", odd, "--json").json[0]["name"] == "caf?"
    assert "half of a character" in refused("undo", odd, "--as", b"caf\xe9")


def test_nothing_to_undo_or_redo_is_said(empty: Path) -> None:
    assert refused("undo", empty) == f"There is nothing to undo in {empty}."
    assert refused("redo", empty) == f"There is nothing to redo in {empty}."


def test_an_unknown_document_or_coder_is_said(study: Path) -> None:
    assert refused("text", study, "nobody") == f"There is no document “nobody” in {study}."
    assert "it has: Ann, Ben" in refused("status", study, "--coder", "Nobody")
    assert "needs a name" in refused("status", study, "--coder", "  ", "--set", "open")
    assert "needs a name" in refused("undo", study, "--as", "  ")


def test_an_ambiguous_document_is_refused_with_the_guids(study: Path, tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    done("import", study, write(tmp_path / "b" / "talk.txt", "Another talk."))
    guids = [
        row["guid"] for row in done("documents", study, "--json").json if row["name"] == "talk"
    ]
    sentence = refused("text", study, "talk")
    assert len(guids) == 2 and all(guid in sentence for guid in guids)
    assert done("text", study, guids[1].upper()).out == "Another talk."
    assert done("text", study, f"{{{guids[1]}}}").out == "Another talk."


@pytest.mark.parametrize(
    "words",
    [
        ("info",),
        ("info", "a", "b"),
        ("info", "a", "--nonsense"),
        ("nonsense", "a"),
        ("export", "a", "nothing", "b.docx"),
        ("export", "a", "codebook", "b.docx", "--passages", "-1"),
        ("export", "a", "codebook", "b.docx", "--headings", "fr"),
        ("status", "a", "--set", "asleep"),
        ("import", "a"),
        ("import", "a", "b", "--duplicates", "merge"),
        ("--nonsense",),
    ],
    ids=" ".join,
)
def test_wrong_usage_is_exit_2(words: tuple[str, ...], tmp_path: Path) -> None:
    ended = qcode(*words)
    assert ended.code == 2
    assert ended.out == ""
    assert ended.err


def test_an_ending_that_cannot_be_written_is_refused(study: Path, tmp_path: Path) -> None:
    for words in (
        ("export", study, "codebook", tmp_path / "a.pdf"),
        ("export", study, "passages", tmp_path / "a"),
        ("codings", study, "-o", tmp_path / "a.txt"),
    ):
        assert str(tmp_path / "a") in refused(*words)
    assert "does not exist" in refused("export", study, "codebook", tmp_path / "no" / "a.csv")
