"""Trust file for rule approval: people, roles, keys, passkeys and required approvals.

It is separate from the gazette, because a person who can change both could approve alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import orjson
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from rules.contracts import InputError, TrailError, Violation, error_message, message_factory
from service.approval.passkey_answers import check_passkey_answer, version_challenge
from service.approval.signing_keys import key_id
from service.base.refusals import invalid_model
from service.base.resource_names import DIGEST_PATTERN, ID_PATTERN, PERSON_PATTERN
from service.configuration.environments import ENVIRONMENT_PATTERN, current_environment
from service.identity.principals import Role
from service.input.given_files import FileRefusedError, read_text_file

if TYPE_CHECKING:
    from service.approval.statements import Statement


_message = message_factory(__name__)

FIELD = "trust"
_MAX_BYTES = 4 * 1024 * 1024


def read_trust_json(path: Path) -> object:
    """Parse the trust file, inside `reporting_trust_faults`."""
    return orjson.loads(read_text_file(path, most=_MAX_BYTES, allowed="JSON"))


@contextmanager
def reporting_trust_faults(path: Path) -> Iterator[None]:
    """Convert errors of the trust file to InputError, with their locations."""
    try:
        yield
    except (OSError, FileRefusedError) as error:
        raise _unreadable(path, error_message(error)) from None
    except orjson.JSONDecodeError as error:
        raise _unreadable(path, f"{error.lineno}:{error.colno}: {error.msg}") from None
    except ValidationError as error:
        raise invalid_model(error, FIELD, _message, "TRUST_FORM") from None


def _unreadable(path: Path, problem: str) -> InputError:
    return InputError.of(FIELD, _message("TRUST_UNREADABLE", path=path, problem=problem), "MALFORMED")


SCHEMA = 1
_ALL_CARDS = "*"
_LOG_FIELDS = frozenset({"logs", "witnesses", "witnesses_needed", "time_stamp_authorities", "time_stamps_needed"})
"""Fields read by `service/transparency/log_trust.py`."""


class StrictModel(BaseModel):
    """Part of a trust file, without unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class TrustedKey(StrictModel):
    """A public key, and the first and last UTC days of its use.

    Signatures by a compromised key never count, even with an earlier time.
    """

    public: str
    first_day: date
    last_day: date | None = None
    compromised: bool = False


class TrustedPasskey(StrictModel):
    """An enrolled passkey: id and COSE public key in base64url, sites, and days of use.

    Signatures by a compromised passkey never count, even with an earlier time.
    """

    credential: Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]{1,1400}$")]
    public: Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]{1,4000}$")]
    rp_id: Annotated[str, Field(min_length=1, max_length=253)]
    origins: Annotated[list[Annotated[str, Field(pattern=r"^https?://[^/\s]+$")]], Field(min_length=1, max_length=20)]
    first_day: date
    last_day: date | None = None
    compromised: bool = False


class Person(StrictModel):
    """A person with all keys and passkeys, including retired ones."""

    name: Annotated[str, Field(min_length=1, max_length=200)]
    roles: list[Literal["rule-author", "rule-approver"]]
    keys: list[TrustedKey]
    passkeys: list[TrustedPasskey] = []


_Count = Annotated[int, Field(ge=1, le=20)]
_PersonId = Annotated[str, Field(pattern=rf"^{PERSON_PATTERN}$")]


class Organization(StrictModel):
    """Required approvals by scorecard, and scorecards published for all organisations; `*` means all scorecards."""

    approvals: dict[str, _Count]
    cards: frozenset[str] = frozenset()


class Environment(StrictModel):
    """Required approvals by scorecard in an environment, and the only approvers who count there; None means all."""

    approvals: dict[str, _Count] = {}
    approvers: Annotated[list[_PersonId], Field(min_length=1, max_length=200)] | None = None


class _TrustFile(StrictModel):
    schema_number: Literal[1] = Field(alias="schema")
    people: Annotated[dict[_PersonId, Person], Field(min_length=1)]
    approvals: dict[str, _Count] = {_ALL_CARDS: 1}
    organizations: dict[Annotated[str, Field(pattern=rf"^{ID_PATTERN}$")], Organization] = {}
    environments: dict[Annotated[str, Field(pattern=rf"^{ENVIRONMENT_PATTERN}$")], Environment] = {}
    unsigned: list[Annotated[str, Field(pattern=rf"^{DIGEST_PATTERN}$")]] = []
    logs: object = None
    witnesses: object = None
    witnesses_needed: object = None
    time_stamp_authorities: object = None
    time_stamps_needed: object = None


