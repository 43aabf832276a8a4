"""Evidence places of the facts behind a sentence: the first few; the record has all in full."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.contracts.typesetting import typeset

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rules.contracts.inputs import EvidencePlace
    from rules.contracts.record import Record
    from rules.trail.explanation_text import ExplanationText

_PLACES = 3
_CHARACTERS = 80


class EvidencePlaceText:
    """Tells the places of one record."""

    def __init__(self, record: Record, teller: ExplanationText) -> None:
        """Find the facts that name any."""
        self._places = {one.declared.id: one.declared.places for one in record.facts if one.declared.places}
        self._teller = teller

    def of(self, facts: Iterable[str]) -> str:
        """Say where some facts stand; nothing if none names a place."""
        found = [(fact, one) for fact in facts for one in self._places.get(fact, ())]
        if not found:
            return ""
        told = [self._told(fact, one) for fact, one in found[:_PLACES]]
        more = self._teller.say("places_more", count=str(len(found) - _PLACES)) if len(found) > _PLACES else ""
        said = self._teller.say("places", places=self._teller.joined(told), more=more)
        return typeset(said, self._teller.language)

    def _told(self, fact: str, one: EvidencePlace) -> str:
        teller, place = self._teller, one.place
        parts = [
            teller.say(f"place_{part}", found=_cut(text))
            for part, text in (("page", place.page), ("cell", place.cell), ("quote", place.quote), ("uri", place.uri))
            if text
        ]
        address = f"{fact}[{one.record}].{one.field}" if one.record else fact
        return teller.say("place", fact=teller.fact(address), evidence=one.evidence, parts=teller.listed(parts))


def _cut(text: str) -> str:
    return text if len(text) <= _CHARACTERS else f"{text[:_CHARACTERS]}…"
