"""How is `language-server` called?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.contracts.errors import InputError, Violation
from rules.contracts.messages import speaker
from service.answering.terminal.options import DEFAULT_GAZETTE, GazetteOption, LanguageOption, add_command
from service.answering.terminal.output import Language, answering

if TYPE_CHECKING:
    import typer

_EXTRA = frozenset({"pygls", "lsprotocol", "cattrs", "attrs"})
"""The libraries of the extra `editor`."""
_say = speaker(__name__)


def register(app: typer.Typer) -> None:
    """Add the command."""
    add_command(app, "language-server", language_server_command)


def language_server_command(
    *,
    gazette: GazetteOption = DEFAULT_GAZETTE,
    language: LanguageOption = Language.ENGLISH,
) -> None:
    r"""Tell an editor what a draft says and what is wrong with it, over standard input and output.

    Editors start it by themselves and speak the Language Server Protocol with it: diagnostics while typing, completion,
    what a name stands for, where it is defined, and canonical form. Each file is spoken of in its own language. For
    Visual Studio Code examples/editors/vscode wires it.

    \b
    Examples:
      touchstone draft language-server

    \b
    Exit codes: 0 the editor ended it, 1 it did so without `shutdown`, 2 the extra `editor` is not installed.
    """
    del language  # read from the command line where something is refused
    with answering():
        try:
            from service.language_server.serving import serve  # noqa: PLC0415 -- what it works with is an extra
        except ModuleNotFoundError as error:
            if error.name not in _EXTRA:
                raise
            raise InputError((Violation("language-server", _say("NO_PYGLS"), "SOFTWARE_MISSING"),)) from None
        serve(gazette)
