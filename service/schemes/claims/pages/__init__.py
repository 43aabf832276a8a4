"""Pages of claims: checked texts, claims in use, and notices on the start page and in waiting work."""

from __future__ import annotations

from service.schemes.claims.pages import check, in_use, notices
from service.workbench.page import HomeSection, ProductPages

PAGES = ProductPages(
    (*check.PAGES, *in_use.PAGES),
    waiting_sources=(((in_use.SAVE,), notices.load_claim_work),),
    home_sections=(HomeSection("claims_section.html.jinja", notices.CALL, notices.load_section),),
    limited_calls=(check.CHECK, check.EXPORT),
)
