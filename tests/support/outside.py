"""External test dependencies: programs and files outside the lock file; skipped locally, failed in CI."""

import os
import shutil
from pathlib import Path
from typing import NoReturn

import pytest


def lacking(what: str) -> NoReturn:
    """Skip a test on a developer machine; fail it if CI=true, because `.ci/run` installs the requirements."""
    if os.environ.get("CI") == "true":
        pytest.fail(what)
    pytest.skip(what)


def program(name: str, use: str) -> str:
    """Return the path of a program; `use` states the consequence for tests if it is missing."""
    path = shutil.which(name)
    return path or lacking(f"{name} is not installed, so {use}")


def named(variable: str, what: str) -> str:
    """Return the value of an environment variable that names a test reference."""
    return os.environ.get(variable) or lacking(f"{variable} names no {what}")


def named_file(variable: str, what: str) -> Path:
    """Read one that names a file."""
    return Path(named(variable, what))
