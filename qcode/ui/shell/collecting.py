"""When Python looks for garbage: not over everything that a large project has loaded.

A full collection walks every object there is; with a large project open that held the window for
100 to 200 ms in the middle of whatever the user did (measured). What is loaded to stay is therefore
set apart; it is still freed when nobody refers to it any more.
"""

from __future__ import annotations

import gc

_YOUNG, _MIDDLE, _OLD = 5_000, 4, 100  # twenty young ones together held the window for 45 ms


def begin() -> None:
    """Let collections be rarer than Python's own, which are made for small heaps."""
    gc.set_threshold(_YOUNG, _MIDDLE, _OLD)


def settle() -> None:
    """Leave what there is now out of all later collections."""
    gc.freeze()


def release() -> None:
    """Look over everything again: a project was closed."""
    gc.unfreeze()
    gc.collect()
