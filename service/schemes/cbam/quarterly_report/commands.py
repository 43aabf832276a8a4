"""How is `quarterly-report` called?"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rules.contracts.errors import InputError, Violation
from rules.contracts.messages import speaker, told
from rules.contracts.toml_files import wording
from service.answering.terminal.json_form import as_document
from service.answering.terminal.options import LanguageOption, PlainFormatOption, add_command
from service.answering.terminal.output import Format, Language, answering, complain, put

if TYPE_CHECKING:
    from rules.contracts.canonical import Json
    from service.schemes.cbam.quarterly_report.reading import ImportedGood, QuarterlyReport

_say, _words = speaker(__name__), wording(__name__)

_GOODS = (
    "item", "cnCode", "originCountry", "netMass", "measurementUnit", "directEmissions", "indirectEmissions",
    "overallEmissions",
)  # fmt: skip


def register(app: typer.Typer) -> None:
    """Add the command."""
    add_command(app, "quarterly-report", quarterly_report_command)


def quarterly_report_command(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A CBAM quarterly report (XML, version 17.03).")],
    *,
    xsd: Annotated[
        Path | None,
        typer.Option("--xsd", metavar="FILE", help="Check against this published schema as well; its parts beside it."),
    ] = None,
    language: LanguageOption = Language.ENGLISH,
    form: PlainFormatOption = Format.TEXT,
    subject: Annotated[
        str | None,
        typer.Option(
            "--dossier",
            metavar="NAME",
            help="Write a dossier for the card cbam-transitional, for organizations/ORGANIZATION/subjects/SUBJECT.",
        ),
    ] = None,
) -> None:
    r"""Read a CBAM quarterly report of the transitional period: check it against its schema and list its goods.

    Every departure from the schema is named with its line. What fits the schema and still contradicts itself, such as
    totals that do not add up, is shown as a note.

    \b
    Examples:
      touchstone cbam quarterly-report report.xml
      touchstone cbam quarterly-report report.xml --xsd QReport_17.03.xsd --format json
      touchstone cbam quarterly-report report.xml --dossier organizations/example/subjects/2025-q4 > report.yaml

    \b
    Exit codes: 0 the report fits, 2 it does not, or cannot be read, or options do not go together.
    """
    from service.answering.terminal.words import words  # noqa: PLC0415 -- not for the help
    from service.reading.given_files import read_file  # noqa: PLC0415 -- likewise
    from service.schemes.cbam.quarterly_report.reading import (  # noqa: PLC0415 -- likewise
        MAXIMUM_BYTES,
        read_report,
        write_dossier,
    )

    with answering(form):
        if subject is not None and form is Format.JSON:
            raise InputError((Violation("--format", _say("DOSSIER_IS_YAML"), "WRONG_VALUE"),))
        report = read_report(read_file(file, most=MAXIMUM_BYTES), xsd=xsd)
        if form is Format.JSON:
            put(as_document(_document(report)))
            return
        spoken = language.value
        answer = _text(report, spoken) if subject is None else write_dossier(report, subject=subject, language=spoken)
        for note in report.notes:
            complain(words(language.value)["note"].format(note=told(note, language.value)))
        put(answer)


def _text(report: QuarterlyReport, language: str) -> str:
    from service.answering.terminal.columns import columns_text  # noqa: PLC0415 -- not for the help

    spoken = _words(language)
    rows = [_fields(good) for good in report.goods]
    head = spoken["head"].format(quarter=report.quarter, declarant=report.declarant, submitted=report.submitted)
    return f"{head}\n\n{columns_text(tuple(spoken['heads']), rows)}"


def _document(report: QuarterlyReport) -> Json:
    return {
        "quarter": report.quarter,
        "submitted": report.submitted,
        "declarant": report.declarant,
        "goods": [dict(zip(_GOODS, _fields(good), strict=True)) for good in report.goods],
        "notes": list(report.notes),
    }


def _fields(good: ImportedGood) -> tuple[str, ...]:
    from rules.contracts.numbers import format_exact  # noqa: PLC0415 -- not for the help

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
