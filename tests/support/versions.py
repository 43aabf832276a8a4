"""Which published versions are tried: all of them, or the newest of each card?

What a published file says never changes; that no byte of any has changed is held in both cases, by
`tests/meta/test_gazette.py`. So what every change has to pass compiles and evaluates the newest version of each card.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from service.folders import CHECKOUT
from service.gazette.versions import Gazette
from tests.support.tiers import is_full

if TYPE_CHECKING:
    from rules.model.published import Published

GAZETTE = Gazette(CHECKOUT / "scorecards")
NEWEST = frozenset(GAZETTE.newest(card).name for card in GAZETTE.card_ids())
"""The names of the newest published version of each card."""


def versions_tried(card: str = "") -> list[Published]:
    """List what is tried of all cards, or of one: every version with --full, else the newest; lowest numbers first."""
    every = GAZETTE.versions if is_full() else lambda card: (GAZETTE.newest(card),)
    return [version for name in GAZETTE.card_ids() if card in {"", name} for version in every(name)]
