"""A count of the references to None around a piece of painting."""

import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager

SOME = 500  # far fewer than the paintings that are counted over


@contextmanager
def none_keeps_its_references() -> Iterator[None]:
    """Fail if the body takes references from None, as a release of PySide6 did when painting.

    None is immortal from Python 3.12 on: there the count simply stays.
    """
    gc.collect()
    gc.disable()  # what earlier tests left behind would be counted when it goes
    try:
        before = sys.getrefcount(None)
        yield
        assert abs(sys.getrefcount(None) - before) < SOME
    finally:
        gc.enable()
