"""How is `report` called?"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from service.answering.terminal.options import (
    DEFAULT_GAZETTE,
    EvaluationArgument,
    GazetteOption,
    LanguageOption,
    add_command,
)
from service.answering.terminal.output import Language, answering, complain, put
from service.answering.terminal.words import words


def register(app: typer.Typer) -> None:
    """Add the command."""
    add_command(app, "report", report_command)


def report_command(  # noqa: PLR0913 -- one for each option
    evaluation: EvaluationArgument,
    *,
    language: LanguageOption = Language.ENGLISH,
    out: Annotated[Path | None, typer.Option("--out", metavar="FILE", help="Write the page to this file.")] = None,
    appendix: Annotated[
        bool, typer.Option("--appendix", help="Open the whole trail, so that it is printed as an appendix.")
    ] = False,
    number: Annotated[str, typer.Option("--number", help="The number of the report.", show_default=False)] = "",
    body: Annotated[
        str, typer.Option("--body", help="The body that issues it: name, address, accreditation.", show_default=False)
    ] = "",
    issued: Annotated[
        str,
        typer.Option(
            "--issued",
            metavar="YYYY-MM-DD",
            help="The date of issue; without it the report is marked as a draft.",
            show_default=False,
        ),
    ] = "",
    legal_name: Annotated[
        str, typer.Option("--legal-name", help="The legal name of the organization assessed.", show_default=False)
    ] = "",
    site: Annotated[str, typer.Option("--site", help="The site assessed, with its address.", show_default=False)] = "",
    server: Annotated[
        str | None, typer.Option("--server", metavar="HOST:PORT", help="Fetch a stored evaluation from this server.")
    ] = None,
    gazette: GazetteOption = DEFAULT_GAZETTE,
) -> None:
    r"""Write an evaluation as one self-contained page to read, print on A4 and sign (docs/report.md).

    The seven checks of `verify` are made first; if one fails, no page is written. The same evaluation and options give
    the same bytes. What only the issuing body knows stands on the first page if it is given, else there is a line to
    fill in by hand; a report without a date of issue is marked as a draft. Of a result that was withdrawn or corrected
    since none is issued, and a draft says so on every page.

    \b
    Examples:
      touchstone report result.json --language zh --out report.html
      touchstone report result.json --appendix --out report.html
      touchstone report result.json --number ZC-2026-017 --issued 2026-11-23 --body "Example Body" \\
        --legal-name "Example Factory Co., Ltd." --site "1 Example Road, Yancheng" --out report.html
      touchstone report organizations/example/evaluations/UUID --server 127.0.0.1:50051 --out report.html

    \b
    Exit codes: 0 written, 1 a check failed, 2 this is not an evaluation, or it is to be
    issued and does not stand any more, 3 the server failed.
    """
    from service.answering import issuing  # noqa: PLC0415 -- not for the help
    from service.answering.report.first_page import Particulars  # noqa: PLC0415 -- likewise
    from service.cli.verify import read_verified, unless_verified  # noqa: PLC0415 -- likewise
    from service.gazette.versions import Gazette  # noqa: PLC0415 -- likewise

    given = Particulars(number=number, body=body, issued=issued, legal_name=legal_name, site=site)
    with answering(), unless_verified("no_page"):
        issuing.require_issuable(given, _option)
        verified = read_verified(evaluation, Gazette(gazette), server)
        issuing.require_standing(given, verified.evaluation, _option)
        if given.issued and server is None and verified.evaluation.name:
            complain(words(language.value)["verify"]["standing_not_asked"].format(name=verified.evaluation.name))
        page = issuing.written(verified, issuing.Form.PAGE, language=language.value, given=given, appendix=appendix)
        put(page.decode(), out)


def _option(particular: str) -> str:
    return f"--{particular.replace('_', '-')}"
