"""How does a group read: on a terminal, to programs, and as one long table of CSV?"""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Any

from rules.contracts.typesetting import typeset
from service.answering.terminal.columns import shown_width

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rules.contracts.record import Figure
    from service.batch.group_sums import Sums, Table
    from service.batch.group_telling import GroupTeller

_HEADS = ("subject", "list", "record", "result", "unit", "low", "high", "rounded_low", "rounded_high")
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def group_text(teller: GroupTeller) -> str:
    """Write the sums, and what stands and is next of each subject."""
    return "\n".join(typeset(line, teller.language) for line in _lines(teller))


def _lines(teller: GroupTeller) -> Iterator[str]:
    yield teller.title
    yield teller.about
    if settings := teller.settings:
        yield settings
    for table in teller.tables:
        rows = [
            (teller.head(result), teller.figure(total))
            for result, total in zip(table.columns, table.sums, strict=True)
            if total is not None
        ]
        if not rows:
            continue
        width = max(shown_width(head) for head, _ in rows)
        across = max(shown_width(figure) for _, figure in rows)
        yield ""
        yield f"{teller.words['sums']}: {teller.over(table)}"
        for head, figure in rows:
            yield f"  {head}{' ' * (width - shown_width(head) + across - shown_width(figure) + 2)}{figure}"
    yield ""
    yield str(teller.words["subjects"])
    for member in teller.group.members:
        yield f"  {member.name}: {teller.conclusion(member)}"
        yield from (f"    {finding}" for finding in teller.findings(member))
    yield ""
    yield str(teller.words["not_added"])
    yield str(teller.words["trail"].format(example=teller.example))


def group_document(teller: GroupTeller) -> dict[str, Any]:
    """Give the group for programs: exact figures, sums too."""
    return {
        "scorecardVersion": teller.group.version.name,
        "asOfDate": teller.group.as_of,
        "subjects": [
            {"subject": one.record.subject, "recordDigest": one.digest, "findingIds": _raised(teller, place)}
            for place, one in enumerate(teller.group.members)
        ],
        "tables": [_table(table) for table in teller.tables],
    }


def _raised(teller: GroupTeller, place: int) -> list[str]:
    return [one.id for one in teller.group.members[place].record.findings if one.outcome.value == "met"]


def _table(table: Table) -> dict[str, Any]:
    return {
        "listId": table.list,
        "resultIds": [result.id for result in table.columns],
        "sums": _sums(table.sums),
        "subjects": [
            {
                "subject": block.member.record.subject,
                "sums": _sums(block.sums),
                "rows": [
                    {"recordKey": row.key, "figures": [_figure(one) for one in row.figures]} for row in block.rows
                ],
            }
            for block in table.blocks
        ],
    }


def _sums(sums: Sums) -> list[dict[str, Any] | None]:
    return [None if one is None else _figure(one) for one in sums]


def _figure(figure: Figure) -> dict[str, Any]:
    exact = figure.exact
    return {"unit": figure.unit, "low": exact.low, "high": exact.high}


def group_csv(teller: GroupTeller) -> str:
    """Write a line for each figure of each subject and record, exact and rounded; no text is taken for a formula."""
    written = io.StringIO(newline="")
    writer = csv.writer(written)
    writer.writerow(_HEADS)
    for table in teller.tables:
        for block in table.blocks:
            for row in block.rows:
                for result, figure in zip(table.columns, row.figures, strict=True):
                    rounded = figure.rounded or figure.exact
                    about = (block.member.record.subject, table.list, row.key, result.id, figure.unit)
                    ends = (figure.exact.low, figure.exact.high, rounded.low, rounded.high)
                    writer.writerow([*map(_plain, about), *ends])
    return written.getvalue()


def _plain(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) else text
