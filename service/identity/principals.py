"""Principal of a call: organisation, roles, and what it may see; a context variable of the call."""

from __future__ import annotations

from contextvars import ContextVar
from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What somebody is trusted with; what each may call, `permissions.py` says."""

    ASSESSOR = "assessor"
    REVIEWER = "reviewer"
    DECIDER = "decider"
    RULE_AUTHOR = "rule-author"
    RULE_APPROVER = "rule-approver"
    REGULATOR = "regulator"
    INTEGRATOR = "integrator"
    OPERATOR = "operator"
    APPLICANT = "applicant"


WITHOUT_ORGANIZATION = frozenset({Role.REGULATOR, Role.OPERATOR})
"""The roles that can be had without belonging to an organisation."""


class PrincipalKind(StrEnum):
    """How a caller was recognised."""

    LOCAL = "local"
    API_KEY = "api_key"
    TOKEN = "token"  # noqa: S105 -- a kind of credential, not one
    CERTIFICATE = "certificate"
    ACCOUNT = "account"
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class Principal:
    """Who calls; `organization` is the id of its organisation, empty if it belongs to none.

    Whoever acts for a client has no other role, whatever a provider or a list of certificates gives them besides.
    """

    id: str
    kind: PrincipalKind
    organization: str = ""
    roles: frozenset[Role] = frozenset()

    def __post_init__(self) -> None:
        """Leave an applicant that role alone."""
        if Role.APPLICANT in self.roles:
            object.__setattr__(self, "roles", frozenset({Role.APPLICANT}))

    @property
    def account(self) -> str:
        """Name its account, as persons are registered with it."""
        return f"{self.kind.value}/{self.id}"

    @property
    def identity(self) -> dict[str, str]:
        """Say who it is, as it is noted with what it did."""
        return {"id": self.id, "kind": self.kind.value, "organization": self.organization}

    @property
    def may_everything(self) -> bool:
        """Say whether it is whoever calls on this machine, where nobody is asked for an identity."""
        return self.kind is PrincipalKind.LOCAL

    @property
    def knows_others(self) -> bool:
        """Say whether it may be told what other organisations have stored."""
        return self.may_everything or bool(self.roles & WITHOUT_ORGANIZATION)

    def reaches(self, organization: str) -> bool:
        """Say whether it may be told what an organisation has stored."""
        return self.knows_others or (bool(organization) and organization == self.organization)


LOCAL = Principal("local", PrincipalKind.LOCAL)
"""Whoever calls where no identity is asked for."""
NOBODY = Principal("nobody", PrincipalKind.NOBODY)
"""Whoever asks for what is public; who they are is not asked."""

_CALLER: ContextVar[Principal] = ContextVar("caller")


def caller() -> Principal:
    """Give whoever makes the call that is being answered.

    Raises:
        LookupError: no call is being answered, so nothing may be told or done in anybody's name.
    """
    return _CALLER.get()


def knows_others() -> bool:
    """Say whether whoever makes the call that is being answered may be told what other organisations have stored."""
    principal = _CALLER.get(None)
    return principal is not None and principal.knows_others


def visibility_scope() -> str:
    """Name what the call that is being answered may see, so that pages for some are no pages for others."""
    principal = _CALLER.get(None)
    if principal is None:
        return ""
    return "*" if principal.knows_others else principal.organization


def quota_key() -> str:
    """Name whose share of what all callers have the call that is being answered uses; nobody's where none is asked."""
    principal = _CALLER.get(None)
    if principal is None or principal.may_everything:
        return ""
    return f"organizations/{principal.organization}" if principal.organization else principal.account


def set_principal(principal: Principal) -> None:
    """Let the rest of the call that is being answered be made by this principal."""
    _CALLER.set(principal)
