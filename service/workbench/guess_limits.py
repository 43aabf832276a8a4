"""Password guess limits: by account, address and browser (OWASP device cookies)."""

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

_MIN_PAUSE, _MAX_PAUSE = 30, 900
"""Seconds; the pause doubles with each failed guess beyond the limit."""
_DAY, _HOUR = timedelta(days=1), timedelta(hours=1)
KNOWN = timedelta(days=90)


@dataclass(frozen=True, slots=True)
class GuessLimit:
    """Number of failed guesses without a pause, within `window` after the first."""

    free: int
    window: timedelta
    is_shared: bool = False
    """Whether other users count too; a correct password then cancels only one failure."""


_OWN_LIMIT = GuessLimit(5, _DAY)
_ADDRESS = GuessLimit(50, _HOUR, is_shared=True)
"""An office may share an address."""
_SITE = GuessLimit(200, _HOUR, is_shared=True)
"""One site has many IPv6 networks."""
_ACCOUNT = GuessLimit(100, _DAY, is_shared=True)
"""Only attackers use many addresses for one account."""


@dataclass(frozen=True, slots=True)
class SignInOrigin:
    """Address and browser of a sign-in."""

    address: str
    """Empty if unknown."""
    browser: str = ""
    """Reference from an earlier sign-in."""

    @property
    def network(self) -> str:
        return network_of(self.address)

    @property
    def site(self) -> str:
        return site_of(self.address)

    @property
    def digest(self) -> str:
        return hashlib.sha256(f"browser:{self.browser}".encode()).hexdigest()


class GuessLimiter:
    """Counter of failed guesses.

    Unknown account names count too, so that responses do not reveal which accounts exist.
    """

    def __init__(self, accounts: Accounts) -> None:
        self._accounts = accounts

    def knows(self, name: str, origin: SignInOrigin) -> bool:
        return name in self._accounts_of(origin)

    def of_sign_in(self, name: str, origin: SignInOrigin) -> Mapping[str, GuessLimit]:
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
        return {_key("session", digest): _OWN_LIMIT}

    def begin(self, limits: Mapping[str, GuessLimit]) -> bool:
        now = instants.now()
        counted = self._accounts.misses(limits, now)
        if any(_is_paused(limits[key], misses, time) for key, (misses, time) in counted.items()):
            return False
        self._accounts.note_misses({key: instants.now_plus(limit.window) for key, limit in limits.items()}, now)
        return True

    def succeed(self, limits: Mapping[str, GuessLimit]) -> None:
        shared = {key for key, limit in limits.items() if limit.is_shared}
        self._accounts.take_back_misses(limits.keys() - shared, shared)

    def remember(self, name: str, origin: SignInOrigin) -> str:
        known_origin = origin if self._accounts_of(origin) else SignInOrigin(origin.address, secrets.token_urlsafe(32))
        self._accounts.keep_browser(name, known_origin.digest, instants.now())
        return known_origin.browser

    def _accounts_of(self, origin: SignInOrigin) -> frozenset[str]:
        if not origin.browser:
            return frozenset()
        return self._accounts.accounts_of_browser(origin.digest, instants.now_plus(-KNOWN))


def _key(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def _is_paused(limit: GuessLimit, misses: int, time: str) -> bool:
    if misses < limit.free:
        return False
    pause = min(_MIN_PAUSE * 2 ** min(misses - limit.free, 10), _MAX_PAUSE)
    return time > instants.now_plus(-timedelta(seconds=pause))
