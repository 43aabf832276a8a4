"""How is `mutate` called?"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rules.contracts.errors import InputError, RuleSourceError, Violation
from rules.contracts.messages import speaker
from service.answering.terminal.json_form import as_document
from service.answering.terminal.options import (
    DEFAULT_GAZETTE,
    DraftFlag,
    GazetteOption,
    LanguageOption,
    PlainFormatOption,
    add_command,
)
from service.answering.terminal.output import Exit, Format, Language, answering, put
from service.gazette.tables import Shelf

if TYPE_CHECKING:
    from rules.language.compiler import Compilation
    from rules.model.published import Published
    from rules.model.scorecard import Scorecard
    from service.gazette.versions import Gazette

_say = speaker(__name__)

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
    propose: Annotated[
        bool, typer.Option("--propose", help="Look for examples that notice what none does, and show them.")
    ] = False,
    write: Annotated[
        bool, typer.Option("--write", help="With --propose: put them into the draft's file of further examples.")
    ] = False,
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
    was and would be, with its place. Not every one is a gap: some change nothing that any subject can have. Why, stands
    in argued-slips.toml beside the draft, and is said with it; all else asks for an example. A card that is published
    should have 95 % of what is not argued, and publish says where it has less.

    With --propose examples are looked for, each an example that is there with one or two facts changed, that come out
    otherwise with the slip. What they expect is what the rules give today, so read each one before deleting the comment
    line above it. They stand in a file of their own that states nothing, further.en.feature, so that the card and its
    published version stay as they are.

    \b
    Examples:
      touchstone draft mutate features/zero-carbon-factory
      touchstone draft mutate csr-three-stage@1.2.0 --language zh
      touchstone draft mutate features/zero-carbon-factory --format json > mutation.json
      touchstone draft mutate features/zero-carbon-factory --propose --write

    \b
    Exit codes: 0 each is noticed or argued, 1 some are not or were not tried, 2 the draft has errors.
    """
    from rules.language.compiler import compile_folder  # noqa: PLC0415 -- not for the help
    from service.answering.terminal.named_rules import published_meant  # noqa: PLC0415 -- likewise
    from service.gazette.tables import FOLDER  # noqa: PLC0415 -- likewise
    from service.gazette.versions import Gazette  # noqa: PLC0415 -- likewise

    with answering(form):
        tables = Shelf(gazette / FOLDER)
        found = published_meant(card, Gazette(gazette), draft=draft, pinned=True)
        folder = None if found.publish_time else Path(card)
        if write and (folder is None or not propose):
            raise InputError((Violation("--write", _say("WRITE_WITHOUT_DRAFT"), "WRONG_VALUE"),))
        compilation = compile_folder(found.sources, tables=tables)
        if compilation.scorecard is None:
            raise RuleSourceError(compilation.diagnostics)
        end = time.monotonic() + seconds
        trial = _Trial(compilation, compilation.scorecard, tables, lambda: time.monotonic() < end)
        if propose:
            whole = _propose(trial, found, folder if write else None, language, form)
        else:
            whole = _mutate(trial, found, folder, language, form, Gazette(gazette))
        if not whole:
            raise typer.Exit(Exit.NEGATIVE)


@dataclass(frozen=True, slots=True)
class _Trial:
    """What is tried, and how long."""

    compilation: Compilation
    scorecard: Scorecard
    tables: Shelf
    go_on: Callable[[], bool]


def _mutate(  # noqa: PLR0913, PLR0917 -- what is tried, and how it is told
    trial: _Trial, found: Published, folder: Path | None, language: Language, form: Format, gazette: Gazette
) -> bool:
    """Tell which slips no example notices; say whether every one is argued."""
    from rules.rehearsal.mutation import mutate  # noqa: PLC0415 -- not for the help
    from service.answering.terminal.desk import shown_progress  # noqa: PLC0415 -- likewise
    from service.answering.terminal.mutation_text import mutation_document, mutation_text  # noqa: PLC0415 -- likewise
    from service.reading.argued_slips import argued_slips  # noqa: PLC0415 -- likewise

    report = mutate(
        trial.compilation,
        trial.scorecard,
        language.value,
        tables=trial.tables,
        argued={} if folder is None else argued_slips(folder),
        progress=shown_progress("progress_slips"),
        go_on=trial.go_on,
    )
    later = _later(trial, gazette)
    if form is Format.JSON:
        put(as_document(mutation_document(report, found.content_digest) | {"laterExamples": later}))
    else:
        put(mutation_text(report, later, language.value))
    return not (len(report.survivors) > report.argued or report.untried or report.idle)


def _propose(trial: _Trial, found: Published, folder: Path | None, language: Language, form: Format) -> bool:
    """Look for examples and show them, or write them into a folder; say whether nothing is left to do."""
    from rules.language.further_examples import further_path, with_further  # noqa: PLC0415 -- not for the help
    from rules.rehearsal.pinning import pin  # noqa: PLC0415 -- likewise
    from service.answering.terminal.desk import changes, shown_progress, write_files  # noqa: PLC0415 -- likewise
    from service.answering.terminal.mutation_text import pinned_document, pinned_text  # noqa: PLC0415 -- likewise

    written = trial.compilation.locations
    spoken = language.value if language.value in written else next(iter(written))
    pinned = pin(
        trial.compilation,
        trial.scorecard,
        spoken,
        tables=trial.tables,
        progress=shown_progress("progress_slips"),
        go_on=trial.go_on,
    )
    path = further_path(spoken)
    text = with_further(found.sources.get(path), pinned.examples, trial.scorecard, spoken)
    files = {path: text} if pinned.examples else {}
    if folder is not None:
        write_files(folder, files)
    if form is Format.JSON:
        put(as_document(pinned_document(pinned, files, written=folder is not None)))
    else:
        put(pinned_text(pinned, changes(found.sources, {} if folder else files), language.value))
    return not pinned.left and (folder is not None or not pinned.examples)


def _later(trial: _Trial, gazette: Gazette) -> int:
    """Count the examples in files that the published version of this number does not have."""
    card = trial.scorecard.card
    versions = gazette.versions(card.id) if card.id in gazette.card_ids() else ()
    there = [one for one in versions if one.scorecard.card.version == card.version]
    return sum(one.location.path not in there[0].sources for one in trial.compilation.examples) if there else 0
