"""How is `tables lookup` called, and how does its answer read?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from rules.contracts.errors import InputError, Violation
from rules.contracts.messages import speaker, told
from service.answering.terminal.json_form import as_document
from service.answering.terminal.options import DEFAULT_GAZETTE, GazetteOption, LanguageOption
from service.answering.terminal.output import Exit, Format, Language, answering, put
from service.answering.terminal.spoken import asked_language
from service.cli.tables import AsOfOption, JsonOption, KnownOption, TableArgument

if TYPE_CHECKING:
    from rules.model.table_lookup import Answer, Tried
    from rules.model.tables import Table

_say = speaker(__name__)


def lookup_command(  # noqa: PLR0913 -- one for each option
    table: TableArgument,
    column: Annotated[str, typer.Argument(metavar="COLUMN", help="The column that is asked for, such as total.")],
    keys: Annotated[list[str], typer.Argument(metavar="KEY=WORD...", help="What is known, such as country=BR.")],
    *,
    otherwise: Annotated[
        list[str] | None,
        typer.Option("--else", metavar="KEY=WORD", help="Where to look next, in this order, such as country=other."),
    ] = None,
    as_of: AsOfOption = None,
    known: KnownOption = None,
    language: LanguageOption = Language.ENGLISH,
    form: JsonOption = Format.TEXT,
    gazette: GazetteOption = DEFAULT_GAZETTE,
) -> None:
    r"""Look up one value as a scorecard would, and show every step that was tried.

    \b
    Examples:
      touchstone table lookup cbam-default-values total country=BR cn_code=72031000 --else country=other
      touchstone table lookup cbam-benchmarks value cn_code=72083900 column=B route=C year=2026

    \b
    Exit codes: 0 there is an answer, 1 there is none (look further, or missing), 2 the question is wrong.
    """
    from rules.model.table_lookup import Attempt, LookFurther, Missing, look_up  # noqa: PLC0415 -- not for the help
    from service.answering.terminal.words import words  # noqa: PLC0415 -- likewise
    from service.cli.tables import find_table  # noqa: PLC0415 -- likewise
    from service.cli.tables_document import lookup_document  # noqa: PLC0415 -- likewise
    from service.gazette.tables import FOLDER, Shelf  # noqa: PLC0415 -- likewise

    with answering(form):
        chosen = find_table(Shelf(gazette / FOLDER), table, as_of, known)
        _check_column(chosen, column)
        first = Attempt(chosen, _words(chosen, keys))
        places = [first, *(first.elsewhere(**_words(chosen, [pair])) for pair in otherwise or ())]
        answer = look_up(column, places)
        put(as_document(lookup_document(answer)) if form is Format.JSON else _text(answer, words(language.value)))
        if isinstance(answer, LookFurther | Missing):
            raise typer.Exit(Exit.NEGATIVE)


def _check_column(table: Table, column: str) -> None:
    columns = [value.id for value in table.manifest.values]
    if column not in columns:
        said = _say("NO_COLUMN", table=table.name, column=column, known=columns)
        raise InputError((Violation("column", said, "UNKNOWN_COLUMN"),))


def _words(table: Table, pairs: list[str]) -> dict[str, str]:
    known = [key.id for key in table.manifest.keys]
    wrong = [pair for pair in pairs if pair.partition("=")[0] not in known or "=" not in pair]
    if wrong:
        said = _say("KEY_WORD", known=known)
        raise InputError(tuple(Violation(pair, said, "UNKNOWN_KEY") for pair in wrong))
    return {key: word for key, _, word in (pair.partition("=") for pair in pairs)}


def _answer(answer: Answer, spoken: dict[str, Any]) -> str:
    from rules.contracts.numbers import format_exact  # noqa: PLC0415 -- not for the help
    from rules.model.table_lookup import CodeFound, LookFurther, Missing, NumberFound, OutOfScope  # noqa: PLC0415 -- likewise

    own = spoken["lookup"]
    match answer:
        case NumberFound(number=number, unit=unit):
            return f"{format_exact(number)} {unit}".rstrip()
        case CodeFound(code=code):
            return code
        case OutOfScope():
            return str(own["out_of_scope"])
        case LookFurther():
            return str(own["look_further"])
        case Missing(reason=reason, detail=detail):
            return str(
                own["missing"].format(reason=own["findings"][reason.value], detail=told(detail, asked_language()))
            )


def _text(answer: Answer, spoken: dict[str, Any]) -> str:
    from rules.model.table_lookup import CodeFound, NumberFound, OutOfScope  # noqa: PLC0415 -- not for the help

    sure = (
        spoken["lookup"]["sure"].format(how=spoken["certainties"][answer.certainty.value])
        if isinstance(answer, NumberFound | CodeFound | OutOfScope)
        else ""
    )
    return "\n".join((f"{_answer(answer, spoken)}{sure}", *(f"  {_step(step, spoken)}" for step in answer.tried)))


def _step(step: Tried, spoken: dict[str, Any]) -> str:
    keys = ", ".join(f"{key} {word}" for key, word in step.keys)
    found = spoken["lookup"]["findings"][step.finding.value]
    row = "" if step.row is None else spoken["lookup"]["in_row"].format(row=",".join(step.row))
    return str(spoken["joins"]["pair"].format(name=f"{step.table}, {keys}", value=f"{found}{row}"))
