"""How are the commands about ratings of several assessors called?"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from rules.contracts.errors import InputError, Violation
from rules.contracts.messages import speaker
from service.answering.terminal.json_form import as_document
from service.answering.terminal.options import (
    DEFAULT_GAZETTE,
    FormatOption,
    GazetteOption,
    LanguageOption,
    add_command,
    help_of,
)
from service.answering.terminal.output import Format, Language, answering, complain, put
from service.answering.terminal.usage import Group

_say = speaker(__name__)

_SUFFIXES = (".yaml", ".yml", ".json")


def register(app: typer.Typer) -> None:
    """Add the group and its commands."""
    group = typer.Typer(cls=Group, no_args_is_help=True, rich_markup_mode=None)
    add_command(group, "compare", compare_command)
    group.callback(help=help_of(ratings))(ratings)
    app.add_typer(group, name="ratings")


def ratings() -> None:
    """Put together what several assessors read of one subject, each independently of the others."""


def compare_command(  # noqa: PLR0913 -- one for each option
    files: Annotated[
        list[Path],
        typer.Argument(metavar="FILES...", help="A filled-in workbook or dossier of each assessor, two or more."),
    ],
    *,
    card: Annotated[
        str,
        typer.Option(
            "--card",
            metavar="CARD",
            help="A published scorecard (its newest version), one version of it (CARD@1.0.0), or a folder of the "
            "drafting desk.",
        ),
    ],
    out: Annotated[
        Path | None,
        typer.Option("--out", metavar="MERGED.yaml", help="Write a dossier with all ratings (.yaml, .json)."),
    ] = None,
    moderate: Annotated[
        Path | None,
        typer.Option(
            "--moderate",
            metavar="FILE",
            help="Moderated values that settle differences: a CSV file or YAML list with fact, value, reason, "
            "person, date. Needs --out.",
        ),
    ] = None,
    language: LanguageOption = Language.ENGLISH,
    form: FormatOption = Format.TEXT,
    gazette: GazetteOption = DEFAULT_GAZETTE,
) -> None:
    r"""Compare the ratings of two or more assessors of one subject: agreement, differences, and what settles them.

    The largest differences stand first, each with the rationales and places of all. In the merged dossier a fact whose
    ratings differ stays unknown until it is moderated; every rating is kept. See docs/csr-guide.md.

    \b
    Examples:
      touchstone dossier ratings li.xlsx wang.xlsx --card csr-three-stage --language zh
      touchstone dossier ratings li.xlsx wang.xlsx --card csr-three-stage --moderate panel.csv --out merged.yaml

    \b
    Exit codes: 0 compared, however many differ, 2 the files are refused, or contradict each other beyond ratings.
    """
    from rules.engine.read_subject import read_subject  # noqa: PLC0415 -- not for the help
    from service.answering.terminal.named_rules import scorecard_meant  # noqa: PLC0415 -- likewise
    from service.gazette.versions import Gazette  # noqa: PLC0415 -- likewise
    from service.reading.dossier.writing import write_dossier  # noqa: PLC0415 -- likewise
    from service.schemes.rating.assessors.comparing import (  # noqa: PLC0415 -- not for the help
        compare,
        merge,
        read_assessments,
    )
    from service.schemes.rating.assessors.moderation import Moderation  # noqa: PLC0415 -- likewise
    from service.schemes.rating.assessors.telling import comparison_document, comparison_text, words  # noqa: PLC0415 -- likewise

    with answering(form):
        _check_out(out, moderate, files)
        scorecard = scorecard_meant(card, Gazette(gazette))
        assessments = read_assessments(files, scorecard)
        for one in assessments:
            for note in one.dossier.notes:
                complain(note.render(one.file, language.value))
        found = compare(assessments, scorecard)
        moderation = None if moderate is None else Moderation(moderate, scorecard, found)
        for note in () if moderation is None else moderation.notes:
            complain(note.render(str(moderate), language.value))
        settled = {} if moderation is None else moderation.verifications
        found = compare(assessments, scorecard, settled)
        if form is Format.TEXT:
            put(comparison_text(found, scorecard, language.value))
        if out is not None:
            merged = merge(assessments, found, scorecard, settled)
            if moderation is None:
                read_subject(scorecard, merged)
            else:
                moderation.check(merged)
            out.write_text(write_dossier(merged, as_json=out.suffix.lower() == ".json"), encoding="utf-8")
            if form is Format.TEXT:
                told = words(language.value)["merged"]
                put("\n" + told.format(file=out, facts=len(merged.facts), left=len(found.unsettled)))
        if form is Format.JSON:
            put(as_document(comparison_document(found, scorecard)))


def _check_out(out: Path | None, moderate: Path | None, files: list[Path]) -> None:
    if out is None:
        if moderate is not None:
            description = _say("OUT_REQUIRED")
            raise InputError((Violation("--out", description, "REQUIRED"),))
        return
    if out.suffix.lower() not in _SUFFIXES:
        description = _say("NOT_YAML_NAME", out=out)
        raise InputError((Violation("--out", description, "UNKNOWN_FORMAT"),))
    if out.resolve() in {path.resolve() for path in (*files, *(() if moderate is None else (moderate,)))}:
        description = _say("OUT_IS_READ", out=out)
        raise InputError((Violation("--out", description, "WRONG_VALUE"),))
