"""How is `evaluate-bulk` called?"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from rules.contracts.errors import InputError, Violation
from rules.contracts.messages import speaker
from service.answering.terminal.options import (
    DEFAULT_GAZETTE,
    AsOfOption,
    GazetteOption,
    KnownOption,
    LanguageOption,
    PlainFormatOption,
    PublishedCardArgument,
    SettingsOption,
    add_command,
)
from service.answering.terminal.output import Format, Language, answering
from service.bulk.calling import Kept, KeptOption, OutFolder, ProcessesOption, ResumeOption

_say = speaker(__name__)


def register(app: typer.Typer) -> None:
    """Add the command."""
    add_command(app, "evaluate-bulk", evaluate_bulk_command)


def evaluate_bulk_command(  # noqa: PLR0913 -- one for each option
    card: PublishedCardArgument,
    source: Annotated[
        Path,
        typer.Argument(
            metavar="COLUMNS",
            help="A file .parquet, .arrow or .csv with a row for each subject, or a folder of such files: the column "
            "`subject`, and a column for each fact, named by its id (docs/batch.md).",
        ),
    ],
    *,
    as_of: AsOfOption = None,
    known: KnownOption = None,
    setting: SettingsOption = None,
    out: OutFolder,
    kept: KeptOption = Kept.PARQUET,
    criteria: Annotated[
        bool,
        typer.Option(
            "--criteria/--conclusions",
            help="With the cells of gates, indicators, findings and rules, or those of the conclusions alone.",
        ),
    ] = True,
    processes: ProcessesOption = None,
    ray: Annotated[
        str | None,
        typer.Option(
            "--ray",
            metavar="ADDRESS",
            help="Work on the Ray cluster at this address (docs/batch.md).",
        ),
    ] = None,
    resume: ResumeOption = False,
    form: PlainFormatOption = Format.TEXT,
    language: LanguageOption = Language.ENGLISH,
    gazette: GazetteOption = DEFAULT_GAZETTE,
) -> None:
    r"""Screen millions of subjects by columns: score, grade, gates, points, findings and verdict of each.

    A screening is never an evaluation. Values are taken as evidenced, nothing is stored, signed or told to an applicant
    from it: what counts is evaluated by `touchstone evaluate`. Everything is exact. What columns do not tell (open
    answers, very large numbers, values to be refused) is told by the exact core, row by row; column `by` says by
    whom, and the summary how many. An empty cell is unknown, never zero.

    \b
    Examples:
      touchstone batch screen eu-battery batteries.parquet --as-of 2026-11-20 --out screened
      touchstone batch screen zero-carbon-factory factories.csv --as-of 2026-11-20 --set reading=cascade --out screened
      touchstone batch screen eu-battery parts/ --as-of 2026-11-20 --out screened --to csv --resume
      touchstone batch screen eu-battery /share/parts --as-of 2026-11-20 --out /share/screened --ray 10.0.0.1:6379

    \b
    Exit codes: 0 every subject was answered for (whatever the grade), 1 some were refused, 2 the columns or an argument
    are wrong and nothing was screened, 3 a process was ended or the
    cluster lost, 130 interrupted. After 3 and 130 --resume goes on.
    """
    from service.answering.terminal.given_options import read_as_of, read_settings  # noqa: PLC0415 -- not for the help
    from service.answering.terminal.named_rules import read_known, rules_meant  # noqa: PLC0415 -- likewise
    from service.bulk.calling import answer_with, loaded  # noqa: PLC0415 -- likewise
    from service.bulk.text import words  # noqa: PLC0415 -- likewise
    from service.gazette.versions import Gazette  # noqa: PLC0415 -- likewise

    with answering(form):
        running = loaded("running", "evaluate-bulk")
        if ray is not None and processes is not None:
            raise InputError((Violation("--processes", _say("PROCESSES_WITH_RAY"), "WRONG_VALUE"),))
        if as_of is None:
            raise InputError((Violation("--as-of", _say("AS_OF_REQUIRED"), "REQUIRED"),))
        published = Gazette(gazette)
        name = rules_meant(card, published)
        if isinstance(name, Path):
            raise InputError((Violation("CARD", _say("BULK_OF_DRAFT"), "WRONG_VALUE"),))
        day, instant = read_as_of(as_of), read_known(known)
        result = running.evaluate_bulk(
            published.find(name, as_of=day, known=instant),
            source,
            out,
            gazette=published,
            as_of=day,
            known=instant,
            settings=read_settings(setting or []),
            form=kept.value,
            criteria=criteria,
            resume=resume,
            shares=running.Shares(processes, ray),
            language=language.value,
            label=words(language.value)["progress"] if form is Format.TEXT else "",
        )
        answer_with(result, out, form, language)
