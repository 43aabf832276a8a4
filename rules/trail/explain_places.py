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
        self._places = {fact.declared.id: fact.declared.places for fact in record.facts if fact.declared.places}
        self._teller = teller

    def of(self, facts: Iterable[str]) -> str:
        """Say where some facts stand; nothing if none names a place."""
        places = [(fact, place) for fact in facts for place in self._places.get(fact, ())]
        if not places:
            return ""
        place_texts = [self._told(fact, place) for fact, place in places[:_PLACES]]
        more = self._teller.say("places_more", count=str(len(places) - _PLACES)) if len(places) > _PLACES else ""
        text = self._teller.say("places", places=self._teller.joined(place_texts), more=more)
        return typeset(text, self._teller.language)

    def _told(self, fact: str, evidence_place: EvidencePlace) -> str:
        teller, place = self._teller, evidence_place.place
        parts = [
            teller.say(f"place_{part}", found=_cut(text))
            for part, text in (("page", place.page), ("cell", place.cell), ("quote", place.quote), ("uri", place.uri))
            if text
        ]
        address = f"{fact}[{evidence_place.record}].{evidence_place.field}" if evidence_place.record else fact
        return teller.say(
            "place", fact=teller.fact(address), evidence=evidence_place.evidence, parts=teller.listed(parts)
        )


def _cut(text: str) -> str:
    return text if len(text) <= _CHARACTERS else f"{text[:_CHARACTERS]}…"
