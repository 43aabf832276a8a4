"""For which scorecard does a dossier seem to be, if not for the one it was given for?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.contracts.messages import speaker
from service.reading.tree.problems import Place, PlacedError, Problem

if TYPE_CHECKING:
    from collections.abc import Sequence

_say = speaker(__name__)

FACT_OF_CARD = _say("FACT_OF_CARD")


class OtherCardError(PlacedError):
    """Most facts of a dossier are none of the scorecard, so it seems to be for another one."""

    def __init__(self, place: Place, card: str, facts: Sequence[str], strange: int, *, likely: str = "") -> None:
        """Keep the facts, by which whoever knows all scorecards can name the `likely` one."""
        self._told = place, card, strange
        self.facts = tuple(facts)
        code = "SEEMS_FOR" if likely else "OTHER_CARD"
        slots = {"likely": likely} if likely else {}
        description = _say(code, strange=strange, count=len(facts), card=card, **slots)
        super().__init__([Problem(place, "facts", description, "OTHER_CARD")])

    def naming(self, likely: str) -> OtherCardError:
        """Name the scorecard that the dossier seems to be for."""
        place, card, strange = self._told
        return OtherCardError(place, card, self.facts, strange, likely=likely)
