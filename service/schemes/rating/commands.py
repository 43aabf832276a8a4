"""Which commands does the scheme of ratings add?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from service.schemes.rating.assessors import commands as assessors
from service.schemes.rating.ranking import commands as ranking
from service.schemes.rating.weights import commands as weights

if TYPE_CHECKING:
    import typer


def register(app: typer.Typer) -> None:
    """Add the commands."""
    for commands in (ranking, assessors, weights):
        commands.register(app)
