"""Record list reader: keys, uniqueness, normalized serial numbers, unknown fields and the size limit."""

import pytest

from rules.contracts.errors import InputError
from rules.contracts.extents import NumberExtent, RecordsExtent
from rules.contracts.inputs import DeclaredValue
from rules.contracts.outcomes import UnknownReason
from rules.engine import read_subject as reading_module
from rules.engine.read_subject import FactReading, read_subject
from rules.model.scorecard import FactDefinition, FactType, RecordType
from tests.support.engine_card import card, number, subject
from tests.support.small_card import small_card, small_subject

Fields = dict[str, DeclaredValue]


def credit(serial: str | None, certificate: str | None = None, amount: str | None = "1") -> Fields:
    fields: Fields = {}
    if serial is not None:
        fields["serial"] = DeclaredValue(text=serial)
    if certificate is not None:
        fields["certificate"] = DeclaredValue(text=certificate)
    if amount is not None:
        fields["amount"] = DeclaredValue(number=amount, unit="tCO2e")
    return fields


def read(*records: Fields) -> FactReading:
    return read_subject(small_card(), small_subject(credits=DeclaredValue(records=records))).verified


def faults(*records: Fields) -> dict[str, str]:
    with pytest.raises(InputError) as raised:
        read(*records)
    return {violation.field: violation.reason for violation in raised.value.violations}


def test_records_are_sorted_by_key() -> None:
    extent = read(credit("B"), credit("c"), credit("A"), credit("乙"), credit("甲")).extents["credits"]
    assert isinstance(extent, RecordsExtent)
    assert extent.records is not None
    assert [record.key for record in extent.records] == ["A", "B", "c", "乙", "甲"]


def test_an_empty_list_is_known_to_be_empty() -> None:
    assert read().extents["credits"] == RecordsExtent(())


def test_a_record_without_key_is_addressed_by_its_index() -> None:
    assert faults(credit("A"), credit(None), credit("")) == {
        "facts[credits].records[1]": "KEY_MISSING",
        "facts[credits].records[2]": "KEY_MISSING",
    }


def test_a_duplicate_key_is_refused() -> None:
    assert faults(credit("A"), credit("B"), credit("A")) == {"facts[credits].records[A].serial": "DUPLICATE"}


def test_a_duplicate_value_of_a_unique_field_is_refused_with_the_other_record() -> None:
    with pytest.raises(InputError) as raised:
        read(credit("A", "C-9"), credit("B", "C-9"))
    (violation,) = raised.value.violations
    assert violation.field == "facts[credits].records[B].certificate"
    assert violation.reason == "DUPLICATE"
    assert "'C-9' is in two records; the other record is 'A'" in violation.description


@pytest.mark.parametrize("alike", ["c-9", "Ｃ-９", "C -9", "ｃ－9"])
def test_spelling_variants_of_a_serial_number_are_duplicates(alike: str) -> None:
    with pytest.raises(InputError) as raised:
        read(credit("A", "C-9"), credit("B", alike))
    assert [violation.reason for violation in raised.value.violations] == ["DUPLICATE"]


@pytest.mark.parametrize("hidden", ["C-9 ", " C-9", "C\N{ZERO WIDTH SPACE}-9", "C-9\N{SOFT HYPHEN}"])
def test_a_text_with_invisible_characters_is_refused(hidden: str) -> None:
    with pytest.raises(InputError) as raised:
        read(credit("A", "C-9"), credit("B", hidden))
    assert raised.value.violations[0].reason == "BAD_TEXT"


def test_a_unique_field_may_be_missing_in_several_records() -> None:
    assert read(credit("A"), credit("B")).unknown["credits[A].certificate"] is UnknownReason.NOT_GIVEN


def test_an_unknown_field_of_a_record_is_reported_by_its_address() -> None:
    reading = read(credit("A", "c", amount=None))
    assert reading.unknown == {
        "credits[A].amount": UnknownReason.NOT_GIVEN,
        "credits[A].retired_on": UnknownReason.NOT_GIVEN,
    }
    extent = reading.extents["credits"]
    assert isinstance(extent, RecordsExtent)
    assert extent.records is not None
    amount = extent.records[0].fields["amount"]
    assert isinstance(amount, NumberExtent)
    assert amount.interval.low == 0
    assert amount.interval.high is None


def test_a_field_that_the_records_do_not_have_is_refused_with_the_nearest() -> None:
    message = (
        r"The record type credit does not have this field\. Use one of its fields, or remove the field\. "
        r"Did you mean 'amount'"
    )
    with pytest.raises(InputError, match=message):
        read({**credit("A"), "amout": DeclaredValue(number="1", unit="tCO2e")})


def test_equal_numbers_in_different_notations_are_duplicates() -> None:
    """A lot number 7 is the lot number 7.0, and a meter of 1 t that of 1000 kg."""
    lots = RecordType(
        id="lot",
        key="place",
        unique=("weight",),
        fields=(number("place"), number("weight", "kg"), FactDefinition(id="word", type=FactType.TEXT)),
    )
    scorecard = card(FactDefinition(id="lots", type=FactType.RECORDS, record="lot"), records=(lots,))

    def lot(place: str, weight: str, unit: str) -> Fields:
        return {"place": DeclaredValue(number=place), "weight": DeclaredValue(number=weight, unit=unit)}

    def reasons(*records: Fields) -> list[tuple[str, str]]:
        with pytest.raises(InputError) as raised:
            read_subject(scorecard, subject({"lots": DeclaredValue(records=records)}))
        return [(violation.field, violation.reason) for violation in raised.value.violations]

    assert reasons(lot("7", "1", "kg"), lot("7.0", "2", "kg")) == [("facts[lots].records[7.0].place", "DUPLICATE")]
    assert reasons(lot("7", "1", "t"), lot("8", "1000", "kg")) == [("facts[lots].records[8].weight", "DUPLICATE")]


def test_a_list_beyond_the_record_limit_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading_module, "MAXIMUM_RECORDS", 2)
    assert faults(credit("A"), credit("B"), credit("C")) == {"facts[credits].records": "TOO_MANY_RECORDS"}
