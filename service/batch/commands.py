"""How are `template` and `evaluate-batch` called?"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from rules.contracts.errors import InputError, Violation
from rules.contracts.messages import speaker
from service.answering.terminal.json_form import as_document
from service.answering.terminal.options import (
    DEFAULT_GAZETTE,
    AsOfOption,
    DraftFlag,
    FormatOption,
    GazetteOption,
    KnownOption,
    LanguageOption,
    PublishedCardArgument,
    SettingsOption,
    add_command,
)
from service.answering.terminal.output import Exit, Format, Language, answering, complain, put
from service.reading.workbook.forms import Layout

_say = speaker(__name__)


def register(app: typer.Typer) -> None:
    """Add the commands."""
    add_command(app, "template", template_command)
    add_command(app, "evaluate-batch", evaluate_batch_command)


def template_command(  # noqa: PLR0913 -- one for each option
    card: Annotated[
        str,
        typer.Argument(
            metavar="CARD",
            help="A published scorecard (its newest version), one version of it (CARD@1.0.0), or ./FOLDER of the "
            "drafting desk.",
        ),
    ],
    *,
    draft: DraftFlag = False,
    out: Annotated[Path, typer.Option("--out", metavar="FILE.xlsx", help="Write the workbook to this file.")],
    version: Annotated[
        str | None, typer.Option("--version", metavar="X.Y.Z", help="This version; the same as CARD@X.Y.Z.")
    ] = None,
    language: LanguageOption = Language.ENGLISH,
    layout: Annotated[
        Layout,
        typer.Option("--layout", help="one: about one subject, a row for each fact. many: a row for each subject."),
    ] = Layout.ONE,
    gazette: GazetteOption = DEFAULT_GAZETTE,
) -> None:
    r"""Write the workbook (XLSX) that asks for the facts of a scorecard, to be filled in and evaluated.

    Allowed values are drop-down lists and validations, with words in the chosen language; ids beside them let the
    service read the workbook back without guessing. How to fill it in stands on its first sheet (docs/batch.md).

    \b
    Examples:
      touchstone dossier template zero-carbon-factory --out factory.xlsx --language zh
      touchstone dossier template zero-carbon-factory --version 1.0.0 --layout many --out factories.xlsx
      touchstone dossier template features/zero-carbon-factory --out draft.xlsx

    \b
    Exit codes: 0 written, 2 there is no such version, or the draft has errors.
    """
    from service.answering.terminal.named_rules import draft_meant, rules_meant, version_meant  # noqa: PLC0415 -- not for the help
    from service.base.names import card_name  # noqa: PLC0415 -- likewise
    from service.batch.text import words  # noqa: PLC0415 -- likewise
    from service.gazette.versions import Gazette  # noqa: PLC0415 -- likewise
    from service.reading.tabular.books import no_xlsx_name  # noqa: PLC0415 -- likewise
    from service.reading.workbook.template import write_template  # noqa: PLC0415 -- likewise

    with answering():
        meant = rules_meant(card, published := Gazette(gazette), draft=draft)
        if isinstance(meant, Path):
            if version is not None:
                description = _say("FOLDER_HAS_ONE_DRAFT")
                raise InputError((Violation("--version", description, "WRONG_VALUE"),))
            scorecard = draft_meant(meant).scorecard
        else:
            name = card_name(f"{card}@{version}") if version else meant
            scorecard = version_meant(name, published).scorecard
        if out.suffix.lower() != ".xlsx":
            description = no_xlsx_name(out)
            raise InputError((Violation("--out", description, "WRONG_VALUE"),))
        if out.exists():
            description = _say("EXISTS", out=out)
            raise InputError((Violation("--out", description, "WRONG_VALUE"),))
        out.write_bytes(write_template(scorecard, language=language.value, layout=layout))
        spoken = words(language.value)["template"]
        put(spoken.format(file=out, card=scorecard.card.id, version=scorecard.card.version, count=len(scorecard.facts)))


def evaluate_batch_command(  # noqa: PLR0913 -- one for each option
    card: PublishedCardArgument,
    source: Annotated[
        Path,
        typer.Argument(
            metavar="BATCH",
            help="A folder of dossiers (YAML, JSON, XLSX), or a file with many subjects: XLSX (`touchstone dossier "
            "template --layout many`), CSV or JSONL (docs/batch.md).",
        ),
    ],
    *,
    as_of: AsOfOption = None,
    known: KnownOption = None,
    setting: SettingsOption = None,
    server: Annotated[
        str | None,
        typer.Option(
            "--server",
            metavar="HOST:PORT",
            help="Let this server evaluate and store. Without it one is started for the run, on the database of "
            "TOUCHSTONE_DATABASE_URL.",
        ),
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option(
            "--out",
            metavar="DIR|FILE.jsonl",
            help="Write the evaluations here: a file each, or a line each. Errors, journal and summary stand beside.",
        ),
    ] = None,
    resume: Annotated[
        bool, typer.Option("--resume", help="Go on where an earlier run of the same batch with this --out stopped.")
    ] = False,
    form: FormatOption = Format.TEXT,
    language: LanguageOption = Language.ENGLISH,
    gazette: GazetteOption = DEFAULT_GAZETTE,
) -> None:
    r"""Evaluate many subjects, and say in sum what came out. A subject that fails never stops the others.

    Request ids are derived from the file and the subject, so a repeated run gives the stored answers again. A batch in
    which a subject stands twice, or whose columns are unknown, is refused before anything is evaluated.

    \b
    Examples:
      touchstone batch evaluate zero-carbon-factory factories.xlsx --as-of 2026-11-20 --out results
      touchstone batch evaluate zero-carbon-factory dossiers/ --as-of 2026-11-20 --out results.jsonl
      touchstone batch evaluate zero-carbon-factory dossiers/ --as-of 2026-11-20 --out results.jsonl --resume

    \b
    Exit codes: 0 every subject was evaluated (whatever the grade), 1 some could not be, 2 the batch or an argument is
    wrong and nothing was evaluated, 3 the server failed, 130 interrupted. After 3 and 130 --resume goes on.
    """
    from service.answering.terminal.given_options import read_settings  # noqa: PLC0415 -- not for the help
    from service.batch.running import evaluate_batch  # noqa: PLC0415 -- likewise
    from service.batch.text import interrupted_text, summary_document, summary_text  # noqa: PLC0415 -- likewise
    from service.gazette.versions import Gazette  # noqa: PLC0415 -- likewise

    with answering(form):
        result = evaluate_batch(
            card,
            source,
            as_of=as_of,
            known=known,
            settings=read_settings(setting or []),
            gazette=Gazette(gazette),
            server=server,
            out=out,
            resume=resume,
            language=language.value,
            shows_progress=form is Format.TEXT,
        )
        plain = as_document(summary_document(result))
        if result.outputs is not None:
            result.outputs.summary.write_text(plain, encoding="utf-8")
        put(plain if form is Format.JSON else summary_text(result, language.value))
        if result.interrupted:
            complain(interrupted_text(result, language.value))
            raise typer.Exit(Exit.INTERRUPTED)
        if result.tally.failed:
            raise typer.Exit(Exit.NEGATIVE)
