"""Code generation for the oracle: hostile names, large numbers, clause outcomes and very long rules."""

import pytest

from rules.contracts.outcomes import Outcome
from rules.engine.both_evaluators import Outcomes, compile_oracle, oracle_source
from rules.engine.network import Network, PlannedRule
from rules.program.nodes import AtomicTest, Word
from rules.program.value_environment import Plain
from tests.engine.networks import at_least, at_most

HOSTILE = (
    "'", '"', "\\", "'''", "\n    raise SystemExit", "__import__('os').abort()", "{n0}", "\N{LINE SEPARATOR}", "\0",
    "等于",
)  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_names_that_would_be_code_are_names(name: str) -> None:
    choice = Word(name, (name, "other"))
    network = Network.of(
        [PlannedRule(name, (AtomicTest(choice, frozenset({name})),)), PlannedRule("r", (at_least(name, 1),))]
    )
    conclude = compile_oracle(oracle_source(network))
    assert Outcomes(conclude([name, (1, 1)])) == {name: Outcome.MET, "r": Outcome.MET}
    assert Outcomes(conclude(["other", (1, 2)])) == {name: Outcome.NOT_MET, "r": Outcome.NOT_MET}
    assert Outcomes(conclude([None, (None, None)])) == dict.fromkeys((name, "r"), Outcome.NOT_APPLICABLE)


def test_outcome_letters_encode_clauses_and_their_preconditions() -> None:
    rule = PlannedRule("row", (at_least("total", 80), at_least("n", 1), at_most("n", 5), at_least("m", 2)), (2, 1))
    conclude = compile_oracle(oracle_source(Network.of([rule])))
    cases: list[tuple[list[Plain], str, Outcome]] = [
        ([(80, 1), (3, 1), (2, 1)], "mmm", Outcome.MET),
        ([(80, 1), (6, 1), (2, 1)], "mnm", Outcome.NOT_MET),
        ([(80, 1), (3, 1), (None, None)], "mma", Outcome.NOT_APPLICABLE),
        ([(79, 1), (3, 1), (None, None)], "nma", Outcome.NOT_MET),
        ([(160, 2), (16, 3), (2, 1)], "mnm", Outcome.NOT_MET),
    ]
    for values, letters, outcome in cases:
        conclusion = Outcomes(conclude(values))
        assert (conclusion.letters["row"], conclusion["row"]) == (letters, outcome)


def test_numbers_of_any_length_are_compared_exactly() -> None:
    rule = PlannedRule("r", (at_least("n", 10**60),))
    conclude = compile_oracle(oracle_source(Network.of([rule])))
    assert Outcomes(conclude([(10**120 - 1, 10**60)]))["r"] is Outcome.NOT_MET
    assert Outcomes(conclude([(10**120, 10**60)]))["r"] is Outcome.MET


def test_a_rule_of_thousands_of_clauses_is_compiled() -> None:
    atoms = tuple(at_least("n", bound) for bound in range(5_000))
    conclude = compile_oracle(oracle_source(Network.of([PlannedRule("r", atoms, (1,) * len(atoms))])))
    assert Outcomes(conclude([(4_999, 1)]))["r"] is Outcome.MET
    assert Outcomes(conclude([(4_998, 1)])).letters["r"] == "m" * 4_999 + "n"
