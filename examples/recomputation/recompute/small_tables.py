"""Does surely some row of a small table hold, whatever its keys are?"""

from __future__ import annotations

from recompute.card import Card
from recompute.known import Json


def is_complete(card: Card, quantity: Json) -> bool:
    """Say whether the rows of a quantity that stands as a small table are complete."""
    del card
    return "tabled" in quantity and False
