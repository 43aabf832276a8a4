"""Example synthesis for thresholds: values just inside or outside, units, domains, days, and text that reads back."""

from __future__ import annotations

import re
from datetime import date
from fractions import Fraction

import pytest

from rules.contracts.extents import known_number
from rules.contracts.inputs import DeclaredValue, PeriodText
from rules.contracts.outcomes import ConclusionKind, Outcome
from rules.language.compiler import compile_folder
from rules.language.edge_values import EdgeContext
from rules.language.example_synthesis import ExampleProposal, ExampleProposer, insert_scenario
from rules.model.clause_coverage import Edge, all_edges
from rules.model.edge_rows import EdgeSide
from rules.model.examples import ExpectConclusion, ExpectGrades, ExpectOutcome, FactChange, SettingChange, ValueOverride
from rules.model.expressions import DateClause, DateExpression, DateOperator, PeriodEdge
from rules.model.scorecard import CaseValue, FactDefinition, FactType, Scorecard
from rules.model.symbol_table import DefinitionIndex
from tests.language.folders import scorecard_of
from tests.language.test_export import files_of, whole
from tests.model.lint_card import AT_LEAST, SOUND, choice, number, with_requires
from tests.support.guide import OFFICE, card

FIRST, LAST = PeriodEdge.FIRST, PeriodEdge.LAST
CASE = {
    "share": DeclaredValue(number="85", unit="%"),
    "output": DeclaredValue(number="1000", unit="t"),
    "energy": DeclaredValue(number="2000", unit="MWh"),
    "system": DeclaredValue(choice="certified"),
    "open": DeclaredValue(flag=True),
    "issued": DeclaredValue(date="2025-11-01"),
    "credits": DeclaredValue(
        records=(
            {
                "serial": DeclaredValue(text="A-1"),
                "amount": DeclaredValue(number="20", unit="tCO2e"),
                "kind": DeclaredValue(choice="removal"),
            },
        )
    ),
}


def with_case(scorecard: Scorecard) -> Scorecard:
    case = tuple(CaseValue(fact=fact, value=value) for fact, value in CASE.items())
    return scorecard.model_copy(update={"reference_case": case})


CARD = with_case(SOUND)


def proposal(path: str, side: EdgeSide, scorecard: Scorecard = CARD) -> ExampleProposal:
    example = ExampleProposer(scorecard, "en").propose(Edge(path, side), date(2026, 3, 1))
    assert example is not None
    return example


def share(text: str) -> tuple[FactChange, ...]:
    return (FactChange("share", DeclaredValue(number=text, unit="%")),)


def test_every_threshold_of_a_valid_card_gets_a_proposal_in_both_languages() -> None:
    for edge in all_edges(CARD):
        for language in ("en", "zh"):
            assert ExampleProposer(CARD, language).propose(edge) is not None, edge


@pytest.mark.parametrize(
    ("bound", "side", "value"),
    [
        ("at_least", EdgeSide.HOLDS, "50"),
        ("at_least", EdgeSide.FAILS, "49.99"),
        ("below", EdgeSide.HOLDS, "79.99"),
        ("below", EdgeSide.FAILS, "80"),
    ],
)
def test_a_band_is_shown_at_its_bound_and_one_hundredth_outside(bound: str, side: EdgeSide, value: str) -> None:
    assert proposal(f"indicators[I1].scale.bands[1].{bound}", side).changes == share(value)


@pytest.mark.parametrize(("threshold", "outside"), [("80", "79.99"), ("0.5", "0.49"), ("0.005", "0.004")])
def test_the_step_is_the_last_written_decimal_or_finer(threshold: str, outside: str) -> None:
    card = with_case(with_requires(number("share", AT_LEAST, threshold)))
    assert share(outside)[0] in proposal("gates[G1].requires[2]", EdgeSide.FAILS, card).changes


