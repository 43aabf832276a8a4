"""Build cache: artefacts derived from files of the software, reusable by the next process.

The core knows no folder: whoever starts it may name a `BuildCache`. Without one everything is worked out anew, alike.
"""

from __future__ import annotations

import hashlib
from typing import Protocol


class BuildCache(Protocol):
    """Keeps bytes by a name and the digest of what they were made from."""

    def find(self, name: str, digest: str) -> bytes | None:
        """Give what was kept, whole and unchanged; nothing if that is not certain."""
        ...

    def keep(self, name: str, digest: str, content: bytes) -> None:
        """Keep something, or not."""
        ...


class _CurrentCache:
    cache: BuildCache | None = None


def set_build_cache(cache: BuildCache | None) -> None:
    """Use this cache from now on, or none."""
    _CurrentCache.cache = cache


def has_build_cache() -> bool:
    """Say whether there is a cache, so that something worth keeping is worth making."""
    return _CurrentCache.cache is not None


def source_digest(*made_from: bytes) -> str:
    """Give the digest of what something is made from."""
    whole = hashlib.sha256()
    for part in made_from:
        whole.update(hashlib.sha256(part).digest())
    return whole.hexdigest()


def find_cached(name: str, digest: str) -> bytes | None:
    """Give what the cache has."""
    return None if _CurrentCache.cache is None else _CurrentCache.cache.find(name, digest)


def store_cached(name: str, digest: str, content: bytes) -> None:
    """Put something into the cache."""
    if _CurrentCache.cache is not None:
        _CurrentCache.cache.keep(name, digest, content)
