"""Resumable fuzzing of very many calls: parts, each finished one a line of a file."""

from __future__ import annotations

import json
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tests.reliability.fuzzing import fuzz
from tests.support.running import RunningServer

PART = 30_000
"""Calls of one part, which draws its own and has a server of its own."""


@dataclass
class Progress:
    """The parts that ended, of one seed."""

    file: Path
    seed: int
    parts: list[dict[str, Any]] = field(default_factory=list)

    def __post_init__(self) -> None:
        if self.file.exists():
            lines = map(json.loads, self.file.read_text(encoding="utf-8").splitlines())
            self.parts = [line for line in lines if line["seed"] == self.seed]

    def __str__(self) -> str:
        calls, answers = self._sum("calls"), self._sum("answers")
        summary = ", ".join(f"{name} {count:,}" for name, count in answers.most_common())
        by = ", ".join(f"{count:,} by {door}" for door, count in sorted(calls.items()))
        findings = [one for part in self.parts for one in part["findings"]]
        return "\n".join([f"{calls.total():,} calls in {len(self.parts)} parts: {by}; {summary}", *findings])

    def _sum(self, name: str) -> Counter[str]:
        total: Counter[str] = Counter()
        for part in self.parts:
            total.update(part[name])
        return total

    def go_on(self, begin: Callable[[Path], RunningServer], *, calls: int, minutes: float) -> Iterator[str]:
        """Run the remaining parts of this number of calls, within the time limit, and yield a report of each.

        `begin` starts a server in an empty folder.
        """
        self.file.parent.mkdir(parents=True, exist_ok=True)
        ends = time.monotonic() + 60 * minutes
        while (remaining := calls - self._sum("calls").total()) > 0 and time.monotonic() < ends:
            with TemporaryDirectory(prefix="touchstone-fuzz-") as folder, begin(Path(folder)) as server:
                minutes_left = (ends - time.monotonic()) / 60
                outcome = fuzz(
                    server, calls=min(PART, remaining), seed=self.seed, minutes=minutes_left, part=f"/{len(self.parts)}"
                )
                faults = [line for line in server.log.splitlines() if '"level": "error"' in line]
            part = {
                "seed": self.seed,
                "calls": outcome.calls,
                "answers": outcome.answers,
                "findings": [*(f"{one.problem}: {one.written()[:3000]}" for one in outcome.findings), *faults[:20]],
            }
            with self.file.open("a", encoding="utf-8") as file:
                file.write(json.dumps(part) + "\n")
            self.parts.append(part)
            yield f"{outcome}; {len(faults)} errors in the log"
