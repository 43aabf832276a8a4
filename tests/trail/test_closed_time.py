"""Improvements after a closed period: no past dates or figures, proposals for the following period instead."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from rules.contracts.dates import Period
from rules.contracts.extents import ListRecord, NumberExtent
from rules.contracts.inputs import DeclaredFact, DeclaredValue, PeriodText
from rules.contracts.intervals import point_interval
from rules.contracts.record import Record as EvaluationRecord
from rules.model.definitions import RecordType
from rules.model.digest import rule_digest
from rules.model.expressions import DateClause, DateExpression, DateOperator, PeriodEdge
from rules.model.scorecard import Scorecard
from rules.trail.closed_time import ChangeFeasibility, closed_period
from rules.trail.evaluation import Evaluator
from rules.trail.explain import Explanation, Topic, explain
from service.gazette.versions import Gazette
from service.input.dossier.dossier_reader import read_dossier
from tests.features.desk import FEATURES, compilation_of
from tests.support.random_subjects import KEY
from tests.support.small_card import small_card, small_subject
from tests.trail.explaining import of_topic

ROOT = Path(__file__).parents[2]
WORKED = (ROOT / "examples" / "worked-factory.yaml").read_bytes()
GOVERNED = small_card().model_copy(
    update={
        "facts": tuple(
            fact.model_copy(update={"evidence": ("meter-reading",)}) if fact.id == "report_year" else fact
            for fact in small_card().facts
        )
    }
)


def year(first: str, last: str) -> dict[str, DeclaredValue]:
    return {"report_year": DeclaredValue(period=PeriodText(first=first, last=last))}


@pytest.mark.parametrize(
    ("first", "last", "as_of", "following"),
    [
        ("2024-01-01", "2024-12-31", "2025-01-01", ("2025-01-01", "2025-12-31")),
        ("2024-01-01", "2024-12-31", "2026-03-01", ("2026-01-01", "2026-12-31")),
        ("2024-01-01", "2024-12-31", "2025-12-31", ("2025-01-01", "2025-12-31")),
        ("2024-04-01", "2025-03-31", "2025-06-30", ("2025-04-01", "2026-03-31")),
        ("2024-07-01", "2024-09-30", "2025-02-28", ("2025-01-01", "2025-03-31")),
        ("2024-03-05", "2024-03-14", "2024-03-15", ("2024-03-15", "2024-03-24")),
        ("2024-03-05", "2024-03-14", "2024-03-25", ("2024-03-25", "2024-04-03")),
    ],
)
def test_the_following_period_is_the_first_that_has_not_ended(
    first: str, last: str, as_of: str, following: tuple[str, str]
) -> None:
    closed = closed_period(GOVERNED, year(first, last), date.fromisoformat(as_of))
    assert closed is not None
    assert closed.period == Period(date.fromisoformat(first), date.fromisoformat(last))
    assert (closed.following.first.isoformat(), closed.following.last.isoformat()) == following
    assert closed.shifted(closed.period.first) == closed.following.first


def test_a_running_unknown_or_non_governing_period_is_not_closed() -> None:
    values = year("2025-01-01", "2025-12-31")
    assert closed_period(GOVERNED, values, date(2025, 12, 31)) is None
    assert closed_period(GOVERNED, {}, date(2027, 1, 1)) is None
    assert closed_period(small_card(), values, date(2027, 1, 1)) is None


def with_act(card: Scorecard) -> tuple[Scorecard, RecordType]:
    """Return a card with a sum that counts records retired until the as-of date."""
    until = DateClause(name="retired_on", operator=DateOperator.UNTIL, operand=DateExpression(name="as_of_date"))
    (offset,) = card.quantities
    row = offset.rows[0].model_copy(update={"where": (until,)})
    (credit,) = card.records
    vintage = next(field for field in credit.fields if field.id == "retired_on").model_copy(update={"id": "vintage"})
    credit = credit.model_copy(update={"fields": (*credit.fields, vintage)})
    return card.model_copy(
        update={"quantities": (offset.model_copy(update={"rows": (row,)}),), "records": (credit,)}
    ), credit


def of_days(**days: str) -> ListRecord:
    fields = {
        name: NumberExtent(point_interval(Fraction(date.fromisoformat(day).toordinal()))) for name, day in days.items()
    }
    return ListRecord("new-1", dict(fields))


def test_a_new_act_moves_to_the_as_of_date_and_an_old_vintage_is_unchanged() -> None:
    card, credit = with_act(GOVERNED)
    horizon = ChangeFeasibility(card, year("2025-01-01", "2025-12-31"), date(2026, 3, 1))
    old = of_days(retired_on="2025-02-03", vintage="2020-12-31")
    assert horizon.still("credits", credit, old) == of_days(retired_on="2026-03-01", vintage="2020-12-31")
    young = of_days(retired_on="2025-02-03", vintage="2026-12-31")
    assert horizon.still("credits", credit, young) == of_days(retired_on="2026-03-01", vintage="2026-03-01")
    planned = of_days(retired_on="2026-05-01", vintage="2020-12-31")
    assert horizon.still("credits", credit, planned) == planned
    assert horizon.following("credits", credit, old) == of_days(retired_on="2026-03-01", vintage="2021-12-31")


def test_record_dates_move_to_the_as_of_date_and_undated_records_follow_the_period() -> None:
    (credit,) = GOVERNED.records
    closed = ChangeFeasibility(GOVERNED, year("2025-01-01", "2025-12-31"), date(2026, 3, 1))
    running = ChangeFeasibility(GOVERNED, year("2026-01-01", "2026-12-31"), date(2026, 3, 1))
    record = of_days(retired_on="2025-02-03")
    for horizon in (closed, running):
        assert horizon.still("credits", credit, record) == of_days(retired_on="2026-03-01")
    assert closed.still("credits", credit, of_days()) is None
    assert running.still("credits", credit, of_days()) == of_days()


@pytest.fixture(scope="module")
def factory() -> Iterator[Evaluator]:
    scorecard = compilation_of(FEATURES / "zero-carbon-factory").scorecard
    assert scorecard is not None
    evaluator = Evaluator(scorecard, "cd" * 32, "scorecards/zero-carbon-factory/versions/1.0.0")
    yield evaluator
    evaluator.close()


def evaluated(factory: Evaluator, as_of: str, **changes: DeclaredValue) -> EvaluationRecord:
    dossier = read_dossier(WORKED, factory.engine.plan.scorecard, as_of=as_of, settings={"reading": "cascade"})
    facts = [fact for fact in dossier.subject.facts if fact.id not in changes]
    evidence_by_fact = {fact.id: fact.value.evidence for fact in dossier.subject.facts if fact.value is not None}
    facts += [
        DeclaredFact(id=id, value=value.model_copy(update={"evidence": evidence_by_fact[id]}))
        for id, value in changes.items()
    ]
    update = {"known": f"{as_of}T00:00:00Z", "facts": tuple(facts)}
    return factory.evaluate(dossier.subject.model_copy(update=update), KEY).record


def explanation_text(explanation: Explanation) -> str:
    return " ".join(one.text for one in of_topic(explanation, Topic.WAY))


@pytest.mark.full
@pytest.mark.parametrize("as_of", ["2025-06-30", "2025-12-31", "2026-01-01", "2026-03-01", "2026-11-20"])
def test_no_day_that_has_passed_and_no_figure_of_the_closed_year_is_proposed(factory: Evaluator, as_of: str) -> None:
    explanation = explain(factory, evaluated(factory, as_of), "en")
    still_open = as_of <= "2025-12-31"
    assert [way.fact for way in explanation.ways_up] == (["credits"] if still_open else [])
    for way in explanation.ways_up:
        assert (way.required.records or ())[-1]["retired_on"].date == as_of
    following = {way.fact: way for way in explanation.following}
    assert list(following) == (["boundary_removals"] if still_open else ["credits", "boundary_removals"])
    assert not any(way.required.evidence for way in explanation.following)
    assert explanation.closed is not None
    next_year = as_of[:4]
    assert "2024-01-01 to 2024-12-31 has ended" in explanation_text(explanation)
    assert f"{next_year}-01-01 to {next_year}-12-31" in explanation_text(explanation)
    if not still_open:
        added = (following["credits"].required.records or ())[-1]
        assert (added["vintage"].date, added["retired_on"].date) == ("2021-12-31", as_of)
        assert added["amount"].number == "4898.01"
        assert explanation.blocking
        assert f"No single change that is still possible on {as_of}" in explanation_text(explanation)


@pytest.mark.full
def test_a_level_audited_in_the_closed_year_is_proposed_for_the_following_year(factory: Evaluator) -> None:
    record = evaluated(factory, "2025-06-30", energy_intensity_level=DeclaredValue(choice="below_advanced"))
    explanation = explain(factory, record, "en")
    assert not explanation.ways_up
    assert "energy_intensity_level" in {way.fact for way in explanation.following}
    assert "If only energy intensity level" not in explanation_text(explanation)
    assert "In the next claim year, with energy intensity level" in explanation_text(explanation)
    assert "下一个核算年度，" in explanation_text(explain(factory, record, "zh"))


@pytest.mark.full
def test_a_verification_is_still_proposed_after_the_year_with_a_reservation(factory: Evaluator) -> None:
    record = evaluated(factory, "2026-03-01", inventory_verified=DeclaredValue(flag=False))
    explanation = explain(factory, record, "en")
    assert [way.fact for way in explanation.ways_up] == ["inventory_verified"]
    assert (
        "something that can still be obtained or claimed after the claim year ended on 2024-12-31"
        in explanation_text(explanation)
    )
    assert "核算年度于 2024-12-31 结束之后仍可取得者" in explanation_text(explain(factory, record, "zh"))


@pytest.mark.full
def test_figures_of_a_running_year_can_change_but_no_past_date_is_proposed() -> None:
    published = Gazette(ROOT / "scorecards").newest("zero-carbon-factory").scorecard
    gates = tuple(gate for gate in published.gates if gate.id != "G9")  # G9 allows no star in a running year
    without = published.model_copy(update={"gates": gates})
    factory = Evaluator(without, rule_digest(without), "scorecards/zero-carbon-factory/versions/1.0.0")
    running = DeclaredValue(period=PeriodText(first="2026-01-01", last="2026-12-31"))
    explanation = explain(factory, evaluated(factory, "2026-11-20", claim_year=running), "en")
    assert explanation.closed is None
    assert not explanation.following
    proposed = {way.fact: way.required for way in explanation.ways_up}
    assert proposed.keys() == {"credits", "boundary_removals"}
    assert (proposed["credits"].records or ())[-1]["retired_on"].date == "2026-11-20"
    factory.close()


def gated_by_day(card: Scorecard, operator: DateOperator, day: str) -> Scorecard:
    """Add a date clause on the audit to the gate."""
    clause = DateClause(name="audited_on", operator=operator, operand=DateExpression(literal=date.fromisoformat(day)))
    (gate,) = card.gates
    return card.model_copy(update={"gates": (gate.model_copy(update={"requires": (*gate.requires, clause)}),)})


def told_of(card: Scorecard, language: str, **changes: DeclaredValue) -> tuple[Explanation, str]:
    evaluator = Evaluator(card, "ab" * 32, "scorecards/small-factory/versions/1.0.0")
    subject = small_subject(**{"report_year": DeclaredValue(
        period=PeriodText(first="2025-01-01", last="2025-12-31"), evidence=("meter",)
    ), **changes}).model_copy(update={"known": "2026-03-01T12:00:00Z"})  # fmt: skip
    explanation = explain(evaluator, evaluator.evaluate(subject, KEY).record, language)
    evaluator.close()
    return explanation, explanation_text(explanation)


def test_a_required_date_in_the_past_can_no_longer_be_reached() -> None:
    explanation, text = told_of(gated_by_day(small_card(), DateOperator.UNTIL, "2025-12-31"), "en")
    assert not explanation.ways_up
    assert not explanation.following
    assert (
        "With audited_on 2025-12-31 instead of 2026-02-01, the result would have been: Gold. "
        "On 2026-03-01 it is too late for this change." in text
    )
    chinese = told_of(gated_by_day(small_card(), DateOperator.UNTIL, "2025-12-31"), "zh")[1]
    assert "至 2026-03-01 为时已晚。" in chinese


def test_a_date_bound_to_the_period_moves_to_the_next_period_and_a_fixed_date_does_not() -> None:
    explanation, text = told_of(gated_by_day(GOVERNED, DateOperator.UNTIL, "2025-12-31"), "en")
    assert not explanation.ways_up
    assert not explanation.following
    assert "On 2026-03-01 it is too late for this change." in text
    (gate,) = GOVERNED.gates
    last = DateExpression(name="report_year", edge=PeriodEdge.LAST)
    clause = DateClause(name="audited_on", operator=DateOperator.UNTIL, operand=last)
    card = GOVERNED.model_copy(update={"gates": (gate.model_copy(update={"requires": (clause,)}),)})
    explanation, text = told_of(card, "en")
    assert not explanation.ways_up
    assert [way.required.date for way in explanation.following] == ["2026-12-31"]
    assert "In the next report_year, with audited_on 2026-12-31 instead of 2026-02-01: Gold" in text


def test_a_required_date_after_a_past_act_needs_a_new_act() -> None:
    explanation, text = told_of(gated_by_day(small_card(), DateOperator.FROM, "2026-02-15"), "en")
    assert [way.required.date for way in explanation.ways_up] == ["2026-03-01"], "not a day that has passed"
    assert "This requires a new act; the date in the past does not change." in text


def test_a_proposal_that_depends_on_a_past_date_carries_a_reservation() -> None:
    violations = DeclaredValue(number="1", unit="time")
    card = gated_by_day(small_card(), DateOperator.UNTIL, "2026-12-31")
    explanation, text = told_of(card, "en", serious_violations=violations)
    assert [way.fact for way in explanation.ways_up] == ["serious_violations"]
    assert (
        "audited_on (2026-02-01) has passed. This change is possible only if it can still be made after that day."
        in text
    )
    assert "此项仅指该日之后仍可改变者。" in told_of(card, "zh", serious_violations=violations)[1]
