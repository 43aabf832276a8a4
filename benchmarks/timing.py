"""Fair timing on a shared machine: contestants by turns, many rounds, ratios of medians."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True)
class Comparison:
    """Seconds per call of two contestants, measured in turn in one run."""

    ours: list[float]
    theirs: list[float]

    @property
    def ratio(self) -> float:
        """Their median time by ours: 1 is as fast, 0.5 is half as fast."""
        return median(self.theirs) / median(self.ours)


def in_turn(
    ours: Callable[[int], object],
    theirs: Callable[[int], object],
    *,
    rounds: int,
    clock: Callable[[], float] = time.perf_counter,
) -> Comparison:
    """Call both functions with the same number in turn, round after round. The first tenth is warm-up.

    `time.process_time` is the fairer clock on a busy machine if all work runs in this process.
    """
    measured = Comparison([], [])
    gc.collect()
    for number in range(-rounds // 10, rounds):
        for call, times in ((ours, measured.ours), (theirs, measured.theirs)):
            start = clock()
            call(abs(number))
            elapsed = clock() - start
            if number >= 0:
                times.append(elapsed)
    return measured


def percentile(times: list[float], share: float) -> float:
    """Return the time that this share of the calls did not exceed."""
    ordered = sorted(times)
    return ordered[min(int(len(ordered) * share), len(ordered) - 1)]
