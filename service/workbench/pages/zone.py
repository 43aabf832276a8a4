"""Time zone page: choice of the zone in which the reader sees times."""

from __future__ import annotations

from typing import TYPE_CHECKING

from service.workbench.page import Page, is_own_address, time_zones

if TYPE_CHECKING:
    from service.workbench.page import PageRequest, Shown


async def _load(page_request: PageRequest) -> Shown:
    going = page_request.query.get("next", "")
    return {"zones": time_zones(), "next": going if is_own_address(going) else "/workbench"}


PAGES = (Page("/workbench/zone", "zone.html.jinja", "", _load, public=True),)
