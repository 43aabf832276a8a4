"""Benchmark of the project's card examples: columnar reading of plain facts compared with reading facts singly.

Some examples of each card are evaluated with trail and digest, alternately in one process, and measured in processor
time. Both methods must write the same bytes before the measurement. `fresh` clears the lookup cache before each
evaluation.
"""

from __future__ import annotations

import argparse
import gc
import time
from contextlib import closing
from statistics import median
from typing import TYPE_CHECKING

from rules.contracts.errors import InputError, VersionError
from rules.engine.plain_facts import PlainFactReader
from rules.language.compiler import compile_folder
from rules.model.digest import rule_digest
from rules.rehearsal.example_runner import changed_subject
from rules.trail.evaluation import Evaluator
from service.configuration.folders import CHECKOUT
from service.gazette.tables import FOLDER, TableStore
from service.output.terminal.draft_folder import read_sources

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from rules.contracts.inputs import Subject
    from rules.model.examples import Example
    from rules.model.scorecard import Scorecard

CARDS = (
    "zero-carbon-factory",
    "eu-battery",
    "csr-three-stage",
    "cbam-goods",
    "cbam-importer",
    "green-claim-eu",
    "green-claim-practice",
)
SUBJECTS = 20
_TRIED = 60
"""Number of examples to select from; some are refused or have unknown facts."""
KEY = bytes(32)


def known(evaluator: Evaluator, card: Scorecard, examples: Iterable[Example]) -> list[Subject]:
    """Return some examples without unknown facts, after a comparison of both methods."""
    subjects: list[Subject] = []
    for example in examples:
        changes = [placed.item for placed in example.changes]
        subject, _ = changed_subject(card, changes, example.as_of)
        subject = subject.model_copy(update={"known": f"{example.as_of}T00:00:00Z"})
        try:
            recorded = evaluator.evaluate(subject, KEY)
        except (InputError, VersionError):
            continue  # the example expects a refusal
        if recorded.content != each_by_itself(evaluator, subject):
            raise SystemExit(f"the two ways differ on {example.location}")
        if not recorded.evaluation.fact_reading.unknown:
            subjects.append(subject)
    return subjects[:: max(len(subjects) // SUBJECTS, 1)][:SUBJECTS]


def each_by_itself(evaluator: Evaluator, subject: Subject) -> bytes:
    """Evaluate with every fact read by itself."""
    in_columns = PlainFactReader.read
    PlainFactReader.read = lambda reader, _, evidence: in_columns(reader, {}, evidence)  # type: ignore[method-assign, assignment]
    try:
        return evaluator.evaluate(subject, KEY).content
    finally:
        PlainFactReader.read = in_columns  # type: ignore[method-assign]


def fresh(evaluator: Evaluator, subject: Subject) -> bytes:
    """Evaluate with every lookup to be made."""
    evaluator.engine.libraries.forget()
    return evaluator.evaluate(subject, KEY).content


def kept(evaluator: Evaluator, subject: Subject) -> bytes:
    """Evaluate as a server does."""
    return evaluator.evaluate(subject, KEY).content


def seconds(way: Callable[[Evaluator, Subject], bytes], evaluator: Evaluator, subjects: list[Subject]) -> float:
    """Evaluate all subjects with one method; return the mean processor time in seconds."""
    start = time.process_time()
    for subject in subjects:
        way(evaluator, subject)
    return (time.process_time() - start) / len(subjects)


def main() -> None:
    """Measure card by card, and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=9, help="rounds of each card (9)")
    parser.add_argument("cards", nargs="*", default=CARDS, help="ids of cards")
    options = parser.parse_args()
    tables = TableStore(CHECKOUT / "scorecards" / FOLDER)
    for name in options.cards:
        compilation = compile_folder(read_sources(CHECKOUT / "features" / name), tables=tables)
        card = compilation.scorecard
        if card is None:
            raise SystemExit(f"{name} has errors")
        with closing(Evaluator(card, rule_digest(card), f"scorecards/{name}/versions/desk", tables)) as evaluator:
            step = max(len(compilation.examples) // _TRIED, 1)
            subjects = known(evaluator, card, compilation.examples[::step])
            gc.collect()
            times = [
                [seconds(way, evaluator, subjects) * 1e3 for way in (kept, fresh, each_by_itself)]
                for _ in range(options.rounds)
            ]
        usual, anew, by_itself = (median(one) for one in zip(*times, strict=True))
        print(
            f"{name}, {len(subjects)} examples: {usual:.2f} ms, with lookups made anew {anew:.2f} ms, "
            f"facts one by one {by_itself:.2f} ms, ratio {usual / by_itself:.2f}"
        )


if __name__ == "__main__":
    main()
