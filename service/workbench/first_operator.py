"""First operator account of an empty server, created with a one-time code.

Only the server terminal displays the code. The process stores its digest until an account or API key exists.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from typing import TYPE_CHECKING

from rules.contracts import InputError, Violation, message_factory
from service.accounts.local_accounts import account_row
from service.base import logs
from service.base.refusals import Reason, Refusal
from service.identity.principals import Principal, PrincipalKind, Role
from service.workbench.guess_limits import GuessLimiter
from service.workbench.sessions import check_chosen

if TYPE_CHECKING:
    from service.store.accounts import Accounts
    from service.workbench.guess_limits import SignInOrigin

_message = message_factory(__name__)

_LETTERS = "ABCDEFGHJKMNPQRSTVWXYZ0123456789"
"""Crockford's alphabet without similar characters, for typing from paper."""
_GROUP_COUNT, _GROUP_LENGTH = 4, 4
"""80 bits in total."""
_LOOKALIKES = str.maketrans("OIL", "011", " -\u2010\u2013\u2014\u3000\t")
_LIMIT_NAME = " set-up code"
"""Name for guess limits; not a valid account name."""


class FirstOperator:
    """One-time creation of the first operator account."""

    def __init__(self, accounts: Accounts) -> None:
        self._accounts, self._guesses = accounts, GuessLimiter(accounts)
        self._digest = b""

    def make_code(self) -> str:
        if not self._accounts.is_empty():
            return ""
        groups = ("".join(secrets.choice(_LETTERS) for _ in range(_GROUP_LENGTH)) for _ in range(_GROUP_COUNT))
        code = "-".join(groups)
        self._digest = _digest(code)
        return code

    @property
    def is_open(self) -> bool:
        if self._digest and not self._accounts.is_empty():
            self._digest = b""
        return bool(self._digest)

    def enter(  # noqa: PLR0913 -- form fields
        self, code: str, name: str, organization: str, *, chosen: str, again: str, origin: SignInOrigin
    ) -> Principal:
        expected = self._digest if self.is_open else b""
        if not expected:
            raise Refusal(Reason.STEP_NOT_ALLOWED, _message("SET_UP_CLOSED"))
        limits = self._guesses.of_sign_in(_LIMIT_NAME, origin)
        if not self._guesses.begin(limits) or not hmac.compare_digest(_digest(code), expected):
            logs.warning("set_up_code_refused")
            raise InputError.of("code", _message("CODE_WRONG"), "WRONG_VALUE")
        self._guesses.succeed(limits)
        if chosen != again:
            raise InputError.of("again", _message("TYPED_OTHERWISE"), "WRONG_VALUE")
        check_chosen(chosen, name, organization)
        try:
            row = account_row(name, organization, [Role.OPERATOR], chosen, None)
        except InputError as error:
            violations = (Violation("account", fault.description, fault.reason) for fault in error.violations)
            raise InputError(tuple(violations)) from None
        if not self._accounts.add_first(row):
            raise Refusal(Reason.STEP_NOT_ALLOWED, _message("SET_UP_CLOSED"))
        self._digest = b""
        logs.info("first_operator_made", account=name)
        return Principal(name, PrincipalKind.ACCOUNT, organization, frozenset({Role.OPERATOR}))


def _digest(code: str) -> bytes:
    return hashlib.sha256(code.upper().translate(_LOOKALIKES).encode()).digest()
