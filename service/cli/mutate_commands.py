"""How is `mutate` called?"""

from __future__ import annotations

import time
from typing import Annotated

import typer

from rules.contracts.errors import RuleSourceError
from rules.language.compiler import compile_folder
from rules.rehearsal.mutation import mutate
from service.answering.terminal.desk import shown_progress
from service.answering.terminal.json_form import as_document
from service.answering.terminal.mutation_text import mutation_document, mutation_text
from service.answering.terminal.named_rules import published_meant
from service.answering.terminal.options import (
    DEFAULT_GAZETTE,
    DraftFlag,
    GazetteOption,
    LanguageOption,
    PlainFormatOption,
    add_command,
)
from service.answering.terminal.output import Exit, Format, Language, answering, put
from service.gazette.tables import FOLDER, Shelf
from service.gazette.versions import Gazette

CardArgument = Annotated[
    str, typer.Argument(metavar="CARD", help="A published scorecard, one version of it (CARD@1.0.0), or ./FOLDER.")
]


def register(app: typer.Typer) -> None:
    """Add the command."""
    add_command(app, "mutate", mutate_command)


def mutate_command(  # noqa: PLR0913 -- one for each option
    card: CardArgument,
    *,
    draft: DraftFlag = False,
    seconds: Annotated[
        int, typer.Option("--seconds", min=1, help="Stop after so many seconds, and say how much is untried.")
    ] = 600,
    language: LanguageOption = Language.ENGLISH,
    form: PlainFormatOption = Format.TEXT,
    gazette: GazetteOption = DEFAULT_GAZETTE,
) -> None:
    r"""Say which sentences of a card no example pins, by letting each slip in every way and running the examples.

    One at a time every threshold, number, weight and date is moved by one in its last digit, every comparison, operator
    and verdict turned, every clause, choice and row dropped. A slip that no example notices is shown as the sentence
    was and would be, with its place. Not every one is a gap: some change nothing that any subject can have.

    \b
    Examples:
      touchstone mutate features/zero-carbon-factory
      touchstone mutate csr-three-stage@1.2.0 --language zh
      touchstone mutate features/zero-carbon-factory --format json

    \b
    Exit codes: 0 an example notices each, 1 some are not noticed or were not tried, 2 the draft has errors.
    """
    with answering(form):
        tables = Shelf(gazette / FOLDER)
        found = published_meant(card, Gazette(gazette), draft=draft, pinned=True)
        compilation = compile_folder(found.sources, tables=tables)
        if compilation.scorecard is None:
            raise RuleSourceError(compilation.diagnostics)
        end = time.monotonic() + seconds
        report = mutate(
            compilation,
            compilation.scorecard,
            language.value,
            tables=tables,
            progress=shown_progress("progress_slips"),
            go_on=lambda: time.monotonic() < end,
        )
        if form is Format.JSON:
            put(as_document(mutation_document(report, found.content_digest)))
        else:
            put(mutation_text(report, language.value))
        if report.survivors or report.untried:
            raise typer.Exit(Exit.NEGATIVE)
