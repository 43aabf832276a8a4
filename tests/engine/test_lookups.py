"""Reference table lookups: conversion, fallbacks, wildcards, unknown keys, dates, and reasons for missing values."""

from datetime import date
from fractions import Fraction
from itertools import count
from random import Random

import pytest

from rules.contracts.errors import PlanError
from rules.contracts.extents import (
    ChoiceExtent,
    Extent,
    ListRecord,
    NotApplicable,
    NumberExtent,
    RecordsExtent,
    UnknownOrAbsent,
)
from rules.contracts.intervals import UNBOUNDED, Interval, point_interval
from rules.contracts.outcomes import MissingReason
from rules.engine.inference import InferenceQuestion
from rules.engine.inference_engine import InferenceEngine
from rules.engine.lookups import LookupResult, TableLibrary, TableLibraryCache
from rules.model.expressions import NameReference, NumberClause, NumberLiteral, NumberOperator
from rules.model.scorecard import (
    FormulaQuantity,
    FormulaRow,
    KeyDerivation,
    SumQuantity,
    SumRow,
    TableKey,
    TableLookup,
    TableQuantity,
)
from rules.program.date_arithmetic import NEVER
from rules.program.value_environment import Values
from tests.support.random_tables import random_tables, table_card, table_question
from tests.support.small_table import small_table

TABLE = small_table()


def test_cancellation_is_checked_for_every_record_and_each_of_its_quantities() -> None:
    card = table_card(0)
    random = Random(0)
    question = table_question(card, random, random_tables(random), unknown=0)
    engine, asked = InferenceEngine(card), count()
    with engine.cancellation.until(lambda: next(asked) < 0):
        engine.infer(question)
    engine.close()
    lists = {name: extent.records or () for name, extent in question.facts.items() if isinstance(extent, RecordsExtent)}
    each = [owner for quantity in card.quantities if (owner := quantity.owner) is not None]
    places = sum(len(records) * (1 + each.count(name)) for name, records in lists.items())
    assert (len(each) > 2, places > 5) == (True, True)
    assert next(asked) == 1 + places


def quantity(column: str, *places: tuple[TableKey, ...], unit: str = "tCO2e/t", word: bool = False) -> TableQuantity:
    rows = tuple(TableLookup(table="defaults", keys=keys, basis=("own",)) for keys in places)
    return TableQuantity(id="q", unit=unit, gives="word" if word else "number", column=column, rows=rows)


def keys(code: str = "code", country: str | None = "country") -> tuple[TableKey, ...]:
    fixed = TableKey(column="country", word="other")
    return (TableKey(column="cn_code", name=code), TableKey(column="country", name=country) if country else fixed)


def consulted(asked: TableQuantity, giving_words: tuple[str, ...] = (), **extents: Extent) -> LookupResult:
    return TableLibrary({"defaults": TABLE}, frozenset(giving_words)).consult(asked, Values(extents, {}))


def text(*words: str) -> ChoiceExtent:
    return ChoiceExtent(frozenset(words))


ANYTHING_OR_NOTHING = UnknownOrAbsent()
UNKNOWN_TEXT = ChoiceExtent(frozenset(), others=True)


def test_a_number_is_converted_to_the_unit_of_the_quantity() -> None:
    result = consulted(quantity("total", keys(), unit="kgCO2e/t"), code=text("72083900"), country=text("BR"))
    assert result.extent == NumberExtent(point_interval(Fraction(1620)))
    assert result.reason is None


def test_a_dash_leads_to_the_next_lookup_and_is_missing_without_a_next_lookup() -> None:
    both = quantity("total", keys(), keys(country=None))
    assert consulted(both, code=text("7203"), country=text("BR")).extent == NumberExtent(
        point_interval(Fraction("1.325"))
    )
    assert consulted(both, code=text("7203"), country=text("BR")).row_index == 1
    assert consulted(both, code=text("7208"), country=text("BR")).row_index == 0
    alone = consulted(quantity("total", keys()), code=text("7203"), country=text("BR"))
    assert (alone.extent, alone.reason) == (NumberExtent(UNBOUNDED), MissingReason.LOOK_FURTHER)


def test_out_of_scope_makes_the_quantity_not_applicable_and_never_zero() -> None:
    result = consulted(quantity("indirect", keys()), code=text("7208"), country=text("BR"))
    assert result.extent == NotApplicable()
    assert result.reason is None


