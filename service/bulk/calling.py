"""What do the commands of this room share: options, the answer, and what is loaded for them alone?"""

from __future__ import annotations

from enum import StrEnum
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rules.contracts.errors import InputError, Violation
from rules.contracts.messages import speaker
from service.answering.terminal.json_form import as_document
from service.answering.terminal.output import Exit, Format, Language, complain, put
from service.bulk.text import interrupted_text, summary_document, summary_text

if TYPE_CHECKING:
    from types import ModuleType

    from service.bulk.runs import BulkResult

_say = speaker(__name__)


class Kept(StrEnum):
    """In which form the answers are written."""

    PARQUET = "parquet"
    CSV = "csv"
    ARROW = "arrow"


OutFolder = Annotated[
    Path,
    typer.Option("--out", metavar="DIR", help="Write the parts of the answer and manifest.json into this folder."),
]
KeptOption = Annotated[
    Kept, typer.Option("--to", help="The form of the answers; parquet keeps decimals and words exactly.")
]
ProcessesOption = Annotated[
    int | None,
    typer.Option("--processes", min=1, help="How many processes work. One for each core if left out."),
]
ResumeOption = Annotated[
    bool, typer.Option("--resume", help="Go on where an earlier run of the same with this --out stopped.")
]


def answer_with(result: BulkResult, out: Path, form: Format, language: Language) -> None:
    """Say what came out, and end as that asks for."""
    plain = as_document(summary_document(result, str(out)))
    put(plain if form is Format.JSON else summary_text(result, str(out), language.value))
    if result.interrupted:
        complain(interrupted_text(result, language.value))
        raise typer.Exit(Exit.INTERRUPTED)
    if result.manifest["refused"]:
        raise typer.Exit(Exit.NEGATIVE)


def loaded(module: str, command: str) -> ModuleType:
    """Load what works with Polars, which is an extra, and so only when it is called."""
    try:
        return import_module(f"service.bulk.{module}")
    except ModuleNotFoundError as error:
        if error.name != "polars":
            raise
        raise InputError((Violation(command, _say("NO_POLARS"), "SOFTWARE_MISSING"),)) from None
