"""Relevance of open rules to a claim: conditions already met by known facts, and facts still open."""

from collections.abc import Iterator

import pytest

from rules.claims.composition import (
    OpenConditions,
    facts_of_open_conditions,
    merge_open_conditions,
    open_conditions_by_rule,
)
from rules.contracts.inputs import DeclaredFact, DeclaredValue, PeriodText, Subject
from rules.model.expressions import Clause
from rules.trail.conclusion_summary import evaluate_to_summary
from rules.trail.evaluation import Evaluator
from tests.support.claim_cards import claim_card, includes
from tests.support.engine_card import chosen, flag
from tests.support.verdict_card import rule

SETTLED = frozenset({"specified"})
CARD = claim_card(
    "green-claim-uk",
    rule("TYPE", "misleading", (includes("degradable"), chosen("fresh", "no"))),
    rule("EITHER", "misleading", (includes("degradable"), chosen("fresh", "no")), (chosen("fresh", "no"),)),
    rule("DUTY", "needs_evidence", (chosen("fresh", "no"),)),
    rule("RARE", "prohibited", (chosen("rare", "yes"),)),
    rule("PLACE", "prohibited", (chosen("specified", "yes"), chosen("rare", "yes"))),
    rule("OFFSETS", "prohibited", (chosen("offsets_used", "yes"), chosen("rare", "yes"))),
    facts=(flag("fresh"), flag("rare"), flag("specified")),
)


@pytest.fixture(scope="module")
def evaluator() -> Iterator[Evaluator]:
    card_evaluator = Evaluator(CARD, "sha256:0", "scorecards/green-claim-uk/versions/1.0.0")
    yield card_evaluator
    card_evaluator.close()


def asks(evaluator: Evaluator, **known: DeclaredValue) -> dict[str, OpenConditions]:
    shown = DeclaredValue(period=PeriodText(first="2026-11-20", last="2026-11-20"))
    values = {"kind": DeclaredValue(choice="commercial"), "display": shown, **known}
    facts = tuple(DeclaredFact(id=name, value=value) for name, value in values.items())
    subject = Subject(
        subject="organizations/a/subjects/b", as_of="2026-11-20", known="2026-11-20T12:00:00Z", facts=facts
    )
    assert CARD.verdicts is not None
    return open_conditions_by_rule(evaluate_to_summary(evaluator.engine, subject), CARD.verdicts, SETTLED)


def test_the_detected_claim_type_makes_a_rule_relevant(evaluator: Evaluator) -> None:
    conditions = asks(evaluator, claim_types=DeclaredValue(choices=("degradable",)))
    assert [name for name, one in conditions.items() if one.about_claim] == ["TYPE", "EITHER"]
    assert list(facts_of_open_conditions(conditions["TYPE"])) == ["fresh"]


def test_another_claim_type_removes_the_conditions_of_a_rule(evaluator: Evaluator) -> None:
    conditions = asks(evaluator, claim_types=DeclaredValue(choices=("generic",)))
    assert conditions["TYPE"].rows == ()
    assert not any(one.about_claim for one in conditions.values())


def test_facts_about_the_claim_make_a_rule_relevant_but_facts_about_the_jurisdiction_do_not(
    evaluator: Evaluator,
) -> None:
    yes = DeclaredValue(flag=True)
    conditions = asks(evaluator, claim_types=DeclaredValue(choices=("generic",)), offsets_used=yes, specified=yes)
    assert [name for name, one in conditions.items() if one.about_claim] == ["OFFSETS"]
    assert list(facts_of_open_conditions(conditions["PLACE"])) == ["rare"]


def test_requirements_of_every_claim_are_separated_from_rare_circumstances(evaluator: Evaluator) -> None:
    conditions = asks(evaluator, claim_types=DeclaredValue(choices=("generic",)))
    assert [name for name, one in conditions.items() if one.of_every_claim] == ["EITHER", "DUTY"]


def test_a_condition_that_requires_more_than_another_is_left_out(evaluator: Evaluator) -> None:
    assert asks(evaluator)["EITHER"].rows == ((chosen("fresh", "no"),),)


def test_merging_two_readings_uses_the_more_demanding_condition() -> None:
    fresh, rare = chosen("fresh", "no"), chosen("rare", "yes")
    first, other = _asks((fresh,)), _asks((rare, fresh))
    assert merge_open_conditions([first, other]).rows == merge_open_conditions([other, first]).rows == ((rare, fresh),)


def _asks(row: tuple[Clause, ...]) -> OpenConditions:
    return OpenConditions(about_claim=True, of_every_claim=False, rows=(row,))
