"""How do reference tables, their differences and lookups in them read for programs?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.contracts.numbers import format_exact
from rules.model.table_lookup import CodeFound, LookFurther, Missing, NumberFound, OutOfScope

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from rules.contracts.canonical import Json
    from rules.model.table_diff import TableDifference
    from rules.model.table_lookup import Answer, Tried
    from rules.model.tables import Manifest, Row, Table

_ANSWERS = {
    NumberFound: "NUMBER_FOUND",
    CodeFound: "CODE_FOUND",
    OutOfScope: "OUT_OF_SCOPE",
    LookFurther: "LOOK_FURTHER",
    Missing: "MISSING",
}


def list_document(editions: Sequence[Manifest]) -> dict[str, Json]:
    """Give the manifests of editions."""
    return {"editions": [manifest_document(edition) for edition in editions]}


def show_document(table: Table) -> dict[str, Json]:
    """Give the manifest and the rows of an edition, each row with its cells in the order of the columns."""
    return {**_described(table), "columns": list(table.manifest.columns), "rows": _rows(table.rows)}


def difference_document(old: Table, new: Table, difference: TableDifference) -> dict[str, Json]:
    """Say what differs; every row and cell is there, those of old rows in the order of the old columns."""
    return {
        "old": {**_described(old), "columns": list(old.manifest.columns)},
        "new": {**_described(new), "columns": list(new.manifest.columns)},
        "addedColumns": list(difference.added_columns),
        "removedColumns": list(difference.removed_columns),
        "added": _rows(difference.added),
        "removed": _rows(difference.removed),
        "changed": [
            {
                "keys": _pairs(zip((key.id for key in new.manifest.keys), change.keys, strict=False)),
                "column": change.column,
                "old": change.old,
                "new": change.new,
            }
            for change in difference.changed
        ],
    }


def manifest_document(manifest: Manifest) -> dict[str, Json]:
    """Give what an edition says about itself."""
    return {
        "schema": manifest.schema_number,
        "name": manifest.name,
        "edition": manifest.edition,
        "title": _words(manifest.title),
        "keys": [
            {
                "id": key.id,
                "type": f"KEY_TYPE_{key.type.name}",
                "labels": _words(key.labels),
                "oneOf": list(key.one_of),
                "every": key.every,
                "greatestOfSeveral": key.greatest_of_several,
            }
            for key in manifest.keys
        ],
        "values": [
            {
                "id": value.id,
                "type": f"VALUE_TYPE_{value.type.name}",
                "unit": value.unit,
                "labels": _words(value.labels),
                "oneOf": list(value.one_of),
                "lookFurther": value.look_further,
                "outOfScope": value.out_of_scope,
                "unknown": value.unknown,
                "every": value.every,
            }
            for value in manifest.values
        ],
        "sources": [
            {
                "instrument": source.instrument,
                "clause": source.clause,
                "workbook": source.workbook,
                "workbookDigest": source.workbook_digest,
                "note": _words(source.note),
            }
            for source in manifest.sources
        ],
        "certainty": f"CERTAINTY_{manifest.certainty.name}",
        "firstDate": manifest.first_date.isoformat(),
        "lastDate": None if manifest.last_date is None else manifest.last_date.isoformat(),
        "knownFrom": manifest.known_from.isoformat(),
        "complete": manifest.complete,
        "coverage": _words(manifest.coverage),
        "gaps": [{"keys": _pairs(gap.keys.items()), "reason": _words(gap.reason)} for gap in manifest.gaps],
        "supersedes": manifest.supersedes,
        "corrections": [
            {"place": one.place, "was": one.was, "now": one.now, "reason": _words(one.reason)}
            for one in manifest.corrections
        ],
        "rows": manifest.rows,
        "contentDigest": manifest.content_digest,
    }


def lookup_document(answer: Answer) -> dict[str, Json]:
    """Give the answer of a lookup with every place that was tried."""
    found: dict[str, Json] = {
        "answer": f"ANSWER_{_ANSWERS[type(answer)]}",
        "tried": [_tried(step) for step in answer.tried],
    }
    match answer:
        case NumberFound(number=number, unit=unit, certainty=certainty):
            found |= {"number": format_exact(number), "unit": unit, "certainty": f"CERTAINTY_{certainty.name}"}
        case CodeFound(code=code, certainty=certainty):
            found |= {"code": code, "certainty": f"CERTAINTY_{certainty.name}"}
        case OutOfScope(certainty=certainty):
            found |= {"certainty": f"CERTAINTY_{certainty.name}"}
        case Missing(reason=reason, detail=detail):
            found |= {"reason": f"REASON_{reason.name}", "detail": detail}
        case LookFurther():
            pass
    return found


def _tried(step: Tried) -> Json:
    return {
        "table": step.table,
        "keys": _pairs(step.keys),
        "finding": f"FINDING_{step.finding.name}",
        "row": None if step.row is None else list(step.row),
    }


def _described(table: Table) -> dict[str, Json]:
    return {"manifest": manifest_document(table.manifest), "manifestDigest": table.manifest_digest}


def _rows(rows: Iterable[Row]) -> list[Json]:
    return [list(row) for row in rows]


def _pairs(pairs: Iterable[tuple[str, str]]) -> list[Json]:
    """Write keys, whose columns are ids, as values."""
    return [{"column": column, "word": word} for column, word in pairs]


def _words(words: Mapping[str, str]) -> Json:
    return dict(words)
