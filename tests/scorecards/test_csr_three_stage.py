"""CSR three-stage card: points, stage truth table, ratings, example companies, version history."""

import json
import subprocess
import sys
from collections import Counter
from collections.abc import Mapping
from fractions import Fraction
from functools import cache
from pathlib import Path

import pytest

from rules.contracts.intervals import Interval
from rules.contracts.outcomes import ConclusionKind
from rules.engine.decide import Decision, decide
from rules.engine.inference import InferenceQuestion
from rules.engine.inference_engine import InferenceEngine
from rules.engine.read_subject import read_subject
from rules.model.expressions import ChoiceClause
from rules.model.scorecard import MaturityScale, Scorecard
from service.gazette.versions import Gazette
from service.input.dossier.dossier_reader import read_dossier

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples" / "csr-three-stage"
JUDGEMENTS = ROOT / "features" / "csr-three-stage" / "judgements"
STAGES = {"s1": ("E", 16), "s2": ("EL", 52), "s3": ("ELQ", 100)}
ANYTHING = Interval(Fraction(0), Fraction(100))
DISCLOSURES = ("none", "qualitative", "quantified")
WEAK_IN_STAGE_3 = {"C11", "C7", "C14", "C9"}


@cache
def scorecard() -> Scorecard:
    return Gazette(ROOT / "scorecards").newest("csr-three-stage").scorecard


@cache
def engine() -> InferenceEngine:
    return InferenceEngine(scorecard())


def decided(line: str) -> Decision:
    card = scorecard()
    dossier = read_dossier(line.encode(), card, as_of="2026-06-30", settings={})
    reading = read_subject(card, dossier.subject.model_copy(update={"known": "2026-06-30T00:00:00Z"}))
    return decide(engine(), InferenceQuestion(reading.verified.extents, reading.settings, reading.as_of, {}))


def lines(name: str) -> list[str]:
    return (EXAMPLES / name).read_text("utf-8").splitlines()


def test_the_maximum_points_of_the_stages_equal_the_printed_points() -> None:
    card = scorecard()
    for sections, maximum in STAGES.values():
        assert sum(one.maximum for one in card.indicators if one.section in sections) == maximum
    assert [len([one for one in card.indicators if one.section in sections]) for sections, _ in STAGES.values()] == [
        5, 10, 16,
    ]  # fmt: skip
    assert all(isinstance(one.scale, MaturityScale) for one in card.indicators)


def test_the_synthetic_companies_match_the_output_of_the_seeded_script() -> None:
    script = EXAMPLES / "synthetic_power_companies.py"
    written = subprocess.run([sys.executable, script], capture_output=True, check=True, text=True).stdout  # noqa: S603
    assert written.splitlines() == lines("synthetic-power-companies.jsonl")


@pytest.mark.full
def test_the_synthetic_companies_have_the_stage_counts_of_the_report() -> None:
    decisions = [decided(line) for line in lines("synthetic-power-companies.jsonl")]
    assert Counter(decision.stage for decision in decisions) == {"s2": 20, "s3": 27}
    assert all(decision.kind is ConclusionKind.SCORED for decision in decisions)
    totals = {stage: [one.inference.total.value for one in decisions if one.stage == stage] for stage in ("s2", "s3")}
    assert all(value is not None and value <= 52 for value in totals["s2"])
    assert all(value is not None and value <= 100 for value in totals["s3"])
    shares: dict[str, Fraction] = {}
    for decision in (one for one in decisions if one.stage == "s3"):
        for name, earned in decision.inference.score.earned.items():
            shares[name] = shares.get(name, Fraction(0)) + (earned.awarded.value or 0) / earned.maximum
    assert set(sorted(shares, key=lambda name: shares[name])[:4]) == WEAK_IN_STAGE_3


def test_results_of_real_companies_are_undetermined_where_facts_are_unpublished() -> None:
    decisions = {
        json.loads(line)["subject"].rpartition("/")[2]: decided(line) for line in lines("public-companies.jsonl")
    }
    assert len(decisions) == 18
    top = decisions.pop("datang-international-power")
    assert (top.stage, top.inference.total) == ("s3", ANYTHING)
    for decision in decisions.values():
        assert decision.possible_stages == ("s3", "s2", "s1", "s0")
        assert decision.inference.total == ANYTHING
        assert decision.kind is ConclusionKind.INCOMPLETE


