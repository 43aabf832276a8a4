"""Configuration profiles from a TOML file, overridden by environment and command line."""

from __future__ import annotations

import os
import tomllib
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rules.contracts import InputError, Violation, did_you_mean, error_message, message_factory
from service.configuration.folders import profiles_path
from service.input.given_files import FileRefusedError, read_text_file
from service.output.terminal.command_declarations import SHARED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_message = message_factory(__name__)

_MAX_BYTES = 1024 * 1024
_PROFILE_OPTIONS = {
    option.opts[-1].removeprefix("--"): option for option in SHARED if option.name not in {"out", "profile"}
}
_DEFAULT_PROFILE = "default"


def profile_variables(name: str, *, option: str) -> dict[str, str]:
    """Return the environment variables of a profile, or raise InputError; `option` named it."""
    if not profiles_path().exists():
        raise InputError.of(option, _message("NO_SECTION_FILE", name=name, path=str(profiles_path())), "NOT_FOUND")

    def refuse(violation: Violation) -> InputError:
        field = option if violation.field == "--profile" else violation.field
        return InputError.of(field, violation.description, violation.reason)

    return _variables(profiles_path(), name, refuse)


@contextmanager
def applied_profile(path: Path, name: str, refuse: Callable[[Violation], Exception]) -> Iterator[None]:
    """Set missing environment variables temporarily from a profile (empty name: `default`)."""
    added = {key: value for key, value in _variables(path, name, refuse).items() if key not in os.environ}
    os.environ.update(added)
    try:
        yield
    finally:
        for key in added:
            os.environ.pop(key, None)


def _variables(path: Path, name: str, refuse: Callable[[Violation], Exception]) -> dict[str, str]:
    try:
        profiles: dict[str, Any] = tomllib.loads(read_text_file(path, most=_MAX_BYTES, allowed="TOML").decode())
    except FileNotFoundError:
        raise refuse(Violation("--profile", _message("NO_PROFILES", path=str(path)), "NOT_FOUND")) from None
    except (OSError, ValueError, FileRefusedError) as error:
        message = _message("PROFILES_UNREADABLE", problem=error_message(error))
        raise refuse(Violation(str(path), message, "MALFORMED")) from None
    if name and name not in profiles:
        message = _message("NO_PROFILE", name=name, hint=did_you_mean(name, tuple(profiles)), known=tuple(profiles))
        raise refuse(Violation("--profile", message, "NOT_FOUND"))
    variables = {}
    profile = profiles.get(name or _DEFAULT_PROFILE, {})
    for key, value in (profile if isinstance(profile, dict) else {"": profile}).items():
        if key not in _PROFILE_OPTIONS or not isinstance(value, str | bool):
            message = _message(
                "NO_OPTION_OF_PROFILE", hint=did_you_mean(key, tuple(_PROFILE_OPTIONS)), known=tuple(_PROFILE_OPTIONS)
            )
            raise refuse(Violation(f"{path}: {name or _DEFAULT_PROFILE}.{key}", message, "UNKNOWN"))
        option = _PROFILE_OPTIONS[key]
        variables[option.variable or f"TOUCHSTONE_{option.name.upper()}"] = (
            str(value).lower() if value in (True, False) else str(value)
        )
    return variables
