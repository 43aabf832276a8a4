"""API key repository: connections of a command and a server at once, and schema downgrade and upgrade."""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import event, inspect, text

from service.store import database
from service.store.accounts import open_api_keys
from service.store.database import MIGRATIONS, open_database, parse_database_url
from service.store.store import Store
from service.store.tables import ApiKeyRow
from service.store.write_access import StoreError, with_write_access

if TYPE_CHECKING:
    from sqlalchemy import Engine


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


def migrated(engine: Engine, revision: str, *, down: bool = False) -> None:
    """Migrate a store; the check that this software knows its schema is left out meanwhile."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.set_main_option("path_separator", "os")
    event.remove(engine, "begin", database._check_schema_before_writing)
    with with_write_access(engine).begin() as connection:
        config.attributes["connection"] = connection
        (command.downgrade if down else command.upgrade)(config, revision)
    event.listen(engine, "begin", database._check_schema_before_writing)


@pytest.mark.full
def test_the_schema_goes_down_and_up_again_with_its_evaluations(url: str) -> None:
    with ExitStack() as held:
        engine = open_database(parse_database_url(url), 5_000, held)
        columns = (
            "name, organization, request_id, body_digest, create_time, subject, scorecard_version, as_of_date,"
            " conclusion_kind, record_digest, record, record_key, software_versions"
        )
        values = ", ".join(f"'{number}'" for number in range(13))
        with with_write_access(engine).begin() as connection:
            connection.execute(text(f"INSERT INTO evaluation ({columns}, principal) VALUES ({values}, '{{}}')"))  # noqa: S608 -- ours
        migrated(engine, "0005", down=True)
        assert "principal" not in {one["name"] for one in inspect(engine).get_columns("evaluation")}
        assert not inspect(engine).has_table("api_key")
        migrated(engine, "head")
        with engine.connect() as connection:
            assert connection.execute(text("SELECT name, principal FROM evaluation")).all() == [("0", "")]


@pytest.mark.full
def test_keys_of_an_older_store_in_use_are_refused_until_its_server_is_renewed(url: str) -> None:
    if not url.startswith("sqlite"):
        return  # there the first who comes migrates
    with ExitStack() as held:
        engine = open_database(parse_database_url(url), 5_000, held)
        migrated(engine, "0005", down=True)
        with pytest.raises(StoreError, match="another"), open_api_keys(url):
            pass
    with open_api_keys(url) as keys:
        assert keys.all() == []
