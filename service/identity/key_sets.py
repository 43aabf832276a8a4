"""With which public keys does an issuer sign its tokens? Read from a JSON Web Key Set in a file or at a URL (RFC 7517).

The set is read again when it is ten minutes old, and when a token names a key that it lacks, though no more than twice
a minute, whatever callers send. Keys that could not be read again for a day are trusted no longer.
"""

from __future__ import annotations

import asyncio
import json
import time
import urllib.request
from http.client import HTTPException
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jwt import PyJWK
from jwt.exceptions import PyJWTError

from rules.contracts.messages import speaker
from service.base import logs
from service.base.refusals import Reason, Refusal
from service.base.threads import Threads

if TYPE_CHECKING:
    from collections.abc import Callable

_say = speaker(__name__)

_FRESH_SECONDS = 600.0
_PAUSE_SECONDS = 30.0
_TRUSTED_SECONDS = 86_400.0
_FETCH_SECONDS = 5.0
_MAXIMUM_BYTES = 1_000_000
_MAXIMUM_KEYS = 100


def is_url(place: str) -> bool:
    """Say whether a place of keys is a URL and not a file."""
    return "://" in place


class KeySet:
    """The keys of one issuer, kept and read again."""

    def __init__(self, place: str, *, clock: Callable[[], float] = time.monotonic) -> None:
        """Know where the keys are; nothing is read yet."""
        self._place = place
        self._clock = clock
        self._keys: dict[str | None, PyJWK] = {}
        self._read_at = self._tried_at = float("-inf")
        self._reading = asyncio.Lock()
        self._threads = Threads()
        self._again: asyncio.Task[None] | None = None

    async def key(self, id: str | None) -> PyJWK | None:
        """Give the key of this id, or the only one if none is named; None if there is no such key.

        Raises:
            Refusal: the keys cannot be had now.
        """
        if self._age() > _TRUSTED_SECONDS:
            self._keys = {}
        if not self._keys:
            await self._read()
            if not self._keys:
                raise Refusal(Reason.IDENTITY_UNAVAILABLE, _say("NO_KEYS"))
        elif self._age() > _FRESH_SECONDS and self._may_try():
            self._again = asyncio.create_task(self._read())  # the keys at hand serve meanwhile
        found = self._find(id)
        if found is None and self._may_try():
            await self._read()
            found = self._find(id)
        return found

    def _find(self, id: str | None) -> PyJWK | None:
        if id is None:
            return next(iter(self._keys.values())) if len(self._keys) == 1 else None
        return self._keys.get(id)

    def _age(self) -> float:
        return self._clock() - self._read_at

    def _may_try(self) -> bool:
        return self._clock() - self._tried_at > _PAUSE_SECONDS

    async def _read(self) -> None:
        """Read the keys unless that was just tried; where it fails, those at hand stay."""
        async with self._reading:
            if not self._may_try():
                return
            self._tried_at = self._clock()
            try:
                self._keys = _usable(await self._threads.do(_content, self._place))
            except (OSError, ValueError, HTTPException, RecursionError) as error:
                logs.error("keys_unreadable", error=type(error).__name__, trusted=bool(self._keys))
            else:
                self._read_at = self._clock()


class _NoRedirects(urllib.request.HTTPRedirectHandler):
    """Keys come from where the operator said, and nowhere else."""

    def redirect_request(self, *given: Any, **named: Any) -> None:
        """Follow none."""


_OPENER = urllib.request.build_opener(_NoRedirects)


def _content(place: str) -> bytes:
    if not is_url(place):
        return Path(place).read_bytes()
    with _OPENER.open(place, timeout=_FETCH_SECONDS) as answer:
        content: bytes = answer.read(_MAXIMUM_BYTES + 1)
    if len(content) > _MAXIMUM_BYTES:
        raise ValueError("too large")
    return content


def _usable(content: bytes) -> dict[str | None, PyJWK]:
    """Give the public keys for signatures; what is for encryption, shared, or of an unknown kind is left out."""
    read = json.loads(content)
    listed = read.get("keys") if isinstance(read, dict) else None
    if not isinstance(listed, list):
        raise ValueError("no key set")
    keys: dict[str | None, PyJWK] = {}
    for one in listed[:_MAXIMUM_KEYS]:
        if not isinstance(one, dict) or one.get("kty") == "oct" or one.get("use", "sig") != "sig":
            continue
        try:
            keys[one.get("kid")] = PyJWK({name: value for name, value in one.items() if name != "d"})
        except PyJWTError:
            continue
    if not keys:
        raise ValueError("no usable key")
    return keys
