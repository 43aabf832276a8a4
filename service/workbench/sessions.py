"""Sessions and passwords of local accounts; the store has only digests of tokens."""

from __future__ import annotations

import hashlib
import json
import secrets
import unicodedata
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from typing import TYPE_CHECKING

from zxcvbn import zxcvbn

from rules.contracts import InputError, message_factory, package_file
from service.accounts.local_accounts import LONGEST_PASSWORD, hash_password, is_account_name, is_password
from service.base import instants, logs
from service.base.refusals import Reason, Refusal
from service.identity.principals import Principal, PrincipalKind, Role
from service.store.tables import SessionRow
from service.workbench.guess_limits import GuessLimiter

if TYPE_CHECKING:
    from collections.abc import Mapping

    from service.store.accounts import Accounts
    from service.store.tables import AccountRow
    from service.workbench.guess_limits import GuessLimit, SignInOrigin

_message = message_factory(__name__)

_PUBLIC_PASSPHRASES = "public_passphrases.txt"
"""Examples from guides, quotations and proverbs in guessing lists."""
_LETTER_BY_SIGN = str.maketrans("013457@$!", "oieastasi")
ABSOLUTE, IDLE = timedelta(hours=12), timedelta(hours=2)
_USE_TIME_INTERVAL = timedelta(minutes=5)
_MIN_PASSWORD_LENGTH = 12
_MIN_SCORE = 3
"""zxcvbn score of passwords not guessable from lists, names, dates or keyboard rows."""
_MAX_RATED_CHARACTERS = 32
"""Rating takes a tenth of a second at most; longer passwords are slower, but not weaker."""
_DUMMY_HASH = hash_password(secrets.token_urlsafe())
"""Compared for unknown accounts, so that the response takes as long."""


@dataclass(frozen=True, slots=True)
class SignedInUser:
    """Signed-in user and session token."""

    principal: Principal
    token: str
    is_first: bool = False
    """Whether an invited user has not yet chosen a password."""

    @property
    def form_token(self) -> str:
        return form_token(self.token)


def form_token(token: str) -> str:
    """Return the form token for a session token."""
    return hashlib.sha256(f"form:{token}".encode()).hexdigest()


def check_chosen(chosen: str, name: str, organization: str, current: str = "") -> None:
    """Raise InputError if a chosen password is too short, too long or easily guessed."""
    if not _MIN_PASSWORD_LENGTH <= len(chosen) <= LONGEST_PASSWORD:
        message = _message("PASSWORD_LENGTH", least=_MIN_PASSWORD_LENGTH, most=LONGEST_PASSWORD, found=len(chosen))
        raise InputError.of("chosen", message, "WRONG_VALUE")
    if chosen == current or name in chosen.lower() or _is_guessable(chosen, name, organization):
        raise InputError.of("chosen", _message("PASSWORD_EASY"), "WRONG_VALUE")


