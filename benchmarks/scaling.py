"""Scaling of one evaluation: time against the number of criteria, memory over many subjects and drafts.

Cost against rules is processor time, measured on cards of 20, 100 and 500 criteria in one run; memory is the resident
set over many evaluations of one card, and over many drafts of which each is compiled, used and closed.
"""

from __future__ import annotations

import argparse
import gc
import resource
import time
from fractions import Fraction
from pathlib import Path
from statistics import median

from benchmarks.cards import POINTS, scorecard, subject
from rules.model.digest import rule_digest
from rules.model.scorecard import Band, BandScale, Scorecard
from rules.trail.evaluation import Evaluator

SIZES = (20, 100, 500)
SUBJECTS = 20
KEY = bytes(32)
_FIRST_DRAFTS = 500


def evaluator(criteria: int) -> Evaluator:
    """Compile a benchmark card of this size."""
    card = scorecard(criteria)
    return Evaluator(card, rule_digest(card), "scorecards/benchmark/versions/1.0.0")


def cost_by_rules(rounds: int) -> None:
    """Time the sizes in turn and print the cost of one criterion in each."""
    compiled = {size: evaluator(size) for size in SIZES}
    subjects = {size: [subject(size, seed) for seed in range(SUBJECTS)] for size in SIZES}
    times: dict[int, list[float]] = {size: [] for size in SIZES}
    for number in range(rounds):
        for size in SIZES:
            start = time.process_time()
            compiled[size].evaluate(subjects[size][number % SUBJECTS], KEY)
            times[size].append(time.process_time() - start)
    per_criterion = {size: median(times[size]) / size for size in SIZES}
    for size in SIZES:
        milliseconds = median(times[size]) * 1e3
        print(f"{size} criteria: p50 {milliseconds:.2f} ms, {per_criterion[size] * 1e6:.1f} µs a criterion")
    print(f"growth: a criterion of {SIZES[-1]} costs {per_criterion[500] / per_criterion[100]:.2f} × one of 100")


def resident(process: int | str = "self") -> float:
    """Give the resident set of a process, in MB; 0 if it has ended."""
    try:
        pages = int(Path(f"/proc/{process}/statm").read_text(encoding="ascii").split()[1])
    except (FileNotFoundError, ProcessLookupError):
        return 0.0
    return pages * resource.getpagesize() / 1e6


def memory(evaluations: int) -> None:
    """Evaluate many subjects and print how much the resident set grew after the first thousand."""
    compiled = evaluator(20)
    subjects = [subject(20, seed) for seed in range(SUBJECTS)]
    for number in range(1_000):
        compiled.evaluate(subjects[number % SUBJECTS], KEY)
    gc.collect()
    before = resident()
    for number in range(evaluations):
        compiled.evaluate(subjects[number % SUBJECTS], KEY)
    gc.collect()
    print(f"memory: {before:.1f} MB, {resident() - before:+.2f} MB over {evaluations} evaluations (aim at most +5)")


def draft(number: int) -> Scorecard:
    """Give a card that no other draft is: of some criteria, with a threshold of its own in each."""
    card = scorecard(8 + number % 13)
    bands = []
    for place, indicator in enumerate(card.indicators):
        scale = indicator.scale
        if isinstance(scale, BandScale):
            least = Fraction(number + 1, 1_000 + place)
            first = Band(below=least, points=Fraction(0))
            scale = BandScale(measure=scale.measure, unit="%", bands=(first, Band(at_least=least, points=POINTS)))
        bands.append(indicator.model_copy(update={"scale": scale}))
    return card.model_copy(update={"indicators": tuple(bands)})


def use(card: Scorecard) -> None:
    """Compile a draft, evaluate a few subjects, of which one leaves a fact open, and close it."""
    compiled = Evaluator(card, rule_digest(card), "scorecards/benchmark/versions/draft")
    for seed in range(3):
        drawn_subject = subject(len(card.indicators), seed)
        compiled.evaluate(drawn_subject.model_copy(update={"facts": drawn_subject.facts[seed // 2 :]}), KEY)
    compiled.close()


def memory_of_drafts(drafts: int) -> None:
    """Use many drafts and print how much the resident set grew after the first five hundred."""
    for number in range(_FIRST_DRAFTS):
        use(draft(number))
    gc.collect()
    before = resident()
    for number in range(_FIRST_DRAFTS, _FIRST_DRAFTS + drafts):
        use(draft(number))
    gc.collect()
    print(f"drafts: {before:.1f} MB, {resident() - before:+.2f} MB over {drafts} drafts (aim at most +5)")


def main() -> None:
    """Read the command line and measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=40, help="evaluations of each size (40)")
    parser.add_argument("--evaluations", type=int, default=100_000, help="evaluations for the memory (100,000)")
    parser.add_argument("--drafts", type=int, default=5_000, help="drafts for the memory (5,000)")
    options = parser.parse_args()
    cost_by_rules(options.rounds)
    memory(options.evaluations)
    memory_of_drafts(options.drafts)


if __name__ == "__main__":
    main()
