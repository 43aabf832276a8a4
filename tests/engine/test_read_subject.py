"""Subject reader: conversion, all violations at once with field and allowed values, the quick path, and its cost."""

from collections.abc import Iterable, Mapping
from fractions import Fraction

import pytest
from hypothesis import given, strategies as st

from rules.contracts.errors import InputError
from rules.contracts.extents import ChoiceExtent, NotApplicable, NumberExtent, PeriodExtent, RecordsExtent
from rules.contracts.inputs import DeclaredFact, DeclaredValue, Judgement, PeriodText, Subject, Verification
from rules.contracts.outcomes import UnknownReason
from rules.contracts.suggestions import did_you_mean_or_known
from rules.engine import read_evidence
from rules.engine.read_subject import SubjectReading, read_subject
from rules.engine.read_values import Violations, read_scalar, usual_reader
from rules.model.definitions import Choice, FactDefinition, FactType
from rules.program.value_environment import plain_extent
from tests.support.small_card import meter, small_card, small_subject
from tests.support.violating import refusals

CARD = small_card()


def read(subject: Subject) -> SubjectReading:
    return read_subject(CARD, subject)


def only_message(subject: Subject) -> str:
    with pytest.raises(InputError) as raised:
        read(subject)
    (violation,) = raised.value.violations
    return violation.description


def judged(name: str, judgement: str, corrected: DeclaredValue | None = None, **changes: str) -> Subject:
    verification = Verification(
        judgement=Judgement(judgement),
        corrected=corrected,
        **{"method": "meter read on site", "person": "p-1", "date": "2026-02-20", "reason": "typing error", **changes},
    )
    subject = small_subject()
    facts = (
        fact.model_copy(update={"verification": verification}) if fact.id == name else fact for fact in subject.facts
    )
    return subject.model_copy(update={"facts": tuple(facts)})


def test_a_complete_subject_is_read_and_converted() -> None:
    reading = read(small_subject())
    assert reading.verified is reading.declared
    assert not reading.verified.unknown
    assert reading.verified.used["energy_used"] == DeclaredValue(number="1.2", unit="MWh")
    assert reading.verified.used["renewable_share"].number == "85.5"
    assert reading.verified.used["themes"].choices == ("water", "waste")
    assert reading.verified.extents["certified"] == ChoiceExtent(frozenset({"yes"}))
    assert isinstance(reading.verified.extents["remark"], NotApplicable)
    assert isinstance(reading.verified.extents["report_year"], PeriodExtent)
    assert reading.settings == {"reading": "cascade"}


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"energy_used": DeclaredValue(number="1e3", unit="kWh")}, {"facts[energy_used].value.number": "NOT_A_NUMBER"}),
        ({"energy_used": DeclaredValue(number="9" * 35)}, {"facts[energy_used].value.number": "NOT_A_NUMBER"}),
        ({"energy_used": DeclaredValue(number="5")}, {"facts[energy_used].value.unit": "UNIT_MISSING"}),
        ({"energy_used": DeclaredValue(number="5", unit="")}, {"facts[energy_used].value.unit": "UNIT_MISSING"}),
        ({"energy_used": DeclaredValue(number="5", unit="kwh")}, {"facts[energy_used].value.unit": "UNIT_UNKNOWN"}),
        ({"energy_used": DeclaredValue(number="5", unit="tCO2e")}, {"facts[energy_used].value.unit": "UNIT_UNKNOWN"}),
        ({"energy_used": DeclaredValue(number="-1", unit="MJ")}, {"facts[energy_used].value.number": "OUTSIDE_DOMAIN"}),
        ({"energy_used": DeclaredValue(flag=True)}, {"facts[energy_used].value": "WRONG_TYPE"}),
        ({"energy_used": DeclaredValue(not_applicable=True)}, {"facts[energy_used].value": "NOT_APPLICABLE_REFUSED"}),
        ({"certified": DeclaredValue(choice="yes")}, {"facts[certified].value": "WRONG_TYPE"}),
        ({"certified": DeclaredValue(flag=True, unit="t")}, {"facts[certified].value.unit": "UNIT_NOT_WANTED"}),
        ({"status": DeclaredValue(choice="opened")}, {"facts[status].value.choice": "UNKNOWN_CHOICE"}),
        ({"themes": DeclaredValue(choices=("water", "air"))}, {"facts[themes].value.choices": "UNKNOWN_CHOICE"}),
        ({"themes": DeclaredValue(choices=("water", "water"))}, {"facts[themes].value.choices": "REPEATED_CHOICE"}),
        ({"audited_on": DeclaredValue(date="2025-02-30")}, {"facts[audited_on].value.date": "NOT_A_DATE"}),
        (
            {"report_year": DeclaredValue(period=PeriodText(first="2025", last="2025-13-01"))},
            {
                "facts[report_year].value.period.first_date": "NOT_A_DATE",
                "facts[report_year].value.period.last_date": "NOT_A_DATE",
            },
        ),
        (
            {"report_year": DeclaredValue(period=PeriodText(first="2025-12-31", last="2025-01-01"))},
            {"facts[report_year].value.period": "PERIOD_REVERSED"},
        ),
        ({"remark": DeclaredValue(text="")}, {"facts[remark].value.text": "BAD_TEXT"}),
        ({"remark": DeclaredValue(text="a\x00b")}, {"facts[remark].value.text": "BAD_TEXT"}),
        ({"remark": DeclaredValue(text="x" * 2_001)}, {"facts[remark].value.text": "BAD_TEXT"}),
        ({"credits": DeclaredValue(number="1", unit="tCO2e")}, {"facts[credits].value": "WRONG_TYPE"}),
        ({"energy_use": DeclaredValue(number="1", unit="kWh")}, {"facts[energy_use]": "UNKNOWN_FACT"}),
    ],
)  # fmt: skip
def test_an_invalid_value_is_refused(changes: Mapping[str, DeclaredValue], expected: dict[str, str]) -> None:
    assert refusals(CARD, small_subject(**changes)) == expected


