"""Column lookups in reference tables: numbers, words and dates as in the core, and reasons for missing values."""

from datetime import date
from fractions import Fraction

import polars as pl
import pytest

from rules.columns.expression_nodes import Call, ColumnReference, Literal, NotVectorizableError, Operator
from rules.columns.tables import ABSENT, MISSING, OPEN, ColumnLookup, ColumnLookups
from rules.engine.lookups import TableLibrary
from rules.model.scorecard import KeyDerivation, TableKey, TableLookup, TableQuantity
from service.bulk.expressions import to_polars
from tests.support.small_table import ROWS, benchmarks, small_table

COUNTRIES = ("BR", "DE")
CODE, COUNTRY = TableKey(column="cn_code", name="code"), TableKey(column="country", name="country")


def asked(column: str, *keys: TableKey, word: bool = False, unit: str = "tCO2e/t") -> TableQuantity:
    place = TableLookup(table="small", keys=keys, basis=("own",))
    return TableQuantity(id="q", unit=unit, gives="word" if word else "number", column=column, rows=(place,))


def library(*rows: tuple[str, ...]) -> TableLibrary:
    return TableLibrary({"small": small_table(rows or ROWS)}, frozenset())


def test_a_number_is_scaled_and_special_results_are_below_the_lowest_number() -> None:
    lookup = ColumnLookup(asked("indirect", CODE, COUNTRY), library(), {"country": COUNTRIES})
    assert (lookup.low, lookup.high, lookup.divisor) == (4, 5, 100)
    expected = {
        ("7203", 0): MISSING,
        ("7208", 0): ABSENT,
        ("7208", 1): MISSING,
        (None, 0): MISSING,
        ("7208", None): OPEN,
        ("7208", OPEN): OPEN,
        ("7208", MISSING): MISSING,
        ("7208", ABSENT): ABSENT,
    }
    assert {key: lookup.find(key) - lookup.low for key in expected} == expected
    whole = ColumnLookup(asked("total", CODE, COUNTRY), library(), {"country": COUNTRIES})
    assert Fraction(whole.find(("72085199", 0)), whole.divisor) == Fraction("1.7")


def test_a_word_is_found_by_its_index_and_a_number_in_the_unit_of_the_quantity() -> None:
    route = ColumnLookup(asked("route", CODE, COUNTRY, word=True), library(), {})
    assert route.words[route.find(("72085199", "BR"))] == "C/F"
    kilograms = ColumnLookup(asked("total", CODE, COUNTRY, unit="kgCO2e/t"), library(), {})
    assert Fraction(kilograms.find(("7208", "BR")), kilograms.divisor) == 1_620


def test_years_are_looked_up_by_the_days_of_a_column_each_different_key_once() -> None:
    year = TableKey(column="year", name="day", reading=KeyDerivation.YEAR)
    fixed = (TableKey(column="column", word="B"), TableKey(column="route", word="F"))
    tables = TableLibrary({"small": benchmarks()}, frozenset())
    lookups = ColumnLookups(tables)
    lookup = lookups.of(asked("value", CODE, *fixed, year), {})
    assert lookups.of(asked("value", CODE, *fixed, year), {}) is lookup
    node = Call(
        Operator.LOOK_UP, (Literal(lookup), ColumnReference("code"), Call(Operator.YEAR, (ColumnReference("day"),)))
    )
    days = [date(2026, 12, 31), date(2027, 12, 31), date(2028, 1, 1), None, date(2026, 12, 31)]
    numbers = [day and day.toordinal() for day in days]
    frame = pl.DataFrame({"code": ["72271000"] * 4 + [None], "day": numbers})
    values = frame.select(to_polars(node)).to_series().to_list()
    assert [one * 1_000 // lookup.divisor for one in values[:3]] == [1_613, 1_613, 1_600]
    assert values[3:] == [lookup.low + MISSING] * 2
    quarters = frame.select(to_polars(Call(Operator.QUARTER, (ColumnReference("day"),)))).to_series().to_list()
    assert quarters == [2026 * 4 + 3, 2027 * 4 + 3, 2028 * 4, None, 2026 * 4 + 3]


def test_numbers_with_excess_digits_are_computed_by_the_core() -> None:
    long = ("BR", "7208", "*", "0", "0", f"0.{'3' * 20}", "C", "confirmed")
    with pytest.raises(NotVectorizableError, match="too many digits"):
        ColumnLookup(asked("total", CODE, COUNTRY), library(long), {})
