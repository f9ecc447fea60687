"""All writing services in any order, with undo, redo, closing and reopening in between.

After every step the project must be what a simple model says, sound to the check, and undo and redo
must bring back exactly the rows that were there before and after. The rules stand in
``tests/services/machine``, a module a subject.
"""

from __future__ import annotations

import copy
import os
import pkgutil
from importlib import import_module

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import initialize
from qcode.model.agreement_enums import Verdict
from qcode.model.enums import CodeKind, MemoKind

from tests.services import machine, pictures
from tests.services.machine.axial import Paradigms, Pictures, Properties, Stages
from tests.services.machine.base import Machine
from tests.services.machine.coders import Coders
from tests.services.machine.codes import Codes
from tests.services.machine.codings import Codings
from tests.services.machine.documents import Documents
from tests.services.machine.history import History
from tests.services.machine.log import Log
from tests.services.machine.memos import Memos
from tests.services.machine.merging import Merging
from tests.services.machine.project import Whole
from tests.services.machine.relations import Relations
from tests.services.machine.review import Reviews
from tests.services.machine.saturation import Held
from tests.services.machine.sharing import Sharing
from tests.services.machine.tables import Tables
from tests.services.machine.terms import Named


class Services(
    Documents,
    Merging,
    Codes,
    Codings,
    Memos,
    Paradigms,
    Stages,
    Properties,
    Relations,
    Pictures,
    Coders,
    Sharing,
    Tables,
    Held,
    Reviews,
    Log,
    Named,
    Whole,
    History,
):
    """All subjects together, with something of each at the beginning."""

    @initialize(blind=st.booleans())
    def begin(self, blind: bool) -> None:
        self.history = [(pictures.rows(self.project), copy.deepcopy(self.model))]
        self.bring_documents(["first", "second"], [0, 2], "Interviews", ["Year"])
        self.make_code("core", CodeKind.CORE_CATEGORY, 0, "")
        self.make_code("group", CodeKind.CATEGORY, 1, "#0a0")
        self.name_version("beginning", "", False)
        self.work_blind(blind)
        for coder in ("Ann", "Ben"):
            self.act_as(coder)
            self.apply_codes(1, [(0, 3), (2, 4)], [1])
            self.apply_codes(2, [(0, 2)], [0])
            self.write_memo(MemoKind.PASSAGE, 1, 4)
        self.act_as("Ann")
        self.decide(1, [(0, 3)], [(0, 2)], 2, Verdict.BOTH, "said so", [(0, 1)], 0)


Services.TestCase.settings = settings(
    max_examples=int(os.environ.get("QCODE_TEST_EXAMPLES", "45")), stateful_step_count=30
)
TestServices = Services.TestCase


def test_every_subject_is_in_the_machine_and_hides_nothing_of_another():
    named = {}
    for module in pkgutil.iter_modules(machine.__path__):
        for subject in vars(import_module(f"{machine.__name__}.{module.name}")).values():
            if isinstance(subject, type) and issubclass(subject, Machine):
                assert issubclass(Services, subject)
                for name in vars(subject):
                    if not name.startswith("__"):
                        assert named.setdefault(name, subject) is subject, name
