"""Failures of the store, after which the same work is tried again later."""

from __future__ import annotations

from service.base.refusals import Reason, Refusal
from service.store.write_access import StoreError

_REASONS = frozenset({Reason.STORE_LOCKED, Reason.STORE_FULL, Reason.STORE_UNAVAILABLE})


def is_store_failure(error: Exception) -> bool:
    """Return whether the store is unavailable, and not the data wrong."""
    return isinstance(error, StoreError) or (isinstance(error, Refusal) and error.reason in _REASONS)
