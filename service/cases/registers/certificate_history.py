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
_MAINTAIN = "maintain"


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
        return next((step for step in self.steps if step.step == ISSUE and step.number == raised_by), None)

    def events(self, until: str) -> list[CertificateEvent]:
        """Return the events up to an instant, in order."""
        listed = [event for event in self._recorded() if event.time <= until]
        expiry = self._expiry(listed)
        return listed if expiry is None or expiry.time > until else [*listed, expiry]

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
        if not last or not recorded or recorded[-1].state not in workflow_steps.RUNNING:
            return None
        day = add_days(parse_date(last), 1)
        time = instants.first_instant_of(day, self.profile.time_zone)
        return CertificateEvent(EXPIRE, time, day, workflow_steps.EXPIRED)


def certificate_history(reading: CaseReader, case: CaseRow, item: CaseItemRow, profile: Profile) -> CertificateHistory:
    """Return the history of a numbered certificate."""
    return CertificateHistory(case, item, tuple(reading.steps(case.name)), profile)