def test_the_message_states_the_invalid_value_and_the_allowed_values() -> None:
    assert only_message(small_subject(energy_used=DeclaredValue(number="-1", unit="kWh"))) == (
        "-1 kWh is outside the allowed range. Enter a value in the range: at least 0 MWh."
    )
    assert only_message(small_subject(status=DeclaredValue(choice="opened"))) == (
        "'opened' is not one of open, closed. Use one of these values. Did you mean 'open'?"
    )
    assert only_message(small_subject(energy_used=DeclaredValue(number="1", unit="MWH"))) == (
        "Unknown unit 'MWH'. Correct the unit. Did you mean MWh, MW, Wh? For this fact, use MWh."
    )
    assert "for example MWh. Write the unit after the number; none is assumed." in only_message(
        small_subject(energy_used=DeclaredValue(number="1"))
    )
    assert only_message(small_subject(certfied=DeclaredValue(flag=True))) == (
        "The scorecard has no fact 'certfied'. Use the id of one of its facts, or remove the fact. "
        "Did you mean 'certified'?"
    )


def test_a_value_at_the_boundary_of_its_domain_is_accepted() -> None:
    share = DeclaredValue(number="1", unit="", evidence=("meter",))
    assert refusals(CARD, small_subject(renewable_share=share)) == {"facts[renewable_share].value.unit": "UNIT_MISSING"}
    for text, unit in (("100", "%"), ("1000", "‰"), ("0", "%")):
        read(small_subject(renewable_share=DeclaredValue(number=text, unit=unit, evidence=("meter",))))
    over = DeclaredValue(number="100.0000000001", unit="%", evidence=("meter",))
    assert refusals(CARD, small_subject(renewable_share=over)) == {
        "facts[renewable_share].value.number": "OUTSIDE_DOMAIN"
    }


def test_all_violations_are_reported_at_once() -> None:
    subject = small_subject(
        energy_used=DeclaredValue(number="NaN", unit="kWh"),
        status=DeclaredValue(choice="ajar"),
        audited_on=DeclaredValue(date="yesterday"),
        nothing=DeclaredValue(flag=True),
        credits=DeclaredValue(
            records=(
                {"amount": DeclaredValue(number="1", unit="tCO2e")},
                {"serial": DeclaredValue(text="A"), "amount": DeclaredValue(number="1", unit="t")},
                {"serial": DeclaredValue(text="A"), "colour": DeclaredValue(text="red")},
            )
        ),
    ).model_copy(
        update={
            "as_of": "2026-02-30",
            "settings": {"reading": "sideways", "mood": "good"},
            "evidence": (meter(digest="ABC"), meter(), meter(issued="soon").model_copy(update={"id": "other"})),
        }
    )
    assert refusals(CARD, subject) == {
        "as_of_date": "NOT_A_DATE", "settings[mood]": "UNKNOWN_SETTING", "settings[reading]": "UNKNOWN_CHOICE",
        "evidence[meter].content_digest": "MALFORMED_DIGEST", "evidence[meter]": "REPEATED_EVIDENCE",
        "evidence[other].issue_date": "NOT_A_DATE", "facts[nothing]": "UNKNOWN_FACT",
        "facts[energy_used].value.number": "NOT_A_NUMBER", "facts[status].value.choice": "UNKNOWN_CHOICE",
        "facts[audited_on].value.date": "NOT_A_DATE", "facts[credits].records[0]": "KEY_MISSING",
        "facts[credits].records[A].amount.unit": "UNIT_UNKNOWN", "facts[credits].records[A].serial": "DUPLICATE",
        "facts[credits].records[A].colour": "UNKNOWN_FIELD",
    }  # fmt: skip


