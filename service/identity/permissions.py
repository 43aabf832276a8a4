"""What may a caller do? One table, `permissions.toml`: method by role, in the own organisation and in others."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from rules.contracts.messages import speaker
from rules.contracts.toml_files import read_toml
from service.base.refusals import Reason, Refusal
from service.identity.principals import Role

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from google.protobuf.message import Message

    from service.identity.principals import Principal

_say = speaker(__name__)

_UNDER = "organizations/"


@dataclass(frozen=True, slots=True)
class Permission:
    """Who may call one method. Without `places`, where a request names an organisation, `own` decides alone."""

    anybody: bool
    places: tuple[str, ...]
    own: frozenset[Role]
    other: frozenset[Role]


_CLOSED = Permission(anybody=False, places=(), own=frozenset(), other=frozenset())


@cache
def permissions() -> Mapping[str, Permission]:
    """Read the table, by the full name of the method."""
    return {
        method: Permission(
            anybody=bool(row.get("anybody")),
            places=tuple(row.get("places", ())),
            own=frozenset(map(Role, row.get("own", row.get("roles", ())))),
            other=frozenset(map(Role, row.get("other", ()))),
        )
        for method, row in read_toml(__name__.rpartition(".")[0], "permissions.toml").items()
    }


def permission(method: str) -> Permission:
    """Give who may call a method, named as gRPC does; one that the table lacks is closed."""
    return permissions().get(method.removeprefix("/"), _CLOSED)


def check_role(method: str, principal: Principal) -> None:
    """Refuse who may not call a method at all.

    Raises:
        Refusal: none of its roles may.
    """
    allowed = permission(method)
    if allowed.anybody or principal.may_everything or principal.roles & (allowed.own | allowed.other):
        return
    raise _role_needed(method, principal, allowed.own | allowed.other)


def check_organizations(method: str, principal: Principal, request: Message) -> None:
    """Refuse what lies under an organisation in which the caller may not do this, whether it is there or not.

    Raises:
        Refusal: some name in the request lies there.
    """
    allowed = permission(method)
    if principal.may_everything or not allowed.places:
        return
    for organization in _organizations(request, allowed.places):
        if principal.roles & allowed.other:
            continue
        if organization != principal.organization or not organization:
            raise Refusal(
                Reason.OTHER_ORGANIZATION,
                _say("OTHER_ORGANIZATION", found=organization[:80], roles=_named(allowed.other)),
            )
        if not principal.roles & allowed.own:
            raise _role_needed(method, principal, allowed.own)


def organization_meant(method: str, principal: Principal, request: Message) -> str:
    """Give the organisation for which a call is made: that of what it names, else that of the caller."""
    return next(filter(None, _organizations(request, permission(method).places)), principal.organization)


def _organizations(request: Message, places: tuple[str, ...]) -> Iterator[str]:
    """Give the organisation of each name; whatever is no such name the method itself refuses."""
    for place in places:
        *parents, last = place.split(".")
        message = request
        for parent in parents:
            message = getattr(message, parent)
        name = getattr(message, last)
        if name.startswith(_UNDER):
            yield organization_named(name)


def organization_named(name: str) -> str:
    """Give the id of the organisation under which a name lies; empty if it lies under none."""
    return name.removeprefix(_UNDER).partition("/")[0] if name.startswith(_UNDER) else ""


def _role_needed(method: str, principal: Principal, roles: frozenset[Role]) -> Refusal:
    said = _say(
        "ROLE_NEEDED", method=method.rpartition("/")[2], roles=_named(roles), found=_named(principal.roles)
    )  # fmt: skip
    return Refusal(Reason.ROLE_NEEDED, said)


def _named(roles: frozenset[Role]) -> object:
    return [role.value for role in Role if role in roles] or [_say("NO_ROLE")]
