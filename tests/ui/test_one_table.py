"""Tables that are told the same again: nothing is laid out anew, and what is chosen stays."""

from dataclasses import replace

from qcode.model.saturation import DocumentNews
from qcode.ui.itemmodels.record_table import Field, RecordTable
from qcode.ui.itemmodels.saturation_rows import SaturationRows


def ledger(*names):
    return tuple(
        DocumentNews(number, "", name, "", False, True, (), (), (), number, 0)
        for number, name in enumerate(names)
    )


def told(model, signal):
    heard = []
    getattr(model, signal).connect(lambda *place: heard.append(place))
    return heard


def test_a_ledger_tells_only_of_rows_that_are_otherwise(qapp):
    model = SaturationRows(writable=True)
    one, two, three = ledger("one", "two", "three")
    model.show_rows([one, two, three])
    resets, changed = told(model, "modelReset"), told(model, "dataChanged")
    model.show_rows([one, two, three])
    assert (resets, changed) == ([], [])
    model.show_rows([one, replace(two, cumulative_concepts=7), three])
    ((first, last, _),) = changed
    assert (first.row(), last.row(), resets) == (1, 1, [])
    assert model.at(1).cumulative_concepts == 7
    model.show_rows([three, one])
    assert len(resets) == 1
    assert model.at(0) == three


def test_a_table_of_as_many_records_is_drawn_again_and_not_laid_out(qapp):
    model = RecordTable()
    fields = (Field("Name", str), Field("Length", lambda one: str(len(one)), number=True))
    model.show_records(fields, ["lamp", "bell"])
    resets, changed = told(model, "modelReset"), told(model, "dataChanged")
    model.show_records(fields, ["lamp", "bells"])
    assert (len(resets), len(changed)) == (0, 1)
    assert model.index(1, 1).data() == "5"
    model.show_records(fields, ["lamp"])
    assert len(resets) == 1
    model.show_records((fields[0],), ["lamp"])
    assert (len(resets), model.columnCount()) == (2, 1)
