"""What is wrong with a file that is to become a reference table, and in which cell?"""

from __future__ import annotations

from dataclasses import dataclass, field

from rules.contracts.errors import InputError, Violation
from rules.contracts.messages import speaker
from service.reading.tree.problems import WHOLE_FILE

_say = speaker(__name__)

NOTHING = _say("NOTHING")
MAXIMUM_PROBLEMS = 200
"""More are counted, not listed: a shifted column makes thousands of the same."""


@dataclass(slots=True)
class Problems:
    """Collects all that is wrong, and what a person should know although it is accepted."""

    found: list[Violation] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def add(self, place: str, description: str, reason: str = "BAD_CELL") -> None:
        """Keep one problem with its place."""
        self.found.append(Violation(place, description, reason))

    def note(self, text: str) -> None:
        """Keep something accepted that a person should look at."""
        self.notes.append(text)

    def refuse_if_any(self) -> None:
        """Raise what was found.

        Raises:
            InputError: something was.
        """
        if not self.found:
            return
        shown = self.found[:MAXIMUM_PROBLEMS]
        left = len(self.found) - len(shown)
        if left:
            shown.append(Violation(WHOLE_FILE, _say("MORE", count=left), "TOO_MANY"))
        raise InputError(tuple(shown))
