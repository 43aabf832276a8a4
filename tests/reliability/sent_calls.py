"""Recorded call of a fuzzing run: bytes, answer and problem, as a corpus line that can be replayed."""

from __future__ import annotations

import base64
import json
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

LONGEST_SECONDS = 5.0
"""How long an answer may take."""


@dataclass(frozen=True)
class Sent:
    """One call as it was sent: by which door, to what, with which bytes; and how it was answered."""

    door: str
    to: str
    content: bytes
    answer: str
    seconds: float
    problem: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)
    """Over HTTP."""

    def written(self) -> str:
        """Write it as a line of a corpus."""
        content = base64.b64encode(self.content).decode("ascii")
        fields = {"door": self.door, "to": self.to, "headers": dict(self.headers), "content": content}
        return json.dumps({**fields, "was": self.problem})

    def or_sooner(self, again: Callable[[], Sent]) -> Sent:
        """Give this, or if it took too long what came of it once more: on a crowded machine that was no fault."""
        if self.seconds <= LONGEST_SECONDS or self.problem:
            return self
        second = again()
        if second.seconds <= LONGEST_SECONDS or second.problem:
            return second
        return replace(second, problem=f"took {self.seconds:.1f} s, and again {second.seconds:.1f} s")

    @classmethod
    def read(cls, line: str) -> Sent:
        """Read such a line."""
        read = json.loads(line)
        content = base64.b64decode(read["content"])
        return cls(read["door"], read["to"], content, "", 0.0, read["was"], read["headers"])
