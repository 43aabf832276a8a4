"""How is `passport` called?"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from rules.contracts.messages import told
from service.answering.terminal.options import DEFAULT_GAZETTE, GazetteOption, LanguageOption, add_command
from service.answering.terminal.output import Language, answering, complain, put


def register(app: typer.Typer) -> None:
    """Add the command."""
    add_command(app, "passport", passport_command)


def passport_command(  # noqa: PLR0913 -- one for each option
    files: Annotated[
        list[Path], typer.Argument(metavar="FILE...", help="One passport: a file, or the parts that it consists of.")
    ],
    *,
    subject: Annotated[
        str,
        typer.Option("--subject", metavar="NAME", help="organizations/ORGANIZATION/subjects/SUBJECT of the dossier."),
    ],
    card: Annotated[
        str, typer.Option("--card", metavar="CARD", help="A published scorecard that asks for a passport, or a folder.")
    ] = "eu-battery",
    issuer: Annotated[
        str,
        typer.Option("--issuer", help="Who issued the passport, if it does not say so or says it only by a number."),
    ] = "",
    out: Annotated[
        Path | None, typer.Option("--out", metavar="DOSSIER", help="Write the dossier to this file.")
    ] = None,
    language: LanguageOption = Language.ENGLISH,
    gazette: GazetteOption = DEFAULT_GAZETTE,
) -> None:
    r"""Read a battery passport into a dossier: Catena-X Battery Pass 6.1.0, or parts of the Battery Pass data model.

    Each fact rests on the file's digest and the JSON pointer where it stands. Data points that are missing, and what
    was not read, are listed on standard error. What a passport does not say, such as the labels, is added by hand.

    \b
    Examples:
      touchstone dossier passport passport.json --subject organizations/example/subjects/ev-1 --out dossier.yaml
      touchstone dossier passport general.json circularity.json --subject organizations/example/subjects/ev-1

    \b
    Exit codes: 0 written, 2 a file is refused.
    """
    from service.gazette.versions import Gazette  # noqa: PLC0415 -- not for the help
    from service.schemes.battery.passport import dossier_from_passport, scorecard_of  # noqa: PLC0415 -- likewise

    with answering():
        scorecard = scorecard_of(card, Gazette(gazette))
        dossier = dossier_from_passport(files, scorecard, subject=subject, issuer=issuer, language=language.value)
        put(dossier.text, out)
        for line in dossier.report:
            complain(told(line, language.value))
