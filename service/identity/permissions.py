"""Permissions: the access that each call declares in `proto/`, and the roles that have it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set as AbstractSet
from functools import cache, lru_cache
from typing import NamedTuple

from google.protobuf.descriptor import MethodDescriptor
from google.protobuf.message import Message

from rules.contracts import InputError, message_factory
from service.base.call_context import set_current_organization
from service.base.declarations import calls, find_call, proto_options
from service.base.message_ranges import check_ranges
from service.base.refusals import Reason, Refusal
from service.identity.principals import Principal, Role, caller
from touchstone.v1 import options_pb2

_message = message_factory(__name__)

_ORGANIZATION_PREFIX = "organizations/"


class Permission(NamedTuple):
    """Roles that may call a method in their `own` and in `other` organizations.

    `places` are the request fields that name organizations; without any, `own` alone decides.
    """

    anybody: bool
    opened: bool
    """Whether anonymous callers are allowed on a server with public rules."""
    places: tuple[str, ...]
    own: frozenset[Role]
    other: frozenset[Role]


_EVERYBODY = frozenset(Role)
_ALL_EXCEPT_APPLICANTS = _EVERYBODY - {Role.APPLICANT}
_OWN_ROLES: Mapping[int, AbstractSet[Role]] = {
    options_pb2.ACCESS_READING: _ALL_EXCEPT_APPLICANTS,
    options_pb2.ACCESS_ASSESSING: {Role.ASSESSOR},
    options_pb2.ACCESS_INTEGRATING: {Role.INTEGRATOR},
    options_pb2.ACCESS_REVIEWING: {Role.REVIEWER, Role.DECIDER},
    options_pb2.ACCESS_DECIDING: {Role.DECIDER},
    options_pb2.ACCESS_DRAFTING: {Role.RULE_AUTHOR},
    options_pb2.ACCESS_APPROVING: {Role.RULE_APPROVER},
    options_pb2.ACCESS_REGULATING: {Role.REGULATOR},
    options_pb2.ACCESS_OPERATING: {Role.OPERATOR},
    options_pb2.ACCESS_EVERYBODY: _EVERYBODY,
    options_pb2.ACCESS_APPLYING: {Role.APPLICANT},
    options_pb2.ACCESS_PUBLISHED: frozenset(),
}
_OTHER_ROLES: Mapping[int, AbstractSet[Role]] = {
    options_pb2.ACCESS_REGULATING: {Role.REGULATOR},
    options_pb2.ACCESS_OPERATING: {Role.OPERATOR},
    options_pb2.ACCESS_EVERYBODY: _EVERYBODY,
}

_NO_ACCESS = Permission(anybody=False, opened=False, places=(), own=frozenset(), other=frozenset())
_OPEN_ACCESS = Permission(anybody=True, opened=False, places=(), own=frozenset(), other=frozenset())
_MEMBERS = Permission(anybody=False, opened=False, places=(), own=_EVERYBODY, other=frozenset())
_GRPC_PERMISSIONS = {
    "grpc.health.v1.Health/Check": _OPEN_ACCESS,
    "grpc.health.v1.Health/List": _OPEN_ACCESS,
    "grpc.health.v1.Health/Watch": _OPEN_ACCESS,
    "grpc.reflection.v1.ServerReflection/ServerReflectionInfo": _MEMBERS,
    "grpc.reflection.v1alpha.ServerReflection/ServerReflectionInfo": _MEMBERS,
}


@cache
def permissions() -> Mapping[str, Permission]:
    """Return the permissions of all calls by gRPC name."""
    return {**{name: _declared(call) for name, call in calls().items()}, **_GRPC_PERMISSIONS}


def _declared(call: MethodDescriptor) -> Permission:
    declared = proto_options(call)
    places: tuple[str, ...] = tuple(declared[options_pb2.place])
    accesses: tuple[int, ...] = tuple(declared[options_pb2.access])
    own, other = (
        frozenset(role for access in accesses for role in having.get(access, ()))
        for having in (_OWN_ROLES, _OTHER_ROLES)
    )
    anybody, opened = (access in accesses for access in (options_pb2.ACCESS_EVERYBODY, options_pb2.ACCESS_PUBLISHED))
    return Permission(anybody=anybody, opened=opened, places=places, own=own, other=other if places else frozenset())


@lru_cache(maxsize=1024)  # bounded, because callers may send unknown names
def permission(method: str) -> Permission:
    """Return the permission of a gRPC method; unknown methods allow no caller."""
    name = method.removeprefix("/")
    if name in _GRPC_PERMISSIONS:
        return _GRPC_PERMISSIONS[name]
    call = find_call(name)
    return _NO_ACCESS if call is None else _declared(call)


def check_applicant_role(roles: Iterable[str]) -> None:
    """Raise InputError if an applicant has another role."""
    if Role.APPLICANT in roles and set(roles) != {Role.APPLICANT}:
        raise InputError.of("--role", _message("APPLICANT_ALONE"), "WRONG_VALUE")


def check_role(method: str, principal: Principal) -> None:
    """Raise Refusal if no role of the principal may call the method."""
    allowed = permission(method)
    if allowed.anybody or principal.may_everything or principal.roles & (allowed.own | allowed.other):
        return
    raise _role_needed(method, principal, allowed.own | allowed.other)


def authorize(method: str, request: Message) -> None:
    """Check a request's organizations and values, then set the current organization.

    Raises:
        InputError: If a value is invalid.
        Refusal: If the caller has no access to an organization.
    """
    _check_organizations(method, caller(), request)
    check_ranges(request)
    set_current_organization(_organization_of_request(method, caller(), request))


def _check_organizations(method: str, principal: Principal, request: Message) -> None:
    allowed = permission(method)
    if principal.may_everything or allowed.anybody or not allowed.places:
        return
    for organization in _organizations(request, allowed.places):
        if principal.roles & allowed.other:
            continue
        if organization != principal.organization or not organization:
            raise Refusal(
                Reason.OTHER_ORGANIZATION,
                _message("OTHER_ORGANIZATION", found=organization[:80], roles=_role_names(allowed.other)),
            )
        if not principal.roles & allowed.own:
            raise _role_needed(method, principal, allowed.own)


def _organization_of_request(method: str, principal: Principal, request: Message) -> str:
    return next(filter(None, _organizations(request, permission(method).places)), principal.organization)


def _organizations(request: Message, places: tuple[str, ...]) -> Iterator[str]:
    for path in places:
        for name in _names(request, path):
            if name.startswith(_ORGANIZATION_PREFIX):
                yield organization_of_name(name)


def _names(message: Message, path: str) -> Iterator[str]:
    """Yield the values of a field; of a list of messages, those of each message."""
    first, _, rest = path.partition(".")
    value = getattr(message, first)
    if not rest:
        yield value
    else:
        for part in (value,) if isinstance(value, Message) else value:
            yield from _names(part, rest)


def organization_of_name(name: str) -> str:
    """Return the organization id in a resource name; empty if there is none."""
    return name.removeprefix(_ORGANIZATION_PREFIX).partition("/")[0] if name.startswith(_ORGANIZATION_PREFIX) else ""


def _role_needed(method: str, principal: Principal, roles: frozenset[Role]) -> Refusal:
    message = _message(
        "ROLE_NEEDED", method=method.rpartition("/")[2], roles=_role_names(roles), found=_role_names(principal.roles)
    )  # fmt: skip
    return Refusal(Reason.ROLE_NEEDED, message)


def _role_names(roles: frozenset[Role]) -> object:
    return [role.value for role in Role if role in roles] or [_message("NO_ROLE")]
