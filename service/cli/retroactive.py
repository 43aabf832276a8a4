"""Would a version govern days that are over before anybody can know it?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.contracts.messages import speaker
from service.base import instants
from service.gazette.sidecars import SIDECAR

if TYPE_CHECKING:
    from pathlib import Path

    from rules.model.scorecard import Card

_say = speaker(__name__)


def retroactive(card: Card, gazette: Path) -> str:
    """Say that a version which is not published yet would govern days before today; nothing if it would not."""
    today = instants.today(card.time_zone)
    if card.first_date >= today or (gazette / card.id / f"{card.version}{SIDECAR}").exists():
        return ""
    days = (today - card.first_date).days
    return _say("RETROACTIVE", card=card.id, version=card.version, first=card.first_date, days=days, today=today)
