"""Reference tables in a record: editions used, missing values, and effect on certainty."""

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

_message = message_factory(__name__)


def tables_used(tables: Mapping[str, Table]) -> tuple[TableUse, ...]:
    """Return the editions available to an evaluation, sorted by their ids in the scorecard."""
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
    """Return the recorded table editions by id; raise VersionError if one is absent or has another digest."""
    tables: dict[str, Table] = {}
    for use in uses:
        table = None if source is None else source.edition_of(use.name, use.edition)
        problem = table_problem(use, table)
        if problem is not None or table is None:
            raise VersionError(problem or "", missing=False)
        tables[use.id] = table
    return tables


def table_problem(use: TableUse, table: Table | None) -> str | None:
    """Return an error message if a table is not the recorded edition, else None."""
    table_name = _message("TABLE_OF_RECORD", name=use.name, edition=use.edition)
    if table is None:
        return _message("RECORDED_TABLE_ABSENT", table=table_name, digest=use.digest)
    if table.manifest_digest != use.digest:
        return _message("RECORDED_TABLE_DIFFERS", table=table_name, found=table.manifest_digest, digest=use.digest)
    return None


def missing_values(scorecard: Scorecard, inference: Inference) -> tuple[MissingValue, ...]:
    """List lookups without a value for known keys, in scorecard order, then in record order."""
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
    """Return the certainty, lowered to that of the least certain table rows used.

    At equal certainty only `weakest_tables` changes.
    """
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
