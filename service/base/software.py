"""Installed software and its versions."""

from __future__ import annotations

from functools import cache
from importlib import metadata
from platform import python_version


@cache
def software_versions() -> dict[str, str]:
    """Return the software versions that an evaluation states."""
    own = metadata.version("touchstone-scorecards")
    packages = ("durable-rules", "protobuf", "pydantic")
    return {"python": python_version(), "touchstone": own, **{name: metadata.version(name) for name in packages}}
