"""How does CalendarService answer?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from service.base.asked_language import asked_language
from service.calendar.asked import Days
from touchstone.v1 import calendar_service_pb2, calendar_service_pb2_grpc

if TYPE_CHECKING:
    import grpc

    from service.api.bulkheads import Bulkhead
    from service.gazette.versions import Gazette
    from service.store.evaluations import Store

    Context = grpc.aio.ServicerContext[Any, Any]

NAME = calendar_service_pb2.DESCRIPTOR.services_by_name["CalendarService"].full_name


class CalendarApi(calendar_service_pb2_grpc.CalendarServiceServicer):
    """Says what days bring, and what applied on one."""

    def __init__(self, days: Days, bulkhead: Bulkhead) -> None:
        """Find it here, so many at once."""
        self._days = days
        self._bulkhead = bulkhead

    async def ListCalendarEntries(
        self, request: calendar_service_pb2.ListCalendarEntriesRequest, context: Context
    ) -> calendar_service_pb2.ListCalendarEntriesResponse:
        """List one page of what days bring."""
        with self._bulkhead.entered():
            language = asked_language(request, context.invocation_metadata())
            return await self._bulkhead.in_thread(self._days.entries, request, language)

    async def GetApplied(
        self, request: calendar_service_pb2.GetAppliedRequest, context: Context
    ) -> calendar_service_pb2.Applied:
        """Say what applied to a subject on a day."""
        with self._bulkhead.entered():
            language = asked_language(request, context.invocation_metadata())
            return await self._bulkhead.in_thread(self._days.applied, request, language)


def add_calendar(server: grpc.aio.Server, store: Store, gazette: Gazette, bulkhead: Bulkhead) -> None:
    """Let a server say what days bring, and what applied on one."""
    api = CalendarApi(Days(store, gazette), bulkhead)
    calendar_service_pb2_grpc.add_CalendarServiceServicer_to_server(api, server)
