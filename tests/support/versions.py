"""Selection of published versions under test: the newest of each card, also the first, or all.

What a published file says never changes; that no byte of any has changed is held in all cases, by
`tests/meta/test_gazette.py`. So what every change has to pass compiles and evaluates the newest version of each card,
and --full its first one as well: between the two the language and its readers went their whole way. Every version
there is is tried where TOUCHSTONE_EVERY_VERSION is set, as `make reliability` does.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from service.configuration.folders import CHECKOUT
from service.gazette.versions import Gazette
from tests.support.tiers import is_full

if TYPE_CHECKING:
    from rules.model.published_version import PublishedVersion

GAZETTE = Gazette(CHECKOUT / "scorecards")
NEWEST = frozenset(GAZETTE.newest(card).name for card in GAZETTE.card_ids())
"""The names of the newest published version of each card."""


def versions_tried(card: str = "") -> list[PublishedVersion]:
    """List what is tried of all cards, or of one; lowest numbers first."""
    names = [name for name in GAZETTE.card_ids() if card in {"", name}]
    if os.environ.get("TOUCHSTONE_EVERY_VERSION"):
        return [version for name in names for version in GAZETTE.versions(name)]
    if not is_full():
        return [GAZETTE.newest(name) for name in names]
    tried = NEWEST | {GAZETTE.versions(name)[0].name for name in names}
    return [version for name in names for version in GAZETTE.versions(name) if version.name in tried]
