"""A screen of its own (Xvfb with a window manager), real keys and a real mouse (xdotool)."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

TOOLS = ("Xvfb", "xdotool", "openbox")
PATIENCE = 20.0  # seconds until something that should happen counts as not happening


def missing() -> list[str]:
    """Tools that this machine lacks."""
    return [tool for tool in TOOLS if shutil.which(tool) is None]


@contextmanager
def screen(width: int = 1366, height: int = 820) -> Iterator[dict[str, str]]:
    """Start a screen and yield the environment for programs on it."""
    reading, writing = os.pipe()
    server = subprocess.Popen(
        [
            "Xvfb",
            "-displayfd",
            str(writing),
            "-screen",
            "0",
            f"{width}x{height}x24",
            "-nolisten",
            "tcp",
        ],
        pass_fds=(writing,),
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    manager = None
    try:
        with os.fdopen(reading) as numbers:
            display = f":{numbers.readline().strip()}"
        environment = os.environ | {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "LANG": "C.UTF-8"}
        environment.pop("WAYLAND_DISPLAY", None)
        manager = subprocess.Popen(
            ["openbox", "--sm-disable"],
            env=environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        yield environment
    finally:
        for process in (manager, server):
            if process is not None:
                process.terminate()
                process.wait(10)


class Hand:
    """Drives one program on the screen."""

    def __init__(self, environment: dict[str, str], home: Path, *arguments: str) -> None:
        self._environment = environment | {"QCODE_HOME": str(home)}
        self._program = subprocess.Popen(
            [sys.executable, "-m", "tests.window.probed", *arguments],
            env=self._environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )

    def ask(self, question: str) -> Any:
        """Ask the program something; see ``probed``."""
        assert self._program.stdin is not None and self._program.stdout is not None
        self._program.stdin.write(question + "\n")
        self._program.stdin.flush()
        line = self._program.stdout.readline()
        assert line, f"the program ended (exit code {self._program.poll()}) instead of answering"
        return json.loads(line)

    def until(self, question: str, holds: Callable[[Any], bool] = bool) -> Any:
        """Ask again and again until the answer satisfies; fails when it never does."""
        end = time.monotonic() + PATIENCE
        while True:
            answer = self.ask(question)
            if not (isinstance(answer, dict) and "error" in answer) and holds(answer):
                return answer
            assert time.monotonic() < end, f"{question} stayed {answer!r}"

    def keys(self, *names: str) -> None:
        """Press keys or combinations, by their X names (``Return``, ``ctrl+z``)."""
        self._xdotool("key", "--clearmodifiers", *names)

    def write(self, text: str) -> None:
        """Type text."""
        self._xdotool("type", "--delay", "12", text)

    def click(self, x: int, y: int, *, times: int = 1, button: int = 1) -> None:
        """Click somewhere on the screen."""
        self._xdotool(
            "mousemove",
            str(x),
            str(y),
            "click",
            "--repeat",
            str(times),
            "--delay",
            "60",
            str(button),
        )

    def drag(self, x: int, y: int, to_x: int, to_y: int) -> None:
        """Press, move in steps as a hand does, and release."""
        self._xdotool("mousemove", str(x), str(y), "mousedown", "1")
        for step in range(1, 11):
            self._xdotool(
                "mousemove",
                str(x + (to_x - x) * step // 10),
                str(y + (to_y - y) * step // 10),
            )
        self._xdotool("mouseup", "1")

    def picture(self, path: Path) -> None:
        """Take a picture of the whole window as the user sees it."""
        saved = self.ask(f"window.screen().grabWindow(0).save({str(path)!r})")
        assert saved is True, saved

    def quit(self) -> int:
        """Close the window by its shortcut and return the exit code."""
        self.keys("ctrl+q")
        return self._program.wait(PATIENCE)

    def end(self) -> None:
        """End the program if it is still there."""
        if self._program.poll() is None:
            self._program.kill()
            self._program.wait()
        for stream in (self._program.stdin, self._program.stdout):
            if stream is not None:
                stream.close()

    def _xdotool(self, *arguments: str) -> None:
        subprocess.run(["xdotool", *arguments], env=self._environment, check=True, timeout=30)
