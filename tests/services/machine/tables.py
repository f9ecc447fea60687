"""Codes and codings that come in from tables."""

from __future__ import annotations

import csv
import json

from hypothesis import strategies as st
from hypothesis.stateful import rule
from qcode.services import codes, documents, rows_in

from tests.services.machine.base import CODERS, PICK, Machine
from tests.services.machine.model.part import Refused
from tests.services.machine.model.project import PureProject


class Tables(Machine):
    """A codebook and codings are read from files."""

    @rule(names=st.lists(st.sampled_from(["p", "q", "r"]), unique=True, min_size=1), bad=PICK)
    def import_codebook(self, names: list[str], bad: int) -> None:
        """A chain of codes, each under the next one; now and then with a row that is wrong."""
        kinds = ["concept", "category", "main_category"][: len(names)]
        table = self.path.with_name("frame.csv")
        with table.open("w", encoding="utf-8", newline="") as file:
            rows = csv.writer(file)
            rows.writerow(["name", "parent", "kind", "definition"])
            for place, name in enumerate(names):
                above = names[place + 1] if place + 1 < len(names) else ""
                rows.writerow([name, above, kinds[place], f"what {name} is"])
            if bad % 4 == 0:
                rows.writerow(["orphan", "nobody", "concept", ""])

        def expect(model: PureProject, report: rows_in.TableReport) -> None:
            if bad % 4 == 0:
                raise Refused
            made = {c.id: c for c in codes.tree(self.project) if c.id not in model.codes}
            assert report.added + report.present == len(names)
            assert report.added == len(made)
            under: int | None = None
            for name, kind in reversed(list(zip(names, kinds, strict=True))):
                same = [c for c in model.children[under] if model.codes[c].name == name]
                if same:
                    under = same[0]
                else:
                    # A name that stands elsewhere already serves as the parent that is meant.
                    new = [i for i, c in made.items() if c.name == name and c.parent_id == under]
                    under = new[0]
                    model.create(under, name, kind, made[under].parent_id, made[under].color)
                texts = model.codes[under].texts
                texts["definition"] = texts["definition"] or f"what {name} is"

        elsewhere = [
            code
            for code in self.model.codes.values()
            if code.name in names
            and (
                code.parent is not None
                or code.name != names[-1]
                or (len(names) > 1 and code.kind != kinds[-1])  # may be too low for the others
            )
        ]
        if not elsewhere or bad % 4 == 0:  # what is doubtful then has tests of its own
            self.do(lambda: rows_in.import_codebook(self.project, table), expect)
        table.unlink()

    @rule(
        picks=st.lists(st.tuples(PICK, PICK, st.integers(1, 5)), min_size=1, max_size=3),
        code=st.sampled_from(["fresh", "newer"]),
        coder=CODERS,
    )
    def import_codings(self, picks: list[tuple[int, int, int]], code: str, coder: str) -> None:
        order, names = self.model.order, [d.name for d in self.model.documents.values()]
        if not order:
            return
        guids = {one.id: one.guid for one in documents.listed(self.project)}
        coming = [
            (order[p % len(order)], self.span(order[p % len(order)], s, n)) for p, s, n in picks
        ]
        table = self.path.with_name("codings.jsonl")
        table.write_text(
            "".join(
                json.dumps(
                    {
                        "document": guids[document],
                        "start": span.start,
                        "end": span.end,
                        "code": code,
                        "level": "axial",
                        "coder": coder,
                        "memo": "came in",
                    }
                )
                + "\n"
                for document, span in coming
            ),
            encoding="utf-8",
        )

        def expect(model: PureProject, report: rows_in.TableReport) -> None:
            for document, span in coming:
                model.may_lie(document, span)
            matching = [i for i, one in model.codes.items() if one.name == code]
            if len(matching) > 1:
                raise Refused
            before = len(model.codings)
            if not matching:
                (made,) = [c for c in codes.tree(self.project) if c.id not in model.codes]
                model.create(made.id, code, "main_category", None, made.color)
                matching = [made.id]
            model.knows(coder)
            for document, span in coming:
                model.codings.setdefault(
                    (document, tuple(span), matching[0], coder), ("came in", False)
                )
            assert report.added == len(model.codings) - before
            assert report.added + report.present == len(coming)

        assert len(names) == len(order)
        self.do(lambda: rows_in.import_codings(self.project, table), expect)
        table.unlink()
