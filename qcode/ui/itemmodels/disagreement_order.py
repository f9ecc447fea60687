"""Which of the disagreements that a filter lets through have certain words, and their order."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from qcode.analysis.agreement.spans import Ints
    from qcode.services.review.disagreements import Disagreements


class Order(StrEnum):
    """How rows are ordered."""

    PLACE = "place"
    CODE = "code"
    SIZE = "size"


def in_order(found: Disagreements, numbers: Ints, order: Order) -> Ints:
    """Return rows in another order than that of their places."""
    import numpy as np

    if order is Order.CODE:
        first, second = found.first_code[numbers], found.second_code[numbers]
        code = np.where(first >= 0, first, second)
        return numbers[np.lexsort((numbers, code))]
    if order is Order.SIZE:
        return numbers[np.lexsort((numbers, -found.differing[numbers]))]
    return numbers


def with_words(
    found: Disagreements, numbers: Ints, words: str, quotes: Sequence[str] | None = None
) -> Ints:
    """Return the rows that have every word: in the names of codes, document or coders, or quoted.

    ``quotes`` are the words of all rows, case folded; None where they are not read yet.
    """
    import numpy as np

    wanted = words.casefold().split()
    if not wanted or not len(numbers):
        return numbers
    codes = [one.title.casefold() for one in found.gathered.codes]
    documents = [one.title.casefold() for one in found.gathered.documents]
    pairs = [f"{one.name} {other.name}".casefold() for one, other in found.pairs]
    kept = np.ones(len(numbers), dtype=np.bool_)
    for word in wanted:
        # One place more for no code: -1 is the last one.
        in_code = np.array([*(word in title for title in codes), False], dtype=np.bool_)
        in_document = np.array([word in title for title in documents], dtype=np.bool_)
        in_pair = np.array([word in names for names in pairs], dtype=np.bool_)
        has = (
            in_code[found.first_code[numbers]]
            | in_code[found.second_code[numbers]]
            | in_document[found.document[numbers]]
            | in_pair[found.pair[numbers]]
        )
        if quotes is not None:
            here = (word in quotes[number] for number in numbers.tolist())
            has |= np.fromiter(here, dtype=np.bool_, count=len(numbers))
        kept &= has
    return numbers[kept]
