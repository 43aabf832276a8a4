"""Planning: events in order become messages and notices, each once for each recipient.

The position after the events is stored in the same transaction, so a crash neither loses nor repeats a notice.
"""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import orjson

from rules.contracts import add_days
from service.base import instants, logs
from service.base.grpc_status import reason_of
from service.base.metrics import MAIL_FAILED
from service.base.refusals import STORE_FAILURES
from service.calendar.entries import CalendarSpan, EntryKind, compose_calendar, stored_entries
from service.cases.profile_versions import cached_profiles, case_context
from service.cases.step_context import PersonRegistry
from service.mail.mail_settings import known_zone
from service.mail.notice_kinds import AT_ONCE, CALENDAR, DAILY, OFF, NoticeKind, notice_kinds
from service.mail.recipients import Directory
from service.store.cases import SIGNATURE
from service.store.outbox import CASE_DUE, CASE_STEP_TAKEN, RESULT_CHANGE_EXPECTED, Event
from service.store.tables import MailMessageRow, MailNoticeRow

if TYPE_CHECKING:
    from service.cases.step_context import StepContext
    from service.gazette.versions import Gazette
    from service.mail.recipients import Recipient
    from service.store.cases import CaseReader
    from service.store.mail import MailStore
    from service.store.store import Store
    from service.store.tables import CaseRow, EndpointRow

_NO_CASE_DATA: Mapping[str, Any] = {}
Content = dict[str, Any]


@dataclass(slots=True)
class Plan:
    """Messages and notices to add."""

    messages: dict[str, MailMessageRow] = field(default_factory=dict)
    """By id."""
    notices: list[MailNoticeRow] = field(default_factory=list)


class Planner:
    """Planner of the messages of all organisations."""

    def __init__(self, store: Store, gazette: Gazette, *, retention_days: int) -> None:
        self._store, self._gazette, self._retention_days = store, gazette, retention_days

    def plan_events(self, before: EndpointRow, events: Sequence[Event]) -> int:
        """Add the messages of events, advance the endpoint behind them, and return the number of messages."""
        plan, first_time = Plan(), retention_start(self._retention_days)
        with self._store.cases.read_transaction() as reading:
            directories: dict[str, Directory] = {}
            cases = _Cases(reading, self._gazette)
            for event in (event for event in events if event.time >= first_time):
                for organization in [event.organization] if event.organization else self._store.mail.organizations():
                    if organization not in directories:
                        directories[organization] = Directory(reading, self._store.mail, organization)
                    try:
                        self._plan_event(plan, event, directories[organization], cases)
                    except Exception as error:  # an event that cannot be read must not block later ones
                        if reason_of(error) in STORE_FAILURES:
                            raise
                        MAIL_FAILED.labels("event").inc()
                        logs.error("mail_event_skipped", event_id=event.id, error=type(error).__name__)
        transaction = self._store.outbox.advancing(before, events[-1].position)
        self._store.mail.add([*plan.messages.values()], plan.notices, transaction)
        return len(plan.messages)

    def plan_documents(self, organization: str, days: int) -> int:
        """Add notices of documents that expire within `days`, each once, however often its subject is evaluated."""
        today = instants.today("Etc/UTC")
        span, plan, unread = CalendarSpan(today, add_days(today, days)), Plan(), list[str]()
        (kind,) = (kind for kind in notice_kinds().values() if CALENDAR in kind.events)
        with self._store.archive() as archive:
            stored = stored_entries(self._gazette, archive, organization, None, names=True, unread=unread)
            expiring = {
                _stable_id(entry.slots["about"], entry.slots["card"], entry.place): entry
                for entry in compose_calendar((), stored, span)
                if entry.kind is EntryKind.EVIDENCE_EXPIRES and not entry.overdue
            }
        noticed = self._store.mail.noticed(organization, kind.name)
        with self._store.cases.read_transaction() as reading:
            directory = Directory(reading, self._store.mail, organization)
            for id, entry in expiring.items():
                if id in noticed:
                    continue
                event = Event(0, id, CALENDAR, organization, instants.now(), entry.name, "{}")
                for case in reading.cases_of_subject(organization, str(entry.slots["about"])):
                    content = {
                        "form": "document", "case": case.name, "day": entry.day.isoformat(),
                        "card": entry.slots["card"],
                    }  # fmt: skip
                    _EventNotices(plan, event, kind, directory, self._store.mail).related(case, content)
        self._store.mail.add([*plan.messages.values()], plan.notices)
        return len(plan.messages)

    def _plan_event(self, plan: Plan, event: Event, directory: Directory, cases: _Cases) -> None:
        kinds = [kind for kind in notice_kinds().values() if event.type in kind.events]
        if not kinds or not directory.recipients:
            return
        data = orjson.loads(event.data)
        case = directory.reading.case(data["case"]) if data.get("case") else None
        if case is None and data.get("case"):
            return
        if case is not None and case.organization != directory.organization:
            return
        for kind in kinds:
            notices = _EventNotices(plan, event, kind, directory, self._store.mail)
            if case is not None and event.type == CASE_STEP_TAKEN:
                notices.step(cases.context(case), data)
            elif event.type == CASE_DUE:
                notices.due(None if case is None else cases.context(case), data)
            else:
                form = event.type.removeprefix("touchstone.").replace(".", "_")
                content = {**_named(data), "form": form}
                if event.type == RESULT_CHANGE_EXPECTED:
                    content["change"] = event.subject
                notices.related(case, content)


