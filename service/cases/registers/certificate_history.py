"""Events of a certificate from the steps of its case: issue, changes, surveillance and expiry."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

import orjson

from rules.contracts import add_days, parse_date
from service.base import instants
from service.cases import workflow_steps

if TYPE_CHECKING:
    from service.cases.scheme_profiles import Profile
    from service.cases.step_context import Content
    from service.store.cases import CaseReader
    from service.store.tables import CaseItemRow, CaseRow, CaseStepRow

ISSUE, EXPIRE, SURVEILLANCE = "issue", "expire", "surveillance"
_CHANGES = frozenset({"suspend", "reinstate", "reduce", "withdraw", "supersede", "cancel"})
_ISSUING = frozenset({"issue", "issue_renewal"})
_MAINTAIN = "maintain"
_PLANS = {"": "plan", "surveillances": "survey", "recertifications": "recertify"}
"""Steps that plan an audit, by the kind of item that they make; the number of an item counts these steps."""


@dataclass(frozen=True, slots=True)
class CertificateEvent:
    """Event of a certificate and the state after it; an expiry has no step."""

    kind: str
    time: str
    day: date
    """Civil date in the time zone of the profile."""
    state: str
    step: CaseStepRow | None = None

    @property
    def content(self) -> Content:
        known: Content = {} if self.step is None else orjson.loads(self.step.content)
        return known

    @property
    def key(self) -> str:
        """Identity of the event among all events of a certification body."""
        return "expire" if self.step is None else f"{self.step.case_name}/steps/{self.step.number}"


@dataclass(frozen=True)
class CertificateHistory:
    """Numbered certificate with its case, steps and profile."""

    case: CaseRow
    item: CaseItemRow
    steps: tuple[CaseStepRow, ...]
    profile: Profile

    @cached_property
    def content(self) -> Content:
        known: Content = orjson.loads(self.item.content)
        return known

    @property
    def name(self) -> str:
        return f"{self.item.kind}/{self.item.number}"

    @property
    def number(self) -> str:
        return str(self.content["number"])

    @cached_property
    def issue_step(self) -> CaseStepRow | None:
        raised_by = self.content.get("raised_by")
        return next((step for step in self.steps if step.step in _ISSUING and step.number == raised_by), None)

    @property
    def predecessor(self) -> str:
        """Number of the certificate that this one replaced; empty if none."""
        return str(self.content.get("predecessor", ""))

    def audit_of(self, event: CertificateEvent) -> str:
        """Return the surveillance or recertification of an issue or surveillance; empty for the audit of the case."""
        if event.kind == SURVEILLANCE and event.step is not None:
            return event.step.item
        return str(self.content.get("recertification", ""))

    def plan_of(self, event: CertificateEvent) -> Content:
        """Return the content of the step that planned the audit of an issue or surveillance; empty if none."""
        kind, _, number = self.audit_of(event).partition("/")
        planned = [step for step in self.steps if step.step == _PLANS[kind]]
        chosen = planned[int(number) - 1 :][:1] if number else planned[-1:]
        return orjson.loads(chosen[0].content) if chosen else {}

    def events(self, until: str) -> list[CertificateEvent]:
        """Return the events up to an instant, in order."""
        listed = [event for event in self._recorded() if event.time <= until]
        expiry = self._expiry(listed)
        if expiry is None or expiry.time > until:
            return listed
        return sorted([*listed, expiry], key=lambda event: event.time)  # a renewal can supersede an expired one

    def _recorded(self) -> Iterator[CertificateEvent]:
        state = ""
        for step in self.steps:
            if step is self.issue_step:
                state = workflow_steps.FIRST_STATES[workflow_steps.CERTIFICATE]
                yield self._event(ISSUE, step, state)
            elif step.item == self.name and step.step in _CHANGES:
                state = step.to_state
                yield self._event(step.step, step, state)
            elif step.step == _MAINTAIN and state in workflow_steps.RUNNING and not self._is_over(step):
                yield self._event(SURVEILLANCE, step, state)

    def _event(self, kind: str, step: CaseStepRow, state: str) -> CertificateEvent:
        return CertificateEvent(kind, step.time, instants.day_of(step.time, self.profile.time_zone), state, step)

    def _is_over(self, step: CaseStepRow) -> bool:
        last = self.content.get("last_date", "")
        return bool(last) and instants.day_of(step.time, self.profile.time_zone).isoformat() > last

    def _expiry(self, recorded: list[CertificateEvent]) -> CertificateEvent | None:
        last = self.content.get("last_date")
        if not last:
            return None
        day = add_days(parse_date(last), 1)
        time = instants.first_instant_of(day, self.profile.time_zone)
        before = [event.state for event in recorded if event.time < time]
        if not before or before[-1] not in workflow_steps.RUNNING:
            return None
        return CertificateEvent(EXPIRE, time, day, workflow_steps.EXPIRED)


def certificate_history(reading: CaseReader, case: CaseRow, item: CaseItemRow, profile: Profile) -> CertificateHistory:
    """Return the history of a numbered certificate."""
    return CertificateHistory(case, item, tuple(reading.steps(case.name)), profile)
