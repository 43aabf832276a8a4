"""Suggestion of the scorecard for a dossier read under another one."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from service.input.dossier.dossier_reader import WrongScorecardError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from service.gazette.versions import Gazette


@contextmanager
def suggesting_card(gazette: Gazette) -> Iterator[None]:
    """Add the likely scorecard to a WrongScorecardError."""
    try:
        yield
    except WrongScorecardError as error:
        likely = _likely_card(error.facts, gazette)
        raise (error.naming(likely) if likely else error) from None


def _likely_card(facts: Sequence[str], gazette: Gazette) -> str:
    shared = {
        card: len({fact.id for fact in gazette.newest(card).scorecard.facts}.intersection(facts))
        for card in gazette.card_ids()
    }
    best = max(shared, key=lambda card: shared[card], default="")
    return best if best and 2 * shared[best] > len(facts) else ""
