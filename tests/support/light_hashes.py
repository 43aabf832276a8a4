"""Hashes of passwords at the least cost that Argon2 allows, for tests that are about something else."""

from __future__ import annotations

import pytest
from argon2 import PasswordHasher

from service.accounts import local_accounts
from service.workbench import sessions


@pytest.fixture(autouse=True)
def light_hashes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hash with one pass over 8 KiB instead of three over 64 MiB."""
    hasher = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    monkeypatch.setattr(local_accounts, "_HASHER", hasher)
    monkeypatch.setattr(sessions, "_DUMMY_HASH", hasher.hash("of nobody"))
