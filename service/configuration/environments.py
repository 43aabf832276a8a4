"""Name of the environment of this process, such as staging or production."""

from __future__ import annotations

import os
import re

from rules.contracts import InputError, message_factory

_message = message_factory(__name__)

VARIABLE = "TOUCHSTONE_ENVIRONMENT"
ENVIRONMENT_PATTERN = r"[a-z][a-z0-9-]{0,31}"
PRODUCTION = "production"
_ENVIRONMENT = re.compile(rf"{ENVIRONMENT_PATTERN}\Z")


def current_environment() -> str:
    """Return the environment of this process; empty if it has none.

    Raises:
        InputError: If the variable is not a valid name.
    """
    name = next((value for variable, value in os.environ.items() if variable.upper() == VARIABLE), "")
    return check_environment(name, field=VARIABLE)


def check_environment(name: str, *, field: str) -> str:
    """Return the name of an environment, which may be empty, or raise InputError."""
    if name and not _ENVIRONMENT.match(name):
        raise InputError.of(field, _message("ENVIRONMENT_FORM", found=name[:40]), "MALFORMED")
    return name
