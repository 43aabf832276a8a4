"""Which commands are there? The entry point of `touchstone`."""

from __future__ import annotations

from typing import Annotated

import typer

from service.cli import (
    archive_commands,
    batch_commands,
    cbam_commands,
    claim_commands,
    desk_commands,
    evaluation_commands,
    passport_commands,
    question_commands,
    rank_commands,
    ratings_commands,
    reading_commands,
    report_commands,
    server_commands,
    tables_commands,
    weights_commands,
)
from service.cli.options import help_of
from service.cli.output import put
from service.cli.usage import Group
from service.evaluator import software_versions

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
    To assess:   scorecards, template, evaluate, evaluate-batch, explain, simulate, verify, report, evaluations, rank,
                 ratings compare, cbam template, cbam declare
    To author:   check, edges, weights, diff, export, publish, tables
    To read:     quarterly-report, passport
    To operate:  serve, rebuild-outcomes
    On claims:   claims screen, claims check

    \b
    Exit codes, for every command: 0 done, 1 done and the answer is no (a check failed), 2 something is wrong with
    what was given, 3 the server failed or cannot be reached, 70 a fault of touchstone itself, which please report,
    130 interrupted, 141 whoever read the answer left. With --format json an error, too, is written to standard output,
    as the JSON form of google.rpc.Status.
    """


app.callback(help=help_of(touchstone))(touchstone)
COMMANDS = (
    evaluation_commands,
    batch_commands,
    question_commands,
    report_commands,
    archive_commands,
    rank_commands,
    ratings_commands,
    reading_commands,
    passport_commands,
    cbam_commands,
    desk_commands,
    weights_commands,
    tables_commands,
    claim_commands,
    server_commands,
)
for commands in COMMANDS:
    commands.register(app)

if __name__ == "__main__":
    app()
