"""Work that is done in a copy and merged is as if it had been done here."""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from hypothesis import strategies as st
from hypothesis.stateful import rule
from qcode.model.enums import CodeKind
from qcode.model.join_records import Choice
from qcode.services.joining import merging
from qcode.services.project import Project

from tests.services import pictures
from tests.services.machine.base import KINDS, NAMES, PICK, PICKS, Machine, T
from tests.services.machine.codes import Codes
from tests.services.machine.codings import Codings
from tests.services.machine.model.project import PureProject


class Merging(Codes, Codings):
    """Some of the rules again, in a copy of the file that is merged afterwards."""

    @contextmanager
    def in_a_copy(self) -> Iterator[None]:
        """Have changes inside the block made in a copy and merged."""
        self.do = self.do_in_a_copy  # type: ignore[method-assign]  # for this one, for a while
        try:
            yield
        finally:
            del self.do

    def do_in_a_copy(
        self, change: Callable[[], T], expect: Callable[[PureProject, T], None]
    ) -> None:
        coder, before = self.project.coder, len(pictures.steps(self.project))

        def as_if_here(model: PureProject, result: T) -> None:
            expect(model, result)
            if len(pictures.steps(self.project)) > before:
                model.knows(coder)  # who merges is on record

        Machine.do(self, lambda: self.merged(change), as_if_here)

    def merged(self, change: Callable[[], T]) -> T:
        """Make a change in a copy, merge it, and return what the change returned."""
        with tempfile.TemporaryDirectory(prefix="qcode-machine-copy-") as folder:
            path, mine = Path(folder) / "copy.qcode", self.project
            with (
                closing(sqlite3.connect(self.path)) as here,
                closing(sqlite3.connect(path)) as copy,
            ):
                here.backup(copy)
            assert merging.plan(mine, [path]).nothing
            with Project.open(path, coder=mine.coder) as self.project:
                try:
                    result = change()
                finally:
                    self.project = mine
            # A text that is typed on in the same step cannot be told from one changed here.
            merging.carry_out(mine, merging.plan(mine, [path]), prefer=Choice.THEIRS)
            assert merging.plan(mine, [path]).nothing
        return result

    @rule(pick=PICK, places=st.lists(st.tuples(PICK, st.integers(0, 9)), max_size=2), picks=PICKS)
    def apply_codes_in_a_copy(
        self, pick: int, places: list[tuple[int, int]], picks: list[int]
    ) -> None:
        with self.in_a_copy():
            self.apply_codes(pick, places, picks)

    @rule(picks=PICKS)
    def remove_codings_in_a_copy(self, picks: list[int]) -> None:
        with self.in_a_copy():
            self.remove_codings(picks)

    @rule(name=NAMES, kind=KINDS, pick=PICK)
    def make_code_in_a_copy(self, name: str, kind: CodeKind, pick: int) -> None:
        with self.in_a_copy():
            self.make_code(name, kind, pick, "")

    @rule(picks=PICKS, pick=PICK, position=st.none() | st.integers(0, 4))
    def move_codes_in_a_copy(self, picks: list[int], pick: int, position: int | None) -> None:
        with self.in_a_copy():
            self.move_codes(picks, pick, position)

    @rule(picks=PICKS, pick=PICK)
    def merge_codes_in_a_copy(self, picks: list[int], pick: int) -> None:
        with self.in_a_copy():
            self.merge_codes(picks, pick, "")

    @rule(picks=PICKS, with_below=st.booleans())
    def delete_codes_in_a_copy(self, picks: list[int], with_below: bool) -> None:
        with self.in_a_copy():
            self.delete_codes(picks, with_below, False)
