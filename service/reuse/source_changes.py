"""Watch on the sources of reused facts: notices changes that no case step reports, such as expired evidence."""

from __future__ import annotations

from contextvars import copy_context
from typing import TYPE_CHECKING

from service.base.background_work import logging_failures, repeat
from service.cases.fact_origins import FactOrigin, announce_changes, find_cause
from service.identity.principals import LOCAL, set_principal
from service.store.cases import FACT_ORIGINS

if TYPE_CHECKING:
    from service.api.service_dependencies import Limiter
    from service.store.cases import CaseStore

_INTERVAL_SECONDS = 3_600
_PAGE = 200


def announce_all(cases: CaseStore) -> int:
    """Announce all changes of sources that were not announced yet, as the server; return their number."""
    return copy_context().run(_announce_as_server, cases)


def _announce_as_server(cases: CaseStore) -> int:
    set_principal(LOCAL)
    with cases.read_transaction() as reading:
        organizations = reading.organizations_with(FACT_ORIGINS)
    count = 0
    for organization in organizations:
        with logging_failures("fact_sources_wait", "fact_sources_not_checked", organization=organization):
            count += _announce_in(cases, organization)
    return count


def _announce_in(cases: CaseStore, organization: str) -> int:
    count, after = 0, ""
    while True:
        with cases.read_transaction() as reading:
            rows = reading.documents(organization, FACT_ORIGINS, after=after, limit=_PAGE)
            origins = [FactOrigin.parse(row) for row in rows]
            changed = [origin for origin in origins if find_cause(reading, organization, origin) != origin.cause]
        if changed:
            with cases.write_transaction() as writing:
                count += announce_changes(writing, organization, changed)
        if len(rows) < _PAGE:
            return count
        after = rows[-1].id


async def watch_sources(cases: CaseStore, limiter: Limiter) -> None:
    """Announce changes every hour."""
    await repeat(lambda: limiter.in_thread(announce_all, cases), _INTERVAL_SECONDS, "fact_sources_not_checked")
