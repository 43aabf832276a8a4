"""How are `explain` and `simulate` called?"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from rules.contracts.messages import told
from service.answering.terminal.json_form import as_document, as_json
from service.answering.terminal.options import (
    DEFAULT_GAZETTE,
    EvaluationArgument,
    FilesOption,
    FormatOption,
    GazetteOption,
    KnownOption,
    LanguageOption,
    add_command,
)
from service.answering.terminal.output import Format, Language, complain, put, telling_errors


def register(app: typer.Typer) -> None:
    """Add the commands."""
    add_command(app, "explain", explain_command)
    add_command(app, "simulate", simulate_command)


def explain_command(  # noqa: PLR0913 -- one for each option
    evaluation: EvaluationArgument,
    *,
    language: LanguageOption = Language.ENGLISH,
    criterion: Annotated[
        str | None,
        typer.Option(
            "--criterion",
            metavar="ID",
            help="Explain only this: a gate, indicator, finding, rule, result, stage or, as grade-GRADE, a row of the "
            "ladder.",
        ),
    ] = None,
    known: Annotated[
        str | None,
        typer.Option("--known", metavar="DAY", help="Say, too, which version was in force as known on this day."),
    ] = None,
    server: Annotated[
        str | None, typer.Option("--server", metavar="HOST:PORT", help="Let this server explain what it has stored.")
    ] = None,
    form: FormatOption = Format.TEXT,
    gazette: GazetteOption = DEFAULT_GAZETTE,
) -> None:
    r"""Explain an evaluation: why the grade is what it is, what was lost, what is missing, which change leads up.

    Under each sentence stand the bases it rests on, each with its certainty, and the evidence. A file is verified
    first; if a check fails, it is not explained.

    \b
    Examples:
      touchstone explain result.json --language zh
      touchstone explain result.json --criterion grade-4
      touchstone explain organizations/example/evaluations/UUID --server 127.0.0.1:50051 --format json

    \b
    Exit codes: 0 explained, 1 a check failed, 2 this is not an evaluation, or no such criterion, 3 the server failed.
    """
    from service.answering.terminal.named_rules import read_known  # noqa: PLC0415 -- not for the help
    from service.cli.explain import explain_evaluation, explanation_text, governing  # noqa: PLC0415 -- likewise
    from service.cli.verify import unless_verified  # noqa: PLC0415 -- likewise
    from service.gazette.versions import Gazette  # noqa: PLC0415 -- likewise

    with telling_errors(form), unless_verified("not_explained", form):
        answer = explain_evaluation(
            evaluation, gazette=Gazette(gazette), server=server, language=language.value, criterion=criterion
        )
        if known is not None:
            complain(told(governing(evaluation, read_known(known), Gazette(gazette), server), language.value))
        put(as_json(answer) if form is Format.JSON else explanation_text(answer, language.value, criterion))


def simulate_command(  # noqa: PLR0913 -- one for each option
    evaluation: Annotated[
        str,
        typer.Argument(
            metavar="EVALUATION|DOSSIER",
            help="A file as `evaluate --format json` wrote it; with --server, the name of a stored evaluation; with "
            "--as-of, a dossier.",
        ),
    ],
    *,
    fact: Annotated[
        list[str] | None,
        typer.Option(
            "--fact",
            metavar="ID=VALUE",
            help="Let a fact have this value, written as in a dossier: '80 %', yes, 2024-01-01, '[a, b]'. It rests on "
            "the evidence that the fact has now. May be repeated.",
        ),
    ] = None,
    facts: Annotated[
        Path | None,
        typer.Option(
            "--facts", metavar="FILE", help="Take facts, evidence and settings from this file, written as in a dossier."
        ),
    ] = None,
    without: Annotated[
        list[str] | None,
        typer.Option("--without", metavar="ID", help="Let a fact be unknown. May be repeated."),
    ] = None,
    setting: Annotated[
        list[str] | None,
        typer.Option("--set", metavar="SETTING=CHOICE", help="Choose a setting otherwise. May be repeated."),
    ] = None,
    version: Annotated[
        str | None,
        typer.Option(
            "--version", metavar="CARD@VERSION", help="Use this version of the same scorecard, in force or not."
        ),
    ] = None,
    draft: Annotated[
        Path | None,
        typer.Option("--draft", metavar="FOLDER", help="Use the draft in this folder, such as features/my-card."),
    ] = None,
    as_of: Annotated[
        str | None,
        typer.Option(
            "--as-of", metavar="DATE", help="Start from a dossier, evaluated under the version in force on this date."
        ),
    ] = None,
    known: KnownOption = None,
    previous: Annotated[
        list[Path] | None,
        typer.Option(
            "--previous",
            metavar="FILE",
            help="Let facts be taken from this earlier evaluation, or its proof bundle: from another one than they "
            "were, or for a dossier. May be repeated.",
        ),
    ] = None,
    files: FilesOption = None,
    language: LanguageOption = Language.ENGLISH,
    server: Annotated[
        str | None,
        typer.Option("--server", metavar="HOST:PORT", help="Let this server try it on an evaluation it has stored."),
    ] = None,
    form: FormatOption = Format.TEXT,
    gazette: GazetteOption = DEFAULT_GAZETTE,
) -> None:
    r"""Say what another evaluation of the same subject would conclude, and which criteria move. Nothing is stored.

    What to try is told by `explain`. The evaluation is verified first; if a check fails, nothing is tried.

    \b
    Examples:
      touchstone simulate result.json --fact 'boundary_removals=5345.22 tCO2e'
      touchstone simulate result.json --without waste_use_share --set reading=literal --language zh
      touchstone simulate result.json --facts correction.yaml --version zero-carbon-factory@1.0.0
      touchstone simulate result.json --draft features/zero-carbon-factory --files zh --language zh
      touchstone simulate 2025.json --previous 2024-corrected.json
      touchstone simulate examples/worked-factory.yaml --as-of 2026-03-01 --draft features/zero-carbon-factory
      touchstone simulate organizations/example/evaluations/UUID --fact penalties='1 time' --server 127.0.0.1:50051

    \b
    Exit codes: 0 tried, 1 a check failed, 2 something is wrong with what was given, 3 the server failed.
    """
    from service.answering.report.double_use import lines as double_uses_told  # noqa: PLC0415 -- not for the help
    from service.answering.result_status import status_lines  # noqa: PLC0415 -- likewise
    from service.cli.difference_text import difference_text, tried_text  # noqa: PLC0415 -- likewise
    from service.cli.simulate import Wanted, simulate  # noqa: PLC0415 -- likewise
    from service.cli.verify import unless_verified  # noqa: PLC0415 -- likewise
    from service.gazette.versions import Gazette  # noqa: PLC0415 -- likewise

    wanted = Wanted(
        facts=tuple(fact or ()),
        fragment=facts,
        without=tuple(without or ()),
        settings=tuple(setting or ()),
        version=version,
        draft=draft,
        languages=(files.value,) if files else (),
        as_of=as_of,
        known=known,
        previous=tuple(previous or ()),
    )
    with telling_errors(form, dossier=facts), unless_verified("not_tried", form):
        tried = simulate(evaluation, wanted, gazette=Gazette(gazette), server=server)
        if form is Format.JSON:
            put(as_document({"archiveFindings": []}, beside=tried.response))
        else:
            spoken = language.value
            doubled = "".join(f"{line}\n" for line in double_uses_told(tried.response.archive_findings, spoken))
            decided = "".join(f"{line}\n" for line in status_lines(tried.response.status, spoken))
            told_before = tried_text(wanted, tried.after, spoken)
            differs = difference_text(tried.response.difference, tried.before, tried.after, spoken)
            put(decided + doubled + told_before + differs)
