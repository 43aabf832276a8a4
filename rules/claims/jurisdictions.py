"""Which cards answer for a claim in which jurisdiction, and which facts does the jurisdiction settle?"""

from __future__ import annotations

from dataclasses import dataclass, field

PRACTICE = "green-claim-practice"
"""Standards and guidance without territory; asked beside the law of every jurisdiction."""
MEMBER_STATES = (
    "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT", "LU", "LV",
    "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK",
)  # fmt: skip
_NATIONAL = {"DE": "green-claim-de", "FR": "green-claim-fr"}
"""Member States whose own law beside the Directive is encoded."""
_UNION = "green-claim-eu"


@dataclass(frozen=True, slots=True)
class Jurisdiction:
    """Where a claim is shown: the cards of its law, and the choices of facts that follow from the place."""

    id: str
    law: tuple[str, ...]
    facts: dict[str, str] = field(default_factory=dict)

    @property
    def cards(self) -> tuple[str, ...]:
        """All cards to ask: the law first, then what holds everywhere."""
        return (*self.law, PRACTICE)


def _member_state(country: str) -> Jurisdiction:
    national = (_NATIONAL[country],) if country in _NATIONAL else ()
    return Jurisdiction(f"EU-{country}", (_UNION, *national), {"country": country})


_ALL = (
    Jurisdiction("EU", (_UNION,)),
    *map(_member_state, MEMBER_STATES),
    *(Jurisdiction(country, (card,)) for country, card in _NATIONAL.items()),
    Jurisdiction("UK", ("green-claim-uk",)),
    Jurisdiction("US", ("green-claim-us",)),
    Jurisdiction("US-CA", ("green-claim-us",), {"us_state": "california"}),
    Jurisdiction("CA", ("green-claim-ca",)),
    Jurisdiction("AU", ("green-claim-au",)),
    Jurisdiction("SG", ("green-claim-sg",)),
    Jurisdiction("CN", ("green-claim-cn",)),
)
JURISDICTIONS: dict[str, Jurisdiction] = {jurisdiction.id: jurisdiction for jurisdiction in _ALL}
"""Every jurisdiction by its id; `EU` is the law of the Union in no Member State in particular, `DE` and `FR` are the
national law alone, `EU-DE` and `EU-FR` both."""
SETTLED = frozenset(name for place in _ALL for name in place.facts)
"""Every fact that some jurisdiction settles."""
