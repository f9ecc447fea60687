"""Runs commands as a user's shell would: in this process where that does, else in a new one."""

from __future__ import annotations

import contextlib
import io
import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from qcode.__main__ import main


@dataclass(frozen=True)
class Ended:
    """How a command ended: exit code, and the bytes of both streams as UTF-8."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The one JSON document on standard output."""
        return json.loads(self.out)


def qcode(*words: object) -> Ended:
    """Run one command in this process, from the entry that the shell calls."""
    out, err = io.BytesIO(), io.BytesIO()
    with (
        contextlib.redirect_stdout(io.TextIOWrapper(out, "ascii", newline="\n")) as stdout,
        contextlib.redirect_stderr(io.TextIOWrapper(err, "ascii", newline="\n")) as stderr,
    ):
        code = main([os.fsdecode(_plain(word)) for word in words])
        stdout.flush()
        stderr.flush()
        return Ended(code, out.getvalue().decode(), err.getvalue().decode())


def done(*words: object) -> Ended:
    """Run one command that must succeed."""
    ended = qcode(*words)
    assert ended.code == 0, ended.err
    return ended


def refused(*words: object) -> str:
    """Run one command that must fail as expected; return its one sentence."""
    ended = qcode(*words)
    assert ended.code == 1, (ended.code, ended.out, ended.err)
    assert ended.out == ""
    lines = ended.err.splitlines()
    assert len(lines) == 1 and lines[0].startswith("qcode: "), ended.err
    assert "Traceback" not in ended.err
    return lines[0].removeprefix("qcode: ")


def process(
    *words: object, env: Mapping[str, str] | None = None, stdin: bytes = b""
) -> subprocess.CompletedProcess[bytes]:
    """Run one command in a process of its own."""
    return subprocess.run(
        command(words),
        input=stdin,
        capture_output=True,
        timeout=60,
        env={**os.environ, **(env or {})},
        check=False,
    )


def command(words: Sequence[object]) -> list[str]:
    return [sys.executable, "-m", "qcode", *map(os.fsdecode, map(_plain, words))]


def _plain(word: object) -> str | bytes:
    return word if isinstance(word, bytes) else str(word)


def write(path: Path, text: str) -> Path:
    """Write a file with exactly these characters and return its path."""
    path.write_bytes(text.encode())
    return path
