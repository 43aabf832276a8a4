"""API key repository: connections of a command and a server at once."""

from __future__ import annotations

from service.store.accounts import open_api_keys
from service.store.store import Store
from service.store.tables import ApiKeyRow


def key(id: str, create_time: str = "2026-01-01T00:00:00Z") -> ApiKeyRow:
    return ApiKeyRow(
        id=id,
        secret_digest="00",  # noqa: S106 -- of no secret
        organization="example",
        roles='["assessor"]',
        note="",
        create_time=create_time,
        expire_time="2027-01-01T00:00:00Z",
    )


def test_a_command_and_a_server_see_the_same_keys(url: str) -> None:
    store = Store(url)
    with open_api_keys(url) as api_keys:
        api_keys.add(key("b", "2026-01-02T00:00:00Z"))
        api_keys.add(key("a"))
        api_key = store.keys.find("a")
        assert api_key is not None
        assert api_key.roles == '["assessor"]'
        store.keys.change("a", last_use_time="2026-01-03T00:00:00Z")
        assert [(row.id, row.last_use_time) for row in api_keys.all()] == [("a", "2026-01-03T00:00:00Z"), ("b", None)]
        api_keys.change("a", revoke_time="2026-01-04T00:00:00Z")
        again = store.keys.find("a")
        assert again is not None
        assert again.revoke_time == "2026-01-04T00:00:00Z"
        assert store.keys.find("c") is None
    store.close()
