"""What goes to which stream, in which letters, whatever the terminal is."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from qcode.cli import COMMANDS

from tests.cli.running import command, done, process, write

HOSTILE = "[bold]x[/] [link=http://x]y[/link] :smile: {name} %s \\n"


def test_names_are_printed_as_they_are_without_markup_or_wrapping(
    empty: Path, tmp_path: Path
) -> None:
    long = "very " * 90 + "long"
    table = write(tmp_path / "t.csv", f'name,kind\n"{HOSTILE}",concept\n{long},concept\n')
    done("codes", empty, "--import", table)
    lines = done("codes", empty).out.splitlines()
    assert len(lines) == 3
    assert HOSTILE in lines[1]
    assert long in lines[2]
    assert done("codes", empty, "--json").json[0]["name"] == HOSTILE
    done("undo", empty)
    assert "Import codebook t.csv" in done("history", empty).out


def test_very_long_quotations_stay_on_one_line(empty: Path, tmp_path: Path) -> None:
    text = "word 字 \n" * 30_000
    done("import", empty, write(tmp_path / "long.txt", text))
    rows = write(
        tmp_path / "c.jsonl",
        json.dumps({"document": "long", "start": 0, "end": len(text), "code": "all"}),
    )
    done("codings", empty, "--import", rows)
    lines = done("codings", empty).out.splitlines()
    assert len(lines) == 2
    assert lines[1].endswith(" ".join(text.split()))


def test_columns_stand_under_each_other_in_chinese_too(study: Path) -> None:
    from rich.cells import cell_len

    lines = done("codings", study).out.splitlines()
    at = {cell_len(line[: re.search(r"(Ann|Ben|coder)", line).start()]) for line in lines}
    assert len(at) == 1


def test_json_is_utf8_and_alone_on_standard_output(study: Path) -> None:
    for locale in (
        {"LC_ALL": "C"},
        {"LC_ALL": "POSIX", "PYTHONUTF8": "0"},
        {"LANG": "zh_CN.GB18030"},
    ):
        ended = process("codes", study, "--json", env={**locale, "PYTHONCOERCECLOCALE": "0"})
        assert ended.returncode == 0 and ended.stderr == b""
        assert json.loads(ended.stdout.decode("utf-8"))[3]["name"] == "责任"
        assert "责任".encode() in ended.stdout


def test_tables_and_sentences_are_utf8_too(study: Path) -> None:
    assert "责任".encode() in process("codes", study, env={"LC_ALL": "C"}).stdout
    assert "“没有”".encode() in process("text", study, "没有", env={"LC_ALL": "C"}).stderr


def test_text_is_byte_for_byte(empty: Path, tmp_path: Path) -> None:
    for text in ("no newline at the end", "\n\ntwo\n\n", "tab\tnbsp\xa0 \u2028 end \U0001f680\n"):
        path = write(tmp_path / f"t{len(text)}.txt", text)
        done("import", empty, path)
        ended = process("text", empty, path.stem, env={"LC_ALL": "C"})
        assert ended.stdout == text.encode()
        assert ended.stderr == b""


def test_a_reader_that_has_seen_enough_hears_no_complaint(study: Path, tmp_path: Path) -> None:
    big = write(tmp_path / "big.txt", "line of words\n" * 200_000)
    done("import", study, big)
    for words in (["text", study, "big"], ["codings", study, "--json"], ["codes", study]):
        running = subprocess.Popen(command(words), stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        assert running.stdout is not None and running.stderr is not None
        running.stdout.close()
        assert running.stderr.read() == b""
        running.stderr.close()
        assert running.wait(timeout=30) in (0, 1)


def test_messages_go_to_standard_error(empty: Path, tmp_path: Path) -> None:
    ended = done("import", empty, write(tmp_path / "t.txt", "words"))
    assert ended.out == "t\n"
    assert ended.err == "1 imported, 0 skipped, 0 failed.\n"
    out = tmp_path / "c.jsonl"
    ended = done("codings", empty, "-o", out)
    assert ended.out == "" and str(out) in ended.err
    ended = done("new", tmp_path / "another.qcode")
    assert ended.out == "" and "another.qcode" in ended.err


def test_help_and_version_are_results() -> None:
    for words in (["--help"], ["--version"], *([name, "--help"] for name in sorted(COMMANDS))):
        ended = process(*words) if words == ["--version"] else None
        if ended is not None:
            assert ended.returncode == 0 and ended.stdout.startswith(b"qcode ")
            assert ended.stderr == b""
        else:
            assert done(*words).out


def test_the_commands_known_in_advance_are_those_there_are() -> None:
    import typer.main
    from qcode.cli.main import app

    group = typer.main.get_command(app)
    assert set(group.commands) == COMMANDS  # type: ignore[attr-defined]  # a click group


@pytest.mark.parametrize("module", ["qcode.cli.main", "qcode.services"])
def test_commands_and_services_load_no_qt(module: str) -> None:
    program = (
        "import importlib, pkgutil, sys\n"
        f"room = importlib.import_module({module!r})\n"
        "for one in pkgutil.iter_modules(getattr(room, '__path__', [])):\n"
        f"    importlib.import_module({module!r} + '.' + one.name)\n"
        "print([name for name in sys.modules if name.split('.')[0] in ('PySide6', 'shiboken6')])\n"
    )
    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    assert ended.stdout == b"[]\n"


def test_a_command_runs_without_qt_or_display(study: Path) -> None:
    program = (
        "import sys\n"
        "from qcode.__main__ import main\n"
        f"code = main(['codes', {str(study)!r}])\n"
        "assert not [name for name in sys.modules if name.split('.')[0] == 'PySide6']\n"
        "sys.exit(code)\n"
    )
    ended = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, env={"PATH": ""}, check=False
    )
    assert ended.returncode == 0, ended.stderr
