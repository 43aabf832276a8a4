"""Handlers of the commands for the server and for assistants."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import click
from pydantic import ValidationError

from rules.contracts import InputError, Violation, error_message, field_problem, message_factory
from service.base.extras import require_extra
from service.base.fork_server import ForkServer, pause_garbage_collection
from service.base.log_setup import LogFile
from service.configuration.settings import Settings, check_environment, combined_settings_class
from service.output.terminal.words import words

_message = message_factory(__name__)

_PRELOADED_WORKERS = ("service.api.evaluating_process", "service.api.trying_process", "service.api.explaining_process")


def serve(  # noqa: PLR0913, PLR0917 -- one parameter per option
    address: str | None, http: str | None, feed: Path | None, database_url: str | None, gazette: Path, language: str
) -> str:
    """Run the server until terminated."""
    require_extra("api")
    signal.signal(signal.SIGHUP, signal.SIG_IGN)  # until the server installs its handler; child processes inherit it
    pause_garbage_collection()
    ForkServer.begin(_PRELOADED_WORKERS)
    from service.base.log_setup import configure_logs  # noqa: PLC0415 -- loaded after the fork
    from service.serving import server  # noqa: PLC0415 -- gRPC must be loaded after the fork
    from service.store.database import check_no_password  # noqa: PLC0415 -- loaded after the fork

    check_environment(os.environ)
    check_no_password(database_url)
    arguments = {
        "address": address,
        "http_address": http,
        "feed": feed,
        "database_url": database_url,
        "gazette": gazette,
    }
    settings = _settings({name: value for name, value in arguments.items() if value is not None})
    log = None if settings.log_file is None else _log_file(settings.log_file)
    configure_logs(settings.log_level, log)
    spoken = words(language)
    server.serve(
        settings,
        ready=lambda bound: click.echo(spoken["listens"].format(address=bound)),
        log=log,
        show_set_up_code=lambda url, code: click.echo(spoken["set_up_code"].format(url=url, code=code)),
    )
    return ""


def _settings(arguments: dict[str, object]) -> Settings:
    try:
        return combined_settings_class()(**arguments)  # type: ignore[arg-type]
    except ValidationError as error:
        wrong = ((f"TOUCHSTONE_{str(detail['loc'][0]).upper()}", field_problem(detail)) for detail in error.errors())
        raise InputError(tuple(Violation(name, problem, "WRONG_VALUE") for name, problem in wrong)) from None


def _log_file(path: Path) -> LogFile:
    try:
        return LogFile(path)
    except OSError as error:
        message = _message("NO_LOG_FILE", path=str(path), problem=error_message(error))
        raise InputError.of("TOUCHSTONE_LOG_FILE", message, "WRONG_VALUE") from None


def serve_assistant(folder: Path | None, server: str | None, gazette: Path) -> str:
    """Serve an assistant until it disconnects."""
    from service.cli import mcp_server  # noqa: PLC0415 -- its library may be absent

    return mcp_server.serve(folder, server, gazette.resolve())
