"""Reference tables in a record: editions used and resolved again, missing values, and effect on certainty."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.contracts.errors import VersionError
from rules.contracts.messages import message_factory
from rules.contracts.record import LookupKeyWord, MissingValue, TableUse
from rules.model.definitions import Certainty, lowest_certainty

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from rules.contracts.record import ConclusionCertainty
    from rules.engine.inference import Inference
    from rules.model.lookups import TableSource
    from rules.model.scorecard import Scorecard
    from rules.model.tables import Table

_say = message_factory(__name__)


def tables_used(tables: Mapping[str, Table]) -> tuple[TableUse, ...]:
    """Name the editions that an evaluation could look in, by the ids of the card, with their digests."""
    return tuple(
        TableUse(
            id=id,
            name=table.manifest.name,
            edition=table.manifest.edition,
            digest=table.manifest_digest,
            certainty=table.manifest.certainty.value,
        )
        for id, table in sorted(tables.items())
    )


def tables_of_record(uses: Iterable[TableUse], source: TableSource | None) -> dict[str, Table]:
    """Give the tables that a record names, so that evaluating again looks in the same ones."""
    tables: dict[str, Table] = {}
    for use in uses:
        table = None if source is None else source.edition_of(use.name, use.edition)
        problem = table_problem(use, table)
        if problem is not None or table is None:
            raise VersionError(problem or "", missing=False)
        tables[use.id] = table
    return tables


def table_problem(use: TableUse, table: Table | None) -> str | None:
    """Say why a table is not the one that a record names; None if it is."""
    named = _say("TABLE_OF_RECORD", name=use.name, edition=use.edition)
    if table is None:
        return _say("RECORDED_TABLE_ABSENT", table=named, digest=use.digest)
    if table.manifest_digest != use.digest:
        return _say("RECORDED_TABLE_DIFFERS", table=named, found=table.manifest_digest, digest=use.digest)
    return None


def missing_values(scorecard: Scorecard, inference: Inference) -> tuple[MissingValue, ...]:
    """List every lookup that gave no value for known keys, in the order of the card, then of the records."""
    names = {reference.id: reference.name for reference in scorecard.tables or ()}
    return tuple(
        MissingValue(
            quantity=quantity.id,
            record=key,
            table=consulted.table,
            name=names.get(consulted.table, consulted.table),
            keys=tuple(LookupKeyWord(column=column, word=word) for column, word in consulted.keys),
            reason=consulted.reason,
        )
        for quantity in scorecard.quantities
        for key, consulted in inference.lookups.get(quantity.id, {}).items()
        if consulted.reason is not None
    )


def with_table_certainty(standing: ConclusionCertainty, inference: Inference) -> ConclusionCertainty:
    """Let the certainty of the rows that answered weigh on a conclusion, and name the editions that are no surer."""
    answered = [
        (lookup.certainty, lookup.tried[-1].table)
        for by_record in inference.lookups.values()
        for lookup in by_record.values()
        if lookup.certainty is not None
    ]
    if not answered:
        return standing
    weakest = lowest_certainty(certainty for certainty, _ in answered)
    before = Certainty(standing.certainty)
    if weakest.rank < before.rank:
        return standing
    tables = tuple(sorted({table for certainty, table in answered if certainty is weakest}))
    bases = standing.weakest_bases if before is weakest else ()
    return standing.model_copy(update={"certainty": weakest.value, "weakest_bases": bases, "weakest_tables": tables})