def test_an_unknown_value_of_a_column_with_out_of_scope_entries_may_not_apply() -> None:
    asked = quantity("indirect", keys())
    assert consulted(asked, code=text("25232100"), country=text("BR")).extent == ANYTHING_OR_NOTHING
    assert consulted(asked, code=UNKNOWN_TEXT, country=text("BR")).extent == ANYTHING_OR_NOTHING


@pytest.mark.parametrize(
    ("code", "country", "reason"),
    [
        ("25232100", "BR", MissingReason.BLANK),
        ("7318", "BR", MissingReason.DIVIDED),
        ("25231000", "BR", MissingReason.AMBIGUOUS),
        ("72 08", "BR", MissingReason.MALFORMED),
        ("7208", "*", MissingReason.MALFORMED),
        ("7610", "BR", MissingReason.NO_ROW),
    ],
)
def test_a_lookup_without_number_leaves_the_quantity_unknown_with_a_reason(
    code: str, country: str, reason: MissingReason
) -> None:
    result = consulted(quantity("total", keys()), code=text(code), country=text(country))
    assert (result.extent, result.reason, result.table) == (NumberExtent(UNBOUNDED), reason, "defaults")
    assert result.keys


def test_only_a_table_may_use_the_wildcard() -> None:
    """`*` in a table is a wildcard. A subject must not use it, or a table would apply to every country."""
    route = (TableKey(column="cn_code", name="code"), TableKey(column="variant", name="way"))
    asked = quantity("total", (*route, TableKey(column="country", word="BR")))
    assert consulted(asked, ("way",), code=text("7208"), way=text("*")).extent == NumberExtent(
        point_interval(Fraction("1.62"))
    )
    assert consulted(asked, code=text("7208"), way=text("*")).reason is MissingReason.MALFORMED


def test_a_key_with_few_possible_values_is_looked_up_value_by_value() -> None:
    asked = quantity("total", keys(country=None))
    result = consulted(asked, code=text("7203", "7208"))
    assert result.extent == NumberExtent(Interval(Fraction("1.325"), Fraction("4.049")))
    assert result.open_keys == ("code",)
    assert consulted(asked, code=text("7203", "7610")).extent == NumberExtent(UNBOUNDED)
    words = quantity("route", keys(country=None), unit="", word=True)
    assert consulted(words, code=text("7203", "7208")).extent == text("*", "C")


def test_a_fallback_lookup_that_is_not_reached_needs_no_keys() -> None:
    second = (TableKey(column="cn_code", name="other_code"),)
    asked = quantity("total", keys(), second)
    result = consulted(asked, code=text("7208"), country=text("BR"), other_code=UNKNOWN_TEXT)
    assert result.extent == NumberExtent(point_interval(Fraction("1.62")))
    reached = consulted(asked, code=text("7203"), country=text("BR"), other_code=UNKNOWN_TEXT)
    assert (reached.extent, reached.open_keys) == (NumberExtent(UNBOUNDED), ("other_code",))


def test_a_key_that_does_not_apply_makes_the_quantity_not_apply() -> None:
    asked = quantity("total", keys(), keys(country=None))
    assert consulted(asked, code=text("7208"), country=NotApplicable()).extent == NotApplicable()
    assert consulted(asked, code=text("7208"), country=UnknownOrAbsent()).extent == UnknownOrAbsent()


def test_a_missing_table_leaves_the_quantity_unknown() -> None:
    asked = quantity("total", keys())
    values = Values({"code": text("7208"), "country": text("BR")}, {})
    result = TableLibrary({}, frozenset()).consult(asked, values)
    assert (result.extent, result.reason) == (UnknownOrAbsent(), MissingReason.NO_EDITION)


def test_lookup_results_are_cached_per_set_of_tables_and_words(monkeypatch: pytest.MonkeyPatch) -> None:
    asked, libraries = quantity("total", keys()), TableLibraryCache(frozenset())
    values = Values({"code": text("7208"), "country": text("BR")}, {})
    open_values = Values({"code": text("7208"), "country": UNKNOWN_TEXT}, {})
    result = libraries.of({"defaults": TABLE}).consult(asked, values)
    assert result == consulted(asked, code=text("7208"), country=text("BR"))
    assert libraries.of({"defaults": TABLE}).consult(asked, values) is result
    other = libraries.of({"defaults": small_table()}).consult(asked, values)
    assert (other == result, other is result) == (True, False)
    assert libraries.of({}).consult(asked, values).reason is MissingReason.NO_EDITION
    library = libraries.of({"defaults": TABLE})
    assert library.consult(asked, open_values).open_keys == ("country",)
    monkeypatch.setattr("rules.engine.lookups.MAX_CACHED_RESULTS", 1)
    for code in ("7203", "7208", "7203"):
        library.consult(asked, Values({"code": text(code), "country": text("BR")}, {}))
        assert len(library._results) == 1


