"""How is a sentence prepared once, so that only its values are put in for each evaluation?"""

from __future__ import annotations

from dataclasses import dataclass

MARK = "\N{INFORMATION SEPARATOR ONE}"
"""Stands around a name where its value goes; no label can hold it."""


def gap(name: str) -> str:
    """Mark a gap of a sentence."""
    return f"{MARK}{name}{MARK}"


@dataclass(frozen=True, slots=True)
class Gapped:
    """A sentence prepared once: its pieces, and the places among them where values go."""

    pieces: tuple[str, ...]
    gaps: tuple[tuple[int, str], ...]

    @staticmethod
    def of(text: str) -> Gapped:
        """Take a sentence apart that was written with marks where its values go."""
        pieces = tuple(text.split(MARK))
        return Gapped(pieces, tuple((place, pieces[place]) for place in range(1, len(pieces), 2)))

    def fill(self, **values: str) -> str:
        """Put values into the gaps."""
        pieces = list(self.pieces)
        for place, name in self.gaps:
            pieces[place] = values[name]
        return "".join(pieces)
