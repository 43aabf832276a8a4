"""Fields of a certificate for upload formats, as texts by name; a field without data is empty."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import orjson

from service.base import instants
from service.cases.registers.certificate_history import ISSUE, SURVEILLANCE
from service.store.cases import CLIENTS, PERSONS

if TYPE_CHECKING:
    from datetime import date

    from service.cases.certificate_files import BodySettings
    from service.cases.registers.certificate_history import CertificateEvent, CertificateHistory
    from service.cases.step_context import Content
    from service.store.cases import CaseReader
    from service.store.tables import CaseStepRow

_HAN = re.compile("[㐀-䶿一-鿿豈-﫿\U00020000-\U0003ffff]")
_MAX_PREDECESSORS = 30
_CHANGE_ACTIVITY = "change"


@dataclass(frozen=True)
class FieldReader:
    """Reader of the fields of certificates of one organisation, with caches."""

    reading: CaseReader
    organization: str
    body: BodySettings | None
    period: tuple[date | None, date]
    """First and last day of the export; no first day if it begins with the first certificate."""
    _clients: dict[tuple[str, int], Content] = field(default_factory=dict)
    _persons: dict[str, str] = field(default_factory=dict)

    def fields(
        self, history: CertificateHistory, events: Sequence[CertificateEvent], event: CertificateEvent
    ) -> dict[str, str]:
        """Return the fields of an event; `events` are those up to the end of the period."""
        earlier = events[: events.index(event) + 1]
        content, predecessors = history.content, self._predecessors(history)
        first_day, last_day = self.period
        named = {
            **self._client_fields(history),
            **self._body_fields(),
            **_certificate_fields(history, event),
            **_event_fields(history, earlier, event),
            "certificate.site_addresses": "; ".join(self._site_addresses(history)),
            "certificate.first_certified_date": min(
                (known["first_date"] for known in (content, *predecessors)), default=""
            ),
            "certificate.recertification_count": str(len(predecessors)),
            "certificate.predecessor": str(predecessors[0]["number"]) if predecessors else "",
            "event.deciders": "；".join(self._deciders(history, earlier)),
            "period.first_date": first_day.isoformat() if first_day else "",
            "period.last_date": last_day.isoformat(),
        }
        return {name: " ".join(text.split()) for name, text in named.items()}

    def _client(self, history: CertificateHistory) -> Content:
        """Return the client at the issue, with later data where nothing was registered then."""
        id, revision = history.case.client.rpartition("/")[2], history.content.get("client_revision", 0)
        if (id, revision) not in self._clients:
            rows = [self.reading.document(self.organization, CLIENTS, id)]
            rows += [self.reading.document(self.organization, CLIENTS, id, revision)] if revision else []
            merged: dict[str, Any] = {}
            for row in rows:
                known = {} if row is None else orjson.loads(row.document)
                merged |= {name: value for name, value in known.items() if value}
            self._clients[id, revision] = merged
        return self._clients[id, revision]

    def _client_fields(self, history: CertificateHistory) -> dict[str, str]:
        client, content = self._client(history), history.content
        name = content.get("holder") or client.get("display_name", "")
        named = (name, client.get("display_name_zh", ""))
        return {
            "client.id": history.case.client.rpartition("/")[2],
            "client.name": name,
            "client.name_zh": next((text for text in reversed(named) if _HAN.search(text)), ""),
            "client.name_latin": next((text for text in named if text and not _HAN.search(text)), ""),
            "client.former_name": next(iter(client.get("former_names", ())[-1:]), ""),
            "client.registered_id": content.get("registered_id") or client.get("registered_id", ""),
            "client.region_code": content.get("region_code") or client.get("region_code", ""),
            "client.address": client.get("address", ""),
            "client.address_zh": client.get("address_zh", ""),
        }

    def _body_fields(self) -> dict[str, str]:
        if self.body is None:
            return {}
        granted = self.body.authorisations[:1]
        return {
            "body.name": self.body.issuer.name.in_language("en"),
            "body.authority": granted[0].authority.name.in_language("en") if granted else "",
        }

    def _site_addresses(self, history: CertificateHistory) -> Iterator[str]:
        known = {site["site"]: site for site in self._client(history).get("sites", ())}
        for site in history.content.get("sites", ()):
            yield known.get(site, {}).get("address", site)

    def _predecessors(self, history: CertificateHistory) -> list[Content]:
        """Return the contents of the certificates that this one replaced, newest first."""
        found: list[Content] = []
        number = history.predecessor
        while number and len(found) < _MAX_PREDECESSORS:
            named = self.reading.numbered(self.organization, number)
            if named is None:
                break
            found.append(orjson.loads(named[1].content))
            number = found[-1].get("predecessor", "")
        return found

    def _deciders(self, history: CertificateHistory, events: Sequence[CertificateEvent]) -> list[str]:
        event = events[-1]
        if event.kind == ISSUE:
            audited = history.audit_of(event)
            decided = [step for step in history.steps if step.item == audited and step.function == "decision"]
        else:
            decided = [] if event.step is None else [event.step]
        return [self._person(step.person) for step in decided[-1:]]

    def _person(self, person: str) -> str:
        if person not in self._persons:
            row = self.reading.document(self.organization, PERSONS, person)
            known = {} if row is None else orjson.loads(row.document)
            self._persons[person] = known.get("display_name", person)
        return self._persons[person]


def _submitted(step: CaseStepRow | None) -> Content:
    known: Content = {} if step is None else orjson.loads(step.content)
    return known


def _certificate_fields(history: CertificateHistory, event: CertificateEvent) -> dict[str, str]:
    content, issued = history.content, history.issue_step
    return {
        "certificate.number": content["number"],
        "certificate.state": event.state,
        "certificate.scope": content.get("scope", ""),
        "certificate.scope_zh": content.get("scope_zh", ""),
        "certificate.issue_date": "" if issued is None else _day(history, issued),
        "certificate.last_date": content.get("last_date", ""),
        "certificate.result": content.get("result", ""),
        "certificate.is_multi_site": str(int(len(content.get("sites", ())) > 1)),
        "certificate.is_sub_certificate": "0",
    }


def _event_fields(
    history: CertificateHistory, events: Sequence[CertificateEvent], event: CertificateEvent
) -> Mapping[str, str]:
    issued = _submitted(history.issue_step)
    day, is_issue = event.day.isoformat(), event.kind == ISSUE
    reissue = _reissue(history, event)
    suspensions = [each for each in events if each.kind == "suspend"] if event.state == "suspended" else []
    audit = _audit_days(history, event)
    planned = history.plan_of(event) if event.kind in {ISSUE, SURVEILLANCE} else {}
    is_status = event.kind not in {ISSUE, SURVEILLANCE}
    return {
        "event.activity": _activity(history, event),
        "event.change": event.kind if is_status else "",
        "event.change_date": day if is_status else "",
        "event.is_reissue": str(int(bool(reissue))),
        "event.reissue": reissue,
        "event.reissue_date": day if reissue else "",
        "event.surveillance_number": _surveillance_number(event),
        "event.audit_first_date": audit[0],
        "event.audit_last_date": audit[1],
        "event.audit_person_days": planned.get("computed_time", {}).get("planned_days", ""),
        "event.is_combined_audit": _is_combined(planned),
        "event.suspension_first_date": suspensions[-1].day.isoformat() if suspensions else "",
        "event.suspension_last_date": suspensions[-1].content.get("due_date", "") if suspensions else "",
        "event.supersession": event.state if event.state == "superseded" else "",
        "event.withdrawal_date": day if event.kind in {"withdraw", "supersede"} else "",
        "certificate.transferred_from": issued.get("transferred_from", "") if is_issue else "",
    }


def _activity(history: CertificateHistory, event: CertificateEvent) -> str:
    if event.kind == ISSUE:
        return "recertification" if history.predecessor else "initial"
    return SURVEILLANCE if event.kind == SURVEILLANCE else _CHANGE_ACTIVITY


def _is_combined(planned: Content) -> str:
    """Return 1 if the audit time was reduced for an integrated audit; a plan does not prove the contrary."""
    sites = planned.get("audit_time", {}).get("sites", ())
    is_integrated = any(change["kind"] == "integration" for site in sites for change in site.get("adjustments", ()))
    return "1" if is_integrated else ""


def _reissue(history: CertificateHistory, event: CertificateEvent) -> str:
    if event.kind == "reduce":
        return "content"
    if event.kind != ISSUE:
        return ""
    transferred = _submitted(history.issue_step).get("transferred_from")
    return "recertification" if history.predecessor else "transfer" if transferred else ""


def _surveillance_number(event: CertificateEvent) -> str:
    return event.step.item.rpartition("/")[2] if event.kind == SURVEILLANCE and event.step is not None else ""


def _audit_days(history: CertificateHistory, event: CertificateEvent) -> tuple[str, str]:
    """Return the days of the last start and conclusion of the evaluation before the event."""
    if event.step is None or event.kind not in {ISSUE, SURVEILLANCE}:
        return "", ""
    item = history.audit_of(event)
    days = {
        step.step: _day(history, step)
        for step in history.steps
        if step.item == item and step.number < event.step.number and step.step in {"start", "conclude"}
    }
    return days.get("start", ""), days.get("conclude", "")


def _day(history: CertificateHistory, step: CaseStepRow) -> str:
    return instants.day_of(step.time, history.profile.time_zone).isoformat()


FIELD_NAMES = frozenset({
    "client.id", "client.name", "client.name_zh", "client.name_latin", "client.former_name", "client.registered_id",
    "client.region_code", "client.address", "client.address_zh", "body.name", "body.authority", "certificate.number",
    "certificate.state", "certificate.scope", "certificate.scope_zh", "certificate.issue_date", "certificate.last_date",
    "certificate.result", "certificate.is_multi_site", "certificate.is_sub_certificate",
    "certificate.site_addresses", "certificate.first_certified_date", "certificate.recertification_count",
    "certificate.predecessor", "certificate.transferred_from", "event.activity", "event.change", "event.change_date",
    "event.audit_person_days", "event.is_combined_audit",
    "event.is_reissue", "event.reissue", "event.reissue_date", "event.surveillance_number", "event.audit_first_date",
    "event.audit_last_date", "event.suspension_first_date", "event.suspension_last_date", "event.supersession",
    "event.withdrawal_date", "event.deciders", "period.first_date", "period.last_date",
})  # fmt: skip
"""Names of fields that columns may use."""
