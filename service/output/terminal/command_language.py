"""Language of the running command, with a default from the environment."""

from __future__ import annotations

import os
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

SPOKEN = ("en", "zh")
LANGUAGE_VARIABLE = "TOUCHSTONE_LANGUAGE"
_COMMAND_LANGUAGE = ContextVar("asked_language", default="en")


def language_of_environment() -> str:
    """Return the default language of commands."""
    language = os.environ.get(LANGUAGE_VARIABLE, "")
    return language if language in SPOKEN else SPOKEN[0]


def requested_language() -> str:
    """Return the language of the running command."""
    return _COMMAND_LANGUAGE.get()


@contextmanager
def use_language(language: str) -> Iterator[None]:
    """Use a language within the context."""
    token = _COMMAND_LANGUAGE.set(language)
    try:
        yield
    finally:
        _COMMAND_LANGUAGE.reset(token)
