"""Trial of the sample body: sign-in without password on this machine."""

from __future__ import annotations

import secrets
import threading
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import orjson

from rules.contracts import InputError, message_factory
from service.base import instants
from service.base.durable_files import replace_file
from service.workbench.sample import ORGANIZATION, PEOPLE, RULE_TRUST, STEPS
from service.workbench.sessions import principal_of
from touchstone.client.addresses import is_local, is_local_host

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.requests import Request

    from service.configuration.settings import Settings
    from service.identity.principals import Principal
    from service.store.accounts import Accounts

_message = message_factory(__name__)

START = "/workbench/start"
_PROXY_HEADERS = ("forwarded", "via", "x-real-ip", "x-forwarded-for", "x-forwarded-host", "x-forwarded-proto")


@dataclass(frozen=True)
class Trial:
    """Sample body that is tried on this machine."""

    start: str = field(default_factory=lambda: secrets.token_urlsafe(12))
    """Distinguishes server starts."""
    start_time: str = field(default_factory=instants.now)
    rule_trust: Path | None = None
    _trust_lock: threading.Lock = field(default_factory=threading.Lock)

    @staticmethod
    def admits(request: Request) -> bool:
        """Return whether a request comes directly from this machine, to a local host name."""
        host = request.headers.get("host", "")
        caller = request.client.host if request.client else ""
        return (
            is_local_host(caller)
            and (is_local(host) or is_local_host(host.strip("[]")))
            and not any(name in request.headers for name in _PROXY_HEADERS)
        )

    @staticmethod
    def choice(person: str, step: str) -> tuple[str, str]:
        if step in STEPS:
            return STEPS[step].person, STEPS[step].address
        if step or person not in PEOPLE:
            raise InputError.of("person", _message("NOBODY_OF_TRIAL", known=list(PEOPLE)), "WRONG_VALUE")
        return person, ""

    @staticmethod
    def principal(accounts: Accounts, name: str) -> Principal:
        row = accounts.find(name)
        if row is None or row.organization != ORGANIZATION or row.end_time is not None:
            raise InputError.of("person", _message("NOBODY_OF_TRIAL", known=list(PEOPLE)), "WRONG_VALUE")
        return principal_of(row)

    def enrol(self, person: str, passkey: Mapping[str, object]) -> bool:
        """Add a passkey to the trial's trust file; return whether it was added.

        Elsewhere the administrator adds it, so that users cannot authorize themselves.
        """
        if self.rule_trust is None:
            return False
        with self._trust_lock:
            content = orjson.loads(self.rule_trust.read_bytes())
            if person not in content["people"]:
                return False
            content["people"][person].setdefault("passkeys", []).append(passkey)
            replace_file(self.rule_trust, orjson.dumps(content))
        return True


def trial_of(settings: Settings) -> Trial | None:
    """Return the trial if enabled and reachable only locally, else None."""
    if not (settings.trial and is_local(settings.http_address)):
        return None
    is_own = settings.trust is not None and settings.trust.name == RULE_TRUST
    return Trial(rule_trust=settings.trust if is_own else None)
