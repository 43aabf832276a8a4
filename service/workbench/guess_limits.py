"""Limits on guessing passwords: by account and address, by address, by account, by browser (OWASP device cookies)."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from service.base import instants
from service.base.call_context import network_of, site_of

if TYPE_CHECKING:
    from service.store.accounts import Accounts

_FIRST_PAUSE, _LONGEST_PAUSE = 30, 900
"""So many seconds no password is taken after the first miss that is not free, twice as long each time."""
_DAY, _HOUR = timedelta(days=1), timedelta(hours=1)
KNOWN = timedelta(days=90)
"""How long a browser is known after a sign-in."""


@dataclass(frozen=True, slots=True)
class GuessLimit:
    """How many misses are free, and how long after the first of them all are forgotten."""

    free: int
    window: timedelta
    is_shared: bool = False
    """Whether others count here, too: then a right password takes back nothing but itself."""


_OWN_LIMIT = GuessLimit(5, _DAY)
"""Of an account from one address, of a known browser, and of a session."""
_ADDRESS = GuessLimit(50, _HOUR, is_shared=True)
"""It may be that of a whole office."""
_SITE = GuessLimit(200, _HOUR, is_shared=True)
"""All networks of one site in IPv6, so that changing the network within it buys few more guesses."""
_ACCOUNT = GuessLimit(100, _DAY, is_shared=True)
"""From many addresses an account is guessed at by an attacker alone."""


@dataclass(frozen=True, slots=True)
class SignInOrigin:
    """Where a sign-in comes from."""

    address: str
    """As the door tells it; empty if there is none."""
    browser: str = ""
    """What the browser was given at an earlier sign-in."""

    @property
    def network(self) -> str:
        """The address, of IPv6 its network (/64)."""
        return network_of(self.address)

    @property
    def site(self) -> str:
        """The address, of IPv6 the networks that one household or company has (/56)."""
        return site_of(self.address)

    @property
    def digest(self) -> str:
        """What is kept of the browser's reference."""
        return hashlib.sha256(f"browser:{self.browser}".encode()).hexdigest()


class GuessLimiter:
    """Counts the misses of every sign-in, and says when no password is taken.

    Names that nobody has are counted like those of accounts, so that no answer tells which there are.
    """

    def __init__(self, accounts: Accounts) -> None:
        """Keep counts here."""
        self._accounts = accounts

    def knows(self, name: str, origin: SignInOrigin) -> bool:
        """Say whether an account was signed in to from this browser, which strangers' guesses then do not keep out."""
        return name in self._accounts_of(origin)

    def of_sign_in(self, name: str, origin: SignInOrigin) -> Mapping[str, GuessLimit]:
        """Give what counts for a sign-in: of a known browser its own misses alone."""
        if self.knows(name, origin):
            return {_key("browser", origin.digest, name): _OWN_LIMIT}
        network, site = origin.network, origin.site
        limits = {
            _key("pair", network, name): _OWN_LIMIT,
            _key("address", network): _ADDRESS,
            _key("account", name): _ACCOUNT,
        }
        return limits if site == network else {**limits, _key("site", site): _SITE}

    @staticmethod
    def of_session(digest: str) -> Mapping[str, GuessLimit]:
        """Give what counts where whoever has signed in types the present password."""
        return {_key("session", digest): _OWN_LIMIT}

    def begin(self, limits: Mapping[str, GuessLimit]) -> bool:
        """Count a guess, unless it comes too early after too many; say whether it may be tried."""
        now = instants.now()
        counted = self._accounts.misses(limits, now)
        if any(_rests(limits[key], misses, time) for key, (misses, time) in counted.items()):
            return False
        self._accounts.note_misses({key: instants.now_plus(limit.window) for key, limit in limits.items()}, now)
        return True

    def succeed(self, limits: Mapping[str, GuessLimit]) -> None:
        """Take back what was counted of a guess that was right; what others missed stays counted."""
        shared = {key for key, limit in limits.items() if limit.is_shared}
        self._accounts.take_back_misses(limits.keys() - shared, shared)

    def remember(self, name: str, origin: SignInOrigin) -> str:
        """Know a browser from now on, and give what it is to hold."""
        held = origin if self._accounts_of(origin) else SignInOrigin(origin.address, secrets.token_urlsafe(32))
        self._accounts.keep_browser(name, held.digest, instants.now())
        return held.browser

    def _accounts_of(self, origin: SignInOrigin) -> frozenset[str]:
        if not origin.browser:
            return frozenset()
        return self._accounts.accounts_of_browser(origin.digest, instants.now_plus(-KNOWN))


def _key(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def _rests(limit: GuessLimit, misses: int, time: str) -> bool:
    if misses < limit.free:
        return False
    pause = min(_FIRST_PAUSE * 2 ** min(misses - limit.free, 10), _LONGEST_PAUSE)
    return time > instants.now_plus(-timedelta(seconds=pause))
