"""AccountService: invitation, roles, password renewal and end of local accounts."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from rules.contracts import InputError, Violation, did_you_mean_or_known, message_factory
from service.accounts.local_accounts import is_account_name, new_account, renew_password
from service.api.service_dependencies import ServiceContext, answers_in_threads, require_store
from service.base import instants, logs
from service.base.refusals import Reason, Refusal
from service.base.resource_names import ACCOUNT_PATTERN, ID_PATTERN, malformed, parse_organization
from service.identity.permissions import check_applicant_role
from service.identity.principals import Role, caller
from service.store.cases import ACCOUNTS
from touchstone.v1 import account_service_pb2

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from service.store.store import Store
    from service.store.tables import AccountRow

_message = message_factory(__name__)

_SERVICE = account_service_pb2.DESCRIPTOR.services_by_name["AccountService"]
_RESOURCE = re.compile(rf"organizations/({ID_PATTERN})/accounts/({ACCOUNT_PATTERN})\Z")
_ROLES = tuple(role.value for role in Role)


@dataclass(frozen=True, slots=True)
class LocalAccounts:
    """Account methods for the operators of organisations."""

    store: Store

    def create(self, request: account_service_pb2.CreateAccountRequest) -> account_service_pb2.AccountInvitation:
        organization = parse_organization(request.parent, field="parent")
        roles = _checked_roles(request.roles)
        if not is_account_name(request.account):
            message = _message("NO_ACCOUNT_NAME", found=request.account[:80])
            raise InputError.of("account", message, "MALFORMED" if request.account else "REQUIRED")
        try:
            password = new_account(
                self.store.accounts, request.account, organization, roles, is_invited=True, changed_by=caller().account
            )
        except InputError as error:
            raise _at_field("account", error) from None
        logs.info("account_made", account=request.account, roles=sorted(roles))
        return self._invitation(organization, request.account, password)

    def list_accounts(
        self, request: account_service_pb2.ListAccountsRequest
    ) -> account_service_pb2.ListAccountsResponse:
        organization = parse_organization(request.parent, field="parent")
        changes = self.store.accounts.changes(organization)
        rows = (row for row in self.store.accounts.all() if row.organization == organization)
        return account_service_pb2.ListAccountsResponse(
            accounts=[_account(row, changes.get(row.name, ())) for row in rows]
        )

    def set_roles(self, request: account_service_pb2.SetAccountRolesRequest) -> account_service_pb2.Account:
        row, roles = self._find(request.name), _checked_roles(request.roles)
        self._check_not_own(row)
        self._check_in_use(row)
        self._change(row, roles=json.dumps(sorted(roles)))
        logs.info("account_roles_set", account=row.name, roles=sorted(roles))
        return _account(self._find(request.name))

    def renew(self, request: account_service_pb2.RenewAccountPasswordRequest) -> account_service_pb2.AccountInvitation:
        row = self._find(request.name)
        self._check_not_own(row)
        self._check_in_use(row)
        password = renew_password(self.store.accounts, row.name, caller().account)
        return self._invitation(row.organization, row.name, password)

    def end(self, request: account_service_pb2.EndAccountRequest) -> account_service_pb2.Account:
        row = self._find(request.name)
        self._check_not_own(row)
        if row.end_time is None:
            self._change(row, end_time=instants.now())
            logs.info("account_ended", account=row.name)
        return _account(self._find(request.name))

    def _invitation(self, organization: str, name: str, password: str) -> account_service_pb2.AccountInvitation:
        account = _account(self._find(f"organizations/{organization}/accounts/{name}"))
        return account_service_pb2.AccountInvitation(account=account, first_password=password)

    def _find(self, name: str) -> AccountRow:
        match = _RESOURCE.match(name)
        if match is None:
            raise InputError((malformed("name", name, _message("ACCOUNT_RESOURCE")),))
        organization, account = match.groups()
        row = self.store.accounts.find(account)
        if row is None or row.organization != organization:
            names = [other.name for other in self.store.accounts.all() if other.organization == organization]
            hint = did_you_mean_or_known(account, names)
            raise Refusal(Reason.ACCOUNT_NOT_FOUND, _message("NO_ACCOUNT", name=account[:80], hint=hint))
        return row

    def _check_not_own(self, row: AccountRow) -> None:
        own, account = caller().account, f"account/{row.name}"
        with self.store.cases.read_transaction() as cases:
            holder = cases.id_by_label(row.organization, ACCOUNTS, account)
            is_own = own == account or bool(holder and holder == cases.id_by_label(row.organization, ACCOUNTS, own))
        if is_own:
            raise Refusal(Reason.STEP_NOT_ALLOWED, _message("OWN_ACCOUNT", account=row.name))

    @staticmethod
    def _check_in_use(row: AccountRow) -> None:
        if row.end_time is not None:
            raise Refusal(Reason.STEP_NOT_ALLOWED, _message("ACCOUNT_ENDED", account=row.name, time=row.end_time))

    def _change(self, row: AccountRow, **values: str) -> None:
        if not self.store.accounts.change_keeping(Role.OPERATOR, row.name, caller().account, **values):
            raise Refusal(Reason.STEP_NOT_ALLOWED, _message("LAST_OPERATOR", account=row.name))


def _checked_roles(roles: Iterable[str]) -> frozenset[str]:
    requested = frozenset(roles)
    for role in sorted(requested - set(_ROLES)):
        raise InputError.of("roles", _message("NO_ACCOUNT_ROLE", found=role[:80], known=_ROLES), "WRONG_VALUE")
    if not requested:
        raise InputError.of("roles", _message("ROLE_REQUIRED", known=_ROLES), "REQUIRED")
    try:
        check_applicant_role(requested)
    except InputError as error:
        raise _at_field("roles", error) from None
    return requested


def _at_field(field: str, error: InputError) -> InputError:
    return InputError(
        tuple(Violation(field, violation.description, violation.reason) for violation in error.violations)
    )


def _account(row: AccountRow, changes: Sequence[Mapping[str, Any]] = ()) -> account_service_pb2.Account:
    account = account_service_pb2.Account(
        name=f"organizations/{row.organization}/accounts/{row.name}",
        account=row.name,
        roles=json.loads(row.roles),
        create_time=instants.to_timestamp(row.create_time),
        changes=[
            account_service_pb2.AccountChange(
                time=instants.to_timestamp(change["time"]),
                changed_by=change.get("changed_by", ""),
                roles=change["roles"],
            )
            for change in changes
        ],
    )
    if row.end_time is not None:
        account.end_time.CopyFrom(instants.to_timestamp(row.end_time))
    if row.first_until is not None:
        account.invitation_expire_time.CopyFrom(instants.to_timestamp(row.first_until))
    return account


def add(parts: ServiceContext) -> None:
    """Register the account methods."""
    accounts = LocalAccounts(require_store(parts))
    reading = answers_in_threads(parts.limiters.reading, {"ListAccounts": accounts.list_accounts})
    writing = answers_in_threads(
        parts.limiters.trying,
        {
            "CreateAccount": accounts.create,
            "SetAccountRoles": accounts.set_roles,
            "RenewAccountPassword": accounts.renew,
            "EndAccount": accounts.end,
        },
    )
    parts.answer(_SERVICE, reading, writing)
