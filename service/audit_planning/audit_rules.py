"""Conditions, criteria and audit time tables, from `audit_rules.toml`, with their certainty and source."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from fractions import Fraction
from functools import cache
from typing import Any, NamedTuple

from rules.contracts import Label, read_toml


class Audit(StrEnum):
    """Kind of an audit in a certification cycle."""

    INITIAL = "initial"
    SURVEILLANCE = "surveillance"
    RECERTIFICATION = "recertification"


class AuditRule(NamedTuple):
    """A condition, criterion, factor or limit."""

    id: str
    kind: str
    label: Label
    certainty: str
    """Whether it was read in another publication, is stated from memory, or is our own rule."""
    source: str


class AuditTimeTable(NamedTuple):
    """Days of an initial audit by effective number of personnel and complexity."""

    id: str
    label: Label
    certainty: str
    source: str
    levels: tuple[str, ...]
    """Complexities, in the order of the columns. A single empty text if the table has one column."""
    rows: tuple[tuple[int, tuple[Fraction, ...]], ...]
    """Highest number of personnel of a band, and its days by complexity."""

    @property
    def largest(self) -> int:
        return self.rows[-1][0]

    def days(self, personnel: int, complexity: str) -> Fraction:
        """Return the days for a number of personnel that the table covers."""
        column = self.levels.index(complexity)
        return next(days[column] for upper, days in self.rows if personnel <= upper)


@cache
def audit_rules() -> Mapping[str, Mapping[str, AuditRule]]:
    """Return the rules by group and id."""
    groups: dict[str, list[dict[str, Any]]] = read_toml(__package__, "audit_rules.toml")["rules"]
    return {
        group: {
            row["id"]: AuditRule(
                row["id"], group, Label({"en": row["en"], "zh": row["zh"]}), row["certainty"], row.get("source", "")
            )
            for row in rows
        }
        for group, rows in groups.items()
    }


@cache
def audit_time_tables() -> Mapping[str, AuditTimeTable]:
    """Return the audit time tables by id."""
    tables: dict[str, dict[str, Any]] = read_toml(__package__, "audit_rules.toml")["tables"]
    return {
        id: AuditTimeTable(
            id,
            Label({"en": table["en"], "zh": table["zh"]}),
            table["certainty"],
            table["source"],
            tuple(table["levels"]),
            tuple((row["up_to"], tuple(map(Fraction, row["days"]))) for row in table["rows"]),
        )
        for id, table in tables.items()
    }
