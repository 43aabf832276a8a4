"""Trust file for rule approval: people, roles, keys, passkeys and the number of approvals required.

A file of its own, kept apart from the gazette: whoever may change both could approve alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import orjson
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from rules.contracts import InputError, TrailError, Violation, error_message, message_factory
from service.approval.passkey_answers import check_passkey_answer, version_challenge
from service.approval.signing_keys import key_id
from service.base.resource_names import DIGEST_PATTERN, ID_PATTERN, PERSON_PATTERN
from service.identity.principals import Role
from service.input.given_files import FileRefusedError, read_file

if TYPE_CHECKING:
    from service.approval.statements import Statement


_say = message_factory(__name__)

FIELD = "trust"
"""What stands before the place of each fault."""
_LARGEST = 4 * 1024 * 1024


def read_trust_json(path: Path) -> object:
    """Read what the file says, inside `reporting_trust_faults`."""
    return orjson.loads(read_file(path, most=_LARGEST))


@contextmanager
def reporting_trust_faults(path: Path) -> Iterator[None]:
    """Say what is wrong with the file while it is read and its content is held to a form.

    Raises:
        InputError: it cannot be read or says something else; every problem is named by its place.
    """
    try:
        yield
    except (OSError, FileRefusedError) as error:
        raise _unreadable(path, error_message(error)) from None
    except orjson.JSONDecodeError as error:
        raise _unreadable(path, f"{error.lineno}:{error.colno}: {error.msg}") from None
    except ValidationError as error:
        raise InputError(
            tuple(
                Violation(
                    ".".join((FIELD, *map(str, detail["loc"]))), _say("TRUST_FORM", problem=detail["msg"]), "MALFORMED"
                )
                for detail in error.errors(include_url=False)
            )
        ) from None


def _unreadable(path: Path, problem: str) -> InputError:
    return InputError((Violation(FIELD, _say("TRUST_UNREADABLE", path=path, problem=problem), "MALFORMED"),))


SCHEMA = 1
_ALL_CARDS = "*"
_OF_LOGS = frozenset({"logs", "witnesses", "witnesses_needed", "time_stamp_authorities", "time_stamps_needed"})
"""The fields that `service/transparency/log_trust.py` reads."""


class _StrictModel(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class TrustedKey(_StrictModel):
    """A key by its public half, and the days (UTC) on which it signs; both ends are inside.

    What a compromised key signed counts for nothing, whenever it is said to have been signed.
    """

    public: str
    first_day: date
    last_day: date | None = None
    compromised: bool = False


class TrustedPasskey(_StrictModel):
    """A passkey as it was enrolled: its id and public key (COSE) in base64url, where it signs, and on which days.

    What a compromised passkey signed counts for nothing, whenever it is said to have been signed.
    """

    credential: Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]{1,1400}$")]
    public: Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]{1,4000}$")]
    rp_id: Annotated[str, Field(min_length=1, max_length=253)]
    origins: Annotated[list[Annotated[str, Field(pattern=r"^https?://[^/\s]+$")]], Field(min_length=1, max_length=20)]
    first_day: date
    last_day: date | None = None
    compromised: bool = False


class Person(_StrictModel):
    """Somebody with a name, what they may do, and every key and passkey that is theirs, the retired ones too."""

    name: Annotated[str, Field(min_length=1, max_length=200)]
    roles: list[Literal["rule-author", "rule-approver"]]
    keys: list[TrustedKey]
    passkeys: list[TrustedPasskey] = []


_Count = Annotated[int, Field(ge=1, le=20)]


class Organization(_StrictModel):
    """How many approvals an organisation asks for, and which cards it publishes for all; `*` are all."""

    approvals: dict[str, _Count]
    cards: frozenset[str] = frozenset()


class _TrustFile(_StrictModel):
    schema_number: Literal[1] = Field(alias="schema")
    people: Annotated[dict[Annotated[str, Field(pattern=rf"^{PERSON_PATTERN}$")], Person], Field(min_length=1)]
    approvals: dict[str, _Count] = {_ALL_CARDS: 1}
    organizations: dict[Annotated[str, Field(pattern=rf"^{ID_PATTERN}$")], Organization] = {}
    unsigned: list[Annotated[str, Field(pattern=rf"^{DIGEST_PATTERN}$")]] = []
    logs: object = None
    witnesses: object = None
    witnesses_needed: object = None
    time_stamp_authorities: object = None
    time_stamps_needed: object = None


@dataclass(frozen=True, slots=True)
class RequiredApprovals:
    """How many people other than the authors have to approve; `organization` is the id of that which asks for so many.

    It is empty where the number stands for the card, whosever it is.
    """

    count: int
    organization: str = ""

    @property
    def said(self) -> str:
        """The number in words, with who asks for it."""
        return _say("NEEDED_BY", count=self.count, organization=self.asked_by) if self.asked_by else str(self.count)

    @property
    def asked_by(self) -> str:
        """The name of the organisation that asks for so many; empty if none does."""
        return f"organizations/{self.organization}" if self.organization else ""


@dataclass(frozen=True, slots=True)
class Trust:
    """What the file says; `unsigned` are the digests of published versions that are trusted without a signature."""

    people: dict[str, Person]
    unsigned: frozenset[str]
    _approvals: dict[str, int]
    _organizations: dict[str, Organization]
    _owners: dict[str, tuple[str, TrustedKey]]
    _passkeys: dict[str, tuple[str, TrustedPasskey]]

    def approvals_needed(self, card: str, organization: str = "") -> RequiredApprovals:
        """Say how many people other than the authors have to approve a version of a scorecard.

        The most that is asked for counts: for the card, by the organisation in whose own gazette it stands, whose id is
        given, and by those that list it among their cards.
        """
        most = RequiredApprovals(_approval_count(card, self._approvals))
        for organization_id, its in sorted(self._organizations.items()):
            if (organization_id == organization or its.cards & {card, _ALL_CARDS}) and _approval_count(
                card, its.approvals
            ) > most.count:
                most = RequiredApprovals(_approval_count(card, its.approvals), organization_id)
        return most

    def owner(self, public: str) -> str | None:
        """Name the person to whom a key belongs."""
        entry = self._owners.get(key_id(public))
        return entry[0] if entry else None

    def may(self, person: str, role: Role) -> bool:
        """Say whether somebody has a role."""
        known = self.people.get(person)
        return known is not None and role.value in known.roles

    def doubt(self, statement: Statement) -> str | None:
        """Say why the signature of a statement does not count; None if it does."""
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
        """Say why what somebody signed at a time with a key does not count; None if it does.

        `signs` says of the public half of a key whether it made the signature.
        """
        owner, key = self._owners.get(key_name, (None, None))
        if key is None:
            return _say("KEY_UNKNOWN", key=key_name)
        if owner != person:
            return _say("KEY_OF_ANOTHER", key=key_name, person=person)
        if not signs(key.public):
            return _say("SIGNATURE_WRONG", person=person)
        return _out_of_time(key, key_name, person, time)

    def passkey_doubt(self, person: str, time: str, credential: str) -> str | None:
        """Say why a passkey may not sign for somebody at a time; None if it may."""
        owner, passkey = self._passkeys.get(credential, (None, None))
        if passkey is None:
            return _say("KEY_UNKNOWN", key=credential)
        if owner != person:
            return _say("KEY_OF_ANOTHER", key=credential, person=person)
        return _out_of_time(passkey, credential, person, time)

    def passkey(self, credential: str) -> TrustedPasskey:
        """Give a passkey by its id.

        Raises:
            KeyError: nobody in the file has it.
        """
        return self._passkeys[credential][1]


def _out_of_time(key: TrustedKey | TrustedPasskey, name: str, person: str, time: str) -> str | None:
    if key.compromised:
        return _say("KEY_COMPROMISED", key=name, person=person)
    day = date.fromisoformat(time[:10])
    if day < key.first_day or (key.last_day is not None and day > key.last_day):
        return _say("KEY_RETIRED", key=name, person=person, time=time)
    return None


def read_trust(path: Path) -> Trust:
    """Read the file, which has to name people.

    Raises:
        InputError: it cannot be read or says something else; every problem is named by its place.
    """
    trust = read_rule_trust(path)
    if trust is None:
        raise InputError((Violation(f"{FIELD}.people", _say("NAMES_NOBODY", path=path), "REQUIRED"),))
    return trust


def read_rule_trust(path: Path | None) -> Trust | None:
    """Read the file; None if there is none, or if it is of logs, witnesses and time stamping authorities alone.

    Then nobody's signature of rules is asked for.

    Raises:
        InputError: as for `read_trust`.
    """
    if path is None:
        return None
    with reporting_trust_faults(path):
        return _load_trust(path, path.stat().st_mtime_ns)


@lru_cache(maxsize=4)
def _load_trust(path: Path, changed: int) -> Trust | None:  # noqa: ARG001 -- a file that was changed is read again
    content = read_trust_json(path)
    if isinstance(content, dict) and content.keys() & _OF_LOGS and content.keys() <= _OF_LOGS | {"schema"}:
        return None
    file = _TrustFile.model_validate(content)
    return _trusting(
        dict(file.people), frozenset(file.unsigned), dict(file.approvals), dict(file.organizations), f"{FIELD}.people"
    )


def trust_from_people(people: Mapping[str, Person], *, field: str) -> Trust:
    """Trust people who are known otherwise than by a file; `field` stands before the place of each fault.

    Raises:
        InputError: a key is none, or two have the same.
    """
    return _trusting(dict(people), frozenset(), {_ALL_CARDS: 1}, {}, field)


def _trusting(
    people: dict[str, Person], unsigned: frozenset[str], approvals: dict[str, int],
    organizations: dict[str, Organization], prefix: str,
) -> Trust:  # fmt: skip
    owners: dict[str, tuple[str, TrustedKey]] = {}
    passkeys: dict[str, tuple[str, TrustedPasskey]] = {}
    violations: list[Violation] = []
    for person, known in people.items():
        for place, key in enumerate(known.keys):
            field = f"{prefix}.{person}.keys.{place}.public"
            try:
                name = key_id(key.public)
            except ValueError:
                violations.append(Violation(field, _say("PUBLIC_FORM"), "MALFORMED"))
                continue
            if name in owners:
                violations.append(Violation(field, _say("KEY_TWICE", person=owners[name][0]), "DUPLICATE"))
            owners[name] = person, key
        for place, passkey in enumerate(known.passkeys):
            if passkey.credential in passkeys:
                field = f"{prefix}.{person}.passkeys.{place}.credential"
                holder = passkeys[passkey.credential][0]
                violations.append(Violation(field, _say("KEY_TWICE", person=holder), "DUPLICATE"))
            passkeys[passkey.credential] = person, passkey
    if violations:
        raise InputError(tuple(violations))
    return Trust(people, unsigned, approvals, organizations, owners, passkeys)


def _approval_count(card: str, approvals: Mapping[str, int]) -> int:
    return approvals.get(card, approvals.get(_ALL_CARDS, 1))
