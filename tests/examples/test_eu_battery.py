"""Sample dossier of an EV battery: full compliance, and the effect of each missing fact or date."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from rules.contracts.inputs import Subject
from rules.contracts.outcomes import ConclusionKind
from rules.engine.decide import Decision, decide
from rules.engine.inference import InferenceQuestion
from rules.engine.inference_engine import InferenceEngine
from rules.engine.read_subject import read_subject
from rules.language.compiler import compile_folder
from rules.model.digest import rule_digest
from rules.model.scorecard import Scorecard
from rules.trail.evaluation import Evaluator
from rules.trail.explain import explain
from service.input.dossier.dossier_reader import read_dossier

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def scorecard() -> Scorecard:
    folder = ROOT / "features" / "eu-battery"
    compiled = compile_folder({path.name: path.read_text(encoding="utf-8") for path in folder.glob("*.feature")})
    assert compiled.scorecard is not None
    return compiled.scorecard


@pytest.fixture(scope="module")
def engine(scorecard: Scorecard) -> Iterator[InferenceEngine]:
    engine = InferenceEngine(scorecard)
    yield engine
    engine.close()


def changed(scorecard: Scorecard, *changes: tuple[str, str]) -> Subject:
    """Read the example with some of its words changed."""
    text = (ROOT / "examples" / "eu-battery-ev.yaml").read_text(encoding="utf-8")
    for before, after in changes:
        assert before in text
        text = text.replace(before, after)
    dossier = read_dossier(text.encode(), scorecard, as_of="2027-04-01", settings={})
    return dossier.subject.model_copy(update={"known": "2027-04-01T00:00:00Z"})


def evaluate(engine: InferenceEngine, scorecard: Scorecard, *changes: tuple[str, str]) -> Decision:
    subject = changed(scorecard, *changes)
    reading = read_subject(scorecard, subject)
    return decide(engine, InferenceQuestion(reading.verified.extents, reading.settings, reading.as_of, {}))


@pytest.mark.full
def test_the_battery_of_march_2027_is_complete(engine: InferenceEngine, scorecard: Scorecard) -> None:
    decision = evaluate(engine, scorecard)
    assert decision.kind is ConclusionKind.GRADED
    assert decision.possible == ("complete",)
    assert decision.inference.total.value == 100


def test_a_missing_data_point_fails_and_a_missing_recycled_share_only_costs_points(
    engine: InferenceEngine, scorecard: Scorecard
) -> None:
    failed = evaluate(engine, scorecard, (" weight,", ""))
    assert failed.kind is ConclusionKind.GATE_FAILED
    scored = evaluate(engine, scorecard, ("[cobalt, lithium, nickel, lead]", "[cobalt, lithium, nickel]"))
    assert scored.possible == ("compliant",)


def test_without_the_dates_of_the_acts_a_later_battery_without_declaration_is_incomplete(
    engine: InferenceEngine, scorecard: Scorecard
) -> None:
    later = (("placed: 2027-03-15", "placed: 2027-10-01"), ("study_link]", "stages]"), (" stages, ", " "))
    decision = evaluate(engine, scorecard, *later)
    assert decision.kind is ConclusionKind.INCOMPLETE


NOT_YET = {
    "en": "It does not apply yet, only because the date has not been reached: ",
    "zh": "尚未适用，只因此日未到：",
}
NOT_SO = {"en": "It does not apply, because this is not satisfied: ", "zh": "它不适用，因为以下不成立："}


def why(scorecard: Scorecard, gate: str, language: str, *changes: tuple[str, str]) -> str:
    evaluator = Evaluator(scorecard, rule_digest(scorecard), "scorecards/eu-battery/versions/3.0.0")
    try:
        record = evaluator.evaluate(changed(scorecard, *changes), b"\x01" * 32).record
        return next(one.text for one in explain(evaluator, record, language, gate).statements if one.criterion == gate)
    finally:
        evaluator.close()


SECOND_LIFE = ("first_placed: 2027-03-15", "first_placed: 2026-03-15")
INDUSTRIAL = ("category: ev", "category: industrial")


@pytest.mark.full(sample=5)
@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize(
    ("gate", "changes", "day"),
    [
        ("A48-DILIGENCE", (), "2027-08-18"),
        ("A8-COBALT-2031", (), "2031-08-18"),
        ("A7-DECLARATION", (), "2027-09-05"),
        ("A7-MAXIMUM", (INDUSTRIAL,), "2029-02-18"),
        ("A13-LABEL", (), "2027-08-09"),
        ("A12-SAFETY", (), None),
        ("A8-LEAD-2031", (), None),
        ("A9-PORTABLE", (), None),
        ("A7-DECLARATION", (SECOND_LIFE,), None),
        ("A10-MINIMUM", (), None),
    ],
)
def test_the_explanation_distinguishes_a_future_start_date_from_other_reasons_for_not_applying(
    scorecard: Scorecard, gate: str, changes: tuple[tuple[str, str], ...], day: str | None, language: str
) -> None:
    explanation = why(scorecard, gate, language, *changes)
    assert (NOT_YET[language] in explanation) is (day is not None)
    assert (NOT_SO[language] in explanation) is (day is None)
    assert day is None or day in explanation
