"""Notices of claims in use on pages: what each says in words, and those of whoever has signed in first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from rules.contracts import parse_date
from service.base import instants
from service.output.mapping.mapper import word_of
from service.workbench.claim_views import standing_word
from touchstone.v1 import claim_service_pb2 as claims

if TYPE_CHECKING:
    from collections.abc import Sequence

    from service.workbench.page import PageRequest

CALL = "ClaimService/ListClaims"
_SHOWN, _MOST_OWN, _SOON = 5, 100, 7
_WORST = frozenset({claims.CLAIM_NOTICE_KIND_FELL, claims.CLAIM_NOTICE_KIND_UNJUDGED, claims.CLAIM_NOTICE_KIND_EXPIRED})


class NoticeSentence(NamedTuple):
    """Something that a claim has to tell, in words."""

    text: str
    is_urgent: bool


@dataclass(frozen=True, slots=True)
class NoticeRow:
    """A claim that has something to tell."""

    claim: claims.ClaimInUse
    sentences: Sequence[NoticeSentence]
    is_own: bool
    """Whoever has signed in answers for it."""


@dataclass(frozen=True, slots=True)
class NoticedClaims:
    """The claims that have something to tell, one's own first, and how many there are in all."""

    rows: Sequence[NoticeRow] = ()
    count: int = 0
    problem: str = ""
    """Why they are not told."""


async def load_notices(page_request: PageRequest) -> NoticedClaims:
    """Give the first of the claims that have something to tell."""
    own = await page_request.part(load_own_notices(page_request))
    asked = claims.ListClaimsRequest(parent=page_request.parent, page_size=_SHOWN, with_notices=True)
    listed = await page_request.ask_part(CALL, asked)
    if listed.answer is None or own.answer is None:
        return NoticedClaims(problem=listed.problem or own.problem)
    names = {row.claim.name for row in own.answer}
    others = (
        NoticeRow(claim, notice_sentences(page_request, claim), is_own=False)
        for claim in listed.answer.claims
        if claim.name not in names
    )
    return NoticedClaims([*own.answer, *others][:_SHOWN], listed.answer.notice_count)


async def load_own_notices(page_request: PageRequest) -> list[NoticeRow]:
    """Return the claims with notices that the reader is responsible for."""
    asked = claims.ListClaimsRequest(parent=page_request.parent, page_size=_MOST_OWN, with_notices=True, only_own=True)
    listed = await page_request.ask_once(CALL, asked)
    return [NoticeRow(claim, notice_sentences(page_request, claim), is_own=True) for claim in listed.claims]


def notice_sentences(page_request: PageRequest, claim: claims.ClaimInUse) -> list[NoticeSentence]:
    """Say in words what a claim has to tell."""
    today = instants.today("UTC")
    sentences = []
    for notice in claim.notices:
        said = page_request.w["claim_notice"][word_of(claims.ClaimNoticeKind, notice.kind)]
        earlier, now = (
            page_request.word("claim_standing", standing_word(standing))
            for standing in (notice.earlier_standing, claim.standing)
        )
        days = (parse_date(notice.date) - today).days if notice.date else 0
        text = str(said.format(document=notice.document, date=notice.date, days=days, earlier=earlier, now=now))
        sentences.append(NoticeSentence(text, is_urgent=notice.kind in _WORST or days <= _SOON))
    return sentences
