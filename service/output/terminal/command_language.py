"""Language of the running command: context variable, and default from the environment."""

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
    """Give the language that commands speak unless they are asked for another."""
    named = os.environ.get(LANGUAGE_VARIABLE, "")
    return named if named in SPOKEN else SPOKEN[0]


def requested_language() -> str:
    """Give the language that the running command was asked to speak."""
    return _COMMAND_LANGUAGE.get()


@contextmanager
def use_language(language: str) -> Iterator[None]:
    """Let everything that is said meanwhile be in this language."""
    before = _COMMAND_LANGUAGE.set(language)
    try:
        yield
    finally:
        _COMMAND_LANGUAGE.reset(before)
