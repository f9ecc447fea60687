from __future__ import annotations

import pytest
from qcode.model.tables import JOURNALED, table_of
from qcode.services.joining import rules, words
from sqlalchemy import UniqueConstraint


@pytest.mark.parametrize("model", JOURNALED, ids=lambda model: table_of(model).name)
def test_every_journaled_table_has_a_rule_of_merging_that_knows_its_keys(model) -> None:  # type: ignore[no-untyped-def]
    table = table_of(model)
    rule = rules.of_tables()[table.name]
    assert words.what(table.name).template
    unique = {
        frozenset(column.name for column in one.columns)
        for one in table.constraints
        if isinstance(one, UniqueConstraint)
    }
    unique |= {frozenset({column.name}) for column in table.columns if column.unique}
    unique -= {frozenset({"guid"})}
    known = frozenset(rule.columns[at] for at in rule.key)
    assert not unique or known in unique, "rows that clash would come in"
    assert rule.guid is not None or rule.key, "rows that nothing tells apart"


def test_tables_come_behind_those_that_they_point_to() -> None:
    order = list(rules.of_tables())
    for name, rule in rules.of_tables().items():
        for one in rule.references:
            if one.target not in rules.TEXTS | {name}:
                assert order.index(one.target) < order.index(name)
