"""Cache of written reports, by everything that a report depends on."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from service.base.bounded_cache import BoundedCache
from touchstone.v1.evaluation_service_pb2 import Report

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from touchstone.v1.evaluation_service_pb2 import GetReportRequest

_MOST_BYTES = 32 << 20
"""How much is kept: some 40 to 150 reports, each as a page, a workbook or OSCAL."""
_KEPT_SECONDS = 600.0
"""How long a report is kept, and so whatever stands in it after it was erased; it is given to nobody then."""


class ReportCache:
    """Keeps reports by the requests in which their evaluations stand whole, for equal requests have equal reports.

    With the evaluation its status and what was found of it since stand there, so another status is another report. Who
    may read an evaluation is asked before, each time.
    """

    def __init__(self) -> None:
        """Begin with nothing."""
        self._kept = BoundedCache(most_bytes=_MOST_BYTES, seconds=_KEPT_SECONDS)

    async def report(self, asked: GetReportRequest, write: Callable[[], Awaitable[Report]]) -> Report:
        """Give the report for a request, written if there is none; what is refused is not kept."""
        key = hashlib.sha256(asked.SerializeToString(deterministic=True)).digest()
        kept = self._kept.get(key)
        if kept is not None:
            return Report.FromString(kept)
        report = await write()
        self._kept.add(key, report.SerializeToString())
        return report
