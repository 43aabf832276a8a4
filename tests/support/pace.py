"""Speed of this machine just now: a fixed piece of work, timed repeatedly beside the tests.

Seconds of processor time mean different things on different machines, and on a busy one double what they mean on an
idle one. Divided by the time of this piece they can be compared.
"""

from __future__ import annotations

import json
import re
import time
from dataclasses import dataclass
from fractions import Fraction

USUAL = 0.0175
"""Seconds of processor time that the piece takes on an idle core of the machine on which the bar was set."""
_EVERY = 10.0
"""After so many seconds of processor time the piece is timed again."""


@dataclass
class Pace:
    """What the pieces took that were timed so far."""

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
        """Add what was timed in another process."""
        self.seconds += other.seconds
        self.pieces += other.pieces

    @property
    def slowness(self) -> float:
        """How many times the usual time a piece took on average; 1 while none was timed."""
        return self.seconds / self.pieces / USUAL if self.pieces else 1.0


def _piece() -> None:
    """Do what tests do most: text, JSON, exact numbers, dictionaries and objects."""
    for turn in range(24):
        table = {f"fact_{number}": {"value": str(Fraction(number, 7 + turn)), "unit": "%"} for number in range(150)}
        again = json.loads(json.dumps(table, sort_keys=True))
        words = re.findall(r"[a-z]+_\d+", " ".join(again))
        total = sum((Fraction(each["value"]) for each in again.values()), start=Fraction())
        if len(words) != len(table) or total <= 0:
            raise AssertionError("the piece of work does something else")
