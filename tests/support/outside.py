"""External test dependencies: programs and files outside the lock file; skipped locally, failed in CI."""

import os
import shutil
from pathlib import Path
from typing import NoReturn

import pytest


def lacking(what: str) -> NoReturn:
    """Skip a test on a user's machine; fail it where CI=true, since `.ci/run` brings what is lacking."""
    if os.environ.get("CI") == "true":
        pytest.fail(what)
    pytest.skip(what)


def program(name: str, use: str) -> str:
    """Find a program on PATH, without which nobody does what `use` says."""
    path = shutil.which(name)
    return path or lacking(f"{name} is not installed, so {use}")


def named(variable: str, what: str) -> str:
    """Read an environment variable that names what a test compares with."""
    return os.environ.get(variable) or lacking(f"{variable} names no {what}")


def named_file(variable: str, what: str) -> Path:
    """Read one that names a file."""
    return Path(named(variable, what))
