"""Current speed of this machine, measured by a fixed workload that runs repeatedly during the tests.

Processor time depends on the machine, and doubles on a busy machine. Divided by the time of this workload, measurements
are comparable.
"""

from __future__ import annotations

import json
import re
import time
from dataclasses import dataclass
from fractions import Fraction

USUAL = 0.0175
"""Processor time of the workload in seconds, on an idle core of the machine that defined the limits."""
_EVERY = 10.0
"""Seconds of processor time between two runs of the workload."""


@dataclass
class Pace:
    """Total time and number of the workload runs measured so far."""

    seconds: float = 0.0
    pieces: int = 0
    _last: float = float("-inf")

    def note(self) -> None:
        """Time a piece, if the last one was some time ago."""
        began = time.process_time()
        if began - self._last > _EVERY:
            _piece()
            self._last = time.process_time()
            self.seconds += self._last - began
            self.pieces += 1

    def add(self, other: Pace) -> None:
        self.seconds += other.seconds
        self.pieces += other.pieces

    @property
    def slowness(self) -> float:
        """Average time of a workload run, relative to the usual time; 1 before the first run."""
        return self.seconds / self.pieces / USUAL if self.pieces else 1.0


def _piece() -> None:
    """Run typical test operations: text, JSON, exact numbers, dictionaries and objects."""
    for turn in range(24):
        table = {f"fact_{number}": {"value": str(Fraction(number, 7 + turn)), "unit": "%"} for number in range(150)}
        again = json.loads(json.dumps(table, sort_keys=True))
        words = re.findall(r"[a-z]+_\d+", " ".join(again))
        total = sum((Fraction(each["value"]) for each in again.values()), start=Fraction())
        if len(words) != len(table) or total <= 0:
            raise AssertionError("the piece of work does something else")