@dataclass(frozen=True, slots=True)
class RequiredApprovals:
    """Number of approvers in addition to the authors.

    `organization` is the id of the organization that requires it; empty if set for the scorecard.
    """

    count: int
    organization: str = ""

    @property
    def description(self) -> str:
        return (
            _message("NEEDED_BY", count=self.count, organization=self.organization_name)
            if self.organization_name
            else str(self.count)
        )

    @property
    def organization_name(self) -> str:
        return f"organizations/{self.organization}" if self.organization else ""


@dataclass(frozen=True, slots=True)
class Trust:
    """Trust file as it applies in one environment; `unsigned` lists digests of versions trusted without signatures."""

    people: dict[str, Person]
    unsigned: frozenset[str]
    _approvals: dict[str, int]
    _organizations: dict[str, Organization]
    _owners: dict[str, tuple[str, TrustedKey]]
    _passkeys: dict[str, tuple[str, TrustedPasskey]]
    _environments: dict[str, Environment]
    environment: str = ""

    @property
    def environments(self) -> tuple[str, ...]:
        return tuple(self._environments)

    def in_environment(self, name: str) -> Trust:
        """Return the trust file as it applies in an environment; empty means none.

        Raises:
            InputError: If the file lists environments, but not this one.
        """
        if name and self._environments and name not in self._environments:
            known = tuple(self._environments)
            raise InputError.of(
                f"{FIELD}.environments", _message("ENVIRONMENT_UNKNOWN", found=name, known=known), "NOT_FOUND"
            )
        return self if name == self.environment else replace(self, environment=name)

    def counts_here(self, person: str) -> bool:
        """Return whether an approval of this person counts in the environment."""
        rules = self._environments.get(self.environment)
        return rules is None or rules.approvers is None or person in rules.approvers

    def approvers_here(self) -> tuple[str, ...]:
        return tuple(
            person for person in self.people if self.may(person, Role.RULE_APPROVER) and self.counts_here(person)
        )

    def approvals_needed(self, card: str, organization: str = "") -> RequiredApprovals:
        rules = self._environments.get(self.environment)
        own = {} if rules is None else rules.approvals
        general = _approval_count(card, self._approvals)
        most = RequiredApprovals(own.get(card, own.get(_ALL_CARDS, general)))
        for organization_id, settings in sorted(self._organizations.items()):
            if (organization_id == organization or settings.cards & {card, _ALL_CARDS}) and _approval_count(
                card, settings.approvals
            ) > most.count:
                most = RequiredApprovals(_approval_count(card, settings.approvals), organization_id)
        return most

    def owner(self, public: str) -> str | None:
        entry = self._owners.get(key_id(public))
        return entry[0] if entry else None

    def may(self, person: str, role: Role) -> bool:
        known = self.people.get(person)
        return known is not None and role.value in known.roles

    def name_of(self, person: str) -> str:
        """Return the name of a person with the id, or the id alone if the trust file does not list the person."""
        return f"{self.people[person].name} ({person})" if person in self.people else person

    def doubt(self, statement: Statement) -> str | None:
        predicate, answer = statement.predicate, statement.answer
        if answer is None:
            return self.key_doubt(predicate.person, predicate.time, statement.key, statement.is_signed_with)
        doubt = self.passkey_doubt(predicate.person, predicate.time, answer.credential)
        if doubt is not None:
            return doubt
        try:
            check_passkey_answer(answer, version_challenge(statement.digest), self.passkey(answer.credential))
        except TrailError as error:
            return error_message(error)
        return None

    def key_doubt(self, person: str, time: str, key_name: str, signs: Callable[[str], bool]) -> str | None:
        owner, key = self._owners.get(key_name, (None, None))
        if key is None:
            return _message("KEY_UNKNOWN", key=key_name)
        if owner != person:
            return _message("KEY_OF_ANOTHER", key=key_name, person=person)
        if not signs(key.public):
            return _message("SIGNATURE_WRONG", person=person)
        return _validity_doubt(key, key_name, person, time)

    def passkey_doubt(self, person: str, time: str, credential: str) -> str | None:
        owner, passkey = self._passkeys.get(credential, (None, None))
        if passkey is None:
            return _message("KEY_UNKNOWN", key=credential)
        if owner != person:
            return _message("KEY_OF_ANOTHER", key=credential, person=person)
        return _validity_doubt(passkey, credential, person, time)

    def passkey(self, credential: str) -> TrustedPasskey:
        return self._passkeys[credential][1]


