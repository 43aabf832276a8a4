"""Accident records on the park and green factory cards: differential test of look-back and evidence dates."""

from __future__ import annotations

import calendar
from contextlib import closing
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from random import Random

import pytest

from rules.contracts.inputs import DeclaredFact, DeclaredValue, EvidenceItem, Subject
from rules.contracts.outcomes import Outcome
from rules.engine.inference_engine import InferenceEngine
from rules.model.scorecard import Scorecard
from rules.rehearsal.example_runner import reference_subject
from tests.support.cbam_cards import SHELF, exact, inferred, published
from tests.support.tiers import tries


def years_on(day: date, years: int) -> date:
    """Count years on; where the last February lacks the 29th, its 28th counts."""
    last = calendar.monthrange(day.year + years, day.month)[1]
    return day.replace(year=day.year + years, day=min(day.day, last))


@dataclass(frozen=True)
class CleanRecord:
    """A request, an earlier event, and the documents that report the event.

    `flag_papers` and `day_papers` are the issue days of the documents for the event and for its day. Documents issued
    after the as-of date do not count.
    """

    as_of: date
    requested: date
    happened: bool
    last_on: date
    flag_papers: tuple[date, ...]
    day_papers: tuple[date, ...]

    def outcome(self, *, same_day_counts: bool) -> Outcome:
        """Return the outcome of the three-year gate; `same_day_counts` includes the same day three years later."""
        papers = [day for day in self.flag_papers if day <= self.as_of]
        end = years_on(self.last_on, 3)
        inside = self.last_on <= self.as_of and (self.requested < end or (same_day_counts and self.requested == end))
        dated = any(day <= self.as_of for day in self.day_papers)
        if papers and self.happened and dated and inside:
            return Outcome.NOT_MET
        clear = bool(papers) and (not self.happened or (dated and not inside))
        young = bool(papers) and self.requested <= years_on(max(papers), 1)
        return Outcome.MET if clear and young else Outcome.UNDETERMINED


MANY = tries(100)
CARDS = {
    "zero-carbon-park": ("N4", "requested_on", "accident-letter", True),
    "green-factory": ("Y3", "filed_on", "credit-report", False),
}
"""Gate, day that it looks back from, kind of paper, and whether the same day three years on is inside."""


def random_record(random: Random) -> CleanRecord:
    """Return a record near the limits: dates around three years, twelve months and the as-of date."""
    requested = date(2025, 9, 1) + timedelta(days=random.randint(0, 1200))
    requested = random.choice([requested, date(2028, 2, 29), date(2027, 2, 28)])

    def near(day: date, *years: int) -> date:
        back = random.choice(years)
        month = min(day.day, 28) if (day.month, day.day) == (2, 29) else day.day
        return day.replace(year=day.year - back, day=month) + timedelta(days=random.choice([-30, -1, 0, 0, 1, 30]))

    papers = tuple(near(requested, 0, 1, 1, 2, -1) for _ in range(random.randint(0, 3)))
    return CleanRecord(
        as_of=near(requested, 0, 0, -1, -2),
        requested=requested,
        happened=random.random() < 0.6,
        last_on=near(requested, 0, 1, 3, 3),
        flag_papers=papers,
        day_papers=tuple(near(requested, 0, 2, 3) for _ in range(random.choice([0, 1, 1, 1]))),
    )


def subject_of(card: Scorecard, made: CleanRecord, day_fact: str, kind: str) -> Subject:
    def items(name: str, days: tuple[date, ...]) -> tuple[EvidenceItem, ...]:
        paper = EvidenceItem(id=name, kind=kind, issuer="i", digest="ab" * 32)
        dated = enumerate(day.isoformat() for day in days)
        return tuple(paper.model_copy(update={"id": f"{name}-{n}", "issue_date": day}) for n, day in dated)

    whole = reference_subject(card, made.as_of)
    flag, dated = items("flag", made.flag_papers), items("day", made.day_papers)
    values = {
        "accident": DeclaredValue(flag=made.happened, evidence=tuple(one.id for one in flag)),
        "accident_on": DeclaredValue(date=made.last_on.isoformat(), evidence=tuple(one.id for one in dated)),
        day_fact: DeclaredValue(date=made.requested.isoformat()),
    }
    facts = (DeclaredFact(id=one.id, value=values.get(one.id, one.value)) for one in whole.facts)
    return whole.model_copy(update={"facts": tuple(facts), "evidence": (*whole.evidence, *flag, *dated)})


@pytest.mark.full(sample=5)
@pytest.mark.parametrize("card", CARDS)
def test_random_records_agree_with_a_second_computation(card: str) -> None:
    gate, day_fact, kind, same_day = CARDS[card]
    random, scorecard = Random(card), published(card).scorecard
    outcomes = []
    with closing(InferenceEngine(scorecard, SHELF)) as engine:
        for _ in range(MANY):
            made = random_record(random)
            outcome = inferred(engine, subject_of(scorecard, made, day_fact, kind)).gates[gate]
            assert outcome is made.outcome(same_day_counts=same_day), made
            outcomes.append(outcome)
    assert set(outcomes) == {Outcome.MET, Outcome.NOT_MET, Outcome.UNDETERMINED}


@pytest.mark.parametrize("card", CARDS)
@pytest.mark.parametrize("later", [0, 1, 5])
def test_evidence_from_the_day_of_the_request_still_proves_the_record_years_later(card: str, later: int) -> None:
    """Evaluate evidence issued on the day of the request, also years after the request."""
    gate, day_fact, kind, _ = CARDS[card]
    scorecard, asked = published(card).scorecard, date(2026, 3, 1)
    made = CleanRecord(asked.replace(year=2026 + later), asked, False, date(2020, 1, 1), (asked,), (asked,))
    with closing(InferenceEngine(scorecard, SHELF)) as engine:
        assert inferred(engine, subject_of(scorecard, made, day_fact, kind)).gates[gate] is Outcome.MET


@pytest.mark.parametrize(
    ("fresh", "reused", "rate"),
    [("0", "0", None), ("40000", "160000", Fraction(80)), ("0", "5", Fraction(100)), ("5", "0", Fraction(0))],
)
def test_a_factory_without_water_use_has_no_water_reuse_share(fresh: str, reused: str, rate: Fraction | None) -> None:
    card = published("green-factory").scorecard
    whole = reference_subject(card, date(2026, 3, 1))
    amounts = {"intake": fresh, "reused": reused}
    facts = tuple(
        one.model_copy(update={"value": one.value.model_copy(update={"number": amounts[one.id]})})
        if one.id in amounts and one.value is not None
        else one
        for one in whole.facts
    )
    with closing(InferenceEngine(card, SHELF)) as engine:
        assert exact(inferred(engine, whole.model_copy(update={"facts": facts})), "water_reuse") == rate
