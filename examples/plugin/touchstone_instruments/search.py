"""Search of rules by instrument, in the newest version of every published scorecard."""

from collections.abc import Iterator
from pathlib import Path

from rules.contracts import InputError, Label
from service.gazette.versions import Gazette
from service.output.terminal.columns import columns_text
from service.output.terminal.command_declarations import CommandResult
from service.output.terminal.words import words

FIELDS = ("version", "instrument", "clause", "certainty", "rules")
HEADINGS = {"en": FIELDS, "zh": ("版本", "文件", "条款", "确定程度", "规则")}
ALLOWED = Label({"en": "must be the name of an instrument, or a part of it", "zh": "须为文件名称或其一部分"})


def rules_of_instrument(instrument: str, gazette: Path, language: str) -> CommandResult:
    """List the rules based on instruments with this text in their names, by scorecard and clause."""
    if not instrument.strip():
        raise InputError.of("INSTRUMENT", ALLOWED, "WRONG_VALUE")
    rows = [*_rows(Gazette(gazette), instrument.casefold())]
    shown = [(*row[:3], words(language)["certainties"][row[3]], row[4]) for row in rows]
    document = [dict(zip(FIELDS, row, strict=True)) for row in rows]
    return CommandResult(columns_text(HEADINGS[language], shown), no=not rows, document=document)


def _rows(published: Gazette, instrument: str) -> Iterator[tuple[str, ...]]:
    for card in (published.newest(card_id).scorecard for card_id in published.card_ids()):
        version, cited = f"{card.card.id}@{card.card.version}", [*_cited(card.model_dump())]
        for basis in (each for each in card.bases if instrument in each.instrument.casefold()):
            rules = ", ".join(dict.fromkeys(rule for place, rule in cited if place == basis.id))
            yield version, basis.instrument, basis.clause, basis.certainty.value, rules


def _cited(part: object, rule: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(part, dict):
        rule = part.get("id", rule)
        yield from ((basis, rule) for basis in part.get("basis", ()))
    for inner in part.values() if isinstance(part, dict) else part if isinstance(part, tuple) else ():
        yield from _cited(inner, rule)
