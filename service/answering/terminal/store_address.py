"""May the address of a store stand on a command line?"""

from __future__ import annotations

from rules.contracts.errors import InputError, Violation
from rules.contracts.messages import speaker
from service.store.database import read_address

_say = speaker(__name__)


def check_address(database_url: str | None) -> None:
    """Refuse a password where everybody on the machine can read it.

    Raises:
        InputError: the address has one.
        StoreError: it is no address.
    """
    if database_url is not None and read_address(database_url).password is not None:
        raise InputError((Violation("--database-url", _say("PASSWORD_ON_COMMAND_LINE"), "WRONG_VALUE"),))
