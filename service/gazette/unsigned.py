"""Which published versions stand without anybody's signature?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from service.gazette.versions import Gazette

if TYPE_CHECKING:
    from pathlib import Path

    from rules.model.published import Published


def unsigned_versions(folder: Path) -> tuple[Published, ...]:
    """Give them by their names, whether or not a trust file takes them as they are.

    Raises:
        TrailError: a file is damaged.
    """
    gazette = Gazette(folder, private=True)
    gazette.trust = None
    found = (version for card in gazette.card_ids() for version in gazette.versions(card))
    return tuple(version for version in found if not gazette.statements(version))