class Sessions:
    """Starts, finds and ends sessions."""

    def __init__(self, accounts: Accounts) -> None:
        self._accounts, self._guesses = accounts, GuessLimiter(accounts)

    def knows(self, name: str, origin: SignInOrigin) -> bool:
        return self._guesses.knows(name, origin)

    def sign_in(self, name: str, password: str, origin: SignInOrigin) -> tuple[SignedInUser, str]:
        """Start a session; return the user and the browser token.

        Wrong passwords and too many guesses raise the same Refusal.
        """
        row = self._authenticate(name, password, self._guesses.of_sign_in(name, origin))
        if row is None:
            logs.warning("sign_in_refused", account=name[:80])
            raise Refusal(Reason.CREDENTIAL_INVALID, _message("NOT_SIGNED_IN"))
        logs.info("signed_in", account=row.name)
        signed = self.begin(principal_of(row), is_first=row.first_until is not None)
        return signed, self._guesses.remember(row.name, origin)

    def _authenticate(self, name: str, password: str, limits: Mapping[str, GuessLimit]) -> AccountRow | None:
        if not self._guesses.begin(limits):
            return None
        row = self._accounts.find(name) if is_account_name(name) else None
        known = _DUMMY_HASH if row is None else row.password_hash
        if not is_password(known, password) or row is None or row.end_time is not None:
            return None
        if row.first_until is not None and row.first_until < instants.now():
            return None
        self._guesses.succeed(limits)
        return row

    def choose_password(self, signed: SignedInUser, current: str, chosen: str) -> None:
        row = None
        if signed.principal.kind is PrincipalKind.ACCOUNT:
            row = self._authenticate(signed.principal.id, current, self._guesses.of_session(_digest(signed.token)))
        if row is None:
            raise InputError.of("password", _message("PASSWORD_MISSED"), "WRONG_VALUE")
        check_chosen(chosen, row.name, row.organization, current)
        self._accounts.set_password(
            row.name, hash_password(chosen), current_session=_digest(signed.token), changed_by=signed.principal.account
        )
        logs.info("password_chosen", account=row.name)

    def uninvite(self, name: str) -> None:
        self._accounts.remove_unused(name)

    def begin(self, principal: Principal, *, is_first: bool = False) -> SignedInUser:
        token, now = secrets.token_urlsafe(32), instants.now()
        row = SessionRow(
            digest=_digest(token), kind=principal.kind.value, holder=principal.id, organization=principal.organization,
            roles=json.dumps(sorted(principal.roles)), create_time=now, use_time=now,
        )  # fmt: skip
        self._accounts.begin_session(row, instants.now_plus(-ABSOLUTE))
        return SignedInUser(principal, token, is_first)

    def find(self, token: str) -> SignedInUser | None:
        row = self._accounts.session(_digest(token)) if token else None
        if row is None or row.create_time < instants.now_plus(-ABSOLUTE) or row.use_time < instants.now_plus(-IDLE):
            return None
        if row.kind == PrincipalKind.ACCOUNT:
            account = self._accounts.find(row.holder)
            if account is None or account.end_time is not None:
                return None
            principal, is_first = principal_of(account), account.first_until is not None
        else:
            principal, is_first = (
                Principal(row.holder, PrincipalKind(row.kind), row.organization, _roles(row.roles)),
                False,
            )
        if row.use_time < instants.now_plus(-_USE_TIME_INTERVAL):
            self._accounts.note_use(row.digest, instants.now())
        return SignedInUser(principal, token, is_first)

    def end(self, token: str) -> None:
        self._accounts.end_session(_digest(token))


def principal_of(row: AccountRow) -> Principal:
    """Return the principal of an account, with its current roles."""
    return Principal(row.name, PrincipalKind.ACCOUNT, row.organization, _roles(row.roles))


def _roles(listed: str) -> frozenset[Role]:
    return frozenset(map(Role, json.loads(listed)))


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def _is_guessable(password: str, *names: str) -> bool:
    rest = _without_public_passphrases(password)
    rated: int = zxcvbn(rest[:_MAX_RATED_CHARACTERS], user_inputs=[*names, "touchstone"])["score"] if rest else 0
    return rated < _MIN_SCORE


def _without_public_passphrases(password: str) -> str:
    """Return a password without public passphrases, normalized; unchanged if it contains none.

    Spacing, spelling and case of the passphrases do not matter.
    """
    rest = _normalize(password)
    for passphrase in _passphrases():
        rest = rest.replace(passphrase, "")
    return password if rest == _normalize(password) else rest


@cache
def _passphrases() -> tuple[str, ...]:
    lines = package_file(__package__, _PUBLIC_PASSPHRASES).read_text(encoding="utf-8").splitlines()
    normalized = {_normalize(line) for line in lines if line and not line.startswith("#")}
    return tuple(sorted(normalized, key=lambda text: (-len(text), text)))


def _normalize(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text).casefold().translate(_LETTER_BY_SIGN)
    return "".join(sign for sign in plain if sign.isalnum())
