"""How is a process asked to check a draft as for its publication, and what does it answer?

What that takes, the compiler first of all, `service/api/publishing_process.py` loads and the server does not.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import orjson

from service.base.programs import Program

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

WORK = "check a draft"
_SECONDS = 600


def program(gazette: Path) -> Program:
    """Give the program that checks by this gazette, one draft after the other."""
    return Program("service.api.publishing_process", (str(gazette),), seconds=_SECONDS, kept=1)


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found: the published form, the digest of the report and how many examples passed, or the problems.

    `entry` is what the changelog of legal impact says of it.
    """

    content: bytes
    report_digest: str
    examples: int
    problems: tuple[str, ...]
    entry: str

    @classmethod
    def read(cls, answer: bytes) -> Checked:
        """Read what such a process answers."""
        plain = orjson.loads(answer)
        return cls(
            plain["content"].encode(), plain["report"], plain["examples"], tuple(plain["problems"]), plain["entry"]
        )


def asked_of(files: Mapping[str, str], signed: Mapping[str, str]) -> bytes:
    """Write what such a process is asked: to check these files, with which the digests of these reports are signed."""
    return orjson.dumps({"files": dict(files), "signed": dict(signed)})
