"""ScorecardService: RPC methods for published versions, and registration of the service."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from service.api.catalogue import Catalogue
from service.api.editions import PublishedVersions
from service.base.names import parse_organization
from touchstone.v1 import scorecard_pb2, scorecard_service_pb2

if TYPE_CHECKING:
    from collections.abc import Callable

    import grpc

    from service.api.parts import Limiter, ServiceContext

    Context = grpc.aio.ServicerContext[Any, Any]


class _GazetteRequest(Protocol):
    gazette: str


_Asked = TypeVar("_Asked", bound=_GazetteRequest)
_Answer = TypeVar("_Answer")


class ScorecardApi:
    """Reads, exports, describes and compares what stands in the gazette."""

    def __init__(self, *, catalogue: Catalogue, editions: PublishedVersions, reading: Limiter) -> None:
        """Answer from these parts, so many calls at once."""
        self._catalogue = catalogue
        self._editions = editions
        self._reading = reading

    async def GetScorecard(
        self, request: scorecard_service_pb2.GetScorecardRequest, context: Context
    ) -> scorecard_pb2.Scorecard:
        """Return one scorecard."""
        return await self._read(self._catalogue.scorecard, request)

    async def ListScorecards(
        self, request: scorecard_service_pb2.ListScorecardsRequest, context: Context
    ) -> scorecard_service_pb2.ListScorecardsResponse:
        """List the scorecards by name."""
        return await self._read(self._catalogue.scorecards, request)

    async def GetScorecardVersion(
        self, request: scorecard_service_pb2.GetScorecardVersionRequest, context: Context
    ) -> scorecard_pb2.ScorecardVersion:
        """Return one version."""
        return await self._read(self._catalogue.version, request)

    async def ListScorecardVersions(
        self, request: scorecard_service_pb2.ListScorecardVersionsRequest, context: Context
    ) -> scorecard_service_pb2.ListScorecardVersionsResponse:
        """List the versions of a scorecard, or the one that was in force."""
        return await self._read(self._catalogue.versions, request)

    async def GetInputSchema(
        self, request: scorecard_service_pb2.GetInputSchemaRequest, context: Context
    ) -> scorecard_service_pb2.InputSchema:
        """Return the JSON Schema of what a version takes."""
        return await self._read(self._editions.input_schema, request)

    async def ExportScorecardVersion(
        self, request: scorecard_service_pb2.ExportScorecardVersionRequest, context: Context
    ) -> scorecard_service_pb2.ExportScorecardVersionResponse:
        """Write a version as feature files, or in its published form."""
        return await self._read(self._editions.export, request)

    async def DiffScorecardVersions(
        self, request: scorecard_service_pb2.DiffScorecardVersionsRequest, context: Context
    ) -> scorecard_service_pb2.DiffScorecardVersionsResponse:
        """Say what differs in meaning between two versions."""
        return await self._read(self._editions.diff, request)

    async def _read(self, read: Callable[[_Asked], _Answer], request: _Asked) -> _Answer:
        """Answer from a gazette, as a request names one, or that of the caller."""
        if request.gazette:
            parse_organization(request.gazette, field="gazette")
        with self._reading.entered():
            return await self._reading.in_thread(read, request)


def add(parts: ServiceContext) -> None:
    """Answer of what is published, and of what organisations draft where that is kept."""
    gazette, reading = parts.gazette, parts.places.reading
    apis: list[object] = [
        ScorecardApi(catalogue=Catalogue(gazette), editions=PublishedVersions(gazette), reading=reading)
    ]
    if parts.store is not None:
        from service.api.draft_methods import DraftMethods, DraftServices  # noqa: PLC0415 -- what drafts need is slow to load

        apis.append(DraftMethods(DraftServices(parts)))
    parts.answer(scorecard_service_pb2.DESCRIPTOR.services_by_name["ScorecardService"], *apis)
