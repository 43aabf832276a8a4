"""Recipients of notices: people with a confirmed address, their permissions, and the work that waits for them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextvars import copy_context
from dataclasses import dataclass
from functools import cached_property, partial
from typing import TYPE_CHECKING, TypeVar

import orjson

from service.cases.case_work import awaited_functions, work_of_caller
from service.cases.client_side import is_decided
from service.identity.permissions import permission
from service.identity.principals import Principal, PrincipalKind, Role, role_names, set_principal
from service.store.accounts import KNOWN_HERE, roles_by_account
from service.store.cases import PERSONS
from service.store.mail import CONFIRMED

if TYPE_CHECKING:
    from collections.abc import Callable

    from service.cases.step_context import StepContext
    from service.mail.notice_kinds import NoticeKind
    from service.store.cases import CaseReader
    from service.store.mail import MailStore
    from service.store.tables import CaseRow, MailAddressRow
    from touchstone.v1 import case_service_pb2

_Result = TypeVar("_Result")
_ROLE = "role:"
_RENEW = "/touchstone.v1.CaseService/RenewCertificateSignatures"


@dataclass(frozen=True, slots=True)
class Recipient:
    """Account with an address. `person` is an id, `client` a resource name; each is empty if there is none."""

    row: MailAddressRow
    principal: Principal
    person: str
    client: str

    @property
    def key(self) -> str:
        """Identity for deduplication: a person with several accounts is one recipient."""
        return f"person/{self.person}" if self.person else self.row.account

    def may_see(self, kind: NoticeKind, case: CaseRow | None) -> bool:
        """Return whether the person may open the item of a notice, now."""
        if not self.principal.roles & permission(f"/touchstone.v1.{kind.call}").own:
            return False
        if case is None or Role.APPLICANT not in self.principal.roles:
            return case is None or case.organization == self.row.organization
        is_own = bool(self.client) and case.client == self.client and case.organization == self.row.organization
        return is_own and (is_decided(case) or not kind.decided)


class Directory:
    """Recipients of an organisation in one transaction, and their relations to cases."""

    def __init__(self, reading: CaseReader, mail: MailStore, organization: str) -> None:
        self.reading, self._mail, self.organization = reading, mail, organization

    @cached_property
    def recipients(self) -> Sequence[Recipient]:
        """Recipients in the order of their accounts; of a person's accounts only the first."""
        first: dict[str, Recipient] = {}
        for recipient in self._by_account.values():
            first.setdefault(recipient.key, recipient)
        return list(first.values())

    @cached_property
    def _person_by_account(self) -> Mapping[str, tuple[str, str]]:
        by_account = {}
        for row in self.reading.documents(self.organization, PERSONS):
            document = orjson.loads(row.document)
            client = document.get("client", "")
            name = f"organizations/{self.organization}/clients/{client}" if client else ""
            by_account.update(dict.fromkeys(document.get("accounts", ()), (row.id, name)))
        return by_account

    @cached_property
    def _by_account(self) -> Mapping[str, Recipient]:
        rows = self._mail.addresses(self.organization, state=CONFIRMED)
        persons = self._person_by_account if rows else {}
        known = roles_by_account(self.reading.connection, self.organization) if rows else {}
        found = (_recipient(row, known, persons) for row in rows)
        return {recipient.row.account: recipient for recipient in found if recipient is not None}

    def of_account(self, account: str) -> Recipient | None:
        """Return the recipient of a message that was planned for an account, which may not be the first any more."""
        return self._by_account.get(account)

    def related(
        self, kind: NoticeKind, case: CaseRow | None, team: Iterable[str], *, person: str = ""
    ) -> Iterator[Recipient]:
        """Yield the recipients with a declared relation to a case or a role, who may see the item."""
        members = frozenset(team)
        roles = {name.removeprefix(_ROLE) for name in kind.recipients if name.startswith(_ROLE)}
        for recipient in self.recipients:
            is_client = "client" in kind.recipients and case is not None and recipient.client == case.client
            in_team = "team" in kind.recipients and recipient.person in members
            has_role = bool(roles & {role.value for role in recipient.principal.roles})
            is_person = "person" in kind.recipients and bool(person) and recipient.person == person
            if (is_client or in_team or has_role or is_person) and recipient.may_see(kind, case):
                yield recipient

    def renewers(self, kind: NoticeKind, case: CaseRow) -> Iterator[Recipient]:
        """Yield the recipients who may renew the PDF signatures of a case."""
        roles = permission(_RENEW).own
        yield from (each for each in self.recipients if each.principal.roles & roles and each.may_see(kind, case))

    def workers(
        self, kind: NoticeKind, base: StepContext, item: str, due_kind: str
    ) -> Iterator[tuple[Recipient, case_service_pb2.WorkItem]]:
        """Yield the recipients who find an item on their page *My work* now, with the entry of that page."""
        system = Principal("mail", PrincipalKind.NOBODY, self.organization, frozenset())
        functions = as_principal(system, lambda: awaited_functions(base, item, due_kind))
        if kind.functions and not functions.keys() & set(kind.functions):
            return
        candidates = [self._by_person[id] for persons in functions.values() for id in persons if id in self._by_person]
        if "client" in functions:
            candidates += self._by_client.get(base.row.client, ())
            candidates += self._integrators
        for recipient in {recipient.key: recipient for recipient in candidates}.values():
            if recipient.person and recipient.may_see(kind, base.row):
                work = as_principal(recipient.principal, partial(work_of_caller, base, item, due_kind))
                if work is not None and _fits(kind, work):
                    yield recipient, work

    @cached_property
    def _by_person(self) -> Mapping[str, Recipient]:
        return {recipient.person: recipient for recipient in self.recipients if recipient.person}

    @cached_property
    def _by_client(self) -> Mapping[str, Sequence[Recipient]]:
        by_client: dict[str, list[Recipient]] = defaultdict(list)
        for recipient in self.recipients:
            if recipient.client:
                by_client[recipient.client].append(recipient)
        return by_client

    @cached_property
    def _integrators(self) -> Sequence[Recipient]:
        return [recipient for recipient in self.recipients if Role.INTEGRATOR in recipient.principal.roles]


def _fits(kind: NoticeKind, work: case_service_pb2.WorkItem) -> bool:
    waiting = {step.function for step in work.steps if not step.hindrance}
    return not kind.functions or bool(waiting & set(kind.functions))


def _recipient(
    row: MailAddressRow, known: Mapping[str, frozenset[str]], persons: Mapping[str, tuple[str, str]]
) -> Recipient | None:
    """Return a recipient; None if the account ended or has no role any more."""
    kind, _, id = row.account.partition("/")
    roles = known.get(row.account, frozenset()) if kind in KNOWN_HERE else frozenset(orjson.loads(row.roles))
    if not roles:
        return None
    person, client = persons.get(row.account, ("", ""))
    known_roles = frozenset(Role(role) for role in roles if role in role_names())  # a later version may end a role
    principal = Principal(id, PrincipalKind(kind), row.organization, known_roles)
    return Recipient(row, principal, person, client)


def as_principal(principal: Principal, work: Callable[[], _Result]) -> _Result:
    """Run a function as if this principal had called it."""

    def run() -> _Result:
        set_principal(principal)
        return work()

    return copy_context().run(run)
