"""How is `serve` called?"""

from __future__ import annotations

import os
import signal
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from pydantic import ValidationError

from rules.contracts.errors import InputError, Violation
from rules.contracts.messages import speaker
from service.answering.terminal.options import (
    DEFAULT_GAZETTE,
    FormatOption,
    GazetteOption,
    LanguageOption,
    add_command,
)
from service.answering.terminal.output import Exit, Format, Language, answering, complain, put

if TYPE_CHECKING:
    from service.base.log_lines import LogFile

_say = speaker(__name__)

_WORK_APART = ("service.api.evaluating_process", "service.api.trying_process", "service.api.explaining_process")
"""What every server does in processes of their own; other such modules are loaded when there is work for them."""


def register(app: typer.Typer) -> None:
    """Add the command."""
    add_command(app, "serve", serve_command)
    add_command(app, "rebuild-outcomes", rebuild_outcomes_command)


def serve_command(
    *,
    address: Annotated[
        str | None, typer.Option("--address", metavar="HOST:PORT", help="Listen here; port 0 takes a free one.")
    ] = None,
    http: Annotated[
        str | None, typer.Option("--http", metavar="HOST:PORT", help="Take JSON over HTTP here as well.")
    ] = None,
    database_url: Annotated[
        str | None, typer.Option("--database-url", metavar="URL", help="Store evaluations here.")
    ] = None,
    gazette: Annotated[Path | None, typer.Option("--gazette", help="The folder of published scorecards.")] = None,
    language: LanguageOption = Language.ENGLISH,
) -> None:
    r"""Serve the gRPC API, and if asked JSON over HTTP, until SIGTERM or Ctrl-C.

    Settings come from the environment (TOUCHSTONE_ADDRESS, TOUCHSTONE_HTTP_ADDRESS, TOUCHSTONE_DATABASE_URL,
    TOUCHSTONE_GAZETTE, TOUCHSTONE_PRIVATE_GAZETTES, TOUCHSTONE_TRUST,
    TOUCHSTONE_EVALUATING_PROCESSES, TOUCHSTONE_EVALUATION_SECONDS,
    TOUCHSTONE_MAXIMUM_IN_FLIGHT, TOUCHSTONE_MAXIMUM_STREAMS, TOUCHSTONE_MAXIMUM_TRIALS,
    TOUCHSTONE_MAXIMUM_READS, TOUCHSTONE_MAXIMUM_SCREENINGS, TOUCHSTONE_QUOTA_CALLS_PER_SECOND,
    TOUCHSTONE_QUOTA_CALLS_BURST, TOUCHSTONE_QUOTA_ITEMS_PER_SECOND, TOUCHSTONE_QUOTA_ITEMS_BURST,
    TOUCHSTONE_QUOTAS, TOUCHSTONE_SCREENING_SECONDS,
    TOUCHSTONE_MAXIMUM_MESSAGE_BYTES, TOUCHSTONE_MAXIMUM_ANSWER_BYTES, TOUCHSTONE_DATABASE_WAIT_MILLISECONDS,
    TOUCHSTONE_GRACE_SECONDS, TOUCHSTONE_REFLECTION, TOUCHSTONE_METRICS_ADDRESS, TOUCHSTONE_TRACES_URL,
    TOUCHSTONE_EVENTS, TOUCHSTONE_LOG_KEY, TOUCHSTONE_LOG_ORIGIN, TOUCHSTONE_TIME_STAMP_URL,
    TOUCHSTONE_TIME_STAMP_INTERVAL_SECONDS, TOUCHSTONE_EVIDENCE_FILES,
    TOUCHSTONE_EVIDENCE_FILE_BYTES, TOUCHSTONE_EVIDENCE_BYTES_EACH, TOUCHSTONE_EVIDENCE_MEDIA_TYPES,
    TOUCHSTONE_EVIDENCE_SCAN, TOUCHSTONE_EVIDENCE_SCAN_SECONDS, TOUCHSTONE_RETENTION_SINCE,
    TOUCHSTONE_RETENTION_EVIDENCE_YEARS, TOUCHSTONE_RETENTION_INPUT_YEARS, TOUCHSTONE_RETENTION_EVALUATION_YEARS,
    TOUCHSTONE_RETENTION_FILE_YEARS,
    TOUCHSTONE_RETENTION_DRAFT_DAYS,
    TOUCHSTONE_LOG_FILE, TOUCHSTONE_LOG_LEVEL); options go before them, and a
    variable of this kind that is no setting is refused. Who may call is set by TOUCHSTONE_TLS_CERTIFICATE,
    TOUCHSTONE_TLS_KEY, TOUCHSTONE_TLS_CLIENT_CA, TOUCHSTONE_TLS_CLIENT_CRL, TOUCHSTONE_API_KEYS, TOUCHSTONE_JWT_KEYS,
    TOUCHSTONE_JWT_ISSUER, TOUCHSTONE_JWT_AUDIENCE, TOUCHSTONE_JWT_ALGORITHMS, TOUCHSTONE_JWT_CLOCK_SKEW_SECONDS,
    TOUCHSTONE_JWT_ORGANIZATION_CLAIM,
    TOUCHSTONE_JWT_ROLES_CLAIM and TOUCHSTONE_CERTIFICATE_PRINCIPALS; beyond this machine a server listens only with
    encryption and identity. Once calls are accepted, each address is written to standard output; logs go to standard
    error, or to TOUCHSTONE_LOG_FILE, which SIGHUP opens anew, one JSON object per line, without the values of facts.

    \b
    Examples:
      touchstone serve
      touchstone serve --http 127.0.0.1:8080
      touchstone serve --address 127.0.0.1:0 --database-url sqlite:///var/trial.sqlite3
      PGPASSFILE=/run/secrets/pgpass touchstone serve --database-url postgresql://touchstone@db.example/touchstone

    \b
    Exit codes: 0 stopped as asked, 2 a setting is malformed, 3 the address, store or gazette cannot be used.
    """
    from service.answering.terminal.words import words  # noqa: PLC0415 -- not for the help
    from service.base.fork_server import (  # noqa: PLC0415 -- not for the help
        ForkServer,
        load_undisturbed,
    )
    from service.settings import all_settings, check_environment  # noqa: PLC0415 -- likewise
    from service.store.database import check_no_password  # noqa: PLC0415 -- likewise

    given = {"address": address, "http_address": http, "database_url": database_url, "gazette": gazette}
    signal.signal(signal.SIGHUP, signal.SIG_IGN)  # until the server heeds it, and in all that it starts
    load_undisturbed()
    ForkServer.begin(_WORK_APART)
    from service.base.log_lines import configure_logs  # noqa: PLC0415 -- as late as the server itself
    from service.server import serve  # noqa: PLC0415 -- gRPC, which is not to be forked

    with answering():
        check_environment(os.environ)
        check_no_password(database_url)
    try:
        settings = all_settings()(**{name: value for name, value in given.items() if value is not None})  # type: ignore[arg-type]
    except ValidationError as error:
        for wrong in error.errors():
            complain(f"touchstone: TOUCHSTONE_{str(wrong['loc'][0]).upper()}: {wrong['msg']}")
        raise typer.Exit(Exit.BAD_INPUT) from None
    with answering():
        log = None if settings.log_file is None else _log_file(settings.log_file)
        configure_logs(settings.log_level, log)
        serve(settings, ready=lambda bound: typer.echo(words(language.value)["listens"].format(address=bound)), log=log)


