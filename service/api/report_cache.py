"""Cache of written reports, by everything that a report depends on."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from service.base.bounded_cache import BoundedCache
from touchstone.v1.evaluation_service_pb2 import Report

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from touchstone.v1.evaluation_service_pb2 import GetReportRequest

_MAX_BYTES = 32 << 20
"""Enough for 40 to 150 reports, each a page, a workbook or an OSCAL file."""
_RETENTION_SECONDS = 600.0
"""Retention in seconds; reports of erased evaluations remain cached but are not returned."""


class ReportCache:
    """Caches reports by their full request, including the evaluation with status and findings.

    Equal requests have equal reports. The caller must check read access before each use.
    """

    def __init__(self) -> None:
        self._reports = BoundedCache(most_bytes=_MAX_BYTES, seconds=_RETENTION_SECONDS)

    async def report(self, request: GetReportRequest, write: Callable[[], Awaitable[Report]]) -> Report:
        key = hashlib.sha256(request.SerializeToString(deterministic=True)).digest()
        cached = self._reports.get(key)
        if cached is not None:
            return Report.FromString(cached)
        report = await write()
        self._reports.add(key, report.SerializeToString())
        return report
