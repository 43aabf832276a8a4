"""Independent test oracle for gates on a three-year clean record: dates, evidence and boundary days."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rules.contracts.outcomes import Outcome

if TYPE_CHECKING:
    from datetime import date


def years_on(day: date, years: int) -> date:
    """Count years on; where the last February lacks the 29th, its 28th counts."""
    last = calendar.monthrange(day.year + years, day.month)[1]
    return day.replace(year=day.year + years, day=min(day.day, last))


@dataclass(frozen=True)
class CleanRecord:
    """A request, an earlier event, and the documents that report the event.

    `flag_papers` and `day_papers` are the issue days of the documents for the event and for its day. Documents issued
    after the as-of date do not count.
    """

    as_of: date
    requested: date
    happened: bool
    last_on: date
    flag_papers: tuple[date, ...]
    day_papers: tuple[date, ...]

    def outcome(self, *, same_day_counts: bool) -> Outcome:
        """Return the outcome of the three-year gate; `same_day_counts` includes the same day three years later."""
        papers = [day for day in self.flag_papers if day <= self.as_of]
        end = years_on(self.last_on, 3)
        inside = self.last_on <= self.as_of and (self.requested < end or (same_day_counts and self.requested == end))
        dated = any(day <= self.as_of for day in self.day_papers)
        if papers and self.happened and dated and inside:
            return Outcome.NOT_MET
        clear = bool(papers) and (not self.happened or (dated and not inside))
        young = bool(papers) and self.requested <= years_on(max(papers), 1)
        return Outcome.MET if clear and young else Outcome.UNDETERMINED
