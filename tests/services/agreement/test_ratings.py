"""Tables of ratings from anywhere."""

from __future__ import annotations

from pathlib import Path

import pytest
from qcode.model.agreement import Coefficient, Undefined
from qcode.model.errors import QcodeError
from qcode.services.agreement import ratings

ALPHA = Coefficient.KRIPPENDORFF_ALPHA


def table(folder: Path, text: str) -> Path:
    path = folder / "ratings.csv"
    path.write_text(text, "utf-8")
    return path


def test_a_row_is_a_unit_a_column_a_coder_and_an_empty_cell_is_missing(tmp_path: Path) -> None:
    found = ratings.of_file(table(tmp_path, "A,B,C\n1,1,\n2,2,2\n,,\n1,2,1\n"))
    assert (found.coders, found.units, found.values) == (("A", "B", "C"), 4, ("1", "2"))
    # By hand: n = 8 pairable ratings, four of each value; the last unit alone has o_12 + o_21 = 2.
    assert found.measured.get(ALPHA) == pytest.approx(1 - 7 * 2 / (2 * 4 * 4))
    assert found.measured.undefined[Coefficient.COHEN_KAPPA] is Undefined.TWO_CODERS_ONLY


def test_values_on_offer_that_nobody_gave_count_for_chance(tmp_path: Path) -> None:
    path = table(tmp_path, "A,B\nx,x\ny,x\n")
    seen = ratings.of_file(path)
    offered = ratings.of_file(path, ["x", "y", "z", "w"])
    assert seen.measured.get(Coefficient.BRENNAN_PREDIGER) == pytest.approx(0.0)
    assert offered.measured.get(Coefficient.BRENNAN_PREDIGER) == pytest.approx((0.5 - 0.25) / 0.75)
    assert offered.values == ("x", "y", "z", "w")


def test_sets_are_parted_by_semicolons_and_one_alone_is_the_empty_set(tmp_path: Path) -> None:
    found = ratings.of_file(table(tmp_path, "A,B\n;,;\na;b,a\nc,c\n"))
    assert found.sets
    assert found.values == ("a", "b", "c")
    jaccard = found.measured.get(Coefficient.ALPHA_JACCARD)
    masi = found.measured.get(Coefficient.ALPHA_MASI)
    assert jaccard is not None and masi is not None
    assert masi < jaccard < 1


def test_without_sets_there_is_no_alpha_of_sets(tmp_path: Path) -> None:
    found = ratings.of_file(table(tmp_path, "A,B\na,b\nb,b\n"))
    assert not found.sets
    assert found.measured.undefined[Coefficient.ALPHA_MASI] is Undefined.NO_SETS


def test_numbers_are_listed_in_their_order(tmp_path: Path) -> None:
    assert ratings.of_file(table(tmp_path, "A,B\n10,9\n2,x\n")).values == ("2", "9", "10", "x")


def test_nothing_rated_twice_is_said(tmp_path: Path) -> None:
    found = ratings.of_file(table(tmp_path, "A,B\n1,\n,2\n"))
    assert found.measured.undefined[ALPHA] is Undefined.NOT_RATED_TWICE


def test_a_rating_that_is_not_on_offer_is_refused_with_its_line(tmp_path: Path) -> None:
    path = table(tmp_path, "A,B\n1,2\n1,3\n")
    with pytest.raises(QcodeError, match=r"line 3: “3” is not among the values on offer: 1, 2"):
        ratings.of_file(path, ["1", "2"])


def test_a_table_without_rows_is_refused(tmp_path: Path) -> None:
    with pytest.raises(QcodeError, match="no ratings"):
        ratings.of_file(table(tmp_path, "A,B\n"))
