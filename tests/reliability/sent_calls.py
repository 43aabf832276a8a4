"""Recorded call of a fuzzing run: bytes, answer and problem, as a corpus line that can be replayed."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

LONGEST_SECONDS = 5.0
"""Maximum duration of an answer."""


@dataclass(frozen=True)
class Sent:
    """One call: interface, target, bytes and answer."""

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
        """Return this call, or its repetition if it was too slow: a busy machine is no fault of the server."""
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
