"""Context of a case step for its guards.

A guard returns None, raises InputError for a field, or raises Refusal. Unknown data also blocks a step.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence, Set as AbstractSet
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any

import orjson

from rules.contracts import (
    DateError,
    InputError,
    Message,
    TrailError,
    error_message,
    message_factory,
    parse_date,
)
from service.base import instants
from service.base.refusals import Reason, Refusal
from service.base.resource_names import ID_PATTERN, parse_card
from service.cases.workflow_steps import CASE, KINDS, LATER_EVALUATIONS, open_steps
from service.identity.principals import caller
from service.store.accounts import KNOWN_HERE, roles_by_account
from service.store.months import archived_refusal
from service.store.stored_records import unpack
from service.store.writer import find_evaluation

if TYPE_CHECKING:
    from rules.contracts import WrittenSteps
    from service.cases.scheme_profiles import Profile
    from service.cases.workflow_steps import WorkflowStep
    from service.gazette.versions import Gazette
    from service.store.cases import CaseReader
    from service.store.tables import CaseItemRow, CaseRow, CaseStepRow, EvaluationRow

_message = message_factory(__name__)
_NOT_INHERITED = (
    "evaluation", "previous_evaluation", "record_digest", "dossier_revision", "result", "report_digest",
    "decision_digest", "conditions", "conditions_zh", "team", "sites", "sampling", "due_date",
    "site_sampling", "audit_time", "computed_time",
)  # fmt: skip
_AREA = re.compile(rf"{ID_PATTERN}\Z")
Content = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Actor:
    """Person who takes a step; `roles` is None if unknown."""

    person: str
    account: str
    known: Content
    roles: frozenset[str] | None = None

    @property
    def name(self) -> str:
        return str(self.known.get("display_name") or self.person)

    def took(self, step: CaseStepRow) -> bool:
        return step.person == self.person or step.account in {self.account, *self.known.get("accounts", ())}


class PersonRegistry:
    """Cached persons and merged clients of an organisation."""

    def __init__(self, reader: CaseReader, organization: str) -> None:
        self._reader, self._organization = reader, organization
        self._merged: dict[str, frozenset[str]] = {}
        self.eligible_persons: dict[tuple[object, ...], list[str]] = {}
        """Cached ids of eligible persons, by everything that eligibility depends on."""

    @cached_property
    def persons(self) -> Sequence[tuple[str, Content]]:
        rows = self._reader.documents(self._organization, "persons")
        return [(row.id, orjson.loads(row.document)) for row in rows]

    @cached_property
    def actors(self) -> Sequence[Actor]:
        return [Actor(id, "", known, self.roles(known)) for id, known in self.persons]

    def name(self, person: str) -> str:
        return self._names.get(person, person)

    @cached_property
    def _names(self) -> Mapping[str, str]:
        return {actor.person: actor.name for actor in self.actors}

    def merged_into(self, client: str) -> frozenset[str]:
        if client not in self._merged:
            rows = self._reader.documents(self._organization, "clients", label=f"merged:{client}")
            self._merged[client] = frozenset((client, *(row.id for row in rows)))
        return self._merged[client]

    @cached_property
    def _roles(self) -> Mapping[str, frozenset[str]]:
        return roles_by_account(self._reader.connection, self._organization)

    def roles(self, known: Content) -> frozenset[str] | None:
        """Return a person's roles; None if unknown or not checked.

        A person without an account can still sign decisions with a key.
        """
        accounts = known.get("accounts", ())
        if (
            not accounts
            or caller().may_everything
            or any(account.partition("/")[0] not in KNOWN_HERE for account in accounts)
        ):
            return None
        return frozenset().union(*(self._roles.get(account, ()) for account in accounts))


@dataclass(frozen=True)
class StepContext:
    """Guard input: step, actor, submitted content and stored case."""

    case_reader: CaseReader
    gazette: Gazette
    profile: Profile
    step: WorkflowStep
    actor: Actor
    row: CaseRow
    item: CaseItemRow | None
    items: Sequence[CaseItemRow]
    steps: Sequence[CaseStepRow]
    submitted_content: Content
    registry: PersonRegistry
    deciders: tuple[str, ...] = ()

    @cached_property
    def day(self) -> date:
        return instants.today(self.profile.time_zone)

    @cached_property
    def case_content(self) -> Content:
        known: Content = orjson.loads(self.row.content)
        return known

    @cached_property
    def content(self) -> Content:
        if self.item is None or self.kind not in LATER_EVALUATIONS:
            return self.case_content
        known = {name: value for name, value in self.case_content.items() if name not in _NOT_INHERITED}
        return {**known, **self.item_content}

    @property
    def item_name(self) -> str:
        return "" if self.item is None else f"{self.item.kind}/{self.item.number}"

    @cached_property
    def item_content(self) -> Content:
        known: Content = {} if self.item is None else orjson.loads(self.item.content)
        return known

    @property
    def client_id(self) -> str:
        return self.row.client.rpartition("/")[2]

    @cached_property
    def client(self) -> Content:
        row = self.case_reader.document(self.row.organization, "clients", self.client_id)
        if row is None:
            raise InputError.of("client", _message("NO_CLIENT", name=self.row.client), "NOT_FOUND")
        known: Content = orjson.loads(row.document)
        return known

    @cached_property
    def evaluation(self) -> EvaluationRow:
        name = self.submitted_content.get("evaluation") or self.content.get("evaluation", "")
        row = find_evaluation(self.case_reader.connection, name)
        if row is None and (archived := archived_refusal(self.case_reader.connection, name)) is not None:
            raise archived
        if row is None or row.organization != self.row.organization:
            raise InputError.of("content.evaluation", _message("NO_EVALUATION", name=name), "NOT_FOUND")
        return row

    @cached_property
    def written_steps(self) -> WrittenSteps:
        try:
            return unpack(self.evaluation.record)
        except TrailError as error:
            raise step_refused(
                _message("UNREADABLE", name=self.evaluation.name, problem=error_message(error))
            ) from None

    def involved(self, actor: Actor, functions: AbstractSet[str], *, item: str | None = None) -> CaseStepRow | None:
        for step in self.steps:
            if step.function in functions and item in (None, step.item) and actor.took(step):
                return step
        return None

    @property
    def kind(self) -> str:
        return CASE if self.item is None else KINDS[self.item.kind]

    @property
    def state(self) -> str:
        return self.row.state if self.item is None else self.item.state

    def open_steps(self) -> Iterator[WorkflowStep]:
        return open_steps(self.kind, self.state, self.profile)

    def guards_of(self, step: WorkflowStep) -> tuple[str, ...]:
        return (*step.guards, *self.profile.guards.get(f"{self.kind}.{step.step}", ()))


def step_refused(message: Message) -> Refusal:
    """Return a refusal of the step."""
    return Refusal(Reason.STEP_NOT_ALLOWED, message)


def wrong_content(field: str, message: Message, reason: str = "WRONG_VALUE") -> InputError:
    """Return an InputError for submitted content."""
    return InputError.of(f"content.{field}", message, reason)


def read_day(content: Content, field: str) -> date:
    """Return a submitted date."""
    return parse_day(str(content[field]), f"content.{field}")


def parse_day(text: str, field: str) -> date:
    """Return a date; raise InputError if malformed."""
    try:
        return parse_date(text)
    except DateError as error:
        raise InputError.of(field, _message("NO_DAY", problem=error_message(error)), "MALFORMED") from None


def card_id(step_context: StepContext) -> str:
    """Return the submitted scorecard id, else that of the case."""
    named = step_context.submitted_content.get("scorecard") or step_context.content.get("scorecard", "")
    return parse_card(named, field="content.scorecard").card


def check_area(area: str, field: str) -> None:
    """Raise InputError if a text is not the id of a technical area."""
    if _AREA.match(area) is None:
        raise InputError.of(field, _message("NO_AREA", found=area[:80]), "MALFORMED")


Guard = Callable[[StepContext], None]
