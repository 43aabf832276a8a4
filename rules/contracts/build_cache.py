"""Build cache: artefacts derived from files of the software, reusable by the next process.

The core has no cache folder; the process that starts it may set a `BuildCache`.
"""

from __future__ import annotations

import hashlib
from typing import Protocol


class BuildCache(Protocol):
    """A byte store with name and source digest as key."""

    def find(self, name: str, digest: str) -> bytes | None:
        """Return the stored bytes; None if they are missing or may have changed."""
        ...

    def keep(self, name: str, digest: str, content: bytes) -> None:
        """Store bytes, or do nothing."""
        ...


class _CurrentCache:
    cache: BuildCache | None = None


def set_build_cache(cache: BuildCache | None) -> None:
    """Set the cache; None disables caching."""
    _CurrentCache.cache = cache


def has_build_cache() -> bool:
    """Return whether a cache is set; without it, callers need not serialize artefacts."""
    return _CurrentCache.cache is not None


def source_digest(*made_from: bytes) -> str:
    """Return the digest of all sources of an artefact."""
    combined = hashlib.sha256()
    for part in made_from:
        combined.update(hashlib.sha256(part).digest())
    return combined.hexdigest()


def find_cached(name: str, digest: str) -> bytes | None:
    """Return the cached bytes, or None."""
    return None if _CurrentCache.cache is None else _CurrentCache.cache.find(name, digest)


def store_cached(name: str, digest: str, content: bytes) -> None:
    """Store bytes if a cache is set."""
    if _CurrentCache.cache is not None:
        _CurrentCache.cache.keep(name, digest, content)
