"""Command-line reference page: the help text of every command."""

from __future__ import annotations

from typing import TYPE_CHECKING

from service.cli.api_commands import CALL
from service.cli.main import app
from service.cli.typer_front_end import CommandGroup
from service.output.terminal.command_language import use_language

if TYPE_CHECKING:
    from collections.abc import Iterator

_HEAD = """# Command line

Six commands do most of the work: `touchstone card list` shows what can be evaluated, `dossier template` writes a form
to fill in, `evaluate` gives the result, `explain` says why, `verify` proves it, and `check` tests changed rules. All
take `--language zh` for Chinese, and `--format json` for machines where there is something to read.

`touchstone call SERVICE/METHOD` calls any method of the API, for example
`touchstone call CaseService/GetCase --name NAME`. `touchstone call --help` lists the methods.

Written from the code by `make docs`; the same words come from `touchstone COMMAND --help`.
"""


def commands_page() -> str:
    """Return the command-line page."""
    return "\n".join((_HEAD, *_sections()))


def _sections() -> Iterator[str]:
    with use_language("en"):
        context = app.make_context("touchstone", [], resilient_parsing=True)
        yield f"## touchstone\n\n```text\n{_clean(app.get_help(context))}\n```\n"
        for name, command in app.commands.items():
            command_context = context.__class__(command, parent=context, info_name=name)
            yield f"## touchstone {name}\n\n```text\n{_clean(command.get_help(command_context))}\n```\n"
            for verb, subcommand in (
                command.load().items() if isinstance(command, CommandGroup) and name != CALL else ()
            ):
                subcontext = context.__class__(subcommand, parent=command_context, info_name=verb)
                yield f"## touchstone {name} {verb}\n\n```text\n{_clean(subcommand.get_help(subcontext))}\n```\n"


def _clean(text: str) -> str:
    return "\n".join(line.rstrip() for line in text.splitlines())