def test_a_repeated_fact_is_refused() -> None:
    subject = small_subject()
    twice = subject.model_copy(update={"facts": (*subject.facts, DeclaredFact(id="status"))})
    assert refusals(CARD, twice) == {"facts[status]": "REPEATED_FACT"}


def test_a_missing_fact_and_an_empty_value_are_unknown() -> None:
    subject = small_subject(status=None, certified=DeclaredValue(), credits=None, remark=None)
    assert read(subject).verified.unknown == dict.fromkeys(
        ("status", "certified", "credits", "remark"), UnknownReason.NOT_GIVEN
    )


def test_an_accepted_value_counts() -> None:
    reading = read(judged("energy_used", "accepted", reason=""))
    assert reading.verified.used == reading.declared.used


def test_a_corrected_value_counts_instead_and_inherits_the_evidence() -> None:
    reading = read(judged("renewable_share", "corrected", DeclaredValue(number="0.4", unit="%")))
    assert reading.verified.used["renewable_share"] == DeclaredValue(number="0.4", unit="%", evidence=("meter",))
    assert reading.declared.used["renewable_share"].number == "85.5"
    assert not reading.verified.unknown


def test_a_rejected_value_is_unknown_but_stays_declared() -> None:
    reading = read(judged("renewable_share", "rejected"))
    assert reading.verified.unknown == {"renewable_share": UnknownReason.REJECTED}
    assert reading.verified.extents["renewable_share"] != reading.declared.extents["renewable_share"]
    assert not reading.declared.unknown


def test_an_invalid_value_is_refused_even_if_the_assessor_rejected_it() -> None:
    subject = judged("energy_used", "rejected")
    facts = (
        fact.model_copy(update={"value": DeclaredValue(number="x", unit="kWh")}) if fact.id == "energy_used" else fact
        for fact in subject.facts
    )
    assert refusals(CARD, subject.model_copy(update={"facts": tuple(facts)})) == {
        "facts[energy_used].value.number": "NOT_A_NUMBER"
    }


@pytest.mark.parametrize(
    ("subject", "expected"),
    [
        (judged("status", "corrected"), {"corrected_value": "REQUIRED"}),
        (judged("status", "accepted", DeclaredValue(choice="open")), {"corrected_value": "NOT_WANTED"}),
        (judged("status", "rejected", reason=" "), {"reason": "REQUIRED"}),
        (judged("status", "rejected", method="", person=" "), {"method": "REQUIRED", "person": "REQUIRED"}),
        (judged("status", "rejected", date=""), {"date": "REQUIRED"}),
        (judged("status", "rejected", date="2026-02-30"), {"date": "NOT_A_DATE"}),
    ],
)
def test_a_judgement_is_complete(subject: Subject, expected: dict[str, str]) -> None:
    assert refusals(CARD, subject) == {
        f"facts[status].verification.{name}": reason for name, reason in expected.items()
    }


def test_an_invalid_corrected_value_is_reported_at_its_field() -> None:
    assert refusals(CARD, judged("status", "corrected", DeclaredValue(choice="ajar"))) == {
        "facts[status].verification.corrected_value.choice": "UNKNOWN_CHOICE"
    }
    assert refusals(CARD, judged("energy_used", "corrected", DeclaredValue(number="1", unit="t"))) == {
        "facts[energy_used].verification.corrected_value.unit": "UNIT_UNKNOWN"
    }


def test_settings_use_their_default_or_stay_undetermined() -> None:
    (reading,) = CARD.settings
    card = CARD.model_copy(update={"settings": (reading.model_copy(update={"default": "literal"}),)})
    silent = small_subject().model_copy(update={"settings": {}})
    assert read(silent).settings == {"reading": None}
    assert read_subject(card, silent).settings == {"reading": "literal"}


def test_the_kind_of_extent_follows_the_type() -> None:
    extents = read(small_subject()).verified.extents
    assert isinstance(extents["audited_on"], NumberExtent)
    credits_ = extents["credits"]
    assert isinstance(credits_, RecordsExtent)
    assert credits_.records is not None
    assert [record.key for record in credits_.records] == ["A-1", "A-2"]


