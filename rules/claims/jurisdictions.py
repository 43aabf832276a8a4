"""Jurisdiction registry: the cards that apply in each place, and the facts that the place settles.

A `Jurisdiction` for each row of `jurisdictions.toml`; no other place lists them or their cards.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from importlib import resources
from typing import Literal

from rules.claims.screening.toml_validation import TomlSource
from rules.contracts.inputs import FrozenModel

Characters = Literal["zh", "ja"]
_UNION = "EU"
_COUNTRY = re.compile(r"[A-Z]{2}")
_PLACE = re.compile(r"[A-Z]{2}(-[A-Z]{2,3})?")
_CARD = re.compile(r"green-claim-[a-z]+(-[a-z]+)*")


@dataclass(frozen=True, slots=True)
class Jurisdiction:
    """Where a claim is shown: the cards of its law, what is asked everywhere, and the facts that the place settles."""

    id: str
    law: tuple[str, ...]
    practice: str
    facts: Mapping[str, str] = field(default_factory=dict)
    characters: Characters = "zh"
    """In which language Chinese characters by themselves are read there."""

    @property
    def cards(self) -> tuple[str, ...]:
        """All cards to ask: the law first, then what holds everywhere."""
        return (*self.law, self.practice)


class _JurisdictionEntry(FrozenModel):
    law: tuple[str, ...]
    facts: Mapping[str, str] = {}
    characters: Characters = "zh"


class _JurisdictionFile(FrozenModel):
    practice: str
    union: str
    member_states: Mapping[str, tuple[str, ...]]
    places: Mapping[str, _JurisdictionEntry]


def read_jurisdictions(text: str, name: str) -> tuple[str, tuple[Jurisdiction, ...]]:
    """Read the rows of a file: the card of practice, and every jurisdiction in the order in which they are told."""
    form = TomlSource(text, name)
    file = form.read(_JurisdictionFile)
    _check_cards(form, file)
    places = tuple(_jurisdictions(file))
    _check_places(form, file, Counter(place.id for place in places))
    form.settle()
    return file.practice, places


def _jurisdictions(file: _JurisdictionFile) -> Iterator[Jurisdiction]:
    states = file.member_states
    yield Jurisdiction(_UNION, (file.union,), file.practice)
    for country, own in states.items():
        yield Jurisdiction(f"{_UNION}-{country}", (file.union, *own), file.practice, {"country": country})
    yield from (Jurisdiction(country, own, file.practice) for country, own in states.items() if own)
    for id, place in file.places.items():
        yield Jurisdiction(id, place.law, file.practice, place.facts, place.characters)


def _check_cards(form: TomlSource, file: _JurisdictionFile) -> None:
    laws = {("member_states", country): own for country, own in file.member_states.items()}
    laws |= {("places", id): place.law for id, place in file.places.items()}
    for entry, card in (("practice", file.practice), ("union", file.union)):
        if not _CARD.fullmatch(card):
            form.blame((entry,), f"is {card!r}; write the id of a card, such as green-claim-uk")
    for place, law in laws.items():
        for card in law:
            if not _CARD.fullmatch(card):
                form.blame(place, f"names {card!r}; write ids of cards, such as green-claim-uk")
            elif card in (file.practice, file.union):
                form.blame(place, f"names {card}, which stands above for all; take it out")
        if len(set(law)) < len(law):
            form.blame(place, "names a card twice; name it once")
    for id, listed_place in file.places.items():
        if not listed_place.law:
            form.blame(("places", id), "has no card; name the cards of its law")


def _check_places(form: TomlSource, file: _JurisdictionFile, ids: Counter[str]) -> None:
    for country in file.member_states:
        if not _COUNTRY.fullmatch(country):
            form.blame(("member_states", country), "is no country code; write two capital letters, such as DE")
    for id in file.places:
        if not _PLACE.fullmatch(id):
            form.blame(("places", id), "is no id of a place; write capital letters, such as UK or US-CA")
        elif ids[id] > 1 or id in file.member_states:
            form.blame(("places", id), "follows from another row already; keep one of them")


_NAME = "jurisdictions.toml"
PRACTICE, _ALL = read_jurisdictions(resources.files("rules.claims").joinpath(_NAME).read_text("utf-8"), _NAME)
"""Standards and guidance without territory; asked beside the law of every jurisdiction."""
JURISDICTIONS: dict[str, Jurisdiction] = {jurisdiction.id: jurisdiction for jurisdiction in _ALL}
"""Every jurisdiction by its id; `EU` is the law of the Union in no Member State in particular, `DE` and `FR` are the
national law alone, `EU-DE` and `EU-FR` both."""
SETTLED = frozenset(name for place in _ALL for name in place.facts)
"""Every fact that some jurisdiction settles."""
