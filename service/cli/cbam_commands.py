"""How is `cbam declare` called?"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from service import instants
from service.cbam.declaration import CARD, declare
from service.cbam.declaration_text import declaration_document, declaration_text
from service.cbam.goods_file import read_goods
from service.cli.evaluate import read_settings
from service.cli.options import DEFAULT_GAZETTE, GazetteOption, LanguageOption, add_command, help_of
from service.cli.output import Exit, Format, Language, answering, put
from service.cli.tables import as_document
from service.gazette import Gazette
from service.tables import FOLDER, Shelf


def register(app: typer.Typer) -> None:
    """Add the group of commands."""
    group = typer.Typer(no_args_is_help=True, rich_markup_mode=None)
    group.callback()(cbam)
    add_command(group, "declare", declare_command)
    app.add_typer(group, name="cbam", help=help_of(cbam))


def cbam() -> None:
    """Compute a year of goods under the Carbon Border Adjustment Mechanism of the EU."""


def declare_command(  # noqa: PLR0913 -- one for each option
    goods: Annotated[
        Path, typer.Argument(metavar="GOODS", exists=True, dir_okay=False, help="Lines of goods (.csv or .xlsx).")
    ],
    *,
    setting: Annotated[
        list[str] | None, typer.Option("--set", metavar="SETTING=CHOICE", help="A setting of the card.")
    ] = None,
    out: Annotated[
        Path | None, typer.Option("--out", metavar="FILE", help="Write to this file instead of the terminal.")
    ] = None,
    language: LanguageOption = Language.ENGLISH,
    form: Annotated[Format, typer.Option("--format", help="text for people, json for programs.")] = Format.TEXT,
    gazette: GazetteOption = DEFAULT_GAZETTE,
) -> None:
    r"""Evaluate every line of goods, add up certificates and cost, and say what cannot be said yet.

    The header names facts of the card cbam-goods, those with a unit as net_mass (t). Each line is evaluated as of its
    day of import, with what is known now. Nothing is stored.

    \b
    Examples:
      touchstone cbam declare examples/cbam/goods-2026.csv
      touchstone cbam declare goods.xlsx --language zh --set precursor_mark_up=without

    \b
    Exit codes: 0 every line is computed, 1 some are not, 2 the file is wrong, 3 the gazette is damaged.
    """
    with answering(form):
        shelves = Gazette(gazette)
        newest = shelves.versions(CARD)[-1]
        lines = read_goods(goods.read_bytes(), newest.scorecard)
        made = declare(
            lines,
            gazette=shelves,
            shelf=Shelf(gazette / FOLDER),
            known=instants.now(),
            settings=read_settings(setting or []),
            language=language.value,
        )
        text = declaration_text(made, language.value)
        put(as_document(declaration_document(made)) if form is Format.JSON else text, out)
        if made.undetermined:
            raise typer.Exit(Exit.NEGATIVE)
