"""Which software, in which versions, runs here?"""

from __future__ import annotations

from functools import cache
from importlib import metadata
from platform import python_version


@cache
def software_versions() -> dict[str, str]:
    """Name the software whose versions an evaluation states."""
    packages = ("touchstone", "durable-rules", "protobuf", "pydantic")
    return {"python": python_version(), **{package: metadata.version(package) for package in packages}}