def test_only_the_tested_clause_fails() -> None:
    card = with_case(with_requires(number("share", AT_LEAST, "90"), choice("system", "certified")))
    changes = proposal("gates[G1].requires[3]", EdgeSide.FAILS, card).changes
    assert changes[0] == FactChange("system", DeclaredValue(choice="none"))
    assert share("90")[0] in changes


def test_the_proposed_value_uses_the_unit_of_the_clause() -> None:
    card = with_case(with_requires(number("share", AT_LEAST, "905", "‰")))
    change = FactChange("share", DeclaredValue(number="904.99", unit="‰"))
    assert change in proposal("gates[G1].requires[2]", EdgeSide.FAILS, card).changes


def test_a_ladder_row_supposes_the_total_score_and_the_quantities() -> None:
    changes = proposal("ladder.rows[0].at_least", EdgeSide.FAILS).changes
    assert changes == (ValueOverride("total_score", Fraction("89.99")), ValueOverride("counted", Fraction(10)))


def test_a_setting_is_chosen() -> None:
    assert SettingChange("reading", "cascade") in proposal("gates[G1].applies[0]", EdgeSide.FAILS).changes


def test_the_clause_of_a_sum_changes_a_record() -> None:
    (change,) = proposal("quantities[counted].rows[0].where[0]", EdgeSide.FAILS).changes
    assert isinstance(change, FactChange)
    assert change.value is not None
    assert [record["kind"].choice for record in change.value.records or ()] == ["reduction"]


def test_an_outcome_is_reached_through_the_conditions_of_its_gate() -> None:
    changes = proposal("findings[F1].when[0]", EdgeSide.FAILS).changes
    assert ValueOverride("intensity", Fraction(3)) in changes
    changes = proposal("findings[F1].when[0]", EdgeSide.HOLDS).changes
    assert ValueOverride("intensity", Fraction("3.01")) in changes


def test_a_date_lies_on_the_last_day_or_the_day_after() -> None:
    held = proposal("findings[F1].when[1]", EdgeSide.HOLDS).changes
    failed = proposal("findings[F1].when[1]", EdgeSide.FAILS).changes
    assert FactChange("issued", DeclaredValue(date="2025-02-28")) in held
    assert FactChange("issued", DeclaredValue(date="2025-03-01")) in failed


def test_one_end_of_a_period_moves_and_the_other_end_stays_fixed() -> None:
    def day(edge: PeriodEdge, months: int = 0) -> DateExpression:
        return DateExpression(name="year", edge=edge, shift_months=months)

    clauses = (
        DateClause(name="year", edge=LAST, operator=DateOperator.BEFORE, operand=DateExpression(name="as_of_date")),
        DateClause(name="year", edge=FIRST, operator=DateOperator.AFTER, operand=day(LAST, -12)),
    )
    gates = with_requires(*clauses)
    period = FactDefinition(id="year", type=FactType.PERIOD)
    period_value = DeclaredValue(period=PeriodText(first="2025-01-01", last="2025-12-31"))
    card = with_case(gates.model_copy(update={"facts": (*gates.facts, period)}))
    card = card.model_copy(
        update={"reference_case": (*card.reference_case, CaseValue(fact="year", value=period_value))}
    )

    def years(clause: int, side: EdgeSide) -> list[PeriodText | None]:
        changes = proposal(f"gates[G1].requires[{clause}]", side, card).changes
        return [one.value.period for one in changes if isinstance(one, FactChange) and one.fact == "year" and one.value]

    assert years(2, EdgeSide.FAILS) == [PeriodText(first="2025-03-02", last="2026-03-01")]
    assert years(3, EdgeSide.HOLDS) == [PeriodText(first="2025-01-01", last="2025-12-31")]
    assert years(3, EdgeSide.FAILS) == [PeriodText(first="2024-12-31", last="2025-12-31")]


def test_a_lookup_needs_an_example_per_branch_only() -> None:
    edges = [edge for edge in all_edges(CARD) if edge.path.startswith("quantities[factor]")]
    assert edges == [Edge("quantities[factor].rows", EdgeSide.HOLDS)]


