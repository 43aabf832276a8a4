"""Trial of the sample body: who may be entered as without a password, from where, and the story to click through."""

from __future__ import annotations

import secrets
import threading
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import orjson

from rules.contracts import InputError, Violation, message_factory
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

_say = message_factory(__name__)

START = "/workbench/start"
_OF_PROXIES = ("forwarded", "via", "x-real-ip", "x-forwarded-for", "x-forwarded-host", "x-forwarded-proto")
"""Headers of a request that came by a proxy, and so perhaps from another machine."""


@dataclass(frozen=True)
class Trial:
    """A sample body that is tried out on this machine."""

    start: str = field(default_factory=lambda: secrets.token_urlsafe(12))
    """What tells this start of the server from earlier ones."""
    start_time: str = field(default_factory=instants.now)
    rule_trust: Path | None = None
    """The trust file of the trial, if drafts of rules can be signed."""
    _trust_lock: threading.Lock = field(default_factory=threading.Lock)

    @staticmethod
    def admits(request: Request) -> bool:
        """Say whether a request was made on this machine, for a name of it, and passed on by nobody."""
        host = request.headers.get("host", "")
        caller = request.client.host if request.client else ""
        return (
            is_local_host(caller)
            and (is_local(host) or is_local_host(host.strip("[]")))
            and not any(name in request.headers for name in _OF_PROXIES)
        )

    @staticmethod
    def choice(person: str, step: str) -> tuple[str, str]:
        """Give the person that was chosen, and where they begin: by name, or by the name of a step of a story.

        Raises:
            InputError: there is no such person or step.
        """
        if step in STEPS:
            return STEPS[step].person, STEPS[step].address
        if step or person not in PEOPLE:
            raise InputError((Violation("person", _say("NOBODY_OF_TRIAL", known=list(PEOPLE)), "WRONG_VALUE"),))
        return person, ""

    @staticmethod
    def principal(accounts: Accounts, name: str) -> Principal:
        """Give who is signed in by an account of the sample body.

        Raises:
            InputError: there is no such account, or it has ended.
        """
        row = accounts.find(name)
        if row is None or row.organization != ORGANIZATION or row.end_time is not None:
            raise InputError((Violation("person", _say("NOBODY_OF_TRIAL", known=list(PEOPLE)), "WRONG_VALUE"),))
        return principal_of(row)

    def enrol(self, person: str, passkey: Mapping[str, object]) -> bool:
        """Let a passkey count for somebody whom the trust file of the trial names; say whether it does.

        Elsewhere whoever keeps that file enters it, so that nobody lets themselves approve.
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
    """Give the trial of a server that was started for one, and that this machine alone reaches."""
    if not (settings.trial and is_local(settings.http_address)):
        return None
    is_own = settings.trust is not None and settings.trust.name == RULE_TRUST
    return Trial(rule_trust=settings.trust if is_own else None)
