"""What does a server say that days bring?"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from service.answering.terminal.remote import Remote
from service.calendar.telling import Told
from touchstone.v1 import calendar_service_pb2, calendar_service_pb2_grpc

if TYPE_CHECKING:
    from collections.abc import Iterator

    from service.base.names import CardName
    from service.calendar.entries import Span

_PAGE = 1_000


def told_by_server(  # noqa: PLR0913 -- what is asked for
    server: str, organization: str, span: Span, meant: CardName | None, language: str, *, names: bool
) -> Iterator[Told]:
    """Give the entries of a calendar of an organisation, in their order, page by page.

    Raises:
        RemoteError: the server refuses, or cannot be reached.
    """
    remote, token = Remote(server), ""
    while True:
        request = calendar_service_pb2.ListCalendarEntriesRequest(
            parent=organization,
            page_size=_PAGE,
            page_token=token,
            first_date=span.first.isoformat(),
            last_date="" if span.last is None else span.last.isoformat(),
            scorecard="" if meant is None else str(meant),
            subjects_named=names,
            language_code=language,
        )
        answer: calendar_service_pb2.ListCalendarEntriesResponse = remote.ask(
            "ListCalendarEntries", request, calendar_service_pb2_grpc.CalendarServiceStub
        )
        yield from map(_told, answer.calendar_entries)
        token = answer.next_page_token
        if not token:
            return


def _told(entry: calendar_service_pb2.CalendarEntry) -> Told:
    return Told(
        day=date.fromisoformat(entry.date),
        kind=calendar_service_pb2.CalendarEntry.Kind.Name(entry.kind).removeprefix("KIND_"),
        name=entry.about,
        text=entry.text,
        overdue=entry.overdue,
        time=entry.known_time.ToJsonString(),
        uid=entry.uid,
    )
