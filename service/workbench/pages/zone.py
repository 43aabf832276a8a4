"""Time zone page: choice of the zone for displayed times."""

from __future__ import annotations

from typing import TYPE_CHECKING

from service.workbench.page import Page, is_own_address, time_zones

if TYPE_CHECKING:
    from service.workbench.page import PageRequest, Shown


async def _load(page_request: PageRequest) -> Shown:
    next_address = page_request.query.get("next", "")
    return {"zones": time_zones(), "next": next_address if is_own_address(next_address) else "/workbench"}


PAGES = (Page("/workbench/zone", "zone.html.jinja", "", _load, public=True),)