@dataclass(frozen=True, slots=True)
class _EventNotices:
    """Notices of one kind about one event, in one organisation."""

    plan: Plan
    event: Event
    kind: NoticeKind
    directory: Directory
    mail: MailStore

    def due(self, base: StepContext | None, data: Content) -> None:
        """Add notices of a due date of a case, or of a person without a case."""
        if data["kind"] not in self.kind.due_kinds:
            return
        content = {"form": data["stage"], "item": data["item"], "due": data["kind"], "day": data["dueDate"]}
        if base is None:
            self.related(None, {**content, "person": data["person"]})
        elif data["kind"] == SIGNATURE:
            for recipient in self.directory.renewers(self.kind, base.row):
                self._add(recipient, {**content, "case": base.row.name})
        elif "work" in self.kind.recipients:
            for recipient, _ in self.directory.workers(self.kind, base, data["item"], data["kind"]):
                self._add(recipient, {**content, "case": base.row.name})
        else:
            self.related(base.row, {**content, "case": base.row.name})

    def step(self, base: StepContext, data: Content) -> None:
        number = int(self.event.subject.rpartition("/")[2])
        targets = _targets(base, data["item"], number)
        if self.kind.steps:
            self._invite(base, data, targets[-1])
            return
        for item in targets:
            if self.kind.items and item.partition("/")[0] not in self.kind.items:
                continue
            earlier = [other for other in notice_kinds().values() if _precedes(other, self.kind)]
            for recipient, work in self.directory.workers(self.kind, base, item, ""):
                functions = {step.function for step in work.steps if not step.hindrance}
                if not any(_takes(other, item, functions) for other in earlier):
                    steps = sorted({step.step for step in work.steps if not step.hindrance})
                    self._add(recipient, {"form": "work", "case": base.row.name, "item": item, "steps": steps},
                    )  # fmt: skip

    def _invite(self, base: StepContext, data: Content, item: str) -> None:
        is_cancelled = data["step"] in self.kind.cancel_steps
        if not (is_cancelled or data["step"] in self.kind.steps):
            return
        if is_cancelled and not any(
            step.step in self.kind.steps and (not item or step.item in ("", item)) for step in base.steps
        ):
            return
        known = base.case_content if not item else _item_content(base, item)
        if not known.get("due_date"):
            return
        content = {
            "form": "cancelled" if is_cancelled else "invited", "case": base.row.name, "item": item,
            "day": known["due_date"], "sequence": int(self.event.subject.rpartition("/")[2]),
        }  # fmt: skip
        for recipient in self.directory.related(self.kind, base.row, known.get("team", ())):
            self._add(recipient, content)

    def related(self, case: CaseRow | None, content: Content) -> None:
        team = () if case is None else orjson.loads(case.content).get("team", ())
        person = content.get("person", "").rpartition("/")[2]
        for recipient in self.directory.related(self.kind, case, team, person=person):
            self._add(recipient, content)

    def _add(self, recipient: Recipient, content: Content) -> None:
        row, mode, now = recipient.row, self.kind.mode_of(recipient.row.modes), instants.now()
        if mode == OFF:
            return
        if mode == AT_ONCE:
            due_time, id = now, _stable_id(row.organization, recipient.key, self.event.id, self.kind.name)
        else:
            due_time = next_digest_time(now, row.zone, row.digest_hour)
            id = _stable_id(row.organization, recipient.key, DAILY, due_time)
            while id not in self.plan.messages and not self.mail.is_waiting(id):
                due_time = next_digest_time(due_time, row.zone, row.digest_hour)
                id = _stable_id(row.organization, recipient.key, DAILY, due_time)
        if id not in self.plan.messages:
            self.plan.messages[id] = MailMessageRow(
                id=id, organization=row.organization, account=row.account,
                kind=self.kind.name if mode == AT_ONCE else DAILY, create_time=now, due_time=due_time,
            )  # fmt: skip
        self.plan.notices.append(
            MailNoticeRow(
                organization=row.organization, recipient=recipient.key, event=_item_event(self.event, content),
                kind=self.kind.name, message=id, position=self.event.position, content=orjson.dumps(content).decode(),
            )
        )  # fmt: skip


