"""All parts of the model together."""

from __future__ import annotations

from dataclasses import dataclass

from tests.services.machine.model.log import PureLog
from tests.services.machine.model.memos import PureMemos
from tests.services.machine.model.relations import PureRelations
from tests.services.machine.model.review import PureReview
from tests.services.machine.model.saturation import PureSaturation
from tests.services.machine.model.terms import PureTerms


@dataclass
class PureProject(PureRelations, PureMemos, PureReview, PureSaturation, PureTerms, PureLog):
    """A project with its documents, codes, codings, memos, coders and model."""

    name: str = ""
