"""What must be true of the three-stage card beyond its own examples?"""

import json
import subprocess
import sys
from collections import Counter
from fractions import Fraction
from functools import cache
from pathlib import Path

import pytest

from rules.contracts.intervals import Interval
from rules.contracts.outcomes import ConclusionKind
from rules.engine.decide import Decision, decide
from rules.engine.infer import InferenceEngine
from rules.engine.inference import Question
from rules.engine.read_subject import read_subject
from rules.model.scorecard import MaturityScale, Scorecard
from rules.weighting.blocks import read_blocks
from rules.weighting.notes import Notes
from rules.weighting.weigh import Material, Way, weigh
from service.dossier.reading import read_dossier
from service.gazette import Gazette
from service.weights.sheets import read_sheets, read_table

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples" / "csr-three-stage"
JUDGEMENTS = ROOT / "features" / "csr-three-stage" / "judgements"
STAGES = {"s1": ("E", 16), "s2": ("EL", 52), "s3": ("ELQ", 100)}
ANYTHING = Interval(Fraction(0), Fraction(100))
WEAK_IN_STAGE_3 = {"C11", "C7", "C14", "C9"}


@cache
def scorecard(version: str) -> Scorecard:
    return Gazette(ROOT / "scorecards").version("csr-three-stage", version).scorecard


@cache
def engine(version: str = "1.1.0") -> InferenceEngine:
    return InferenceEngine(scorecard(version))


def decided(line: str, version: str = "1.1.0") -> Decision:
    card = scorecard(version)
    dossier = read_dossier(line.encode(), card, as_of="2026-06-30", settings={})
    reading = read_subject(card, dossier.subject.model_copy(update={"known": "2026-06-30T00:00:00Z"}))
    return decide(engine(version), Question(reading.verified.extents, reading.settings, reading.as_of, {}))


def lines(name: str) -> list[str]:
    return (EXAMPLES / name).read_text("utf-8").splitlines()


@pytest.mark.parametrize("version", ["1.0.0", "1.1.0"])
def test_the_points_of_the_stages_are_exactly_the_printed_ones(version: str) -> None:
    card = scorecard(version)
    for sections, maximum in STAGES.values():
        assert sum(one.maximum for one in card.indicators if one.section in sections) == maximum
    assert [len([one for one in card.indicators if one.section in sections]) for sections, _ in STAGES.values()] == [
        5, 10, 16,
    ]  # fmt: skip
    assert all(isinstance(one.scale, MaturityScale) for one in card.indicators)


def test_the_published_points_follow_from_the_judgements_kept_beside_the_card() -> None:
    notes = Notes()
    material = Material(
        read_sheets([JUDGEMENTS / "reconstruction.csv"]), read_blocks(read_table(JUDGEMENTS / "stages.csv"), notes)
    )
    weighting = weigh(material, Way(), notes)
    assert weighting is not None
    assert weighting.points == {one.id: one.maximum for one in scorecard("1.1.0").indicators}


def test_the_invented_companies_are_what_the_seeded_script_writes() -> None:
    script = EXAMPLES / "synthetic_power_companies.py"
    written = subprocess.run([sys.executable, script], capture_output=True, check=True, text=True).stdout  # noqa: S603
    assert written.splitlines() == lines("synthetic-power-companies.jsonl")


def test_the_invented_companies_stand_where_the_report_counted_them() -> None:
    decisions = [decided(line) for line in lines("synthetic-power-companies.jsonl")]
    assert Counter(decision.stage for decision in decisions) == {"s2": 20, "s3": 27}
    assert all(decision.kind is ConclusionKind.SCORED for decision in decisions)
    totals = {stage: [one.inference.total.value for one in decisions if one.stage == stage] for stage in ("s2", "s3")}
    assert all(value is not None and value <= 52 for value in totals["s2"])
    assert all(value is not None and value <= 100 for value in totals["s3"])
    shares: dict[str, Fraction] = {}
    for decision in (one for one in decisions if one.stage == "s3"):
        for name, earned in decision.inference.score.earned.items():
            shares[name] = shares.get(name, Fraction(0)) + (earned.counted.value or 0) / earned.maximum
    assert set(sorted(shares, key=lambda name: shares[name])[:4]) == WEAK_IN_STAGE_3


def test_public_facts_of_real_companies_leave_open_what_nobody_published() -> None:
    found = {json.loads(line)["subject"].rpartition("/")[2]: decided(line) for line in lines("public-companies.jsonl")}
    assert len(found) == 18
    top = found.pop("datang-international-power")
    assert (top.stage, top.inference.total) == ("s3", ANYTHING)
    for decision in found.values():
        assert decision.possible_stages == ("s3", "s2", "s1", "s0")
        assert decision.inference.total == ANYTHING
        assert decision.kind is ConclusionKind.INCOMPLETE


def test_whole_points_give_the_figures_of_the_worked_example() -> None:
    totals = {}
    for version in ("1.0.0", "1.1.0"):
        reference = {item.fact: item.value for item in scorecard(version).reference_case}
        assert reference["carbon_disclosure"].choice == "quantified"
        scales = [(one, one.scale) for one in scorecard(version).indicators]
        totals[version] = sum(
            one.maximum * sum(Fraction(reference[name].number or 0) for name in scale.level) / (100 * len(scale.level))
            for one, scale in scales
            if isinstance(scale, MaturityScale)
        )
    assert totals["1.0.0"] == Fraction("30.35")
    assert round(float(totals["1.1.0"]), 3) == 32.208
