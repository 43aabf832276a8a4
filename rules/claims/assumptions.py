"""Which facts are taken from the words of a claim, from which words, and how are they taken back?

An assumption goes before nothing that is given, and nothing is fine because of assumptions alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rules.claims.readings import CLAIM_TYPES, Stated, readings
from rules.claims.screening.plain import plainly_shown
from rules.claims.screening.vocabulary import card_name

if TYPE_CHECKING:
    from collections.abc import Collection

    from rules.claims.screening.candidates import Candidate, Span
    from rules.claims.screening.proposals import Proposal, ProposedFact

_OF_THE_TEXT = frozenset({"text", "language"})
"""Facts that are the text itself, not what it shows."""


@dataclass(frozen=True, slots=True)
class Assumption:
    """A fact by its name in the cards, its values, and the words that show it."""

    fact: str
    values: tuple[str, ...]
    spans: tuple[Span, ...]


def read_with_assumptions(
    candidate: Candidate,
    proposal: Proposal,
    given: Stated,
    not_assumed: Collection[str],
    of_text: Collection[ProposedFact] = (),
) -> tuple[tuple[Stated, ...], tuple[Assumption, ...]]:
    """Give the readings of a claim, and what they take from its words; what is given or taken back is in neither.

    `of_text` are facts that the text as a whole shows of the claim.
    """
    plain = {fact.path: fact for fact in (*plainly_shown(candidate), *of_text)}
    found: dict[tuple[str, ...], Stated] = {}
    for read in readings(candidate, proposal, {**given, **{name: () for name in not_assumed if name == CLAIM_TYPES}}):
        whole = {**{name: fact.values for name, fact in plain.items()}, **read}
        kept = {name: values for name, values in whole.items() if name not in not_assumed}
        found[kept.get(CLAIM_TYPES, ())] = kept
    spans = {card_name(fact.path): fact.spans for fact in proposal.facts if fact.record is None}
    spans |= {name: fact.spans for name, fact in plain.items()}
    names = dict.fromkeys(name for read in found.values() for name in read)
    return tuple(found.values()), tuple(
        Assumption(name, next(read[name] for read in found.values() if name in read), spans[name])
        for name in names
        if spans.get(name) and name not in given and name not in _OF_THE_TEXT
    )


def without(read: Stated, assumed: Collection[Assumption]) -> Stated:
    """Leave out of a reading what its words show, but for what is claimed at all."""
    dropped = {each.fact for each in assumed} - {CLAIM_TYPES}
    return {name: values for name, values in read.items() if name not in dropped}
