"""What does not fit together in a codebook, as plain data."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from qcode.model.messages import QT_TRANSLATE_NOOP, Message


class FindingKind(StrEnum):
    """What was found; the order is the one in which findings are listed."""

    SEVERAL_CORES = "several_cores"
    LEVEL_SKIPPED = "level_skipped"
    CONCEPT_IN_MODEL = "concept_in_model"
    OUTSIDE_MAIN_CATEGORIES = "outside_main_categories"
    WITHOUT_CONCEPTS = "without_concepts"
    WITHOUT_CATEGORY = "without_category"
    ONLY_CATEGORY = "only_category"
    NEAR_DUPLICATES = "near_duplicates"
    ONE_DOCUMENT = "one_document"
    UNUSED = "unused"

    @property
    def label(self) -> Message:
        """Heading of such findings for people."""
        return Message(_KIND_LABELS[self])


_KIND_LABELS = {
    FindingKind.SEVERAL_CORES: QT_TRANSLATE_NOOP("core", "More than one core"),
    FindingKind.LEVEL_SKIPPED: QT_TRANSLATE_NOOP("core", "A level is skipped"),
    FindingKind.CONCEPT_IN_MODEL: QT_TRANSLATE_NOOP("core", "Too low for the model"),
    FindingKind.OUTSIDE_MAIN_CATEGORIES: QT_TRANSLATE_NOOP("core", "Not brought in yet"),
    FindingKind.WITHOUT_CONCEPTS: QT_TRANSLATE_NOOP("core", "Nothing below"),
    FindingKind.WITHOUT_CATEGORY: QT_TRANSLATE_NOOP("core", "Not grouped"),
    FindingKind.ONLY_CATEGORY: QT_TRANSLATE_NOOP("core", "Passages skip a level"),
    FindingKind.NEAR_DUPLICATES: QT_TRANSLATE_NOOP("core", "Nearly the same name"),
    FindingKind.ONE_DOCUMENT: QT_TRANSLATE_NOOP("core", "Rests on one document"),
    FindingKind.UNUSED: QT_TRANSLATE_NOOP("core", "Never used"),
}


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that does not fit, and what to do about it.

    ``code_ids`` are the codes it is about, first the one to go to. ``passages`` is the number of
    passages concerned, 0 where it is about codes alone.
    """

    kind: FindingKind
    code_ids: tuple[int, ...]
    message: Message
    cure: Message
    passages: int = 0
