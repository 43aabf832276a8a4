"""Empty goods workbook with goods, precursors and notes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, BinaryIO

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from rules.contracts import DeclaredValue, InputError, message_factory, typeset
from rules.model import FactDefinition, FactType, PublishedVersion
from service.gazette.versions import Gazette
from service.input.cells import label_in_language
from service.input.tabular.xlsx_access import not_xlsx_message
from service.output.tables import table_of_cells, write_sheet
from service.schemes.cbam.border_comparison import measure_columns
from service.schemes.cbam.card_evaluation import UntracedEvaluator, untraced_evaluator
from service.schemes.cbam.declaration import BY_DEFAULT, CARD, OF_IDS, AllowedContentText, words
from service.schemes.cbam.goods import DETERMINATION, IMPORTED_ON, PRECURSORS, REQUIRED

_message = message_factory(__name__)

_ROWS = 1_000
_WIDTH = 18


def write_workbook(file: Path, compare: bool, language: str, gazette: Path) -> str:
    """Write an empty workbook."""
    if file.exists() or file.suffix.lower() != ".xlsx":
        description = _message("WORKBOOK_EXISTS") if file.exists() else not_xlsx_message(file)
        raise InputError.of(str(file), description, "WRONG_FILE")
    with untraced_evaluator(Gazette(gazette)) as reckoner:
        write_template(file, CARD, reckoner, language, measure_columns(reckoner) if compare else ())
    return ""


def write_template(
    path: Path | BinaryIO, card: str, reckoner: UntracedEvaluator, language: str, also: Sequence[FactDefinition] = ()
) -> None:
    """Write a workbook for the newest version."""
    published = reckoner.newest(card)
    scorecard = published.scorecard
    phrases = words(language)["template"]
    first_day = scorecard.card.first_date
    by_default = {*REQUIRED, *_needed_facts(published, reckoner, {})}
    at_first = {
        *REQUIRED,
        *_needed_facts(published, reckoner, {IMPORTED_ON: DeclaredValue(date=first_day.isoformat())}),
    }
    facts = sorted(scorecard.facts, key=lambda fact: (fact.id not in REQUIRED, fact.id not in by_default))
    facts += also
    borders = {fact.id for fact in also}
    listed = next(fact for fact in scorecard.facts if fact.id == PRECURSORS)
    fields = next(record.fields for record in scorecard.records if record.id == listed.record)
    book = Workbook()
    first = book.active
    if first is not None:
        book.remove(first)
    _write_empty_sheet(book, phrases["goods"], facts, language)
    _write_empty_sheet(book, phrases["precursors"], fields, language)
    notes = book.create_sheet(phrases["notes"])
    _write_header(notes, phrases["note_head"])
    allowed = AllowedContentText(scorecard, language)
    for name, meaning, chosen, list_name in (
        (phrases["goods"], phrases["line_meaning"], facts, ""),
        (phrases["precursors"], phrases["line_of_meaning"], fields, PRECURSORS),
    ):
        notes.append([name, phrases["line"], meaning, "", phrases["needed_always"]])
        for fact in chosen:
            when = phrases["needed_actual"]
            if fact.id in borders:
                when = phrases["needed_compare"]
            elif fact.id in by_default and not list_name:
                when = phrases["needed_always" if fact.id in at_first else "needed_later"]
            label = typeset(label_in_language(fact.labels, language, fact.id), language)
            notes.append(
                [name, _heading(fact, language), label, allowed.of(fact, list_name), when.format(year=first_day.year)]
            )
    book.save(path)


def _needed_facts(
    published: PublishedVersion, reckoner: UntracedEvaluator, known: Mapping[str, DeclaredValue]
) -> Iterable[str]:
    blank = reckoner.reckon(published, published.scorecard.card.first_date, {DETERMINATION: BY_DEFAULT, **known})
    stops = (*blank.way.applies, *blank.way.gates, *(stop for result in blank.way.results.values() for stop in result))
    return (stop.name for stop in stops if stop.missing is None)


def _write_empty_sheet(book: Any, title: str, facts: Sequence[FactDefinition], language: str) -> None:
    sheet = book.create_sheet(title)
    _write_header(sheet, [words(language)["template"]["line"], *(_heading(fact, language) for fact in facts)])
    texts = [1, *(column_number for column_number, fact in enumerate(facts, 2) if fact.type is FactType.TEXT)]
    for column in texts:
        for row in range(2, _ROWS + 2):
            sheet.cell(row, column).number_format = "@"


def _write_header(sheet: Worksheet, cells: Sequence[str]) -> None:
    write_sheet(sheet, table_of_cells(cells, (), [max(_WIDTH, len(cell) + 2) for cell in cells]))


def _heading(fact: FactDefinition, language: str) -> str:
    name = fact.id if language == OF_IDS else label_in_language(fact.labels, language, fact.id)
    return f"{name} ({fact.unit})" if fact.unit else name
