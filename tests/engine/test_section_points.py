"""Conditions on section points: one or several sections, known and open, on random cards."""

from __future__ import annotations

from fractions import Fraction

from rules.contracts.extents import NumberExtent
from rules.contracts.intervals import Interval, total_of
from rules.contracts.outcomes import Outcome
from rules.model.expressions import NumberClause, NumberLiteral, NumberOperator
from rules.model.range_analysis import value_range
from rules.model.scorecard import FindingRule, FindingSeverity, Scorecard
from rules.model.symbol_table import DefinitionIndex, decode_section_total, encode_section_total, section_names
from tests.support.deciding import random_engines
from tests.support.random_cards import RandomCard
from tests.support.random_extents import complete, random_question
from tests.support.tiers import tries

BOTH, ONE = encode_section_total(("A", "B")), encode_section_total(("B",))


def at_least(points: int, name: str) -> NumberClause:
    literal = NumberLiteral(value=Fraction(points), unit="point")
    return NumberClause(name=name, operator=NumberOperator.AT_LEAST, operand=literal)


def with_minima(seed: int) -> Scorecard:
    findings = tuple(
        FindingRule(id=f"M{place}", when=(clause,), severity=FindingSeverity.MINOR, basis=("own",))
        for place, clause in enumerate((at_least(50, BOTH), at_least(20, ONE)))
    )
    return RandomCard(seed).build().model_copy(update={"findings": findings})


def test_a_combined_name_represents_several_sections() -> None:
    assert decode_section_total(BOTH) == ("A", "B")
    assert decode_section_total("amount") == ()
    card = with_minima(1)
    assert section_names(card) == (BOTH, ONE)
    assert value_range(BOTH, DefinitionIndex(card)) == Interval(Fraction(0), Fraction(100))


def test_section_totals_are_compared_correctly_and_completions_stay_within_bounds() -> None:
    settled = {Outcome.MET: 0, Outcome.NOT_MET: 0, Outcome.UNDETERMINED: 0}
    for card, engine, random in random_engines(range(max(tries(12), 4)), with_minima):
        for _ in range(8):
            question = random_question(card, random, unknown=random.choice([0, 0.3]))
            inference = engine.infer(question)
            sections = inference.score.sections
            for name, finding in ((BOTH, "finding:M0"), (ONE, "finding:M1")):
                together = total_of(sections[section].points for section in decode_section_total(name))
                assert inference.values.extents[name] == NumberExtent(together)
                settled[inference.second_pass[finding]] += 1
            known = engine.infer(complete(card, question, random))
            for finding in ("finding:M0", "finding:M1"):
                assert inference.second_pass[finding] in (Outcome.UNDETERMINED, known.second_pass[finding])
    assert all(settled.values()), settled
