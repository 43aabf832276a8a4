"""How does ScorecardService answer?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from service.api.draft_methods import DraftMethods
from touchstone.v1 import scorecard_pb2, scorecard_service_pb2

if TYPE_CHECKING:
    import grpc

    from service.api.bulkheads import Bulkhead
    from service.api.catalogue import Catalogue
    from service.api.draft_methods import Desk
    from service.api.editions import Editions

    Context = grpc.aio.ServicerContext[Any, Any]


class ScorecardApi(DraftMethods):
    """Reads, exports, describes and compares what stands in the gazette, and what organisations draft."""

    def __init__(self, *, catalogue: Catalogue, editions: Editions, desk: Desk, reading: Bulkhead) -> None:
        """Answer from these parts, so many calls at once."""
        self._desk = desk
        self._catalogue = catalogue
        self._editions = editions
        self._reading = reading

    async def GetScorecard(
        self, request: scorecard_service_pb2.GetScorecardRequest, context: Context
    ) -> scorecard_pb2.Scorecard:
        """Return one scorecard."""
        with self._reading.entered():
            return await self._reading.in_thread(self._catalogue.scorecard, request)

    async def ListScorecards(
        self, request: scorecard_service_pb2.ListScorecardsRequest, context: Context
    ) -> scorecard_service_pb2.ListScorecardsResponse:
        """List the scorecards by name."""
        with self._reading.entered():
            return await self._reading.in_thread(self._catalogue.scorecards, request)

    async def GetScorecardVersion(
        self, request: scorecard_service_pb2.GetScorecardVersionRequest, context: Context
    ) -> scorecard_pb2.ScorecardVersion:
        """Return one version."""
        with self._reading.entered():
            return await self._reading.in_thread(self._catalogue.version, request)

    async def ListScorecardVersions(
        self, request: scorecard_service_pb2.ListScorecardVersionsRequest, context: Context
    ) -> scorecard_service_pb2.ListScorecardVersionsResponse:
        """List the versions of a scorecard, or the one that was in force."""
        with self._reading.entered():
            return await self._reading.in_thread(self._catalogue.versions, request)

    async def GetInputSchema(
        self, request: scorecard_service_pb2.GetInputSchemaRequest, context: Context
    ) -> scorecard_service_pb2.InputSchema:
        """Return the JSON Schema of what a version takes."""
        with self._reading.entered():
            return await self._reading.in_thread(self._editions.input_schema, request)

    async def ExportScorecardVersion(
        self, request: scorecard_service_pb2.ExportScorecardVersionRequest, context: Context
    ) -> scorecard_service_pb2.ExportScorecardVersionResponse:
        """Write a version as feature files, or in its published form."""
        with self._reading.entered():
            return await self._reading.in_thread(self._editions.export, request)

    async def DiffScorecardVersions(
        self, request: scorecard_service_pb2.DiffScorecardVersionsRequest, context: Context
    ) -> scorecard_service_pb2.DiffScorecardVersionsResponse:
        """Say what differs in meaning between two versions."""
        with self._reading.entered():
            return await self._reading.in_thread(self._editions.diff, request)
