"""Audits of a certification cycle: surveillance dates, recertification, and the sites that are suggested for each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from rules.contracts import add_days, add_months
from service.audit_planning.audit_rules import Audit
from service.audit_planning.site_sampling import required_size

_MAX_AUDITS = 60
_WITHOUT_END = 3
"""Surveillances that are listed if the certificate has no last day."""


@dataclass(frozen=True, slots=True)
class Cycle:
    """Term of a certificate and the rules for its audits."""

    begins: date
    """Day of the decision: the first interval begins here."""
    last: date | None
    surveillance_months: int
    renewal_months: int
    held: tuple[date, ...] = ()
    """Days of decided surveillances, in order."""


@dataclass(frozen=True, slots=True)
class PlannedAudit:
    """An audit to come; `due` is its last day."""

    audit: Audit
    due: date
    sites: tuple[str, ...] = ()


def planned_audits(cycle: Cycle) -> Iterator[PlannedAudit]:
    """Yield the coming audits of a cycle in order of their days.

    The interval is counted from the last surveillance. An interval of at most twelve months therefore skips no calendar
    year, except the last one, with the recertification.
    """
    base, months = cycle.held[-1] if cycle.held else cycle.begins, cycle.surveillance_months
    count = _MAX_AUDITS if cycle.last is not None else _WITHOUT_END
    for number in range(1, count + 1) if months else ():
        due = add_months(base, months * number)
        if cycle.last is not None and due >= add_months(cycle.last, -cycle.renewal_months):
            break
        yield PlannedAudit(Audit.SURVEILLANCE, due)
    if cycle.last is not None:
        yield PlannedAudit(Audit.RECERTIFICATION, cycle.last)


def renewal_window(last: date, renewal_months: int, restoration_months: int) -> tuple[date, date]:
    """Return the first day to begin a recertification, and the last day to restore an expired certificate."""
    return add_months(add_days(last, 1), -renewal_months), add_months(last, restoration_months)


def with_sites(  # noqa: PLR0913
    audits: Sequence[PlannedAudit],
    sites: Sequence[str],
    central: str,
    visits: Mapping[str, str],
    *,
    rule: str,
    groups: Iterable[Iterable[str]] = (),
) -> Iterator[PlannedAudit]:
    """Add suggested sites: the central function each time, and in turn the sites visited longest ago.

    `rule` is a method of a sample, or the rule of a profile; each group has its own number of sites. The random part
    is drawn when an audit is planned, so it replaces some of the suggestions.
    """
    last_visits, others = dict(visits), set(sites) - {central}
    parts = [others & set(group) for group in groups]
    parts.append(others.difference(*parts))
    for audit in audits:
        chosen: list[str] = []
        for part in parts:
            longest_ago = sorted(part, key=lambda site: (last_visits.get(site, ""), site))
            chosen += longest_ago[: required_size(rule, audit.audit, len(part))]
        last_visits |= dict.fromkeys(chosen, audit.due.isoformat())
        first = (central,) if central else ()
        yield PlannedAudit(audit.audit, audit.due, (*first, *sorted(chosen)))
