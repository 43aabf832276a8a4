"""Search of rules by instrument, in the newest version of every published scorecard."""

from collections.abc import Iterator
from pathlib import Path

from rules.model import Scorecard
from service.gazette.versions import Gazette
from service.output.terminal.columns import columns_text
from service.output.terminal.declared import CommandResult
from service.output.terminal.words import words

FIELDS = ("version", "instrument", "clause", "certainty", "rules")
HEADINGS = {"en": FIELDS, "zh": ("版本", "文件", "条款", "确定程度", "规则")}


def rules_of_instrument(instrument: str, gazette: Path, language: str) -> CommandResult:
    """List the rules that rest on instruments whose names have this in them, by scorecard and clause."""
    published = Gazette(gazette)
    rows = [row for card in published.card_ids() for row in _rows(published.newest(card).scorecard, instrument)]
    shown = [(*row[:3], words(language)["certainties"][row[3]], row[4]) for row in rows]
    document = [dict(zip(FIELDS, row, strict=True)) for row in rows]
    return CommandResult(columns_text(HEADINGS[language], shown), no=not rows, document=document)


def _rows(scorecard: Scorecard, instrument: str) -> Iterator[tuple[str, ...]]:
    version, cited = f"{scorecard.card.id}@{scorecard.card.version}", [*_cited(scorecard.model_dump())]
    for basis in scorecard.bases:
        if instrument.casefold() in basis.instrument.casefold():
            rules = ", ".join(dict.fromkeys(rule for place, rule in cited if place == basis.id))
            yield version, basis.instrument, basis.clause, basis.certainty.value, rules


def _cited(part: object, rule: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(part, dict):
        rule = part.get("id", rule)
        yield from ((basis, rule) for basis in part.get("basis", ()))
        part = tuple(part.values())
    for inner in part if isinstance(part, tuple) else ():
        yield from _cited(inner, rule)
