"""Which commands are there? The entry point of `touchstone`."""

from __future__ import annotations

from textwrap import fill
from typing import Annotated

import typer

from service.answering.terminal.options import help_of
from service.answering.terminal.output import put
from service.answering.terminal.usage import Group
from service.batch import commands as batch_commands
from service.cli import (
    archive_commands,
    desk_commands,
    evaluation_commands,
    question_commands,
    report_commands,
    server_commands,
    tables_commands,
)
from service.evaluating.evaluators import software_versions
from service.schemes import additions

app = typer.Typer(
    name="touchstone",
    cls=Group,
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "terminal_width": 100},
)


def _show_version(asked: bool) -> None:
    if asked:
        put(f"touchstone {software_versions()['touchstone']}")
        raise typer.Exit


def touchstone(
    *,
    version: Annotated[
        bool, typer.Option("--version", is_eager=True, callback=_show_version, help="Show the version and stop.")
    ] = False,
) -> None:
    r"""Score a subject's evidence against a published scorecard, with the trail that proves the result.

    \b
    {commands}

    \b
    Exit codes, for every command: 0 done, 1 done and the answer is no (a check failed), 2 something is wrong with
    what was given, 3 the server failed or cannot be reached, 70 a fault of touchstone itself, which please report,
    130 interrupted, 141 whoever read the answer left. With --format json an error, too, is written to standard output,
    as the JSON form of google.rpc.Status.
    """


COMMANDS = (
    evaluation_commands,
    batch_commands,
    question_commands,
    report_commands,
    archive_commands,
    desk_commands,
    tables_commands,
    *additions("commands"),
    server_commands,
)
_HEADS = {
    "assess": "To assess:",
    "author": "To author:",
    "read": "To read:",
    "operate": "To operate:",
    "claims": "On claims:",
}
_SHOWN = {
    "assess": (
        "scorecards",
        "template",
        "evaluate",
        "evaluate-batch",
        "explain",
        "simulate",
        "verify",
        "report",
        "evaluations",
    ),
    "author": ("check", "edges", "diff", "export", "publish", "tables"),
    "operate": ("serve", "rebuild-outcomes"),
}  # fmt: skip


def _shown() -> str:
    """List the commands under their heads, those of the schemes behind the others."""
    lists = {head: [*_SHOWN.get(head, ())] for head in _HEADS}
    for commands in additions("commands"):
        for head, names in commands.SHOWN.items():
            lists[head] += names
    return "\n".join(
        fill(", ".join(names), width=100, initial_indent=f"{_HEADS[head]:13}", subsequent_indent=" " * 13)
        for head, names in lists.items()
        if names
    )


app.callback(help=help_of(touchstone).replace("{commands}", _shown()))(touchstone)
for commands in COMMANDS:
    commands.register(app)

if __name__ == "__main__":
    app()
