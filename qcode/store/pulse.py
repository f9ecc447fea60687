"""A sign of life from inside long statements.

Deleting a code with thousands of passages is one statement of half a second. SQLite calls back
while it works; who must stay alive meanwhile (a window that repaints) is called from there, and may
stop the work by raising.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from contextvars import ContextVar

Beat = Callable[[], None]

STEPS = 20_000  # of SQLite's machine between two beats: some milliseconds

_beat: ContextVar[Beat | None] = ContextVar("beat", default=None)


@contextmanager
def kept_alive(beat: Beat) -> Iterator[None]:
    """Have ``beat`` called again and again while changes are written inside the block.

    It runs in the middle of a statement: it may read the project, but not change it. What it
    raises ends the statement and comes out of the change, which is rolled back.
    """
    token = _beat.set(beat)
    try:
        yield
    finally:
        _beat.reset(token)


def beating(raw: sqlite3.Connection) -> AbstractContextManager[None]:
    """Let the statements of ``raw`` call the beat that is set, if any."""
    beat = _beat.get()
    return nullcontext() if beat is None else _beating(raw, beat)


@contextmanager
def _beating(raw: sqlite3.Connection, beat: Beat) -> Iterator[None]:
    raised: list[BaseException] = []

    def call() -> int:
        try:
            beat()
        except BaseException as error:  # SQLite only hears that it should stop
            raised.append(error)
            return 1
        return 0

    raw.set_progress_handler(call, STEPS)
    try:
        yield
    except sqlite3.OperationalError:
        if raised:
            raise raised[0] from None
        raise
    finally:
        raw.set_progress_handler(None, 0)