def _log_file(path: Path) -> LogFile:
    from rules.contracts.messages import words_of  # noqa: PLC0415 -- not for the help
    from service.base.log_lines import LogFile  # noqa: PLC0415 -- likewise

    try:
        return LogFile(path)
    except OSError as error:
        said = _say("NO_LOG_FILE", path=str(path), problem=words_of(error))
        raise InputError((Violation("TOUCHSTONE_LOG_FILE", said, "WRONG_VALUE"),)) from None


def rebuild_outcomes_command(
    *,
    database_url: Annotated[
        str | None, typer.Option("--database-url", metavar="URL", help="The store; TOUCHSTONE_DATABASE_URL otherwise.")
    ] = None,
    gazette: GazetteOption = DEFAULT_GAZETTE,
    language: LanguageOption = Language.ENGLISH,
    form: FormatOption = Format.TEXT,
) -> None:
    r"""Write again, from the stored records, the tables by which evaluations are searched, ranked and listed.

    Nothing is lost with these tables, and the server adds to them by itself. Stop the server of a SQLite file first.
    The own cards of organisations are found where TOUCHSTONE_PRIVATE_GAZETTES says, as by the server.

    \b
    Examples:
      touchstone data rebuild
      touchstone data rebuild --database-url sqlite:///var/trial.sqlite3 --format json

    \b
    Exit codes: 0 rebuilt, 3 the store cannot be used.
    """
    from service.answering.terminal.words import words  # noqa: PLC0415 -- not for the help
    from service.gazette.versions import (  # noqa: PLC0415 -- not for the help
        Gazette,
        MadeUnder,
    )
    from service.settings import Settings  # noqa: PLC0415 -- likewise
    from service.store.database import check_no_password  # noqa: PLC0415 -- likewise
    from service.store.evaluations import Store  # noqa: PLC0415 -- likewise

    with answering(form):
        check_no_password(database_url)
        store = Store(database_url or Settings().database_url, cards=MadeUnder(Gazette(gazette)))
        try:
            count = store.rebuild_outcomes()
        finally:
            store.close()
        put(
            f'{{"outcomeCount": {count}}}'
            if form is Format.JSON
            else words(language.value)["outcomes"].format(count=count)
        )