def test_no_value_outside_the_domain_is_proposed() -> None:
    card = with_case(with_requires(number("share", AT_LEAST, "0")))
    assert ExampleProposer(card, "en").propose(Edge("gates[G1].requires[2]", EdgeSide.FAILS)) is None


def test_the_scenario_is_written_in_canonical_form() -> None:
    example = proposal("ladder.rows[0].at_least", EdgeSide.FAILS)
    lines = ExampleProposer(CARD, "en").lines(example, [ExpectGrades(("3",)), ExpectOutcome("G1", Outcome.MET)])
    assert lines == [
        "    Scenario: 5: the total score is at least 90 points: just fails",
        "      Given supposing the total score is 89.99",
        "      And supposing counted is 10 tCO2e",
        "      When evaluated as of 2026-03-01",
        "      Then the grade is 3",
        "      And gate G1 is met",
    ]


def test_a_list_is_written_as_a_table() -> None:
    example = ExampleProposer(CARD, "zh").propose(Edge("quantities[counted].rows[0].where[0]", EdgeSide.HOLDS))
    assert example is not None
    assert example.lines == ("credits 为", "| serial | amount   | kind    |", "| A-1    | 20 tCO2e | removal |")


RULES = """# language: en
Feature: Two rules

  Rule: First
    Background:
      Given these gates
        | id |

    Scenario: old
      When evaluated as of 2026-03-01

  # about the second
  Rule: Second
    Scenario: other
      When evaluated as of 2026-03-01
"""


def test_a_scenario_is_inserted_at_the_end_of_its_rule() -> None:
    new = ["    Scenario: new", "      When evaluated as of 2026-03-01"]
    first = insert_scenario(RULES, 7, new, "en").split("\n")
    assert first[10:15] == ["", *new, "", "  # about the second"]
    assert insert_scenario(RULES, 14, new, "en") == RULES + "\n" + "\n".join(new) + "\n"


FILES = card(OFFICE)


@pytest.mark.parametrize(
    ("tariff", "audited", "due"),
    [
        ("green", "2025-03-31", "2025-12-31"),
        ("green", "2025-08-31", "2026-02-28"),
        ("grey", "2025-03-31", "2025-04-01"),
    ],
)
def test_the_first_matching_row_determines_the_date(tariff: str, audited: str, due: str) -> None:
    scorecard = scorecard_of(FILES)
    assert scorecard is not None
    case = {one.fact: one.value for one in scorecard.reference_case}
    case["tariff"] = case["tariff"].model_copy(update={"choice": tariff})
    case["audited"] = case["audited"].model_copy(update={"date": audited})
    around = EdgeContext(DefinitionIndex(scorecard), case, date(2026, 6, 30))
    assert around["due"] == known_number(Fraction(date.fromisoformat(due).toordinal()))


IMPOSSIBLE = {"quantities[counted].rows[1].where[1]"}
"""Clauses that the other clauses of their row already settle."""


@pytest.mark.full(sample=5)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_proposal_round_trips_to_its_changes(language: str) -> None:
    card, files = whole(language), files_of(language)
    path = f"rules.{language}.feature"
    missing: list[Edge] = []
    proposals = []
    proposer = ExampleProposer(card, language)
    for edge in all_edges(card):
        proposal = proposer.propose(edge)
        if proposal is None:
            missing.append(edge)
            continue
        lines = proposer.lines(proposal, [ExpectConclusion(ConclusionKind.GRADED)])
        files[path] = insert_scenario(files[path], 10, lines, language)
        proposals.append(proposal)
    compiled = compile_folder(files)
    assert compiled.scorecard is not None, [one.render() for one in compiled.diagnostics]
    read = {one.title: one for one in compiled.examples}
    for proposal in proposals:
        assert tuple(placed.item for placed in read[proposal.title].changes) == proposal.changes
        assert read[proposal.title].as_of == proposal.as_of
    assert {re.sub(r"\s", "", edge.path) for edge in missing} <= IMPOSSIBLE
