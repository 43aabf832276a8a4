"""How is `applied` called?"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from rules.contracts.errors import InputError, Violation
from rules.contracts.messages import speaker
from service.answering.terminal.json_form import as_document
from service.answering.terminal.options import (
    DEFAULT_GAZETTE,
    GazetteOption,
    KnownOption,
    LanguageOption,
    PlainFormatOption,
    add_command,
)
from service.answering.terminal.output import Format, Language, answering, put
from service.base import instants

if TYPE_CHECKING:
    from service.calendar.applied_text import ToldApplied
    from service.gazette.versions import Gazette
    from touchstone.v1 import types_pb2

_say = speaker(__name__)


def register(app: typer.Typer) -> None:
    """Add the command."""
    add_command(app, "applied", applied_command)


def applied_command(  # noqa: PLR0913 -- one for each option
    subject: Annotated[
        str, typer.Argument(metavar="SUBJECT", help="The subject, such as organizations/example/subjects/plant-7.")
    ],
    *,
    day: Annotated[str, typer.Option("--on", metavar="DAY", help="The civil date that is asked for.")],
    known: KnownOption = None,
    database_url: Annotated[
        str | None, typer.Option("--database-url", metavar="URL", help="The store; TOUCHSTONE_DATABASE_URL otherwise.")
    ] = None,
    server: Annotated[
        str | None, typer.Option("--server", metavar="HOST:PORT", help="Ask this server, by its gazette and store.")
    ] = None,
    form: PlainFormatOption = Format.TEXT,
    language: LanguageOption = Language.ENGLISH,
    gazette: GazetteOption = DEFAULT_GAZETTE,
) -> None:
    r"""Say what applied to a subject on a day, what was known then, and why that differs from what is known now.

    Of each card under which it was ever evaluated: the version in force, and the evaluation for that day or the latest
    day before. Without --known what was known by the end of that day (UTC) counts. Why that differs says which version
    or table came or went, which evaluation was stored since, and which facts it was given otherwise. What the rules of
    now would conclude of an evaluation, `touchstone simulate` says.

    \b
    Examples:
      touchstone evaluation applied organizations/example/subjects/plant-7 --on 2026-03-01
      touchstone evaluation applied organizations/example/subjects/plant-7 --on 2026-03-01 --known 2026-06-30
      touchstone evaluation applied organizations/example/subjects/plant-7 --on 2026-03-01 --server 127.0.0.1:50051

    \b
    Exit codes: 0 told, whether or not anything differs, 1 told, and records cannot be read, which are named, 2 a day is
    wrong or nothing is stored of the subject, 3 the store, the server or the gazette cannot be used.
    """
    from service.answering.erased import left_out_document  # noqa: PLC0415 -- likewise
    from service.answering.terminal.left_out import end_with_left_out  # noqa: PLC0415 -- likewise
    from service.answering.terminal.named_rules import read_known  # noqa: PLC0415 -- not for the help
    from service.base.names import organization_of  # noqa: PLC0415 -- likewise
    from service.calendar.applied_text import applied_document, applied_text  # noqa: PLC0415 -- likewise
    from service.calendar.entries import read_day  # noqa: PLC0415 -- likewise
    from service.gazette.versions import Gazette  # noqa: PLC0415 -- likewise
    from service.settings import Settings  # noqa: PLC0415 -- likewise
    from service.store.database import check_no_password  # noqa: PLC0415 -- likewise

    with answering(form):
        if server is not None and database_url is not None:
            raise InputError((Violation("--database-url", _say("SERVER_HAS_STORE"), "WRONG_VALUE"),))
        check_no_password(database_url)
        organization_of(subject, field="SUBJECT")
        on, versions = read_day("--on", day), Gazette(gazette)
        if server is None:
            then, found, lacking = _from_store(
                subject, on, known, database_url or Settings().database_url, versions, language
            )
        else:
            from service.calendar.of_server import applied_by_server  # noqa: PLC0415 -- gRPC is slow to load

            by = None if known is None else read_known(known)
            then, found, lacking = applied_by_server(server, subject, on, by, versions, language.value)
        if not found and not lacking.evaluation_count:
            raise InputError((Violation("SUBJECT", _say("NOTHING_STORED", name=subject), "NOT_FOUND"),))
        if form is Format.JSON:
            document = applied_document(subject, found, on.isoformat(), then)
            put(as_document({**document, **left_out_document(lacking)}))
        else:
            put(applied_text(subject, found, on.isoformat(), then, language.value))
        end_with_left_out(lacking, language.value)


def _from_store(  # noqa: PLR0913, PLR0917 -- what is asked for
    subject: str, on: date, known: str | None, database_url: str, gazette: Gazette, language: Language
) -> tuple[str, list[ToldApplied], types_pb2.LeftOut]:
    from service.answering.erased import left_out_message  # noqa: PLC0415 -- likewise
    from service.answering.terminal.named_rules import read_known  # noqa: PLC0415 -- not for the help
    from service.base.names import organization_of  # noqa: PLC0415 -- likewise
    from service.calendar.applied import Asked, applied  # noqa: PLC0415 -- likewise
    from service.calendar.applied_text import told_applied  # noqa: PLC0415 -- likewise
    from service.gazette.shelves import Shelves  # noqa: PLC0415 -- likewise
    from service.gazette.versions import MadeUnder  # noqa: PLC0415 -- likewise
    from service.store.of_subject import conclusions_of  # noqa: PLC0415 -- likewise
    from service.store.outcomes import LeftOut  # noqa: PLC0415 -- likewise
    from service.store.views import opened_archive  # noqa: PLC0415 -- likewise

    now, day = instants.now(), on.isoformat()
    then = read_known(day if known is None and day <= now[:10] else known)
    with opened_archive(database_url, MadeUnder(gazette)) as store:
        organization = organization_of(subject)
        unread: list[str] = []
        standing = conclusions_of(store.connection, organization, subject, day=day, known=(then, now), unread=unread)
        stored = list(standing)
    found = applied(stored, Asked(on, then, now), gazette, Shelves(gazette))
    lacking = left_out_message(LeftOut(len(unread), tuple(sorted(unread))))
    return then, list(told_applied(found, gazette, language.value)), lacking
