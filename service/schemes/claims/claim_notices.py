"""Notices of claims in use: worsened status, expiring documents and due checks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING, cast

from rules.contracts import add_days, parse_date
from touchstone.v1 import claim_service_pb2 as pb2, screening_service_pb2 as screenings

if TYPE_CHECKING:
    from service.schemes.claims.claim_store import ClaimInUseRow, ClaimJudgementRow

_DAYS_BEFORE_EXPIRY = (60, 30, 7)


def notice_days(content: pb2.ClaimInUse) -> Sequence[str]:
    """Return the sorted days with a notice about documents or the next check."""
    days = chain.from_iterable(_document_days(each.expire_date) for each in content.documents if each.expire_date)
    return sorted({*days, *([content.next_check_date] if content.next_check_date else [])})


def _document_days(last: str) -> Iterator[str]:
    expires = parse_date(last)
    for days in (*_DAYS_BEFORE_EXPIRY, -1):
        yield add_days(expires, -days).isoformat()


def notices_of(
    row: ClaimInUseRow, content: pb2.ClaimInUse, day: str, fall: ClaimJudgementRow | None
) -> list[pb2.ClaimNotice]:
    """Return the unread notices of a claim, most serious first.

    `fall` is the judgement that worsened the claim.
    """
    if row.end_time or not row.notice_date or row.notice_date > day:
        return []
    notices = []
    if fall is not None:
        earlier = cast("screenings.ClaimStanding", fall.earlier_standing)
        fell = pb2.CLAIM_NOTICE_KIND_FELL
        notices.append(pb2.ClaimNotice(kind=fell, date=fall.as_of_date, earlier_standing=earlier))
    if row.problem:
        notices.append(pb2.ClaimNotice(kind=pb2.CLAIM_NOTICE_KIND_UNJUDGED))
    for document in sorted(content.documents, key=lambda each: each.expire_date):
        if document.expire_date and any(row.seen_date < each <= day for each in _document_days(document.expire_date)):
            has_expired = document.expire_date < day
            kind = pb2.CLAIM_NOTICE_KIND_EXPIRED if has_expired else pb2.CLAIM_NOTICE_KIND_EXPIRING
            notices.append(pb2.ClaimNotice(kind=kind, date=document.expire_date, document=document.title))
    if content.next_check_date and row.seen_date < content.next_check_date <= day:
        notices.append(pb2.ClaimNotice(kind=pb2.CLAIM_NOTICE_KIND_CHECK, date=content.next_check_date))
    return notices
