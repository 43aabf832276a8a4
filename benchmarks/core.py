"""Benchmark of a core evaluation: 100 criteria with trail and digest, compared with zen-engine with trace.

Both evaluate the same criteria. Every criterion is evaluated by durable-rules and by the oracle. No subject is measured
twice, so that no cached result is used. Both contestants' totals are compared with a direct computation, on other
subjects.
"""

from __future__ import annotations

import json
import time
from fractions import Fraction
from typing import Any

import zen

from benchmarks.cards import POINTS, numbers, points, rising, scorecard, subject
from benchmarks.timing import in_turn, percentile
from rules.model.digest import rule_digest
from rules.trail.evaluation import Evaluator, LazyRecord

CRITERIA = 100
CHECKED = 50
ROUNDS = 200


def zen_decision(criteria: int) -> Any:
    """Write the same criteria as one expression node."""
    half, whole = str(float(POINTS / 2)), str(float(POINTS))
    rows = []
    for place in range(criteria):
        low, high = (float(edge) for edge in rising(place))
        name = f"f{place}"
        conditions = {
            0: f"{name} >= {high} ? {whole} : {name} >= {low} ? {half} : 0",
            1: f"{name} <= {low} ? {whole} : {name} <= {high} ? {half} : 0",
            2: f"{name} >= {low} and g{place} ? {whole} : 0",
            3: f"{name} >= {low} and {name} <= {high} ? {whole} : 0",
        }
        rows.append({"id": f"r{place}", "key": f"c{place}", "value": conditions[place % 4]})
    total = " + ".join(f"$.c{place}" for place in range(criteria))
    rows.append({"id": "total", "key": "total", "value": total})
    nodes = [
        {"id": "in", "type": "inputNode", "name": "in", "position": {"x": 0, "y": 0}},
        {
            "id": "rules",
            "type": "expressionNode",
            "name": "rules",
            "position": {"x": 1, "y": 0},
            "content": {"expressions": rows},
        },
        {"id": "out", "type": "outputNode", "name": "out", "position": {"x": 2, "y": 0}},
    ]
    edges = [
        {"id": "first", "sourceId": "in", "targetId": "rules", "type": "edge"},
        {"id": "second", "sourceId": "rules", "targetId": "out", "type": "edge"},
    ]
    content = {"contentType": "application/vnd.gorules.decision", "nodes": nodes, "edges": edges}
    return zen.ZenEngine().create_decision(json.dumps(content))


def written(recorded: LazyRecord) -> tuple[bytes, str]:
    """Return the bytes and the digest of a record, which are computed on first access."""
    return recorded.content, recorded.digest


def main() -> None:
    """Check both contestants, time them in turn, and print the ratio."""
    card = scorecard(CRITERIA)
    evaluator = Evaluator(card, rule_digest(card), "scorecards/benchmark/versions/1.0.0")
    decision = zen_decision(CRITERIA)
    key = bytes(32)
    every = range(CHECKED + 3 * ROUNDS)
    subjects = [subject(CRITERIA, seed) for seed in every]
    plain = [
        {name: value if isinstance(value, bool) else float(value) for name, value in numbers(CRITERIA, seed).items()}
        for seed in every
    ]
    for seed in range(CHECKED):
        expected = points(CRITERIA, seed)
        score = evaluator.evaluate(subjects[seed], key).record.conclusion.score
        theirs = Fraction(str(decision.evaluate(plain[seed], {"trace": True})["result"]["total"]))
        if score is None or score.exact.low is None or Fraction(score.exact.low) != expected or theirs != expected:
            raise SystemExit(f"subject {seed}: the contestants do not agree with {expected}")
    own_subjects, as_theirs = iter(subjects[CHECKED:]), iter(plain[CHECKED:])
    for word, clock in (("elapsed", time.perf_counter), ("processor", time.process_time)):
        measured = in_turn(
            lambda _: written(evaluator.evaluate(next(own_subjects), key)),
            lambda _: decision.evaluate(next(as_theirs), {"trace": True}),
            rounds=ROUNDS,
            clock=clock,
        )
        for name, times in (("touchstone", measured.ours), ("zen-engine", measured.theirs)):
            middle, worst = percentile(times, 0.5) * 1e3, percentile(times, 0.99) * 1e3
            print(f"{name}: {word} time p50 {middle:.3f} ms, p99 {worst:.3f} ms")
        print(f"ratio of {word} time: {measured.ratio:.3f} (aim 0.85, stretch 1.2)")


if __name__ == "__main__":
    main()
