"""Growth of one evaluation: time by number of criteria and list records, memory over many subjects and drafts.

Cost by number of rules is processor time for cards with 20, 100 and 500 criteria, measured in one run. Cost by number
of records is measured on lists of 1,000 and 10,000 records, with all fields known and with one field unknown in every
record. Memory is the resident set over many evaluations of one card, and over many drafts that are compiled, used and
closed one by one.
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
from rules.contracts.inputs import DeclaredFact, DeclaredValue, Subject
from rules.model.digest import rule_digest
from rules.model.expressions import ChoiceClause, NumberClause, NumberLiteral, NumberOperator
from rules.model.scorecard import (
    Band,
    BandScale,
    Choice,
    FactDefinition,
    FactType,
    Ladder,
    LadderRow,
    RecordType,
    Scorecard,
    SumQuantity,
    SumRow,
)
from rules.trail.evaluation import Evaluator

SIZES = (20, 100, 500)
LISTS = (1_000, 10_000)
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


def listing_card() -> Scorecard:
    """Return a card that sums the counted records of a list and grades the total."""
    fields = (
        FactDefinition(id="serial", type=FactType.TEXT),
        FactDefinition(id="amount", type=FactType.NUMBER, unit="t", at_least=Fraction(0)),
        FactDefinition(id="counted", type=FactType.FLAG),
    )
    counted = SumRow(where=(ChoiceClause(name="counted", values=("yes",)),), basis=("own",))
    enough = NumberClause(
        name="total", operator=NumberOperator.AT_LEAST, operand=NumberLiteral(value=Fraction(100), unit="t")
    )
    row = LadderRow(grade="1", requires=(enough,), basis=("own",))
    card = scorecard(1)
    return card.model_copy(
        update={
            "facts": (*card.facts, FactDefinition(id="lots", type=FactType.RECORDS, record="lot")),
            "records": (RecordType(id="lot", key="serial", fields=fields),),
            "quantities": (SumQuantity(id="total", unit="t", list="lots", of="amount", rows=(counted,)),),
            "ladder": Ladder(grades=(Choice(id="1"),), rows=(row,)),
        }
    )


def listing(records: int, *, known: bool) -> Subject:
    """Return a subject with a number of records, with known or unknown amounts."""
    lots = [
        {"serial": DeclaredValue(text=f"L{place}"), "counted": DeclaredValue(flag=place % 2 == 0)}
        | ({"amount": DeclaredValue(number=str(place), unit="t")} if known else {})
        for place in range(records)
    ]
    whole = subject(1, 0)
    return whole.model_copy(
        update={"facts": (*whole.facts, DeclaredFact(id="lots", value=DeclaredValue(records=tuple(lots))))}
    )


def cost_by_records() -> None:
    """Print the cost of one record in a short and a long list."""
    card = listing_card()
    compiled = Evaluator(card, rule_digest(card), "scorecards/benchmark/versions/1.0.0")
    for known in (True, False):
        each = []
        for records in LISTS:
            subjects = [listing(records, known=known) for _ in range(3)]
            times = []
            for listed in subjects:
                start = time.process_time()
                compiled.evaluate(listed, KEY)
                times.append(time.process_time() - start)
            each.append(min(times) / records)
            print(f"{records} records, {'known' if known else 'amounts not known'}: {each[-1] * 1e6:.0f} µs each")
        print(f"growth: a record of {LISTS[-1]} costs {each[-1] / each[0]:.2f} × one of {LISTS[0]}")
    compiled.close()


def resident(process: int | str = "self") -> float:
    """Return the resident set of a process in MB; 0 if the process has ended."""
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
    """Return a card that differs from every other draft in its thresholds."""
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
    """Compile a draft, evaluate some subjects, including a subject with an unknown fact, and close it."""
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
    cost_by_records()
    memory(options.evaluations)
    memory_of_drafts(options.drafts)


if __name__ == "__main__":
    main()
