"""Page of reusable facts of a case: offers with their origin, and the facts that the case reused."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from rules.contracts import InputError, message_factory
from service.base.whole_numbers import parse_whole_number
from service.workbench.page import Page
from service.workbench.pages.case_pages import case_page_context
from service.workbench.pages.dossier import cause_word, fact_prompts, reused_facts
from service.workbench.queries import MOST, id_of
from service.workbench.titles import card_titles
from touchstone.v1 import fact_reuse_service_pb2 as reuse

if TYPE_CHECKING:
    from service.workbench.page import PageRequest, Shown

_message = message_factory(__name__)
_SEPARATOR = "|"
_PARTS = 4


async def _load(page_request: PageRequest) -> Shown:
    case, _, shown = await case_page_context(page_request)
    request = reuse.ListReusableFactsRequest(name=case.name, page_size=MOST)
    listed: reuse.ListReusableFactsResponse = await page_request.ask(_LIST, request)
    used = await reused_facts(page_request)
    sources = [*(offer.source for offer in listed.reusable_facts), *(fact.source for fact in used.values())]
    first = list({offer.fact_id: offer for offer in reversed(listed.reusable_facts)}.values())[::-1]
    return {
        **shown, "listed": listed, "used": list(used.values()), "may_declare": ("", "declare") in shown["mine"],
        "prompts": await fact_prompts(page_request, case.content.scorecard),
        "source_prompts": await _source_prompts(page_request, sources),
        "card_titles": await card_titles(page_request, {id_of(source.scorecard) for source in sources}),
        "key_of": _key_of, "all_keys": [_key_of(offer) for offer in first], "id_of": id_of,
        "why": lambda reason: reuse.WithheldFact.Reason.Name(reason).removeprefix("REASON_").lower(),
        "cause": cause_word,
    }  # fmt: skip


async def _source_prompts(page_request: PageRequest, sources: Iterable[reuse.FactSource]) -> Mapping[str, object]:
    return {card: await fact_prompts(page_request, card) for card in {source.scorecard for source in sources}}


def _key_of(offer: reuse.ReusableFact) -> str:
    source = offer.source
    return _SEPARATOR.join((offer.fact_id, source.name, str(source.dossier_revision), source.fact_id))


def _accepted_fact(key: str) -> reuse.AcceptedFact:
    parts = key.split(_SEPARATOR)
    if len(parts) != _PARTS or (revision := parse_whole_number(parts[2])) is None:
        raise InputError.of("accepted_facts", _message("NO_OFFER_CHOSEN"), "MALFORMED")
    return reuse.AcceptedFact(fact_id=parts[0], source=parts[1], dossier_revision=revision, source_fact_id=parts[3])


async def _act(page_request: PageRequest) -> str:
    keys = page_request.several("all" if page_request.typed("do") == "all" else "accept")
    if not keys:
        raise InputError.of("accepted_facts", _message("NO_OFFER_CHOSEN"), "REQUIRED")
    request = reuse.AcceptReusableFactsRequest(
        name=f"{page_request.parent}/cases/{page_request.path['case']}",
        revision=parse_whole_number(page_request.typed("revision")) or 0,
        accepted_facts=map(_accepted_fact, keys), reason=page_request.w["reuse"]["reason"],
    )  # fmt: skip
    await page_request.ask(_ACCEPT, request)
    return f"/workbench/cases/{page_request.path['case']}/reuse"


_LIST, _ACCEPT = "FactReuseService/ListReusableFacts", "FactReuseService/AcceptReusableFacts"
PAGES = (Page("/workbench/cases/{case}/reuse", "fact_reuse.html.jinja", _LIST, _load, _act),)
