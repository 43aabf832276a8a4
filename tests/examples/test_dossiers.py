"""Zero-carbon factory dossiers: the worked factory under either reading, and two factories from public figures."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import pytest

from rules.contracts.outcomes import ConclusionKind
from rules.engine.decide import Decision, decide
from rules.engine.inference import InferenceQuestion
from rules.engine.inference_engine import InferenceEngine
from rules.engine.read_subject import read_subject
from rules.model.scorecard import Scorecard
from service.input.dossier.dossier_reader import read_dossier
from tests.features.desk import compilation_of

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def scorecard() -> Scorecard:
    folder = ROOT / "features" / "zero-carbon-factory"
    compiled = compilation_of(folder)
    assert compiled.diagnostics == ()
    assert compiled.scorecard is not None
    return compiled.scorecard


@pytest.fixture(scope="module")
def engine(scorecard: Scorecard) -> Iterator[InferenceEngine]:
    engine = InferenceEngine(scorecard)
    yield engine
    engine.close()


def evaluate(engine: InferenceEngine, scorecard: Scorecard, name: str, **settings: str) -> Decision:
    content = (ROOT / "examples" / name).read_bytes()
    dossier = read_dossier(content, scorecard, as_of="2025-06-30", settings=settings)
    subject = dossier.subject.model_copy(update={"known": "2025-06-30T00:00:00Z"})
    reading = read_subject(scorecard, subject)
    return decide(engine, InferenceQuestion(reading.verified.extents, reading.settings, reading.as_of, {}))


@pytest.mark.full(sample=5)
@pytest.mark.parametrize("reading", ["cascade", "literal"])
def test_the_worked_factory_earns_three_stars_under_either_reading(
    engine: InferenceEngine, scorecard: Scorecard, reading: str
) -> None:
    decision = evaluate(engine, scorecard, "worked-factory.yaml", reading=reading)
    assert decision.kind is ConclusionKind.GRADED
    assert decision.possible == ("3",)
    assert decision.inference.total.value == Fraction(111551, 1500)


@pytest.mark.full(sample=5)
@pytest.mark.parametrize("name", ["astronergy-yancheng.yaml", "trina-yancheng.yaml"])
def test_the_certified_three_stars_remain_possible_on_public_figures_alone(
    engine: InferenceEngine, scorecard: Scorecard, name: str
) -> None:
    decision = evaluate(engine, scorecard, name)
    assert decision.kind is ConclusionKind.INCOMPLETE
    assert decision.possible == ("5", "4", "3", "none")
