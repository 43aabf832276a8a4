"""One simulated day of mail in processes that are killed at chosen points."""

from __future__ import annotations

import os
import signal
import time
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

from service.base import instants
from service.events.delivery import remind
from service.mail.mail_delivery import MAIL_ENDPOINT
from service.mail.smtp_client import SmtpClient
from service.store.mail import MailStore
from service.store.store import Store
from tests.support.mailing import mail_server, rounds, run_all

_HOUR_MILLISECONDS = 3_600_000
_WAIT_SECONDS = 0.01


class Killer:
    """Kills this process by SIGKILL before or after the n-th storing or sending."""

    def __init__(self, countdown: int) -> None:
        self._left = countdown

    def _pass(self) -> None:
        self._left -= 1
        if self._left == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    def around(self, function: Callable[..., Any]) -> Callable[..., Any]:
        def wrapped(*arguments: Any, **named: Any) -> Any:
            self._pass()
            result = function(*arguments, **named)
            self._pass()
            return result

        return wrapped

    def install(self) -> None:
        for owner, name in ((MailStore, "add"), (MailStore, "change_message"), (SmtpClient, "send")):
            setattr(owner, name, self.around(getattr(owner, name)))


def live_through(url: str, port: int, hours: range, clock: Path, countdown: int = 0) -> bool:
    """Plan and send in another process from the stored hour on; return whether it ended without being killed."""
    return ended(begin(url, port, hours, clock, countdown))


def begin(url: str, port: int, hours: range, clock: Path, countdown: int = 0) -> int:
    """Start the process and return its id."""
    child = os.fork()
    if not child:
        try:
            if countdown:
                Killer(countdown).install()
            _live(url, port, hours, clock)
            os._exit(0)
        except BaseException:  # a child process must never return into the test
            traceback.print_exc()
            os._exit(1)
    return child


def ended(child: int) -> bool:
    """Wait for a process; return whether it ended without being killed."""
    _, status = os.waitpid(child, 0)
    assert status in (0, signal.SIGKILL), status
    return status == 0


def _live(url: str, port: int, hours: range, clock: Path) -> None:
    first, *begun = (int(word) for word in clock.read_text().split())
    store = Store(url)
    store.write_events(lambda: None)
    for hour in range(max([hours.start, *begun]), hours.stop):
        clock.write_text(f"{first} {hour}")
        instants.set_floor(first + hour * _HOUR_MILLISECONDS)
        remind(store.cases, 14)
        given = rounds(store, mail_server(port))
        run_all(given)
        while _is_behind(store):  # another process has the lock
            time.sleep(_WAIT_SECONDS)
            run_all(given)
    store.close()


def _is_behind(store: Store) -> bool:
    unplanned = store.outbox.backlog(MAIL_ENDPOINT, None).waiting
    return bool(unplanned) or store.mail.backlog(instants.now()).oldest is not None
