"""Claim notices on pages: sentences about claims in use, the user's own claims first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from rules.contracts import parse_date
from service.base import instants
from service.output.mapping.mapper import word_of
from service.schemes.claims.pages.views import standing_word
from service.workbench.queries import id_of
from service.workbench.waiting_work import Waiting, WaitingRow
from touchstone.v1 import claim_service_pb2 as claims

if TYPE_CHECKING:
    from collections.abc import Sequence

    from service.workbench.page import PageRequest
    from service.workbench.queries import People
    from service.workbench.waiting_work import Scope

CALL = "ClaimService/ListClaims"
_MAX_SHOWN, _MAX_OWN, _URGENT_DAYS = 5, 100, 7
_WORST = frozenset({claims.CLAIM_NOTICE_KIND_FELL, claims.CLAIM_NOTICE_KIND_UNJUDGED, claims.CLAIM_NOTICE_KIND_EXPIRED})


class NoticeSentence(NamedTuple):
    """Claim notice as a sentence."""

    text: str
    is_urgent: bool


@dataclass(frozen=True, slots=True)
class NoticeRow:
    """Claim with notices."""

    claim: claims.ClaimInUse
    sentences: Sequence[NoticeSentence]
    is_own: bool


@dataclass(frozen=True, slots=True)
class NoticedClaims:
    """First claims with notices, the user's own first; `count` is the total."""

    rows: Sequence[NoticeRow] = ()
    count: int = 0
    problem: str = ""
    """Problem that prevented loading."""


async def load_section(page_request: PageRequest) -> NoticedClaims | None:
    """Load the first claims with notices; returns None if there are none."""
    own = await page_request.part(_load_own_notices(page_request))
    request = claims.ListClaimsRequest(parent=page_request.parent, page_size=_MAX_SHOWN, with_notices=True)
    listed = await page_request.ask_part(CALL, request)
    if listed.answer is None or own.answer is None:
        return NoticedClaims(problem=listed.problem or own.problem)
    names = {row.claim.name for row in own.answer}
    others = (
        NoticeRow(claim, notice_sentences(page_request, claim), is_own=False)
        for claim in listed.answer.claims
        if claim.name not in names
    )
    rows = [*own.answer, *others][:_MAX_SHOWN]
    return NoticedClaims(rows, listed.answer.notice_count) if rows else None


async def load_claim_work(page_request: PageRequest, _who: People, _: Scope) -> Waiting:
    """Return the notices about claims that the user is responsible for."""
    words = page_request.w["waiting"]
    rows = [
        WaitingRow(
            words["of_claim"], words["claim"].format(claim=(row.claim.quote or row.claim.text)[:80]),
            f"/workbench/claims/in-use/{id_of(row.claim.name)}", row.claim.product,
            detail=str(page_request.w["semicolon"].join(sentence.text for sentence in row.sentences)),
        )
        for row in await _load_own_notices(page_request)
    ]  # fmt: skip
    return Waiting(rows)


async def _load_own_notices(page_request: PageRequest) -> list[NoticeRow]:
    request = claims.ListClaimsRequest(parent=page_request.parent, page_size=_MAX_OWN, with_notices=True, only_own=True)
    listed = await page_request.ask_once(CALL, request)
    return [NoticeRow(claim, notice_sentences(page_request, claim), is_own=True) for claim in listed.claims]


def notice_sentences(page_request: PageRequest, claim: claims.ClaimInUse) -> list[NoticeSentence]:
    """Return the notices of a claim as sentences."""
    today = instants.today("UTC")
    sentences = []
    for notice in claim.notices:
        template = page_request.w["claim_notice"][word_of(claims.ClaimNoticeKind, notice.kind)]
        earlier, now = (
            page_request.word("claim_standing", standing_word(status))
            for status in (notice.earlier_standing, claim.standing)
        )
        days = (parse_date(notice.date) - today).days if notice.date else 0
        text = str(template.format(document=notice.document, date=notice.date, days=days, earlier=earlier, now=now))
        sentences.append(NoticeSentence(text, is_urgent=notice.kind in _WORST or days <= _URGENT_DAYS))
    return sentences
