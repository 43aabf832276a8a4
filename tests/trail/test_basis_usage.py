"""Bases that an evaluation read: every deciding one, none that was not reached."""

from typing import Any

import pytest

from rules.contracts.record_bytes import read_complete_record
from rules.trail.basis_usage import BasisUsage
from service.gazette.versions import Gazette
from tests.support.kept import ROOT, kept
from tests.support.stored import written_steps

GAZETTE = Gazette(ROOT / "scorecards")
ALL = kept()


@pytest.mark.full
def test_every_deciding_basis_was_read_unless_its_gate_or_rule_does_not_apply(subtests: pytest.Subtests) -> None:
    assert ALL
    for evaluation in ALL:
        with subtests.test(evaluation.version):
            written = read_complete_record(evaluation.content)
            scorecard = GAZETTE.made_by(evaluation.version, written.head.rule_digest).scorecard
            reads = BasisUsage(scorecard)
            read = reads.always | set(reads.of(written))
            assert {basis.id for basis in scorecard.bases} == reads.always | reads.sometimes
            rules = scorecard.verdicts.rules if scorecard.verdicts else ()
            without = [
                *(
                    gate.basis
                    for gate in scorecard.gates
                    if written.results_by_step[f"gates/{gate.id}"][0] == "not_applicable"
                ),
                *(rule.basis for rule in rules if written.results_by_step[f"rules/{rule.id}"][1] == "not_met"),
            ]
            decided = set(written.results_by_step["standing"][0].get("weakest_bases", ()))
            assert read >= decided - {basis for bases in without for basis in bases}


def _read(card: str, *steps: list[Any]) -> set[str]:
    return set(BasisUsage(GAZETTE.newest(card).scorecard).of(written_steps(*steps)))


def _gate(card: str) -> tuple[str, str]:
    """Return a conditional gate, and a basis that no other gate names."""
    scorecard = GAZETTE.newest(card).scorecard
    sometimes = BasisUsage(scorecard).sometimes
    gates = [gate for gate in scorecard.gates if gate.applies]
    alone = {basis: [gate.id for gate in gates if basis in gate.basis] for basis in sorted(sometimes)}
    return next((those[0], basis) for basis, those in alone.items() if len(those) == 1)


@pytest.mark.parametrize("outcome", ["met", "not_met", "undetermined", "not_applicable"])
def test_a_gate_that_did_not_apply_was_not_read(outcome: str) -> None:
    gate, basis = _gate("eu-battery")
    whole = [[f"gates/{one.id}", "not_applicable", ""] for one in GAZETTE.newest("eu-battery").scorecard.gates]
    steps = [[step, outcome if step == f"gates/{gate}" else "not_applicable", ""] for step, *_ in whole]
    assert (basis in _read("eu-battery", *steps)) == (outcome != "not_applicable")


def test_a_rule_not_in_force_was_read_only_if_it_comes_into_force_later() -> None:
    rules = GAZETTE.newest("green-claim-eu").scorecard.verdicts.rules  # type: ignore[union-attr] # the card has verdicts
    out = [[f"rules/{rule.id}", "not_met", "not_met", "prohibited", []] for rule in rules]
    verdict = ["verdict", "ok", ["ok"], []]
    none = _read("green-claim-eu", *out, verdict)
    first, its = out[0][0], set(rules[0].basis)
    assert not its & none
    for instead in (["not_met", "met", "prohibited", []], ["not_met", "not_met", "prohibited", [], "coming"]):
        steps = [[step, *instead] if step == first else [step, *rest] for step, *rest in out]
        assert its <= _read("green-claim-eu", *steps, verdict)


def test_a_stage_row_below_the_deciding_row_was_not_read() -> None:
    reads = BasisUsage(GAZETTE.newest("csr-three-stage").scorecard)
    rows = GAZETTE.newest("csr-three-stage").scorecard.stages.rows  # type: ignore[union-attr] # it has stages
    below = set(rows[-1].basis) & reads.sometimes
    decided = [["stages/1", "met", ""], *([f"stages/{number}", "not_met", ""] for number in range(2, len(rows) + 1))]
    undecided = [["stages/1", "undetermined", ""], *decided[1:]]
    assert not below & set(reads.of(written_steps(*decided, *_no_indicators())))
    assert below <= set(reads.of(written_steps(*undecided, *_no_indicators())))


def _no_indicators() -> list[list[Any]]:
    indicators = GAZETTE.newest("csr-three-stage").scorecard.indicators
    return [[f"indicators/{one.id}", "not_applicable", "0", "0", []] for one in indicators]


def test_a_record_without_steps_counts_as_reading_every_conditional_basis() -> None:
    reads = BasisUsage(GAZETTE.newest("cbam-goods").scorecard)
    assert reads.sometimes
    assert set(reads.of(written_steps())) == reads.sometimes
