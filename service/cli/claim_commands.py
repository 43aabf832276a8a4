"""How are the commands about environmental claims called?"""

from __future__ import annotations

from typing import Annotated

import typer

from service.cli.claims import screened, screening_json, screening_text
from service.cli.options import LanguageOption, add_command, help_of
from service.cli.output import Format, Language, answering, put


def register(app: typer.Typer) -> None:
    """Add the group and its commands."""
    group = typer.Typer(no_args_is_help=True, rich_markup_mode=None)
    add_command(group, "screen", screen_command)
    group.callback(help=help_of(claims))(claims)
    app.add_typer(group, name="claims")


def claims() -> None:
    """Find environmental claims in texts, as proposals of facts; never a verdict."""


def screen_command(
    source: Annotated[
        str,
        typer.Argument(
            metavar="TEXT|FILE",
            help="A text, a file (plain text, HTML, PDF, DOCX, PPTX), or - for a text on standard input.",
        ),
    ],
    *,
    text_language: Annotated[
        list[str] | None,
        typer.Option(
            "--text-language",
            metavar="CODE",
            help="The language of the text (en, de, fr, zh); may be repeated. Told from the text if left out.",
        ),
    ] = None,
    name: Annotated[
        list[str] | None,
        typer.Option("--name", metavar="NAME", help="A brand, product or company name of the trader; may be repeated."),
    ] = None,
    language: LanguageOption = Language.ENGLISH,
    form: Annotated[Format, typer.Option("--format", help="text for people, json for programs.")] = Format.TEXT,
) -> None:
    r"""Mark the candidate claims of a text: where, of which kind, how qualified, and which facts are still to be given.

    English, Chinese, German and French are screened. What is in another language is named as not screened.

    \b
    Examples:
      touchstone claims screen "Our bottle is 100% recycled*"
      touchstone claims screen page.html --language zh
      touchstone claims screen brochure.pdf --format json
      touchstone claims screen "Wash with EcoPure" --name EcoPure

    \b
    Exit codes: 0 screened, 2 the file cannot be read.
    """
    with answering(form):
        found = screened(source, languages=tuple(text_language or ()), names=tuple(name or ()))
        if form is Format.JSON:
            put(screening_json(found))
        else:
            put(screening_text(found, language.value))
