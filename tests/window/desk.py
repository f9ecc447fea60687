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
PATIENCE = 60.0  # seconds until something that should happen counts as not happening


class ProgramEnded(AssertionError):
    """The program ended, or crashed, while it was to answer."""


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
            "-r",  # no auto-repeat: on a busy machine a key may be up late
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
        self._environment = environment | {"QCODE_HOME": str(home), "PYTHONFAULTHANDLER": "1"}
        self._program = subprocess.Popen(
            [sys.executable, "-m", "tests.window.probed", *arguments],
            env=self._environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )
        self._sent = [0, 0]  # key and button releases that the program should have heard of

    def ask(self, question: str) -> Any:
        """Ask the program something; see ``probed``."""
        assert self._program.stdin is not None and self._program.stdout is not None
        self._program.stdin.write(question + "\n")
        self._program.stdin.flush()
        line = self._program.stdout.readline()
        if not line:
            raise ProgramEnded(f"exit code {self._program.wait(PATIENCE)} instead of an answer")
        return json.loads(line)

    def until(self, question: str, holds: Callable[[Any], bool] = bool) -> Any:
        """Ask again and again until the answer satisfies; fails when it never does."""
        end = time.monotonic() + PATIENCE
        while True:
            answer = self.ask(question)
            if not (isinstance(answer, dict) and "error" in answer) and holds(answer):
                return answer
            assert time.monotonic() < end, f"{question} stayed {answer!r}"

    def arrived(self) -> None:
        """Wait until the program has dealt with every key and click that was sent to its window.

        What is asked after that was not asked too early. Fails when some never came.
        """
        self.until(f"[list(heard), {self._sent}]", lambda counts: counts[0] == counts[1])

    def keys(self, *names: str) -> None:
        """Press keys or combinations, by their X names (``Return``, ``ctrl+z``)."""
        self._sent[0] += len(names)
        self._xdotool("key", "--clearmodifiers", *names)

    def write(self, text: str) -> None:
        """Type text."""
        self._sent[0] += len(text)
        self._xdotool("type", "--delay", "12", text)

    def rush(self, *parts: str | tuple[str, ...]) -> None:
        """Press keys (tuples of names) and type texts without a pause, as fast hands do."""
        arguments: list[str] = []
        for part in parts:
            self._sent[0] += len(part)
            if isinstance(part, str):
                arguments += ["type", "--delay", "12", "--args", "1", part]
            else:
                arguments += ["key", "--clearmodifiers", *part]
        self._xdotool(*arguments)

    def click(self, x: int, y: int, *, times: int = 1, button: int = 1) -> None:
        """Click somewhere on the screen."""
        self._sent[1] += times
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
        self.hold(x, y, to_x, to_y)
        self.let_go()

    def turn(self, x: int, y: int, notches: int) -> None:
        """Turn the wheel over a place: down, or up where ``notches`` is negative."""
        button = "5" if notches > 0 else "4"
        self._xdotool("mousemove", str(x), str(y), "click", "--repeat", str(abs(notches)), button)

    def carry(self, x: int, y: int, to_x: int, to_y: int) -> None:
        """Take something and drop it elsewhere; a drag swallows its release, so none is counted."""
        self.until("heard.idle() > app.doubleClickInterval()")  # not the next click of several
        self._move_pressed(x, y, to_x, to_y)
        self._xdotool("mouseup", "1")

    def forgive(self) -> None:
        """Take what has arrived up to now for all that was sent."""
        self._sent = self.ask("list(heard)")

    def hold(self, x: int, y: int, to_x: int, to_y: int) -> None:
        """Press, move in steps, and keep the button down; what has moved has arrived."""
        self._move_pressed(x, y, to_x, to_y)
        self.until("heard.at", lambda at: at == [to_x, to_y])

    def let_go(self) -> None:
        """Release the button."""
        self._sent[1] += 1
        self._xdotool("mouseup", "1")

    def _move_pressed(self, x: int, y: int, to_x: int, to_y: int) -> None:
        self._xdotool("mousemove", str(x), str(y), "mousedown", "1")
        for step in range(1, 11):
            self._xdotool(
                "mousemove",
                str(x + (to_x - x) * step // 10),
                str(y + (to_y - y) * step // 10),
            )

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