def _validity_doubt(key: TrustedKey | TrustedPasskey, name: str, person: str, time: str) -> str | None:
    if key.compromised:
        return _message("KEY_COMPROMISED", key=name, person=person)
    day = date.fromisoformat(time[:10])
    if day < key.first_day or (key.last_day is not None and day > key.last_day):
        return _message("KEY_RETIRED", key=name, person=person, time=time)
    return None


def read_trust(path: Path, environment: str | None = None) -> Trust:
    """Read the trust file as `read_rule_trust`, or raise InputError with all invalid fields."""
    trust = read_rule_trust(path, environment)
    if trust is None:
        raise InputError.of(f"{FIELD}.people", _message("NAMES_NOBODY", path=path), "REQUIRED")
    return trust


def read_rule_trust(path: Path | None, environment: str | None = None) -> Trust | None:
    """Read the trust file; None without a path or if it only configures logs.

    With None, rules need no signatures. The default for `environment` is that of this process.

    Raises:
        InputError: If the file is unreadable or invalid, or does not list the environment.
    """
    if path is None:
        return None
    with reporting_trust_faults(path):
        trust = _load_trust(path, path.stat().st_mtime_ns)
    return trust and trust.in_environment(current_environment() if environment is None else environment)


@lru_cache(maxsize=4)
def _load_trust(path: Path, modified_ns: int) -> Trust | None:  # noqa: ARG001 -- part of the cache key
    content = read_trust_json(path)
    if isinstance(content, dict) and content.keys() & _LOG_FIELDS and content.keys() <= _LOG_FIELDS | {"schema"}:
        return None
    file = _TrustFile.model_validate(content)
    trust = _build_trust(
        dict(file.people), frozenset(file.unsigned), dict(file.approvals), dict(file.organizations), f"{FIELD}.people"
    )
    _check_approvers(file, trust)
    return replace(trust, _environments=dict(file.environments))


def _check_approvers(file: _TrustFile, trust: Trust) -> None:
    violations = [
        Violation(
            f"{FIELD}.environments.{name}.approvers.{index}", _message("APPROVER_UNKNOWN", person=person), "NOT_FOUND"
        )
        for name, environment in file.environments.items()
        for index, person in enumerate(environment.approvers or ())
        if not trust.may(person, Role.RULE_APPROVER)
    ]
    if violations:
        raise InputError(tuple(violations))


def trust_from_people(people: Mapping[str, Person]) -> Trust:
    """Return a trust without a file, or raise InputError for an invalid or repeated key of a `case_person`."""
    return _build_trust(dict(people), frozenset(), {_ALL_CARDS: 1}, {}, "case_person")


def _build_trust(
    people: dict[str, Person], unsigned: frozenset[str], approvals: dict[str, int],
    organizations: dict[str, Organization], prefix: str,
) -> Trust:  # fmt: skip
    owners: dict[str, tuple[str, TrustedKey]] = {}
    passkeys: dict[str, tuple[str, TrustedPasskey]] = {}
    violations: list[Violation] = []
    for person, known in people.items():
        for index, key in enumerate(known.keys):
            field = f"{prefix}.{person}.keys.{index}.public"
            try:
                name = key_id(key.public)
            except ValueError:
                violations.append(Violation(field, _message("PUBLIC_FORM"), "MALFORMED"))
                continue
            if name in owners:
                violations.append(Violation(field, _message("KEY_TWICE", person=owners[name][0]), "DUPLICATE"))
            owners[name] = person, key
        for index, passkey in enumerate(known.passkeys):
            if passkey.credential in passkeys:
                field = f"{prefix}.{person}.passkeys.{index}.credential"
                holder = passkeys[passkey.credential][0]
                violations.append(Violation(field, _message("KEY_TWICE", person=holder), "DUPLICATE"))
            passkeys[passkey.credential] = person, passkey
    if violations:
        raise InputError(tuple(violations))
    return Trust(people, unsigned, approvals, organizations, owners, passkeys, {})


def _approval_count(card: str, approvals: Mapping[str, int]) -> int:
    return approvals.get(card, approvals.get(_ALL_CARDS, 1))
