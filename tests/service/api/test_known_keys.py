"""API key authentication: principal, expiry, revocation, bounded cache and few look-ups."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from rules.contracts.messages import in_language
from service.api.access_guard import ApiKeyCache
from service.api.bulkheads import Bulkhead
from service.base.refusals import Reason, Refusal
from service.cli.keys import NewApiKey, end_key, issue_key
from service.identity.principals import Principal, PrincipalKind, Role
from service.store.accounts import ApiKeys
from service.store.store import Store


class Counted:
    """The keys of a store, which count how often they are looked up and written."""

    def __init__(self, keys: ApiKeys) -> None:
        self._keys, self.found, self.changed, self.is_full = keys, 0, 0, False

    def find(self, id: str) -> Any:
        self.found += 1
        return self._keys.find(id)

    def note_use(self, id: str, time: str) -> None:
        self.changed += 1
        if self.is_full:
            raise Refusal(Reason.STORE_FULL, "full")
        self._keys.note_use(id, time)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = Store(f"sqlite:///{tmp_path}/store.sqlite3")
    yield store
    store.close()


def made(store: Store) -> NewApiKey:
    name = "organizations/example"
    return issue_key(store.keys, organization=name, roles=[Role.DECIDER, Role.REVIEWER], expires=None, note="")


def asked(keys: Counted, act: Callable[[ApiKeyCache], Awaitable[None]]) -> None:
    bulkhead = Bulkhead(8)
    try:
        asyncio.run(act(ApiKeyCache(keys, bulkhead)))  # type: ignore[arg-type] # test double of the key store
    finally:
        bulkhead.close()


def test_a_key_maps_to_its_organisation_and_roles_with_one_lookup_and_one_noted_use(store: Store) -> None:
    key, counted = made(store), Counted(store.keys)

    async def act(known: ApiKeyCache) -> None:
        expected = Principal(key.row.id, PrincipalKind.API_KEY, "example", frozenset({Role.DECIDER, Role.REVIEWER}))
        assert {await known.principal(key.key) for _ in range(50)} == {expected}

    asked(counted, act)
    assert (counted.found, counted.changed) == (1, 1)
    asked(counted, act)  # as after a new start, within the same hour unless it turns just now
    assert counted.found == 2
    assert counted.changed <= 2


def test_a_use_that_cannot_be_noted_costs_no_call(store: Store) -> None:
    key, counted = made(store), Counted(store.keys)
    counted.is_full = True

    async def act(known: ApiKeyCache) -> None:
        assert (await known.principal(key.key)).organization == "example"

    asked(counted, act)
    assert counted.changed == 1


@pytest.mark.full(sample=5)
@pytest.mark.parametrize("state", ["revoked", "expired", "unknown", "other", "cut", "longer"])
def test_an_invalid_key_is_refused_in_both_languages(store: Store, state: str) -> None:
    key, another = made(store), made(store)
    shown = key.key
    match state:
        case "revoked":
            end_key(store.keys, key.row.id)
        case "expired":
            store.keys.change(key.row.id, expire_time="2026-01-01T00:00:00Z")
        case "unknown":
            shown = shown.replace(key.row.id, "0123456789abcdef")
        case "other":
            shown = shown.replace(key.row.id, another.row.id)
        case "cut":
            shown = shown[:-1]
        case "longer":
            shown = f"{shown}\n"

    async def act(known: ApiKeyCache) -> None:
        with pytest.raises(Refusal) as raised:
            await known.principal(shown)
        words = {
            "revoked": "was revoked",
            "expired": "has expired",
            "cut": "not a complete API key",
            "longer": "not a complete API key",
        }
        message = raised.value.args[0]
        assert raised.value.reason is Reason.CREDENTIAL_INVALID
        assert words.get(state, "API key was not found") in message
        assert in_language(message, "zh") != message

    asked(Counted(store.keys), act)


def test_a_wrong_secret_neither_reveals_a_revocation_nor_counts_as_a_use(store: Store) -> None:
    key, another = made(store), made(store)
    end_key(store.keys, key.row.id)
    counted = Counted(store.keys)

    async def act(known: ApiKeyCache) -> None:
        with pytest.raises(Refusal, match="API key was not found"):
            await known.principal(another.key.replace(another.row.id, key.row.id))

    asked(counted, act)
    assert counted.changed == 0


def test_guessed_ids_fill_no_memory(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("service.api.access_guard._MAX_CACHED_KEYS", 10)
    key = made(store)

    async def act(known: ApiKeyCache) -> None:
        for number in range(40):
            with pytest.raises(Refusal):
                await known.principal(key.key.replace(key.row.id, f"{number:016x}"))
        assert len(known._cached_rows) == 10

    asked(Counted(store.keys), act)


def test_the_store_contains_no_secret(store: Store, tmp_path: Path) -> None:
    key = made(store)
    secret = key.key.split("_", 2)[2].encode()
    for file in tmp_path.iterdir():
        assert secret not in file.read_bytes()
