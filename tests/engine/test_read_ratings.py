"""Independent ratings: agreement, disagreement, moderation and validation errors."""

from rules.contracts.extents import NumberExtent
from rules.contracts.inputs import (
    Assurance,
    DeclaredFact,
    DeclaredValue,
    EvidenceItem,
    Judgement,
    Rating,
    Subject,
    Verification,
)
from rules.contracts.outcomes import UnknownReason
from rules.engine.read_subject import FactReading, read_subject
from rules.model.scorecard import Scorecard
from tests.support.engine_card import card, is_, number
from tests.support.staged_card import rating
from tests.support.violating import refusals

EVIDENCED = rating("level").model_copy(update={"evidence": ("paper",)})
PAPER = EvidenceItem(id="p1", kind="paper", issuer="office", digest="0d" * 32, assurance=Assurance.LIMITED)


def rated(
    person: str, percent: str, *, unit: str = "%", rationale: str = "as I read it", evidence: tuple[str, ...] = ()
) -> Rating:
    return Rating(person=person, value=DeclaredValue(number=percent, unit=unit, evidence=evidence), rationale=rationale)


def settled(judgement: Judgement, percent: str | None = None, reason: str = "read together") -> Verification:
    corrected = None if percent is None else DeclaredValue(number=percent, unit="%")
    return Verification(
        judgement=judgement, corrected=corrected, method="moderation", reason=reason, person="chair", date="2026-02-01"
    )


def subject(*ratings: Rating, verification: Verification | None = None, value: DeclaredValue | None = None) -> Subject:
    fact = DeclaredFact(id="level", value=value, ratings=ratings, verification=verification)
    return Subject(
        subject="subjects/x", as_of="2026-03-01", known="2026-03-01T00:00:00Z", facts=(fact,), evidence=(PAPER,)
    )


def read(asked: Subject, scorecard: Scorecard | None = None) -> FactReading:
    return read_subject(scorecard or card(EVIDENCED), asked).verified


def test_agreeing_ratings_yield_the_value_with_the_evidence_of_all_raters() -> None:
    reading = read(subject(rated("A", "30", evidence=("p1",)), rated("B", "300", unit="‰")))
    assert reading.extents["level"] == is_(30)
    assert reading.used["level"] == DeclaredValue(number="30", unit="%", evidence=("p1",))
    assert not reading.unknown


def test_ratings_that_differ_leave_the_fact_unknown() -> None:
    reading = read(subject(rated("A", "30", evidence=("p1",)), rated("B", "45")))
    assert reading.unknown == {"level": UnknownReason.RATINGS_DIFFER}
    assert isinstance(reading.extents["level"], NumberExtent)
    assert reading.extents["level"].interval.value is None


def test_moderation_settles_the_value_and_preserves_the_evidence() -> None:
    asked = subject(
        rated("A", "30", evidence=("p1",)), rated("B", "45"), verification=settled(Judgement.CORRECTED, "35")
    )
    both = read_subject(card(EVIDENCED), asked)
    assert both.verified.used["level"] == DeclaredValue(number="35", unit="%", evidence=("p1",))
    assert both.declared.unknown == {"level": UnknownReason.RATINGS_DIFFER}


def test_moderation_may_reject_all_ratings() -> None:
    asked = subject(rated("A", "30"), rated("B", "45"), verification=settled(Judgement.REJECTED))
    assert read(asked).unknown == {"level": UnknownReason.REJECTED}


def test_ratings_without_evidence_do_not_count() -> None:
    assert read(subject(rated("A", "30"), rated("B", "30"))).unknown == {"level": UnknownReason.EVIDENCE_MISSING}


def test_all_errors_in_ratings_are_reported_at_once() -> None:
    asked = subject(
        rated("A", "30", rationale=" "), rated("A", "33"), rated("C", "30", unit="kg"),
        verification=settled(Judgement.ACCEPTED), value=DeclaredValue(number="30", unit="%"),
    )  # fmt: skip
    assert refusals(card(EVIDENCED), asked) == {
        "facts[level].value": "VALUE_AND_RATINGS",
        "facts[level].ratings[A].rationale": "REQUIRED",
        "facts[level].ratings[A]": "REPEATED_PERSON",
        "facts[level].ratings[A].value.number": "NOT_A_MULTIPLE",
        "facts[level].ratings[C].value.unit": "UNIT_UNKNOWN",
        "facts[level].verification.judgement": "RATINGS_DIFFER",
    }


def test_a_value_off_the_grid_names_the_nearest_allowed() -> None:
    wrong = Subject(
        subject="subjects/x", as_of="2026-03-01", known="2026-03-01T00:00:00Z",
        facts=(DeclaredFact(id="level", value=DeclaredValue(number="33", unit="%")),),
    )  # fmt: skip
    (message,) = refusals(card(rating("level")), wrong, words=True).values()
    assert message == "33 % is not a multiple of 5 % (nearest allowed: 30 %, 35 %). Enter a multiple of 5 %."


def test_only_allowed_neighbours_are_named() -> None:
    capped = number("level", "%", 0, 52).model_copy(update={"multiple_of": rating("x").multiple_of})
    wrong = Subject(
        subject="subjects/x", as_of="2026-03-01", known="2026-03-01T00:00:00Z",
        facts=(DeclaredFact(id="level", value=DeclaredValue(number="51", unit="%")),),
    )  # fmt: skip
    (message,) = refusals(card(capped), wrong, words=True).values()
    assert message == "51 % is not a multiple of 5 % (nearest allowed: 50 %). Enter a multiple of 5 %."
