"""Shared meanings: every fact exists in all published versions, with equal type and convertible unit."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given, strategies as st

from rules.contracts import convertible_units, format_exact, parse_exact
from rules.model import FactDefinition, FactType, RecordType, Scorecard
from service.configuration.folders import CHECKOUT
from service.gazette.versions import Gazette
from service.reuse.meanings import (
    Meaning,
    Period,
    converted_value,
    declared_meanings,
    declared_periods,
    declared_states,
    meaning_of,
    period_of,
    period_values,
)
from touchstone.v1 import types_pb2

GAZETTE = Gazette(CHECKOUT / "scorecards")
TYPES = {"period": FactType.PERIOD, "first": FactType.DATE, "last": FactType.DATE}
MEANINGS = declared_meanings()
ELECTRICITY = GAZETTE.newest("zero-carbon-factory").scorecard, GAZETTE.newest("miit-zero-carbon-factory").scorecard


def definitions(name: str) -> Iterator[tuple[Scorecard, FactDefinition]]:
    """Yield the definition of a fact in each published version that has it."""
    card, _, fact = name.partition("/")
    versions = [version.scorecard for version in GAZETTE.versions(card)]
    assert versions, name
    for scorecard in versions:
        yield from ((scorecard, definition) for definition in scorecard.facts if definition.id == fact)


def definition(scorecard: Scorecard, fact: str) -> FactDefinition:
    return next(one for one in scorecard.facts if one.id == fact)


def form(scorecard: Scorecard, fact: FactDefinition) -> tuple[object, ...]:
    record: RecordType | None = next((one for one in scorecard.records if one.id == fact.record), None)
    fields = () if record is None else tuple(sorted((one.id, one.type.value, one.unit) for one in record.fields))
    return fact.type, frozenset(convertible_units(fact.unit)) if fact.unit else None, fields


@pytest.mark.parametrize("meaning", MEANINGS.values(), ids=list(MEANINGS))
def test_every_fact_of_a_meaning_is_published_with_the_same_form(meaning: Meaning) -> None:
    forms = set()
    for name in meaning.facts:
        found = list(definitions(name))
        assert found, f"{name} is in no published version"
        forms |= {form(scorecard, fact) for scorecard, fact in found}
    assert len({kind for kind, *_ in forms}) == 1
    units = [unit for _, unit, _ in forms]
    assert all(unit == units[0] for unit in units), f"{meaning.id}: units of different dimensions"
    assert all(meaning.words.values())


def test_a_fact_has_one_meaning() -> None:
    named = [fact for meaning in MEANINGS.values() for fact in meaning.facts]
    assert len(named) == len(set(named))
    assert all(len(meaning.facts) > 1 for meaning in MEANINGS.values())


@pytest.mark.parametrize(("card", "declared"), declared_periods().items())
def test_the_facts_of_a_period_are_published(card: str, declared: dict[str, str]) -> None:
    for part, fact in declared.items():
        types = {found.type for _, found in definitions(f"{card}/{fact}")}
        assert types, f"{card}/{fact}"
        if part in TYPES:
            assert types == {TYPES[part]}
    period = Period("2025-01-01", "2025-12-31")
    values = period_values(card, period)
    assert not values or period_of(card, values) == period


@pytest.mark.parametrize(("card", "facts"), declared_states().items())
def test_the_facts_that_state_a_condition_are_published_and_in_no_meaning(card: str, facts: list[str]) -> None:
    for fact in facts:
        assert list(definitions(f"{card}/{fact}")), f"{card}/{fact}"
        meaning = meaning_of(card, fact)
        assert (meaning.facts, meaning.is_of_period) == ((f"{card}/{fact}",), False)


def test_an_unlisted_fact_has_the_meaning_of_its_own_scorecard() -> None:
    assert meaning_of("green-factory", "intake").facts == ("green-factory/intake",)
    assert meaning_of("zero-carbon-factory", "water_reuse_share").is_of_period
    assert meaning_of("green-factory", "systems").id == meaning_of("zero-carbon-factory", "management_systems").id


@given(st.fractions(min_value=1, max_denominator=10**6))
def test_a_number_is_converted_exactly(amount: Fraction) -> None:
    source, target = (
        definition(card, name) for card, name in zip(ELECTRICITY, ("electricity_used", "electricity"), strict=True)
    )
    value = types_pb2.Value(number=format_exact(amount), unit="MWh")
    converted = converted_value(value, source, target, ELECTRICITY)
    assert converted is not None
    assert converted.unit == "kWh"
    assert parse_exact(converted.number) == amount * 1000
    back = converted_value(converted, target, source, (ELECTRICITY[1], ELECTRICITY[0]))
    assert back == types_pb2.Value(number=format_exact(amount), unit="MWh")


@pytest.mark.parametrize(
    "value",
    [
        types_pb2.Value(number="-1", unit="MWh"),
        types_pb2.Value(number="1", unit="t"),
        types_pb2.Value(number="one", unit="MWh"),
        types_pb2.Value(),
        types_pb2.Value(not_applicable=True),
    ],
)
def test_a_value_that_does_not_fit_is_not_converted(value: types_pb2.Value) -> None:
    source, target = (
        definition(card, name) for card, name in zip(ELECTRICITY, ("electricity_used", "electricity"), strict=True)
    )
    assert converted_value(value, source, target, ELECTRICITY) is None


def test_choices_and_records_must_exist_in_the_other_scorecard() -> None:
    stars, green = GAZETTE.newest("zero-carbon-factory").scorecard, GAZETTE.newest("green-factory").scorecard
    source, target = definition(stars, "management_systems"), definition(green, "systems")
    known = types_pb2.Value(choices=types_pb2.ChoiceList(values=["energy", "quality"]))
    assert converted_value(known, source, target, (stars, green)) == known
    unknown = types_pb2.Value(choices=types_pb2.ChoiceList(values=["energy", "data"]))
    assert converted_value(unknown, source, target, (stars, green)) is None
    credits = definition(stars, "credits")
    cbam = GAZETTE.newest("cbam-goods").scorecard
    empty = types_pb2.Value(records=types_pb2.RecordList())
    assert converted_value(empty, credits, definition(cbam, "precursors"), (stars, cbam)) is None
    assert converted_value(empty, credits, credits, (stars, stars)) == empty


@pytest.mark.parametrize("meaning", MEANINGS.values(), ids=list(MEANINGS))
def test_a_fact_of_a_period_has_a_source_that_states_its_period(meaning: Meaning) -> None:
    stating = [fact for fact in meaning.facts if fact.partition("/")[0] in declared_periods()]
    assert stating or not meaning.is_of_period, f"{meaning.id} is never offered in another scorecard"


def dated(**days: str) -> dict[str, types_pb2.Value]:
    return {fact: types_pb2.Value(date=day) for fact, day in days.items()}


def test_one_day_is_an_end_of_twelve_months() -> None:
    assert period_of("disclosure-csrd-e1", dated(begins="2024-03-01")) == Period("2024-03-01", "2025-02-28")
    assert period_of("eu-taxonomy-climate", dated(year_end="2025-02-28")) == Period("2024-03-01", "2025-02-28")
    assert period_of("eu-taxonomy-climate", dated(year_end="2024-12-31")) == Period("2024-01-01", "2024-12-31")
    assert period_of("eu-taxonomy-climate", dated(year_end="2024-02-30")) is None
    assert period_of("cbam-installation", dated(period_start="2024-03-01")) is None
    year = Period("2025-01-01", "2025-12-31")
    assert period_values("disclosure-csrd-e1", year) == dated(begins="2025-01-01")
    assert period_values("eu-taxonomy-climate", year) == dated(year_end="2025-12-31")
    assert period_values("eu-taxonomy-climate", Period("2025-01-01", "2025-03-31")) == {}


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2999, 12, 31)))
def test_a_period_of_one_day_is_written_as_that_day_or_not_at_all(day: date) -> None:
    for card, fact in (("disclosure-csrd-e1", "begins"), ("eu-taxonomy-climate", "year_end")):
        period = period_of(card, dated(**{fact: day.isoformat()}))
        assert period is not None
        values = period_values(card, period)
        assert values in ({}, dated(**{fact: day.isoformat()}))
        assert values or (day.month, day.day) in {(2, 28), (2, 29)}


def test_a_year_is_a_period() -> None:
    year = types_pb2.Value(choice="2025")
    assert period_of("cn-ets-industry", {"allowance_year": year}) == Period("2025-01-01", "2025-12-31")
    assert period_of("cn-ets-industry", {}) is None
    assert period_of("green-factory", {}) is None