YES, NO = {"value": True}, {"value": False}
PRINTED, OURS = "stages-printed", "stages-default"
TRUTH: dict[tuple[bool, str], tuple[tuple[str, str], ...]] = {
    # Key: carbon awareness and disclosure. Columns: environmental awareness and disclosure. Cells: stage and its basis.
    #                     neither           disclosure       awareness        both
    (False, "none"): (("s0", PRINTED), ("s0", OURS), ("s0", OURS), ("s1", PRINTED)),
    (True, "none"): (("s0", PRINTED), ("s1", OURS), ("s0", OURS), ("s1", OURS)),
    (False, "qualitative"): (("s0", OURS), ("s0", OURS), ("s0", OURS), ("s1", PRINTED)),
    (True, "qualitative"): (("s2", PRINTED),) * 4,
    (False, "quantified"): (("s3", OURS),) * 4,
    (True, "quantified"): (("s3", PRINTED),) * 4,
}
"""Written from the four printed sentences and the note of `stages-default`, not from the rows of the card."""
FIGURES: dict[str, tuple[dict[str, object], Mapping[str, str]]] = {
    "no figure": ({"not_applicable": True}, dict.fromkeys(DISCLOSURES, "not_applicable")),
    "zero": ({"value": "0 tCO2e"}, dict.fromkeys(DISCLOSURES, "not_applicable")),
    "a figure": ({"value": "0.01 tCO2e"}, {"none": "not_met", "qualitative": "not_met", "quantified": "met"}),
}


def company(**facts: object) -> str:
    evidence = {"kind": "public-report", "issuer": "the company", "digest": "0" * 64, "issue_date": "2026-04-01"}
    declared_facts = {
        name: {**value, "evidence": ["report"]} for name, value in facts.items() if isinstance(value, dict)
    }
    subject = "organizations/example/subjects/company"
    return json.dumps({"subject": subject, "facts": declared_facts, "evidence": {"report": evidence}})


@pytest.mark.parametrize("figure", FIGURES)
@pytest.mark.parametrize(("carbon", "disclosed"), TRUTH)
def test_every_combination_has_the_stage_that_the_printed_sentences_require(
    carbon: bool, disclosed: str, figure: str
) -> None:
    reported, gate = FIGURES[figure]
    for place, (stage, basis) in enumerate(TRUTH[carbon, disclosed]):
        environmental_awareness, environmental_disclosure = place >= 2, place % 2 == 1
        decision = decided(
            company(
                environmental_awareness=YES if environmental_awareness else NO,
                environmental_disclosure=YES if environmental_disclosure else NO,
                carbon_awareness=YES if carbon else NO,
                carbon_disclosure={"value": disclosed},
                reported_emissions=reported,
            )
        )
        assert (decision.stage, decision.possible_stages) == (stage, (stage,))
        assert decision.inference.gates["G1"].value == gate[disclosed]
        assert first_row(environmental_awareness, environmental_disclosure, carbon, disclosed) == (stage, (basis,))


def first_row(*answers: bool | str) -> tuple[str, tuple[str, ...]]:
    """Return the stage and basis of the first row of the card that matches the answers."""
    names = ("environmental_awareness", "environmental_disclosure", "carbon_awareness", "carbon_disclosure")
    words = [one if isinstance(one, str) else "yes" if one else "no" for one in answers]
    choices = dict(zip(names, words, strict=True))
    stages = scorecard().stages
    assert stages is not None
    for row in stages.rows:
        if all(isinstance(clause, ChoiceClause) and choices[clause.name] in clause.values for clause in row.when):
            return row.stage, row.basis
    raise AssertionError(choices)


ASPECTS = ("disclosed", "content", "trend", "comparison", "integration")
RATED = [
    # amount, content, trend, comparison and integration of every indicator; the percent of each, computed by hand
    ((45, 50, 25, 50, 50), "52.5"),
    ((45, 50, 25, 45, 50), "47.5"),
    ((45, 50, 30, 45, 50), "52.5"),
    ((5, 5, 30, 5, 0), "10"),
    ((0, 0, 100, 100, 100), "0"),
    ((95, 100, 30, 0, 100), "100"),
    ((100, 0, 25, 50, 50), "55"),
]
DISCLOSED = {"s3": (True, "quantified", 100), "s2": (True, "qualitative", 52), "s1": (False, "none", 16)}


@pytest.mark.parametrize("stage", DISCLOSED)
@pytest.mark.parametrize(("ratings", "percent"), RATED)
def test_a_company_with_equal_ratings_earns_that_share_of_its_stage(
    ratings: tuple[int, ...], percent: str, stage: str
) -> None:
    aware, disclosed, maximum = DISCLOSED[stage]
    rated = {
        fact.id: {"value": f"{ratings[place]} %"}
        for fact in scorecard().facts
        for place, aspect in enumerate(ASPECTS)
        if fact.id.endswith(f"_{aspect}")
    }
    figure = {"value": "1 tCO2e"} if disclosed == "quantified" else {"not_applicable": True}
    decision = decided(
        company(
            environmental_awareness=YES,
            environmental_disclosure=YES,
            carbon_awareness={"value": aware},
            carbon_disclosure={"value": disclosed},
            reported_emissions=figure,
            **rated,
        )
    )
    assert (decision.stage, decision.inference.total.value) == (stage, maximum * Fraction(percent) / 100)


def test_the_company_of_the_trial_is_in_the_first_stage() -> None:
    line = company(
        environmental_awareness=NO,
        environmental_disclosure=YES,
        carbon_awareness=YES,
        carbon_disclosure={"value": "none"},
        reported_emissions={"not_applicable": True},
    )
    assert decided(line).stage == "s1"
