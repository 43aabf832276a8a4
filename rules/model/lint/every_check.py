"""Lint entry point: all semantic checks of a scorecard, in a fixed order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.model.lint.conditions import check_conditions, check_stages, check_verdicts
from rules.model.lint.dates_ahead import check_dates_ahead, check_years_ahead
from rules.model.lint.deadlines import check_deadlines, check_missing_item_findings
from rules.model.lint.definitions import (
    check_absences,
    check_bases,
    check_case,
    check_issue_dates,
    check_partly_read,
    check_previous,
    check_ranges,
    check_use,
)
from rules.model.lint.quantities import (
    check_lookups,
    check_powers,
    check_quantities,
    check_tables_used,
    check_zero_divisors,
)
from rules.model.lint.scales import check_ladder, check_maturity, check_scales, check_sections
from rules.model.lint.shares import check_declared_shares, check_rests, check_shares
from rules.model.symbol_table import DefinitionIndex

if TYPE_CHECKING:
    from rules.model.lint.issue import Issue
    from rules.model.lookups import TableSource
    from rules.model.scorecard import Scorecard

_CHECKS = (
    check_ranges,
    check_sections,
    check_scales,
    check_maturity,
    check_stages,
    check_ladder,
    check_verdicts,
    check_previous,
    check_issue_dates,
    check_quantities,
    check_zero_divisors,
    check_powers,
    check_conditions,
    check_bases,
    check_use,
    check_tables_used,
    check_case,
    check_dates_ahead,
    check_years_ahead,
    check_shares,
    check_declared_shares,
    check_rests,
    check_partly_read,
    check_deadlines,
    check_missing_item_findings,
    check_absences,
)


def lint(scorecard: Scorecard, source: TableSource | None = None) -> tuple[Issue, ...]:
    """Return all issues in the meaning of a scorecard, in a fixed order.

    Names and types must be checked before. Without a source of reference tables, lookups are not checked.
    """
    names = DefinitionIndex(scorecard)
    issues = [issue for check in _CHECKS for issue in check(names)]
    return (*issues, *(check_lookups(names, source) if source is not None else ()))