@pytest.mark.parametrize(
    "asked", [quantity("nothing", keys()), quantity("total", keys(), unit="t"), quantity("route", keys())]
)
def test_an_edition_that_does_not_fit_the_scorecard_leaves_the_quantity_unknown(asked: TableQuantity) -> None:
    result = consulted(asked, code=text("7208"), country=text("BR"))
    assert result.reason is MissingReason.UNFIT
    assert not isinstance(result.extent, NotApplicable)


@pytest.mark.parametrize(
    ("reading", "first", "last", "expected"),
    [
        (KeyDerivation.YEAR, "2026-12-31", "2026-12-31", ("2026",)),
        (KeyDerivation.YEAR, "2026-12-31", "2027-01-01", ("2026", "2027")),
        (KeyDerivation.QUARTER, "2026-03-31", "2026-03-31", ("2026-Q1",)),
        (KeyDerivation.QUARTER, "2026-03-31", "2026-04-01", ("2026-Q1", "2026-Q2")),
        (KeyDerivation.QUARTER, "2026-10-01", "2027-01-01", ("2026-Q4", "2027-Q1")),
    ],
)
def test_a_date_is_looked_up_by_its_year_or_quarter(
    reading: KeyDerivation, first: str, last: str, expected: tuple[str, ...]
) -> None:
    low, high = (Fraction(date.fromisoformat(day).toordinal()) for day in (first, last))
    days = Interval(low, high)
    key = TableKey(column="year", name="day", reading=reading)
    library = TableLibrary({}, frozenset())
    assert library._possible_words(key, Values({"day": NumberExtent(days)}, {})) == expected


@pytest.mark.parametrize("first", [date(2026, 1, 1).toordinal(), NEVER])
def test_a_date_that_may_never_occur_has_no_year_to_look_up(first: int) -> None:
    days = NumberExtent(Interval(Fraction(first), Fraction(NEVER)))
    key = TableKey(column="year", name="day", reading=KeyDerivation.YEAR)
    assert TableLibrary({}, frozenset())._possible_words(key, Values({"day": days}, {})) is None


def test_a_share_of_the_whole_is_computed_after_the_sum_and_summed_again() -> None:
    card = table_card(1)
    random = Random(1)
    engine = InferenceEngine(card)
    order = list(engine.plan.order)
    assert order.index("part") < order.index("all") < order.index("share") < order.index("shares")
    question = table_question(card, random, random_tables(random), unknown=0)
    first = {name: set(one.fields) for name, one in _lots(question).items()}
    engine.infer(question)
    assert {name: set(one.fields) for name, one in _lots(question).items()} == first
    engine.close()


def _lots(question: InferenceQuestion) -> dict[str, ListRecord]:
    listed = question.facts["lots"]
    assert isinstance(listed, RecordsExtent)
    return {one.key: one for one in listed.records or ()}


def test_a_condition_of_a_sum_cannot_depend_on_a_sum_over_the_same_list() -> None:
    card = table_card(2)
    above = NumberClause(
        name="all", operator=NumberOperator.MORE_THAN, operand=NumberLiteral(value=Fraction(0), unit="tCO2e")
    )
    circle = SumQuantity(
        id="circle", unit="tCO2e", list="lots", of="part", rows=(SumRow(where=(above,), basis=("own",)),)
    )
    with pytest.raises(PlanError, match="depend on each other"):
        InferenceEngine(card.model_copy(update={"quantities": (*card.quantities, circle)}))


def test_conditions_of_sums_may_read_quantities_of_the_whole() -> None:
    card = table_card(3)
    always = NumberClause(
        name="burden", operator=NumberOperator.AT_LEAST, operand=NumberLiteral(value=Fraction(0), unit="tCO2e/t")
    )
    doubled = FormulaQuantity(
        id="doubled", unit="tCO2e", rows=(FormulaRow(formula=NameReference(id="guarded"), basis=("own",)),)
    )
    guarded = SumQuantity(
        id="guarded", unit="tCO2e", list="lots", of="part", rows=(SumRow(where=(always,), basis=("own",)),)
    )
    engine = InferenceEngine(card.model_copy(update={"quantities": (*card.quantities, guarded, doubled)}))
    random = Random(3)
    question = table_question(card, random, random_tables(random), unknown=0)
    extents = engine.infer(question).values.extents
    assert extents["doubled"] == extents["guarded"]
    engine.close()
