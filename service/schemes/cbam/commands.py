"""How are `cbam template` and `cbam declare` called?"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from rules.contracts.errors import InputError, Violation
from rules.contracts.messages import speaker
from service.answering.terminal.json_form import as_document
from service.answering.terminal.options import (
    DEFAULT_GAZETTE,
    GazetteOption,
    KnownOption,
    LanguageOption,
    OutOption,
    PlainFormatOption,
    add_command,
    help_of,
)
from service.answering.terminal.output import Exit, Format, Language, answering, complain, put
from service.answering.terminal.usage import Group
from service.base import instants
from service.schemes.cbam.quarterly_report import commands as quarterly_report

_say = speaker(__name__)


def register(app: typer.Typer) -> None:
    """Add the group of commands."""
    group = typer.Typer(cls=Group, no_args_is_help=True, rich_markup_mode=None)
    group.callback()(cbam)
    add_command(group, "declare", declare_command)
    add_command(group, "template", template_command)
    app.add_typer(group, name="cbam", help=help_of(cbam))
    quarterly_report.register(app)


def cbam() -> None:
    """Compute a year of goods under the Carbon Border Adjustment Mechanism of the EU: template, then declare."""


def declare_command(  # noqa: PLR0913 -- one for each option
    goods: Annotated[Path, typer.Argument(metavar="GOODS", help="Lines of goods (.csv or .xlsx).")],
    *,
    precursors: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Precursors of the lines (.csv or .xlsx)."),
    ] = None,
    setting: Annotated[
        list[str] | None, typer.Option("--set", metavar="SETTING=CHOICE", help="A setting of the card.")
    ] = None,
    known: KnownOption = None,
    out: OutOption = None,
    language: LanguageOption = Language.ENGLISH,
    form: PlainFormatOption = Format.TEXT,
    gazette: GazetteOption = DEFAULT_GAZETTE,
) -> None:
    r"""Evaluate every line of goods, apply the threshold, add up certificates and cost, and say what is missing.

    One line of goods in a row. The header names facts of the card cbam-goods, those with a unit as net_mass (t);
    touchstone cbam template writes a file with all of them. Each line is evaluated as of its day of import, with what
    is known now. Precursors stand in a sheet named precursors, or in a file of their own. Nothing is stored.

    \b
    Examples:
      touchstone cbam template goods.xlsx
      touchstone cbam declare examples/cbam/goods-2026.csv --precursors examples/cbam/precursors-2026.csv
      touchstone cbam declare goods.xlsx --language zh --set precursor_mark_up=without

    \b
    Exit codes: 0 everything is determined, 1 something is not, 2 the file is wrong, 3 the gazette is damaged.
    """
    from service.answering.terminal.given_options import read_settings  # noqa: PLC0415 -- not for the help
    from service.answering.terminal.named_rules import read_known  # noqa: PLC0415 -- likewise
    from service.gazette.tables import FOLDER, Shelf  # noqa: PLC0415 -- likewise
    from service.gazette.versions import Gazette  # noqa: PLC0415 -- likewise
    from service.schemes.cbam.declaration import CARD, declare  # noqa: PLC0415 -- likewise
    from service.schemes.cbam.declaration_text import declaration_document, declaration_text  # noqa: PLC0415 -- likewise
    from service.schemes.cbam.goods import read_goods  # noqa: PLC0415 -- likewise

    with answering(form):
        shelves = Gazette(gazette)
        newest = shelves.versions(CARD)[-1]
        read = read_goods(goods, newest.scorecard, precursors=precursors)
        for note in read.notes:
            complain(note.render(str(goods), language.value))
        made = declare(
            read.lines,
            gazette=shelves,
            shelf=Shelf(gazette / FOLDER),
            known=read_known(known),
            settings=read_settings(setting or []),
            language=language.value,
        )
        as_json = form is Format.JSON
        document, text = declaration_document, declaration_text
        put(as_document(document(made, language.value)) if as_json else text(made, language.value), out)
        if made.undetermined:
            raise typer.Exit(Exit.NEGATIVE)


def template_command(
    workbook: Annotated[Path, typer.Argument(metavar="FILE", help="The workbook to write (.xlsx).")],
    *,
    language: LanguageOption = Language.ENGLISH,
    gazette: GazetteOption = DEFAULT_GAZETTE,
) -> None:
    r"""Write an empty workbook for a year of goods: a sheet of goods, one of precursors, and what each column means.

    \b
    Example:
      touchstone cbam template goods.xlsx

    \b
    Exit codes: 0 written, 2 the file cannot be written, 3 the gazette is damaged.
    """
    from service.gazette.tables import FOLDER, Shelf  # noqa: PLC0415 -- not for the help
    from service.gazette.versions import Gazette  # noqa: PLC0415 -- likewise
    from service.reading.tabular.books import no_xlsx_name  # noqa: PLC0415 -- likewise
    from service.schemes.cbam.declaration import CARD  # noqa: PLC0415 -- likewise
    from service.schemes.cbam.reckoning import Reckoner  # noqa: PLC0415 -- likewise
    from service.schemes.cbam.template import write_template  # noqa: PLC0415 -- likewise

    with answering():
        if workbook.exists() or workbook.suffix.lower() != ".xlsx":
            said = _say("WORKBOOK_EXISTS") if workbook.exists() else no_xlsx_name(workbook)
            raise InputError((Violation(str(workbook), said, "WRONG_FILE"),))
        reckoner = Reckoner(Gazette(gazette), Shelf(gazette / FOLDER), instants.now())
        try:
            write_template(workbook, CARD, reckoner, language.value)
        finally:
            reckoner.close()
