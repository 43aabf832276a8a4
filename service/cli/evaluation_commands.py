"""How are `evaluate`, `verify` and `scorecards` called?"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from rules.contracts.errors import InputError, Violation
from rules.contracts.messages import speaker, told
from service.answering.terminal.json_form import as_document, as_json
from service.answering.terminal.options import (
    DEFAULT_GAZETTE,
    DraftFlag,
    FilesOption,
    FormatOption,
    GazetteOption,
    KnownOption,
    LanguageOption,
    ServerOption,
    add_command,
)
from service.answering.terminal.output import Exit, Format, Language, complain, put, telling_errors
from service.answering.terminal.words import words

_say = speaker(__name__)

_BUNDLE = "bundle"


def register(app: typer.Typer) -> None:
    """Add the commands."""
    add_command(app, "evaluate", evaluate_command)
    add_command(app, "verify", verify_command)
    add_command(app, "scorecards", scorecards_command)


def evaluate_command(  # noqa: PLR0913 -- one for each option
    card: Annotated[
        str,
        typer.Argument(
            metavar="CARD",
            help="A published scorecard (zero-carbon-factory), one version of it (zero-carbon-factory@1.1.0), or a "
            "folder of the drafting desk (features/my-card; also my-card, if no scorecard of that name is published).",
        ),
    ],
    dossier: Annotated[
        Path,
        typer.Argument(
            metavar="DOSSIER", help="The subject's facts and evidence: YAML or JSON (docs/dossier.md), or XLSX."
        ),
    ],
    *,
    as_of: Annotated[
        str | None,
        typer.Option(
            "--as-of",
            metavar="DATE",
            help="The civil date for which the rules are read, such as 2026-03-01. There is no default, because the "
            "date decides which version governs.",
        ),
    ] = None,
    known: KnownOption = None,
    draft: DraftFlag = False,
    setting: Annotated[
        list[str] | None,
        typer.Option("--set", metavar="SETTING=CHOICE", help="Choose a setting of the scorecard. May be repeated."),
    ] = None,
    form: FormatOption = Format.TEXT,
    full: Annotated[
        bool,
        typer.Option("--full", help="With --format json: every step in words too, in both languages, with its proof."),
    ] = False,
    files: FilesOption = None,
    language: LanguageOption = Language.ENGLISH,
    previous: Annotated[
        list[Path] | None,
        typer.Option(
            "--previous",
            metavar="FILE",
            help="An earlier evaluation of the subject, from which the scorecard takes facts, as --format json wrote "
            "it, or its proof bundle. May be repeated. A server finds them itself.",
        ),
    ] = None,
    compare: Annotated[
        Path | None,
        typer.Option(
            "--compare",
            metavar="FILE",
            help="An evaluation of the subject from before, as --format json wrote it: numbers that are ten times or "
            "a tenth of what they were are told. A server looks for the last one itself.",
        ),
    ] = None,
    server: Annotated[
        str | None,
        typer.Option("--server", metavar="HOST:PORT", help="Let this server evaluate, and store the evaluation."),
    ] = None,
    request_id: Annotated[
        str | None,
        typer.Option(
            "--request-id",
            metavar="UUID",
            help="With --server: repeat an earlier call; the stored answer comes back. A new one if left out.",
        ),
    ] = None,
    out: Annotated[Path | None, typer.Option("--out", metavar="FILE", help="Write the answer to this file.")] = None,
    gazette: GazetteOption = DEFAULT_GAZETTE,
) -> None:
    r"""Evaluate a dossier: score, grade, findings, what is missing, and what each result stands on.

    Without --server the evaluation is made in this process and stored nowhere; keep it with --format json --out FILE.

    \b
    Examples:
      touchstone evaluate zero-carbon-factory examples/worked-factory.yaml --as-of 2026-11-20 --set reading=cascade
      touchstone evaluate zero-carbon-factory@1.1.0 dossier.yaml --as-of 2026-11-20 --format json --out result.json
      touchstone evaluate features/zero-carbon-factory dossier.yaml --as-of 2026-11-20 --files zh --language zh
      touchstone evaluate zero-carbon-factory dossier.yaml --as-of 2026-11-20 --server 127.0.0.1:50051

    \b
    Exit codes: 0 evaluated (whatever the grade), 2 something is wrong with what was given, 3 the server failed.
    """
    from service.answering.mapping.answers import read_open_answers  # noqa: PLC0415 -- not for the help
    from service.answering.report import plain_text as report_text  # noqa: PLC0415 -- likewise
    from service.answering.report.coming import named  # noqa: PLC0415 -- likewise
    from service.answering.report.telling import made_by_lines  # noqa: PLC0415 -- likewise
    from service.answering.result_status import status_lines  # noqa: PLC0415 -- likewise
    from service.answering.terminal.given_options import read_settings  # noqa: PLC0415 -- likewise
    from service.cli.evaluate import evaluate  # noqa: PLC0415 -- likewise
    from service.gazette.versions import Gazette  # noqa: PLC0415 -- likewise

    with telling_errors(form, dossier=dossier):
        if full and form is not Format.JSON:
            raise InputError((Violation("--full", _say("FULL_NEEDS_JSON"), "WRONG_VALUE"),))
        answer = evaluate(
            card,
            dossier,
            as_of=as_of,
            draft=draft,
            known=known,
            settings=read_settings(setting or []),
            gazette=Gazette(gazette),
            languages=(files.value,) if files else (),
            server=server,
            request_id=request_id,
            full=full,
            previous=previous or (),
            compare=compare,
        )
        spoken = language.value
        for note in answer.notes:
            complain(note.render(str(dossier), spoken))
        if answer.draft:
            complain(told(answer.draft, spoken))
        if form is Format.JSON:
            put(as_json(answer.evaluation), out)
            return
        report = report_text.render(
            answer.record,
            answer.scorecard,
            spoken,
            answer.evaluation.archive_findings,
            read_open_answers(answer.evaluation, answer.record),
        )
        if answer.draft and out is not None:
            report = f"{told(answer.draft, spoken)}\n\n{report}"
        report = "\n\n".join((*status_lines(answer.evaluation.status, spoken), report, *named(answer.coming, spoken)))
        stored = words(spoken)["stored"].format(name=answer.evaluation.name)
        stored = "\n".join((stored, *made_by_lines(answer.evaluation, spoken)))
        put(f"{report}\n\n{stored}" if answer.evaluation.name else report, out)


def verify_command(  # noqa: PLR0913 -- one for each option
    file: Annotated[
        str,
        typer.Argument(
            metavar="FILE",
            help="An evaluation as `evaluate --format json` or the API wrote it; with --server also the name of a "
            "stored one; or the word bundle, and then a proof bundle.",
        ),
    ],
    bundle: Annotated[Path | None, typer.Argument(metavar="BUNDLE", help="The proof bundle.")] = None,
    *,
    trust: Annotated[
        Path | None,
        typer.Option("--trust", metavar="FILE", help="For a bundle: the keys that you trust (docs/proof.md)."),
    ] = None,
    previous: Annotated[
        list[Path] | None,
        typer.Option(
            "--previous",
            metavar="FILE",
            help="An earlier evaluation, or its bundle, that facts of it were taken from. May be repeated.",
        ),
    ] = None,
    form: FormatOption = Format.TEXT,
    language: LanguageOption = Language.ENGLISH,
    server: ServerOption = None,
    gazette: GazetteOption = DEFAULT_GAZETTE,
) -> None:
    r"""Verify an evaluation: digests, chain, rules in force, and recomputation to the last byte.

    Nothing of the file is trusted; the rules come from the gazette. Every check has its number and is always shown. A
    proof bundle brings its own rules, and is checked by the trust file alone, without network or database.

    \b
    Examples:
      touchstone verify result.json
      touchstone verify organizations/example/evaluations/0198… --server 127.0.0.1:50051
      touchstone verify bundle bundle.json --trust trust.json
      touchstone verify result.json --language zh
      touchstone verify result.json --gazette /archive/scorecards --format json

    \b
    Of what a server stores it is said first whether it was withdrawn or corrected since.

    \b
    Exit codes: 0 no check failed, 1 a check failed, or the result was withdrawn or corrected since, 2 the file is not
    an evaluation, 3 the server failed.
    """
    from service.answering.result_status import stands  # noqa: PLC0415 -- not for the help
    from service.cli.verify import checks_text, verify_file, verify_stored  # noqa: PLC0415 -- not for the help
    from service.gazette.versions import Gazette  # noqa: PLC0415 -- likewise
    from touchstone.v1 import evaluation_service_pb2  # noqa: PLC0415 -- likewise

    with telling_errors(form):
        if bundle is not None:
            _verify_bundle(file, bundle, trust, form, language.value)
            return
        stored = server is not None and file.startswith("organizations/")
        if stored:
            response = verify_stored(file, str(server))
        else:
            response = verify_file(Path(file), Gazette(gazette), server, previous or ())
        put(as_json(response) if form is Format.JSON else checks_text(response, language.value))
        if response.result != evaluation_service_pb2.TrailCheck.RESULT_PASSED or not stands(response.status):
            raise typer.Exit(Exit.NEGATIVE)


def _verify_bundle(word: str, path: Path, trust: Path | None, form: Format, language: str) -> None:
    if word != _BUNDLE:
        raise InputError((Violation("FILE", _say("ONE_FILE"), "WRONG_VALUE"),))
    if trust is None:
        raise InputError((Violation("--trust", _say("BUNDLE_NEEDS_TRUST"), "REQUIRED"),))
    from service.proofs.bundle_text import checked_file, checks_document  # noqa: PLC0415 -- slow to load
    from service.proofs.bundle_text import checks_text as bundle_checks_text  # noqa: PLC0415 -- likewise

    checked = checked_file(path, trust)
    document = as_document(checks_document(checked, language)) if form is Format.JSON else ""
    put(document or bundle_checks_text(checked, language))
    if not checked.holds:
        raise typer.Exit(Exit.NEGATIVE)


def scorecards_command(  # noqa: PLR0913 -- one for each option
    card: Annotated[
        str | None,
        typer.Argument(metavar="[CARD]", help="Show the versions of this scorecard and the facts that it asks for."),
    ] = None,
    *,
    as_of: Annotated[
        str | None,
        typer.Option("--as-of", metavar="DATE", help="What was in force on this date. Today if left out."),
    ] = None,
    known: KnownOption = None,
    form: FormatOption = Format.TEXT,
    language: LanguageOption = Language.ENGLISH,
    gazette: GazetteOption = DEFAULT_GAZETTE,
) -> None:
    r"""List the published scorecards, or the versions and facts of one.

    Of one it says which version is in force and which is superseded; the facts are those of the version in force.

    \b
    Examples:
      touchstone card list
      touchstone card show zero-carbon-factory --language zh
      touchstone card show zero-carbon-factory@1.0.0
      touchstone card show green-claim-eu --as-of 2026-12-01
      touchstone card show green-claim-eu --as-of 2026-12-01 --known 2026-09-30

    \b
    Exit codes: 0 listed, 2 there is no such scorecard, or none in force on the date given.
    """
    from service.answering.terminal.named_rules import read_known  # noqa: PLC0415 -- not for the help
    from service.base.names import card_name  # noqa: PLC0415 -- likewise
    from service.cli.scorecards import Asked, list_scorecards, show_scorecard  # noqa: PLC0415 -- likewise
    from service.gazette.versions import Gazette  # noqa: PLC0415 -- likewise

    with telling_errors(form):
        asked = Asked(as_of or "", read_known(known))
        if card is None:
            put(list_scorecards(Gazette(gazette), form, language.value, asked))
        else:
            put(show_scorecard(Gazette(gazette), card_name(card), form, language.value, asked))
