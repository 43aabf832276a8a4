"""Benchmark of unknown facts: the worked factory with few facts known or few unknown, compared with all known.

Complete evaluations, with trail and digest, are measured in processor time, each in turn with a fully known factory.
Some cases are checked first: every witness must produce its grade. Finally, the cost of explaining a record with few
unknown facts is measured, improvement options included.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from random import Random
from statistics import median

from benchmarks.timing import percentile
from rules.contracts.inputs import Subject
from rules.engine.decide import decide
from rules.engine.open_facts import list_unknowns, with_value
from rules.model.digest import rule_digest
from rules.trail.evaluation import Evaluator
from rules.trail.explain import explain
from rules.trail.question import read_question
from service.configuration.folders import CHECKOUT
from service.gazette.versions import Gazette
from service.input.dossier.dossier_reader import read_dossier

CARD, AS_OF, KNOWN = "zero-carbon-factory", "2025-06-30", "2025-06-30T00:00:00Z"
FEW_KNOWN = (0, 5, 10, 20, 30)
FEW_UNKNOWN = (1, 2, 3, 4, 5)
CHECKED = 3
KEY = bytes(32)


def cases(names: Sequence[str], draws: int) -> Iterator[tuple[str, list[set[str]]]]:
    """Yield each group of cases: its name, and the known facts of each case."""
    random = Random(61)  # noqa: S311 -- repeatable draws, no secrets
    yield "each fact known alone", [{name} for name in names]
    for count in FEW_KNOWN:
        yield f"{count} known", [set(random.sample(names, count)) for _ in range(draws if count else 1)]
    for count in FEW_UNKNOWN:
        yield f"{count} unknown", [set(names) - set(random.sample(names, count)) for _ in range(draws)]


def without(subject: Subject, kept: set[str]) -> Subject:
    """Leave out all other facts."""
    return subject.model_copy(update={"facts": tuple(fact for fact in subject.facts if fact.id in kept)})


def check(evaluator: Evaluator, subject: Subject) -> None:
    """Check that every witness produces its grade when its facts are added."""
    engine = evaluator.engine
    _, asked = read_question(engine, subject)
    for answer in decide(engine, asked).grades:
        if answer.witness is None:
            continue
        completed = replace(asked, settings={**asked.settings, **answer.witness.settings})
        for leaf in list_unknowns(engine.plan.scorecard, completed):
            completed = with_value(completed, leaf, answer.witness.facts[leaf.id])
        if decide(engine, completed).grade != answer.grade:
            raise SystemExit(f"the witness of grade {answer.grade} does not give it")


def seconds(evaluator: Evaluator, subject: Subject) -> float:
    """Return the processor seconds of one evaluation."""
    start = time.process_time()
    evaluator.evaluate(subject, KEY)
    return time.process_time() - start


def seconds_explaining(evaluator: Evaluator, subject: Subject) -> float:
    """Return the processor seconds of explaining one record."""
    record = evaluator.evaluate(subject, KEY).record
    start = time.process_time()
    explain(evaluator, record, "en")
    return time.process_time() - start


def main() -> None:
    """Check and measure group by group, and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--draws", type=int, default=40, help="random cases of each group (40)")
    parser.add_argument("--open-reading", action="store_true", help="leave open which reading of the standard is taken")
    options = parser.parse_args()
    card = Gazette(CHECKOUT / "scorecards").newest(CARD).scorecard
    content = (CHECKOUT / "examples" / "worked-factory.yaml").read_bytes()
    whole = read_dossier(content, card, as_of=AS_OF, settings={}).subject.model_copy(update={"known": KNOWN})
    if options.open_reading:
        whole = whole.model_copy(update={"settings": {}})
    evaluator = Evaluator(card, rule_digest(card), f"scorecards/{CARD}/versions/newest")
    for _ in range(10):
        seconds(evaluator, whole)
    for group, known in cases([fact.id for fact in card.facts], options.draws):
        subjects = [without(whole, kept) for kept in known]
        for subject in subjects[:CHECKED]:
            check(evaluator, subject)
        pairs = [(seconds(evaluator, subject), seconds(evaluator, whole)) for subject in subjects]
        ours, theirs = [pair[0] * 1e3 for pair in pairs], median(pair[1] for pair in pairs) * 1e3
        middle, most = median(ours), max(ours)
        print(
            f"{group}: p50 {middle:.1f} ms, p90 {percentile(ours, 0.9):.1f} ms, at most {most:.1f} ms; the whole one "
            f"{theirs:.1f} ms; ratio {middle / theirs:.2f}, at most {most / theirs:.2f}"
        )
        if group.endswith(" unknown"):
            explaining = median(seconds_explaining(evaluator, subject) for subject in subjects[:CHECKED]) * 1e3
            print(f"{group}, explained: p50 {explaining:.1f} ms, ratio {explaining / theirs:.1f}")
    evaluator.close()


if __name__ == "__main__":
    main()
