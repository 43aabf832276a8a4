"""SystemService handler."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from rules.contracts import TouchstoneError, in_language
from service.base import instants
from service.base.call_context import preferred_language
from service.base.metrics import EVALUATIONS_LOST, PROCESSES_ALIVE, PROCESSES_AT_WORK, PROCESSES_LOST, WAITING, Metric
from service.base.software import software_versions
from service.configuration.environments import current_environment
from touchstone.v1 import feed_service_pb2, system_service_pb2

if TYPE_CHECKING:
    import grpc

    from service.api.service_dependencies import Limiter
    from service.gazette.tables import TableStore
    from service.gazette.versions import Gazette
    from service.monitoring.readiness import Readiness
    from service.store.store import Store

    Context = grpc.aio.ServicerContext[Any, Any]


def _program_statuses() -> list[system_service_pb2.ProgramStatus]:
    waiting = {labels["kind"]: count for labels, count in _metric_samples(WAITING)}
    at_work = {labels["program"]: count for labels, count in _metric_samples(PROCESSES_AT_WORK)}
    statuses = {
        labels["program"]: system_service_pb2.ProgramStatus(
            program=labels["program"],
            alive=count,
            at_work=at_work.get(labels["program"], 0),
            waiting=waiting.get(labels["program"].rpartition(".")[2], 0),
        )
        for labels, count in _metric_samples(PROCESSES_ALIVE)
    }
    for labels, count in _metric_samples(PROCESSES_LOST):
        if count:
            statuses[labels["program"]].lost[labels["how"]] = count
    return [statuses[name] for name in sorted(statuses)]


def lost_evaluations() -> dict[str, int]:
    """Return the number of crashed or hung evaluations by scorecard."""
    return {labels["card"]: count for labels, count in _metric_samples(EVALUATIONS_LOST) if count}


def _metric_samples(metric: Metric) -> Iterator[tuple[dict[str, str], int]]:
    for family in metric.backend.collect():
        yield from ((sample.labels, int(sample.value)) for sample in family.samples)


@dataclass(frozen=True, slots=True)
class StatusReporter:
    """System status; unreadable values are omitted."""

    readiness: Readiness
    store: Store
    gazette: Gazette
    table_store: TableStore
    feeds: Callable[[str], Iterable[feed_service_pb2.Feed]]
    """Returns the followed feeds, with problems in the language."""
    start_time: str = field(default_factory=instants.now)

    def write(self, language: str) -> system_service_pb2.SystemStatus:
        status = system_service_pb2.SystemStatus(
            start_time=instants.to_timestamp(self.start_time),
            parts=[
                system_service_pb2.PartStatus(
                    name=part.name, ready=part.is_ready, problem=in_language(part.problem, language)
                )
                for part in self.readiness.parts()
            ],
            environment=current_environment(),
            database=self.store.backend,
            schema_revision=self.store.schema,
            software_versions=software_versions(),
            programs=_program_statuses(),
            lost_evaluations=lost_evaluations(),
        )
        with suppress(TouchstoneError):
            status.archive_bytes = self.store.size()
        with suppress(TouchstoneError):
            if (stamp := self.store.time_stamps.newest()) is not None:
                status.newest_time_stamp.CopyFrom(
                    system_service_pb2.NewestTimeStamp(
                        authority=stamp.authority, tree_size=stamp.size, stamp_time=instants.to_timestamp(stamp.time)
                    )
                )
        with suppress(TouchstoneError):
            status.versions_in_force.extend(
                system_service_pb2.VersionInForce(
                    scorecard_version=version.name,
                    rule_digest=version.rule_digest,
                    content_digest=version.content_digest,
                    publish_time=instants.to_timestamp(version.publish_time),
                )
                for version in self.gazette.in_force()
            )
        with suppress(TouchstoneError):
            status.table_editions.extend(
                system_service_pb2.TableEdition(table=table, edition=edition, digest=digest)
                for table, edition, digest in self.table_store.digests()
            )
        status.feeds.extend(self.feeds(language))
        return status


class SystemApi:
    """SystemService methods."""

    def __init__(self, status: StatusReporter, bulkhead: Limiter) -> None:
        self._status = status
        self._bulkhead = bulkhead

    async def GetSystemStatus(
        self, request: system_service_pb2.GetSystemStatusRequest, context: Context
    ) -> system_service_pb2.SystemStatus:
        language = preferred_language(request, context.invocation_metadata())
        with self._bulkhead.slot():
            return await self._bulkhead.in_thread(self._status.write, language)
