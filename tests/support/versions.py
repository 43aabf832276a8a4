"""Selection of published versions under test: the newest of each card, also the first, or all.

Published files never change; `tests/meta/test_gazette.py` always checks every byte. A run for a change therefore
evaluates only the newest version of each card. A run with --full also evaluates the first version, because the
scorecard language changed most between the two. If TOUCHSTONE_EVERY_VERSION is set, as in `make reliability`, all
versions are tested.
"""

from __future__ import annotations

import os

from rules.model.published_version import PublishedVersion
from service.configuration.folders import CHECKOUT
from service.gazette.versions import Gazette
from tests.support.tiers import is_full

GAZETTE = Gazette(CHECKOUT / "scorecards")
NEWEST = frozenset(GAZETTE.newest(card).name for card in GAZETTE.card_ids())
"""The names of the newest published version of each card."""


def versions_tried(card: str = "") -> list[PublishedVersion]:
    """Return the versions under test of all cards, or of one card, in ascending order."""
    names = [name for name in GAZETTE.card_ids() if card in {"", name}]
    if os.environ.get("TOUCHSTONE_EVERY_VERSION"):
        return [version for name in names for version in GAZETTE.versions(name)]
    if not is_full():
        return [GAZETTE.newest(name) for name in names]
    tried = NEWEST | {GAZETTE.versions(name)[0].name for name in names}
    return [version for name in names for version in GAZETTE.versions(name) if version.name in tried]
