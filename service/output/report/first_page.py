"""First page of a report: particulars, described subject, criteria and assurance of evidence.

The page states what statements after ISO/IEC 17029 and ISO 14064-3 identify. What the evaluation does not know, the
body's own particulars, comes with the order to write the page or is a line to fill in.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rules.contracts import Assurance, join_items, read_toml
from rules.model import FactType

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rules.model import Scorecard
    from service.output.report.formatters import RecordFormatter
    from touchstone.v1 import evaluation_service_pb2

Row = dict[str, Any]
_DESCRIBING = (FactType.CHOICE, FactType.DATE, FactType.TEXT)
_MOST = 8
"""How many facts of a card stand on the first page unless they are named for it."""


def particulars(formatter: RecordFormatter, values: evaluation_service_pb2.ReportParticulars) -> list[Row]:
    """Give the particulars of the report with their names; those to fill in have no value."""
    return [
        {"label": formatter.words["particulars"][field.name], "value": getattr(values, field.name)}
        for field in values.DESCRIPTOR.fields
    ]


def describing_facts(formatter: RecordFormatter) -> Iterator[Row]:
    """Give the facts that say what was evaluated, over which period and with which emissions."""
    known = {fact.declared.id: fact for fact in formatter.record.facts}
    for name in first_facts(formatter.scorecard):
        fact = known.get(name)
        if fact is None:
            continue
        value = formatter.value(name, fact.used)
        if fact.unknown is not None:
            value = formatter.unknown(name, fact.unknown)
        yield {"label": formatter.fact(name), "value": value}


def first_facts(scorecard: Scorecard) -> list[str]:
    """Name the facts of a card that stand on the first page."""
    named: dict[str, list[str]] = read_toml("service.output.report", "first_page.toml")
    if scorecard.card.id in named:
        return named[scorecard.card.id]
    fact_ids = [
        fact.id
        for fact in scorecard.facts
        if fact.type is FactType.PERIOD or (fact.type in _DESCRIBING and not fact.evidence)
    ]
    return fact_ids[:_MOST]


def cited_instruments(formatter: RecordFormatter) -> list[str]:
    """Name the instruments that the evaluation rests on, each once, in the order of the card.

    A card that names itself as an instrument only says that something is its own reading.
    """
    named = dict.fromkeys(basis.instrument for basis in formatter.bases())
    return [name for name in named if name != formatter.scorecard.card.id]


def assurance(formatter: RecordFormatter) -> str:
    """Say how assured the verified evidence is; empty if none is."""
    assured = (item for item in formatter.record.evidence if item.assurance is not Assurance.NONE)
    return join_items(
        (f"{item.id} {item.issuer}: {formatter.words['assurance'][item.assurance.value]}" for item in assured),
        formatter.language,
    )
