"""Versions known to a store: each is noted in its log before anything is evaluated beside it.

In force is, of the versions that were known here when an evaluation was stored, the one that governs. What proves it is
the order of the log: a version that was noted behind an evaluation was not known when that was made.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from rules.contracts import InputError, TouchstoneError
from rules.trail import KnownVersionNames
from service.base.names import parse_card
from service.transparency.gazette_leaves import leaves_of_card
from service.transparency.leaves import EVALUATION, NOTED_LATER, PUBLICATION, REPEAL

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from rules.contracts import RecordHead
    from service.gazette.versions import Gazette
    from service.store.evaluations import Store


@dataclass(frozen=True, slots=True)
class KnownVersions:
    """Notes what a gazette holds in the log of a store, and says what was known when an evaluation was made."""

    store: Store
    gazette: Gazette
    _noted: dict[str, Mapping[str, int]] = field(default_factory=dict)
    """By cards, each with its owner: of their versions that are noted, when the repeal was written."""

    def note(self, scorecard: str) -> None:
        """Note the versions of a card that is asked for, and their repeals; nothing of a card that is not here."""
        try:
            card = parse_card(scorecard).card
        except InputError:
            return  # of which whoever evaluates tells
        owner, listing = self.gazette.owner(card), self.gazette.listing(card)
        parent = _parent(owner, card)
        if listing == self._noted.get(parent, {}):
            return
        repealed = [number for number, written in listing.items() if written]
        if self._lacks(PUBLICATION, parent, listing) or self._lacks(REPEAL, parent, repealed):
            own = self.gazette.of_whom() if owner else self.gazette
            self.store.log.add_new(list(leaves_of_card(own, card, owner)))
        self._noted[parent] = listing

    def _lacks(self, kind: str, parent: str, numbers: Iterable[str]) -> bool:
        there = self.store.log.names(kind, parent)
        return any(f"{parent}/{number}" not in there for number in numbers)

    def known_to(self, evaluation: str, head: RecordHead) -> KnownVersionNames | None:
        """Give what of its card was noted before an evaluation; None if the order of the log says nothing.

        So it is of what is not noted, of what was noted later than stored, and where the version by which it was made
        was not noted before it, as in stores that did not note versions yet.
        """
        noted = self.store.log.leaf(EVALUATION, evaluation)
        if noted is None or NOTED_LATER in noted.leaf.said:
            return None
        try:
            owner = self.gazette.owner_of(head.scorecard_version, head.rule_digest)
            parent = _parent(owner, parse_card(head.scorecard_version).card)
        except TouchstoneError:
            return None
        versions, repeals = (
            frozenset(
                name.removeprefix(f"{owner}/") for name in self.store.log.names(kind, parent, before=noted.position)
            )
            for kind in (PUBLICATION, REPEAL)
        )
        return KnownVersionNames(versions, repeals) if head.scorecard_version in versions else None


def _parent(owner: str, card: str) -> str:
    return f"{owner}/scorecards/{card}/versions" if owner else f"scorecards/{card}/versions"
