"""What came out of a batch, in sum?"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from rules.contracts.numbers import format_exact, parse_exact

if TYPE_CHECKING:
    from service.batch.journal import Done

_RECORD_KEY = re.compile(r"\[.*\]")
_MOST_MISSING = 10
_MOST_NAMED = 20
"""How many of the subjects with a double use are named."""


@dataclass(slots=True)
class Tally:
    """Counts that grow with the kinds of answers, not with their number."""

    conclusions: Counter[tuple[str, str, bool]] = field(default_factory=Counter)
    errors: Counter[str] = field(default_factory=Counter)
    scores: Counter[str] = field(default_factory=Counter)
    missing: Counter[str] = field(default_factory=Counter)
    waits: Counter[str] = field(default_factory=Counter)
    notes: int = 0
    remarks: int = 0
    double_uses: int = 0
    gone: list[str] = field(default_factory=list)
    """Subjects whose answer is a result of an earlier run that does not stand any more; they count nowhere else."""
    doubled: set[str] = field(default_factory=set)
    """The subjects of which double use was found, in whatever year."""

    def add(self, done: Done) -> None:
        """Count one subject."""
        self.notes += done.notes
        self.remarks += done.remarks
        if done.error:
            self.errors[done.error] += 1
            return
        if done.is_gone:
            self.gone.append(done.subject)
            return
        self.conclusions[done.conclusion, done.answer, done.is_open] += 1
        if done.double_uses:
            self.double_uses += done.double_uses
            self.doubled.add(done.subject or done.key)
        if done.score:
            self.scores[done.score] += 1
        # A fact that is missing in several records of one subject is missing for one subject.
        self.missing.update({_RECORD_KEY.sub("[]", id) for id in done.missing})
        self.waits.update({_RECORD_KEY.sub("[]", id) for id in done.waits})

    @property
    def doubled_named(self) -> list[str]:
        """Name the first of the subjects of which double use was found."""
        return sorted(self.doubled)[:_MOST_NAMED]

    @property
    def gone_named(self) -> list[str]:
        """Name the first of the subjects whose result does not stand any more."""
        return sorted(set(self.gone))[:_MOST_NAMED]

    @property
    def evaluated(self) -> int:
        """How many subjects were evaluated."""
        return self.conclusions.total()

    @property
    def failed(self) -> int:
        """How many could not be."""
        return self.errors.total()

    def figures(self) -> dict[str, str]:
        """Give the least, middle and greatest of the scores that are known exactly; nothing if there is none."""
        ordered = sorted((parse_exact(text), count) for text, count in self.scores.items())
        if not ordered:
            return {}
        total = self.scores.total()
        middle = (_at(ordered, (total - 1) // 2) + _at(ordered, total // 2)) / 2
        found = {"minimum": ordered[0][0], "median": middle, "maximum": ordered[-1][0]}
        return {name: format_exact(value) for name, value in found.items()}

    def most_missing(self) -> list[tuple[str, int]]:
        """List the facts that most subjects lack and that could still change their conclusion."""
        return _most(self.missing)

    def most_waited_for(self) -> list[tuple[str, int]]:
        """List the facts and quantities that answers of most subjects wait for."""
        return _most(self.waits)

    def plain(self) -> dict[str, Any]:
        """Give everything for programs."""
        ordered = sorted(self.conclusions.items())
        return {
            "doubleUses": {"subjects": len(self.doubled), "count": self.double_uses, "named": self.doubled_named},
            "notStanding": {"count": len(self.gone), "named": self.gone_named},
            "evaluated": self.evaluated,
            "failed": self.failed,
            "conclusions": [
                {
                    "conclusion": f"KIND_{kind.upper()}",
                    **({"answer": answer} if answer else {}),
                    **({"open": True} if is_open else {}),
                    "count": count,
                }
                for (kind, answer, is_open), count in ordered
            ],
            "errors": [{"reason": reason, "count": count} for reason, count in sorted(self.errors.items())],
            "score": {"known": self.scores.total(), **self.figures()},
            "missing": [{"factId": fact, "count": count} for fact, count in self.most_missing()],
            "waitsFor": [{"id": id, "count": count} for id, count in self.most_waited_for()],
            "notes": self.notes,
            "remarks": self.remarks,
        }


def _most(counted: Counter[str]) -> list[tuple[str, int]]:
    return sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))[:_MOST_MISSING]


def _at(ordered: list[tuple[Fraction, int]], place: int) -> Fraction:
    for value, count in ordered:
        if place < count:
            return value
        place -= count
    raise IndexError(place)
