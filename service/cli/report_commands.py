"""How is `report` called?"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from service.cli.options import DEFAULT_GAZETTE, EvaluationArgument, GazetteOption, LanguageOption, add_command
from service.cli.output import Language, answering, put
from service.cli.report import write_report
from service.cli.verify import read_verified, unless_verified
from service.gazette import Gazette


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
    server: Annotated[
        str | None, typer.Option("--server", metavar="HOST:PORT", help="Fetch a stored evaluation from this server.")
    ] = None,
    gazette: GazetteOption = DEFAULT_GAZETTE,
) -> None:
    r"""Write an evaluation as one self-contained page to read, print on A4 and sign (docs/report.md).

    The seven checks of `verify` are made first; if one fails, no page is written. The same evaluation gives the same
    bytes.

    \b
    Examples:
      touchstone report result.json --language zh --out report.html
      touchstone report result.json --appendix --out report.html
      touchstone report organizations/example/evaluations/UUID --server 127.0.0.1:50051 --out report.html

    \b
    Exit codes: 0 written, 1 a check failed, 2 this is not an evaluation, 3 the server failed.
    """
    with answering(), unless_verified("no_page"):
        verified = read_verified(evaluation, Gazette(gazette), server)
        put(write_report(verified, language=language.value, appendix=appendix), out)
