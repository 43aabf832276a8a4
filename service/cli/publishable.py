"""What would be published from a folder of the desk, as `publish`, `review submit` and `review show` ask it?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.rehearsal.publish import publish
from service.answering.terminal.desk import read_sources
from service.gazette.overlays import check_fact_map, check_overlay
from service.gazette.tables import FOLDER, Shelf

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from rules.rehearsal.publish import Publication
    from service.gazette.versions import Gazette


def publishable(folder: Path, gazette: Gazette, *, progress: Callable[[int, int], None] | None = None) -> Publication:
    """Give what would be published.

    Raises:
        InputError: the folder holds no draft.
        Refusal: what it says of an overlay or of former ids does not hold.
        RuleSourceError: a check of publication fails; every diagnostic is listed.
        TrailError: the gazette holds a version that is damaged, or that nobody who is trusted approved.
    """
    published = tuple(version for card in gazette.card_ids() for version in gazette.versions(card))
    ready = publish(read_sources(folder), published, progress=progress, tables=Shelf(gazette.folder / FOLDER))
    check_overlay(ready.scorecard, ready.sources, gazette)
    check_fact_map(ready.scorecard, ready.sources, gazette)
    return ready
