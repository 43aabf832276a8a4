"""How is `weights` called?"""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rules.contracts.errors import InputError, Violation
from rules.contracts.messages import speaker
from rules.weighting.judgements import Variant
from rules.weighting.scaling import Scale
from service.answering.terminal.json_form import as_document
from service.answering.terminal.options import LanguageOption, add_command
from service.answering.terminal.output import Exit, Format, Language, answering, complain, put

if TYPE_CHECKING:
    from rules.contracts.canonical import Json
    from service.schemes.rating.weights.drafts import Written

_say = speaker(__name__)


class TableFormat(StrEnum):
    """How a table is written."""

    TEXT = "text"
    JSON = "json"
    CSV = "csv"


def register(app: typer.Typer) -> None:
    """Add the command."""
    add_command(app, "weights", weights_command)


def weights_command(  # noqa: PLR0913 - each argument is an option of the command
    judgements: Annotated[
        list[Path] | None,
        typer.Argument(metavar="[JUDGEMENTS]...", help="CSV files and workbooks; one expert per file or sheet."),
    ] = None,
    *,
    blocks: Annotated[
        Path | None,
        typer.Option(
            "--blocks", metavar="TABLE|FOLDER", help="block, points, items; or a card, whose sections are the blocks."
        ),
    ] = None,
    points: Annotated[
        Path | None, typer.Option("--points", metavar="TABLE", help="item, points: take these instead of scaled ones.")
    ] = None,
    variant: Annotated[
        Variant, typer.Option("--variant", help="Whether the comparison of an item with itself counts.")
    ] = Variant.WITH_DIAGONAL,
    scale: Annotated[
        Scale, typer.Option("--scale", help="Share out the points of each block, or those of the whole.")
    ] = Scale.BLOCKS,
    total: Annotated[str, typer.Option("--total", help="The points of the whole where there are no blocks.")] = "100",
    integers: Annotated[bool, typer.Option("--integers", help="Whole points, by largest remainder.")] = False,
    strict: Annotated[bool, typer.Option("--strict", help="Refuse judgements that contradict each other.")] = False,
    write: Annotated[
        Path | None,
        typer.Option("--write", metavar="FOLDER", help="Put the points into the feature files of this card."),
    ] = None,
    template: Annotated[
        str | None,
        typer.Option(
            "--template", metavar="FOLDER|ITEMS", help="Write an empty sheet for a card, or for A,B,C, to --out."
        ),
    ] = None,
    experts: Annotated[
        int, typer.Option("--experts", min=1, max=50, help="How many sheets the workbook of a template has.")
    ] = 1,
    language: LanguageOption = Language.ENGLISH,
    form: Annotated[
        TableFormat, typer.Option("--format", help="text with the arithmetic, json for programs, csv for the table.")
    ] = TableFormat.TEXT,
    out: Annotated[Path | None, typer.Option("--out", metavar="FILE", help="Write the answer to a file.")] = None,
) -> None:
    r"""Weigh indicators by the precedence chart (优序图法): judgements of pairs become points, with all arithmetic.

    A cell is 1 if the item of its row is more important than that of its column, 0.5 if equal, 0 if less. Every
    mistake is named with its cell; judgements that run in a circle are warned of. See docs/weights.md.

    \b
    Examples:
      touchstone draft weights --template A,B,C,D --out judgements.xlsx
      touchstone draft weights features/csr-three-stage/judgements/reconstruction.csv
      touchstone draft weights judgements.xlsx --blocks stages.csv --integers --language zh
      touchstone draft weights judgements.xlsx --write features/zero-carbon-factory

    \b
    Exit codes: 0 done, 1 written but the draft has errors now, 2 the judgements or files are refused.
    """
    from rules.weighting.weigh import Way  # noqa: PLC0415 -- not for the help
    from service.schemes.rating.weights.arithmetic import (  # noqa: PLC0415 -- likewise
        arithmetic_csv,
        arithmetic_document,
        arithmetic_text,
        warning_lines,
    )
    from service.schemes.rating.weights.drafts import Sources, read_total, rewrite, weigh_sources  # noqa: PLC0415 -- likewise

    with answering(Format.JSON if form is TableFormat.JSON else Format.TEXT):
        if template is not None:
            _write_template(template, judgements, out, experts=experts, language=language)
            return
        way = Way(variant=variant, scale=scale, whole=integers, total=read_total(total))
        if integers and points is not None:
            description = _say("INTEGERS_WITH_POINTS")
            raise InputError((Violation("--integers", description, "NOT_ALLOWED"),))
        sources = Sources(tuple(judgements or ()), blocks, points, write)
        weighting, notes = weigh_sources(sources, way, language.value, strict=strict)
        written = rewrite(write, weighting.points) if write is not None else None
        match form:
            case TableFormat.TEXT:
                answer = arithmetic_text(weighting, notes, language.value)
            case TableFormat.CSV:
                answer = arithmetic_csv(weighting, language.value)
                for warning in warning_lines(notes, language.value):
                    complain(warning)
            case _:
                draft = None if written is None else _plain(written)
                answer = as_document(arithmetic_document(weighting, notes, language.value, draft=draft))
        put(answer, out)
        if write is not None and written is not None:
            _store(write, written, language.value, form)


def _write_template(
    template: str, judgements: list[Path] | None, out: Path | None, *, experts: int, language: Language
) -> None:
    from service.schemes.rating.weights.drafts import make_template  # noqa: PLC0415 -- not for the help

    wrong = []
    if judgements:
        wrong.append(Violation("JUDGEMENTS", _say("NO_JUDGEMENTS_WANTED"), "NOT_ALLOWED"))
    if out is None:
        wrong.append(Violation("--out", _say("TEMPLATE_NEEDS_OUT"), "NOT_FOUND"))
    if wrong or out is None:
        raise InputError(tuple(wrong))
    make_template(template, out, experts=experts, language=language.value)
    put(str(out))


def _plain(written: Written) -> dict[str, Json]:
    return {
        "files": sorted(written.files),
        "difference": written.difference,
        "problems": [problem.render() for problem in written.problems],
    }


def _store(folder: Path, written: Written, language: str, form: TableFormat) -> None:
    """Write the draft, and tell people what changed; beside a table for programs that goes to standard error."""
    from service.schemes.rating.weights.arithmetic import words  # noqa: PLC0415 -- likewise
    from service.schemes.rating.weights.drafts import store  # noqa: PLC0415 -- not for the help

    own = words(language)
    store(folder, written)
    if form is not TableFormat.JSON:
        tell = put if form is TableFormat.TEXT else complain
        if written.files:
            tell(f"\n{written.difference}\n")
            tell(own["written"].format(count=len(written.files), folder=folder))
        else:
            tell(own["nothing_written"])
        if written.problems:
            tell("\n".join([own["problems"], *(problem.render() for problem in written.problems)]))
    if written.problems:
        raise typer.Exit(Exit.NEGATIVE)