class _Cases:
    """Contexts of cases in one transaction, with shared persons and profiles."""

    def __init__(self, reading: CaseReader, gazette: Gazette) -> None:
        self._reading, self._gazette = reading, gazette
        self._profile_of = cached_profiles(reading)
        self._registries: dict[str, PersonRegistry] = {}
        self._contexts: dict[str, StepContext] = {}

    def context(self, case: CaseRow) -> StepContext:
        if case.name not in self._contexts:
            registry = self._registries.setdefault(case.organization, PersonRegistry(self._reading, case.organization))
            base = case_context(self._reading, self._gazette, case, self._profile_of(case))
            self._contexts[case.name] = replace(base, registry=registry)
        return self._contexts[case.name]


def retention_start(days: int) -> str:
    """Return the time before which messages are deleted, and events not announced any more."""
    return instants.now_plus(timedelta(days=-days))


def next_digest_time(after: str, zone: str, hour: int) -> str:
    """Return the first instant after another when a time zone reaches an hour of the day."""
    zone_info = ZoneInfo(known_zone(zone))
    local = instants.time_of(after).astimezone(zone_info)
    for days in range(3):
        day = local.date() + timedelta(days=days)
        at_hour = datetime(day.year, day.month, day.day, hour, tzinfo=zone_info)
        instant = instants.instant_of(at_hour.astimezone(ZoneInfo("UTC")))
        if instant > after:
            return instant
    raise AssertionError("each day has each hour")


def _stable_id(*parts: str) -> str:
    return str(uuid.uuid5(uuid.NAMESPACE_URL, "\n".join(("touchstone:mail", *parts))))


def _item_event(event: Event, content: Content) -> str:
    """Return the identity of an event, or of one of the several items that it concerns."""
    item = content.get("item", "")
    return f"{event.id} {item}" if event.type == CASE_STEP_TAKEN and item else event.id


def _targets(base: StepContext, item: str, number: int) -> list[str]:
    """Return the item of a step, empty for the case, and the items that the step added."""
    added = [
        f"{row.kind}/{row.number}" for row in base.items if orjson.loads(row.content).get("raised_by") == number
    ]  # fmt: skip
    return list(dict.fromkeys((item, *added)))


def _item_content(base: StepContext, item: str) -> Mapping[str, Any]:
    for row in base.items:
        if f"{row.kind}/{row.number}" == item:
            content: Mapping[str, Any] = orjson.loads(row.content)
            return content
    return _NO_CASE_DATA


def _precedes(other: NoticeKind, kind: NoticeKind) -> bool:
    names = list(notice_kinds())
    return names.index(other.name) < names.index(kind.name) and CASE_STEP_TAKEN in other.events and not other.steps


def _takes(kind: NoticeKind, item: str, functions: set[str]) -> bool:
    return (not kind.items or item.partition("/")[0] in kind.items) and bool(functions & set(kind.functions))


def _named(data: Mapping[str, Any]) -> Content:
    """Return the names and days in the data of an event; conclusions, facts and reasons never go into mail."""
    names = ("case", "subject", "scorecardVersion", "table", "edition", "feed", "pull", "date", "firstDate")
    return {name: str(data[name]) for name in names if data.get(name)}
