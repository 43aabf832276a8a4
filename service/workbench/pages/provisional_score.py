"""Provisional score of a dossier as it is now, never stored."""

from __future__ import annotations

from typing import TYPE_CHECKING

from service.workbench.cards import titles, version_in_force
from service.workbench.page import LIVE, Page
from service.workbench.pages.case_pages import case_page_context
from service.workbench.pages.dossier import EVALUATE, load_dossier
from service.workbench.pages.value_preview import change_sentences, evaluate_unstored, preview_changes

if TYPE_CHECKING:
    from service.workbench.page import PageRequest, Shown


async def _load(page_request: PageRequest) -> Shown:
    case, _, shown = await case_page_context(page_request)
    dossier = await load_dossier(page_request)
    shown |= {"dossier": dossier, "record": None}
    if not dossier.revision:
        return shown
    card, day = await version_in_force(page_request, dossier.scorecard), case.as_of_date
    what = ("stands", page_request.user_key, dossier.name, card.card.version, day)
    record = await page_request.background_tasks.result(
        what, lambda: evaluate_unstored(page_request, dossier, dossier.content.facts, day)
    )
    if record is None:
        return shown
    moves, titled = preview_changes(record, record), titles(card, page_request.language)
    sentences = change_sentences(page_request, moves, titled, "")
    return {**shown, "record": record, "moves": moves, "titles": titled, "said": sentences, "is_other": False}


PAGES = (Page("/workbench/cases/{case}/standing", "standing.html.jinja", EVALUATE, _load, script=LIVE),)
