"""Which arguments and options do the `drafts` commands share, and how do they show an answer?"""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, TypeVar

import typer
from google.protobuf.message import Message

from service.answering.terminal.json_form import as_json
from service.answering.terminal.output import Format, Language, put

DraftArgument = Annotated[
    str, typer.Argument(metavar="DRAFT", help="The draft, such as organizations/example/drafts/factory-2.")
]
RevisionArgument = Annotated[int, typer.Argument(metavar="REVISION", min=1, help="The number of a revision, from 1.")]
ServerOption = Annotated[str, typer.Option("--server", metavar="HOST:PORT", help="The server that keeps it.")]
PageSizeOption = Annotated[int, typer.Option("--page-size", help="The most to list, 1,000 at most.")]
PageTokenOption = Annotated[str, typer.Option("--page-token", help="The token that ended the page before.")]

_Answer = TypeVar("_Answer", bound=Message)


def show(answer: _Answer, text: Callable[[_Answer, str], str], form: Format, language: Language) -> None:
    """Show the answer of a server, as JSON or in words."""
    put(as_json(answer) if form is Format.JSON else text(answer, language.value))
