"""Time zone page: choice of the zone in which the reader sees times."""

from __future__ import annotations

from typing import TYPE_CHECKING

from service.workbench.page import Page, is_ours, zones

if TYPE_CHECKING:
    from service.workbench.page import Shown, Visit


async def _load(visit: Visit) -> Shown:
    going = visit.query.get("next", "")
    return {"zones": zones(), "next": going if is_ours(going) else "/workbench"}


PAGES = (Page("/workbench/zone", "zone.html.jinja", "", _load, public=True),)
