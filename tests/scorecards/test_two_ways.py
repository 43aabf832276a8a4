"""Facts in columns and single facts, compiled and general evaluation of card examples: equal inferences and bytes.

Each card is tested with 8 of its examples, or with 64 if `--full` is set.
"""

from contextlib import closing
from pathlib import Path

import pytest

from rules.contracts.errors import InputError, VersionError
from rules.contracts.inputs import Subject
from rules.engine.both_evaluators import Outcomes
from rules.engine.inference import Inference
from rules.program.compiled_evaluation import CompiledMeasures
from rules.rehearsal.example_runner import changed_subject
from rules.trail.evaluation import Evaluator
from rules.trail.question import read_question
from service.gazette.tables import FOLDER, TableStore
from tests.features.desk import compilation_of
from tests.support.one_by_one import one_by_one
from tests.support.tiers import all_or_few

ROOT = Path(__file__).resolve().parents[2]
FEATURES = sorted({path.parent for path in (ROOT / "features").glob("*/card.en.feature")})
TABLES = TableStore(ROOT / "scorecards" / FOLDER)
KEY = bytes(range(32))
SOME = all_or_few(64, 8)


@pytest.mark.full(sample=5)
@pytest.mark.parametrize("folder", FEATURES, ids=[folder.name for folder in FEATURES])
def test_both_evaluation_methods_have_equal_inferences_and_records(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    compiled = compilation_of(folder)
    assert compiled.scorecard is not None
    known, step = 0, max(len(compiled.examples) // SOME, 1)
    with closing(Evaluator(compiled.scorecard, "ab" * 32, "scorecards/any/versions/1.0.0", TABLES)) as evaluator:
        for example in compiled.examples[::step]:
            changes = [placed.item for placed in example.changes]
            subject, _ = changed_subject(compiled.scorecard, changes, example.as_of)
            subject = subject.model_copy(update={"known": f"{example.as_of}T00:00:00Z"})
            generated = _inferred(evaluator, subject)
            if generated is None:
                continue
            written = _written(evaluator, subject, generated)
            with one_by_one(), monkeypatch.context() as patch:
                assert _written(evaluator, subject, generated) == written, example.location
                patch.setattr(CompiledMeasures, "read", CompiledMeasures._read_separately)
                assert _inferred(evaluator, subject) == generated, example.location
                assert _written(evaluator, subject, generated) == written, example.location
            known += written is not None
    assert known, "some example is known as a whole"


def _inferred(evaluator: Evaluator, subject: Subject) -> Inference | None:
    """Return the inference of a subject, or None if its example expects a refusal."""
    try:
        _, question = read_question(evaluator.engine, subject)
    except (InputError, VersionError):
        return None
    return evaluator.engine.infer(question)


def _written(evaluator: Evaluator, subject: Subject, inferred: Inference) -> bytes | None:
    """Return the record of a fully known result, or None: undetermined results need the general search."""
    return evaluator.evaluate(subject, KEY).content if isinstance(inferred.second_pass, Outcomes) else None
