"""Unavoidable bases of results: a part of the bases that decided every stored evaluation with that result."""

import pytest

from rules.contracts.outcomes import ConclusionKind, Verdict
from rules.contracts.record_bytes import read_complete_record
from rules.model.definitions import Basis, Certainty
from rules.trail.basis_usage import unavoidable_bases
from service.gazette.versions import Gazette
from tests.support.kept import ROOT, kept
from tests.support.random_cards import RandomCard
from tests.support.random_stages import staged_random_card
from tests.support.random_verdicts import verdict_random_card

GAZETTE = Gazette(ROOT / "scorecards")
RESULTS = {ConclusionKind.GRADED, ConclusionKind.SCORED, ConclusionKind.JUDGED}


@pytest.mark.full
def test_no_stored_result_depends_on_less(subtests: pytest.Subtests) -> None:
    counted = 0
    for evaluation in kept():
        written = read_complete_record(evaluation.content)
        (conclusion,), (standing,) = (written.results_by_step[step] for step in ("conclusion", "standing"))
        if conclusion["kind"] not in RESULTS:
            continue
        scorecard = GAZETTE.made_by(evaluation.version, written.head.rule_digest).scorecard
        if (scorecard.ladder is not None and "grade" not in conclusion) or len(conclusion.get("verdicts", ())) > 1:
            continue  # undetermined
        weakest = standing["certainty"]
        of_certainty = {basis.id for basis in scorecard.bases if basis.certainty == weakest}
        decided = set(standing.get("weakest_bases", ()))
        with subtests.test(evaluation.version):
            named = [
                result.bases
                for result in unavoidable_bases(scorecard)
                if result.grade == conclusion.get("grade") and result.verdict == conclusion.get("verdict")
            ]
            assert any(bases & of_certainty <= decided for bases in named)
            counted += bool(decided)
    assert counted > 20


def test_grade_3_depends_on_most_own_interpretations_and_every_grade_on_the_residual_basis() -> None:
    scorecard = GAZETTE.newest("zero-carbon-factory").scorecard
    own = {basis.id for basis in scorecard.bases if basis.certainty is Certainty.OWN_READING}
    lacking = {result.grade: own - result.bases for result in unavoidable_bases(scorecard)}
    assert len(lacking["3"]) < len(own) / 2
    assert all("residual" not in without for without in lacking.values())


def test_a_verdict_from_a_rule_depends_on_fewer_bases_than_the_default_verdict() -> None:
    results = unavoidable_bases(GAZETTE.newest("low-carbon-product").scorecard)
    (otherwise,) = (result.bases for result in results if result.verdict is Verdict.OK)
    assert all(result.bases < otherwise for result in results if result.verdict is not Verdict.OK)


def test_stages_differ_in_the_indicators_that_count() -> None:
    scorecard = GAZETTE.newest("csr-three-stage").scorecard
    own = frozenset(basis.id for basis in scorecard.bases if basis.certainty is Certainty.OWN_READING)
    results = {result.bases & own for result in unavoidable_bases(scorecard)}
    assert any("weights" in bases for bases in results)
    assert any("weights" not in bases for bases in results)


@pytest.mark.parametrize("seed", range(4))
def test_every_random_card_has_results_that_name_bases_of_the_card(seed: int) -> None:
    for card in (RandomCard(seed).build(), staged_random_card(seed), verdict_random_card(seed)):
        basis = Basis(id="own", instrument="test", clause="1", certainty=Certainty.CONFIRMED)
        known = {each.id for each in (*card.bases, basis)}
        results = unavoidable_bases(card)
        assert results
        assert all(result.bases <= known for result in results)
