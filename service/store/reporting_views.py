"""Reporting views (`bi_*`): columns and types, and streaming reads of one organization's rows."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, column, exists, select, table

from rules.contracts import RoundingMode, format_places, parse_exact, round_to
from service.store import sqlite
from service.store.database import (
    LOCK_WAIT_MILLISECONDS,
    open_database,
    parse_database_url,
    translating_database_errors,
)
from service.store.outcome_projection import project_pending
from service.store.result_dependencies import Cards, no_cards
from service.store.tables import LISTED_ROWS
from service.store.write_access import with_write_access

if TYPE_CHECKING:
    from service.store.listing_query import ListingQuery

_BATCH_SIZE = 1_000

PLACES = 6
"""Decimal places, rounded half away from zero."""
_EVALUATION_COLUMNS = ("evaluation", "organization", "subject", "scorecard_version", "as_of_date", "create_time")
_ANSWERS = ("conclusion_kind", "grade", "stage", "verdict")
_SCORE = (
    "score_low", "score_low_decimal", "score_low_open", "score_high", "score_high_decimal", "score_high_open",
)  # fmt: skip


class ColumnKind(StrEnum):
    """Column types; EXACT is a decimal or reduced fraction as text."""

    TEXT = "text"
    EXACT = "exact"
    DECIMAL = "decimal"
    FLAG = "flag"
    COUNT = "count"


_KINDS = {
    "score_low_open": ColumnKind.FLAG,
    "score_high_open": ColumnKind.FLAG,
    "figure_low_open": ColumnKind.FLAG,
    "figure_high_open": ColumnKind.FLAG,
    "double_uses": ColumnKind.COUNT,
    "other_count": ColumnKind.COUNT,
}
_DECIMAL = "_decimal"


@dataclass(frozen=True, slots=True)
class View:
    """A view with ordered columns."""

    name: str
    columns: tuple[str, ...]
    order: tuple[str, ...] = ("evaluation",)

    def kind_of(self, name: str) -> ColumnKind:
        if name.endswith(_DECIMAL):
            return ColumnKind.DECIMAL
        return ColumnKind.EXACT if name + _DECIMAL in self.columns else _KINDS.get(name, ColumnKind.TEXT)


EVALUATIONS = View(
    "bi_evaluations", (*_EVALUATION_COLUMNS, *_ANSWERS, *_SCORE, "double_uses", "record_digest", "status")
)
STANDINGS = View("bi_standings", (*_EVALUATION_COLUMNS, *_ANSWERS, "track", *_SCORE, "double_uses", "status"))
CRITERIA = View(
    "bi_criteria",
    (
        *_EVALUATION_COLUMNS, "criterion", "kind", "outcome", "points_low", "points_low_decimal", "points_high",
        "points_high_decimal", "maximum_points", "maximum_points_decimal",
    ),
    ("evaluation", "criterion"),
)  # fmt: skip
GATES = View("bi_gates", (*_EVALUATION_COLUMNS, "gate", "outcome"), ("evaluation", "gate"))
FINDINGS = View("bi_findings", (*_EVALUATION_COLUMNS, "finding", "outcome"), ("evaluation", "finding"))
RECORDS = View(
    "bi_records",
    (
        *_EVALUATION_COLUMNS, "list", "record", "figure", "answer", "figure_low", "figure_low_decimal",
        "figure_low_open",
        "figure_high", "figure_high_decimal", "figure_high_open",
    ),
    ("evaluation", "list", "record", "figure"),
)  # fmt: skip
ARCHIVE_FINDINGS = View(
    "bi_archive_findings",
    (
        *_EVALUATION_COLUMNS,
        "finding",
        "severity",
        "place",
        "other_count",
        "other_evaluations",
        "other_subjects",
        "periods",
    ),
    ("evaluation", "finding", "place"),
)
VIEWS = (EVALUATIONS, STANDINGS, CRITERIA, GATES, FINDINGS, RECORDS, ARCHIVE_FINDINGS)


@dataclass(frozen=True, slots=True)
class Archive:
    """Snapshot of an open store."""

    connection: Connection

    def knows(self, organization: str) -> bool:
        query = select(exists().where(LISTED_ROWS.c.organization == organization))
        return bool(self.connection.execute(query).scalar_one())

    def rows(self, view: View, listing: ListingQuery) -> Iterator[tuple[Any, ...]]:
        """Yield rows of matching evaluations, with decimals that are equal on every database."""
        view_table = table(view.name, *map(column, view.columns))
        query = (
            select(view_table)
            .where(view_table.c.evaluation.in_(listing.names()))
            .order_by(*(view_table.c[column_name] for column_name in view.order))
        )
        exact = {
            index: view.columns.index(name.removesuffix(_DECIMAL))
            for index, name in enumerate(view.columns)
            if name.endswith(_DECIMAL)
        }
        flags = {index for index, name in enumerate(view.columns) if view.kind_of(name) is ColumnKind.FLAG}
        for row in self.connection.execute(query, execution_options={"yield_per": _BATCH_SIZE}):
            yield tuple(
                rounded_decimal(row[exact[index]]) if index in exact else _flag(value) if index in flags else value
                for index, value in enumerate(row)
            )


@contextmanager
def open_archive(url: str, cards: Cards = no_cards) -> Iterator[Archive]:
    """Project pending evaluations of a store, and open it for reading; raise StoreError on failure."""
    address = parse_database_url(url)
    if address.get_backend_name() == "sqlite":
        sqlite.require_database_file(address)
    with ExitStack() as held:
        engine = open_database(address, LOCK_WAIT_MILLISECONDS, held, without_lock=True)
        with translating_database_errors(to="write"):
            project_pending(with_write_access(engine), cards)
        with translating_database_errors(to="read"), engine.connect() as connection:
            yield Archive(connection)


def rounded_decimal(exact: str | None) -> Decimal | None:
    """Round an exact number to `PLACES`."""
    if exact is None:
        return None
    return Decimal(format_places(round_to(parse_exact(exact), PLACES, RoundingMode.HALF_UP), PLACES))


def _flag(value: Any) -> bool | None:
    return None if value is None else bool(value)
