"""What does a server say that days bring, and what applied on one?"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from service.answering.terminal.concluded import concluded
from service.answering.terminal.remote import Remote
from service.base.instants import to_timestamp
from service.calendar.applied_text import ToldApplied, ToldEvaluation, ToldKnown
from service.calendar.telling import Told
from touchstone.v1 import calendar_service_pb2, calendar_service_pb2_grpc, types_pb2

if TYPE_CHECKING:
    from service.base.names import CardName
    from service.calendar.entries import Span
    from service.gazette.versions import Gazette

_PAGE = 1_000


def told_by_server(  # noqa: PLR0913 -- what is asked for
    server: str, organization: str, span: Span, meant: CardName | None, language: str, *, names: bool
) -> tuple[list[Told], types_pb2.LeftOut]:
    """Give the entries of a calendar of an organisation, in their order, read page by page, and what is left out.

    Raises:
        RemoteError: the server refuses, or cannot be reached.
    """
    remote, token = Remote(server), ""
    entries: list[Told] = []
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
        entries += map(_told, answer.calendar_entries)
        token = answer.next_page_token
        if not token:
            return entries, answer.left_out


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


def applied_by_server(  # noqa: PLR0913, PLR0917 -- what is asked for
    server: str, subject: str, day: date, known: str | None, gazette: Gazette, language: str
) -> tuple[str, list[ToldApplied], types_pb2.LeftOut]:
    """Give the instant by which something was known then, what applied, in words of here, and what is left out.

    Raises:
        RemoteError: the server refuses, or cannot be reached.
        TrailError: a file of the gazette is damaged.
    """
    request = calendar_service_pb2.GetAppliedRequest(
        subject=subject,
        date=day.isoformat(),
        known_time=None if known is None else to_timestamp(known),
        language_code=language,
    )
    answer: calendar_service_pb2.Applied = Remote(server).ask(
        "GetApplied", request, calendar_service_pb2_grpc.CalendarServiceStub
    )
    found = [
        ToldApplied(
            card=one.scorecard.removeprefix("scorecards/"),
            then=_known(one.then, gazette, language),
            now=_known(one.now, gazette, language),
            differences=tuple(one.differences),
        )
        for one in answer.cards
    ]
    return answer.known_time.ToJsonString(), found, answer.left_out


def _known(state: calendar_service_pb2.AppliedState, gazette: Gazette, language: str) -> ToldKnown:
    version = state.scorecard_version or None
    if not state.evaluation:
        return ToldKnown(version, None)
    made = ToldEvaluation(
        name=state.evaluation,
        scorecard_version=state.evaluation_scorecard_version,
        as_of_date=state.as_of_date,
        answer=concluded(state.conclusion, state.evaluation_scorecard_version, gazette, language),
        certainty=types_pb2.Certainty.Name(state.certainty).removeprefix("CERTAINTY_").lower(),
        double_uses=state.double_use_count,
        status=state.status if state.HasField("status") else None,
    )
    return ToldKnown(version, made)