@pytest.mark.parametrize(
    ("name", "judgement", "corrected"),
    [
        ("status", "accepted", None),
        ("status", "rejected", None),
        ("serious_violations", "corrected", DeclaredValue(number="3", unit="time")),
        ("credits", "rejected", None),
        ("credits", "corrected", DeclaredValue(records=())),
    ],
)
def test_declared_facts_are_read_without_the_assessors_judgement(
    name: str, judgement: str, corrected: DeclaredValue | None
) -> None:
    subject = judged(name, judgement, corrected)
    plain = subject.model_copy(
        update={"facts": tuple(fact.model_copy(update={"verification": None}) for fact in subject.facts)}
    )
    reading = read(subject)
    assert reading.declared == read(plain).declared
    assert (reading.declared == reading.verified) is (judgement == "accepted")


NUMBERS = st.from_regex(r"-?[0-9]{1,3}(\.[0-9]{0,3})?", fullmatch=True) | st.sampled_from(
    ["0", "-0", "0.0", "00", "5.50", "5.5", "1e3", "", "x", "9" * 35, "0." + "1" * 34, "10", "-10", "10.01"]
)
UNITS = st.none() | st.sampled_from(["%", "", "\N{PER MILLE SIGN}", "t"])
VALUES = st.one_of(
    st.builds(DeclaredValue, number=NUMBERS, unit=UNITS, evidence=st.sampled_from([(), ("paper",)])),
    st.builds(DeclaredValue, flag=st.booleans(), unit=UNITS),
    st.builds(DeclaredValue, choice=st.sampled_from(["new", "old", "none"]), unit=UNITS),
    st.builds(DeclaredValue, not_applicable=st.just(True), unit=UNITS),
    st.builds(DeclaredValue, text=st.sampled_from(["5", "yes", "", " new", "\N{ZERO WIDTH SPACE}", "a\tb", "\ud800"])),
    st.builds(DeclaredValue, date=st.sampled_from(["2024-02-29", "2023-02-29", "2024-2-9", "today"]), unit=UNITS),
    st.builds(DeclaredValue, unit=UNITS),
)
BOUNDS = st.none() | st.sampled_from([Fraction(-10), Fraction(10), Fraction(11, 2), Fraction(1, 3)])
DEFINITIONS = st.builds(
    FactDefinition,
    id=st.just("f"),
    type=st.sampled_from([FactType.NUMBER, FactType.FLAG, FactType.CHOICE, FactType.TEXT, FactType.DATE]),
    unit=st.sampled_from(["%", ""]),
    choices=st.just((Choice(id="new"), Choice(id="old"))),
    at_least=BOUNDS,
    at_most=BOUNDS,
    multiple_of=st.none() | st.just(Fraction(1, 2)),
    may_not_apply=st.booleans(),
)


@given(DEFINITIONS, VALUES)
def test_a_usual_value_is_read_as_any_value_is(definition: FactDefinition, value: DeclaredValue) -> None:
    usual = usual_reader(definition)(value)
    if usual is not None:
        violations = Violations()
        extent, plain = usual
        assert plain_extent(plain) == extent
        assert (extent, value) == read_scalar(definition, value, "facts[f].value", violations)
        assert violations.items == []


def test_numbers_in_normal_form_and_flags_are_usual() -> None:
    share = FactDefinition(id="share", type=FactType.NUMBER, unit="%", at_least=Fraction(0), at_most=Fraction(100))
    assert usual_reader(share)(DeclaredValue(number="79.99", unit="%")) is not None
    assert usual_reader(share)(DeclaredValue(number="100.01", unit="%")) is None
    assert usual_reader(FactDefinition(id="new", type=FactType.FLAG))(DeclaredValue(flag=False)) is not None


def test_hints_are_computed_only_for_the_displayed_mistakes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each hint is searched among all items of evidence, so searching one for every mistake would be quadratic."""
    asked: list[str] = []

    def counted(name: str, known: Iterable[str]) -> str:
        asked.append(name)
        return did_you_mean_or_known(name, known)

    monkeypatch.setattr(read_evidence, "did_you_mean_or_known", counted)
    names = tuple(f"metre{number}" for number in range(2_000))
    share = DeclaredValue(number="80", unit="%", evidence=names)
    items = tuple(meter().model_copy(update={"id": f"meter{number}"}) for number in range(2_000))
    subject = small_subject(renewable_share=share)
    subject = subject.model_copy(update={"evidence": (*subject.evidence, *items)})
    with pytest.raises(InputError) as raised:
        read_subject(small_card(), subject)
    assert len(raised.value.violations) == 2_000
    assert len(asked) == 100
    assert "Did you mean" in raised.value.violations[0].description
