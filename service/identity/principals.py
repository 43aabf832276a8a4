"""Principal of a call: organization, roles and visibility, in a context variable."""

from __future__ import annotations

from contextvars import ContextVar
from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """Role of a principal; `permissions.py` defines its calls."""

    ASSESSOR = "assessor"
    REVIEWER = "reviewer"
    DECIDER = "decider"
    RULE_AUTHOR = "rule-author"
    RULE_APPROVER = "rule-approver"
    REGULATOR = "regulator"
    INTEGRATOR = "integrator"
    OPERATOR = "operator"
    APPLICANT = "applicant"


def role_names() -> tuple[str, ...]:
    """Return the names of all roles."""
    return tuple(role.value for role in Role)


WITHOUT_ORGANIZATION = frozenset({Role.REGULATOR, Role.OPERATOR})


class PrincipalKind(StrEnum):
    """Authentication method of a caller."""

    LOCAL = "local"
    API_KEY = "api_key"
    TOKEN = "token"  # noqa: S105 -- a kind of credential, not a secret
    CERTIFICATE = "certificate"
    ACCOUNT = "account"
    PULL = "pull"
    """Scheduled pull of this server, which calls as its organization with the role integrator."""
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class Principal:
    """Authenticated caller; `organization` is an id, or empty.

    An applicant never has another role, even if the identity provider adds some.
    """

    id: str
    kind: PrincipalKind
    organization: str = ""
    roles: frozenset[Role] = frozenset()

    def __post_init__(self) -> None:
        if Role.APPLICANT in self.roles:
            object.__setattr__(self, "roles", frozenset({Role.APPLICANT}))

    @property
    def account(self) -> str:
        return f"{self.kind.value}/{self.id}"

    @property
    def identity(self) -> dict[str, str]:
        return {"id": self.id, "kind": self.kind.value, "organization": self.organization}

    @property
    def may_everything(self) -> bool:
        """Whether the caller is on this machine and needs no authentication."""
        return self.kind is PrincipalKind.LOCAL

    @property
    def knows_others(self) -> bool:
        return self.may_everything or bool(self.roles & WITHOUT_ORGANIZATION)

    def reaches(self, organization: str) -> bool:
        return self.knows_others or (bool(organization) and organization == self.organization)


LOCAL = Principal("local", PrincipalKind.LOCAL)
NOBODY = Principal("nobody", PrincipalKind.NOBODY)

_CALLER: ContextVar[Principal] = ContextVar("caller")


def caller() -> Principal:
    """Return the principal of the current call; raise LookupError outside a call."""
    return _CALLER.get()


def knows_others() -> bool:
    """Return whether the current caller may see data of other organizations."""
    principal = _CALLER.get(None)
    return principal is not None and principal.knows_others


def visibility_scope() -> str:
    """Return the visibility scope of the current call, to bind page tokens to it."""
    principal = _CALLER.get(None)
    if principal is None:
        return ""
    return "*" if principal.knows_others else principal.organization


def quota_key() -> str:
    """Return the quota owner of the current call; empty for local calls or without a caller."""
    principal = _CALLER.get(None)
    if principal is None or principal.may_everything:
        return ""
    return f"organizations/{principal.organization}" if principal.organization else principal.account


def set_principal(principal: Principal) -> None:
    """Set the principal of the current call."""
    _CALLER.set(principal)
