"""Handler of `cbam quarterly-report`: the report as text, JSON document or dossier."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from rules.contracts import InputError, Violation, format_exact, in_language, message_factory, wording_loader
from service.input.given_files import read_file
from service.output.terminal.columns import columns_text
from service.output.terminal.command_declarations import CommandResult
from service.output.terminal.output import print_error
from service.output.terminal.words import words
from service.schemes.cbam.quarterly_report.report_reader import MAXIMUM_BYTES, read_report, write_dossier

if TYPE_CHECKING:
    from rules.contracts import Json
    from service.schemes.cbam.quarterly_report.report_reader import ImportedGood, QuarterlyReport

_message, _words = message_factory(__name__), wording_loader(__name__)

_GOODS = (
    "item", "cnCode", "originCountry", "netMass", "measurementUnit", "directEmissions", "indirectEmissions",
    "overallEmissions",
)  # fmt: skip


def read_quarterly_report(
    file: Path, xsd: Path | None, dossier: str | None, format: str, language: str
) -> CommandResult:
    """Read a report; except for JSON, print its notes to standard error."""
    is_json = format == "json"
    if dossier is not None and is_json:
        raise InputError((Violation("--format", _message("DOSSIER_IS_YAML"), "WRONG_VALUE"),))
    report = read_report(read_file(file, most=MAXIMUM_BYTES), xsd=xsd)
    output = _text(report, language) if dossier is None else write_dossier(report, subject=dossier, language=language)
    for note in () if is_json else report.notes:
        print_error(words(language)["note"].format(note=in_language(note, language)))
    return CommandResult(output, document=_document(report))


def _text(report: QuarterlyReport, language: str) -> str:
    phrases = _words(language)
    rows = [_fields(good) for good in report.goods]
    head = phrases["head"].format(quarter=report.quarter, declarant=report.declarant, submitted=report.submitted)
    return f"{head}\n\n{columns_text(tuple(phrases['heads']), rows)}"


def _document(report: QuarterlyReport) -> Json:
    return {
        "quarter": report.quarter,
        "submitted": report.submitted,
        "declarant": report.declarant,
        "goods": [dict(zip(_GOODS, _fields(good), strict=True)) for good in report.goods],
        "notes": list(report.notes),
    }


def _fields(good: ImportedGood) -> tuple[str, ...]:
    return (
        str(good.item),
        good.cn_code,
        good.country,
        "" if good.net_mass is None else format_exact(good.net_mass),
        good.unit,
        format_exact(good.direct),
        format_exact(good.indirect),
        format_exact(good.overall),
    )
