"""Jurisdiction registry (`jurisdictions.toml`): the scorecards of each jurisdiction, and the facts it settles."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from rules.claims.screening.toml_validation import TomlSource
from rules.contracts.inputs import FrozenModel

Characters = Literal["zh", "ja"]
UNION = "EU"
"""Jurisdiction of Union law alone; `EU-DE` adds the law of a member state."""
_COUNTRY = re.compile(r"[A-Z]{2}")
_JURISDICTION_ID = re.compile(r"[A-Z]{2}(-[A-Z]{2,3})?")
_CARD = re.compile(r"green-claim-[a-z]+(-[a-z]+)*")


@dataclass(frozen=True, slots=True)
class Jurisdiction:
    """Jurisdiction with the scorecards of its law, the scorecard of practice, and the facts it settles."""

    id: str
    law: tuple[str, ...]
    practice: str
    facts: Mapping[str, str] = field(default_factory=dict)
    characters: Characters = "zh"
    """Language assumed for a text of Chinese characters alone."""

    @property
    def cards(self) -> tuple[str, ...]:
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


def read_jurisdictions(form: TomlSource) -> tuple[str, tuple[Jurisdiction, ...]]:
    """Read the scorecard of practice, and the jurisdictions in display order.

    Raises:
        ClaimLexiconError: If the file is invalid.
    """
    file = form.read(_JurisdictionFile)
    _check_cards(form, file)
    jurisdictions = tuple(_jurisdictions(file))
    _check_ids(form, file, Counter(jurisdiction.id for jurisdiction in jurisdictions))
    form.settle()
    return file.practice, jurisdictions


def _jurisdictions(file: _JurisdictionFile) -> Iterator[Jurisdiction]:
    states = file.member_states
    yield Jurisdiction(UNION, (file.union,), file.practice)
    for country, own in states.items():
        yield Jurisdiction(f"{UNION}-{country}", (file.union, *own), file.practice, {"country": country})
    yield from (Jurisdiction(country, own, file.practice) for country, own in states.items() if own)
    for id, entry in file.places.items():
        yield Jurisdiction(id, entry.law, file.practice, entry.facts, entry.characters)


def _check_cards(form: TomlSource, file: _JurisdictionFile) -> None:
    laws = {("member_states", country): own for country, own in file.member_states.items()}
    laws |= {("places", id): row.law for id, row in file.places.items()}
    for entry, card in (("practice", file.practice), ("union", file.union)):
        if not _CARD.fullmatch(card):
            form.blame((entry,), f"is {card!r}; write the id of a card, such as green-claim-uk")
    for row, law in laws.items():
        for card in law:
            if not _CARD.fullmatch(card):
                form.blame(row, f"names {card!r}; write ids of cards, such as green-claim-uk")
            elif card in (file.practice, file.union):
                form.blame(row, f"names {card}, which stands above for all; take it out")
        if len(set(law)) < len(law):
            form.blame(row, "names a card twice; name it once")
    for id, listed_entry in file.places.items():
        if not listed_entry.law:
            form.blame(("places", id), "has no card; name the cards of its law")


def _check_ids(form: TomlSource, file: _JurisdictionFile, ids: Counter[str]) -> None:
    for country in file.member_states:
        if not _COUNTRY.fullmatch(country):
            form.blame(("member_states", country), "is no country code; write two capital letters, such as DE")
    for id in file.places:
        if not _JURISDICTION_ID.fullmatch(id):
            form.blame(("places", id), "is no id of a place; write capital letters, such as UK or US-CA")
        elif ids[id] > 1 or id in file.member_states:
            form.blame(("places", id), "follows from another row already; keep one of them")


PRACTICE, _ALL = read_jurisdictions(TomlSource.of("jurisdictions.toml", "rules.claims"))
"""Scorecard of standards and guidance without territory, applied in addition to the law of each jurisdiction."""
JURISDICTIONS: dict[str, Jurisdiction] = {jurisdiction.id: jurisdiction for jurisdiction in _ALL}
"""Jurisdictions by id. `EU` is Union law alone, `DE` is national law alone, `EU-DE` is both."""
SETTLED = frozenset(name for place in _ALL for name in place.facts)
