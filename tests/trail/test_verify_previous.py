"""Verification of facts from an earlier evaluation: present, absent, altered, unsuitable or erased sources."""

from dataclasses import replace

import pytest

from rules.contracts.inputs import PreviousGapReason, PreviousValue
from rules.trail.commitments import commitments
from rules.trail.erasure import ErasureExtent, places_erased, to_erasable_record
from rules.trail.previous_evaluation import PreviousRecord
from rules.trail.verify import CHECK_OF_PREVIOUS, CheckResult, VerificationCheck, verify
from tests.support.surplus import KEY, Year, evaluated, evaluator, surplus, tonnes, year

BEFORE = evaluated(year(2023, stated=tonnes(3)))
ONE = evaluated(year(2024), [BEFORE.earlier("organizations/acme/evaluations/before")])


def at_hand(evaluated_year: Year = BEFORE, name: str = "") -> PreviousRecord:
    return PreviousRecord(name, evaluated_year.written.content, evaluated_year.written.digest, KEY, surplus())


def checked(evaluated_year: Year, *previous: PreviousRecord) -> VerificationCheck:
    checks = verify(
        content=evaluated_year.written.content,
        stated_digest=evaluated_year.written.digest,
        record_key=KEY,
        versions=(surplus(),),
        previous=previous,
    )
    assert {check.result for check in checks[:7]} == {CheckResult.PASSED}
    return checks[7]


def with_taken(**changes: object) -> Year:
    facts = tuple(
        fact.model_copy(update={"previous": fact.previous.model_copy(update=changes)})
        if fact.previous is not None and fact.id == "brought"
        else fact
        for fact in ONE.subject.facts
    )
    subject = ONE.subject.model_copy(update={"facts": facts})
    return Year(subject, evaluator().evaluate(subject, KEY))


def test_a_record_without_earlier_results_has_seven_checks() -> None:
    checks = verify(
        content=BEFORE.written.content, stated_digest=BEFORE.written.digest, record_key=KEY, versions=(surplus(),)
    )
    assert [check.number for check in checks] == [1, 2, 3, 4, 5, 6, 7]


def test_the_earlier_evaluation_proves_the_used_values() -> None:
    check = checked(ONE, at_hand())
    assert (check.number, check.result) == (CHECK_OF_PREVIOUS, CheckResult.PASSED)
    assert "brought, short" in check.message


def test_a_missing_earlier_evaluation_is_named_and_its_check_is_undetermined() -> None:
    check = checked(ONE)
    assert check.result is CheckResult.NOT_CHECKED
    assert BEFORE.written.digest in check.message
    assert "is missing, so the value is not proved" in check.message


@pytest.mark.parametrize(
    ("changes", "expected_message"),
    [
        ({"value": tonnes(14)}, "has the value 13 tCO2e for 'brought', but 14 tCO2e was used"),
        ({"value": None, "lacks": PreviousGapReason.OPEN}, "has the value 13 tCO2e for 'brought', but open was used"),
        ({"record_digest": "0" * 64}, f"has the digest {BEFORE.written.digest}, not {'0' * 64}"),
    ],
)
def test_a_value_that_differs_from_the_earlier_evaluation_fails(
    changes: dict[str, object], expected_message: str
) -> None:
    check = checked(with_taken(**changes), at_hand(name="organizations/acme/evaluations/before"))
    assert check.result is CheckResult.FAILED
    assert expected_message in check.message


def test_an_evaluation_of_an_unsuitable_year_fails() -> None:
    older = evaluated(year(2022, stated=tonnes(3)))
    check = checked(with_taken(record_digest=older.written.digest, value=tonnes(13)), at_hand(), at_hand(older))
    assert check.result is CheckResult.FAILED
    assert "'year' is 2022. Use an evaluation with the value 2023 for 'year'." in check.message


def test_a_changed_earlier_record_fails_and_a_record_without_key_is_not_compared() -> None:
    steps = tuple(step.replace(b'"13"', b'"14"') for step in BEFORE.written.steps)
    forged = replace(BEFORE.written, steps=steps)
    check = checked(ONE, replace(at_hand(), content=forged.content))
    assert check.result is CheckResult.FAILED
    assert "do not match" in check.message
    closed = replace(forged, commitments=tuple(commitments(KEY, steps)))
    check = checked(ONE, replace(at_hand(), content=closed.content))
    assert check.result is CheckResult.FAILED
    assert "do not match its trail digest" in check.message
    check = checked(ONE, replace(at_hand(), record_key=b""))
    assert check.result is CheckResult.NOT_CHECKED


def test_the_unit_of_a_quantity_is_not_proved_without_its_version() -> None:
    check = checked(ONE, replace(at_hand(), version=None))
    assert check.result is CheckResult.NOT_CHECKED
    assert "was not found, so the value of 'brought' is not proved" in check.message
    assert checked(ONE, replace(at_hand(), content=b"{}")).result is CheckResult.FAILED


def test_a_missing_earlier_result_requires_a_reason() -> None:
    with pytest.raises(ValueError, match="or a reason why it has none"):
        PreviousValue(record_digest="0" * 64, scorecard_version="v", as_of_date="2024-01-01")


def test_erased_inputs_leave_the_check_undetermined_and_erased_evidence_does_not() -> None:
    whole = to_erasable_record(BEFORE.written, KEY)

    def asked(extent: ErasureExtent) -> VerificationCheck:
        remaining = whole.without(places_erased(whole, extent)).content
        return checked(ONE, PreviousRecord("", remaining, BEFORE.written.digest, b"", surplus()))

    assert asked(ErasureExtent.EVIDENCE).result is CheckResult.PASSED
    gone = asked(ErasureExtent.INPUTS)
    assert gone.result is CheckResult.NOT_CHECKED
    assert "was erased from the evaluation" in gone.message
