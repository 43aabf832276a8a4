"""How is `calendar` called?"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from rules.contracts.errors import InputError, Violation
from rules.contracts.messages import speaker
from service.answering.terminal.json_form import as_document
from service.answering.terminal.options import DEFAULT_GAZETTE, GazetteOption, LanguageOption, OutOption, add_command
from service.answering.terminal.output import Format, Language, answering, put

if TYPE_CHECKING:
    from service.base.names import CardName
    from service.calendar.entries import Entry
    from service.gazette.versions import Gazette
    from touchstone.v1 import types_pb2

_say = speaker(__name__)


class CalendarFormat(StrEnum):
    """How a calendar is written."""

    TEXT = "text"
    JSON = "json"
    ICS = "ics"


def register(app: typer.Typer) -> None:
    """Add the command."""
    add_command(app, "calendar", calendar_command)


def calendar_command(  # noqa: PLR0913 -- one for each option
    *,
    first: Annotated[
        str | None, typer.Option("--from", metavar="DAY", help="The first day. Today in UTC if left out.")
    ] = None,
    last: Annotated[
        str | None, typer.Option("--until", metavar="DAY", help="The last day. Without end if left out.")
    ] = None,
    card: Annotated[
        str | None,
        typer.Option(
            "--card", metavar="CARD", help="Only of this scorecard, and of the tables that its versions look up."
        ),
    ] = None,
    archive: Annotated[
        str | None,
        typer.Option(
            "--archive",
            metavar="ORGANIZATION",
            help="With what is stored of an organisation: evidence that expires, findings to be closed.",
        ),
    ] = None,
    database_url: Annotated[
        str | None,
        typer.Option(
            "--database-url", metavar="URL", help="With --archive: the store; TOUCHSTONE_DATABASE_URL otherwise."
        ),
    ] = None,
    server: Annotated[
        str | None,
        typer.Option(
            "--server", metavar="HOST:PORT", help="With --archive: ask this server, by its gazette and store."
        ),
    ] = None,
    names: Annotated[bool, typer.Option("--names", help="With --archive: name subjects, not evaluations.")] = False,
    form: Annotated[
        CalendarFormat,
        typer.Option("--format", help="text for people, json for programs, ics for calendar programs (iCalendar)."),
    ] = CalendarFormat.TEXT,
    out: OutOption = None,
    language: LanguageOption = Language.ENGLISH,
    gazette: GazetteOption = DEFAULT_GAZETTE,
) -> None:
    r"""Say which day brings what: versions and tables that begin or end, evidence that expires, findings due.

    A version comes into force on its first day, however late it was published; it is superseded on the first day of its
    successor, or on the day on which that was published if that is later. With --archive the last evaluation of each
    subject under each card counts, and what fell due before the first day stands first, as overdue. With --format ics
    the same state gives the same bytes for the same days, and every event keeps its id.

    \b
    Examples:
      touchstone card calendar
      touchstone card calendar --from 2026-01-01 --until 2026-12-31 --card cbam-goods
      touchstone card calendar --from 2026-01-01 --format ics --out touchstone.ics --language zh
      touchstone card calendar --archive organizations/example --database-url sqlite:///var/touchstone.sqlite3 --names
      touchstone card calendar --archive organizations/example --server 127.0.0.1:50051 --format ics --out days.ics

    \b
    Exit codes: 0 written, also if the days bring nothing, 1 written, and records cannot be read, which are named, 2 a
    day is wrong, there is no such scorecard, or nothing is stored of the organisation, 3 a file is damaged or the store
    cannot be used.
    """
    from service.answering.erased import left_out_document  # noqa: PLC0415 -- likewise
    from service.answering.terminal.left_out import end_with_left_out  # noqa: PLC0415 -- likewise
    from service.base.names import card_name  # noqa: PLC0415 -- not for the help
    from service.calendar.entries import (  # noqa: PLC0415 -- likewise
        composed,
        read_day,
        span_of,
    )
    from service.calendar.of_gazette import published_entries  # noqa: PLC0415 -- likewise
    from service.calendar.telling import (  # noqa: PLC0415 -- likewise
        calendar_document,
        calendar_text,
        told_entry,
        write_icalendar,
    )
    from service.gazette.shelves import Shelves  # noqa: PLC0415 -- likewise
    from service.gazette.versions import Gazette  # noqa: PLC0415 -- likewise

    with answering(Format.JSON if form is CalendarFormat.JSON else Format.TEXT):
        begin = None if first is None else read_day("--from", first)
        end = None if last is None else read_day("--until", last)
        span = span_of(begin, end, field="--until")
        meant = None if card is None else card_name(card)
        given = {"--server": server is not None, "--database-url": database_url is not None, "--names": names}
        if archive is None and (lonely := [option for option, there in given.items() if there]):
            raise InputError((Violation(lonely[0], _say("NEEDS_ARCHIVE"), "MISSING"),))
        if server is not None and database_url is not None:
            raise InputError((Violation("--database-url", _say("SERVER_HAS_STORE"), "WRONG_VALUE"),))
        if server is not None and archive is not None:
            from service.calendar.of_server import told_by_server  # noqa: PLC0415 -- gRPC is slow to load

            entries, lacking = told_by_server(server, archive, span, meant, language.value, names=names)
        else:
            rules = Gazette(gazette)
            stored, lacking = _stored(rules, archive, database_url, meant, names=names)
            found = composed(published_entries(rules, Shelves(rules), meant), stored, span)
            entries = [told_entry(entry, language.value) for entry in found]
        if form is CalendarFormat.ICS:
            content = write_icalendar(entries, language.value)
            typer.echo(content, nl=False) if out is None else out.write_bytes(content)
        elif form is CalendarFormat.JSON:
            put(as_document({**calendar_document(entries, span), **left_out_document(lacking)}), out)
        else:
            put(calendar_text(entries, span, language.value), out)
        end_with_left_out(lacking, language.value)


def _stored(
    gazette: Gazette, organization: str | None, database_url: str | None, meant: CardName | None, *, names: bool
) -> tuple[list[Entry], types_pb2.LeftOut]:
    """Give the entries of what is stored of an organisation, if one is meant, and what is left out.

    Raises:
        InputError: nothing is stored of the organisation, or its name or the address of the store is wrong.
        Refusal: the store cannot be read now.
        StoreError: there is no store.
        VersionError: the version of an evaluation is not in the gazette.
    """
    from service.answering.erased import left_out_message  # noqa: PLC0415 -- likewise
    from service.base.names import parse_organization  # noqa: PLC0415 -- not for the help
    from service.calendar.of_store import stored_entries  # noqa: PLC0415 -- the store is loaded only for who asks for it
    from service.gazette.versions import MadeUnder  # noqa: PLC0415 -- likewise
    from service.settings import Settings  # noqa: PLC0415 -- likewise
    from service.store.database import check_no_password  # noqa: PLC0415 -- likewise
    from service.store.outcomes import left_out  # noqa: PLC0415 -- likewise
    from service.store.views import opened_archive  # noqa: PLC0415 -- likewise
    from touchstone.v1 import types_pb2  # noqa: PLC0415 -- likewise

    if organization is None:
        return [], types_pb2.LeftOut()
    check_no_password(database_url)
    id = parse_organization(organization, field="--archive")
    with opened_archive(database_url or Settings().database_url, MadeUnder(gazette)) as store:
        if not store.knows(id):
            raise InputError((Violation("--archive", _say("NOTHING_STORED", name=organization), "NOT_FOUND"),))
        unread: list[str] = []
        entries = list(stored_entries(gazette, store, id, meant, names=names, unread=unread))
        return entries, left_out_message(left_out(store.connection, id, met=unread))
