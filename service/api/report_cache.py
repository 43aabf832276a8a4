"""Cache of written reports: bounded in bytes and time, by everything that a report depends on."""

from __future__ import annotations

import hashlib
import time
from collections import OrderedDict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from touchstone.v1.evaluation_service_pb2 import GetReportRequest, Report

_MOST_BYTES = 32 << 20
"""How much is kept: some 40 to 150 reports, each as a page, a workbook or OSCAL."""
_KEPT_SECONDS = 600.0
"""How long a report is kept, and so whatever stands in it after it was erased; it is given to nobody then."""


class ReportCache:
    """Keeps reports by the requests in which their evaluations stand whole, for equal requests have equal reports.

    With the evaluation its status and what was found of it since stand there, so another status is another report. Who
    may read an evaluation is asked before, each time.
    """

    def __init__(self, *, clock: Callable[[], float] = time.monotonic) -> None:
        """Begin with nothing."""
        self._clock = clock
        self._known: OrderedDict[bytes, tuple[float, Report]] = OrderedDict()
        self._bytes = 0

    async def report(self, asked: GetReportRequest, write: Callable[[], Awaitable[Report]]) -> Report:
        """Give the report for a request, written if there is none; what is refused is not kept."""
        key = hashlib.sha256(asked.SerializeToString(deterministic=True)).digest()
        self._forget(self._clock() - _KEPT_SECONDS)
        if key in self._known:
            return self._known[key][1]
        report = await write()
        if key not in self._known and len(report.content) <= _MOST_BYTES:
            self._known[key] = self._clock(), report
            self._bytes += len(report.content)
            self._forget()
        return report

    def _forget(self, before: float = float("-inf")) -> None:
        """Forget what was written before a time, and the oldest while all is too much."""
        while self._known:
            written, report = next(iter(self._known.values()))
            if written >= before and self._bytes <= _MOST_BYTES:
                return
            self._known.popitem(last=False)
            self._bytes -= len(report.content)
