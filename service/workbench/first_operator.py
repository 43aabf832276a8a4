"""First operator of an empty server: a one-time code, shown on the terminal of the server, and typed once.

It lets nobody in who cannot see that terminal. It is kept as a digest in this process alone, and lets one person in:
once there is an account or an API key, by it or otherwise, it opens nothing any more.
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

_say = message_factory(__name__)

_LETTERS = "ABCDEFGHJKMNPQRSTVWXYZ0123456789"
"""Of Crockford's alphabet: none looks like another, so that a code can be typed from paper."""
_GROUPS, _OF_GROUP = 4, 4
"""80 bits, in groups."""
_SAME = str.maketrans("OIL", "011", " -\u2010\u2013\u2014\u3000\t")
"""What people type for what they read."""
_GUESSED = " set-up code"
"""What guesses are counted under; no account can be called so."""


class FirstOperator:
    """Lets the first operator in, once, by a code."""

    def __init__(self, accounts: Accounts) -> None:
        """Keep accounts here; no code is out yet."""
        self._accounts, self._guesses = accounts, GuessLimiter(accounts)
        self._digest = b""

    def make_code(self) -> str:
        """Give a new code if nobody can sign in or call yet; else nothing."""
        if not self._accounts.is_empty():
            return ""
        groups = ("".join(secrets.choice(_LETTERS) for _ in range(_OF_GROUP)) for _ in range(_GROUPS))
        code = "-".join(groups)
        self._digest = _digest(code)
        return code

    @property
    def is_open(self) -> bool:
        """Say whether a code is out that still opens something."""
        if self._digest and not self._accounts.is_empty():
            self._digest = b""
        return bool(self._digest)

    def enter(  # noqa: PLR0913 -- what is typed
        self, code: str, name: str, organization: str, *, chosen: str, again: str, origin: SignInOrigin
    ) -> Principal:
        """Make the first account, an operator's, for whoever types the code, and give whom it stands for.

        Raises:
            InputError: the password is too short, too long, easily guessed or typed otherwise, or the account can
                have no such name.
            Refusal: it is not the code, it was missed too often, or somebody was faster.
        """
        known = self._digest if self.is_open else b""
        if not known:
            raise Refusal(Reason.STEP_NOT_ALLOWED, _say("SET_UP_CLOSED"))
        limits = self._guesses.of_sign_in(_GUESSED, origin)
        if not self._guesses.begin(limits) or not hmac.compare_digest(_digest(code), known):
            logs.warning("set_up_code_refused")
            raise InputError((Violation("code", _say("CODE_WRONG"), "WRONG_VALUE"),))
        self._guesses.succeed(limits)
        if chosen != again:
            raise InputError((Violation("again", _say("TYPED_OTHERWISE"), "WRONG_VALUE"),))
        check_chosen(chosen, name, organization)
        try:
            row = account_row(name, organization, [Role.OPERATOR], chosen, None)
        except InputError as error:
            violations = (Violation("account", fault.description, fault.reason) for fault in error.violations)
            raise InputError(tuple(violations)) from None
        if not self._accounts.add_first(row):
            raise Refusal(Reason.STEP_NOT_ALLOWED, _say("SET_UP_CLOSED"))
        self._digest = b""
        logs.info("first_operator_made", account=name)
        return Principal(name, PrincipalKind.ACCOUNT, organization, frozenset({Role.OPERATOR}))


def _digest(code: str) -> bytes:
    """Give what is kept of a code; capitals, blanks and what looks alike make no difference."""
    return hashlib.sha256(code.upper().translate(_SAME).encode()).digest()
